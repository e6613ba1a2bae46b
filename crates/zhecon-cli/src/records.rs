//! `zhecon projects` and `zhecon indicators`: tables over many articles.

use crate::arguments::{Format, Records};
use crate::fault::Outcome;
use crate::input::{Named, Sources};
use crate::{pipeline, table};
use anstream::print;
use comfy_table::{ColumnConstraint, Width};
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
            let mut table = table::with_headings(&["project", "investors", "zone", "investment", "timeline", "articles"], &[3, 5]);
            if let Some(timeline) = table.column_mut(4) {
                timeline.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(RANGE_OF_DAYS)));
            }
            for project in &projects {
                let [name, investors, zone, investment, _, timeline, _] = project_cells(project, "\n");
                table.add_row([name, investors, zone, investment, timeline, tellers(project)]);
            }
            print!("{}", table::text(&table, "projects"));
        }
    }
    Ok(outcome)
}

/// The columns of two days as EDTF, and of a space on each side.
const RANGE_OF_DAYS: u16 = 23;

const PROJECT_HEADINGS: [&str; 7] = ["project", "investors", "zone", "investment", "stage", "timeline", "articles"];

fn project_cells(project: &ProjectHistory, between: &str) -> [String; 7] {
    let name = match &project.phase {
        Some(phase) if !project.name.contains(phase.as_str()) => format!("{} {phase}", project.name),
        _ => project.name.clone(),
    };
    let timeline: Vec<String> = project.timeline.iter().map(|step| facts::step(step.stage, step.planned, step.date.as_deref())).collect();
    let articles: Vec<&str> = project.sources.iter().map(|source| source.source.as_str()).collect();
    [
        name,
        project.investors.join(between),
        project.zone.clone().unwrap_or_default(),
        project.investment.as_ref().map(facts::sum).unwrap_or_default(),
        project.stage.map(|stage| stage.to_string()).unwrap_or_default(),
        timeline.join(between),
        articles.join(between),
    ]
}

/// The articles that tell a project, in few words.
fn tellers(project: &ProjectHistory) -> String {
    let first = project.sources.first().map(|source| source.source.as_str()).unwrap_or_default();
    match project.sources.len() {
        0 | 1 => first.to_owned(),
        count => format!("{first} +{}", count - 1),
    }
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
        Format::Table => print!("{}", table::text(&table, "indicators")),
        Format::Csv | Format::Ndjson => {}
    }
    Ok(outcome)
}

fn indicator_cells(id: &str, indicator: &Indicator) -> [String; 6] {
    let period = indicator.period.as_ref().and_then(|period| period.edtf.as_ref()).map(ToString::to_string);
    [
        id.to_owned(),
        indicator.subject.clone().unwrap_or_default(),
        indicator.measure.clone(),
        facts::amount(&indicator.value),
        period.unwrap_or_default(),
        indicator.change.as_ref().map(facts::change).unwrap_or_default(),
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
