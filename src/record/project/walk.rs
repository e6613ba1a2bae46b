//! From clause to clause: which project each amount and each step belongs to.

use super::facts::Role;
use super::refer::{Reference, counts_projects};
use super::step::Step;
use super::{ProjectRecord, Stated, canonical, is};
use crate::context::{Context, Mention};
use crate::entity::time::{Edtf, Limit};
use crate::entity::{Kind, Value, edge};
use crate::limits::SITES;
use crate::record::Modality;
use crate::record::clause::{Clause, Clauses};
use crate::record::stage::{Stage, Told};
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_table::{Words, words};
use std::fmt::Write;

/// What the text speaks of.
#[derive(Clone, Debug, Default)]
pub(super) struct Topic {
    pub(super) records: Vec<usize>,
    /// The records are members of a sum: amounts are not theirs.
    pub(super) package: bool,
    /// The phase that is spoken of: 一期.
    pub(super) phase: Option<String>,
}

/// Projects named in one list.
pub(super) struct Group {
    pub(super) span: Span,
    pub(super) records: Vec<usize>,
    /// 等12个项目
    pub(super) package: Option<Span>,
}

/// How a clause goes on about the project before it.
static CONTINUING: Words<&str> = Words::of(&[
    "该项目",
    "该工程",
    "该基地",
    "该园区",
    "该产业园",
    "本项目",
    "这个项目",
    "这一项目",
    "此项目",
    "项目",
    "工程总",
    "工程占",
    "工程建",
    "基地总",
    "基地占",
    "基地建",
    "整体项目",
    "整个项目",
    "一期",
    "二期",
    "三期",
    "首期",
    "建成",
    "投产",
    "达产",
    "投用",
    "投运",
    "总投资",
    "计划总投资",
    "计划投资",
    "预计总投资",
    "投资总额",
    "总占地",
    "占地",
    "总建筑",
    "建筑面积",
    "建设内容",
    "建设规模",
    "建设周期",
    "工期",
    "预计",
    "可",
    "将",
    "主要",
    "规划",
    "拟",
    "全部建成",
    "全部投产",
    "全部达产",
    "全面",
    "年产",
    "年可",
    "达到",
    "其中",
    "目前",
    "计划",
    "平均",
    "每年",
    "已",
    "正",
    "现",
]);

/// Clauses that name a project again by a common noun; they may open a new sentence or paragraph.
static ANAPHORS: Words<&str> = Words::of(&[
    "该项目",
    "该工程",
    "该基地",
    "该产业园",
    "该工业园",
    "该园区",
    "本项目",
    "这个项目",
    "这一项目",
    "此项目",
    "项目",
    "整体项目",
    "整个项目",
    "工程",
    "一期",
    "二期",
    "三期",
    "首期",
    "建成后",
    "投产后",
    "达产后",
    "全部建成",
    "全部投产",
    "全部达产",
    "正式运营",
    "正式投产",
    "投入运营",
    "投入使用",
    "全面建成",
    "全面投产",
    "预计",
    "总投资",
    "其中",
    "未来",
    "这里",
    "届时",
    "占地面积",
    "总占地",
    "用地面积",
    "总用地",
    "总建筑面积",
    "建筑面积",
    "建设规模",
    "建设内容",
    "计划新建",
    "计划建设",
    "拟建设",
    "拟新建",
    "将建设",
    "将新建",
    "主要建设",
    "规划建设",
    "投资方",
    "累计完成投资",
    "已完成投资",
    "已累计完成投资",
    "此次签约项目",
    "此次签约的项目",
]);

