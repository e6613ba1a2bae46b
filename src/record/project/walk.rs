//! From clause to clause: which project each amount and each step belongs to.

use super::facts::{Role, modality, role};
use super::refer::{Reference, counts_projects};
use super::{Event, PhaseAmount, ProjectRecord, Stated, is};
use crate::context::{Context, Mention};
use crate::entity::{Kind, Value};
use crate::record::clause::{Clause, Clauses};
use crate::record::stage::{self, Told};
use crate::record::{Amount, Modality};
use crate::span::Span;

/// What the text speaks of.
#[derive(Clone, Debug, Default)]
struct Topic {
    records: Vec<usize>,
    /// The records are members of a sum: amounts are not theirs.
    package: bool,
    /// The phase that is spoken of: 一期.
    phase: Option<String>,
}

/// Projects named in one list.
struct Group {
    span: Span,
    records: Vec<usize>,
    /// 等12个项目
    package: Option<Span>,
}

/// How a clause goes on about the project before it.
const CONTINUING: &[&str] = &[
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
];

/// Clauses that name a project again by a common noun; they may open a new sentence or paragraph.
const ANAPHORS: &[&str] = &[
    "该项目",
    "该工程",
    "该基地",
    "该产业园",
    "本项目",
    "这个项目",
    "这一项目",
    "此项目",
    "项目",
    "整体项目",
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
    "预计",
    "总投资",
    "其中",
];

/// Gives every amount and step of the text to its project.
pub(super) fn walk(context: &Context<'_>, mentions: &[Mention], clauses: &Clauses, references: &[Reference], records: &mut [ProjectRecord]) {
    if records.is_empty() {
        return;
    }
    let mut topic = Topic::default();
    let mut carried = Topic::default();
    let mut colour = Modality::Actual;
    let mut before: Option<&Clause> = None;
    for clause in clauses.list() {
        let words = clause.span.of(context.text);
        let new_sentence = before.is_none_or(|before| before.sentence != clause.sentence);
        let new_segment = before.is_none_or(|before| before.segment != clause.segment);
        if new_sentence {
            colour = Modality::Actual;
        }
        if new_sentence || new_segment {
            if !topic.records.is_empty() {
                carried = topic.clone();
            }
            let opener = words.trim_start_matches(['“', '"', '(', '（']);
            let anaphor = ANAPHORS.iter().any(|word| opener.starts_with(word)) && !opener.starts_with("项目招") && !opener.starts_with("项目建设");
            let goes_on = anaphor || (!new_sentence && CONTINUING.iter().any(|word| opener.starts_with(word)));
            topic = if goes_on { carried.clone() } else { Topic::default() };
        }
        let groups = groups(context, mentions, references, clause);
        let mut step = Step { context, mentions, clause, groups: &groups, topic: &topic, records, colour };
        step.read();
        colour = step.colour;
        next_topic(context, mentions, clause, &groups, &mut topic);
        before = Some(clause);
    }
}

/// What the text speaks of after a clause.
fn next_topic(context: &Context<'_>, mentions: &[Mention], clause: &Clause, groups: &[Group], topic: &mut Topic) {
    if let Some(group) = groups.last() {
        *topic = Topic { records: group.records.clone(), package: group.package.is_some(), phase: None };
    }
    let after = groups.last().map_or(clause.span.start, |group| group.span.end);
    let sum = within(mentions, Span::new(after, clause.span.end)).any(|(_, mention)| counts_projects(context, mention));
    if sum && groups.last().is_none_or(|group| group.package.is_none()) {
        // A number of projects is spoken of: nothing that follows is one project's.
        *topic = Topic { records: groups.last().map(|group| group.records.clone()).unwrap_or_default(), package: true, phase: None };
    }
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
            if matches!(gap, "、" | "和" | "与" | "及" | "以及" | "，以及" | ",以及" | "”“" | "”、“" | "") {
                last.span.end = reference.span.end;
                last.records.push(reference.record);
                continue;
            }
        }
        groups.push(Group { span: reference.span, records: vec![reference.record], package: None });
    }
    for group in &mut groups {
        let rest = Span::new(group.span.end, clause.span.end.max(group.span.end)).of(context.text);
        if !rest.trim_start_matches('”').starts_with('等') {
            continue;
        }
        let counted = within(mentions, Span::new(group.span.end, clause.span.end)).find(|(_, mention)| is(mention, Kind::Quantity));
        let near = rest.chars().take(14).collect::<String>();
        if let Some(at) = near.find("项目") {
            let end = counted.map_or(group.span.end + at, |(_, mention)| mention.span.end).max(group.span.end + at);
            group.package = Some(Span::new(group.span.end, end + "项目".len()));
        } else if counted.is_some() {
            group.package = Some(Span::new(group.span.end, group.span.end + 3));
        }
    }
    groups
}

