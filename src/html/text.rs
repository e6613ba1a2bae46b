//! The text with its mentions and its repaired places.

use crate::article::Article;
use crate::export::facts;
use crate::export::marks::{self, Mark};
use crate::extraction::Extraction;
use crate::reading::{Part, PartKind, Reading};
use crate::span::Span;
use maud::{Markup, PreEscaped, Render, html};
use std::fmt::Write;

/// A place that was repaired.
struct Fix {
    clean: Span,
    raw: Span,
    /// Whether script alone was changed, character by character.
    is_script: bool,
}

/// Writes a text piece by piece; mentions and repaired places are met in the order in which they stand.
struct Writer<'a> {
    text: &'a str,
    raw: &'a str,
    /// The number of the article on the page.
    nth: usize,
    marks: Vec<Mark<'a>>,
    next_mark: usize,
    fixes: Vec<Fix>,
    next_fix: usize,
}

/// All parts of an article in order.
pub(super) fn write(article: &Article, reading: &Reading<'_>, extraction: &Extraction, nth: usize) -> Markup {
    let (marks, fixes) = (marks::of(reading, extraction), fixes(reading));
    let mut writer = Writer { text: reading.text(), raw: article.text(), nth, marks, next_mark: 0, fixes, next_fix: 0 };
    let whole = [Part { span: Span::new(0, reading.text().len()), kind: PartKind::Body }];
    let parts = if reading.parts().is_empty() { &whole[..] } else { reading.parts() };
    html! {
        @for part in parts {
            @for line in part.span.lines(reading.text()) {
                (writer.line(line, part.kind))
            }
        }
    }
}

fn fixes(reading: &Reading<'_>) -> Vec<Fix> {
    let mut repairs: Vec<Span> =
        reading.diagnostics().iter().filter(|diagnostic| diagnostic.kind != "script").map(|diagnostic| diagnostic.span).collect();
    repairs.sort_unstable();
    let fix = |run: &crate::reading::Run| {
        let next = repairs.partition_point(|repair| repair.end <= run.raw.start);
        let is_repair = run.clean.len() != run.raw.len() || repairs.get(next).is_some_and(|repair| repair.overlaps(run.raw));
        Fix { clean: run.clean, raw: run.raw, is_script: !is_repair }
    };
    reading.runs().iter().map(fix).collect()
}

impl Writer<'_> {
    fn line(&mut self, line: Span, kind: PartKind) -> Markup {
        let words = line.of(self.text);
        let trimmed = words.trim();
        if trimmed.is_empty() {
            return Markup::default();
        }
        let start = line.start + (words.len() - words.trim_start().len());
        let inside = self.marked(Span::new(start, start + trimmed.len()));
        html! {
            @match kind {
                PartKind::Title => h1 { (inside) },
                PartKind::Subhead => h2 { (inside) },
                PartKind::Subtitle => p.subtitle { (inside) },
                PartKind::Dateline | PartKind::Byline => p.dateline { (inside) },
                PartKind::Caption => p.caption { (inside) },
                PartKind::Credit => p.credit { (inside) },
                PartKind::Furniture => p.furniture { (inside) },
                PartKind::Body => p { (inside) },
            }
        }
    }

    /// A line with its mentions, each closed before the one that it stands in.
    fn marked(&mut self, line: Span) -> Markup {
        let mut out = String::new();
        let mut open: Vec<usize> = Vec::new();
        let mut at = line.start;
        loop {
            let mark = self.marks.get(self.next_mark).filter(|mark| mark.span.start < line.end);
            let starts = mark.map(|mark| (mark.span.start.max(at), mark.span.end.min(line.end)));
            match (starts, open.last().copied()) {
                (Some((start, _)), Some(end)) if start >= end => self.close(&mut out, &mut open, &mut at, end),
                (Some((start, end)), outer) => {
                    self.piece(&mut out, Span::new(at, start));
                    at = start;
                    self.open(&mut out);
                    // Mentions do not cross; those of a foreign recogniser that do end with the one they began in.
                    open.push(outer.map_or(end, |outer| end.min(outer)).max(start));
                    self.next_mark += 1;
                }
                (None, Some(end)) => self.close(&mut out, &mut open, &mut at, end),
                (None, None) => break,
            }
        }
        self.piece(&mut out, Span::new(at, line.end));
        PreEscaped(out)
    }

    fn close(&mut self, out: &mut String, open: &mut Vec<usize>, at: &mut usize, end: usize) {
        self.piece(out, Span::new(*at, end));
        out.push_str("</mark>");
        *at = end;
        open.pop();
    }

    /// The start tag of the next mention: what the card shows stands in its attributes, a line a fact.
    fn open(&self, out: &mut String) {
        let Some(Mark { entity, index, height, .. }) = self.marks.get(self.next_mark) else { return };
        let mut told = String::new();
        for (name, text) in facts::of(&entity.value) {
            let _ = writeln!(told, "{name}\t{}", one_line(&text));
        }
        let _ = writeln!(told, "rule\t{}", entity.rule);
        for span in &entity.evidence {
            let _ = writeln!(told, "rests on\t{}", one_line(span.of(self.raw)));
        }
        out.push_str("<mark");
        for (name, value) in [
            ("id", format!("m{}-{index}", self.nth)),
            ("data-kind", entity.kind().to_string()),
            ("data-height", height.min(&3).to_string()),
            ("data-start", entity.start.to_string()),
            ("data-end", entity.end.to_string()),
            ("data-facts", told),
        ] {
            out.push_str(&format!(" {name}=\""));
            value.render_to(out);
            out.push('"');
        }
        out.push_str(" tabindex=\"0\">");
    }

    /// Text without mentions, its repaired places marked.
    fn piece(&mut self, out: &mut String, piece: Span) {
        let mut at = piece.start;
        while let Some(fix) = self.fixes.get(self.next_fix).filter(|fix| fix.clean.start < piece.end) {
            let clean = Span::new(fix.clean.start.max(at), fix.clean.end.min(piece.end));
            // Side by side byte by byte where both are of one length; otherwise the raw form stands with the first piece as a whole.
            let raw = match fix.clean.len() == fix.raw.len() {
                true => Span::new(
                    fix.raw.start + (clean.start.saturating_sub(fix.clean.start)),
                    fix.raw.end.saturating_sub(fix.clean.end.saturating_sub(clean.end)),
                ),
                false if clean.start == fix.clean.start => fix.raw,
                false => Span::new(fix.raw.end, fix.raw.end),
            };
            if !clean.is_empty() {
                Span::new(at, clean.start).of(self.text).render_to(out);
                let class = if fix.is_script { "script" } else { "fix" };
                html! { span class=(class) data-raw=(raw.of(self.raw)) { (clean.of(self.text)) } }.render_to(out);
                at = clean.end;
            }
            if fix.clean.end > piece.end {
                break;
            }
            self.next_fix += 1;
        }
        Span::new(at, piece.end).of(self.text).render_to(out);
    }
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
