//! zhecon beside other crates that read Chinese numbers, money and times, on the same text in one run and one thread.
//!
//! `cargo run --release` prints the table; `peers.py` runs this program and adds the Python libraries. The tasks run in turn, the fastest of their
//! rounds counts, and each asserts an answer. The peers read less than zhecon does of the same kinds: speed says nothing about that.

use chinese_number::{ChineseCountMethod, ChineseToNumber};
use duckling::{DimensionKind, Lang, Locale, Options};
use std::hint::black_box;
use std::time::{Duration, Instant};
use zhecon::{Article, Extractor, Figure, Kind};

const CLEAN: &str = include_str!("../../../examples/articles/clean.txt");
/// Whole numbers that all of them read, with their values.
const NUMERALS: [(&str, u64); 6] =
    [("三百五十", 350), ("一亿二千万", 120_000_000), ("二十", 20), ("九千零八", 9008), ("五万六千", 56_000), ("十", 10)];

struct Task<'a> {
    name: &'static str,
    bytes: usize,
    run: Box<dyn Fn() + 'a>,
    best: Duration,
}

fn task<'a>(name: &'static str, bytes: usize, run: impl Fn() + 'a) -> Task<'a> {
    Task { name, bytes, run: Box::new(run), best: Duration::MAX }
}

fn main() {
    let article = Article::from_text(CLEAN);
    let only = |kinds: &[Kind]| Extractor::builder().only(kinds.iter().copied()).without_records().build();
    let numbers = only(&[Kind::Money, Kind::Percent, Kind::Quantity, Kind::Number, Kind::Ordinal]);
    let money_and_time = only(&[Kind::Money, Kind::Date, Kind::Duration, Kind::TimeSet]);
    let full = Extractor::new();
    let locale = Locale::new(Lang::ZH, None);
    let (context, options) = (duckling::Context::default(), Options::default());
    let written: usize = NUMERALS.iter().map(|(word, _)| word.len()).sum();
    let figures = NUMERALS.map(|(word, value)| (word, value.to_string().parse::<Figure>().ok()));
    let groups = [
        vec![
            task("numerals: zhecon", written, || {
                figures.iter().for_each(|(word, figure)| assert_eq!(black_box(word).parse().ok(), *figure));
            }),
            task("numerals: chinese-number", written, || {
                let read = |word: &str| ChineseToNumber::<u64>::to_number(&word, ChineseCountMethod::TenThousand);
                NUMERALS.iter().for_each(|(word, value)| assert!(read(black_box(word)).is_ok_and(|read| read == *value)));
            }),
        ],
        vec![
            task("numbers in text: zhecon", CLEAN.len(), || assert!(numbers.extract(black_box(&article)).entities.len() > 20)),
            task("numbers in text: chinese2digits", CLEAN.len(), || {
                assert!(chinese2digits::take_number_from_string(black_box(CLEAN), true, true).digits_string_list.len() > 20);
            }),
        ],
        vec![
            task("money and time: zhecon", CLEAN.len(), || assert!(money_and_time.extract(black_box(&article)).entities.len() > 20)),
            task("money and time: duckling", CLEAN.len(), || {
                let kinds = [DimensionKind::AmountOfMoney, DimensionKind::Time];
                assert!(!duckling::parse(black_box(CLEAN), &locale, &kinds, &context, &options).is_empty());
            }),
            task("all kinds and records: zhecon", CLEAN.len(), || assert!(full.extract(black_box(&article)).entities.len() > 40)),
        ],
    ];
    println!("{:36}{:>12}{:>10}", "task", "MB/s", "x zhecon");
    for mut tasks in groups {
        for round in 0..20 {
            for task in &mut tasks {
                if round > 2 && task.best > Duration::from_millis(500) {
                    continue;
                }
                let start = Instant::now();
                (task.run)();
                task.best = task.best.min(start.elapsed());
            }
        }
        let speed = |task: &Task<'_>| task.bytes as f64 / 1e6 / task.best.as_secs_f64();
        let own = tasks.first().map_or(1.0, speed);
        for task in &tasks {
            println!("{:36}{:>12.4}{:>10.4}", task.name, speed(task), speed(task) / own);
        }
    }
}
