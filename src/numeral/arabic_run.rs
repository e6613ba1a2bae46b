//! Reads figures in Arabic digits: grouped, in full width, with a point that may be spoilt.

use super::characters::{arabic, skip_spaces};
use super::exact::Exact;
use crate::cursor::Cursor;

/// A run of Arabic digits.
pub(crate) struct ArabicRun {
    pub(crate) value: Option<Exact>,
    pub(crate) whole_digits: u32,
    pub(crate) fraction: bool,
}

/// Reads 1,200.5 or ２００ or .5; the cursor stays where none stands.
pub(crate) fn read_arabic(cursor: &mut Cursor<'_>) -> Option<ArabicRun> {
    let mut ahead = *cursor;
    let mut value = Some(Exact::ZERO);
    let whole_digits = read_digits(&mut ahead, &mut value, false);
    let mut whole = whole_digits;
    if (1..=3).contains(&whole) {
        let alone = (ahead, value, whole);
        let mut spaced = false;
        while let Some((separator, digits, after)) = read_group(ahead) {
            for digit in digits {
                value = value.and_then(|value| value.push(digit, false));
            }
            whole += 3;
            ahead = after;
            spaced |= matches!(separator, ' ' | '\u{A0}');
        }
        // Two figures may stand beside one another with a space between them: one that is grouped by spaces follows a word at once and has a
        // multiplier or 元 behind it, as in 投资1 200万元.
        let sure = || cursor.before().is_some_and(char::is_alphabetic) && ahead.peek().is_some_and(|c| matches!(c, '万' | '亿' | '元'));
        if spaced && !sure() {
            (ahead, value, whole) = alone;
        }
    }
    let mut fraction = false;
    let mut behind = ahead;
    if behind.bump().is_some_and(|c| matches!(c, '.' | '．')) && read_digits(&mut behind, &mut value, true) > 0 {
        fraction = true;
        ahead = behind;
    } else if (1..=4).contains(&whole) {
        if let Some((damaged, after)) = read_damaged_point(ahead, value) {
            (value, ahead, fraction) = (damaged, after, true);
        }
    }
    if whole == 0 && !fraction {
        return None;
    }
    *cursor = ahead;
    Some(ArabicRun { value, whole_digits: whole, fraction })
}

fn read_digits(cursor: &mut Cursor<'_>, value: &mut Option<Exact>, fraction: bool) -> u32 {
    let mut count = 0;
    while let Some(digit) = cursor.peek().and_then(arabic) {
        cursor.bump();
        *value = value.and_then(|value| value.push(digit, fraction));
        count += 1;
    }
    count
}

/// A comma or space and exactly three digits.
fn read_group(mut cursor: Cursor<'_>) -> Option<(char, [u8; 3], Cursor<'_>)> {
    let separator = cursor.bump().filter(|c| matches!(c, ',' | '，' | ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}'))?;
    let mut digits = [0; 3];
    for digit in &mut digits {
        *digit = cursor.bump().and_then(arabic)?;
    }
    cursor.peek().and_then(arabic).is_none().then_some((separator, digits, cursor))
}

/// 1。12亿 and, inside a sentence, 1. 12亿: a decimal point that typing or scraping spoilt. Only 亿, 万 or a per cent sign behind it makes
/// that certain.
fn read_damaged_point(cursor: Cursor<'_>, value: Option<Exact>) -> Option<(Option<Exact>, Cursor<'_>)> {
    let mut ahead = cursor;
    let point = ahead.bump()?;
    if point == '.' {
        let start = cursor.behind().trim_end_matches(|c| arabic(c).is_some());
        let inside = start.chars().next_back().is_some_and(|c| c.is_alphabetic());
        if !inside || skip_spaces(&mut ahead) == 0 {
            return None;
        }
    } else if point != '。' {
        return None;
    }
    let mut value = value;
    let count = read_digits(&mut ahead, &mut value, true);
    let sure = ahead.peek().is_some_and(|c| matches!(c, '亿' | '万' | '%' | '％'));
    ((1..=4).contains(&count) && sure).then_some((value, ahead))
}
