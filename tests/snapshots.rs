//! Whole articles: what is read from each sample under `examples/articles/`, one line a mention or record.
//!
//! After a change, look at what differs and take it over with `INSTA_UPDATE=always cargo test --test snapshots`.

#![cfg(feature = "encoding")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // a test may stop at the first surprise

use std::fmt::Write;
use zhecon::export::facts;
use zhecon::{Article, Extraction, Extractor};

/// The mentions and records in lines that are read at a glance.
fn lines(extraction: &Extraction) -> String {
    let mut out = String::new();
    let article = &extraction.article;
    let [title, source] = [&article.title, &article.source].map(|text| text.as_deref().unwrap_or("-"));
    let published = article.published.map_or_else(|| "-".to_owned(), |moment| moment.to_string());
    writeln!(out, "article | {title} | {source} | {published} | {}\n", article.authors.join(", ")).unwrap();
    for entity in &extraction.entities {
        let facts: Vec<String> = facts::of(&entity.value).into_iter().map(|(name, text)| format!("{name} {text}")).collect();
        writeln!(out, "{} | {} | {}", entity.kind(), entity.text, facts.join(", ")).unwrap();
    }
    for project in &extraction.projects {
        let stage = project.stage.map_or_else(|| "-".to_owned(), |stage| stage.to_string());
        let amount = project.investment.as_ref().map_or_else(|| "-".to_owned(), |stated| facts::amount(&stated.amount));
        let [zone, place] = [&project.zone, &project.place].map(|text| text.as_deref().unwrap_or("-"));
        writeln!(out, "⇒ project | {} | {} | {zone} | {place} | {amount} | {stage}", project.name, project.investors.join(", ")).unwrap();
    }
    for indicator in &extraction.indicators {
        let period = indicator.period.as_ref().and_then(|period| period.edtf.as_ref()).map_or_else(|| "-".to_owned(), ToString::to_string);
        let change = indicator.change.as_ref().map_or_else(String::new, |change| {
            format!(" | {} {} {}", change.base, change.direction, change.value.as_ref().map(facts::amount).unwrap_or_default())
        });
        let subject = indicator.subject.as_deref().unwrap_or("-");
        let (value, modality) = (facts::amount(&indicator.value), indicator.modality);
        writeln!(out, "⇒ indicator | {subject} | {} | {value} | {period} | {modality:?}{change}", indicator.measure).unwrap();
    }
    out
}

#[test]
fn sample_articles_say_what_was_looked_at() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "txt")) {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let article = Article::from_bytes(&std::fs::read(file).unwrap());
        insta::assert_snapshot!(name, lines(&Extractor::new().extract(&article)));
    }
}
