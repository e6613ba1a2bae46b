//! The small steps that every reader of time takes.

use crate::cursor::Cursor;

/// Steps over the spaces that typesetting puts inside an expression: 1—10 月份, 2018年 12月.
#[inline]
pub(crate) fn spaces(cursor: &mut Cursor<'_>) {
    for _ in 0..2 {
        if !matches!(cursor.peek(), Some(' ' | '\u{3000}' | '\u{a0}')) {
            break;
        }
        cursor.bump();
    }
}

/// Whether the cursor stands where a clause may end: punctuation, a space, the end of the text.
pub(crate) fn at_edge(cursor: &Cursor<'_>) -> bool {
    cursor.peek().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '％' | '.' | '+' | '￥' | '$' | '℃' | '〇' | '-' | '—' | '~' | '～'))
}

/// Eats a word where what follows it passes the test.
pub(crate) fn eat_if(cursor: &mut Cursor<'_>, word: &str, test: impl Fn(&str) -> bool) -> bool {
    let mut ahead = *cursor;
    let found = ahead.eat(word) && test(ahead.rest());
    if found {
        *cursor = ahead;
    }
    found
}

/// How many bytes of spaces may stand before the first word of a text; more are not looked through.
const LONGEST_INDENT: usize = 300;

/// Whether nothing but spaces stands before the cursor.
pub(crate) fn opens_text(cursor: &Cursor<'_>) -> bool {
    cursor.at() <= LONGEST_INDENT && cursor.behind().trim().is_empty()
}
