//! The compiled form of a lexicon, read in place.
//!
//! Two files: `bytes` holds six tables one after another behind a header with their lengths, `pool` holds every string once.
//! - trie: a double array from a word to a place in the lists;
//! - filter: two bits for each pair of first characters that some word begins with, and one for each character that is a word by itself:
//!   most positions of a text are passed over by looking at it alone;
//! - surnames: for each ideograph of the basic block the band of the surname that it is, or nought: every sixth character of a text is one, so they
//!   are asked for by character and no scan tells of them;
//! - lists: for each word the records that it names, with flags;
//! - records: kind, count of fields, and for each field where it stands in the pool;
//! - codes: the divisions of today, sorted by code.

use super::entry::{self, Entry, Record};
use super::{Division, Hit};
use crate::span::Span;
use memchr::memchr;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use yada::DoubleArray;
use yada::builder::DoubleArrayBuilder;

/// What may be said of a word under one meaning.
pub(super) const AMBIGUOUS: u8 = 1;
/// The word is the full name.
pub(super) const FULL: u8 = 2;

/// The word is told by its character alone, not by a scan: a surname of one ideograph.
const BY_CHARACTER: u8 = 4;

/// Words of the filter, a power of two: both bits of a pair stand in one of them.
const FILTER_WORDS: usize = 1 << 13;
/// Bits for characters that are words by themselves: one for each of the first 65,536 characters.
const SINGLE_BITS: usize = 1 << 16;
/// The basic block of ideographs, which holds all but a handful of surnames.
pub(super) const IDEOGRAPHS: Range<u32> = 0x4E00..0xA000;

/// How many tables there are.
const TABLES: usize = 6;

#[derive(Clone)]
pub(super) struct Layer {
    bytes: Cow<'static, [u8]>,
    pool: Cow<'static, str>,
    trie: Range<usize>,
    filter: Range<usize>,
    surnames: Range<usize>,
    lists: Range<usize>,
    records: Range<usize>,
    codes: Range<usize>,
}

impl std::fmt::Debug for Layer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Layer").field("bytes", &self.bytes.len()).field("pool", &self.pool.len()).finish()
    }
}

/// A word with all that it may mean, before compilation.
pub(super) type Words = BTreeMap<String, BTreeSet<(Record, u8)>>;

impl Layer {
    /// Opens what [`compile`] made. Nothing is built; the bytes are trusted.
    pub(super) fn open(bytes: Cow<'static, [u8]>, pool: Cow<'static, str>) -> Self {
        let mut at = TABLES * 4;
        let mut next = |table: usize| {
            let start = at;
            at += word(&bytes, table * 4).unwrap_or_default();
            start..at
        };
        let (trie, filter, surnames, lists, records, codes) = (next(0), next(1), next(2), next(3), next(4), next(5));
        Self { bytes, pool, trie, filter, surnames, lists, records, codes }
    }

    /// The two files: tables and pool.
    pub(super) fn parts(&self) -> (&[u8], &str) {
        (&self.bytes, &self.pool)
    }

    #[inline]
    fn table(&self, range: &Range<usize>) -> &[u8] {
        self.bytes.get(range.clone()).unwrap_or_default()
    }

    /// For each ideograph of the basic block the band of the surname that it is, or nought.
    pub(super) fn surnames(&self) -> &[u8] {
        self.table(&self.surnames)
    }

