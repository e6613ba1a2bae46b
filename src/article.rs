//! The article that is to be read.

use crate::entity::time::Moment;

/// One article: its raw text and what is known of it beforehand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    pub(crate) text: String,
    pub(crate) published: Option<Moment>,
    pub(crate) plain: bool,
}

impl Article {
    /// A text that is all content: no page furniture, no dateline to look for.
    #[must_use]
    pub fn from_text(text: impl Into<String>) -> Self {
        Self { text: text.into(), published: None, plain: true }
    }

    /// A saved page, in which title, dateline, content and furniture are to be found.
    #[must_use]
    pub fn from_page(text: impl Into<String>) -> Self {
        Self { text: text.into(), published: None, plain: false }
    }

    /// The same article, published at this time.
    #[must_use]
    pub fn published(mut self, published: Moment) -> Self {
        self.published = Some(published);
        self
    }

    /// The raw text, which all spans of an extraction index.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}
