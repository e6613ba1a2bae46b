//! The tables of language under `tests/data/`: text, expected reading, reason.
//!
//! A file names the `kinds` it is complete for. Every mention of these kinds must be listed in `expect`, by kind and words, with the value
//! keys that matter (compared as text; `"null"` for null or absent). `none` lists texts without any mention of these kinds.
//! `ZHECON_TABLE=time cargo test --test tables` runs the files whose name holds `time`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)] // a test may stop at the first surprise

#[path = "support/tables.rs"]
mod tables;

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use zhecon::{Extractor, Kind};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    kinds: Vec<Kind>,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    none: Vec<String>,
    #[serde(default)]
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    #[serde(default)]
    published: Option<String>,
    expect: Vec<BTreeMap<String, String>>,
    #[serde(default)]
    #[allow(dead_code)]
    why: String,
}

#[test]
fn every_row_reads_as_the_table_says() {
    let mut report = String::new();
    let mut rows = 0;
    let extractor = Extractor::builder().only(Kind::ALL).build();
    for (file, table) in tables::of::<Table>("") {
        let none = table.none.iter().map(|text| (text, None, Vec::new()));
        let cases = table.case.iter().map(|case| (&case.text, case.published.as_ref(), case.expect.clone()));
        for (text, published, expect) in none.chain(cases) {
            rows += 1;
            let extraction = extractor.extract(&tables::article(text, published.or(table.published.as_ref())));
            let found: Vec<_> = extraction.entities.iter().filter(|entity| table.kinds.contains(&entity.kind())).collect();
            let right = found.len() == expect.len() && expect.iter().all(|want| found.iter().any(|entity| agrees(entity, want)));
            if !right {
                let shown: Vec<_> = found.iter().map(|entity| serde_json::to_string(&entity).unwrap()).collect();
                let name = file.file_name().unwrap().to_string_lossy();
                write!(report, "\n{name}: {text}\n  want {expect:?}\n  got  {}", shown.join("\n       ")).unwrap();
            }
        }
    }
    assert!(rows > 0, "no table has that name");
    assert!(report.is_empty(), "{} of {rows} rows:{report}", report.matches("\n  want ").count());
}

fn agrees(entity: &zhecon::Entity, want: &BTreeMap<String, String>) -> bool {
    let json = serde_json::to_value(entity).unwrap();
    want.iter().all(|(key, want)| {
        if *key == entity.kind().to_string() {
            return entity.text == *want;
        }
        match &json["value"][key] {
            serde_json::Value::Null => want == "null",
            serde_json::Value::String(text) => text == want,
            other => &other.to_string() == want,
        }
    })
}
