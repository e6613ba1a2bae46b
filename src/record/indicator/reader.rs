//! Reads a text clause by clause and keeps what carries over: subject, period, verb of change, mood, the noun of a list.

use super::among::Among;
use super::change;
use super::deictic;
use super::grid;
use super::measure::{self, Measure};
use super::noun;
use super::repeat;
use super::report;
use super::row;
use super::scene::Scene;
use super::subject::{self, Subject, Turn};
use super::{Change, Indicator};
use crate::context::Mention;
use crate::entity::time::Date;
use crate::entity::{Kind, Value};
use crate::limits::REFERENTS;
use crate::reading::table::Table;
use crate::record::clause::Clause;
use crate::record::{Amount, Evidence, Modality};
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_table::{Words, words};

/// What the sentence has said so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Thread {
    pub(super) subject: Option<Subject>,
    /// Whom the sentence named first.
    pub(super) opening: Option<Subject>,
    /// The segment that named its subject.
    pub(super) subject_segment: usize,
    /// A single project is spoken of; with the company that owns it, where that is named.
    pub(super) project: Option<Option<Subject>>,
    /// Several projects are spoken of, whose sums are told.
    pub(super) package: bool,
    pub(super) period: Option<usize>,
    pub(super) base: Option<&'static str>,
    /// How it is meant, and in which segment that was said.
    pub(super) mood: Option<(Modality, usize)>,
    /// The segment that it opens with.
    pub(super) segment: usize,
    /// Whether it tells of several, one in each segment.
    pub(super) parallel: bool,
    /// The noun phrase that the clause told as its topic: 12个 省级重点项目 开工率…
    pub(super) prefix: Option<String>,
    pub(super) size: Option<Amount>,
    /// The last measure that was counted: what 其中 and lists of places go on counting.
    pub(super) counted: Option<String>,
    /// A batch of things told without their number: 开工 一批 重大项目.
    pub(super) batch: Option<String>,
    /// Index of the first indicator of this sentence.
    pub(super) first: usize,
    /// Whether it takes up the sentence before: 其中.
    pub(super) continues: bool,
    /// What 其中 breaks down.
    pub(super) among: Option<Among>,
    /// Whether its first clause told a figure.
    pub(super) told: bool,
}

pub(super) struct Reader<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    pub(super) out: Vec<Indicator>,
    pub(super) nouns: Vec<String>,
    pub(super) topic: Option<Subject>,
    pub(super) paragraph: Option<Subject>,
    pub(super) source: Option<Subject>,
    /// The sentence before told of several side by side: whom its opening names first is one of them.
    pub(super) rowed: bool,
    /// The paragraph tells what a study found: of the one whom the article's opening names it says nothing.
    pub(super) studied: bool,
    pub(super) thread: Thread,
    pub(super) before: Thread,
    /// Whose figures the paragraph looks at more closely, and of what time they were.
    closer: Option<(Subject, Option<usize>)>,
    /// Where the item of a digest begins that is being read; the text's beginning in all other texts.
    item: usize,
    /// The time that an earlier sentence of the paragraph opened with, as long as none tells another.
    pub(super) frame: Option<usize>,
    /// The one period that the whole article reports on, if it opens with it and tells no other.
    pub(super) report: Option<usize>,
    /// What every rate is measured against that names nothing else: 同比(下同).
    pub(super) standing: Option<&'static str>,
    /// Where the noun counted by the last figure ends.
    pub(super) consumed: usize,
    /// Indexes of indicators that were told only to compare with, in order.
    pub(super) standards: Vec<usize>,
    /// The period of the figure that is being filed, where it is told for comparison.
    pub(super) forced: Option<usize>,
    /// The one of several years that the period tells of the figure that is being filed.
    pub(super) year: Option<Date>,
}

/// Figures of one clause that were dealt with together.
pub(super) type Done = Vec<usize>;

impl<'s, 'a> Reader<'s, 'a> {
    pub(super) fn new(scene: &'s Scene<'a>) -> Self {
        let topic = subject::topic(scene);
        Self {
            scene,
            out: Vec::new(),
            nouns: Vec::new(),
            topic,
            paragraph: None,
            source: None,
            rowed: false,
            studied: false,
            closer: None,
            item: 0,
            thread: Thread::default(),
            before: Thread::default(),
            frame: None,
            report: report::of(scene),
            standing: None,
            consumed: 0,
            standards: Vec::new(),
            forced: None,
            year: None,
        }
    }

