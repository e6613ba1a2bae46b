//! Saved pages: what is the article, what is furniture, and what the page says about itself (`tests/pages.toml`).

#![allow(clippy::unwrap_used, clippy::panic)] // a test may stop at the first surprise

use serde::Deserialize;
use std::fmt::Write;
use zhecon::reading::PartKind;
use zhecon::{Article, Reading};

#[derive(Deserialize)]
struct Table {
    page: Vec<Page>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    why: String,
    text: String,
    title: Option<String>,
    #[serde(default)]
    subtitles: Vec<String>,
    source: Option<String>,
    published: Option<String>,
    site: Option<String>,
    #[serde(default)]
    authors: Vec<String>,
    #[serde(default)]
    credits: Vec<String>,
    content: Vec<String>,
    furniture: Vec<String>,
}

#[test]
fn every_page_reads_as_the_table_says() {
    let table: Table = toml::from_str(include_str!("pages.toml")).unwrap();
    let mut report = String::new();
    for page in &table.page {
        let article = Article::from_page(page.text.as_str());
        let reading = Reading::of(&article);
        let told = reading.metadata();
        let mut wrong = |what: &str, want: &dyn std::fmt::Debug, got: &dyn std::fmt::Debug| {
            writeln!(report, "{}\n  {what}: want {want:?}, got {got:?}", page.why).unwrap();
        };
        let mut same = |what: &str, want: &Option<String>, got: Option<String>| {
            if *want != got {
                wrong(what, want, &got);
            }
        };
        same("title", &page.title, told.title.clone());
        same("source", &page.source, told.source.clone());
        same("published", &page.published, told.published.map(|moment| moment.to_string()));
        if page.site.is_some() {
            same("site", &page.site, told.site.clone());
        }
        let credits: Vec<_> = told.credits.iter().map(|credit| format!("{}|{}", credit.name, credit.role)).collect();
        for (what, want, got) in
            [("subtitles", &page.subtitles, &told.subtitles), ("credits", &page.credits, &credits), ("authors", &page.authors, &told.authors)]
        {
            if want != got && (what != "credits" || !want.is_empty()) {
                wrong(what, want, got);
            }
        }
        for (words, furniture) in page.content.iter().map(|words| (words, false)).chain(page.furniture.iter().map(|words| (words, true))) {
            // Where the words stand more than once, one place must be as the table says.
            let mut places = reading.text().match_indices(words.as_str()).map(|(at, _)| {
                let part = reading.parts().iter().find(|part| (part.span.start..part.span.end).contains(&at)).unwrap();
                (part.kind == PartKind::Furniture) == furniture && at + words.trim_end().len() <= part.span.end
            });
            if !places.any(|right| right) {
                wrong(if furniture { "furniture" } else { "content" }, words, &"the other");
            }
        }
        let (mut end, text) = (0, reading.text());
        for part in reading.parts() {
            assert_eq!(part.span.start, end, "parts must cover the text: {}", page.why);
            assert!(text.is_char_boundary(part.span.end));
            end = part.span.end;
        }
        assert_eq!(end, text.len());
    }
    assert!(report.is_empty(), "\n{report}");
}
