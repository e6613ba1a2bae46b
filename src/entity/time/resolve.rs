//! From steps to dates: which of its possible places an expression has, seen from a reference.

use super::civil::{Day, shift_month};
use super::edtf::{Part, Point, Year};
use super::grammar::Step;
use super::moment::Moment;
use super::period::{Fault, Found, Period};
use super::value::Grain;

/// Which of the possible years, months or days an expression without one means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Past,
    Future,
    Nearest,
    /// The year of the reference.
    ThisYear,
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
    /// The day that the sentence is about; its year may be open.
    pub(crate) day: Option<Point>,
}

impl Frame {
    pub(crate) fn today(&self) -> Option<Day> {
        let now = self.now?;
        Day::new(now.year.into(), now.month, now.day)
    }

    pub(crate) fn this_year(&self) -> Result<i32, Fault> {
        self.now.map(|now| i32::from(now.year)).ok_or(Fault::Unknown(Grain::Year))
    }

    /// The year last named, or this year.
    pub(crate) fn text_year(&self) -> Option<i32> {
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
            // 3月18日电 …18日: a day told right behind another is of its month, unless it is an earlier one
            let near = self.day.filter(|near| matches!((near.month, near.day), (Part::Known(_), Part::Known(first)) if first <= day));
            let open = near.map_or(open, |near| Point { day: Part::Known(day), ..near });
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
            .and_then(Point::first_day)
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

    pub(crate) fn walk(&self, steps: &[Step], container: Option<Period>) -> Found {
        let mut at = container;
        for step in steps {
            at = Some(match at {
                None => self.root(*step)?,
                Some(period) => self.into(period, *step)?,
            });
        }
        at.ok_or(Fault::Impossible)
    }
}
