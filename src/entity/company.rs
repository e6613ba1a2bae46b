//! Companies.

use crate::context::{Context, Mention};
use serde::{Deserialize, Serialize};

/// A company.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Company {
    /// Its fullest name in the article.
    pub canonical: String,
    /// limited, joint_stock …
    pub form: Option<String>,
    /// The place named inside.
    pub place: Option<String>,
    /// Its distinctive part.
    pub brand: Option<String>,
    /// Its trade words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trade: Option<String>,
    /// Stock code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let _ = (context, mentions);
}
