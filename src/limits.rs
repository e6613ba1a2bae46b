//! How much of one thing is looked at, so that time and memory grow with the length of a text and no faster.
//!
//! Each limit lies far above what news has; a text that reaches one is read all the same, with the part beyond the limit left out of that one
//! step. Where a text was cut or mentions dropped, it stands in [`Extraction::diagnostics`](crate::Extraction::diagnostics) under the kind `limit`. How
//! far a word looks for what it refers to is not told: what stands further away is not what it means. How much of a name or a clause a rule of
//! grammar looks at belongs to that rule and stands with it.
//!
//! | limit | what happens beyond it | news has |
//! | --- | --- | --- |
//! | [`CLAUSE`] | the clause ends there | 285 |
//! | [`SENTENCE`] | the sentence ends with the clause | 1,000 |
//! | [`PARAGRAPH`] | the paragraph ends with the sentence | 5,000 |
//! | [`BATCH`], [`BATCH_BYTES`] | the next articles of a stream wait | |
//! | [`NAMINGS`] | a project is told from the first ones alone | 30 |
//! | [`OVERLAPPING`] | the shortest of the mentions that overlap are dropped | 12 |
//! | [`LINE`] | the line of a stream is passed over and told as [`TooLong`](crate::ndjson::TooLong) | |
//! | [`LOSSES`] | the last loss listed stands for all that follow | 0 |
//! | [`ZONES`], [`SITES`], [`REFERENTS`], [`REPEATS`] | a word refers to nothing that is further away | |
//! | [`COUNTS`], [`FIRMS`] | later ones are not asked | 10 |
//!
//! A figure of more than 28 digits is the error [`ErrorKind::TooLarge`](crate::error::ErrorKind::TooLarge) where it is parsed alone, and is stepped over in a text.
//!
//! ```
//! use zhecon::{Article, Extractor, limits};
//!
//! let endless = "新签约项目61个".repeat(limits::CLAUSE);
//! let extraction = Extractor::new().extract(&Article::from_text(endless));
//! let limit = extraction.diagnostics.iter().find(|diagnostic| diagnostic.kind == "limit").ok_or("no limit")?;
//! assert_eq!(limit.reading, "clause");
//! # Ok::<(), &str>(())
//! ```

use crate::reading::{Diagnostic, Reading};
use crate::span::Span;
use std::collections::BTreeMap;

/// Characters of a clause: what stands between two commas.
pub const CLAUSE: usize = 400;

/// Characters of a sentence.
pub const SENTENCE: usize = 1_600;

/// Characters of a paragraph.
pub const PARAGRAPH: usize = 10_000;

/// Places at which the words around the names of one project are read, and stretches of text that one of its fields rests on.
pub const NAMINGS: usize = 100;

/// Mentions of one overlapping run that are compared with each other.
pub const OVERLAPPING: usize = 256;

/// Articles of a stream that are read at once by `extract_batch`.
pub const BATCH: usize = 128;

/// Bytes of text of a stream's articles that are read at once by `extract_batch`; the article that goes beyond is read with them.
pub const BATCH_BYTES: usize = 4 << 20;

/// Bytes of a line of a stream. A longer one is no article: it is passed over without being held in memory.
pub const LINE: u64 = 256 << 20;

/// Losses of a decoding that are listed one by one. What has more is no text.
pub const LOSSES: usize = 1_000;

/// Zones on both sides of one that are looked at for a fuller name or a place.
pub const ZONES: usize = 256;

/// Mentions before a project that are asked whether it stands there or is theirs.
pub const SITES: usize = 64;

/// Mentions before a word like 全市 that are asked what it refers to, and mentions of an article that are asked who speaks in it.
pub const REFERENTS: usize = 400;

/// Indicators before one that are asked whether it repeats them.
pub const REPEATS: usize = 200;

/// Counts of projects (12个项目) that a text is asked for.
pub const COUNTS: usize = 64;

/// Firms of one brand that are told apart.
pub const FIRMS: usize = 24;

/// Which limits a text has reached, and where first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reached {
    first: BTreeMap<&'static str, Span>,
}

impl Reached {
    /// Notes that the stretch was too long, or held too much, for the limit of this name.
    pub(crate) fn note(&mut self, limit: &'static str, span: Span) {
        self.first.entry(limit).or_insert(span);
    }

    /// One diagnostic for each limit.
    pub(crate) fn diagnostics<'r>(self, reading: &'r Reading<'_>) -> impl Iterator<Item = Diagnostic> + 'r {
        self.first.into_iter().map(|(limit, span)| Diagnostic {
            kind: "limit".to_owned(),
            span: reading.raw(span),
            reading: limit.to_owned(),
            certainty: 100,
            bytes: None,
        })
    }
}
