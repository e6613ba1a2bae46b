//! One pass over a text that finds every figure: money, percentages, quantities, numbers and ordinals.
//!
//! A character that may open a hedge, a currency or a numeral starts the reading of one amount; what stands behind its figure decides
//! the kind. Every place is read once, and what was read is stepped over.

pub(crate) mod context;
mod heading;
pub(crate) mod suffix;

use crate::context::{Context, Mention};
use crate::cursor::Cursor;
use crate::entity::Value;
use crate::entity::money::{self, Money};
use crate::entity::number::{Number, Ordinal};
use crate::entity::percent::{Percent, PercentUnit};
use crate::entity::quantity::{self, Quantity};
use crate::entity::units::currencies::PREFIXES;
use crate::entity::{number, percent};
use crate::han_set::{HanSet, past_ideographs};
use crate::lexicon::Hit;
use crate::magnitude::amount::{self, Amount};
use crate::magnitude::{Bound, Magnitude, hedge};
use crate::numeral::{self, Figure, Shape, arabic, is_space, read_fraction_from, sign, skip_spaces};
use crate::reading::table::{self, Table};
use crate::seek::any;
use crate::span::Span;
use crate::word_table::words;
use rust_decimal::Decimal;
use suffix::Suffix;

/// Finds every figure in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    mentions.extend(scan(context.text, context.hits, context.tables));
}

/// Finds every figure of a text that stands by itself.
pub(crate) fn find(text: &str) -> Vec<Mention> {
    scan(text, &[], &table::find(text))
}

/// Finds every figure of a text; no number is found inside a word of `hits`.
fn scan(text: &str, hits: &[Hit<'_>], tables: &[Table]) -> Vec<Mention> {
    let mut scan = Scan { text, hits, currency: context::currency(text), tables, found: Vec::new(), numbers: Vec::new() };
    scan.run();
    let Scan { mut found, numbers, .. } = scan;
    found.extend(number::ranges(text, numbers));
    found.sort_by_cached_key(|mention| mention.span.start);
    found
}

/// The one mention that takes all of `text`, surrounding space aside.
pub(crate) fn whole(text: &str) -> Option<Mention> {
    let start = text.len() - text.trim_start().len();
    let span = Span::new(start, start + text.trim().len());
    find(text).into_iter().find(|mention| mention.span == span && !matches!(mention.value, Value::Number(_)))
}

/// A bare number, kept apart until all are known, since two may bound one range.
#[derive(Clone, Debug)]
pub(crate) struct Bare {
    pub(crate) span: Span,
    pub(crate) magnitude: Magnitude,
    /// Whether a unit or measure word follows: the number lies inside another mention.
    pub(crate) counted: bool,
}

/// The state of one pass.
struct Scan<'t> {
    text: &'t str,
    hits: &'t [Hit<'t>],
    /// The currency that 元 stands for.
    currency: &'static str,
    tables: &'t [Table],
    found: Vec<Mention>,
    numbers: Vec<Bare>,
}

/// An amount with all that stands around it.
pub(crate) struct Read<'t> {
    /// The figure with its hedge and range.
    pub(crate) amount: Amount,
    /// Its ends in the unit that was written.
    pub(crate) low: Decimal,
    pub(crate) high: Decimal,
    /// A currency before the figure, and whether a sign.
    pub(crate) prefix: Option<(&'static str, bool)>,
    /// What the figure counts, and where that ends.
    pub(crate) suffix: Option<Suffix<'t>>,
    /// Where the first end of a range closes with a unit of its own: its unit.
    pub(crate) first_suffix: Option<Suffix<'t>>,
    /// End of all that was read.
    pub(crate) end: usize,
}

/// The Han characters with which a figure, its hedge or its currency may begin.
static TRIGGERS: HanSet = HanSet::of(concat!(
    "一壹幺二贰两三叁参四肆五伍六陆七柒八捌九玖零廿卅卌十拾百佰千仟万亿兆京垓秭穰几数",
    "约大将接逼近超逾突冲高多破过不至最起上未低少小顶",
    "第半翻负打摄华人新台港美欧日英澳位在比等",
));

/// Whether a figure, its hedge or its currency may begin with this character.
#[inline]
fn triggers(c: char) -> bool {
    let other = |c| matches!(c, '〇' | '○' | '-' | '－' | '−' | '.' | '~' | '～' | '≈' | '>' | '＞' | '≥' | '<' | '＜' | '≤');
    TRIGGERS.holds(c) || arabic(c).is_some() || other(c) || matches!(c, '$' | '＄' | '¥' | '￥' | '€' | '£')
}

