//! `zhecon extract`: what articles say, in the form that is asked for.

use crate::arguments::{Extract, Format, Sheet};
use crate::fault::Outcome;
use crate::input::{Named, Sources};
use crate::output::Output;
use crate::{pipeline, table};
use std::collections::HashSet;
use zhecon::export::csv::Table;
use zhecon::export::facts;
use zhecon::ndjson::Answer;
use zhecon::{Extraction, Extractor};

/// Runs the command.
pub(crate) fn run(command: &Extract) -> anyhow::Result<Outcome> {
    anyhow::ensure!(command.table.is_none() || command.format == Format::Csv, "--table picks a CSV table: leave --format away");
    let (mut out, answered) = open(command)?;
    let (format, sheet) = (command.format, sheet(command.table.unwrap_or(Sheet::Entities)));
    let extractor = command.kinds.extractor();
    let mut nth = 0_usize;
    if format == Format::Csv {
        out.answer(sheet.header().as_bytes())?;
    }
    let work = move |named: Named| (!answered.contains(&named.id)).then(|| written(&extractor, &named, format, sheet));
    let outcome = pipeline::run(&command.input, Sources::of(&command.input), work, |answer| {
        let Some(answer) = answer.transpose()? else { return Ok(()) };
        if format == Format::Json {
            out.answer(if nth == 0 { b"[\n" } else { b",\n" })?;
        }
        nth += 1;
        out.answer(&answer)
    })?;
    if format == Format::Json {
        out.answer(if nth == 0 { b"[]\n" } else { b"\n]\n" })?;
    }
    out.finish()?;
    Ok(outcome)
}

fn open(command: &Extract) -> anyhow::Result<(Output, HashSet<String>)> {
    match &command.output {
        Some(path) if command.resume => {
            anyhow::ensure!(command.format == Format::Ndjson, "--resume goes on with NDJSON only: leave --format away");
            Output::resume(path)
        }
        path => Ok((Output::open(path.as_deref())?, HashSet::new())),
    }
}

fn sheet(table: Sheet) -> Table {
    match table {
        Sheet::Entities => Table::Entities,
        Sheet::Projects => Table::Projects,
        Sheet::Indicators => Table::Indicators,
    }
}

/// One article's answer as it is written.
fn written(extractor: &Extractor, named: &Named, format: Format, sheet: Table) -> std::io::Result<Vec<u8>> {
    let (id, extraction) = (named.id.as_str(), &extractor.extract(&named.article));
    Ok(match format {
        Format::Csv => sheet.lines(id, extraction).into_bytes(),
        Format::Table => human(id, extraction).into_bytes(),
        Format::Json => serde_json::to_vec_pretty(&Answer { id, extraction })?,
        Format::Ndjson => {
            let mut line = serde_json::to_vec(&Answer { id, extraction })?;
            line.push(b'\n');
            line
        }
    })
}

fn human(id: &str, extraction: &Extraction) -> String {
    let mut table = table::with_headings(&["kind", "text", "value"], &[0]);
    for entity in &extraction.entities {
        let facts: Vec<String> = facts::of(&entity.value).into_iter().map(|(name, text)| format!("{name} {text}")).collect();
        table.add_row([&entity.kind().to_string(), &entity.text, &facts.join("; ")]);
    }
    format!("{id}  {}\n{}\n", extraction.article.title.as_deref().unwrap_or_default(), table::text(&table, "mentions"))
}
