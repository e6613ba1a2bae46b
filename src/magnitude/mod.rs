//! One shape for every amount: what is the least, what the most, and how it was said.

#[allow(dead_code)] // until every kind reads amounts
pub(crate) mod amount;
#[allow(dead_code)]
pub(crate) mod hedge;

use crate::numeral::Figure;
use serde::{Deserialize, Serialize};

/// How an amount was hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// An amount in base units with its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    #[must_use]
    pub fn bounded(low: Figure, high: Figure, bound: Bound) -> Self {
        let (has_low, has_high) = match bound {
            Bound::MoreThan | Bound::AtLeast => (true, false),
            Bound::Nearly | Bound::LessThan | Bound::AtMost => (false, true),
            Bound::Exact | Bound::About | Bound::Range | Bound::Order => (true, true),
        };
        Self { low: has_low.then_some(low), high: has_high.then_some(high), bound }
    }
}
