//! The tables of damaged text under `tests/data/reading/`: raw text, what it is read as, reason.

#![allow(clippy::unwrap_used, clippy::panic)] // a test may stop at the first surprise

#[path = "support/tables.rs"]
mod tables;

use serde::Deserialize;
use std::fmt::Write;
use zhecon::{Article, Extractor, Reading, Span};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    row: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    text: String,
    reading: String,
    why: String,
}

#[test]
fn every_row_is_read_as_the_table_says() {
    let (mut report, mut rows) = (String::new(), 0);
    for (_, table) in tables::of::<Table>("reading") {
        for row in table.row {
            rows += 1;
            let article = Article::from_text(row.text.as_str());
            let reading = Reading::of(&article);
            if reading.text() != row.reading {
                write!(report, "\n  {}\n  read as {}\n  not     {}\n  {}\n", row.text, reading.text(), row.reading, row.why).unwrap();
            }
            assert_eq!(reading.is_unchanged(), row.text == row.reading, "{}", row.text);
            assert_eq!(reading.diagnostics().is_empty(), row.text == row.reading, "{}", row.text);
        }
    }
    assert!(report.is_empty(), "of {rows} rows:\n{report}");
    assert!(rows > 40 || std::env::var("ZHECON_TABLE").is_ok());
}

#[test]
fn the_sample_pages_read_alike() {
    let page = include_str!("../examples/articles/page.txt");
    let glossed = Article::from_text(include_str!("../examples/articles/glossed.txt"));
    // The sample has the variants 佈 and 覽, and counts as its page does.
    assert_eq!(Reading::of(&glossed).text(), page);
    let shifted = Article::from_text(include_str!("../examples/articles/shifted.txt"));
    let narrow = |text: &str| text.replace('，', ",").replace('（', "(").replace('）', ")").replace('；', ";").replace('：', ":");
    assert_eq!(narrow(Reading::of(&shifted).text()), narrow(page));
}

/// Damage changes where a mention stands, not what is read.
#[test]
fn the_damaged_sample_pages_say_what_the_page_says() {
    let mentions = |text: &str| -> Vec<String> {
        let extraction = Extractor::new().extract(&Article::from_page(text));
        extraction.entities.iter().map(|entity| format!("{} {}", entity.kind(), entity.text.replace('（', "(").replace('）', ")"))).collect()
    };
    let page = mentions(include_str!("../examples/articles/page.txt"));
    assert_eq!(mentions(include_str!("../examples/articles/glossed.txt")), page);
    assert_eq!(mentions(include_str!("../examples/articles/shifted.txt")), page);
}

#[test]
fn spans_point_at_every_raw_character_that_holds_a_byte() {
    let article = Article::from_text("綜合考量了當?shù)亓己玫慕煌▍^(qū)位,臨江經(jīng)濟(jì)區");
    let reading = Reading::of(&article);
    let raw = |words: &str| {
        let start = reading.text().find(words).unwrap();
        reading.raw(Span::new(start, start + words.len())).of(article.text())
    };
    assert_eq!(raw("地"), "?shù)亓");
    assert_eq!(raw("良"), "亓己");
    assert_eq!(raw("区位"), "▍^(qū)位");
    assert_eq!(raw("经济"), "經(jīng)濟(jì)");
    assert_eq!(raw("区"), "▍^(qū)");
    assert_eq!(raw("考量"), "考量");
}

#[test]
fn entities_of_a_damaged_page_point_into_it() {
    let article = Article::from_text("總投(tóu)資(zī)額(é)298億(yì)元");
    let extraction = Extractor::new().extract(&article);
    for entity in &extraction.entities {
        assert_eq!(entity.text, "298亿元");
        assert_eq!(entity.span().of(article.text()), "298億(yì)元");
    }
    assert_eq!(extraction.diagnostics.iter().filter(|diagnostic| diagnostic.kind == "gloss").count(), 4);
}

#[test]
fn diagnostics_say_what_was_read_and_how_certain_that_is() {
    let article = Article::from_text("全年引進企業三十家?!迸R江商務局長說。\n第二段");
    let reading = Reading::of(&article);
    let kinds: Vec<_> = reading.diagnostics().iter().map(|diagnostic| (diagnostic.kind.as_str(), diagnostic.reading.as_str())).collect();
    assert_eq!(kinds, [("script", "进企业三十家。”临江商务局长说"), ("shift", "。”临")]);
    let shift = reading.diagnostics().last().unwrap();
    assert_eq!(shift.span.of(article.text()), "?!迸R");
    assert!((50..100).contains(&shift.certainty), "{}", shift.certainty);
}
