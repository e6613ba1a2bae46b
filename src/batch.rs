//! Many articles at once, on all cores.

use crate::article::Article;
use crate::extraction::Extraction;
use crate::extractor::Extractor;
use crate::limits::{BATCH, BATCH_BYTES};
use crate::reading::Diagnostic;
use crate::span::Span;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use std::borrow::Borrow;
use std::iter::Fuse;
use std::panic::catch_unwind;

impl Extractor {
    /// Reads many articles on all cores (feature `parallel`). The extractions come in the order of the articles.
    ///
    /// The articles are taken from the iterator as they are needed, at most [`BATCH`] at once and not much more than [`BATCH_BYTES`] of text, so that
    /// an endless stream needs bounded memory. The work runs in the `rayon` pool of the thread that asks for the next extraction.
    ///
    /// An article never stops the others: should a [`Parser`](crate::Parser) of one's own panic, the article's extraction is empty but for a
    /// diagnostic of the kind `panic` with what it said (where the program unwinds; one built to abort on panic does).
    ///
    /// ```
    /// use zhecon::{Article, Extractor};
    ///
    /// let articles = ["总投资3亿元。", "新签约项目61个。"].map(Article::from_text);
    /// let extractor = Extractor::new();
    /// let found: Vec<_> = extractor.extract_batch(&articles).map(|extraction| extraction.entities.len()).collect();
    /// assert_eq!(found, [1, 1]);
    /// ```
    pub fn extract_batch<I>(&self, articles: I) -> Batch<'_, I::IntoIter>
    where
        I: IntoIterator<Item: Borrow<Article> + Sync>,
    {
        Batch { extractor: self, articles: articles.into_iter().fuse(), done: Vec::new().into_iter() }
    }
}

/// The extractions of a stream of articles, in its order: see [`Extractor::extract_batch`].
#[derive(Clone, Debug)]
pub struct Batch<'e, I> {
    extractor: &'e Extractor,
    articles: Fuse<I>,
    done: std::vec::IntoIter<Extraction>,
}

impl<I> Iterator for Batch<'_, I>
where
    I: Iterator<Item: Borrow<Article> + Sync>,
{
    type Item = Extraction;

    fn next(&mut self) -> Option<Extraction> {
        if self.done.len() == 0 {
            let mut bytes = 0;
            let mut taken = Vec::new();
            while let Some(article) = (taken.len() < BATCH && bytes < BATCH_BYTES).then(|| self.articles.next()).flatten() {
                bytes += article.borrow().text().len();
                taken.push(article);
            }
            self.done = taken.par_iter().map(|article| read(self.extractor, article.borrow())).collect::<Vec<_>>().into_iter();
        }
        self.done.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = self.articles.size_hint();
        (least.saturating_add(self.done.len()), most.and_then(|most| most.checked_add(self.done.len())))
    }
}

/// The extraction, or what a parser said when it panicked.
fn read(extractor: &Extractor, article: &Article) -> Extraction {
    catch_unwind(|| extractor.extract(article)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        let span = Span::new(0, article.text().len());
        let diagnostic = Diagnostic { kind: "panic".to_owned(), span, reading: words.unwrap_or_default().to_owned(), certainty: 100, bytes: None };
        Extraction { diagnostics: vec![diagnostic], ..Extraction::default() }
    })
}
