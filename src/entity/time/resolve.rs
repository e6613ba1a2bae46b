//! From steps to dates: where on the calendar an expression lies, seen from a reference.

use super::almanac;
use super::civil::{Day, from_seconds, seconds, shift_month};
use super::edtf::{Clock, Edtf, Limit, Part, Point, Year};
use super::grammar::{Edge, Form, Length, Lie, PartOfDay, Step, Unit};
use super::holidays;
use super::moment::Moment;
use super::value::{Date, Grain, Reference};
use super::years::plan_years;

/// Which of the possible years, months or days an expression without one means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Past,
    Future,
    Nearest,
    /// The year of the reference.
    ThisYear,
}

/// A period: its first and last unit, and the unit that the words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) low: Point,
    pub(crate) high: Point,
    pub(crate) grain: Grain,
    /// The part of the day that decides what a figure of hours means.
    part: Option<PartOfDay>,
}

impl Period {
    pub(crate) fn new(low: Point, high: Point, grain: Grain) -> Self {
        Self { low, high, grain, part: None }
    }

    fn one(point: Point, grain: Grain) -> Self {
        Self::new(point, point, grain)
    }

    fn days(low: Day, high: Day, grain: Grain) -> Self {
        Self::new(Point::of(low), Point::of(high), grain)
    }

    fn year(year: Year) -> Self {
        Self::one(Point::year(year), Grain::Year)
    }

    /// The year that it lies in, if that is one.
    pub(crate) fn known_year(&self) -> Option<i32> {
        match self.low.year {
            Year::Known(year) => Some(year.into()),
            _ => None,
        }
    }

    pub(crate) fn first_day(&self) -> Option<Day> {
        self.low.first_day()
    }

    pub(crate) fn last_day(&self) -> Option<Day> {
        self.high.last_day()
    }

    /// The same period some years later.
    pub(crate) fn shift_years(self, years: i32) -> Option<Self> {
        let shift = |point: Point| -> Option<Point> {
            let Year::Known(year) = point.year else { return Some(point) };
            let year = i32::from(year).checked_add(years)?;
            let mut shifted = Point { year: Year::Known(i16::try_from(year).ok()?), ..point };
            if let (Part::Known(2), Part::Known(29)) = (shifted.month, shifted.day) {
                shifted.day = Part::Known(Day::last_of(year, 2)?.day());
            }
            Some(shifted)
        };
        Some(Self { low: shift(self.low)?, high: shift(self.high)?, ..self })
    }

    fn edtf(&self) -> Edtf {
        if self.low == self.high { Edtf::Point(self.low) } else { Edtf::Interval(Some(self.low), Some(self.high)) }
    }

    pub(crate) fn date(&self) -> Date {
        let limit = |day: Option<Day>, clock: Option<Clock>| (day.is_some() || clock.is_some()).then(|| Limit::new(day, clock));
        Date {
            edtf: Some(self.edtf()),
            start: limit(self.first_day(), self.low.clock),
            end: limit(self.last_day(), self.high.clock),
            grain: Some(self.grain),
            ..Date::default()
        }
    }
}

/// Where an expression would lie in a year.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    /// First day of its largest unit: of December for 12月底.
    head: Day,
    first: Day,
    last: Day,
}

/// What the text says of where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    /// The publication time.
    pub(crate) now: Option<Moment>,
    /// Where an open year is looked for.
    pub(crate) direction: Direction,
    /// The period last named.
    pub(crate) last: Option<Period>,
    /// The year that the sentence has named.
    pub(crate) year: Option<i32>,
    /// The day that the sentence is about.
    pub(crate) day: Option<Day>,
}

/// Why there is no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// 2月30日
    Impossible,
    /// It needs a reference that is not known.
    Unknown(Grain),
}

type Found = Result<Period, Fault>;

impl Frame {
    pub(crate) fn today(&self) -> Option<Day> {
        let now = self.now?;
        Day::new(now.year.into(), now.month, now.day)
    }

    fn this_year(&self) -> Result<i32, Fault> {
        self.now.map(|now| i32::from(now.year)).ok_or(Fault::Unknown(Grain::Year))
    }

    /// The year last named, or this year.
    fn text_year(&self) -> Option<i32> {
        self.year.or_else(|| self.last.and_then(|last| last.known_year())).or_else(|| self.this_year().ok())
    }

    /// Resolves a chain; also the other likely reading where the year or month is open.
    pub(crate) fn chain(&self, steps: &[Step]) -> Result<(Period, Option<Period>), Fault> {
        let first = steps.first().ok_or(Fault::Impossible)?;
        if first.is_anchored() || matches!(first, Step::Clock(..) | Step::Part(_)) {
            return self.walk(steps, None).map(|period| (period, None));
        }
        let within = |year: i32| Year::Known(i16::try_from(year).unwrap_or(0));
        // A bare day or weekday lies in a month or week that the text leaves open.
        match first {
            Step::Day(day) => return self.bare_day(*day, steps),
            Step::Weekday(weekday) => return self.bare_weekday(*weekday, steps),
            Step::Weekend => return self.bare_weekday(6, steps),
            Step::At(_) | Step::Nth(..) | Step::NthWeekday(..) | Step::Last(..) => {
                return self.walk(steps, Some(Period::year(self.year_or_open()))).map(|p| (p, None));
            }
            _ => {}
        }
        if let Some(year) = self.year {
            return self.walk(steps, Some(Period::year(within(year)))).map(|period| (period, None));
        }
        let Some(today) = self.today() else {
            let year = match first {
                Step::Half(_) | Step::Quarter(_) | Step::First(..) => self.last.and_then(|last| last.known_year()).map_or(Year::Open, within),
                _ => Year::Open,
            };
            return self.walk(steps, Some(Period::year(year))).map(|period| (period, None));
        };
        // What the year is chosen by is the first step alone: 12月底 lies in the December that 12月 means.
        let head = match first {
            Step::Month(_) | Step::LunarMonth(..) if steps.len() > 1 && first.rank() == 2 => 1,
            _ => steps.len(),
        };
        let span = |year: i32| -> Option<Stretch> {
            let whole = self.walk(steps, Some(Period::year(within(year)))).ok()?;
            let head = if head == steps.len() { whole } else { self.walk(steps.get(..head)?, Some(Period::year(within(year)))).ok()? };
            Some(Stretch { head: head.first_day()?, first: whole.first_day()?, last: whole.last_day()? })
        };
        let completed = matches!(first, Step::First(..));
        // A feast is named when it is near, before it or after it.
        let nearest = self.toward(Direction::Nearest);
        let frame = if matches!(first, Step::Holiday(..) | Step::Term(_)) { &nearest } else { self };
        let Some((year, other)) = frame.pick(today, completed, span) else {
            // No year has such a day.
            return self.walk(steps, Some(Period::year(within(today.year())))).map(|period| (period, None));
        };
        let period = self.walk(steps, Some(Period::year(within(year))))?;
        let other = other.and_then(|year| self.walk(steps, Some(Period::year(within(year)))).ok());
        Ok((period, other))
    }

