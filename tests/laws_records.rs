//! Laws of the records: what must hold for every text.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)] // a test may stop at the first surprise

use proptest::prelude::*;
use std::collections::BTreeSet;
use zhecon::{Article, Extraction, Extractor};

/// Clauses that news are made of; joined at random they are texts of any shape.
const PIECES: [&str; 30] = [
    "今年上半年,",
    "望都县新签约项目61个,",
    "合同总投资额298亿元",
    "。",
    "其中,",
    "贵阳市5个、遵义市3个",
    ";",
    "同比增长24.8%",
    "、",
    "出口684亿元",
    "进口295亿元、增长25.3%",
    "分别增长12.5%和12.8%",
    "开工率97%",
    "10亿元以上项目16个",
    "总投资30亿元的蓝湾半导体封测项目",
    "该县",
    "全市",
    "我们",
    "占全市的28%",
    "由设立之初的12家增至86家",
    "比去年同期多11亿元",
    "(人民币,下同)",
    "力争到2025年产值达到500亿元",
    "\n",
    "未按计划开工33项",
    "是2015年的2.5倍",
    "截至目前,",
    "蓝湾科技股份有限公司",
    "记者从昌平区获悉,",
    "建成后年产值45亿元",
];

fn read(text: &str) -> Extraction {
    let article = Article::from_text(text).published("2023-10-20".parse().unwrap());
    Extractor::new().extract(&article)
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24).prop_map(|pieces| pieces.concat())
}

/// How many texts are tried; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(96)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    /// Every field that says something names the words that it rests on, and they lie in the text.
    #[test]
    fn no_field_without_evidence(text in text()) {
        let extraction = read(&text);
        for indicator in &extraction.indicators {
            let fields: BTreeSet<&str> = indicator.evidence.iter().map(|evidence| evidence.field.as_ref()).collect();
            prop_assert!(fields.contains("value") && fields.contains("measure"), "{:?}", indicator);
            prop_assert!(indicator.subject.is_none() || fields.contains("subject"), "{:?}", indicator);
            prop_assert!(indicator.period_mention.is_none() || fields.contains("period"), "{:?}", indicator);
            prop_assert!(indicator.change.as_ref().is_none_or(|change| change.value.is_none()) || fields.contains("change"), "{:?}", indicator);
            prop_assert!(indicator.part_of.is_none() || fields.contains("part_of"), "{:?}", indicator);
            for evidence in &indicator.evidence {
                prop_assert!(text.get(evidence.span.start..evidence.span.end).is_some_and(|words| !words.is_empty()), "{:?}", evidence);
            }
        }
    }

    /// Indexes point at entities of the right kind, one indicator for each figure at most.
    #[test]
    fn indexes_hold(text in text()) {
        let extraction = read(&text);
        let mut figures = BTreeSet::new();
        for indicator in &extraction.indicators {
            prop_assert!(figures.insert(indicator.mention));
            prop_assert_eq!(extraction.entities[indicator.mention].kind(), indicator.value.kind());
            if let Some(period) = indicator.period_mention {
                prop_assert_eq!(extraction.entities[period].kind(), zhecon::Kind::Date);
            }
            prop_assert!(!indicator.measure.is_empty());
            // a part is told behind its whole
            prop_assert!(indicator.part_of.is_none_or(|whole| whole < indicator.mention && figures.contains(&whole)), "{:?}", indicator);
        }
    }

    /// A sentence taken away takes its facts away and adds none about the subjects of the sentences before it.
    #[test]
    fn a_sentence_less_adds_nothing_before_it(first in text(), second in text()) {
        let first = first.replace('\n', "");
        let (first, second) = (first.trim_end_matches([',', '、']), second.trim_end_matches([',', '、']));
        let (short, long) = (format!("{first}。"), format!("{first}。{second}。"));
        // two doubled signs (,、) are damage that the reading mends in all the text, be the second in the sentence taken away
        prop_assume!(read(&long).diagnostics.is_empty());
        let facts = |extraction: &Extraction, end: usize| -> Vec<(Option<String>, String, usize)> {
            let told = extraction.indicators.iter().map(|i| (i.subject.clone(), i.measure.clone(), extraction.entities[i.mention].start));
            told.filter(|(subject, _, start)| *start < end && subject.is_some()).collect()
        };
        let held = facts(&read(&long), short.len());
        for fact in facts(&read(&short), short.len()) {
            // a name that only the second sentence gives may tell whose the first one's figures are, and never the other way round
            prop_assert!(held.iter().any(|other| other.2 == fact.2), "{:?} not in {:?}", fact, held);
        }
    }

    /// Any characters at all are read without a panic, and twice the same.
    #[test]
    fn any_text_is_read(text in "\\PC{0,80}") {
        prop_assert_eq!(read(&text).indicators, read(&text).indicators);
    }
}
