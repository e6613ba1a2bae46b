//! Laws of the whole extraction, for any text.

#![allow(clippy::unwrap_used, clippy::string_slice)] // a test may stop at the first surprise

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use zhecon::reading::PartKind;
use zhecon::{Article, Entity, Extraction, Extractor, Kind, Lexicon, Reading, Span};

fn all() -> Extractor {
    Extractor::builder().only(Kind::ALL).build()
}

/// Pieces of news that fit together in any order, and some that never do.
const PIECES: &[&str] = &[
    "今年上半年",
    "去年同期",
    "3月15日",
    "2023年以来",
    "截至5月底",
    "“十四五”期间",
    "同比增长12.3%",
    "下降2.1个百分点",
    "翻一番",
    "六成",
    "总投资298亿元",
    "1.2亿美元",
    "近30亿元",
    "450余万元",
    "3至5亿元",
    "数十亿",
    "(人民币,下同)",
    "新签约项目61个",
    "标准厂房40多万平方米",
    "500亩",
    "22万吨/年",
    "山东省",
    "威海市",
    "临江新区",
    "临沂综保区",
    "北京",
    "长三角",
    "路虹(山东)光电科技有限公司",
    "招商银行",
    "市商务局",
    "县长何志远",
    "记者周望",
    "智能制造产业园二期项目",
    "新材料",
    "生物医药",
    "开工",
    "签约",
    "预计",
    "将",
    "达到",
    "的",
    "由",
    "投资建设",
    ",",
    "、",
    "。",
    ";",
    "(",
    ")",
    "“",
    "”",
    ":",
    " ",
    "\n",
    "\n\n",
    "\u{a0}",
    "經(jīng)濟(jì)",
    "開發區",
    "\u{fffd}",
    "?",
    "!",
    "第",
    "一",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "〇",
    "零",
    "两",
    "几",
    "多",
    "余",
    "0",
    "12",
    ".",
    "-",
    "—",
    "~",
    "%",
    "‰",
    "％",
    "１２３",
    "A",
    "GDP",
    "𠀀",
    "e\u{301}",
    "\u{e001}",
    "\u{202e}",
    "来源:",
    "记者 ",
    "责任编辑:",
    "2023-03-01 09:20",
    "首页 > 正文",
    "版权所有",
    "相关新闻",
];

fn news() -> impl Strategy<Value = String> {
    vec(select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => news(), 1 => any::<String>(), 1 => "[一二三十百千万亿零两几多余0-9.,%元个年月日约近超()]{0,80}"]
}

/// Every offset of an extraction stands on a character boundary of the raw text, and says what it says.
fn check(article: &Article, extraction: &Extraction) {
    let text = article.text();
    let reading = Reading::of(article);
    let inside = |span: Span| span.start <= span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end);
    let mut last = (0, usize::MAX);
    for entity in &extraction.entities {
        assert!(inside(entity.span()), "{entity:?}");
        assert!(entity.evidence.iter().all(|span| inside(*span)), "{entity:?}");
        assert!(!entity.text.is_empty() && !entity.rule.is_empty(), "{entity:?}");
        if reading.is_unchanged() {
            assert_eq!(entity.text, text[entity.start..entity.end]);
            assert!((last.0, usize::MAX - last.1) <= (entity.start, usize::MAX - entity.end), "sorted by start, the longer first: {entity:?}");
            last = (entity.start, entity.end);
        }
        let clean = reading.clean(entity.span());
        let part = reading.parts().iter().find(|part| part.span.contains(Span::new(clean.start, clean.start + 1)));
        assert!(part.is_none_or(|part| part.kind != PartKind::Furniture), "{entity:?} in furniture");
    }
    let entities = extraction.entities.len();
    assert!(extraction.clusters.iter().flat_map(|cluster| &cluster.mentions).all(|at| *at < entities));
    assert!(extraction.projects.iter().flat_map(|project| &project.mentions).all(|at| *at < entities));
    assert!(extraction.indicators.iter().all(|indicator| indicator.mention < entities && indicator.period_mention.is_none_or(|at| at < entities)));
    for diagnostic in &extraction.diagnostics {
        assert!(inside(diagnostic.span), "{diagnostic:?}");
    }
}

