//! Whole figures of the calendar: years, months, days and hours are short and written in few ways.
//!
//! Amounts are read by [`crate::numeral`]; here it matters how a figure is written (二三年 is a year, 二十三年 a length), not how large it is.

use crate::cursor::Cursor;

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// 2023
    Arabic,
    /// 二〇二三
    Digits,
    /// 二十三
    Placed,
}

/// A figure and how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    pub(crate) value: u32,
    /// Characters.
    pub(crate) length: usize,
    pub(crate) script: Script,
    /// 07, 零七
    pub(crate) zero_first: bool,
}

/// The value of an Arabic figure, ASCII or full width.
#[inline]
pub(crate) fn arabic(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
}

/// The value of a Chinese figure below ten.
#[inline]
pub(crate) fn chinese(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

#[inline]
const fn place(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// Whether a character belongs to a figure, in any script.
#[inline]
pub(crate) fn is_figure(c: char) -> bool {
    arabic(c).is_some() || chinese(c).is_some() || place(c).is_some() || matches!(c, '廿' | '卅')
}

/// The longest figure that is read; a longer one is none of the calendar's.
const LONGEST: usize = 9;

/// Reads a whole figure. The cursor moves only where one is read.
pub(crate) fn whole(cursor: &mut Cursor<'_>) -> Option<Whole> {
    let mut ahead = *cursor;
    let first = ahead.peek()?;
    let read = if arabic(first).is_some() { arabic_run(&mut ahead) } else { chinese_run(&mut ahead) }?;
    *cursor = ahead;
    Some(read)
}

fn arabic_run(cursor: &mut Cursor<'_>) -> Option<Whole> {
    let (mut value, mut length, zero_first) = (0, 0, matches!(cursor.peek(), Some('0' | '０')));
    while let Some(digit) = cursor.peek().and_then(arabic) {
        length += 1;
        if length > LONGEST {
            return None;
        }
        value = value * 10 + digit;
        cursor.bump();
    }
    (length > 0).then_some(Whole { value, length, script: Script::Arabic, zero_first })
}

fn chinese_run(cursor: &mut Cursor<'_>) -> Option<Whole> {
    let zero_first = matches!(cursor.peek(), Some('〇' | '零' | '○'));
    let (mut digits, mut placed, mut sum, mut pending) = (0_u32, false, 0_u32, None::<u32>);
    let mut length = 0;
    let mut last_place = u32::MAX;
    while let Some(c) = cursor.peek() {
        if let Some(digit) = chinese(c) {
            // 三十五六 is an estimate, no date: two figures in a row stand only in a row of figures.
            if placed && pending.is_some_and(|pending| pending != 0) {
                return None;
            }
            digits = digits.checked_mul(10)?.checked_add(digit)?;
            pending = Some(digit);
        } else if let Some(place) = place(c) {
            if length > 1 && !placed || place >= last_place {
                break;
            }
            sum += pending.unwrap_or(1).max(u32::from(pending.is_none())) * place;
            (placed, last_place, pending) = (true, place, None);
        } else if let Some(tens) = match c {
            '廿' => Some(20),
            '卅' => Some(30),
            _ => None,
        } {
            if length > 0 {
                break;
            }
            (placed, last_place, sum) = (true, 10, tens);
        } else {
            break;
        }
        length += 1;
        if length > LONGEST {
            return None;
        }
        cursor.bump();
    }
    if length == 0 {
        return None;
    }
    let (value, script) = if placed { (sum + pending.unwrap_or(0), Script::Placed) } else { (digits, Script::Digits) };
    Some(Whole { value, length, script, zero_first })
}

/// Steps over one figure of any script and what belongs to it (a decimal point, grouping commas): a date never starts inside a figure.
pub(crate) fn skip_figure(cursor: &mut Cursor<'_>) {
    let is_arabic = cursor.peek().is_some_and(|c| arabic(c).is_some());
    let mut belongs = |c: char| if is_arabic { arabic(c).is_some() || c == '.' || c == ',' } else { is_figure(c) };
    while cursor.peek().is_some_and(&mut belongs) {
        cursor.bump();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_how_they_are_written() {
        let read = |text: &str| {
            let mut cursor = Cursor::new(text, 0);
            whole(&mut cursor).map(|w| (w.value, w.script, cursor.at()))
        };
        assert_eq!(read("2023年"), Some((2023, Script::Arabic, 4)));
        assert_eq!(read("二〇二三年"), Some((2023, Script::Digits, 12)));
        assert_eq!(read("二十三年"), Some((23, Script::Placed, 9)));
        assert_eq!(read("十二月"), Some((12, Script::Placed, 6)));
        assert_eq!(read("两千零五年"), Some((2005, Script::Placed, 12)));
        assert_eq!(read("廿二"), Some((22, Script::Placed, 6)));
        assert_eq!(read("三十五六"), None);
        assert_eq!(read("月"), None);
    }
}
