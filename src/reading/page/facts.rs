//! What the fields of a page say about the article: when, whence, by whom.

use super::labels::{self, Field, Label};
use super::{date, line, words};
use crate::entity::time::Moment;
use crate::reading::Credit;
use crate::seek::Seek;

/// The agency or paper that a text opens with: 某社贵阳9月10日电, 某网讯.
pub(super) fn agency(paragraph: &str) -> Option<&str> {
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
pub(super) struct Facts {
    pub(super) published: Option<Moment>,
    pub(super) dated: Option<Moment>,
    pub(super) time: Option<Moment>,
    pub(super) reprint: Option<String>,
    pub(super) source: Option<String>,
    pub(super) credited: Option<String>,
    pub(super) named: Option<String>,
    pub(super) site: Option<String>,
    pub(super) credits: Vec<Credit>,
}

impl Facts {
    pub(super) fn read(&mut self, text: &str, fields: &[Field], above: bool, below: bool) {
        for field in fields {
            let value = field.value.of(text);
            // 2024-05-31 18:36:38 回复: when somebody answered
            if let Some(moment) = field.moment.filter(|_| !value.has("回复")) {
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

    pub(super) fn credit(&mut self, name: &str, role: &str) {
        let credit = Credit { name: name.to_owned(), role: role.to_owned() };
        if !line::is_media(name) && !self.credits.contains(&credit) && self.credits.len() < 64 {
            self.credits.push(credit);
        }
    }

    pub(super) fn byline(&mut self, words: &str) {
        for (role, name) in labels::people(words.trim_start_matches(line::is_bullet)) {
            if labels::is_name(name) {
                self.credit(name, role);
            }
        }
    }
}

pub(super) fn keep(place: &mut Option<String>, found: Option<String>) {
    if place.is_none() {
        *place = found;
    }
}

/// The name of a source without the buttons and labels that a page glues to it.
pub(crate) fn before_buttons(name: &str) -> &str {
    let end = words::BEHIND_SOURCE.found_in(name).map(|(at, _)| at).filter(|at| *at >= 6).min();
    end.map_or(name, |end| name.split_at(end).0)
}

/// From how many digits on a word without a Chinese character is a number and no name.
const NUMBER: usize = 4;

/// The name in a value of 来源: up to white space, a time, or what is no part of a name.
fn source(value: &str) -> Option<String> {
    let until = date::find(value).map_or(value.len(), |found| found.span.start);
    let name = value.get(..until)?.split(|c: char| c.is_whitespace() || matches!(c, '|' | '【' | '[')).next()?;
    let name = name.trim_matches(|c: char| matches!(c, '(' | ')' | '\u{ff08}' | '\u{ff09}' | '《' | '》' | ']' | '】' | '-' | '/'));
    let name = before_buttons(name);
    // sp20241105: a number of the page's own
    let number = name.chars().filter(char::is_ascii_digit).count() >= NUMBER && !name.chars().any(line::is_cjk);
    if words::NO_SOURCE.begin(name) || number {
        return None;
    }
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
