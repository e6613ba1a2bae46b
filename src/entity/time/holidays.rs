//! Holidays, commemorations and solar terms, and the days off that the State Council gives for the seven public holidays.

use super::almanac;
use super::civil::Day;
use super::digits;
use super::grammar::Step;
use crate::cursor::Cursor;
use crate::word_table::Words;

/// When a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Month and day.
    Solar(u8, u8),
    /// Lunar month and day.
    Lunar(u8, u8),
    /// The last day of the lunar year.
    Eve,
    /// A solar term.
    Term(usize),
    /// The so manieth weekday of a month.
    Nth(u8, u8, u8),
}

/// How sure a word is to be the holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sure {
    /// 春节
    Always,
    /// 五一, 七一, 大雪: only before 节, 假期, 期间 and the like, or after a year
    Marked,
}

use Rule::{Eve, Lunar, Nth, Solar, Term};
use Sure::{Always, Marked};

/// The words, longer ones of one beginning first.
const HOLIDAYS: &[(&str, Rule, Sure)] = &[
    ("元旦节", Solar(1, 1), Always),
    ("元旦", Solar(1, 1), Always),
    ("新年", Solar(1, 1), Marked),
    ("中国人民警察节", Solar(1, 10), Always),
    ("情人节", Solar(2, 14), Always),
    ("圣瓦伦丁节", Solar(2, 14), Always),
    ("女生节", Solar(3, 7), Always),
    ("国际劳动妇女节", Solar(3, 8), Always),
    ("国际妇女节", Solar(3, 8), Always),
    ("三八国际劳动妇女节", Solar(3, 8), Always),
    ("三八国际妇女节", Solar(3, 8), Always),
    ("三八妇女节", Solar(3, 8), Always),
    ("三八节", Solar(3, 8), Always),
    ("三八", Solar(3, 8), Marked),
    ("妇女节", Solar(3, 8), Always),
    ("女神节", Solar(3, 8), Always),
    ("植树节", Solar(3, 12), Always),
    ("国际消费者权益日", Solar(3, 15), Always),
    ("消费者权益日", Solar(3, 15), Always),
    ("世界水日", Solar(3, 22), Always),
    ("愚人节", Solar(4, 1), Always),
    ("世界读书日", Solar(4, 23), Always),
    ("中国航天日", Solar(4, 24), Always),
    ("世界知识产权日", Solar(4, 26), Always),
    ("五一国际劳动节", Solar(5, 1), Always),
    ("五一劳动节", Solar(5, 1), Always),
    ("国际劳动节", Solar(5, 1), Always),
    ("劳动节", Solar(5, 1), Always),
    ("五一节", Solar(5, 1), Always),
    ("五一", Solar(5, 1), Marked),
    ("五四青年节", Solar(5, 4), Always),
    ("五四", Solar(5, 4), Marked),
    ("青年节", Solar(5, 4), Always),
    ("中国品牌日", Solar(5, 10), Always),
    ("国际护士节", Solar(5, 12), Always),
    ("护士节", Solar(5, 12), Always),
    ("全国防灾减灾日", Solar(5, 12), Always),
    ("防灾减灾日", Solar(5, 12), Always),
    ("母亲节", Nth(5, 2, 7), Always),
    ("全国科技工作者日", Solar(5, 30), Always),
    ("六一国际儿童节", Solar(6, 1), Always),
    ("六一儿童节", Solar(6, 1), Always),
    ("国际儿童节", Solar(6, 1), Always),
    ("儿童节", Solar(6, 1), Always),
    ("六一", Solar(6, 1), Marked),
    ("世界环境日", Solar(6, 5), Always),
    ("父亲节", Nth(6, 3, 7), Always),
    ("香港回归纪念日", Solar(7, 1), Always),
    ("建党节", Solar(7, 1), Always),
    ("七一建党节", Solar(7, 1), Always),
    ("七一", Solar(7, 1), Marked),
    ("八一建军节", Solar(8, 1), Always),
    ("建军节", Solar(8, 1), Always),
    ("八一", Solar(8, 1), Marked),
    ("全国生态日", Solar(8, 15), Always),
    ("中国人民抗日战争胜利纪念日", Solar(9, 3), Always),
    ("抗战胜利纪念日", Solar(9, 3), Always),
    ("教师节", Solar(9, 10), Always),
    ("烈士纪念日", Solar(9, 30), Always),
    ("十一国庆节", Solar(10, 1), Always),
    ("十一国庆", Solar(10, 1), Always),
    ("国庆节", Solar(10, 1), Always),
    ("国庆", Solar(10, 1), Always),
    ("十一", Solar(10, 1), Marked),
    ("万圣夜", Solar(10, 31), Always),
    ("万圣节", Solar(10, 31), Always),
    ("记者节", Solar(11, 8), Always),
    ("全国消防日", Solar(11, 9), Always),
    ("消防日", Solar(11, 9), Always),
    ("光棍节", Solar(11, 11), Always),
    ("双十一", Solar(11, 11), Always),
    ("双11", Solar(11, 11), Always),
    ("感恩节", Nth(11, 4, 4), Always),
    ("国家宪法日", Solar(12, 4), Always),
    ("双十二", Solar(12, 12), Always),
    ("双12", Solar(12, 12), Always),
    ("国家公祭日", Solar(12, 13), Always),
    ("澳门回归纪念日", Solar(12, 20), Always),
    ("平安夜", Solar(12, 24), Always),
    ("圣诞节", Solar(12, 25), Always),
    ("圣诞", Solar(12, 25), Always),
    ("春节", Lunar(1, 1), Always),
    ("农历新年", Lunar(1, 1), Always),
    ("新春佳节", Lunar(1, 1), Always),
    ("大年初一", Lunar(1, 1), Always),
    ("年初一", Lunar(1, 1), Always),
    ("大年初二", Lunar(1, 2), Always),
    ("大年初三", Lunar(1, 3), Always),
    ("大年初四", Lunar(1, 4), Always),
    ("大年初五", Lunar(1, 5), Always),
    ("大年初六", Lunar(1, 6), Always),
    ("大年初七", Lunar(1, 7), Always),
    ("大年初八", Lunar(1, 8), Always),
    ("元宵节", Lunar(1, 15), Always),
    ("元宵", Lunar(1, 15), Always),
    ("上元节", Lunar(1, 15), Always),
    ("二月二龙抬头", Lunar(2, 2), Always),
    ("龙抬头", Lunar(2, 2), Always),
    ("龙头节", Lunar(2, 2), Always),
    ("上巳节", Lunar(3, 3), Always),
    ("端午节", Lunar(5, 5), Always),
    ("端午", Lunar(5, 5), Always),
    ("端阳节", Lunar(5, 5), Always),
    ("七夕节", Lunar(7, 7), Always),
    ("七夕", Lunar(7, 7), Always),
    ("乞巧节", Lunar(7, 7), Always),
    ("中元节", Lunar(7, 15), Always),
    ("中秋节", Lunar(8, 15), Always),
    ("中秋", Lunar(8, 15), Always),
    ("重阳节", Lunar(9, 9), Always),
    ("重阳", Lunar(9, 9), Marked),
    ("老年节", Lunar(9, 9), Always),
    ("寒衣节", Lunar(10, 1), Always),
    ("下元节", Lunar(10, 15), Always),
    ("腊八节", Lunar(12, 8), Always),
    ("腊八", Lunar(12, 8), Always),
    ("北方小年", Lunar(12, 23), Always),
    ("南方小年", Lunar(12, 24), Always),
    ("小年夜", Lunar(12, 23), Always),
    ("小年", Lunar(12, 23), Marked),
    ("除夕夜", Eve, Always),
    ("除夕", Eve, Always),
    ("大年三十", Eve, Always),
    ("年三十", Eve, Always),
    ("清明节", Term(6), Always),
    ("冬至节", Term(23), Always),
    ("中国农民丰收节", Term(17), Always),
    ("农民丰收节", Term(17), Always),
    ("丰收节", Term(17), Always),
];

