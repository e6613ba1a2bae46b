//! The parts of a page: what is the article, and what stands around it.

use super::{Metadata, Part, PartKind};
use crate::article::Article;
use crate::span::Span;

/// The parts of a text and what they say about the article.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Sorted; they cover the text.
    pub(super) parts: Vec<Part>,
    /// What was known beforehand and what the page says.
    pub(super) metadata: Metadata,
}

/// Finds the parts of the repaired text. `clean` maps a span of the raw text to the repaired text, for parts that the caller marked.
pub(super) fn read(text: &str, article: &Article, clean: impl Fn(Span) -> Span) -> Page {
    let mut page = Page { parts: Vec::new(), metadata: article.metadata.clone() };
    let mut at = 0;
    for marked in &article.marks {
        let end = clean(marked.span).end.clamp(at, text.len());
        page.push(at, end, marked.kind);
        at = end;
    }
    page.push(at, text.len(), PartKind::Body);
    page
}

impl Page {
    fn push(&mut self, start: usize, end: usize, kind: PartKind) {
        if start < end {
            self.parts.push(Part { span: Span::new(start, end), kind });
        }
    }
}
