//! Bytes per second of the reading: what it costs to find that nothing is amiss, and to mend each kind of damage.
//!
//! `cargo bench --bench reading`; every bench asserts its answer.
#![allow(missing_docs)]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use zhecon::{Article, Reading};

const CLEAN: &str = include_str!("../examples/articles/clean.txt");
const PAGE: &str = include_str!("../examples/articles/page.txt");
const GLOSSED: &str = include_str!("../examples/articles/glossed.txt");
const SHIFTED: &str = include_str!("../examples/articles/shifted.txt");

fn main() {
    divan::main();
}

fn read(bencher: Bencher<'_, '_>, text: &str, size: usize, unchanged: bool) {
    let article = Article::from_text(text.repeat(size.div_ceil(text.len())));
    bencher.counter(BytesCount::of_str(article.text())).bench_local(|| {
        let reading = Reading::of(black_box(&article));
        assert!(reading.is_unchanged() == unchanged);
    });
}

#[divan::bench(args = [10_000, 1_000_000])]
fn clean(bencher: Bencher<'_, '_>, size: usize) {
    read(bencher, CLEAN, size, true);
}

#[divan::bench(args = [10_000, 1_000_000])]
fn clean_page(bencher: Bencher<'_, '_>, size: usize) {
    read(bencher, PAGE, size, true);
}

#[divan::bench(args = [10_000, 1_000_000])]
fn glossed(bencher: Bencher<'_, '_>, size: usize) {
    read(bencher, GLOSSED, size, false);
}

#[divan::bench(args = [10_000, 1_000_000])]
fn shifted(bencher: Bencher<'_, '_>, size: usize) {
    read(bencher, SHIFTED, size, false);
}

/// What the repairs look at twice, and nothing else: each costs the same per byte at either size.
const SIGNS: [&str; 14] = ["(", "經(jīng)", "迸", "焙姥殴怆娍萍", "?", "!", "&", "?!", "\u{E088}", "乾", "(jīng", "“?", "A迸", "記者?"];

#[divan::bench(args = SIGNS, consts = [10_000, 100_000])]
fn signs<const SIZE: usize>(bencher: Bencher<'_, '_>, sign: &str) {
    let article = Article::from_text(sign.repeat(SIZE / sign.len()));
    bencher.counter(BytesCount::of_str(article.text())).bench_local(|| assert!(!Reading::of(black_box(&article)).text().is_empty()));
}
