//! `zhecon projects` and `zhecon indicators`: tables over many articles.

use crate::arguments::{Format, Records};
use crate::fault::Outcome;
use crate::input::{Named, Sources};
use crate::{pipeline, table};
use anstream::print;
use serde::Serialize;
use std::io::{self, Write};
use zhecon::export::csv::Table;
use zhecon::export::facts;
use zhecon::ledger::ProjectHistory;
use zhecon::record::Indicator;
use zhecon::{Extraction, Extractor, Ledger};

/// Runs `zhecon projects`: the articles go through the ledger, which tells each project once.
pub(crate) fn projects(command: &Records) -> anyhow::Result<Outcome> {
    let extractor = Extractor::new();
    let work = move |named: Named| {
        let mut ledger = Ledger::new();
        ledger.add(&named.id, &extractor.extract(&named.article));
        ledger
    };
    let mut ledger = Ledger::new();
    let outcome = pipeline::run(&command.input, Sources::of(&command.input), work, |one| {
        ledger.merge(one);
        Ok(())
    })?;
    let projects = ledger.projects();
    match command.format {
        Format::Json => json(&projects)?,
        Format::Ndjson => ndjson(&projects)?,
        Format::Csv => {
            let mut out = csv::Writer::from_writer(io::stdout());
            out.write_record(PROJECT_HEADINGS)?;
            for project in &projects {
                out.write_record(project_cells(project, ";"))?;
            }
            out.flush()?;
        }
        Format::Table => {
            let mut table = table::with_headings(&PROJECT_HEADINGS, &[3, 4, 5]);
            for project in &projects {
                table.add_row(project_cells(project, "\n"));
            }
            print!("{}", table::text(&table));
        }
    }
    Ok(outcome)
}

const PROJECT_HEADINGS: [&str; 7] = ["project", "investors", "zone", "investment", "stage", "timeline", "articles"];

fn project_cells(project: &ProjectHistory, between: &str) -> [String; 7] {
    let name = match &project.phase {
        Some(phase) if !project.name.contains(phase.as_str()) => format!("{} {phase}", project.name),
        _ => project.name.clone(),
    };
    let timeline: Vec<String> = project
        .timeline
        .iter()
        .map(|step| {
            format!("{}{} {}", step.stage.name(), if step.planned { "?" } else { "" }, step.date.as_deref().unwrap_or_default()).trim().to_owned()
        })
        .collect();
    let articles: Vec<&str> = project.sources.iter().map(|source| source.source.as_str()).collect();
    [
        name,
        project.investors.join(between),
        project.zone.clone().unwrap_or_default(),
        project.investment.as_ref().map(facts::sum).unwrap_or_default(),
        project.stage.map(|stage| stage.name().to_owned()).unwrap_or_default(),
        timeline.join(between),
        articles.join(between),
    ]
}

/// An indicator and the article that tells it.
#[derive(Debug, Serialize)]
struct Told {
    article: String,
    #[serde(flatten)]
    indicator: Indicator,
}

/// Runs `zhecon indicators`.
pub(crate) fn indicators(command: &Records) -> anyhow::Result<Outcome> {
    let extractor = Extractor::new();
    let work = move |named: Named| {
        let extraction = extractor.extract(&named.article);
        (named.id, extraction)
    };
    let mut rows = Vec::new();
    let mut table = table::with_headings(&["article", "subject", "measure", "value", "period", "change"], &[0, 3, 4]);
    let mut out = io::stdout();
    if command.format == Format::Csv {
        out.write_all(Table::Indicators.header().as_bytes())?;
    }
    let outcome = pipeline::run(&command.input, Sources::of(&command.input), work, |(id, extraction): (String, Extraction)| {
        match command.format {
            Format::Csv => out.write_all(Table::Indicators.lines(&id, &extraction).as_bytes())?,
            Format::Table => extraction.indicators.iter().for_each(|indicator| {
                table.add_row(indicator_cells(&id, indicator));
            }),
            Format::Json | Format::Ndjson => {
                rows.extend(extraction.indicators.into_iter().map(|indicator| Told { article: id.clone(), indicator }));
                if command.format == Format::Ndjson {
                    ndjson(&rows)?;
                    rows.clear();
                }
            }
        }
        Ok(())
    })?;
    match command.format {
        Format::Json => json(&rows)?,
        Format::Table => print!("{}", table::text(&table)),
        Format::Csv | Format::Ndjson => {}
    }
    Ok(outcome)
}

fn indicator_cells(id: &str, indicator: &Indicator) -> [String; 6] {
    let change = indicator.change.as_ref().map(|change| {
        let by = change.value.as_ref().map(facts::amount).unwrap_or_default();
        format!("{} {by}, {}", change.direction, change.base.replace('_', " "))
    });
    let period = indicator.period.as_ref().and_then(|period| period.edtf.as_ref()).map(ToString::to_string);
    [
        id.to_owned(),
        indicator.subject.clone().unwrap_or_default(),
        indicator.measure.clone(),
        facts::amount(&indicator.value),
        period.unwrap_or_default(),
        change.unwrap_or_default(),
    ]
}

fn json(rows: &[impl Serialize]) -> io::Result<()> {
    let mut text = serde_json::to_vec_pretty(rows)?;
    text.push(b'\n');
    io::stdout().write_all(&text)
}

fn ndjson(rows: &[impl Serialize]) -> io::Result<()> {
    let mut text = Vec::new();
    for row in rows {
        serde_json::to_writer(&mut text, row)?;
        text.push(b'\n');
    }
    io::stdout().write_all(&text)
}
