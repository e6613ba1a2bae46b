//! The characters that numerals are made of.

use crate::cursor::Cursor;
use crate::word_table::Words;

/// What one character may be in a numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// 零 〇 一 … 九 两 幺 and the financial 壹 贰 …
    Digit(u8),
    /// 廿 卅 卌: so many tens
    Tens(u8),
    /// 十 百 千: a power of ten inside a group of four digits
    Small(u32),
    /// 万 亿 兆 …: a power of ten that closes a group
    Big(u32),
    /// 几 数: some digit
    Several,
    /// 余 多 来: somewhat over
    Over,
}

/// The meaning of a character in a numeral.
#[inline]
pub(crate) fn sign(c: char) -> Option<Sign> {
    Some(match c {
        '零' | '〇' | '○' => Sign::Digit(0),
        '一' | '壹' | '幺' => Sign::Digit(1),
        '二' | '贰' | '两' => Sign::Digit(2),
        '三' | '叁' | '参' => Sign::Digit(3),
        '四' | '肆' => Sign::Digit(4),
        '五' | '伍' => Sign::Digit(5),
        '六' | '陆' => Sign::Digit(6),
        '七' | '柒' => Sign::Digit(7),
        '八' | '捌' => Sign::Digit(8),
        '九' | '玖' => Sign::Digit(9),
        '廿' => Sign::Tens(2),
        '卅' => Sign::Tens(3),
        '卌' => Sign::Tens(4),
        '十' | '拾' => Sign::Small(1),
        '百' | '佰' => Sign::Small(2),
        '千' | '仟' => Sign::Small(3),
        '万' => Sign::Big(4),
        '亿' => Sign::Big(8),
        '兆' => Sign::Big(12),
        '京' => Sign::Big(16),
        '垓' => Sign::Big(20),
        '秭' => Sign::Big(24),
        '穰' => Sign::Big(28),
        '几' | '数' => Sign::Several,
        '余' | '多' | '来' => Sign::Over,
        _ => return None,
    })
}

/// Financial digits and units. Each of them is also a common word or name (陆地, 队伍, 收拾, 放肆), so that one alone is no numeral.
pub(crate) fn is_financial(c: char) -> bool {
    matches!(c, '壹' | '贰' | '叁' | '参' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖' | '拾' | '佰' | '仟')
}

/// Units whose names begin like a numeral: 兆瓦 is no 兆 of 瓦 but a megawatt, 50万千瓦 are fifty myriads of kilowatts.
static PREFIXED_UNITS: Words<&str> = Words::of(&[
    "千瓦",
    "千克",
    "千米",
    "千伏",
    "千卡",
    "千赫",
    "千字节",
    "千比特",
    "千升",
    "千焦",
    "千帕",
    "千安",
    "千乏",
    "百帕",
    "兆瓦",
    "兆字节",
    "兆赫",
    "兆帕",
    "兆伏",
    "兆比特",
    "兆欧",
    "兆焦",
    "兆安",
    "兆位",
    "京津",
]);

/// Whether a unit, not a multiplier, begins here.
#[inline]
pub(crate) fn is_prefixed_unit(rest: &str) -> bool {
    rest.starts_with(['千', '百', '兆', '京']) && PREFIXED_UNITS.begin(rest)
}

/// The value of an ASCII or full-width digit.
#[inline]
pub(crate) fn arabic(c: char) -> Option<u8> {
    match c {
        '0'..='9' => u8::try_from(u32::from(c) - u32::from('0')).ok(),
        '０'..='９' => u8::try_from(u32::from(c) - u32::from('０')).ok(),
        _ => None,
    }
}

/// Whether a character is a space that scraping leaves inside an expression; line breaks are not.
#[inline]
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}' | '\t' | '\u{2002}' | '\u{2003}' | '\u{2009}')
}

/// How many spaces in a row may stand inside a numeral.
const SPACES: usize = 4;

/// Steps over the few spaces that may stand inside an expression.
#[inline]
pub(crate) fn skip_spaces(cursor: &mut Cursor<'_>) -> usize {
    let mut count = 0;
    while count < SPACES && cursor.peek().is_some_and(is_space) {
        cursor.bump();
        count += 1;
    }
    count
}