    fn year_or_open(&self) -> Year {
        self.text_year().and_then(|year| i16::try_from(year).ok()).map_or(Year::Open, Year::Known)
    }

    /// Chooses the year: the nearest in the direction, then the nearest on the other side.
    fn pick(&self, today: Day, completed: bool, span: impl Fn(i32) -> Option<Stretch>) -> Option<(i32, Option<i32>)> {
        // A leap day may lie eight years away, a leap month nineteen.
        const REACH: i32 = 20;
        let this = today.year();
        let month_end = Day::last_of(today.year(), today.month())?;
        let begun = |at: Stretch| if completed { at.last <= month_end } else { at.head <= today };
        let past = (this - REACH..=this + 1).rev().find(|year| span(*year).is_some_and(begun));
        let future = (this - 1..=this + REACH).find(|year| span(*year).is_some_and(|at| at.last >= today));
        let next = (this - 1..=this + REACH).find(|year| Some(*year) != past && span(*year).is_some_and(|at| at.first > today));
        Some(match self.direction {
            Direction::Past => (past.or(future)?, next),
            Direction::Future => (future.or(past)?, past.filter(|year| Some(*year) != future)),
            Direction::Nearest => {
                let distance =
                    |year: i32| span(year).map_or(i64::MAX, |at| if at.first > today { at.first.since(today) } else { today.since(at.last).max(0) });
                match (past, next) {
                    (Some(past), Some(next)) if distance(next) < distance(past) => (next, Some(past)),
                    (Some(past), next) => (past, next),
                    (None, next) => (next?, None),
                }
            }
            Direction::ThisYear if span(this).is_some() => {
                let other = if past == Some(this) { next } else { past };
                (this, other.filter(|year| *year != this))
            }
            Direction::ThisYear => (past.or(future)?, next),
        })
    }

    fn bare_day(&self, day: u8, steps: &[Step]) -> Result<(Period, Option<Period>), Fault> {
        let rest = steps.get(1..).unwrap_or_default();
        let open = Point { year: Year::Open, month: Part::Open, day: Part::Known(day), clock: None };
        let Some(today) = self.today() else {
            return self.walk(rest, Some(Period::one(open, Grain::Day))).map(|period| (period, None));
        };
        let in_month = |months: i64| -> Option<Day> {
            let (year, month) = shift_month(today.year(), today.month(), months)?;
            Day::new(year, month, day)
        };
        let past = (-3..=0).rev().filter_map(in_month).find(|day| *day <= today);
        let future = (0..=3).filter_map(in_month).find(|day| *day >= today);
        let next = (0..=3).filter_map(in_month).find(|day| *day > today);
        let same_sentence = self
            .day
            .filter(|near| Day::new(near.year(), near.month(), day).is_some_and(|day| day >= *near && near.since(day) > -32))
            .and_then(|near| Day::new(near.year(), near.month(), day));
        let (chosen, other) = match self.direction {
            _ if same_sentence.is_some() => (same_sentence, None),
            Direction::Future => (future.or(past), past),
            Direction::ThisYear | Direction::Nearest if in_month(0).is_some() => (in_month(0), None),
            _ => (past.or(future), next),
        };
        let chosen = chosen.ok_or(Fault::Impossible)?;
        let at = |day: Day| self.walk(rest, Some(Period::one(Point::of(day), Grain::Day)));
        Ok((at(chosen)?, other.filter(|other| *other != chosen).and_then(|day| at(day).ok())))
    }

    fn bare_weekday(&self, weekday: u8, steps: &[Step]) -> Result<(Period, Option<Period>), Fault> {
        let rest = steps.get(1..).unwrap_or_default();
        let Some(today) = self.today() else {
            return self.walk(rest, Some(Period::one(Point::OPEN_DAY, Grain::Day))).map(|period| (period, None));
        };
        let back = (i64::from(today.weekday()) - i64::from(weekday)).rem_euclid(7);
        let (past, next) = (today.plus(-back), today.plus(7 - back));
        let future = if back == 0 { past } else { next };
        let (chosen, other) = match self.direction {
            Direction::Future => (future, past),
            _ => (past, next),
        };
        let at = |day: Option<Day>| {
            let day = day.ok_or(Fault::Impossible)?;
            let period = if steps.first() == Some(&Step::Weekend) {
                Period::days(day, day.plus(1).ok_or(Fault::Impossible)?, Grain::Day)
            } else {
                Period::one(Point::of(day), Grain::Day)
            };
            self.walk(rest, Some(period))
        };
        Ok((at(chosen)?, at(other).ok()))
    }

    fn walk(&self, steps: &[Step], container: Option<Period>) -> Found {
        let mut at = container;
        for step in steps {
            at = Some(match at {
                None => self.root(*step)?,
                Some(period) => self.into(period, *step)?,
            });
        }
        at.ok_or(Fault::Impossible)
    }

