//! Another crate's use of zhecon. It ends with an error where the public API does not answer as its documentation says.

use zhecon::entity::money::Money;
use zhecon::{Article, Context, Entity, Extractor, Kind, Mention, Parser, Span, Value};

/// A parser of the user's own: case numbers such as `案号A17`.
#[derive(Debug)]
struct CaseNumber;

impl Parser for CaseNumber {
    fn starts(&self, first: char) -> bool {
        first == '案'
    }

    fn parse(&self, context: &Context<'_>, at: usize) -> Option<Mention> {
        let rest = context.text.get(at..)?.strip_prefix("案号")?;
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let fields = [("number".to_owned(), rest.get(..length)?.to_owned())].into();
        (length > 0).then(|| Mention::new(Span::new(at, at + "案号".len() + length), Value::Custom(fields), "consumer.case_number"))
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = "今年上半年,昆山市新签约项目61个,合同总投资额298亿元(案号A17)。";
    let article = Article::from_text(text).published("2023-07-15".parse()?);

    let extraction = Extractor::new().extract(&article);
    let said = |kind| -> Vec<&str> { extraction.entities.iter().filter(|e| e.kind() == kind).map(|e| e.text.as_str()).collect() };
    check(said(Kind::Money) == ["298亿元"], "money")?;
    check(said(Kind::Quantity) == ["61个"], "quantity")?;
    check(said(Kind::Date) == ["今年上半年"], "date")?;
    check(said(Kind::Place) == ["昆山市"], "place")?;
    check(extraction.entities.iter().all(|e: &Entity| text.get(e.start..e.end) == Some(&e.text)), "spans slice the raw text")?;

    let money: Money = "298亿元".parse()?;
    check(money.currency == "CNY", "currency")?;
    check("29x亿元".parse::<Money>().is_err(), "what is no money is a typed error")?;

    let own = Extractor::builder().only([Kind::Money, Kind::Custom]).with(CaseNumber).build();
    let found = own.extract(&article);
    check(found.entities.iter().map(Entity::kind).eq([Kind::Money, Kind::Custom]), "a parser of one's own")?;

    let line = serde_json::to_string(&extraction)?;
    check(serde_json::from_str::<zhecon::Extraction>(&line)? == extraction, "JSON round trip")?;

    #[cfg(feature = "encoding")]
    {
        let page = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/articles/page.gb18030.txt"))?;
        let article = Article::from_bytes(&page);
        check(article.text().contains("临江经济技术开发区"), "GB18030")?;
    }
    println!("{line}");
    Ok(())
}

fn check(right: bool, what: &str) -> Result<(), String> {
    if right { Ok(()) } else { Err(format!("not as documented: {what}")) }
}