impl<'t> Scan<'t> {
    fn run(&mut self) {
        let text = self.text;
        let begins = |at| past_ideographs(text, at, |_, character| TRIGGERS.holds(character));
        let mut at = begins(0);
        while let Some(first) = Cursor::new(text, at).peek() {
            let next = if first.is_ascii_alphabetic() {
                self.letters(at)
            } else if triggers(first) {
                self.read_at(at, first)
            } else {
                None
            };
            at = begins(next.filter(|next| *next > at).unwrap_or(at + first.len_utf8()));
        }
    }

    /// Steps over letters and the digits of a model's name (A350, 5G is a digit's matter), unless they are the sign of a currency.
    fn letters(&mut self, at: usize) -> Option<usize> {
        let mut cursor = Cursor::new(self.text, at);
        if self.prefix(at).is_some() {
            if let Some(end) = self.amount_at(at) {
                return Some(end);
            }
        }
        let letters = cursor.eat_while(|c| c.is_ascii_alphabetic());
        if letters.len() > 1 && cursor.peek().is_some_and(|c| arabic(c).is_some()) {
            // GDP1.2万亿元 and LNG100万吨 are set without a space; CPU3 and T3 are names
            if let Some(end) = self.amount_at(cursor.at()) {
                return Some(end);
            }
        }
        cursor.eat_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
        let run = cursor.behind().trim_end_matches(['.', '-', '_']).len();
        Some(run.max(at))
    }

    fn read_at(&mut self, at: usize, first: char) -> Option<usize> {
        match first {
            '第' => self.ordinal(at),
            '翻' | '打' => percent::multiple(self.text, at).map(|mention| self.push(mention)),
            '摄' | '华' => quantity::temperature(self.text, at).map(|mention| self.push(mention)),
            '位' | '在' | '比' | '等' => number::between(self.text, at).map(|mention| self.push(mention)),
            // 唯一一家, 统一: the first 一 closes another word
            '一' if context::closes_word(self.text, at) => Some(at + '一'.len_utf8()),
            _ => percent::half(self.text, at).map(|mention| self.push(mention)).or_else(|| self.amount_at(at)),
        }
    }

    fn push(&mut self, mention: Mention) -> usize {
        let end = mention.span.end;
        self.found.push(mention);
        end
    }

    fn ordinal(&mut self, at: usize) -> Option<usize> {
        let mut cursor = Cursor::new(self.text, at);
        cursor.eat("第");
        skip_spaces(&mut cursor);
        let numeral = numeral::read(self.text, cursor.at()).filter(|numeral| !numeral.negative)?;
        if let Some(figure) = numeral.exact().and_then(|exact| exact.decimal()) {
            let value = Value::Ordinal(Ordinal { magnitude: Magnitude::exact(figure.into()) });
            self.found.push(Mention::new(Span::new(at, numeral.end), value, "ordinal"));
        }
        // 第94位 is a rank: what stands behind it is not counted
        let behind = Cursor::new(self.text, numeral.end);
        Some(suffix::measure(behind.rest()).map_or(numeral.end, |(_, length)| numeral.end + length))
    }