pub(crate) static WORDS: Words<(&str, Rule, Sure)> = Words::of_triples(HOLIDAYS);
pub(crate) static TERMS: Words<&str> = Words::of(&almanac::TERMS);

/// Terms whose names are weather or common words.
const COMMON_TERMS: [usize; 9] = [1, 3, 9, 14, 15, 16, 20, 21, 22];

/// The words that make a holiday its days off.
static BREAKS: Words<&str> = Words::of(&["小长假", "黄金周", "假期", "长假", "假日", "期间", "节假期", "放假"]);

/// Reads a holiday or a solar term.
pub(crate) fn read(cursor: &mut Cursor<'_>, previous: Option<Step>) -> Option<Step> {
    let first = cursor.peek()?;
    if previous.is_some_and(|step| step.rank() > 0) {
        return None;
    }
    let row = WORDS.beginning(cursor.rest());
    // 端午节目: 节 belongs to 节目
    let row = row.filter(|(word, ..)| {
        !(word.ends_with('节') && cursor.rest().get(word.len()..).is_some_and(|rest| rest.starts_with(['目', '奏', '约', '能'])))
    });
    let Some((word, _, sure)) = row.max_by_key(|(word, ..)| word.len()) else {
        return term(cursor, previous);
    };
    let mut ahead = *cursor;
    ahead.eat(word);
    let quoted = cursor.before().is_some_and(|c| matches!(c, '“' | '"')) && ahead.peek().is_some_and(|c| matches!(c, '”' | '"'));
    let mut mark = ahead;
    if quoted {
        mark.bump();
    }
    let marked = BREAKS.begin(mark.rest()) || ["节", "前夕", "当天", "当日", "前后", "前一", "大促"].iter().any(|word| mark.rest().starts_with(word));
    let part_of_word = match *word {
        "圣诞" => ahead.rest().starts_with(['老', '树', '岛', '礼', '帽', '夜', '卡']),
        "元宵" => ahead.rest().starts_with(['灯', '馅', '、']),
        "国庆" => {
            ahead.rest().starts_with(['村', '镇', '乡', '街', '社', '北', '南', '东', '西'])
                || cursor.before().is_some_and(|c| matches!(c, '李' | '王' | '张' | '刘' | '陈' | '赵' | '周' | '吴'))
        }
        "清明节" | "端午" | "中秋" | "七夕" => false,
        "新年" => !super::scan::at_edge(&ahead) && !marked && !ahead.rest().starts_with(['去', '快']),
        _ => false,
    };
    let in_year = previous.is_some();
    let lone_new_year = *word == "新年" && !part_of_word;
    // 2025五一国际劳动节: the figure before it is the year
    let figure_before = !in_year && digits::is_figure(first) && cursor.before().is_some_and(digits::is_figure);
    let counted = matches!(sure, Marked)
        && digits::is_figure(first)
        && ahead.peek().is_some_and(|c| digits::is_figure(c) || matches!(c, '个' | '月' | '家' | '年' | '日' | '届'));
    if part_of_word || figure_before || counted || (*sure == Marked && !(marked || lone_new_year || (in_year && !digits::is_figure(first)))) {
        return None;
    }
    let off = !quoted && ahead.eat_any(&BREAKS).is_some();
    let _ = !off && (ahead.eat("当天") || ahead.eat("当日"));
    let _ = ahead.rest().starts_with("期间") && off && ahead.eat("期间");
    *cursor = ahead;
    let row = WORDS.iter().rposition(|(name, ..)| name == word)?;
    Some(Step::Holiday(row, off))
}

