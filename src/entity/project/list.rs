//! Projects without a head of their own in a list that says that it lists projects: 烟厂技改、云鲲年产3万吨碳纤维等9个项目; 甲二期、乙扩建2个项目.

use super::edge::{Left, Walk};
use super::words::PHASES;
use super::{MANY, many, without_class};
use crate::context::Context;
use crate::entity::edge::{is_figure, is_han, is_plural};
use crate::span::Span;
use crate::starts::Start;
use crate::word_table::{Words, words};
use std::collections::HashMap;

/// What may stand between 等 and 项目.
static BETWEEN: Words<&str> = Words::of(&[
    "一批",
    "一大批",
    "多个",
    "个",
    "子",
    "余个",
    "多",
    "余",
    "重点",
    "重大",
    "产业",
    "工业",
    "优质",
    "招商引资",
    "招商",
    "标志性",
    "标杆",
    "大型",
    "签约",
    "开工",
    "建设",
    "在建",
    "续建",
    "新建",
    "民生",
    "基础设施",
    "重磅",
    "高质量",
    "支撑性",
    "引领性",
    "带动性",
    "百亿级",
    "千亿级",
    "十亿级",
    "亿元以上",
    "亿元",
    "省级",
    "市级",
    "省",
    "市",
    "自治区",
    "全省",
    "全区",
    "全市",
    "全县",
    "全州",
    "项",
    "制造业",
    "文旅",
    "能源",
    "新能源",
    "农业",
    "交通",
    "水利",
    "代表性",
    "龙头",
    "配套",
    "储备",
    "金融",
    "技改",
    "合作",
    "关联",
    "社会事业",
    "高科技",
    "工业类",
    "产业类",
    "投资",
]);

/// What is built or done, at the end of a name.
static WORKS: Words<&str> = Words::of(&[
    "技改",
    "扩建",
    "改造",
    "改扩建",
    "迁建",
    "新建",
    "生产线",
    "产业园",
    "物流园",
    "科技园",
    "园区",
    "基地",
    "工厂",
    "大桥",
    "高速",
    "铁路",
    "高铁",
    "机场",
    "水库",
    "电站",
    "电厂",
    "码头",
    "隧道",
    "枢纽",
    "水网",
    "中心",
    "综合体",
    "深加工",
    "精深加工",
    "综合利用",
    "开发利用",
    "综合开发",
    "回收",
    "再生",
    "制造",
    "智造",
    "生产",
    "加工",
    "研发",
    "总部",
    "养殖场",
    "牧场",
    "酒店",
    "文旅",
    "小镇",
    "市场",
    "医院",
    "学校",
    "储能",
    "光伏",
    "风电",
    "一体化",
    "提纯",
    "平台",
    "搬迁",
]);

/// How many members of one list are read, and how long a member is at most.
const MEMBERS: usize = 24;
const LONGEST: usize = 32;
/// How many characters stand between 等 and 项目 at most.
const GAP: usize = 16;

