//! How fast zhecon is beside other work on the same text, measured side by side in one run and one thread.
//!
//! `cargo bench --bench ratios` prints the table; `DATE=2026-11-24 cargo bench --bench ratios -- --csv` also writes
//! `benches/record/ratios-2026-11-24.csv`. Machines are noisy, ratios of one run are not: the tasks run in turn, round by round, each
//! round so short that it is seldom interrupted, and the fastest round of each counts. Every task asserts its answer.
//! Quick runs, and those without `../shared`, know the sample of the repository alone.
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
    name: String,
    run: Box<dyn Fn() + 'a>,
    best: Duration,
}

/// Text to measure on.
struct Sample {
    name: &'static str,
    articles: Vec<Article>,
    text: String,
    /// How often each task is run.
    rounds: usize,
}

fn main() {
    // `cargo test --benches` and `cargo bench -- --test` ask for one quick round.
    let quick = std::env::args().any(|argument| argument == "--test") || !std::env::args().any(|argument| argument == "--bench");
    let start = Instant::now();
    let jieba = jieba_rs::Jieba::new();
    let jieba_opening = start.elapsed();
    let full = Extractor::new();
    let clean = Article::from_text(CLEAN);
    let start = Instant::now();
    assert!(!full.extract(&clean).entities.is_empty());
    let first_extraction = start.elapsed();
    let words: Vec<String> = lexicon_tables::lexicon().words().map(str::to_owned).collect();
    let same_lexicon = aho_corasick::AhoCorasick::new(&words).unwrap();
    let (mut table, mut csv) = (String::new(), String::from("text,task,megabytes_per_second,times_jieba_cut\n"));
    for sample in samples(quick) {
        writeln!(
            table,
            "{}: {} articles, {} kB\n{:36}{:>10}{:>14}",
            sample.name,
            sample.articles.len(),
            sample.text.len() / 1000,
            "task",
            "MB/s",
            "x jieba cut"
        )
        .unwrap();
        let tasks = measured(&sample, &full, &jieba, &same_lexicon);
        let yardstick = tasks[0].best.as_secs_f64();
        for task in &tasks {
            let seconds = task.best.as_secs_f64();
            let (speed, ratio) = (sample.text.len() as f64 / 1e6 / seconds, yardstick / seconds);
            writeln!(table, "{:36}{speed:>10.1}{ratio:>14.2}", task.name).unwrap();
            writeln!(csv, "{},{},{speed:.1},{ratio:.2}", sample.name, task.name.replace(',', ";")).unwrap();
        }
        table.push('\n');
    }
    let allocations = allocation_counter::measure(|| assert!(!full.extract(&clean).entities.is_empty()));
    let (count, most) = (allocations.count_total, allocations.bytes_max as usize / 1000);
    writeln!(table, "an article of {} bytes: {count} allocations, {most} kB at most", CLEAN.len()).unwrap();
    writeln!(csv, "sample,allocations an article,{count},").unwrap();
    let opening = jieba_opening.as_secs_f64() / first_extraction.as_secs_f64();
    writeln!(table, "first extraction, lexicons opened: 1/{opening:.0} of Jieba::new()").unwrap();
    writeln!(csv, "sample,first extraction: part of Jieba::new(),,{opening:.1}").unwrap();
    println!("{table}");
    if std::env::args().any(|argument| argument == "--csv") {
        let date = std::env::var("DATE").unwrap_or_else(|_| "undated".into());
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/record");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("ratios-{date}.csv")), csv).unwrap();
    }
}

/// The news item of the repository, again and again: all its words lie in the caches. Where the labelled sentences and pages lie beside the project,
/// articles of many words made of them too, which no cache holds, and the pages as they came.
fn samples(quick: bool) -> Vec<Sample> {
    let copies = if quick { 1 } else { 8 };
    let mut samples = vec![Sample::of("sample", vec![CLEAN.to_owned(); copies], 60)];
    let shared = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if quick || !shared.is_dir() {
        return samples;
    }
    let mut news = vec![String::new()];
    for name in ["finna", "xwlb"] {
        for row in std::fs::read_to_string(shared.join(format!("ner/{name}.dev.jsonl"))).unwrap().lines() {
            let row: serde_json::Value = serde_json::from_str(row).unwrap();
            let article = news.last_mut().unwrap();
            article.push_str(row["text"].as_str().unwrap());
            article.push('\n');
            if article.len() > ARTICLE {
                news.push(String::new());
            }
        }
    }
    news.truncate(ARTICLES);
    samples.push(Sample::of("news", news, 5));
    let mut pages: Vec<_> = std::fs::read_dir(shared.join("seeds")).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    samples.push(Sample::of("pages", pages.iter().map(|page| std::fs::read_to_string(page).unwrap()).collect(), 20));
    samples
}

/// Bytes of an article made of single sentences, and how many articles are made.
const ARTICLE: usize = 4_500;
const ARTICLES: usize = 120;

impl Sample {
    fn of(name: &'static str, articles: Vec<String>, rounds: usize) -> Self {
        Self { name, text: articles.concat(), articles: articles.into_iter().map(Article::from_text).collect(), rounds }
    }
}

/// Each task on a text, with the time of its best round.
fn measured<'a>(sample: &'a Sample, full: &'a Extractor, jieba: &'a jieba_rs::Jieba, same_lexicon: &'a aho_corasick::AhoCorasick) -> Vec<Task<'a>> {
    let text = sample.text.as_str();
    let count =
        move |extractor: &Extractor| sample.articles.iter().map(|article| extractor.extract(black_box(article)).entities.len()).sum::<usize>();
    let mentions = count(full);
    let clean: usize = sample.articles.iter().map(|article| Reading::of(article).text().len()).sum();
    let mut tasks = vec![
        task("jieba-rs cut", move || assert!(jieba.cut(black_box(text), false).len() > 100)),
        task("jieba-rs tag", move || assert!(jieba.tag(black_box(text), false).len() > 100)),
        task("UTF-8 validation", move || assert!(std::str::from_utf8(black_box(text.as_bytes())).is_ok())),
        task("zhecon reading alone", move || {
            assert_eq!(sample.articles.iter().map(|article| Reading::of(black_box(article)).text().len()).sum::<usize>(), clean);
        }),
        task("zhecon lexicon scan alone", move || assert!(Lexicon::embedded().scan(black_box(text)).len() > 1)),
        task("aho-corasick, same lexicon", move || assert!(same_lexicon.find_overlapping_iter(black_box(text)).count() > 1)),
        task("zhecon full, records included", move || assert_eq!(count(full), mentions)),
    ];
    let without_records = Extractor::builder().without_records().build();
    tasks.push(task("zhecon full, without records", move || assert_eq!(count(&without_records), mentions)));
    // Each kind alone; the text need not hold every kind.
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Custom) {
        let extractor = Extractor::builder().only([kind]).build();
        let found = count(&extractor);
        tasks.push(task(&format!("zhecon {kind}"), move || assert_eq!(count(&extractor), found)));
    }
    for _ in 0..sample.rounds {
        for task in &mut tasks {
            (task.run)(); // the task before it has filled the caches with its own tables
            let start = Instant::now();
            (task.run)();
            task.best = task.best.min(start.elapsed());
        }
    }
    tasks
}

fn task<'a>(name: &str, run: impl Fn() + 'a) -> Task<'a> {
    Task { name: name.to_owned(), run: Box::new(run), best: Duration::MAX }
}
