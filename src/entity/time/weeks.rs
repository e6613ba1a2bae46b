//! Reads weeks and their days: 上周, 本周, 周三, 下下个星期五, 周末.

use super::digits::{self, chinese};
use super::grammar::Step;
use super::months::offset;
use crate::cursor::Cursor;
use crate::word_table::{Words, words};

/// What follows 周 where it is no week: 周期, 周年, 周边.
const NO_WEEK: &str = "期年边岁围转报刊到全密知刻折遭身";

/// 上周, 本周, 这一周, 下下个星期, 第三周 (inside a month: see [`counted`]).
pub(crate) fn week(cursor: &mut Cursor<'_>, first: char) -> Option<Step> {
    static WEEKS: Words<&str> = Words::of(&["星期", "礼拜", "周"]);
    match first {
        '上' | '下' => offset(cursor, &WEEKS, false, NO_WEEK).map(Step::WeekOffset),
        '本' | '这' | '今' | '当' => {
            let mut ahead = *cursor;
            ahead.bump();
            let _ = ahead.eat("一");
            let _ = ahead.eat("个");
            ahead.eat_any(&WEEKS)?;
            if ahead.peek().is_some_and(|c| NO_WEEK.contains(c)) {
                return None;
            }
            *cursor = ahead;
            Some(Step::WeekOffset(0))
        }
        _ => None,
    }
}

/// 一 to 六, 日 and 天 after 周, 星期, 礼拜, or alone after a week: 周三, 上周三, 上周星期三.
pub(crate) fn weekday_name(cursor: &mut Cursor<'_>) -> Option<u8> {
    let mut ahead = *cursor;
    ahead.eat_any(words!["星期", "礼拜", "周"])?;
    let day = weekday_figure(&mut ahead)?;
    *cursor = ahead;
    Some(day)
}

fn weekday_figure(cursor: &mut Cursor<'_>) -> Option<u8> {
    let day = match cursor.peek()? {
        '日' | '天' => 7,
        c => chinese(c).filter(|day| (1..=6).contains(day) && c != '两')? as u8,
    };
    cursor.bump();
    Some(day)
}

pub(crate) fn weekday(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>) -> Option<Step> {
    let in_week = matches!(previous, Some(Step::WeekOffset(_)));
    let mut ahead = *cursor;
    if (ahead.eat("周末") || (in_week && ahead.eat("末"))) && !ahead.rest().starts_with('档') {
        *cursor = ahead;
        return Some(Step::Weekend);
    }
    // 一周一次, 两周一个, 每周一: a length or a repetition before it
    let counted = |c: char| digits::is_figure(c) || matches!(c, '每' | '几' | '数' | '半' | '个' | '双' | '单');
    if matches!(first, '周' | '星' | '礼') && (in_week || !cursor.before().is_some_and(counted)) {
        let day = weekday_name(&mut ahead)?;
        // 周一鸣, 周六福: surnames and brands
        if ahead.rest().starts_with(['福', '鸣', '围', '佛']) || (day == 1 && ahead.rest().starts_with(['次', '个', '期', '天', '样'])) {
            return None;
        }
        *cursor = ahead;
        return Some(Step::Weekday(day));
    }
    if in_week {
        let day = weekday_figure(&mut ahead)?;
        *cursor = ahead;
        return Some(Step::Weekday(day));
    }
    None
}
