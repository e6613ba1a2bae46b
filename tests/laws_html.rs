//! Laws of the page: whatever the text, the page shows it whole, every mention is marked once, and nothing of the text is markup.

#![cfg(feature = "html")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first surprise

use proptest::prelude::*;
use regex::Regex;
use zhecon::html::Page;
use zhecon::{Article, Context, Extraction, Extractor, Mention, Parser, Reading, Span, Value};

fn page(text: &str, extractor: &Extractor) -> (String, Extraction, String) {
    let article = Article::from_text(text);
    let extraction = extractor.extract(&article);
    let mut page = Page::new("");
    page.add("a", &article, &extraction);
    (page.render(), extraction, Reading::of(&article).text().to_owned())
}

/// What a reader sees of the text: the article's part of the page without tags, its escapes undone.
fn shown(page: &str) -> String {
    let text = page.split_once("<article class=\"news\"").unwrap().1.split_once("</article>").unwrap().0.split_once('>').unwrap().1;
    let text = Regex::new(r#"<p class="id">[^<]*</p>"#).unwrap().replace_all(text, "");
    let text = Regex::new(r#"<("[^"]*"|[^">])*>"#).unwrap().replace_all(&text, "");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn fragment() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "总投资30亿元",
        "同比增长12.3%",
        "昌黎县",
        "“揽月”项目",
        "开工",
        "2023年上半年",
        "蓝湾半导体股份有限公司",
        "經(jīng)濟(jì)",
        "開發區",
        "新签约项目61个",
        "<script>",
        "</mark>",
        "\"",
        "'",
        "&amp;",
        "<!--",
        "\n",
        " ",
        "。",
        ",",
        "(",
        "\u{0}",
        "\u{202e}",
        "𠮷",
        "县长何志远",
    ])
}

/// Mentions that cross each other, as no recogniser of the crate's own finds them.
#[derive(Debug)]
struct Crossing;

impl Parser for Crossing {
    fn starts(&self, first: char) -> bool {
        "资投签开".contains(first)
    }

    fn parse(&self, context: &Context<'_>, at: usize) -> Option<Mention> {
        let end = context.text.get(at..)?.char_indices().nth(5)?.0 + at;
        Some(Mention::new(Span::new(at, end), Value::Custom([("a<b".to_owned(), "\"c\"\n".to_owned())].into()), "own.<crossing>"))
    }
}

proptest! {
    #[test]
    fn the_page_shows_the_whole_text_and_marks_every_mention(parts in proptest::collection::vec(fragment(), 0..40), own in any::<bool>()) {
        let text = parts.concat();
        let extractor = if own { Extractor::builder().with(Crossing).build() } else { Extractor::new() };
        let (html, extraction, clean) = page(&text, &extractor);
        let solid = |text: &str| text.chars().filter(|character| !character.is_whitespace()).collect::<String>();
        prop_assert_eq!(solid(&shown(&html)), solid(&clean));
        prop_assert_eq!(html.matches("<mark ").count(), extraction.entities.len());
        prop_assert_eq!(html.matches("</mark>").count(), extraction.entities.len());
        prop_assert_eq!(html.matches("<script").count(), 1);
    }
}

#[test]
fn a_page_without_articles_is_a_page() {
    let html = Page::new("<nothing>").render();
    assert!(html.contains("<title>&lt;nothing&gt;</title>") && html.ends_with("</html>"));
}

#[test]
fn an_article_stands_on_the_page_with_its_projects_and_indicators() {
    let (html, ..) = page("今年上半年,昌黎县新签约项目61个,同比增长5%。总投资30亿元的“揽月”项目签约。", &Extractor::new());
    for part in ["data-sort=\"61\"", "<a href=\"#m0-", "<span class=\"stage\">签约</span>", "3,000,000,000 CNY", "↑ 5 % year on year"] {
        assert!(html.contains(part), "{part}\n{html}");
    }
}