/// Whether a holiday begins that is called by its lunar month: 二月二龙抬头 is no day of February.
pub(crate) fn opens_with_month(rest: &str) -> bool {
    WORDS.beginning(rest).any(|(word, ..)| word.contains('月'))
}

fn term(cursor: &mut Cursor<'_>, previous: Option<Step>) -> Option<Step> {
    let name = TERMS.beginning(cursor.rest()).next()?;
    let index = TERMS.iter().position(|term| term == name)?;
    let mut ahead = *cursor;
    ahead.eat(name);
    let marked = ["节气", "时节", "当天", "当日", "节"].iter().any(|word| ahead.rest().starts_with(word));
    let lone = cursor.behind().is_empty() && ahead.rest().is_empty();
    let common = COMMON_TERMS.contains(&index) || index == 5 && ahead.rest().starts_with("路");
    let crossing = index == 6 && ahead.rest().starts_with(['上', '河', '集']) || cursor.before().is_some_and(digits::is_figure);
    if crossing || (common && !(marked || lone || previous.is_some_and(|step| matches!(step, Step::Year(_))) && super::scan::at_edge(&ahead))) {
        return None;
    }
    let _ = ahead.eat("节气") || ahead.eat("时节") || ahead.eat("当天") || ahead.eat("当日");
    *cursor = ahead;
    Some(Step::Term(index))
}