    /// A step that starts from the reference or the text.
    fn root(&self, step: Step) -> Found {
        let known = |year: i32| i16::try_from(year).map(|year| Period::year(Year::Known(year))).map_err(|_| Fault::Impossible);
        let today = || self.today().ok_or(Fault::Unknown(Grain::Day));
        Ok(match step {
            Step::Year(year) => known(year)?,
            Step::YearOffset(years) => match self.this_year() {
                Ok(year) => known(year + years)?,
                Err(_) => Period::year(Year::Open),
            },
            Step::YearOffsets(from, to) => {
                let year = self.this_year()?;
                Period { high: known(year + to)?.high, ..known(year + from)? }
            }
            Step::TextYear(years) => match self.text_year() {
                Some(year) => known(year + years)?,
                None => Period::year(Year::Open),
            },
            Step::Decade(first, _) => {
                let decade = i16::try_from(first / 10).map_err(|_| Fault::Impossible)?;
                Period::one(Point::year(Year::Decade(decade)), Grain::Decade)
            }
            Step::Century(first) => {
                let century = i16::try_from(first / 100).map_err(|_| Fault::Impossible)?;
                Period::one(Point::year(Year::Century(century)), Grain::Century)
            }
            Step::CenturyOffset(offset) => {
                let year = self.now.map_or(2000, |now| i32::from(now.year));
                return self.root(Step::Century((year / 100 + offset) * 100));
            }
            Step::Plan(number) => {
                let (from, to) = plan_years(number);
                Period { high: known(to)?.high, grain: Grain::FiveYear, ..known(from)? }
            }
            Step::HalfOffset(offset) => {
                let day = today()?;
                let index = i64::from(day.month() > 6) + i64::from(offset);
                self.months(day.year(), 1, index * 6, 6, Grain::HalfYear)?
            }
            Step::QuarterOffset(offset) => match self.today() {
                Some(day) => self.months(day.year(), 1, i64::from((day.month() - 1) / 3) * 3 + i64::from(offset) * 3, 3, Grain::Quarter)?,
                None => return Err(Fault::Unknown(Grain::Quarter)),
            },
            Step::MonthOffset(offset) => match self.today() {
                Some(day) => self.months(day.year(), day.month(), offset.into(), 1, Grain::Month)?,
                None => Period::one(Point { month: Part::Open, ..Point::year(Year::Open) }, Grain::Month),
            },
            Step::TextMonth(offset) => {
                let base =
                    self.last.and_then(|last| last.first_day().filter(|_| last.low.month.known().is_some_and(|m| m <= 12))).or_else(|| self.today());
                match base {
                    Some(day) => self.months(day.year(), day.month(), offset.into(), 1, Grain::Month)?,
                    None => Period::one(Point { month: Part::Open, ..Point::year(Year::Open) }, Grain::Month),
                }
            }
            Step::WeekOffset(offset) => {
                let monday = today()?.monday().and_then(|day| day.plus(7 * i64::from(offset))).ok_or(Fault::Impossible)?;
                Period::days(monday, monday.plus(6).ok_or(Fault::Impossible)?, Grain::Week)
            }
            Step::DayOffset(offset) => match self.today() {
                Some(day) => Period::one(Point::of(day.plus(offset.into()).ok_or(Fault::Impossible)?), Grain::Day),
                None => Period::one(Point::OPEN_DAY, Grain::Day),
            },
            Step::DayOffsets(from, to) => {
                let day = |offset: i32| today()?.plus(offset.into()).ok_or(Fault::Impossible);
                Period::days(day(from)?, day(to)?, Grain::Day)
            }
            Step::TextDay(offset) => match self.day.or_else(|| self.last_day()).or_else(|| self.today()) {
                Some(day) => Period::one(Point::of(day.plus(offset.into()).ok_or(Fault::Impossible)?), Grain::Day),
                None => Period::one(Point::OPEN_DAY, Grain::Day),
            },
            Step::Part(_) | Step::Clock(..) => {
                let day = self.day.or_else(|| self.today());
                let base = Period::one(day.map_or(Point::OPEN_DAY, Point::of), Grain::Day);
                return self.into(base, step);
            }
            _ => return Err(Fault::Impossible),
        })
    }

    /// The day last named, if it was one day.
    fn last_day(&self) -> Option<Day> {
        self.last.filter(|last| last.low == last.high && last.low.day.known().is_some()).and_then(|last| last.first_day())
    }

    fn months(&self, year: i32, month: u8, offset: i64, count: i64, grain: Grain) -> Found {
        let point = |offset: i64| -> Option<Point> {
            let (year, month) = shift_month(year, month, offset)?;
            Some(Point::month(Year::Known(i16::try_from(year).ok()?), month))
        };
        let (low, high) = point(offset).zip(point(offset + count - 1)).ok_or(Fault::Impossible)?;
        Ok(Period::new(low, high, grain))
    }

