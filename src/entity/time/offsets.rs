//! Resolves lengths laid beside the reference: 三年前, 未来7天, 前两年.

use super::civil::{Day, from_seconds, seconds, shift_month};
use super::edtf::{Clock, Point, Year};
use super::forms::{Resolved, open_end, open_start};
use super::grammar::{Length, Lie, Step, Unit};
use super::holidays;
use super::period::{Period, first_moment, last_moment};
use super::resolve::Frame;
use super::value::{Grain, Reference};

impl Frame {
    pub(crate) fn offset(&self, length: &Length, lie: Lie, time: &[Step], clock: Option<Clock>) -> Resolved {
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
