//! The walk through a text: finds expressions in order, and keeps what the text last spoke of.

use super::civil::Day;
use super::digits;
use super::edtf::{Part, Year};
use super::grammar::{Form, Lie, Step};
use super::lengths::{self, Place};
use super::moment::Moment;
use super::period::Period;
use super::resolve::{Direction, Frame};
use super::value::{Date, Duration, Reference, TimeSet};
use super::{Policy, sets, spans, words};
use crate::cursor::Cursor;
use crate::magnitude::{Bound, Magnitude, hedge};
use crate::span::Span;
use crate::word_table::Words;

/// What was found at a place.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    pub(crate) span: Span,
    pub(crate) value: Told,
    pub(crate) rule: &'static str,
    /// The words that the year or day was taken from.
    pub(crate) evidence: Option<Span>,
}

/// The value of a hit.
#[derive(Clone, Debug)]
pub(crate) enum Told {
    Date(Date),
    Duration(Duration),
    Set(TimeSet),
}

/// A text that is read from left to right.
#[derive(Clone, Debug)]
pub(crate) struct Walk<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    policy: Policy,
    now: Option<Moment>,
    /// Whether 《 stands open.
    in_title: bool,
    last: Option<Named>,
    last_day: Option<(Day, Span)>,
}

/// No sentence is longer, in bytes; looking for its end must not cost more either.
const LONGEST_SENTENCE: usize = 3000;

/// The period that the text last named.
#[derive(Clone, Copy, Debug)]
struct Named {
    period: Period,
    span: Span,
    /// Whether its words told the year: as a figure, or from the reference.
    year_told: bool,
    /// Whether they told nothing smaller, at the head of a sentence: 2022年,…
    topic: bool,
}

impl<'t> Walk<'t> {
    pub(crate) fn new(text: &'t str, now: Option<Moment>, policy: Policy) -> Self {
        Self { text, at: 0, end: text.len(), policy, now, in_title: false, last: None, last_day: None }
    }

    /// Goes on at another stretch of the text; what was spoken of stays.
    pub(crate) fn enter(&mut self, span: Span) {
        (self.at, self.end, self.in_title) = (span.start, span.end, false);
    }

