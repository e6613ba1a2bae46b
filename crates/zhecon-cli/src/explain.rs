//! `zhecon explain`: one article with every mention, its value, its rule and its evidence under the text.

use crate::arguments::Explain;
use crate::fault::{self, Outcome};
use crate::input::{Named, Sources};
use crate::table;
use anstream::println;
use anstyle::{AnsiColor, Style};
use std::fmt::Write;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use zhecon::export::facts;
use zhecon::export::marks::{self, Mark};
use zhecon::reading::PartKind;
use zhecon::record::{Indicator, ProjectRecord};
use zhecon::{Article, Entity, Extraction, Kind, Reading, Span};

/// The columns that are kept free on the right for what stands under the last words of a row.
const ROOM: usize = 44;
/// The fewest columns that a row of text has.
const NARROWEST: usize = 36;

/// Runs the command.
pub(crate) fn run(command: &Explain) -> anyhow::Result<Outcome> {
    let mut jobs = Sources::of(&command.input).jobs();
    let Some(job) = jobs.next() else { return Ok(Outcome::Whole) };
    let Named { id, article } = match job.article(&command.input) {
        Ok(named) => named,
        Err(fault) => {
            fault::tell(fault);
            return Ok(Outcome::Partial);
        }
    };
    anyhow::ensure!(jobs.next().is_none(), "explain shows one article: name one file, or pipe one in");
    let extraction = command.kinds.extractor().extract(&article);
    let width = usize::from(command.width.unwrap_or_else(table::width));
    table::heading(&id);
    print(&article, &extraction, width.saturating_sub(ROOM).max(NARROWEST));
    extraction.projects.iter().for_each(|record| project(record, &extraction, &article));
    extraction.indicators.iter().for_each(|record| indicator(record, &extraction, &article));
    Ok(Outcome::Whole)
}

fn print(article: &Article, extraction: &Extraction, width: usize) {
    let reading = Reading::of(article);
    let marks = marks::of(&reading, extraction);
    let mut first = 0;
    for part in reading.parts() {
        if part.kind == PartKind::Furniture {
            continue;
        }
        for row in rows(reading.text(), part.span, width, &marks) {
            while marks.get(first).is_some_and(|mark| mark.span.end <= row.start) {
                first += 1;
            }
            let near = marks.get(first..).unwrap_or_default().iter().take_while(|mark| mark.span.start < row.end);
            let inside: Vec<&Mark<'_>> = near.filter(|mark| mark.span.overlaps(row)).collect();
            println!("{}", text_line(reading.text(), row, &inside));
            for line in under_lines(reading.text(), row, &inside, article) {
                println!("{line}");
            }
        }
    }
}

/// A part of the text cut into rows that are no wider than asked for. A mention goes to the next row whole, where that leaves half a row.
fn rows(text: &str, part: Span, width: usize, marks: &[Mark<'_>]) -> Vec<Span> {
    let mut rows = Vec::new();
    for line in part.lines(text) {
        let mut start = line.start;
        while let Some(overflow) = overflow(text, Span::new(start, line.end), width) {
            let torn = outermost(marks, overflow);
            let cut = torn.map(|mark| mark.span.start).filter(|cut| Span::new(start, *cut).of(text).width() * 2 > width).unwrap_or(overflow);
            rows.push(Span::new(start, cut));
            start = cut;
        }
        rows.push(Span::new(start, line.end));
    }
    rows.retain(|row| !row.of(text).trim().is_empty());
    rows
}

/// The mention around a place of the text that stands in no other.
fn outermost<'m, 'a>(marks: &'m [Mark<'a>], at: usize) -> Option<&'m Mark<'a>> {
    let before = marks.partition_point(|mark| mark.span.start < at);
    marks.iter().take(before).rev().find(|mark| mark.depth == 0).filter(|mark| at < mark.span.end)
}

/// The first character of a line that does not fit; every row has one at least.
fn overflow(text: &str, line: Span, width: usize) -> Option<usize> {
    let mut column = 0;
    line.of(text).char_indices().find_map(|(offset, character)| {
        column += character.width().unwrap_or(0);
        (column > width && offset > 0).then_some(line.start + offset)
    })
}

