//! Names of projects.

mod edge;
mod list;
mod words;

use crate::context::{self, Context, Mention};
use crate::entity::Value;
use crate::entity::edge::is_han;
use crate::limits::COUNTS;
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_index::WordIndex;
use crate::word_table::{Words, words};
use edge::Walk;
use once_cell::sync::Lazy;
use serde::{Deserialize, Serialize};
use words::{CLASS_WORDS, FACILITIES, HEADS, MANY_BEFORE, NO_HEAD_BEFORE, PHASES, WORKS};

/// A named project.
///
/// ```
/// use zhecon::entity::project;
///
/// let text = "总投资30亿元的“揽月”项目开工";
/// let found = project::find_iter(text).next();
/// assert_eq!(found.map(|(span, _)| span.of(text)), Some("“揽月”项目"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Project {
    /// Its fullest name in the article.
    pub canonical: String,
    /// 二期 …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<String>,
}

static MANY: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::by_ending(MANY_BEFORE.split_whitespace().map(|word| (word, ()))));
/// Words that only tell a class, with their places in the list.
static CLASSES_BEFORE: Lazy<WordIndex<'static, usize>> = Lazy::new(|| WordIndex::by_beginning(classes()));
static CLASSES_BEHIND: Lazy<WordIndex<'static, usize>> = Lazy::new(|| WordIndex::by_ending(classes()));

fn classes() -> impl Iterator<Item = (&'static str, usize)> {
    CLASS_WORDS.split_whitespace().enumerate().map(|(place, word)| (word, place))
}

/// Every named project in a text, in order, without the names of companies, zones and places around them.
///
/// ```
/// use zhecon::entity::project;
///
/// let text = "总投资30亿元的“揽月”项目开工,城北污水处理厂二期工程竣工";
/// let found: Vec<_> = project::find_iter(text).map(|(span, project)| (span.of(text), project.phase)).collect();
/// assert_eq!(found, [("“揽月”项目", None), ("城北污水处理厂二期工程", Some("二期".to_owned()))]);
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Project)> {
    context::alone(text, recognise).into_iter().filter_map(|mention| match mention.value {
        Value::Project(project) => Some((mention.span, project)),
        _ => None,
    })
}

/// The words that projects are looked for by.
pub(crate) fn starts(learn: Learn<'_>) {
    HEADS.iter().chain(&FACILITIES).chain(&PHASES).for_each(|word| learn(Start::Project, word));
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let text = context.text;
    let walk = Walk::new(context, mentions);
    let mut found: Vec<(Span, &'static str)> = Vec::new();
    let mut loose = Loose::default();
    let mut from = 0;
    for at in context.starts.of(Start::Project) {
        let Some(first) = text.get(at..).filter(|_| at >= from).and_then(|rest| rest.chars().next()) else { continue };
        let candidate = match first {
            '项' | '工' | '基' | '建' => head_at(text, at).and_then(|head| by_head(&walk, head, &mut loose)),
            '抽' | '光' | '储' | '生' | '水' | '核' | '热' | '发' | '风' | '接' | '换' | '智' | '数' | '算' => by_facility(&walk, at),
            '一' | '二' | '三' | '四' | '五' | '六' | '首' | '1' | '2' | '3' | '4' => by_phase(&walk, at),
            _ => None,
        };
        if let Some((span, rule)) = candidate {
            let span = walk.widened(without_particle(text, span), from);
            from = span.end;
            found.push((span, rule));
        }
    }
    list::add(context, &walk, &mut found);
    list::add_announced(context, &walk, &mut found);
    found.sort_by_key(|(span, _)| (span.end, span.start));
    add_listed(text, &mut found, &loose);
    add_tails(&walk, context, &mut found);
    // What is counted once is a class wherever it is named.
    let heads = words!["项目"].found_at(text, context.starts.of(Start::Project)).map(|(at, head)| at + head.len());
    let counted = heads.filter(|end| counted_behind(text, *end));
    let counted: Vec<&str> = counted.take(COUNTS).filter_map(|end| text.get(..end)).collect();
    found.retain(|(span, _)| !counted.iter().any(|behind| behind.ends_with(span.of(text))));
    // Of two names that end differently the one that goes on is the name.
    // Ends only grow, so a name lies inside another if one behind it starts no later.
    let mut first = usize::MAX;
    let mut inside = Vec::with_capacity(found.len());
    for (span, _) in found.iter().rev() {
        inside.push(first <= span.start);
        first = first.min(span.start);
    }
    found.retain(|_| inside.pop() != Some(true));
    mentions.extend(found.into_iter().map(|(span, rule)| {
        let name = span.of(text);
        let value = Value::Project(Project { canonical: name.to_owned(), phase: phase_of(name).map(str::to_owned) });
        Mention::new(span, value, rule)
    }));
}

/// 协议中 年产20万吨材料项目, 项目的 首期4万吨项目: a particle before a capacity or a phase is no part of the name.
fn without_particle(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let rest = words.strip_prefix('的').or_else(|| words.strip_prefix('中').filter(|rest| rest.starts_with("年产")));
    Span::new(span.end - rest.unwrap_or(words).len(), span.end)
}

/// The phase that a name tells.
pub(crate) fn phase_of(name: &str) -> Option<&'static str> {
    if PHASES.stand_in(name) { PHASES.iter().find(|phase| name.has(phase)).copied() } else { None }
}

