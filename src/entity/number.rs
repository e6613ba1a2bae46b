//! Bare numbers and ordinals.

use crate::context::Mention;
use crate::cursor::Cursor;
use crate::entity::Value;
use crate::entity::figures::suffix::{self, Suffix};
use crate::entity::figures::{self, Bare, Read};
use crate::error::{Error, ErrorKind};
use crate::lexicon::Hit;
use crate::magnitude::amount::{self, eat_joint};
use crate::magnitude::{Bound, Magnitude, hedge};
use crate::numeral::{self, Shape, read_fraction, skip_spaces};
use crate::seek::any;
use crate::span::Span;
use crate::word_table::words;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A bare number. Extractors find numbers only where they are asked for: most are part of an amount or a date.
///
/// ```
/// use zhecon::entity::number;
/// let found: Vec<_> = number::find_iter("从二十一到一千零一,超过300").map(|(_, number)| number.to_string()).collect();
/// assert_eq!(found, ["21至1001", "超过300"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Number {
    /// How much.
    #[serde(flatten)]
    pub magnitude: Magnitude,
}

/// A place in a row: 第三.
///
/// ```
/// use zhecon::entity::number::Ordinal;
/// assert_eq!("第二十一".parse::<Ordinal>()?.magnitude.low, Some("21".parse()?));
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ordinal {
    /// Which place.
    #[serde(flatten)]
    pub magnitude: Magnitude,
}

/// Every number in a text, with its place; those inside quantities too.
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Number)> {
    figures::find(text).into_iter().filter_map(|mention| match mention.value {
        Value::Number(number) => Some((mention.span, number)),
        _ => None,
    })
}

impl FromStr for Ordinal {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match figures::whole(text).map(|mention| mention.value) {
            Some(Value::Ordinal(ordinal)) => Ok(ordinal),
            _ => Err(Error::new(
                ErrorKind::Unexpected { expected: "an ordinal such as 第三", found: text.trim().to_owned() },
                Some(Span::new(0, text.len())),
            )),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.magnitude.write(f, "", "")
    }
}

impl fmt::Display for Ordinal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("第")?;
        self.magnitude.write(f, "", "")
    }
}

