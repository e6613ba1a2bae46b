//! Which words of the text speak of which project.

use super::unique::{Endings, Owner, Unique};
use super::walk::within;
use super::{ProjectRecord, canonical, is};
use crate::context::{Context, Mention};
use crate::entity::project::{phase_of, without_class};
use crate::entity::{Kind, Value};
use crate::lexicon::Entry;
use crate::limits::SITES;
use crate::overlap::Nesting;
use crate::record::clause::Clauses;
use crate::record::stage;
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_table::{Words, words};
use std::collections::{HashMap, HashSet};

/// A stretch of text that names a project.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    pub(super) span: Span,
    pub(super) record: usize,
}

/// The projects that the article names, and where.
pub(super) fn collect(context: &Context<'_>, mentions: &[Mention], nesting: &Nesting, clauses: &Clauses) -> (Vec<ProjectRecord>, Vec<Reference>) {
    let mut found = Collector {
        context,
        records: Vec::new(),
        by_key: HashMap::new(),
        references: Vec::new(),
        brands: Unique::default(),
        full: None,
        stems: HashMap::new(),
    };
    let named: Vec<(usize, &Mention)> = mentions.iter().enumerate().filter(|(_, mention)| is(mention, Kind::Project)).collect();
    let inside = |index: usize, kind: Kind| nesting.holders(index).filter_map(|holder| mentions.get(holder)).any(|outer| is(outer, kind));
    // Fuller names first, so that shorter ones find them.
    let mut order: Vec<usize> = (0..named.len()).collect();
    order.sort_by_key(|at| named.get(*at).map(|(index, mention)| (std::cmp::Reverse(canonical(context, mention).len()), *index)));
    let mut told_of = Vec::new();
    for at in order {
        let Some((index, mention)) = named.get(at) else { continue };
        if !inside(*index, Kind::Project) {
            // A项目是B公司异地建设项目: what the first one is, not another
            if let Some(subject) = said_of(context, mentions, clauses, *index) {
                told_of.push((*index, subject));
                continue;
            }
            found.full = of_full_firm(context, mentions, mention);
            found.add(canonical(context, mention).to_owned(), *index, mention);
            found.full = None;
        }
    }
    for (index, subject) in told_of {
        let record = found.records.iter().position(|record| record.mentions.contains(&subject));
        let mention = mentions.get(index);
        if let Some(entry) = record.and_then(|record| found.records.get_mut(record)) {
            entry.mentions.push(index);
        }
        found.references.extend(record.zip(mention).map(|(record, mention)| Reference { span: mention.span, record }));
    }
    for (index, mention) in mentions.iter().enumerate() {
        match mention.kind() {
            Kind::Zone if !inside(index, Kind::Project) && built_as_project(context, mentions, clauses, mention) => {
                found.add(canonical(context, mention).to_owned(), index, mention);
            }
            Kind::Company if !inside(index, Kind::Project) && !inside(index, Kind::Zone) => {
                if let Some(what) = stands_for_project(context, mentions, clauses, index) {
                    found.add_company(what, index, mention);
                }
            }
            _ => {}
        }
    }
    // A park that is a project is one wherever it is named.
    let known: HashSet<usize> = found.records.iter().flat_map(|record| record.mentions.iter().copied()).collect();
    let more: Vec<(usize, &Mention)> = mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| is(mention, Kind::Zone) && found.by_key.contains_key(&key(canonical(context, mention))))
        .filter(|(index, _)| !known.contains(index) && !inside(*index, Kind::Project))
        .collect();
    for (index, mention) in more {
        found.add(canonical(context, mention).to_owned(), index, mention);
    }
    found.references.sort_by_key(|reference| (reference.span.start, reference.span.end));
    for record in &mut found.records {
        record.mentions.sort_unstable();
    }
    in_order_of_text(found.records, found.references)
}

/// What tells behind the name of a project what is built.
static CONTENTS: Words<&str> =
    Words::of(&["建设内容为", "建设内容是", "建设内容包括", "建设内容：", "建设内容:", "建设规模为", "建设规模是", "建设规模：", "建设规模:"]);

