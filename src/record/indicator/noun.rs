//! Where a counted noun phrase ends: 50家 规模以上工业企业 参加….

use super::words::{ADVERBS, HEADS, STOPS, VERBS};
use crate::seek::any;
use crate::word_table::{Words, words};

/// Length of the counted noun phrase that the words begin with; `free` allows an unlisted phrase that fills the rest of the clause.
pub(super) fn noun_phrase(rest: &str, free: bool) -> Option<usize> {
    const REACH: usize = 30;
    if rest.is_empty() || rest.starts_with(|c: char| any!("、,，。;；:：()（）]!?\n|").of(c) || c.is_whitespace()) {
        return None;
    }
    let limit = rest.char_indices().nth(REACH).map_or(rest.len(), |(at, _)| at);
    let words = rest.get(..limit)?;
    // 14.5亿元投资建设了: two verbs, no noun
    if let Some(verb) = VERBS.longest_beginning(words).copied() {
        if words.get(verb.len()..).is_some_and(|after| VERBS.longest_beginning(after).is_some())
            && !words.get(verb.len()..).is_some_and(starts_with_head)
        {
            return None;
        }
    }
    let mut end = None;
    let mut skip = 0;
    for (at, c) in words.char_indices() {
        if at < skip {
            continue;
        }
        if any!(",，。;；:：()（）").of(c) {
            break;
        }
        let here = words.get(at..).unwrap_or_default();
        let head = head_at(here);
        // a verb or adverb ends the phrase unless a head has not been reached yet and the verb is an attribute (在谈 项目)
        if let Some(stop) = STOPS.longest_beginning(here).copied() {
            if head.is_none_or(|head| head.len() < stop.len()) && end.is_some() {
                break;
            }
        }
        if let Some(head) = head {
            skip = at + head.len();
            end = Some(skip);
            // the phrase goes on only with another head or a joined one
            let after = words.get(skip..).unwrap_or_default();
            let joined = words!["、", "和", "及", "与", "以及", "或"].strip_beginning(after);
            let goes_on = head_at(after)
                .is_some_and(|next| !FLOWS.hold(next) && !after.get(next.len()..).is_some_and(|tail| tail.starts_with(MEASURE_TAILS)))
                || near_head(after, 4)
                || (after.starts_with('的') && near_head(after.get('的'.len_utf8()..).unwrap_or_default(), 8))
                || joined.is_some_and(|joined| near_head(joined, 8));
            if !goes_on {
                if let Some(object) = after.strip_prefix('的').filter(|object| {
                    free && (2..=10).contains(&object.chars().count()) && !object.ends_with("能力") && !object.contains(['、', ',', '，'])
                }) {
                    end = Some(words.len().min(skip + '的'.len_utf8() + object.len()));
                }
                break;
            }
        }
    }
    end.or_else(|| {
        // no listed head: a short phrase that ends at a verb or at the clause's end
        let longest_phrase = if free { 20 } else { 8 };
        let stop = words
            .char_indices()
            .skip(1)
            .find(|(at, c)| any!(",，。;；:：()（）、").of(*c) || STOPS.longest_beginning(words.get(*at..).unwrap_or_default()).is_some())
            .map_or(words.len(), |(at, _)| at);
        let phrase = words.get(..stop)?.trim_end_matches(['和', '与', '及']);
        let stop = phrase.len();
        let count = phrase.chars().count();
        let begins_with_verb = VERBS.longest_beginning(phrase).is_some() || STOPS.longest_beginning(phrase).is_some();
        let function = phrase
            .contains(['或', '能', '就', '了', '不', '这', '让', '会', '要', '把', '被', '还', '也', '很', '我', '他', '她', '它', '吗', '呢', '里']);
        ((2..=longest_phrase).contains(&count) && !begins_with_verb && !function).then_some(stop)
    })
}

/// Characters by which a noun behind another one starts a measure of its own: 项目 投资额.
const MEASURE_TAILS: [char; 8] = ['额', '率', '量', '数', '值', '总', '比', '共'];

/// Heads that are told of the things counted before them: 31个园区 销售收入.
static FLOWS: Words<&str> = Words::of(&["收入", "产值", "利润", "税收", "成本"]);

/// Heads that as often qualify another noun: 国家 区域医疗中心. They count where the phrase ends with them.
static ATTRIBUTIVE: Words<&str> = Words::of(&[
    "国家",
    "地区",
    "城市",
    "国家和地区",
    "市场",
    "社区",
    "建筑",
    "汽车",
    "技术",
    "电力",
    "商品",
    "省份",
    "外资",
    "投资",
    "组织",
    "人才",
    "信息",
    "粮食",
    "产品",
]);

/// The head noun at the start of the words. One of a single character counts only where the phrase ends with it: 42个 市级重大项目 has none.
fn head_at(words: &str) -> Option<&'static str> {
    let head = HEADS.longest_beginning(words).copied()?;
    // 项目经理 is a person
    if head == "项目" && words!["项目经理", "项目负责", "项目部", "项目组", "项目方", "项目公司", "项目书"].begin(words) {
        return None;
    }
    let after = words.get(head.len()..).unwrap_or_default();
    // 境外企业: the words cross
    if head.ends_with('企') && after.starts_with('业') {
        return None;
    }
    let ends = after.is_empty()
        || after.starts_with(|c: char| any!("、,，。;；和及与的()（）”").of(c))
        || STOPS.longest_beginning(after).is_some()
        || ADVERBS.longest_beginning(after).is_some();
    (head.chars().count() > 1 && !ATTRIBUTIVE.hold(head) || ends).then_some(head)
}

fn starts_with_head(words: &str) -> bool {
    head_at(words).is_some()
}

/// Whether a head noun comes within a few characters, before any verb.
fn near_head(words: &str, reach: usize) -> bool {
    for (count, (at, c)) in words.char_indices().enumerate() {
        if count > reach || any!(",，。;；:：、()（）0123456789").of(c) {
            return false;
        }
        let here = words.get(at..).unwrap_or_default();
        if let Some(head) = head_at(here) {
            return !FLOWS.hold(head) && !here.get(head.len()..).is_some_and(|tail| tail.starts_with(MEASURE_TAILS));
        }
        if STOPS.longest_beginning(here).is_some() || ADVERBS.longest_beginning(here).is_some() {
            return false;
        }
    }
    false
}