/// The day of a holiday in a year.
pub(crate) fn day(row: usize, year: i32) -> Option<Day> {
    let (_, rule, _) = HOLIDAYS.get(row)?;
    match *rule {
        Solar(month, day) => Day::new(year, month, day),
        Lunar(month, day) => almanac::lunar_day(year, month, false, day),
        // 2022年除夕 is the eve that ends the lunar year beginning in 2022.
        Eve => almanac::lunar_eve(year),
        Term(index) => almanac::term(year, index),
        Nth(month, nth, weekday) => nth_weekday(year, month, nth, weekday),
    }
}

/// The so manieth weekday of a month; 0 is the last.
pub(crate) fn nth_weekday(year: i32, month: u8, nth: u8, weekday: u8) -> Option<Day> {
    if nth == 0 {
        let last = Day::last_of(year, month)?;
        return last.plus(-i64::from((last.weekday() + 7 - weekday) % 7));
    }
    let first = Day::new(year, month, 1)?;
    let day = first.plus(i64::from((weekday + 7 - first.weekday()) % 7) + 7 * (i64::from(nth) - 1))?;
    (day.month() == month).then_some(day)
}

/// The first and the last of the days off around a holiday.
pub(crate) fn days_off(row: usize, year: i32) -> Option<(Day, Day)> {
    let (_, rule, _) = HOLIDAYS.get(row)?;
    let column = match *rule {
        Solar(1, 1) => 0,
        Lunar(1, 1) | Eve => 1,
        Term(6) => 2,
        Solar(5, 1) => 3,
        Lunar(5, 5) => 4,
        Lunar(8, 15) => 5,
        Solar(10, 1) => 6,
        _ => return day(row, year).map(|day| (day, day)),
    };
    let told = DAYS_OFF.iter().find(|(told, _)| *told == year).and_then(|(_, row)| row.get(column)).copied();
    if let Some((month, first, days)) = told.filter(|(month, ..)| *month != 0) {
        // A New Year's break may begin in the old year.
        let first = Day::new(if column == 0 && month == 12 { year - 1 } else { year }, month, first)?;
        return Some((first, first.plus(i64::from(days) - 1)?));
    }
    let first = day(row, year)?;
    Some((first, first.plus(if matches!(column, 1 | 6) { 6 } else { 2 })?))
}

/// Month and day of the first day off, and how many there are; all 0 where another break of the year holds it.
type Break = (u8, u8, u8);