fn extract(article: &Article) -> Extraction {
    let extraction = all().extract(article);
    check(article, &extraction);
    extraction
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_sound_offsets(text in any_text()) {
        extract(&Article::from_text(text.as_str()));
        extract(&Article::from_page(text.as_str()).published("2023-07-12".parse().unwrap()));
    }

    #[test]
    fn any_bytes_give_sound_offsets(bytes in vec(any::<u8>(), 0..400), pieces in news(), cut in any::<prop::sample::Index>()) {
        extract(&Article::from_bytes(&bytes));
        let text = pieces.as_bytes();
        extract(&Article::from_bytes(&text[..cut.index(text.len() + 1)]));
    }

    #[test]
    fn pieces_of_an_article_are_marked(title in news(), body in news()) {
        let article = Article::builder().title(&title).body(&body).source("临江日报").build();
        let extraction = extract(&article);
        prop_assert_eq!(extraction.article.source.as_deref(), Some("临江日报"));
        let reading = Reading::of(&article);
        let marked: usize = reading.parts().iter().map(|part| part.span.len()).sum();
        prop_assert_eq!(marked, reading.text().len());
    }

    #[test]
    fn parts_cover_the_page(text in any_text()) {
        let article = Article::from_page(text);
        let reading = Reading::of(&article);
        let mut end = 0;
        for part in reading.parts() {
            prop_assert_eq!(part.span.start, end);
            prop_assert!(part.span.end > end && reading.text().is_char_boundary(part.span.end));
            end = part.span.end;
        }
        prop_assert_eq!(end, reading.text().len());
    }

    #[test]
    fn json_and_back_is_identity(text in any_text()) {
        let extraction = extract(&Article::from_text(text));
        let json = serde_json::to_string(&extraction).unwrap();
        let back: Extraction = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(back, extraction);
    }

    #[test]
    fn a_subset_of_kinds_is_a_restriction(text in news(), kinds in vec(select(&Kind::ALL[..]), 1..6)) {
        let article = Article::from_text(text).published("2023-07-12".parse().unwrap());
        let whole = extract(&article).entities;
        let part = Extractor::builder().only(kinds.iter().copied()).build().extract(&article);
        check(&article, &part);
        let asked: Vec<_> = whole.iter().filter(|entity| kinds.contains(&entity.kind())).cloned().collect();
        let mut read = part.entities;
        // Where only figures and times are asked for no name is read: a figure inside a name is told then, and nothing else is new.
        let figures = [Kind::Money, Kind::Percent, Kind::Quantity, Kind::Date, Kind::Duration, Kind::TimeSet];
        if kinds.iter().all(|kind| figures.contains(kind)) {
            let named = |entity: &Entity| whole.iter().any(|name| !figures.contains(&name.kind()) && name.span().overlaps(entity.span()));
            read.retain(|entity| asked.contains(entity) || !named(entity));
        }
        prop_assert_eq!(read, asked);
    }

    #[test]
    fn paragraphs_are_read_one_by_one(first in paragraph(), second in paragraph()) {
        let joined = format!("{first}\n\n{second}");
        let whole = of_own(&extract(&Article::from_text(joined)).entities, 0);
        let mut apart = of_own(&extract(&Article::from_text(first.as_str())).entities, 0);
        apart.extend(of_own(&extract(&Article::from_text(second)).entities, first.len() + 2));
        prop_assert_eq!(whole, apart);
    }

    #[test]
    fn the_lexicon_scan_is_sound(text in any_text()) {
        for hit in Lexicon::embedded().scan(&text) {
            prop_assert!(text.get(hit.span.start..hit.span.end).is_some_and(|word| !word.is_empty()));
        }
    }
}

/// Sentences that end with a full stop and tell figures only: no name, currency or date hangs on another paragraph.
fn paragraph() -> impl Strategy<Value = String> {
    let figures = [
        "同比增长12.3%",
        "下降2.1个百分点",
        "翻一番",
        "六成",
        "总投资298亿元",
        "1.2亿美元",
        "近30亿元",
        "450余万元",
        "3至5亿元",
        "新签约项目61个",
        "标准厂房40多万平方米",
        "500亩",
        "22万吨/年",
        "用时3个月",
        "第一",
        "数十亿元",
    ];
    vec(select(figures.to_vec()), 1..6).prop_map(|pieces| format!("{}。", pieces.join(",")))
}

/// The kinds whose meaning lies in their own words, with their offsets moved by `shift`. Names take their canonical form from the whole article, dates
/// their year.
fn of_own(entities: &[Entity], shift: usize) -> Vec<Entity> {
    let own = [Kind::Money, Kind::Percent, Kind::Quantity, Kind::Number, Kind::Ordinal, Kind::Duration];
    let moved = entities.iter().filter(|entity| own.contains(&entity.kind())).cloned().map(|mut entity| {
        entity.start += shift;
        entity.end += shift;
        entity.evidence.iter_mut().for_each(|span| *span = Span::new(span.start + shift, span.end + shift));
        entity
    });
    moved.collect()
}

#[test]
fn an_extractor_is_shared_between_threads_and_survives_panics() {
    fn everywhere<T: Send + Sync + std::panic::UnwindSafe + std::panic::RefUnwindSafe + Unpin + 'static>() {}
    everywhere::<Article>();
    everywhere::<Extractor>();
    everywhere::<Extraction>();
    everywhere::<Entity>();
    everywhere::<Lexicon>();
    everywhere::<Reading<'static>>();
    everywhere::<zhecon::Error>();
    everywhere::<zhecon::Value>();
    everywhere::<zhecon::Mention>();
    everywhere::<zhecon::Ledger>();
    everywhere::<zhecon::article::Builder>();
    everywhere::<zhecon::extractor::Builder>();
    everywhere::<zhecon::lexicon::Builder>();
    everywhere::<zhecon::lexicon::Hit<'static>>();
    everywhere::<zhecon::ledger::ProjectHistory>();
    everywhere::<zhecon::ledger::CompanyHistory>();
    everywhere::<zhecon::ndjson::Row>();
    everywhere::<zhecon::ndjson::Lines<&'static [u8]>>();
}
