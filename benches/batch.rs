//! How much faster `extract_batch` is than one article after another, in one run: at least 1.8 times on two cores.
//!
//! `cargo bench --features parallel --bench batch`; the fastest of five rounds of each counts, and both must say the same.
#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;
use std::time::{Duration, Instant};
use zhecon::{Article, Extraction, Extractor};

const CLEAN: &str = include_str!("../examples/articles/clean.txt");

fn main() {
    let quick = std::env::args().any(|argument| argument == "--test") || !std::env::args().any(|argument| argument == "--bench");
    let articles: Vec<Article> = (0..if quick { 4 } else { 400 }).map(|_| Article::from_text(CLEAN)).collect();
    let extractor = Extractor::new();
    let (mut one, mut all) = (Duration::MAX, Duration::MAX);
    for _ in 0..if quick { 1 } else { 5 } {
        let start = Instant::now();
        let single: Vec<Extraction> = articles.iter().map(|article| extractor.extract(black_box(article))).collect();
        one = one.min(start.elapsed());
        let start = Instant::now();
        let batch: Vec<Extraction> = extractor.extract_batch(black_box(&articles)).collect();
        all = all.min(start.elapsed());
        assert!(batch == single);
    }
    let cores = std::thread::available_parallelism().unwrap();
    println!("one by one {one:?}, extract_batch {all:?} on {cores} cores: {:.2} times as fast", one.as_secs_f64() / all.as_secs_f64());
}
