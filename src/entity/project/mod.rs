//! Names of projects.

use crate::context::{Context, Mention};
use serde::{Deserialize, Serialize};

/// A named project.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Project {
    /// Its fullest name in the article.
    pub canonical: String,
    /// 二期 …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<String>,
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let _ = (context, mentions);
}
