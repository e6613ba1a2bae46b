//! The walk through a text: finds expressions in order, and keeps what the text last spoke of.

use super::civil::Day;
use super::digits;
use super::edtf::{Part, Point, Year};
use super::grammar::{Form, Lie, Step};
use super::lengths::{self, Place};
use super::moment::Moment;
use super::openings::{OPENINGS, Openings};
use super::period::Period;
use super::resolve::{Direction, Frame};
use super::value::{Date, Duration, Reference, TimeSet};
use super::years::PLANS;
use super::{Policy, beside, direction, sets, spans, words as vague_words};
use crate::cursor::Cursor;
use crate::han_set::{character_at, past_ideographs};
use crate::magnitude::{Bound, Magnitude, hedge};
use crate::seek::Seek;
use crate::span::Span;
use crate::word_table::{Words, words};

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
pub(crate) struct Walk<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    openings: &'static Openings,
    policy: Policy,
    now: Option<Moment>,
    /// The end of the year before the article's, where its title says that it reports on that: 2021年统计公报.
    reviewed: Option<Moment>,
    /// Whether 《 stands open.
    in_title: bool,
    last: Option<Named>,
    /// What the text named behind it as far ahead, where no publication date tells years: 预计2030年建成 holds for its sentence alone.
    planned: Option<Named>,
    /// The day that the text last named; its year may be open.
    last_day: Option<(Point, Span)>,
}

/// No sentence is longer, in bytes; looking for its end must not cost more either.
const LONGEST_SENTENCE: usize = 3000;