    pub(super) fn read(mut self) -> Vec<Indicator> {
        let scene = self.scene;
        let mut last: Option<Clause> = None;
        let mut told: Option<(usize, bool)> = None;
        let digest = scene.is_digest();
        let mut tables = scene.context.tables.iter().peekable();
        for (index, clause) in scene.clauses.list().iter().enumerate() {
            if let Some(table) = tables.next_if(|table| table.span.start <= clause.span.start) {
                self.out.extend(grid::read(scene, table, self.topic.as_ref()));
                self.nouns.resize(self.out.len(), String::new());
            }
            if digest && scene.is_heading(clause) {
                self.item = clause.span.start;
            }
            // what a paragraph without figures says is carried nowhere
            if told.is_none_or(|(paragraph, _)| paragraph != clause.paragraph) {
                told = Some((clause.paragraph, scene.tells_figures(scene.clauses.paragraph(index))));
            }
            if told.is_some_and(|(_, figures)| !figures) || scene.is_label(clause) || Table::at(scene.context.tables, clause.span.start).is_some() {
                continue;
            }
            if last.is_none_or(|last| last.sentence != clause.sentence) {
                self.begin_sentence(clause, last);
            }
            self.clause(index, clause);
            last = Some(*clause);
        }
        repeat::told_once(scene, self.out)
    }

    pub(super) fn begin_sentence(&mut self, clause: &Clause, last: Option<Clause>) {
        let ended = std::mem::take(&mut self.thread);
        // a sentence that tells nobody new and no time of its own leaves the time before it as it was
        let passed = self.before.period.filter(|_| ended.subject.as_ref().is_none_or(|named| self.is_spoken_of(named)));
        let start = last.map_or(0, |last| self.scene.clauses.sentence_start(&last));
        if ended.period.and_then(|period| self.scene.get(period)).is_some_and(|period| period.span.start >= start) {
            self.frame = self.frame_of(&ended, start);
        }
        let named = self.carried_on(&ended, start);
        self.rowed = named.is_none() && (ended.subject.is_some() || self.rowed);
        if named.is_some() {
            self.paragraph = named;
        }
        let within = last.is_some_and(|last| last.paragraph == clause.paragraph);
        self.before = Thread { period: ended.period.or(passed.filter(|_| within)), ..ended };
        if last.is_none_or(|last| last.paragraph != clause.paragraph) {
            // 从投资规模看, 分县区: at the head of a paragraph: the same is looked at more closely
            let measured = self.out.last().and_then(|told| told.subject.as_deref());
            let whole = self.paragraph.take().filter(|named| measured == Some(named.name.as_str())).map(|named| (named, self.before.period));
            self.closer = self.closer.take().or(whole).filter(|_| looks_closer(self.words(clause.span), clause.mark) && self.follows(clause, last));
            self.paragraph = self.closer.as_ref().map(|(named, _)| named.clone());
            self.rowed = false;
            self.source = None;
            self.frame = None;
            self.studied = false;
            // 其中 at the head of a paragraph takes up what the paragraph before told
            if !words!["其中", "这其中"].begin(self.words(clause.span)) {
                let period = self.closer.as_ref().and_then(|(_, period)| *period);
                self.before = Thread { first: self.out.len(), period, ..Thread::default() };
            }
            self.thread.continues = self.closer.is_some();
        }
        self.thread.first = self.out.len();
        self.thread.segment = clause.segment;
    }

    /// Whether no paragraph stands between the one that was read last and that of a clause.
    fn follows(&self, clause: &Clause, last: Option<Clause>) -> bool {
        let clauses = &self.scene.clauses;
        let before = clauses.index_at(clause.span.start).and_then(|index| index.checked_sub(1)).and_then(|before| clauses.list().get(before));
        before.zip(last).is_some_and(|(before, last)| before.paragraph == last.paragraph)
    }

    /// Whom the sentences behind one speak of: its last subject; where it told of several, the place that the others lie in, which it opened with.
    fn carried_on(&self, ended: &Thread, start: usize) -> Option<Subject> {
        let last = ended.subject.as_ref()?;
        let opening = ended.opening.as_ref().unwrap_or(last);
        // 其中,甲园区…: who has a part is not whom the next sentence speaks of
        let part = ended.continues && self.thread_opens_with_part(opening, start);
        if part {
            return self.paragraph.clone();
        }
        let told = self.out.get(ended.first..).unwrap_or_default();
        let others = |named: &Subject| told.iter().any(|told| told.subject.as_ref().is_some_and(|name| *name != named.name));
        if !ended.parallel && !others(last) {
            return Some(last.clone());
        }
        // 甲市…,其中乙公司…: a firm that has a part of what the place has
        let part = |told: &Indicator| told.part_of.is_some() && told.subject.as_ref() == Some(&last.name);
        let firm = last.kind == Kind::Company && matches!(opening.kind, Kind::Place | Kind::Zone) && told.iter().any(part);
        let held = opening.name == last.name || firm || row::lies_in(self.scene, last.span, opening.span);
        (held || !ended.parallel && !others(opening)).then(|| opening.clone())
    }

    /// Whether the sentence that starts at `start` names whom it opens with right behind 其中.
    fn thread_opens_with_part(&self, opening: &Subject, start: usize) -> bool {
        let before = self.words(Span::new(start, opening.span.start.max(start)));
        let part = words!["其中", "这其中"].strip_beginning(before);
        part.is_some_and(|gap| gap.chars().all(|c| matches!(c, '，' | ',' | '“' | '：' | ':')))
            && self.paragraph.as_ref().is_none_or(|named| named.name != opening.name)
    }

