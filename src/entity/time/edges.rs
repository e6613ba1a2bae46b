//! Reads where in a period: 年底, 月初, 上旬, 季度末, 期间.

use super::digits;
use super::grammar::{Chain, Edge, Step, Unit};
use super::scan::at_edge;
use crate::cursor::Cursor;
use crate::word_table::Words;

/// Thirds of a month, longest first.
pub(crate) static THIRDS: Words<(&str, Edge)> = Words::of_pairs(&[
    ("上中旬", Edge::Thirds(1, 2)),
    ("中下旬", Edge::Thirds(2, 3)),
    ("中、下旬", Edge::Thirds(2, 3)),
    ("上、中旬", Edge::Thirds(1, 2)),
    ("上旬", Edge::Thirds(1, 1)),
    ("中旬", Edge::Thirds(2, 2)),
    ("下旬", Edge::Thirds(3, 3)),
    ("上半月", Edge::HalfMonth(1)),
    ("下半月", Edge::HalfMonth(2)),
    ("前半月", Edge::HalfMonth(1)),
    ("后半月", Edge::HalfMonth(2)),
]);

/// 年底, 月初, 上旬, 季度末, 期间 …
pub(crate) fn edge(cursor: &mut Cursor<'_>, previous: Option<Step>) -> Option<Step> {
    let mut ahead = *cursor;
    let last = previous.map(|step| (step, step.rank()));
    let word = |cursor: &mut Cursor<'_>, table: &Words<(&'static str, Edge)>| {
        let (word, edge) = table.first_beginning(cursor.rest())?;
        cursor.eat(word);
        Some(*edge)
    };
    let found = match last {
        None | Some((_, 0 | 2)) if THIRDS.begin(ahead.rest()) => {
            if matches!(last, Some((_, 0))) {
                return None;
            }
            word(&mut ahead, &THIRDS)
        }
        None => return None,
        Some((Step::Plan(_), _)) => {
            // “十三五”末: the words behind the closing quote tell the year, and stay outside the span
            let mut outside = ahead;
            if outside.peek().is_some_and(|c| matches!(c, '”' | '"' | '」' | '’')) {
                outside.bump();
                let edge = word(&mut outside, &PLAN_EDGES).filter(|edge| matches!(edge, Edge::FirstYear | Edge::LastYear))?;
                return Some(Step::At(edge));
            }
            word(&mut ahead, &PLAN_EDGES)
        }
        Some((Step::Decade(..) | Step::Century(_) | Step::CenturyOffset(_), _)) => word(&mut ahead, &DECADE_EDGES),
        Some((_, 0)) => word(&mut ahead, &YEAR_EDGES).or_else(|| {
            // 2019年中 ends a phrase; 2019年中国 does not
            let mut middle = ahead;
            (middle.eat("中") && at_edge(&middle)).then(|| {
                ahead = middle;
                Edge::Middle
            })
        }),
        Some((Step::Half(_) | Step::Quarter(_) | Step::QuarterOffset(_) | Step::HalfOffset(_) | Step::First(Unit::Quarter, _), _)) => {
            word(&mut ahead, &QUARTER_EDGES)
        }
        Some((Step::Season(_), _)) => word(&mut ahead, &SEASON_EDGES),
        Some((_, 2)) => {
            // 十月初一 is a lunar day
            if ahead.rest().starts_with('初') && ahead.rest().chars().nth(1).is_some_and(digits::is_figure) {
                return None;
            }
            word(&mut ahead, &MONTH_EDGES)
        }
        Some((Step::WeekOffset(_), _)) => word(&mut ahead, &WEEK_EDGES),
        _ => None,
    }?;
    // 2023年初步, 年中国, 月中国, 年内蒙古: the word belongs to what follows
    let rest = ahead.rest();
    let crossing = match rest.chars().next() {
        None => false,
        Some(next) => match found {
            Edge::Begin => cursor.rest().starts_with('初') && matches!(next, '步' | '级' | '次' | '中' | '期' | '审' | '心' | '创'),
            Edge::Middle => NOT_MIDDLE.contains(&next) && !cursor.rest().starts_with("中期"),
            Edge::Within => cursor.rest().starts_with('内') && matches!(next, '蒙' | '地' | '部' | '外' | '陆' | '江' | '黄'),
            Edge::End => cursor.rest().starts_with('底') && matches!(next, '部' | '层' | '座' | '线'),
            _ => false,
        },
    };
    if crossing {
        return None;
    }
    *cursor = ahead;
    Some(Step::At(found))
}

/// What makes another word of 中: 年中国, 月中心.
const NOT_MIDDLE: &[char] = &[
    '国', '央', '美', '欧', '日', '共', '部', '心', '型', '小', '标', '铁', '石', '建', '交', '信', '华', '级', '东', '西', '原', '方', '长', '俄',
    '外', '芯', '海',
];

static YEAR_EDGES: Words<(&str, Edge)> = Words::of_pairs(&[
    ("年年初", Edge::Begin),
    ("年初", Edge::Begin),
    ("初期", Edge::Begin),
    ("初", Edge::Begin),
    ("伊始", Edge::Begin),
    ("开年", Edge::Begin),
    ("岁首", Edge::Begin),
    ("年中", Edge::Middle),
    ("中期", Edge::Middle),
    ("年底", Edge::End),
    ("年末", Edge::End),
    ("年终", Edge::End),
    ("岁末", Edge::End),
    ("年尾", Edge::End),
    ("底", Edge::End),
    ("末", Edge::End),
    ("终", Edge::End),
    ("年内", Edge::Within),
    ("内", Edge::Within),
    ("期间", Edge::Within),
    ("全年", Edge::Within),
]);

