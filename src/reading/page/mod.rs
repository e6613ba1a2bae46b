//! The parts of a page: what is the article, and what stands around it.
//!
//! A page is read by its lines, in three steps. [`line`] says what each line looks like by itself: sentences, fields of a dateline, a path
//! through the site, buttons. [`Frame::of`] finds the frame of the article among them: headline, dateline, first paragraph, end. Then every line
//! gets its part by its looks and by where in the frame it stands. In doubt a line is content: a lost paragraph costs more than a kept button.

mod date;
mod facts;
mod frame;
mod labels;
mod line;
mod words;

use super::table::{self, Table};
use super::{Metadata, Part, PartKind};
use crate::article::Article;
use crate::span::Span;
pub(crate) use facts::before_buttons;
use facts::{Facts, agency, keep};
use frame::{Frame, is_headline, is_shape, near};
use labels::{Field, Label};
use line::{Line, Shape};
use std::collections::HashSet;

/// The parts of a text and what they say about the article.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Sorted; they cover the text.
    pub(super) parts: Vec<Part>,
    /// What was known beforehand and what the page says.
    pub(super) metadata: Metadata,
}

/// Finds the parts of the repaired text. `clean` maps a span of the raw text to the repaired text, for parts that the caller marked.
pub(super) fn read(text: &str, article: &Article, clean: impl Fn(Span) -> Span) -> Page {
    let mut page = Page { parts: Vec::new(), metadata: article.metadata.clone() };
    if article.is_page {
        let lines = line::lines(text);
        let frame = Frame::of(text, &lines);
        page.divide(text, &lines, &frame);
        page.describe(text, &lines, &frame);
        return page;
    }
    let mut at = 0;
    for marked in &article.marks {
        let end = clean(marked.span).end.clamp(at, text.len());
        page.push(at, end, marked.kind);
        at = end;
    }
    page.push(at, text.len(), PartKind::Body);
    page
}

impl Page {
    fn push(&mut self, start: usize, end: usize, kind: PartKind) {
        if start < end {
            self.parts.push(Part { span: Span::new(start, end), kind });
        }
    }

    /// Gives every line its part. Blank lines belong to the part before them.
    fn divide(&mut self, text: &str, lines: &[Line], frame: &Frame) {
        let title = frame.title.and_then(|at| lines.get(at)).map(|line| headline(text, line));
        let mut credits_end = false; // the credit line stands behind us
        let mut seen: HashSet<&str> = HashSet::new();
        let tables = table::find(text);
        for (at, line) in lines.iter().enumerate() {
            let words = line.words.of(text);
            let again = title.is_some_and(|title| headline(text, line) == title) && frame.title != Some(at);
            let kind = match &line.shape {
                Shape::Blank => {
                    match self.parts.last_mut() {
                        Some(part) => part.span.end = line.span.end,
                        None => self.push(line.span.start, line.span.end, PartKind::Furniture),
                    }
                    continue;
                }
                _ if frame.title == Some(at) => PartKind::Title,
                _ if again => PartKind::Furniture,
                _ if (frame.first..frame.end).contains(&at) && Table::at(&tables, line.words.start).is_some() => PartKind::Body,
                Shape::Fields(fields) => {
                    let foot = at >= frame.last;
                    credits_end |= foot && fields.iter().any(|field| matches!(field.label, Some(Label::Person(_))));
                    // A site's own fields (a form, a list of dates) stand below the end; the article's credits stand at once below its text.
                    let credits = |label: Option<Label>| matches!(label, Some(Label::Person(_) | Label::Reprint));
                    let own = at < frame.end
                        || near(lines, frame.end, at)
                            && fields.iter().all(|field| field.label.is_none() || credits(field.label))
                            && fields.iter().any(|field| credits(field.label));
                    let kind = match own {
                        false => PartKind::Furniture,
                        true if foot => PartKind::Credit,
                        true if at > frame.body => PartKind::Body,
                        true => PartKind::Dateline,
                    };
                    self.fields(line, fields, kind);
                    continue;
                }
                Shape::Navigation | Shape::Tool | Shape::Site | Shape::Notice | Shape::List(_) => PartKind::Furniture,
                _ if at >= frame.end => PartKind::Furniture,
                _ if at < frame.first => before(text, lines, at, frame),
                Shape::Byline if at >= frame.last => PartKind::Credit,
                Shape::Byline => PartKind::Byline,
                Shape::Caption => PartKind::Caption,
                Shape::Paragraph => PartKind::Body,
                Shape::Short if line.size == 0 => PartKind::Body,
                Shape::Short if at < frame.body => opening(text, lines, at, frame),
                // The same words once more in the text are a switch or the name of a column.
                Shape::Short if at < frame.last => {
                    if line.size >= 2 && !seen.insert(words) && line.size < 8 {
                        PartKind::Furniture
                    } else {
                        PartKind::Subhead
                    }
                }
                Shape::Short if credits_end => PartKind::Furniture,
                Shape::Short => PartKind::Body,
            };
            self.line(text, line, kind, title);
        }
    }