/// How many names before a shorter one are asked whether it is their end.
const NAMES: usize = 24;

/// How many heads stand in a row at most: 建设工程项目 has three.
const MOST_HEADS: usize = 4;

/// The head at `at` with what follows it as part of the name: 基地项目, 项目二期, 项目(二期).
fn head_at(text: &str, at: usize) -> Option<Span> {
    let mut end = at;
    for _ in 0..MOST_HEADS {
        let Some(head) = HEADS.beginning(text.get(end..).unwrap_or_default()).next() else { break };
        let after = text.get(end + head.len()..).unwrap_or_default();
        // X项目|工程现场: the second tells where the work goes on
        if end > at && *head == "工程" && words!["现场", "进度", "进展", "建设", "施工", "总监"].begin(after) {
            break;
        }
        // X项目|部分生产线投产 is no 项目部
        let parts = after.starts_with("部分");
        if !parts && NO_HEAD_BEFORE.iter().any(|(word, next)| head.ends_with(word) && next.iter().any(|next| after.starts_with(next))) {
            break;
        }
        end += head.len();
    }
    if end == at {
        return None;
    }
    let rest = text.get(end..).unwrap_or_default();
    let after_phase = [("", ""), ("(", ")"), ("（", "）")].into_iter().find_map(|(open, close)| {
        let inner = rest.strip_prefix(open)?;
        let after = PHASES.beginning(inner).find_map(|phase| inner.strip_prefix(phase)?.strip_prefix(close))?;
        // 项目二期三期
        Some(PHASES.beginning(after).next().and_then(|phase| after.strip_prefix(*phase)).filter(|_| open.is_empty()).unwrap_or(after))
    });
    // 安居房项目(JDZH-02-C02地块): the plot tells which of several it is
    let plot = || {
        const LONGEST: usize = 24;
        let inner = rest.strip_prefix(['(', '（'])?;
        let (plot, after) = inner.leading(LONGEST).split_once([')', '）'])?;
        let after = words!["地块", "标段"].end(plot).then_some(after)?;
        inner.get(plot.len()..).filter(|_| !after.starts_with('的')).map(|closed| closed.strip_prefix([')', '）']).unwrap_or(closed))
    };
    if let Some(after) = after_phase.or_else(plot) {
        end = text.len() - after.len();
        end += words!["工程", "项目"].beginning(after).next().map_or(0, |head| head.len());
    }
    Some(Span::new(at, end))
}