/// The State Council's yearly notices, 2008 to 2026: month, day and number of days of each break, in the order of the year.
/// Other years have the statutory days: seven for 春节 and 国庆节, three for the others.
#[rustfmt::skip]
const DAYS_OFF: &[(i32, [Break; 7])] = &[
    (2008, [(12, 30, 3), (2, 6, 7), (4, 4, 3), (5, 1, 3), (6, 7, 3), (9, 13, 3), (9, 29, 7)]),
    (2009, [(1, 1, 3), (1, 25, 7), (4, 4, 3), (5, 1, 3), (5, 28, 3), (10, 1, 8), (10, 1, 8)]),
    (2010, [(1, 1, 3), (2, 13, 7), (4, 3, 3), (5, 1, 3), (6, 14, 3), (9, 22, 3), (10, 1, 7)]),
    (2011, [(1, 1, 3), (2, 2, 7), (4, 3, 3), (4, 30, 3), (6, 4, 3), (9, 10, 3), (10, 1, 7)]),
    (2012, [(1, 1, 3), (1, 22, 7), (4, 2, 3), (4, 29, 3), (6, 22, 3), (9, 30, 8), (9, 30, 8)]),
    (2013, [(1, 1, 3), (2, 9, 7), (4, 4, 3), (4, 29, 3), (6, 10, 3), (9, 19, 3), (10, 1, 7)]),
    (2014, [(1, 1, 1), (1, 31, 7), (4, 5, 3), (5, 1, 3), (5, 31, 3), (9, 6, 3), (10, 1, 7)]),
    (2015, [(1, 1, 3), (2, 18, 7), (4, 4, 3), (5, 1, 3), (6, 20, 3), (9, 26, 2), (10, 1, 7)]),
    (2016, [(1, 1, 3), (2, 7, 7), (4, 2, 3), (4, 30, 3), (6, 9, 3), (9, 15, 3), (10, 1, 7)]),
    (2017, [(12, 31, 3), (1, 27, 7), (4, 2, 3), (4, 29, 3), (5, 28, 3), (10, 1, 8), (10, 1, 8)]),
    (2018, [(12, 30, 3), (2, 15, 7), (4, 5, 3), (4, 29, 3), (6, 16, 3), (9, 22, 3), (10, 1, 7)]),
    (2019, [(12, 30, 3), (2, 4, 7), (4, 5, 3), (5, 1, 4), (6, 7, 3), (9, 13, 3), (10, 1, 7)]),
    (2020, [(1, 1, 1), (1, 24, 10), (4, 4, 3), (5, 1, 5), (6, 25, 3), (0, 0, 0), (10, 1, 8)]),
    (2021, [(1, 1, 3), (2, 11, 7), (4, 3, 3), (5, 1, 5), (6, 12, 3), (9, 19, 3), (10, 1, 7)]),
    (2022, [(1, 1, 3), (1, 31, 7), (4, 3, 3), (4, 30, 5), (6, 3, 3), (9, 10, 3), (10, 1, 7)]),
    (2023, [(12, 31, 3), (1, 21, 7), (4, 5, 1), (4, 29, 5), (6, 22, 3), (9, 29, 8), (9, 29, 8)]),
    (2024, [(12, 30, 3), (2, 10, 8), (4, 4, 3), (5, 1, 5), (6, 8, 3), (9, 15, 3), (10, 1, 7)]),
    (2025, [(1, 1, 1), (1, 28, 8), (4, 4, 3), (5, 1, 5), (5, 31, 3), (10, 1, 8), (10, 1, 8)]),
    (2026, [(1, 1, 3), (2, 15, 9), (4, 4, 3), (5, 1, 5), (6, 19, 3), (9, 25, 3), (10, 1, 7)]),
];

/// Whether a holiday has the same month and day every year.
pub(crate) fn is_fixed(row: usize) -> bool {
    HOLIDAYS.get(row).is_some_and(|(_, rule, _)| matches!(rule, Solar(..)))
}

/// So many working days later: weekends and the public holidays' own days left out. Days worked in exchange are not counted.
pub(crate) fn working_days(day: Day, count: i64) -> Option<Day> {
    // Two years of working days are as far as anyone counts them.
    let mut left = count.unsigned_abs().min(520);
    let mut at = day;
    while left > 0 {
        at = at.plus(count.signum())?;
        if at.weekday() <= 5 && !is_day_off(at) {
            left -= 1;
        }
    }
    Some(at)
}

fn is_day_off(day: Day) -> bool {
    let year = day.year();
    DAYS_OFF.iter().filter(|(told, _)| *told == year || *told == year + 1).any(|(told, row)| {
        row.iter().enumerate().any(|(column, (month, first, days))| {
            let begins = Day::new(if column == 0 && *month == 12 { told - 1 } else { *told }, *month, *first);
            begins.is_some_and(|begins| (0..i64::from(*days)).contains(&day.since(begins)))
        })
    })
}
