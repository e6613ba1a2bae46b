//! What texts that nobody writes cost: time at two sizes, and the most memory held beside the text.
//!
//! `cargo bench --bench hostile` prints the table (sizes in bytes may follow: `-- 100000`; a name picks one kind: `-- "all dates"`). Ten times the
//! text may take ten and a half times the time. Where a machine is too busy for a clock, `-- --one NAME BYTES` extracts one text and ends, for an
//! instruction counter, as `tests/hostile.sh` does; `-- --names` lists the kinds.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/support/hostile.rs"]
mod hostile;

use allocation_counter::measure as allocations;
use hostile::{HOSTILE, Hostile};
use std::hint::black_box;
use std::time::{Duration, Instant};
use zhecon::Extractor;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let quick = !arguments.iter().any(|argument| argument == "--bench") || arguments.iter().any(|argument| argument == "--test");
    let words: Vec<&str> = arguments.iter().map(String::as_str).filter(|argument| !argument.starts_with("--")).collect();
    let size = words.iter().find_map(|word| word.parse().ok()).unwrap_or(if quick { 1_000 } else { 1_000_000 });
    let chosen = |kind: &&Hostile| words.iter().all(|word| word.parse::<usize>().is_ok() || kind.name == *word);
    if arguments.iter().any(|argument| argument == "--names") {
        HOSTILE.iter().for_each(|kind| println!("{}", kind.name));
        return;
    }
    let extractor = Extractor::new();
    if arguments.iter().any(|argument| argument == "--one") {
        HOSTILE.iter().filter(chosen).for_each(|kind| drop(black_box(extractor.extract(&kind.article(size)))));
        return;
    }
    println!("{:32}{:>12}{:>12}{:>8}{:>12}{:>14}", "text", "1 x, ms", "10 x, ms", "ratio", "MB/s", "memory/text");
    for kind in HOSTILE.iter().filter(chosen) {
        let (small, _) = measure(&extractor, kind, size);
        let (large, memory) = measure(&extractor, kind, 10 * size);
        let ratio = large.as_secs_f64() / small.as_secs_f64();
        let (small, large, speed) = (small.as_secs_f64() * 1e3, large.as_secs_f64() * 1e3, size as f64 / 1e5 / large.as_secs_f64());
        println!("{:32}{small:>12.1}{large:>12.1}{ratio:>8.1}{speed:>12.2}{memory:>14.1}", kind.name);
    }
}

/// The fastest of three runs, and the most bytes held beside the article, in lengths of its text.
fn measure(extractor: &Extractor, kind: &Hostile, size: usize) -> (Duration, f64) {
    let article = kind.article(size);
    let most = allocations(|| drop(black_box(extractor.extract(black_box(&article))))).bytes_max;
    let mut best = Duration::MAX;
    for _ in 0..3 {
        let start = Instant::now();
        black_box(extractor.extract(black_box(&article)));
        best = best.min(start.elapsed());
        if best > Duration::from_secs(2) {
            break;
        }
    }
    (best, most as f64 / article.text().len() as f64)
}
