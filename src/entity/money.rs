//! Amounts of money.

use crate::context::{Context, Mention};
use crate::magnitude::Magnitude;
use serde::{Deserialize, Serialize};

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// How much, in units of the currency.
    #[serde(flatten)]
    pub magnitude: Magnitude,
    /// ISO 4217 code.
    pub currency: String,
    /// The denominator of 35万元/亩.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let _ = (context, mentions);
}
