//! Bytes per second of temporal expressions alone: in news, and in a text that is all dates, where cost must grow with the text and no faster.
//!
//! `cargo bench --bench time`; every bench asserts its answer.
#![allow(clippy::unwrap_used, missing_docs)]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use zhecon::entity::time::{self, Moment};

const CLEAN: &str = include_str!("../examples/articles/clean.txt");
const DATES: &str = "2023年7月15日下午3点半至5点，去年前三季度、今年1-4月，截至6月末，上上周三，农历正月初九，近年来，每两个月，5个多月。";

fn main() {
    divan::main();
}

fn run(bencher: Bencher<'_, '_>, text: &str, size: usize) {
    let tiled = text.repeat(size.div_ceil(text.len()));
    let copies = tiled.len() / text.len();
    let reference: Moment = "2023-07-15".parse().unwrap();
    let each = time::find_iter(text, Some(reference)).count();
    bencher.counter(BytesCount::of_str(&tiled)).bench_local(|| {
        assert_eq!(time::find_iter(black_box(&tiled), Some(reference)).count(), each * copies);
    });
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 5)]
fn news(bencher: Bencher<'_, '_>, size: usize) {
    run(bencher, CLEAN, size);
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 5)]
fn all_dates(bencher: Bencher<'_, '_>, size: usize) {
    run(bencher, DATES, size);
}