    fn words(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// Reads at one place: what is found and where reading goes on.
    fn read(&mut self, start: Cursor<'t>, first: char) -> Option<(Option<Hit>, usize)> {
        if matches!(first, '每' | '按' | '逐') {
            if let Some((set, end)) = sets::read(start) {
                return Some((Some(Hit { span: Span::new(start.at(), end), value: Told::Set(set), rule: "time.set", evidence: None }), end));
            }
        }
        let mut found = spans::expression(start);
        let mut cursor = start;
        if let Some(form) = words::vague(&mut cursor) {
            if found.as_ref().is_none_or(|found| cursor.at() > found.end) {
                found = Some(spans::Read { form, start: start.at(), end: cursor.at(), rule: "time.vague" });
            }
        }
        let length =
            self.length(start, first).map(|read| lengths::read_range(self.text, start.at()).filter(|range| range.end > read.end).unwrap_or(read));
        if let Some(length) = &length {
            let offset = spans::offset(self.text, length, start.at());
            if let Some(offset) = offset {
                if found.as_ref().is_none_or(|found| offset.end > found.end) {
                    found = Some(offset);
                }
            }
            if found.as_ref().is_none_or(|found| length.end > found.end) {
                let span = Span::new(start.at(), length.end);
                return Some((Some(Hit { span, value: Told::Duration(length.value.clone()), rule: "time.length", evidence: None }), length.end));
            }
        }
        let found = found.filter(|found| found.end <= self.end)?;
        let end = found.end;
        Some((self.resolve(found), end))
    }

    /// A length, with the words that guidelines count to it: 未来三年, 近四年.
    fn length(&self, start: Cursor<'t>, first: char) -> Option<lengths::Read> {
        let may_begin = digits::is_figure(first)
            || hedge::starts(first)
            || matches!(first, '半' | '俩' | '仨' | '几' | '数' | '大' | '未' | '今' | '过' | '最' | '往' | '若' | '贰' | '壹' | '叁');
        if !may_begin || start.before().is_some_and(|c| matches!(c, '第' | '.' | '/' | '-') || c.is_ascii_alphanumeric() || digits::is_figure(c)) {
            return None;
        }
        if first == '半'
            && start.before().is_some_and(|c| matches!(c, '上' | '下' | '前' | '后' | '大' | '每' | '多' | '一' | '年' | '月' | '天' | '点'))
        {
            return None;
        }
        static AHEAD: Words<&str> = Words::of(&["未来", "今后", "最近", "过去", "往后", "接下来"]);
        let mut cursor = start;
        if cursor.eat_any(&AHEAD).is_some() {
            let read = lengths::read(self.text, cursor.at(), Place::default())?;
            return (read.number == cursor.at()).then_some(read);
        }
        let lasting = ["为期", "历时", "连续", "长达", "仅用", "只用", "隔离", "耗时", "用时"].iter().any(|word| start.behind().ends_with(word));
        let mut read = lengths::read(self.text, start.at(), Place { bare_units: lasting })?;
        // 近三年: the last three years, not almost three
        if first == '近' && read.value.magnitude.bound == Bound::Nearly {
            let few = read.value.magnitude.high.and_then(|high| high.decimal()).is_some_and(|high| high < 10.into());
            // 提前近两个月: almost
            if few && !MEASURES.iter().any(|verb| start.behind().ends_with(verb)) {
                let high = read.value.magnitude.high;
                read.value.magnitude = Magnitude { low: high, high, bound: Bound::Exact };
            }
        }
        Some(read)
    }

    fn resolve(&mut self, found: spans::Read) -> Option<Hit> {
        let mut span = Span::new(found.start, found.end);
        if self.in_title && names_no_date_in_title(&found.form) {
            return None;
        }
        let form = match found.form {
            Form::Vague(Reference::PastRef) if self.looks_ahead(span) => Form::Vague(Reference::FutureRef),
            form => form,
        };
        let (frame, evidence) = self.frame(&form, span);
        let resolved = frame.form(&form);
        if resolved.impossible {
            return None;
        }
        let date = resolved.date?;
        // 夜间消费: a part of the day alone tells a time only where a clause is made of it
        if matches!(form, Form::At(ref steps) if matches!(steps.as_slice(), [Step::Part(_)])) {
            let head = self.words(0, span.start).chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let edge = self.words(span.end, self.text.len()).chars().next().is_none_or(|c| !c.is_alphanumeric());
            if !(head && edge) {
                return None;
            }
        }
        if resolved.without_suffix {
            let words = self.words(span.start, span.end);
            span.end = span.start + words.trim_end_matches('起').trim_end().len();
        }
        // 较去年增长: what is compared with is not what the text goes on to speak of
        let compared = self.words(0, span.start).ends_with(['比', '较']);
        if let Some(period) = resolved.period.filter(|_| !compared) {
            self.note(period, &form, span, frame.year.is_some());
        }
        Some(Hit { span, value: Told::Date(date), rule: found.rule, evidence })
    }

    /// Remembers what the text now speaks of.
    fn note(&mut self, period: Period, form: &Form, span: Span, carried: bool) {
        let steps = steps_of(form);
        let year_told = carried || steps.first().is_some_and(|step| matches!(step, Step::Year(_) | Step::YearOffset(_) | Step::TextYear(_)));
        let head = self.words(0, span.start).chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let topic = head && matches!(steps, [Step::Year(_)]);
        if period.low.year != Year::Open || self.last.is_none() {
            self.last = Some(Named { period, span, year_told, topic });
        }
        let one_day = period.low.day != Part::Absent && (period.low == period.high || period.low.clock.is_some());
        if one_day {
            self.last_day = period.first_day().map(|day| (day, span));
        }
    }

    fn frame(&self, form: &Form, span: Span) -> (Frame, Option<Span>) {
        let steps = steps_of(form);
        let mut evidence = None;
        let mut frame = Frame { now: self.now, direction: self.direction(span), last: self.last.map(|named| named.period), year: None, day: None };
        if let Some((day, told)) = self.last_day {
            let between = self.words(told.end, span.start);
            let needs_day = steps.first().is_some_and(|step| matches!(step, Step::Day(_) | Step::Clock(..) | Step::Part(_) | Step::TextDay(_)));
            let apart = matches!(steps.first(), Some(Step::Day(_))) && self.direction(span) == Direction::Future;
            if needs_day
                && (between.len() <= LONGEST_SENTENCE && !between.contains('\n') || matches!(steps.first(), Some(Step::TextDay(_))))
                && !apart
            {
                frame.day = Some(day);
                evidence = Some(told);
            }
        }
        if let Some(named) = self.last {
            let between = self.words(named.span.end, span.start);
            let open = steps.first().is_some_and(|step| {
                matches!(
                    step,
                    Step::Month(_) | Step::Quarter(_) | Step::Half(_) | Step::Months(..) | Step::Season(_) | Step::Holiday(..) | Step::Term(_)
                )
            });
            let listed = between.len() <= 8
                && between.chars().count() <= 2
                && between.chars().all(|c| matches!(c, '、' | '，' | ',' | '和' | '及' | '与' | '或' | ' ' | '到' | '以'));
            let sentence = between.len() <= LONGEST_SENTENCE && !between.contains(['。', '！', '？', '\n', '!', '?', ';', '；']);
            let year = named.period.known_year();
            // 2021年3月开工，11月竣工: the year told with a month holds on in the sentence
            let dated = named.year_told && sentence && named.period.low.month != Part::Absent && self.runs_on(&named, steps);
            let topic = named.topic && sentence;
            let unpublished = self.now.is_none() && sentence && named.year_told;
            if open && (listed && named.year_told || dated || topic || unpublished) && frame.direction != Direction::Future {
                frame.year = year;
                evidence = Some(named.span);
            }
            // 五年后 hangs on the date told before it in the sentence
            if let Form::Offset(_, Lie::Away(1), _) = form {
                let told = named.period.last_day().filter(|_| named.year_told && sentence);
                if let Some((day, now)) = told.zip(self.now) {
                    frame.now = Some(Moment { year: i16::try_from(day.year()).unwrap_or(now.year), month: day.month(), day: day.day(), ..now });
                    evidence = Some(named.span);
                }
            }
            let points_back = steps.first().is_some_and(|step| matches!(step, Step::TextYear(_) | Step::TextMonth(_) | Step::TextDay(_)))
                || matches!(form, Form::SamePeriod(_) | Form::Whole(_));
            if points_back && evidence.is_none() {
                evidence = Some(named.span);
            }
        }
        (frame, evidence)
    }

    /// Whether the month named now comes no earlier than the one before it.
    fn runs_on(&self, named: &Named, steps: &[Step]) -> bool {
        let before = named.period.low.month.known().unwrap_or(0);
        match steps.first() {
            Some(Step::Month(month)) => *month >= before,
            Some(Step::Quarter(quarter)) => quarter * 3 >= before,
            Some(Step::Half(half)) => half * 6 >= before,
            _ => false,
        }
    }

    fn direction(&self, span: Span) -> Direction {
        match self.policy {
            Policy::PreferPast => Direction::Past,
            Policy::PreferFuture => Direction::Future,
            Policy::Nearest => Direction::Nearest,
            Policy::FollowText => {
                if self.text.len() <= 300 && self.words(0, span.start).trim().is_empty() && self.words(span.end, self.text.len()).trim().is_empty() {
                    Direction::ThisYear
                } else if self.plans(span) {
                    Direction::Future
                } else {
                    Direction::Past
                }
            }
        }
    }

    /// Whether the clause around a mention tells of what is to come.
    fn plans(&self, span: Span) -> bool {
        let before = clause_before(self.text, span.start);
        let after = clause_after(self.text, span.end);
        PLANS.iter().any(|word| plan_word(before, word, false)) || PLANS.iter().any(|word| plan_word(after, word, true)) || self.heads_plan(span)
    }

    /// 23日凌晨，将进入南海: a date that is a clause of its own belongs to the clause behind it, where that has no subject.
    fn heads_plan(&self, span: Span) -> bool {
        let next = self.words(span.end, self.text.len()).strip_prefix(['，', ',']).unwrap_or_default();
        let next = clause_after(next, 0);
        ["将", "即将", "有望"]
            .iter()
            .any(|word| next.strip_prefix(word).is_some_and(|rest| !rest.starts_with(digits::is_figure)) && plan_word(next, word, false))
    }

    /// 近期将来新区: a vague past word right before 将 looks ahead.
    fn looks_ahead(&self, span: Span) -> bool {
        let vague = ["近期", "近日", "最近"].contains(&span.of(self.text));
        let after = clause_after(self.text, span.end);
        let near = after.char_indices().nth(4).map_or(after, |(at, _)| after.get(..at).unwrap_or(after));
        vague
            && ["将", "即将", "拟", "计划", "有望", "可望", "会"].iter().any(|word| near.starts_with(word) || (word.len() > 3 && near.contains(word)))
    }
}

/// Verbs that measure a length: 近 behind them is almost.
const MEASURES: &[&str] = &[
    "提前", "推迟", "延后", "延长", "缩短", "缩减", "减少", "压缩", "历时", "持续", "长达", "耗时", "用时", "为期", "节约", "节省", "相差", "停工",
    "停产", "花费", "花了", "用了", "过了",
];

/// Words that look ahead.
const PLANS: &[&str] = &[
    "将", "计划", "预计", "拟", "力争", "有望", "定于", "预期", "争取", "届时", "确保", "目标", "预定", "可望", "即将", "望于", "待", "排到", "排至",
];

/// Verbs that report: what is planned behind them was told on the day before them.
const REPORTS: &[&str] =
    &["公告", "宣布", "表示", "发布", "公布", "获悉", "介绍", "印发", "披露", "透露", "签署", "签订", "召开", "举行", "消息", "讯", "电"];

fn plan_word(clause: &str, word: &str, after: bool) -> bool {
    clause.match_indices(word).any(|(at, _)| {
        let rest = clause.get(at + word.len()..).unwrap_or_default();
        let lead = clause.get(..at).unwrap_or_default();
        let noun = match word {
            "将" => rest.starts_with(['军', '士', '领', '官', '门', '近', '才']) || lead.ends_with(['大', '上', '中', '少', '名', '老', '麻']),
            "计划" | "目标" => {
                rest.is_empty()
                    || rest.starts_with(['的', '书', '表', '》', '”', '"', '、', '经'])
                    || lead.ends_with(['》', '年', '行', '动']) && word == "计划"
            }
            "待" => lead.ends_with(['等', '接', '招', '对', '期', '优', '看']) || rest.starts_with(['遇', '业', '机']),
            "拟" => lead.ends_with(['模', '虚', '草']) || rest.starts_with(['人', '态', '合', '定', '订']),
            _ => false,
        };
        let reported = after && REPORTS.iter().any(|verb| lead.contains(verb));
        !noun && !reported
    })
}

/// How many characters of a clause are looked at on each side.
const CLAUSE: usize = 24;

const CLAUSE_ENDS: &[char] = &['，', '。', '；', '！', '？', '\n', ',', ';', '!', '?', '：', ':', '”', '“'];

fn clause_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let from = before.char_indices().rev().take(CLAUSE).take_while(|(_, c)| !CLAUSE_ENDS.contains(c)).last().map_or(at, |(at, _)| at);
    before.get(from..).unwrap_or_default()
}