/// Adds the members that are told by a firm, a place, a capacity or a work, where at least half of the list is told.
pub(super) fn add(context: &Context<'_>, walk: &Walk<'_>, found: &mut Vec<(Span, &'static str)>) {
    let starts: HashMap<usize, usize> = found.iter().map(|(span, _)| (span.end, span.start)).collect();
    let closed = context.starts.of(Start::Others).map(|at| (at, at + '等'.len_utf8()));
    let counted = walk.text.match_indices('个').filter_map(|(at, _)| count_before(walk.text, at).map(|start| (start, start)));
    for (at, rest) in closed.chain(counted) {
        if !lists_projects(walk.text, rest) {
            continue;
        }
        let (mut told, mut members, mut end) = (0, Vec::new(), at);
        for _ in 0..MEMBERS {
            let Some(mut left) = walk.left(end) else { break };
            let known = starts.get(&end).copied();
            left.start = known.unwrap_or(left.start);
            if let Some((first, second)) = two_members(walk, Span::new(left.start, end)).filter(|_| known.is_none() && rest_counts(walk.text, rest)) {
                members.push((second, false));
                told += 1;
                end = first.end;
                left.start = first.start;
            }
            let known = starts.contains_key(&end);
            let member = Span::new(left.start, end);
            members.push((member, known));
            // A firm stands for its own project.
            let firm = walk.is_firm(member);
            let project = known || is_told(walk, &left, member);
            told += usize::from(project || firm);
            if let Some(last) = members.last_mut().filter(|_| firm || !project) {
                last.1 = true; // nothing that is to be added
            }
            let before = walk.text.get(..left.start).unwrap_or_default();
            let before = without_amount(before, &left);
            let joined = before.strip_suffix(['、', '与', '和', '及']).filter(|_| !before.ends_with("以及"));
            match joined.or_else(|| cut_member(before)) {
                Some(before) if left.start < end => end = before.len(),
                _ => break,
            }
        }
        // 引进一批|芯片、储能装备等重大项目: nothing but a firm, a place or a capacity makes one project of what many are.
        let many_before = members.last().is_some_and(|(first, _)| MANY.ending(walk.text.get(..first.start).unwrap_or_default()).next().is_some());
        if many_before {
            members.retain(|(span, done)| *done || walk.left(span.end).is_some_and(|left| left.company || left.place || left.quantity));
        }
        // 望川航天城科技创新平台等12个项目: one member is enough where it is placed and a work.
        let single = members.first().is_some_and(|(span, _)| members.len() == 1 && rest > at && is_placed_work(walk, *span));
        if (members.len() > 1 || single) && told * 2 >= members.len() {
            found.extend(members.into_iter().filter(|(_, done)| !done).map(|(span, _)| (span, "project.member")));
        }
    }
}

/// Whether the list that ends here is counted: 等4个项目, 4个项目.
fn rest_counts(text: &str, rest: usize) -> bool {
    text.get(rest..).is_some_and(|rest| rest.starts_with(is_plural))
}

/// Two members that a joining word makes one stretch of: both open with a capacity (2亿米面料|和|350万件衬衣), or both end in the same work
/// (甲物流中心|及|乙交易中心).
fn two_members(walk: &Walk<'_>, span: Span) -> Option<(Span, Span)> {
    let words = span.of(walk.text);
    let work = WORKS.longest_ending(words);
    let joints = words.char_indices().filter(|(_, c)| matches!(c, '和' | '及' | '与'));
    let mut halves = joints.map(|(at, c)| (Span::new(span.start, span.start + at), Span::new(span.start + at + c.len_utf8(), span.end)));
    halves.find(|(first, second)| {
        let capacities = walk.opens_with_quantity(*first) && walk.opens_with_quantity(*second);
        let works = work.is_some_and(|work| first.of(walk.text).ends_with(work));
        let long = |half: &Span| half.of(walk.text).chars().count() >= 5;
        (capacities || works) && long(first) && long(second)
    })
}

/// What stands before a member of which only the end was read: 甲二期|、云鹿公司|养殖场二期.
fn cut_member(before: &str) -> Option<&str> {
    let rest = before.trim_end_matches(is_han);
    let front = before.get(rest.len()..).unwrap_or_default();
    rest.strip_suffix('、').filter(|_| front.chars().count() <= LONGEST_FRONT && !front.contains(['的', '等', '在']))
}

/// Adds the members of lists that count and announce them: 其他4个项目分别为|甲石墨烯设备产业化、乙血站平台建设、丙卫生材料项目. Where half of them are told, the
/// others need no more than particular words.
pub(super) fn add_announced(context: &Context<'_>, walk: &Walk<'_>, found: &mut Vec<(Span, &'static str)>) {
    let starts: HashMap<usize, usize> = found.iter().map(|(span, _)| (span.end, span.start)).collect();
    let lists = context.starts.of(Start::Project).filter_map(|at| announced(walk.text, at)).take(LISTS);
    let mut more = Vec::new();
    for from in lists {
        let rest = walk.text.get(from..).unwrap_or_default();
        let near = rest.char_indices().take(MEMBERS * LONGEST);
        let length =
            near.take_while(|(_, c)| !matches!(c, ',' | '，' | '。' | ';' | '；' | '\n' | '等')).last().map_or(0, |(at, c)| at + c.len_utf8());
        let (mut told, mut count, mut members, mut next) = (0, 0, Vec::new(), from);
        for member in rest.get(..length).unwrap_or_default().split('、').take(MEMBERS) {
            let start = next;
            next = start + member.len() + '、'.len_utf8();
            let span = Span::new(start, start + member.len());
            count += 1;
            if starts.contains_key(&span.end) {
                told += 1;
                continue;
            }
            let Some(left) = walk.left(span.end).filter(|left| left.start == span.start) else { continue };
            let words = member.chars().count();
            if is_told(walk, &left, span) {
                told += 1;
                members.push(span);
            } else if (6..=LONGEST).contains(&words) && without_class(&left.plain).chars().count() >= 4 {
                members.push(span);
            }
        }
        if count > 1 && told * 2 >= count {
            more.extend(members.into_iter().map(|span| (span, "project.member")));
        }
    }
    found.extend(more);
}

/// How many announced lists of one text are read.
const LISTS: usize = 64;

/// Where the first member of an announced list begins whose noun 项目 stands at a byte.
fn announced(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix("项目")?;
    let counted = text.get(..at)?.strip_suffix('个')?.ends_with(is_plural);
    let list = words!["分别为", "分别是", "包括", "包含", "为", "是", "有"].strip_beginning(rest)?;
    let list = list.strip_prefix([':', '：']).unwrap_or(list);
    counted.then_some(text.len() - list.len()).filter(|from| *from > at)
}

/// How many characters of a member may be left unread.
const LONGEST_FRONT: usize = 10;

/// What stands before 总投资6亿元的, where an amount leads the member in.
fn without_amount<'t>(before: &'t str, left: &Left) -> &'t str {
    let mark = before.char_indices().rev().take(GAP).find(|(_, c)| !is_han(*c) && !c.is_ascii_digit() && *c != '.');
    match mark.filter(|_| left.amount) {
        Some((at, mark)) => before.get(..at + mark.len_utf8()).unwrap_or(before),
        None => before,
    }
}

