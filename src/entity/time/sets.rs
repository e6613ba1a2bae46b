//! Reads repetitions: 每周, 每两个月, 每年9月, 每天晚上8点, 每隔3天, 按月.

use super::chain::chain_within;
use super::digits::whole;
use super::grammar::Step;
use super::lengths::{self, Place};
use super::scan::{eat_if, spaces};
use super::spans;
use super::value::TimeSet;
use super::weeks::weekday_name;
use crate::cursor::Cursor;
use crate::magnitude::Bound;
use crate::word_table::Words;

/// A unit behind 每: the word, the period, the step that what follows is read inside of, and what must not follow.
static EVERY: Words<(&str, &str, Option<Step>, &str)> = Words::of_quadruples(&[
    ("个工作日", "P1D", Some(Step::DayOffset(0)), ""),
    ("工作日", "P1D", Some(Step::DayOffset(0)), ""),
    ("个交易日", "P1D", Some(Step::DayOffset(0)), ""),
    ("交易日", "P1D", Some(Step::DayOffset(0)), ""),
    ("半年度", "P6M", None, ""),
    ("年度", "P1Y", None, ""),
    ("一年", "P1Y", Some(Step::YearOffset(0)), "级"),
    ("年", "P1Y", Some(Step::YearOffset(0)), "级"),
    ("个季度", "P3M", None, ""),
    ("一季度", "P3M", None, ""),
    ("季度", "P3M", None, ""),
    ("季", "P3M", None, "节"),
    ("个月", "P1M", Some(Step::MonthOffset(0)), ""),
    ("一个月", "P1M", Some(Step::MonthOffset(0)), ""),
    ("月", "P1M", Some(Step::MonthOffset(0)), "饼"),
    ("一周", "P1W", Some(Step::WeekOffset(0)), "期岁年"),
    ("周", "P1W", Some(Step::WeekOffset(0)), "期岁年边"),
    ("一个星期", "P1W", Some(Step::WeekOffset(0)), ""),
    ("个星期", "P1W", Some(Step::WeekOffset(0)), ""),
    ("星期", "P1W", Some(Step::WeekOffset(0)), ""),
    ("个礼拜", "P1W", Some(Step::WeekOffset(0)), ""),
    ("礼拜", "P1W", Some(Step::WeekOffset(0)), ""),
    ("一天", "P1D", Some(Step::DayOffset(0)), ""),
    ("天", "P1D", Some(Step::DayOffset(0)), ""),
    ("一日", "P1D", Some(Step::DayOffset(0)), ""),
    ("日", "P1D", Some(Step::DayOffset(0)), ""),
    ("一小时", "PT1H", None, ""),
    ("个小时", "PT1H", None, ""),
    ("小时", "PT1H", None, ""),
    ("个钟头", "PT1H", None, ""),
    ("分钟", "PT1M", None, ""),
    ("秒钟", "PT1S", None, ""),
    ("秒", "PT1S", None, ""),
]);

/// Parts of the day behind 每: 每晚, 每天早上.
static EVERY_DAY_PART: Words<&str> = Words::of(&["晚", "早", "天晚上", "日晚"]);

/// Words that repeat a unit without 每, and the period: 按月, 逐年.
pub(crate) static BY: Words<(&str, &str, &str)> = Words::of_triples(&[
    ("按季度", "P3M", ""),
    ("按年度", "P1Y", ""),
    ("按季", "P3M", "节"),
    ("按月", "P1M", "份均"),
    ("按年", "P1Y", "龄代份均化率平"),
    ("按周", "P1W", "期岁边"),
    ("按日", "P1D", "本均程"),
    ("按天", "P1D", ""),
    ("逐年", "P1Y", ""),
    ("逐月", "P1M", ""),
    ("逐季", "P3M", ""),
    ("逐周", "P1W", ""),
    ("逐日", "P1D", ""),
]);

