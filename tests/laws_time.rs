//! What must hold of every date: texts and values tell the same, the calendar is kept, time runs forward.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)] // a test may stop at the first surprise

use proptest::prelude::*;
use zhecon::Value;
use zhecon::entity::time::{self, Date, Duration, Edtf, Grain, Limit, Moment, Point, Policy};

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

prop_compose! {
    fn day()(year in 1950..2090_i32, month in 1..=12_u32, day in 1..=31_u32) -> (i32, u32, u32) {
        (year, month, day.min(days_in(year, month)))
    }
}

fn moment((year, month, day): (i32, u32, u32)) -> Moment {
    format!("{year:04}-{month:02}-{day:02}").parse().unwrap()
}

fn point() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        (1000..2999_i32).prop_map(|y| y.to_string()),
        (100..299_i32).prop_map(|y| format!("{y}X")),
        (10..29_i32).prop_map(|y| format!("{y}XX")),
        Just("XXXX".to_owned())
    ];
    let rest = prop_oneof![
        Just(String::new()),
        (1..=12_u32).prop_map(|m| format!("-{m:02}")),
        (21..=24_u32).prop_map(|s| format!("-{s}")),
        (1..=12_u32, 1..=28_u32).prop_map(|(m, d)| format!("-{m:02}-{d:02}")),
        (1..=31_u32).prop_map(|d| format!("-XX-{d:02}")),
        (1..=12_u32, 1..=28_u32, 0..24_u32, 0..60_u32).prop_map(|(m, d, h, n)| format!("-{m:02}-{d:02}T{h:02}:{n:02}")),
    ];
    (year, rest).prop_map(|(year, rest)| year + &rest)
}

fn dates(text: &str, reference: Moment) -> Vec<Date> {
    time::find_iter(text, Some(reference))
        .filter_map(|found| match found.value {
            Value::Date(date) => Some(date),
            _ => None,
        })
        .collect()
}

fn first(text: &str, reference: Moment) -> Date {
    dates(text, reference).into_iter().next().unwrap_or_else(|| panic!("no date in {text}"))
}

/// Expressions that hang on the reference alone.
const RELATIVE: &[&str] = &[
    "今天",
    "昨日",
    "前天",
    "大前天",
    "大大前天",
    "明天",
    "后天",
    "大后天",
    "上周三",
    "上上周日",
    "本周五",
    "下周一",
    "下下周六",
    "上周",
    "本周",
    "下周",
    "上个月",
    "本月",
    "下月",
    "上上个月",
    "去年",
    "前年",
    "大前年",
    "明年",
    "后年",
    "三天前",
    "20天后",
    "两周后",
    "三个月后",
    "两年前",
    "半年后",
    "本季度",
    "上季度",
    "下季度",
    "上月底",
    "下月初",
    "明年6月",
    "去年一季度",
    "前年9月上旬",
    "周五",
    "截至目前",
    "今年以来",
    "未来7天",
    "下三个月",
    "前两天",
];

/// Expressions of every grain, with the words for it.
const GRAINED: &[(&str, Grain)] = &[
    ("12月8日开工", Grain::Day),
    ("26日开工", Grain::Day),
    ("农历正月初九开工", Grain::Day),
    ("大年三十开工", Grain::Day),
    ("3月开工", Grain::Month),
    ("上个月开工", Grain::Month),
    ("去年11月份开工", Grain::Month),
    ("一季度开工", Grain::Quarter),
    ("第三季度开工", Grain::Quarter),
    ("上半年开工", Grain::HalfYear),
    ("去年下半年开工", Grain::HalfYear),
    ("去年开工", Grain::Year),
    ("2019年开工", Grain::Year),
    ("上周开工", Grain::Week),
    ("6月上旬开工", Grain::TenDays),
    ("2月底开工", Grain::TenDays),
];

fn date_of(limit: Option<Limit>) -> (i32, u32, u32) {
    let (year, month, day) = limit.unwrap().date().unwrap();
    (year.into(), month.into(), day.into())
}

