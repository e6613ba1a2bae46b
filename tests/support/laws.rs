//! Laws for any bytes whatever, one function for each part of the crate. The fuzz targets look for bytes that break one; the ordinary tests
//! read the bytes again that were found to be interesting.

#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a law may stop at the first surprise

use zhecon::ledger::Ledger;
use zhecon::ndjson::{Answer, Lines, Row};
use zhecon::numeral::{Style, write};
use zhecon::reading::PartKind;
use zhecon::{Article, Extraction, Extractor, Figure, Kind, Lexicon, Reading, Span};

/// What holds of any bytes.
pub(crate) type Law = fn(&[u8]);

/// The laws by the names of their fuzz targets.
pub(crate) const LAWS: &[(&str, Law)] = &[
    ("decode", decode),
    ("extraction", extraction),
    ("ledger", ledger),
    ("lexicon", lexicon),
    ("ndjson", ndjson),
    ("numeral", numeral),
    ("reading", reading),
];

/// A figure that was read is written in every style and read back as the same.
pub(crate) fn numeral(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let figure = match text.parse::<Figure>() {
        Ok(figure) => figure,
        Err(fault) => return assert!(fault.span().is_none_or(|span| text.get(span.start..span.end).is_some()), "{fault:?}"),
    };
    assert_eq!(figure.to_string().parse().ok(), Some(figure), "{figure}");
    for style in [Style::Plain, Style::Financial, Style::Mixed] {
        let written = write(figure, style).unwrap();
        assert_eq!(written.parse().ok(), Some(figure), "{text} → {figure} → {written}");
    }
}

/// Every character of the repaired text has its place in the raw one, in order, and nothing is lost between the repairs.
pub(crate) fn reading(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for article in [Article::from_text(text.as_ref()), Article::from_page(text.as_ref())] {
        let reading = Reading::of(&article);
        let (raw, clean) = (article.text(), reading.text());
        let (mut clean_at, mut raw_at) = (0, 0);
        for run in reading.runs() {
            // Between the runs both texts are the same; a raw stretch may begin inside the one before.
            assert_eq!(clean.get(clean_at..run.clean.start), raw.get(raw_at..run.raw.start.max(raw_at)));
            assert!(run.clean.start < run.clean.end && run.raw.start < run.raw.end && run.raw.end >= raw_at, "{run:?}");
            (clean_at, raw_at) = (run.clean.end, run.raw.end);
        }
        assert_eq!(clean.get(clean_at..), raw.get(raw_at..));
        let mut last = Span::new(0, 0);
        for (at, c) in clean.char_indices() {
            let there = reading.raw(Span::new(at, at + c.len_utf8()));
            assert!(!there.is_empty() && raw.get(there.start..there.end).is_some(), "{at} {there:?}");
            assert!(there.start >= last.start && there.end >= last.end, "{at} {there:?} behind {last:?}");
            last = there;
        }
        let mut end = 0;
        for part in reading.parts() {
            assert!(part.span.start == end && part.span.end > end && clean.is_char_boundary(part.span.end), "{part:?}");
            end = part.span.end;
        }
        assert_eq!(end, clean.len());
        for diagnostic in reading.diagnostics() {
            assert!(raw.get(diagnostic.span.start..diagnostic.span.end).is_some() && diagnostic.certainty <= 100, "{diagnostic:?}");
        }
    }
}

/// Offsets are sound, mentions nest and never cross, records point at mentions, JSON gives the same back, and a paragraph of figures behind the
/// text says what it says alone.
pub(crate) fn extraction(bytes: &[u8]) {
    const BEHIND: &str = "\n\n新签约项目61个,总投资298亿元。";
    let text = String::from_utf8_lossy(bytes);
    let extractor = Extractor::builder().only(Kind::ALL).build();
    check(&Article::from_page(text.as_ref()).published("2023-07-12".parse().unwrap()), &extractor);
    let alone = check(&Article::from_text(text.as_ref()), &extractor);
    let article = Article::from_text(format!("{text}{BEHIND}"));
    let whole = check(&article, &extractor);
    if text.ends_with(['。', '\n']) {
        let amounts = whole.entities.iter().filter(|entity| matches!(entity.kind(), Kind::Money | Kind::Quantity));
        let behind: Vec<_> = amounts.filter(|entity| entity.start >= text.len()).map(|entity| entity.text.as_str()).collect();
        assert_eq!(behind, ["61个", "298亿元"], "behind {text:?}, which alone says {:?}", alone.entities);
    }
}

fn check(article: &Article, extractor: &Extractor) -> Extraction {
    let extraction = extractor.extract(article);
    let text = article.text();
    let reading = Reading::of(article);
    let inside = |span: Span| text.get(span.start..span.end).is_some();
    let mut open: Vec<Span> = Vec::new();
    for entity in &extraction.entities {
        assert!(inside(entity.span()) && entity.evidence.iter().all(|span| inside(*span)), "{entity:?}");
        assert!(!entity.text.is_empty() && !entity.rule.is_empty(), "{entity:?}");
        if reading.is_unchanged() {
            assert_eq!(Some(entity.text.as_str()), text.get(entity.start..entity.end));
            open.retain(|outer| outer.end > entity.start);
            assert!(open.iter().all(|outer| outer.contains(entity.span())), "{entity:?} crosses one of {open:?}");
            open.push(entity.span());
        }
        let clean = reading.clean(entity.span());
        let part = reading.parts().iter().find(|part| part.span.start <= clean.start && clean.start < part.span.end);
        assert!(part.is_none_or(|part| part.kind != PartKind::Furniture), "{entity:?} in furniture");
    }
    let count = extraction.entities.len();
    assert!(extraction.clusters.iter().flat_map(|cluster| &cluster.mentions).all(|at| *at < count));
    assert!(extraction.projects.iter().flat_map(|project| &project.mentions).all(|at| *at < count));
    assert!(extraction.projects.iter().flat_map(|project| project.evidence.values().flatten()).all(|span| inside(*span)));
    for indicator in &extraction.indicators {
        assert!(indicator.mention < count && indicator.period_mention.is_none_or(|at| at < count), "{indicator:?}");
        assert!(indicator.evidence.iter().all(|evidence| inside(evidence.span)), "{indicator:?}");
    }
    assert!(extraction.diagnostics.iter().all(|diagnostic| inside(diagnostic.span)));
    let json = serde_json::to_string(&extraction).unwrap();
    assert_eq!(serde_json::from_str::<Extraction>(&json).unwrap(), extraction);
    extraction
}

