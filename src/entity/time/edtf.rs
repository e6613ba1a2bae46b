//! EDTF (ISO 8601-2) level 1: dates as precise as they were told, and intervals between them.

use super::civil::Day;
use crate::error::{Error, ErrorKind};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// What is known of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Year {
    /// `2021`
    Known(i16),
    /// `199X`: the first three figures
    Decade(i16),
    /// `19XX`: the first two figures
    Century(i16),
    /// `XXXX`
    Open,
}

/// A month, a season or a day of the month inside its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Not said: the date is no more precise.
    Absent,
    /// `XX`: there is one, and it is not known which.
    Open,
    /// The month (1 to 12), the season (21 spring to 24 winter) or the day.
    Known(u8),
}

impl Part {
    /// The figure, where it is known.
    #[must_use]
    pub fn known(self) -> Option<u8> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// 0 to 23
    pub hour: u8,
    /// 0 to 59; without it the hour alone was told.
    pub minute: Option<u8>,
    /// 0 to 59
    pub second: Option<u8>,
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}", self.hour)?;
        if let Some(minute) = self.minute {
            write!(f, ":{minute:02}")?;
            if let Some(second) = self.second {
                write!(f, ":{second:02}")?;
            }
        }
        Ok(())
    }
}

/// One date or moment, as precise as it was told.
///
/// ```
/// use zhecon::entity::time::Point;
/// for text in ["2021", "2021-12", "2021-12-16", "2019-23", "199X", "XXXX-02-08", "XXXX-XX-17", "2023-07-15T15:00"] {
///     assert_eq!(text.parse::<Point>()?.to_string(), text);
/// }
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// The year.
    pub year: Year,
    /// The month or season.
    pub month: Part,
    /// The day of the month.
    pub day: Part,
    /// The time of day.
    pub clock: Option<Clock>,
}

impl Point {
    pub(crate) const fn year(year: Year) -> Self {
        Self { year, month: Part::Absent, day: Part::Absent, clock: None }
    }

    pub(crate) const fn month(year: Year, month: u8) -> Self {
        Self { year, month: Part::Known(month), day: Part::Absent, clock: None }
    }

    /// A day of which nothing is known.
    pub(crate) const OPEN_DAY: Self = Self { year: Year::Open, month: Part::Open, day: Part::Open, clock: None };

    pub(crate) fn of(day: Day) -> Self {
        let year = i16::try_from(day.year()).map_or(Year::Open, Year::Known);
        Self { year, month: Part::Known(day.month()), day: Part::Known(day.day()), clock: None }
    }

    pub(crate) fn at(self, clock: Option<Clock>) -> Self {
        Self { clock, ..self }
    }

    /// The first day in it.
    pub(crate) fn first_day(self) -> Option<Day> {
        match (self.year, self.month, self.day) {
            (Year::Known(year), Part::Absent, _) => Day::new(year.into(), 1, 1),
            (Year::Decade(decade), Part::Absent, _) => Day::new(i32::from(decade) * 10, 1, 1),
            (Year::Century(century), Part::Absent, _) => Day::new(i32::from(century) * 100, 1, 1),
            (Year::Known(year), Part::Known(season @ 21..=24), _) => Day::new(year.into(), (season - 20) * 3, 1),
            (Year::Known(year), Part::Known(month), Part::Absent) => Day::new(year.into(), month, 1),
            (Year::Known(year), Part::Known(month), Part::Known(day)) => Day::new(year.into(), month, day),
            _ => None,
        }
    }

    /// The last day in it.
    pub(crate) fn last_day(self) -> Option<Day> {
        match (self.year, self.month, self.day) {
            (Year::Known(year), Part::Absent, _) => Day::new(year.into(), 12, 31),
            (Year::Decade(decade), Part::Absent, _) => Day::new(i32::from(decade) * 10 + 9, 12, 31),
            (Year::Century(century), Part::Absent, _) => Day::new(i32::from(century) * 100 + 99, 12, 31),
            (Year::Known(year), Part::Known(24), _) => Day::last_of(i32::from(year) + 1, 2),
            (Year::Known(year), Part::Known(season @ 21..=23), _) => Day::last_of(year.into(), (season - 20) * 3 + 2),
            (Year::Known(year), Part::Known(month), Part::Absent) => Day::last_of(year.into(), month),
            (Year::Known(year), Part::Known(month), Part::Known(day)) => Day::new(year.into(), month, day),
            _ => None,
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Year::Known(year) => write!(f, "{year:04}"),
            Year::Decade(decade) => write!(f, "{decade:03}X"),
            Year::Century(century) => write!(f, "{century:02}XX"),
            Year::Open => f.write_str("XXXX"),
        }?;
        for part in [self.month, self.day] {
            match part {
                Part::Absent => break,
                Part::Open => f.write_str("-XX")?,
                Part::Known(value) => write!(f, "-{value:02}")?,
            }
        }
        self.clock.map_or(Ok(()), |clock| clock.fmt(f))
    }
}

fn unexpected(found: &str) -> Error {
    Error::new(ErrorKind::Unexpected { expected: "an EDTF date such as 2021-12, 199X or ../2021-12-31", found: found.into() }, None)
}