    /// Appends every word of this layer that starts anywhere in the text, but surnames of one ideograph.
    pub(super) fn scan<'l>(&'l self, text: &str, hits: &mut Vec<Hit<'l>>) {
        let filter = self.table(&self.filter);
        let trie = self.table(&self.trie);
        if trie.is_empty() {
            return;
        }
        let trie = DoubleArray::new(trie);
        let bytes = text.as_bytes();
        let with_zeros = memchr(0, bytes).is_some();
        let mut characters = text.chars();
        let (mut next, mut here) = (0, characters.next());
        while let Some(first) = here {
            let at = next;
            next += first.len_utf8();
            here = characters.next();
            if !may_start(filter, first, here.unwrap_or('\0')) {
                continue;
            }
            let Some(rest) = bytes.get(at..) else { continue };
            let from = hits.len();
            for (list, length) in trie.common_prefix_search(rest) {
                let span = Span::new(at, at + length);
                // The trie ends its words with a zero byte, and takes one in the text for nothing.
                if with_zeros && rest.get(..length).is_none_or(|word| word.contains(&0)) {
                    continue;
                }
                if cuts_a_latin_word(bytes, span) {
                    continue;
                }
                let below = hits.len();
                self.push(list, span, BY_CHARACTER, hits);
                // Within one word the order of the list stands; the whole is turned round below.
                if let Some(same) = hits.get_mut(below..) {
                    same.reverse();
                }
            }
            if let Some(here) = hits.get_mut(from..) {
                here.reverse();
            }
        }
    }

    /// Every meaning of exactly this word.
    pub(super) fn find<'l>(&'l self, name: &str, hits: &mut Vec<Hit<'l>>) {
        let trie = self.table(&self.trie);
        if trie.is_empty() || name.is_empty() || name.contains('\0') {
            return;
        }
        if let Some(list) = DoubleArray::new(trie).exact_match_search(name) {
            self.push(list, Span::new(0, name.len()), 0, hits);
        }
    }

    /// Appends what a word means, but the meanings that bear one of the flags `without`.
    fn push<'l>(&'l self, list: u32, span: Span, without: u8, hits: &mut Vec<Hit<'l>>) {
        let lists = self.table(&self.lists);
        let at = list as usize;
        let count = lists.get(at).copied().unwrap_or_default() as usize;
        for nth in 0..count {
            let item = at + 1 + nth * 5;
            let (Some(record), Some(flags)) = (word(lists, item), lists.get(item + 4)) else { return };
            if flags & without != 0 {
                continue;
            }
            if let Some(entry) = self.entry(record, *flags) {
                hits.push(Hit { span, entry, ambiguous: flags & AMBIGUOUS != 0 });
            }
        }
    }

    fn entry(&self, at: usize, flags: u8) -> Option<Entry<'_>> {
        let record = self.table(&self.records).get(at..)?;
        let (kind, count) = (*record.first()?, *record.get(1)?);
        let field = |nth: u8| -> &str {
            if nth >= count {
                return "";
            }
            let at = 2 + usize::from(nth) * 6;
            let start = word(record, at).unwrap_or_default();
            let length = record.get(at + 4..at + 6).and_then(|two| two.try_into().ok()).map_or(0, u16::from_le_bytes);
            self.pool.get(start..start + usize::from(length)).unwrap_or_default()
        };
        entry::decode(kind, field, flags & FULL != 0)
    }

    /// The division of today with this code.
    pub(super) fn division(&self, code: &str) -> Option<Division<'_>> {
        let wanted: u32 = code.parse().ok()?;
        let codes = self.table(&self.codes);
        let (mut low, mut high) = (0, codes.len() / 8);
        while low < high {
            let middle = low.midpoint(high);
            if word(codes, middle * 8)? < wanted as usize {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if word(codes, low * 8)? != wanted as usize {
            return None;
        }
        match self.entry(word(codes, low * 8 + 4)?, FULL)? {
            Entry::Division(division) => Some(division),
            _ => None,
        }
    }
}

/// A number of four bytes.
fn word(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
}

