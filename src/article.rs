//! The article that is to be read.

use crate::entity::time::Moment;
use crate::reading::{Diagnostic, Metadata, Part, PartKind, decode};
use crate::span::Span;

/// One article: its raw text and what is known of it beforehand.
///
/// A text that is all content comes in by [`from_text`](Self::from_text), a saved page by [`from_page`](Self::from_page), bytes of an
/// unknown encoding by [`from_bytes`](Self::from_bytes), and what a feed gives in pieces by [`builder`](Self::builder).
///
/// All spans of an extraction are byte offsets into [`text`](Self::text). For bytes that were not UTF-8, and for pieces, this is the
/// text they became.
///
/// ```
/// use zhecon::Article;
///
/// let article = Article::from_text("总投资3亿元。").published("2024-03-01".parse()?);
/// assert_eq!(article.text(), "总投资3亿元。");
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    pub(crate) text: String,
    pub(crate) metadata: Metadata,
    pub(crate) marks: Vec<Part>,
    pub(crate) is_page: bool,
    pub(crate) losses: Vec<Diagnostic>,
}

impl Article {
    /// A text that is all content: no page furniture, no dateline to look for.
    #[must_use]
    pub fn from_text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A saved page, in which title, dateline, content and furniture are to be found.
    ///
    /// ```
    /// use zhecon::{Article, Extractor};
    ///
    /// let page = "首页 > 要闻\n望川县一季度签约项目12个\n来源:望川日报 2024-04-02 09:20\n今年一季度,望川县新签约项目12个,总投资36亿元。\n";
    /// let told = Extractor::new().extract(&Article::from_page(page)).article;
    /// assert_eq!((told.title.as_deref(), told.source.as_deref()), (Some("望川县一季度签约项目12个"), Some("望川日报")));
    /// ```
    #[must_use]
    pub fn from_page(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_page: true, ..Self::default() }
    }

    /// A saved page in UTF-8, in UTF-16 with a byte-order mark, or (feature `encoding`) in GB18030, GBK or Big5, whichever it is.
    ///
    /// Bytes that stand for no character become U+FFFD, each with a [`Diagnostic`] of the kind `decode` that says where they stood.
    ///
    /// ```
    /// use zhecon::{Article, Extractor};
    ///
    /// let article = Article::from_bytes(b"2\xe4\xba\xbf\xe5\x85");
    /// assert_eq!(article.text(), "2亿\u{fffd}");
    /// let lost = &Extractor::new().extract(&article).diagnostics[0];
    /// assert_eq!((lost.kind.as_str(), lost.bytes), ("decode", Some(zhecon::Span::new(4, 6))));
    /// ```
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let decoded = decode::decode(bytes);
        Self { losses: decoded.losses, ..Self::from_page(decoded.text) }
    }

    /// The same text, all of it content: no page furniture, no dateline to look for.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.is_page = false;
        self
    }

    /// An article of which the pieces are known.
    ///
    /// ```
    /// use zhecon::Article;
    ///
    /// let article = Article::builder().title("临江新区签约三个项目").source("临江日报").body("总投资3亿元。").build();
    /// assert_eq!(article.text(), "临江新区签约三个项目\n\n总投资3亿元。");
    /// ```
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The same article, published at this time.
    #[must_use]
    pub fn published(mut self, published: Moment) -> Self {
        self.metadata.published = Some(published);
        self
    }

    /// The raw text, which all spans of an extraction index.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Puts an [`Article`] together from its pieces, in the order of the calls, a blank line between them.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    article: Article,
}

impl Builder {
    /// The headline.
    #[must_use]
    pub fn title(mut self, title: &str) -> Self {
        self.article.metadata.title = Some(title.trim().to_owned());
        self.piece(title, PartKind::Title)
    }

    /// A further headline.
    #[must_use]
    pub fn subtitle(mut self, subtitle: &str) -> Self {
        self.article.metadata.subtitles.push(subtitle.trim().to_owned());
        self.piece(subtitle, PartKind::Subtitle)
    }

    /// The text; several calls add paragraphs.
    #[must_use]
    pub fn body(self, body: &str) -> Self {
        self.piece(body, PartKind::Body)
    }

    /// Words under a picture.
    #[must_use]
    pub fn caption(self, caption: &str) -> Self {
        self.piece(caption, PartKind::Caption)
    }

    /// When it was published.
    #[must_use]
    pub fn published(mut self, published: Moment) -> Self {
        self.article.metadata.published = Some(published);
        self
    }

    /// The paper or agency it comes from. It is told, not part of the text.
    #[must_use]
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.article.metadata.source = Some(source.into());
        self
    }

    /// Who wrote it. It is told, not part of the text.
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.article.metadata.authors.push(author.into());
        self
    }

    /// The site that carries it. It is told, not part of the text.
    #[must_use]
    pub fn site(mut self, site: impl Into<String>) -> Self {
        self.article.metadata.site = Some(site.into());
        self
    }

    /// The article.
    #[must_use]
    pub fn build(self) -> Article {
        self.article
    }

    fn piece(mut self, words: &str, kind: PartKind) -> Self {
        let text = &mut self.article.text;
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = self.article.marks.last().map_or(0, |mark| mark.span.end);
        text.push_str(words);
        self.article.marks.push(Part { span: Span::new(start, text.len()), kind });
        self
    }
}
