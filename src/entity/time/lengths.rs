//! Reads lengths of time: 两个月, 5个多月, 一年半, 3~5年, 不到90天, 4年6个月.

use super::digits;
use super::grammar::{Length, Unit};
use super::value::Duration;
use crate::cursor::Cursor;
use crate::magnitude::{Bound, Magnitude, amount, hedge};
use crate::numeral::{Figure, Shape, skip_spaces};
use crate::word_table::{Words, words};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::fmt::Write;

/// A length that was read.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    /// First byte of the figure, after a hedge.
    pub(crate) number: usize,
    /// One past the last byte of the last unit.
    pub(crate) unit_end: usize,
    /// One past the last byte, a hedge behind it included.
    pub(crate) end: usize,
    /// What it says.
    pub(crate) value: Duration,
    /// For counting; none where the figure is too large or fine.
    pub(crate) length: Option<Length>,
    /// How many of the unit, where that is one exact whole figure and nothing else is said.
    pub(crate) plain: Option<u32>,
}

/// A unit of lengths: its words, what it is, how many of the base it holds, and the letter of ISO 8601 with T where it belongs to the clock.
struct UnitWord {
    word: &'static str,
    unit: Unit,
    times: u8,
    iso: &'static str,
    name: &'static str,
    /// What must not follow: 年级, 周边, 天津.
    unfit: &'static str,
}

/// Nouns of what is made, which 产 of 三年产业规模 begins; 三年产10万吨 tells how much is made a year.
static MADE: Words<&str> = Words::of(&["产业", "产值", "产品", "产出", "产量", "产能"]);

type UnitRow = (&'static str, UnitWord);

const fn unit(word: &'static str, unit: Unit, times: u8, iso: &'static str, name: &'static str, unfit: &'static str) -> UnitRow {
    (word, UnitWord { word, unit, times, iso, name, unfit })
}

/// The units, longer words of one beginning first. 月, 日, 时 and 分 alone name points; they are lengths only behind a larger unit or a word that says so.
static UNITS: Words<UnitRow> = Words::of_pairs(&[
    unit("周年", Unit::Year, 1, "Y", "year", "庆纪校期"),
    unit("年", Unit::Year, 1, "Y", "year", "级龄代度份产薪会货报检均轮末底初夜关味岁生租利息级"),
    unit("载", Unit::Year, 1, "Y", "year", "重体荷人客货入"),
    unit("世纪", Unit::Century, 1, "C", "century", ""),
    unit("季度", Unit::Quarter, 3, "M", "month", ""),
    unit("月", Unit::Month, 1, "M", "month", "饼球薪租均产销龄息份初底末中上下旬"),
    unit("星期", Unit::Week, 1, "W", "week", "二三四五六日天"),
    unit("礼拜", Unit::Week, 1, "W", "week", "二三四五六日天"),
    unit("周", Unit::Week, 1, "W", "week", "日期边围岁转报刊密折"),
    unit("昼夜", Unit::Day, 1, "D", "day", ""),
    unit("交易日", Unit::WorkDay, 1, "D", "day", ""),
    unit("工作日", Unit::WorkDay, 1, "D", "day", ""),
    unit("天", Unit::Day, 1, "D", "day", "津然气空河水府桥山文线使地眼猫舟宫元台路门安长目平坛揽"),
    unit("日", Unit::Day, 1, "D", "day", "本均元产供处耗龄薪照内报"),
    unit("小时", Unit::Hour, 1, "TH", "hour", ""),
    unit("钟头", Unit::Hour, 1, "TH", "hour", ""),
    unit("分钟", Unit::Minute, 1, "TM", "minute", ""),
    unit("刻钟", Unit::Minute, 15, "TM", "minute", ""),
    unit("秒钟", Unit::Second, 1, "TS", "second", ""),
    unit("秒", Unit::Second, 1, "TS", "second", "杀表速0123456789"),
    unit("时", Unit::Hour, 1, "TH", "hour", "候代刻速间"),
    unit("分", Unit::Minute, 1, "TM", "minute", "之别布配为行公店局"),
]);

/// One figure with its unit.
struct Piece {
    low: Decimal,
    high: Decimal,
    unit: &'static UnitWord,
    over: bool,
    half: bool,
}

/// What the reader of lengths is told of the place.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    /// 近三月: 月 is a length here, and 日 too (为期10日).
    pub(crate) bare_units: bool,
}