/// One clause being read.
struct Step<'s> {
    context: &'s Context<'s>,
    mentions: &'s [Mention],
    clause: &'s Clause,
    groups: &'s [Group],
    topic: &'s Topic,
    records: &'s mut [ProjectRecord],
    colour: Modality,
}

impl Step<'_> {
    fn read(&mut self) {
        self.packages();
        self.amounts();
        self.stages();
    }

    fn packages(&mut self) {
        for group in self.groups {
            let Some(package) = group.package else { continue };
            let label = package.of(self.context.text).to_owned();
            for record in &group.records {
                if let Some(record) = self.records.get_mut(*record) {
                    record.package.get_or_insert_with(|| label.clone());
                    record.rests_on("package", package);
                }
            }
        }
    }

    fn amounts(&mut self) {
        let text = self.context.text;
        let mut from = self.clause.span.start;
        for (index, mention) in within(self.mentions, self.clause.span) {
            if !matches!(mention.kind(), Kind::Money | Kind::Quantity | Kind::Duration)
                || self.groups.iter().any(|group| group.span.contains(mention.span))
            {
                continue;
            }
            let before = Span::new(from.min(mention.span.start), mention.span.start).of(text);
            let after = Span::new(mention.span.end, self.clause.span.end.max(mention.span.end)).of(text);
            from = mention.span.end;
            let whole = Span::new(self.clause.span.start, mention.span.start).of(text);
            let said = modality(whole, self.colour);
            if said != Modality::Actual {
                self.colour = said;
            }
            if after.starts_with("以上") || is_size_class(mention, after) {
                continue;
            }
            let Some(role) = role(mention, before, after) else { continue };
            let Some((record, phase)) = self.owner(mention) else { continue };
            let Some(amount) = Amount::of(&mention.value) else { continue };
            let stated = Stated { amount, modality: said, mention: index };
            self.give(record, phase, role, stated, mention.span);
        }
    }

    /// The project that an amount belongs to, and the phase.
    fn owner(&self, mention: &Mention) -> Option<(usize, Option<String>)> {
        let text = self.context.text;
        let counted_between =
            |from: usize, to: usize| within(self.mentions, Span::new(from, to)).any(|(_, other)| counts_projects(self.context, other));
        // 总投资30亿元的A项目
        let next = self.groups.iter().find(|group| group.span.start >= mention.span.end);
        if let Some(group) = next {
            let gap = Span::new(mention.span.end, group.span.start).of(text);
            let of = gap.trim_start().strip_prefix('的').is_some_and(|rest| rest.chars().count() <= 10 && !rest.contains(['、', '元']));
            if of && !counted_between(mention.span.end, group.span.start) {
                return group.records.first().map(|record| (*record, None));
            }
        }
        // A项目总投资30亿元
        let last = self.groups.iter().rev().find(|group| group.span.end <= mention.span.start);
        if let Some(group) = last {
            if counted_between(group.span.end, mention.span.start) || group.package.is_some() {
                return None;
            }
            let gap = Span::new(group.span.end, mention.span.start).of(text);
            return match group.records.as_slice() {
                [record] => Some((*record, phase_in(gap))),
                _ => None,
            };
        }
        // 投资3亿元建设A项目
        if let Some(group) = next {
            let gap = Span::new(mention.span.end, group.span.start).of(text);
            let builds = ["建设", "兴建", "新建", "打造", "用于", "投建", "实施"].iter().any(|verb| gap.contains(verb)) && gap.chars().count() <= 16;
            if builds && group.records.len() == 1 {
                return group.records.first().map(|record| (*record, None));
            }
            return None;
        }
        let counted = counted_between(self.clause.span.start, mention.span.start);
        match self.topic.records.as_slice() {
            [record] if !self.topic.package && !counted => {
                let before = Span::new(self.clause.span.start, mention.span.start).of(text);
                Some((*record, phase_in(before).or_else(|| self.topic.phase.clone())))
            }
            _ => None,
        }
    }

    fn give(&mut self, record: usize, phase: Option<String>, role: Role, stated: Stated, span: Span) {
        let Some(record) = self.records.get_mut(record) else { return };
        let own_phase = phase.filter(|phase| record.phase.as_ref() != Some(phase));
        if let Some(phase) = own_phase {
            if role == Role::Investment {
                if !record.phase_amounts.iter().any(|known| known.phase == phase) {
                    record.rests_on("phase_amounts", span);
                    record.phase_amounts.push(PhaseAmount { phase, investment: stated });
                }
                return;
            }
        }
        let (field, slot) = match role {
            Role::Investment => ("investment", &mut record.investment),
            Role::PartInvestment if record.investment.is_none() => ("investment", &mut record.investment),
            Role::Completed => ("completed_investment", &mut record.completed_investment),
            Role::PaidIn => ("paid_in", &mut record.paid_in),
            Role::Output => ("annual_output", &mut record.annual_output),
            Role::Revenue => ("revenue", &mut record.revenue),
            Role::Tax => ("tax", &mut record.tax),
            Role::Site => ("site_area", &mut record.site_area),
            Role::Floor => ("floor_area", &mut record.floor_area),
            Role::Capacity => ("capacity", &mut record.capacity),
            Role::Jobs => ("jobs", &mut record.jobs),
            Role::Period => ("build_period", &mut record.build_period),
            Role::PartInvestment | Role::Other => return,
        };
        if slot.is_none() {
            *slot = Some(stated);
            record.rests_on(field, span);
        }
    }

    fn stages(&mut self) {
        let told = stage::read(self.context.text, self.clause.span);
        for (at, step) in told.iter().enumerate() {
            if self.groups.iter().any(|group| group.span.overlaps(step.span)) {
                continue;
            }
            let records = self.bearers(step);
            if records.is_empty() {
                continue;
            }
            let date = self.date_of(&told, at);
            for record in records {
                if let Some(record) = self.records.get_mut(record) {
                    let event = Event { stage: step.stage, date: date.as_ref().map(|(edtf, _)| edtf.clone()), planned: step.planned };
                    add_event(record, event);
                    record.rests_on("stage", step.span);
                    if let Some((_, span)) = &date {
                        record.rests_on("events", *span);
                    }
                }
            }
        }
    }

    /// The projects that a step is told of.
    fn bearers(&self, step: &Told) -> Vec<usize> {
        let text = self.context.text;
        let counted = |from: usize, to: usize| within(self.mentions, Span::new(from, to)).any(|(_, other)| counts_projects(self.context, other));
        if let Some(group) = self.groups.iter().rev().find(|group| group.span.end <= step.span.start) {
            let gap = Span::new(group.span.end, step.span.start);
            let own_count = group.package.is_some_and(|package| gap.start <= package.start && package.end <= gap.end);
            return if own_count || !counted(gap.start, gap.end) { group.records.clone() } else { Vec::new() };
        }
        if let Some(group) = self.groups.iter().find(|group| group.span.start >= step.span.end) {
            let gap = Span::new(step.span.end, group.span.start).of(text);
            return if gap.chars().count() <= 24 { group.records.clone() } else { Vec::new() };
        }
        if counted(self.clause.span.start, step.span.start) {
            return Vec::new();
        }
        self.topic.records.clone()
    }

    /// When a step took place: the last date before it and after the step before.
    fn date_of(&self, told: &[Told], at: usize) -> Option<(String, Span)> {
        let step = told.get(at)?;
        let from = at.checked_sub(1).and_then(|before| told.get(before)).map_or(self.clause.span.start, |before| before.span.end);
        let dated = |mention: &Mention| match &mention.value {
            Value::Date(date) => date.edtf.clone().map(|edtf| (edtf, mention.span)),
            _ => None,
        };
        within(self.mentions, Span::new(from, step.span.start)).filter_map(|(_, mention)| dated(mention)).last()
    }
}

fn add_event(record: &mut ProjectRecord, event: Event) {
    if let Some(known) = record.events.iter_mut().find(|known| known.stage == event.stage && known.planned == event.planned) {
        if known.date.is_none() {
            known.date = event.date;
        }
        return;
    }
    record.events.push(event);
}

/// The phase named last in the words.
fn phase_in(words: &str) -> Option<String> {
    ["一期", "二期", "三期", "四期", "五期", "首期"]
        .iter()
        .filter_map(|phase| words.rfind(phase).map(|at| (at, *phase)))
        .max()
        .map(|(_, phase)| phase.to_owned())
}

/// 亿元以上项目: an amount that says how large the projects are that are counted.
fn is_size_class(mention: &Mention, after: &str) -> bool {
    is(mention, Kind::Money)
        && matches!(&mention.value, Value::Money(money) if money.magnitude.high.is_none())
        && after.trim_start_matches(['的', '及']).starts_with("项目")
}
