//! Percentages, ratios, multiples.

use crate::context::Mention;
use crate::cursor::Cursor;
use crate::entity::Value;
use crate::entity::figures::suffix::Suffix;
use crate::entity::figures::{self, Read};
use crate::error::{Error, ErrorKind};
use crate::magnitude::amount::eat_joint;
use crate::magnitude::{Bound, Magnitude, hedge};
use crate::numeral::{self, Figure, Shape, Sign, sign, skip_spaces};
use crate::seek::any;
use crate::span::Span;
use crate::word_table::{Words, words};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a percent figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PercentUnit {
    /// 12.3%, 百分之三十, 六成, 八折, 1‰
    Percent,
    /// 3.2个百分点, 25个基点
    PercentagePoint,
    /// 2.5倍, 翻两番
    Times,
    /// 三分之一, 过半
    Fraction,
}

crate::name::named!(PercentUnit);

/// A percentage, a multiple or a fraction.
///
/// ```
/// use zhecon::entity::percent::{Percent, PercentUnit};
/// for same in ["35%", "百分之三十五", "三成五", "３５％"] {
///     assert_eq!(same.parse::<Percent>()?.magnitude.low, Some("35".parse()?));
/// }
/// let doubled: Percent = "翻两番".parse()?;
/// assert_eq!((doubled.magnitude.low, doubled.unit), (Some("4".parse()?), PercentUnit::Times));
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Percent {
    /// How much, in `unit`.
    #[serde(flatten)]
    pub magnitude: Magnitude,
    /// What is counted.
    pub unit: PercentUnit,
}

/// Every percentage, multiple and fraction in a text, with its place.
///
/// ```
/// use zhecon::entity::percent;
/// let text = "增长12.3%,占比超三成,是上年的2.5倍";
/// let found: Vec<_> = percent::find_iter(text).map(|(span, _)| span.of(text)).collect();
/// assert_eq!(found, ["12.3%", "超三成", "2.5倍"]);
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Percent)> {
    figures::find(text).into_iter().filter_map(|mention| match mention.value {
        Value::Percent(percent) => Some((mention.span, percent)),
        _ => None,
    })
}

impl FromStr for Percent {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match figures::whole(text).map(|mention| mention.value) {
            Some(Value::Percent(percent)) => Ok(percent),
            _ => Err(Error::new(
                ErrorKind::Unexpected { expected: "a percentage or ratio", found: text.trim().to_owned() },
                Some(Span::new(0, text.len())),
            )),
        }
    }
}

impl fmt::Display for Percent {
    /// As news writes it, so that it reads back: 约3.2个百分点.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            PercentUnit::Percent => "%",
            PercentUnit::PercentagePoint => "个百分点",
            PercentUnit::Times => "倍",
            PercentUnit::Fraction => "",
        };
        self.magnitude.write(f, unit, "")
    }
}

/// A percentage in an amount with its sign or word behind it.
pub(crate) fn of(text: &str, read: &mut Read<'_>) -> Option<Mention> {
    let Some(Suffix::Percent { unit, word, numerator, denominator }) = read.suffix else { return None };
    let lift = |value: Decimal| {
        // 三八折 is 38 per cent, 8.5折 is 85
        let value = if word == "折" && value > Decimal::TEN { value.checked_div(Decimal::TEN)? } else { value };
        value.checked_mul(Decimal::from(numerator))?.checked_div(Decimal::from(denominator))
    };
    let (mut low, mut high) = (lift(read.low)?, lift(read.high)?);
    let mut end = read.end;
    // 3个多百分点
    if word == "个多百分点" && read.amount.shape == Shape::Exact {
        read.amount.shape = Shape::Over;
    }
    let exact = read.amount.shape == Shape::Exact;
    if word == "成" && exact {
        // 三成五, 三成半
        if let Some((digit, after)) = tenth_of_tenth(text, end) {
            (low, high) = (low + digit, high + digit);
            end = after;
        }
    }
    if word == "倍" && exact && read.amount.numeral.bare && read.amount.before.is_none() {
        let rest = Cursor::new(text, end).rest();
        if rest.starts_with("信心") || rest.starts_with("努力") || rest.starts_with("珍惜") {
            return None;
        }
    }
    if exact {
        let half = Cursor::new(text, end).rest().starts_with("半") && matches!(word, "倍");
        if half {
            let part = Decimal::new(5, 1);
            (low, high) = (low + part, high + part);
            end += "半".len();
        } else if let Some(after) = hedge::over_after(text, end).filter(|_| matches!(word, "倍" | "成" | "个百分点" | "百分点" | "%" | "％"))
        {
            read.amount.shape = Shape::Over;
            end = after;
        }
    }
    let after = hedge::after(text, end);
    end = after.map_or(end, |(_, end)| end);
    let bound = read.amount.bound(after.map(|(bound, _)| bound));
    let percent = Percent { magnitude: Magnitude::bounded(low.into(), high.into(), bound), unit };
    let rule = match word {
        "成" => "percent.tenths",
        "折" => "percent.discount",
        "倍" => "percent.times",
        _ => "percent.sign",
    };
    Some(Mention::new(Span::new(read.amount.start, end), Value::Percent(percent), rule))
}