/// How many characters may stand between a name and what is built.
const CONTENTS_REACH: usize = 80;

/// The project before 是 in the clause of which the mention only says what it is: A项目|是清河公司“退城进园”异地建设项目.
fn said_of(context: &Context<'_>, mentions: &[Mention], clauses: &Clauses, index: usize) -> Option<usize> {
    const LEAD: usize = 12;
    let mention = mentions.get(index)?;
    let earlier = mentions.get(..index)?.iter().enumerate().rev().take(SITES);
    let (at, subject) = earlier.filter(|(_, other)| is(other, Kind::Project)).find(|(_, other)| other.span.end <= mention.span.start)?;
    let lead = Span::new(subject.span.end, mention.span.start).of(context.text);
    // A项目…。这个规划面积167亩的|产业融合项目…
    let from = clauses.at(mention.span.start).map_or(mention.span.start, |clause| clause.span.start);
    let opening = Span::new(from.min(mention.span.start), mention.span.start).of(context.text);
    if words!["这个", "这一", "这项", "这座"].begin(opening)
        && opening.ends_with('的')
        && !within(mentions, mention.span).any(|(_, inner)| is(inner, Kind::Company))
    {
        return Some(at);
    }
    // 据悉,该项目总投资3亿元,建设|年产1万吨A、2万吨B项目
    let sentence = clauses.index_at(mention.span.start).map_or(mention.span.start, |index| clauses.sentence(index).start);
    let told = Span::new(sentence.min(mention.span.start), mention.span.start).of(context.text);
    let told = told.without_leading("据了解，").without_leading("据了解,").without_leading("据悉,").without_leading("据悉，");
    let within_one =
        words!["该项目", "本项目", "项目总投资", "项目占地"].begin(told) && words!["，建设", ",建设", "，主要建设", ",主要建设"].end(told);
    if within_one && !within(mentions, mention.span).any(|(_, inner)| is(inner, Kind::Company)) {
        return Some(at);
    }
    // A项目…,主要建设内容为|2台燃煤机组项目
    if CONTENTS.end(lead) && !lead.contains('\n') && lead.chars().count() <= CONTENTS_REACH {
        return context.text.get(mention.span.end..).is_some_and(|ahead| !ahead.starts_with(['、', '和', '及', '与'])).then_some(at);
    }
    let lead = lead.strip_prefix('是')?;
    // A项目是清河新城的一部分,|是清河集团投资建设的综合体项目
    let again =
        lead.rsplit_once([',', '，']).and_then(|(before, again)| again.strip_prefix('是').filter(|_| !before.contains(['。', '；', ';', '\n'])));
    if again.is_some_and(|again| again.chars().count() <= 2 * LEAD && !again.contains(['、', '。', '；', ';'])) {
        return Some(at);
    }
    let plain = lead.chars().count() <= LEAD && !lead.contains(['、', '，', ',', '。', '；', ';', ':', '：', '\n', '的', '与', '和']);
    let ahead = context.text.get(mention.span.end..)?;
    (plain && ahead.starts_with(['，', ',', '。', '；', ';', '\n'])).then_some(at)
}

/// The key of 蓝湾项目 where 蓝湾 is 蓝湾半导体有限公司: of the project's name with the firm's in full.
fn of_full_firm(context: &Context<'_>, mentions: &[Mention], mention: &Mention) -> Option<String> {
    let (_, firm) = within(mentions, mention.span).find(|(_, inner)| is(inner, Kind::Company) && inner.span.start == mention.span.start)?;
    let rest = Span::new(firm.span.end, mention.span.end).of(context.text);
    let name = canonical(context, firm);
    (name != firm.span.of(context.text)).then(|| key(&format!("{name}{rest}")))
}

