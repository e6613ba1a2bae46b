//! Bare numbers and ordinals.

use crate::context::{Context, Mention};
use crate::magnitude::Magnitude;
use serde::{Deserialize, Serialize};

/// A bare number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Number {
    /// How much.
    #[serde(flatten)]
    pub magnitude: Magnitude,
}

/// A place in a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ordinal {
    /// Which place.
    #[serde(flatten)]
    pub magnitude: Magnitude,
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let _ = (context, mentions);
}