proptest! {
    #[test]
    fn edtf_survives_its_text(text in point()) {
        let read: Point = text.parse().unwrap();
        prop_assert_eq!(read.to_string(), text);
    }

    #[test]
    fn intervals_survive_their_text(from in prop_oneof![point(), Just("..".to_owned())], to in prop_oneof![point(), Just("..".to_owned())]) {
        let text = format!("{from}/{to}");
        let read: Edtf = text.parse().unwrap();
        prop_assert_eq!(read.to_string(), text);
    }

    #[test]
    fn any_other_text_is_an_error_and_no_panic(text in "\\PC{0,12}") {
        if let Ok(read) = text.parse::<Edtf>() {
            prop_assert_eq!(read.to_string(), text);
        }
    }

    #[test]
    fn no_day_but_the_calendars(year in 1900..2100_i32, month in 1..=12_u32, day in 1..=31_u32) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        prop_assert_eq!(text.parse::<Edtf>().is_ok(), day <= days_in(year, month));
        let words = format!("{year}年{month}月{day}日");
        prop_assert_eq!(time::parse(&words, None).is_ok_and(|date| date.edtf.is_some_and(|edtf| edtf.to_string() == text)), day <= days_in(year, month));
    }

    #[test]
    fn what_is_relative_moves_with_the_reference(one in day(), other in day(), index in 0..RELATIVE.len()) {
        let (earlier, later) = (one.min(other), one.max(other));
        let words = RELATIVE[index];
        let (before, after) = (first(words, moment(earlier)), first(words, moment(later)));
        prop_assert!(before.start <= after.start && before.end <= after.end, "{} {:?} {:?}", words, before, after);
    }

    #[test]
    fn no_period_ends_before_it_starts(reference in day(), index in 0..RELATIVE.len(), grained in 0..GRAINED.len()) {
        for words in [RELATIVE[index], GRAINED[grained].0] {
            for date in dates(words, moment(reference)) {
                if let (Some(start), Some(end)) = (date.start, date.end) {
                    prop_assert!(start <= end, "{} {:?}", words, date);
                }
            }
        }
    }

    #[test]
    fn bounds_are_those_of_the_grain(reference in day(), index in 0..GRAINED.len()) {
        let (words, grain) = GRAINED[index];
        let date = first(words, moment(reference));
        prop_assert_eq!(date.grain, Some(grain), "{}", words);
        let (start, end) = (date_of(date.start), date_of(date.end));
        let months = |count: u32| start.2 == 1 && (start.1 - 1) % count == 0 && end == (start.0, start.1 + count - 1, days_in(start.0, start.1 + count - 1));
        let fits = match grain {
            Grain::Day => start == end,
            Grain::Week => moment(start) < moment(end),
            Grain::TenDays => (start.0, start.1) == (end.0, end.1) && matches!(start.2, 1 | 11 | 21) && (end.2 == start.2 + 9 || end.2 == days_in(end.0, end.1)),
            Grain::Month => months(1),
            Grain::Quarter => months(3),
            Grain::HalfYear => months(6),
            _ => months(12),
        };
        prop_assert!(fits, "{} {:?}", words, date);
    }

    #[test]
    fn a_day_without_year_is_the_nearest_past_one(reference in day(), told in day()) {
        let (_, month, day) = told;
        prop_assume!((month, day) != (2, 29));
        let words = format!("{month}月{day}日开工");
        let found = |policy| match time::find_iter_with(&words, Some(moment(reference)), policy).next().unwrap().value {
            Value::Date(date) => date_of(date.start),
            other => panic!("{other:?}"),
        };
        let (past, future) = (found(Policy::PreferPast), found(Policy::PreferFuture));
        prop_assert!(past <= reference || (past.0, past.1) == (reference.0, reference.1), "{:?}", past);
        prop_assert!(future >= reference, "{:?}", future);
        prop_assert!(future.0 - past.0 <= 1);
        let near = found(Policy::Nearest);
        prop_assert!(near == past || near == future);
    }

    #[test]
    fn a_leap_day_falls_in_leap_years(reference in day()) {
        let (year, month, day) = date_of(first("2月29日开工", moment(reference)).start);
        prop_assert_eq!((month, day), (2, 29));
        prop_assert_eq!(days_in(year, 2), 29);
    }

    #[test]
    fn a_months_end_is_its_last_day(year in 1901..2099_i32, month in 1..=12_u32) {
        let date = time::parse(&format!("{year}年{month}月底"), None).unwrap();
        prop_assert_eq!(date_of(date.end), (year, month, days_in(year, month)));
    }

    #[test]
    fn the_eve_is_the_day_before_the_feast(year in 1901..2099_i32) {
        let eve = date_of(time::parse(&format!("{}年除夕", year - 1), None).unwrap().start);
        let feast = date_of(time::parse(&format!("{year}年春节"), None).unwrap().start);
        let first_day = date_of(time::parse(&format!("农历{year}年正月初一"), None).unwrap().start);
        prop_assert_eq!(feast, first_day);
        let next = if eve.2 == days_in(eve.0, eve.1) { (eve.0, eve.1 + 1, 1) } else { (eve.0, eve.1, eve.2 + 1) };
        prop_assert_eq!(next, feast);
        prop_assert!((1, 21) <= (feast.1, feast.2) && (feast.1, feast.2) <= (2, 21));
    }

    #[test]
    fn any_text_is_read_to_its_end_in_order(text in "[今昨去前上下本0-9一二三十年月日号周季度半天时分至到、,。个内后底末初(（)〇春节《》每近第-]{0,40}", reference in day()) {
        let mut at = 0;
        for found in time::find_iter(&text, Some(moment(reference))) {
            prop_assert!(found.span.start >= at && found.span.end <= text.len());
            prop_assert_eq!(found.words, &text[found.span.start..found.span.end]);
            prop_assert!(!found.words.is_empty());
            at = found.span.end;
        }
    }

    #[test]
    fn values_survive_json(reference in day(), index in 0..RELATIVE.len()) {
        let date = first(RELATIVE[index], moment(reference));
        let text = serde_json::to_string(&date).unwrap();
        prop_assert_eq!(serde_json::from_str::<Date>(&text).unwrap(), date);
    }

    #[test]
    fn lengths_say_what_was_counted(count in 2..400_u32, unit in 0..5_usize) {
        let (word, letter) = [("天", "D"), ("个月", "M"), ("周", "W"), ("个小时", "H"), ("年", "Y")][unit];
        let text = format!("历时{count}{word}完成");
        let found = time::find_iter(&text, None).next().unwrap();
        let Value::Duration(Duration { iso8601, .. }) = found.value else { panic!("{found:?}") };
        let clock = if letter == "H" { "T" } else { "" };
        prop_assert_eq!(iso8601, format!("P{clock}{count}{letter}"));
    }
}
