//! `zhecon read`: the repaired text, or what was repaired in it.

use crate::arguments::Read;
use crate::fault::Outcome;
use crate::input::{Named, Sources};
use crate::pipeline;
use anstyle::{AnsiColor, Style};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use zhecon::ndjson::Repaired;
use zhecon::reading::Run;
use zhecon::{Article, Reading, Span};

/// Runs the command.
pub(crate) fn run(command: &Read) -> anyhow::Result<Outcome> {
    let (as_json, as_diff) = (command.json, command.diff);
    let work = move |Named { id, article }: Named| -> std::io::Result<String> {
        let reading = Reading::of(&article);
        Ok(match (as_json, as_diff) {
            (true, _) => serde_json::to_string(&Repaired::new(&id, &reading))? + "\n",
            (_, true) => diff(&id, &article, &reading),
            _ => format!("{}\n", reading.text().trim_end()),
        })
    };
    let mut out = anstream::stdout();
    Ok(pipeline::run(&command.input, Sources::of(&command.input), work, |text| {
        out.write_all(text?.as_bytes())?;
        out.flush()
    })?)
}

/// The lines that differ, raw and repaired, and how often each kind of repair was made.
fn diff(id: &str, article: &Article, reading: &Reading<'_>) -> String {
    let (bold, removed, added) = (Style::new().bold(), AnsiColor::Red.on_default(), AnsiColor::Green.on_default());
    let mut out = format!("{bold}{id}{bold:#}\n");
    let mut from = 0;
    for (nth, line) in reading.text().split('\n').enumerate() {
        let clean = Span::new(from, from + line.len());
        from = clean.end + 1;
        let runs = reading.runs();
        let first = runs.partition_point(|run| run.clean.end <= clean.start);
        let here: Vec<&Run> = runs.iter().skip(first).take_while(|run| run.clean.start < clean.end).collect();
        if here.is_empty() {
            continue;
        }
        let raw = reading.raw(clean);
        let _ = writeln!(out, "{bold}@@ line {} @@{bold:#}", nth + 1);
        let _ = writeln!(out, "{removed}-{removed:#}{}", marked(article.text(), raw, here.iter().map(|run| run.raw), removed));
        let _ = writeln!(out, "{added}+{added:#}{}", marked(reading.text(), clean, here.iter().map(|run| run.clean), added));
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in reading.diagnostics() {
        *counts.entry(&diagnostic.kind).or_default() += 1;
    }
    let counts: Vec<String> = counts.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    let _ = writeln!(out, "{}", if counts.is_empty() { "nothing was repaired".to_owned() } else { format!("repaired: {}", counts.join(", ")) });
    out
}

/// A line with the stretches that differ in colour and underlined.
fn marked(text: &str, line: Span, changed: impl Iterator<Item = Span>, color: Style) -> String {
    let color = color.underline();
    let (mut out, mut at) = (String::new(), line.start);
    for span in changed {
        let span = Span::new(span.start.max(at), span.end.min(line.end));
        if span.is_empty() {
            continue;
        }
        let _ = write!(out, "{}{color}{}{color:#}", Span::new(at, span.start).of(text), span.of(text));
        at = span.end;
    }
    out.push_str(Span::new(at, line.end).of(text));
    out.replace(['\n', '\r'], " ")
}
