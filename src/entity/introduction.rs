//! Short names that a text introduces behind a full one: (以下简称“蓝湾”).

use crate::cursor::Cursor;
use crate::entity::edge;
use crate::span::Span;
use crate::word_table::{Words, words};

/// Words that introduce a short name inside a bracket.
static INTRODUCES: Words<&str> =
    Words::of(&["以下简称为", "以下简称", "以下统称", "以下称", "下简称", "下称", "简称为", "简称", "证券简称", "股票简称", "又称"]);

/// What stands in the bracket behind a name that ends at `end`, or behind a comma.
pub(crate) fn bracket(text: &str, end: usize) -> Option<Span> {
    let mut cursor = Cursor::new(text, end);
    cursor.eat_any(words!["”", "\"", "》"]);
    let comma = cursor.eat_any(words!["(", "（", "，", ","])?.starts_with(['，', ',']);
    let inside = cursor.rest();
    let close = inside.char_indices().take(48).find(|(_, c)| matches!(c, ')' | '）' | '。' | '\n')).map_or(0, |(at, _)| at);
    // 望川新区，蓝湾科技有限公司(以下简称“蓝湾”): the bracket behind a comma is of the name before it.
    let own = inside.get(..close).and_then(|inside| inside.split(['(', '（']).next()).unwrap_or_default();
    (!comma || own.len() == close || INTRODUCES.stand_in(own)).then(|| Span::new(cursor.at(), cursor.at() + close))
}

/// The short names that the words of a bracket introduce.
pub(crate) fn names(inside: &str) -> Vec<&str> {
    let mut given = Vec::new();
    let mut at = 0;
    while let Some((from, word)) = INTRODUCES
        .iter()
        .filter_map(|word| inside.get(at..)?.find(word).map(|from| (at + from, *word)))
        .min_by_key(|(from, word)| (*from, std::cmp::Reverse(word.len())))
    {
        at = from + word.len();
        given.extend(listed(inside.get(at..).unwrap_or_default()));
    }
    given.retain(|name| name.chars().count() >= 2);
    given
}

/// The names behind an introducing word: “蓝湾”或“蓝湾半导体”, :蓝湾.
fn listed(rest: &str) -> Vec<&str> {
    let rest = rest.trim_start_matches(['：', ':', ' ', '为']);
    let quotes = ['“', '”', '"', '「', '」', '‘', '’', '\''];
    if rest.starts_with(quotes) {
        let words = rest.split(quotes).map(str::trim).filter(|word| !word.is_empty());
        return words
            .take_while(|word| !word.starts_with(['，', ',', '；', ';']))
            .filter(|word| !matches!(*word, "或" | "和" | "、" | "/"))
            .take(3)
            .collect();
    }
    let end = rest.find(['，', ',', '；', ';', ' ', '、', '）', ')']).unwrap_or(rest.len());
    rest.get(..end).filter(|word| word.chars().count() <= 12).into_iter().collect()
}

/// How many names one text introduces at most that are looked for elsewhere.
const MOST: usize = 64;

/// The short names that stand behind full ones, each with the full one, and every place outside of `taken` (sorted) where one stands.
pub(crate) fn of_names<'t>(text: &'t str, full: &[Span], taken: &[Span], pronoun: fn(&str) -> bool) -> Vec<Introduced<'t>> {
    let mut given: Vec<Introduced<'t>> = Vec::new();
    for span in full {
        let Some(inside) = bracket(text, span.end) else { continue };
        for name in names(inside.of(text)) {
            let known = given.len() >= MOST || given.iter().any(|other| other.name == name);
            if !known && !pronoun(name) && name != span.of(text) && name.chars().all(edge::is_han) {
                let free =
                    |place: &Span| taken.get(taken.partition_point(|other| other.end <= place.start)).is_none_or(|next| !next.overlaps(*place));
                let places = text.match_indices(name).map(|(at, name)| Span::new(at, at + name.len())).filter(free).collect();
                given.push(Introduced { name, full: *span, places });
            }
        }
    }
    given
}

/// The Latin names that stand in a bracket right behind full ones, each with every place where one stands: 国际医药公园(MediPark).
pub(crate) fn latin_names<'t>(text: &'t str, full: &[Span]) -> Vec<Introduced<'t>> {
    let mut given: Vec<Introduced<'t>> = Vec::new();
    for span in full {
        let rest = text.get(span.end..).unwrap_or_default();
        let Some(inside) = rest.strip_prefix(['(', '（']) else { continue };
        let length = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
        let name = inside.get(..length).unwrap_or_default();
        let closed = inside.get(length..).is_some_and(|rest| rest.starts_with([')', '）']));
        let named = name.starts_with(|c: char| c.is_ascii_uppercase()) && (SHORTEST_LATIN..=LONGEST_LATIN).contains(&name.len());
        if !closed || !named || given.len() >= MOST || given.iter().any(|other| other.name == name) {
            continue;
        }
        let whole = |at: usize| {
            let before = text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric()));
            let after = text.get(at + name.len()..).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_alphanumeric()));
            !before && !after
        };
        let places: Vec<Span> = text.match_indices(name).filter(|(at, _)| whole(*at)).map(|(at, name)| Span::new(at, at + name.len())).collect();
        // An abbreviation that is said once is no name that the text uses.
        if places.len() > 1 {
            given.push(Introduced { name, full: *span, places });
        }
    }
    given
}

/// How many letters a Latin name in a bracket has.
const SHORTEST_LATIN: usize = 4;
const LONGEST_LATIN: usize = 24;

/// A short name.
#[derive(Clone, Debug)]
pub(crate) struct Introduced<'t> {
    pub(crate) name: &'t str,
    /// Where the full one stands that it is short for.
    pub(crate) full: Span,
    /// Where else the short one stands.
    pub(crate) places: Vec<Span>,
}