/// Gives every amount and step of the text to its project, and says where common nouns stand for projects.
pub(super) fn walk(
    context: &Context<'_>,
    mentions: &[Mention],
    clauses: &Clauses,
    references: &[Reference],
    records: &mut [ProjectRecord],
) -> Vec<Reference> {
    let mut anaphors = Vec::new();
    if records.is_empty() {
        return anaphors;
    }
    let mut topic = Topic::default();
    let mut carried = Topic::default();
    let mut waiting = Waiting::default();
    let mut colour = Modality::Actual;
    let mut opening = None;
    let mut dates: Option<(usize, Option<Dated>)> = None;
    let mut before: Option<&Clause> = None;
    // A项目,B项目,|C项目等项目已经开工: those that the clauses before named and told nothing of.
    let mut listed: Vec<usize> = Vec::new();
    for (index, clause) in clauses.list().iter().enumerate() {
        let words = clause.span.of(context.text);
        // 据了解, and a date alone, are no start of a sentence: 据悉,该项目总投资….
        let only_date = within(mentions, clause.span).find(|(_, mention)| is(mention, Kind::Date) && mention.span.len() * 5 >= clause.span.len() * 4);
        if let Some((_, date)) = only_date {
            dates = Some((clause.sentence, dated(date)));
        }
        if only_date.is_some() || is_attribution(words.trim_start_matches(['“', '"'])) && ends_nothing(references, clause.span) {
            continue;
        }
        let new_sentence = before.is_none_or(|before| before.sentence != clause.sentence);
        let new_segment = before.is_none_or(|before| before.segment != clause.segment);
        let opener = words.trim_start_matches(['“', '"', '(', '（']);
        if new_sentence {
            colour = Modality::Actual;
        }
        if new_sentence || new_segment {
            waiting = Waiting {
                counted: waiting.counted.filter(|_| {
                    let same = before.is_some_and(|before| before.paragraph == clause.paragraph);
                    NAMED_NEXT.begin(opener)
                        || names_counted(opener)
                        || waiting.listing && !new_sentence
                        || same && counts_and_names(context, mentions, clauses, index)
                }),
                listing: waiting.listing && !new_sentence,
                ..Waiting::default()
            };
            if !topic.records.is_empty() || topic.package {
                carried = topic.clone();
            }
            let new_paragraph = before.is_none_or(|before| before.paragraph != clause.paragraph);
            if new_paragraph && !words!["该", "本项目", "这", "此项目", "项目", "此次签约"].begin(opener) {
                carried = Topic::default();
            }
            // 该项目 speaks of the project named last, paragraphs ago, where no firm or other project has been named since
            if carried.records.is_empty() && !carried.package && words!["该项目", "本项目", "这个项目", "这一项目", "此项目", "这是"].begin(opener)
            {
                let before = references.partition_point(|reference| reference.span.start < clause.span.start);
                let since = before.checked_sub(1).and_then(|last| references.get(last));
                carried = since
                    .filter(|last| nobody_since(context, mentions, last.span, clause.span.start))
                    .map_or_else(Topic::default, |last| Topic { records: vec![last.record], ..Topic::default() });
            }
            let undated = opener.trim_start_matches(|c: char| c.is_ascii_digit() || any!("年月日底前初上下半到于将").of(c));
            let anaphor = (ANAPHORS.begin(opener) || ANAPHORS.begin(undated) || points_at_one(opener))
                && !opener.starts_with("项目招")
                && opener.strip_prefix("项目建设").is_none_or(|rest| BUILT_FOR.begin(rest));
            // “今年2月就开工了。”项目负责人说: who speaks for the project speaks of it
            let quoted = words.starts_with(['“', '"']) && speaks_for_project(context, clauses, index);
            let goes_on = anaphor || quoted || (!new_sentence && CONTINUING.begin(opener));
            topic = if goes_on { carried.clone() } else { Topic::default() };
            // 项目全部建成后: the whole is spoken of again, not its phase
            if words!["项目", "该项目", "全部", "整个项目", "整体项目"].begin(opener) {
                topic.phase = None;
            }
            if let Some(phase) = PHASES.beginning(opener.without_leading("其中")).next() {
                topic.phase = Some((*phase).to_owned());
            }
            // 该项目 is one more reference.
            if let ([record], true) = (topic.records.as_slice(), anaphor && !topic.package) {
                let told = || opener.strip_prefix("项目").filter(|rest| GOES_ON.begin(rest)).map(|_| &"项目");
                if let Some(word) = ["该项目", "该工程", "该基地", "该产业园", "该工业园", "本项目", "这个项目", "这一项目", "此项目"]
                    .iter()
                    .find(|word| opener.starts_with(**word))
                    .or_else(told)
                {
                    let start = clause.span.start + words.len() - opener.len();
                    anaphors.push(Reference { span: Span::new(start, start + word.len()), record: *record });
                }
            }
        }
        let phase = opener.without_leading("其中").trim_start_matches(|c| any!("一二三四、").of(c));
        let phased = PHASES.begin(opener.without_leading("其中")) || phase.starts_with('期') && opener.len() > phase.len();
        if phased && !new_segment {
            topic.phase = phase_in(opener.get(..opener.len() - phase.len() + '期'.len_utf8()).unwrap_or_default()).or(topic.phase);
        }
        // the project that was spoken of before is taken up in the middle of a sentence: …,项目全部建成后….
        let said = words.starts_with(['“', '"']) && ANAPHORS.begin(opener); // …说:“项目今年2月开工”
        if !new_segment && topic.records.is_empty() && !topic.package && (AGAIN.begin(opener) || said) {
            topic = Topic { phase: None, ..carried.clone() };
        }
        if opens_with_newcomer(context, mentions, clauses, index) {
            topic = Topic::default();
        }
        let mut groups = groups(context, mentions, references, clause);
        // A、B,以及C等项目: a list runs over the comma.
        if let Some(first) = groups.first_mut().filter(|_| !new_segment && words!["以及", "及", "和"].begin(opener)) {
            let ended_with_list = before.is_some_and(|before| ends_at(references, before.span));
            if ended_with_list {
                first.records = topic.records.iter().copied().chain(first.records.iter().copied()).collect();
            }
        }
        let date = dates.take().filter(|(sentence, _)| *sentence == clause.sentence);
        if new_sentence || date.is_some() {
            opening = date.and_then(|(_, date)| date);
        }
        // A投产后可实现产值1亿元;B计划明年建成: what was expected of one is not of the next
        if new_segment && !groups.is_empty() {
            colour = Modality::Actual;
        }
        let moods = clauses.moods(context, clause);
        if new_segment {
            listed.clear();
        }
        let previous = before.filter(|before| before.sentence == clause.sentence).map(|before| before.span);
        let builds_next = pays_for_next(context, clauses, references, index);
        let mut step = Step {
            context,
            mentions,
            clause,
            moods,
            groups: &groups,
            topic: &topic,
            records,
            waiting: &mut waiting,
            opening,
            colour,
            previous,
            builds_next,
            listed: &listed,
        };
        step.read();
        colour = step.colour;
        list_members(context, mentions, clause, &groups, &mut listed);
        // 具体包括A、B: the parts of what is spoken of do not become the topic.
        let parts = topic.records.len() == 1 && !new_segment && PARTS.begin(opener);
        if !parts {
            next_topic(context, mentions, clause, &groups, &mut topic);
        }
        before = Some(clause);
    }
    anaphors
}