/// Reads a length at byte `at`, its hedge included.
pub(crate) fn read(text: &str, at: usize, place: Place) -> Option<Read> {
    let hedge = hedge::before(text, at);
    let number = hedge.map_or(at, |hedge| hedge.end);
    let mut read = body(text, number, place)?;
    // 新突破三年行动: what is broken through is no length
    if hedge.is_some() && text.get(at..).is_some_and(|rest| rest.starts_with(['突', '冲', '破'])) {
        return None;
    }
    if let Some(hedge) = hedge {
        if hedge.bare_only && !text.get(number..)?.starts_with(['百', '千', '万', '十']) {
            return None;
        }
        if read.value.magnitude.bound == Bound::Exact {
            let Magnitude { low, high, .. } = read.value.magnitude;
            read.value.magnitude = Magnitude::bounded(low?, high?, hedge.bound);
            read.plain = None;
        }
    }
    Some(read)
}

fn body(text: &str, at: usize, place: Place) -> Option<Read> {
    let mut cursor = Cursor::new(text, at);
    let (first, shape) = piece(text, &mut cursor, place, None)?;
    let mut pieces = vec![first];
    let mut unit_end = cursor.at();
    // 一年多三个月又20天8小时余50分钟20秒
    while pieces.len() < 7 {
        let mut ahead = cursor;
        skip_spaces(&mut ahead);
        let linked = ahead.eat_any(words!["又", "零", "余", "多", "加", "和"]);
        skip_spaces(&mut ahead);
        if linked == Some("和") {
            break;
        }
        let last = pieces.last()?.unit;
        let Some((next, Shape::Exact)) = piece(text, &mut ahead, Place::default(), Some(last)) else { break };
        // 三年两个月, 两天又一个月; 三年五年 are two lengths
        if rank(next.unit.unit) == rank(last.unit) || (rank(next.unit.unit) > rank(last.unit) && linked.is_none()) {
            break;
        }
        pieces.push(next);
        cursor = ahead;
        unit_end = cursor.at();
    }
    // 6天5晚, 三天三夜
    let mut nights = cursor;
    if pieces.len() == 1
        && pieces.first()?.unit.unit == Unit::Day
        && amount::read_one(text, nights.at()).is_some_and(|a| {
            nights = Cursor::new(text, a.end);
            nights.eat("晚") || nights.eat("夜")
        })
    {
        cursor = nights;
        unit_end = cursor.at();
    }
    finish(text, at, cursor, unit_end, &pieces, shape)
}

/// Order of the units in a row of them.
const fn rank(unit: Unit) -> u8 {
    match unit {
        Unit::Century => 9,
        Unit::Year => 8,
        Unit::Quarter => 7,
        Unit::Month => 6,
        Unit::Week => 5,
        Unit::Day | Unit::WorkDay => 4,
        Unit::Hour => 3,
        Unit::Minute => 2,
        Unit::Second => 1,
    }
}

