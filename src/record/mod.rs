//! What entities say together: projects and indicators.

pub mod amount;
pub(crate) mod clause;
pub mod indicator;
pub mod link;
pub(crate) mod modality;
pub mod project;
pub mod stage;

pub use amount::Amount;
pub use indicator::{Change, Indicator};
pub use link::Cluster;
pub use project::{Event, PhaseAmount, ProjectRecord, Stated};
pub use stage::Stage;

use crate::context::{Context, Mention};
use crate::limits::Reached;
use crate::overlap::Nesting;
use crate::reading::Metadata;
use crate::span::Span;
use crate::starts::Learn;
use clause::Clauses;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How a statement is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Modality {
    /// It is so.
    #[default]
    Actual,
    /// Somebody means to bring it about.
    Planned,
    /// It is expected to come.
    Expected,
    /// It is aimed at.
    Target,
    /// It hangs on a condition.
    Conditional,
}

crate::name::named!(Modality);

/// What a field of a record rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The field: measure, subject, period, investment …
    pub field: Cow<'static, str>,
    /// The words, in the raw text.
    pub span: Span,
    /// The rule that read them.
    pub rule: Cow<'static, str>,
}

impl Evidence {
    pub(crate) fn new(field: &'static str, span: Span, rule: &'static str) -> Self {
        Self { field: field.into(), span, rule: rule.into() }
    }
}

/// The words that records are looked for by.
pub(crate) fn starts(learn: Learn<'_>) {
    modality::starts(learn);
    stage::starts(learn);
    indicator::starts(learn);
}

/// The records of an article: `mentions` are sorted, overlaps resolved, linked; record fields index them.
pub(crate) fn relate(
    context: &Context<'_>,
    metadata: &Metadata,
    mentions: &[Mention],
    reached: &mut Reached,
) -> (Vec<ProjectRecord>, Vec<Indicator>) {
    let clauses = Clauses::of(context.text, context.parts, reached).told_by(context.starts);
    let nesting = Nesting::of(mentions);
    let projects = project::relate(context, metadata, mentions, &clauses, &nesting);
    let indicators = indicator::relate(context, metadata, mentions, &clauses, &nesting);
    (projects, indicators)
}