/// The head with what still belongs to its name: 项目三期|年产4万吨氨纶项目, 二期工程|及科研中心项目.
fn further(walk: &Walk<'_>, head: Span) -> Span {
    const LONGEST: usize = 24;
    let text = walk.text;
    let rest = text.get(head.end..).unwrap_or_default();
    let phased = PHASES.end(head.of(text)) && words!["年产", "年处理", "年加工", "日产"].begin(rest);
    let second = head.of(text) == "工程" && PHASES.end(text.get(..head.start).unwrap_or_default()) && words!["及", "暨"].begin(rest);
    if !phased && !second {
        return head;
    }
    let near = rest.char_indices().take(LONGEST).take_while(|(_, c)| is_han(*c) && *c != '的' || c.is_ascii_alphanumeric() || *c == '.');
    let near = near.last().and_then(|(at, c)| rest.get(..at + c.len_utf8())).unwrap_or_default();
    let end = near.place_of("项目").map(|at| head.end + at + "项目".len());
    // 二期工程及|远川公司项目: a project of its own
    let end = end.filter(|end| phased || !walk.holds_name(Span::new(head.end, *end)));
    end.map_or(head, |end| Span::new(head.start, end))
}

/// Names that only a list which tells of projects makes so.
#[derive(Default)]
struct Loose {
    /// Beside one that is told by itself.
    likely: Vec<Span>,
    /// Where the list says that it names all of those counted: 这8个项目包括.
    faint: Vec<Span>,
}

/// Whether the amount with 的 right before a byte follows a count: 1项160亿元|的.
fn counted_before_amount(text: &str, at: usize) -> bool {
    let Some(before) = text.get(..at).and_then(|before| before.strip_suffix('的')) else { return false };
    let amount = before
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '亿' | '万' | '千' | '余' | '多' | '元' | '美' | '约' | '近' | '超'));
    amount.len() < before.len() && amount.strip_suffix(['项', '个']).is_some_and(|count| count.ends_with(crate::entity::edge::is_figure))
}

/// How many characters a chain of class words behind a place has at least to name one project.
const LONG_CLASS: usize = 6;

/// How many characters the name of a school or a hospital behind its place has at least.
const NAMED_HOUSE: usize = 4;

/// How many characters besides class words name one base by themselves.
const MOST_PARTICULAR: usize = 10;

/// Class words for what a place has one of; its 城镇化建设项目 are many.
static SINGLES: Words<&str> = Words::of(&["示范", "示范园", "园区", "产业园"]);