/// How many years behind the year last named a plan is far ahead; news tells of the next year as of its own.
const FAR: i32 = 2;

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
        let reviewed = reviewed(text, now);
        Self { text, at: 0, end: text.len(), openings: &OPENINGS, policy, now, reviewed, in_title: false, last: None, planned: None, last_day: None }
    }

    /// Reads with other openings.
    #[cfg(test)]
    pub(crate) fn with_openings(self, openings: &'static Openings) -> Self {
        Self { openings, ..self }
    }

    /// Goes on at another stretch of the text; what was spoken of stays.
    pub(crate) fn enter(&mut self, span: Span) {
        (self.at, self.end, self.in_title) = (span.start, span.end, false);
    }

    fn words(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// Steps over characters with which nothing begins, to one with which something may.
    fn skip(&mut self) -> Option<char> {
        let text = self.text.get(..self.end)?;
        loop {
            self.at = past_ideographs(text, self.at, |_, c| self.openings.hold(c));
            let c = character_at(text, self.at)?;
            match c {
                '《' => self.in_title = true,
                '》' | '\n' => self.in_title = false,
                c if self.openings.hold(c) => return Some(c),
                _ => {}
            }
            self.at += c.len_utf8();
        }
    }

    /// Reads at one place: what is found and where reading goes on.
    fn read(&mut self, start: Cursor<'t>, first: char) -> Option<(Option<Hit>, usize)> {
        if matches!(first, '每' | '按' | '逐' | '逢') {
            if let Some((set, end)) = sets::read(start) {
                return Some((Some(Hit { span: Span::new(start.at(), end), value: Told::Set(set), rule: "time.set", evidence: None }), end));
            }
        }
        let mut found = spans::expression(start);
        let mut cursor = start;
        if let Some(form) = vague_words::vague(&mut cursor) {
            if found.as_ref().is_none_or(|found| cursor.at() > found.end) {
                found = Some(spans::Read { form, start: start.at(), end: cursor.at(), rule: "time.vague" });
            }
        }
        let length =
            self.length(start, first).map(|read| lengths::read_range(self.text, start.at()).filter(|range| range.end > read.end).unwrap_or(read));
        if let Some(length) = &length {
            let offset = beside::offset(self.text, length, start.at());
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
        // 最后一天 is a day; 一年之计在于春 is a saying
        if start.behind().ends_with("最后") && first == '一'
            || words!["一年之计", "一年春作首", "一日之计", "九年一贯制", "十二年一贯制"].begin(start.rest())
        {
            return None;
        }
        static AHEAD: Words<&str> = Words::of(&["未来", "今后", "最近", "过去", "往后", "接下来"]);
        let mut cursor = start;
        if cursor.eat_any(&AHEAD).is_some() {
            let read = lengths::read(self.text, cursor.at(), Place::default())?;
            return (read.number == cursor.at()).then_some(read);
        }
        let lasting = words!["为期", "历时", "连续", "长达", "仅用", "只用", "隔离", "耗时", "用时"].end(start.behind());
        let mut read = lengths::read(self.text, start.at(), Place { bare_units: lasting })?;
        // 近三年: the last three years, not almost three
        if first == '近' && read.value.magnitude.bound == Bound::Nearly {
            let few = read.value.magnitude.high.and_then(|high| high.decimal()).is_some_and(|high| high < 10.into());
            // 提前近两个月: almost
            if few && !MEASURES.end(start.behind()) {
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
            Form::Vague(Reference::PastRef) if direction::looks_ahead(self.text, span) => Form::Vague(Reference::FutureRef),
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
        let compared = self.words(0, span.start).ends_with(['比', '较']) || self.words(span.start, span.end).starts_with("上年");
        // 与2019年相比: nor is this
        let behind = self.words(span.end, self.text.len());
        let compared = compared || self.words(0, span.start).ends_with(['与', '同', '和']) && behind.starts_with("相比");
        if let Some(period) = resolved.period.filter(|_| !compared) {
            self.note(period, &form, span, frame.year.is_some());
        }
        Some(Hit { span, value: Told::Date(date), rule: found.rule, evidence })
    }

    /// 某省2021年统计公报 2022年3月1日: the day of publication under a title does not take the place of the year that the title tells.
    fn only_published(&self, period: Period, span: Span) -> bool {
        let published = self.now.and_then(|now| Day::new(now.year.into(), now.month, now.day));
        let one_day = period.first_day().is_some() && period.first_day() == period.last_day();
        let today = published.is_some() && period.first_day() == published;
        // a page may be put out again later
        let dated = self.reviewed.is_some_and(|year| period.first_day().is_some_and(|day| day.year() > i32::from(year.year)));
        one_day
            && (today || dated)
            && self.last.is_some_and(|named| {
                let between = self.words(named.span.end, span.start);
                let titled = named.year_told && named.period.low.month == Part::Absent;
                titled && between.len() <= LONGEST_SENTENCE && !between.contains(['。', '！', '？']) && between.contains('\n')
            })
    }

    /// Remembers what the text now speaks of.
    fn note(&mut self, period: Period, form: &Form, span: Span, carried: bool) {
        let steps = steps_of(form);
        let year_told = carried || steps.first().is_some_and(|step| matches!(step, Step::Year(_) | Step::YearOffset(_) | Step::TextYear(_)));
        // 2023年…。全年…: the year that was told
        let year_told = year_told || matches!(form, Form::Whole(_)) && self.last.is_some_and(|last| last.year_told);
        let head = self.words(0, span.start).chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let topic = head && matches!(steps, [Step::Year(_)]);
        // 今年上半年 of a text without a date takes the place of a year told before it
        let anew = self.now.is_none() && matches!(steps.first(), Some(Step::YearOffset(0)));
        if (period.low.year != Year::Open || self.last.is_none() || anew) && !self.only_published(period, span) {
            let named = Some(Named { period, span, year_told, topic });
            let years = self.last.and_then(|last| last.period.known_year()).zip(period.known_year());
            let far = self.now.is_none() && years.is_some_and(|(before, year)| year >= before + FAR);
            if far && direction::of(self.text, span, self.policy) == Direction::Future {
                self.planned = named;
            } else {
                (self.last, self.planned) = (named, None);
            }
        }
        let one_day = period.low.day != Part::Absent && (period.low == period.high || period.low.clock.is_some());
        // 11月17日…,17日…: the same day, told again without its month
        let again = || self.last_day.is_some_and(|(day, _)| period.low.month == Part::Open && day.day == period.low.day);
        if one_day && period.low.day != Part::Open && !again() {
            self.last_day = Some((Point { clock: None, ..period.low }, span));
        }
    }

    /// The period that the words at a byte look back to.
    fn named(&self, at: usize) -> Option<Named> {
        self.planned.filter(|named| is_one_sentence(self.words(named.span.end, at))).or(self.last)
    }

    fn frame(&self, form: &Form, span: Span) -> (Frame, Option<Span>) {
        let steps = steps_of(form);
        let last = self.named(span.start);
        let mut evidence = None;
        let mut frame = Frame {
            now: self.now,
            direction: if is_anchored(form) { Direction::Past } else { direction::of(self.text, span, self.policy) },
            last: last.map(|named| named.period),
            year: None,
            day: None,
        };
        // 年末常住人口310万人, 比上年增长: as of the year that is reported on
        let words = self.words(span.start, span.end);
        if self.reviewed.is_some() && words!["全年", "年末", "年底", "年初", "上年", "截至年末"].begin(words) {
            frame.now = self.reviewed;
        }
        // without a publication date too: as of the year that the text told last; 上年 before that of its paragraph
        let points = |named: &Named| {
            words!["年末", "截至年末"].begin(words) || words.starts_with("上年") && is_one_paragraph(self.words(named.span.end, span.start))
        };
        let named = last.filter(|named| named.year_told && frame.now.is_none() && points(named)).and_then(|named| named.period.known_year());
        if let Some(year) = named.and_then(|year| i16::try_from(year).ok()) {
            frame.now = Some(end_of(year));
        }
        // 2022年实现3亿元,比上年增长: the year before the one that the paragraph tells
        let told = last
            .filter(|named| named.year_told && is_one_paragraph(self.words(named.span.end, span.start)))
            .and_then(|named| named.period.known_year());
        if let Some((now, year)) = self.now.zip(told).filter(|_| self.words(span.start, span.end).starts_with("上年")) {
            frame.now = i16::try_from(year).ok().map(|year| if year < now.year { Moment { year, month: 12, day: 31, ..now } } else { now });
        }
        if let Some((day, told)) = self.last_day {
            let between = self.words(told.end, span.start);
            let needs_day = steps.first().is_some_and(|step| matches!(step, Step::Day(_) | Step::Clock(..) | Step::Part(_) | Step::TextDay(_)));
            let apart = matches!(steps.first(), Some(Step::Day(_))) && frame.direction == Direction::Future;
            if needs_day
                && (between.len() <= LONGEST_SENTENCE && !between.contains('\n') || matches!(steps.first(), Some(Step::TextDay(_))))
                && !apart
            {
                frame.day = Some(day);
                evidence = Some(told);
            }
        }
        if let Some(named) = last {
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
            let sentence = || is_one_sentence(between);
            let year = named.period.known_year();
            // 2021年3月开工，11月竣工: the year told with a month holds on in the sentence
            let dated = named.year_told && named.period.low.month != Part::Absent && runs_on(&named, steps);
            let unpublished = self.now.is_none() && named.year_told;
            // 预计2017年完工,三季度投产: a year to come holds on in its sentence
            let ahead = named.year_told && self.now.zip(year).is_some_and(|(now, year)| year > i32::from(now.year)) && between.len() <= AHEAD;
            let carried = listed && named.year_told || (dated || named.topic || unpublished || ahead) && sentence();
            if open && (frame.direction != Direction::Future || ahead) && carried {
                frame.year = year;
                evidence = Some(named.span);
            }
            // “十四五”前三年: of the plan's own years
            if let (Form::Offset(length, Lie::Beside(sign), _), true) = (form, is_plan(self.words(named.span.start, named.span.end))) {
                let joined = matches!(between, "" | "”" | "\"" | "”的" | "的" | "期间" | "”期间");
                let years = i16::try_from(length.months / 12).unwrap_or(0);
                let edge = if *sign < 0 { named.period.first_day() } else { named.period.last_day() };
                let edge = edge.and_then(|day| i16::try_from(day.year()).ok()).filter(|_| joined && (1..5).contains(&years));
                if let Some((now, year)) = self.now.zip(edge) {
                    frame.now = Some(Moment { year: if *sign < 0 { year + years } else { year - years }, month: 12, day: 31, ..now });
                    evidence = Some(named.span);
                }
            }
            // 五年后 hangs on the date told before it in the sentence
            if let Form::Offset(_, Lie::Away(1), _) = form {
                let told = named.period.last_day().filter(|_| named.year_told && sentence());
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
}

/// How many bytes may stand between a year to come and what is told of it.
const AHEAD: usize = 60;

/// The last day of a year.
const fn end_of(year: i16) -> Moment {
    Moment { year, month: 12, day: 31, time: None, second: None }
}

/// The last day of the year that the title of a yearly report tells, where that is the year before its publication, or nothing tells when that was.
fn reviewed(text: &str, now: Option<Moment>) -> Option<Moment> {
    const LONGEST_TITLE: usize = 60;
    let title = text.trim_start().leading(LONGEST_TITLE).split('\n').next()?;
    let told = || title.split_once('年').and_then(|(before, _)| before.trailing(4).parse::<i16>().ok()).filter(|year| *year > 1900);
    let year = now.map(|now| now.year - 1).or_else(told)?;
    let reports = words!["统计公报", "发展公报", "经济运行情况", "经济运行", "发展情况"].stand_in(title);
    (reports && title.has(&format!("{year}年"))).then_some(end_of(year))
}

/// Whether nothing in these words ends a sentence.
fn is_one_sentence(between: &str) -> bool {
    between.len() <= LONGEST_SENTENCE && !between.contains(['。', '！', '？', '\n', '!', '?', ';', '；'])
}

/// Whether the words name a five-year plan.
fn is_plan(words: &str) -> bool {
    PLANS.iter().any(|(plan, _)| words.starts_with(plan))
}

/// Whether no line ends in these words.
fn is_one_paragraph(between: &str) -> bool {
    between.len() <= LONGEST_SENTENCE && !between.contains('\n')
}

/// Whether the month named now comes no earlier than the one before it.
fn runs_on(named: &Named, steps: &[Step]) -> bool {
    let before = named.period.low.month.known().unwrap_or(0);
    match steps.first() {
        Some(Step::Month(month)) => *month >= before,
        Some(Step::Quarter(quarter)) => quarter * 3 >= before,
        Some(Step::Half(half)) => half * 6 >= before,
        _ => false,
    }
}

/// Verbs that measure a length: 近 behind them is almost.
static MEASURES: Words<&str> = Words::of(&[
    "提前", "推迟", "延后", "延长", "缩短", "缩减", "减少", "压缩", "历时", "持续", "长达", "耗时", "用时", "为期", "节约", "节省", "相差", "停工",
    "停产", "花费", "花了", "用了", "过了",
]);

/// 《明日之后》: words that count from the reference tell no time inside a title; 《2024年工作要点》 does.
fn names_no_date_in_title(form: &Form) -> bool {
    match form {
        Form::Vague(_) | Form::Offset(..) | Form::Whole(_) | Form::SamePeriod(_) => true,
        // 《惊蛰无声》: a feast or a solar term without its year
        Form::At(steps) if matches!(steps.as_slice(), [Step::Holiday(..) | Step::Term(_)]) => true,
        form => steps_of(form)
            .first()
            .is_some_and(|step| matches!(step, Step::DayOffset(_) | Step::TextDay(_) | Step::Part(_) | Step::Clock(..) | Step::WeekOffset(_))),
    }
}

/// Whether every date in it finds its year itself, so that no direction is asked for.
fn is_anchored(form: &Form) -> bool {
    let anchored = |steps: &[Step]| steps.first().is_none_or(|step| step.is_anchored());
    match form {
        Form::Range(from, to) | Form::Between(from, to) => anchored(from) && anchored(to),
        form => anchored(steps_of(form)),
    }
}

fn steps_of(form: &Form) -> &[Step] {
    match form {
        Form::At(steps)
        | Form::Range(steps, _)
        | Form::Since(steps)
        | Form::Beginning(steps)
        | Form::From(steps)
        | Form::AsOf(steps)
        | Form::Until(steps)
        | Form::Before(steps)
        | Form::After(steps)
        | Form::AtOrAfter(steps)
        | Form::Between(steps, _)
        | Form::UpToNow(steps) => steps,
        _ => &[],
    }
}

impl Iterator for Walk<'_> {
    type Item = Hit;

    fn next(&mut self) -> Option<Hit> {
        while let Some(first) = self.skip() {
            let start = Cursor::new(self.text, self.at);
            let read = if self.openings.begin(start, first) { self.read(start, first) } else { None };
            let Some((hit, end)) = read else {
                let mut cursor = start;
                if digits::is_figure(first) {
                    digits::skip_figure(&mut cursor);
                } else {
                    cursor.bump();
                }
                self.at = cursor.at();
                continue;
            };
            self.at = end.max(self.at + first.len_utf8());
            if let Some(hit) = hit {
                self.at = self.at.min(hit.span.end);
                return Some(hit);
            }
        }
        None
    }
}
