//! What the words around a figure say of it: codes and formulas that are none, the currency of the text.

use super::suffix;
use crate::cursor::Cursor;
use crate::magnitude::amount::Amount;
use crate::magnitude::hedge;
use crate::numeral::{self, arabic, is_space};
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_table::{Words, words};
use memchr::memmem;

/// Whether a figure may begin at byte `at`: not inside a code (X86), a version (1.2.3), a formula (6+365) or an address.
pub(crate) fn may_begin(text: &str, at: usize) -> bool {
    let cursor = Cursor::new(text, at);
    if !cursor.peek().is_some_and(|c| arabic(c).is_some() || c == '.') {
        return true;
    }
    let mut behind = cursor.behind().chars().rev();
    let (Some(before), earlier) = (behind.next(), behind.next()) else { return true };
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    match before {
        '_' | '%' | '=' | '#' | '&' | '@' | '\\' => false,
        '.' | '．' => !joined(earlier),
        // 6+365 and X+2 are formulas, CAGR+20% is a change
        '+' => !joined(earlier) || earlier.is_some_and(|c| c.is_ascii_alphabetic()) && behind.next().is_some_and(|c| c.is_ascii_alphabetic()),
        '-' => !earlier.is_some_and(|c| c.is_ascii_alphabetic()),
        // 50MW/100MWh are two sizes, 4/5 and //12 are none
        '/' => !earlier.is_some_and(|c| c.is_ascii_digit() || c == '/'),
        c if c.is_ascii_digit() => false,
        // letters before it: the caller decides
        _ => true,
    }
}

/// Whether the 一 at byte `at` is the end of 唯一, 统一, 单一 …
pub(crate) fn closes_word(text: &str, at: usize) -> bool {
    Cursor::new(text, at).before().is_some_and(|c| any!("唯惟统单同逐专如均归划纯不").of(c))
}

/// The end of a run of letters, digits and joining signs at byte `at`.
pub(crate) fn run_end(text: &str, at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, at);
    cursor.eat_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '_'));
    Some(cursor.at())
}

/// Words of growth before which a minus is a sign; 产量-20% says that something fell by 20%.
static SIGNED: Words<&str> = Words::of(&[
    "增长", "增速", "增幅", "同比", "环比", "增加", "为", "至", "到", "是", "在", "达", "从", "率", "下降", "速", "温", "度", "零下", "约",
]);

/// Whether a minus before a figure belongs to it.
pub(crate) fn is_negative(text: &str, at: usize) -> bool {
    let cursor = Cursor::new(text, at);
    if cursor.peek() == Some('负') {
        return !cursor.before().is_some_and(|c| any!("正担背肩减抱").of(c));
    }
    let behind = cursor.behind();
    let Some(before) = cursor.before() else { return true };
    let stretch = matches!(before, '-' | '－' | '−' | '%' | '％' | ')' | '）') || before.is_alphanumeric();
    !stretch || SIGNED.end(behind)
}

/// Steps over (含) between the ends of a range: 1万(含)-5万元.
pub(crate) fn skip_included(text: &str, at: usize) -> usize {
    let mut cursor = Cursor::new(text, at);
    cursor.eat_any(words!["(含)", "（含）"]);
    cursor.at()
}

/// 2023-07-15, 5-10:30: a dash between parts of a date or a code.
pub(crate) fn is_date_like(text: &str, first: &Amount, range: &Amount) -> bool {
    let after = Cursor::new(text, range.end);
    let before = Cursor::new(text, first.number).before();
    after.peek().is_some_and(|c| {
        matches!(c, '-' | ':' | '：') || c.is_ascii_alphabetic() && !c.is_ascii_digit() && suffix::read(text, range.end, &range.numeral).is_none()
    }) || before == Some('-')
}

/// The currency that 元 stands for: what the text says it means (新台币,下同), else the one of its 新台币3亿元 where it names no 人民币, else CNY.
pub(crate) fn currency(text: &str) -> &'static str {
    static NAMES: Words<(&str, &str)> = Words::of_pairs(&[
        ("新台币", "TWD"),
        ("台币", "TWD"),
        ("港币", "HKD"),
        ("人民币", "CNY"),
        ("美元", "USD"),
        ("澳门元", "MOP"),
        ("日元", "JPY"),
    ]);
    // in a whole text the search that makes itself ready is the faster one
    let place_of = |word: &str| memmem::find(text.as_bytes(), word.as_bytes());
    if let Some(at) = place_of("下同") {
        let start = at.saturating_sub(30);
        let start = (start..=at).find(|start| text.is_char_boundary(*start)).unwrap_or(at);
        let clause = Span::new(start, at).of(text);
        let clause = clause.rsplit(['(', '（', '。', '；']).next().unwrap_or(clause);
        if let Some((_, code)) = NAMES.iter().find(|(name, _)| clause.has(name)) {
            return code;
        }
    }
    if place_of("人民币").is_some() {
        return "CNY";
    }
    let leads = |name: &str| {
        place_of(name).is_some()
            && text.match_indices(name).any(|(at, _)| {
                let mut cursor = Cursor::new(text, at + name.len());
                cursor.eat_while(|c| is_space(c) || hedge::starts(c));
                let numeral = numeral::read(text, cursor.at());
                let led = numeral.is_some_and(|numeral| Cursor::new(text, numeral.end).rest().trim_start().starts_with('元'));
                let followed = Cursor::new(text, at).before() == Some('元');
                led || followed
            })
    };
    match () {
        () if leads("台币") => "TWD",
        () if leads("港币") => "HKD",
        () => "CNY",
    }
}