fn by_head(walk: &Walk<'_>, head: Span, loose: &mut Loose) -> Option<(Span, &'static str)> {
    let text = walk.text;
    if walk.is_named(head.start) {
        return None;
    }
    let head = further(walk, head);
    let left = walk.left(head.start)?;
    // 这是|石化产业关键节点项目: what the one told before is
    if !left.company && !left.quoted && text.get(..left.start).is_some_and(|behind| behind.ends_with("这是")) {
        return None;
    }
    let modifier = Span::new(left.start, head.start);
    let words = modifier.of(text);
    // 智能汽车产业项目集中签约, 江苏援疆项目之一: one of many
    let after = text.get(head.end..).unwrap_or_default();
    if words!["集中签约", "集中开工", "集中竣工", "集中投产", "集中开竣工", "集中落地", "之一"].begin(after)
        && !left.company
        && head.of(text).ends_with("项目")
    {
        return None;
    }
    // 博览会某州代表团项目|签约仪式: the event of many
    let event = words!["签约", "集中签约", "推介", "对接"].begin(after) && words!["博览会", "交易会", "洽谈会", "代表团", "论坛"].stand_in(words);
    if event && !left.company {
        return None;
    }
    // 签约了1项160亿元的|硅基投资项目: counted before the amount
    if left.amount && counted_before_amount(text, left.start) {
        return None;
    }
    // 地下管网项目60个: what is counted behind the head is a class, and 推介及项目 has no name before it.
    // “云签约”17|项目: counted without a word for it
    let counted =
        walk.counted(head.end) || words!["及", "和", "与", "暨", "跑"].end(words) || left.quoted && words.ends_with(|c: char| c.is_ascii_digit());
    // 江东新区安居房项目(C02地块): of a class too, one
    if !words.is_empty() && (left.company || left.place) && words!["地块)", "地块）", "标段)", "标段）"].end(head.of(text)) {
        return Some((Span::new(left.start, head.end), "project.plot"));
    }
    // 京津冀交通一体化重点项目 is a class whatever stands before.
    let chain = words.ends_with("产业链") && !words.ends_with("全产业链") && !left.company && !left.quantity;
    if words.is_empty() || counted || chain || SETS_AT_HEAD.end(words) || many(walk, left.start, words) {
        return None;
    }
    let heads = head.of(text);
    let base = heads.starts_with("基地") && !heads.contains("项目");
    let work = heads.starts_with("工程") && !heads.contains("项目");
    let plain = without_class(&left.plain);
    // 某公司新签约项目, 某园区招商引资项目: whose projects they are makes no name of the class.
    // 望川、榆阳区|开发风电项目: what is done there
    if left.place && !left.company && left.plain.strip_prefix("开发").is_some_and(|rest| !rest.starts_with('区')) && words.ends_with(&left.plain) {
        return None;
    }
    let behind_place = left.plain.rsplit(['省', '州', '市', '县', '区', '旗', '镇']).next().unwrap_or_default();
    if SETS.stand_in(behind_place) && without_class(behind_place).is_empty() {
        return None;
    }
    // 位于蓝湾汽车天津生产基地|的X项目: where something is
    if base && after.starts_with('的') && text.get(..left.start).is_some_and(|behind| behind.ends_with("位于")) {
        return None;
    }
    if left.company {
        // 某公司项目负责人 has a post in the firm.
        let post = plain.is_empty()
            && words!["负责人", "相关负责人", "有关负责人", "总经理", "副总经理", "经理", "总监", "总工", "主管", "工程师"]
                .begin(text.get(head.end..).unwrap_or_default());
        return (!post).then(|| (Span::new(left.start, head.end), "project.company"));
    }
    let length = plain.chars().count();
    if left.quoted {
        // A programme of policy stands in quotes as well; a project is placed, singled out or under way.
        let programme = PROGRAMMES.stand_in(words);
        let one = left.place || left.singled || walk.goes_on_as_one(head.end) || walk.beside_another(head.end);
        return (one && !programme).then(|| (Span::new(left.start, head.end), "project.quoted"));
    }
    if left.place && !(left.quantity && length >= 2) {
        let enough = if base {
            4
        } else if left.plain.chars().count() >= 4 {
            2
        } else {
            3
        };
        // 第四中学扩建项目, 望川县现代农业产业示范园区项目: the house is named, or the class words end in what there is one of.
        // A list with a member that is told needs no more than many class words.
        let house = !base && (walk.is_house(left.start, head.start) || words.chars().count() >= NAMED_HOUSE && edge::HOUSES.end(words));
        let chain = !base && left.plain.chars().count() >= LONG_CLASS;
        let single = house || chain && SINGLES.end(&left.plain);
        if length >= enough || single && walk.goes_on_as_one(head.end) {
            return Some((Span::new(left.start, head.end), "project.place"));
        }
        if house || chain {
            loose.likely.push(Span::new(left.start, head.end));
        } else if !base && !work && left.plain.chars().count() >= 2 {
            loose.faint.push(Span::new(left.start, head.end));
        }
        return None;
    }
    if left.quantity {
        return (length >= 2).then(|| (Span::new(left.start, head.end), "project.capacity"));
    }
    let listed = length >= 4 && (walk.in_list_of_projects(head.end) || !base && !work && walk.closes_list(left.start, head.end));
    if listed {
        return Some((Span::new(left.start, head.end), "project.listed"));
    }
    // 金山热电厂二期项目: a phase is one of something particular.
    let phased = PHASES.ending(words).next().and_then(|phase| left.plain.strip_suffix(phase));
    if !base && phased.is_some_and(|whole| without_class(whole).chars().count() >= 3) {
        return Some((Span::new(left.start, head.end), "project.phase"));
    }
    if base || (work && !WORKS.stand_in(words)) {
        // 投资5亿元建设铝合金材料研发生产基地
        // 蓝湾集团拟在望川经开区建设高端新材料生产研发基地
        let paid = length >= 2 && words.chars().count() >= 8 && walk.is_paid_by_firm(left.start);
        if base && (length >= 4 && walk.is_invested(left.start) || paid) && left.singled {
            return Some((Span::new(left.start, head.end), "project.invested"));
        }
        // 高岳航空现代化航空航天高科技产业基地开工: a clause that begins with so particular a name is about it.
        let opens =
            text.get(..left.start).and_then(|before| before.chars().next_back()).is_none_or(|c| matches!(c, '。' | '；' | ';' | '\n' | ',' | '，'));
        if base && opens && length >= MOST_PARTICULAR && walk.goes_on_as_one(head.end) {
            return Some((Span::new(left.start, head.end), "project.described"));
        }
        if base && length >= 4 || work && length >= 5 {
            loose.likely.push(Span::new(left.start, head.end));
        }
        return None;
    }
    // Told only by what it makes: the words must be particular, and one project be meant.
    // a name that opens a line before a colon: 大石湾水利枢纽工程:加快实施
    let told = after.strip_prefix(['：', ':']).is_some_and(|told| BUILT.stand_in(told.leading(14)));
    let titled = told && text.get(..left.start).is_some_and(|behind| behind.is_empty() || behind.ends_with('\n'));
    let singled = left.singled || titled || walk.goes_on_as_one(head.end);
    if !singled && length >= 5 {
        loose.likely.push(Span::new(left.start, head.end));
    } else if !singled && length >= 2 {
        loose.faint.push(Span::new(left.start, head.end));
    }
    // 蓝湾集团投资5亿元的现代服务产业园项目: words of a class too, if a firm pays for the one.
    let paid = (left.amount || left.owned) && !base && !work && words.chars().count() >= 5 && walk.is_paid_by_firm(left.start);
    let owned = left.owned && PHASES.ending(words).next().is_none();
    (length >= 4 || (length >= 2 && (left.amount || owned || words.chars().count() >= 6)) || paid)
        .then(|| (Span::new(left.start, head.end), "project.described"))
        .filter(|_| singled)
}

