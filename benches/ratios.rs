//! How fast zhecon is beside other work on the same text, measured side by side in one run and one thread.
//!
//! `cargo bench --bench ratios` prints the table; `DATE=2026-11-24 cargo bench --bench ratios -- --csv` also writes
//! `benches/record/ratios-2026-11-24.csv`. Machines are noisy, ratios of one run are not: the tasks run in turn, round by round, each
//! round so short that it is seldom interrupted, and the fastest round of each counts. Every task asserts its answer.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};
use zhecon::{Article, Extractor, Kind, Lexicon, Reading};

#[allow(dead_code)] // towns are a layer of their own
#[path = "../tests/support/lexicon_tables.rs"]
mod lexicon_tables;

const CLEAN: &str = include_str!("../examples/articles/clean.txt");

struct Task<'a> {
    name: &'a str,
    run: Box<dyn Fn() + 'a>,
    best: Duration,
}

fn main() {
    // `cargo test --benches` and `cargo bench -- --test` ask for one quick round.
    let quick = std::env::args().any(|argument| argument == "--test") || !std::env::args().any(|argument| argument == "--bench");
    let copies = if quick { 1 } else { 8 };
    let text = CLEAN.repeat(copies);
    let articles: Vec<Article> = (0..copies).map(|_| Article::from_text(CLEAN)).collect();
    let start = Instant::now();
    let jieba = jieba_rs::Jieba::new();
    let jieba_opening = start.elapsed();
    let full = Extractor::new();
    let start = Instant::now();
    assert!(!full.extract(&articles[0]).entities.is_empty());
    let first_extraction = start.elapsed();
    let words: Vec<String> = lexicon_tables::lexicon().words().map(str::to_owned).collect();
    let same_lexicon = aho_corasick::AhoCorasick::new(&words).unwrap();
    let mentions = full.extract(&articles[0]).entities.len();
    let without_records = Extractor::builder().without_records().build();
    // Each kind alone; the article need not hold every kind.
    let kinds: Vec<(String, Extractor)> = Kind::ALL
        .into_iter()
        .filter(|kind| *kind != Kind::Custom)
        .map(|kind| (format!("zhecon {}", kind), Extractor::builder().only([kind]).build()))
        .collect();
    let extract = |extractor: &Extractor, least: usize| {
        for article in &articles {
            assert!(extractor.extract(black_box(article)).entities.len() >= least);
        }
    };
    let mut tasks = vec![
        task("jieba-rs cut", || assert!(jieba.cut(black_box(&text), false).len() > 100)),
        task("jieba-rs tag", || assert!(jieba.tag(black_box(&text), false).len() > 100)),
        task("UTF-8 validation", || assert!(std::str::from_utf8(black_box(text.as_bytes())).is_ok())),
        task("zhecon reading alone", || {
            for article in &articles {
                assert_eq!(Reading::of(black_box(article)).text(), CLEAN);
            }
        }),
        task("zhecon lexicon scan alone", || assert!(Lexicon::embedded().scan(black_box(&text)).len() > 1)),
        task("aho-corasick, same lexicon", || assert!(same_lexicon.find_overlapping_iter(black_box(&text)).count() > 1)),
        task("zhecon full, records included", || extract(&full, mentions)),
        task("zhecon full, without records", || extract(&without_records, mentions)),
    ];
    for (name, extractor) in &kinds {
        tasks.push(task(name, || extract(extractor, 0)));
    }
    for _ in 0..if quick { 1 } else { 60 } {
        for task in &mut tasks {
            (task.run)(); // the task before it has filled the caches with its own tables
            let start = Instant::now();
            (task.run)();
            task.best = task.best.min(start.elapsed());
        }
    }
    let yardstick = tasks[0].best.as_secs_f64();
    let (mut table, mut csv) = (String::new(), String::from("task,megabytes_per_second,times_jieba_cut\n"));
    writeln!(table, "{:36}{:>10}{:>14}", "task", "MB/s", "x jieba cut").unwrap();
    for task in &tasks {
        let seconds = task.best.as_secs_f64();
        let (speed, ratio) = (text.len() as f64 / 1e6 / seconds, yardstick / seconds);
        writeln!(table, "{:36}{speed:>10.1}{ratio:>14.2}", task.name).unwrap();
        writeln!(csv, "{},{speed:.1},{ratio:.2}", task.name.replace(',', ";")).unwrap();
    }
    let allocations = allocation_counter::measure(|| assert!(full.extract(&articles[0]).entities.len() == mentions));
    let (count, most) = (allocations.count_total, allocations.bytes_max as usize / 1000);
    writeln!(table, "an article of {} bytes: {count} allocations, {most} kB at most", CLEAN.len()).unwrap();
    writeln!(csv, "allocations an article,{count},").unwrap();
    let opening = jieba_opening.as_secs_f64() / first_extraction.as_secs_f64();
    writeln!(table, "first extraction, lexicons opened: 1/{opening:.0} of Jieba::new()").unwrap();
    writeln!(csv, "first extraction: part of Jieba::new(),,{opening:.1}").unwrap();
    println!("{table}");
    if std::env::args().any(|argument| argument == "--csv") {
        let date = std::env::var("DATE").unwrap_or_else(|_| "undated".into());
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/record");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("ratios-{date}.csv")), csv).unwrap();
    }
}

fn task<'a>(name: &'a str, run: impl Fn() + 'a) -> Task<'a> {
    Task { name, run: Box::new(run), best: Duration::MAX }
}
