//! Which mentions name the same thing: short articles and the clusters expected of them. All texts are invented.
//!
//! The tables under `tests/data/linking` list texts and what their `kinds` must be joined to: every cluster must be listed, by its fullest name,
//! with the words of its mentions in order joined by `;`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may stop at the first surprise

#[path = "support/tables.rs"]
mod tables;

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use zhecon::{Article, Extractor, Kind};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    kinds: Vec<Kind>,
    clusters: BTreeMap<String, String>,
    #[allow(dead_code)]
    why: String,
}

#[test]
fn every_mention_is_joined_to_its_fullest_name() {
    let tables = tables::of::<Table>("linking");
    let extractor = Extractor::new();
    let mut report = String::new();
    for case in tables.iter().flat_map(|(_, table)| &table.case) {
        let extraction = extractor.extract(&Article::from_text(case.text.as_str()));
        let words = |index: &usize| extraction.entities[*index].text.as_str();
        let clusters = extraction.clusters.iter().filter(|cluster| case.kinds.contains(&cluster.kind));
        let got: BTreeMap<String, String> =
            clusters.map(|cluster| (cluster.canonical.clone(), cluster.mentions.iter().map(words).collect::<Vec<_>>().join(";"))).collect();
        if got != case.clusters {
            write!(report, "\n{}\n  want {:?}\n  got  {got:?}", case.text, case.clusters).unwrap();
        }
    }
    assert!(report.is_empty(), "{report}");
}
