//! Units that are said once for figures behind them: in a heading, 总投资额(亿元)：12.6, or above a table, 单位：万元.

use super::suffix::{self, Suffix};
use super::{Read, figure};
use crate::context::Mention;
use crate::cursor::Cursor;
use crate::entity::money::Money;
use crate::entity::percent::Percent;
use crate::entity::quantity::{self, Quantity};
use crate::entity::{Value, units};
use crate::magnitude::Magnitude;
use crate::numeral::{self, arabic, is_space};
use crate::span::Span;
use crate::word_table::words;
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
    let content = inside.get(open..)?.trim_start_matches(['(', '（']).trim_start_matches("单位").trim_start_matches([':', '：']);
    unit(text, Span::new(inside.len() - content.len(), inside.len()))?.of(text, read, open, plain)
}

/// A table whose figures are all in one unit.
pub(crate) struct Table<'t> {
    unit: Unit<'t>,
    /// Its rows.
    rows: Span,
}

/// A row of a table is no longer than this, in bytes.
const ROW: usize = 200;
/// Words of columns whose figures are in another unit than the rest of the table.
const OTHER_COLUMNS: [&str; 10] = ["(", "（", "个数", "数量", "家数", "增速", "增长", "增幅", "比重", "占比"];

/// The tables of a text above which 单位：万元 stands, in order.
pub(crate) fn tables(text: &str) -> Vec<Table<'_>> {
    text.match_indices("单位").filter_map(|(at, word)| table(text, at + word.len())).collect()
}

/// The table whose unit is named behind 单位, which ends at byte `at`.
fn table(text: &str, at: usize) -> Option<Table<'_>> {
    let mut cursor = Cursor::new(text, at);
    cursor.eat_any(words![":", "："])?;
    cursor.eat_while(is_space);
    let start = cursor.at();
    cursor.eat_while(|c| c.is_alphanumeric() || c == '%');
    let unit = unit(text, Span::new(start, cursor.at()))?;
    cursor.eat_any(words![")", "）"]);
    cursor.eat_while(|c| is_space(c) && c != '\n');
    if cursor.peek() != Some('\n') {
        return None;
    }
    cursor.eat("\n");
    let rows = cursor.rest().split_inclusive('\n');
    let rows = rows.take_while(|row| row.len() <= ROW && !row.contains(['。', '；', '，']) && !row.contains("单位"));
    let mut head = rows.clone().take(1);
    if head.any(|head| OTHER_COLUMNS.iter().any(|word| head.contains(word))) {
        return None;
    }
    let rows = Span::new(cursor.at(), cursor.at() + rows.map(str::len).sum::<usize>());
    Some(Table { unit, rows })
}

/// A figure that fills a cell of one of the tables.
pub(crate) fn cell(text: &str, tables: &[Table<'_>], read: &mut Read<'_>, plain: &'static str) -> Option<Mention> {
    let span = Span::new(read.amount.start, read.amount.end);
    let next = tables.partition_point(|table| table.rows.start <= span.start);
    let table = tables.get(next.checked_sub(1)?).filter(|table| table.rows.contains(span))?;
    let row = text.get(..span.start)?.rsplit('\n').next().unwrap_or_default();
    let name = row.trim_end_matches(|c: char| is_space(c) || matches!(c, '|' | ':' | '：'));
    let behind = Cursor::new(text, span.end).peek();
    // A row begins with a name; what touches other characters is no cell; a year is a heading.
    let filled = name.len() < row.len() && behind.is_none_or(|c| is_space(c) || matches!(c, '|' | '\n' | '\r'));
    let year = span.len() == 4 && span.of(text).chars().all(|c| arabic(c).is_some()) && span.of(text).starts_with(['1', '2']) && {
        let low = read.low;
        low >= Decimal::from(1900) && low <= Decimal::from(2100)
    };
    (filled && !year && name.contains(char::is_alphabetic)).then(|| table.unit.of(text, read, span.start, plain))?
}
