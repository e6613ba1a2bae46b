//! What can be wrong with arrays.

use arrow_schema::{ArrowError, DataType};

/// Why arrays could not be read or made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The array holds no texts.
    #[error("expected an array of Utf8, LargeUtf8 or Utf8View, found {found}")]
    Type {
        /// What it holds.
        found: DataType,
    },
    /// There is not one date for every text.
    #[error("expected as many dates as texts, found {published} dates for {texts} texts")]
    Length {
        /// How many texts.
        texts: usize,
        /// How many dates.
        published: usize,
    },
    /// A publication date is none.
    #[error("published {value:?}: {source}")]
    Published {
        /// What was given.
        value: String,
        /// What is wrong with it.
        source: zhecon::Error,
    },
    /// The answer does not fit into arrays with 32-bit offsets.
    #[error("the answer does not fit into one array of 2 GiB: give fewer rows at a time")]
    TooLarge,
    /// Arrow refuses the arrays.
    #[error(transparent)]
    Arrow(#[from] ArrowError),
}
