//! One shape for every amount: what is the least, what the most, and how it was said.

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
