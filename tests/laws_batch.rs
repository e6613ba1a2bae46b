//! What holds of `extract_batch`: order, equality with one article at a time, bounded look-ahead, survival of a parser that panics.

#![cfg(feature = "parallel")]
#![allow(clippy::unwrap_used, clippy::panic)] // a test may stop at the first surprise

use std::sync::atomic::{AtomicUsize, Ordering};
use zhecon::limits::{BATCH, BATCH_BYTES};
use zhecon::{Article, Context, Extractor, Mention, Parser};

fn articles(count: usize) -> impl Iterator<Item = Article> {
    (0..count).map(|nth| Article::from_text(format!("望川县新签约项目{nth}个,总投资{}亿元。", nth % 7 + 1).repeat(nth % 5)))
}

#[test]
fn a_batch_says_what_each_article_says_in_their_order() {
    let extractor = Extractor::new();
    for count in [0, 1, 2, BATCH - 1, BATCH, BATCH + 1, 3 * BATCH + 7] {
        let batch: Vec<_> = extractor.extract_batch(articles(count)).collect();
        assert!(batch.into_iter().eq(articles(count).map(|article| extractor.extract(&article))), "{count}");
    }
}

#[test]
fn no_more_articles_are_taken_than_are_held() {
    let taken = AtomicUsize::new(0);
    let endless = (0..).map(|_| {
        taken.fetch_add(1, Ordering::Relaxed);
        Article::from_text("总投资3亿元。")
    });
    let extractor = Extractor::new();
    let mut batch = extractor.extract_batch(endless);
    for asked in 1..=3 * BATCH {
        assert_eq!(batch.next().unwrap().entities.len(), 1);
        assert!(taken.load(Ordering::Relaxed) < asked + BATCH);
    }
    let taken = AtomicUsize::new(0);
    let long = Article::from_text("，".repeat(BATCH_BYTES / 6));
    let long = (0..9).map(|_| {
        taken.fetch_add(1, Ordering::Relaxed);
        &long
    });
    assert!(extractor.extract_batch(long).next().is_some());
    assert_eq!(taken.load(Ordering::Relaxed), 3, "a batch of long articles is full by their length");
}

#[derive(Debug)]
struct Fragile;

impl Parser for Fragile {
    fn starts(&self, first: char) -> bool {
        first == '怪'
    }

    fn parse(&self, _: &Context<'_>, _: usize) -> Option<Mention> {
        panic!("a fault of its own")
    }
}

#[test]
fn an_article_on_which_a_parser_panics_stops_no_other() {
    let extractor = Extractor::builder().with(Fragile).build();
    let articles: Vec<_> = (0..200).map(|nth| Article::from_text(if nth % 10 == 3 { "怪事,总投资3亿元。" } else { "总投资3亿元。" })).collect();
    let batch: Vec<_> = extractor.extract_batch(&articles).collect();
    assert_eq!(batch.len(), articles.len());
    for (nth, extraction) in batch.iter().enumerate() {
        let faults: Vec<_> = extraction.diagnostics.iter().map(|fault| (fault.kind.as_str(), fault.reading.as_str())).collect();
        let (entities, expected) = if nth % 10 == 3 { (0, vec![("panic", "a fault of its own")]) } else { (1, vec![]) };
        assert_eq!((extraction.entities.len(), faults), (entities, expected), "{nth}");
    }
}
