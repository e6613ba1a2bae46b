//! Tables of words, asked which of their words begin a text, end it, or stand in it.
//!
//! Nearly every such question is answered by no. A table is made by the compiler and knows which characters its words begin and end with, and
//! which two characters: most texts are refused by a look at their first or last character, and only the rest is compared with the words.

use std::ops::Deref;

/// A row of a table, told by its word.
pub(crate) trait Row: 'static {
    /// The word; never empty.
    fn word(&self) -> &'static str;
}

/// A table of words with what each stands for. It is also the slice of its rows.
pub(crate) struct Words<T: 'static> {
    rows: &'static [T],
    beginnings: Edges,
    endings: Edges,
}

/// Words written where they are asked for: `words!["比", "较"].end(before)`.
macro_rules! words {
    ($($word:expr),+ $(,)?) => {
        const { &$crate::word_table::Words::of(&[$($word),+]) }
    };
}
pub(crate) use words;

/// Gives rows of a type their word, and tables of such rows their constructor.
macro_rules! rows {
    ($constructor:ident, [$($generic:ident),*], $row:ty, |$one:ident| $word:expr) => {
        impl<$($generic: 'static),*> $crate::word_table::Row for $row {
            #[inline]
            fn word(&self) -> &'static str {
                let $one = self;
                $word
            }
        }

        impl<$($generic: 'static),*> $crate::word_table::Words<$row> {
            /// The table of these rows.
            pub(crate) const fn $constructor(rows: &'static [$row]) -> Self {
                let mut table = Self::without_words(rows);
                let mut rest = rows;
                while let [$one, others @ ..] = rest {
                    table = table.with_word($word);
                    rest = others;
                }
                table
            }
        }
    };
}

pub(crate) use rows;

rows!(of, [], &'static str, |row| row);
rows!(of_pairs, [A], (&'static str, A), |row| row.0);
rows!(of_triples, [A, B], (&'static str, A, B), |row| row.0);
rows!(of_quadruples, [A, B, C], (&'static str, A, B, C), |row| row.0);

impl<T: Row> Words<T> {
    /// The rows whose word begins the text, in the order of the table.
    #[inline]
    pub(crate) fn beginning<'t>(&self, text: &'t str) -> impl Iterator<Item = &'static T> + use<'t, T> {
        let rows: &'static [T] = if self.beginnings.admit(text.as_bytes(), first, behind) { self.rows } else { &[] };
        rows.iter().filter(move |row| text.starts_with(row.word()))
    }

    /// The rows whose word ends the text, in the order of the table.
    #[inline]
    pub(crate) fn ending<'t>(&self, text: &'t str) -> impl Iterator<Item = &'static T> + use<'t, T> {
        let rows: &'static [T] = if self.endings.admit(text.as_bytes(), last, before) { self.rows } else { &[] };
        rows.iter().filter(move |row| text.ends_with(row.word()))
    }

    /// The row with the longest word that begins the text.
    #[inline]
    pub(crate) fn longest_beginning(&self, text: &str) -> Option<&'static T> {
        self.beginning(text).max_by_key(|row| row.word().len())
    }

    /// The row with the longest word that ends the text.
    #[inline]
    pub(crate) fn longest_ending(&self, text: &str) -> Option<&'static T> {
        self.ending(text).max_by_key(|row| row.word().len())
    }

    /// Whether some word begins the text.
    #[inline]
    pub(crate) fn begin(&self, text: &str) -> bool {
        self.beginning(text).next().is_some()
    }

    /// Whether some word ends the text.
    #[inline]
    pub(crate) fn end(&self, text: &str) -> bool {
        self.ending(text).next().is_some()
    }

    /// Whether some word stands in the text.
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        self.found_in(text).next().is_some()
    }

    /// Where words stand in the text, and which: from left to right, at one place in the order of the table.
    pub(crate) fn found_in<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, &'static T)> + use<'t, '_, T> {
        let places = text.char_indices().map(move |(at, _)| (at, text.get(at..).unwrap_or_default()));
        places.flat_map(|(at, rest)| self.beginning(rest).map(move |row| (at, row)))
    }

    /// The text without the first of the words that begins it.
    #[inline]
    pub(crate) fn strip_beginning<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.beginning(text).next().and_then(|row| text.strip_prefix(row.word()))
    }

    /// The text without the first of the words that ends it.
    #[inline]
    pub(crate) fn strip_ending<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.ending(text).next().and_then(|row| text.strip_suffix(row.word()))
    }

    /// Whether the text is one of the words.
    #[inline]
    pub(crate) fn hold(&self, text: &str) -> bool {
        self.beginning(text).any(|row| row.word().len() == text.len())
    }
}

impl<T> Words<T> {
    pub(crate) const fn without_words(rows: &'static [T]) -> Self {
        Self { rows, beginnings: Edges::NONE, endings: Edges::NONE }
    }

    pub(crate) const fn with_word(mut self, word: &str) -> Self {
        assert!(!word.is_empty(), "an empty word stands everywhere");
        let word = word.as_bytes();
        let (opening, closing) = (first(word), last(word));
        self.beginnings.add(opening, first(behind(word, opening)));
        self.endings.add(closing, last(before(word, closing)));
        self
    }
}

impl<T> IntoIterator for &'static Words<T> {
    type Item = &'static T;
    type IntoIter = std::slice::Iter<'static, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}

