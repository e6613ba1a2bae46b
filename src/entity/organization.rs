//! Government bodies, associations, schools, media.

use crate::context::{Context, Mention};
use serde::{Deserialize, Serialize};

/// A body that is no company.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Organization {
    /// Its fullest name in the article.
    pub canonical: String,
    /// government, party, association …
    pub class: String,
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let _ = (context, mentions);
}
