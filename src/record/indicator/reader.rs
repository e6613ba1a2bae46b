//! Reads a text clause by clause and keeps what carries over: subject, period, verb of change, mood, the noun of a list.

use super::change;
use super::measure::{self, Measure};
use super::scene::Scene;
use super::subject::{self, Subject, Turn};
use super::words::{HEADS, PACKAGE_HEADS, PROJECT_FIELDS, SOURCES, TAILS};
use super::{Change, Indicator};
use crate::context::Mention;
use crate::entity::{Kind, Value};
use crate::magnitude::Bound;
use crate::record::clause::Clause;
use crate::record::{Amount, Evidence, Modality, modality};
use crate::span::Span;

/// What the sentence has said so far.
#[derive(Clone, Debug, Default)]
struct Thread {
    subject: Option<Subject>,
    /// A single project is spoken of; with the company that owns it, where that is named.
    project: Option<Option<Subject>>,
    /// Several projects are spoken of, whose sums are told.
    package: bool,
    period: Option<usize>,
    base: Option<&'static str>,
    mood: Option<Modality>,
    /// The noun phrase that the clause told as its topic: 12个 省级重点项目 开工率…
    prefix: Option<String>,
    size: Option<Amount>,
    /// The last measure that was counted: what 其中 and lists of places go on counting.
    counted: Option<String>,
    /// Index of the first indicator of this sentence.
    first: usize,
    /// Whether its first clause told a figure.
    told: bool,
}

pub(super) struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    out: Vec<Indicator>,
    nouns: Vec<String>,
    topic: Option<Subject>,
    paragraph: Option<Subject>,
    source: Option<Subject>,
    thread: Thread,
    before: Thread,
}

/// Figures of one clause that were dealt with together.
type Done = Vec<usize>;

impl<'s, 'a> Reader<'s, 'a> {
    pub(super) fn new(scene: &'s Scene<'a>) -> Self {
        let topic = subject::topic(scene);
        Self { scene, out: Vec::new(), nouns: Vec::new(), topic, paragraph: None, source: None, thread: Thread::default(), before: Thread::default() }
    }

    pub(super) fn read(mut self) -> Vec<Indicator> {
        let scene = self.scene;
        let mut last: Option<Clause> = None;
        for (index, clause) in scene.clauses.list().iter().enumerate() {
            if scene.is_label(clause) {
                continue;
            }
            if last.is_none_or(|last| last.sentence != clause.sentence) {
                self.begin_sentence(clause, last);
            }
            self.clause(index, clause);
            last = Some(*clause);
        }
        self.out
    }

    fn begin_sentence(&mut self, clause: &Clause, last: Option<Clause>) {
        let ended = std::mem::take(&mut self.thread);
        if let Some(named) = ended.subject.clone() {
            self.paragraph = Some(named);
        }
        self.before = ended;
        if last.is_none_or(|last| last.paragraph != clause.paragraph) {
            self.paragraph = None;
            self.source = None;
            self.before = Thread { first: self.out.len(), ..Thread::default() };
        }
        self.thread.first = self.out.len();
    }

