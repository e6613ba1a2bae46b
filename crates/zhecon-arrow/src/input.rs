//! Arrays of texts, of whichever width.

use crate::Error;
use arrow_array::cast::AsArray;
use arrow_array::{Array, LargeStringArray, StringArray, StringViewArray};
use arrow_schema::DataType;

/// An array of texts.
pub(crate) enum Strings<'a> {
    Small(&'a StringArray),
    Large(&'a LargeStringArray),
    View(&'a StringViewArray),
}

/// Takes an array as one of texts.
pub(crate) fn strings(array: &dyn Array) -> Result<Strings<'_>, Error> {
    match array.data_type() {
        DataType::Utf8 => Ok(Strings::Small(array.as_string())),
        DataType::LargeUtf8 => Ok(Strings::Large(array.as_string())),
        DataType::Utf8View => Ok(Strings::View(array.as_string_view())),
        found => Err(Error::Type { found: found.clone() }),
    }
}

impl<'a> Strings<'a> {
    /// How many rows.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Small(array) => array.len(),
            Self::Large(array) => array.len(),
            Self::View(array) => array.len(),
        }
    }

    /// The text of a row that is there and not null.
    pub(crate) fn get(&self, row: usize) -> Option<&'a str> {
        match self {
            Self::Small(array) => (row < array.len() && array.is_valid(row)).then(|| array.value(row)),
            Self::Large(array) => (row < array.len() && array.is_valid(row)).then(|| array.value(row)),
            Self::View(array) => (row < array.len() && array.is_valid(row)).then(|| array.value(row)),
        }
    }
}
