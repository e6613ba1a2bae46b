//! What is measured: the words around a figure, without what only joins them to it.

use super::scene::Scene;
use super::words::{ABSTRACT, ADVERBS, HEADS, LEADING, LIGHT, STOPS, TRAILING, VERBS};
use crate::entity::{Kind, Value};
use crate::span::Span;

/// What the words around a figure measure.
#[derive(Clone, Debug, Default)]
pub(super) struct Measure {
    /// The measure as written.
    pub(super) words: String,
    /// Stretches of the text that it is written in.
    pub(super) evidence: Vec<Span>,
    /// The counted noun phrase behind the figure, if the measure was told so.
    pub(super) noun: Option<String>,
    /// Whether the figure with its noun opens the clause as its topic: what follows in the clause is said of it.
    pub(super) topic: bool,
}

/// The longest measure told before a figure, in characters; longer ones are cut at a verb.
const LONG: usize = 14;

/// Words before a figure, cleaned: `from` is where the clause (or the part of it behind the last figure) starts.
pub(super) fn before(scene: &Scene<'_>, from: usize, figure: usize) -> Span {
    let text = scene.text();
    let mut span = Span::new(from, figure);
    // dates and the subject's name stand before the measure
    for index in scene.within(span) {
        let Some(mention) = scene.get(index) else { continue };
        if mention.span.end > figure {
            continue;
        }
        let rest = Span::new(mention.span.end, figure).of(text);
        match mention.kind() {
            Kind::Date | Kind::Duration | Kind::TimeSet if !rest.starts_with(['的', '之']) => span.start = mention.span.end,
            Kind::Place | Kind::Zone | Kind::Company | Kind::Organization | Kind::Person | Kind::Project
                if Span::new(span.start, mention.span.start).of(text).chars().count() <= 6 || rest.starts_with('等') =>
            {
                let before = Span::new(span.start, mention.span.start).of(text);
                if !before.contains(['占', '“']) {
                    span.start = mention.span.end;
                }
            }
            _ => {}
        }
    }
    trim(text, span)
}

/// Cuts words that only join from both ends.
pub(super) fn trim(text: &str, mut span: Span) -> Span {
    loop {
        let words = span.of(text);
        let lead = words.len() - words.trim_start_matches(|c: char| c.is_whitespace() || "、,，的“”\"‘’'()（）。:：—".contains(c)).len();
        span.start += lead.min(words.len());
        let words = span.of(text);
        let Some(word) = LEADING.iter().filter(|word| words.starts_with(**word)).max_by_key(|word| word.len()) else { break };
        // 将军 and 可再生 begin with an adverb's character and are none
        if NOT_LEADING.iter().any(|other| words.starts_with(other)) || word.len() == words.len() && word.chars().count() > 1 && HEADS.contains(word) {
            break;
        }
        span.start += word.len();
    }
    loop {
        let words = span.of(text);
        let kept = words.trim_end_matches(|c: char| c.is_whitespace() || "、,，“\"‘'(（:：—".contains(c));
        span.end = span.start + kept.len();
        let Some(word) = TRAILING.iter().filter(|word| kept.ends_with(**word)).max_by_key(|word| word.len()) else { break };
        if NOT_TRAILING.iter().any(|other| kept.ends_with(other)) {
            break;
        }
        span.end -= word.len();
    }
    if span.start > span.end {
        span.start = span.end;
    }
    span
}

/// Words that begin like a joining word and are part of a measure.
const NOT_LEADING: &[&str] = &[
    "可再生",
    "可支配",
    "可用",
    "可比",
    "就业",
    "再生",
    "都市",
    "共同",
    "共享",
    "已建",
    "已签约",
    "已开工",
    "要素",
    "能源",
    "能耗",
    "能量",
    "及时",
    "并网",
    "并购",
    "到位",
    "到账",
    "到港",
    "与会",
    "和田",
    "和平",
    "将军",
    "将近",
    "且末",
    "各类",
    "各级",
    "各种",
    "正式",
    "又快",
    "还款",
    "还建",
    "在建",
    "全国性",
    "就地",
    "正常",
    "至少",
    "均衡",
    "累计发电",
    "平均",
    "其中外资",
    "市场主体",
    "集中供",
    "到期",
    "到发",
    "能繁",
    "还贷",
    "或有",
    "主要污染",
    "共建",
    "已完成投资",
    "仍在建",
];

