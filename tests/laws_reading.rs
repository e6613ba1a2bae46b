//! What holds of the reading whatever the text: it never panics, its map is monotone and exact, sound text is left alone, what was damaged
//! comes back.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // a test may stop at the first surprise

use proptest::prelude::*;
use zhecon::{Article, Reading, Span};

/// Sound sentences; traditional and simplified.
const SENTENCES: [(&str, &str); 12] = [
    ("望川縣今年新簽約項目十二個", "望川县今年新签约项目十二个"),
    ("我們將加快園區基礎設施建設", "我们将加快园区基础设施建设"),
    ("企業負責人對當地的營商環境十分滿意", "企业负责人对当地的营商环境十分满意"),
    ("該項目建成後可帶動就業三百餘人", "该项目建成后可带动就业三百余人"),
    ("臨江經濟開發區圍繞主導產業開展招商", "临江经济开发区围绕主导产业开展招商"),
    ("總經理介紹了產品的生產和銷售情況", "总经理介绍了产品的生产和销售情况"),
    ("各部門通力合作推進項目落地", "各部门通力合作推进项目落地"),
    ("安排專班跟蹤服務重點企業", "安排专班跟踪服务重点企业"),
    ("近年來全區經濟保持平穩增長", "近年来全区经济保持平稳增长"),
    ("通過以商招商引進上下游企業", "通过以商招商引进上下游企业"),
    ("在建工程全部按計劃完成投資", "在建工程全部按计划完成投资"),
    ("市委市政府高度重視民營經濟發展", "市委市政府高度重视民营经济发展"),
];

/// Characters with a reading of each.
const GLOSSES: [(&str, &str, &str); 12] = [
    ("經", "经", "jīng"),
    ("濟", "济", "jì"),
    ("開", "开", "kāi"),
    ("發", "发", "fā"),
    ("區", "区", "qū"),
    ("項", "项", "xiàng"),
    ("個", "个", "gè"),
    ("長", "长", "zhǎng"),
    ("長", "长", "cháng"),
    ("億", "亿", "yì"),
    ("業", "业", "yè"),
    ("綠", "绿", "lǜ"),
];

fn read(text: &str) -> (Article, String) {
    let article = Article::from_text(text);
    let clean = Reading::of(&article).text().to_owned();
    (article, clean)
}

fn check_map(article: &Article) {
    let reading = Reading::of(article);
    let (raw, clean) = (article.text(), reading.text());
    let (mut clean_at, mut raw_at) = (0, 0);
    for run in reading.runs() {
        // Between the runs both texts are the same; a raw stretch may begin inside the one before.
        assert_eq!(clean.get(clean_at..run.clean.start).unwrap(), raw.get(raw_at..run.raw.start.max(raw_at)).unwrap());
        assert!(run.clean.start < run.clean.end && run.raw.start < run.raw.end && run.raw.end >= raw_at);
        (clean_at, raw_at) = (run.clean.end, run.raw.end);
    }
    assert_eq!(clean.get(clean_at..).unwrap(), raw.get(raw_at..).unwrap());
    let bounds: Vec<usize> = clean.char_indices().map(|(at, _)| at).chain([clean.len()]).collect();
    let mut last = Span::new(0, 0);
    for pair in bounds.windows(2) {
        let span = Span::new(pair[0], pair[1]);
        let there = reading.raw(span);
        assert!(raw.get(there.start..there.end).is_some_and(|words| !words.is_empty()), "{span:?} {there:?}");
        assert!(there.start >= last.start && there.end >= last.end, "{span:?} {there:?} behind {last:?}");
        assert!(reading.clean(there).contains(span));
        last = there;
    }
    for diagnostic in reading.diagnostics() {
        assert!(raw.get(diagnostic.span.start..diagnostic.span.end).is_some() && diagnostic.certainty <= 100);
    }
}

