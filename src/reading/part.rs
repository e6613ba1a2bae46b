//! What the stretches of a text are: headline, byline, paragraph, furniture.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// What a part of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PartKind {
    /// The headline.
    Title,
    /// A second headline, or the lines above it.
    Subtitle,
    /// Source, time, site.
    Dateline,
    /// Who wrote it.
    Byline,
    /// A paragraph.
    Body,
    /// A heading inside the text.
    Subhead,
    /// Words under a picture.
    Caption,
    /// Editors and sources at the foot.
    Credit,
    /// Navigation, related news, counters, notices: not part of the article.
    Furniture,
}

/// A stretch of the repaired text and what it is. Parts are sorted and cover the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part {
    /// Where, in the repaired text.
    pub span: Span,
    /// What it is.
    pub kind: PartKind,
}
