//! The figure of a record.

use crate::entity::time::Duration;
use crate::entity::{Kind, Value, money::Money, percent::Percent, quantity::Quantity};
use crate::magnitude::Magnitude;
use serde::{Deserialize, Serialize};

/// A figure that a record holds. In JSON it is the bare value of the entity, without its kind: `currency` tells money, `iso8601` a duration.
///
/// ```
/// use zhecon::record::Amount;
/// let amount: Amount = serde_json::from_str(r#"{"low":"29800000000","high":"29800000000","bound":"exact","currency":"CNY"}"#)?;
/// assert_eq!(amount.kind(), zhecon::Kind::Money);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Amount {
    /// 298亿元
    Money(Money),
    /// 97%
    Percent(Percent),
    /// 9.9年
    Duration(Duration),
    /// 61个
    Quantity(Quantity),
}

impl Amount {
    /// The figure that an entity tells, if it tells one.
    #[must_use]
    pub fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Money(money) => Some(Self::Money(money.clone())),
            Value::Percent(percent) => Some(Self::Percent(percent.clone())),
            Value::Quantity(quantity) => Some(Self::Quantity(quantity.clone())),
            Value::Duration(duration) => Some(Self::Duration(duration.clone())),
            _ => None,
        }
    }

    /// Whether an entity tells a figure.
    pub(crate) fn tells(value: &Value) -> bool {
        matches!(value, Value::Money(_) | Value::Percent(_) | Value::Quantity(_) | Value::Duration(_))
    }

    /// Whether an entity tells this figure.
    pub(crate) fn is_of(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Money(own), Value::Money(other)) => own == other,
            (Self::Percent(own), Value::Percent(other)) => own == other,
            (Self::Quantity(own), Value::Quantity(other)) => own == other,
            (Self::Duration(own), Value::Duration(other)) => own == other,
            _ => false,
        }
    }

    /// The kind of entity it comes from.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Money(_) => Kind::Money,
            Self::Percent(_) => Kind::Percent,
            Self::Quantity(_) => Kind::Quantity,
            Self::Duration(_) => Kind::Duration,
        }
    }

    /// What is counted, and by what it is divided: `CNY`, `CNY/亩`, `percentage_point`, `m2`, `个`, `day`.
    ///
    /// ```
    /// use zhecon::record::Amount;
    ///
    /// let amount = Amount::Money("35万元/亩".parse()?);
    /// assert_eq!(amount.unit().as_deref(), Some("CNY/亩"));
    /// # Ok::<(), zhecon::Error>(())
    /// ```
    #[must_use]
    pub fn unit(&self) -> Option<String> {
        let (unit, per) = match self {
            Self::Money(money) => (Some(money.currency.clone()), money.per.as_ref()),
            Self::Percent(percent) => (Some(percent.unit.to_string()), None),
            Self::Quantity(quantity) => (quantity.unit.clone(), quantity.per.as_ref()),
            Self::Duration(duration) => (Some(duration.unit.clone()), None),
        };
        match per {
            Some(per) => Some(format!("{}/{per}", unit.unwrap_or_default())),
            None => unit,
        }
    }

    /// How much.
    #[must_use]
    pub fn magnitude(&self) -> Magnitude {
        match self {
            Self::Money(money) => money.magnitude,
            Self::Percent(percent) => percent.magnitude,
            Self::Quantity(quantity) => quantity.magnitude,
            Self::Duration(duration) => duration.magnitude,
        }
    }
}