/// What of the building is told, and not that building goes on: 项目建设|周期为3年.
static BUILT_FOR: Words<&str> = Words::of(&["周期", "期", "内容", "规模", "地点", "单位", "工期", "用地", "总投资", "年限", "总工期", "资金"]);

/// What a sentence tells of one project that it calls 项目.
static GOES_ON: Words<&str> = Words::of(&[
    "位于",
    "坐落",
    "选址",
    "落户",
    "地处",
    "在",
    "于",
    "由",
    "总投资",
    "计划",
    "预计",
    "占地",
    "总占地",
    "建成",
    "全部",
    "达产",
    "投产",
    "分",
    "主要",
    "拟",
    "将",
    "规划",
    "建设地点",
    "建设单位",
    "建设主体",
    "投资方",
    "生产",
    "产品",
    "采用",
    "依托",
    "目前",
    "已",
    "一期",
    "开工",
]);

/// Whether from a project's name to a later place no firm, no other project and no sum of projects is named, and the name is no member of a list.
fn nobody_since(context: &Context<'_>, mentions: &[Mention], last: Span, at: usize) -> bool {
    const REACH: usize = 1200;
    let rest = context.text.get(last.end..).unwrap_or_default();
    let listed = rest.starts_with(['、', '和', '及', '与', '等']) || context.text.get(..last.start).is_some_and(|behind| behind.ends_with('、'));
    at - last.end <= REACH
        && !listed
        && !within(mentions, Span::new(last.end, at))
            .any(|(_, mention)| matches!(mention.kind(), Kind::Company | Kind::Project) || counts_projects(context, mention))
}

