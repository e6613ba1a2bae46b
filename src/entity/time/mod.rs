//! Dates, periods, durations and repetitions, resolved.
//!
//! ```
//! use zhecon::Value;
//! use zhecon::entity::time::{self, Moment};
//!
//! let published: Moment = "2023-07-15".parse()?;
//! let text = "截至6月末，一季度签约的项目已开工12个，12月底前全部投产。";
//! let dates: Vec<_> = time::find_iter(text, Some(published))
//!     .filter_map(|found| match found.value {
//!         Value::Date(date) => Some((found.words, date.edtf?.to_string())),
//!         _ => None,
//!     })
//!     .collect();
//! assert_eq!(dates, [("截至6月末", "../2023-06-30".into()), ("一季度", "2023-01/2023-03".into()), ("12月底前", "../2023-12-31".into())]);
//! # Ok::<(), zhecon::Error>(())
//! ```
//!
//! An expression is read as a chain of steps from the larger unit to the smaller (去年 · 前三季度; 下周 · 三 · 下午 · 3点) and resolved by walking
//! the chain on the calendar. The text moves what it hangs on: 当年, 次年, 同期 and 26日 look at what was named before. [`Policy`] says
//! where an open year is looked for.

mod almanac;
mod beside;
mod chain;
mod civil;
mod clock;
mod counted;
mod days;
mod digits;
mod direction;
mod discourse;
mod edges;
mod edtf;
mod forms;
mod grammar;
mod holidays;
mod lengths;
mod moment;
mod months;
mod numeric;
mod offsets;
mod openings;
mod period;
mod quarters;
mod ranges;
mod resolve;
mod scan;
mod sets;
mod spans;
mod value;
mod walk;
mod weeks;
mod words;
mod years;

pub use edtf::{Clock, Edtf, Limit, Part, Point, Year};
pub use moment::Moment;
pub use value::{Date, Duration, Grain, Reference, TimeSet};

use crate::context::{Context, Mention};
use crate::entity::Value;
use crate::error::{Error, ErrorKind};
use crate::reading::PartKind;
use crate::span::Span;
use discourse::{Hit, Told, Walk};

/// Which date an expression without a year (or month) means. The other reading is kept in [`Date::candidates`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Policy {
    /// As news means it: the nearest past, unless the clause looks ahead (将, 计划, 预计, 力争 …). Deadlines (8月底前) are the nearest. An
    /// expression that stands alone, without a sentence, lies in the year of the reference.
    #[default]
    FollowText,
    /// The nearest past.
    PreferPast,
    /// The nearest future.
    PreferFuture,
    /// The nearest.
    Nearest,
}

/// An expression found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'t> {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub words: &'t str,
    /// What it says: a date, a duration or a repetition.
    pub value: Value,
    /// The rule that read it.
    pub rule: &'static str,
}

/// Finds every expression of time in a text of simplified characters, in order. Without a reference, years stay open.
///
/// ```
/// use zhecon::entity::time;
/// let words: Vec<_> = time::find_iter("每周五下午，今年1-4月，两个月", None).map(|found| found.words).collect();
/// assert_eq!(words, ["每周五下午", "今年1-4月", "两个月"]);
/// ```
pub fn find_iter(text: &str, reference: Option<Moment>) -> impl Iterator<Item = Found<'_>> {
    find_iter_with(text, reference, Policy::default())
}

/// As [`find_iter`], with a policy of one's own.
///
/// ```
/// use zhecon::entity::time::{self, Policy};
/// let reference = Some("2023-07-15".parse()?);
/// let start = |policy| {
///     let found = time::find_iter_with("12月8日开工", reference, policy).next().unwrap();
///     let zhecon::Value::Date(date) = found.value else { panic!() };
///     date.start.unwrap().to_string()
/// };
/// assert_eq!(start(Policy::PreferPast), "2022-12-08");
/// assert_eq!(start(Policy::PreferFuture), "2023-12-08");
/// # Ok::<(), zhecon::Error>(())
/// ```
pub fn find_iter_with(text: &str, reference: Option<Moment>, policy: Policy) -> impl Iterator<Item = Found<'_>> {
    Walk::new(text, reference, policy).map(move |hit| Found { span: hit.span, words: hit.span.of(text), rule: hit.rule, value: value(hit.value) })
}

/// Reads a text that is one date or period and nothing else.
///
/// ```
/// use zhecon::entity::time;
/// let date = time::parse("去年前三季度", Some("2023-01-20".parse()?))?;
/// assert_eq!(date.edtf.unwrap().to_string(), "2022-01/2022-09");
/// assert!(time::parse("三个项目", None).is_err());
/// # Ok::<(), zhecon::Error>(())
/// ```
///
/// # Errors
/// Where the text is no date, or holds more than one.
pub fn parse(text: &str, reference: Option<Moment>) -> Result<Date, Error> {
    let words = text.trim();
    let found = Walk::new(words, reference, Policy::default()).next().filter(|hit| hit.span == Span::new(0, words.len()));
    match found.map(|hit| hit.value) {
        Some(Told::Date(date)) => Ok(date),
        _ => Err(Error::new(ErrorKind::Unexpected { expected: "a date or period such as 2022年前三季度", found: text.into() }, None)),
    }
}

fn value(told: Told) -> Value {
    match told {
        Told::Date(date) => Value::Date(date),
        Told::Duration(duration) => Value::Duration(duration),
        Told::Set(set) => Value::TimeSet(set),
    }
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let mut walk = Walk::new(context.text, context.published, Policy::default());
    for part in context.parts.iter().filter(|part| part.kind != PartKind::Furniture) {
        walk.enter(part.span);
        mentions.extend(walk.by_ref().map(|Hit { span, value: told, rule, evidence }| Mention {
            evidence: evidence.into_iter().collect(),
            ..Mention::new(span, value(told), rule)
        }));
    }
}
