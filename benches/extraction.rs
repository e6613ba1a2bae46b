//! Bytes per second of the whole extraction and of its stages, beside a plain word segmenter on the same text.
//!
//! `cargo bench --bench extraction`; every bench asserts its answer, so that a wrong one cannot look fast.
#![allow(clippy::unwrap_used, missing_docs)]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use zhecon::entity::money;
use zhecon::{Article, Extractor, Figure, Kind, Reading};

const CLEAN: &str = include_str!("../examples/articles/clean.txt");
const GLOSSED: &str = include_str!("../examples/articles/glossed.txt");
const SHIFTED: &str = include_str!("../examples/articles/shifted.txt");

fn main() {
    divan::main();
}

/// `text` again and again, up to `size` bytes of whole copies.
fn tiled(text: &str, size: usize) -> String {
    text.repeat(size.div_ceil(text.len()))
}

#[divan::bench(args = [10_000, 100_000, 1_000_000, 10_000_000], sample_count = 5)]
fn whole(bencher: Bencher<'_, '_>, size: usize) {
    let article = Article::from_text(tiled(CLEAN, size));
    let extractor = Extractor::new();
    let copies = article.text().len() / CLEAN.len();
    bencher.counter(BytesCount::of_str(article.text())).bench_local(|| {
        let extraction = extractor.extract(black_box(&article));
        assert!(extraction.entities.iter().filter(|e| e.text == "412.7亿元").count() == copies);
    });
}

#[divan::bench(args = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Custom))]
fn only(bencher: Bencher<'_, '_>, kind: Kind) {
    let article = Article::from_text(tiled(CLEAN, 100_000));
    let extractor = Extractor::builder().only([kind]).build();
    bencher.counter(BytesCount::of_str(article.text())).bench_local(|| {
        let extraction = extractor.extract(black_box(&article));
        assert!(extraction.entities.iter().all(|e| e.kind() == kind));
    });
}

/// What figures may be made of, over and over: each costs the same per byte at either size.
const HARD: [&str; 22] = [
    "1",
    "一",
    "(",
    "十万",
    "约",
    "1,",
    "1.",
    "-",
    "1-",
    "一 ",
    "几",
    "百分之",
    "第",
    "人民币",
    "(亿元)",
    ")1",
    "零",
    "2×",
    "1元",
    "超过不足",
    "a1",
    "台币",
];

#[divan::bench(args = HARD, consts = [10_000, 100_000], sample_count = 5)]
fn hard_figures<const SIZE: usize>(bencher: Bencher<'_, '_>, unit: &str) {
    let text = unit.repeat(SIZE / unit.len());
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        assert!(money::find_iter(black_box(&text)).all(|(span, _)| span.end <= text.len()));
    });
}

#[divan::bench(args = ["clean", "glossed", "shifted"])]
fn reading(bencher: Bencher<'_, '_>, name: &str) {
    let text = match name {
        "glossed" => GLOSSED,
        "shifted" => SHIFTED,
        _ => CLEAN,
    };
    let article = Article::from_text(tiled(text, 100_000));
    bencher.counter(BytesCount::of_str(article.text())).bench_local(|| {
        let reading = Reading::of(black_box(&article));
        assert!(reading.text().contains("项目"));
    });
}

#[divan::bench]
fn numerals(bencher: Bencher<'_, '_>) {
    let numerals = ["121.6亿", "一亿八千万", "1亿2千万", "三百五十万亿", "1,200.5", "二〇二四", "贰仟万"];
    bencher.counter(BytesCount::new(numerals.iter().map(|n| n.len()).sum::<usize>())).bench_local(|| {
        for numeral in numerals {
            black_box(numeral).parse::<Figure>().unwrap();
        }
    });
}

#[divan::bench]
fn jieba_cut(bencher: Bencher<'_, '_>) {
    let text = tiled(CLEAN, 100_000);
    let jieba = jieba_rs::Jieba::new();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let words = jieba.cut(black_box(&text), false);
        assert!(words.len() > 1000);
    });
}
