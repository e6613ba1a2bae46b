//! The frame of the article among the lines of its page: headline, dateline, first paragraph, end.

use super::labels::{Field, Label};
use super::line::{self, Line, Shape};
use std::collections::HashSet;

/// Where the article stands among the lines of its page, as indexes of lines.
#[derive(Debug)]
pub(super) struct Frame {
    /// The dateline above the text.
    pub(super) dateline: Option<usize>,
    /// The headline.
    pub(super) title: Option<usize>,
    /// First line of the article: the headline, or what opens it where there is none.
    pub(super) first: usize,
    /// The first paragraph of the text.
    pub(super) body: usize,
    /// One past the last paragraph.
    pub(super) last: usize,
    /// Where other things than the article begin for good.
    pub(super) end: usize,
}

impl Frame {
    pub(super) fn of(text: &str, lines: &[Line]) -> Self {
        let anchor = dateline(text, lines);
        let from = anchor.unwrap_or(0);
        let body = (from..lines.len()).find(|&at| is_shape(lines, at, |shape| *shape == Shape::Paragraph)).unwrap_or(lines.len());
        let title = title(text, lines, anchor, body);
        let body = if body == lines.len() { title.map_or(0, |title| title + 1) } else { body };
        let end = end(lines, body);
        let last = (body..end).rev().find(|&at| is_shape(lines, at, |shape| *shape == Shape::Paragraph)).map_or(body, |at| at + 1);
        let opening = |at: &usize| {
            is_shape(lines, *at, |shape| match shape {
                Shape::Fields(fields) => {
                    fields.iter().any(|field| field.moment.is_some() || matches!(field.label, Some(Label::Source | Label::Person(_))))
                }
                Shape::Byline | Shape::Caption | Shape::Paragraph => true,
                Shape::Short => anchor.is_none(),
                _ => false,
            })
        };
        let first = title.unwrap_or_else(|| (0..body).find(opening).unwrap_or(body));
        Self { dateline: anchor, title, first, body, last, end }
    }
}

pub(super) fn is_shape(lines: &[Line], at: usize, test: impl Fn(&Shape) -> bool) -> bool {
    lines.get(at).is_some_and(|line| test(&line.shape))
}

/// The line that tells when or whence the article came, above its text. The same fields below the text are a credit line.
fn dateline(text: &str, lines: &[Line]) -> Option<usize> {
    let total: usize = lines.iter().filter(|line| line.shape == Shape::Paragraph).map(|line| line.size).sum();
    let mut before = 0;
    let mut headline = false; // the nearest line above that says something is a headline
    for (at, line) in lines.iter().enumerate() {
        match &line.shape {
            Shape::Fields(fields) if fields.iter().any(|field| tells(text, field)) => {
                // Paragraphs above it are an advertisement only where a headline and a time stand here and most of the text below.
                let timed = fields.iter().any(|field| field.moment.is_some());
                if before == 0 || (headline && timed && total - before >= before) {
                    return Some(at);
                }
            }
            Shape::Paragraph => (before, headline) = (before + line.size, false),
            Shape::Short if line.size >= 6 => headline = is_headline(text, line),
            _ => {}
        }
    }
    None
}

/// Whether the field tells when or whence the article came.
fn tells(text: &str, field: &Field) -> bool {
    field.moment.is_some() || (matches!(field.label, Some(Label::Source | Label::Published)) && !field.value.of(text).is_empty())
}

/// Words that can be a headline: neither a list item of a few words nor a sentence.
pub(super) fn is_headline(text: &str, line: &Line) -> bool {
    let words = line.words.of(text);
    let words = words.trim_start_matches(line::is_bullet);
    line.shape == Shape::Short
        && line.size >= 6
        && !words.ends_with('。')
        && !line::is_media(words)
        && !line.words.of(text).starts_with("——")
        && words.chars().count() <= 90
}

