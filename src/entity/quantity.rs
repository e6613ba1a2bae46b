//! Numbers with a unit or a measure word.

use crate::context::{Context, Mention};
use crate::magnitude::Magnitude;
use serde::{Deserialize, Serialize};

/// A number with a unit or a measure word.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// How much, in `unit`.
    #[serde(flatten)]
    pub magnitude: Magnitude,
    /// Canonical unit symbol, or the measure word as written.
    pub unit: Option<String>,
    /// The counted noun as written.
    pub of: Option<String>,
    /// The denominator of 22万吨/年.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let _ = (context, mentions);
}
