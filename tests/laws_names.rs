//! Laws of names: nothing panics, spans are words of the text, canonical names are at rest.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;
use zhecon::entity::{company, organization};
use zhecon::{Article, Extractor, Value};

/// Pieces that names are made of, in any order.
const PIECES: [&str; 44] = [
    "蓝湾",
    "远川",
    "北辰",
    "上海",
    "苏州",
    "中国",
    "美国",
    "科技",
    "电子",
    "新材料",
    "有限公司",
    "股份有限公司",
    "集团",
    "公司",
    "银行",
    "股份",
    "分公司",
    "(",
    ")",
    "（",
    "）",
    "、",
    "，",
    "。",
    "等",
    "企业",
    "与",
    "和",
    "由",
    "签约",
    "落户",
    "市",
    "区",
    "商务局",
    "大学",
    "研究院",
    "日报",
    "委员会",
    "以下简称",
    "“",
    "”",
    "688999.SH",
    "3家",
    "的",
];

fn sentences() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn finding_names_never_panics(text in ".{0,80}") {
        let _ = company::find_iter(&text).count();
        let _ = organization::find_iter(&text).count();
        let _ = company::parts(&text);
    }

    #[test]
    fn spans_are_words_of_the_text(text in sentences()) {
        for (span, found) in company::find_iter(&text) {
            prop_assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()));
            prop_assert!(!found.canonical.is_empty());
        }
        for (span, body) in organization::find_iter(&text) {
            prop_assert_eq!(text.get(span.start..span.end), Some(body.canonical.as_str()));
        }
    }

    #[test]
    fn parts_are_words_of_the_name(name in sentences()) {
        let parts = company::parts(&name);
        for part in parts.place.iter().chain(&parts.trade).chain(&parts.ending).chain(&parts.brand) {
            prop_assert!(!part.is_empty());
        }
        if let Some(brand) = &parts.brand {
            prop_assert!(name.contains(brand.as_str()));
        }
    }

    #[test]
    fn every_canonical_name_is_at_rest(text in sentences()) {
        let extraction = Extractor::new().extract(&Article::from_text(text.as_str()));
        for entity in &extraction.entities {
            let Value::Company(firm) = &entity.value else { continue };
            // A mention that is written like the canonical name keeps it.
            for other in extraction.entities.iter().filter(|other| other.text == firm.canonical) {
                if let Value::Company(full) = &other.value {
                    prop_assert_eq!(&full.canonical, &firm.canonical);
                }
            }
        }
        for cluster in &extraction.clusters {
            prop_assert!(cluster.mentions.iter().all(|index| extraction.entities[*index].kind() == cluster.kind));
        }
    }

    #[test]
    fn reading_twice_gives_the_same(text in sentences()) {
        let extractor = Extractor::new();
        let article = Article::from_text(text.as_str());
        prop_assert_eq!(extractor.extract(&article), extractor.extract(&article));
    }
}