/// The digit of 三成五 or 半 of 三成半 in per cent, and where it ends.
fn tenth_of_tenth(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let mut cursor = Cursor::new(text, at);
    if cursor.eat("半") {
        return Some((Decimal::from(5), cursor.at()));
    }
    let Some(Sign::Digit(digit)) = cursor.peek().and_then(sign) else { return None };
    cursor.bump();
    let ends = cursor.peek().is_none_or(|c| !c.is_alphanumeric() || any!("以左上的").of(c));
    (ends && digit > 0).then_some((Decimal::from(digit), cursor.at()))
}

/// 百分之五 as per cent: the figure is 5/100 of one.
pub(crate) fn of_fraction(figure: Figure, _exponent: u32) -> Option<Figure> {
    let product = figure.numerator().checked_mul(Decimal::ONE_HUNDRED)?;
    let percent = product.checked_div(figure.denominator())?;
    (percent.checked_mul(figure.denominator())? == product).then(|| Figure::from(percent))
}

/// The second end of 百分之三十到四十一 or 百分之三十到百分之四十一, and where it ends.
pub(crate) fn second_of_fraction(text: &str, at: usize, exponent: u32) -> Option<(Figure, usize)> {
    let mut cursor = Cursor::new(text, at);
    eat_joint(&mut cursor)?;
    if let Some(fraction) = numeral::read_fraction(text, cursor.at()) {
        let figure = of_fraction(fraction.figure?, fraction.hundred?)?;
        return Some((figure, fraction.end));
    }
    let numeral = numeral::read(text, cursor.at())?;
    let value = numeral.exact()?.decimal()?;
    let ends = Cursor::new(text, numeral.end).peek().is_none_or(|c| !c.is_alphanumeric() || any!("的以左之").of(c));
    let scale = Decimal::from(10_i64.checked_pow(exponent.checked_sub(2)?)?);
    ends.then(|| value.checked_div(scale).map(|value| (Figure::from(value), numeral.end))).flatten()
}

/// 百分百 and 百分三十 without 之.
pub(crate) fn hundred(text: &str, at: usize) -> Option<(Figure, usize)> {
    let mut cursor = Cursor::new(text, at);
    cursor.eat_any(words!["百分", "佰分"])?;
    if cursor.rest().starts_with("百") {
        cursor.bump();
        return Some((Figure::from(Decimal::ONE_HUNDRED), cursor.at()));
    }
    if cursor.eat("之百") || cursor.eat("之一百") {
        return Some((Figure::from(Decimal::ONE_HUNDRED), cursor.at()));
    }
    let numeral = numeral::read(text, cursor.at()).filter(|numeral| !numeral.negative)?;
    Some((Figure::from(numeral.exact()?.decimal()?), numeral.end))
}

/// 半折 is half the price, not half of a tenth off.
fn half_price(text: &str, at: usize) -> Option<Mention> {
    let mut cursor = Cursor::new(text, at);
    cursor.eat("半折").then_some(())?;
    if cursor.peek().is_some_and(char::is_alphabetic) {
        return None;
    }
    let magnitude = Magnitude::exact(Figure::from(Decimal::from(50)));
    let value = Value::Percent(Percent { magnitude, unit: PercentUnit::Percent });
    Some(Mention::new(Span::new(at, cursor.at()), value, "percent.discount"))
}

