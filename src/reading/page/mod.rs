//! The parts of a page: what is the article, and what stands around it.
//!
//! A page is read by its lines, in three steps. [`line`] says what each line looks like by itself: sentences, fields of a dateline, a path
//! through the site, buttons. [`Frame::of`] finds the frame of the article among them: headline, dateline, first paragraph, end. Then every line
//! gets its part by its looks and by where in the frame it stands. In doubt a line is content: a lost paragraph costs more than a kept button.

mod date;
mod labels;
mod line;
mod words;

use super::table::{self, Table};
use super::{Credit, Metadata, Part, PartKind};
use crate::article::Article;
use crate::span::Span;
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

/// Where the article stands among the lines of its page, as indexes of lines.
#[derive(Debug)]
struct Frame {
    /// The dateline above the text.
    dateline: Option<usize>,
    /// The headline.
    title: Option<usize>,
    /// First line of the article: the headline, or what opens it where there is none.
    first: usize,
    /// The first paragraph of the text.
    body: usize,
    /// One past the last paragraph.
    last: usize,
    /// Where other things than the article begin for good.
    end: usize,
}

impl Frame {
    fn of(text: &str, lines: &[Line]) -> Self {
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

fn is_shape(lines: &[Line], at: usize, test: impl Fn(&Shape) -> bool) -> bool {
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
fn is_headline(text: &str, line: &Line) -> bool {
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
            told.title = frame.title.and_then(|at| lines.get(at)).map(|line| original(line).unwrap_or_else(|| headline(text, line).to_owned()));
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

/// Words of a headline without a bullet before them.
fn headline<'t>(text: &'t str, line: &Line) -> &'t str {
    line.words.of(text).trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '·' | '■' | '□' | '◆' | '●' | '-' | '>' | '|'))
}

/// How many lines that say something may stand between the end of the article and its credit line.
const CREDITS_WITHIN: usize = 4;

fn near(lines: &[Line], end: usize, at: usize) -> bool {
    at >= end && lines.iter().skip(end).take(at - end).filter(|line| line.shape != Shape::Blank).count() <= CREDITS_WITHIN
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

/// The agency or paper that a text opens with: 某社贵阳9月10日电, 某网讯.
fn agency(paragraph: &str) -> Option<&str> {
    let paragraph = paragraph.trim_start_matches(line::is_bullet);
    let head = paragraph.get(..paragraph.char_indices().nth(30).map_or(paragraph.len(), |(at, _)| at))?;
    let ends = ["社", "网", "报", "台", "新闻"].into_iter().flat_map(|word| head.match_indices(word).map(move |(at, _)| at + word.len()));
    ends.filter_map(|end| head.split_at_checked(end)).find_map(|(name, behind)| {
        let (place, _) = behind.split_once(['电', '讯']).or_else(|| behind.split_once("消息"))?;
        let telegram = place.is_empty() || (place.ends_with('日') && place.chars().all(|c| line::is_cjk(c) || c.is_ascii_digit()));
        (telegram && name.chars().count() >= 3 && !name.starts_with(['本', '据'])).then_some(name)
    })
}

/// What the fields of a page say.
#[derive(Debug, Default)]
struct Facts {
    published: Option<crate::entity::time::Moment>,
    dated: Option<crate::entity::time::Moment>,
    time: Option<crate::entity::time::Moment>,
    reprint: Option<String>,
    source: Option<String>,
    credited: Option<String>,
    named: Option<String>,
    site: Option<String>,
    credits: Vec<Credit>,
}

impl Facts {
    fn read(&mut self, text: &str, fields: &[Field], above: bool, below: bool) {
        for field in fields {
            let value = field.value.of(text);
            if let Some(moment) = field.moment {
                match field.label {
                    Some(Label::Published) if above => self.published = self.published.or(Some(moment)),
                    None | Some(Label::Source | Label::Person(_)) if above => self.dated = self.dated.or(Some(moment)),
                    Some(_) => self.time = self.time.or(Some(moment)),
                    None if below => self.time = self.time.or(Some(moment)),
                    None => {}
                }
            }
            match field.label {
                Some(Label::Reprint) => keep(&mut self.reprint, source(value)),
                Some(Label::Source) if above => keep(&mut self.source, source(value)),
                Some(Label::Source) => keep(&mut self.credited, source(value)),
                Some(Label::Person(role)) => {
                    let until = date::find(value).map_or(value.len(), |found| found.span.start);
                    for name in labels::names(value.get(..until).unwrap_or_default()) {
                        self.credit(name, role);
                    }
                }
                None if above => {
                    if let Some((name, before)) = unlabelled(value) {
                        // A name before the time is the site's, one behind it the paper's.
                        if before {
                            keep(&mut self.site, Some(name.clone()))
                        }
                        keep(&mut self.named, Some(name));
                    }
                }
                _ => {}
            }
        }
    }

    fn credit(&mut self, name: &str, role: &str) {
        let credit = Credit { name: name.to_owned(), role: role.to_owned() };
        if !line::is_media(name) && !self.credits.contains(&credit) && self.credits.len() < 64 {
            self.credits.push(credit);
        }
    }

    fn byline(&mut self, words: &str) {
        for (role, name) in labels::people(words.trim_start_matches(line::is_bullet)) {
            if labels::is_name(name) {
                self.credit(name, role);
            }
        }
    }
}

fn keep(place: &mut Option<String>, found: Option<String>) {
    if place.is_none() {
        *place = found;
    }
}

/// The name in a value of 来源: up to white space, a time, or what is no part of a name.
fn source(value: &str) -> Option<String> {
    let until = date::find(value).map_or(value.len(), |found| found.span.start);
    let name = value.get(..until)?.split(|c: char| c.is_whitespace() || matches!(c, '|' | '【' | '[')).next()?;
    let name = name.trim_matches(|c: char| matches!(c, '(' | ')' | '\u{ff08}' | '\u{ff09}' | '《' | '》' | ']' | '】' | '-' | '/'));
    let name = name.strip_suffix("作者").or_else(|| name.strip_suffix("浏览")).unwrap_or(name);
    (name.chars().count() >= 2 && name.chars().any(char::is_alphabetic)).then(|| name.to_owned())
}

/// The name of a paper or site that stands in a dateline without a label, and whether it stands before the time.
fn unlabelled(value: &str) -> Option<(String, bool)> {
    let (start, end) = date::find(value).map_or((value.len(), value.len()), |found| (found.span.start, found.span.end));
    for (part, before) in [(value.get(..start)?, true), (value.get(end..)?, false)] {
        for token in part.split(|c: char| c.is_whitespace() || c == '|') {
            // Counters run into the name: 2200某某日报.
            let name = token.trim_matches(|c: char| c.is_ascii_digit() || !c.is_alphanumeric());
            if line::is_media(name) && name.chars().count() >= 3 {
                return Some((name.to_owned(), before));
            }
        }
    }
    None
}
