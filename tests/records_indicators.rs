//! The tables of indicators under `tests/data/indicators/`: a text, and every indicator that it tells.
//!
//! One line an indicator: subject | measure | figure as written | period (EDTF) | change | how it is meant | size class | figure of the whole that
//! it is a part of. Trailing empty cells are left out; `-` stands for none. The change is told as base, direction and low value: `year_on_year up 47`. A text lists all of its
//! indicators, in order: what is not listed must not be found. `ZHECON_TABLE=articles` runs the files whose name holds that word.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may stop at the first surprise

use serde::Deserialize;
use std::fmt::Write;
use zhecon::record::{Amount, Indicator};
use zhecon::{Article, Extraction, Extractor};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    published: Option<String>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    expect: Vec<String>,
    #[serde(default)]
    #[allow(dead_code)]
    why: String,
}

#[test]
fn every_text_tells_what_the_table_says() {
    let filter = std::env::var("ZHECON_TABLE").unwrap_or_default();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/indicators");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let extractor = Extractor::new();
    let (mut rows, mut report) = (0, String::new());
    for file in files.iter().filter(|file| file.to_string_lossy().contains(&filter)) {
        let table: Table = toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for case in &table.case {
            rows += 1;
            let mut article = Article::from_text(case.text.as_str());
            if let Some(published) = &table.published {
                article = article.published(published.parse().unwrap());
            }
            let extraction = extractor.extract(&article);
            let found: Vec<_> = extraction.indicators.iter().map(|indicator| line(indicator, &extraction)).collect();
            if found != case.expect {
                write!(report, "\n{}\n  want {}\n  got  {}", case.text, case.expect.join("\n       "), found.join("\n       ")).unwrap();
            }
        }
    }
    assert!(rows > 0 || !filter.is_empty(), "no row was read");
    assert!(report.is_empty(), "{} of {rows} texts:{report}", report.matches("\n  want ").count());
}

fn line(indicator: &Indicator, extraction: &Extraction) -> String {
    let low = |amount: &Amount| amount.magnitude().low.or(amount.magnitude().high).map(|figure| figure.to_string());
    let change = indicator.change.as_ref().map(|change| {
        let by = change.value.as_ref().and_then(low).map(|by| format!(" {by}")).unwrap_or_default();
        format!("{} {}{by}", change.base, change.direction)
    });
    let modality = serde_json::to_value(indicator.modality).unwrap();
    let cells = [
        indicator.subject.clone(),
        Some(indicator.measure.clone()),
        Some(extraction.entities[indicator.mention].text.clone()),
        indicator.period.as_ref().and_then(|period| period.edtf.as_ref().map(ToString::to_string)),
        change,
        modality.as_str().filter(|modality| *modality != "actual").map(str::to_owned),
        indicator.size_class.as_ref().and_then(low),
        indicator.part_of.map(|whole| extraction.entities[whole].text.clone()),
    ];
    let cells: Vec<_> = cells.into_iter().map(|cell| cell.unwrap_or_else(|| "-".to_owned())).collect();
    let end = cells.iter().rposition(|cell| cell != "-").map_or(0, |last| last + 1);
    cells[..end].join(" | ")
}