/// 这个计划投资44亿元的项目, 这项年发电3亿千瓦时的工程: whether a clause takes up the project before with something told of it.
fn points_at_one(opener: &str) -> bool {
    const REACH: usize = 24;
    let rest = words!["这个", "这一", "这项", "这座"].strip_beginning(opener);
    // 这是全县首个重点项目, 作为全县首个开工的重点项目
    let said = || {
        let rest = words!["这是", "作为"].strip_beginning(opener);
        rest.is_some_and(|rest| words!["项目", "工程"].end(rest) && rest.chars().count() <= REACH)
    };
    rest.is_some_and(|rest| words!["的项目", "的工程", "的大项目"].stand_in(rest.leading(REACH))) || said()
}

/// Clauses that only say where the news comes from.
static ATTRIBUTIONS: Words<&str> = Words::of(&[
    "据了解",
    "据悉",
    "据介绍",
    "据透露",
    "据统计",
    "记者了解到",
    "记者获悉",
    "记者从现场了解到",
    "另据了解",
    "据报道",
    "目前",
    "截至目前",
]);

/// 据了解, 据现场负责人介绍
fn is_attribution(words: &str) -> bool {
    const LONGEST: usize = 20;
    let spoken = words!["负责人介绍", "负责人说", "负责人表示", "负责人告诉记者"].end(words) && words.chars().count() <= LONGEST + 10;
    let told =
        || spoken || words.starts_with('据') && words!["介绍", "透露", "表示", "了解", "介绍说"].end(words) && words.chars().count() <= LONGEST;
    ATTRIBUTIONS.hold(words) || told()
}

/// Whether no project is named in a clause.
fn ends_nothing(references: &[Reference], clause: Span) -> bool {
    let first = references.partition_point(|reference| reference.span.start < clause.start);
    references.get(first).is_none_or(|reference| reference.span.start >= clause.end)
}

/// How a sentence opens that names some of the projects counted in the one before: 10个项目集中开工。这些项目分别为A、B.
static NAMED_NEXT: Words<&str> = Words::of(&["其中", "包括", "这", "分别为", "分别是", "项目分别", "具体为", "具体包括", "具体有", "既有", "既包括"]);

/// 13个项目分别是, 这8个项目包括: whether a sentence names all of those that were counted, be it in the next paragraph.
fn names_counted(opener: &str) -> bool {
    let rest = opener.trim_start_matches(['这', '此', '该']).trim_start_matches(edge::is_plural);
    rest.len() < opener.len()
        && words!["个项目", "项目", "项工程", "个重点项目"]
            .strip_beginning(rest)
            .is_some_and(|rest| words!["分别是", "分别为", "包括", "为", "是", "有"].begin(rest))
}

/// How the clause behind a count names those that were counted: 央企项目1项,|即A项目.
static COUNTED_ONES: Words<&str> = Words::of(&["即", "有", "为", "分别为", "分别是", "包括"]);

/// 央企项目1项,即A项目: whether a sentence counts some of the projects that were counted before, and its next clause names them.
fn counts_and_names(context: &Context<'_>, mentions: &[Mention], clauses: &Clauses, index: usize) -> bool {
    let Some((here, next)) = clauses.list().get(index).zip(clauses.list().get(index + 1)) else { return false };
    here.sentence == next.sentence
        && COUNTED_ONES.begin(next.span.of(context.text))
        && within(mentions, here.span).any(|(_, mention)| counts_projects(context, mention))
}

/// How the project spoken of is taken up in the middle of a sentence.
static AGAIN: Words<&str> = Words::of(&[
    "该项目",
    "本项目",
    "此项目",
    "整个项目",
    "项目全部",
    "项目建成",
    "项目达产",
    "项目投产",
    "项目总投资",
    "项目计划",
    "项目占地",
    "项目分",
]);

/// Whether the sentence behind a quotation tells that somebody of the project said it.
fn speaks_for_project(context: &Context<'_>, clauses: &Clauses, index: usize) -> bool {
    let Some(here) = clauses.list().get(index) else { return false };
    let behind = clauses.list().iter().skip(index + 1).find(|clause| clause.sentence != here.sentence);
    let behind = behind.filter(|clause| clause.paragraph == here.paragraph).map(|clause| clause.span.of(context.text));
    behind.is_some_and(|words| {
        words!["项目", "该项目"]
            .strip_beginning(words)
            .is_some_and(|post| words!["负责人", "相关负责人", "经理", "现场", "业主", "方", "总工", "执行"].begin(post))
    })
}