/// What is told of a work behind the colon that its name ends with.
static BUILT: Words<&str> = Words::of(&["投资", "建设", "新建", "占地", "位于", "加快", "推进", "实施", "开工", "竣工", "手续", "建成"]);

/// Adds what a list of projects holds besides those that are told by themselves: A公司封测项目、三维芯片集成项目和水下机器人项目.
fn add_listed(text: &str, found: &mut Vec<(Span, &'static str)>, loose: &Loose) {
    add_from(text, found, &loose.likely, &JOINTS, |list| {
        let told = list.iter().any(|(_, told)| *told);
        let closed = list.last().and_then(|(last, _)| text.get(last.end..)).is_some_and(|rest| rest.starts_with('等'));
        list.len() > 1 && told || list.len() > 2 && closed
    });
    let all: Vec<Span> = loose.likely.iter().chain(&loose.faint).copied().collect();
    let opened = |list: &[(Span, bool)]| {
        let before = list.first().and_then(|(first, _)| text.get(..first.start)).unwrap_or_default();
        list.len() > 2 && ENUMERATED.end(before.trim_end_matches(['：', ':']))
    };
    add_from(text, found, &all, &JOINTS, opened);
    // 签约项目有甲项目,乙项目,丙项目: what is announced as a list may be parted by commas.
    add_from(text, found, &all, &WIDE_JOINTS, opened);
    found.sort_by_key(|(span, _)| (span.end, span.start));
}

/// “云谷”项目, named once more; 梅溪漂流项目|一期投资4000万元: the end of a name that was told in full, where a clause opens with it and goes on about one
/// project.
fn add_tails(walk: &Walk<'_>, context: &Context<'_>, found: &mut Vec<(Span, &'static str)>) {
    const LONGEST: usize = 20;
    const SHORTEST: usize = 4;
    if found.is_empty() {
        return;
    }
    let text = walk.text;
    let heads = words!["项目"].found_at(text, context.starts.of(Start::Project)).map(|(at, head)| at + head.len());
    let mut tails = Vec::new();
    for end in heads {
        let behind = text.get(..end).unwrap_or_default();
        let next = found.partition_point(|(span, _)| span.end < end);
        if found.get(next).is_some_and(|(span, _)| span.start < end) {
            continue; // told by itself
        }
        let others = || found.get(..next).unwrap_or_default().iter().rev().chain(found.get(next..).unwrap_or_default()).take(NAMES);
        // “云谷”项目 once more, wherever it stands
        let again = others().map(|(span, _)| span.of(text)).find(|name| name.starts_with('“') && behind.ends_with(name));
        if let Some(name) = again {
            tails.push((Span::new(end - name.len(), end), "project.again"));
            continue;
        }
        let opening = behind.char_indices().rev().take(LONGEST).find(|(_, c)| matches!(c, '。' | '，' | ',' | '；' | ';' | '\n' | '\u{3000}' | ' '));
        let Some(start) = opening.map(|(at, c)| at + c.len_utf8()) else { continue };
        let words = Span::new(start, end).of(text);
        let plain = without_class(words.strip_suffix("项目").unwrap_or(words));
        let one = walk.goes_on_as_one(end) || text.get(end..).is_some_and(|rest| rest.starts_with('是'));
        let earlier = || others().filter(|(span, _)| span.end <= start).map(|(span, _)| span.of(text));
        if one && plain.chars().count() >= SHORTEST && earlier().any(|name| name.len() > words.len() && name.ends_with(words)) {
            tails.push((Span::new(start, end), "project.tail"));
        }
    }
    if !tails.is_empty() {
        found.extend(tails);
        found.sort_by_key(|(span, _)| (span.end, span.start));
    }
}

/// What parts the members of a list of projects.
static JOINTS: Words<&str> = Words::of(&["、", "和", "及", "以及"]);

/// The same, and commas.
static WIDE_JOINTS: Words<&str> = Words::of(&["、", "和", "及", "以及", ",", "，"]);

/// What says that the projects counted before are named next: 这8个项目包括.
static ENUMERATED: Words<&str> = Words::of(&["项目包括", "项目包含", "项目有", "项目分别为", "项目分别是", "项目为", "项目是", "具体包括", "具体为"]);

/// Adds the members of the lists of which it holds that they name projects.
fn add_from(text: &str, found: &mut Vec<(Span, &'static str)>, more: &[Span], joints: &Words<&str>, lists: impl Fn(&[(Span, bool)]) -> bool) {
    let mut all: Vec<(Span, bool)> = found.iter().map(|(span, _)| (*span, true)).chain(more.iter().map(|span| (*span, false))).collect();
    all.sort_unstable_by_key(|(span, told)| (*span, !told));
    all.dedup_by_key(|(span, _)| *span);
    let joined = |one: Span, next: Span| text.get(one.end..next.start).is_some_and(|gap| joints.hold(gap.trim()));
    let mut from = 0;
    while from < all.len() {
        let mut end = from + 1;
        while all.get(end - 1).zip(all.get(end)).is_some_and(|((one, _), (next, _))| joined(*one, *next)) {
            end += 1;
        }
        let list = all.get(from..end).unwrap_or_default();
        if lists(list) {
            found.extend(list.iter().filter(|(_, told)| !told).map(|(span, _)| (*span, "project.listed")));
        }
        from = end;
    }
}

/// A power station, a terminal, a computing centre that is placed or priced, and told of as a work.
fn by_facility(walk: &Walk<'_>, at: usize) -> Option<(Span, &'static str)> {
    let rest = walk.text.get(at..)?;
    let head = FACILITIES.beginning(rest).next()?;
    let end = at + head.len();
    let after = walk.text.get(end..).unwrap_or_default();
    if walk.is_named(at) || HEADS.begin(after) || PHASES.begin(after) {
        return None;
    }
    let left = walk.left(at)?;
    let modifier = Span::new(left.start, at).of(walk.text);
    let proper = left.company || left.place || left.quoted || left.amount;
    // 第二条生产线 and 新生产线 are told apart by no name.
    let line = *head == "生产线";
    let named = without_class(&left.plain);
    let plain = named.chars().count() >= if line { 3 } else { 2 } && !(line && named.ends_with('条')) || left.quoted;
    (proper && plain && walk.goes_on_as_one(end) && !many(walk, left.start, modifier)).then(|| (Span::new(left.start, end), "project.facility"))
}

/// 马夸特开关二期: a phase behind the name of a company or a project.
fn by_phase(walk: &Walk<'_>, at: usize) -> Option<(Span, &'static str)> {
    let rest = walk.text.get(at..)?;
    let phase = PHASES.beginning(rest).next()?;
    let end = at + phase.len();
    let after = walk.text.get(end..).unwrap_or_default();
    if walk.is_named(at) || words!["间", "货", "权", "刊", "末", "初", "限"].begin(after) {
        return None;
    }
    if HEADS.begin(after) {
        return None; // the head finds it
    }
    let left = walk.left(at)?;
    (left.company && left.start < at && !many(walk, left.start, Span::new(left.start, at).of(walk.text)))
        .then(|| (Span::new(left.start, end), "project.phase"))
}

/// Whether a figure behind a name counts what it names: 购地建厂项目28个.
fn counted_behind(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let figure = rest.trim_start_matches(|c| "达共计有约近超已".contains(c));
    let unit = figure.trim_start_matches(|c: char| c.is_ascii_digit() || "多余几十百".contains(c));
    let after = unit.strip_prefix(['个', '项', '宗', '只']).filter(|_| unit.len() < figure.len());
    after.is_some_and(|after| after.is_empty() || after.starts_with(['、', ',', '，', '。', ';', '；', '和', '(', '（']))
}

/// Whether many projects are meant: 12个重点项目, 生物医药类项目, 一批技改项目.
fn many(walk: &Walk<'_>, start: usize, words: &str) -> bool {
    if words!["类", "等", "领域", "行业", "系列", "各类", "重点", "重大", "签约", "世纪"].end(words)
        || words.contains("等") && words.ends_with("重点")
    {
        return true;
    }
    if words!["多个", "许多", "众多", "诸多", "不少", "大量", "各类", "一批", "一大批", "多期", "两大", "三大", "若干", "数个", "几个", "多项"]
        .stand_in(words)
    {
        return true;
    }
    // 整个施工项目: the one that is spoken of
    if words.starts_with("整个") {
        return true;
    }
    let behind = walk.text.get(..start).unwrap_or_default();
    let behind = behind.trim_end_matches("重点").trim_end_matches("重大");
    MANY.ending(behind).next().is_some()
}

/// How names of programmes begin or what they hold: “两重”项目, “十四五”重大工程.
static PROGRAMMES: Words<&str> = Words::of(&[
    "“两",
    "“双",
    "“三",
    "“四",
    "“五",
    "“六",
    "“七",
    "“八",
    "“九",
    "“十",
    "“百",
    "“千",
    "“万",
    "“1",
    "“2",
    "“3",
    "“4",
    "“5",
    "“白名单",
    "“黑名单",
    "“新基建",
    "“小而美",
    "“保险",
    "“一带",
    "“一号",
    "“头号",
    "“揭榜",
    "“专精特新",
    "“卡脖子",
    "重点",
    "重大",
]);

/// Modifiers that make a class of whatever stands before them.
static SETS_AT_HEAD: Words<&str> =
    Words::of(&["重点", "重大", "重点建设", "招商引资", "开竣工", "集中开工", "新签约", "标志性", "试点", "招标", "采购"]);

/// Words of a modifier that tell a set of projects.
static SETS: Words<&str> = Words::of(&["重点", "重大", "招商", "签约", "引资", "在谈", "储备", "协同发展", "引进", "意向"]);

/// A modifier without the words that only tell a class, and without a year or a count in front: 2018, 第三次.
pub(crate) fn without_class(words: &str) -> &str {
    let mut rest = words;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('年');
        if let Some(after) = rest.strip_prefix('第') {
            let after = after.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
            rest = after.strip_prefix(['次', '批', '届', '轮']).unwrap_or(rest);
        }
        // The word that the list names first, be it before or behind.
        let first = CLASSES_BEFORE.beginning(rest).min_by_key(|(_, place)| *place);
        let last = CLASSES_BEHIND.ending(rest).min_by_key(|(_, place)| *place);
        let shorter = match (first, last) {
            (Some((word, place)), last) if last.is_none_or(|(_, other)| place <= other) => rest.strip_prefix(word),
            (_, last) => last.and_then(|(word, _)| rest.strip_suffix(word)),
        };
        match shorter {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}
