//! Looking for a word or a character in a text of a clause's length.
//!
//! The searches of the standard library make themselves ready for long texts, which costs hundreds of steps before they look at one. What is asked
//! of a clause is shorter than that: a word is looked for by one byte, and compared where it stands; a set of characters is made by the compiler.

use crate::word_table::first;
use memchr::{memchr, memrchr};

/// Questions about short words in short texts, answered as those of the standard library are.
pub(crate) trait Seek {
    /// Whether the word stands in the text.
    fn has(&self, word: &str) -> bool;
    /// Where the word first stands in the text.
    fn place_of(&self, word: &str) -> Option<usize>;
    /// Where the word last stands in the text.
    fn last_place_of(&self, word: &str) -> Option<usize>;
    /// The text without the word as often as it stands at its beginning.
    fn without_leading(&self, word: &str) -> &str;
    /// The first characters of the text, so many.
    fn leading(&self, characters: usize) -> &str;
    /// The last characters of the text, so many.
    fn trailing(&self, characters: usize) -> &str;
}

impl Seek for str {
    #[inline]
    fn has(&self, word: &str) -> bool {
        self.place_of(word).is_some()
    }

    fn place_of(&self, word: &str) -> Option<usize> {
        let (text, word) = (self.as_bytes(), word.as_bytes());
        let Some((shift, byte)) = telling(word) else { return Some(0) };
        let mut from = 0;
        loop {
            let at = from + memchr(byte, text.get(from + shift..)?)?;
            if text.get(at..)?.starts_with(word) {
                return Some(at);
            }
            from = at + 1;
        }
    }

    fn last_place_of(&self, word: &str) -> Option<usize> {
        let (text, word) = (self.as_bytes(), word.as_bytes());
        let Some((shift, byte)) = telling(word) else { return Some(text.len()) };
        let mut until = text.len();
        loop {
            let at = memrchr(byte, text.get(shift..until)?)?;
            if text.get(at..)?.starts_with(word) {
                return Some(at);
            }
            until = at + shift;
        }
    }

    #[inline]
    fn without_leading(&self, word: &str) -> &str {
        let mut rest = self;
        while let Some(shorter) = rest.strip_prefix(word).filter(|shorter| shorter.len() < rest.len()) {
            rest = shorter;
        }
        rest
    }

    #[inline]
    fn leading(&self, characters: usize) -> &str {
        self.char_indices().nth(characters).and_then(|(end, _)| self.get(..end)).unwrap_or(self)
    }

    #[inline]
    fn trailing(&self, characters: usize) -> &str {
        let Some(before) = characters.checked_sub(1) else { return "" };
        self.char_indices().nth_back(before).and_then(|(start, _)| self.get(start..)).unwrap_or(self)
    }
}

/// The byte by which a word is looked for, the last of its first character, and where in the word that stands.
#[inline]
fn telling(word: &[u8]) -> Option<(usize, u8)> {
    let shift = first(word).1.checked_sub(1)?;
    Some((shift, *word.get(shift)?))
}

/// A set of characters written as a text: `any!("、,，").of(c)`.
macro_rules! any {
    ($characters:expr) => {
        const { &$crate::seek::Characters::of_text($characters) }
    };
}
pub(crate) use any;

/// A set of some characters.
pub(crate) struct Characters {
    /// One bit for each group of code points that holds a character of the set: nearly all others are refused by it.
    groups: [u64; 4],
    characters: &'static str,
}

impl Characters {
    /// The characters of a text.
    pub(crate) const fn of_text(characters: &'static str) -> Self {
        let mut groups = [0; 4];
        let mut rest = characters.as_bytes();
        while !rest.is_empty() {
            let (packed, length) = first(rest);
            let [a, b, c, d] = packed.to_le_bytes();
            let code = match length {
                1 => a as u32,
                2 => (a as u32 & 0x1F) << 6 | (b as u32 & 0x3F),
                3 => (a as u32 & 0x0F) << 12 | (b as u32 & 0x3F) << 6 | (c as u32 & 0x3F),
                _ => (a as u32 & 0x07) << 18 | (b as u32 & 0x3F) << 12 | (c as u32 & 0x3F) << 6 | (d as u32 & 0x3F),
            };
            let (_, word) = groups.split_at_mut(group(code) as usize / 64);
            if let [word, ..] = word {
                *word |= 1 << (group(code) % 64);
            }
            (_, rest) = rest.split_at(length);
        }
        Self { groups, characters }
    }

    /// Whether the character is one of the set.
    #[inline]
    pub(crate) fn of(&self, character: char) -> bool {
        let group = group(character as u32);
        self.groups.get(group as usize / 64).is_some_and(|word| word >> (group % 64) & 1 != 0) && self.holds(character)
    }

    fn holds(&self, character: char) -> bool {
        self.characters.chars().any(|other| other == character)
    }
}

/// One of 256 groups of code points; neighbours are in different ones.
#[inline]
const fn group(code: u32) -> u32 {
    code.wrapping_mul(0x9E37_79B1) >> 24
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_found_where_the_standard_library_finds_them(text in "[一丁七a0é🏭]{0,12}", word in "[一丁七a0é🏭]{0,3}", count in 0usize..14) {
            prop_assert_eq!(text.has(&word), text.contains(&word));
            prop_assert_eq!(text.place_of(&word), text.find(&word));
            prop_assert_eq!(text.last_place_of(&word), text.rfind(&word));
            prop_assert_eq!(text.leading(count), text.chars().take(count).collect::<String>());
            prop_assert_eq!(text.trailing(count), text.chars().skip(text.chars().count().saturating_sub(count)).collect::<String>());
            if !word.is_empty() {
                prop_assert_eq!(text.without_leading(&word), text.trim_start_matches(&word));
            }
        }

        #[test]
        fn a_set_holds_its_characters_and_no_others(character in any::<char>()) {
            const SET: &str = "、,，的é🏭一\u{a0}\0";
            prop_assert_eq!(any!(SET).of(character), SET.contains(character));
            for character in SET.chars() {
                prop_assert!(any!(SET).of(character));
            }
        }
    }
}