/// Records in the order in which the article first names them.
fn in_order_of_text(mut records: Vec<ProjectRecord>, mut references: Vec<Reference>) -> (Vec<ProjectRecord>, Vec<Reference>) {
    let mut place: Vec<Option<usize>> = vec![None; records.len()];
    let mut count = 0;
    for reference in &references {
        if let Some(slot) = place.get_mut(reference.record).filter(|slot| slot.is_none()) {
            *slot = Some(count);
            count += 1;
        }
    }
    // One that nothing refers to stays behind the others.
    let mut behind = count..;
    let mut place: Vec<usize> = place.into_iter().filter_map(|at| at.or_else(|| behind.next())).collect();
    for reference in &mut references {
        reference.record = place.get(reference.record).copied().unwrap_or(reference.record);
    }
    // Each is swapped to its place, since a record is large and a second list of them would be the most that an extraction holds.
    for at in 0..records.len() {
        while let Some(to) = place.get(at).copied().filter(|to| *to != at) {
            records.swap(at, to);
            place.swap(at, to);
        }
    }
    (records, references)
}

struct Collector<'c> {
    context: &'c Context<'c>,
    records: Vec<ProjectRecord>,
    by_key: HashMap<String, usize>,
    references: Vec<Reference>,
    /// How names begin.
    brands: Unique,
    /// The name of the mention being added with the firm that opens it in full.
    full: Option<String>,
    /// How keys without their phase begin and end, by phase.
    stems: HashMap<Option<&'static str>, (Unique, Endings)>,
}

impl Collector<'_> {
    fn add(&mut self, name: String, index: usize, mention: &Mention) {
        let written = mention.span.of(self.context.text);
        let key = key(&name);
        let full = || self.full.as_deref().and_then(|full| self.by_key.get(full).copied().or_else(|| self.shorter(full, written)));
        let record = self
            .by_key
            .get(&key)
            .copied()
            .or_else(|| self.shorter(&key, written))
            .or_else(full)
            .or_else(|| self.placeless(&key, mention))
            .unwrap_or_else(|| {
                let record = self.records.len();
                self.brands.keep(&name, record);
                self.records.push(ProjectRecord { phase: phase_of(&name).map(str::to_owned), name: name.clone(), ..ProjectRecord::default() });
                record
            });
        if !self.by_key.contains_key(&key) {
            let phase = self.records.get(record).and_then(|record| phase_of(&record.name));
            let stem = stem(&key, phase);
            let (beginnings, endings) = self.stems.entry(phase).or_default();
            beginnings.keep(&stem, record);
            endings.keep(&stem, record);
            self.by_key.insert(key, record);
        }
        self.references.push(Reference { span: mention.span, record });
        if let Some(entry) = self.records.get_mut(record) {
            entry.mentions.push(index);
            entry.rests_on("name", mention.span);
            if written != entry.name && !entry.aliases.iter().any(|alias| alias == written) {
                entry.aliases.push(written.to_owned());
            }
        }
    }

    /// A company that stands for its project: the one that opens with its brand, else one of its own.
    fn add_company(&mut self, kind: &str, index: usize, mention: &Mention) {
        let Value::Company(company) = &mention.value else { return };
        let written = mention.span.of(self.context.text);
        let brand = company.brand.as_deref().filter(|brand| brand.chars().count() >= 2).unwrap_or(&company.canonical);
        if let Some(Owner::One(record)) = self.brands.owner(brand) {
            self.references.push(Reference { span: mention.span, record });
            if let Some(record) = self.records.get_mut(record) {
                record.mentions.push(index);
                record.rests_on("name", mention.span);
            }
            return;
        }
        let name = if kind.is_empty() { written.to_owned() } else { format!("{written}{kind}项目") };
        self.add(name, index, mention);
    }

    /// 望川市|年产3000吨多晶硅项目 of 望川蓝湾硅业有限公司年产3000吨多晶硅项目: one whose name ends as this does behind its place, capacity and all.
    fn placeless(&self, key: &str, mention: &Mention) -> Option<usize> {
        let rest = key.place_of("年产").and_then(|at| key.get(at..))?;
        let place = key.get(..key.len() - rest.len()).filter(|place| !place.is_empty())?;
        let placed = self
            .context
            .hits
            .iter()
            .any(|hit| hit.span.start == mention.span.start && hit.span.len() == place.len() && matches!(hit.entry, Entry::Division(_)));
        let figured = rest.chars().any(|c| c.is_ascii_digit());
        if placed && figured { self.shorter(rest, mention.span.of(self.context.text)) } else { None }
    }

    /// The one project whose fuller name this is short for: 轻量化项目 for 邦德汽车轻量化项目, 马夸特二期项目 for 马夸特开关二期.
    fn shorter(&self, key: &str, written: &str) -> Option<usize> {
        if key.chars().count() < 2 {
            return None;
        }
        let phase = phase_of(written);
        let stem = stem(key, phase);
        let (beginnings, endings) = self.stems.get(&phase)?;
        let beginning = beginnings.owner(&stem).filter(|_| stem.chars().count() >= 3);
        let owners = [beginning, endings.owner(&stem)];
        match owners.into_iter().flatten().reduce(Owner::and) {
            Some(Owner::One(record)) => Some(record),
            _ => None,
        }
    }
}

