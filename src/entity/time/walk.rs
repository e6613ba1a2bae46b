//! Walks the calendar: the first step of a chain finds a period, each later one a part of it.

use super::almanac;
use super::civil::{Day, shift_month};
use super::edtf::{Clock, Part, Point, Year};
use super::grammar::{Edge, Step, Unit};
use super::holidays;
use super::period::{Fault, Found, Period};
use super::resolve::Frame;
use super::value::Grain;
use super::years::plan_years;

impl Frame {
    /// A step that starts from the reference or the text.
    pub(crate) fn root(&self, step: Step) -> Found {
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
            Step::TextDay(offset) => {
                let named = self.day.or_else(|| self.last_day().or_else(|| self.today()).map(Point::of));
                match named.map(|named| (named, named.first_day())) {
                    Some((_, Some(day))) => Period::one(Point::of(day.plus(offset.into()).ok_or(Fault::Impossible)?), Grain::Day),
                    // 10月29日…,当日: the year stays open, the day does not
                    Some((named, None)) if offset == 0 => Period::one(named, Grain::Day),
                    _ => Period::one(Point::OPEN_DAY, Grain::Day),
                }
            }
            Step::Part(_) | Step::Clock(..) => {
                let day = self.day.or_else(|| self.today().map(Point::of));
                let base = Period::one(day.unwrap_or(Point::OPEN_DAY), Grain::Day);
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
    pub(crate) fn into(&self, period: Period, step: Step) -> Found {
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
}

fn clock(period: Period, hour: u8, minute: Option<u8>, second: Option<u8>) -> Found {
    let mut told = period.part.map_or(hour, |part| part.hour(hour));
    let mut day = period.low;
    if told == 24 {
        told = 0;
        if let Some(next) = day.first_day().and_then(|day| day.plus(1)) {
            day = Point::of(next);
        } else if let (Part::Known(month), Part::Known(on)) = (day.month, day.day) {
            // 4月30日24时 of any year; of February the common one
            let next = Day::new(2001, month, on).and_then(|day| day.plus(1)).ok_or(Fault::Impossible)?;
            day = Point { year: day.year, ..Point::of(next) };
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
    if day.day == Part::Absent {
        // 年底3点: without a day the hour says nothing
        return Ok(period);
    }
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