/// The row itself, each mention in the colour of its kind.
fn text_line(text: &str, row: Span, marks: &[&Mark<'_>]) -> String {
    let mut line = String::new();
    for (offset, character) in row.of(text).char_indices() {
        let at = row.start + offset;
        let shown = if character.is_control() { ' ' } else { character };
        match marks.iter().rev().find(|mark| mark.span.start <= at && at < mark.span.end) {
            Some(mark) => {
                let style = style(mark.entity.kind());
                let _ = write!(line, "{style}{shown}{style:#}");
            }
            None => line.push(shown),
        }
    }
    line
}

/// Underlines, one line a depth, then a line for what each mention says, the last one first, so that every line leads down to its own.
fn under_lines(text: &str, row: Span, marks: &[&Mark<'_>], article: &Article) -> Vec<String> {
    let column = |at: usize| Span::new(row.start, at.clamp(row.start, row.end)).of(text).width();
    let starts_here = |mark: &Mark<'_>| mark.span.start >= row.start;
    let mut lines = Vec::new();
    for depth in 0..=marks.iter().map(|mark| mark.depth).max().unwrap_or(0) {
        let mut line = Canvas::default();
        for mark in marks.iter().filter(|mark| mark.depth < depth && starts_here(mark)) {
            line.put(column(mark.span.start), "│", style(mark.entity.kind()));
        }
        for mark in marks.iter().filter(|mark| mark.depth == depth) {
            let (from, to) = (column(mark.span.start), column(mark.span.end));
            let shared = marks.iter().any(|outer| outer.depth < depth && outer.span.start == mark.span.start);
            for at in from..to {
                let sign = if at > from || !starts_here(mark) {
                    "─"
                } else if shared {
                    "├"
                } else {
                    "┬"
                };
                line.put(at, sign, style(mark.entity.kind()));
            }
        }
        lines.extend(line.line());
    }
    let here: Vec<&&Mark<'_>> = marks.iter().filter(|mark| starts_here(mark)).collect();
    for (nth, mark) in here.iter().enumerate().rev() {
        let mut line = Canvas::default();
        for other in here.iter().take(nth) {
            line.put(column(other.span.start), "│", style(other.entity.kind()));
        }
        let at = column(mark.span.start);
        let shared = here.iter().take(nth).any(|other| other.span.start == mark.span.start);
        line.put(at, if shared { "├" } else { "└" }, style(mark.entity.kind()));
        let mut out = line.line().unwrap_or_default();
        let _ = write!(out, " {}", told(mark.entity, article));
        lines.push(out);
    }
    lines
}

/// A line in which signs are put at columns.
#[derive(Default)]
struct Canvas {
    cells: std::collections::BTreeMap<usize, (&'static str, Style)>,
}

impl Canvas {
    fn put(&mut self, column: usize, sign: &'static str, style: Style) {
        self.cells.insert(column, (sign, style));
    }

    fn line(self) -> Option<String> {
        let last = *self.cells.keys().next_back()?;
        let mut line = String::new();
        for column in 0..=last {
            match self.cells.get(&column) {
                Some((sign, style)) => {
                    let _ = write!(line, "{style}{sign}{style:#}");
                }
                None => line.push(' '),
            }
        }
        Some(line)
    }
}

/// What a mention says, by which rule, and what else that rests on.
fn told(entity: &Entity, article: &Article) -> String {
    let (kind, dim) = (style(entity.kind()).bold(), Style::new().dimmed());
    // The first fact is what the kind promises: it needs no name.
    let fact = |(nth, (name, text)): (usize, (&str, String))| if nth == 0 { text } else { format!("{dim}{name}{dim:#} {text}") };
    let facts: Vec<String> = facts::of(&entity.value).into_iter().enumerate().map(fact).collect();
    let evidence: Vec<&str> = entity.evidence.iter().map(|span| span.of(article.text())).collect();
    let from = if evidence.is_empty() { String::new() } else { format!(" ← {}", evidence.join(" · ")) };
    format!("{kind}{}{kind:#}  {}  {dim}{}{from}{dim:#}", entity.kind(), facts.join("  "), entity.rule)
}

fn project(record: &ProjectRecord, extraction: &Extraction, article: &Article) {
    table::heading(&format!("⇒ project  {}", record.name));
    let mention = |at: usize| extraction.entities.get(at).map(|entity| entity.text.clone()).unwrap_or_default();
    let steps = record.events.iter().map(|event| facts::step(event.stage, event.planned, event.date.as_deref()));
    let fields = [
        ("investors", record.investors.join(", ")),
        ("zone", record.zone.clone().unwrap_or_default()),
        ("investment", record.investment.as_ref().map(|stated| mention(stated.mention)).unwrap_or_default()),
        ("stage", record.stage.map(|stage| stage.to_string()).unwrap_or_default()),
        ("events", steps.collect::<Vec<_>>().join(", ")),
    ];
    for (name, text) in fields.iter().filter(|(_, text)| !text.is_empty()) {
        field(name, text);
    }
    for (name, spans) in &record.evidence {
        rests_on(name, spans.iter().map(|span| span.of(article.text())), "");
    }
}

fn indicator(record: &Indicator, extraction: &Extraction, article: &Article) {
    let subject = record.subject.as_deref().unwrap_or("–");
    table::heading(&format!("⇒ indicator  {subject} · {} · {}", record.measure, facts::amount(&record.value)));
    if let Some(edtf) = record.period.as_ref().and_then(|period| period.edtf.as_ref()) {
        field("period", &edtf.to_string());
    }
    if let Some(change) = &record.change {
        field("change", &facts::change(change));
    }
    if let Some(whole) = extraction.whole(record) {
        field("part of", &format!("{} {}", whole.measure, facts::amount(&whole.value)));
    }
    for evidence in &record.evidence {
        rests_on(&evidence.field, std::iter::once(evidence.span.of(article.text())), &evidence.rule);
    }
}

fn field(name: &str, text: &str) {
    println!("    {name:<12} {text}");
}

fn rests_on<'t>(name: &str, words: impl Iterator<Item = &'t str>, rule: &str) {
    let dim = Style::new().dimmed();
    let words: Vec<&str> = words.collect();
    let rule = if rule.is_empty() { String::new() } else { format!("  {rule}") };
    println!("    {dim}{name:<12} ← {}{rule}{dim:#}", words.join(" · "));
}

/// The colour of a kind: figures green, times blue, places and zones yellow, names magenta, records red.
fn style(kind: Kind) -> Style {
    match kind {
        Kind::Money | Kind::Percent | Kind::Quantity | Kind::Number | Kind::Ordinal => AnsiColor::Green.on_default(),
        Kind::Date | Kind::Duration | Kind::TimeSet => AnsiColor::Blue.on_default(),
        Kind::Place | Kind::Zone => AnsiColor::Yellow.on_default(),
        Kind::Company | Kind::Organization | Kind::Person => AnsiColor::Magenta.on_default(),
        Kind::Project => AnsiColor::Red.on_default(),
        _ => AnsiColor::Cyan.on_default(),
    }
}