fn clause_after(text: &str, at: usize) -> &str {
    let after = text.get(at..).unwrap_or_default();
    let to = after
        .char_indices()
        .take(CLAUSE)
        .find(|(_, c)| CLAUSE_ENDS.contains(c))
        .map_or_else(|| after.char_indices().nth(CLAUSE).map_or(after.len(), |(at, _)| at), |(at, _)| at);
    after.get(..to).unwrap_or_default()
}

/// 《明日之后》: words that count from the reference tell no time inside a title; 《2024年工作要点》 does.
fn names_no_date_in_title(form: &Form) -> bool {
    match form {
        Form::Vague(_) | Form::Offset(..) | Form::Whole(_) | Form::SamePeriod(_) => true,
        form => steps_of(form)
            .first()
            .is_some_and(|step| matches!(step, Step::DayOffset(_) | Step::TextDay(_) | Step::Part(_) | Step::Clock(..) | Step::WeekOffset(_))),
    }
}

fn steps_of(form: &Form) -> &[Step] {
    match form {
        Form::At(steps)
        | Form::Range(steps, _)
        | Form::Since(steps)
        | Form::Beginning(steps)
        | Form::From(steps)
        | Form::Until(steps)
        | Form::Before(steps)
        | Form::After(steps)
        | Form::AtOrAfter(steps)
        | Form::Between(steps, _)
        | Form::UpToNow(steps) => steps,
        _ => &[],
    }
}

