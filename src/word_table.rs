//! Tables of words, asked which of their words begin a text, end it, or stand in it.
//!
//! Nearly every such question is answered by no. A table is made by the compiler and knows which characters its words begin and end with, and
//! which rows do: most texts are refused by a look at their first or last character, and only a few rows are compared with the rest.

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
                    table = table.with_word(rows.len() - rest.len(), $word);
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
        let outer = first(text.as_bytes());
        let groups = self.beginnings.rows(outer, || first(text.as_bytes().get(outer.1..).unwrap_or_default()));
        rows_of(self.rows, groups).filter(move |row| begins(text, row.word()))
    }

    /// The rows whose word ends the text, in the order of the table.
    #[inline]
    pub(crate) fn ending<'t>(&self, text: &'t str) -> impl Iterator<Item = &'static T> + use<'t, T> {
        let outer = last(text.as_bytes());
        let groups = self.endings.rows(outer, || last(text.as_bytes().get(..text.len() - outer.1).unwrap_or_default()));
        rows_of(self.rows, groups).filter(move |row| ends(text, row.word()))
    }

    /// The first row whose word begins the text. Nearly always there is none, and nothing is made ready to look for it.
    #[inline]
    pub(crate) fn first_beginning(&self, text: &str) -> Option<&'static T> {
        if self.may_begin(text) { self.beginning(text).next() } else { None }
    }

    /// The row with the longest word that begins the text.
    #[inline]
    pub(crate) fn longest_beginning(&self, text: &str) -> Option<&'static T> {
        if self.may_begin(text) { self.beginning(text).max_by_key(|row| row.word().len()) } else { None }
    }

    /// The row with the longest word that ends the text.
    #[inline]
    pub(crate) fn longest_ending(&self, text: &str) -> Option<&'static T> {
        self.ending(text).max_by_key(|row| row.word().len())
    }

    /// Whether some word begins the text.
    #[inline]
    pub(crate) fn begin(&self, text: &str) -> bool {
        self.first_beginning(text).is_some()
    }

    /// Whether the first character of the text may be that of some word, whatever follows it: a look before reading.
    #[inline]
    pub(crate) fn may_begin_with(&self, text: &str) -> bool {
        self.beginnings.outer.may_hold(first(text.as_bytes()))
    }

    /// Whether some word may begin the text, by its first two characters: what most texts are refused by.
    #[inline]
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        let outer = first(text.as_bytes());
        self.beginnings.rows(outer, || first(text.as_bytes().get(outer.1..).unwrap_or_default())) != 0
    }

    /// The rows, for as long as the table itself.
    #[inline]
    pub(crate) fn rows(&self) -> &'static [T] {
        self.rows
    }

    /// The first row whose word ends the text.
    #[inline]
    pub(crate) fn first_ending(&self, text: &str) -> Option<&'static T> {
        if self.endings.outer.may_hold(last(text.as_bytes())) { self.ending(text).next() } else { None }
    }

    /// Whether some word ends the text.
    #[inline]
    pub(crate) fn end(&self, text: &str) -> bool {
        self.first_ending(text).is_some()
    }

    /// Whether some word stands in the text.
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        self.found_in(text).next().is_some()
    }

    /// Where words stand in the text, and which: from left to right, at one place in the order of the table.
    pub(crate) fn found_in<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, &'static T)> + use<'t, '_, T> {
        let (mut at, mut next) = (0, 0);
        let mut here = self.beginning("");
        std::iter::from_fn(move || {
            loop {
                if let Some(row) = here.next() {
                    return Some((at, row));
                }
                at = self.beginnings.outer.next_in(text.as_bytes(), next)?;
                let rest = text.get(at..)?;
                next = at + first(rest.as_bytes()).1;
                here = self.beginning(rest);
            }
        })
    }

    /// Which words stand at these places of the text: from left to right, at one place in the order of the table.
    pub(crate) fn found_at(&self, text: &str, places: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, &'static T)> {
        places.flat_map(move |at| self.beginning(text.get(at..).unwrap_or_default()).map(move |row| (at, row)))
    }

    /// Where words stand in the text, and which, from left to right: at one place the longest, and none that begins inside the one before.
    pub(crate) fn longest_in<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, &'static T)> + use<'t, '_, T> {
        longest_of(self.found_in(text))
    }

    /// As [`longest_in`](Self::longest_in), of words that stand at some of these places, which are in order.
    pub(crate) fn longest_at(&self, text: &str, places: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, &'static T)> {
        longest_of(self.found_at(text, places))
    }

    /// The text without the first of the words that begins it.
    #[inline]
    pub(crate) fn strip_beginning<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.first_beginning(text).and_then(|row| text.strip_prefix(row.word()))
    }

    /// The text without the first of the words that ends it.
    #[inline]
    pub(crate) fn strip_ending<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.first_ending(text).and_then(|row| text.strip_suffix(row.word()))
    }

    /// Whether the text is one of the words.
    #[inline]
    pub(crate) fn hold(&self, text: &str) -> bool {
        self.beginning(text).any(|row| row.word().len() == text.len())
    }
}

