//! Facts that the repairs rest on, embedded: readings of characters, GBK codes, how likely a character is. `DATA.md` tells where they come from.

use once_cell::sync::Lazy;
use std::collections::HashMap;

/// A character and the syllables it is read with, by syllable: a line each, sorted.
static READINGS: Lazy<Vec<(&'static str, &'static str)>> =
    Lazy::new(|| include_str!("tables/readings.txt").lines().filter_map(|line| line.split_once('\t')).collect());

/// The same by syllables without their tones.
static TONELESS: Lazy<HashMap<String, Vec<&'static str>>> = Lazy::new(|| {
    let mut lines: HashMap<String, Vec<&'static str>> = HashMap::new();
    for (syllable, characters) in READINGS.iter() {
        lines.entry(syllable.chars().map(without_tone).collect()).or_default().push(characters);
    }
    lines
});

/// The letter under a tone mark.
fn without_tone(letter: char) -> char {
    const ROWS: [(&str, char); 8] =
        [("āáǎà", 'a'), ("ēéěè", 'e'), ("īíǐì", 'i'), ("ōóǒò", 'o'), ("ūúǔù", 'u'), ("ǖǘǚǜ", 'ü'), ("ńňǹ", 'n'), ("ḿ", 'm')];
    ROWS.iter().find(|(row, _)| row.contains(letter)).map_or(letter, |(_, bare)| *bare)
}

/// Whether a character can be read so. The syllable is in lower case, in composed letters; one without a tone is read with any.
pub(super) fn is_read(character: char, syllable: &str) -> bool {
    let line = READINGS.binary_search_by_key(&syllable, |(syllable, _)| syllable);
    let toned = line.ok().and_then(|line| READINGS.get(line)).is_some_and(|(_, characters)| characters.contains(character));
    toned || syllable.is_ascii() && TONELESS.get(syllable).is_some_and(|lines| lines.iter().any(|characters| characters.contains(character)))
}

/// The characters that are read with this tone.
pub(super) fn read_as(syllable: &str) -> impl Iterator<Item = char> {
    let line = READINGS.binary_search_by_key(&syllable, |(syllable, _)| syllable);
    line.ok().and_then(|line| READINGS.get(line)).map_or("", |(_, characters)| characters).chars()
}

/// Whether there is such a syllable at all.
pub(super) fn is_syllable(syllable: &str) -> bool {
    READINGS.binary_search_by_key(&syllable, |(syllable, _)| syllable).is_ok() || syllable.is_ascii() && TONELESS.contains_key(syllable)
}

const GBK: &[u8] = include_bytes!("tables/gbk.bin");
const TRAILS: usize = 190;

/// The two bytes of every character of the basic plane in GBK with its user-defined areas; 0 for those it does not have.
static CODES: Lazy<Vec<u16>> = Lazy::new(|| {
    let mut codes = vec![0; 0x1_0000];
    for lead in 0x81..=0xFE {
        for trail in (0x40..=0xFE).filter(|trail| *trail != 0x7F) {
            if let Some(code) = gbk(lead, trail).and_then(|character| codes.get_mut(character as usize)) {
                *code = u16::from_be_bytes([lead, trail]);
            }
        }
    }
    codes
});

/// The character of a pair of bytes.
pub(super) fn gbk(lead: u8, trail: u8) -> Option<char> {
    let row = usize::from(lead.checked_sub(0x81)?);
    let column = usize::from(trail.checked_sub(0x40)?) - usize::from(trail > 0x7F);
    if trail == 0x7F || trail == 0xFF {
        return None;
    }
    let at = 2 * (row * TRAILS + column);
    let pair = GBK.get(at..at + 2)?;
    let unit = u16::from_le_bytes([*pair.first()?, *pair.get(1)?]);
    char::from_u32(u32::from(unit)).filter(|character| *character != char::REPLACEMENT_CHARACTER)
}

/// The pair of bytes of a character, if it has one.
pub(super) fn bytes(character: char) -> Option<(u8, u8)> {
    let [lead, trail] = CODES.get(character as usize)?.to_be_bytes();
    (lead != 0).then_some((lead, trail))
}