    /// A step from a period into a part of it.
    #[allow(clippy::too_many_lines)] // one arm a step, each a line of the calendar
    fn into(&self, period: Period, step: Step) -> Found {
        let year = period.low.year;
        let real_year = || period.known_year().ok_or(Fault::Unknown(Grain::Day));
        let in_year = |low: u8, high: u8, grain| Period::new(Point::month(year, low), Point::month(year, high), grain);
        let in_lunar = matches!(period.grain, Grain::Month) && period.low.day.known().is_some();
        Ok(match step {
            Step::Month(month) => in_year(month, month, Grain::Month),
            Step::Months(from, to) => in_year(from, to, Grain::Month),
            Step::Half(1) => in_year(1, 6, Grain::HalfYear),
            Step::Half(_) => in_year(7, 12, Grain::HalfYear),
            Step::Quarter(quarter) => in_year(quarter * 3 - 2, quarter * 3, Grain::Quarter),
            Step::Season(season) => in_year(season, season, Grain::Season),
            Step::First(Unit::Quarter, count) => in_year(1, (count * 3) as u8, Grain::Quarter),
            Step::First(Unit::Month, count) => in_year(1, count as u8, Grain::Month),
            Step::Last(Unit::Quarter, count) => in_year(13 - (count * 3) as u8, 12, Grain::Quarter),
            Step::Last(Unit::Month, count) => in_year(13 - count as u8, 12, Grain::Month),
            Step::First(unit, count) | Step::Last(unit, count) | Step::Nth(unit, count) => {
                let (first, last) = period.first_day().zip(period.last_day()).ok_or(Fault::Unknown(unit.grain()))?;
                counted_days(step, unit, i64::from(count), first, last).ok_or(Fault::Impossible)?
            }
            // 去年本月, 去年同月, 去年今日
            Step::MonthOffset(0) | Step::TextMonth(0) => {
                let month = self.today().ok_or(Fault::Unknown(Grain::Month))?.month();
                in_year(month, month, Grain::Month)
            }
            Step::DayOffset(_) | Step::TextDay(_) => {
                let today = self.today().ok_or(Fault::Unknown(Grain::Day))?;
                Period::one(Point::of(Day::new(real_year()?, today.month(), today.day()).ok_or(Fault::Impossible)?), Grain::Day)
            }
            Step::Day(day) if in_lunar => lunar_day_of(period, day)?,
            Step::LunarDay(day) if period.known_year().is_none_or(almanac::holds) => {
                if in_lunar {
                    lunar_day_of(period, day)?
                } else {
                    // 三月初一: 初 makes the month before it lunar
                    let month = period.low.month.known().ok_or(Fault::Impossible)?;
                    let day = almanac::lunar_day(real_year()?, month, false, day).ok_or(Fault::Impossible)?;
                    Period::one(Point::of(day), Grain::Day)
                }
            }
            Step::Day(day) => {
                if period.low.month == Part::Open && (1..=31).contains(&day) {
                    return Ok(Period::one(Point { day: Part::Known(day), ..period.low }, Grain::Day));
                }
                let month = period.low.month.known().filter(|month| *month <= 12).ok_or(Fault::Impossible)?;
                let most = Day::last_of(period.known_year().unwrap_or(2000), month).map_or(0, Day::day);
                if day == 0 || day > most {
                    return Err(Fault::Impossible);
                }
                Period::one(Point { day: Part::Known(day), ..period.low }, Grain::Day)
            }
            Step::Weekday(weekday) => {
                let monday = period.first_day().and_then(Day::monday).ok_or(Fault::Unknown(Grain::Day))?;
                Period::one(Point::of(monday.plus(i64::from(weekday) - 1).ok_or(Fault::Impossible)?), Grain::Day)
            }
            Step::Weekend => {
                let monday = period.first_day().and_then(Day::monday).ok_or(Fault::Unknown(Grain::Day))?;
                let (saturday, sunday) = monday.plus(5).zip(monday.plus(6)).ok_or(Fault::Impossible)?;
                Period::days(saturday, sunday, Grain::Day)
            }
            Step::NthWeekday(nth, weekday) => {
                let month = period.low.month.known().unwrap_or(if nth == 0 { 12 } else { 1 });
                let day = holidays::nth_weekday(real_year()?, month, nth, weekday).ok_or(Fault::Impossible)?;
                Period::one(Point::of(day), Grain::Day)
            }
            // Beyond the tables a lunar date is known to the year.
            Step::LunarMonth(..) if period.known_year().is_some_and(|year| !almanac::holds(year)) => Period::year(year),
            Step::LunarDay(_) if period.known_year().is_some_and(|year| !almanac::holds(year)) => Period { grain: Grain::Day, ..Period::year(year) },
            Step::LunarMonth(month, leap) => {
                let found = almanac::lunar_month(real_year()?, month, leap).ok_or(Fault::Impossible)?;
                let last = found.first.plus(i64::from(found.days) - 1).ok_or(Fault::Impossible)?;
                Period::days(found.first, last, Grain::Month)
            }
            Step::Holiday(row, off) => {
                let Some(year) = period.known_year() else {
                    return holidays::day(row, 2000)
                        .filter(|_| holidays::is_fixed(row))
                        .map_or(Err(Fault::Unknown(Grain::Day)), |day| Ok(Period::one(Point { year: Year::Open, ..Point::of(day) }, Grain::Day)));
                };
                if off {
                    let (first, last) = holidays::days_off(row, year).ok_or(Fault::Impossible)?;
                    Period::days(first, last, Grain::Day)
                } else if !almanac::holds(year) && !holidays::is_fixed(row) {
                    Period { grain: Grain::Day, ..Period::year(period.low.year) }
                } else {
                    Period::one(Point::of(holidays::day(row, year).ok_or(Fault::Impossible)?), Grain::Day)
                }
            }
            Step::Term(index) => Period::one(Point::of(almanac::term(real_year()?, index).ok_or(Fault::Impossible)?), Grain::Day),
            Step::At(edge) => self.edge(period, edge)?,
            Step::Part(part) => Period { part: Some(part), ..period },
            Step::Clock(hour, minute, second) => clock(period, hour, minute, second)?,
            _ => return Err(Fault::Impossible),
        })
    }

    fn edge(&self, period: Period, edge: Edge) -> Found {
        let year = period.low.year;
        let month = |month: u8| Period::one(Point::month(year, month), Grain::Month);
        Ok(match (period.grain, edge) {
            (_, Edge::Within) => period,
            (Grain::FiveYear, Edge::FirstYear) => Period::one(period.low, Grain::Year),
            (Grain::FiveYear, Edge::LastYear) => Period::one(period.high, Grain::Year),
            (Grain::FiveYear, Edge::Begin | Edge::Middle) => period,
            (Grain::Decade, edge) => {
                let Year::Decade(decade) = year else { return Err(Fault::Impossible) };
                let (from, to) = match edge {
                    Edge::Begin => (0, 3),
                    Edge::Middle => (4, 6),
                    _ => (7, 9),
                };
                let point = |last: i16| Point::year(Year::Known(decade * 10 + last));
                Period::new(point(from), point(to), Grain::Year)
            }
            (Grain::Century, edge) => {
                let Year::Century(century) = year else { return Err(Fault::Impossible) };
                match edge {
                    Edge::Begin => Period::one(Point::year(Year::Decade(century * 10)), Grain::Decade),
                    Edge::Middle => Period::one(Point::year(Year::Known(century * 100 + 50)), Grain::Year),
                    _ => Period::one(Point::year(Year::Decade(century * 10 + 9)), Grain::Decade),
                }
            }
            (Grain::Year, Edge::Begin) => month(1),
            (Grain::Year, Edge::Middle) => month(6),
            (Grain::Year, Edge::End) => month(12),
            (Grain::Quarter | Grain::HalfYear, Edge::Begin) => Period::one(period.low, Grain::Month),
            (Grain::Quarter | Grain::HalfYear, Edge::End) => Period::one(period.high, Grain::Month),
            (Grain::Quarter, Edge::Middle) => month(period.low.month.known().ok_or(Fault::Impossible)? + 1),
            (Grain::Month, edge) => {
                let Some((first, last)) = period.first_day().zip(period.last_day()) else {
                    return open_month(period, edge);
                };
                let (from, to) = month_part(edge, last.since(first) + 1).ok_or(Fault::Impossible)?;
                let (low, high) = first.plus(from - 1).zip(first.plus(to - 1)).ok_or(Fault::Impossible)?;
                Period::days(low, high, Grain::TenDays)
            }
            (Grain::Week, edge) => {
                let monday = period.first_day().ok_or(Fault::Unknown(Grain::Day))?;
                let (from, to) = match edge {
                    Edge::Begin => (0, 1),
                    Edge::Middle => (2, 3),
                    _ => (5, 6),
                };
                let (low, high) = monday.plus(from).zip(monday.plus(to)).ok_or(Fault::Impossible)?;
                Period::days(low, high, Grain::Day)
            }
            _ => period,
        })
    }