/// Keeps the projects of a clause that is nothing but their names, as a member of a list that commas part, and forgets them where the list is closed.
fn list_members(context: &Context<'_>, mentions: &[Mention], clause: &Clause, groups: &[Group], listed: &mut Vec<usize>) {
    let Some((first, last)) = groups.first().zip(groups.last()) else {
        if !listed.is_empty() && within(mentions, clause.span).any(|(_, mention)| matches!(mention.kind(), Kind::Money | Kind::Quantity)) {
            listed.clear();
        }
        return;
    };
    let lead = Span::new(clause.span.start, first.span.start).of(context.text);
    let plain = lead.is_empty() || LIST_OPENERS.hold(lead);
    if plain && groups.len() == 1 && last.package.is_none() && last.span.end == clause.span.end && matches!(clause.mark, ',' | '，') {
        listed.extend(&last.records);
    } else {
        listed.clear();
    }
}

/// What may stand before the first member of such a list in its clause.
static LIST_OPENERS: Words<&str> = Words::of(&["同时", "此外", "其中", "另外", "目前", "以及", "和", "如"]);

/// Whether a clause is 投资 and an amount and the next one builds with it a project that is named: 投资1亿元,|建设A项目.
fn pays_for_next(context: &Context<'_>, clauses: &Clauses, references: &[Reference], index: usize) -> bool {
    const LEAD: usize = 24;
    let Some((here, next)) = clauses.list().get(index).zip(clauses.list().get(index + 1)) else { return false };
    let words = here.span.of(context.text).without_leading("其中");
    let pays = words!["投资", "总投资", "计划投资", "拟投资"]
        .strip_beginning(words)
        .is_some_and(|amount| amount.trim_end_matches("元").len() < amount.len());
    if !pays || here.segment != next.segment || !words!["建设", "新建", "兴建"].begin(next.span.of(context.text)) {
        return false;
    }
    let first = references.partition_point(|reference| reference.span.start < next.span.start);
    references.get(first).is_some_and(|named| named.span.start <= next.span.start + LEAD && named.span.end <= next.span.end)
}

/// Whether a clause opens with a company that its paragraph has not named yet: what it tells is another project's.
fn opens_with_newcomer(context: &Context<'_>, mentions: &[Mention], clauses: &Clauses, index: usize) -> bool {
    let Some(clause) = clauses.list().get(index) else { return false };
    let Some((at, firm)) = within(mentions, clause.span).next().filter(|(_, firm)| is(firm, Kind::Company) && firm.span.start == clause.span.start)
    else {
        return false;
    };
    let paragraph = clauses.paragraph(index);
    let name = canonical(context, firm);
    let earlier = mentions.get(..at).unwrap_or_default().iter().rev().take_while(|other| other.span.start >= paragraph.start);
    let mut earlier = earlier.take(SITES).filter(|other| other.span.end <= clause.span.start);
    at > 0 && !earlier.any(|other| is(other, Kind::Company) && canonical(context, other) == name)
}

/// How the parts of a project are listed behind it.
static PARTS: Words<&str> = Words::of(&["具体包括", "包括", "包含", "主要包括", "其中包括", "分别为", "涵盖", "含"]);

/// What a sentence has told before it names a project.
#[derive(Clone, Debug, Default)]
pub(super) struct Waiting {
    /// Steps without a bearer: 双方签署协议,拟建设A项目.
    pub(super) steps: Vec<(Told, Option<Dated>)>,
    /// Amounts without an owner: 取得土地约175亩,投资建设A项目.
    pub(super) amounts: Vec<(Role, Stated, Span)>,
    /// The step that a number of projects has taken, some of which are named next: 新开工项目10个,其中A、B.
    pub(super) counted: Option<(Stage, Option<Dated>)>,
    /// Whether the sentence names all of those that were counted: 这7个项目分别为A、B;C.
    pub(super) listing: bool,
}

/// How many words before 、 may still be those of one name: 航空、航天、|海洋装备项目.
const MOST_PARTS: usize = 2;

/// How many characters a member of a list of projects has at least.
const SHORTEST_MEMBER: usize = 4;

