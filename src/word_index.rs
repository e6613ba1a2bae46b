//! Long lists of words, asked which of them begin or end a text.
//!
//! [`Words`](crate::word_table::Words) are made by the compiler and compare the text with each of their rows once an edge fits. A list of
//! hundreds of words is grouped by the two characters at that edge when it is first asked; an answer costs a look at the words that share them.

use crate::word_table::{Character, NO_OTHER, Outer, begins, ends, first, last, pair};
use std::cmp::Reverse;

/// Words with what each stands for, grouped by the two characters at one of their edges, the longest of a group first.
pub(crate) struct WordIndex<'w, T> {
    /// A few bits for each word, set by the two outermost characters of some word, or by its only one: nearly all texts are refused by it.
    pairs: Vec<u64>,
    /// The characters that some word has outermost: looking through a text goes by them.
    outer: Outer,
    /// Open addressing: one for each group of words, none where a slot is free.
    slots: Vec<Slot>,
    /// The places of the words in `rows`, group behind group.
    members: Vec<u32>,
    rows: Vec<(&'w str, T)>,
}

/// The two outermost characters of a group of words, packed, and where its members begin and end. All is nought where the slot is free.
type Slot = (u32, u32, u32, u32);

/// The two outermost characters of a word; of a word of one character it and [`NO_OTHER`].
type Outermost = (Character, Character);

/// What reads the outermost character of a text, and what is left of the text without it.
#[derive(Clone, Copy)]
enum Edge {
    First,
    Last,
}

impl Edge {
    #[inline]
    fn outer(self, text: &[u8]) -> Character {
        match self {
            Self::First => first(text),
            Self::Last => last(text),
        }
    }

    #[inline]
    fn outermost(self, text: &[u8]) -> Outermost {
        let outer = self.outer(text);
        let inner = match self {
            Self::First => first(text.get(outer.1..).unwrap_or_default()),
            Self::Last => last(text.get(..text.len() - outer.1).unwrap_or_default()),
        };
        (outer, inner)
    }
}

impl<'w, T> WordIndex<'w, T> {
    /// The words grouped by their first two characters, for [`beginning`](Self::beginning) and the questions about whole words.
    pub(crate) fn by_beginning(rows: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        Self::grouped(rows.into_iter().collect(), Edge::First)
    }

    /// The words grouped by their last two characters, for [`ending`](Self::ending).
    pub(crate) fn by_ending(rows: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        Self::grouped(rows.into_iter().collect(), Edge::Last)
    }

    fn grouped(rows: Vec<(&'w str, T)>, edge: Edge) -> Self {
        let outermost = |word: &str| edge.outermost(word.as_bytes());
        let size = (rows.len() * 2).next_power_of_two();
        let pairs = vec![0; (rows.len() * BITS_FOR_EACH).next_power_of_two().div_ceil(64)];
        let mut index = Self { pairs, outer: Outer::NONE, slots: vec![(0, 0, 0, 0); size], members: vec![0; rows.len()], rows };
        // First how many words each group has, in the place of its end; then where it begins; then who they are.
        let mut places = Vec::with_capacity(index.rows.len());
        for (word, _) in &index.rows {
            let characters = outermost(word);
            index.outer.add(characters.0);
            let (at, bit) = place_of(characters, index.pairs.len());
            if let Some(bits) = index.pairs.get_mut(at) {
                *bits |= bit;
            }
            let place = index.place(characters);
            if let Some(slot) = place.and_then(|place| index.slots.get_mut(place)) {
                *slot = (characters.0.0, characters.1.0, 0, slot.3 + 1);
            }
            places.push(place);
        }
        let mut next = 0;
        for (_, _, start, end) in &mut index.slots {
            *start = next;
            next += std::mem::replace(end, next);
        }
        for (row, place) in (0..).zip(places) {
            let Some((.., end)) = place.and_then(|place| index.slots.get_mut(place)) else { continue };
            if let Some(member) = index.members.get_mut(*end as usize) {
                *member = row;
            }
            *end += 1;
        }
        for (.., start, end) in index.slots.iter().filter(|(.., start, end)| end - start > 1) {
            let group = index.members.get_mut(*start as usize..*end as usize).unwrap_or_default();
            group.sort_by_key(|row| index.rows.get(*row as usize).map(|(word, _)| Reverse(word.len())));
        }
        index
    }

    /// The slot of two outermost characters: their own, or the free one in which they would stand.
    #[inline]
    fn place(&self, (outer, inner): Outermost) -> Option<usize> {
        probes((outer, inner), self.slots.len())
            .find(|at| self.slots.get(*at).is_some_and(|slot| slot.0 == 0 || (slot.0, slot.1) == (outer.0, inner.0)))
    }

    /// Whether some word may have these two characters outermost.
    #[inline]
    fn may_hold(&self, characters: Outermost) -> bool {
        let (word, bit) = place_of(characters, self.pairs.len());
        self.pairs.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The words that have these two characters outermost.
    #[inline]
    fn group(&self, characters: Outermost) -> impl DoubleEndedIterator<Item = &(&'w str, T)> {
        let slot = if self.may_hold(characters) { self.place(characters).and_then(|place| self.slots.get(place)) } else { None };
        let members = slot.and_then(|(.., start, end)| self.members.get(*start as usize..*end as usize)).unwrap_or_default();
        members.iter().filter_map(|row| self.rows.get(*row as usize))
    }

    /// The words that may have the same edge as the text: those with its two characters, and behind them those of its outermost one.
    #[inline]
    fn alike(&self, text: &str, edge: Edge) -> impl Iterator<Item = &(&'w str, T)> {
        let (outer, inner) = edge.outermost(text.as_bytes());
        let single = (inner != NO_OTHER).then(|| self.group((outer, NO_OTHER)));
        self.group((outer, inner)).chain(single.into_iter().flatten())
    }

    /// The words that begin the text, the longest first.
    #[inline]
    pub(crate) fn beginning<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'t (&'w str, T)> {
        self.alike(text, Edge::First).filter(|(word, _)| begins(text, word))
    }

    /// Whether some word begins the text.
    #[inline]
    pub(crate) fn begin(&self, text: &str) -> bool {
        self.beginning(text).next().is_some()
    }

    /// The words that end the text, the longest first.
    #[inline]
    pub(crate) fn ending<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'t (&'w str, T)> {
        self.alike(text, Edge::Last).filter(|(word, _)| ends(text, word))
    }

