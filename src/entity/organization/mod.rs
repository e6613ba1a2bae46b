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

use crate::entity::introduction;
use crate::limits::Reached;
use crate::overlap;
use crate::span::Span;
use crate::starts::Learn;
use crate::word_table::Words;
use body::Body;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

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
///
/// ```
/// use zhecon::entity::organization;
///
/// let text = "望川县发展和改革局与江州大学签约";
/// let found: Vec<_> = organization::find_iter(text).map(|(span, body)| (span.of(text), body.class)).collect();
/// assert_eq!(found, [("望川县发展和改革局", "government".to_owned()), ("江州大学", "education".to_owned())]);
/// ```
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

/// The words that bodies are looked for by.
pub(crate) fn starts(learn: Learn<'_>) {
    body::starts(learn);
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let mut bodies = body::find(context, mentions);
    let mut taken: Vec<Span> = bodies.iter().map(|body| body.span).chain(mentions.iter().map(|mention| mention.span)).collect();
    taken.sort_unstable();
    let full: Vec<Span> = bodies.iter().map(|body| body.span).collect();
    let given = introduction::of_names(context.text, &full, &taken, |name| PRONOUNS.hold(name));
    let classes: HashMap<Span, &'static str> = bodies.iter().map(|body| (body.span, body.class)).collect();
    for short in &given {
        let class = classes.get(&short.full).copied().unwrap_or("other");
        bodies.extend(short.places.iter().map(|place| Body { span: *place, class, rule: "organization.introduced" }));
    }
    let called: HashMap<&str, Span> = given.iter().map(|short| (short.name, short.full)).collect();
    mentions.extend(bodies.into_iter().map(|body| {
        let name = body.span.of(context.text);
        let full = called.get(name).copied();
        let value = Value::Organization(Organization { canonical: name.to_owned(), class: body.class.to_owned() });
        Mention { evidence: full.into_iter().collect(), ..Mention::new(body.span, value, body.rule) }
    }));
}

/// What a text calls a body by that is no name.
static PRONOUNS: Words<&str> = Words::of(&["本院", "我院", "学校", "医院", "协会", "中心", "研究院", "商会", "联盟"]);
