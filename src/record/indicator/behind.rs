//! What is counted or done behind a figure: 邀请 50家 企业, 6个 项目 落户.

use super::measure::{Measure, before, trim, unquoted, verb_chains, without_light};
use super::noun::noun_phrase;
use super::scene::Scene;
use super::words::{ADVERBS, HEADS, LIGHT, VERBS};
use crate::entity::Kind;
use crate::seek::any;
use crate::span::Span;
use crate::word_table::words;

/// A measure whose noun follows the figure: 邀请 50家 企业; 6个 项目 落户. `until` is where the next figure or the clause's end stands, `last`
/// says that no other figure follows in the clause.
pub(super) fn told(scene: &Scene<'_>, from: usize, figure: Span, until: usize, last: bool) -> Option<Measure> {
    let text = scene.text();
    // 13个项目、九台市11个: the next member of a list begins with its name
    let until = scene
        .within(Span::new(figure.end, until))
        .filter_map(|index| scene.get(index))
        .filter(|mention| matches!(mention.kind(), Kind::Place | Kind::Zone | Kind::Company))
        .filter_map(|mention| Span::new(figure.end, mention.span.start).of(text).strip_suffix('、').map(|list| figure.end + list.len()))
        .next()
        .unwrap_or(until);
    let behind = Span::new(figure.end, until).of(text);
    let lead = if behind.starts_with('的') { '的'.len_utf8() } else { 0 };
    let rest = behind.get(lead..).filter(|rest| !rest.is_empty())?;
    // 突破1000户大关: a mark that was passed is no thing
    if words!["大关", "关口", "台阶"].begin(rest) {
        return None;
    }
    let raw = Span::new(from, figure.start).of(text);
    let raw = raw.trim_end_matches(|c: char| any!("“‘\"").of(c) || c.is_whitespace());
    // 涵盖A、B等在内的142个项目: the list only explains
    let aside = words!["在内的", "为主的", "为代表的"].end(raw);
    let left = if aside { Span::new(figure.start, figure.start) } else { before(scene, from, figure.start) };
    let raw = if aside { "" } else { raw };
    let left_words = left.of(text);
    // 50项工业项目中43个项目: of those
    let left_words = if left_words == "中" { "" } else { left_words };
    let chains = verb_chains(left_words);
    let closing = chains.last().copied().filter(|(_, end)| left_words.get(*end..).is_some_and(|gap| matches!(gap, "" | "了" | "着" | "出")));
    let length = noun_phrase(rest, closing.is_some() && last)?;
    let noun_span = without_epithets(text, Span::new(figure.end + lead, figure.end + lead + length));
    // 41个行业中,33个…: of those
    let among =
        noun_span.of(text).strip_suffix('中').filter(|whole| HEADS.end(whole) || whole.ends_with('业')).map(|whole| noun_span.start + whole.len());
    let noun_span = Span::new(noun_span.start, among.unwrap_or(noun_span.end));
    let noun = unquoted(noun_span.of(text));
    let mut measure = Measure { words: noun.clone(), evidence: vec![noun_span], noun: Some(noun.clone()), topic: false };
    // 在75个县开展试点: what is done there is told behind
    if raw.ends_with('在') {
        let predicate = predicate(text, noun_span.end, until).filter(|_| last)?;
        measure.words = unquoted(predicate.of(text));
        measure.evidence.push(predicate);
        return Some(measure);
    }
    // 签约落地A、B、C等17个项目: the verb stands before the list
    let listing = (words!["等", "等地", "等领域", "等行业", "等产业", "等地区", "等国家"].end(raw) || closing.is_none() && raw.contains('、'))
        .then(|| {
            let raw_span = trim(text, Span::new(from, from + raw.len()));
            // it opens the clause, but for names and dates; 改造 in A扩能改造、B等17个项目 belongs to a member
            let chain = verb_chains(raw_span.of(text)).first().map(|(start, end)| Span::new(raw_span.start + start, raw_span.start + end));
            let inside = |verb: &Span| {
                scene.within(Span::new(raw_span.start, verb.end)).filter_map(|index| scene.get(index)).any(|mention| mention.span.end > verb.start)
            };
            chain.filter(|verb| before(scene, raw_span.start, verb.start).is_empty() && !inside(verb))
        })
        .flatten();
    let verb = closing.map(|(start, end)| Span::new(left.start + start, left.start + end)).or(listing);
    if let Some(verb) = verb {
        let said = without_light(verb.of(text));
        if !LIGHT.hold(said) {
            measure.words = format!("{said}{noun}");
            measure.evidence.push(verb);
            return Some(measure);
        }
    } else if raw.ends_with('的') && (2..=24).contains(&left_words.chars().count()) {
        // 促进企业发展的27项措施: the attribute stands before the figure
        measure.words = format!("{}{noun}", unquoted(left_words));
        measure.evidence.push(left);
        return Some(measure);
    } else {
        measure.topic = left_words.chars().count() <= 4;
        // 贸易伙伴数量近160个国家: what is counted is told before
        let number = words!["数量", "总数", "数"].end(left_words) && left_words.chars().count() > 3;
        if number {
            measure.words = unquoted(left_words);
            measure.evidence.push(left);
            return Some(measure);
        }
        if (1..=8).contains(&left_words.chars().count()) && !left_words.ends_with('等') && !left_words.contains(['、', '(', '（']) {
            // 产品远销70多个国家: no listed verb, the words before belong to the measure
            measure.words = format!("{}{noun}", unquoted(left_words));
            measure.evidence.push(left);
            return Some(measure);
        }
    }
    // 58个项目已完成投资 86亿元: the verb tells the next figure
    if let Some((said, span)) = verb_behind(text, noun_span.end, until, !last).filter(|(_, verb)| last || verb.end < until) {
        measure.words = format!("{said}{noun}");
        measure.evidence.push(span);
        measure.topic = false;
    } else if let Some(predicate) = predicate(text, noun_span.end, until).filter(|_| last) {
        // 100多家企业享受到试点红利
        measure.words = format!("{}{noun}", unquoted(predicate.of(text)));
        measure.evidence.push(predicate);
        measure.topic = false;
    }
    Some(measure)
}