/// Words that end like a joining word and are part of a measure.
const NOT_TRAILING: &[&str] = &[
    "所在",
    "存在",
    "行为",
    "国有",
    "民有",
    "总投资在",
    "拥有",
    "首都",
    "成都",
    "所有",
    "公共",
    "功能",
    "产能",
    "储能",
    "性能",
    "智能",
    "节能",
    "许可",
    "核能",
    "太阳能",
    "风能",
    "新能",
    "附近",
    "将近",
    "动能",
    "热能",
    "职能",
];

/// A measure told before its figure: 合同总投资额 298亿元.
pub(super) fn told_before(scene: &Scene<'_>, from: usize, figure: usize) -> Measure {
    let text = scene.text();
    let mut span = before(scene, from, figure);
    span = skip_prepositions(scene, span);
    let words = span.of(text);
    // a list closed by 等 in front of the figure is what the noun sums up: keep the verb before it
    if words.chars().count() > LONG {
        if let Some(cut) = cut_at_verb(words) {
            span.start += cut;
        }
    }
    span = trim(text, span);
    // a light verb in front of another noun tells nothing: 实现 贸易额
    let words = span.of(text);
    for light in ["实现", "达成", "具备", "形成", "贡献", "取得"] {
        if words.starts_with(light) && words.chars().count() >= light.chars().count() + 2 {
            span.start += light.len();
            break;
        }
    }
    let words = span.of(text).replace(['“', '”', '"', '‘', '’'], "");
    Measure { evidence: vec![span], words, ..Measure::default() }
}

/// Steps over 为企业, 在…上, 对…: what a measure is done for or where.
fn skip_prepositions(scene: &Scene<'_>, mut span: Span) -> Span {
    let text = scene.text();
    for _ in 0..3 {
        let words = span.of(text);
        let Some(preposition) = PREPOSITIONS.iter().find(|word| words.starts_with(**word)) else { return trim(text, span) };
        let after = span.start + preposition.len();
        let end = scene
            .within(Span::new(after, after + 1))
            .filter_map(|index| scene.get(index))
            .map(|mention| mention.span.end)
            .next()
            .or_else(|| {
                let rest = Span::new(after, span.end).of(text);
                GENERIC.iter().find(|word| rest.starts_with(**word)).map(|word| after + word.len())
            })
            .or_else(|| {
                let rest = Span::new(after, span.end).of(text);
                ["方面", "以来", "期间", "过程中", "基础上", "上", "中", "内", "里", "地区", "后"]
                    .iter()
                    .filter_map(|word| rest.find(word).map(|at| after + at + word.len()))
                    .min()
            });
        let Some(end) = end.filter(|end| *end < span.end) else { return span };
        span.start = end;
        span = trim(text, span);
    }
    span
}

const PREPOSITIONS: &[&str] = &["在", "于", "从", "对", "向", "为", "给", "赴", "帮助", "助力", "协助", "带动", "随着", "通过"];
const GENERIC: &[&str] =
    &["企业", "群众", "当地", "项目", "居民", "农户", "市民", "全球", "国内", "境外", "周边", "辖区", "投资者", "客商", "全国", "村民", "农民"];

/// Where the last chain of verbs of the words starts, if a noun of two characters or more follows it.
fn cut_at_verb(words: &str) -> Option<usize> {
    let chains = verb_chains(words);
    let (start, _) = chains.iter().rev().find(|(_, end)| words.get(*end..).is_some_and(|rest| rest.chars().count() >= 2))?;
    // behind the verb too much may be left: 支持…(long object); the last 的 or 等 cuts again
    Some(*start)
}

