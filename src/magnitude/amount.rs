//! A figure with its hedge or its range, before any unit: 约36亿, 5至8, 数十, 40多万, 两个亿.

use super::Bound;
use crate::cursor::Cursor;
use crate::numeral::{self, Exact, Numeral, Shape, read_fraction, skip_spaces};
use crate::seek::any;
use crate::word_table::{Words, words};
use rust_decimal::Decimal;

/// An amount that was read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount {
    /// First byte, of the hedge if there is one.
    pub(crate) start: usize,
    /// First byte of the figure.
    pub(crate) number: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// The least reading; `None` if it is beyond exact reckoning.
    pub(crate) low: Option<Decimal>,
    /// The greatest reading.
    pub(crate) high: Option<Decimal>,
    /// The hedge before the figure.
    pub(crate) before: Option<Bound>,
    /// How exact the figure itself is.
    pub(crate) shape: Shape,
    /// The figure, or the second one of a range.
    pub(crate) numeral: Numeral,
}

impl Amount {
    /// The amount of one numeral.
    pub(crate) fn of(numeral: Numeral) -> Self {
        let signed = |exact: Exact| exact.decimal().map(|decimal| if numeral.negative { -decimal } else { decimal });
        let (low, high) = numeral.value.map_or((None, None), |(low, high)| (signed(low), signed(high)));
        let (low, high) = if numeral.negative { (high, low) } else { (low, high) };
        Self { start: numeral.start, number: numeral.start, end: numeral.end, low, high, before: None, shape: numeral.shape, numeral }
    }

    /// How firmly the amount stands, given the hedge after it.
    ///
    /// What the figure says of itself (几十, 十余, 三到五) outweighs a word before it, and that a word after it; but 以上 is firmer than 约.
    pub(crate) fn bound(&self, after: Option<Bound>) -> Bound {
        match (self.shape, self.before, after) {
            (Shape::Range, ..) => Bound::Range,
            (Shape::Several, ..) => Bound::Order,
            (Shape::Over, ..) => Bound::MoreThan,
            (Shape::Around, ..) => Bound::About,
            (Shape::Exact, before, after) => combine(before, after),
        }
    }
}

/// Words and signs between the ends of a range. Longer ones first.
static JOINTS: Words<&str> = Words::of(&["————", "——", "--", "－－", "—", "–", "-", "－", "−", "~", "～", "至", "到", "―", "─"]);

/// Steps over what joins the ends of a range.
pub(crate) fn eat_joint(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    let mut ahead = *cursor;
    skip_spaces(&mut ahead);
    let joint = ahead.eat_any(&JOINTS)?;
    skip_spaces(&mut ahead);
    *cursor = ahead;
    Some(joint)
}

/// The hedge before an exact figure and the one after it as one bound: 以上 is firmer than 约.
pub(crate) fn combine(before: Option<Bound>, after: Option<Bound>) -> Bound {
    match (before, after) {
        (Some(Bound::About) | None, Some(after)) => after,
        (Some(before), _) => before,
        (None, None) => Bound::Exact,
    }
}

/// Whether a figure has no digit in it: 百, 上十万, 千亿.
pub(crate) fn is_bare(text: &str, amount: &Amount) -> bool {
    let words = text.get(amount.number..amount.end).unwrap_or_default();
    let digit = |c: char| numeral::arabic(c).is_some() || matches!(numeral::sign(c), Some(numeral::Sign::Digit(_) | numeral::Sign::Several));
    !words.chars().any(digit)
}

/// Reads a figure and, where a joint and another figure follow at once, the range of both.
pub(crate) fn read_figure(text: &str, at: usize) -> Option<Amount> {
    let first = read_one(text, at)?;
    Some(second_end(text, &first, first.end).unwrap_or(first))
}

/// Reads a single figure; 两个亿 is one.
pub(crate) fn read_one(text: &str, at: usize) -> Option<Amount> {
    numeral::read(text, at).map(|numeral| read_from(text, numeral))
}

/// As [`read_one`], where the numeral is read already.
pub(crate) fn read_from(text: &str, numeral: Numeral) -> Amount {
    let mut amount = Amount::of(numeral);
    let mut cursor = Cursor::new(text, numeral.end);
    if numeral.arabic && numeral.big == 0 && cursor.eat_any(words!["k", "K"]).is_some() {
        // 15k元; but 4K超高清 and 5km
        if cursor.peek().is_none_or(|c| !c.is_alphanumeric() || matches!(c, '个' | '元' | '以' | '左')) {
            let lift = Decimal::ONE_THOUSAND;
            (amount.low, amount.high) = (amount.low.and_then(|low| low.checked_mul(lift)), amount.high.and_then(|high| high.checked_mul(lift)));
            amount.end = cursor.at();
            (amount.numeral.end, amount.numeral.big) = (amount.end, 3);
        }
        return amount;
    }
    // 100+企业, 3000+家; but 3+1 and 335+X
    if numeral.arabic && numeral.shape == Shape::Exact && cursor.eat_any(words!["+", "＋"]).is_some() {
        if cursor.peek().is_some_and(|c| c.is_alphabetic() && !c.is_ascii() && numeral::sign(c).is_none()) {
            amount.shape = Shape::Over;
            amount.end = cursor.at();
            amount.numeral.end = amount.end;
        }
        return amount;
    }
    if numeral.big == 0 && cursor.eat("个") {
        let over = cursor.eat("多");
        // 一个亿元村 and 一个亿级集群 count what is 亿 in size
        if cursor.eat("亿") && cursor.peek().is_none_or(|c| !any!("元级万").of(c)) {
            let lift = Decimal::from_i128_with_scale(100_000_000, 0);
            amount.low = amount.low.and_then(|low| low.checked_mul(lift));
            amount.high = amount.high.and_then(|high| high.checked_mul(lift));
            amount.end = cursor.at();
            amount.numeral.end = amount.end;
            amount.numeral.big = 8;
            if over && amount.shape == Shape::Exact {
                amount.shape = Shape::Over;
            }
        }
    }
    amount
}

/// The range from `first` to the figure after a joint at byte `at`, if there is one.
pub(crate) fn second_end(text: &str, first: &Amount, at: usize) -> Option<Amount> {
    if first.shape != Shape::Exact {
        return None;
    }
    let mut cursor = Cursor::new(text, at);
    eat_joint(&mut cursor)?;
    if read_fraction(text, cursor.at()).is_some_and(|fraction| !fraction.stroke) {
        return None;
    }
    let second = read_one(text, cursor.at()).filter(|second| second.shape == Shape::Exact)?;
    join(first, &second)
}

/// Two ends as one range. A unit of the second scales the first as well (3至5亿), unless the first would then be the greater one.
pub(crate) fn join(first: &Amount, second: &Amount) -> Option<Amount> {
    let high = second.low?;
    let mut low = first.low?;
    let (unit, digit) = (first.numeral.big, first.numeral.small == 0 && low.scale() == 0 && low < Decimal::TEN);
    let shared = if unit > 0 { 0 } else { second.numeral.big };
    // 两到三千: the thousand holds for both; but 七千到九千亿 has its own
    let small = if unit == 0 && digit { second.numeral.small } else { 0 };
    for exponent in [shared + small, shared, 0] {
        let power = 10_i128.checked_pow(exponent).map(|power| Decimal::from_i128_with_scale(power, 0));
        if let Some(lifted) = power.and_then(|power| low.checked_mul(power)).filter(|lifted| *lifted < high) {
            low = lifted;
            return Some(Amount { end: second.end, low: Some(low), high: Some(high), shape: Shape::Range, numeral: second.numeral, ..*first });
        }
    }
    None
}
