//! Places: divisions with their GB/T 2260 codes, countries, macro-regions, towns, waters.
//!
//! Names come from the lexicon. Three questions are left to rules: whether the word is a name here at all (`gather`), which of several places of that
//! name is meant (`decide`), and where a town of no list begins (`town`).

mod crossing;
mod decide;
mod gather;
mod town;
mod words;

use crate::context::{self, Context, Mention};
use crate::entity::Value;
use crate::error::{Error, ErrorKind};

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// GB/T 2260, ISO 3166-1 alpha-2 or region id.
    pub code: Option<String>,
    /// Canonical full name.
    pub name: String,
    /// Code of what it lies in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Codes it may have, where the text leaves that open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
    /// Codes of the members of a macro-region.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// Code of the division that took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
}

impl Place {
    /// A place that no code is known for.
    pub(crate) fn named(name: &str) -> Self {
        Self { code: None, name: name.to_owned(), parent: None, candidates: Vec::new(), members: Vec::new(), successor: None }
    }
}

/// Every place in a text that stands by itself.
///
/// ```
/// let places: Vec<_> = zhecon::entity::place::find_iter("项目落户潍坊市安丘市。").collect();
/// assert_eq!(places.len(), 2);
/// assert_eq!(places[1].1.code.as_deref(), Some("370784"));
/// assert_eq!(places[1].1.parent.as_deref(), Some("370700"));
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Place)> {
    context::alone(text, recognise).into_iter().filter_map(|mention| match mention.value {
        Value::Place(place) => Some((mention.span, place)),
        _ => None,
    })
}

impl std::str::FromStr for Place {
    type Err = Error;

    /// Reads a text that is one place, with what it lies in before it: 山东济南, 安丘市.
    fn from_str(text: &str) -> Result<Self, Error> {
        let last = find_iter(text).last().filter(|(span, _)| span.end == text.len());
        let unexpected = || Error::new(ErrorKind::Unexpected { expected: "a place", found: text.to_owned() }, None);
        last.map(|(_, place)| place).ok_or_else(unexpected)
    }
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let found = gather::gather(context);
    let first = mentions.len();
    decide::decide(context, &found, mentions);
    town::recognise(context, first, mentions);
}