/// The key of a name without its phase.
fn stem(key: &str, phase: Option<&str>) -> String {
    phase.map_or_else(|| key.to_owned(), |phase| key.replace(phase, ""))
}

/// What two names of one project have in common: no quotes, brackets or heads.
pub(super) fn key(name: &str) -> String {
    let mut words: String = name.chars().filter(|c| !matches!(c, '“' | '”' | '"' | '(' | ')' | '（' | '）' | '「' | '」' | ' ')).collect();
    for head in ["建设项目", "建设工程", "项目", "工程"] {
        if words.len() > head.len() && words.has(head) {
            words = words.replace(head, "");
        }
    }
    words
}

/// Kinds of park that a firm builds for itself.
static PARKS: Words<&str> =
    Words::of(&["产业园", "科技园", "科学城", "工业园", "物流园", "智造园", "创新园", "生态园", "小镇", "产业城", "科技城", "创业园", "孵化园"]);

/// 山东凯华精准医学产业园 … 项目落户, 年底前完成主体工程建设: a park with the name of its builder, of which a step or an investment is told.
fn built_as_project(context: &Context<'_>, mentions: &[Mention], clauses: &Clauses, mention: &Mention) -> bool {
    let words = mention.span.of(context.text);
    // 在鲁疆产业园开工: where something else is built
    if !PARKS.end(words) {
        return false;
    }
    // 活动在A产业园举行。该产业园总投资3亿元: wherever it was named
    let priced_later = taken_up(context, mentions, clauses, mention, prices_park);
    if priced_later || words!["在", "位于", "落户", "入驻"].end(context.text.get(..mention.span.start).unwrap_or_default()) {
        return priced_later;
    }
    let owned = within(mentions, mention.span).any(|(_, inner)| is(inner, Kind::Company) && inner.span != mention.span);
    let Some(index) = clauses.index_at(mention.span.start) else { return false };
    let Some(clause) = clauses.list().get(index) else { return false };
    let behind = Span::new(clause.span.start, mention.span.start).of(context.text);
    let priced = behind.ends_with("元的") || behind.ends_with("币的");
    let ahead = Span::new(mention.span.end, clause.span.end.max(mention.span.end)).of(context.text);
    let steps: Vec<stage::Told> = stage::read(context, clause.span).into_iter().filter(|told| !told.span.overlaps(mention.span)).collect();
    let told = !steps.is_empty();
    // A产业园、B产业园的投资项目: the projects are in them
    let among = words!["等", "、"].begin(ahead) && ahead.place_of("项目").is_some_and(|at| ahead.get(..at).is_some_and(|list| !list.contains('的')));
    // X项目、京东智能产业园: named in one breath with a project.
    let beside = behind.ends_with("项目、") || behind.ends_with("项目和");
    // 建设项目包括A产业园、B产业园: the list says what its members are
    let listed = in_list_of_projects(behind);
    // A产业园总投资3亿元: what a park costs is told of what is built
    let costs = words!["总投资", "计划总投资", "计划投资", "预计总投资", "概算总投资", "估算总投资", "概算投资"]
        .strip_beginning(ahead)
        .is_some_and(|amount| amount.trim_start_matches(['约', '近', '超', '逾', '达', '为']).starts_with(|c: char| c.is_ascii_digit()));
    // 蓝湾医药物流园由远川集团投资建设
    let agent = ahead.strip_prefix('由').is_some_and(|agent| words!["投资", "建设", "出资", "兴建"].stand_in(agent));
    if beside || listed || costs || agent || taken_up(context, mentions, clauses, mention, points_at_project) {
        return true;
    }
    // 新竣工投产的A产业园, A产业园开工: the step stands right beside the name.
    let near = steps.iter().any(|step| {
        let gap = if step.span.end <= mention.span.start {
            Span::new(step.span.end, mention.span.start)
        } else {
            Span::new(mention.span.end, step.span.start)
        };
        step.stage >= stage::Stage::Started && gap.of(context.text).chars().count() <= 6
    });
    // A产业城项目2个 counts those in it
    let called = ahead.strip_prefix("项目").is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_digit()));
    priced || among || (owned && told) || near || called || is_paid_for(context, mentions, clauses, mention, index)
}