/// Reads a repetition: what it says, and where it ends.
pub(crate) fn read(start: Cursor<'_>) -> Option<(TimeSet, usize)> {
    match start.peek()? {
        '每' => every(start),
        '按' | '逐' => {
            let (word, period, unfit) = BY.first_beginning(start.rest())?;
            let mut cursor = start;
            cursor.eat(word);
            // 按年则增18%: against the year before; 逐年上升 is told of every year
            let compared = word.starts_with('按') && cursor.rest().starts_with(['增', '升', '降', '跌', '涨', '减', '则']);
            (!compared && !cursor.peek().is_some_and(|c| unfit.contains(c))).then(|| (set(period), cursor.at()))
        }
        '逢' => {
            let mut cursor = start;
            cursor.eat("逢");
            weekday_name(&mut cursor).map(|_| (set("P1W"), cursor.at()))
        }
        '隔' => apart(start, start),
        _ => None,
    }
}

fn set(period: &str) -> TimeSet {
    TimeSet { iso8601: format!("R/{period}") }
}

/// 隔周, 隔天: every other; 每隔3天 is told as every three.
fn apart(start: Cursor<'_>, mut cursor: Cursor<'_>) -> Option<(TimeSet, usize)> {
    cursor.eat("隔");
    let length = lengths::read(cursor.text(), cursor.at(), Place { bare_units: true })?;
    (length.value.magnitude.bound == Bound::Exact && start.peek() == Some('每')).then(|| (set(&length.value.iso8601), length.unit_end))
}

fn every(start: Cursor<'_>) -> Option<(TimeSet, usize)> {
    let mut cursor = start;
    cursor.eat("每");
    spaces(&mut cursor);
    let _ = eat_if(&mut cursor, "逢", |_| true) || eat_if(&mut cursor, "到", |_| true);
    if cursor.peek() == Some('隔') {
        return apart(start, cursor);
    }
    if let Some(word) = EVERY_DAY_PART.beginning(cursor.rest()).next() {
        let mut end = cursor;
        end.eat(word);
        let end = follow(end, Step::DayOffset(0)).unwrap_or(end);
        return Some((set("P1D"), end.at()));
    }
    // 每两个月, 每5年, 每半年
    let mut figure = cursor;
    let one = whole(&mut figure).is_none_or(|w| w.value == 1);
    if !one || cursor.peek() == Some('半') {
        let length = lengths::read(cursor.text(), cursor.at(), Place::default())?;
        return matches!(length.value.magnitude.bound, Bound::Exact | Bound::Range | Bound::Order | Bound::MoreThan)
            .then(|| (set(&length.value.iso8601), length.unit_end));
    }
    // 每周末
    if eat_if(&mut cursor, "周末", |_| true) || eat_if(&mut cursor, "个周末", |_| true) {
        return Some((set("P1W"), cursor.at()));
    }
    let (word, period, inside, unfit) = EVERY.first_beginning(cursor.rest())?;
    cursor.eat(word);
    if cursor.peek().is_some_and(|c| unfit.contains(c)) {
        return None;
    }
    let end = inside.and_then(|step| follow(cursor, step)).unwrap_or(cursor);
    // 每周工作日9点
    let mut working = end;
    if working.eat("工作日") {
        let end = follow(working, Step::DayOffset(0)).unwrap_or(working);
        return Some((set(period), end.at()));
    }
    Some((set(period), end.at()))
}

/// What the turn is told by: 每年9月到11月, 每周五, 每个工作日的下午三点.
fn follow(cursor: Cursor<'_>, inside: Step) -> Option<Cursor<'_>> {
    let mut ahead = cursor;
    if ahead.eat("的") && !ahead.peek().is_some_and(|c| matches!(c, '上' | '下' | '早' | '晚' | '中' | '凌' | '第') || super::digits::is_figure(c))
    {
        return None;
    }
    let steps = chain_within(&mut ahead, &[inside])?;
    if steps.first().is_none_or(|step| step.rank() <= inside.rank() && inside.rank() != 3) {
        return None;
    }
    // 每年前5个月 and 每月1日至5日: a range closes the turn
    let range = spans::range_end(ahead, &steps, inside);
    Some(range.unwrap_or(ahead))
}
