//! Times as datelines write them: 2023-3-1 13:48:29, 2023年03月01日 9:05, 2023/03/01, 01.03.2023.

use crate::cursor::Cursor;
use crate::entity::time::Moment;
use crate::span::Span;
use crate::word_table::words;

/// A time found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) moment: Moment,
}

/// The first full date in the text, with the time of day behind it.
pub(super) fn find(text: &str) -> Option<Found> {
    let mut before = None;
    for (at, character) in text.char_indices() {
        if character.is_ascii_digit() && !before.is_some_and(|c: char| c.is_ascii_digit()) {
            if let Some(found) = at_start(text, at) {
                return Some(found);
            }
        }
        before = Some(character);
    }
    None
}

fn at_start(text: &str, at: usize) -> Option<Found> {
    let mut cursor = Cursor::new(text, at);
    let first = digits(&mut cursor)?;
    let Some(separator) = separator(&mut cursor) else { return year_apart(cursor, at, first) };
    let second = digits(&mut cursor)?;
    if !cursor.eat(if separator == "年" { "月" } else { separator }) {
        return None;
    }
    let third = digits(&mut cursor)?;
    if separator == "年" {
        let _ = cursor.eat_any(words!["日", "号"]);
    }
    let (year, month, day) = match (first.len(), third.len()) {
        (4, 1 | 2) => (first, second, third),
        (1 | 2, 4) if separator == "." => (third, second, first),
        _ => return None,
    };
    let day: Moment = format!("{year}-{month}-{day}").parse().ok()?;
    let in_print = (1950..=2100).contains(&day.year);
    let mut found = Found { span: Span::new(at, cursor.at()), moment: day };
    if let Some((end, moment)) = clock(cursor, day) {
        found = Found { span: Span::new(at, end), moment };
    }
    in_print.then_some(found)
}

/// 2026 01/02 08:17:44: the year stands apart, and a time of day says that it is one.
fn year_apart(mut cursor: Cursor<'_>, at: usize, year: &str) -> Option<Found> {
    let apart = cursor.eat_while(|c| c == ' ');
    let month = digits(&mut cursor).filter(|_| year.len() == 4 && !apart.is_empty())?;
    let day = cursor.eat("/").then(|| digits(&mut cursor)).flatten().filter(|day| day.len() <= 2)?;
    let day: Moment = format!("{year}-{month}-{day}").parse().ok()?;
    let (end, moment) = clock(cursor, day)?;
    (1950..=2100).contains(&day.year).then_some(Found { span: Span::new(at, end), moment })
}

fn separator(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    cursor.eat_any(words!["-", "/", ".", "年"])
}

/// The time of day behind a date: ` 13:48`, `T13:48:29`, ` 13时48分`.
fn clock(mut cursor: Cursor<'_>, day: Moment) -> Option<(usize, Moment)> {
    let _ = cursor.eat_while(|c| c.is_whitespace() || c == 'T');
    let hour = digits(&mut cursor)?;
    cursor.eat_any(words![":", "：", "时"])?;
    // A counter may follow without a space (08:49 and 2200 readers): the minute has two digits.
    let minute = cursor.rest().get(..2).filter(|minute| minute.bytes().all(|b| b.is_ascii_digit()))?;
    let _ = cursor.eat(minute);
    let mut end = cursor.at();
    let mut told = format!("{day}T{hour:0>2}:{minute}");
    if cursor.eat_any(words![":", "："]).is_some() {
        if let Some(second) = cursor.rest().get(..2).filter(|second| second.bytes().all(|b| b.is_ascii_digit())) {
            told = format!("{told}:{second}");
            end = cursor.at() + 2;
        }
    } else if cursor.eat("分") {
        end = cursor.at();
    }
    Some((end, told.parse().ok()?))
}

/// The next one to four digits; white space around them does not count (2023 年 3 月).
fn digits<'t>(cursor: &mut Cursor<'t>) -> Option<&'t str> {
    let _ = cursor.eat_while(|c| c == ' ');
    let digits = cursor.eat_while(|c| c.is_ascii_digit());
    if cursor.rest().trim_start_matches(' ').starts_with(['年', '月', '日']) {
        let _ = cursor.eat_while(|c| c == ' ');
    }
    (1..=4).contains(&digits.len()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, want: &str) {
        let found = find(text).unwrap();
        assert_eq!(found.moment.to_string(), want, "{text}");
    }

    #[test]
    fn dates_are_read_in_every_form() {
        reads("发布于 2023-3-1 13:48:29  阅读", "2023-03-01T13:48:29");
        reads("2018年09月16日", "2018-09-16");
        reads("2018年 9月 6日 9:05", "2018-09-06T09:05");
        reads("2018/09/16 24:00", "2018-09-16");
        reads("11.09.2020  13:16", "2020-09-11T13:16");
        reads("2016-05-09 08:492200望川日报", "2016-05-09T08:49");
        reads("2016-05-09T08:49:00+08:00", "2016-05-09T08:49:00");
        reads("2020年8月22日10时05分", "2020-08-22T10:05");
        reads("2026 01/02 08:17:44", "2026-01-02T08:17:44");
    }

    #[test]
    fn what_is_no_full_date_is_none() {
        for text in ["12-34-56", "2023-13-01", "2023年3月", "9月10日", "192.168.1.1", "2019-2021", "010-6536-3056", "1234-05-06", "2026 01/02 起"]
        {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
