//! One clause: its amounts and steps go to the projects that it names or goes on about.

use super::facts::{Role, role};
use super::refer::counts_projects;
use super::walk::{Dated, Group, Topic, Waiting, dated, phase_in, within};
use super::{Event, PhaseAmount, ProjectRecord, Stated, is};
use crate::context::{Context, Mention};
use crate::entity::{Kind, Value};
use crate::record::clause::Clause;
use crate::record::modality::Moods;
use crate::record::stage::{self, Stage, Told};
use crate::record::{Amount, Modality};
use crate::seek::Seek;
use crate::span::Span;
use crate::word_table::{Words, words};

/// Verbs that lead from an amount to what it builds.
static BUILDING: Words<&str> = Words::of(&["建设", "兴建", "新建", "打造", "用于", "投建", "实施", "建立", "设立"]);

/// Words that say that all of those counted before are named next.
static ENUMERATING: Words<&str> = Words::of(&["分别为", "分别是", "项目为", "项目是", "项目有", "既有", "既包括"]);

/// One clause being read.
pub(super) struct Step<'s> {
    pub(super) context: &'s Context<'s>,
    pub(super) mentions: &'s [Mention],
    pub(super) clause: &'s Clause,
    pub(super) moods: &'s Moods,
    pub(super) groups: &'s [Group],
    pub(super) topic: &'s Topic,
    pub(super) records: &'s mut [ProjectRecord],
    pub(super) waiting: &'s mut Waiting,
    /// The date that opens the sentence: 10月17日,…
    pub(super) opening: Option<Dated>,
    pub(super) colour: Modality,
    /// The clause before in the sentence.
    pub(super) previous: Option<Span>,
    /// Whether the next clause tells what the money of this one builds: 投资1亿元,|建设A项目.
    pub(super) builds_next: bool,
    /// The projects that the clauses before named and told nothing of.
    pub(super) listed: &'s [usize],
}

