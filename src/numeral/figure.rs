//! The exact figure.

use super::{fraction, read};
use crate::error::{Error, ErrorKind};
use crate::span::Span;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// An exact figure: a decimal, or a vulgar fraction in lowest terms such as 1/3. Its text form has no exponent and no trailing zeros.
///
/// Any spelling of one figure reads as that figure:
///
/// ```
/// use zhecon::Figure;
/// let figure: Figure = "一亿二千万".parse()?;
/// assert_eq!(figure.to_string(), "120000000");
/// for same in ["1.2亿", "1亿2千万", "壹亿贰仟万", "120,000,000", "１２０００万"] {
///     assert_eq!(same.parse::<Figure>()?, figure);
/// }
/// assert_eq!("三分之一".parse::<Figure>()?.to_string(), "1/3");
/// assert!("十几".parse::<Figure>().is_err());
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    numerator: Decimal,
    denominator: Decimal,
}

impl Figure {
    /// Zero.
    pub const ZERO: Self = Self { numerator: Decimal::ZERO, denominator: Decimal::ONE };

    /// The fraction of two whole numbers in lowest terms; nothing where the denominator is zero or a part too great.
    ///
    /// ```
    /// use zhecon::Figure;
    /// assert_eq!(Figure::fraction(2, 6).unwrap().to_string(), "1/3");
    /// assert_eq!(Figure::fraction(6, 2).unwrap().to_string(), "3");
    /// ```
    #[must_use]
    pub fn fraction(numerator: i128, denominator: i128) -> Option<Self> {
        let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).ok().filter(|divisor| *divisor > 0)?;
        let sign = if denominator < 0 { -1 } else { 1 };
        let numerator = Decimal::try_from_i128_with_scale(numerator.checked_div(divisor)?.checked_mul(sign)?, 0).ok()?;
        let denominator = Decimal::try_from_i128_with_scale(denominator.checked_div(divisor)?.checked_mul(sign)?, 0).ok()?;
        (!denominator.is_zero()).then_some(Self { numerator, denominator })
    }

    /// The decimal, where this is no vulgar fraction.
    #[must_use]
    pub fn decimal(self) -> Option<Decimal> {
        (self.denominator == Decimal::ONE).then_some(self.numerator)
    }

    /// What stands above the line; the whole figure, where this is a decimal.
    #[must_use]
    pub fn numerator(self) -> Decimal {
        self.numerator
    }

    /// What stands below the line: one for a decimal.
    #[must_use]
    pub fn denominator(self) -> Decimal {
        self.denominator
    }
}

pub(super) fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl From<Decimal> for Figure {
    fn from(decimal: Decimal) -> Self {
        Self { numerator: decimal.normalize(), denominator: Decimal::ONE }
    }
}