    fn words(&self, span: Span) -> &'a str {
        span.of(self.scene.text())
    }

    fn clause(&mut self, index: usize, clause: &Clause) {
        let scene = self.scene;
        let words = self.words(clause.span);
        let figures = scene.figures(clause.span);
        let first = figures.first().and_then(|figure| scene.get(*figure)).map_or(clause.span.end, |figure| figure.span.start);
        self.take_turn(clause, first);
        // 其中 and the bare list go on with the sentence before
        if self.out.len() == self.thread.first && (words.starts_with("其中") || words.starts_with("这其中") || words.contains("分别为")) {
            self.thread.counted = self.thread.counted.take().or_else(|| self.before.counted.clone());
            self.thread.base = self.thread.base.or(self.before.base);
            self.thread.package |= self.before.package;
            self.thread.prefix = None;
        }
        if PLURALS.iter().any(|word| words.contains(word)) {
            self.thread.package = true;
            self.thread.project = None;
        }
        if figures.is_empty() {
            self.flat(words);
            self.take_period(clause.span, clause.span.end);
            self.take_mood(clause.span);
            return;
        }
        let mut done: Done = Vec::new();
        self.pairs(clause, &figures, &mut done);
        let mut from = clause.span.start;
        for (nth, figure) in figures.iter().enumerate() {
            let Some(mention) = scene.get(*figure) else { continue };
            let until = figures.get(nth + 1).and_then(|next| scene.get(*next)).map_or(clause.span.end, |next| next.span.start);
            if !done.contains(figure) {
                self.figure(index, clause, *figure, mention, from, until, figures.get(nth + 1).copied());
            }
            from = mention.span.end;
        }
        self.take_period(clause.span, clause.span.end);
        self.take_mood(Span::new(clause.span.start, first));
        self.thread.told = true;
    }

    /// Who the clause speaks of from here on.
    fn take_turn(&mut self, clause: &Clause, until: usize) {
        match subject::turn(self.scene, clause, until) {
            Some(Turn::Name(name)) => {
                self.thread.subject = Some(name);
                self.thread.project = None;
            }
            Some(Turn::Project(owner)) => self.thread.project = Some(owner),
            Some(Turn::Source(name)) => self.source = Some(name),
            None => {}
        }
    }

    fn take_mood(&mut self, span: Span) {
        let mut words = self.words(span);
        // what is planned in 计划总投资 is the investment, not what follows
        for word in ["计划总投资", "计划投资", "拟投资", "预计投资", "预计总投资"] {
            if let Some(head) = words.strip_suffix(word) {
                words = head;
            }
        }
        if let Some(mood) = modality::of(words) {
            self.thread.mood = Some(mood);
        }
    }

    /// The last date that is told up to `until`.
    fn take_period(&mut self, span: Span, until: usize) {
        if let Some(found) = self.date_in(span, until) {
            self.thread.period = Some(found);
        }
    }

    fn date_in(&self, span: Span, until: usize) -> Option<usize> {
        let scene = self.scene;
        let words = self.words(span);
        let source = SOURCES.iter().filter_map(|word| words.find(word)).max();
        scene
            .within(Span::new(span.start, until))
            .filter(|index| {
                scene.get(*index).is_some_and(|mention| {
                    let before = Span::new(span.start, mention.span.start).of(scene.text());
                    let behind = Span::new(mention.span.end, span.end).of(scene.text());
                    let in_source = source.is_some_and(|at| mention.span.start < span.start + at && !words.starts_with("据统计"));
                    let standard = ["比", "较", "与", "超", "由", "从", "自从", "同", "相比于", "是"].iter().any(|word| before.ends_with(word));
                    let inner = behind.starts_with("的") && (behind.contains('倍') && before.ends_with('是'));
                    mention.kind() == Kind::Date && !in_source && !standard && !inner && !before.ends_with('(') && !before.ends_with('（')
                })
            })
            .last()
    }

    /// 与去年同期持平: the last level did not move.
    fn flat(&mut self, words: &str) {
        if !words.ends_with("持平") {
            return;
        }
        let base = if words.contains("环比") || words.contains("上月") {
            "previous_period"
        } else if words.contains("同比") || words.contains("去年") || words.contains("上年") {
            "year_on_year"
        } else {
            "unspecified"
        };
        let first = self.thread.first;
        if let Some(last) = self.out.get_mut(first..).and_then(<[Indicator]>::last_mut) {
            if last.change.is_none() {
                last.change = Some(Change { base: base.to_owned(), direction: "flat".to_owned(), value: None });
            }
        }
    }

    /// 分别: figures in a row belong one by one to the names or levels before them.
    fn pairs(&mut self, clause: &Clause, figures: &[usize], done: &mut Done) {
        let scene = self.scene;
        let words = self.words(clause.span);
        let Some(at) = words.rfind("分别") else { return };
        let at = clause.span.start + at;
        let mut row: Vec<(usize, &Mention)> = Vec::new();
        for figure in figures {
            let Some(mention) = scene.get(*figure) else { continue };
            if mention.span.start < at {
                continue;
            }
            if let Some((_, last)) = row.last() {
                if !matches!(self.words(Span::new(last.span.end, mention.span.start)), "、" | "和" | "及" | "与" | "以及") {
                    break;
                }
            }
            row.push((*figure, mention));
        }
        let Some((_, opening)) = row.first().copied() else { return };
        if row.len() < 2 {
            return;
        }
        let left = self.words(Span::new(clause.span.start, opening.span.start));
        let told = change::told(left);
        let head = measure::before(scene, clause.span.start, at);
        let head_words = head.of(scene.text());
        let head_words = ["同比", "环比"].iter().find_map(|base| head_words.strip_suffix(base)).unwrap_or(head_words);
        let items: Vec<&str> = head_words.split(['、', '和', '及', '与']).filter(|item| !item.is_empty()).collect();
        if let (Some(told), true) = (told, items.len() != row.len()) {
            // the levels were told before: 合同额…,执行额…,同比分别增长…
            let levels = self.out.len().saturating_sub(row.len());
            if levels >= self.thread.first {
                for (offset, (figure, mention)) in row.iter().enumerate() {
                    let base = told.base.or(self.thread.base).unwrap_or("unspecified");
                    if let Some(level) = self.out.get_mut(levels + offset) {
                        level.change.get_or_insert_with(|| changed(base, told.direction, mention));
                    }
                    done.push(*figure);
                }
                self.thread.base = told.base.or(self.thread.base);
            }
            return;
        }
        if items.len() != row.len() {
            return;
        }
        // names are told in a row: a shared tail belongs to each of them
        let places: Vec<usize> = scene
            .within(Span::new(clause.span.start, at))
            .filter(|i| scene.get(*i).is_some_and(|m| matches!(m.kind(), Kind::Place | Kind::Zone | Kind::Company)))
            .collect();
        for (nth, (figure, mention)) in row.iter().enumerate() {
            let Some(item) = items.get(nth) else { continue };
            let named = places
                .iter()
                .find(|i| scene.get(**i).is_some_and(|m| self.words(m.span) == *item))
                .and_then(|i| subject::subject(scene, *i, "indicator.subject.paired"));
            let words = match (&named, &self.thread.counted) {
                (Some(_), Some(counted)) => counted.clone(),
                _ => (*item).to_owned(),
            };
            let change = told.map(|told| changed(told.base.or(self.thread.base).unwrap_or("unspecified"), told.direction, mention));
            let measure = Measure { words, evidence: vec![head], ..Measure::default() };
            self.push(clause, *figure, mention, measure, change, named, None);
            done.push(*figure);
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn figure(&mut self, index: usize, clause: &Clause, figure: usize, mention: &Mention, from: usize, until: usize, next: Option<usize>) {
        let scene = self.scene;
        let left = self.words(Span::new(from, mention.span.start));
        let right = self.words(Span::new(mention.span.end, clause.span.end));
        let kind = mention.kind();
        if self.is_size_class(mention, left, right) {
            // the class is told with the figure that it qualifies
            return;
        }
        let size = self.size_before(clause, mention).or_else(|| self.size_behind(mention, next));
        // 潍坊5个、聊城3个: a name and a figure
        if let Some((named, words)) = self.per_name(from, mention) {
            let measure = Measure { words, evidence: vec![Span::new(from, mention.span.start)], ..Measure::default() };
            self.push(clause, figure, mention, measure, None, Some(named), size);
            return;
        }
        if matches!(kind, Kind::Percent) || left.contains(['比', '较', '多', '少', '增', '减']) {
            if let Some(told) = change::told(left) {
                if kind == Kind::Percent || told.base.is_some() {
                    self.changed_by(index, clause, figure, mention, from, told);
                    return;
                }
            }
            if kind == Kind::Percent
                && (right.starts_with("的增长") || right.starts_with("增长") || right.starts_with("的增速") || right.starts_with("的增幅"))
            {
                let told = change::Told { base: left.contains("同比").then_some("year_on_year"), direction: "up", start: left.len() };
                self.changed_by(index, clause, figure, mention, from, told);
                return;
            }
        }
        if kind == Kind::Percent && is_point(mention) {
            return self.lead(clause, figure, mention, from);
        }
        if is_project_amount(scene, mention, right, next) {
            return;
        }
        if let Some((level, change)) = self.moved(clause, mention, from, until) {
            self.push(clause, figure, mention, level, change, None, size);
            return;
        }
        let behind = match kind {
            Kind::Quantity if measure::counts(&mention.value) || right.starts_with('的') => measure::told_behind(scene, from, mention.span, until),
            Kind::Quantity if starts_with_head(right) => measure::told_behind(scene, from, mention.span, until),
            Kind::Money => {
                measure::told_behind(scene, from, mention.span, until).filter(|told| is_fund(told.noun.as_deref()) && !right.starts_with("的"))
            }
            _ => None,
        };
        let is_share = left.contains('占');
        let measure = match behind {
            Some(told) => {
                if told.noun.as_deref().is_some_and(measure::is_abstract)
                    || ["赴", "走进", "来自", "分赴"].iter().any(|word| left.trim_end_matches("全国").ends_with(word))
                {
                    return;
                }
                if self.is_repeated(mention, told.noun.as_deref(), left) {
                    return;
                }
                told
            }
            None => {
                let mut told = measure::told_before(scene, from, mention.span.start);
                if kind == Kind::Percent && is_share {
                    let noun = measure::noun_phrase(right).filter(|_| !right.starts_with("以")).and_then(|end| right.get(..end)).unwrap_or_default();
                    told.words = share(left, &told.words, noun);
                }
                if left.trim_end_matches("的").contains('是') && is_times(mention) {
                    told.words = self.ratio(left, &told.words);
                }
                if matches!(mention.value, Value::Quantity(_)) && is_extent(&told.words, left) {
                    return;
                }
                told
            }
        };
        self.settle(index, clause, figure, mention, measure, size, left, next);
    }

    /// Judges a level and files it.
    #[allow(clippy::too_many_arguments)]
    fn settle(
        &mut self,
        index: usize,
        clause: &Clause,
        figure: usize,
        mention: &Mention,
        mut measure: Measure,
        size: Option<Amount>,
        left: &str,
        next: Option<usize>,
    ) {
        let kind = mention.kind();
        if measure.words.is_empty() || measure.words.chars().count() < 2 {
            // 达43个: the noun is in the clause before, if that told no figure
            let Some(words) = self.understood(index, clause, mention) else { return };
            measure.words = words;
        }
        if measure.noun.is_some() || measure::counts(&mention.value) {
            if PACKAGE_HEADS.iter().any(|head| measure.words.contains(head)) {
                self.thread.package = true;
                self.thread.project = None;
            }
            self.thread.prefix = None;
            self.thread.size = None;
        }
        let amount_word = |word: &&str| measure.words.contains(*word);
        if let Some(owner) = &self.thread.project {
            if PROJECT_FIELDS.iter().any(amount_word) || owner.is_none() {
                return;
            }
        }
        let invests = ["投资", "总额", "总金额", "投资额"].iter().any(|word| measure.words.ends_with(word) || measure.words == *word);
        let flows = FLOWS.iter().any(|word| measure.words.contains(word));
        if kind == Kind::Money && invests && !flows && !self.thread.package && self.thread.prefix.is_none() {
            return;
        }
        let opening = measure.topic
            && next.is_some_and(|next| {
                self.scene.get(next).is_some_and(|m| matches!(m.kind(), Kind::Percent | Kind::Money) && m.span.end <= clause.span.end)
            });
        if measure.noun.is_none() && !measure::counts(&mention.value) {
            if let Some(prefix) = &self.thread.prefix {
                if !measure.words.contains(prefix.as_str()) {
                    measure.words = format!("{prefix}{}", measure.words);
                }
            } else if TAILS.contains(&measure.words.as_str()) {
                if let Some(head) = self.out.last().and_then(|last| TAILS.iter().find_map(|tail| last.measure.strip_suffix(tail))) {
                    measure.words = format!("{head}{}", measure.words);
                }
            }
        }
        if let Some(size) = &size {
            let _ = size;
            measure.words = self.with_size(mention, measure.words, next);
            if left.contains("其中") || self.words(clause.span).starts_with("其中") {
                self.thread.prefix = Some(measure.words.clone());
            }
        }
        if opening {
            self.thread.prefix = measure.noun.clone();
        }
        if measure::counts(&mention.value) && size.is_none() {
            self.thread.counted = Some(measure.words.clone());
        }
        let size_held = size.clone().or_else(|| self.thread.size.clone());
        if size.is_some() {
            self.thread.size = size;
        }
        self.push(clause, figure, mention, measure, None, None, size_held);
    }

    /// The measure of a figure that has no words of its own.
    fn understood(&self, index: usize, clause: &Clause, mention: &Mention) -> Option<String> {
        let before =
            index.checked_sub(1).and_then(|before| self.scene.clauses.list().get(before)).filter(|before| before.sentence == clause.sentence)?;
        if !self.scene.figures(before.span).is_empty() {
            return (measure::counts(&mention.value) && self.words(clause.span).starts_with("其中")).then(|| self.thread.counted.clone()).flatten();
        }
        let words = measure::told_before(self.scene, before.span.start, before.span.end).words;
        let count = words.chars().count();
        (2..=12).contains(&count).then_some(words)
    }

    /// A rate or an amount by which something moved.
    fn changed_by(&mut self, index: usize, clause: &Clause, figure: usize, mention: &Mention, from: usize, told: change::Told) {
        let own_end = from + told.start;
        let mut measure = measure::told_before(self.scene, from, own_end);
        if let Some(prefix) = measure.words.strip_suffix("与").or_else(|| measure.words.strip_suffix("期")) {
            measure.words = prefix.to_owned();
        }
        let base = told.base.or(self.thread.base).unwrap_or("unspecified");
        if told.base.is_some() {
            self.thread.base = told.base;
        }
        let change = changed(base, told.direction, mention);
        if measure.words.chars().count() < 2 {
            let first = self.thread.first;
            if let Some(level) = self.out.get_mut(first..).and_then(<[Indicator]>::last_mut) {
                if level.change.is_none() {
                    level.change = Some(change);
                    level.evidence.push(Evidence { field: "change".to_owned(), span: mention.span, rule: "indicator.change.of_level".to_owned() });
                    return;
                }
                // a second base of comparison: a rate of the same measure where the first was a rate too
                if matches!(level.value, Amount::Percent(_)) {
                    measure.words = level.measure.clone();
                } else {
                    return;
                }
            } else if let Some(words) = self.understood(index, clause, mention) {
                measure.words = words;
            } else {
                return;
            }
        }
        if mention.kind() != Kind::Percent {
            return; // 比去年同期多11亿元 says how the level moved, no fact of its own
        }
        let left = self.words(Span::new(from, mention.span.start));
        for noun in ["增速", "增幅", "涨幅", "降幅", "跌幅"] {
            if left.contains(noun) && !measure.words.contains(noun) {
                measure.words.push_str(noun);
            }
        }
        if let Some(owner) = &self.thread.project {
            if owner.is_none() {
                return;
            }
        }
        self.push(clause, figure, mention, measure, Some(change), None, None);
    }

    /// 高于全国平均2.1个百分点, 超时间进度6.6个百分点.
    fn lead(&mut self, clause: &Clause, figure: usize, mention: &Mention, from: usize) {
        let left = self.words(Span::new(from, mention.span.start));
        let Some(at) = ["高于", "快于", "低于", "超时间进度", "超序时进度", "领先", "好于", "高出"].iter().filter_map(|word| left.rfind(word)).max()
        else {
            return;
        };
        let span = measure::trim(self.scene.text(), Span::new(from + at, mention.span.start));
        let words = self.words(span).to_owned();
        if words.chars().count() >= 2 {
            self.push(clause, figure, mention, Measure { words, evidence: vec![span], ..Measure::default() }, None, None, None);
        }
    }

    /// 由184家增至930家: the second figure is the level now, the first the level before.
    fn moved(&mut self, clause: &Clause, mention: &Mention, from: usize, until: usize) -> Option<(Measure, Option<Change>)> {
        let left = self.words(Span::new(from, mention.span.start));
        let right = self.words(Span::new(mention.span.end, clause.span.end));
        let verbs = [
            ("增", "up"),
            ("升", "up"),
            ("提", "up"),
            ("扩", "up"),
            ("上", "up"),
            ("涨", "up"),
            ("跃", "up"),
            ("降", "down"),
            ("减", "down"),
            ("压", "down"),
            ("缩", "down"),
            ("下", "down"),
            ("回", "down"),
        ];
        let direction = |words: &str| {
            let head: String = words.chars().take(4).collect();
            let reaches = head.contains('至') || head.contains('到');
            verbs.iter().find(|(verb, _)| reaches && head.starts_with(verb)).map(|(_, direction)| *direction)
        };
        if direction(right).is_some() && until < clause.span.end {
            let at = left.rfind('由').or_else(|| left.rfind('从'))?;
            let marker = left.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let span = measure::before(self.scene, from, from + at);
            let when = left.get(at + marker..).unwrap_or_default().trim_end_matches('的');
            let words = format!("{when}{}", span.of(self.scene.text()));
            if words.chars().count() < 2 {
                return None;
            }
            return Some((Measure { words, evidence: vec![span], ..Measure::default() }, None));
        }
        let direction = direction(left)?;
        let previous = self.out.last().filter(|_| self.out.len() > self.thread.first)?;
        let held = self.scene.get(previous.mention).filter(|held| held.span.end == from)?;
        let before = self.words(Span::new(clause.span.start, held.span.start));
        let at = before.rfind('由').or_else(|| before.rfind('从'))?;
        let when = before.get(at..).unwrap_or_default();
        let base = if ["之初", "初期", "年初", "成立", "设立"].iter().any(|word| when.contains(word)) {
            "since_start"
        } else if when.contains("上年") || when.contains("去年") {
            "year_on_year"
        } else {
            "unspecified"
        };
        let span = measure::before(self.scene, clause.span.start, clause.span.start + at);
        let words = span.of(self.scene.text()).to_owned();
        if words.is_empty() {
            return None;
        }
        let change = Change { base: base.to_owned(), direction: direction.to_owned(), value: None };
        Some((Measure { words, evidence: vec![span], ..Measure::default() }, Some(change)))
    }

    /// A figure that stands beside a name alone goes on counting what was counted: 潍坊5个, 韩国(12.9亿美元).
    fn per_name(&self, from: usize, mention: &Mention) -> Option<(Subject, String)> {
        let scene = self.scene;
        let name = scene.within(Span::new(from, mention.span.start)).last()?;
        let named = scene.get(name)?;
        if !matches!(named.kind(), Kind::Place | Kind::Zone | Kind::Company) {
            return None;
        }
        let before = self.words(Span::new(from, named.span.start)).trim_matches(|c: char| "、,，)）和及与".contains(c) || c.is_whitespace());
        let gap = self.words(Span::new(named.span.end, mention.span.start));
        if !matches!(before, "" | "其中" | "以及") || !matches!(gap, "" | "(" | "（" | "有" | "各") {
            return None;
        }
        let last = self.out.last()?;
        let words = self
            .thread
            .counted
            .clone()
            .filter(|_| measure::counts(&mention.value))
            .or_else(|| (self.out.len() > self.thread.first).then(|| last.measure.clone()))?;
        let same_kind = self.out.get(self.thread.first..)?.iter().chain(std::iter::once(last)).any(|held| held.value.kind() == mention.kind());
        if !same_kind {
            return None;
        }
        Some((subject::subject(scene, name, "indicator.subject.list")?, words))
    }

    /// 是“十四五”初期的1.8倍: a ratio of the measure before.
    fn ratio(&self, left: &str, words: &str) -> String {
        let tail = left.rfind('是').and_then(|at| left.get(at..)).unwrap_or_default().trim_end_matches('的').replace(['“', '”'], "");
        let head = self.out.get(self.thread.first..).and_then(<[Indicator]>::first).map(|held| held.measure.as_str()).unwrap_or_default();
        let own = words.split('是').next().unwrap_or_default();
        format!("{}{tail}", if own.chars().count() >= 2 && left.find('是').is_some_and(|at| at > 3) { own } else { head })
    }

    /// Whether a counted thing was told before with the same figure and is only taken up again: 25个项目投资额均在….
    fn is_repeated(&self, mention: &Mention, noun: Option<&str>, left: &str) -> bool {
        let Some(amount) = Amount::of(&mention.value) else { return false };
        let Some(noun) = noun else { return false };
        let pointed = ["此次", "这", "上述", "该", "以上", "此次开工的"].iter().any(|word| left.ends_with(word));
        pointed
            || self.out.iter().zip(&self.nouns).any(|(held, held_noun)| {
                held.value == amount
                    && !held_noun.is_empty()
                    && (held_noun.ends_with(noun) || noun.ends_with(held_noun.as_str()) || held.measure.ends_with(noun))
            })
    }

    /// A money figure that only says which things are counted: 亿元以上 项目.
    fn is_size_class(&self, mention: &Mention, left: &str, right: &str) -> bool {
        let Value::Money(money) = &mention.value else { return false };
        let classes =
            ["项目", "企业", "工程", "产业", "集群", "基地", "平台", "园区", "大项目", "重点项目", "重大项目", "工业项目", "制造业项目", "投资项目"];
        let edge = !matches!(money.magnitude.bound, Bound::Exact | Bound::About);
        let of_things = classes.iter().any(|word| right.starts_with(word));
        let loose = edge
            && (right.starts_with("的项目")
                || right.starts_with("的企业")
                || right.starts_with("的占")
                || right.starts_with("的重")
                || right.starts_with("的大项目")
                || right.starts_with(|c: char| c.is_ascii_digit()));
        let each = edge && ["均在", "都在", "均达", "均为", "普遍在", "都达"].iter().any(|word| left.ends_with(word));
        (of_things && (edge || next_is_count(right))) || loose || each
    }

    /// The size class told right before the figure: 10亿元以上项目 16个.
    fn size_before(&self, clause: &Clause, mention: &Mention) -> Option<Amount> {
        let scene = self.scene;
        let index = scene.within(Span::new(clause.span.start, mention.span.start)).last()?;
        let class = scene.get(index)?;
        let before = self.words(Span::new(clause.span.start, class.span.start));
        let right = self.words(Span::new(class.span.end, clause.span.end));
        let gap = self.words(Span::new(class.span.end, mention.span.start));
        let fits =
            class.kind() == Kind::Money && self.is_size_class(class, before, right) && gap.chars().count() <= 12 && !gap.contains(['、', '和']);
        fits.then(|| Amount::of(&class.value)).flatten()
    }

    /// The size class told right behind the figure: 25个 亿元以上项目.
    fn size_behind(&self, mention: &Mention, next: Option<usize>) -> Option<Amount> {
        let class = next.and_then(|next| self.scene.get(next)).filter(|class| class.span.start == mention.span.end)?;
        (class.kind() == Kind::Money).then(|| Amount::of(&class.value)).flatten()
    }

    /// The measure with the words of its size class.
    fn with_size(&self, mention: &Mention, words: String, next: Option<usize>) -> String {
        let behind = next.and_then(|next| self.scene.get(next)).filter(|class| class.span.start == mention.span.end);
        if let Some(class) = behind {
            return format!("{}{words}", self.words(class.span));
        }
        let Some(class) = self.scene.mentions.iter().rev().find(|class| class.kind() == Kind::Money && class.span.end <= mention.span.start) else {
            return words;
        };
        let gap = self.words(Span::new(class.span.end, mention.span.start));
        let gap = measure::trim(self.scene.text(), Span::new(class.span.end, class.span.end + gap.len())).of(self.scene.text());
        let noun = if gap.is_empty() { self.thread.counted.clone().unwrap_or(words) } else { gap.to_owned() };
        format!("{}{noun}", self.words(class.span))
    }

    /// Who it is told of, by the order of the module's description.
    fn whose(&self, clause: &Clause) -> Option<Subject> {
        if let Some(Some(owner)) = &self.thread.project {
            return Some(owner.clone());
        }
        if let Some(named) = &self.thread.subject {
            return Some(named.clone());
        }
        // 在…的基础上: the subject is told behind
        let words = self.words(clause.span);
        if words.starts_with('在') && ["基础上", "的同时", "之后"].iter().any(|word| words.ends_with(word)) {
            let index = self.scene.clauses.index_at(clause.span.start)?;
            for later in self.scene.clauses.list().iter().skip(index + 1).take_while(|later| later.sentence == clause.sentence) {
                if let Some(Turn::Name(name)) = subject::turn(self.scene, later, later.span.end) {
                    return Some(name);
                }
            }
        }
        let speaker = self.source.as_ref().map(|source| self.owner_of(source));
        match (&self.source, speaker) {
            (Some(source), Some(speaker)) if source.kind == Kind::Company || source.name == speaker.name && self.paragraph.is_none() => Some(speaker),
            (_, speaker) => self.paragraph.clone().or(speaker).or_else(|| self.topic.clone()),
        }
    }

    /// A body of a place or zone speaks for it: 临江区商务局 for 临江区.
    fn owner_of(&self, source: &Subject) -> Subject {
        if source.kind != Kind::Organization {
            return source.clone();
        }
        let scene = self.scene;
        let owner = scene
            .mentions
            .iter()
            .enumerate()
            .take(400)
            .filter(|(_, m)| matches!(m.kind(), Kind::Place | Kind::Zone))
            .find(|(_, m)| source.name.starts_with(m.span.of(scene.text())))
            .and_then(|(index, _)| subject::subject(scene, index, "indicator.subject.speaker"));
        owner.unwrap_or_else(|| source.clone())
    }

    #[allow(clippy::too_many_arguments)]
    fn push(
        &mut self,
        clause: &Clause,
        figure: usize,
        mention: &Mention,
        measure: Measure,
        change: Option<Change>,
        named: Option<Subject>,
        size_class: Option<Amount>,
    ) {
        let Some(value) = Amount::of(&mention.value) else { return };
        let subject = named.or_else(|| self.whose(clause));
        let own_date = self.date_in(clause.span, mention.span.start);
        let sentence_date = self.thread.period;
        let carried = (!self.thread.told && self.thread.subject.is_none() || self.words(clause.span).starts_with("其中"))
            .then_some(self.before.period)
            .flatten();
        let period_mention = own_date.or(sentence_date).or(carried);
        let period = period_mention.and_then(|index| self.scene.get(index)).and_then(|date| match &date.value {
            Value::Date(date) if date.edtf.is_some() => Some(date.clone()),
            _ => None,
        });
        if own_date.is_none() && sentence_date.is_none() && carried.is_some() {
            self.thread.period = carried;
        }
        let words = self.words(Span::new(clause.span.start, mention.span.start));
        let modality = modality::of(words).or(self.thread.mood).unwrap_or_default();
        let told =
            |held: &Indicator| held.value == value && held.measure == measure.words && held.subject == subject.as_ref().map(|s| s.name.clone());
        if self.out.iter().rev().take(REPEATS).any(told) {
            return;
        }
        let mut evidence = vec![Evidence { field: "value".to_owned(), span: mention.span, rule: mention.rule.to_owned() }];
        for span in measure.evidence.iter().filter(|span| !span.is_empty()) {
            evidence.push(Evidence { field: "measure".to_owned(), span: *span, rule: "indicator.measure".to_owned() });
        }
        if let Some(subject) = &subject {
            evidence.push(Evidence { field: "subject".to_owned(), span: subject.span, rule: subject.rule.to_owned() });
        }
        if let Some(date) = period_mention.and_then(|index| self.scene.get(index)) {
            let rule = if own_date.is_some() {
                "indicator.period.clause"
            } else if sentence_date.is_some() {
                "indicator.period.sentence"
            } else {
                "indicator.period.carried"
            };
            evidence.push(Evidence { field: "period".to_owned(), span: date.span, rule: rule.to_owned() });
        }
        self.nouns.push(measure.noun.clone().unwrap_or_default());
        self.out.push(Indicator {
            subject: subject.map(|subject| subject.name),
            measure: measure.words,
            value,
            mention: figure,
            period,
            period_mention,
            change,
            size_class,
            modality,
            evidence,
        });
    }
}

/// How many indicators back a repetition is looked for.
const REPEATS: usize = 200;

/// Words for several projects whose sum is told.
const PLURALS: &[&str] = &["一批", "重点项目", "重大项目", "批项目", "多个项目", "系列项目", "全部项目", "总项目"];

/// Words of a flow of investment: a fact about a place, not the price of one project.
const FLOWS: &[&str] = &[
    "完成投资",
    "固定资产投资",
    "完成总投资",
    "累计投资",
    "带动投资",
    "年度计划投资",
    "实际投资",
    "利用",
    "民间投资",
    "工业投资",
    "技改投资",
    "房地产开发投资",
    "产业投资",
    "新增投资",
    "到位",
    "制造业投资",
    "基础设施投资",
    "年度投资",
    "研发投入",
    "消费",
    "零售总额",
    "外资",
    "进出口",
    "贸易总额",
    "生产总值",
    "交易总额",
];

fn changed(base: &str, direction: &str, mention: &Mention) -> Change {
    let value = Amount::of(&mention.value);
    let negative = value
        .as_ref()
        .and_then(|value| value.magnitude().low)
        .and_then(crate::numeral::Figure::decimal)
        .is_some_and(|low| low.is_sign_negative() && !low.is_zero());
    let direction = if negative { "down" } else { direction };
    Change { base: base.to_owned(), direction: direction.to_owned(), value }
}

fn is_point(mention: &Mention) -> bool {
    matches!(&mention.value, Value::Percent(percent) if percent.unit == crate::entity::percent::PercentUnit::PercentagePoint)
}

fn is_times(mention: &Mention) -> bool {
    matches!(&mention.value, Value::Percent(percent) if percent.unit == crate::entity::percent::PercentUnit::Times)
}

fn starts_with_head(words: &str) -> bool {
    measure::longest(HEADS, words).is_some()
}

/// Whether a count of things follows a class: 项目16个.
fn next_is_count(right: &str) -> bool {
    right.chars().take(8).any(|c| c.is_ascii_digit())
}

/// Nouns of money: 4亿元 专项资金.
fn is_fund(noun: Option<&str>) -> bool {
    const FUNDS: &[&str] =
        &["资金", "国债", "基金", "债券", "贷款", "补贴", "补助", "奖励", "资本", "外资", "订单", "投资", "税收", "成本", "产值", "收入", "消费券"];
    noun.is_some_and(|noun| FUNDS.iter().any(|fund| noun.ends_with(fund)))
}

/// Lengths, heights and distances describe a thing.
fn is_extent(measure: &str, left: &str) -> bool {
    const EXTENTS: &[&str] = &[
        "长", "宽", "高", "深", "厚", "直径", "距", "相距", "全长", "海拔", "高度", "宽度", "长度", "深度", "跨度", "间距", "每隔", "距离", "生产",
        "往返",
    ];
    measure.is_empty() || EXTENTS.iter().any(|word| left.ends_with(word) || measure == *word || measure.ends_with(&format!("{word}约")))
}

/// An amount that belongs to a named project behind it: 总投资30亿元的某某项目.
fn is_project_amount(scene: &Scene<'_>, mention: &Mention, right: &str, next: Option<usize>) -> bool {
    if !matches!(mention.kind(), Kind::Money | Kind::Quantity) || measure::counts(&mention.value) {
        return false;
    }
    let Some(rest) = right.strip_prefix('的') else { return false };
    if next.is_some_and(|next| scene.get(next).is_some_and(|m| m.span.start <= mention.span.end + '的'.len_utf8() * 5 && m.kind() == Kind::Quantity))
    {
        return false;
    }
    let named = scene
        .mentions
        .iter()
        .skip(scene.mentions.partition_point(|m| m.span.start < mention.span.end))
        .take(3)
        .any(|m| m.kind() == Kind::Project && m.span.start < mention.span.end + 90);
    let head: String = rest.chars().take(24).collect();
    named || ["项目", "工程", "基地", "产业园", "工厂", "电站", "电厂"].iter().any(|word| head.contains(word))
}

/// 占全国物流70%业务量 → 占全国物流业务量; 制造业占53% → 制造业占比 stays as written: 制造业占.
fn share(left: &str, words: &str, noun: &str) -> String {
    let at = left.rfind('占').unwrap_or(0);
    let tail = left.get(at..).unwrap_or_default().trim_end_matches(|c: char| "的达到约超近".contains(c)).replace("占到", "占");
    let head = words.split('占').next().unwrap_or_default();
    let head = if left.get(..at).is_some_and(|before| before.chars().any(|c| !"、,， ".contains(c))) { head } else { "" };
    format!("{head}{tail}{noun}")
}
