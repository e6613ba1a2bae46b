//! `zhecon eval`: scores against annotated articles.
//!
//! Strict: the kind and the span are those of the gold. Value: of the strict matches, those whose value agrees too. What the gold holds optional
//! neither helps nor hurts. Projects are matched by name, indicators by figure and measure.

mod gold;
mod report;
mod score;

use crate::arguments::Eval;
use crate::fault::{self, Fault, Outcome};
use anyhow::Context;
use gold::Case;
use score::Scores;
use serde_json::Value;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::Path;
use zhecon::ndjson::{Answer, Lines};
use zhecon::{Article, Extractor};

/// Runs the command.
pub(crate) fn run(command: &Eval) -> anyhow::Result<Outcome> {
    let cases = gold::load(&command.gold)?;
    let answers = command.answers.as_deref().map(answers).transpose()?;
    let extractor = Extractor::new();
    let (mut scores, mut outcome) = (Scores::default(), Outcome::Whole);
    for case in cases {
        let case = match case {
            Ok(case) => case,
            Err(fault) => {
                fault::tell(fault);
                outcome = Outcome::Partial;
                continue;
            }
        };
        let answer = match &answers {
            Some(answers) => answers.get(&case.stem).or_else(|| answers.get(case.id())).cloned(),
            None => Some(read(&extractor, &case)?),
        };
        if answer.is_none() {
            let reason = format!("there is no answer for {}", case.stem);
            fault::tell(Fault { file: command.gold.display().to_string(), line: None, reason, remedy: "it counts as an empty one" });
            outcome = Outcome::Partial;
        }
        scores.add(&case, &answer.unwrap_or_default());
    }
    let kind = command.kind.map(|kind| kind.to_string());
    let text = if command.json { report::json(&scores, kind.as_deref())? } else { report::table(&scores, kind.as_deref(), command.errors) };
    io::stdout().write_all(text.as_bytes())?;
    Ok(outcome)
}

fn read(extractor: &Extractor, case: &Case) -> serde_json::Result<Value> {
    let article = if case.is_page { Article::from_page(case.raw.as_str()) } else { Article::from_text(case.raw.as_str()) };
    let article = case.published.map_or(article.clone(), |published| article.published(published));
    serde_json::to_value(Answer { id: &case.stem, extraction: &extractor.extract(&article) })
}

fn answers(path: &Path) -> anyhow::Result<HashMap<String, Value>> {
    let file = File::open(path).with_context(|| path.display().to_string())?;
    let mut answers = HashMap::new();
    for line in Lines::new(BufReader::new(file)) {
        let line = line?;
        let place = || format!("{}, line {}", path.display(), line.number);
        let answer: Value = serde_json::from_slice(&line.bytes.clone().with_context(place)?).with_context(place)?;
        let id = match answer.get("id") {
            Some(Value::String(id)) => id.clone(),
            Some(id) => id.to_string(),
            None => anyhow::bail!("{}: it has no id", place()),
        };
        let name = id.rsplit('/').next().unwrap_or(&id);
        let name = name.strip_suffix(".txt").unwrap_or(name);
        answers.insert(name.strip_suffix(".raw").unwrap_or(name).to_owned(), answer);
    }
    Ok(answers)
}