/// Where the figure begins that counts a list without 等: 甲二期、乙扩建|2个项目.
fn count_before(text: &str, at: usize) -> Option<usize> {
    let behind = text.get(..at)?;
    let list = behind.trim_end_matches(is_plural);
    let member = list.chars().next_back().is_some_and(|c| is_han(c) && !"等的共有达约近超了".contains(c));
    (list.len() < behind.len() && member).then_some(list.len())
}

/// Whether one name is placed or a firm's and ends in a work.
fn is_placed_work(walk: &Walk<'_>, span: Span) -> bool {
    let counted =
        walk.text.get(span.end..).and_then(|rest| rest.strip_prefix('等')).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    counted && WORKS.end(span.of(walk.text)) && walk.left(span.end).is_some_and(|left| left.company || left.place)
}

/// Whether what follows a list says that projects are listed and little else.
fn lists_projects(text: &str, at: usize) -> bool {
    let Some(mut rest) = text.get(at..) else { return false };
    let start = rest.len();
    while start - rest.len() < GAP * 6 {
        if rest.starts_with("项目") {
            return !words!["库", "组", "部", "团队", "类"].begin(rest.get("项目".len()..).unwrap_or_default());
        }
        let figures = rest.trim_start_matches(is_figure);
        if let Some(after) = BETWEEN.strip_beginning(rest) {
            rest = after;
        } else if let Some(after) = quality(rest) {
            rest = after;
        } else if figures.len() < rest.len() {
            rest = figures;
        } else {
            return false;
        }
    }
    false
}

/// What follows a clause on what the projects of a list are good for: 等|夯实基础、保障民生的|配套项目.
fn quality(rest: &str) -> Option<&str> {
    const LONGEST: usize = 30;
    if !QUALITIES.begin(rest) {
        return None;
    }
    let clause = rest.char_indices().take(LONGEST).take_while(|(_, c)| is_han(*c) || matches!(c, '、' | '“' | '”'));
    let end = clause.filter(|(_, c)| *c == '的').last().map(|(at, c)| at + c.len_utf8())?;
    rest.get(end..)
}

/// How such a clause begins.
static QUALITIES: Words<&str> =
    Words::of(&["具有", "具备", "拥有", "紧跟", "引领", "支撑", "夯实", "事关", "关系", "带动力", "牵引", "填补", "投资体量", "科技含量", "影响"]);

/// Whether a member is one project: it names a firm, a place or a capacity besides what it is, or a work of its own.
fn is_told(walk: &Walk<'_>, left: &Left, member: Span) -> bool {
    let words = member.of(walk.text);
    let length = words.chars().count();
    let phased = PHASES.ending(words).next().is_some_and(|phase| words.len() >= phase.len() + "甲乙".len());
    if !(5..=LONGEST).contains(&length) && !phased || walk.is_name(member.start, member.end) || many(walk, member.start, words) {
        return false;
    }
    let plain = without_class(&left.plain).chars().count();
    let work = WORKS.end(words);
    phased
        || left.company && plain >= 2
        || left.quantity && plain >= 3
        || left.place && work && plain >= 2
        || left.quoted && plain >= 2
        || work && plain >= 4
}
