//! Reads what is counted from the beginning or the end of a period: 前三季度, 第三周, 最后五天.

use super::digits::{Script, whole};
use super::grammar::{Step, Unit};
use super::months::NO_MONTH;
use super::scan::spaces;
use super::weeks::weekday_name;
use crate::cursor::Cursor;
use crate::word_table::Words;

/// Units that 前, 第, 最后 count inside a larger period. 月 alone (前8月) is a month too.
static UNITS: Words<(&str, Unit)> = Words::of_pairs(&[
    ("个季度", Unit::Quarter),
    ("季度", Unit::Quarter),
    ("个月", Unit::Month),
    ("月", Unit::Month),
    ("个星期", Unit::Week),
    ("个礼拜", Unit::Week),
    ("个周", Unit::Week),
    ("星期", Unit::Week),
    ("礼拜", Unit::Week),
    ("周", Unit::Week),
    ("天", Unit::Day),
    ("日", Unit::Day),
]);

/// 前三季度, 前5个月, 前8月, 头两个月, 最后五天, 后三月, 第三周, 首周, 第十天, 第一个星期一.
pub(crate) fn counted(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>, rank: u8) -> Option<Step> {
    let mut ahead = *cursor;
    // 提前3个月, 目前两个月, 最后三周: the letter closes another word
    const CLOSES: &[char] = &['提', '目', '以', '之', '此', '当', '日', '最', '今', '其', '先', '落', '推', '延'];
    if matches!(first, '前' | '后') && cursor.before().is_some_and(|c| CLOSES.contains(&c)) {
        return None;
    }
    let (kind, least) = match first {
        '前' | '头' => ('前', 2),
        '后' => ('后', 1),
        '最' => ('后', 1),
        '首' => ('前', 1),
        '第' => ('第', 1),
        _ => return None,
    };
    let root = previous.is_none();
    if first == '最' {
        ahead.eat("最后").then_some(())?;
    } else {
        ahead.bump();
    }
    spaces(&mut ahead);
    let figure = if first == '首' { None } else { whole(&mut ahead) };
    spaces(&mut ahead);
    // 最后一个星期一, 第3个星期日
    if matches!(kind, '第' | '后') && rank <= 4 {
        let mut weekday_at = ahead;
        let _ = weekday_at.eat("个");
        let _ = weekday_at.eat("的");
        if let Some(weekday) = weekday_name(&mut weekday_at) {
            let index = if kind == '后' { 0 } else { figure?.value as u8 };
            if previous.is_some_and(|step| step.rank() <= 2) || kind == '后' {
                *cursor = weekday_at;
                return Some(Step::NthWeekday(index, weekday));
            }
        }
    }
    let count = figure.map_or(1, |figure| figure.value);
    if figure.is_some_and(|figure| figure.script == Script::Digits && figure.length > 1) || count == 0 {
        return None;
    }
    let (word, unit) = UNITS.first_beginning(ahead.rest()).copied()?;
    ahead.eat(word);
    if unit == Unit::Month && word == "月" && ahead.rest().starts_with(NO_MONTH) {
        return None;
    }
    if matches!(word, "周") && ahead.rest().starts_with(['期', '年', '岁', '边', '报']) || word == "日" && ahead.rest().starts_with(['本', '均'])
    {
        return None;
    }
    if unit == Unit::Month && word == "月" {
        ahead.eat("份");
    }
    let most = match unit {
        Unit::Quarter => 4,
        Unit::Month => 12,
        Unit::Week => 53,
        _ => 366,
    };
    let in_year = previous.is_none_or(|step| step.rank() == 0);
    let fits = match unit {
        Unit::Quarter | Unit::Month => in_year,
        Unit::Week | Unit::Day => previous.is_some_and(|step| step.rank() <= 2),
        _ => false,
    };
    if count > most || !fits || (count < least && first != '首') {
        return None;
    }
    let step = match kind {
        '第' if root || (unit == Unit::Day && word == "日") => return None,
        '第' if unit == Unit::Quarter => Step::Quarter(count as u8),
        '第' if unit == Unit::Month => Step::Month(count as u8),
        '第' => Step::Nth(unit, count),
        // 首日, 首周, 首月 inside a period
        _ if first == '首' && root => return None,
        _ if first == '首' => Step::Nth(unit, 1),
        // 后三个月 without a year lies beside the reference: it is read elsewhere
        '后' if root => return None,
        '后' => Step::Last(unit, count),
        _ if root && word == "月" && figure.is_some_and(|f| f.script == Script::Placed && f.value < 10) => return None,
        _ => Step::First(unit, count),
    };
    *cursor = ahead;
    Some(step)
}
