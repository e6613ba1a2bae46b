//! The bytes that fuzzing found interesting, and those that once broke a law, hold every law: `tests/corpus/TARGET/*`.

#![allow(clippy::unwrap_used, missing_docs)] // a test may stop at the first surprise

#[path = "support/laws.rs"]
mod laws;

use std::path::Path;

#[test]
fn the_corpora_hold_their_laws() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    for (name, law) in laws::LAWS {
        let mut count = 0;
        for file in std::fs::read_dir(corpus.join(name)).unwrap() {
            law(&std::fs::read(file.unwrap().path()).unwrap());
            count += 1;
        }
        assert!(count > 0, "no corpus for {name}");
    }
}
