//! Development zones and parks.

use crate::context::{Context, Mention};
use serde::{Deserialize, Serialize};

/// A development zone or park.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Zone {
    /// Its fullest name in the article.
    pub canonical: String,
    /// comprehensive_bonded, high_tech …
    pub class: String,
    /// national or provincial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Code of the division it lies in.
    pub place: Option<String>,
    /// Its name in the official list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official: Option<String>,
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let _ = (context, mentions);
}
