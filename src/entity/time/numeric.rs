//! Dates in figures alone: 2019-04-19, 2019/4/19, 2019.9.6, 20240307, 6·30, 2/15, 13.5.2015.

use super::digits::{Script, arabic, whole};
use super::grammar::Step;
use super::scan::{at_edge, opens_text};
use super::years::{self, pivot};
use crate::cursor::Cursor;

/// Reads a date in figures and says where it ends.
pub(crate) fn date<'t>(start: &Cursor<'t>, joined: bool) -> Option<(Vec<Step>, Cursor<'t>)> {
    start.peek().and_then(arabic)?;
    let mut ahead = *start;
    if let Some(steps) = years::shorthand(&mut ahead) {
        return Some((steps, ahead));
    }
    let before = start.before();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-' | '$' | '￥' | '¥' | '#' | '+')) && !joined {
        return None;
    }
    let mut ahead = *start;
    let first = whole(&mut ahead)?;
    if first.length == 8 {
        let (year, month, day) = (first.value / 10_000, first.value / 100 % 100, first.value % 100);
        let ends = !ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '万' | '亿' | '元'));
        return ((1900..2100).contains(&year) && ends).then(|| steps(year, month, Some(day))).flatten().map(|steps| (steps, ahead));
    }
    let mark = ahead.bump()?;
    let spaced = mark == ' ';
    if !matches!(mark, '-' | '/' | '.' | '·' | ' ' | '－' | '．') {
        return None;
    }
    let mut second_end = ahead;
    let second = whole(&mut second_end).filter(|w| w.script == Script::Arabic && w.length <= 4)?;
    let mut third_end = second_end;
    // 2026 01/02: the year stands apart
    let joint = third_end.bump();
    let third = (joint == Some(mark) || spaced && first.length == 4 && joint == Some('/'))
        .then(|| whole(&mut third_end))
        .flatten()
        .filter(|w| w.script == Script::Arabic && w.length <= 2 || (w.length == 4 && first.length < 4));
    // Nothing of a longer figure may follow; a dash may join the right end of a range.
    let free = |cursor: &Cursor<'_>| {
        let mut next = cursor.rest().chars();
        let (first, second) = (next.next(), next.next());
        let goes_on = matches!(first, Some('.' | '/' | '%' | '％' | '·')) && second.is_some_and(|c| arabic(c).is_some());
        !(goes_on || first.is_some_and(|c| arabic(c).is_some()))
    };
    match (first.length, second.length, third) {
        (4, 1 | 2, Some(third)) if third.length <= 2 => {
            // 2018-11-2918:59: the day has two figures and the time stands close by
            let found = steps(first.value, second.value, Some(third.value))?;
            (free(&third_end) || at_edge(&third_end) || matches!(mark, '/' | '-')).then_some((found, third_end))
        }
        (4, 1 | 2, None) if !spaced && third_end.peek().is_none_or(|c| arabic(c).is_none()) => {
            // 2021-09-0910:09: a date and a time run together
            if let Some((day, end)) = run_together(&second_end, mark) {
                return steps(first.value, second.value, Some(day)).map(|steps| (steps, end));
            }
            // 2008-08, 2008/08, 2008.08 are months only where they stand alone and have two figures: 2018.5 is a number
            let alone = at_edge(&second_end) && before.is_none_or(|c| !c.is_alphanumeric());
            let months = second.length == 2 && mark != '·';
            (alone && months && (1900..2100).contains(&first.value))
                .then(|| steps(first.value, second.value, None))
                .flatten()
                .map(|steps| (steps, second_end))
        }
        // 3/3/2015, 13.5.2015: day and month are told apart where one is above twelve, else the day comes first
        (1 | 2, 1 | 2, Some(third)) if matches!(third.length, 2 | 4) && !spaced && (third.length == 4 || mark != '.') => {
            let year = if third.length == 4 { third.value } else { pivot(third.value as i32) as u32 };
            // 12-11-10 begins with the year as in ISO order
            if third.length == 2 && mark == '-' {
                let found = steps(pivot(first.value as i32) as u32, second.value, Some(third.value))?;
                return (first.length == 2 && free(&third_end)).then_some((found, third_end));
            }
            let (day, month) = if second.value > 12 { (second.value, first.value) } else { (first.value, second.value) };
            let found = steps(year, month, Some(day))?;
            ((1000..2200).contains(&year) && free(&third_end)).then_some((found, third_end))
        }
        // 08-2008, 08.2008
        (2, 4, None) if !spaced && first.zero_first && (1900..2100).contains(&second.value) && at_edge(&second_end) => {
            steps(second.value, first.value, None).map(|steps| (steps, second_end))
        }
        // 2/15, 12/1, 6·30, 09-01, 08.08: month and day, where nothing else tells what the figures are
        (1 | 2, 1 | 2, None) if !spaced => {
            let alone = before.is_none_or(|c| c == ' ' || c == '\n' || c == '（' || c == '(') || mark == '·' && matches!(before, Some('“' | '"'));
            let both = first.length == 2 && second.length == 2;
            let certain = joined && matches!(mark, '-' | '/' | '.')
                || match mark {
                    '/' => alone && opens_text(start) || start.behind().ends_with('\n'),
                    '-' | '.' => both && (first.zero_first || second_end.rest().starts_with(' ')) && alone && opens_text(start),
                    '·' => alone && second.length == 2,
                    _ => false,
                };
            let closes = at_edge(&second_end) && !second_end.rest().starts_with(['%', '％', '.']) || second_end.rest().starts_with('号');
            if !(certain && closes && free(&second_end)) {
                return None;
            }
            let mut end = second_end;
            let _ = end.eat("号");
            (day_fits(first.value, second.value)).then(|| (vec![Step::Month(first.value as u8), Step::Day(second.value as u8)], end))
        }
        _ => None,
    }
}

/// The day of 2021-09-0910:09, and where it ends.
fn run_together<'t>(after_month: &Cursor<'t>, mark: char) -> Option<(u32, Cursor<'t>)> {
    let mut ahead = *after_month;
    (ahead.bump() == Some(mark)).then_some(())?;
    let mut day = 0;
    for _ in 0..2 {
        day = day * 10 + ahead.bump().and_then(arabic)?;
    }
    let mut time = ahead;
    let hour = whole(&mut time).filter(|w| w.length == 2 && w.value < 24);
    (hour.is_some() && time.rest().starts_with([':', '：'])).then_some((day, ahead))
}

fn day_fits(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && day >= 1 && super::civil::Day::last_of(2000, month as u8).is_some_and(|last| day <= u32::from(last.day()))
}

fn steps(year: u32, month: u32, day: Option<u32>) -> Option<Vec<Step>> {
    if !(1..=12).contains(&month) || !(1000..=2999).contains(&year) {
        return None;
    }
    let mut steps = vec![Step::Year(year as i32), Step::Month(month as u8)];
    if let Some(day) = day {
        if !(1..=31).contains(&day) {
            return None;
        }
        steps.push(Step::Day(day as u8));
    }
    Some(steps)
}