/// The signs that pages write in full or in half width.
pub(super) const NARROW: [(char, char); 8] = [('！', '!'), ('，', ','), ('：', ':'), ('；', ';'), ('？', '?'), ('（', '('), ('）', ')'), ('％', '%')];

/// How unlikely a character is by itself, as the first one of a word, and as the last one where a word may end or go on.
struct Cost {
    alone: u8,
    first: u8,
    last: u8,
}

/// A character that is often behind another one: its place, how unlikely it is there in news, and how unlikely it is there by the words of a
/// dictionary, 0 where these two make no word.
struct Pair {
    second: u16,
    cost: u8,
    word: u8,
}

/// How unlikely characters are, alone and behind another one, in sixteenths of a natural logarithm.
pub(super) struct Likelihood {
    /// For every character of the basic plane its place in `rows`, or `u16::MAX`. All digits share one, and a sign in full and in half width.
    places: Vec<u16>,
    costs: Vec<Cost>,
    /// Where the pairs of a character stand in `pairs`.
    rows: Vec<(u32, u32)>,
    pairs: Vec<Pair>,
    /// A bit for the hash of each pair: nearly all pairs that are asked about have no row, and are refused by it.
    known: Vec<u64>,
}

/// The length of a pair in the table: a place and two costs.
const PAIR_BYTES: usize = 4;

/// Bits for pairs, a power of two, seven for each pair there is.
const PAIR_BITS: usize = 1 << 20;

/// The bit for a pair of places.
#[inline]
fn bit_of(first: u16, second: u16) -> usize {
    (u32::from(first) << 16 | u32::from(second)).wrapping_mul(0x9E37_79B1) as usize / (1 << 12) % PAIR_BITS
}

/// What a character costs that is no common one: a rare ideograph, a letter, a sign, a private-use character.
const RARE_IDEOGRAPH: i32 = 15 * 16;
const ASCII: i32 = 5 * 16;
const ASCII_LETTER: i32 = 6 * 16;
/// A sign that stands in addresses and formulas, not behind an ideograph.
const ASCII_SIGN: i32 = 10 * 16;
const FULL_WIDTH: i32 = 12 * 16;
const STRANGE: i32 = 17 * 16;
const PRIVATE: i32 = 24 * 16;

impl Likelihood {
    fn load(mut table: &'static [u8]) -> Option<Self> {
        fn short(table: &mut &'static [u8]) -> Option<u16> {
            let (pair, rest) = table.split_first_chunk::<2>()?;
            *table = rest;
            Some(u16::from_le_bytes(*pair))
        }
        let count = short(&mut table)?;
        let (places, known) = (vec![u16::MAX; 0x1_0000], vec![0; PAIR_BITS / 64]);
        let pairs = Vec::with_capacity(table.len() / PAIR_BYTES);
        let mut likelihood = Self { places, costs: Vec::new(), rows: Vec::new(), pairs, known };
        for place in 0..count {
            let character = short(&mut table)?;
            let ([alone, first, last], rest) = table.split_first_chunk::<3>()?;
            table = rest;
            *likelihood.places.get_mut(usize::from(character))? = place;
            likelihood.costs.push(Cost { alone: *alone, first: *first, last: *last });
        }
        let digits = likelihood.places.get_mut('0' as usize..='9' as usize)?;
        digits.fill(*digits.first()?);
        for (wide, narrow) in NARROW {
            let place = *likelihood.places.get(wide as usize)?;
            *likelihood.places.get_mut(narrow as usize)? = place;
        }
        for first in 0..count {
            let length = short(&mut table)?;
            let start = likelihood.pairs.len() as u32;
            likelihood.rows.push((start, start + u32::from(length)));
            let (row, rest) = table.split_at_checked(usize::from(length) * PAIR_BYTES)?;
            table = rest;
            for pair in row.chunks_exact(PAIR_BYTES) {
                let &[low, high, cost, word] = pair else { return None };
                let second = u16::from_le_bytes([low, high]);
                likelihood.pairs.push(Pair { second, cost, word });
                let bit = bit_of(first, second);
                *likelihood.known.get_mut(bit / 64)? |= 1 << (bit % 64);
            }
        }
        Some(likelihood)
    }

