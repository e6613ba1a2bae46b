//! Resolves ranges: what the right end leaves out it takes from the left one.

use super::civil::{Day, shift_month};
use super::edtf::{Clock, Part, Point, Year};
use super::grammar::{PartOfDay, Step, Unit};
use super::moment::Moment;
use super::period::{Fault, Found, Period};
use super::resolve::{Direction, Frame};
use super::value::Grain;

impl Frame {
    pub(crate) fn range(&self, from: &[Step], to: &[Step]) -> Found {
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
        // 14日至15日 behind 12月12日: both of that month
        let open = Some(low.low).filter(|low| low.year == Year::Open && matches!((low.month, low.day), (Part::Known(_), Part::Known(_))));
        frame.day = if first.rank() >= 5 { low.first_day().map(Point::of).or(self.day) } else { open };
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
}

/// The same moment on another day.
fn at_day(now: Moment, day: Day) -> Moment {
    Moment { year: i16::try_from(day.year()).unwrap_or(now.year), month: day.month(), day: day.day(), ..now }
}

/// A moment for comparing ends.
fn moment(point: Point, day: Option<Day>) -> Option<(Day, Option<Clock>)> {
    day.map(|day| (day, point.clock))
}
