//! Records of projects: what sentences and short articles say, field by field. All texts are invented.
//!
//! The tables under `tests/data/records` list texts and the records expected of them: every record must be listed, by name; of each the fields
//! named are compared (amounts as `low` or `low..high` with unit or currency, lists joined by `;`, events as `stage@date` with `~` for planned).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)] // a test may stop at the first surprise

#[path = "support/tables.rs"]
mod tables;

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use zhecon::{Article, Extractor};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    published: Option<String>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    records: Vec<BTreeMap<String, String>>,
    #[allow(dead_code)]
    why: String,
}

#[test]
fn every_text_gives_the_records_of_the_table() {
    let tables = tables::of::<Table>("records");
    let extractor = Extractor::new();
    let mut report = String::new();
    for (table, case) in tables.iter().flat_map(|(_, table)| table.case.iter().map(move |case| (table, case))) {
        let extraction = extractor.extract(&tables::article(&case.text, case.published.as_ref().or(table.published.as_ref())));
        let got: Vec<Value> = extraction.projects.iter().map(|record| serde_json::to_value(record).unwrap()).collect();
        let right = got.len() == case.records.len() && case.records.iter().all(|want| got.iter().any(|record| differs(record, want).is_empty()));
        if !right {
            writeln!(report, "\n{}", case.text).unwrap();
            for want in &case.records {
                let same = got.iter().find(|record| record["name"] == want["name"].as_str());
                writeln!(report, "  want {want:?}\n  differs {:?}", same.map(|record| differs(record, want))).unwrap();
            }
            for record in got {
                writeln!(report, "  got  {record}").unwrap();
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

/// The fields that are not as wanted, with what they are.
fn differs(record: &Value, want: &BTreeMap<String, String>) -> Vec<(String, String)> {
    want.iter()
        .map(|(field, text)| (field, text, shown(&record[field.as_str()])))
        .filter(|(_, text, got)| got != *text)
        .map(|(field, _, got)| (field.clone(), got))
        .collect()
}

/// A field as the table writes it.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(";"),
        Value::Object(object) if object.contains_key("stage") => {
            let date = object["date"].as_str().map(|date| format!("@{date}")).unwrap_or_default();
            let planned = if object.get("planned") == Some(&Value::Bool(true)) { "~" } else { "" };
            format!("{planned}{}{date}", object["stage"].as_str().unwrap())
        }
        Value::Object(object) if object.contains_key("phase") => format!("{} {}", object["phase"].as_str().unwrap(), shown(&object["investment"])),
        Value::Object(object) => {
            let part = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or("").to_owned();
            let (low, high) = (part("low"), part("high"));
            let amount = if low == high { low } else { format!("{low}..{high}") };
            let unit = [part("currency"), part("unit")].concat();
            let modality = part("modality");
            let modality = if modality == "actual" { String::new() } else { format!(" {modality}") };
            format!("{amount} {unit}{modality}")
        }
        other => other.to_string(),
    }
}

#[test]
fn no_field_stands_without_evidence() {
    let text = "12月1日,安丘市总投资30亿元的高端铝材深加工项目开工,占地300亩,建成后年产值45亿元,税收2亿元,带动就业2000人。";
    let extraction = Extractor::new().extract(&Article::from_text(text));
    assert_eq!(extraction.projects.len(), 1);
    for record in &extraction.projects {
        let json = serde_json::to_value(record).unwrap();
        for field in ["investment", "site_area", "annual_output", "tax", "jobs", "zone", "place", "stage"] {
            if !json[field].is_null() {
                let spans = &record.evidence[field];
                assert!(!spans.is_empty() && spans.iter().all(|span| !span.of(text).is_empty()), "{field}");
            }
        }
    }
}

#[test]
fn a_sentence_taken_away_adds_nothing_to_the_others() {
    let sentences = [
        "总投资30亿元的高端铝材深加工项目开工。",
        "占地120亩的宠物食品加工项目已经投产。",
        "全市签约项目61个,总投资298亿元。",
        "日前,年产10万吨负极材料项目竣工,投资8亿元。",
    ];
    let extractor = Extractor::new();
    let facts = |text: &str| -> Vec<String> {
        let extraction = extractor.extract(&Article::from_text(text));
        extraction
            .projects
            .iter()
            .map(|p| {
                format!(
                    "{} {:?} {:?} {:?}",
                    p.name,
                    p.investment.as_ref().map(|s| s.amount.clone()),
                    p.site_area.as_ref().map(|s| s.amount.clone()),
                    p.stage
                )
            })
            .collect()
    };
    let all = facts(&sentences.concat());
    for out in 0..sentences.len() {
        let rest: String = sentences.iter().enumerate().filter(|(at, _)| *at != out).map(|(_, sentence)| *sentence).collect();
        for fact in facts(&rest) {
            assert!(all.contains(&fact), "{fact} without {}", sentences[out]);
        }
    }
}