static QUARTER_EDGES: Words<(&str, Edge)> = Words::of_pairs(&[
    ("初", Edge::Begin),
    ("中期", Edge::Middle),
    ("末", Edge::End),
    ("底", Edge::End),
    ("期间", Edge::Within),
    ("内", Edge::Within),
]);

static MONTH_EDGES: Words<(&str, Edge)> = Words::of_pairs(&[
    ("月初", Edge::Begin),
    ("初", Edge::Begin),
    ("月中", Edge::Middle),
    ("中", Edge::Middle),
    ("月底", Edge::End),
    ("月末", Edge::End),
    ("底", Edge::End),
    ("末", Edge::End),
    ("期间", Edge::Within),
    ("内", Edge::Within),
]);

static SEASON_EDGES: Words<(&str, Edge)> = Words::of_pairs(&[("期间", Edge::Within)]);

static WEEK_EDGES: Words<(&str, Edge)> = Words::of_pairs(&[("初", Edge::Begin), ("中", Edge::Middle), ("内", Edge::Within)]);

static PLAN_EDGES: Words<(&str, Edge)> = Words::of_pairs(&[
    ("时期初期", Edge::Within),
    ("开局之年", Edge::FirstYear),
    ("首年", Edge::FirstYear),
    ("第一年", Edge::FirstYear),
    ("收官之年", Edge::LastYear),
    ("末期", Edge::LastYear),
    ("期末", Edge::LastYear),
    ("时期末", Edge::LastYear),
    ("末", Edge::LastYear),
    ("期间", Edge::Within),
    ("时期", Edge::Within),
    ("以来", Edge::Within),
]);

static DECADE_EDGES: Words<(&str, Edge)> = Words::of_pairs(&[
    ("初期", Edge::Begin),
    ("初", Edge::Begin),
    ("中期", Edge::Middle),
    ("中叶", Edge::Middle),
    ("末期", Edge::End),
    ("末", Edge::End),
    ("后期", Edge::End),
    ("期间", Edge::Within),
]);

/// What a root word closes another word behind: 青年初, 岁月中.
const INSIDE: &[char] = &[
    '中', '青', '少', '老', '当', '每', '成', '童', '早', '晚', '多', '几', '半', '个', '历', '逐', '近', '学', '财', '跨', '同', '满', '周', '次',
    '岁',
];

/// A step that a root word names: 年底, 月初, 岁末, 全天. These tell year and month by themselves, so they are chains of two steps.
pub(crate) fn root_words(cursor: &mut Cursor<'_>) -> Option<Chain> {
    let (word, unit, edge) = ROOT_WORDS.beginning(cursor.rest()).next()?;
    let mut ahead = *cursor;
    ahead.eat(word);
    let inside = |c: char| digits::is_figure(c) || INSIDE.contains(&c);
    if cursor.before().is_some_and(inside) {
        return None;
    }
    let next = ahead.peek();
    let crossing = match edge {
        Edge::Middle => next.is_some_and(|c| matches!(c, '国' | '央' | '美' | '欧' | '日' | '人' | '期' | '无')),
        Edge::Begin => next.is_some_and(|c| matches!(c, '步' | '级' | '次')),
        Edge::Within => next.is_some_and(|c| matches!(c, '蒙' | '部')),
        _ => false,
    };
    if crossing {
        return None;
    }
    *cursor = ahead;
    Some(vec![*unit, Step::At(*edge)])
}

pub(crate) static ROOT_WORDS: Words<(&str, Step, Edge)> = Words::of_triples(&[
    ("年初", Step::YearOffset(0), Edge::Begin),
    ("岁初", Step::YearOffset(0), Edge::Begin),
    ("年中", Step::YearOffset(0), Edge::Middle),
    ("年底", Step::YearOffset(0), Edge::End),
    ("年末", Step::YearOffset(0), Edge::End),
    ("年终", Step::YearOffset(0), Edge::End),
    ("岁末", Step::YearOffset(0), Edge::End),
    ("年内", Step::YearOffset(0), Edge::Within),
    ("年度内", Step::YearOffset(0), Edge::Within),
    ("月初", Step::MonthOffset(0), Edge::Begin),
    ("月中", Step::MonthOffset(0), Edge::Middle),
    ("月底", Step::MonthOffset(0), Edge::End),
    ("月末", Step::MonthOffset(0), Edge::End),
    ("月内", Step::MonthOffset(0), Edge::Within),
    ("季初", Step::QuarterOffset(0), Edge::Begin),
    ("季末", Step::QuarterOffset(0), Edge::End),
    ("季度初", Step::QuarterOffset(0), Edge::Begin),
    ("季度末", Step::QuarterOffset(0), Edge::End),
    ("上旬", Step::MonthOffset(0), Edge::Thirds(1, 1)),
    ("中旬", Step::MonthOffset(0), Edge::Thirds(2, 2)),
    ("下旬", Step::MonthOffset(0), Edge::Thirds(3, 3)),
    ("上半月", Step::MonthOffset(0), Edge::HalfMonth(1)),
    ("下半月", Step::MonthOffset(0), Edge::HalfMonth(2)),
]);
