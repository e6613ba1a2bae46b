//! Unsigned decimal arithmetic that either stays exact or says that it cannot.

use rust_decimal::Decimal;
use std::cmp::Ordering;

/// `units` × 10^-`scale`. Every operation is exact; what would not be is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exact {
    units: u128,
    scale: u32,
}

impl Exact {
    /// Nothing.
    pub(crate) const ZERO: Self = Self { units: 0, scale: 0 };
    /// One.
    pub(crate) const ONE: Self = Self { units: 1, scale: 0 };

    /// A whole number.
    pub(crate) const fn whole(units: u128) -> Self {
        Self { units, scale: 0 }
    }

    /// A tenth of the number.
    pub(crate) const fn tenth(self) -> Self {
        Self { units: self.units, scale: self.scale + 1 }
    }

    /// The number with one more digit at its end; behind the point if `fraction`.
    pub(crate) fn push(self, digit: u8, fraction: bool) -> Option<Self> {
        let units = self.units.checked_mul(10)?.checked_add(u128::from(digit))?;
        Some(Self { units, scale: self.scale + u32::from(fraction) })
    }

    /// The number times 10^`exponent`.
    pub(crate) fn shift(self, exponent: u32) -> Option<Self> {
        if exponent <= self.scale {
            return Some(Self { units: self.units, scale: self.scale - exponent });
        }
        let units = self.units.checked_mul(10_u128.checked_pow(exponent - self.scale)?)?;
        Some(Self { units, scale: 0 })
    }

    /// The sum.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let units = self.at_scale(scale)?.checked_add(other.at_scale(scale)?)?;
        Some(Self { units, scale })
    }

    /// Which of the two is greater; equal where that is beyond reckoning.
    pub(crate) fn compare(self, other: Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        match (self.at_scale(scale), other.at_scale(scale)) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => Ordering::Equal,
        }
    }

    /// The decimal, if its digits fit.
    pub(crate) fn decimal(self) -> Option<Decimal> {
        let normal = self.normal();
        let units = i128::try_from(normal.units).ok()?;
        Decimal::try_from_i128_with_scale(units, normal.scale).ok()
    }

    fn at_scale(self, scale: u32) -> Option<u128> {
        self.units.checked_mul(10_u128.checked_pow(scale - self.scale)?)
    }

    fn normal(mut self) -> Self {
        while self.scale > 0 && self.units % 10 == 0 {
            self.units /= 10;
            self.scale -= 1;
        }
        self
    }
}
