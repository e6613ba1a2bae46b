//! Firms that are called by a number, a place or a trade behind the name of their group: 中铁十二局, 中交一公局, 国网望川供电公司, 中国电建贵阳院.

use super::alias::Taken;
use super::{Found, form, short, tail};
use crate::context::Context;
use crate::cursor::Cursor;
use crate::han_set::HanSet;
use crate::starts::{Learn, Start};
use crate::word_table::{Words, words};

/// A group and what stands at the end of its firms' names.
struct Group {
    name: &'static str,
    /// Behind a number: 十二|局.
    numbered: &'static Words<&'static str>,
    /// Behind a place or a quarter of the country: 北京|局, 西北|院.
    placed: &'static Words<&'static str>,
    /// Right behind the group's name: 电气化局.
    called: &'static Words<&'static str>,
}

crate::word_table::rows!(of_groups, [], Group, |group| group.name);

const NONE: &Words<&str> = &Words::of(&[]);

const fn group(
    name: &'static str,
    numbered: &'static Words<&'static str>,
    placed: &'static Words<&'static str>,
    called: &'static Words<&'static str>,
) -> Group {
    Group { name, numbered, placed, called }
}

static GRID: Words<&str> = Words::of(&["电力", "供电", "电网", "综合能源", "综能", "超高压", "送变电", "检修"]);
static BUREAU: Words<&str> = Words::of(&["局"]);
static INSTITUTE: Words<&str> = Words::of(&["院"]);

static GROUPS: Words<Group> = Words::of_groups(&[
    group(
        "中铁",
        words!["局", "院"],
        &BUREAU,
        words!["电气化局", "大桥局", "隧道局", "建工", "装备", "工业", "高新", "物贸", "科工", "置业", "云网", "城投", "文旅", "南方", "交通"],
    ),
    group("中国铁建", &BUREAU, NONE, words!["大桥局", "港航局", "电气化局", "重工", "投资"]),
    group("中铁建", &BUREAU, NONE, words!["大桥局", "港航局", "电气化局", "重工"]),
    group(
        "中建",
        &BUREAU,
        NONE,
        words!["科工", "安装", "科技", "装饰", "港航", "铁投", "路桥", "筑港", "交通", "隧道", "桥梁", "钢构", "新疆建工", "西部建设", "环能"],
    ),
    group(
        "中交",
        words!["公局", "航局", "航院", "公院"],
        NONE,
        words!["路建", "隧道局", "上航局", "天航局", "广航局", "机电局", "公规院", "水规院", "疏浚", "城投"],
    ),
    group("中国水电", &BUREAU, NONE, words!["基础局"]),
    group("中国水利水电", &BUREAU, NONE, words!["基础局"]),
    group("水电", &BUREAU, NONE, NONE),
    group("中水", &BUREAU, NONE, NONE),
    group("中电建水电", &BUREAU, NONE, NONE),
    group("中国电建水电", &BUREAU, NONE, NONE),
    group("中国电建", NONE, &INSTITUTE, words!["路桥", "港航", "市政", "核电"]),
    group("中国电建集团", NONE, &INSTITUTE, NONE),
    group("中国能建", NONE, words!["院", "火电", "电建"], NONE),
    group("中电工程", NONE, &INSTITUTE, NONE),
    group("中国", words!["冶"], NONE, NONE),
    group("中冶", NONE, NONE, words!["京诚", "赛迪", "南方", "焦耐", "华天", "长天", "天工", "建工", "置业", "交通", "路桥"]),
    group("中核", NONE, NONE, words!["二二", "二三", "二四", "华兴", "华辰", "五公司"]),
    group("中煤", words!["建"], NONE, NONE),
    group("中化", words!["建"], NONE, NONE),
    group("中国化学", words!["建"], NONE, NONE),
    group("葛洲坝", words!["公司"], NONE, NONE),
    group("国网", NONE, &GRID, words!["英大", "新源", "信通", "电商", "综能"]),
    group("国家电网", NONE, &GRID, NONE),
    group("南方电网", NONE, &GRID, NONE),
    group("中国铁路", NONE, &BUREAU, NONE),
    group("国铁", NONE, &BUREAU, NONE),
    group("铁路", NONE, &BUREAU, NONE),
]);

/// Quarters of the country and of provinces that firms are called by, which no list of divisions holds.
pub(super) static QUARTERS: Words<&str> = Words::of(&[
    "华北",
    "华东",
    "华中",
    "华南",
    "西北",
    "西南",
    "东北",
    "中南",
    "北方",
    "南方",
    "西部",
    "东部",
    "冀北",
    "蒙东",
    "蒙西",
    "苏北",
    "苏南",
    "陕北",
    "新疆兵团",
]);

