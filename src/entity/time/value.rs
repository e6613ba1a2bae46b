//! What a temporal expression says.

use super::edtf::{Edtf, Limit};
use crate::magnitude::Magnitude;
use serde::{Deserialize, Serialize};

/// A point or period on the calendar.
///
/// ```
/// use zhecon::entity::time;
/// let date = time::parse("2022年前三季度", None)?;
/// assert_eq!(date.edtf.unwrap().to_string(), "2022-01/2022-09");
/// assert_eq!(date.start.unwrap().to_string(), "2022-01-01");
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Date {
    /// EDTF (ISO 8601-2) level 1; none where the words are vague.
    pub edtf: Option<Edtf>,
    /// First day (or moment), inclusive; none where it is open or not known.
    pub start: Option<Limit>,
    /// Last day (or moment), inclusive; none where it is open or not known.
    pub end: Option<Limit>,
    /// The unit that the words name.
    pub grain: Option<Grain>,
    /// Where a vague date lies.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// Other readings, where the words leave the year or the month open: the likeliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Edtf>,
}

/// The unit that the words of a date name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)] // the names say all
pub enum Grain {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    TenDays,
    Month,
    Quarter,
    Season,
    HalfYear,
    Year,
    FiveYear,
    Decade,
    Century,
}

/// Where a vague date lies (TimeML).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(clippy::enum_variant_names)] // the names of TimeML
pub enum Reference {
    /// 日前, 近年来
    PastRef,
    /// 目前, 当前
    PresentRef,
    /// 未来, 下一步
    FutureRef,
}

/// A length of time.
///
/// ```
/// use zhecon::entity::time;
/// let found = time::find_iter("短短两个月的时间", None).next().unwrap();
/// assert_eq!(found.words, "两个月");
/// let zhecon::Value::Duration(length) = found.value else { panic!() };
/// assert_eq!(length.iso8601, "P2M");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Duration {
    /// ISO 8601 duration; of a range the two ends, `P3Y/P5Y`.
    pub iso8601: String,
    /// How long, in `unit`.
    #[serde(flatten)]
    pub magnitude: Magnitude,
    /// year, month, week, day …
    pub unit: String,
}

/// A repetition.
///
/// ```
/// use zhecon::entity::time;
/// let found = time::find_iter("每两个月开展一次", None).next().unwrap();
/// let zhecon::Value::TimeSet(set) = found.value else { panic!() };
/// assert_eq!(set.iso8601, "R/P2M");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimeSet {
    /// ISO 8601 repeating interval: how often.
    pub iso8601: String,
}