/// Words of a half. What may not stand before or behind them keeps 时间过半 apart from 双过半, a slogan.
static HALVES: Words<(&str, Bound)> = Words::of_pairs(&[
    ("过半数", Bound::MoreThan),
    ("超半数", Bound::MoreThan),
    ("超过一半", Bound::MoreThan),
    ("半数", Bound::Exact),
    ("一半", Bound::Exact),
    ("过半", Bound::MoreThan),
    ("超半", Bound::MoreThan),
    ("近半", Bound::Nearly),
    ("近半数", Bound::Nearly),
]);

/// 过半, 近半, 一半以上.
pub(crate) fn half(text: &str, at: usize) -> Option<Mention> {
    let mut cursor = Cursor::new(text, at);
    let before = cursor.before();
    if !matches!(cursor.peek(), Some('过' | '超' | '半' | '一' | '近')) {
        return None;
    }
    if let Some(mention) = half_price(text, at) {
        return Some(mention);
    }
    let (word, bound) = HALVES.longest_beginning(cursor.rest())?;
    cursor.eat(word);
    let next = cursor.peek().unwrap_or(' ');
    // 大半年, 过半年, 一半导体: 半 opens another word
    if any!("年导天月岛球场径截途路夜生价步成公小个边世百").of(next) || before.is_some_and(|c| any!("双第十百千万亿另").of(c))
    {
        return None;
    }
    let after = hedge::after(text, cursor.at()).filter(|_| *bound == Bound::Exact);
    let end = after.map_or(cursor.at(), |(_, end)| end);
    let half = Figure::fraction(1, 2)?;
    let magnitude = Magnitude::bounded(half, half, after.map_or(*bound, |(bound, _)| bound));
    Some(Mention::new(Span::new(at, end), Value::Percent(Percent { magnitude, unit: PercentUnit::Fraction }), "percent.half"))
}

/// 翻一番, 翻两番, 翻倍; 打对折.
pub(crate) fn multiple(text: &str, at: usize) -> Option<Mention> {
    let mut cursor = Cursor::new(text, at);
    if cursor.eat("打") {
        skip_spaces(&mut cursor);
        let start = cursor.at();
        let half = cursor.eat_any(words!["对折", "对 折"])?;
        let magnitude = Magnitude::exact(Figure::from(Decimal::from(50)));
        let value = Value::Percent(Percent { magnitude, unit: PercentUnit::Percent });
        return Some(Mention::new(Span::new(start, start + half.len()), value, "percent.discount"));
    }
    // “六翻番、六突破”: a slogan counts its aims.
    if cursor.before().is_some_and(|c| any!("一二三四五六七八九十").of(c)) {
        return None;
    }
    cursor.eat("翻");
    cursor.eat("了");
    let hedge = hedge::before(text, cursor.at());
    if let Some(hedge) = hedge {
        cursor = Cursor::new(text, hedge.end);
    }
    let mut power = 1;
    if cursor.eat("倍") {
        // 翻倍
    } else {
        if let Some(numeral) = numeral::read(text, cursor.at()) {
            let times = numeral.exact()?.decimal()?;
            power = u32::try_from(times.mantissa()).ok().filter(|power| times.scale() == 0 && (1..=20).contains(power))?;
            cursor = Cursor::new(text, numeral.end);
        }
        if !cursor.eat("番") {
            return None;
        }
    }
    let after = hedge::after(text, cursor.at());
    let end = after.map_or(cursor.at(), |(_, end)| end);
    let bound = crate::magnitude::amount::combine(hedge.map(|hedge| hedge.bound), after.map(|(bound, _)| bound));
    let times = Figure::from(Decimal::from(1_u64.checked_shl(power)?));
    let percent = Percent { magnitude: Magnitude::bounded(times, times, bound), unit: PercentUnit::Times };
    Some(Mention::new(Span::new(at, end), Value::Percent(percent), "percent.doubling"))
}
