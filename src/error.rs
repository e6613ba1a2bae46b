//! What can go wrong, where, and what was expected instead.

use crate::span::Span;

/// Why a text could not be read as what was asked for.
///
/// ```
/// use zhecon::Span;
/// use zhecon::entity::money::Money;
///
/// let error = "五家企业".parse::<Money>().expect_err("no money");
/// assert_eq!(error.to_string(), "expected an amount of money, found \"五家企业\"");
/// assert_eq!(error.span(), Some(Span::new(0, 12)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct Error {
    kind: ErrorKind,
    span: Option<Span>,
}

/// The kinds of failure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is not what was expected.
    #[error("expected {expected}, found \"{found}\"")]
    Unexpected {
        /// What was expected.
        expected: &'static str,
        /// What stands there instead.
        found: String,
    },
    /// The figure has more digits than an exact decimal holds.
    #[error("\"{found}\" does not fit an exact decimal of 28 digits")]
    TooLarge {
        /// The figure as written.
        found: String,
    },
}

impl Error {
    /// An error of this kind at this place.
    #[must_use]
    pub fn new(kind: ErrorKind, span: Option<Span>) -> Self {
        Self { kind, span }
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// Where in the given text, if the fault has a place.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.span
    }
}