    /// Where words stand in the text, and which: from left to right, at one place the longest first.
    pub(crate) fn found_in<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t (&'w str, T))> {
        self.places(text).flat_map(|(at, rest)| self.beginning(rest).map(move |row| (at, row)))
    }

    /// Which words stand at these places of the text, at one place the longest first.
    pub(crate) fn found_at<'t>(&'t self, text: &'t str, places: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, &'t (&'w str, T))> {
        places.flat_map(move |at| self.beginning(text.get(at..).unwrap_or_default()).map(move |row| (at, row)))
    }

    /// As [`found_at`](Self::found_at), at each place the longest only.
    pub(crate) fn longest_at<'t>(&'t self, text: &'t str, places: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, &'t (&'w str, T))> {
        places.filter_map(move |at| self.beginning(text.get(at..).unwrap_or_default()).next().map(|row| (at, row)))
    }

    /// Where words stand in the text, and which: from left to right, at each place the longest only.
    pub(crate) fn longest_in<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t (&'w str, T))> {
        self.places(text).filter_map(|(at, rest)| self.beginning(rest).next().map(|row| (at, row)))
    }

    /// The places where a word may begin, with the text from there on.
    fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                let at = self.outer.next_in(text.as_bytes(), next)?;
                let rest = text.get(at..)?;
                let (outer, inner) = Edge::First.outermost(rest.as_bytes());
                next = at + outer.1;
                if self.may_hold((outer, inner)) || self.may_hold((outer, NO_OTHER)) {
                    return Some((at, rest));
                }
            }
        })
    }

    /// What the whole text stands for; of two rows with one word the later counts.
    #[inline]
    pub(crate) fn get(&self, text: &str) -> Option<&T> {
        self.group(Edge::First.outermost(text.as_bytes())).rfind(|(word, _)| *word == text).map(|(_, value)| value)
    }
}

impl<'w> WordIndex<'w, ()> {
    /// The words of a list that are parted by blanks.
    pub(crate) fn of(list: &'w str) -> Self {
        Self::by_beginning(list.split_whitespace().map(|word| (word, ())))
    }

    /// Whether the text is one of the words.
    #[inline]
    pub(crate) fn hold(&self, text: &str) -> bool {
        self.get(text).is_some()
    }
}

/// How many bits the filter of an index has for each word.
const BITS_FOR_EACH: usize = 16;

/// Which word of a filter of so many, and which bit of it, stands for two characters.
#[inline]
fn place_of((outer, inner): Outermost, words: usize) -> (usize, u64) {
    let pair = pair(outer, inner);
    ((pair as usize / 64) & (words - 1), 1 << (pair % 64))
}

/// The slots in which two characters may stand, in the order in which they are tried.
#[inline]
fn probes((outer, inner): Outermost, size: usize) -> impl Iterator<Item = usize> {
    let from = pair(outer, inner) as usize;
    (0..size).map(move |step| (from + step) & (size - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_answer_with_the_longest_word_first() {
        let index = WordIndex::by_beginning([("计", 1), ("计划的", 2), ("计划", 3), ("目标", 4), ("目标", 5)]);
        let found = |text| index.beginning(text).map(|(_, value)| *value).collect::<Vec<_>>();
        assert_eq!(found("计划的事"), [2, 3, 1]);
        assert!(found("总投资").is_empty());
        assert!(found("").is_empty());
        assert_eq!((index.get("目标"), index.get("计划"), index.get("划")), (Some(&5), Some(&3), None));
        let found: Vec<_> = index.found_at("定计划的目标", [0, 3, 12].into_iter()).map(|(at, (_, value))| (at, *value)).collect();
        assert_eq!(found, [(3, 2), (3, 3), (3, 1), (12, 4), (12, 5)]);
        let longest: Vec<_> = index.longest_in("定计划的目标").map(|(at, (_, value))| (at, *value)).collect();
        assert_eq!(longest, [(3, 2), (12, 4)]);
        let index = WordIndex::by_ending([("区", 1), ("开发区", 2), ("新区", 3)]);
        assert_eq!(index.ending("某开发区").map(|(_, value)| *value).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn every_word_of_a_list_is_found() {
        let list: String = ('一'..'丰').map(|c| format!("{c}{c} {c} ")).collect();
        let list: &'static str = list.leak();
        let index = WordIndex::of(list);
        assert!(list.split_whitespace().all(|word| index.hold(word)));
        assert!(!index.hold("丰") && !index.hold(""));
    }
}
