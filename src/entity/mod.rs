//! What can be found in a text: one file a kind, each with its value type and its parser.

pub mod company;
pub(crate) mod edge;
pub(crate) mod figures;
pub mod industry;
pub(crate) mod introduction;
pub mod money;
pub mod number;
pub mod organization;
pub mod percent;
pub mod person;
pub mod place;
pub mod project;
pub mod quantity;
pub mod time;
pub(crate) mod units;
pub mod zone;

use serde::de::IntoDeserializer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The kinds of entity. Each is written and read by its name in JSON: `time_set`.
///
/// ```
/// use zhecon::Kind;
/// assert_eq!(Kind::TimeSet.to_string(), "time_set");
/// assert_eq!("time_set".parse(), Ok(Kind::TimeSet));
/// assert!("timeset".parse::<Kind>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)] // each variant is documented at its value type
pub enum Kind {
    Money,
    Percent,
    Quantity,
    Number,
    Ordinal,
    Date,
    Duration,
    TimeSet,
    Place,
    Zone,
    Company,
    Organization,
    Person,
    Project,
    Industry,
    Custom,
}

impl Kind {
    /// Every kind, in the order of the enum.
    pub const ALL: [Self; 16] = [
        Self::Money,
        Self::Percent,
        Self::Quantity,
        Self::Number,
        Self::Ordinal,
        Self::Date,
        Self::Duration,
        Self::TimeSet,
        Self::Place,
        Self::Zone,
        Self::Company,
        Self::Organization,
        Self::Person,
        Self::Project,
        Self::Industry,
        Self::Custom,
    ];
}

crate::name::named!(Kind);

impl std::str::FromStr for Kind {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Self, crate::Error> {
        Self::deserialize(text.into_deserializer()).map_err(|_: serde::de::value::Error| {
            crate::Error::new(crate::error::ErrorKind::Unexpected { expected: "a kind such as money or time_set", found: text.into() }, None)
        })
    }
}

/// What an entity says, by kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)] // each variant is documented at its value type
pub enum Value {
    Money(money::Money),
    Percent(percent::Percent),
    Quantity(quantity::Quantity),
    Number(number::Number),
    Ordinal(number::Ordinal),
    Date(time::Date),
    Duration(time::Duration),
    TimeSet(time::TimeSet),
    Place(place::Place),
    Zone(zone::Zone),
    Company(company::Company),
    Organization(organization::Organization),
    Person(person::Person),
    Project(project::Project),
    Industry(industry::Industry),
    /// What a user's own parser found.
    Custom(BTreeMap<String, String>),
}

impl Value {
    /// The kind of this value.
    #[inline]
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Money(_) => Kind::Money,
            Self::Percent(_) => Kind::Percent,
            Self::Quantity(_) => Kind::Quantity,
            Self::Number(_) => Kind::Number,
            Self::Ordinal(_) => Kind::Ordinal,
            Self::Date(_) => Kind::Date,
            Self::Duration(_) => Kind::Duration,
            Self::TimeSet(_) => Kind::TimeSet,
            Self::Place(_) => Kind::Place,
            Self::Zone(_) => Kind::Zone,
            Self::Company(_) => Kind::Company,
            Self::Organization(_) => Kind::Organization,
            Self::Person(_) => Kind::Person,
            Self::Project(_) => Kind::Project,
            Self::Industry(_) => Kind::Industry,
            Self::Custom(_) => Kind::Custom,
        }
    }
}
