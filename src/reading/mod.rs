//! Raw text to the text its author wrote, with a map both ways.

pub(crate) mod decode;
mod gloss;
mod map;
mod mark;
mod metadata;
mod page;
mod part;
mod repair;
mod script;
mod shift;
pub(crate) mod table;
pub(crate) mod tables;
mod tag;

pub use map::Run;
pub use metadata::{Credit, Metadata};
pub use part::{Part, PartKind};

use crate::article::Article;
use crate::span::Span;
use map::Map;
pub(crate) use page::before_buttons;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What was repaired, and how certain that is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// `gloss`, `shift`, `lost`, `script`, `space`, `slip`, `sign`, `decode` …
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
///
/// The raw text is repaired first, then the page is taken apart; where nothing is to be repaired the text is the article's own.
///
/// ```
/// use zhecon::{Article, Reading, Span};
///
/// let article = Article::from_text("臨江經(jīng)濟(jì)開發(fā)區(qū)");
/// let reading = Reading::of(&article);
/// assert_eq!(reading.text(), "临江经济开发区");
/// // 经济, and where it stands in the raw text: a gloss belongs to the character before it.
/// assert_eq!(reading.raw(Span::new(6, 12)).of(article.text()), "經(jīng)濟(jì)");
/// ```
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    text: Cow<'a, str>,
    map: Map,
    parts: Vec<Part>,
    metadata: Metadata,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Reading<'a> {
    /// Reads an article: repairs its text and finds its parts.
    #[must_use]
    pub fn of(article: &'a Article) -> Self {
        let repair::Repaired { text, map, diagnostics: repairs } = repair::repair(&article.text);
        let page = page::read(&text, article, |raw| map.clean(raw));
        let parts = if article.is_page { tag::apart(&text, page.parts) } else { page.parts };
        let mut diagnostics = article.losses.clone();
        diagnostics.extend(repairs);
        diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        Self { parts, metadata: page.metadata, text, map, diagnostics }
    }

    /// The repaired, simplified text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was to be repaired: the text is the raw text itself.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
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

    /// The stretches in which the repaired text differs from the raw text, in order; all between them is the same.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        self.map.runs()
    }

    /// The raw span that a span of the repaired text was read from: every raw character that holds a byte of it.
    #[must_use]
    pub fn raw(&self, clean: Span) -> Span {
        self.map.raw(clean)
    }

    /// The span of the repaired text that a raw span was read as.
    #[must_use]
    pub fn clean(&self, raw: Span) -> Span {
        self.map.clean(raw)
    }
}