    /// Resolves an expression.
    #[allow(clippy::too_many_lines)] // one arm a form
    pub(crate) fn form(&self, form: &Form) -> Resolved {
        let today = self.today();
        let now_clock = self.now.and_then(|now| now.time.map(|(hour, minute)| Clock { hour, minute: Some(minute), second: now.second }));
        match form {
            Form::At(steps) => match self.chain(steps) {
                Ok((period, other)) => {
                    let period = lone_part_of_day(steps, period);
                    let mut date = period.date();
                    date.candidates = other.map(|other| other.edtf()).into_iter().collect();
                    Resolved::date(date, Some(period))
                }
                Err(fault) => Resolved::fault(fault),
            },
            Form::Range(from, to) => match self.range(from, to) {
                Ok(period) => Resolved::date(period.date(), Some(period)),
                Err(fault) => Resolved::fault(fault),
            },
            Form::Since(steps) | Form::UpToNow(steps) => match self.chain(steps) {
                Ok((period, _)) => self.since(period),
                Err(fault) => Resolved::fault(fault),
            },
            Form::Beginning(steps) => match self.toward(Direction::Nearest).chain(steps) {
                Ok((period, _)) => self.since(period),
                Err(fault) => Resolved::fault(fault),
            },
            Form::From(steps) => match self.toward(Direction::Nearest).chain(steps) {
                // From a day still to come on: the day itself is what is told (11月1日起施行).
                Ok((period, _)) if today.zip(period.first_day()).is_none_or(|(today, first)| first > today) => {
                    Resolved { date: Some(period.date()), period: Some(period), without_suffix: true, impossible: false }
                }
                Ok((period, _)) => self.since(period),
                Err(fault) => Resolved::fault(fault),
            },
            Form::Until(steps) | Form::Before(steps) => match self.deadline(steps).chain(steps) {
                Ok((period, other)) => {
                    let exclusive = matches!(form, Form::Before(_)) && excludes(steps);
                    let end = if exclusive { before(period) } else { last_moment(period) };
                    let mut resolved = Resolved::date(open_start(end, period.grain), Some(period));
                    if let (Some(date), Some(other)) = (&mut resolved.date, other) {
                        date.candidates =
                            open_start(if exclusive { before(other) } else { last_moment(other) }, period.grain).edtf.into_iter().collect();
                    }
                    resolved
                }
                Err(fault) => Resolved::fault(fault),
            },
            Form::After(steps) | Form::AtOrAfter(steps) => match self.deadline(steps).chain(steps) {
                Ok((period, _)) => {
                    let start = if matches!(form, Form::After(_)) { after(period) } else { first_moment(period) };
                    Resolved::date(open_end(start, period.grain), Some(period))
                }
                Err(fault) => Resolved::fault(fault),
            },
            Form::Between(from, to) => match (self.chain(from), self.chain(to)) {
                (Ok((from, _)), Ok((to, _))) => {
                    let (low, high) = (first_moment(from), before(to));
                    let period = Period::new(low, high, from.grain);
                    Resolved::date(period.date(), Some(period))
                }
                (Err(fault), _) | (_, Err(fault)) => Resolved::fault(fault),
            },
            Form::UntilNow => {
                let end = today.map_or(Point::OPEN_DAY, Point::of);
                Resolved::date(open_start(end, Grain::Day), None)
            }
            Form::Offset(length, lie, time) => self.offset(length, *lie, time, now_clock),
            Form::SamePeriod(back) => {
                let back = *back;
                let base = self.last.filter(|last| last.first_day().is_some()).or_else(|| {
                    let today = today?;
                    Some(Period::days(Day::new(today.year(), 1, 1)?, today, Grain::Year))
                });
                match base.and_then(|base| {
                    // 去年同期 is told from the year of the reference, whatever year the period last named lies in
                    let years = match (back, today, base.known_year()) {
                        (0, ..) => 0,
                        (back, Some(today), Some(year)) if year >= today.year() - 1 => today.year() - back - year,
                        (back, ..) => -back,
                    };
                    base.shift_years(if years > 0 { -back } else { years })
                }) {
                    Some(period) => Resolved { period: self.last, ..Resolved::date(period.date(), None) },
                    None => Resolved::vague(Reference::PastRef),
                }
            }
            Form::Whole(unit) => {
                let step = match unit {
                    Unit::Year => Step::TextYear(0),
                    Unit::Month => Step::TextMonth(0),
                    _ => Step::TextDay(0),
                };
                match self.chain(&[step]) {
                    Ok((period, _)) => Resolved { period: None, ..Resolved::date(period.date(), None) },
                    Err(fault) => Resolved::fault(fault),
                }
            }
            Form::TwoSeasons((from, first), (to, second)) => match self.this_year() {
                Ok(year) => {
                    let point = |offset: i32, season: u8| i16::try_from(year + offset).map(|year| Point::month(Year::Known(year), season));
                    match (point(*from, *first), point(*to, *second)) {
                        (Ok(low), Ok(high)) => Resolved::date(Period::new(low, high, Grain::Season).date(), None),
                        _ => Resolved::fault(Fault::Impossible),
                    }
                }
                Err(fault) => Resolved::fault(fault),
            },
            Form::Vague(reference) => Resolved::vague(*reference),
        }
    }

    pub(crate) fn toward(&self, direction: Direction) -> Self {
        let direction = if matches!(self.direction, Direction::Future | Direction::ThisYear) { self.direction } else { direction };
        Self { direction, ..*self }
    }

