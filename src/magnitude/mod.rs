//! One shape for every amount: what is the least, what the most, and how it was said.

pub(crate) mod amount;
pub(crate) mod hedge;

use crate::numeral::{self, Figure, Style};
use crate::seek::any;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How an amount was hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Bound {
    /// 121.6亿元
    Exact,
    /// 约36亿
    About,
    /// 近30亿: high only
    Nearly,
    /// 450余万: low only
    MoreThan,
    /// 5000万元以上: low only
    AtLeast,
    /// 不足10%: high only
    LessThan,
    /// 30天以内: high only
    AtMost,
    /// 5至8家
    Range,
    /// 数十亿: from the lowest to the highest reading
    Order,
}

crate::name::named!(Bound);

/// An amount in base units with its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Magnitude {
    /// The least it can be, if that is said.
    pub low: Option<Figure>,
    /// The most it can be, if that is said.
    pub high: Option<Figure>,
    /// How it was said.
    pub bound: Bound,
}

impl Magnitude {
    /// Exactly this.
    ///
    /// ```
    /// use zhecon::{Bound, Figure, Magnitude};
    /// let figure: Figure = "121.6亿".parse()?;
    /// assert_eq!(Magnitude::exact(figure).low, Some(figure));
    /// assert_eq!(Magnitude::exact(figure).bound, Bound::Exact);
    /// # Ok::<(), zhecon::Error>(())
    /// ```
    #[must_use]
    pub fn exact(figure: Figure) -> Self {
        Self::bounded(figure, figure, Bound::Exact)
    }

    /// What is said of an amount between `low` and `high`: the bound decides which end is known.
    ///
    /// ```
    /// use zhecon::{Bound, Figure, Magnitude};
    /// let figure: Figure = "30亿".parse()?;
    /// let nearly = Magnitude::bounded(figure, figure, Bound::Nearly);
    /// assert_eq!((nearly.low, nearly.high), (None, Some(figure)));
    /// # Ok::<(), zhecon::Error>(())
    /// ```
    #[must_use]
    pub fn bounded(low: Figure, high: Figure, bound: Bound) -> Self {
        let (has_low, has_high) = match bound {
            Bound::MoreThan | Bound::AtLeast => (true, false),
            Bound::Nearly | Bound::LessThan | Bound::AtMost => (false, true),
            Bound::Exact | Bound::About | Bound::Range | Bound::Order => (true, true),
        };
        Self { low: has_low.then_some(low), high: has_high.then_some(high), bound }
    }

    /// Writes the amount with its unit as news would, so that it reads back as the same.
    pub(crate) fn write(&self, f: &mut fmt::Formatter<'_>, unit: &str, per: &str) -> fmt::Result {
        let said = |figure: Option<Figure>| figure.and_then(|figure| numeral::write(figure, spelling(figure)).ok()).unwrap_or_default();
        let (low, high) = (said(self.low), said(self.high));
        match self.bound {
            Bound::Exact => write!(f, "{low}{unit}{per}"),
            Bound::About => write!(f, "约{low}{unit}{per}"),
            Bound::Nearly => write!(f, "近{high}{unit}{per}"),
            Bound::MoreThan => write!(f, "超过{low}{unit}{per}"),
            Bound::AtLeast => write!(f, "不低于{low}{unit}{per}"),
            Bound::LessThan => write!(f, "不足{high}{unit}{per}"),
            Bound::AtMost => write!(f, "不超过{high}{unit}{per}"),
            Bound::Range => write!(f, "{low}{unit}至{high}{unit}{per}"),
            Bound::Order => match self.order_words() {
                Some((words, level)) => write!(f, "{words}{unit}{per}{}", if level { "级" } else { "" }),
                None => write!(f, "{low}{unit}至{high}{unit}{per}"),
            },
        }
    }

    /// 几百亿, 十几万, 千亿: how an order of size is said, and whether 级 follows its unit.
    fn order_words(&self) -> Option<(String, bool)> {
        let (low, high) = (self.low?.decimal()?, self.high?.decimal()?);
        let plain = |decimal: Decimal| numeral::write(decimal.into(), Style::Plain).ok();
        if low.checked_mul(Decimal::TEN) == Some(high) {
            let words = plain(low)?;
            return Some((words.strip_prefix('一').map(str::to_owned).unwrap_or(words), true));
        }
        // From 2 to 9 of a unit, or from 1 to 9 over a round figure.
        let step = high.checked_sub(low)?;
        for (least, parts) in [(2_i64, 7_i64), (1, 8)] {
            let unit = step.checked_div(Decimal::from(parts))?;
            let base = low.checked_sub(unit.checked_mul(Decimal::from(least))?)?;
            let power = plain(unit)?;
            let name = power.strip_prefix('一').unwrap_or(&power).to_owned();
            let is_power = name.chars().all(|c| any!("十百千万亿兆").of(c)) && (power.starts_with('一') || power == "十");
            if !is_power && unit != Decimal::ONE {
                continue;
            }
            let name = if unit == Decimal::ONE { String::new() } else { name };
            if base.is_zero() && least == 2 {
                return Some((format!("几{name}"), false));
            }
            if least == 1 && base > unit && unit.normalize().mantissa() > 0 {
                let head = base.checked_div(unit)?;
                return Some((format!("{}几{name}", plain(head)?), false));
            }
        }
        None
    }
}

/// Fractions in words, all else in digits with 万 and 亿.
fn spelling(figure: Figure) -> Style {
    if figure.decimal().is_some() { Style::Mixed } else { Style::Plain }
}
