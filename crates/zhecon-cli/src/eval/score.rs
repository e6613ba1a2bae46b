//! Counting hits, misses and false alarms.

use super::gold::Case;
use rust_decimal::Decimal;
use serde_json::Value;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What must agree for a value to count, by kind, in the order of the report.
pub(super) const VALUE_KEYS: [(&str, &[&str]); 13] = [
    ("money", &["low", "high", "bound", "currency"]),
    ("percent", &["low", "high", "bound", "unit"]),
    ("quantity", &["low", "high", "bound", "unit"]),
    ("date", &["edtf", "ref"]),
    ("duration", &["iso8601"]),
    ("time_set", &[]),
    ("place", &["code"]),
    ("zone", &["canonical", "class"]),
    ("company", &["canonical"]),
    ("organization", &["class"]),
    ("person", &["role", "affiliation"]),
    ("project", &[]),
    ("industry", &[]),
];

const PROJECT_FIELDS: [&str; 8] = ["investors", "zone", "place", "investment", "annual_output", "site_area", "floor_area", "stage"];
/// Records less alike than this are not the same.
const ALIKE: f64 = 0.6;
/// How much of the text around an error is shown, in characters.
const AROUND: usize = 8;

/// The counts of one kind.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) gold: usize,
    pub(super) answered: usize,
    pub(super) strict: usize,
    pub(super) overlap: usize,
    pub(super) value: usize,
}

impl Tally {
    pub(super) fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.answered += other.answered;
        self.strict += other.strict;
        self.overlap += other.overlap;
        self.value += other.value;
    }
}

/// The errors of one kind, ready to be shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Errors {
    pub(super) missed: Vec<String>,
    pub(super) spurious: Vec<String>,
    pub(super) value: Vec<String>,
}

/// All counts.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// By kind, with the order in which the kinds were met.
    pub(super) kinds: BTreeMap<String, (usize, Tally)>,
    pub(super) errors: BTreeMap<String, Errors>,
    pub(super) records: BTreeMap<&'static str, usize>,
}

/// A mention in characters of the repaired text.
struct Found<'a> {
    kind: &'a str,
    start: usize,
    end: usize,
    entity: &'a Value,
}

impl Scores {
    /// Counts one article.
    pub(super) fn add(&mut self, case: &Case, answer: &Value) {
        self.add_mentions(case, answer);
        self.add_projects(list(&case.gold, "projects"), list(answer, "projects"));
        self.add_indicators(list(&case.gold, "indicators"), list(answer, "indicators"));
    }

    fn tally(&mut self, kind: &str) -> &mut Tally {
        let next = self.kinds.len();
        &mut self.kinds.entry(kind.to_owned()).or_insert((next, Tally::default())).1
    }

    fn count(&mut self, what: &'static str, by: usize) {
        *self.records.entry(what).or_default() += by;
    }

    fn add_mentions(&mut self, case: &Case, answer: &Value) {
        let found = found(case, answer);
        let by_span: HashMap<(&str, usize, usize), &Value> = found.iter().map(|one| ((one.kind, one.start, one.end), one.entity)).collect();
        let (optional, firm): (Vec<&Value>, Vec<&Value>) = list(&case.gold, "entities").iter().partition(|gold| is_optional(gold));
        let spans: HashSet<(&str, usize, usize)> = firm.iter().map(|gold| place(gold)).collect();
        for gold in &firm {
            let key @ (kind, start, end) = place(gold);
            self.tally(kind).gold += 1;
            let Some(hit) = by_span.get(&key) else {
                let touching = found.iter().any(|one| one.kind == kind && one.start < end && start < one.end);
                self.tally(kind).overlap += usize::from(touching);
                let error = format!("{} «{}»  {}", case.stem, text(gold.get("text")), around(&case.clean, start, end));
                self.errors.entry(kind.to_owned()).or_default().missed.push(error);
                continue;
            };
            let tally = self.tally(kind);
            tally.strict += 1;
            tally.overlap += 1;
            if value_agrees(kind, gold.get("value"), hit.get("value")) {
                tally.value += 1;
            } else {
                let values = [gold.get("value"), hit.get("value")].map(|value| value.map(Value::to_string).unwrap_or_default());
                let error = format!("{} «{}»  gold {} got {}", case.stem, text(gold.get("text")), values[0], values[1]);
                self.errors.entry(kind.to_owned()).or_default().value.push(error);
            }
        }
        let ranges: Vec<(&str, usize, usize)> = optional.iter().map(|gold| place(gold)).collect();
        for one in &found {
            let is_firm = spans.contains(&(one.kind, one.start, one.end));
            // An unlisted reading of a mention that the gold holds optional is ignored as well.
            let forgiven = |(kind, start, end): &(&str, usize, usize)| {
                *kind == one.kind && ((*start, *end) == (one.start, one.end) || (*start < one.end && one.start < *end))
            };
            if !is_firm && ranges.iter().any(forgiven) {
                continue;
            }
            self.tally(one.kind).answered += 1;
            if !is_firm {
                let words: String = case.clean.get(one.start..one.end).unwrap_or_default().iter().collect();
                let error = format!("{} «{words}»  {}", case.stem, around(&case.clean, one.start, one.end));
                self.errors.entry(one.kind.to_owned()).or_default().spurious.push(error);
            }
        }
    }