    /// One line as one part, but a headline that a paragraph repeats in brackets is said once already.
    fn line(&mut self, text: &str, line: &Line, kind: PartKind, title: Option<&str>) {
        let mut start = line.span.start;
        if let (PartKind::Body, Some(title), Some(inside)) = (kind, title, line.words.of(text).strip_prefix('【')) {
            if let Some(repeated) = inside.split_once('】').map(|(inside, _)| inside).filter(|inside| *inside == title) {
                let end = line.words.start + repeated.len() + 2 * '【'.len_utf8();
                self.push(start, end, PartKind::Furniture);
                start = end;
            }
        }
        self.push(start, line.span.end, kind);
    }

    /// A line of fields, each a part of its own: the counter between time and source is furniture.
    fn fields(&mut self, line: &Line, fields: &[Field], kind: PartKind) {
        let mut start = line.span.start;
        for (at, field) in fields.iter().enumerate() {
            let end = fields.get(at + 1).map_or(line.span.end, |next| next.span.start);
            let own = match field.label {
                Some(Label::Counter | Label::Tool) => PartKind::Furniture,
                Some(Label::Contact) if kind != PartKind::Body => PartKind::Furniture,
                Some(Label::Person(_)) if kind == PartKind::Dateline => PartKind::Byline,
                _ => kind,
            };
            match self.parts.last_mut() {
                Some(part) if part.kind == own && part.span.end == start && at > 0 => part.span.end = end,
                _ => self.push(start, end, own),
            }
            start = end;
        }
        self.push(start, line.span.end, kind);
    }