impl<T> Deref for Words<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.rows
    }
}

/// The outer characters of words at one edge, and the pairs of an outer and its inner neighbour: bits of their hashes.
struct Edges {
    single: [u64; 8],
    pairs: [u64; 16],
}

/// A character by its bytes, packed, and their count; nought and none where there is no character.
pub(crate) type Character = (u32, usize);

impl Edges {
    const NONE: Self = Self { single: [0; 8], pairs: [0; 16] };

    const fn add(&mut self, outer: Character, inner: Character) {
        set(&mut self.single, spread(outer) >> 23);
        set(&mut self.pairs, pair(outer, inner));
    }

    /// Whether one of the words may stand at this edge of the text: `at` tells the character there, `rest` what is left without it.
    #[inline]
    fn admit(&self, text: &[u8], at: fn(&[u8]) -> Character, rest: fn(&[u8], Character) -> &[u8]) -> bool {
        let outer = at(text);
        is_set(&self.single, spread(outer) >> 23)
            && (is_set(&self.pairs, pair(outer, (0, 0))) || is_set(&self.pairs, pair(outer, at(rest(text, outer)))))
    }
}

#[inline]
pub(crate) const fn spread(character: Character) -> u32 {
    character.0.wrapping_mul(0x9E37_79B1)
}

const fn pair(outer: Character, inner: Character) -> u32 {
    (spread(outer).rotate_left(9) ^ inner.0.wrapping_mul(0x85EB_CA77)) >> 22
}

const fn set(bits: &mut [u64], at: u32) {
    let mut words = at / 64;
    let mut rest = bits;
    while let [word, others @ ..] = rest {
        if words == 0 {
            *word |= 1 << (at % 64);
            return;
        }
        words -= 1;
        rest = others;
    }
}

#[inline]
fn is_set(bits: &[u64], at: u32) -> bool {
    bits.get(at as usize / 64).is_some_and(|word| word >> (at % 64) & 1 != 0)
}

#[inline]
pub(crate) const fn first(text: &[u8]) -> Character {
    match text {
        [a @ 0xE0..=0xEF, b, c, ..] => (pack([*a, *b, *c, 0]), 3),
        [a @ 0..0x80, ..] => (pack([*a, 0, 0, 0]), 1),
        [a @ 0x80..0xE0, b, ..] => (pack([*a, *b, 0, 0]), 2),
        [a, b, c, d, ..] => (pack([*a, *b, *c, *d]), 4),
        _ => (0, 0),
    }
}

#[inline]
pub(crate) const fn last(text: &[u8]) -> Character {
    match text {
        [.., a @ 0xE0..=0xEF, b, c] => (pack([*a, *b, *c, 0]), 3),
        [.., a @ 0..0x80] => (pack([*a, 0, 0, 0]), 1),
        [.., a @ 0xC0..=0xDF, b] => (pack([*a, *b, 0, 0]), 2),
        [.., a, b, c, d] => (pack([*a, *b, *c, *d]), 4),
        _ => (0, 0),
    }
}

const fn pack(bytes: [u8; 4]) -> u32 {
    u32::from_le_bytes(bytes)
}

#[inline]
const fn behind(text: &[u8], first: Character) -> &[u8] {
    match text.split_at_checked(first.1) {
        Some((_, rest)) => rest,
        None => &[],
    }
}

#[inline]
const fn before(text: &[u8], last: Character) -> &[u8] {
    match text.split_at_checked(text.len().saturating_sub(last.1)) {
        Some((rest, _)) => rest,
        None => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROWS: &[(&str, u8)] = &[("计划", 1), ("目标", 2), ("计划的", 3), ("计", 4), ("GDP", 5), ("é", 6), ("🏭区", 7)];
    static TABLE: Words<(&str, u8)> = Words::of_pairs(ROWS);

    #[test]
    fn rows_come_in_the_order_of_the_table() {
        let beginning = |text| TABLE.beginning(text).map(|(_, value)| *value).collect::<Vec<_>>();
        assert_eq!(beginning("计划的事"), [1, 3, 4]);
        assert_eq!(beginning("目标"), [2]);
        assert_eq!(beginning("总投资"), []);
        assert_eq!(beginning(""), []);
        let ending = |text| TABLE.ending(text).map(|(_, value)| *value).collect::<Vec<_>>();
        assert_eq!(ending("定下计划"), [1]);
        assert_eq!(ending("一计"), [4]);
        assert_eq!(ending("新🏭区"), [7]);
        assert_eq!(TABLE.longest_beginning("计划的事").map(|row| row.1), Some(3));
        assert!(words!["比", "较"].end("相比") && !words!["比", "较"].end("比重"));
    }

    proptest! {
        /// The looks at the edges refuse no text that one of the words begins, ends, or stands in.
        #[test]
        fn a_table_answers_as_comparing_all_its_words_does(text in "[计划目标的GDPé🏭区 ]{0,6}") {
            let rows = || ROWS.iter().map(|(word, _)| *word);
            prop_assert_eq!(TABLE.begin(&text), rows().any(|word| text.starts_with(word)));
            prop_assert_eq!(TABLE.end(&text), rows().any(|word| text.ends_with(word)));
            prop_assert_eq!(TABLE.stand_in(&text), rows().any(|word| text.contains(word)));
            prop_assert_eq!(TABLE.hold(&text), rows().any(|word| text == word));
        }
    }
}