    fn add_projects(&mut self, golds: &[Value], answers: &[Value]) {
        let name = |value: &Value| text(value.get("name"));
        let pairs = self.pairs(("project_gold", "project_pred", "project_match"), golds, answers, |gold, answer| alike(&name(gold), &name(answer)));
        for (gold, answer) in pairs {
            for field in PROJECT_FIELDS {
                let (gold, answer) = (gold.get(field), answer.get(field));
                self.count("field_gold", usize::from(!is_empty(gold)));
                self.count("field_pred", usize::from(!is_empty(answer)));
                self.count("field_match", usize::from(field_agrees(gold, answer)));
            }
        }
    }

    fn add_indicators(&mut self, golds: &[Value], answers: &[Value]) {
        let score = |gold: &Value, answer: &Value| {
            let figure = |value: &Value, key: &str| value.get("value").and_then(|value| value.get(key)).cloned();
            let agrees = ["low", "high"].into_iter().all(|key| same(figure(gold, key).as_ref(), figure(answer, key).as_ref()));
            if agrees { 0.1 + alike(&text(gold.get("measure")), &text(answer.get("measure"))) } else { 0.0 }
        };
        let pairs = self.pairs(("indicator_gold", "indicator_pred", "indicator_match"), golds, answers, score);
        let period = |value: &Value| value.get("period").and_then(|period| period.get("edtf")).cloned();
        for (gold, answer) in pairs {
            self.count("subject_match", usize::from(same(gold.get("subject"), answer.get("subject"))));
            self.count("period_match", usize::from(same(period(gold).as_ref(), period(answer).as_ref())));
        }
    }

    /// The firm gold records with the answers that are matched to them; counts both sides and the matches.
    fn pairs<'v>(
        &mut self,
        (gold_name, answer_name, match_name): (&'static str, &'static str, &'static str),
        golds: &'v [Value],
        answers: &'v [Value],
        score: impl Fn(&Value, &Value) -> f64,
    ) -> Vec<(&'v Value, &'v Value)> {
        let pairs = matched(golds, answers, score);
        // An optional record neither helps nor hurts.
        let forgiven = pairs.iter().filter(|(gold, _)| is_optional(gold)).count();
        let firm: Vec<_> = pairs.into_iter().filter(|(gold, _)| !is_optional(gold)).collect();
        self.count(gold_name, golds.iter().filter(|gold| !is_optional(gold)).count());
        self.count(answer_name, answers.len() - forgiven);
        self.count(match_name, firm.len());
        firm
    }
}

/// The best pairs first, each record in one pair at most.
fn matched<'v>(golds: &'v [Value], answers: &'v [Value], score: impl Fn(&Value, &Value) -> f64) -> Vec<(&'v Value, &'v Value)> {
    let mut pairs: Vec<(f64, usize, usize, &Value, &Value)> = Vec::new();
    for (i, gold) in golds.iter().enumerate() {
        pairs.extend(answers.iter().enumerate().map(|(j, answer)| (score(gold, answer), i, j, gold, answer)).filter(|pair| pair.0 >= ALIKE));
    }
    pairs.sort_by(|a, b| b.0.partial_cmp(&a.0).unwrap_or(Ordering::Equal).then((b.1, b.2).cmp(&(a.1, a.2))));
    let (mut used_golds, mut used_answers) = (BTreeSet::new(), BTreeSet::new());
    let mut out = Vec::new();
    for (_, i, j, gold, answer) in pairs {
        if !used_golds.contains(&i) && !used_answers.contains(&j) {
            used_golds.insert(i);
            used_answers.insert(j);
            out.push((gold, answer));
        }
    }
    out
}

/// The answered mentions in characters of the repaired text; one that does not stand on character boundaries counts for nothing.
fn found<'a>(case: &Case, answer: &'a Value) -> Vec<Found<'a>> {
    let characters: HashMap<usize, usize> =
        case.raw.char_indices().map(|(byte, _)| byte).chain([case.raw.len()]).enumerate().map(|(character, byte)| (byte, character)).collect();
    let at = |entity: &Value, key: &str| entity.get(key).and_then(Value::as_u64).and_then(|byte| characters.get(&(byte as usize)).copied());
    let one = |entity: &'a Value| {
        let (start, end) = (at(entity, "start")?, at(entity, "end")?);
        let kind = entity.get("kind").and_then(Value::as_str)?;
        Some(Found { kind, start: case.alignment.start(start), end: case.alignment.end(end), entity })
    };
    list(answer, "entities").iter().filter_map(one).collect()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn place(gold: &Value) -> (&str, usize, usize) {
    let at = |key: &str| gold.get(key).and_then(Value::as_u64).map_or(0, |at| at as usize);
    (gold.get("kind").and_then(Value::as_str).unwrap_or_default(), at("start"), at("end"))
}

