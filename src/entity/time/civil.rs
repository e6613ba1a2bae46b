//! Days and clock times: what calendar arithmetic needs, and no time zones.

use jiff::Span;
use jiff::civil::Date;
use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Day(Date);

impl Day {
    pub(crate) fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok().map(Self)
    }

    /// The last day of a month.
    pub(crate) fn last_of(year: i32, month: u8) -> Option<Self> {
        Self::new(year, month, 1).map(|day| Self(day.0.last_of_month()))
    }

    pub(crate) fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    pub(crate) fn month(self) -> u8 {
        self.0.month() as u8
    }

    pub(crate) fn day(self) -> u8 {
        self.0.day() as u8
    }

    /// 1 for Monday to 7 for Sunday.
    pub(crate) fn weekday(self) -> u8 {
        self.0.weekday().to_monday_one_offset() as u8
    }

    /// So many days later.
    pub(crate) fn plus(self, days: i64) -> Option<Self> {
        self.0.checked_add(Span::new().try_days(days).ok()?).ok().map(Self)
    }

    /// The Monday of its week.
    pub(crate) fn monday(self) -> Option<Self> {
        self.plus(1 - i64::from(self.weekday()))
    }

    /// So many months later, on the same day or the month's last.
    pub(crate) fn plus_months(self, months: i64) -> Option<Self> {
        let (year, month) = shift_month(self.year(), self.month(), months)?;
        let last = Self::last_of(year, month)?;
        Self::new(year, month, self.day().min(last.day()))
    }

    /// Days from `other` to this one.
    pub(crate) fn since(self, other: Self) -> i64 {
        (self.0 - other.0).get_days().into()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// The month so many months later.
pub(crate) fn shift_month(year: i32, month: u8, months: i64) -> Option<(i32, u8)> {
    let index = i64::from(year).checked_mul(12)?.checked_add(i64::from(month) - 1)?.checked_add(months)?;
    Some((i32::try_from(index.div_euclid(12)).ok()?, u8::try_from(index.rem_euclid(12) + 1).ok()?))
}

/// Seconds since the beginning of year 0, for sums over days and clock times.
pub(crate) fn seconds(day: Day, second_of_day: i64) -> Option<i64> {
    let origin = Day::new(0, 1, 1)?;
    Some(day.since(origin) * 86_400 + second_of_day)
}

/// The day and the second of the day.
pub(crate) fn from_seconds(seconds: i64) -> Option<(Day, i64)> {
    let day = Day::new(0, 1, 1)?.plus(seconds.div_euclid(86_400))?;
    Some((day, seconds.rem_euclid(86_400)))
}
