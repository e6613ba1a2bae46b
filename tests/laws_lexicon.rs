//! Laws of the lexicon.
#![allow(clippy::indexing_slicing, clippy::unwrap_used)] // a test may stop at the first surprise

use proptest::prelude::*;
use std::cmp::Reverse;
use zhecon::Lexicon;
use zhecon::lexicon::{Builder, Entry, ZoneEntry};

/// Words that meet each other in every way: one inside the other, crossing, side by side.
const PIECES: [&str; 16] =
    ["临沂", "临沂市", "综保区", "市", "安", "安丘", "丘市", "长三角", "三角", "CEO", "O2", "科技", "有限公司", "公司", "望川", "。"];

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..24).prop_map(|pieces| pieces.concat())
}

fn zone(name: &str) -> Entry<'_> {
    Entry::Zone(ZoneEntry { name, level: "", kind: "other", place: "" })
}

fn with(words: &[String]) -> Lexicon {
    words.iter().fold(Lexicon::builder(), |builder: Builder, word| builder.entry(word, zone(word))).build()
}

proptest! {
    #[test]
    fn hits_are_sorted_and_stand_in_the_text(text in text()) {
        let hits = Lexicon::embedded().scan(&text);
        prop_assert!(hits.is_sorted_by_key(|hit| (hit.span.start, Reverse(hit.span.end))));
        for hit in &hits {
            prop_assert!(!hit.span.of(&text).is_empty());
            prop_assert!(Lexicon::embedded().find(hit.span.of(&text)).contains(&hit.entry));
        }
    }

    #[test]
    fn every_occurrence_of_a_word_is_found(before in text(), word in proptest::sample::select(vec!["临沂市", "昆山", "长三角", "股份有限公司"]), after in text()) {
        let text = format!("{before}{word}{after}");
        let hits = Lexicon::embedded().scan(&text);
        prop_assert!(hits.iter().any(|hit| hit.span.start == before.len() && hit.span.len() == word.len()));
    }

    #[test]
    fn own_names_take_nothing_away(text in text(), words in proptest::collection::vec(text_word(), 0..4)) {
        let own = with(&words);
        let hits = own.scan(&text);
        for hit in Lexicon::embedded().scan(&text) {
            prop_assert!(hits.contains(&hit));
        }
        for word in &words {
            for (at, _) in text.match_indices(word.as_str()) {
                prop_assert!(hits.iter().any(|hit| hit.span.start == at && hit.span.len() == word.len()), "{} in {}", word, text);
            }
        }
    }

    #[test]
    fn the_order_of_entries_does_not_matter(mut words in proptest::collection::vec(text_word(), 0..6)) {
        let forward = words.iter().fold(Lexicon::builder(), |builder, word| builder.entry(word, zone(word))).compile();
        words.reverse();
        let backward = words.iter().fold(Lexicon::builder(), |builder, word| builder.entry(word, zone(word))).compile();
        prop_assert_eq!(forward, backward);
    }

    #[test]
    fn nothing_panics(text in "\\PC*", table in "\\PC*") {
        let _ = Lexicon::embedded().scan(&text);
        let _ = Lexicon::embedded().find(&text);
        let _ = Lexicon::embedded().division(&text);
        let _ = Lexicon::builder().table(&table.replace(' ', "\t"));
        let _ = Lexicon::builder().entry(&text, zone(&text)).build().scan(&text);
    }
}

/// Words of a user's own, without Latin letters: those are found only where no letter stands beside them.
fn text_word() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(vec!["望川", "安", "临沂", "公司", "丘市"]), 1..4).prop_map(|pieces| pieces.concat())
}