fn is_optional(gold: &Value) -> bool {
    gold.get("optional").and_then(Value::as_bool).unwrap_or(false)
}

fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => "None".to_owned(),
        Some(other) => other.to_string(),
    }
}

fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(items)) => items.is_empty(),
        Some(_) => false,
    }
}

fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    let is_null = |value: Option<&Value>| value.is_none_or(Value::is_null);
    if is_null(a) || is_null(b) {
        return is_empty(a) && is_empty(b);
    }
    let (a, b) = (text(a), text(b));
    match (a.trim().parse::<Decimal>(), b.trim().parse::<Decimal>()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a.trim() == b.trim(),
    }
}

fn value_agrees(kind: &str, gold: Option<&Value>, answer: Option<&Value>) -> bool {
    let keys = VALUE_KEYS.iter().find(|(name, _)| *name == kind).map_or(&[][..], |(_, keys)| keys);
    keys.iter().all(|key| same(field(gold, key).as_ref(), field(answer, key).as_ref()))
}

/// A field of a value; the unit together with its denominator: t per a = t/a.
fn field(value: Option<&Value>, key: &str) -> Option<Value> {
    let value = value?;
    let own = value.get(key).cloned();
    match (key, value.get("per").filter(|per| !is_empty(Some(per))), &own) {
        ("unit", Some(per), Some(unit)) if !is_empty(own.as_ref()) => Some(Value::String(format!("{}/{}", text(Some(unit)), text(Some(per))))),
        _ => own,
    }
}

fn field_agrees(gold: Option<&Value>, answer: Option<&Value>) -> bool {
    if is_empty(gold) || is_empty(answer) {
        return false;
    }
    match (gold, answer) {
        (Some(gold @ Value::Object(keys)), Some(answer @ Value::Object(_))) => {
            ["low", "high", "currency", "unit"].into_iter().filter(|key| keys.contains_key(*key)).all(|key| same(gold.get(key), answer.get(key)))
        }
        (Some(Value::Array(gold)), Some(Value::Array(answer))) => {
            let set = |items: &[Value]| items.iter().map(|item| text(Some(item))).collect::<BTreeSet<_>>();
            set(gold) == set(answer)
        }
        _ => same(gold, answer),
    }
}

/// How alike two names are: Dice similarity over pairs of characters.
fn alike(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let (a, b) = (bigrams(a), bigrams(b));
    let total: usize = a.values().sum::<usize>() + b.values().sum::<usize>();
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let both: usize = a.iter().map(|(pair, count)| *count.min(b.get(pair).unwrap_or(&0))).sum();
    (2 * both) as f64 / total as f64
}

fn bigrams(text: &str) -> HashMap<(char, char), usize> {
    let mut counts = HashMap::new();
    for pair in text.chars().zip(text.chars().skip(1)) {
        *counts.entry(pair).or_default() += 1;
    }
    counts
}

fn around(clean: &[char], start: usize, end: usize) -> String {
    let range = start.saturating_sub(AROUND)..(end + AROUND).min(clean.len());
    clean.get(range).unwrap_or_default().iter().map(|character| if *character == '\n' { '⏎' } else { *character }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn figures_agree_as_decimals_and_words_as_words() {
        for (a, b, want) in [
            (json!("1.50"), json!("1.5"), true),
            (json!(3), json!("3"), true),
            (json!("1/3"), json!("1/3"), true),
            (json!(null), json!(""), true),
            (json!("XXXX-02"), json!("2024-02"), false),
            (json!("3"), json!(null), false),
        ] {
            assert_eq!(same(Some(&a), Some(&b)), want, "{a} {b}");
        }
    }

    #[test]
    fn a_unit_counts_with_its_denominator() {
        let (gold, answer) = (json!({"low": "22", "unit": "t/a"}), json!({"low": "22", "unit": "t", "per": "a"}));
        assert!(value_agrees("quantity", Some(&gold), Some(&answer)));
    }

    #[test]
    fn names_are_matched_by_their_pairs_of_characters() {
        assert!((alike("蓝湾半导体项目", "蓝湾半导体封测项目") - 10.0 / 14.0).abs() < 1e-12);
        let (golds, answers) = ([json!("ab"), json!("abc")], [json!("abc"), json!("ab")]);
        let score = |a: &Value, b: &Value| alike(&text(Some(a)), &text(Some(b)));
        let pairs = matched(&golds, &answers, score);
        assert_eq!(pairs, [(&golds[1], &answers[0]), (&golds[0], &answers[1])]);
    }
}
