//! Units that are said once for figures behind them: in a heading, 总投资额(亿元)：12.6, or in the headings of a table.

use super::suffix::{self, Suffix};
use super::{Read, figure};
use crate::context::Mention;
use crate::cursor::Cursor;
use crate::entity::money::Money;
use crate::entity::percent::{Percent, PercentUnit};
use crate::entity::quantity::{self, Quantity};
use crate::entity::{Value, units};
use crate::magnitude::Magnitude;
use crate::numeral::{self, is_space};
use crate::reading::table::{CellUnit, Table};
use crate::seek::Seek;
use crate::span::Span;
use rust_decimal::Decimal;

/// A unit that is said apart from its figures.
#[derive(Clone, Copy)]
struct Unit<'t> {
    suffix: Suffix<'t>,
    scale: Decimal,
    span: Span,
}

/// The unit that fills the stretch of the text: 万元, 亩.
fn unit(text: &str, span: Span) -> Option<Unit<'_>> {
    let numeral = numeral::read(text, span.start).filter(|numeral| numeral.bare && numeral.end <= span.end);
    // What a unit is does not hang on the figure before it, unless that is a multiplier.
    let unscaled = numeral::half(span.start, span.start);
    let (suffix, end) = suffix::read(text, numeral.map_or(span.start, |numeral| numeral.end), &numeral.unwrap_or(unscaled))?;
    let scale = numeral.map_or(Some(Decimal::ONE), |numeral| numeral.exact()?.decimal())?;
    (end == span.end && !matches!(suffix, Suffix::Time)).then_some(Unit { suffix, scale, span })
}

impl Unit<'_> {
    /// The figure in this unit. What it counts stands before byte `noun`.
    fn of(&self, text: &str, read: &mut Read<'_>, noun: usize, plain: &'static str) -> Option<Mention> {
        let lift = |decimal: Decimal| decimal.checked_mul(self.scale);
        let (low, high) = (lift(read.low)?, lift(read.high)?);
        let bound = read.amount.bound(None);
        let magnitude = Magnitude::bounded(figure(low)?, figure(high)?, bound);
        let of = || units::nouns::before(text, noun).map(str::to_owned);
        let (value, rule) = match self.suffix {
            Suffix::Money { currency, plain: is_plain, .. } => {
                (Value::Money(Money { magnitude, currency: if is_plain { plain } else { currency }.to_owned(), per: None }), "money.unit_in_heading")
            }
            Suffix::Percent { unit, word: "%" | "％" | "倍" | "个百分点" | "百分点", .. } => {
                (Value::Percent(Percent { magnitude, unit }), "percent.unit_in_heading")
            }
            Suffix::Unit { unit, .. } => {
                let magnitude = Magnitude::bounded(quantity::lift(low, unit)?, quantity::lift(high, unit)?, bound);
                (Value::Quantity(Quantity { magnitude, unit: Some(unit.base.to_owned()), of: of(), per: None }), "quantity.unit_in_heading")
            }
            Suffix::Measure(word) => {
                (Value::Quantity(Quantity { magnitude, unit: Some(word.to_owned()), of: of(), per: None }), "quantity.unit_in_heading")
            }
            _ => return None,
        };
        let mut mention = Mention::new(Span::new(read.amount.start, read.amount.end), value, rule);
        mention.evidence.push(self.span);
        Some(mention)
    }
}

/// How far before a figure its unit may stand in parentheses, in bytes.
const HEADING: usize = 40;

/// 总投资额(亿元)：12.6: the unit stands in parentheses before the figure.
pub(crate) fn before(text: &str, read: &mut Read<'_>, plain: &'static str) -> Option<Mention> {
    let behind = Cursor::new(text, read.amount.start).behind();
    let trimmed = behind.trim_end_matches(|c: char| is_space(c) || matches!(c, ':' | '：' | '为' | '达' | '|'));
    let inside = trimmed.strip_suffix([')', '）'])?;
    let from = inside.len().saturating_sub(HEADING);
    let from = (from..inside.len()).find(|from| inside.is_char_boundary(*from))?;
    let open = from + inside.get(from..)?.rfind(['(', '（'])?;
    let content = inside.get(open..)?.trim_start_matches(['(', '（']).without_leading("单位").trim_start_matches([':', '：']);
    unit(text, Span::new(inside.len() - content.len(), inside.len()))?.of(text, read, open, plain)
}

/// A figure that fills a cell of one of the tables and has no unit of its own.
pub(crate) fn cell(text: &str, tables: &[Table], read: &mut Read<'_>, plain: &'static str) -> Option<Mention> {
    let span = Span::new(read.amount.start, read.amount.end);
    let table = Table::at(tables, span.start)?;
    let (row, column) = table.cell(span.start)?;
    let filled = table.rows.get(row)?.get(column)? == &span;
    // what is counted stands in the heading, in a list before the figure
    let noun = table.columns.get(column).map_or(span.start, |column| column.heading.end);
    match table.unit(text, row, column).filter(|_| filled)? {
        CellUnit::Written(written) => unit(text, written)?.of(text, read, noun, plain),
        CellUnit::Percent(said) => Unit { suffix: PERCENT, scale: Decimal::ONE, span: said }.of(text, read, noun, plain),
    }
}

const PERCENT: Suffix<'static> = Suffix::Percent { unit: PercentUnit::Percent, word: "%", numerator: 1, denominator: 1 };