/// Whether an expression may begin with this character.
fn starts(c: char) -> bool {
    digits::is_figure(c)
        || hedge::starts(c)
        || matches!(
            c,
            '年' | '月'
                | '日'
                | '周'
                | '星'
                | '礼'
                | '上'
                | '下'
                | '前'
                | '后'
                | '去'
                | '今'
                | '明'
                | '昨'
                | '当'
                | '本'
                | '次'
                | '同'
                | '每'
                | '按'
                | '逐'
                | '春'
                | '夏'
                | '秋'
                | '冬'
                | '第'
                | '近'
                | '未'
                | '过'
                | '最'
                | '自'
                | '从'
                | '由'
                | '截'
                | '早'
                | '晚'
                | '中'
                | '午'
                | '凌'
                | '清'
                | '傍'
                | '深'
                | '半'
                | '夜'
                | '子'
                | '黄'
                | '白'
                | '农'
                | '阴'
                | '旧'
                | '正'
                | '腊'
                | '闰'
                | '元'
                | '国'
                | '端'
                | '重'
                | '双'
                | '除'
                | '大'
                | '小'
                | '教'
                | '劳'
                | '儿'
                | '妇'
                | '青'
                | '建'
                | '植'
                | '情'
                | '圣'
                | '愚'
                | '感'
                | '母'
                | '父'
                | '记'
                | '光'
                | '平'
                | '万'
                | '寒'
                | '龙'
                | '乞'
                | '老'
                | '消'
                | '防'
                | '全'
                | '世'
                | '澳'
                | '香'
                | '烈'
                | '抗'
                | '女'
                | '新'
                | '护'
                | '立'
                | '雨'
                | '惊'
                | '谷'
                | '芒'
                | '处'
                | '霜'
                | '丰'
                | '北'
                | '南'
                | '岁'
                | '季'
                | '这'
                | '那'
                | '该'
                | '翌'
                | '来'
                | '首'
                | '头'
                | '往'
                | '历'
                | '长'
                | '多'
                | '连'
                | '不'
                | '目'
                | '眼'
                | '时'
                | '如'
                | '现'
                | '此'
                | '将'
                | '接'
                | '可'
                | '之'
                | '刚'
                | '公'
                | '西'
                | '民'
                | '宣'
                | '咸'
                | '道'
                | '嘉'
                | '乾'
                | '雍'
                | '康'
                | '顺'
                | '崇'
                | '天'
                | '隆'
                | '弘'
                | '成'
                | '永'
                | '洪'
                | '开'
                | '贞'
                | '神'
                | 'Q'
                | 'q'
                | '俩'
                | '仨'
                | '即'
                | '隔'
                | '转'
                | '几'
                | '数'
                | '壹'
                | '贰'
                | '叁'
                | '若'
                | '晨'
                | '黎'
        )
}

impl Iterator for Walk<'_> {
    type Item = Hit;

    fn next(&mut self) -> Option<Hit> {
        while self.at < self.end {
            let start = Cursor::new(self.text, self.at);
            let first = start.peek()?;
            match first {
                '《' => self.in_title = true,
                '》' | '\n' => self.in_title = false,
                _ => {}
            }
            if starts(first) {
                if let Some((hit, end)) = self.read(start, first) {
                    self.at = end.max(self.at + first.len_utf8());
                    if let Some(hit) = hit {
                        self.at = self.at.min(hit.span.end);
                        return Some(hit);
                    }
                    continue;
                }
            }
            let mut cursor = start;
            if digits::is_figure(first) {
                digits::skip_figure(&mut cursor);
            } else {
                cursor.bump();
            }
            self.at = cursor.at().max(self.at + first.len_utf8());
        }
        None
    }
}