/// 蓝湾集团拟投资20亿元建设智能装备产业园, 计划投资12亿元,在望川市建设智能装备产业园: one park is what the money is for.
fn is_paid_for(context: &Context<'_>, mentions: &[Mention], clauses: &Clauses, mention: &Mention, index: usize) -> bool {
    let Some(clause) = clauses.list().get(index) else { return false };
    const BEFORE: usize = 2;
    let before = clauses.list().get(index.saturating_sub(BEFORE)..index).unwrap_or_default();
    let from = before.iter().find(|before| before.segment == clause.segment).map_or(clause.span.start, |before| before.span.start);
    let told = Span::new(from, mention.span.start).of(context.text);
    // 建设|占地300亩的A产业园, 建设|集研发、制造于一体的A产业园
    let described = told.strip_suffix('的').filter(|before| before.ends_with(['亩', '里', '米']) || before.ends_with("于一体"));
    let described =
        described.and_then(|before| BUILT.found_in(before).last().filter(|(at, _)| before.get(*at..).is_some_and(|rest| rest.chars().count() <= 24)));
    let built = BUILT.ending(told).next().map(|verb| told.len() - verb.len()).or(described.map(|(at, _)| at));
    let Some(built) = built.and_then(|built| told.get(..built)) else { return false };
    let several = context.text.get(mention.span.end..).is_some_and(|after| after.starts_with(['、', '和', '与', '及', '等']));
    let first = mentions.partition_point(|other| other.span.start < from);
    let paid = mentions.iter().skip(first).take_while(|other| other.span.start < mention.span.start).any(|other| {
        is(other, Kind::Money)
            && context.text.get(from..other.span.start).is_some_and(|before| before.ends_with("投资") || before.ends_with("投资额"))
    });
    let others =
        mentions.iter().skip(first).take_while(|other| other.span.start < mention.span.start).any(|other| matches!(other.kind(), Kind::Project));
    paid && !several && !others && words!["元", "币", "在", "元,", "元，"].stand_in(built)
}

/// Verbs by which a park is what is built.
static BUILT: Words<&str> = Words::of(&["建设", "新建", "兴建", "投建", "打造"]);

/// How a list of projects is announced.
static LISTS: Words<&str> =
    Words::of(&["建设项目含", "建设项目有", "项目包括", "项目包含", "项目分别为", "项目分别是", "项目主要有", "项目主要包括"]);

/// Whether what follows the words is a member of a list of projects: 建设项目包括|A产业园、|B产业园.
fn in_list_of_projects(behind: &str) -> bool {
    let list = LISTS.found_in(behind).last().and_then(|(at, opening)| behind.get(at + opening.len()..));
    list.is_some_and(|list| list.is_empty() || list.ends_with('、') && !list.contains(['，', ',', '的']))
}

/// Whether a sentence takes up a project that was named before.
fn points_at_project(words: &str) -> bool {
    words!["该项目", "这个项目", "这一项目"].begin(words)
}

/// Whether a sentence takes up a park as what is built, by telling what it costs.
fn prices_park(words: &str) -> bool {
    words!["该产业园", "该园区", "该科技园", "该物流园", "该小镇", "该基地"].begin(words) && words!["总投资", "计划投资"].stand_in(words)
}