/// The headline. It stands above the dateline, below it where a paper sets the date at the head of the page, or above the text where there is no
/// dateline; with it may stand a line before and a line after that are second headlines.
fn title(text: &str, lines: &[Line], anchor: Option<usize>, body: usize) -> Option<usize> {
    let body = body.min(lines.len());
    let headline = |at: &usize| lines.get(*at).is_some_and(|line| is_headline(text, line));
    let group = |from: usize, until: usize| -> Vec<usize> {
        // Headlines stand together; what looks otherwise ends their group, but for what stands between headline and text.
        let mut group = Vec::new();
        for at in (from..until).rev() {
            match lines.get(at).map(|line| &line.shape) {
                _ if headline(&at) => group.push(at),
                Some(Shape::Blank) => {}
                Some(Shape::Paragraph) => break,
                _ if !group.is_empty() => break,
                _ => {}
            }
        }
        group
    };
    // Slogans and names of columns are shorter than headlines.
    let long = |at: &usize| lines.get(*at).is_some_and(|line| line.size >= 10);
    let mut candidates = group(0, anchor.unwrap_or(body));
    if !candidates.iter().any(long) {
        let below = anchor.map(|anchor| group(anchor, body)).unwrap_or_default();
        if candidates.is_empty() || below.iter().any(long) {
            candidates = below;
        }
    }
    if candidates.len() > HEADLINES {
        // So many are a list of other texts: the headline is the last of it, next to what belongs to it.
        return candidates.first().copied();
    }
    if candidates.iter().any(long) {
        candidates.retain(long);
    }
    // The first of them, for second headlines and subheads stand below it; a later one only if the text opens with its words much more than with the
    // words of the first, which is a line above the headline then.
    let lead: HashSet<(char, char)> = pairs(lines.get(body).map_or("", |line| line.words.of(text)), LEAD).collect();
    let share = |at: usize| {
        let words: Vec<_> = pairs(lines.get(at).map_or("", |line| line.words.of(text)), LEAD).collect();
        let shared = words.iter().filter(|pair| lead.contains(pair)).count();
        100 * shared / words.len().max(1)
    };
    let usual = candidates.last().copied()?;
    let best = candidates.iter().copied().max_by_key(|&at| share(at)).unwrap_or(usual);
    Some(if share(usual) < ALIEN && share(best) >= share(usual) + MORE { best } else { usual }).filter(|_| body < lines.len() || lines.len() > 2)
}

/// More lines than these that look like headlines are a list.
const HEADLINES: usize = 3;
/// How far into the first paragraph the words of the headline are looked for, in characters.
const LEAD: usize = 120;
/// A headline has at least so many per cent of its words in common with a first paragraph that tells the news.
const ALIEN: usize = 25;
/// By how many per cent of its words a line must be nearer to the first paragraph than the usual headline.
const MORE: usize = 30;

/// Neighbouring Chinese characters.
fn pairs(words: &str, length: usize) -> impl Iterator<Item = (char, char)> {
    words.chars().take(length).zip(words.chars().skip(1)).filter(|(a, b)| line::is_cjk(*a) && line::is_cjk(*b))
}

/// How many Chinese characters a paragraph has that is more than the opening words of another text.
const TEASER: usize = 60;

/// The line with which other things than the article begin for good.
fn end(lines: &[Line], body: usize) -> usize {
    let mut seen = 0;
    for (at, line) in lines.iter().enumerate().skip(body) {
        match &line.shape {
            Shape::Paragraph => seen += line.size,
            Shape::Notice | Shape::Site if seen > 0 => return at,
            Shape::List(box_of_the_article) if seen > 0 => {
                // A box of the article has sentences right under its heading; a list has headlines, or the opening words of other texts.
                let mut under = lines.iter().skip(at + 1).filter(|line| line.shape != Shape::Blank);
                let text = under.next().is_some_and(|line| line.shape == Shape::Paragraph && line.size >= TEASER);
                if !(*box_of_the_article && text) {
                    return at;
                }
            }
            _ => {}
        }
    }
    lines.len()
}

/// How many lines that say something may stand between the end of the article and its credit line.
const CREDITS_WITHIN: usize = 4;

/// Whether a line stands so near below the end that it may be a credit line.
pub(super) fn near(lines: &[Line], end: usize, at: usize) -> bool {
    at >= end && lines.iter().skip(end).take(at - end).filter(|line| line.shape != Shape::Blank).count() <= CREDITS_WITHIN
}
