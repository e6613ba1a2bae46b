//! The tables of indicators under `tests/data/indicators/`: a text, and every indicator that it tells.
//!
//! One line an indicator: subject | measure | figure as written | period (EDTF) | change | how it is meant | size class | figure of the whole that
//! it is a part of. Trailing empty cells are left out; `-` stands for none. The change is told as base, direction and low value: `year_on_year up 47`. A text lists all of its
//! indicators, in order: what is not listed must not be found. `ZHECON_TABLE=articles` runs the files whose name holds that word.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may stop at the first surprise

#[path = "support/tables.rs"]
mod tables;

use serde::Deserialize;
use std::fmt::Write;
use zhecon::record::{Amount, Indicator};
use zhecon::{Extraction, Extractor};

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
    let extractor = Extractor::new();
    let (mut rows, mut report) = (0, String::new());
    for (_, table) in tables::of::<Table>("indicators") {
        for case in &table.case {
            rows += 1;
            let extraction = extractor.extract(&tables::article(&case.text, table.published.as_ref()));
            let found: Vec<_> = extraction.indicators.iter().map(|indicator| line(indicator, &extraction)).collect();
            if found != case.expect {
                write!(report, "\n{}\n  want {}\n  got  {}", case.text, case.expect.join("\n       "), found.join("\n       ")).unwrap();
            }
        }
    }
    assert!(report.is_empty(), "{} of {rows} texts:{report}", report.matches("\n  want ").count());
}

fn line(indicator: &Indicator, extraction: &Extraction) -> String {
    let low = |amount: &Amount| amount.magnitude().low.or(amount.magnitude().high).map(|figure| figure.to_string());
    let change = indicator.change.as_ref().map(|change| {
        let by = change.value.as_ref().and_then(low).map(|by| format!(" {by}")).unwrap_or_default();
        format!("{} {}{by}", change.base, change.direction)
    });
    let modality = indicator.modality.to_string();
    let cells = [
        indicator.subject.clone(),
        Some(indicator.measure.clone()),
        Some(extraction.entities[indicator.mention].text.clone()),
        indicator.period.as_ref().and_then(|period| period.edtf.as_ref().map(ToString::to_string)),
        change,
        Some(modality).filter(|modality| modality != "actual"),
        indicator.size_class.as_ref().and_then(low),
        indicator.part_of.map(|whole| extraction.entities[whole].text.clone()),
    ];
    let cells: Vec<_> = cells.into_iter().map(|cell| cell.unwrap_or_else(|| "-".to_owned())).collect();
    let end = cells.iter().rposition(|cell| cell != "-").map_or(0, |last| last + 1);
    cells[..end].join(" | ")
}
