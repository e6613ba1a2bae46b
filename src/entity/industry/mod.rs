//! Sectors named as such.
//!
//! A sector word of the lexicon, with the words that belong to it on both sides (先进|装备制造|业), is a sector where it can mean nothing else, where 产业, 行业,
//! 领域 follow, or where it stands in a list with one. A list closed by 等领域 makes all its members sectors, words of no list too.

mod words;

use crate::context::{self, Context, Mention};
use crate::cursor::Cursor;
use crate::entity::edge::{self, Wall};
use crate::entity::{Kind, Value};
use crate::lexicon::{Entry, Hit};
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_table::{Words, words};
use serde::{Deserialize, Serialize};

/// A sector.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Industry {
    /// As named.
    pub name: String,
    /// In the scheme.
    pub code: Option<String>,
    /// GB/T 4754-2017 or SEI-2018.
    pub scheme: Option<String>,
}

/// Every sector in a text that stands by itself.
///
/// ```
/// let sectors: Vec<_> = zhecon::entity::industry::find_iter("聚焦新材料、空天装备等重点领域").map(|(_, sector)| sector.name).collect();
/// assert_eq!(sectors, ["新材料", "空天装备"]);
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Industry)> {
    context::alone(text, recognise).into_iter().filter_map(|mention| match mention.value {
        Value::Industry(industry) => Some((mention.span, industry)),
        _ => None,
    })
}

/// A word or a row of words that may be a sector.
#[derive(Clone, Copy, Debug)]
struct Unit {
    span: Span,
    rule: Option<&'static str>,
}

/// The words that sectors are looked for by, besides 等.
pub(crate) fn starts(learn: Learn<'_>) {
    SECTOR_CLOSERS.iter().for_each(|word| learn(Start::Sector, word));
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let mut units = units(context);
    add_named(context, &mut units);
    add_lists(context, &mut units);
    spread(context, &mut units);
    join(context, &mut units);
    let mut taken: Vec<Span> =
        mentions.iter().filter(|m| matches!(m.kind(), Kind::Zone | Kind::Company | Kind::Organization)).map(|m| m.span).collect();
    taken.sort();
    for unit in units {
        let Some(rule) = unit.rule else { continue };
        let next = taken.partition_point(|span| span.end <= unit.span.start);
        if taken.get(next).is_some_and(|span| span.start < unit.span.end) {
            continue;
        }
        mentions.push(Mention::new(unit.span, Value::Industry(value(context, unit.span)), rule));
    }
}

fn value(context: &Context<'_>, span: Span) -> Industry {
    let name = span.of(context.text);
    let here = edge::starting_at(context.hits, span.start, span.end);
    let code = here.filter(|hit| hit.span == span).find_map(|hit| match hit.entry {
        Entry::Industry { code, scheme, .. } if !code.is_empty() => Some((code.to_owned(), scheme.to_owned())),
        _ => None,
    });
    let (code, scheme) = code.unzip();
    Industry { name: name.to_owned(), code, scheme }
}

/// Whether the entry names a sector by a word that is used for nothing else.
fn is_firm(word: &str, hit: &Hit<'_>) -> bool {
    let Entry::Industry { name, code, scheme } = hit.entry else { return false };
    if word.chars().count() <= 2 {
        return words::FIRM.hold(word);
    }
    // Names of single classes (市场调查, 物业管理) are mostly activities.
    let class = scheme.starts_with("GB") && name == word && code.len() > 2;
    !class && !words::GOODS.hold(word)
}

/// Sectors that are the beginning of a thing where it goes on so: 锂|电解液.
static CROSSED: Words<(&str, &str)> = Words::of_pairs(&[("锂电", "解"), ("水电", "解"), ("燃气", "轮")]);

