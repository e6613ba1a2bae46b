//! Long lists of words, asked which of them begin or end a text.
//!
//! [`Words`](crate::word_table::Words) are made by the compiler and compare the text with each of their rows once an edge fits. A list of
//! hundreds of words is grouped by the character at that edge when it is first asked; an answer costs a look at one group.

use crate::word_table::{Character, begins, ends, first, last, spread};
use std::cmp::Reverse;

/// Words with what each stands for, grouped by the character at one of their edges, the longest of a group first.
pub(crate) struct WordIndex<T> {
    /// Open addressing: a character with its group in `rows`; no character where a slot is free.
    slots: Vec<(Character, usize, usize)>,
    rows: Vec<(&'static str, T)>,
}

impl<T> WordIndex<T> {
    /// The words grouped by their first characters, for [`beginning`](Self::beginning) and the questions about whole words.
    pub(crate) fn by_beginning(rows: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::grouped(rows.into_iter().collect(), first)
    }

    /// The words grouped by their last characters, for [`ending`](Self::ending).
    pub(crate) fn by_ending(rows: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::grouped(rows.into_iter().collect(), last)
    }

    fn grouped(mut rows: Vec<(&'static str, T)>, edge: fn(&[u8]) -> Character) -> Self {
        rows.sort_by_key(|(word, _)| (edge(word.as_bytes()), Reverse(word.len())));
        let size = (rows.len() * 2).next_power_of_two();
        let mut slots = vec![((0, 0), 0, 0); size];
        let mut start = 0;
        for group in rows.chunk_by(|(a, _), (b, _)| edge(a.as_bytes()) == edge(b.as_bytes())) {
            let character = group.first().map_or((0, 0), |(word, _)| edge(word.as_bytes()));
            let place = probes(character, size).find(|at| slots.get(*at).is_some_and(|(held, ..)| held.1 == 0));
            if let Some(slot) = place.and_then(|at| slots.get_mut(at)) {
                *slot = (character, start, start + group.len());
            }
            start += group.len();
        }
        Self { slots, rows }
    }

    #[inline]
    fn group(&self, character: Character) -> &[(&'static str, T)] {
        for at in probes(character, self.slots.len()) {
            match self.slots.get(at) {
                Some((held, start, end)) if *held == character => return self.rows.get(*start..*end).unwrap_or_default(),
                Some((held, ..)) if held.1 != 0 => {}
                _ => break,
            }
        }
        &[]
    }

    /// The words that begin the text, the longest first.
    #[inline]
    pub(crate) fn beginning<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'t (&'static str, T)> {
        self.group(first(text.as_bytes())).iter().filter(|(word, _)| begins(text, word))
    }

    /// The words that end the text, the longest first.
    #[inline]
    pub(crate) fn ending<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'t (&'static str, T)> {
        self.group(last(text.as_bytes())).iter().filter(|(word, _)| ends(text, word))
    }

    /// What the whole text stands for; of two rows with one word the later counts.
    #[inline]
    pub(crate) fn get(&self, text: &str) -> Option<&T> {
        self.group(first(text.as_bytes())).iter().rfind(|(word, _)| *word == text).map(|(_, value)| value)
    }
}

impl WordIndex<()> {
    /// The words of a list that are parted by blanks.
    pub(crate) fn of(list: &'static str) -> Self {
        Self::by_beginning(list.split_whitespace().map(|word| (word, ())))
    }

    /// Whether the text is one of the words.
    #[inline]
    pub(crate) fn hold(&self, text: &str) -> bool {
        self.get(text).is_some()
    }
}

/// The slots in which a character may stand, in the order in which they are tried.
#[inline]
fn probes(character: Character, size: usize) -> impl Iterator<Item = usize> {
    let from = (spread(character) >> 12) as usize;
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