fn piece<'t>(text: &'t str, cursor: &mut Cursor<'t>, place: Place, after: Option<&UnitWord>) -> Option<(Piece, Shape)> {
    let mut ahead = *cursor;
    let half_first = matches!(ahead.peek(), Some('半')) || ahead.rest().starts_with("大半");
    let (low, high, shape, bare, arabic_year) = if half_first {
        let _ = ahead.eat("大");
        ahead.eat("半");
        let half = Decimal::new(5, 1);
        (half, half, Shape::Exact, false, false)
    } else if let Some(word) = ahead.eat_any(words!["俩", "仨"]) {
        let value = Decimal::from(if word == "俩" { 2 } else { 3 });
        (value, value, Shape::Exact, false, false)
    } else {
        let read = if after.is_some() { amount::read_one(text, ahead.at()) } else { amount::read_figure(text, ahead.at()) }?;
        // 2023年 and 二三年 are years
        let figure = text.get(read.numeral.start..read.numeral.end)?;
        let year_like = figure.len() == 4 && figure.starts_with(['1', '2']) && figure.bytes().all(|b| b.is_ascii_digit())
            || read.shape == Shape::Exact && figure.chars().nth(1).is_some() && figure.chars().all(|c| digits::chinese(c).is_some());
        ahead = Cursor::new(text, read.end);
        (read.low?, read.high?, read.shape, read.numeral.bare, year_like)
    };
    if low.is_sign_negative() {
        return None;
    }
    skip_spaces(&mut ahead);
    // 13天—8周: the unit of the first end is its own, which the caller sees to
    let counted = ahead.eat("个");
    let half = !half_first && counted && ahead.eat("半");
    let over = ahead.eat("多") || ahead.eat("余") || (counted && ahead.eat("来"));
    skip_spaces(&mut ahead);
    let (_, found) = UNITS.beginning(ahead.rest()).next()?;
    ahead.eat(found.word);
    let plain_word = matches!(found.word, "月" | "日" | "时" | "分");
    let after_larger = after.is_some_and(|last| match found.word {
        "时" => last.unit == Unit::Day,
        "分" => last.unit == Unit::Hour,
        "日" => last.unit == Unit::Month,
        _ => false,
    });
    let fits = match found.word {
        "月" => counted || place.bare_units || half_first,
        "季度" => counted,
        // 60日, 30~90日 are no days of a month
        "日" => !counted && (place.bare_units || after_larger || half_first || high > Decimal::from(31)),
        "时" => !counted && after_larger,
        "分" => !counted && (after_larger || half_follows_minutes(&ahead) || seconds_follow(&ahead)),
        "年" | "天" | "分钟" | "秒" | "秒钟" | "周年" | "载" | "昼夜" => !counted,
        _ => true,
    };
    let next = ahead.peek();
    let dated = arabic_year && found.word == "年" && !over;
    // 30多年前期, 5年期 (a tenor): no lengths. 百年, 千年 alone are set phrases.
    let tenor = found.word == "年" && next == Some('期') && !ahead.rest().starts_with("期间");
    if !fits
        || dated
        || tenor
        || next.is_some_and(|c| found.unfit.contains(c)) && !(plain_word && after_larger) && !(found.word == "年" && MADE.begin(ahead.rest()))
        || (bare && shape == Shape::Exact && found.word != "昼夜")
    {
        return None;
    }
    let mut half_after = false;
    if !half_first && !half {
        let mut after_half = ahead;
        if after_half.eat("半") && !after_half.rest().starts_with(['个', '天', '年', '数', '夜', '导', '成', '自', '封', '径', '价', '壁', '岛'])
        {
            ahead = after_half;
            half_after = true;
            if found.word == "分" || found.word == "秒" {
                let _ = ahead.eat("钟");
            }
        }
    }
    let mut over_after = false;
    if !over && !half_after {
        if let Some(end) = hedge::over_after(text, ahead.at()) {
            let after_over = Cursor::new(text, end);
            // 一年多三个月: 多 only joins
            if amount::read_one(text, after_over.at()).is_none() && !after_over.rest().starts_with(['级', '功', '次', '家', '元']) {
                ahead = Cursor::new(text, end);
                over_after = true;
            }
        }
    }
    let add = if half || half_after { Decimal::new(5, 1) } else { Decimal::ZERO };
    *cursor = ahead;
    let shape = if shape == Shape::Exact && (over || over_after) { Shape::Over } else { shape };
    Some((Piece { low: low + add, high: high + add, unit: found, over: over || over_after, half: half || half_after || half_first }, shape))
}

/// 3分25秒; 3分25秒38 is a result in sport, which no unit closes.
fn seconds_follow(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    digits::whole(&mut ahead).is_some() && ahead.eat("秒") && !ahead.peek().is_some_and(|c| c.is_ascii_digit())
}

/// 十三分半(钟): 分 is a length before 半.
fn half_follows_minutes(cursor: &Cursor<'_>) -> bool {
    cursor.rest().starts_with('半')
}