/// Whether a sector's word is cut out of other words: 可|再生资源, 优化|工作, 绿化|工程, 智能化|工厂, 锂|电解液.
pub(crate) fn is_cut(text: &str, span: Span) -> bool {
    let word = span.of(text);
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let chemical = || {
        let before = text.get(..span.end).and_then(|before| before.strip_suffix("化工")).unwrap_or_default();
        word == "化工" && after.starts_with(['作', '程', '具'])
            || words!["现代", "智能", "数字", "数智", "自动", "信息", "标准", "专业", "无人", "规模", "绿色"].end(before)
                && after.starts_with(['厂', '业'])
    };
    // 租赁|业务, 制造|业绩: the end of the word begins another
    let trade = word.ends_with('业') && after.starts_with(['务', '绩']) && !words!["务实", "务工", "务农"].begin(after);
    // 第二大|飞机租赁地, 最大|飞机: how great the thing behind it is
    let rank = word.starts_with("大飞机") && before.ends_with(['最', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    // 基|地产业园, 当|地产品
    let land = word == "地产" && before.ends_with(['基', '当', '本', '属', '产', '工', '各', '两', '原']);
    trade
        || rank
        || land
        || word.starts_with("再生") && before.ends_with('可')
        || CROSSED.iter().any(|(crossed, next)| word == *crossed && after.starts_with(next))
        || word.ends_with("化工") && chemical()
}

/// The sector words of the text, longest first, with what belongs to them on both sides.
fn units(context: &Context<'_>) -> Vec<Unit> {
    let text = context.text;
    let mut units: Vec<Unit> = Vec::new();
    for hit in context.hits {
        if !matches!(hit.entry, Entry::Industry { .. }) || is_cut(text, hit.span) {
            continue;
        }
        let floor = units.last().map_or(0, |last| last.span.end);
        if hit.span.start < floor {
            continue;
        }
        let word = hit.span.of(text);
        let mut span = hit.span;
        // 新材料产业: the span goes without 产业, where a name is left.
        let closed_word = word.strip_suffix("产业").filter(|stem| stem.len() >= 6 && !stem.starts_with('第') && !words!["房地", "不动"].hold(stem));
        span.end -= closed_word.map_or(0, |stem| word.len() - stem.len());
        let before = text.get(floor..span.start).unwrap_or_default();
        if span.of(text) == "医药" && (before.ends_with('新') && !before.ends_with("创新") || before.ends_with(['藏', '蒙', '苗', '傣'])) {
            span.start -= '新'.len_utf8();
        }
        if let Some(modifier) = words::BEFORE.ending(before).next() {
            span.start -= modifier.len();
        }
        for _ in 0..if closed_word.is_some() || word.starts_with("研发") { 0 } else { 2 } {
            let after = text.get(span.end..).unwrap_or_default();
            let Some(more) = words::AFTER.beginning(after).next() else { break };
            span.end += more.len();
        }
        // 业 closes a name of activity: 加工业, 制造业; 产业 and 企业 stay outside.
        let after = text.get(span.end..).unwrap_or_default();
        if closed_word.is_none()
            && after.starts_with('业')
            && !after.starts_with("业务")
            && !after.starts_with("业态")
            && !word.ends_with(['产', '企', '行', '业'])
        {
            span.end += '业'.len_utf8();
        }
        let after = text.get(span.end..).unwrap_or_default();
        let longer = span.len() > hit.span.len() && words::SECTOR_ENDS.end(span.of(text));
        let thing = words::THINGS.begin(after);
        let firm = closed_word.is_none() && !thing && (is_firm(word, hit) || longer);
        let closed = words::CLOSERS.begin(after) && !is_closed_name(after);
        let held = span.len() > 6 && !words::GOODS.hold(word) && is_firm(word, hit) && words::HOLDERS.begin(after);
        let rule = if closed {
            Some("industry.closed")
        } else if firm {
            Some("industry.word")
        } else if held {
            Some("industry.held")
        } else {
            None
        };
        units.push(Unit { span, rule });
    }
    units
}

/// 产业园, 产业基地, 行业协会: the closer opens a name of its own.
fn is_closed_name(after: &str) -> bool {
    words!["产业园", "产业区", "行业协会", "产业协会", "产业联盟", "产业基金", "产业研究", "行业商会", "产业承接", "产业平台", "产业载体"]
        .begin(after)
}

/// Words behind the name of a sector.
static SECTOR_CLOSERS: Words<&str> = Words::of(&["产业", "赛道", "行业"]);

/// Sectors of no list that 产业 or 赛道 tells: 海上航天|产业集群.
fn add_named(context: &Context<'_>, units: &mut Vec<Unit>) {
    let text = context.text;
    let mut more = Vec::new();
    for (at, closer) in SECTOR_CLOSERS.found_at(text, context.starts.of(Start::Sector)) {
        let after = text.get(at..).unwrap_or_default();
        let next = after.get(closer.len()..).unwrap_or_default();
        let ends = words!["集群", "高地", "规模", "集聚", "聚集", "发展", "。", "，", "、", ",", "等", "”", "的"].begin(next);
        if is_closed_name(after) || !ends {
            continue;
        }
        let last = units.partition_point(|unit| unit.span.end <= at);
        let previous = last.checked_sub(1).and_then(|last| units.get(last)).map_or(0, |unit| unit.span.end);
        if previous == at || units.get(last).is_some_and(|unit| unit.span.start < at) {
            continue;
        }
        let left = edge::left(text, context.hits, at, previous, true);
        let stem = Span::new(left.start, at);
        if left.wall == Wall::Reach || left.wall == Wall::Floor || !is_stem(context, stem) {
            continue;
        }
        more.push(Unit { span: stem, rule: Some("industry.stem") });
    }
    units.extend(more);
    units.sort_by_key(|unit| unit.span.start);
}

/// Whether the words before 产业 may be the name of a sector.
fn is_stem(context: &Context<'_>, stem: Span) -> bool {
    let words = stem.of(context.text);
    let length = words.chars().count();
    if !(2..=4).contains(&length) || !words.ends_with(|c| words::TRADE_ENDS.contains(c)) || !words.chars().all(edge::is_han) {
        return false;
    }
    if words::NO_STEMS.end(words) || words.ends_with(['的', '型', '性', '个', '类', '和', '全', '大', '业', '企', '国', '市', '省', '县'])
    {
        return false;
    }
    // A place's industry is no sector: 临沂产业.
    !edge::within(context.hits, stem.start, stem.end).any(|hit| edge::is_place(hit) && !hit.ambiguous)
}

/// Lists closed by 等领域, 等产业: every member is a sector.
fn add_lists(context: &Context<'_>, units: &mut Vec<Unit>) {
    let text = context.text;
    let mut more: Vec<Unit> = Vec::new();
    for at in context.starts.of(Start::Others) {
        let mut cursor = Cursor::new(text, at + '等'.len_utf8());
        cursor.eat_while(|c| c.is_ascii_digit() || "一二三四五六七八九十几多余个大".contains(c));
        // 等“4+4”现代产业: a formula in quotes counts too.
        if cursor.eat("“") {
            cursor.eat_while(|c| c.is_ascii_digit() || c == '+');
            if !cursor.eat("”") {
                continue;
            }
        }
        while cursor.eat_any(&words::LIST_WORDS).is_some() {}
        let closing = words!["领域", "产业", "行业", "赛道", "板块", "业态", "大类"].begin(cursor.rest());
        // 等多个产业链配套企业: firms are listed.
        let firms = cursor.rest().strip_prefix("产业链").is_some_and(|rest| words!["企业", "配套企业", "上下游企业", "项目", "配套项目"].begin(rest));
        if !closing || firms || is_closed_name(cursor.rest()) {
            continue;
        }
        let mut members = members(context, at);
        // The first member of the list may hold words that lead it in: where it ends with a known word, that word stands.
        if let Some(first) = members.last_mut() {
            let next = units.partition_point(|unit| unit.span.end < first.end);
            if let Some(unit) = units.get(next).filter(|unit| unit.span.end == first.end) {
                first.start = unit.span.start;
            }
        }
        // 领域 and 行业 are said of sectors alone; 板块 and 业态 of parts of anything, so that most members must be known.
        let known = members.iter().filter(|member| units.iter_inside(**member)).count();
        let loose = words!["板块", "业态"].begin(cursor.rest());
        // where no list knows a member, words of everyday tell, if all of them are of economic life
        let held = |words: &Words<&str>| members.iter().any(|member| words.hold(member.of(text)));
        if members.len() >= 2 && (known > 0 || held(&EVERYDAY) && !held(&PUBLIC)) && (!loose || known * 2 >= members.len()) {
            // 总部集聚区、医工融合区等产业功能区: areas are no sectors.
            members.retain(|member| !words!["区", "园", "基地", "中心"].end(member.of(text)));
            more.extend(members.into_iter().map(|span| Unit { span, rule: Some("industry.list") }));
        }
    }
    // A member takes the place of the words inside it.
    for unit in more {
        let first = units.partition_point(|other| other.span.end <= unit.span.start);
        let last = first + units.get(first..).unwrap_or_default().iter().take_while(|other| other.span.start < unit.span.end).count();
        let covered = units.get(first..last).unwrap_or_default();
        if covered.iter().all(|other| unit.span.contains(other.span)) {
            units.splice(first..last, [unit]);
        } else if let Some(others) = units.get_mut(first..last) {
            others.iter_mut().for_each(|other| other.rule = other.rule.or(unit.rule));
        }
    }
}

/// Sectors by words of everyday, which are sectors where a list says so: 交通、工业等领域.
static EVERYDAY: Words<&str> = Words::of(&["工业", "交通", "医疗", "水利", "养老", "通信", "农业", "能源", "环保", "市政", "建筑"]);

/// Fields of public life: a list that holds one is of no sectors.
static PUBLIC: Words<&str> = Words::of(&["政治", "外交", "社会", "民生", "军事", "安全", "人文", "法律"]);

trait Inside {
    /// Whether a unit stands inside the stretch.
    fn iter_inside(&self, span: Span) -> bool;
}

impl Inside for Vec<Unit> {
    fn iter_inside(&self, span: Span) -> bool {
        let first = self.partition_point(|unit| unit.span.start < span.start);
        self.get(first).is_some_and(|unit| unit.span.end <= span.end)
    }
}

/// How many members of a list are read back from its end.
const MEMBERS: usize = 16;
/// How many characters before its end the mark that a member begins behind may stand.
const REACH: usize = 80;

/// The members of the list that ends at `end`, the closing words of each left out.
fn members(context: &Context<'_>, end: usize) -> Vec<Span> {
    let text = context.text;
    let mut members = Vec::new();
    let mut at = end;
    for nth in 0..MEMBERS {
        let behind = text.get(..at).unwrap_or_default();
        let reach = behind.char_indices().rev().take(REACH).last().map_or(0, |(start, _)| start);
        let joint =
            |c: char| matches!(c, '、' | ',' | '，' | '。' | '；' | ';' | ':' | '：' | '(' | '（' | ')' | '）' | '“' | '”' | '"' | '\n' | '\u{3000}');
        let near = behind.get(reach..).unwrap_or_default();
        let mut start = near
            .rfind(joint)
            .map(|cut| reach + cut)
            .map_or(reach, |cut| cut + behind.get(cut..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        let listed = behind.get(..start).is_some_and(|before| before.ends_with('、'));
        let mut words = behind.get(start..).unwrap_or_default();
        // 和 before the last member.
        if nth == 0 {
            let joined = words.rfind(['和', '与', '及']).filter(|cut| *cut >= 6 && words.len() - cut > 6);
            if let Some(cut) = joined {
                let later = Span::new(start + cut + 3, at);
                members.push(trimmed(text, later));
                at = start + cut;
                words = words.get(..cut).unwrap_or_default();
            }
        }
        if !listed {
            // The first member begins where the sentence lets it.
            let left = edge::left(text, context.hits, at, start, true);
            start = left.walked.max(start);
            while let Some(word) =
                words::LEADING.iter().find(|word| text.get(start..at).is_some_and(|words| words.starts_with(**word) && words.len() > word.len() + 5))
            {
                start += word.len();
            }
            words = text.get(start..at).unwrap_or_default();
        }
        let length = words.chars().count();
        if !(2..=12).contains(&length) || !words.chars().all(|c| edge::is_han(c) || c.is_ascii_alphanumeric()) {
            break;
        }
        members.push(trimmed(text, Span::new(start, at)));
        if !listed {
            break;
        }
        at = start - '、'.len_utf8();
    }
    let general = words!["战略性新兴", "新兴", "优势", "特色", "传统", "支柱", "主导"];
    let latin = |member: &Span| member.of(text).chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    members.retain(|member| (member.len() >= 6 || latin(member)) && !general.hold(member.of(text)));
    members
}

/// Without 产业, 行业, 领域 at the end.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let shorter = words!["产业集群", "产业链", "产业", "行业", "领域"].strip_ending(words);
    Span::new(span.start, span.start + shorter.map_or(words.len(), str::len))
}

/// Two sectors under one name inside a list: 新医药及医疗器械、绿色石化和精细化工、…
fn join(context: &Context<'_>, units: &mut Vec<Unit>) {
    let text = context.text;
    let mut at = 0;
    while let (Some(one), Some(next)) = (units.get(at).copied(), units.get(at + 1).copied()) {
        at += 1;
        let between = text.get(one.span.end..next.span.start).unwrap_or_default();
        let after = text.get(next.span.end..).unwrap_or_default();
        let listed = text.get(..one.span.start).is_some_and(|before| before.ends_with('、'));
        let goes_on = after.starts_with('、') || after.starts_with("产业、");
        let joined = (matches!(between, "和" | "与" | "及") && goes_on) || (between == "及" && listed);
        if joined && (one.rule.is_some() || next.rule.is_some()) {
            let rule = one.rule.or(next.rule);
            units.splice(at - 1..=at, [Unit { span: Span::new(one.span.start, next.span.end), rule }]);
        }
    }
}

/// A word beside a sector in a list is one too: 金融、教育 beside 新材料产业.
fn spread(context: &Context<'_>, units: &mut [Unit]) {
    let joined = |one: &Unit, next: &Unit| {
        let between = context.text.get(one.span.end..next.span.start).unwrap_or_default();
        let between = words!["产业", "行业", "领域"].strip_beginning(between).unwrap_or(between);
        matches!(between, "、" | "和" | "与" | "及" | "以及" | "和现代" | "”、“")
    };
    let mut at = 0;
    while at < units.len() {
        let mut end = at + 1;
        while units.get(end - 1).zip(units.get(end)).is_some_and(|(one, next)| joined(one, next)) {
            end += 1;
        }
        if let Some(row) = units.get_mut(at..end) {
            if row.len() > 1 && row.iter().any(|unit| unit.rule.is_some()) {
                row.iter_mut().for_each(|unit| unit.rule = unit.rule.or(Some("industry.beside")));
            }
        }
        at = end;
    }
}