/// Any bytes become a text; what was lost is told with its place; UTF-8 stays what it is.
pub(crate) fn decode(bytes: &[u8]) {
    let article = Article::from_bytes(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let marked = [&[0xFF, 0xFE][..], &[0xFE, 0xFF]].iter().any(|mark| bytes.starts_with(mark));
        assert!(marked || article.text() == text.strip_prefix('\u{feff}').unwrap_or(text));
    }
    let reading = Reading::of(&article);
    for diagnostic in reading.diagnostics().iter().filter(|diagnostic| diagnostic.kind == "decode") {
        assert!(article.text().get(diagnostic.span.start..diagnostic.span.end).is_some(), "{diagnostic:?}");
        assert!(diagnostic.bytes.is_some_and(|lost| lost.start < lost.end && lost.end <= bytes.len()), "{diagnostic:?}");
    }
}

/// A table is refused with the place of the fault, or makes a lexicon that finds its words; the words that come with the crate stay.
pub(crate) fn lexicon(bytes: &[u8]) {
    let Ok(table) = std::str::from_utf8(bytes) else { return };
    let lexicon = match Lexicon::builder().table(table) {
        Ok(builder) => builder.build(),
        Err(fault) => return assert!(fault.span().is_some_and(|span| table.get(span.start..span.end).is_some()), "{fault:?}"),
    };
    let mut last = (0, 0);
    for hit in lexicon.scan(table) {
        assert!(!hit.span.of(table).is_empty() && lexicon.find(hit.span.of(table)).contains(&hit.entry), "{hit:?}");
        assert!(last <= (hit.span.start, usize::MAX - hit.span.end), "{hit:?}");
        last = (hit.span.start, usize::MAX - hit.span.end);
    }
    assert!(!lexicon.find("昆山市").is_empty());
    // carriage returns at the end of a line are none of its words, however many
    let lines = table.split('\n').map(|line| line.trim_end_matches('\r'));
    for line in lines.filter(|line| !line.starts_with('#')) {
        let word = line.split('\t').next().unwrap_or_default();
        assert!(word.is_empty() || word.contains('\0') || !lexicon.find(word).is_empty(), "{word:?}");
    }
}

/// Every line that is not blank is given once, under its number; one that holds an article is answered by a line that says the same.
pub(crate) fn ndjson(bytes: &[u8]) {
    let extractor = Extractor::new();
    let given: Vec<_> = Lines::new(bytes).map(Result::unwrap).collect();
    let blank = |line: &&[u8]| line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).trim_ascii_end().is_empty();
    let full = bytes.split(|byte| *byte == b'\n').filter(|line| !blank(line)).count();
    assert!(given.len() == full && given.is_sorted_by(|one, next| one.number < next.number), "{} of {full}", given.len());
    for line in given.into_iter().take(8) {
        let content = line.bytes.unwrap();
        assert!(!content.is_empty() && !content.contains(&b'\n'));
        let Ok(row) = serde_json::from_slice::<Row>(&content) else { continue };
        let id = row.id(line.number);
        let Ok(article) = row.article(true) else { continue };
        let extraction = extractor.extract(&article);
        let answer = serde_json::to_string(&Answer { id: &id, extraction: &extraction }).unwrap();
        assert!(!answer.contains('\n'));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&answer).unwrap()["id"], id.as_str());
        assert_eq!(serde_json::from_str::<Extraction>(&answer).unwrap(), extraction);
    }
}

/// Merging is a union, whatever the articles say and in whatever order they come.
pub(crate) fn ledger(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let extractor = Extractor::new();
    let ledgers: Vec<Ledger> = text
        .split("\n\n")
        .take(4)
        .enumerate()
        .map(|(nth, article)| {
            let mut ledger = Ledger::new();
            ledger.add(&format!("a{nth}"), &extractor.extract(&Article::from_text(article).published("2023-07-12".parse().unwrap())));
            ledger
        })
        .collect();
    let merged = |ledgers: &mut dyn Iterator<Item = &Ledger>| {
        let mut all = Ledger::new();
        ledgers.for_each(|ledger| all.merge(ledger.clone()));
        all
    };
    let forth = merged(&mut ledgers.iter());
    let back = merged(&mut ledgers.iter().rev().chain(&ledgers));
    assert_eq!(forth, back);
    assert_eq!(forth.projects(), back.projects());
    assert_eq!(forth.companies(), back.companies());
    let json = serde_json::to_string(&forth).unwrap();
    assert_eq!(serde_json::from_str::<Ledger>(&json).unwrap(), forth);
}
