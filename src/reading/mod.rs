//! Raw text to the text its author wrote, with a map both ways.

use crate::article::Article;
use crate::entity::time::Moment;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What a part of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
pub struct Part {
    /// Where, in the repaired text.
    pub span: Span,
    /// What it is.
    pub kind: PartKind,
}

/// What the page says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// Further headlines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subtitles: Vec<String>,
    /// The paper or agency the text comes from.
    pub source: Option<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Who edited it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editors: Vec<String>,
    /// The site that carries it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
}

/// What was repaired, and how certain that is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// `gloss`, `shift`, `script`, `space`, `decode` …
    pub kind: String,
    /// Where, in the raw text.
    pub span: Span,
    /// What is read there.
    pub reading: String,
    /// From 0 to 100.
    pub certainty: u8,
}

/// The repaired view of an article.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    text: Cow<'a, str>,
    parts: Vec<Part>,
    metadata: Metadata,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Reading<'a> {
    /// Reads an article: repairs its text and finds its parts.
    #[must_use]
    pub fn of(article: &'a Article) -> Self {
        let text = Cow::Borrowed(article.text.as_str());
        let parts = vec![Part { span: Span::new(0, text.len()), kind: PartKind::Body }];
        let metadata = Metadata { published: article.published, ..Metadata::default() };
        Self { text, parts, metadata, diagnostics: Vec::new() }
    }

    /// The repaired, simplified text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The parts of the text in order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// What the page says about itself.
    #[must_use]
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// What was repaired.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The raw span that a span of the repaired text was read from.
    #[must_use]
    pub fn raw(&self, clean: Span) -> Span {
        clean
    }
}