    /// A deadline or a bound without a year is the nearest: 8月底前, 截止8月15日.
    fn deadline(&self, steps: &[Step]) -> Self {
        let bare = matches!(steps.first(), Some(Step::Month(_) | Step::Quarter(_) | Step::Half(_) | Step::Day(_)));
        if bare { self.toward(Direction::Nearest) } else { *self }
    }

    fn since(&self, period: Period) -> Resolved {
        let start = first_moment(period);
        match self.today().filter(|today| period.first_day().is_none_or(|first| first <= *today)) {
            Some(today) if period.first_day().is_some() => {
                let whole = Period::new(start, Point::of(today), period.grain);
                Resolved::date(whole.date(), Some(whole))
            }
            _ => Resolved::date(open_end(start, period.grain), Some(period)),
        }
    }

    fn range(&self, from: &[Step], to: &[Step]) -> Found {
        let first = to.first().ok_or(Fault::Impossible)?;
        // What the right end leaves out it takes from the left one.
        let mut right: Vec<Step> = if first.is_anchored() {
            Vec::new()
        } else {
            from.iter()
                .copied()
                .filter(|step| step.rank() < first.rank() && !(matches!(step, Step::WeekOffset(_)) && matches!(first, Step::Day(_))))
                .collect()
        };
        // 早上8点到12点: noon, not midnight
        if matches!((right.last(), first), (Some(Step::Part(PartOfDay::Morning)), Step::Clock(12.., ..))) {
            right.pop();
        }
        right.extend_from_slice(to);
        let months = matches!((from, to), ([Step::Month(1)], [Step::Month(_)]));
        let (low, anchored) = if months && self.year.is_none() && self.now.is_some() {
            // 1-4月 is told when the months are over: the year is that of the last full count.
            let Step::Month(last) = first else { return Err(Fault::Impossible) };
            (self.chain(&[Step::First(Unit::Month, (*last).into())])?.0, true)
        } else {
            (self.chain(from)?.0, false)
        };
        let mut frame = *self;
        frame.year = low.known_year();
        frame.last = Some(low);
        frame.day = if first.rank() >= 5 { low.first_day().or(self.day) } else { None };
        let mut high = if anchored {
            let year = low.known_year().ok_or(Fault::Impossible)?;
            let mut steps = vec![Step::Year(year)];
            steps.extend_from_slice(to);
            frame.chain(&steps)?.0
        } else {
            match right.first() {
                Some(Step::Weekday(_)) => frame.toward_after(low, &right)?,
                Some(Step::Day(day)) if low.first_day().is_some() => frame.day_after(low, *day, &right)?,
                _ => frame.chain(&right)?.0,
            }
        };
        if let (Some(start), Some(end)) = (moment(low.low, low.first_day()), moment(high.high, high.last_day())) {
            if end < start {
                let fixed = right.iter().any(|step| matches!(step, Step::Year(_) | Step::TextYear(_)))
                    && !right.iter().any(|step| matches!(step, Step::Clock(..)));
                if fixed || first.is_anchored() && !matches!(first, Step::TextYear(_)) {
                    return Err(Fault::Impossible);
                }
                high = if matches!(first, Step::Clock(..) | Step::Part(_)) {
                    let next = |point: Point| point.first_day().and_then(|day| day.plus(1)).map(|day| Point::of(day).at(point.clock));
                    match (next(high.low), next(high.high)) {
                        (Some(low), Some(last)) => Period { low, high: last, ..high },
                        _ => return Err(Fault::Impossible),
                    }
                } else if right.iter().any(|step| matches!(step, Step::Year(_))) {
                    return Err(Fault::Impossible);
                } else {
                    high.shift_years(1).ok_or(Fault::Impossible)?
                };
            }
        }
        let grain = high.grain.min(low.grain);
        Ok(Period::new(low.low, high.high, if months { Grain::Month } else { grain }))
    }

    /// 周一至周五: the first such day after the left end.
    fn toward_after(&self, low: Period, steps: &[Step]) -> Found {
        let start = low.first_day();
        let frame = Self { now: self.now.and_then(|now| start.map(|day| at_day(now, day))), direction: Direction::Future, year: None, ..*self };
        frame.chain(steps).map(|(period, _)| period)
    }

    /// 28日至3日: the first such day after the left end.
    fn day_after(&self, low: Period, day: u8, steps: &[Step]) -> Found {
        let start = low.first_day().ok_or(Fault::Impossible)?;
        let found = (0..3)
            .filter_map(|months| shift_month(start.year(), start.month(), months))
            .filter_map(|(year, month)| Day::new(year, month, day))
            .find(|day| *day >= start);
        let period = Period::one(Point::of(found.ok_or(Fault::Impossible)?), Grain::Day);
        self.walk(steps.get(1..).unwrap_or_default(), Some(period))
    }

    fn offset(&self, length: &Length, lie: Lie, time: &[Step], clock: Option<Clock>) -> Resolved {
        let sign = match lie {
            Lie::Away(sign) | Lie::Beyond(sign) | Lie::Rolling(sign) | Lie::Beside(sign) => sign,
            Lie::Since => -1,
        };
        let reference = if sign < 0 { Reference::PastRef } else { Reference::FutureRef };
        let Some(today) = self.today() else {
            return Resolved::vague(reference);
        };
        self.place(length, lie, sign, today, clock, time).unwrap_or_else(|| Resolved::vague(reference))
    }

