//! Names and facts, opened in microseconds.
//!
//! The lexicon knows *what* names are: divisions with their codes, zones, countries, listed companies, titles, sectors. It is made from the tables under
//! `data/` by `cargo run --example lexicon` and read in place from the bytes inside the program: nothing is built at the start.
//!
//! ```
//! use zhecon::Lexicon;
//! use zhecon::lexicon::Entry;
//!
//! let hits = Lexicon::embedded().scan("临沂综保区");
//! assert!(hits.iter().any(|hit| matches!(hit.entry, Entry::Division(place) if place.code == "371300")));
//! ```

mod builder;
mod entry;
mod layer;

pub use builder::Builder;
pub(crate) use entry::lies_in;
pub use entry::{Division, Entry, ListedCompany, Region, ZoneEntry};

use crate::span::Span;
use layer::{IDEOGRAPHS, Layer};
use once_cell::sync::Lazy;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::Arc;

/// The names that recognition rests on: those that come with the crate, and a user's own.
#[derive(Clone)]
pub struct Lexicon {
    layers: Vec<Arc<Layer>>,
    /// For each ideograph of the basic block the least band of the surname that it is in any layer, or nought.
    surnames: Arc<[u8]>,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Lexicon").field("layers", &self.layers).finish_non_exhaustive()
    }
}

static EMBEDDED: Lazy<Lexicon> = Lazy::new(|| {
    Lexicon::of(vec![
        Arc::new(Layer::open(Cow::Borrowed(include_bytes!("../../data/lexicon.bin")), Cow::Borrowed(include_str!("../../data/lexicon.txt")))),
        #[cfg(feature = "townships")]
        Arc::new(Layer::open(Cow::Borrowed(include_bytes!("../../data/towns.bin")), Cow::Borrowed(include_str!("../../data/towns.txt")))),
    ])
});

impl Default for Lexicon {
    fn default() -> Self {
        Self::embedded().clone()
    }
}

/// A word of the lexicon found in a text. One word may be several things: one hit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'l> {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is.
    pub entry: Entry<'l>,
    /// Whether the word is too common to be believed without further evidence: 和平, 通道, 鲁.
    pub ambiguous: bool,
}

impl Lexicon {
    fn of(layers: Vec<Arc<Layer>>) -> Self {
        let mut surnames = vec![0_u8; IDEOGRAPHS.len()];
        for layer in &layers {
            for (least, band) in surnames.iter_mut().zip(layer.surnames()) {
                // one less, so that none is more than any
                *least = least.wrapping_sub(1).min(band.wrapping_sub(1)).wrapping_add(1);
            }
        }
        Self { layers, surnames: surnames.into() }
    }

    /// The lexicon that comes with the crate.
    #[must_use]
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// Adds names of one's own to those that come with the crate.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Every word of the lexicon in the text, sorted by start, longer ones first. Surnames of one character, which every sixth character of a text is,
    /// are not among them: [`surname`](Self::surname) tells them.
    ///
    /// ```
    /// use zhecon::Lexicon;
    /// let words: Vec<_> = Lexicon::embedded().scan("安丘市").iter().map(|hit| hit.span.len()).collect();
    /// assert!(words.is_sorted_by(|a, b| a >= b) || words.len() > 1);
    /// ```
    #[must_use]
    pub fn scan<'l>(&'l self, text: &str) -> Vec<Hit<'l>> {
        let mut hits = Vec::with_capacity((text.len() / 32).max(8));
        for layer in &self.layers {
            layer.scan(text, &mut hits);
        }
        if self.layers.len() > 1 {
            hits.sort_by_key(|hit| (hit.span.start, Reverse(hit.span.end)));
        }
        hits
    }

    /// All that exactly this word may be.
    ///
    /// ```
    /// use zhecon::Lexicon;
    /// assert!(!Lexicon::embedded().find("青岛").is_empty());
    /// assert!(Lexicon::embedded().find("青岛青").is_empty());
    /// ```
    #[must_use]
    pub fn find<'l>(&'l self, word: &str) -> Vec<Entry<'l>> {
        let mut hits = Vec::new();
        for layer in &self.layers {
            layer.find(word, &mut hits);
        }
        hits.into_iter().map(|hit| hit.entry).collect()
    }

    /// The band of the surname that this character is: 1 for the hundred most common ones, 3 for rare ones.
    ///
    /// ```
    /// use zhecon::Lexicon;
    /// assert_eq!(Lexicon::embedded().surname('王'), Some(1));
    /// assert_eq!(Lexicon::embedded().surname('的'), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn surname(&self, character: char) -> Option<u8> {
        let nth = (character as usize).checked_sub(IDEOGRAPHS.start as usize)?;
        self.surnames.get(nth).copied().filter(|band| *band != 0)
    }

    /// The division of today that has this code.
    ///
    /// ```
    /// use zhecon::Lexicon;
    /// assert_eq!(Lexicon::embedded().division("371300").map(|place| place.name), Some("临沂市"));
    /// ```
    #[must_use]
    pub fn division(&self, code: &str) -> Option<Division<'_>> {
        self.layers.iter().rev().find_map(|layer| layer.division(code))
    }
}
