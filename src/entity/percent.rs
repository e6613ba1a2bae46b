//! Percentages, ratios, multiples.

use crate::context::{Context, Mention};
use crate::magnitude::Magnitude;
use serde::{Deserialize, Serialize};

/// What a percent figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum PercentUnit {
    Percent,
    PercentagePoint,
    Times,
    Fraction,
}

/// A percentage, a multiple or a fraction.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Percent {
    /// How much, in `unit`.
    #[serde(flatten)]
    pub magnitude: Magnitude,
    /// What is counted.
    pub unit: PercentUnit,
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let _ = (context, mentions);
}
