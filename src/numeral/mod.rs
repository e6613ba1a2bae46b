//! Chinese and mixed numerals: parse and write, exact.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// An exact figure: a decimal, or a vulgar fraction such as 1/3. Its text form has no exponent and no trailing zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    numerator: Decimal,
    denominator: Decimal,
}

impl Figure {
    /// The decimal, where this is no vulgar fraction.
    #[must_use]
    pub fn decimal(self) -> Option<Decimal> {
        (self.denominator == Decimal::ONE).then_some(self.numerator)
    }
}

impl From<Decimal> for Figure {
    fn from(decimal: Decimal) -> Self {
        Self { numerator: decimal.normalize(), denominator: Decimal::ONE }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == Decimal::ONE { write!(f, "{}", self.numerator) } else { write!(f, "{}/{}", self.numerator, self.denominator) }
    }
}

impl FromStr for Figure {
    type Err = rust_decimal::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        Ok(Self { numerator: numerator.parse::<Decimal>()?.normalize(), denominator: denominator.parse()? })
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