/// Chains of verbs: 协调解决 is one.
fn verb_chains(words: &str) -> Vec<(usize, usize)> {
    let mut chains: Vec<(usize, usize)> = Vec::new();
    let mut skip = 0;
    for (at, _) in words.char_indices() {
        if at < skip {
            continue;
        }
        let rest = words.get(at..).unwrap_or_default();
        if let Some(verb) = longest(VERBS, rest) {
            skip = at + verb.len();
            match chains.last_mut() {
                Some(last) if words.get(last.1..at).is_some_and(|gap| matches!(gap, "" | "、" | "和" | "并" | "及" | "与" | "新")) => {
                    last.1 = skip
                }
                _ => {
                    let start = if words.get(..at).is_some_and(|before| before.ends_with('新')) { at - '新'.len_utf8() } else { at };
                    chains.push((start, skip));
                }
            }
        }
    }
    chains
}

/// The longest of the words that `rest` starts with.
pub(super) fn longest<'w>(list: &[&'w str], rest: &str) -> Option<&'w str> {
    list.iter().copied().filter(|word| rest.starts_with(word)).max_by_key(|word| word.len())
}

/// A measure whose noun follows the figure: 邀请 50家 企业; 6个 项目 落户.
pub(super) fn told_behind(scene: &Scene<'_>, from: usize, figure: Span, until: usize) -> Option<Measure> {
    let text = scene.text();
    let behind = Span::new(figure.end, until).of(text);
    let attributive = behind.starts_with('的');
    let lead = if attributive { '的'.len_utf8() } else { 0 };
    let rest = behind.get(lead..)?;
    let length = noun_phrase(rest)?;
    let noun_span = Span::new(figure.end + lead, figure.end + lead + length);
    let noun = noun_span.of(text).replace(['“', '”', '"', '‘', '’'], "");
    let left = before(scene, from, figure.start);
    let left_words = left.of(text);
    // 拥有 3家, 达到 20家: what a light verb governs is told by the noun alone
    let chains = verb_chains(left_words);
    let closing = chains.last().filter(|(_, end)| left_words.get(*end..).is_some_and(|gap| gap.is_empty() || gap == "了" || gap == "着"));
    // 签约落地A、B、C等17个项目: the verb stands before the list
    let listing = left_words.ends_with('等').then(|| chains.first()).flatten().filter(|_| closing.is_none());
    let mut evidence = vec![noun_span];
    let mut words = noun.clone();
    let mut verb = false;
    let mut topic = false;
    if let Some((start, end)) = closing.or(listing) {
        let said = left_words.get(*start..*end).unwrap_or_default();
        verb = true;
        if !LIGHT.contains(&said) {
            words = format!("{}{noun}", without_light(said));
            evidence.push(Span::new(left.start + start, left.start + end));
        }
    } else {
        topic = left_words.chars().count() <= 4;
    }
    if !verb || words == noun {
        if let Some((said, span)) = verb_behind(text, noun_span.end, until) {
            words = format!("{said}{noun}");
            evidence.push(span);
            topic = false;
        } else if !verb && !left_words.is_empty() && left_words.chars().count() <= 8 && !left_words.ends_with('等') {
            // 产品远销70多个国家: no listed verb, the words before belong to the measure
            words = format!("{}{noun}", left_words.replace(['“', '”'], ""));
            evidence.push(left);
        }
    }
    Some(Measure { words, evidence, noun: Some(noun), topic })
}

/// A chain without the light verb that leads it: 推进建设 stays, 完成入库 stays, 实现签约 becomes 签约.
fn without_light(chain: &str) -> &str {
    ["实现", "推动", "推进", "促成", "迎来", "加快", "帮助", "支持"]
        .iter()
        .find_map(|light| chain.strip_prefix(light).filter(|rest| !rest.is_empty()))
        .unwrap_or(chain)
}