fn finish(text: &str, at: usize, cursor: Cursor<'_>, unit_end: usize, pieces: &[Piece], shape: Shape) -> Option<Read> {
    let first = pieces.first()?;
    let last = pieces.last()?;
    let several = pieces.len() > 1;
    let over = pieces.iter().any(|piece| piece.over) && !several || last.over;
    let shape = if several && shape == Shape::Exact && last.over { Shape::Over } else { shape };
    let mut end = cursor.at();
    let mut bound = match shape {
        Shape::Range => Bound::Range,
        Shape::Several => Bound::Order,
        Shape::Over => Bound::MoreThan,
        Shape::Around => Bound::About,
        Shape::Exact if over => Bound::MoreThan,
        Shape::Exact => Bound::Exact,
    };
    let mut second = None;
    if bound == Bound::Exact {
        if let Some((after, stop)) = hedge::after(text, end) {
            bound = after;
            end = stop;
            // 3年以上7年以下
            if after == Bound::AtLeast {
                let mut next = Cursor::new(text, stop);
                let _ = next.eat_any(words![",", "，", "、"]);
                second = body(text, next.at(), Place::default()).filter(|read| read.value.magnitude.bound == Bound::AtMost);
            }
        } else if let Some(stop) = within(text, end) {
            bound = Bound::AtMost;
            end = stop;
        }
    }
    let (low, high, unit) = total(pieces)?;
    let iso = iso8601(pieces, bound)?;
    let mut value = Duration { iso8601: iso, magnitude: Magnitude::bounded(Figure::from(low), Figure::from(high), bound), unit: unit.to_owned() };
    if let Some(upper) = second {
        value.iso8601 = format!("{}/{}", value.iso8601, upper.value.iso8601);
        if upper.value.unit == value.unit {
            value.magnitude = Magnitude::bounded(Figure::from(low), upper.value.magnitude.high?, Bound::Range);
        }
        end = upper.end;
    }
    let length = length(pieces, matches!(shape, Shape::Several | Shape::Range));
    let plain =
        (!several && bound == Bound::Exact && !first.half).then(|| first.low.to_u32().filter(|whole| Decimal::from(*whole) == first.low)).flatten();
    Some(Read { number: at, unit_end, end, value, length, plain })
}

/// 8个月内: as 以内, where 内 opens no other word.
fn within(text: &str, at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, at);
    let found = cursor.eat("内") && !cursor.rest().starts_with(NOT_WITHIN);
    found.then(|| cursor.at())
}

/// What may not follow 内 as 以内: 内地, 内蒙古, 内需.
pub(crate) const NOT_WITHIN: &[char] = &['地', '蒙', '部', '外', '销', '需', '容', '陆', '河', '科', '资', '江', '参'];

/// The sum in one unit: of months in months, of seconds in seconds, else of the first piece alone.
fn total(pieces: &[Piece]) -> Option<(Decimal, Decimal, &'static str)> {
    let first = pieces.first()?;
    let lift = |piece: &Piece, value: Decimal| value.checked_mul(Decimal::from(piece.unit.times));
    if let [only] = pieces {
        let century = if only.unit.unit == Unit::Century { Decimal::ONE_HUNDRED } else { Decimal::ONE };
        let name = if only.unit.unit == Unit::Century { "year" } else { only.unit.name };
        return Some((lift(only, only.low)?.checked_mul(century)?, lift(only, only.high)?.checked_mul(century)?, name));
    }
    let in_months = |piece: &Piece| piece.unit.unit.months().map(Decimal::from);
    let in_seconds = |piece: &Piece| piece.unit.unit.seconds().map(Decimal::from);
    let smallest = pieces.last()?;
    let sum = |size: &dyn Fn(&Piece) -> Option<Decimal>| -> Option<Decimal> {
        let mut sum = Decimal::ZERO;
        for piece in pieces {
            sum = sum.checked_add(piece.low.checked_mul(size(piece)?)?)?;
        }
        sum.checked_div(size(smallest)?)
    };
    let value = sum(&in_months).or_else(|| sum(&in_seconds));
    Some(match value {
        Some(value) => (value, value, smallest.unit.name),
        None => (first.low, first.high, first.unit.name),
    })
}

