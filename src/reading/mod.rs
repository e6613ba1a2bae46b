//! Raw text to the text its author wrote, with a map both ways.

pub(crate) mod decode;
mod metadata;
mod page;
mod part;

pub use metadata::{Credit, Metadata};
pub use part::{Part, PartKind};

use crate::article::Article;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

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
    /// Where in the bytes that were given, if it is bytes that could not be decoded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<Span>,
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
        let page = page::read(&text, article, |raw| raw);
        Self { parts: page.parts, metadata: page.metadata, text, diagnostics: article.losses.clone() }
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