/// The verb that follows a counted noun: 项目 相继 投产.
fn verb_behind(text: &str, from: usize, until: usize) -> Option<(String, Span)> {
    let mut rest = Span::new(from, until).of(text);
    let mut at = from;
    for _ in 0..4 {
        if let Some(adverb) = longest(ADVERBS, rest) {
            // 实现 is an adverb's place-holder only before another verb
            if adverb == "实现" && longest(VERBS, rest.get(adverb.len()..).unwrap_or_default()).is_none() {
                return None;
            }
            at += adverb.len();
            rest = rest.get(adverb.len()..).unwrap_or_default();
        } else {
            break;
        }
    }
    let mut length = 0;
    while let Some(verb) = longest(VERBS, rest.get(length..).unwrap_or_default()) {
        if LIGHT.contains(&verb) && length == 0 && !matches!(verb, "建设") {
            return None;
        }
        length += verb.len();
    }
    // 开工率, 投资额, 签约金额 are nouns, 落户… is a verb
    let after = rest.get(length..).unwrap_or_default();
    if length == 0 || after.starts_with(['率', '额', '量', '数', '值', '费', '款', '金', '商', '者', '机']) {
        return None;
    }
    let span = Span::new(at, at + length);
    Some((span.of(text).to_owned(), span))
}

/// Length of the counted noun phrase that the words begin with.
pub(super) fn noun_phrase(rest: &str) -> Option<usize> {
    const REACH: usize = 30;
    if rest.is_empty() || rest.starts_with(|c: char| "、,，。;；:：)）]!?\n|".contains(c) || c.is_whitespace()) {
        return None;
    }
    let limit = rest.char_indices().nth(REACH).map_or(rest.len(), |(at, _)| at);
    let words = rest.get(..limit)?;
    let mut end = None;
    let mut skip = 0;
    for (at, c) in words.char_indices() {
        if at < skip {
            continue;
        }
        if ",，。;；:：()（）".contains(c) {
            break;
        }
        let here = words.get(at..).unwrap_or_default();
        let head = longest(HEADS, here);
        // a verb or adverb ends the phrase unless a head has not been reached yet and the verb is an attribute (在谈 项目)
        if let Some(stop) = longest(STOPS, here) {
            if head.is_none_or(|head| head.len() < stop.len()) && end.is_some() {
                break;
            }
        }
        if let Some(head) = head {
            skip = at + head.len();
            end = Some(skip);
            // the phrase goes on only with another head or a joined one
            let after = words.get(skip..).unwrap_or_default();
            let joined = ["、", "和", "及", "与", "以及", "或"].iter().find_map(|join| after.strip_prefix(join));
            let goes_on = longest(HEADS, after).is_some()
                || (after.starts_with('的') && near_head(after.get('的'.len_utf8()..).unwrap_or_default()))
                || joined.is_some_and(near_head);
            if !goes_on {
                break;
            }
        }
    }
    end.or_else(|| {
        // no listed head: a short phrase that ends at a verb or at the clause's end
        let stop = words
            .char_indices()
            .skip(1)
            .find(|(at, c)| ",，。;；:：()（）、".contains(*c) || longest(STOPS, words.get(*at..).unwrap_or_default()).is_some())
            .map_or(words.len(), |(at, _)| at);
        let phrase = words.get(..stop)?;
        let count = phrase.chars().count();
        let begins_with_verb = longest(VERBS, phrase).is_some() || longest(STOPS, phrase).is_some();
        ((2..=10).contains(&count) && !begins_with_verb).then_some(stop)
    })
}

/// Whether a head noun comes within a few characters, before any verb.
fn near_head(words: &str) -> bool {
    for (count, (at, c)) in words.char_indices().enumerate() {
        if count > 8 || ",，。;；:：0123456789".contains(c) {
            return false;
        }
        let here = words.get(at..).unwrap_or_default();
        if longest(HEADS, here).is_some() {
            return true;
        }
        if count > 0 && longest(STOPS, here).is_some() {
            return false;
        }
    }
    false
}

/// Whether the noun counted is an abstract one: 四个特点.
pub(super) fn is_abstract(noun: &str) -> bool {
    ABSTRACT.iter().any(|word| noun.ends_with(word))
}

/// Whether a figure counts things, one by one.
pub(super) fn counts(value: &Value) -> bool {
    match value {
        Value::Quantity(quantity) => quantity.unit.as_deref().is_some_and(|unit| unit.chars().all(|c| !c.is_ascii())),
        _ => false,
    }
}