/// What the text speaks of after a clause.
fn next_topic(context: &Context<'_>, mentions: &[Mention], clause: &Clause, groups: &[Group], topic: &mut Topic) {
    if let Some(group) = groups.last() {
        *topic = Topic { records: group.records.clone(), package: group.package.is_some(), phase: None };
    }
    // 甲中心、乙中心、|丙项目: the last of a list of which the others are told by no name
    if let Some(group) = groups.last().filter(|group| group.package.is_none() && group.records.len() == 1) {
        let lead = Span::new(clause.span.start, group.span.start).of(context.text);
        // 广东、广西、云南、|海南电网工程: places are parts of one name
        let members = || lead.trim_end_matches('、').split('、').all(|member| member.chars().count() >= SHORTEST_MEMBER);
        if groups.len() == 1 && lead.ends_with('、') && lead.matches('、').count() > MOST_PARTS && !lead.contains('元') && members() {
            topic.package = true;
        }
    }
    let after = groups.last().map_or(clause.span.start, |group| group.span.end);
    let several = words!["两大项目", "三大项目", "四大项目", "五大项目", "两个项目"].stand_in(Span::new(after, clause.span.end).of(context.text));
    let sum = several || within(mentions, Span::new(after, clause.span.end)).any(|(_, mention)| counts_projects(context, mention));
    if sum && groups.last().is_none_or(|group| group.package.is_none()) {
        // A number of projects is spoken of: nothing that follows is one project's.
        *topic = Topic { records: Vec::new(), package: true, phase: None };
    }
}

/// Whether the clause ends with the name of a project.
fn ends_at(references: &[Reference], clause: Span) -> bool {
    let first = references.partition_point(|reference| reference.span.start < clause.start);
    references.iter().skip(first).take_while(|reference| reference.span.start < clause.end).any(|reference| reference.span.end == clause.end)
}

/// The mentions inside a span, with their indexes.
pub(super) fn within(mentions: &[Mention], span: Span) -> impl Iterator<Item = (usize, &Mention)> {
    let first = mentions.partition_point(|mention| mention.span.start < span.start);
    mentions
        .iter()
        .enumerate()
        .skip(first)
        .take_while(move |(_, mention)| mention.span.start < span.end)
        .filter(move |(_, mention)| mention.span.end <= span.end)
}

/// The lists of projects that a clause names.
fn groups(context: &Context<'_>, mentions: &[Mention], references: &[Reference], clause: &Clause) -> Vec<Group> {
    let first = references.partition_point(|reference| reference.span.start < clause.span.start);
    let mut groups: Vec<Group> = Vec::new();
    for reference in references.iter().skip(first).take_while(|reference| reference.span.start < clause.span.end) {
        if let Some(last) = groups.last_mut() {
            let gap = Span::new(last.span.end, reference.span.start).of(context.text);
            if matches!(gap, "、" | "和" | "与" | "及" | "以及" | "，以及" | ",以及" | "”“" | "”、“" | "") || is_member(gap) {
                last.span.end = reference.span.end;
                last.records.push(reference.record);
                continue;
            }
        }
        groups.push(Group { span: reference.span, records: vec![reference.record], package: None });
    }
    join_members(context, &mut groups, clause);
    for group in &mut groups {
        let rest = Span::new(group.span.end, clause.span.end.max(group.span.end)).of(context.text);
        let rest = rest.trim_start_matches('”');
        let rest = end_of_list(rest);
        let counted_list = group.records.len() > 1 && !counted_without(rest).is_empty();
        if !rest.starts_with('等') && !counted_list {
            continue;
        }
        let counted = within(mentions, Span::new(group.span.end, clause.span.end)).find(|(_, mention)| is(mention, Kind::Quantity));
        let near = rest.leading(14);
        let start = clause.span.end - rest.len().min(clause.span.len());
        if let Some(at) = near.place_of("项目") {
            // 等3个项目, 等项目3个
            let word = Span::new(start + at, start + at + "项目".len());
            let beside = |span: Span| (word.end..=word.end + "共计".len()).contains(&span.start);
            let end = counted.map(|(_, mention)| mention.span).filter(|span| beside(*span)).map_or(word.end, |span| span.end);
            group.package = Some(Span::new(start, end));
        } else {
            group.package = Some(Span::new(start, start + '等'.len_utf8()));
        }
    }
    groups
}