impl PartialOrd for Figure {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Some(left.cmp(&right))
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimal = self.decimal();
        // most figures are whole, and no digits are looked for behind a point
        let whole = decimal.filter(|decimal| decimal.scale() == 0).and_then(|decimal| u64::try_from(decimal.mantissa()).ok());
        match (whole, decimal) {
            (Some(whole), _) if whole > 0 => fmt::Display::fmt(&whole, f),
            (_, Some(decimal)) => fmt::Display::fmt(&decimal, f),
            _ => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

impl FromStr for Figure {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let trimmed = text.trim();
        let start = text.len() - text.trim_start().len();
        let too_large = || Error::new(ErrorKind::TooLarge { found: trimmed.to_owned() }, Some(Span::new(start, start + trimmed.len())));
        if let Some(exact) = of_display(trimmed) {
            return Ok(exact);
        }
        if let Some(read) = fraction::read(trimmed, 0).filter(|read| read.end == trimmed.len()) {
            return read.figure.ok_or_else(too_large);
        }
        match read::read(trimmed, 0) {
            Some(numeral) if numeral.end == trimmed.len() && numeral.shape == read::Shape::Exact => {
                numeral.value.and_then(|(low, _)| signed(low.decimal()?, numeral.negative)).ok_or_else(too_large)
            }
            numeral => {
                let end = numeral.map_or(0, |numeral| numeral.end);
                let found = trimmed.get(end..).filter(|rest| !rest.is_empty()).unwrap_or(trimmed).to_owned();
                Err(Error::new(ErrorKind::Unexpected { expected: "an exact numeral", found }, Some(Span::new(start + end, text.len()))))
            }
        }
    }
}

/// A fraction of parts of any length as it is displayed, which no text would be read as: 1234/9999.
fn of_display(text: &str) -> Option<Figure> {
    let (above, below) = text.split_once('/')?;
    let figure = Figure::fraction(above.parse().ok()?, below.parse().ok()?)?;
    (figure.to_string() == text).then_some(figure)
}

pub(super) fn signed(decimal: Decimal, negative: bool) -> Option<Figure> {
    Some(Figure::from(if negative { -decimal } else { decimal }))
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spellings and the figure they say.
    const ROWS: [(&str, &str); 62] = [
        ("一", "1"),
        ("十", "10"),
        ("一十一", "11"),
        ("二十", "20"),
        ("廿三", "23"),
        ("五百卅四", "534"),
        ("一万零卌", "10040"),
        ("两", "2"),
        ("一百零一", "101"),
        ("一百一十", "110"),
        ("一百十一", "111"),
        ("一千零一十", "1010"),
        ("一万零百一十一", "10111"),
        ("百二万", "1200000"),
        ("二百五", "250"),
        ("两千六", "2600"),
        ("一万三", "13000"),
        ("一万二百五十", "10250"),
        ("五兆六十二亿四万五千二", "5006200045200"),
        ("三百五十万亿", "350000000000000"),
        ("1.2万亿", "1200000000000"),
        ("一万五千亿", "1500000000000"),
        ("四万万", "400000000"),
        ("一亿八千万", "180000000"),
        ("1亿2千万", "120000000"),
        ("3万4000", "34000"),
        ("25万6千", "256000"),
        ("5亿1万4千6百", "500014600"),
        ("1千零1", "1001"),
        ("2千零30万", "20300000"),
        ("200亿零四千230", "20000004230"),
        ("1百01", "101"),
        ("100万三千", "1003000"),
        ("1,200.5亿", "120050000000"),
        ("12，300", "12300"),
        ("２００万", "2000000"),
        ("16.4亿", "1640000000"),
        ("4.5744亿", "457440000"),
        ("215.0391亿", "21503910000"),
        ("百万", "1000000"),
        ("壹佰贰拾柒", "127"),
        ("贰仟万", "20000000"),
        ("参万贰仟", "32000"),
        ("二〇二四", "2024"),
        ("三五○", "350"),
        ("一七四五亿", "174500000000"),
        ("二六·六亿", "2660000000"),
        ("零零三", "3"),
        ("幺八九", "189"),
        ("十二点五", "12.5"),
        ("零点零一", "0.01"),
        ("一点二五亿", "125000000"),
        ("四百 点 五", "400.5"),
        ("7 万5 千4 百", "75400"),
        ("三千 八百 九十六 万 四千 九百 六十五", "38964965"),
        ("负四十五亿零四百零四万", "-4504040000"),
        ("-10.1万", "-101000"),
        ("二分之一", "1/2"),
        ("三百五又三分之一", "1051/3"),
        ("五百分之2.2", "11/2500"),
        ("1.12亿", "112000000"),
        ("一穰", "10000000000000000000000000000"),
    ];

    #[test]
    fn every_spelling_reads_as_its_figure() {
        for (written, figure) in ROWS {
            assert_eq!(written.parse::<Figure>().map(|figure| figure.to_string()), Ok(figure.to_owned()), "{written}");
        }
    }

    #[test]
    fn what_is_no_exact_numeral_is_refused_with_its_place() {
        for text in ["", "十几", "两三", "几百", "40多万", "一百二一", "二分之", "五个", "abc", "1.2.3", "-", "负", "零一零点"]
        {
            assert!(matches!(text.parse::<Figure>().unwrap_err().kind(), ErrorKind::Unexpected { .. }), "{text}");
        }
        let error = "三万头".parse::<Figure>().unwrap_err();
        assert_eq!((error.to_string().as_str(), error.span()), ("expected an exact numeral, found \"头\"", Some(Span::new(6, 9))));
    }

    #[test]
    fn what_does_not_fit_is_a_typed_error() {
        for text in ["八穰", "一万穰", &"9".repeat(40), "0.00000000000000000000000000000000000001", &"一".repeat(500)] {
            assert!(matches!(text.parse::<Figure>().unwrap_err().kind(), ErrorKind::TooLarge { .. }), "{text}");
        }
    }
}