    #[inline]
    fn place(&self, character: char) -> Option<u16> {
        self.places.get(character as usize).copied().filter(|place| *place != u16::MAX)
    }

    fn cost(&self, character: char) -> Option<&Cost> {
        self.costs.get(usize::from(self.place(character)?))
    }

    /// What a character costs by itself.
    pub(super) fn alone(&self, character: char) -> i32 {
        self.cost(character).map_or_else(|| strange(character), |cost| i32::from(cost.alone))
    }

    /// What a character costs behind another one. Both are simplified.
    pub(super) fn behind(&self, before: char, character: char) -> i32 {
        let (first, second) = (self.place(before), self.place(character));
        if let (Some(first), Some(second)) = (first, second) {
            if let Some(known) = self.known_pair(first, second) {
                return i32::from(known.cost);
            }
        }
        let clash = if is_ideograph(before) || is_ideograph(character) {
            0
        } else if is_kana(before) && is_kana(character) {
            return KANA;
        } else if ends(before) && ends(character) {
            CLASH
        } else if is_sign(before) && is_sign(character) && first.and(second).is_some() {
            BESIDE
        } else {
            0
        };
        let cost = |place: Option<u16>| self.costs.get(usize::from(place?));
        let closed = cost(first).map_or(0, |cost| i32::from(cost.last));
        clash + closed + cost(second).map_or_else(|| strange(character), |cost| i32::from(cost.first))
    }

    /// What a character costs more behind the last one of a word than behind that one anywhere: as much that it stands halfway to what it costs as the
    /// beginning of another word. How often 新 stands behind 一批 tells little of what stands behind 审批.
    pub(super) fn behind_word(&self, last: char, character: char) -> i32 {
        match self.cost(character) {
            Some(Cost { first, .. }) if !self.is_pair(last, character) => (i32::from(*first) - self.behind(last, character)) / 2,
            _ => 0,
        }
    }

    /// Whether the characters stand together in a word.
    pub(super) fn is_pair(&self, before: char, character: char) -> bool {
        self.word(before, character).is_some()
    }

    /// What a character costs behind another one with which it makes a word, by what a dictionary says.
    #[inline]
    fn word(&self, before: char, character: char) -> Option<i32> {
        let pair = self.known_pair(self.place(before)?, self.place(character)?)?;
        (pair.word != 0).then_some(i32::from(pair.word))
    }

    /// What is told of two characters, by their places.
    #[inline]
    fn known_pair(&self, first: u16, second: u16) -> Option<&Pair> {
        let bit = bit_of(first, second);
        self.known.get(bit / 64).filter(|word| **word >> (bit % 64) & 1 != 0)?;
        let (start, end) = self.rows.get(usize::from(first))?;
        let row = self.pairs.get(*start as usize..*end as usize)?;
        let at = row.binary_search_by_key(&second, |pair| pair.second).ok()?;
        row.get(at)
    }
}

/// How much likelier the second character is behind the first than anywhere, in sixteenths of a natural logarithm: 豪 + 华 more than 豪 + 在.
/// Nothing where a word may end with the first.
pub(crate) fn cohesion(before: char, character: char) -> i32 {
    LIKELIHOOD.word(before, character).map_or(0, |together| (LIKELIHOOD.alone(character) - together - WORD_BREAK).max(0))
}

/// What a pair gains over the parts of it that are two words, at least.
const WORD_BREAK: i32 = 5;

/// What a character costs that the table does not have.
fn strange(character: char) -> i32 {
    match character {
        '@' | '[' | '\\' | ']' | '^' | '_' | '`' | '{' | '|' | '}' | '~' => ASCII_SIGN,
        'a'..='z' | 'A'..='Z' => ASCII_LETTER,
        '\0'..='\x7F' => ASCII,
        '\u{FF01}'..='\u{FF5E}' => FULL_WIDTH,
        '\u{E000}'..='\u{F8FF}' => PRIVATE,
        '\u{3400}'..='\u{9FFF}' => RARE_IDEOGRAPH,
        _ => STRANGE,
    }
}

