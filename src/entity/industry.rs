//! Industries.

use crate::context::{Context, Mention};
use serde::{Deserialize, Serialize};

/// A sector.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Industry {
    /// As named.
    pub name: String,
    /// In the scheme.
    pub code: Option<String>,
    /// GB/T 4754-2017 or SEI-2018.
    pub scheme: Option<String>,
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let _ = (context, mentions);
}