    /// Whether the sentences before told of this subject.
    fn is_spoken_of(&self, named: &Subject) -> bool {
        self.paragraph.as_ref().or(self.topic.as_ref()).is_some_and(|held| held.name == named.name)
    }

    pub(super) fn words(&self, span: Span) -> &'a str {
        span.of(self.scene.text())
    }

    pub(super) fn clause(&mut self, index: usize, clause: &Clause) {
        let scene = self.scene;
        let words = self.words(clause.span);
        let figures = scene.figures(clause.span);
        let first = figures.first().and_then(|figure| scene.get(*figure)).map_or(clause.span.end, |figure| figure.span.start);
        // a mood holds to the end of its segment, that of the opening segment for the sentence
        self.thread.mood = self.thread.mood.filter(|(_, segment)| *segment == self.thread.segment || *segment == clause.segment);
        // 分类别:甲产业城项目2个;旅游项目8个: a class without a name is of the whole again
        if self.closer.is_some() && self.thread.subject_segment != clause.segment {
            self.thread.subject = None;
        }
        self.take_turn(clause, first);
        let each = || scene.tells(EACH, Start::Each, clause);
        // 其中 and the bare list go on with the sentence before
        if self.out.len() == self.thread.first && (words.starts_with("其中") || words.starts_with("这其中") || each()) {
            self.thread.counted = self.thread.counted.take().or_else(|| self.before.counted.clone());
            self.thread.base = self.thread.base.or(self.before.base);
            self.thread.package |= self.before.package;
            self.thread.prefix = None;
            self.thread.continues = !each();
        }
        // 21个项目建成后: several are spoken of
        let mut afterwards = scene.told(&AFTERWARDS, Start::Afterwards, clause).peekable();
        let will_be = afterwards.peek().is_some();
        if will_be && !afterwards.any(|(at, _)| first < clause.span.start + at) {
            self.thread.project = Some(subject::latest_project(scene, clause.span.start));
        }
        if let Some((at, batch)) = scene.told(BATCH, Start::Batch, clause).next() {
            let noun = words.get(at + batch.len()..).unwrap_or_default();
            if let Some(end) = noun::noun_phrase(noun, false) {
                let verb = measure::told_before(scene, clause.span.start, clause.span.start + at).words;
                self.thread.batch = Some(format!("{verb}{}", measure::unquoted(noun.get(..end).unwrap_or_default())));
            }
        }
        // 作为全县首个重点项目: one of them
        if scene.tells(&PLURALS, Start::Plural, clause) && !says_what_it_is(words) {
            self.thread.package = true;
            self.thread.project = None;
        }
        self.take_breakdown(clause, clause.span.start, first);
        if figures.is_empty() {
            self.flat(words);
            // 与上年同期相比: what the next clauses tell is a change
            if words!["与", "同", "和", "较", "比"].begin(words) && words.ends_with("相比") {
                self.thread.base = Some(change::base_of(words));
            }
            self.take_period(clause.span, clause.span.end);
            self.take_mood(clause, clause.span.end);
            return;
        }
        let mut done: Done = Vec::new();
        self.pairs(clause, &figures, &mut done);
        let mut from = clause.span.start;
        for (nth, figure) in figures.iter().enumerate() {
            let Some(mention) = scene.get(*figure) else { continue };
            let until = figures.get(nth + 1).and_then(|next| scene.get(*next)).map_or(clause.span.end, |next| next.span.start);
            if nth > 0 {
                self.take_breakdown(clause, from, mention.span.start);
            }
            if !done.contains(figure) {
                self.figure(index, clause, *figure, mention, from, until, figures.get(nth + 1).copied());
            }
            from = self.behind_bracket(mention.span.end.max(self.consumed.min(until)));
        }
        self.take_period(clause.span, clause.span.end);
        self.take_mood(clause, figures.first().and_then(|figure| scene.get(*figure)).map_or(first, |figure| self.coloured(figure)));
        if will_be {
            self.thread.mood = Some((Modality::Expected, clause.segment));
        }
        self.thread.told = true;
    }

    /// 五个新能源项目总投资20亿元: whether one of the figures counts several projects.
    pub(super) fn counts_several_projects(&self, figures: &[usize]) -> bool {
        figures.iter().filter_map(|figure| self.scene.get(*figure)).any(|mention| match &mention.value {
            Value::Quantity(quantity) => {
                let projects = quantity.of.as_deref() == Some("项目") && measure::counts(&mention.value);
                projects && quantity.magnitude.low.is_some_and(|low| low.to_string() != "1")
            }
            _ => false,
        })
    }

    /// Behind a bracket that only explains the figure before it: 83.2亿粒(尾),是….
    pub(super) fn behind_bracket(&self, from: usize) -> usize {
        let rest = self.words(Span::new(from, self.scene.text().len()));
        let closed = rest.starts_with(['(', '（']).then(|| rest.char_indices().take(12).find(|(_, c)| matches!(c, ')' | '）'))).flatten();
        match closed {
            Some((at, close)) if self.scene.figures(Span::new(from, from + at)).is_empty() => from + at + close.len_utf8(),
            _ => from,
        }
    }

    /// Who the clause speaks of from here on.
    pub(super) fn take_turn(&mut self, clause: &Clause, until: usize) {
        let topic = self.topic.as_ref().filter(|topic| self.is_known(topic, clause));
        let known: Vec<&Subject> = [self.thread.subject.as_ref(), self.paragraph.as_ref(), topic].into_iter().flatten().collect();
        match subject::turn(self.scene, clause, until, &known) {
            // 某省…,在甲地设立企业6家: where it is done
            Some(Turn::Name(name)) if self.only_where(clause, &name) => {}
            Some(Turn::Name(name)) => {
                self.thread.subject_segment = clause.segment;
                let other = self.thread.subject.as_ref().is_some_and(|held| held.name != name.name);
                self.thread.parallel |= other && clause.segment != self.thread.segment;
                self.thread.opening.get_or_insert_with(|| name.clone());
                self.thread.subject = Some(name);
                self.thread.project = None;
            }
            Some(Turn::Project(_)) if self.sums_up(clause) => self.thread.package = true,
            Some(Turn::Project(owner)) => self.thread.project = Some(owner),
            Some(Turn::Source(name)) => self.source = Some(name),
            Some(Turn::Study) => self.studied = true,
            // A项目开工。作为全县首个重点项目,…: what the project of the sentence before is
            None if self.before.project.is_some() && says_what_it_is(self.words(clause.span)) => self.thread.project = self.before.project.clone(),
            // 签署A项目投资协议,这是产业链的关键项目
            None if self.words(clause.span).starts_with("这是") && says_what_it_is(self.words(clause.span)) => {
                self.thread.project = Some(subject::latest_project(self.scene, clause.span.start));
            }
            None => {
                if let Some(name) = subject::settled(self.scene, clause, until) {
                    self.thread.subject_segment = clause.segment;
                    self.thread.subject = Some(name);
                }
                // 29家央企与甲省签约64个项目: who signs stands behind the first figure
                if self.words(clause.span).contains('与') && until < clause.span.end {
                    if let Some(Turn::Name(name)) = subject::turn(self.scene, clause, clause.span.end, &[]) {
                        if name.rule == "indicator.subject.party" {
                            self.thread.subject = Some(name);
                        }
                    }
                }
            }
        }
    }

    /// Whether the projects that a clause opens with are those that were counted in its sentence or the one before: 签约项目61个,项目总投资298亿元.
    fn sums_up(&self, clause: &Clause) -> bool {
        let told = self.out.get(self.before.first..).unwrap_or_default();
        let several = |held: &Indicator| held.value.magnitude().low.is_some_and(|low| low.to_string() != "1");
        self.thread.project.is_none()
            && self.before.project.is_none()
            && self.words(clause.span).starts_with("项目")
            && told.iter().any(|held| held.measure.ends_with("项目") && several(held))
    }

    /// Whether a place is only where the one that its segment speaks of does something: 某公司…,在甲地建成门店6家.
    fn only_where(&self, clause: &Clause, name: &Subject) -> bool {
        let held = self.thread.subject.as_ref().filter(|held| held.name != name.name);
        let before = self.words(Span::new(clause.span.start, name.span.start.max(clause.span.start)));
        let behind = self.words(Span::new(name.span.end.min(clause.span.end), clause.span.end));
        held.is_some()
            && self.thread.subject_segment == clause.segment
            && name.kind == Kind::Place
            && clause.span.contains(name.span)
            && before.ends_with('在')
            && !behind.is_empty()
    }

    /// Where the words end that say how a figure is meant: in 将突破100亿元 the word of the bound belongs to the figure and colours it.
    fn coloured(&self, mention: &Mention) -> usize {
        let bound = words!["突破", "超过", "超"].beginning(self.words(mention.span)).map(|word| word.len()).max();
        mention.span.start + bound.unwrap_or(0)
    }

    pub(super) fn take_mood(&mut self, clause: &Clause, until: usize) {
        let mut words = self.words(Span::new(clause.span.start, until));
        // 围绕…的目标: what guides is not what is told
        if GUIDES.begin(words) {
            return;
        }
        // 超额完成预期目标: it is done
        if words.ends_with("目标") && words.has("完成") && !words!["力争", "确保", "努力", "奋力", "争取", "将", "要", "未"].stand_in(words)
        {
            return;
        }
        // what is planned in 计划总投资 is the investment, not what follows
        if words.ends_with("投资") {
            for word in ["计划总投资", "计划投资", "拟投资", "预计投资", "预计总投资"] {
                words = words.strip_suffix(word).unwrap_or(words);
            }
        }
        // what is about to happen is this clause's own affair
        let end = clause.span.start + words.len();
        if self.scene.told_within(SOON, Start::Soon, clause, Span::new(clause.span.start, end)).next().is_some() {
            return;
        }
        if let Some(mood) = self.scene.mood_before(clause, end) {
            self.thread.mood = Some((mood, clause.segment));
        }
    }

    /// Who it is told of, by the order of the module's description.
    pub(super) fn whose(&self, clause: &Clause) -> Option<Subject> {
        if let Some(Some(owner)) = &self.thread.project {
            return Some(owner.clone());
        }
        if let Some(founded) = self.founded(clause) {
            return Some(founded);
        }
        if let Some(named) = &self.thread.subject {
            return Some(named.clone());
        }
        // 在…的基础上: the subject is told behind
        let words = self.words(clause.span);
        if words.starts_with('在') && words!["基础上", "的同时", "之后"].end(words) {
            let index = self.scene.clauses.index_at(clause.span.start)?;
            for later in self.scene.clauses.list().iter().skip(index + 1).take_while(|later| later.sentence == clause.sentence) {
                if let Some(Turn::Name(name)) = subject::turn(self.scene, later, later.span.end, &[]) {
                    return Some(name);
                }
            }
        }
        // “我们新增订单1.3亿元。”某公司总经理说: who speaks is named behind
        let speaks = self.words(Span::new(self.scene.clauses.sentence_start(clause), clause.span.end)).has("我们");
        if let Some(Turn::Source(source)) = speaks.then(|| self.speaker_behind(clause)).flatten() {
            return Some(self.owner_of(&source));
        }
        // “上半年订单多了两成。”某公司总经理说: what a firm is quoted with is told of it, what an office is quoted with of its place
        match self.quoted(clause) {
            Some(firm) if firm.kind == Kind::Company => return Some(firm),
            Some(office) if self.paragraph.is_none() => {
                let own = words!["我局", "我委", "我厅", "我办", "我关", "我院", "我校", "本局"].stand_in(self.words(clause.span));
                return Some(if own { office } else { self.owner_of(&office) });
            }
            _ => {}
        }
        // 市统计局: who counts others and is of no known place is not told of
        let speaker = self.source.as_ref().map(|source| self.owner_of(source)).filter(|speaker| !subject::counts_others(&speaker.name));
        // who is named behind a firm's words takes its place: 某公司董事长说。今年某县实施项目50个
        let later = |source: &Subject| self.paragraph.as_ref().is_some_and(|named| named.span.start > source.span.end);
        match (&self.source, speaker) {
            (Some(source), Some(speaker))
                if source.kind == Kind::Company && !later(source) || source.name == speaker.name && self.paragraph.is_none() =>
            {
                Some(speaker)
            }
            // 自然资源部发布我国海洋经济运行情况: a ministry tells of the country that the title names
            (Some(source), Some(speaker))
                if source.kind == Kind::Organization
                    && source.name == speaker.name
                    && self.paragraph.as_ref().is_none_or(|named| named.name == source.name)
                    && self.topic.as_ref().is_some_and(|topic| topic.name == "中国" && topic.rule == "indicator.subject.title") =>
            {
                self.topic.clone()
            }
            // an office quoted through its own officer speaks for its place
            (Some(source), Some(speaker)) if self.paragraph.as_ref().is_some_and(|named| named.name == source.name) => Some(speaker),
            (_, speaker) => {
                let topic =
                    || self.topic.clone().filter(|topic| self.is_known(topic, clause) && !(self.rowed && topic.rule == "indicator.subject.lead"));
                self.paragraph.clone().filter(|named| named.kind != Kind::Company || !self.tells_of_firms(clause)).or(speaker).or_else(topic)
            }
        }
    }

    /// 甲公司与乙公司设立丙公司,注册资本5亿元: the capital is that of the firm that the words before found.
    fn founded(&self, clause: &Clause) -> Option<Subject> {
        if !words!["注册资本", "注册资金"].begin(self.words(clause.span)) {
            return None;
        }
        let sentence = Span::new(self.scene.clauses.sentence_start(clause), clause.span.start);
        if !words!["设立", "成立", "组建", "合资"].stand_in(self.words(sentence)) {
            return None;
        }
        let named = self.scene.within(sentence).filter(|index| self.scene.get(*index).is_some_and(|m| m.kind() == Kind::Company)).last()?;
        subject::subject(self.scene, named, "indicator.subject.founded")
    }

    /// 地方钢铁企业产量…: whether the sentence opens with a class of firms, which one firm told before is not.
    fn tells_of_firms(&self, clause: &Clause) -> bool {
        const LONGEST: usize = 8;
        let words = self.words(Span::new(self.scene.clauses.sentence_start(clause), clause.span.end)).leading(LONGEST);
        let class = words.split_once("企业").map(|(class, _)| class).filter(|class| class.chars().count() >= 2);
        class.is_some_and(|class| words!["地方", "民营", "国有", "外资", "外商投资", "规模以上", "规上", "中小", "私营"].begin(class))
    }

    /// Whether the article's topic is told by then: a title tells it, a name that comes later in the text does not, nor does one of another item of
    /// a digest.
    fn is_known(&self, topic: &Subject, clause: &Clause) -> bool {
        topic.rule != "indicator.subject.lead"
            || !self.studied && topic.span.start <= clause.span.end && (topic.span.start >= self.item || topic.name == "中国")
    }

    /// Who is named as the speaker in the next clauses of the paragraph.
    fn speaker_behind(&self, clause: &Clause) -> Option<Turn> {
        const REACH: usize = 6;
        let index = self.scene.clauses.index_at(clause.span.start)?;
        let later = self.scene.clauses.list().iter().skip(index + 1).take(REACH).take_while(|later| later.paragraph == clause.paragraph);
        later.filter_map(|later| subject::turn(self.scene, later, later.span.end, &[])).find(|turn| matches!(turn, Turn::Source(_)))
    }

    /// The company or the office whose speaker is named right behind the quote that a clause stands in.
    fn quoted(&self, clause: &Clause) -> Option<Subject> {
        const LONGEST: usize = 100;
        let scene = self.scene;
        let paragraph = scene.clauses.paragraph(scene.clauses.index_at(clause.span.start)?);
        let before = self.words(Span::new(paragraph.start.min(clause.span.end), clause.span.end)).trailing(LONGEST);
        before.rfind(['“', '”']).filter(|at| before.get(*at..).is_some_and(|rest| rest.starts_with('“')))?;
        let behind = self.words(Span::new(clause.span.end, paragraph.end.max(clause.span.end))).leading(LONGEST);
        let close = behind.find(['“', '”']).filter(|at| behind.get(*at..).is_some_and(|rest| rest.starts_with('”')))?;
        // a quote that ends as a sentence does is said by somebody
        if !behind.get(..close).is_some_and(|said| said.ends_with(['。', '！', '？', '，', ',', '!', '?'])) {
            return None;
        }
        let speaks = scene.clauses.at(clause.span.end + close + '”'.len_utf8())?;
        match subject::turn(scene, speaks, speaks.span.end, &[]) {
            Some(Turn::Source(source)) if matches!(source.kind, Kind::Company | Kind::Organization) => Some(source),
            _ => None,
        }
    }

    /// A body of a place or zone speaks for it: 临江区商务局 for 临江区.
    pub(super) fn owner_of(&self, source: &Subject) -> Subject {
        if source.kind != Kind::Organization {
            return source.clone();
        }
        let scene = self.scene;
        // 临港新片区管委会 is the body of a zone, whatever place its name opens with
        let of_zone = words!["管委会", "管理委员会", "党工委"].end(&source.name);
        let mut held = scene.mentions.iter().enumerate().take(REFERENTS).filter(|(_, m)| matches!(m.kind(), Kind::Place | Kind::Zone));
        let speaks = |index: usize| subject::subject(scene, index, "indicator.subject.speaker");
        if of_zone {
            let zone = held.clone().find(|(_, m)| m.kind() == Kind::Zone && source.name.contains(m.span.of(scene.text())));
            let listed = || deictic::zone_of(scene, &source.name).map(|zone| Subject { span: source.span, ..zone });
            if let Some(zone) = zone.and_then(|(index, _)| speaks(index)).or_else(listed) {
                return zone;
            }
        }
        let owner = held.find(|(index, m)| {
            let named = subject::subject(scene, *index, "");
            source.name.starts_with(m.span.of(scene.text())) || named.is_some_and(|named| source.name.starts_with(&named.name))
        });
        let owner = owner.and_then(|(index, _)| speaks(index));
        // the national statistics office counts the country, a ministry tells of its own work
        let clause = scene.clauses.at(source.span.start).map_or(source.span.end, |clause| clause.span.end);
        if subject::counts_country(&source.name, self.words(Span::new(source.span.end, clause.max(source.span.end)))) {
            return Subject::country(source.span, "indicator.subject.speaker");
        }
        // 市商务局: an office named by its level alone is of the place of that level
        // 自治区工信厅 is of the level of a province
        let name = source.name.strip_prefix("自治区").filter(|office| !office.is_empty()).map_or(source.name.as_str(), |_| "省");
        let level =
            words!["省", "市", "县", "区", "州"].beginning(name).next().filter(|_| words!["局", "厅", "委", "办", "委员会"].end(&source.name));
        if let Some(place) = level.and_then(|level| deictic::of_this_level(scene, source.span.start, level, self.topic.as_ref())) {
            return Subject { span: source.span, rule: "indicator.subject.speaker", ..place };
        }
        let place = || deictic::place_of(scene, &source.name, None).filter(|_| !of_zone);
        let named = || place().map(|place| Subject { span: source.span, rule: "indicator.subject.speaker", ..place });
        owner.or_else(named).unwrap_or_else(|| source.clone())
    }

    /// Whether a date lies behind the publication.
    fn is_to_come(&self, index: usize) -> bool {
        let start = self.scene.get(index).and_then(|date| match &date.value {
            Value::Date(date) => date.start,
            _ => None,
        });
        self.scene.context.is_to_come(start)
    }

    /// 成立四年来,…: whether the sentence tells a figure of a length of time, which is not the time told before, unless that is a plan's (“十四五”).
    fn lasts(&self, clause: &Clause, mention: &Mention) -> bool {
        let planned = self.before.period.and_then(|index| self.scene.get(index)).is_some_and(|date| self.words(date.span).ends_with('五'));
        let sentence = Span::new(self.scene.clauses.sentence_start(clause), mention.span.start);
        let mut lengths = self.scene.within(sentence).filter_map(|index| self.scene.get(index)).filter(|length| length.kind() == Kind::Duration);
        !planned && lengths.any(|length| words!["来", "间"].begin(self.words(Span::new(length.span.end, mention.span.start))))
    }

    /// Files a figure of another period than the sentence's.
    pub(super) fn push_at(&mut self, clause: &Clause, figure: usize, mention: &Mention, measure: Measure, period: Option<usize>) {
        let held = std::mem::replace(&mut self.forced, period);
        self.standards.push(self.out.len());
        self.push(clause, figure, mention, measure, None, None, None);
        self.forced = held;
    }

    #[allow(clippy::too_many_arguments)]
    pub(super) fn push(
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
        let mut measure = measure;
        // the subject's name is no part of what is measured
        if let Some(own) = subject.as_ref().and_then(|subject| measure.words.strip_prefix(subject.name.as_str())) {
            if own.chars().count() >= 2 && measure.noun.is_none() {
                measure.words = own.to_owned();
            }
        }
        let own_date = self.forced.or_else(|| self.date_in(clause.span, mention.span.start).filter(|found| self.firm(*found)));
        // 未来三年达到800亿元: a time to come that is no date is not the one told before
        let to_come = self
            .scene
            .within(Span::new(clause.span.start, mention.span.start))
            .filter_map(|index| self.scene.get(index))
            .any(|length| length.kind() == Kind::Duration && words!["未来", "今后", "接下来"].begin(self.words(length.span)));
        let sentence_date = self.thread.period.filter(|_| !to_come);
        // a part is told of when its whole was
        let whole = self.whole(&value, &measure.words, change.as_ref(), mention);
        let of_whole = whole
            .filter(|(whole, _)| whole.period.is_some())
            .and_then(|(whole, _)| whole.period_mention)
            .filter(|_| own_date.is_none() && sentence_date.is_none());
        // a part of what is expected is expected
        let of_mood = whole.map(|(whole, _)| whole.modality).filter(|mood| *mood != Modality::Actual);
        let whole = whole.map(|(whole, said)| (whole.mention, said));
        let goes_on = match &self.thread.subject {
            None => !self.thread.told,
            Some(named) => !self.thread.told && self.is_spoken_of(named) && self.keeps_time(clause, mention.span.start),
        };
        // 自2018年开园以来: since when is no time that was told before
        let said = self.words(Span::new(self.scene.clauses.sentence_start(clause), mention.span.start));
        let since = own_date.is_none() && sentence_date.is_none() && (said.has("以来") && said.contains('自') || self.lasts(clause, mention));
        let carried = (!since && !to_come && (goes_on || self.thread.continues)).then_some(self.before.period).flatten();
        let reckoned = RECKONED.end(&measure.words) || change.as_ref().is_some_and(|change| change.base == "year_on_year");
        let open = reckoned && !since && !to_come && !self.thread.told;
        let framed = || self.frame.filter(|frame| open && self.holds_on(*frame, clause, mention.span.start));
        let carried = carried.or_else(framed);
        // 预计明年一季度投产。已引进企业34家: what is so by now is not of a time to come
        let carried = carried.filter(|index| !(self.is_to_come(*index) && self.scene.mood_before(clause, self.coloured(mention)).is_none()));
        // a paragraph that tells no time, of an article that reports on one
        let share = measure.words.contains('占') && RECKONED.stand_in(&measure.words) && !since && !to_come && !self.thread.told;
        let reported = || self.report.filter(|report| (open || share) && self.is_reported(*report, clause, mention, &measure.words));
        let event = || self.day_of_event(clause, mention.span.start, &measure.words);
        let stated = own_date.or(sentence_date);
        let carried = if stated.is_none() { of_whole.or_else(event).or(carried).or_else(reported) } else { None };
        let period_mention = stated.or(carried);
        let period = self.year.clone();
        let period = period.or_else(|| {
            period_mention.and_then(|index| self.scene.get(index)).and_then(|date| match &date.value {
                Value::Date(date) if date.edtf.is_some() => Some(date.clone()),
                _ => None,
            })
        });
        if carried.is_some() {
            self.thread.period = carried;
        }
        let own = self.scene.mood_before(clause, self.coloured(mention));
        // 预计全年…将超过: the forecast told first holds for the 将 behind it
        // 上年同期为亏损3亿元: what was is so, whatever is expected of this year
        let past = own_date.and_then(|index| self.scene.get(index)).is_some_and(|date| words!["上年", "去年", "同期"].begin(self.words(date.span)));
        let mood = self.thread.mood.map(|(mood, _)| mood).filter(|_| !past);
        let modality = match (own, mood) {
            (Some(Modality::Expected), Some(mood @ Modality::Conditional)) => mood,
            (Some(Modality::Planned), Some(mood @ (Modality::Expected | Modality::Target | Modality::Conditional))) => mood,
            _ => own.or(mood).or(of_mood).unwrap_or_default(),
        };
        let mut evidence = Vec::with_capacity(USUAL_EVIDENCE);
        evidence.push(Evidence::new("value", mention.span, mention.rule));
        for span in measure.evidence.iter().filter(|span| !span.is_empty()) {
            evidence.push(Evidence::new("measure", *span, "indicator.measure"));
        }
        if evidence.len() == 1 {
            // carried over from the words before: the sentence up to the figure tells it
            let span = Span::new(self.scene.clauses.sentence_start(clause), mention.span.end);
            evidence.push(Evidence::new("measure", span, "indicator.measure.carried"));
        }
        if let Some(subject) = &subject {
            evidence.push(Evidence::new("subject", subject.span, subject.rule));
        }
        if let Some(date) = period_mention.and_then(|index| self.scene.get(index)) {
            let rule = if own_date.is_some() {
                "indicator.period.clause"
            } else if sentence_date.is_some() {
                "indicator.period.sentence"
            } else {
                "indicator.period.carried"
            };
            evidence.push(Evidence::new("period", date.span, rule));
        }
        if change.as_ref().is_some_and(|change| change.value.is_some()) {
            evidence.push(Evidence::new("change", mention.span, "indicator.change.rate"));
        }
        if let Some((_, span)) = whole {
            evidence.push(Evidence::new("part_of", span, "indicator.part_of.among"));
        }
        self.consumed = measure.evidence.iter().filter(|span| span.start >= mention.span.end).map(|span| span.end).max().unwrap_or(mention.span.end);
        self.nouns.push(measure.noun.clone().unwrap_or_default());
        self.out.push(Indicator {
            subject: subject.map(|subject| subject.name),
            measure: measure.words,
            value,
            mention: figure,
            period,
            period_mention,
            change,
            part_of: whole.map(|(whole, _)| whole),
            size_class,
            modality,
            evidence,
        });
    }
}