/// What a kana costs behind another one: they come in words.
const KANA: i32 = 5 * 16;
/// What it costs that two signs meet each of which ends a clause.
const CLASH: i32 = 8 * 16;
/// What it costs that two marks that never meet do.
const BESIDE: i32 = 3 * 16;

fn is_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{30FF}')
}

/// Whether a sign ends a clause.
pub(super) fn ends(character: char) -> bool {
    matches!(character, '。' | '，' | '、' | '：' | '；' | '！' | '？' | ',' | ':' | ';' | '!' | '?')
}

/// Whether a character is an ideograph: neither kana nor sign, and it ends no clause.
#[inline]
pub(super) fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9FFF}')
}

/// Whether a character is a sign of Chinese text.
fn is_sign(character: char) -> bool {
    !character.is_ascii() && !is_ideograph(character)
}

/// The likelihoods; opened at the first text that asks for one.
pub(super) static LIKELIHOOD: Lazy<Likelihood> = Lazy::new(|| {
    let empty = || Likelihood { places: Vec::new(), costs: Vec::new(), rows: Vec::new(), pairs: Vec::new(), known: Vec::new() };
    Likelihood::load(include_bytes!("tables/pairs.bin")).unwrap_or_else(empty)
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_those_that_the_generator_made() {
        assert_eq!(READINGS.len(), 1_489);
        assert_eq!(GBK.len(), 2 * 126 * TRAILS);
        assert_eq!((LIKELIHOOD.costs.len(), LIKELIHOOD.rows.len(), LIKELIHOOD.pairs.len()), (7_100, 7_100, 150_306));
        assert!(READINGS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn readings() {
        assert!(is_read('經', "jīng") && is_read('长', "zhǎng") && is_read('长', "cháng") && !is_read('经', "jì"));
        assert!(is_syllable("lǜ") && !is_syllable("期"));
    }

    #[test]
    fn codes_go_both_ways() {
        assert_eq!(bytes('臨'), Some((0xC5, 0x52)));
        assert_eq!(gbk(0xA3, 0xA1), Some('！'));
        assert_eq!(gbk(0xAA, 0xA1), Some('\u{E000}'));
        assert_eq!(gbk(0xF8, 0xA1), Some('\u{E234}'));
        assert_eq!(bytes('\u{E088}').and_then(|(lead, trail)| gbk(lead, trail)), Some('\u{E088}'));
        assert_eq!((bytes('A'), gbk(0x80, 0x40), gbk(0xB0, 0x7F), gbk(0xFF, 0x40)), (None, None, None, None));
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn the_table_is_what_a_decoder_says() {
        for lead in 0x81..=0xFE {
            for trail in (0x40..=0xFE).filter(|trail| *trail != 0x7F) {
                let pair = [lead, trail];
                let (text, _, faulty) = encoding_rs::GBK.decode(&pair);
                let one = text.chars().next().filter(|_| !faulty && text.chars().count() == 1);
                if let Some(character) = one.filter(|character| !('\u{E000}'..='\u{F8FF}').contains(character)) {
                    let ours = gbk(lead, trail);
                    // A few codes were private use in the standard of 2000 and have characters of their own since.
                    assert!(ours == Some(character) || ours.is_some_and(|ours| ('\u{E000}'..='\u{F8FF}').contains(&ours)), "{pair:X?}");
                }
            }
        }
    }

    #[test]
    fn words_are_likelier_than_chance() {
        let behind = |a, b| LIKELIHOOD.behind(a, b);
        assert!(behind('经', '济') < behind('经', '迸'));
        assert!(behind('招', '商') < LIKELIHOOD.alone('商'));
        assert!(LIKELIHOOD.alone('的') < LIKELIHOOD.alone('栲'));
        assert!(LIKELIHOOD.alone('\u{E088}') > LIKELIHOOD.alone('栲'));
    }
}