/// The word of the filter that tells of a pair, and its two bits in it.
#[inline]
fn pair_bits(first: char, second: char) -> (usize, u64) {
    let mixed = ((first as u64) << 21 | second as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (SINGLE_BITS / 64 + (mixed >> 51) as usize % FILTER_WORDS, 1 << (mixed >> 45 & 63) | 1 << (mixed >> 39 & 63))
}

/// The word of the filter that tells of a character by itself, and its bit in it.
#[inline]
fn single_bit(character: char) -> (usize, u64) {
    let bit = character as usize % SINGLE_BITS;
    (bit / 64, 1 << (bit % 64))
}

#[inline]
fn may_start(filter: &[u8], first: char, second: char) -> bool {
    let set = |(at, bits): (usize, u64)| {
        let word = filter.get(at * 8..at * 8 + 8).and_then(|eight| eight.try_into().ok()).map_or(0, u64::from_le_bytes);
        word & bits == bits
    };
    set(pair_bits(first, second)) || set(single_bit(first))
}

/// Whether a word of Latin letters is cut out of a longer one: CEO in VIDEOCEO.
#[inline]
fn cuts_a_latin_word(text: &[u8], word: Span) -> bool {
    let latin = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let cut = |at: usize| latin(at.checked_sub(1)) && latin(Some(at));
    cut(word.start) || cut(word.end)
}

/// Compiles words to the two files.
pub(super) fn compile(words: &Words) -> Layer {
    let mut pool = Pool::default();
    let mut records = Vec::new();
    let mut placed: BTreeMap<&Record, u32> = BTreeMap::new();
    let mut codes: BTreeMap<u32, u32> = BTreeMap::new();
    for (record, _) in words.values().flatten() {
        placed.entry(record).or_insert_with(|| {
            let at = index(records.len());
            records.push(record.kind);
            records.push(u8::try_from(record.fields.len()).unwrap_or(u8::MAX));
            for field in &record.fields {
                let (start, length) = pool.place(field);
                records.extend(start.to_le_bytes());
                records.extend(length.to_le_bytes());
            }
            if let Some(code) = record.code_of_today() {
                codes.insert(code, at);
            }
            at
        });
    }
    let mut lists = Vec::new();
    let mut keys = Vec::with_capacity(words.len());
    let mut filter = vec![0_u64; SINGLE_BITS / 64 + FILTER_WORDS];
    let mut surnames = vec![0_u8; IDEOGRAPHS.len()];
    for (name, meanings) in words {
        let mut characters = name.chars();
        let Some(first) = characters.next() else { continue };
        let second = characters.next();
        let ideograph = if second.is_none() { (first as usize).checked_sub(IDEOGRAPHS.start as usize) } else { None };
        let mut told_by_scan = false;
        let meanings = meanings.iter().map(|(record, flags)| {
            let band = ideograph.and_then(|nth| surnames.get_mut(nth)).zip(record.band_of_surname());
            let by_character = band.is_some();
            if let Some((known, band)) = band {
                *known = if *known == 0 { band } else { band.min(*known) };
            }
            told_by_scan |= !by_character;
            (record, flags | if by_character { BY_CHARACTER } else { 0 })
        });
        let meanings: Vec<_> = meanings.take(usize::from(u8::MAX)).collect();
        let (at, bits) = second.map_or(single_bit(first), |second| pair_bits(first, second));
        if let Some(word) = filter.get_mut(at).filter(|_| told_by_scan) {
            *word |= bits;
        }
        keys.push((name.as_bytes(), index(lists.len())));
        lists.push(u8::try_from(meanings.len()).unwrap_or(u8::MAX));
        for (record, flags) in meanings {
            lists.extend(placed.get(record).copied().unwrap_or_default().to_le_bytes());
            lists.push(flags);
        }
    }
    let trie = if keys.is_empty() { Vec::new() } else { DoubleArrayBuilder::build(&keys).unwrap_or_default() };
    let codes: Vec<u8> = codes.iter().flat_map(|(code, at)| [code.to_le_bytes(), at.to_le_bytes()]).flatten().collect();
    let filter: Vec<u8> = if keys.is_empty() { Vec::new() } else { filter.into_iter().flat_map(u64::to_le_bytes).collect() };
    let surnames = if surnames.iter().all(|band| *band == 0) { Vec::new() } else { surnames };
    let tables: [Vec<u8>; TABLES] = [trie, filter, surnames, lists, records, codes];
    let mut bytes: Vec<u8> = tables.iter().flat_map(|table| index(table.len()).to_le_bytes()).collect();
    bytes.extend(tables.iter().flatten());
    Layer::open(Cow::Owned(bytes), Cow::Owned(pool.text))
}

/// Offsets fit four bytes: no lexicon comes near four gigabytes.
fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Strings, each kept once.
#[derive(Default)]
struct Pool {
    text: String,
    known: BTreeMap<String, (u32, u16)>,
}

impl Pool {
    fn place(&mut self, field: &str) -> (u32, u16) {
        if let Some(place) = self.known.get(field) {
            return *place;
        }
        let mut length = field.len().min(usize::from(u16::MAX));
        while !field.is_char_boundary(length) {
            length -= 1;
        }
        let place = (index(self.text.len()), u16::try_from(length).unwrap_or(u16::MAX));
        self.text.push_str(field.get(..length).unwrap_or_default());
        self.known.insert(field.to_owned(), place);
        place
    }
}