/// 影响力大、带动能力强的项目: what a thing is like, told in a list, is no part of what is counted.
fn without_epithets(text: &str, noun: Span) -> Span {
    let words = noun.of(text);
    let cut = words.rfind('的').filter(|cut| words.get(..*cut).is_some_and(|list| list.contains('、'))).map(|cut| cut + '的'.len_utf8());
    Span::new(noun.start + cut.filter(|cut| words.len() > cut + '的'.len_utf8()).unwrap_or(0), noun.end)
}

/// Characters that make a noun of the verb before them: 开工率, 服务业.
const NOMINAL: [char; 14] = ['率', '额', '量', '数', '值', '费', '款', '金', '商', '者', '机', '业', '型', '类'];

/// What is said of a counted noun to the end of its clause, if that is short.
fn predicate(text: &str, from: usize, until: usize) -> Option<Span> {
    const LONGEST: usize = 20;
    let mut span = Span::new(from, until);
    while let Some(adverb) = ADVERBS.longest_beginning(span.of(text)).copied().filter(|adverb| *adverb != "实现") {
        span.start += adverb.len();
    }
    for adverb in ["实实在在", "共同", "已经", "都"] {
        if span.of(text).starts_with(adverb) {
            span.start += adverb.len();
        }
    }
    let words = span.of(text).trim_end_matches(['”', '"', '’']);
    span.end = span.start + words.len();
    let opens = [
        "实现", "享受", "开展", "完成", "获得", "获评", "达到", "纳入", "通过", "参加", "参与", "加入", "取得", "接入", "搬迁", "搬入", "用上",
        "吃上", "走上", "进入", "列入", "入选", "得到",
    ];
    let shaped = opens.iter().any(|verb| words.starts_with(verb)) && !words.contains(['、', '，', ',', '(', '（']);
    (shaped && (4..=LONGEST).contains(&words.chars().count())).then_some(span)
}

/// The verb that follows a counted noun: 项目 相继 投产; `more` says that another figure stands at `until`.
fn verb_behind(text: &str, from: usize, until: usize, more: bool) -> Option<(String, Span)> {
    let mut rest = Span::new(from, until).of(text);
    let mut at = from;
    for _ in 0..4 {
        if let Some(adverb) = ADVERBS.longest_beginning(rest).copied() {
            // 实现 is an adverb's place-holder only before another verb
            if adverb == "实现" && VERBS.longest_beginning(rest.get(adverb.len()..).unwrap_or_default()).is_none() {
                return None;
            }
            at += adverb.len();
            rest = rest.get(adverb.len()..).unwrap_or_default();
        } else {
            break;
        }
    }
    let mut length = 0;
    while let Some(verb) = VERBS.longest_beginning(rest.get(length..).unwrap_or_default()).copied() {
        if LIGHT.hold(verb) && length == 0 && !matches!(verb, "建设") {
            return None;
        }
        length += verb.len();
    }
    // 开工率, 投资额, 签约金额 are nouns, 落户… is a verb
    let after = rest.get(length..).unwrap_or_default();
    if length == 0
        || after.starts_with(NOMINAL)
        || after.starts_with(['后', '时', '前'])
        || words!["能力", "平台", "中心", "水平", "指数", "效益", "总", "面积", "收入", "产值"].begin(after)
    {
        return None;
    }
    let span = Span::new(at, at + length);
    // 12个园区完成签约项目50个: what they did is told by the next figure
    let object = !after.is_empty() && words!["完成", "新增", "带动", "接待", "吸纳"].begin(span.of(text));
    (!object || !more).then(|| (span.of(text).to_owned(), span))
}