impl Step<'_> {
    pub(super) fn read(&mut self) {
        // 建成后, 达产后: what follows in the sentence is expected
        // so does a condition: 若审批通过
        let colour = self.moods.before(self.clause.span.len());
        if colour == Some(Modality::Conditional) {
            self.colour = Modality::Conditional;
        }
        self.packages();
        self.amounts();
        // 总投资10亿元|可年产100万吨: what stands before the word is not coloured by it
        if colour == Some(Modality::Expected) {
            self.colour = Modality::Expected;
        }
        self.take_waiting();
        self.stages();
    }

    fn packages(&mut self) {
        for group in self.groups {
            let Some(package) = group.package else { continue };
            let label = package.of(self.context.text).to_owned();
            for record in group.records.iter().chain(self.listed) {
                if let Some(record) = self.records.get_mut(*record) {
                    record.package.get_or_insert_with(|| label.clone());
                    record.rests_on("package", package);
                }
            }
        }
    }

    /// What the sentence told before goes to the first project that it names.
    fn take_waiting(&mut self) {
        let Some(group) = self.groups.first() else {
            // 这7个项目分别为: all of them are named in what follows
            let words = self.clause.span.of(self.context.text).trim_end_matches(['：', ':']);
            // 6个项目已完工,其中:A;B
            let among = words!["其中", "包括", "具体为", "具体有"].end(words) && matches!(self.clause.mark, ':' | '：' | ',' | '，');
            self.waiting.listing |= self.waiting.counted.is_some() && (ENUMERATING.end(words) || words.starts_with("既有") || among);
            // 在续建项目中,|有A、B
            let class = words.starts_with('在').then(|| words.strip_suffix('中')).flatten();
            if let Some(class) = class.filter(|class| class.ends_with("项目")) {
                self.waiting.counted = stage_of_class(class).map(|stage| (stage, None));
                self.waiting.listing = self.waiting.counted.is_some();
            }
            return;
        };
        let waiting = std::mem::take(self.waiting);
        let lead = Span::new(self.clause.span.start, group.span.start).of(self.context.text);
        // 投资250亿元,建筑面积30万平方米|的A项目: one amount after the other tells of it.
        let measured = lead.strip_suffix('的').is_some_and(|before| {
            let end = self.clause.span.start + before.len();
            within(self.mentions, self.clause.span)
                .any(|(_, mention)| mention.span.end == end && matches!(mention.kind(), Kind::Money | Kind::Quantity))
        });
        let builds = BUILDING.stand_in(lead) || measured;
        // 央企项目1项,即|A项目
        let named = waiting.counted.is_some()
            && (lead.starts_with(['即', '有']) || matches!(lead, "为" | "是") || words!["包括", "主要有", "主要包括"].begin(lead));
        let listing = waiting.listing || named || ENUMERATING.stand_in(lead);
        if let ([record], true) = (group.records.as_slice(), builds && group.package.is_none()) {
            for (role, stated, span) in waiting.amounts {
                self.give(*record, None, role, stated, span);
            }
        }
        if listing && waiting.counted.is_some() {
            for record in self.groups.iter().flat_map(|group| &group.records) {
                if let Some((stage, date)) = waiting.counted.as_ref() {
                    self.tell(*record, *stage, false, *date, group.span);
                }
            }
            self.waiting.counted.clone_from(&waiting.counted);
            self.waiting.listing = true;
        }
        // 此次签约项目有A、B: what the list is announced as is what its members have done, in the clauses that go on with it too.
        let announced = ANNOUNCING.strip_ending(lead.trim_end_matches(['：', ':']));
        if let Some(stage) = announced.and_then(stage_of_class) {
            for record in self.groups.iter().flat_map(|group| &group.records) {
                self.tell(*record, stage, false, self.opening, group.span);
            }
            self.waiting.counted = Some((stage, self.opening));
            self.waiting.listing = true;
        }
        for record in &group.records {
            for (step, date) in &waiting.steps {
                self.tell(*record, step.stage, step.planned, *date, step.span);
            }
            let named_of = words!["其中", "包括", "如", "例如", "重点有", "主要有"].stand_in(lead) || lead.is_empty();
            if let Some((stage, date)) = waiting.counted.as_ref().filter(|_| named_of) {
                self.tell(*record, *stage, false, *date, group.span);
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
            // 年产40万吨材料项目|建设4条生产线: the words of a name say nothing of what follows it
            let named = self.groups.iter().rev().map(|group| group.span.end).find(|end| *end <= mention.span.start);
            let before = Span::new(from.max(named.unwrap_or(from)).min(mention.span.start), mention.span.start).of(text);
            if self.is_size_of_next(mention) {
                continue;
            }
            let after = Span::new(mention.span.end, self.clause.span.end.max(mention.span.end)).of(text);
            from = mention.span.end;
            let mood = self.moods.reaching(mention.span.start - self.clause.span.start);
            let said = match mood {
                Some(Modality::Planned | Modality::Expected) if self.colour == Modality::Conditional => Modality::Conditional,
                said => said.unwrap_or(self.colour),
            };
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
            // 今年计划完成投资6亿元: a plan of the year is no state of the works
            if role == Role::Completed && mood.is_some_and(|mood| mood != Modality::Actual) {
                continue;
            }
            let modality = if done { mood.unwrap_or_default() } else { said };
            let stated = Stated { amount, modality, mention: index };
            if self.builds_next && role == Role::Investment && self.groups.is_empty() {
                self.waiting.amounts.push((role, stated, mention.span));
            } else if let Some(records) = self.shared(mention) {
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

    /// 年产|3兆瓦及以上|叶片350套: the power of what is counted next.
    fn is_size_of_next(&self, mention: &Mention) -> bool {
        const REACH: usize = 24;
        let power = matches!(&mention.value, Value::Quantity(amount) if matches!(amount.unit.as_deref(), Some("W" | "V" | "m")));
        let near = Span::new(mention.span.end, (mention.span.end + REACH).min(self.clause.span.end).max(mention.span.end));
        let counted = |other: &Mention| {
            matches!(&other.value, Value::Quantity(amount) if matches!(amount.unit.as_deref(), Some("套" | "台" | "台套" | "件")))
                && Span::new(mention.span.end, other.span.start).of(self.context.text).chars().all(crate::entity::edge::is_han)
        };
        power && self.context.text.is_char_boundary(near.end) && within(self.mentions, near).any(|(_, other)| counted(other))
    }

    /// A、B投资均达10亿元以上 gives the amount to both; A、B分别投资3亿元、5亿元 gives one to each.
    fn shared(&self, mention: &Mention) -> Option<Vec<usize>> {
        let group = self.groups.iter().rev().find(|group| group.span.end <= mention.span.start).filter(|group| group.records.len() > 1)?;
        let gap = Span::new(group.span.end, mention.span.start);
        let words = gap.of(self.context.text);
        if words.has("分别") {
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
            // 投资4亿元|B项目: nothing stands between the two
            let beside = gap.trim().is_empty() && mention.kind() == Kind::Money;
            // 总投资4亿元、年产16万吨|的B项目, 总投资10亿元|可年产…的: one amount after the other tells of it
            let chain = gap.starts_with(['、', '，', ','])
                && gap.ends_with('的')
                && gap.chars().count() <= 24
                && !gap.contains('元')
                && within(self.mentions, Span::new(mention.span.end, group.span.start))
                    .any(|(_, other)| is(other, Kind::Quantity) && other.span.end + '的'.len_utf8() == group.span.start);
            let able = gap == "可" && mention.kind() == Kind::Money;
            let of = beside
                || chain
                || able
                || gap.trim_start().strip_prefix('的').is_some_and(|rest| rest.chars().count() <= 10 && !rest.contains(['、', '元']));
            // 投资亿元以上的A、B等8个项目: the class of each of them
            // 投资70亿元的A、B和C3个项目: the sum of those that are counted
            let counted =
                group.package.is_some_and(|package| package.of(text).starts_with(|c: char| c.is_ascii_digit()) || package.of(text).contains('个'));
            let class = group.package.is_some() && group.records.len() > 1 && (is_open(mention) || counted);
            if of && class {
                return None;
            }
            if of && !counted_between(mention.span.end, group.span.start) {
                return group.records.first().map(|record| (*record, None));
            }
        }
        // A项目、乙公司投资1亿元|建设B项目: in a list the next is what the money builds
        if let Some(group) = next.filter(|group| group.records.len() == 1 && mention.kind() == Kind::Money) {
            let gap = Span::new(mention.span.end, group.span.start).of(text);
            let listed = self
                .groups
                .iter()
                .rev()
                .find(|last| last.span.end <= mention.span.start)
                .is_some_and(|last| Span::new(last.span.end, mention.span.start).of(text).starts_with(['、', '和', '及']));
            if listed && BUILDING.hold(gap) {
                return group.records.first().map(|record| (*record, None));
            }
        }
        // A项目总投资30亿元
        let last = self.groups.iter().rev().find(|group| group.span.end <= mention.span.start);
        if let Some(group) = last {
            if counted_between(group.span.end, mention.span.start) || group.package.is_some() {
                return None;
            }
            let gap = behind_bracket(Span::new(group.span.end, mention.span.start).of(text));
            return match group.records.as_slice() {
                [record] => Some((*record, phase_in(gap))),
                _ => None,
            };
        }
        // 投资3亿元建设A项目
        if let Some(group) = next {
            let gap = Span::new(mention.span.end, group.span.start).of(text);
            // 投资30亿元建设集研发、生产于一体的|A产业园
            let described = words!["建设集", "建设包括", "打造集"].begin(gap) && words!["于一体的", "为一体的", "在内的"].end(gap);
            let builds = BUILDING.stand_in(gap) && gap.chars().count() <= 16 || described;
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

    fn tell(&mut self, record: usize, stage: Stage, planned: bool, date: Option<Dated>, span: Span) {
        let Some(record) = self.records.get_mut(record) else { return };
        add_event(record, Event { stage, date: date.map(|date| date.edtf.to_string()), planned });
        record.rests_on("stage", span);
        if let Some(date) = date {
            record.rests_on("events", date.span);
        }
    }

    fn give(&mut self, record: usize, phase: Option<String>, role: Role, stated: Stated, span: Span) {
        let Some(record) = self.records.get_mut(record) else { return };
        let told_phase = phase.clone();
        let own_phase = phase.filter(|phase| record.phase.as_ref() != Some(phase));
        // 一期项目总投资50亿元,其中一期投资20亿元: where the whole was told of the phase that names it, the phase has its own
        let again =
            own_phase.is_none() && told_phase.is_some() && matches!(role, Role::Investment | Role::PartInvestment) && record.investment.is_some();
        if let Some(phase) = own_phase.or(told_phase.filter(|_| again)) {
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
        let mut told = stage::read(self.context, self.clause.span);
        // 签署框架协议 tells of the framework only.
        if told.iter().any(|step| step.stage == Stage::Framework) {
            told.retain(|step| step.stage != Stage::Signed);
        }
        // where a planned step ended: 建成|并投入使用
        let mut ahead_of = None;
        for (at, step) in told.iter().enumerate() {
            if self.groups.iter().any(|group| group.span.overlaps(step.span)) || self.brings_others(step) {
                continue;
            }
            let (date, ahead) = self.date_of(&told, at);
            // Work on the main structure is work, whether its end is told or planned.
            let structure = step.stage == Stage::UnderConstruction && step.span.of(self.context.text).has("主体");
            let lead = Span::new(self.clause.span.start, step.span.start);
            let standing = words!["在建", "正在建设"].begin(step.span.of(self.context.text));
            let deadline = self.colour == Modality::Planned && date.is_some_and(|date| date.span.of(self.context.text).ends_with('前'));
            let joined = ahead_of
                .is_some_and(|end: usize| matches!(Span::new(end.min(step.span.start), step.span.start).of(self.context.text), "" | "并" | "、"));
            let planned = !standing && (step.planned || ahead || deadline || joined || self.is_dated_or_bare(lead) && self.goes_on_planning());
            ahead_of = planned.then_some(step.span.end);
            let date = date.filter(|_| !(structure && planned));
            let before = Span::new(self.clause.span.start, step.span.start).of(self.context.text);
            let part = step.stage == Stage::Completed
                && words!["部分", "基础", "标段", "土建", "主体", "结构", "办公用房", "办公楼", "宿舍楼"].stand_in(before);
            let stage = if part { Stage::UnderConstruction } else { step.stage };
            let step = Told { stage, planned: planned && !structure, ..*step };
            let records = self.bearers(&step);
            for record in &records {
                self.tell(*record, step.stage, step.planned, date, step.span);
            }
            let on_site = self.clause.span.end - step.span.end <= "上".len() && step.span.of(self.context.text).ends_with("工地");
            let early = matches!(step.stage, Stage::Signed | Stage::Framework | Stage::Negotiating) || on_site;
            if records.is_empty() && early && self.groups.is_empty() && !self.topic.package && self.topic.records.is_empty() {
                self.waiting.steps.push((step, date));
            }
        }
        self.count_steps();
        self.point_at_class();
    }

    /// 将引进|企业60余家: firms and people that come to what is built, which is no step of the project.
    fn brings_others(&self, step: &Told) -> bool {
        const REACH: usize = 14;
        let words = step.span.of(self.context.text);
        let ahead = Span::new(step.span.end, self.clause.span.end.max(step.span.end)).of(self.context.text).leading(REACH);
        let others = words!["企业", "商户", "人才", "技术人员"].found_in(ahead).map(|(at, _)| at).min();
        matches!(words, "引进" | "引入" | "入驻" | "招引")
            && others.and_then(|at| ahead.get(..at)).is_some_and(|gap| !gap.has("项目") && !gap.has("投资") && !gap.contains('的'))
            && self.groups.iter().all(|group| group.span.end <= step.span.start)
    }

    /// Whether the clause before tells a plan: 计划11月安装设备,|12月投产.
    fn goes_on_planning(&self) -> bool {
        self.previous.is_some_and(|previous| stage::ends_in_plan(self.context, previous))
    }

    /// Whether nothing but a date stands before a step in its clause: 12月中旬|投产.
    fn is_dated_or_bare(&self, lead: Span) -> bool {
        let dated = within(self.mentions, lead).filter(|(_, mention)| is(mention, Kind::Date)).map(|(_, mention)| mention.span.len()).sum::<usize>();
        let words = lead.of(self.context.text);
        // 2014年|项目全部|建成运营
        let whole = || lead.len() <= dated + "整个项目全部".len() && words!["项目全部", "全部", "全面", "整个项目", "整体项目", "项目"].end(words);
        lead.len() <= dated + "全面".len() || dated > 0 && whole()
    }

    /// 此次签约项目涉及…: what those have done that the next sentences name some of.
    fn point_at_class(&mut self) {
        let words = self.clause.span.of(self.context.text);
        let Some(rest) = words!["此次", "本次", "这次"].strip_beginning(words).filter(|_| self.groups.is_empty()) else { return };
        let class = LISTED_AS.first_beginning(rest.without_leading("集中"));
        if let Some((_, stage)) = class {
            self.waiting.counted.get_or_insert((*stage, None));
        }
    }

    /// 新开工项目达到10个: what the counted projects have done is told of those that are named next.
    fn count_steps(&mut self) {
        let Some((_, counted)) = within(self.mentions, self.clause.span).find(|(_, mention)| counts_projects(self.context, mention)) else { return };
        let words = self.clause.span.of(self.context.text);
        if let Some((_, stage)) = COUNTED.iter().filter(|_| self.groups.is_empty()).find(|(word, _)| words.has(word)) {
            let date = within(self.mentions, Span::new(self.clause.span.start, counted.span.start)).filter_map(|(_, mention)| dated(mention)).last();
            self.waiting.counted = Some((*stage, date));
        }
    }

    /// The projects that a step is told of.
    fn bearers(&self, step: &Told) -> Vec<usize> {
        let text = self.context.text;
        let counted = |from: usize, to: usize| within(self.mentions, Span::new(from, to)).any(|(_, other)| counts_projects(self.context, other));
        if let Some(group) = self.groups.iter().rev().find(|group| group.span.end <= step.span.start) {
            let gap = Span::new(group.span.end, step.span.start);
            let own_count = group.package.is_some_and(|package| gap.start <= package.start && package.end <= gap.end);
            return if own_count || !counted(gap.start, gap.end) { self.with_listed(group) } else { Vec::new() };
        }
        if let Some(group) = self.groups.iter().find(|group| group.span.start >= step.span.end) {
            let gap = Span::new(step.span.end, group.span.start).of(text);
            return if gap.chars().count() <= 24 { self.chained_behind(group, step) } else { Vec::new() };
        }
        // 一个个新能源项目加速落地: of many
        let lead = Span::new(self.clause.span.start, step.span.start).of(text);
        let many = lead.has("项目")
            && (words!["一个个", "一批", "一大批", "众多", "多个"].stand_in(lead) || words!["项目陆续", "项目相继", "项目纷纷"].end(lead));
        if many || counted(self.clause.span.start, step.span.start) {
            return Vec::new();
        }
        // A项目,B项目,|C电站等项目已经开工: the list is closed by one that no name is read of; it is another than what was spoken of
        let closed = lead.split_once('等').is_some_and(|(list, what)| what.has("项目") && !words!["项目", "该项目", "目前"].begin(list));
        if closed { self.listed.to_vec() } else { self.topic.records.clone() }
    }

    /// A项目,B项目,|C项目等项目已经开工: the list that ends here, with the clauses of it that came before.
    fn with_listed(&self, group: &Group) -> Vec<usize> {
        let mut records = self.chained(group);
        if group.package.is_some() {
            records.extend(self.listed);
        }
        records
    }

    /// 总投资30亿元的A项目、总投资12亿元的B项目: the groups before this one that are one list with it.
    fn chained(&self, last: &Group) -> Vec<usize> {
        let mut records = last.records.clone();
        let mut start = last.span.start;
        for group in self.groups.iter().rev().filter(|group| group.span.end <= last.span.start) {
            let gap = Span::new(group.span.end, start).of(self.context.text);
            if group.package.is_some() || !gap.starts_with('、') || !gap.ends_with(['的', '“', '元']) || gap.chars().count() > 24 {
                break;
            }
            records.splice(0..0, group.records.iter().copied());
            start = group.span.start;
        }
        records
    }

    /// 签约的3个项目为A项目、甲与乙合作的B项目, 启动建设A项目、电建基地、B一期: the groups behind this one that are one list with it and of which no step
    /// is told.
    fn chained_behind(&self, first: &Group, step: &Told) -> Vec<usize> {
        let mut records = first.records.clone();
        let mut end = first.span.end;
        let lead = Span::new(step.span.end, first.span.start).of(self.context.text);
        let enumerated = ENUMERATING.stand_in(lead) || matches!(lead, "" | "了");
        for group in self.groups.iter().filter(|group| enumerated && group.span.start >= first.span.end) {
            let gap = Span::new(end, group.span.start);
            if !words!["、", "以及", "和", "及"].begin(gap.of(self.context.text)) || !stage::read(self.context, gap).is_empty() {
                break;
            }
            records.extend(group.records.iter().copied());
            end = group.span.end;
        }
        records
    }

    /// When a step took place, and whether that is after the article: the last date before it and after the step before.
    fn date_of(&self, told: &[Told], at: usize) -> (Option<Dated>, bool) {
        let Some(step) = told.get(at) else { return (None, false) };
        let from = at.checked_sub(1).and_then(|before| told.get(before)).map_or(self.clause.span.start, |before| before.span.end);
        let found = within(self.mentions, Span::new(from.min(step.span.start), step.span.start))
            .filter_map(|(_, mention)| dated(mention))
            .last()
            .or(self.opening);
        (found, self.context.is_to_come(found.and_then(|date| date.start)))
    }
}

/// How a list of projects is announced, and what its members have done.
static LISTED_AS: Words<(&str, Stage)> = Words::of_pairs(&[
    ("签约项目", Stage::Signed),
    ("签约的项目", Stage::Signed),
    ("开工项目", Stage::Started),
    ("开工的项目", Stage::Started),
    ("竣工项目", Stage::Completed),
    ("投产项目", Stage::InProduction),
    ("落户项目", Stage::Landed),
    ("续建项目", Stage::UnderConstruction),
    ("在建项目", Stage::UnderConstruction),
]);

/// What the projects have done that a list is announced as; 计划开工项目 have done nothing yet.
fn stage_of_class(words: &str) -> Option<Stage> {
    let (word, stage) = LISTED_AS.longest_ending(words)?;
    let before = words.strip_suffix(word)?;
    (!words!["计划", "拟", "将", "待", "预备", "未"].end(before)).then_some(*stage)
}

/// What stands between that and the first member.
static ANNOUNCING: Words<&str> = Words::of(&["有", "包括", "包含", "为", "是", "分别为", "分别是", "主要有", "主要包括"]);

/// Words by which a number of projects is said to have taken a step.
static COUNTED: Words<(&str, Stage)> = Words::of_pairs(&[
    ("新开工", Stage::Started),
    ("开工", Stage::Started),
    ("奠基", Stage::Started),
    ("竣工", Stage::Completed),
    ("完工", Stage::Completed),
    ("建成", Stage::Completed),
    ("投产", Stage::InProduction),
    ("正在建设", Stage::UnderConstruction),
    ("签约", Stage::Signed),
    ("签订", Stage::Signed),
    ("签署", Stage::Signed),
    ("落地", Stage::Landed),
    ("落户", Stage::Landed),
    ("在建", Stage::UnderConstruction),
    ("续建", Stage::UnderConstruction),
    ("在谈", Stage::Negotiating),
]);

fn add_event(record: &mut ProjectRecord, event: Event) {
    if let Some(known) = record.events.iter_mut().find(|known| known.stage == event.stage && known.planned == event.planned) {
        if known.date.is_none() {
            known.date = event.date;
        }
        return;
    }
    record.events.push(event);
}

/// A项目(一期建设3条生产线)|总投资: what a bracket behind a name tells of a phase reaches no further; (一期) alone goes on.
fn behind_bracket(gap: &str) -> &str {
    let inner = gap.strip_prefix(['(', '（']).and_then(|inner| inner.split_once([')', '）']));
    inner.filter(|(inner, _)| phase_in(inner).is_some_and(|phase| phase.len() < inner.len())).map_or(gap, |(_, behind)| behind)
}

/// Whether an amount has a lower bound only: 亿元以上, 超30亿元.
fn is_open(mention: &Mention) -> bool {
    matches!(&mention.value, Value::Money(money) if money.magnitude.high.is_none())
}

/// 亿元以上项目: an amount that says how large the projects are that are counted.
fn is_size_class(mention: &Mention, after: &str) -> bool {
    is_open(mention) && after.trim_start_matches(['的', '及']).starts_with("项目")
}