/// Characters that make another word of the first one of a group's name: 集中|建, 其中|铁路.
static BOUND: HanSet = HanSet::of("集其高初空适期途美");

/// How many bytes of places stand behind the name of a group at most.
const LONGEST_PLACES: usize = 36;

/// How many parts stand behind such a name at most: 中铁二十局|集团|第三工程|有限公司.
const MOST_PARTS: usize = 3;

/// The groups that such firms are looked for by.
pub(super) fn starts(learn: Learn<'_>) {
    GROUPS.iter().for_each(|group| learn(Start::StateFirm, group.name));
}

/// Finds the firms that no name found before holds.
pub(super) fn recognise(context: &Context<'_>, found: &mut Vec<Found>) {
    let mut taken = None;
    let mut next = 0;
    let mut more = Vec::new();
    for (at, group) in GROUPS.found_at(context.text, context.starts.of(Start::StateFirm)) {
        if at < next {
            continue;
        }
        let Some(end) = firm(context, at, group) else { continue };
        let span = crate::span::Span::new(at, end);
        if !taken.get_or_insert_with(|| Taken::of(found)).holds(span) {
            next = end;
            more.push(Found::new(span, "company.state"));
        }
    }
    found.append(&mut more);
}

/// End of the firm's name that begins with its group's.
fn firm(context: &Context<'_>, at: usize, group: &Group) -> Option<usize> {
    let text = context.text;
    let from = at + group.name.len();
    let rest = text.get(from..)?;
    let bound = || text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(|c| BOUND.holds(c));
    let called = || {
        let word = group.called.longest_beginning(rest).filter(|_| !bound())?;
        let end = from + word.len();
        let goes_on = short::goes_on(text.get(end..).unwrap_or_default());
        (!goes_on).then_some(end)
    };
    let numbered = || {
        let end = number(text, from)?;
        unit(text, end, group.numbered)
    };
    let placed = || {
        let end = place(context, from)?;
        unit(text, end, group.placed)
    };
    let end = called().or_else(numbered).or_else(placed)?;
    Some(parts(context, end))
}

/// End of the number at a byte: 十二, 第三.
fn number(text: &str, at: usize) -> Option<usize> {
    const MOST_FIGURES: usize = 3;
    let mut cursor = Cursor::new(text, at);
    let figures = cursor.eat_while(|c| "一二三四五六七八九十".contains(c));
    (1..=MOST_FIGURES).contains(&figures.chars().count()).then_some(cursor.at())
}

/// End of the places or the quarter at a byte.
fn place(context: &Context<'_>, at: usize) -> Option<usize> {
    let rest = context.text.get(at..)?;
    let quarter = QUARTERS.longest_beginning(rest).map(|quarter| at + quarter.len());
    let end = tail::places_end(context.hits, at, context.text.len().min(at + LONGEST_PLACES));
    quarter.or((end > at).then_some(end))
}

/// Characters that make another word of the last one of a firm's name: 局面, 院士, 建设.
static OTHER_WORDS: Words<(&str, &str)> = Words::of_pairs(&[("局", "面势限域"), ("院", "校士线落"), ("冶", "金炼"), ("建", "设筑材成")]);

/// End of what firms are called by, which begins at a byte.
fn unit(text: &str, at: usize, units: &Words<&'static str>) -> Option<usize> {
    let rest = text.get(at..)?;
    let unit = units.longest_beginning(rest)?;
    let after = rest.get(unit.len()..)?.chars().next();
    let goes_on = OTHER_WORDS.ending(unit).any(|(_, others)| after.is_some_and(|c| others.contains(c)));
    (!goes_on).then_some(at + unit.len())
}

/// End of the parts that follow: 集团, 有限公司, 第三工程公司, 北京分公司.
fn parts(context: &Context<'_>, end: usize) -> usize {
    let text = context.text;
    let mut end = end;
    for _ in 0..MOST_PARTS {
        let ending = |at: usize| form::chain(text, at).filter(|chain| !matches!(chain.last, "股份" | "控股")).map(|chain| chain.end);
        let numbered = || {
            let from = if text.get(end..)?.starts_with('第') { end + '第'.len_utf8() } else { end };
            let mut cursor = Cursor::new(text, number(text, from)?);
            cursor.eat_any(words!["工程", "建设", "建筑"]);
            ending(cursor.at())
        };
        let placed = || place(context, end).and_then(ending);
        match ending(end).or_else(numbered).or_else(placed) {
            Some(further) => end = further,
            None => break,
        }
    }
    end
}
