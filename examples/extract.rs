//! Reads articles and prints what they say as NDJSON.
#![allow(clippy::indexing_slicing)]

use std::io::{BufRead, Write};
use zhecon::{Article, Extractor};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut files, mut ndjson, mut plain, mut all) = (Vec::new(), false, false, false);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--ndjson" => ndjson = true,
            "--plain" => plain = true,
            "--kinds" => all = arguments.next().as_deref() == Some("all"),
            "--published" => drop(arguments.next()),
            _ => files.push(argument),
        }
    }
    let extractor = if all { Extractor::builder().only(zhecon::Kind::ALL).build() } else { Extractor::new() };
    let mut out = std::io::stdout().lock();
    let mut print = |id: &str, article: Article| -> Result<(), Box<dyn std::error::Error>> {
        let mut line = serde_json::to_value(extractor.extract(&article))?;
        line["id"] = id.into();
        writeln!(out, "{line}")?;
        Ok(())
    };
    if ndjson {
        for line in std::io::stdin().lock().lines() {
            let row: serde_json::Value = serde_json::from_str(&line?)?;
            let text = row["text"].as_str().unwrap_or_default();
            let mut article = if plain { Article::from_text(text) } else { Article::from_page(text) };
            if let Some(published) = row["published"].as_str().and_then(|text| text.parse().ok()) {
                article = article.published(published);
            }
            print(row["id"].as_str().unwrap_or_default(), article)?;
        }
    }
    for file in files {
        let stem = std::path::Path::new(&file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        print(&stem, Article::from_page(std::fs::read_to_string(&file)?))?;
    }
    Ok(())
}