/// A、B、|C、D等: from where a list ends that goes on with names that are no references; all of the words where it does not.
fn end_of_list(rest: &str) -> &str {
    const LONGEST: usize = 32;
    let near = rest.leading(LONGEST);
    let end = near.find('等').filter(|at| rest.starts_with('、') && near.get(..*at).is_some_and(|list| !list.contains(['的', '于', '在'])));
    end.and_then(|at| rest.get(at..)).unwrap_or(rest)
}

/// A项目、马驹沟车灯、|B项目等12个项目: a list that 等 closes is one, whatever its members are called.
fn join_members(context: &Context<'_>, groups: &mut Vec<Group>, clause: &Clause) {
    const LONGEST: usize = 60;
    let plain = |gap: &str| {
        let inner = gap.strip_prefix('、').and_then(|gap| gap.strip_suffix('、'));
        inner.is_some_and(|list| {
            list.chars().count() <= LONGEST
                && list
                    .chars()
                    .all(|c| edge::is_han(c) && !matches!(c, '的' | '在' | '等' | '元' | '将') || c.is_ascii_alphanumeric() || any!("、()（）").of(c))
        })
    };
    let closed = |group: &Group| {
        let rest = Span::new(group.span.end, clause.span.end.max(group.span.end)).of(context.text);
        end_of_list(rest).strip_prefix('等').is_some_and(|rest| rest.leading(14).has("项目"))
    };
    let mut at = groups.len();
    while at > 1 {
        at -= 1;
        let Some((before, last)) = groups.get(at - 1).zip(groups.get(at)) else { return };
        let gap = Span::new(before.span.end, last.span.start);
        if !closed(last) || !plain(gap.of(context.text)) {
            continue;
        }
        let last = groups.remove(at);
        if let Some(before) = groups.get_mut(at - 1) {
            before.span.end = last.span.end;
            before.records.extend(last.records);
        }
    }
}

/// A项目|、5G基站建设及配套工程、|B项目: a member between two others that is told by no name of its own.
fn is_member(gap: &str) -> bool {
    const LONGEST: usize = 20;
    let member = gap.strip_prefix('、').and_then(|gap| gap.strip_suffix('、'));
    member.is_some_and(|member| {
        words!["项目", "工程", "基地", "中心", "园"].end(member)
            && member.chars().count() <= LONGEST
            && member.chars().all(|c| (edge::is_han(c) || c.is_ascii_alphanumeric()) && !matches!(c, '的' | '在' | '等' | '元'))
    })
}

/// The figure that counts a list of projects right behind it: A、B|2个|项目.
fn counted_without(rest: &str) -> &str {
    let rest = rest.strip_prefix('共').unwrap_or(rest);
    let after = rest.trim_start_matches(edge::is_plural);
    let figure = rest.get(..rest.len() - after.len()).unwrap_or_default();
    let projects = after.strip_prefix('个').is_some_and(|after| {
        let kind = after.place_of("项目").and_then(|at| after.get(..at));
        kind.is_some_and(|kind| kind.chars().count() <= 6 && kind.chars().all(|c| edge::is_han(c) && c != '的'))
    });
    if projects { figure } else { "" }
}

/// A date in EDTF, where it stands and its first day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    pub(super) edtf: Edtf,
    pub(super) span: Span,
    pub(super) start: Option<Limit>,
}

pub(super) fn dated(mention: &Mention) -> Option<Dated> {
    match &mention.value {
        Value::Date(date) => {
            // 近日 of an undated article says nothing.
            let edtf = date.edtf.filter(tells_figures)?;
            Some(Dated { edtf, span: mention.span, start: date.start })
        }
        _ => None,
    }
}

/// Whether a figure is known of the date.
fn tells_figures(edtf: &Edtf) -> bool {
    struct Figures(bool);
    impl std::fmt::Write for Figures {
        fn write_str(&mut self, written: &str) -> std::fmt::Result {
            self.0 |= written.bytes().any(|byte| byte.is_ascii_digit());
            Ok(())
        }
    }
    let mut figures = Figures(false);
    write!(figures, "{edtf}").is_ok() && figures.0
}

/// Phases as parts of a project.
static PHASES: Words<&str> = Words::of(&["一期", "二期", "三期", "四期", "五期", "首期"]);

/// The phase named last in the words.
pub(super) fn phase_in(words: &str) -> Option<String> {
    PHASES.found_in(words).max().map(|(_, phase)| (*phase).to_owned())
}
