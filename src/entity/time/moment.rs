//! A point in time as precise as it was told.

use crate::error::{Error, ErrorKind};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A day, perhaps with a time of day, in the calendar and clock of the text: `2021-12-16` or `2021-12-16T09:13`.
///
/// ```
/// let moment: zhecon::entity::time::Moment = "2021-12-16T09:13".parse()?;
/// assert_eq!(moment.to_string(), "2021-12-16T09:13");
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Year.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
    /// Hour and minute.
    pub time: Option<(u8, u8)>,
    /// Second.
    pub second: Option<u8>,
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)?;
        if let Some((hour, minute)) = self.time {
            write!(f, "T{hour:02}:{minute:02}")?;
            if let Some(second) = self.second {
                write!(f, ":{second:02}")?;
            }
        }
        Ok(())
    }
}

impl FromStr for Moment {
    type Err = Error;

    /// Reads `YYYY-MM-DD`, with `THH:MM` or `THH:MM:SS` behind it (a space will do for the T).
    fn from_str(text: &str) -> Result<Self, Error> {
        let unexpected = || Error::new(ErrorKind::Unexpected { expected: "a date such as 2021-12-16 or 2021-12-16T09:13", found: text.into() }, None);
        let (date, time) = match text.trim().split_once(['T', ' ']) {
            Some((date, time)) => (date, Some(time)),
            None => (text.trim(), None),
        };
        let mut fields = date.split('-');
        let (Some(year), Some(month), Some(day), None) = (fields.next(), fields.next(), fields.next(), fields.next()) else {
            return Err(unexpected());
        };
        let number = |field: &str| field.parse::<u8>().ok();
        let year = year.parse::<i16>().map_err(|_| unexpected())?;
        let (month, day) = number(month).zip(number(day)).ok_or_else(unexpected)?;
        jiff::civil::Date::new(year, month as i8, day as i8).map_err(|_| unexpected())?;
        let mut moment = Self { year, month, day, time: None, second: None };
        if let Some(time) = time {
            let mut fields = time.split(':');
            let clock = fields.next().and_then(number).zip(fields.next().and_then(number)).ok_or_else(unexpected)?;
            moment.time = Some(clock);
            moment.second = fields.next().map(|field| field.get(..2).and_then(number).ok_or_else(unexpected)).transpose()?;
            if clock.0 > 23 || clock.1 > 59 || moment.second.is_some_and(|second| second > 59) {
                return Err(unexpected());
            }
        }
        Ok(moment)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
