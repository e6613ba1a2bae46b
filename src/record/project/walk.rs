//! From clause to clause: which project each amount and each step belongs to.

use super::facts::{Role, role};
use super::refer::{Reference, counts_projects};
use super::{Event, PhaseAmount, ProjectRecord, Stated, canonical, is};
use crate::context::{Context, Mention};
use crate::entity::{Kind, Value};
use crate::record::clause::{Clause, Clauses};
use crate::record::stage::{self, Stage, Told};
use crate::record::{Amount, Modality, modality};
use crate::span::Span;
use crate::word_table::{Words, words};

/// What the text speaks of.
#[derive(Clone, Debug, Default)]
struct Topic {
    records: Vec<usize>,
    /// The records are members of a sum: amounts are not theirs.
    package: bool,
    /// The phase that is spoken of: 一期.
    phase: Option<String>,
}

/// Verbs that lead from an amount to what it builds.
static BUILDING: Words<&str> = Words::of(&["建设", "兴建", "新建", "打造", "用于", "投建", "实施", "建立", "设立"]);

/// Projects named in one list.
struct Group {
    span: Span,
    records: Vec<usize>,
    /// 等12个项目
    package: Option<Span>,
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
    "未来",
    "这里",
    "届时",
    "投资方",
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
    for (index, clause) in clauses.list().iter().enumerate() {
        let words = clause.span.of(context.text);
        // 据了解, and a date alone, are no start of a sentence: 据悉,该项目总投资….
        let only_date = within(mentions, clause.span).find(|(_, mention)| is(mention, Kind::Date) && mention.span.len() * 5 >= clause.span.len() * 4);
        if let Some((_, date)) = only_date {
            dates = Some((clause.sentence, dated(date)));
        }
        if only_date.is_some() || ATTRIBUTIONS.hold(words.trim_start_matches(['“', '"'])) {
            continue;
        }
        let new_sentence = before.is_none_or(|before| before.sentence != clause.sentence);
        let new_segment = before.is_none_or(|before| before.segment != clause.segment);
        let opener = words.trim_start_matches(['“', '"', '(', '（']);
        if new_sentence {
            colour = Modality::Actual;
        }
        if new_sentence || new_segment {
            waiting =
                Waiting { counted: waiting.counted.filter(|_| opener.starts_with("其中") || opener.starts_with("包括")), ..Waiting::default() };
            if !topic.records.is_empty() || topic.package {
                carried = topic.clone();
            }
            let new_paragraph = before.is_none_or(|before| before.paragraph != clause.paragraph);
            if new_paragraph && !words!["该", "本项目", "这", "此项目", "项目", "此次签约"].begin(opener) {
                carried = Topic::default();
            }
            let undated = opener.trim_start_matches(|c: char| c.is_ascii_digit() || "年月日底前初上下半到于将".contains(c));
            let anaphor = (ANAPHORS.begin(opener) || ANAPHORS.begin(undated)) && !opener.starts_with("项目招") && !opener.starts_with("项目建设");
            let goes_on = anaphor || (!new_sentence && CONTINUING.begin(opener));
            topic = if goes_on { carried.clone() } else { Topic::default() };
            // 项目全部建成后: the whole is spoken of again, not its phase
            if words!["项目", "该项目", "全部", "整个项目", "整体项目"].begin(opener) {
                topic.phase = None;
            }
            if let Some(phase) = PHASES.beginning(opener).next() {
                topic.phase = Some((*phase).to_owned());
            }
            // 该项目 is one more reference.
            if let ([record], true) = (topic.records.as_slice(), anaphor && !topic.package) {
                if let Some(word) = ["该项目", "该工程", "该基地", "该产业园", "本项目", "这个项目", "这一项目", "此项目"]
                    .iter()
                    .find(|word| opener.starts_with(**word))
                {
                    let start = clause.span.start + words.len() - opener.len();
                    anaphors.push(Reference { span: Span::new(start, start + word.len()), record: *record });
                }
            }
        }
        let phase = opener.trim_start_matches("其中").trim_start_matches(|c| "一二三四、".contains(c));
        let phased = PHASES.begin(opener.trim_start_matches("其中")) || phase.starts_with('期') && opener.len() > phase.len();
        if phased && !new_segment {
            topic.phase = phase_in(opener.get(..opener.len() - phase.len() + '期'.len_utf8()).unwrap_or_default()).or(topic.phase);
        }
        // the project that was spoken of before is taken up in the middle of a sentence: …,项目全部建成后….
        if !new_segment && topic.records.is_empty() && !topic.package && AGAIN.begin(opener) {
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
        let mut step =
            Step { context, mentions, clause, groups: &groups, topic: &topic, records, waiting: &mut waiting, opening: opening.clone(), colour };
        step.read();
        colour = step.colour;
        // 具体包括A、B: the parts of what is spoken of do not become the topic.
        let parts = topic.records.len() == 1 && !new_segment && PARTS.begin(opener);
        if !parts {
            next_topic(context, mentions, clause, &groups, &mut topic);
        }
        before = Some(clause);
    }
    anaphors
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

/// How many mentions back a company is looked for in its paragraph.
const MOST_EARLIER: usize = 64;

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
    let mut earlier = earlier.take(MOST_EARLIER).filter(|other| other.span.end <= clause.span.start);
    at > 0 && !earlier.any(|other| is(other, Kind::Company) && canonical(context, other) == name)
}

/// How the parts of a project are listed behind it.
static PARTS: Words<&str> = Words::of(&["具体包括", "包括", "包含", "主要包括", "其中包括", "分别为", "涵盖", "含"]);

/// What a sentence has told before it names a project.
#[derive(Clone, Debug, Default)]
struct Waiting {
    /// Steps without a bearer: 双方签署协议,拟建设A项目.
    steps: Vec<(Told, Option<(String, Span)>)>,
    /// Amounts without an owner: 取得土地约175亩,投资建设A项目.
    amounts: Vec<(Role, Stated, Span)>,
    /// The step that a number of projects has taken, some of which are named next: 新开工项目10个,其中A、B.
    counted: Option<(Stage, Option<(String, Span)>)>,
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
        let rest = rest.trim_start_matches('”');
        // A、B、C等: the list may go on with names that are no references.
        let more = rest
            .find('等')
            .filter(|at| rest.starts_with('、') && *at <= 60 && rest.get(..*at).is_some_and(|list| !list.contains(['的', '于', '在'])));
        let rest = more.and_then(|at| rest.get(at..)).unwrap_or(rest);
        if !rest.starts_with('等') {
            continue;
        }
        let counted = within(mentions, Span::new(group.span.end, clause.span.end)).find(|(_, mention)| is(mention, Kind::Quantity));
        let near = rest.chars().take(14).collect::<String>();
        let start = clause.span.end - rest.len().min(clause.span.len());
        if let Some(at) = near.find("项目") {
            let end = counted.map_or(start + at, |(_, mention)| mention.span.end).max(start + at);
            group.package = Some(Span::new(start, end + "项目".len()));
        } else {
            group.package = Some(Span::new(start, start + '等'.len_utf8()));
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
    waiting: &'s mut Waiting,
    /// The date that opens the sentence: 10月17日,…
    opening: Option<Dated>,
    colour: Modality,
}

impl Step<'_> {
    fn read(&mut self) {
        // 建成后, 达产后: what follows in the sentence is expected
        if modality::of(self.clause.span.of(self.context.text)) == Some(Modality::Expected) {
            self.colour = Modality::Expected;
        }
        self.packages();
        self.amounts();
        self.take_waiting();
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

    /// What the sentence told before goes to the first project that it names.
    fn take_waiting(&mut self) {
        let Some(group) = self.groups.first() else { return };
        let waiting = std::mem::take(self.waiting);
        let lead = Span::new(self.clause.span.start, group.span.start).of(self.context.text);
        let builds = BUILDING.stand_in(lead);
        if let ([record], true) = (group.records.as_slice(), builds && group.package.is_none()) {
            for (role, stated, span) in waiting.amounts {
                self.give(*record, None, role, stated, span);
            }
        }
        for record in &group.records {
            for (step, date) in &waiting.steps {
                self.tell(*record, step.stage, step.planned, date.as_ref(), step.span);
            }
            let named_of = words!["其中", "包括", "如", "例如", "重点有", "主要有"].stand_in(lead) || lead.is_empty();
            if let Some((stage, date)) = waiting.counted.as_ref().filter(|_| named_of) {
                self.tell(*record, *stage, false, date.as_ref(), group.span);
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
            let said = modality::of(whole).unwrap_or(self.colour);
            if said != Modality::Actual {
                self.colour = said;
            }
            if is_size_class(mention, after) {
                continue;
            }
            let Some(role) = role(mention, before, after) else { continue };
            let Some(amount) = Amount::of(&mention.value) else { continue };
            // what is done is done, whatever was planned before
            let done = matches!(role, Role::Completed | Role::PaidIn);
            let modality = if done { modality::of(whole).unwrap_or_default() } else { said };
            let stated = Stated { amount, modality, mention: index };
            if let Some(records) = self.shared(mention) {
                for record in records {
                    self.give(record, None, role, stated.clone(), mention.span);
                }
            } else if let Some((record, phase)) = self.owner(mention) {
                self.give(record, phase, role, stated, mention.span);
            } else if self.groups.is_empty() && self.topic.records.is_empty() && !self.topic.package {
                self.waiting.amounts.push((role, stated, mention.span));
            }
        }
    }

    /// A、B投资均达10亿元以上 gives the amount to both; A、B分别投资3亿元、5亿元 gives one to each.
    fn shared(&self, mention: &Mention) -> Option<Vec<usize>> {
        let group = self.groups.iter().rev().find(|group| group.span.end <= mention.span.start).filter(|group| group.records.len() > 1)?;
        let gap = Span::new(group.span.end, mention.span.start);
        let words = gap.of(self.context.text);
        if words.contains("分别") {
            let rank = within(self.mentions, gap).filter(|(_, other)| other.kind() == mention.kind()).count();
            return Some(group.records.get(rank).copied().into_iter().collect());
        }
        (words!["均", "各", "都"].stand_in(words) && group.package.is_none()).then(|| group.records.clone())
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
            let builds = BUILDING.stand_in(gap) && gap.chars().count() <= 16;
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

    fn tell(&mut self, record: usize, stage: Stage, planned: bool, date: Option<&(String, Span)>, span: Span) {
        let Some(record) = self.records.get_mut(record) else { return };
        add_event(record, Event { stage, date: date.map(|(edtf, _)| edtf.clone()), planned });
        record.rests_on("stage", span);
        if let Some((_, span)) = date {
            record.rests_on("events", *span);
        }
    }

    fn give(&mut self, record: usize, phase: Option<String>, role: Role, stated: Stated, span: Span) {
        let Some(record) = self.records.get_mut(record) else { return };
        let own_phase = phase.filter(|phase| record.phase.as_ref() != Some(phase));
        if let Some(phase) = own_phase {
            if matches!(role, Role::Investment | Role::PartInvestment) {
                if !record.phase_amounts.iter().any(|known| known.phase == phase) {
                    record.rests_on("phase_amounts", span);
                    record.phase_amounts.push(PhaseAmount { phase, investment: stated });
                }
                return;
            }
            if matches!(role, Role::Goods | Role::Capacity | Role::Output | Role::Revenue | Role::Tax) {
                return; // what one phase makes is not what the project makes
            }
        }
        let (field, slot) = match role {
            Role::Investment => ("investment", &mut record.investment),
            Role::PartInvestment if record.investment.is_none() => ("investment", &mut record.investment),
            Role::Completed => ("completed_investment", &mut record.completed_investment),
            Role::PaidIn => ("paid_in", &mut record.paid_in),
            Role::Output => {
                // Money says more than goods.
                if let Some(goods) = record.annual_output.take_if(|output| output.amount.kind() == Kind::Quantity) {
                    record.capacity.get_or_insert(goods);
                    let spans = record.evidence.remove("annual_output").unwrap_or_default();
                    record.evidence.entry("capacity".to_owned()).or_insert(spans);
                }
                ("annual_output", &mut record.annual_output)
            }
            Role::Revenue => ("revenue", &mut record.revenue),
            Role::Tax => ("tax", &mut record.tax),
            Role::Site => ("site_area", &mut record.site_area),
            Role::Floor => ("floor_area", &mut record.floor_area),
            Role::Goods if record.annual_output.is_none() => ("annual_output", &mut record.annual_output),
            Role::Capacity | Role::Goods => ("capacity", &mut record.capacity),
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
        let mut told = stage::read(self.context.text, self.clause.span);
        // 签署框架协议 tells of the framework only.
        if told.iter().any(|step| step.stage == Stage::Framework) {
            told.retain(|step| step.stage != Stage::Signed);
        }
        for (at, step) in told.iter().enumerate() {
            if self.groups.iter().any(|group| group.span.overlaps(step.span)) {
                continue;
            }
            let (date, ahead) = self.date_of(&told, at);
            // Work on the main structure is work, whether its end is told or planned.
            let structure = step.stage == Stage::UnderConstruction && step.span.of(self.context.text).contains("主体");
            let planned = step.planned || ahead;
            let date = date.filter(|_| !(structure && planned));
            let before = Span::new(self.clause.span.start, step.span.start).of(self.context.text);
            let part = step.stage == Stage::Completed && words!["部分", "基础", "标段", "土建"].stand_in(before);
            let stage = if part { Stage::UnderConstruction } else { step.stage };
            let step = Told { stage, planned: planned && !structure, ..*step };
            let records = self.bearers(&step);
            for record in &records {
                self.tell(*record, step.stage, step.planned, date.as_ref(), step.span);
            }
            let on_site = self.clause.span.end - step.span.end <= "上".len() && step.span.of(self.context.text).ends_with("工地");
            let early = matches!(step.stage, Stage::Signed | Stage::Framework | Stage::Negotiating) || on_site;
            if records.is_empty() && early && self.groups.is_empty() && !self.topic.package && self.topic.records.is_empty() {
                self.waiting.steps.push((step, date));
            }
        }
        self.count_steps();
    }

    /// 新开工项目达到10个: what the counted projects have done is told of those that are named next.
    fn count_steps(&mut self) {
        let Some((_, counted)) = within(self.mentions, self.clause.span).find(|(_, mention)| counts_projects(self.context, mention)) else { return };
        let words = self.clause.span.of(self.context.text);
        let step = COUNTED.iter().find(|(word, _)| words.contains(word));
        if let Some((_, stage)) = step.filter(|_| self.groups.is_empty()) {
            let date = within(self.mentions, Span::new(self.clause.span.start, counted.span.start)).filter_map(|(_, mention)| dated(mention)).last();
            self.waiting.counted = Some((*stage, date.map(|(edtf, span, _)| (edtf, span))));
        }
    }

    /// The projects that a step is told of.
    fn bearers(&self, step: &Told) -> Vec<usize> {
        let text = self.context.text;
        let counted = |from: usize, to: usize| within(self.mentions, Span::new(from, to)).any(|(_, other)| counts_projects(self.context, other));
        if let Some(group) = self.groups.iter().rev().find(|group| group.span.end <= step.span.start) {
            let gap = Span::new(group.span.end, step.span.start);
            let own_count = group.package.is_some_and(|package| gap.start <= package.start && package.end <= gap.end);
            return if own_count || !counted(gap.start, gap.end) { self.chained(group) } else { Vec::new() };
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

    /// 总投资30亿元的A项目、总投资12亿元的B项目: the groups before this one that are one list with it.
    fn chained(&self, last: &Group) -> Vec<usize> {
        let mut records = last.records.clone();
        let mut start = last.span.start;
        for group in self.groups.iter().rev().filter(|group| group.span.end <= last.span.start) {
            let gap = Span::new(group.span.end, start).of(self.context.text);
            if group.package.is_some() || !gap.starts_with('、') || !gap.ends_with(['的', '“']) || gap.chars().count() > 24 {
                break;
            }
            records.splice(0..0, group.records.iter().copied());
            start = group.span.start;
        }
        records
    }

    /// When a step took place, and whether that is after the article: the last date before it and after the step before.
    fn date_of(&self, told: &[Told], at: usize) -> (Option<(String, Span)>, bool) {
        let Some(step) = told.get(at) else { return (None, false) };
        let from = at.checked_sub(1).and_then(|before| told.get(before)).map_or(self.clause.span.start, |before| before.span.end);
        let found = within(self.mentions, Span::new(from.min(step.span.start), step.span.start))
            .filter_map(|(_, mention)| dated(mention))
            .last()
            .or_else(|| self.opening.clone());
        let published = self.context.published.map(|moment| format!("{:04}-{:02}-{:02}", moment.year, moment.month, moment.day));
        let ahead =
            found.as_ref().zip(published).is_some_and(|((_, _, start), published)| start.as_deref().is_some_and(|start| start > published.as_str()));
        (found.map(|(edtf, span, _)| (edtf, span)), ahead)
    }
}

/// Words by which a number of projects is said to have taken a step.
static COUNTED: Words<(&str, Stage)> = Words::of_pairs(&[
    ("新开工", Stage::Started),
    ("开工", Stage::Started),
    ("竣工", Stage::Completed),
    ("投产", Stage::InProduction),
    ("签约", Stage::Signed),
    ("落地", Stage::Landed),
    ("落户", Stage::Landed),
    ("在建", Stage::UnderConstruction),
    ("续建", Stage::UnderConstruction),
    ("在谈", Stage::Negotiating),
]);

/// A date in EDTF, where it stands and its first day.
type Dated = (String, Span, Option<String>);

fn dated(mention: &Mention) -> Option<Dated> {
    match &mention.value {
        Value::Date(date) => {
            // 近日 of an undated article says nothing.
            let edtf = date.edtf.map(|edtf| edtf.to_string()).filter(|edtf| edtf.contains(|c: char| c.is_ascii_digit()))?;
            Some((edtf, mention.span, date.start.map(|start| start.to_string())))
        }
        _ => None,
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

/// Phases as parts of a project.
static PHASES: Words<&str> = Words::of(&["一期", "二期", "三期", "四期", "五期", "首期"]);

/// The phase named last in the words.
fn phase_in(words: &str) -> Option<String> {
    PHASES.iter().filter_map(|phase| words.rfind(phase).map(|at| (at, *phase))).max().map(|(_, phase)| phase.to_owned())
}

/// 亿元以上项目: an amount that says how large the projects are that are counted.
fn is_size_class(mention: &Mention, after: &str) -> bool {
    is(mention, Kind::Money)
        && matches!(&mention.value, Value::Money(money) if money.magnitude.high.is_none())
        && after.trim_start_matches(['的', '及']).starts_with("项目")
}
