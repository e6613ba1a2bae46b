//! Stretches of the calendar.

use super::civil::Day;
use super::edtf::{Clock, Edtf, Limit, Part, Point, Year};
use super::grammar::PartOfDay;
use super::value::{Date, Grain};

/// A period: its first and last unit, and the unit that the words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) low: Point,
    pub(crate) high: Point,
    pub(crate) grain: Grain,
    /// The part of the day that decides what a figure of hours means.
    pub(crate) part: Option<PartOfDay>,
}

impl Period {
    pub(crate) fn new(low: Point, high: Point, grain: Grain) -> Self {
        Self { low, high, grain, part: None }
    }

    pub(crate) fn one(point: Point, grain: Grain) -> Self {
        Self::new(point, point, grain)
    }

    pub(crate) fn days(low: Day, high: Day, grain: Grain) -> Self {
        Self::new(Point::of(low), Point::of(high), grain)
    }

    pub(crate) fn year(year: Year) -> Self {
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

    pub(crate) fn edtf(&self) -> Edtf {
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

/// Why there is no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// 2月30日
    Impossible,
    /// It needs a reference that is not known.
    Unknown(Grain),
}

/// What a step comes to.
pub(crate) type Found = Result<Period, Fault>;

/// The first moment in a period, as a day or a time.
pub(crate) fn first_moment(period: Period) -> Point {
    match period.first_day() {
        Some(day) => Point::of(day).at(period.low.clock),
        None => period.low,
    }
}

pub(crate) fn last_moment(period: Period) -> Point {
    match period.last_day() {
        Some(day) => Point::of(day).at(period.high.clock),
        None => period.high,
    }
}

/// The last day before a period.
pub(crate) fn before(period: Period) -> Point {
    if period.low.clock.is_some() {
        return first_moment(period);
    }
    period.first_day().and_then(|day| day.plus(-1)).map_or(period.low, Point::of)
}

/// The first day after a period.
pub(crate) fn after(period: Period) -> Point {
    if period.high.clock.is_some() {
        return last_moment(period);
    }
    period.last_day().and_then(|day| day.plus(1)).map_or(period.high, Point::of)
}