/// What is reckoned up over a time: a sentence that tells it without one goes on with the time that its paragraph is about.
static RECKONED: Words<&str> = Words::of(&[
    "额",
    "总值",
    "产值",
    "增加值",
    "产量",
    "加工量",
    "销量",
    "销售量",
    "交易量",
    "业务量",
    "发电量",
    "用电量",
    "吞吐量",
    "货运量",
    "客运量",
    "投资",
    "外资",
    "资金",
    "收入",
    "进出口",
    "出口",
    "进口",
    "利润",
    "税收",
]);

/// How much an indicator mostly rests on: its value, measure, subject, period and change.
const USUAL_EVIDENCE: usize = 5;

/// The words that clauses are read by.
pub(super) fn starts(learn: Learn<'_>) {
    let tables = [
        (Start::Afterwards, &AFTERWARDS),
        (Start::Plural, &PLURALS),
        (Start::Batch, BATCH),
        (Start::Each, EACH),
        (Start::Among, AMONG),
        (Start::Soon, SOON),
    ];
    for (start, table) in tables {
        table.iter().for_each(|word| learn(start, word));
    }
}

static BATCH: &Words<&str> = words!["一批"];
static EACH: &Words<&str> = words!["分别为"];
pub(super) static AMONG: &Words<&str> = words!["其中"];
static SOON: &Words<&str> = words!["即将"];

