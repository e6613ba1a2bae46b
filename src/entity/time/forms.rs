//! What an expression comes to: a date, an open interval, a vague reference.

use super::civil::Day;
use super::edtf::{Clock, Edtf, Limit, Point, Year};
use super::grammar::{Form, PartOfDay, Step, Unit};
use super::period::{Fault, Period, after, before, first_moment, last_moment};
use super::resolve::{Direction, Frame};
use super::value::{Date, Grain, Reference};

impl Frame {
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
            Form::AsOf(steps) | Form::Until(steps) | Form::Before(steps) => match self.bound(form, steps).chain(steps) {
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
                    // 去年同期 is told from the year of the reference, whatever year the period last named lies in, but never that period itself
                    let years = match (back, today, base.known_year()) {
                        (0, ..) => 0,
                        (back, Some(today), Some(year)) if year >= today.year() - 1 => today.year() - back - year,
                        (back, ..) => -back,
                    };
                    base.shift_years(if years > 0 || years == 0 && back > 0 { -back } else { years })
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

    /// What was counted as of a day was so then; a deadline is the nearest.
    fn bound(&self, form: &Form, steps: &[Step]) -> Self {
        if matches!(form, Form::AsOf(_)) { *self } else { self.deadline(steps) }
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

pub(crate) fn open_start(end: Point, grain: Grain) -> Date {
    Date { edtf: Some(Edtf::Interval(None, Some(end))), start: None, end: limit_of(end), grain: Some(grain), ..Date::default() }
}

pub(crate) fn open_end(start: Point, grain: Grain) -> Date {
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
    pub(crate) fn date(date: Date, period: Option<Period>) -> Self {
        Self { date: Some(date), period, without_suffix: false, impossible: false }
    }

    pub(crate) fn vague(reference: Reference) -> Self {
        Self::date(Date { reference: Some(reference), ..Date::default() }, None)
    }

    fn fault(fault: Fault) -> Self {
        match fault {
            Fault::Impossible => Self { date: None, period: None, without_suffix: false, impossible: true },
            Fault::Unknown(grain) => Self::date(Date { grain: Some(grain), ..Date::default() }, None),
        }
    }
}