/// Of words found from left to right at each place the longest, and none that begins inside the one before.
fn longest_of<T: Row>(found: impl Iterator<Item = (usize, &'static T)>) -> impl Iterator<Item = (usize, &'static T)> {
    let mut found = found.peekable();
    let mut from = 0;
    std::iter::from_fn(move || {
        let (at, mut longest) = found.find(|(at, _)| *at >= from)?;
        while let Some((_, row)) = found.next_if(|(same, _)| *same == at) {
            if row.word().len() > longest.word().len() {
                longest = row;
            }
        }
        from = at + longest.word().len();
        Some((at, longest))
    })
}

impl<T> Words<T> {
    pub(crate) const fn without_words(rows: &'static [T]) -> Self {
        Self { rows, beginnings: Edges::NONE, endings: Edges::NONE }
    }

    /// Learns the word of the row at `index`.
    pub(crate) const fn with_word(mut self, index: usize, word: &str) -> Self {
        assert!(!word.is_empty(), "an empty word stands everywhere");
        let row = (index / group(self.rows.len())) as u32;
        let outer = first(word.as_bytes());
        let (_, inner) = word.as_bytes().split_at(outer.1);
        self.beginnings.add(outer, first(inner), row);
        let outer = last(word.as_bytes());
        let (inner, _) = word.as_bytes().split_at(word.len() - outer.1);
        self.endings.add(outer, last(inner), row);
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

/// Which characters words have outermost: most texts are refused by it.
pub(crate) struct Outer {
    /// The second bytes of characters of three, and the third: looking through a text goes by them.
    seconds: u64,
    thirds: u64,
    /// One bit for each group of characters.
    known: [u64; 8],
}

impl Outer {
    pub(crate) const NONE: Self = Self { seconds: 0, thirds: 0, known: [0; 8] };

    pub(crate) const fn add(&mut self, outer: Character) {
        if outer.1 == 3 {
            let [_, second, third, _] = outer.0.to_le_bytes();
            self.seconds |= 1 << (second % 64);
            self.thirds |= 1 << (third % 64);
        }
        set(&mut self.known, spread(outer) >> 23);
    }

    /// Whether one of the words has this character outermost, or one of its group.
    #[inline]
    pub(crate) fn may_hold(&self, outer: Character) -> bool {
        is_set(&self.known, spread(outer) >> 23)
    }

    /// The first place at or behind byte `at` whose character one of the words may have outermost.
    pub(crate) fn next_in(&self, text: &[u8], mut at: usize) -> Option<usize> {
        loop {
            let rest = text.get(at..)?;
            if let [0xE0..=0xEF, second, third, ..] = rest {
                if self.seconds >> (second % 64) & self.thirds >> (third % 64) & 1 == 0 {
                    at += 3;
                    continue;
                }
            }
            let outer = first(rest);
            if outer.1 == 0 {
                return None;
            }
            if self.may_hold(outer) {
                return Some(at);
            }
            at += outer.1;
        }
    }
}

/// Which rows have which characters at one edge of their word: characters and rows are both hashed into a few groups.
struct Edges {
    outer: Outer,
    /// One bit for each group of the two outermost characters of a word, or of its only one: nearly all others are refused by it.
    pairs: [u64; PAIRS as usize / 64],
    /// For each group of characters the groups of rows that have one of them outermost, one bit each.
    rows: [u32; 64],
}

/// A character by its bytes, packed, and their count; nought and none where there is no character.
pub(crate) type Character = (u32, usize);

/// Bits for pairs of characters.
const PAIRS: u32 = 1024;

/// Stands for the inner neighbour of a word's only character.
pub(crate) const NO_OTHER: Character = (0, 0);

impl Edges {
    const NONE: Self = Self { outer: Outer::NONE, pairs: [0; PAIRS as usize / 64], rows: [0; 64] };

    const fn add(&mut self, outer: Character, inner: Character, row: u32) {
        self.outer.add(outer);
        set(&mut self.pairs, pair(outer, inner) % PAIRS);
        let mut groups = spread(outer) >> 26;
        let mut rest: &mut [u32] = &mut self.rows;
        while let [rows, others @ ..] = rest {
            if groups == 0 {
                *rows |= 1 << row;
                return;
            }
            groups -= 1;
            rest = others;
        }
    }

    /// The groups of rows that may have this character outermost and that one beside it.
    #[inline]
    fn rows(&self, outer: Character, inner: impl FnOnce() -> Character) -> u32 {
        if self.outer.may_hold(outer) && (is_set(&self.pairs, pair(outer, inner()) % PAIRS) || is_set(&self.pairs, pair(outer, NO_OTHER) % PAIRS)) {
            self.rows.get((spread(outer) >> 26) as usize).copied().unwrap_or_default()
        } else {
            0
        }
    }
}

/// Groups of rows; each is a stretch of the table.
const GROUPS: usize = 32;

/// How many rows of a table form a group.
#[inline]
const fn group(count: usize) -> usize {
    if count <= GROUPS { 1 } else { count.div_ceil(GROUPS) }
}

/// The rows of some groups, in the order of the table.
#[inline]
fn rows_of<T>(rows: &'static [T], mut groups: u32) -> impl Iterator<Item = &'static T> {
    let size = group(rows.len());
    let mut here = [].iter();
    std::iter::from_fn(move || {
        loop {
            if let Some(row) = here.next() {
                return Some(row);
            }
            if groups == 0 {
                return None;
            }
            let from = groups.trailing_zeros() as usize * size;
            groups &= groups - 1;
            here = rows.get(from..rows.len().min(from + size)).unwrap_or_default().iter();
        }
    })
}

#[inline]
pub(crate) const fn spread(character: Character) -> u32 {
    character.0.wrapping_mul(0x9E37_79B1)
}

/// Spreads two characters at an edge over numbers of 22 bits.
#[inline]
pub(crate) const fn pair(outer: Character, inner: Character) -> u32 {
    (spread(outer) ^ inner.0.wrapping_mul(0x85EB_CA77)) >> 10
}

#[inline]
fn is_set(bits: &[u64], at: u32) -> bool {
    bits.get(at as usize / 64).is_some_and(|word| word >> (at % 64) & 1 != 0)
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
pub(crate) const fn first(text: &[u8]) -> Character {
    if let Some(four) = text.first_chunk::<4>() {
        let four = pack(*four);
        return match four & 0xFF {
            0xE0..=0xEF => (four & 0xFF_FFFF, 3),
            0..0x80 => (four & 0xFF, 1),
            0x80..0xE0 => (four & 0xFFFF, 2),
            _ => (four, 4),
        };
    }
    match text {
        [a @ 0xE0..=0xEF, b, c] => (pack([*a, *b, *c, 0]), 3),
        [a @ 0..0x80, ..] => (pack([*a, 0, 0, 0]), 1),
        [a @ 0x80..0xE0, b, ..] => (pack([*a, *b, 0, 0]), 2),
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

#[inline]
const fn pack(bytes: [u8; 4]) -> u32 {
    u32::from_le_bytes(bytes)
}

/// Whether the word begins the text. Words that are asked for share their first character with it: the last byte tells them apart.
#[inline]
pub(crate) fn begins(text: &str, word: &str) -> bool {
    word.len().checked_sub(1).is_some_and(|last| text.as_bytes().get(last) == word.as_bytes().get(last)) && text.starts_with(word)
}

/// Whether the word ends the text. The words share its last character: the end of their first one tells them apart.
#[inline]
pub(crate) fn ends(text: &str, word: &str) -> bool {
    let told = word.len().saturating_sub(1).min(2);
    text.len().checked_sub(word.len()).is_some_and(|start| text.as_bytes().get(start + told) == word.as_bytes().get(told)) && text.ends_with(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROWS: &[(&str, u8)] = &[("计划", 1), ("目标", 2), ("计划的", 3), ("计", 4), ("GDP", 5), ("é", 6), ("🏭区", 7)];
    static TABLE: Words<(&str, u8)> = Words::of_pairs(ROWS);
    /// More rows than there are groups of them.
    #[rustfmt::skip]
    static LONG: Words<&str> = Words::of(&["计计", "计划", "计目", "计标", "计的", "计区", "划计", "划划", "划目", "划标", "划的", "划区", "目计", "目划", "目目", "目标", "目的", "目区", "标计", "标划", "标目", "标标", "标的", "标区", "的计", "的划", "的目", "的标", "的的", "的区", "区计", "区划", "区目", "区标", "区的", "区区", "计", "区"]);

    #[test]
    fn rows_come_in_the_order_of_the_table() {
        let beginning = |text| TABLE.beginning(text).map(|(_, value)| *value).collect::<Vec<_>>();
        assert_eq!(beginning("计划的事"), [1, 3, 4]);
        assert_eq!(beginning("目标"), [2]);
        assert!(beginning("总投资").is_empty());
        assert!(beginning("").is_empty());
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
        fn a_table_answers_as_comparing_all_its_words_does(text in "[计划目标的区]{0,4}|[计划目标的GDPé🏭区 ]{0,6}") {
            let rows = || ROWS.iter().map(|(word, _)| *word);
            prop_assert_eq!(TABLE.begin(&text), rows().any(|word| text.starts_with(word)));
            prop_assert_eq!(TABLE.end(&text), rows().any(|word| text.ends_with(word)));
            prop_assert_eq!(TABLE.stand_in(&text), rows().any(|word| text.contains(word)));
            prop_assert_eq!(TABLE.hold(&text), rows().any(|word| text == word));
            prop_assert!(TABLE.may_begin_with(&text) || !rows().any(|word| word.chars().next() == text.chars().next()));
            let mut longest = Vec::new();
            let mut from = 0;
            for (at, _) in text.char_indices() {
                let row = TABLE.iter().filter(|row| text.get(at..).is_some_and(|rest| rest.starts_with(row.0))).max_by_key(|row| row.0.len());
                if let Some(row) = row.filter(|_| at >= from) {
                    from = at + row.0.len();
                    longest.push((at, row.1));
                }
            }
            prop_assert_eq!(TABLE.longest_in(&text).map(|(at, row)| (at, row.1)).collect::<Vec<_>>(), longest);
            prop_assert!(LONG.beginning(&text).eq(LONG.iter().filter(|word| text.starts_with(**word))));
            prop_assert!(LONG.ending(&text).eq(LONG.iter().filter(|word| text.ends_with(**word))));
        }
    }
}
