//! Reads article files and prints their projects and indicators as a table: `cargo run --example projects -- FILE…`.
//!
//! With `--csv entities|projects|indicators` one flat table is printed instead.

use std::error::Error;
use std::io::Write;
use zhecon::export::csv::Table;
use zhecon::{Article, Extraction, Extractor, Figure};

fn main() -> Result<(), Box<dyn Error>> {
    let (mut files, mut table) = (Vec::new(), None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--csv" => {
                table = match arguments.next().as_deref() {
                    Some("entities") => Some(Table::Entities),
                    Some("projects") => Some(Table::Projects),
                    Some("indicators") => Some(Table::Indicators),
                    other => return Err(format!("--csv wants entities, projects or indicators, not {other:?}").into()),
                }
            }
            _ => files.push(argument),
        }
    }
    let extractor = Extractor::new();
    let mut out = std::io::stdout().lock();
    if let Some(table) = table {
        write!(out, "{}", table.header())?;
    }
    for file in files {
        let stem = std::path::Path::new(&file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let extraction = extractor.extract(&Article::from_page(String::from_utf8_lossy(&std::fs::read(&file)?)));
        match table {
            Some(table) => write!(out, "{}", table.lines(&stem, &extraction))?,
            None => show(&mut out, &stem, &extraction)?,
        }
    }
    Ok(())
}

fn show(out: &mut impl Write, id: &str, extraction: &Extraction) -> std::io::Result<()> {
    writeln!(out, "== {id} {}", extraction.article.title.as_deref().unwrap_or_default())?;
    for project in &extraction.projects {
        let stage = project.stage.map_or_else(|| "-".to_owned(), |stage| stage.to_string());
        let investment = project.investment.as_ref().and_then(|stated| text(extraction, stated.mention)).unwrap_or("-");
        let investors = project.investors.join(", ");
        writeln!(out, "  project    {} | {investment} | {stage} | {investors} | {}", project.name, project.zone.as_deref().unwrap_or("-"))?;
    }
    for indicator in &extraction.indicators {
        let figure = text(extraction, indicator.mention).unwrap_or("-");
        let period = indicator.period.as_ref().and_then(|period| period.edtf.as_ref()).map_or_else(|| "-".to_owned(), ToString::to_string);
        let change = indicator.change.as_ref().map_or_else(String::new, |change| {
            let by = change.value.as_ref().map(|amount| amount.magnitude()).and_then(|m| m.low.or(m.high)).as_ref().map(Figure::to_string);
            format!(" | {} {} {}", change.base, change.direction, by.unwrap_or_default())
        });
        writeln!(out, "  indicator  {} | {} | {figure} | {period}{change}", indicator.subject.as_deref().unwrap_or("-"), indicator.measure)?;
    }
    Ok(())
}

fn text(extraction: &Extraction, mention: usize) -> Option<&str> {
    extraction.entities.get(mention).map(|entity| entity.text.as_str())
}
