//! Byte ranges of a text.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 byte offsets on character boundaries of the text it belongs to.
///
/// ```
/// use zhecon::Span;
/// let span = Span::new(3, 9);
/// assert_eq!(span.of("总投资"), "投资");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    #[inline]
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text in this range; empty where the range does not fit the text.
    #[inline]
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The lines of the text in this range, without their ends.
    ///
    /// ```
    /// use zhecon::Span;
    /// let lines: Vec<_> = Span::new(0, 13).lines("项目\n投资").map(|line| line.of("项目\n投资")).collect();
    /// assert_eq!(lines, ["项目", "投资"]);
    /// ```
    pub fn lines(self, text: &str) -> impl Iterator<Item = Self> {
        let mut from = self.start;
        self.of(text).split('\n').map(move |line| {
            let span = Self::new(from, from + line.len());
            from = span.end + 1;
            span
        })
    }

    /// Length in bytes.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing lies in the range.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two ranges share a byte.
    #[inline]
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this range (equal ranges too).
    #[inline]
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