/// Whether a later sentence takes up the park in this way, when the park is what was named last.
fn taken_up(context: &Context<'_>, mentions: &[Mention], clauses: &Clauses, mention: &Mention, points: fn(&str) -> bool) -> bool {
    const REACH: usize = 12;
    let Some(index) = clauses.index_at(mention.span.start) else { return false };
    let Some(here) = clauses.list().get(index) else { return false };
    let mut later = clauses.list().iter().skip(index + 1).take(REACH);
    let Some(later) = later.find(|clause| clause.sentence != here.sentence && points(clause.span.of(context.text))) else { return false };
    let next = mentions.partition_point(|other| other.span.start < mention.span.end);
    !mentions
        .iter()
        .skip(next)
        .take_while(|other| other.span.start < later.span.start)
        .any(|other| matches!(other.kind(), Kind::Project | Kind::Zone))
}

/// How companies are listed that stand for their projects: 云鲲电子、凯华生物科技等项目相继投产; 蓝湾、远川相继投产.
///
/// What is answered is the kind of project where the words tell one: 深圳百斯特等保税维修项目 → 保税维修.
fn stands_for_project<'t>(context: &Context<'t>, mentions: &[Mention], clauses: &Clauses, index: usize) -> Option<&'t str> {
    let mention = mentions.get(index)?;
    let clause = clauses.at(mention.span.start)?;
    // To the end of the list that the company is in.
    let mut end = mention.span.end;
    for next in mentions.iter().skip(index + 1) {
        if next.span.start < end {
            continue;
        }
        let gap = Span::new(end, next.span.start).of(context.text);
        if next.span.start >= clause.span.end
            || !matches!(gap, "、" | "和" | "与" | "及" | "以及")
            || !matches!(next.kind(), Kind::Company | Kind::Project | Kind::Zone)
        {
            break;
        }
        end = next.span.end;
    }
    let ahead = Span::new(end, clause.span.end.max(end)).of(context.text);
    if let Some(after) = ahead.strip_prefix('等') {
        let counted = after.trim_start_matches(|c: char| c.is_ascii_digit() || any!("一二三四五六七八九十百余多个批家大优质重点").of(c));
        let at = counted.place_of("项目")?;
        let kind = counted.get(..at)?;
        let direct =
            kind.chars().count() <= 8 && !kind.contains(['的', '在', '与', '和', ',', '，', '签']) && !words!["企业", "公司", "代表"].stand_in(kind);
        // 甲科技等战略性新兴产业项目: a class tells nothing of the one
        return direct.then_some(if counted.len() == after.len() && !without_class(kind).is_empty() { kind } else { "" });
    }
    let one_by_one = words!["相继", "陆续", "先后", "纷纷"].begin(ahead);
    let steps = stage::read(context, Span::new(end, end + ahead.len()));
    (one_by_one && steps.first().is_some_and(|told| told.span.start <= end + 18)).then_some("")
}

/// The project that a record's mention is, for tests of nesting.
pub(super) fn spans(record: &ProjectRecord, mentions: &[Mention]) -> Vec<Span> {
    record.mentions.iter().filter_map(|index| mentions.get(*index)).map(|mention| mention.span).collect()
}

/// Whether the value counts projects: 12个项目.
pub(super) fn counts_projects(context: &Context<'_>, mention: &Mention) -> bool {
    let Value::Quantity(quantity) = &mention.value else { return false };
    let counted = quantity.of.as_deref().is_some_and(|of| of.has("项目"));
    let unit = matches!(quantity.unit.as_deref(), Some("个" | "项" | "宗"));
    // 项目分三个|阶段实施: another thing is counted
    if !counted
        && quantity.of.as_deref().is_some_and(|of| words!["阶段", "标段", "板块", "部分", "区域", "片区", "功能区", "车间", "月", "园区"].begin(of))
    {
        return false;
    }
    let before = context.text.get(..mention.span.start).unwrap_or_default();
    let counted = counted || before.char_indices().rev().take(7).last().and_then(|(at, _)| before.get(at..)).is_some_and(|near| near.has("项目"));
    unit && (counted || context.text.get(mention.span.end..).unwrap_or_default().leading(12).has("项目"))
}
