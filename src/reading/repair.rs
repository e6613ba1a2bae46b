//! One pass over the raw text that mends what happened to it on the way.

use super::Diagnostic;
use super::map::Map;
use std::borrow::Cow;

/// The repaired text and how it came about.
pub(super) struct Repaired<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) map: Map,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Repairs a text; borrows it where nothing is to be repaired.
pub(super) fn repair(raw: &str) -> Repaired<'_> {
    Repaired { text: Cow::Borrowed(raw), map: Map::default(), diagnostics: Vec::new() }
}