    /// A currency name or sign at byte `at`, and where the amount behind it begins.
    fn prefix(&self, at: usize) -> Option<(&'static str, bool, usize)> {
        let mut cursor = Cursor::new(self.text, at);
        cursor.peek().filter(|c| any!("人新台港美欧日英澳RCUEHTJGNAS$＄¥￥€£").of(*c))?;
        let (word, code, is_sign) = PREFIXES.first_beginning(cursor.rest())?;
        if word.starts_with(|c: char| c.is_ascii_alphabetic()) && cursor.before().is_some_and(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        cursor.eat(word);
        skip_spaces(&mut cursor);
        let follows = cursor.peek().is_some_and(|c| arabic(c).is_some() || sign(c).is_some() || c == '.' || hedge::starts(c));
        // 人民币元, 美元多头: no figure
        follows.then_some((*code, *is_sign, cursor.at()))
    }

    /// Reads one amount at byte `at` and pushes what it says; where to go on.
    fn amount_at(&mut self, at: usize) -> Option<usize> {
        let mut number = at;
        let hedge = hedge::before(self.text, at);
        if let Some(hedge) = hedge {
            number = hedge.end;
        }
        let prefix = self.prefix(number);
        if let Some((.., end)) = prefix {
            number = end;
        }
        // 人民币约3亿元
        let inner = prefix.and_then(|_| hedge::before(self.text, number)).filter(|_| hedge.is_none());
        if let Some(inner) = inner {
            number = inner.end;
        }
        let hedge = hedge.or(inner);
        if hedge.is_some() || prefix.is_some() {
            if let Some(mention) = percent::half(self.text, number) {
                return Some(self.push(hedged(mention, at, hedge)));
            }
        }
        let numeral = numeral::read(self.text, number);
        if let Some(fraction) = numeral.and_then(|numeral| read_fraction_from(self.text, &numeral)) {
            return self.fraction(at, number, hedge, fraction);
        }
        if let Some(end) = self.hundred_without_joint(at, number, hedge) {
            return Some(end);
        }
        if !context::may_begin(self.text, number) {
            return context::run_end(self.text, number);
        }
        let mut one = self.half_of_unit(number).or_else(|| numeral.map(|numeral| amount::read_from(self.text, numeral)))?;
        if one.numeral.negative && !context::is_negative(self.text, number) {
            return None;
        }
        if hedge.is_some_and(|hedge| hedge.bare_only && !amount::is_bare(self.text, &one)) {
            return None;
        }
        // 突破00万千瓦: the digits before the noughts are lost, and with them the figure
        let noughts = Span::new(number, one.numeral.end).of(self.text);
        if one.numeral.arabic && one.numeral.big > 0 && noughts.starts_with("00") && one.low.is_some_and(|low| low.is_zero()) {
            return Some(one.end);
        }
        one.start = at;
        one.before = hedge.map(|hedge| hedge.bound);
        if let Some(mention) = number::between_plain(self.text, &one) {
            return Some(self.push(mention));
        }
        let Some(read) = self.extend(one, prefix.map(|(code, is_sign, _)| (code, is_sign))) else {
            // beyond exact reckoning: stepped over whole
            return Some(one.end);
        };
        Some(self.emit(read))
    }

    /// 半公升, 半个: a half is a figure only before a unit.
    fn half_of_unit(&self, at: usize) -> Option<Amount> {
        let mut cursor = Cursor::new(self.text, at);
        if !cursor.eat("半") {
            return None;
        }
        let half = numeral::half(at, cursor.at());
        let (suffix, _) = suffix::read(self.text, cursor.at(), &half)?;
        let measured = matches!(suffix, Suffix::Unit { .. } | Suffix::Percent { word: "成", .. });
        measured.then(|| Amount::of(half))
    }

    /// Reads on behind the first figure: its unit, the second end of a range, a product.
    fn extend(&self, one: Amount, prefix: Option<(&'static str, bool)>) -> Option<Read<'t>> {
        let text = self.text;
        let (low, high) = (one.low?, one.high?);
        let first = suffix::read(text, one.end, &one.numeral);
        if let Some((suffix, end)) = first {
            let mut read = Read { amount: one, low, high, prefix, suffix: Some(suffix), first_suffix: None, end };
            if let Some(second) = self.second_with_unit(&one, suffix, end) {
                read = second;
                read.prefix = prefix;
            }
            return Some(read);
        }
        if let Some((product, suffix, end)) = self.product(&one) {
            let amount = Amount { end: product.end, low: product.low, high: product.high, numeral: product.numeral, ..one };
            return Some(Read { amount, low: product.low?, high: product.high?, prefix, suffix: Some(suffix), first_suffix: None, end });
        }
        let joint = context::skip_included(text, one.end);
        if let Some(range) = amount::second_end(text, &one, joint).filter(|range| !context::is_date_like(text, &one, range)) {
            let suffix = suffix::read(text, range.end, &range.numeral);
            let end = suffix.map_or(range.end, |(_, end)| end);
            return Some(Read {
                amount: range,
                low: range.low?,
                high: range.high?,
                prefix,
                suffix: suffix.map(|(suffix, _)| suffix),
                first_suffix: None,
                end,
            });
        }
        Some(Read { amount: one, low, high, prefix, suffix: None, first_suffix: None, end: one.end })
    }

    /// 10%—15%, 1万元--5万元, 500米至2公里: a range whose first end has its unit too.
    fn second_with_unit(&self, one: &Amount, first: Suffix<'t>, end: usize) -> Option<Read<'t>> {
        if one.shape != Shape::Exact || first == Suffix::Time {
            return None;
        }
        // 五块六到五块七毛八
        let spoken = Cursor::new(self.text, end).before() == Some('块');
        let change = if matches!(first, Suffix::Money { parts: 1, .. }) { money::small_change(self.text, end, 1, spoken) } else { None };
        let end = change.map_or(end, |(_, end)| end);
        let mut cursor = Cursor::new(self.text, context::skip_included(self.text, end));
        amount::eat_joint(&mut cursor)?;
        let second = amount::read_one(self.text, cursor.at()).filter(|second| second.shape == Shape::Exact)?;
        let (suffix, end) = suffix::read(self.text, second.end, &second.numeral)?;
        let alike = match (first, suffix) {
            (Suffix::Money { currency: a, .. }, Suffix::Money { currency: b, .. }) => a == b,
            (Suffix::Percent { unit: a, word, .. }, Suffix::Percent { unit: b, word: other, .. }) => a == b && (word == "成") == (other == "成"),
            (Suffix::Unit { unit: a, .. }, Suffix::Unit { unit: b, .. }) => a.base == b.base,
            (Suffix::Measure(a), Suffix::Measure(b)) => a == b,
            _ => false,
        };
        let (low, high) = (one.low?.checked_add(change.map_or(Decimal::ZERO, |(part, _)| part))?, second.low?);
        let amount = Amount { end: second.end, low: Some(low), high: Some(high), shape: Shape::Range, numeral: second.numeral, ..*one };
        alike.then_some(Read { amount, low, high, prefix: None, suffix: Some(suffix), first_suffix: Some(first), end })
    }

    /// 2×660MW: a count times a size.
    fn product(&self, one: &Amount) -> Option<(Amount, Suffix<'t>, usize)> {
        let mut cursor = Cursor::new(self.text, one.end);
        skip_spaces(&mut cursor);
        cursor.eat_any(words!["×", "x", "X", "*", "＊", "✕", "╳"])?;
        skip_spaces(&mut cursor);
        let mut second = amount::read_one(self.text, cursor.at()).filter(|second| second.shape == Shape::Exact && one.shape == Shape::Exact)?;
        let (suffix, end) = suffix::read(self.text, second.end, &second.numeral)?;
        let value = one.low?.checked_mul(second.low?)?;
        (second.low, second.high) = (Some(value), Some(value));
        matches!(suffix, Suffix::Unit { .. }).then_some((second, suffix, end))
    }

    fn fraction(&mut self, at: usize, number: usize, hedge: Option<hedge::Hedge>, fraction: numeral::Fraction) -> Option<usize> {
        if fraction.stroke && !context::may_begin(self.text, number) {
            return Some(fraction.end);
        }
        let before = hedge.map(|hedge| hedge.bound);
        let span_start = at;
        let mut end = fraction.end;
        let Some(figure) = fraction.figure else { return Some(end) };
        if let Some(exponent) = fraction.hundred {
            let percent = percent::of_fraction(figure, exponent)?;
            // 百分之三十到四十一
            if let Some((high, after)) = percent::second_of_fraction(self.text, end, exponent) {
                end = after;
                let magnitude = Magnitude::bounded(percent, high, Bound::Range);
                let value = Value::Percent(Percent { magnitude, unit: PercentUnit::Percent });
                return Some(self.push(Mention::new(Span::new(number, end), value, "percent.of_hundred")));
            }
            let after = hedge::after(self.text, end);
            end = after.map_or(end, |(_, end)| end);
            let bound = amount::combine(before, after.map(|(bound, _)| bound));
            let value = Value::Percent(Percent { magnitude: Magnitude::bounded(percent, percent, bound), unit: PercentUnit::Percent });
            return Some(self.push(Mention::new(Span::new(span_start, end), value, "percent.of_hundred")));
        }
        let after = hedge::after(self.text, end);
        let bound = amount::combine(before, after.map(|(bound, _)| bound));
        // 四分之一公升
        if let Some((Suffix::Unit { unit, .. }, unit_end)) =
            numeral::read(self.text, number).and_then(|numeral| suffix::read(self.text, end, &numeral))
        {
            let lifted = quantity::lift_figure(figure, unit)?;
            let value = Quantity { magnitude: Magnitude::bounded(lifted, lifted, bound), unit: Some(unit.base.to_owned()), of: None, per: None };
            return Some(self.push(Mention::new(Span::new(span_start, unit_end), Value::Quantity(value), "quantity.fraction")));
        }
        end = after.map_or(end, |(_, end)| end);
        let magnitude = Magnitude::bounded(figure, figure, bound);
        let span = Span::new(span_start, end);
        // 占全省的1/3 is a share; 3/5 alone may be a page or a day
        let share = figure.numerator() < figure.denominator()
            && (hedge.is_some()
                || Cursor::new(self.text, span_start).before().is_some_and(|c| any!("的占达至到有足了").of(c))
                || Cursor::new(self.text, end).peek().is_some_and(|c| any!("的以左强").of(c)));
        let mention = if fraction.stroke && !share {
            Mention::new(span, Value::Number(Number { magnitude }), "number.fraction")
        } else {
            Mention::new(span, Value::Percent(Percent { magnitude, unit: PercentUnit::Fraction }), "percent.fraction")
        };
        Some(self.push(mention))
    }

    /// 百分百, 百分三十.
    fn hundred_without_joint(&mut self, at: usize, number: usize, hedge: Option<hedge::Hedge>) -> Option<usize> {
        let (figure, mut end) = percent::hundred(self.text, number)?;
        let after = hedge::after(self.text, end);
        end = after.map_or(end, |(_, end)| end);
        let bound = amount::combine(hedge.map(|hedge| hedge.bound), after.map(|(bound, _)| bound));
        let value = Value::Percent(Percent { magnitude: Magnitude::bounded(figure, figure, bound), unit: PercentUnit::Percent });
        Some(self.push(Mention::new(Span::new(at, end), value, "percent.of_hundred")))
    }

    /// Pushes what an amount says; where to go on.
    fn emit(&mut self, mut read: Read<'t>) -> usize {
        let mention = match read.suffix {
            Some(Suffix::Money { .. }) => money::of(self.text, &mut read, self.currency),
            Some(Suffix::Percent { .. }) => percent::of(self.text, &mut read),
            Some(Suffix::Unit { .. }) => quantity::of_unit(self.text, &mut read),
            Some(Suffix::Measure(_)) => quantity::of_measure(self.text, &mut read),
            Some(Suffix::Time) => None,
            None => money::of_bare(self.text, &mut read, self.currency)
                .or_else(|| heading::cell(self.text, self.tables, &mut read, self.currency))
                .or_else(|| heading::before(self.text, &mut read, self.currency)),
        };
        let is_money = mention.as_ref().is_some_and(|mention| matches!(mention.value, Value::Money(_) | Value::Percent(_)));
        let counted = mention.is_some();
        if !is_money {
            let end = number::of(self.text, self.hits, &read, counted).map(|bare| {
                let end = bare.span.end;
                self.numbers.push(bare);
                end
            });
            if mention.is_none() {
                let behind = if read.suffix == Some(Suffix::Time) || read.suffix.is_none() { read.amount.end } else { read.end };
                return end.unwrap_or(behind).max(behind);
            }
        }
        let Some(mention) = mention else { return read.end };
        let end = mention.span.end;
        self.found.push(mention);
        self.share_hedge();
        end
    }

    /// 50亿元或5亿美元以上: the hedge after the second amount holds for both.
    fn share_hedge(&mut self) {
        let [.., first, second] = self.found.as_mut_slice() else { return };
        let between = Span::new(first.span.end, second.span.start).of(self.text);
        if !matches!(between, "或" | "或者") {
            return;
        }
        let (
            Value::Money(Money { magnitude: first, .. }) | Value::Quantity(Quantity { magnitude: first, .. }),
            Value::Money(Money { magnitude: second, .. }) | Value::Quantity(Quantity { magnitude: second, .. }),
        ) = (&mut first.value, &second.value)
        else {
            return;
        };
        if let (Bound::Exact, Bound::AtLeast | Bound::AtMost, Some(low), Some(high)) = (first.bound, second.bound, first.low, first.high) {
            *first = Magnitude::bounded(low, high, second.bound);
        }
    }
}

/// A mention with a hedge before it.
fn hedged(mut mention: Mention, at: usize, hedge: Option<hedge::Hedge>) -> Mention {
    if let (Some(hedge), Value::Percent(percent)) = (hedge, &mut mention.value) {
        if let (Bound::Exact, Some(low), Some(high)) = (percent.magnitude.bound, percent.magnitude.low, percent.magnitude.high) {
            percent.magnitude = Magnitude::bounded(low, high, hedge.bound);
        }
        mention.span.start = at;
    }
    mention
}

/// Whether nothing but space stands at `at`.
pub(crate) fn ends_word(text: &str, at: usize) -> bool {
    Cursor::new(text, at).peek().is_none_or(|c| !c.is_alphanumeric() || is_space(c))
}

/// A decimal as a figure.
pub(crate) fn figure(decimal: Decimal) -> Option<Figure> {
    Some(Figure::from(decimal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeral::Sign;

    #[test]
    fn every_numeral_and_hedge_is_a_trigger() {
        for c in '\0'..=char::MAX {
            let opens = arabic(c).is_some() || sign(c).is_some_and(|sign| sign != Sign::Over) || hedge::starts(c);
            assert!(triggers(c) || !opens, "{c}");
        }
    }
}