fn iso8601(pieces: &[Piece], bound: Bound) -> Option<String> {
    let ends = matches!(bound, Bound::Range | Bound::Order);
    let mut text = String::new();
    for high in [false, true] {
        if high {
            if !ends {
                break;
            }
            text.push('/');
        }
        text.push('P');
        let mut sorted: Vec<&Piece> = pieces.iter().collect();
        sorted.sort_by_key(|piece| std::cmp::Reverse(rank(piece.unit.unit)));
        let mut clock = false;
        for piece in sorted {
            let value = if high { piece.high } else { piece.low };
            let times = if piece.unit.unit == Unit::Century { 100 } else { piece.unit.times };
            let value = value.checked_mul(Decimal::from(times))?.normalize();
            let letter = match piece.unit.iso.strip_prefix('T') {
                Some(letter) => {
                    if !clock {
                        text.push('T');
                        clock = true;
                    }
                    letter
                }
                None if piece.unit.iso == "C" => "Y",
                None => piece.unit.iso,
            };
            write!(text, "{value}{letter}").ok()?;
        }
    }
    Some(text)
}

fn length(pieces: &[Piece], vague: bool) -> Option<Length> {
    let (mut months, mut seconds, mut working_days) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    let mut grain = Unit::Century;
    for piece in pieces {
        let unit = piece.unit.unit;
        if unit == Unit::WorkDay {
            working_days = working_days.checked_add(piece.low)?;
        } else if let Some(size) = unit.months() {
            months = months.checked_add(piece.low.checked_mul(Decimal::from(size))?)?;
        } else {
            let size = Decimal::from(unit.seconds()?).checked_mul(Decimal::from(piece.unit.times))?;
            seconds = seconds.checked_add(piece.low.checked_mul(size)?)?;
        }
        let own = match (unit, piece.half) {
            (Unit::Year, true) | (Unit::Quarter, _) => Unit::Month,
            (Unit::Month, true) => Unit::Day,
            (Unit::Week, true) => Unit::Day,
            (Unit::Day, true) => Unit::Hour,
            (Unit::Hour, true) => Unit::Minute,
            (Unit::Minute, true) => Unit::Second,
            (unit, _) => unit,
        };
        if rank(own) < rank(grain) {
            grain = own;
        }
    }
    // A half month is fifteen days.
    let rest = months.checked_sub(months.floor())?;
    if !rest.is_zero() {
        seconds = seconds.checked_add(rest.checked_mul(Decimal::from(30 * 86_400))?)?;
    }
    Some(Length { months: months.floor().to_i64()?, seconds: seconds.to_i64()?, working_days: working_days.to_i64()?, grain, vague })
}

/// Reads a range whose ends have units of their own: 13天—8周, 6个月至1年.
pub(crate) fn read_range(text: &str, at: usize) -> Option<Read> {
    let first = body(text, at, Place::default())?;
    if first.value.magnitude.bound != Bound::Exact {
        return None;
    }
    let mut cursor = Cursor::new(text, first.end);
    amount::eat_joint(&mut cursor)?;
    let second = body(text, cursor.at(), Place::default())?;
    if second.value.magnitude.bound != Bound::Exact {
        return None;
    }
    let magnitude = if first.value.unit == second.value.unit {
        Magnitude::bounded(first.value.magnitude.low?, second.value.magnitude.high?, Bound::Range)
    } else {
        let lift = |read: &Read| -> Option<Figure> {
            let length = read.length?;
            Some(Figure::from(if length.months > 0 { Decimal::from(length.months) } else { Decimal::from(length.seconds) / Decimal::from(86_400) }))
        };
        Magnitude::bounded(lift(&first)?, lift(&second)?, Bound::Range)
    };
    let unit = if first.value.unit == second.value.unit {
        first.value.unit.clone()
    } else if first.length?.months > 0 {
        "month".to_owned()
    } else {
        "day".to_owned()
    };
    let value = Duration { iso8601: format!("{}/{}", first.value.iso8601, second.value.iso8601), magnitude, unit };
    Some(Read { value, length: None, plain: None, ..second })
}