/// Bits of damaged and sound text.
fn bit() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("經(jīng)濟(jì)".to_owned()),
        Just("?shù)亓己".to_owned()),
        Just("!迸R港".to_owned()),
        Just("?！拔覀儗⒓涌旖ㄔO,".to_owned()),
        Just("&nbsp;".to_owned()),
        Just("記者?李川".to_owned()),
        Just("\u{E088}径\u{E143}麻L".to_owned()),
        Just("\u{2ED3}安".to_owned()),
        Just("\n".to_owned()),
        Just("(lǜ)".to_owned()),
        Just("乾著昇".to_owned()),
        "[?!(){}^A-Za-z、。“”（）]{1,3}",
        "\\PC{1,6}",
        (0..SENTENCES.len()).prop_map(|at| SENTENCES[at].1.to_owned()),
    ]
}

proptest! {
    #[test]
    fn any_text_is_read_and_mapped(text in "\\PC{0,80}") {
        check_map(&Article::from_text(text));
    }

    #[test]
    fn any_mixture_of_damage_is_read_and_mapped(bits in prop::collection::vec(bit(), 0..12)) {
        check_map(&Article::from_text(bits.concat()));
    }

    #[test]
    fn sound_text_is_borrowed(picks in prop::collection::vec((0..SENTENCES.len(), "[，。；0-9]"), 1..20)) {
        let text: String = picks.iter().map(|(at, sign)| format!("{}{sign}", SENTENCES[*at].1)).collect();
        let article = Article::from_text(text.as_str());
        let reading = Reading::of(&article);
        prop_assert!(reading.is_unchanged() && reading.diagnostics().is_empty() && reading.runs().is_empty());
        let span = Span::new(0, text.len());
        prop_assert_eq!((reading.raw(span), reading.clean(span)), (span, span));
    }

    #[test]
    fn glosses_go_and_the_text_comes_back(picks in prop::collection::vec((0..GLOSSES.len(), any::<bool>()), 1..40)) {
        let damaged: String = picks.iter().map(|(at, glossed)| if *glossed { format!("{}({})", GLOSSES[*at].0, GLOSSES[*at].2) } else { GLOSSES[*at].0.to_owned() }).collect();
        let want: String = picks.iter().map(|(at, _)| GLOSSES[*at].1).collect();
        prop_assert_eq!(read(&damaged).1, want);
    }

    #[test]
    fn reading_twice_changes_nothing_more(picks in prop::collection::vec(0..SENTENCES.len(), 1..6)) {
        let text: String = picks.iter().map(|at| format!("{},", SENTENCES[*at].0)).collect();
        let once = read(&text).1;
        prop_assert_eq!(&read(&once).1, &once);
    }
}

/// A full stop before a quote loses its first byte, which shows as `?` or not at all, in every pair of sentences.
#[cfg(feature = "encoding")]
#[test]
fn shifted_runs_come_back() {
    let (mut right, mut all, mut failed) = (0, 0, String::new());
    for (before, clean_before) in SENTENCES {
        for (behind, clean_behind) in SENTENCES {
            for (sign, mark) in [("。“", "?"), ("。“", ""), ("。", "?"), ("。”", "?")] {
                let open = if sign == "。”" { "“" } else { "" };
                let (bytes, _, _) = encoding_rs::GBK.encode(sign);
                let (tail, _, _) = encoding_rs::GBK.encode(behind);
                let cut = [&bytes[1..], &tail[..], b","].concat();
                let (shifted, _, _) = encoding_rs::GBK.decode(&cut);
                // What a browser makes of a lead byte without a partner is left out, as on the pages.
                let shifted = shifted.replace('\u{FFFD}', "").replace('！', "!");
                let damaged = format!("{open}{before}{mark}{shifted}他说。");
                let want = format!("{open}{clean_before}{sign}{clean_behind},他说。");
                let got = read(&damaged).1;
                all += 1;
                if got == want {
                    right += 1;
                } else {
                    failed.push_str(&format!("\n{damaged}\n  want {want}\n  got  {got}"));
                }
                check_map(&Article::from_text(damaged));
            }
        }
    }
    assert!(right * 100 >= all * 95, "{right} of {all}{failed}");
}

#[test]
fn a_million_parentheses_are_left_alone() {
    let article = Article::from_text("(".repeat(1_000_000));
    assert!(Reading::of(&article).is_unchanged());
}
