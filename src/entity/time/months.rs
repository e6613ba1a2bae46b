//! Reads months: 3月, 十二月份, 元月, 上个月, 当月, 腊月.

use super::digits::{Script, whole};
use super::grammar::Step;
use super::scan::{eat_if, spaces};
use crate::cursor::Cursor;
use crate::word_table::{Words, words};

/// What follows 月 where 月 is no month, though a figure stands before it: 月饼, 月薪, 月龄. 产 and 销 begin a word of their own there: 6月|销量.
pub(crate) const NO_MONTH: &[char] = &['饼', '球', '薪', '租', '嫂', '色', '亮', '牙', '龄', '息'];

/// What follows the name of a month where 月 belongs to the next word: 该|月饼, 基本|月租. 本月|薪酬 and 当月|产量 tell a month.
const NO_NAMED_MONTH: &[char] = &['饼', '球', '嫂', '租'];

/// 3月, 十二月份, 元月, 首月, 正月, 腊月, 闰四月, 上个月, 本月, 当月.
pub(crate) fn month(cursor: &mut Cursor<'_>, first: char) -> Option<Step> {
    if let Some((word, step)) = NAMES.beginning(cursor.rest()).next() {
        let mut ahead = *cursor;
        ahead.eat(word);
        if ahead.rest().starts_with(NO_NAMED_MONTH) || cursor.before() == Some('以') || (*word == "本月" && ahead.rest().starts_with('刊')) {
            return None;
        }
        ahead.eat("份");
        *cursor = ahead;
        return Some(*step);
    }
    if matches!(first, '上' | '下') {
        return offset(cursor, words!["月"], false, "球份").map(Step::MonthOffset);
    }
    let mut ahead = *cursor;
    let leap = ahead.eat("闰");
    // 第8个月 is read as a counted month
    let figure = whole(&mut ahead)?;
    spaces(&mut ahead);
    if !ahead.eat("月") || ahead.rest().starts_with(NO_MONTH) || (ahead.rest().starts_with('期') && !ahead.rest().starts_with("期间")) {
        return None;
    }
    if ahead.eat("份") && ahead.rest().starts_with('额') {
        return None;
    }
    let _ = eat_if(&mut ahead, "间", |next| !next.starts_with(['隔', '接', '歇']));
    let step = match (figure.script, figure.length) {
        (_, _) if (1..=12).contains(&figure.value) && !(figure.script == Script::Digits && figure.length > 1) => {
            let month = figure.value as u8;
            if leap { Step::LunarMonth(month, true) } else { Step::Month(month) }
        }
        // 七八月
        (Script::Digits, 2) if figure.value >= 10 && figure.value / 10 + 1 == figure.value % 10 && !leap => {
            Step::Months((figure.value / 10) as u8, (figure.value % 10) as u8)
        }
        _ => return None,
    };
    *cursor = ahead;
    if let Step::Month(_) = step {
        // 3月当月
        let _ = eat_if(cursor, "当月", |_| true);
    }
    Some(step)
}

/// Months by name.
pub(crate) static NAMES: Words<(&str, Step)> = Words::of_pairs(&[
    ("元月", Step::Month(1)),
    ("首月", Step::Month(1)),
    ("正月", Step::LunarMonth(1, false)),
    ("冬月", Step::LunarMonth(11, false)),
    ("腊月", Step::LunarMonth(12, false)),
    ("本月", Step::MonthOffset(0)),
    ("这个月", Step::MonthOffset(0)),
    ("这一个月", Step::MonthOffset(0)),
    ("这月", Step::MonthOffset(0)),
    ("当月", Step::TextMonth(0)),
    ("同月", Step::TextMonth(0)),
    ("该月", Step::TextMonth(0)),
    ("次月", Step::TextMonth(1)),
    ("翌月", Step::TextMonth(1)),
]);

/// 上, 上上, 上一个, 下个 before a unit: −1, −2, −1, 1.
pub(crate) fn offset(cursor: &mut Cursor<'_>, units: &Words<&'static str>, bare_day: bool, not_before: &str) -> Option<i32> {
    let mut ahead = *cursor;
    let sign = if ahead.peek() == Some('上') { -1 } else { 1 };
    let word = if sign < 0 { "上" } else { "下" };
    // 以上月份: a bound, no month
    if cursor.before() == Some('以') {
        return None;
    }
    let mut count = 0;
    while ahead.eat(word) {
        count += 1;
    }
    let one = ahead.eat("一");
    let counted = ahead.eat("个") || one;
    if !counted && bare_day {
        return None;
    }
    ahead.eat_any(units)?;
    if ahead.peek().is_some_and(|c| not_before.contains(c)) && !ahead.rest().starts_with("份") {
        return None;
    }
    ahead.eat("份");
    if !(1..=4).contains(&count) {
        return None;
    }
    *cursor = ahead;
    Some(sign * count)
}
