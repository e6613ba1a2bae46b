//! Scores as a table and as JSON.

use super::score::{Scores, Tally, VALUE_KEYS};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// Precision, recall and their harmonic mean.
fn measures(matched: usize, answered: usize, gold: usize) -> [f64; 3] {
    let precision = share(matched, answered);
    let recall = share(matched, gold);
    let mean = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
    [precision, recall, mean]
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[derive(Serialize)]
struct Line {
    gold: usize,
    #[serde(rename = "pred")]
    answered: usize,
    p: f64,
    r: f64,
    f1: f64,
    overlap_r: f64,
    value_acc: f64,
}

impl Line {
    fn of(tally: &Tally) -> Self {
        let [p, r, f1] = measures(tally.strict, tally.answered, tally.gold);
        let (overlap_r, value_acc) = (share(tally.overlap, tally.gold), share(tally.value, tally.strict));
        Self { gold: tally.gold, answered: tally.answered, p, r, f1, overlap_r, value_acc }
    }
}

/// A line a kind, and all together.
fn lines(scores: &Scores, kind: Option<&str>) -> Vec<(String, Line)> {
    let rank = |name: &str| VALUE_KEYS.iter().position(|(key, _)| *key == name).unwrap_or(VALUE_KEYS.len());
    let mut kinds: Vec<(&str, usize, Tally)> = scores.kinds.iter().map(|(name, (order, tally))| (name.as_str(), *order, *tally)).collect();
    if let Some(kind) = kind {
        kinds.retain(|(name, ..)| *name == kind);
        if kinds.is_empty() {
            kinds.push((kind, 0, Tally::default()));
        }
    }
    kinds.sort_by_key(|(name, order, _)| (rank(name), *order));
    let mut total = Tally::default();
    kinds.iter().for_each(|(_, _, tally)| total.add(*tally));
    let mut lines: Vec<_> = kinds.iter().map(|(name, _, tally)| ((*name).to_owned(), Line::of(tally))).collect();
    lines.push(("ALL".to_owned(), Line::of(&total)));
    lines
}

fn records(scores: &Scores) -> Map<String, Value> {
    let count = |name: &str| scores.records.get(name).copied().unwrap_or(0);
    let mean = |what: &str| measures(count(&format!("{what}_match")), count(&format!("{what}_pred")), count(&format!("{what}_gold")))[2];
    let mut out = Map::new();
    out.insert("projects_f1".into(), json!(mean("project")));
    out.insert("project_fields_f1".into(), json!(mean("field")));
    out.insert("indicators_f1".into(), json!(mean("indicator")));
    out.insert("indicator_subject_acc".into(), json!(share(count("subject_match"), count("indicator_match"))));
    out.insert("indicator_period_acc".into(), json!(share(count("period_match"), count("indicator_match"))));
    out.extend(scores.records.iter().map(|(name, count)| ((*name).to_owned(), json!(count))));
    out
}

/// The scores as JSON.
pub(super) fn json(scores: &Scores, kind: Option<&str>) -> serde_json::Result<String> {
    let kinds: Map<String, Value> =
        lines(scores, kind).into_iter().map(|(name, line)| Ok((name, serde_json::to_value(line)?))).collect::<serde_json::Result<_>>()?;
    Ok(serde_json::to_string_pretty(&json!({"kinds": kinds, "records": records(scores)}))? + "\n")
}

/// The scores as a table, with up to so many errors a kind.
pub(super) fn table(scores: &Scores, kind: Option<&str>, errors: usize) -> String {
    let mut out = format!("{:14}{:>6}{:>6}{:>8}{:>8}{:>8}{:>8}{:>8}\n", "kind", "gold", "pred", "P", "R", "F1", "ovl R", "value");
    let lines = lines(scores, kind);
    for (name, line) in &lines {
        let Line { gold, answered, p, r, f1, overlap_r, value_acc } = line;
        let _ = writeln!(out, "{name:14}{gold:6}{answered:6}{p:8.3}{r:8.3}{f1:8.3}{overlap_r:8.3}{value_acc:8.3}");
    }
    let shown = |value: &Value| if value.is_f64() { format!("{:.3}", value.as_f64().unwrap_or(0.0)) } else { value.to_string() };
    let records: Vec<String> = records(scores).iter().map(|(name, value)| format!("{name}={}", shown(value))).collect();
    let _ = writeln!(out, "records: {}", records.join(", "));
    for (name, _) in &lines {
        let Some(found) = scores.errors.get(name) else { continue };
        for (what, list) in [("missed", &found.missed), ("spurious", &found.spurious), ("value", &found.value)] {
            for error in list.iter().take(errors) {
                let _ = writeln!(out, "  {name} {what}: {error}");
            }
        }
    }
    out
}