fn two(text: &str) -> Option<u8> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn clock(text: &str) -> Option<Clock> {
    let mut fields = text.split(':');
    let hour = fields.next().and_then(two).filter(|hour| *hour < 24)?;
    let mut minutes = || fields.next().map(|field| two(field).filter(|value| *value < 60).ok_or(())).transpose().ok();
    let (minute, second) = (minutes()?, minutes()?);
    fields.next().is_none().then_some(Clock { hour, minute, second })
}

fn point(text: &str) -> Option<Point> {
    let (date, time) = text.split_once('T').map_or((text, None), |(date, time)| (date, Some(time)));
    let clock = match time {
        Some(time) => Some(clock(time)?),
        None => None,
    };
    let mut fields = date.split('-');
    let year = fields.next()?;
    let digits = |text: &str, long: usize| (text.len() == long && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten();
    let year = match year.len() - year.trim_end_matches('X').len() {
        0 => Year::Known(digits(year, 4)?),
        1 => Year::Decade(digits(year.trim_end_matches('X'), 3)?),
        2 => Year::Century(digits(year.trim_end_matches('X'), 2)?),
        4 if year.len() == 4 => Year::Open,
        _ => return None,
    };
    let mut part = || match fields.next() {
        None => Some(Part::Absent),
        Some("XX") => Some(Part::Open),
        Some(field) => two(field).map(Part::Known),
    };
    let (month, day) = (part()?, part()?);
    let point = Point { year, month, day, clock };
    let right_month =
        matches!(month, Part::Known(1..=12) | Part::Open | Part::Absent) || (matches!(month, Part::Known(21..=24)) && day == Part::Absent);
    let most = match (year, month) {
        (Year::Known(year), Part::Known(month)) => Day::last_of(year.into(), month).map_or(0, Day::day),
        (_, Part::Known(month)) => Day::last_of(2000, month).map_or(0, Day::day),
        _ => 31,
    };
    let right_day = day.known().is_none_or(|day| (1..=most).contains(&day));
    (fields.next().is_none() && right_month && right_day && (clock.is_none() || day != Part::Absent)).then_some(point)
}

impl FromStr for Point {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        point(text).ok_or_else(|| unexpected(text))
    }
}

/// A date or a period: a point, or an interval whose ends are both in it and may be open.
///
/// ```
/// use zhecon::entity::time::Edtf;
/// for text in ["2022-01/2022-04", "../2021-12-31", "2023-09-10/..", "XXXX-01/XXXX-03"] {
///     assert_eq!(text.parse::<Edtf>()?.to_string(), text);
/// }
/// assert!("2021-02-30".parse::<Edtf>().is_err());
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edtf {
    /// One date.
    Point(Point),
    /// From the one to the other, both included. `None` is an open end, `..`.
    Interval(Option<Point>, Option<Point>),
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |point: &Option<Point>, f: &mut fmt::Formatter<'_>| match point {
            Some(point) => point.fmt(f),
            None => f.write_str(".."),
        };
        match self {
            Self::Point(point) => point.fmt(f),
            Self::Interval(from, to) => {
                end(from, f)?;
                f.write_str("/")?;
                end(to, f)
            }
        }
    }
}

impl FromStr for Edtf {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let Some((from, to)) = text.split_once('/') else {
            return text.parse().map(Self::Point);
        };
        let end = |text: &str| if text == ".." { Ok(None) } else { text.parse().map(Some) };
        Ok(Self::Interval(end(from)?, end(to)?))
    }
}

macro_rules! as_text {
    ($($name:ty),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                text.parse().map_err(de::Error::custom)
            }
        }
    )*};
}

as_text!(Point, Edtf, Limit);

/// The first or last day or moment of a period: a day, a moment of a day, or a time of day where no day is known.
///
/// ```
/// use zhecon::entity::time::Limit;
/// for text in ["2023-07-15", "2023-07-15T15:00", "T15:00"] {
///     assert_eq!(text.parse::<Limit>()?.to_string(), text);
/// }
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Limit {
    day: Option<Day>,
    clock: Option<Clock>,
}

impl Limit {
    pub(crate) const fn new(day: Option<Day>, clock: Option<Clock>) -> Self {
        Self { day, clock }
    }

    /// The time of day, if one was told.
    #[must_use]
    pub fn clock(self) -> Option<Clock> {
        self.clock
    }

    /// Year, month and day, if the day is known.
    #[must_use]
    pub fn date(self) -> Option<(i16, u8, u8)> {
        self.day.and_then(|day| Some((i16::try_from(day.year()).ok()?, day.month(), day.day())))
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            day.fmt(f)?;
        }
        self.clock.map_or(Ok(()), |clock| clock.fmt(f))
    }
}

impl FromStr for Limit {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if let Some(time) = text.strip_prefix('T') {
            return clock(time).map(|clock| Self { day: None, clock: Some(clock) }).ok_or_else(|| unexpected(text));
        }
        let point: Point = text.parse()?;
        match (point.day, point.first_day()) {
            (Part::Known(_), Some(day)) => Ok(Self { day: Some(day), clock: point.clock }),
            _ => Err(unexpected(text)),
        }
    }
}
