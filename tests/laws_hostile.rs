//! Four times a hostile text costs four times as much: counted in allocations, bytes allocated, bytes held at once and bytes of the answer, which no
//! clock and no busy machine can change. `benches/hostile.rs` measures time, `tests/hostile.sh` instructions.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // a test may stop at the first surprise

#[path = "support/hostile.rs"]
mod hostile;

use allocation_counter::{AllocationInfo, measure};
use hostile::{HOSTILE, Hostile};
use zhecon::Extractor;

/// The smaller text, in bytes.
const SMALL: usize = 4_000;
/// What the larger one may cost, in parts of a hundred of the smaller one: four times and a tenth.
const MOST: u64 = 440;
/// What is held at once, beside the text, for each byte of it: the worst kind needs so many.
const HELD: u64 = 512;

/// What one extraction costs, and how long its answer is.
fn cost(extractor: &Extractor, kind: &Hostile, size: usize) -> (AllocationInfo, u64) {
    let article = kind.article(size);
    let mut json = 0;
    let cost = measure(|| json = serde_json::to_string(&extractor.extract(&article)).unwrap().len() as u64);
    (cost, json)
}

#[test]
fn four_times_the_text_costs_four_times_as_much() {
    let extractor = Extractor::new();
    let _ = cost(&extractor, &HOSTILE[0], SMALL); // the lexicon is opened
    let mut faults = Vec::new();
    for kind in HOSTILE {
        let (small, short) = cost(&extractor, kind, SMALL);
        let (large, long) = cost(&extractor, kind, 4 * SMALL);
        // What a text of any length costs is allowed for once.
        let grows = |small: u64, large: u64, once: u64| (large * 100 > (small + once) * MOST).then_some((small, large));
        let growth = [
            ("allocations", grows(small.count_total, large.count_total, 200)),
            ("bytes allocated", grows(small.bytes_total, large.bytes_total, 40_000)),
            ("bytes answered", grows(short, long, 1_000)),
        ];
        faults.extend(growth.into_iter().filter_map(|(what, grown)| grown.map(|grown| format!("{}: {what} {grown:?}", kind.name))));
        if large.bytes_max > 4 * SMALL as u64 * HELD {
            faults.push(format!("{}: {} bytes held for each byte", kind.name, large.bytes_max / (4 * SMALL as u64)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_limit_that_is_reached_is_told_once() {
    let extractor = Extractor::new();
    for (text, limits) in [
        ("增长12%".repeat(1_000), vec!["clause", "sentence"]),
        ("增长12%,".repeat(1_000), vec!["sentence"]),
        ("增长12%。".repeat(3_000), vec!["paragraph"]),
        ("增长12%。\n".repeat(3_000), vec![]),
    ] {
        let extraction = extractor.extract(&zhecon::Article::from_text(text));
        let told: Vec<_> = extraction.diagnostics.iter().map(|diagnostic| (diagnostic.kind.as_str(), diagnostic.reading.as_str())).collect();
        assert_eq!(told, limits.into_iter().map(|limit| ("limit", limit)).collect::<Vec<_>>());
    }
}