    fn place(&self, length: &Length, lie: Lie, sign: i64, today: Day, clock: Option<Clock>, time: &[Step]) -> Option<Resolved> {
        let fine = matches!(length.grain, Unit::Hour | Unit::Minute | Unit::Second);
        let second_of_day = clock.map_or(0, |c| i64::from(c.hour) * 3600 + i64::from(c.minute.unwrap_or(0)) * 60 + i64::from(c.second.unwrap_or(0)));
        let base = seconds(today, second_of_day)?;
        let clock_at = |seconds: i64, grain: Unit| -> Option<Point> {
            let (day, second) = from_seconds(seconds)?;
            let (hour, minute, second) = ((second / 3600) as u8, (second / 60 % 60) as u8, (second % 60) as u8);
            Some(Point::of(day).at(Some(Clock { hour, minute: Some(minute), second: (grain == Unit::Second).then_some(second) })))
        };
        if let Lie::Beside(sign) = lie {
            return self.beside(length, sign, today, base).map(|period| Resolved::date(period.date(), Some(period)));
        }
        let day_there = {
            let shifted = today.plus_months(length.months.checked_mul(sign)?)?;
            let (day, _) = from_seconds(seconds(shifted, if fine { second_of_day } else { 0 })?.checked_add(length.seconds.checked_mul(sign)?)?)?;
            holidays::working_days(day, length.working_days.checked_mul(sign)?)?
        };
        let there = base.checked_add(length.seconds.checked_mul(sign)?)?;
        match lie {
            Lie::Rolling(sign) => {
                let (near, far) = if fine && clock.is_some() {
                    (clock_at(base, length.grain)?, clock_at(there, length.grain)?)
                } else if fine {
                    (Point::of(today), Point::of(from_seconds(there)?.0))
                } else {
                    (Point::of(today), Point::of(day_there))
                };
                // Months and years from a day on end on the day before the same day.
                let far = match far.first_day().filter(|_| sign > 0 && length.months > 0 && !fine).and_then(|day| day.plus(-1)) {
                    Some(day) => Point::of(day),
                    None => far,
                };
                let period = if sign < 0 { Period::new(far, near, length.grain.grain()) } else { Period::new(near, far, length.grain.grain()) };
                Some(Resolved::date(period.date(), Some(period)))
            }
            Lie::Since => {
                let start = match length.grain {
                    Unit::Year | Unit::Century => Point::of(Day::new(day_there.year(), 1, 1)?),
                    Unit::Month => Point::of(Day::new(day_there.year(), day_there.month(), 1)?),
                    _ => Point::of(day_there),
                };
                let period = Period::new(start, Point::of(today), length.grain.grain());
                Some(Resolved::date(period.date(), Some(period)))
            }
            Lie::Away(_) | Lie::Beyond(_) => {
                let period = if fine {
                    let point = clock_at(there, length.grain)?;
                    if clock.is_none() {
                        Period::one(Point::of(from_seconds(there)?.0), Grain::Day)
                    } else {
                        Period::one(point, length.grain.grain())
                    }
                } else {
                    self.unit_at(day_there, length.grain)?
                };
                let period = if time.is_empty() { period } else { self.walk(time, Some(period)).ok()? };
                Some(match lie {
                    Lie::Beyond(1) => Resolved::date(open_end(first_moment(period), period.grain), Some(period)),
                    Lie::Beyond(_) => Resolved::date(open_start(last_moment(period), period.grain), Some(period)),
                    _ => Resolved::date(period.date(), Some(period)),
                })
            }
            Lie::Beside(_) => None,
        }
    }

    /// The whole unit that a day lies in.
    fn unit_at(&self, day: Day, unit: Unit) -> Option<Period> {
        let year = Year::Known(i16::try_from(day.year()).ok()?);
        Some(match unit {
            Unit::Century | Unit::Year => Period::year(year),
            Unit::Quarter | Unit::Month => Period::one(Point::month(year, day.month()), Grain::Month),
            Unit::Week => {
                let monday = day.monday()?;
                Period::days(monday, monday.plus(6)?, Grain::Week)
            }
            _ => Period::one(Point::of(day), Grain::Day),
        })
    }

    /// So many whole units beside the one that the reference lies in.
    fn beside(&self, length: &Length, sign: i64, today: Day, base: i64) -> Option<Period> {
        let grain = length.grain.grain();
        let span = |first: i64, last: i64| if sign < 0 { (-first.max(last), -first.min(last)) } else { (first.min(last), first.max(last)) };
        Some(match length.grain {
            Unit::Year => {
                let (from, to) = span(1, length.months / 12);
                let year = |offset: i64| Some(Point::year(Year::Known(i16::try_from(i64::from(today.year()) + offset).ok()?)));
                Period::new(year(from)?, year(to)?, grain)
            }
            Unit::Month => {
                let (from, to) = span(1, length.months);
                let month = |offset: i64| {
                    let (year, month) = shift_month(today.year(), today.month(), offset)?;
                    Some(Point::month(Year::Known(i16::try_from(year).ok()?), month))
                };
                Period::new(month(from)?, month(to)?, grain)
            }
            Unit::Week => {
                let (from, to) = span(1, length.seconds / 604_800);
                let monday = today.monday()?;
                Period::days(monday.plus(7 * from)?, monday.plus(7 * to + 6)?, grain)
            }
            Unit::Day => {
                let (from, to) = span(1, length.seconds / 86_400);
                Period::days(today.plus(from)?, today.plus(to)?, grain)
            }
            unit => {
                let size = unit.seconds()?;
                let here = base.div_euclid(size);
                let (from, to) = span(1, length.seconds / size);
                let point = |index: i64, last: bool| -> Option<Point> {
                    // An hour is told by its first and its last minute.
                    let second = index.checked_mul(size)? + if last && unit == Unit::Hour { 3540 } else { 0 };
                    let (day, second) = from_seconds(second)?;
                    let (hour, minute, rest) = ((second / 3600) as u8, (second / 60 % 60) as u8, (second % 60) as u8);
                    Some(Point::of(day).at(Some(Clock { hour, minute: Some(minute), second: (unit == Unit::Second).then_some(rest) })))
                };
                Period::new(point(here + from, false)?, point(here + to, true)?, grain)
            }
        })
    }
}

/// The same moment on another day.
fn at_day(now: Moment, day: Day) -> Moment {
    Moment { year: i16::try_from(day.year()).unwrap_or(now.year), month: day.month(), day: day.day(), ..now }
}

/// A moment for comparing ends.
fn moment(point: Point, day: Option<Day>) -> Option<(Day, Option<Clock>)> {
    day.map(|day| (day, point.clock))
}

/// 下午 alone is a part of a day and no whole day; noon has an hour of its own.
fn lone_part_of_day(steps: &[Step], period: Period) -> Period {
    match steps {
        [Step::Part(part)] => {
            let clock = (*part == PartOfDay::Noon).then_some(Clock { hour: part.middle(), minute: None, second: None });
            let point = period.low.at(clock);
            Period { low: point, high: point, grain: Grain::Hour, part: None }
        }
        _ => period,
    }
}