/// Words for the time when what is built will work.
pub(super) static AFTERWARDS: Words<&str> = Words::of(&["建成后", "投产后", "达产后", "投用后", "投运后"]);

/// 作为全县首个重点项目, 这是产业链的关键项目: whether a clause says what a project is among others.
fn says_what_it_is(words: &str) -> bool {
    words!["作为", "这是"].begin(words) && words.ends_with("项目")
}

/// 从投资规模看, 分产业看, 分县区: whether a clause says from which side it looks at what the words before told.
fn looks_closer(words: &str, mark: char) -> bool {
    const LONGEST: usize = 12;
    let told = words!["看", "来看", "上看"].end(words) || matches!(mark, ':' | '：') && !words.starts_with('从');
    words.starts_with(['从', '分', '按']) && told && words.chars().count() <= LONGEST
}

/// Words that a clause opens with which tells by what one is guided.
pub(super) static GUIDES: Words<&str> = Words::of(&["围绕", "聚焦", "瞄准", "锚定", "对标", "对照", "紧扣"]);

/// Words for several projects whose sum is told.
static PLURALS: Words<&str> = Words::of(&[
    "一批",
    "项目数量",
    "项目个数",
    "项目总数",
    "重点项目",
    "重大项目",
    "批项目",
    "多个项目",
    "系列项目",
    "全部项目",
    "总项目",
    "项目破",
    "项目超",
    "项目逾",
]);
