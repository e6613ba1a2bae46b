//! Vulgar fractions: 三分之一, 3又一千分之23, 1/2.

use super::arabic_run::read_arabic;
use super::characters::{arabic, skip_spaces};
use super::exact::Exact;
use super::figure::Figure;
use super::read::{self, Numeral};
use crate::cursor::Cursor;

/// A fraction that was read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fraction {
    /// One past the last byte.
    pub(crate) end: usize,
    /// The value; `None` if it is beyond exact reckoning.
    pub(crate) figure: Option<Figure>,
    /// The power of ten below the line of 百分之, 千分之, 万分之, written without a digit: a percentage.
    pub(crate) hundred: Option<u32>,
    /// Whether it is written with a stroke: 1/2.
    pub(crate) stroke: bool,
}

/// Reads the fraction at byte `at`; 百分之五 is one, its value 5/100.
pub(crate) fn read(text: &str, at: usize) -> Option<Fraction> {
    read_from(text, &read::read(text, at)?)
}

/// Reads the fraction that begins with a numeral.
pub(crate) fn read_from(text: &str, first: &Numeral) -> Option<Fraction> {
    if first.shape != read::Shape::Exact {
        return None;
    }
    if let Some(fraction) = read_parts(text, first, None, first.negative) {
        return Some(fraction);
    }
    let mut cursor = Cursor::new(text, first.end);
    let spaces = skip_spaces(&mut cursor);
    if !(cursor.eat("又") || spaces == 1 && first.arabic) {
        return None;
    }
    let stroke_only = spaces == 1 && cursor.before().is_some_and(|c| c != '又');
    skip_spaces(&mut cursor);
    let second = read::read(text, cursor.at()).filter(|numeral| numeral.shape == read::Shape::Exact && !numeral.negative)?;
    read_parts(text, &second, Some(first.exact()?), first.negative).filter(|fraction| fraction.hundred.is_none() && (!stroke_only || fraction.stroke))
}

/// 分之, which joins the parts; spaces inside are allowed.
fn eat_joint(cursor: &mut Cursor<'_>) -> bool {
    skip_spaces(cursor);
    if !cursor.eat("分") {
        return false;
    }
    skip_spaces(cursor);
    cursor.eat("之")
}

fn read_parts(text: &str, below: &Numeral, whole: Option<Exact>, negative: bool) -> Option<Fraction> {
    let mut cursor = Cursor::new(text, below.end);
    if eat_joint(&mut cursor) {
        skip_spaces(&mut cursor);
        let above = read::read(text, cursor.at()).filter(|numeral| numeral.shape == read::Shape::Exact && !numeral.bare)?;
        let parts = below.exact().zip(above.exact());
        let figure = parts.and_then(|(below, numerator)| divide(whole, numerator, below, negative != above.negative));
        let hundred = (below.bare && whole.is_none()).then(|| below.exact().and_then(power_of_ten)).flatten();
        return Some(Fraction { end: above.end, figure, hundred, stroke: false });
    }
    // 1/2 and 1 4/3: plain digits of at most three places, no date and no path
    if !below.arabic || below.big > 0 || !cursor.peek().is_some_and(|c| matches!(c, '/' | '／')) {
        return None;
    }
    cursor.bump();
    let start = cursor.at();
    let mut ahead = cursor;
    let run = read_arabic(&mut ahead).filter(|run| !run.fraction && run.whole_digits <= 3)?;
    let after = ahead.peek();
    let short = text.get(below.start..below.end).is_some_and(|digits| digits.chars().count() <= 3 && digits.chars().all(|c| arabic(c).is_some()));
    if !short || after.is_some_and(|c| c == '/' || c.is_ascii_alphanumeric() || c == '-') || start == ahead.at() {
        return None;
    }
    let figure = below.exact().zip(run.value).and_then(|(above, below)| divide(whole, above, below, negative));
    Some(Fraction { end: ahead.at(), figure, hundred: None, stroke: true })
}

fn power_of_ten(value: Exact) -> Option<u32> {
    (2..=12).find(|exponent| Exact::ONE.shift(*exponent).is_some_and(|power| power.compare(value).is_eq()))
}

fn divide(whole: Option<Exact>, above: Exact, below: Exact, negative: bool) -> Option<Figure> {
    let above = above.decimal()?;
    let below = below.decimal()?;
    // Both parts as whole numbers: 五百分之2.2 is 22/5000.
    let scale = above.scale().max(below.scale());
    let lift = |decimal: rust_decimal::Decimal| decimal.mantissa().checked_mul(10_i128.checked_pow(scale - decimal.scale())?);
    let (mut above, below) = (lift(above)?, lift(below)?);
    if let Some(whole) = whole {
        let whole = whole.decimal()?;
        let whole = (whole.scale() == 0).then(|| whole.mantissa())?;
        above = above.checked_add(whole.checked_mul(below)?)?;
    }
    Figure::fraction(if negative { -above } else { above }, below)
}
