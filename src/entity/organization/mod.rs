//! Government and party bodies, associations, schools, institutes, media.
//!
//! ```
//! use zhecon::entity::organization;
//!
//! let text = "区商务局和市委宣传部联合发布";
//! let found: Vec<_> = organization::find_iter(text).map(|(span, body)| (span.of(text).to_owned(), body.class)).collect();
//! assert_eq!(found, [("区商务局".to_owned(), "government".to_owned()), ("市委宣传部".to_owned(), "party".to_owned())]);
//! ```

mod body;
mod function;
mod other;
mod prefix;
mod words;

use crate::context::{self, Context, Mention};
use crate::entity::Value;

use crate::limits::Reached;
use crate::overlap;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// A body that is no company.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organization {
    /// Its fullest name in the article.
    pub canonical: String,
    /// government, party, association, education, research, media, military, international, other
    pub class: String,
}

/// Every body in a text, in order.
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Organization)> {
    let found = context::alone(text, |context, mentions| {
        recognise(context, mentions);
        *mentions = overlap::resolve(std::mem::take(mentions), context, &mut Reached::default());
    });
    found.into_iter().filter_map(|mention| match mention.value {
        Value::Organization(organization) => Some((mention.span, organization)),
        _ => None,
    })
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let bodies = body::find(context, mentions);
    mentions.extend(bodies.into_iter().map(|body| {
        let canonical = body.span.of(context.text).to_owned();
        Mention::new(body.span, Value::Organization(Organization { canonical, class: body.class.to_owned() }), body.rule)
    }));
}