    /// Reads from the lines what the page says about the article. What the caller said stands.
    fn describe(&mut self, text: &str, lines: &[Line], frame: &Frame) {
        let told = &mut self.metadata;
        let original =
            |line: &Line| headline(text, line).strip_prefix("原标题").map(|words| words.trim_start_matches([':', '\u{ff1a}', ' ']).to_owned());
        if told.title.is_none() {
            told.title =
                frame.title.and_then(|at| lines.get(at)).map(|line| original(line).unwrap_or_else(|| without_site(headline(text, line)).to_owned()));
        }
        let mut facts = Facts::default();
        for (at, line) in lines.iter().enumerate() {
            match &line.shape {
                Shape::Fields(fields) if at < frame.end || near(lines, frame.end, at) => facts.read(text, fields, at < frame.body, at >= frame.last),
                Shape::Byline if (frame.first..frame.end).contains(&at) => facts.byline(line.words.of(text)),
                Shape::Short if at < frame.body => {
                    let words = headline(text, line);
                    let part = self.parts.get(self.parts.partition_point(|part| part.span.end < line.words.end));
                    match part.filter(|part| part.span.contains(line.words)).map(|part| part.kind) {
                        // A name alone under a byline carries it on.
                        Some(PartKind::Byline) => {
                            if let Some(role) = facts.credits.last().map(|credit| credit.role.clone()) {
                                facts.credit(words, &role);
                            }
                        }
                        Some(PartKind::Dateline) => keep(&mut facts.site, Some(words.to_owned())),
                        Some(PartKind::Subtitle) if told.title.as_deref() != Some(words) && original(line).is_none() => {
                            told.subtitles.push(words.to_owned())
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        if facts.source.is_none() && facts.named.is_none() {
            facts.named = lines.get(frame.body).and_then(|line| agency(line.words.of(text))).map(str::to_owned);
        }
        told.published = told.published.or(facts.published).or(facts.dated).or(facts.time);
        told.site = told.site.take().or_else(|| facts.site.take());
        if told.source.is_none() {
            told.source = facts.reprint.or(facts.source).or(facts.credited).or(facts.named);
        }
        if told.authors.is_empty() {
            let writes = |role: &str| ["记者", "通讯员", "作者", "撰稿", "撰文", "文字", "图文"].contains(&role);
            told.authors = facts.credits.iter().filter(|credit| writes(&credit.role)).map(|credit| credit.name.clone()).collect();
        }
        told.credits = facts.credits;
    }
}

/// A headline without the name of the site that a page's title ends with: 望川外贸增长-望川新闻网.
fn without_site(title: &str) -> &str {
    const SHORTEST: usize = 8;
    let cut = title.rfind(['-', '_', '|', '－', '—']);
    let parts = cut.and_then(|at| Some((title.get(..at)?, title.get(at..)?.trim_start_matches(['-', '_', '|', '－', '—', ' ']))));
    match parts {
        Some((head, site)) if line::is_media(site.trim()) && head.chars().count() >= SHORTEST => {
            head.trim_end_matches(['-', '_', '|', '－', '—', ' '])
        }
        _ => title,
    }
}

/// Words of a headline without a bullet before them.
fn headline<'t>(text: &'t str, line: &Line) -> &'t str {
    line.words.of(text).trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '·' | '■' | '□' | '◆' | '●' | '-' | '>' | '|'))
}

/// A line above the headline: a second headline right above it is content, all else is the site's.
fn before(text: &str, lines: &[Line], at: usize, frame: &Frame) -> PartKind {
    let Some(title) = frame.title else {
        return PartKind::Furniture;
    };
    let next = (at + 1..=title).find(|&next| !is_shape(lines, next, |shape| *shape == Shape::Blank));
    let shown = lines.get(at).zip(lines.get(title)).is_some_and(|(line, title)| {
        let words = line.words.of(text);
        (line.size >= 10 || frame.dateline.is_some_and(|dateline| dateline < at))
            && is_headline(text, line)
            && !words.starts_with('•')
            && !title.words.of(text).contains(words)
            && !words.contains(title.words.of(text))
    });
    // A list of headlines above the headline is a list of other texts.
    let alone = !(0..at)
        .rev()
        .find(|&before| !is_shape(lines, before, |shape| *shape == Shape::Blank))
        .is_some_and(|before| lines.get(before).is_some_and(|line| is_headline(text, line)));
    if next == Some(title) && shown && alone { PartKind::Subtitle } else { PartKind::Furniture }
}

/// A short line between the headline and the first paragraph.
fn opening(text: &str, lines: &[Line], at: usize, frame: &Frame) -> PartKind {
    let Some(line) = lines.get(at) else {
        return PartKind::Body;
    };
    let words = line.words.of(text);
    let Some(title) = frame.title.filter(|title| *title < at) else {
        return PartKind::Body;
    };
    let beside = |shape: fn(&Shape) -> bool| {
        let above = (title + 1..at).rev().find(|&near| !is_shape(lines, near, |shape| *shape == Shape::Blank));
        let below = (at + 1..frame.body).find(|&near| !is_shape(lines, near, |shape| *shape == Shape::Blank));
        above.into_iter().chain(below).any(|near| is_shape(lines, near, shape))
    };
    if line.size <= 4 && labels::is_name(words) && beside(|shape| *shape == Shape::Byline) {
        PartKind::Byline
    } else if line::is_media(words) || (line.size <= 8 && beside(|shape| matches!(shape, Shape::Fields(_)))) {
        PartKind::Dateline
    } else if line.size >= 8 {
        PartKind::Subtitle
    } else {
        PartKind::Body
    }
}
