//! Reads chains of steps: 2023年7月15日下午3点, 去年前三季度, 上上周三, 农历正月初九.

use super::clock;
use super::counted::counted;
use super::days::{day, relative_day};
use super::digits;
use super::edges::edge;
use super::grammar::{Chain, Step};
use super::holidays;
use super::months::month;
use super::numeric;
use super::quarters::{half_or_quarter, season};
use super::scan::spaces;
use super::weeks::{week, weekday};
use super::years;
use crate::cursor::Cursor;
use crate::word_table::words;

/// Reads a chain. The cursor moves only where one is read.
pub(crate) fn chain(cursor: &mut Cursor<'_>) -> Option<Chain> {
    read_chain(cursor, &[], false)
}

/// Reads the right end of a range: what joins it to the left end stands before it.
pub(crate) fn chain_joined(cursor: &mut Cursor<'_>) -> Option<Chain> {
    read_chain(cursor, &[], true)
}

/// Reads a chain whose larger steps may have been told before (the right end of a range): they decide what a bare figure means.
pub(crate) fn chain_within(cursor: &mut Cursor<'_>, outer: &[Step]) -> Option<Chain> {
    read_chain(cursor, outer, false)
}

fn read_chain(cursor: &mut Cursor<'_>, outer: &[Step], joined: bool) -> Option<Chain> {
    let mut ahead = *cursor;
    let mut steps = Chain::new();
    let mut lunar = calendar_word(&mut ahead);
    if let Some((first, length)) = numeric::date(&ahead, joined) {
        for step in first {
            steps.push(step);
        }
        ahead = length;
    }
    let mut end = None;
    loop {
        if !steps.is_empty() {
            end = Some(ahead);
        }
        if !steps.is_empty() {
            spaces(&mut ahead);
            link(&mut ahead);
        }
        lunar |= calendar_word(&mut ahead);
        let rank = steps.last().map_or(0, |step| step.rank() + 1);
        let Some(step) = step(&mut ahead, &steps, outer, rank, lunar, joined) else {
            break;
        };
        lunar |= matches!(step, Step::LunarMonth(..) | Step::LunarDay(_));
        steps.push(step);
        if steps.len() >= 8 {
            end = Some(ahead);
            break;
        }
    }
    *cursor = end?;
    if lunar {
        to_lunar(&mut steps);
    }
    Some(steps)
}

/// Steps over 的 where an ordinal or a part of the day follows: 2021年的第二周, 十月的第一个星期一.
fn link(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    // 今天大约十点
    if ahead.eat("大约") || ahead.eat("大概") {
        if ahead.peek().is_some_and(|c| digits::is_figure(c) || matches!(c, '晚' | '早' | '上' | '下' | '中' | '凌')) {
            *cursor = ahead;
        }
        return;
    }
    if ahead.eat("的") {
        spaces(&mut ahead);
        if ahead.peek().is_some_and(|c| matches!(c, '第' | '前' | '最' | '头' | '首' | '上' | '下' | '后' | '早' | '晚' | '中' | '凌')) {
            *cursor = ahead;
        }
    }
}

/// 农历 and its like: the months and days after it are lunar.
fn calendar_word(cursor: &mut Cursor<'_>) -> bool {
    let calendars = words!["农历", "阴历", "旧历", "夏历"];
    calendars.may_begin(cursor.rest()) && !cursor.rest().starts_with("农历新年") && cursor.eat_any(calendars).is_some()
}

fn to_lunar(steps: &mut Chain) {
    for step in steps {
        *step = match *step {
            Step::Month(month) => Step::LunarMonth(month, false),
            Step::Day(day) => Step::LunarDay(day),
            other => other,
        };
    }
}

/// Reads one step of at least this rank.
fn step(cursor: &mut Cursor<'_>, steps: &[Step], outer: &[Step], rank: u8, lunar: bool, joined: bool) -> Option<Step> {
    let first = cursor.peek()?;
    let previous = steps.last().or(outer.last()).copied();
    let root = steps.is_empty() && outer.is_empty();
    if rank == 0 {
        if let Some(step) = years::year(cursor, root) {
            return Some(step);
        }
    }
    if rank <= 1 {
        if let Some(step) = half_or_quarter(cursor, first, previous).or_else(|| season(cursor, first, previous)) {
            return Some(step);
        }
    }
    if rank <= 2 && !holidays::opens_with_month(cursor.rest()) {
        if let Some(step) = month(cursor, first) {
            return Some(step);
        }
    }
    if let Some(step) = counted(cursor, first, previous, rank) {
        return Some(step);
    }
    if rank <= 3 {
        if let Some(step) = week(cursor, first) {
            return Some(step);
        }
    }
    if rank <= 4 {
        if let Some(step) = edge(cursor, previous) {
            return Some(step);
        }
    }
    if rank <= 4 {
        let step = holidays::read(cursor, previous)
            .or_else(|| relative_day(cursor, first))
            .or_else(|| weekday(cursor, first, previous))
            .or_else(|| day(cursor, first, previous, lunar));
        if step.is_some() {
            return step;
        }
    }
    if rank <= 5 {
        if let Some(part) = clock::part(cursor, previous) {
            return Some(Step::Part(part));
        }
    }
    // 上半年|23点: an hour is one of a day
    let holder = steps.iter().rev().chain(outer.iter().rev()).find(|step| !matches!(step, Step::Part(_)));
    if rank <= 6 && holder.is_none_or(|step| step.rank() >= 4) {
        return clock::clock(cursor, previous, steps.is_empty() && !joined);
    }
    None
}