/// The number of an amount that is no money or percentage.
pub(crate) fn of(text: &str, hits: &[Hit<'_>], read: &Read<'_>, counted: bool) -> Option<Bare> {
    let amount = &read.amount;
    let numeral = &amount.numeral;
    let chinese = !numeral.arabic;
    let behind = Cursor::new(text, amount.number);
    let ahead = Cursor::new(text, amount.end);
    let (mut low, mut high) = (read.low, read.high);
    let mut end = amount.end;
    let bare = numeral.bare && amount.shape == Shape::Exact && amount.before.is_none();
    if numeral.is_one_character(text) && chinese && amount.end == numeral.end && amount.shape != Shape::Several {
        let lone = text.get(numeral.start..numeral.end)?.starts_with(numeral_needs_company);
        let alone = stands_alone(behind, ahead) || dozen(text, end).is_some();
        let taken = read.suffix.is_some() || hedge::after(text, end).is_some() || between_copulas(behind, ahead);
        if !alone && (lone || !taken) {
            return None;
        }
    }
    if bare || amount.shape == Shape::Several && read.suffix.is_none() && numeral.is_one_character(text) {
        return None;
    }
    if chinese && read.suffix.is_none() && is_in_word(hits, amount.number, amount.end) {
        return None;
    }
    if let Some(next) = ahead.peek().filter(|c| c.is_ascii_alphabetic() || *c == ' ') {
        if read.suffix.is_none() {
            if let Some((exponent, after)) = letter_multiplier(text, amount.end, numeral.arabic) {
                let lift = |value: Decimal| shift(value, exponent);
                (low, high) = (lift(low)?, lift(high)?);
                end = after;
            } else if next != ' ' {
                return None;
            }
        }
    }
    if behind.before().is_some_and(|c| c.is_ascii_alphabetic()) && numeral.arabic && read.suffix.is_none() {
        return None;
    }
    // 3.建设内容, 335+X: a list's numbering and a formula
    if numeral.arabic && ahead.peek() == Some('+') {
        return None;
    }
    if let Some((dozens, after)) = dozen(text, end).filter(|_| amount.shape == Shape::Exact) {
        (low, high) = (low.checked_mul(dozens)?, high.checked_mul(dozens)?);
        end = after;
    }
    let after = if read.suffix.is_none() { hedge::after(text, end) } else { None };
    let end = after.map_or(end, |(_, end)| end);
    let bound = amount.bound(after.map(|(bound, _)| bound));
    let start = if matches!(amount.shape, Shape::Exact) { amount.start } else { amount.number };
    let magnitude = Magnitude::bounded(low.into(), high.into(), bound);
    Some(Bare { span: Span::new(start, end), magnitude, counted: counted || read.suffix.is_some() })
}

/// Financial digits and units are everyday words as well.
fn numeral_needs_company(c: char) -> bool {
    any!("壹贰叁参肆伍陆柒捌玖拾佰仟").of(c)
}

fn stands_alone(behind: Cursor<'_>, ahead: Cursor<'_>) -> bool {
    let boundary = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    boundary(behind.before()) && (boundary(ahead.peek()) || ahead.rest().starts_with("分之"))
}

/// 答案是四不是五: a lone digit that something is said to be.
fn between_copulas(behind: Cursor<'_>, ahead: Cursor<'_>) -> bool {
    let named = behind.before().is_some_and(|c| any!("是为于有").of(c));
    named && ahead.peek().is_none_or(|c| !c.is_alphanumeric() || any!("不而那这和与或").of(c)) || {
        let begins = behind.before().is_none_or(|c| !c.is_alphanumeric());
        begins && ahead.rest().starts_with("分之")
    }
}

/// Whether a name of the lexicon holds the figure: 四川.
fn is_in_word(hits: &[Hit<'_>], start: usize, end: usize) -> bool {
    let from = hits.partition_point(|hit| hit.span.start < start.saturating_sub(LONGEST_WORD));
    let near = hits.get(from..).unwrap_or_default().iter().take_while(|hit| hit.span.start <= start).take(LONGEST_WORD);
    near.into_iter().any(|hit| hit.span.end >= end && hit.span.len() > end - start)
}

/// In bytes; longer names are seldom held together by a numeral.
const LONGEST_WORD: usize = 48;

/// 3M, 2e5: a multiplier in letters, and where it ends. 5G and 4K名 are names.
fn letter_multiplier(text: &str, at: usize, arabic: bool) -> Option<(i32, usize)> {
    if !arabic {
        return None;
    }
    let mut cursor = Cursor::new(text, at);
    let spaces = skip_spaces(&mut cursor);
    let decimal = {
        let digits = cursor.behind().trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
        digits.ends_with('.')
    };
    let letter = cursor.bump()?;
    let ends = |cursor: Cursor<'_>| cursor.peek().is_none_or(|c| !c.is_alphanumeric() || matches!(c, '个' | '元'));
    match letter {
        'M' if ends(cursor) => Some((6, cursor.at())),
        'G' if ends(cursor) && decimal => Some((9, cursor.at())),
        'e' | 'E' | 'ｅ' if spaces == 0 => {
            let negative = match cursor.peek() {
                Some('-' | '－' | '−') => cursor.bump().is_some(),
                Some('+' | '＋') => cursor.bump().is_none(),
                _ => false,
            };
            let run = cursor.eat_while(|c| numeral::arabic(c).is_some());
            let exponent =
                run.chars().filter_map(numeral::arabic).try_fold(0_i32, |sum, digit| sum.checked_mul(10)?.checked_add(i32::from(digit)))?;
            (!run.is_empty() && exponent <= 28 && ends(cursor)).then_some((if negative { -exponent } else { exponent }, cursor.at()))
        }
        _ => None,
    }
}

fn shift(value: Decimal, exponent: i32) -> Option<Decimal> {
    let power = Decimal::from_i128_with_scale(10_i128.checked_pow(exponent.unsigned_abs())?, 0);
    if exponent >= 0 { value.checked_mul(power) } else { value.checked_div(power) }
}

/// 五打: dozens.
fn dozen(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let mut cursor = Cursor::new(text, at);
    let unfit = "造开通破赢响击好压算折工包动架";
    (cursor.eat("打") && cursor.peek().is_none_or(|c| !unfit.contains(c))).then(|| (Decimal::from(12), cursor.at()))
}

/// 10000与20000之间: two plain figures and the words that make them bounds; the range and where it ends.
pub(crate) fn between_plain(text: &str, first: &amount::Amount) -> Option<Mention> {
    let mut cursor = Cursor::new(text, first.end);
    cursor.eat_any(words!["与", "和"])?;
    let second = amount::read_one(text, cursor.at()).filter(|second| second.shape == Shape::Exact && first.shape == Shape::Exact)?;
    let mut cursor = Cursor::new(text, second.end);
    cursor.eat_any(words!["之间", "间"])?;
    let (low, high) = (first.low?, second.low?);
    let magnitude = Magnitude::bounded(low.into(), high.into(), Bound::Range);
    (low < high).then(|| Mention::new(Span::new(first.number, cursor.at()), Value::Number(Number { magnitude }), "number.bounds"))
}

/// Words between two bounds of one range.
const BOTH: [&str; 13] = ["", "的同时", "同时", "并", "且", "并且", "而", "，", ",", "、", "但", "又", "，且"];

/// The numbers as mentions; two that bound one range from below and above are one: 大于10小于20.
pub(crate) fn ranges(text: &str, numbers: Vec<Bare>) -> impl Iterator<Item = Mention> {
    let mut merged: Vec<Bare> = Vec::with_capacity(numbers.len());
    for number in numbers {
        let joined = merged.last().and_then(|last| {
            let between = Span::new(last.span.end, number.span.start).of(text).trim();
            let apart = last.counted || number.counted && matches!(between, "，" | "," | "、");
            let near = BOTH.contains(&between) && !apart;
            near.then(|| both(&last.magnitude, &number.magnitude)).flatten().map(|magnitude| Bare {
                span: Span::new(last.span.start, number.span.end),
                magnitude,
                counted: number.counted,
            })
        });
        match (joined, merged.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => merged.push(number),
        }
    }
    merged.into_iter().map(|bare| Mention::new(bare.span, Value::Number(Number { magnitude: bare.magnitude }), "number"))
}

fn both(first: &Magnitude, second: &Magnitude) -> Option<Magnitude> {
    let (low, high) = match (first.low, first.high, second.low, second.high) {
        (Some(low), None, None, Some(high)) | (None, Some(high), Some(low), None) => (low, high),
        _ => return None,
    };
    (low < high).then(|| Magnitude::bounded(low, high, Bound::Range))
}

/// 位于20和30之间, 比三十大, 等于1535: bounds said around a number.
pub(crate) fn between(text: &str, at: usize) -> Option<Mention> {
    let mut cursor = Cursor::new(text, at);
    let word = cursor.eat_any(words!["位于", "在", "比", "等于"])?;
    skip_spaces(&mut cursor);
    let end_of = |at: usize| -> Option<(numeral::Figure, usize)> {
        let mut cursor = Cursor::new(text, at);
        cursor.eat("第");
        if let Some(fraction) = read_fraction(text, cursor.at()) {
            return fraction.figure.filter(|_| fraction.hundred.is_none()).map(|figure| (figure, fraction.end));
        }
        let one = amount::read_one(text, cursor.at()).filter(|one| one.shape == Shape::Exact && !one.numeral.bare)?;
        Some((one.low?.into(), one.end))
    };
    let (first, end) = end_of(cursor.at())?;
    let number = |magnitude, end| Mention::new(Span::new(at, end), Value::Number(Number { magnitude }), "number.bounds");
    if suffix::read(text, end, &numeral::half(at, end)).is_some_and(|(suffix, _)| suffix != Suffix::Time) {
        return None;
    }
    cursor = Cursor::new(text, end);
    match word {
        "比" => {
            skip_spaces(&mut cursor);
            let bound = match cursor.bump()? {
                '大' | '多' | '高' => Bound::MoreThan,
                '小' | '少' | '低' => Bound::LessThan,
                _ => return None,
            };
            let alone = Magnitude::bounded(first, first, bound);
            // 比四分之一大，比二分之一小
            let mut next = cursor;
            next.eat_while(|c| matches!(c, '，' | ',' | ' '));
            let second = next.rest().starts_with('比').then(|| between(text, next.at())).flatten();
            if let Some((Value::Number(other), end)) = second.map(|mention| (mention.value, mention.span.end)) {
                if let Some(range) = both(&alone, &other.magnitude) {
                    return Some(number(range, end));
                }
            }
            Some(number(alone, cursor.at()))
        }
        "等于" => Some(number(Magnitude::exact(first), end)),
        _ => {
            let joined = {
                skip_spaces(&mut cursor);
                cursor.eat_any(words!["和", "与"]).is_some() || eat_joint(&mut cursor).is_some()
            };
            skip_spaces(&mut cursor);
            let (second, end) = end_of(cursor.at()).filter(|_| joined)?;
            let mut cursor = Cursor::new(text, end);
            skip_spaces(&mut cursor);
            cursor.eat_any(words!["之间", "间"])?;
            (first < second).then(|| number(Magnitude::bounded(first, second, Bound::Range), cursor.at()))
        }
    }
}