fn clock(period: Period, hour: u8, minute: Option<u8>, second: Option<u8>) -> Found {
    let mut told = period.part.map_or(hour, |part| part.hour(hour));
    let mut day = period.low;
    if told == 24 {
        told = 0;
        if let Some(next) = day.first_day().and_then(|day| day.plus(1)) {
            day = Point::of(next);
        }
    }
    if told > 23 {
        return Err(Fault::Impossible);
    }
    let grain = match (minute, second) {
        (_, Some(_)) => Grain::Second,
        (Some(_), None) => Grain::Minute,
        (None, None) => Grain::Hour,
    };
    let point = day.at(Some(Clock { hour: told, minute: Some(minute.unwrap_or(0)), second }));
    Ok(Period::one(point, grain))
}

/// 前10天, 最后3周, 第二周 of a month or year.
fn counted_days(step: Step, unit: Unit, count: i64, first: Day, last: Day) -> Option<Period> {
    let grain = unit.grain();
    let week = unit == Unit::Week;
    // Weeks run from Monday to Sunday; a period's first week is the first that begins in it.
    let first_monday = first.plus((8 - i64::from(first.weekday())) % 7)?;
    let (low, high) = match step {
        Step::First(..) if week => (first_monday, first_monday.plus(7 * count - 1)?),
        Step::Nth(..) if week => (first_monday.plus(7 * (count - 1))?, first_monday.plus(7 * count - 1)?),
        Step::Last(..) if week => {
            let sunday = last.plus(-i64::from(last.weekday() % 7))?;
            (sunday.plus(1 - 7 * count)?, sunday)
        }
        Step::First(..) => (first, first.plus(count - 1)?),
        Step::Last(..) => (last.plus(1 - count)?, last),
        _ => (first.plus(count - 1)?, first.plus(count - 1)?),
    };
    let most = if week { last.plus(6)? } else { last };
    (low >= first && high <= most && low <= last).then(|| Period::days(low, high, grain))
}

fn lunar_day_of(month: Period, day: u8) -> Found {
    let (first, last) = month.first_day().zip(month.last_day()).ok_or(Fault::Impossible)?;
    let found = first.plus(i64::from(day) - 1).filter(|found| day >= 1 && *found <= last).ok_or(Fault::Impossible)?;
    Ok(Period::one(Point::of(found), Grain::Day))
}

/// First and last day of a part of a month of so many days.
fn month_part(edge: Edge, days: i64) -> Option<(i64, i64)> {
    let third = |index: u8| match index {
        1 => (1, 10),
        2 => (11, 20),
        _ => (21, days),
    };
    Some(match edge {
        Edge::Begin => third(1),
        Edge::Middle => third(2),
        Edge::End => third(3),
        Edge::Thirds(from, to) => (third(from).0, third(to).1),
        Edge::HalfMonth(1) => (1, 15),
        Edge::HalfMonth(_) => (16, days),
        _ => return None,
    })
}

/// A part of a month whose year is open.
fn open_month(period: Period, edge: Edge) -> Found {
    let Some(month) = period.low.month.known() else {
        return Ok(Period { grain: Grain::TenDays, ..period });
    };
    let days = Day::last_of(2001, month).map_or(28, Day::day);
    let (from, to) = month_part(edge, days.into()).ok_or(Fault::Impossible)?;
    let point = |day: i64| Point { day: Part::Known(day as u8), ..period.low };
    Ok(Period::new(point(from), point(to), Grain::TenDays))
}

/// The first moment in a period, as a day or a time.
fn first_moment(period: Period) -> Point {
    match period.first_day() {
        Some(day) => Point::of(day).at(period.low.clock),
        None => period.low,
    }
}

fn last_moment(period: Period) -> Point {
    match period.last_day() {
        Some(day) => Point::of(day).at(period.high.clock),
        None => period.high,
    }
}

/// The last day before a period.
fn before(period: Period) -> Point {
    if period.low.clock.is_some() {
        return first_moment(period);
    }
    period.first_day().and_then(|day| day.plus(-1)).map_or(period.low, Point::of)
}

/// The first day after a period.
fn after(period: Period) -> Point {
    if period.high.clock.is_some() {
        return last_moment(period);
    }
    period.last_day().and_then(|day| day.plus(1)).map_or(period.high, Point::of)
}

/// Whether 前 leaves out the period named: 2025年前 ends with 2024, 春节前 on the eve; 年底前 and 6月30日前 are deadlines and hold it.
fn excludes(steps: &[Step]) -> bool {
    !matches!(
        steps.last(),
        Some(Step::At(_) | Step::Day(_) | Step::LunarDay(_) | Step::DayOffset(_) | Step::Clock(..) | Step::Weekday(_) | Step::TextDay(_))
    )
}

fn limit_of(point: Point) -> Option<Limit> {
    let day = point.last_day();
    (day.is_some() || point.clock.is_some()).then(|| Limit::new(day, point.clock))
}

fn open_start(end: Point, grain: Grain) -> Date {
    Date { edtf: Some(Edtf::Interval(None, Some(end))), start: None, end: limit_of(end), grain: Some(grain), ..Date::default() }
}

fn open_end(start: Point, grain: Grain) -> Date {
    Date { edtf: Some(Edtf::Interval(Some(start), None)), start: limit_of(start), end: None, grain: Some(grain), ..Date::default() }
}

/// What resolution makes of an expression.
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    /// The date, unless there is none.
    pub(crate) date: Option<Date>,
    /// The period that the text now speaks of.
    pub(crate) period: Option<Period>,
    /// Whether the closing word (起) is no part of the mention.
    pub(crate) without_suffix: bool,
    /// 2月30日
    pub(crate) impossible: bool,
}

impl Resolved {
    fn date(date: Date, period: Option<Period>) -> Self {
        Self { date: Some(date), period, without_suffix: false, impossible: false }
    }

    fn vague(reference: Reference) -> Self {
        Self::date(Date { reference: Some(reference), ..Date::default() }, None)
    }

    fn fault(fault: Fault) -> Self {
        match fault {
            Fault::Impossible => Self { date: None, period: None, without_suffix: false, impossible: true },
            Fault::Unknown(grain) => Self::date(Date { grain: Some(grain), ..Date::default() }, None),
        }
    }
}
