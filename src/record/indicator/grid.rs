//! Tables: each row tells of what its name says, each column what is measured.
//!
//! A row is named after whom its figures are told of (望川区), after what is measured (工业增加值) or after when (2023年). The headings tell the
//! rest; the lines above the table tell whose it is, and when, where neither does.

use super::change;
use super::measure;
use super::rate::changed;
use super::scene::Scene;
use super::subject::{self, Subject, Turn};
use super::words::BASES;
use super::{Change, Indicator};
use crate::context::Mention;
use crate::entity::{Kind, Value};
use crate::reading::table::{Role, Table};
use crate::record::{Amount, Evidence, modality};
use crate::seek::any;
use crate::span::Span;
use crate::word_table::{Words, words};

/// Headings that say nothing of what is measured.
static PLAIN: Words<&str> = Words::of(&[
    "绝对量",
    "绝对值",
    "绝对数",
    "总量",
    "总额",
    "数值",
    "数量",
    "数据",
    "指标值",
    "累计",
    "本月",
    "当月",
    "本期",
    "完成",
    "累计完成",
    "完成额",
    "完成值",
    "完成数",
    "实绩",
    "实际",
    "全年",
    "年末数",
    "期末数",
    "合计",
    "本年",
    "本季",
    "水平",
    "目标",
    "目标值",
    "年度目标",
    "计划",
    "计划数",
]);
/// Names of rows that sum up the others.
static SUMS: Words<&str> = Words::of(&["合计", "总计", "总数", "小计", "累计", "共计"]);
/// Marks before the name of a row that is part of the one above it.
static PARTS: Words<&str> = Words::of(&["其中:", "其中：", "其中", "#"]);

/// What a row is named after.
enum Named {
    Subject(Subject),
    Measure,
    Period(usize),
    Sum,
}

/// The facts that a table tells, row by row. `topic` is whom the article is about.
pub(super) fn read(scene: &Scene<'_>, table: &Table, topic: Option<&Subject>) -> Vec<Indicator> {
    let dated = date_before(scene, table);
    let own = owner(scene, table.caption).or_else(|| topic.cloned());
    let mut out: Vec<Indicator> = Vec::new();
    let mut wholes: Vec<Option<usize>> = vec![None; table.columns.len()]; // the figures of the last row that is no part
    for row in 0..table.rows.len() {
        let cells = table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let Some(name) = table.name(scene.text(), row) else { continue };
        let named = named(scene, table, name);
        let mut level: Option<usize> = None;
        let part = PARTS.begin(name.of(scene.text()));
        if !part {
            wholes.fill(None);
        }
        for (nth, cell) in cells.iter().enumerate() {
            let role = table.columns.get(nth).map_or(if nth > 0 { Role::Level } else { Role::Name }, |column| column.role);
            let Some(figure) = scene.figures(*cell).first().copied().filter(|_| role.holds_figures()) else { continue };
            let Some(mention) = scene.get(figure) else { continue };
            let Some(value) = Amount::of(&mention.value) else { continue };
            let heading = table.columns.get(nth).map(|column| column.heading);
            let words = heading.map(|heading| heading.of(scene.text())).unwrap_or_default();
            if role == Role::Change {
                // 比上年涨跌幅度 in the line above holds for a column that names no base
                let base = Some(change::base_of(words)).filter(|base| *base != "unspecified");
                let change = changed(base.unwrap_or_else(|| change::base_of(table.caption.of(scene.text()))), "up", mention);
                let held = level.and_then(|level| out.get_mut(level)).filter(|held| held.change.is_none());
                if let Some(held) = held {
                    held.change = Some(change);
                    held.evidence.push(Evidence::new("change", mention.span, "indicator.change.column"));
                    continue;
                }
                out.extend(fact(scene, table, own.as_ref(), dated, &named, name, heading, value, figure, Some(change)));
                continue;
            }
            let Some(mut told) = fact(scene, table, own.as_ref(), dated, &named, name, heading, value, figure, None) else { continue };
            if let (Role::Level, Some(whole)) = (role, wholes.get_mut(nth)) {
                if part {
                    told.part_of = *whole;
                    let mark = Span::new(name.start, name.start + name.len() - own_name(name.of(scene.text())).len());
                    told.evidence.extend(whole.map(|_| Evidence::new("part_of", mark, "indicator.part_of.row")));
                } else {
                    *whole = Some(figure);
                }
                level = Some(out.len());
            }
            out.push(told);
        }
    }
    out
}

/// The last date of the paragraph before a table.
fn date_before(scene: &Scene<'_>, table: &Table) -> Option<usize> {
    let first = scene.clauses.index_at(table.caption.start.min(table.span.start))?;
    let before = scene.clauses.paragraph(first.checked_sub(1)?);
    scene.within(before).filter(|index| scene.get(*index).is_some_and(|mention| mention.kind() == Kind::Date)).last()
}

/// Whose table it is by the lines above it, the nearest first.
fn owner(scene: &Scene<'_>, caption: Span) -> Option<Subject> {
    let clauses = scene.clauses.list();
    let end = clauses.partition_point(|clause| clause.span.start < caption.end);
    let start = clauses.partition_point(|clause| clause.span.start < caption.start);
    clauses.get(start..end)?.iter().rev().find_map(|clause| match subject::turn(scene, clause, clause.span.end, &[]) {
        Some(Turn::Name(named)) => Some(named),
        _ => None,
    })
}

fn named(scene: &Scene<'_>, table: &Table, name: Span) -> Named {
    let words = name.of(scene.text());
    if SUMS.hold(words) {
        return Named::Sum;
    }
    let whole = scene.within(name).find(|index| scene.get(*index).is_some_and(|mention| mention.span == name));
    match whole.and_then(|index| Some((index, scene.get(index)?.kind()))) {
        Some((index, Kind::Place | Kind::Zone | Kind::Company)) => {
            if let Some(named) = subject::subject(scene, index, "indicator.subject.row") {
                return Named::Subject(named);
            }
        }
        Some((index, Kind::Date)) => return Named::Period(index),
        _ => {}
    }
    // 全市: whom the row is told of is known
    let clause = scene.clauses.at(name.start).filter(|_| words!["全国", "全省", "全市", "全区", "全县", "全州", "全旗", "全盟", "全镇"].hold(words));
    if let Some(Turn::Name(named)) = clause.and_then(|clause| subject::turn(scene, clause, name.end, &[])) {
        return Named::Subject(named);
    }
    let heading = table.columns.iter().find(|column| column.role == Role::Name).map(|column| column.heading.of(scene.text()));
    let of_places =
        words!["地区", "市", "州", "县", "区", "盟", "旗", "城市", "园", "乡镇", "国别", "国家", "企业"].stand_in(heading.unwrap_or_default());
    if of_places {
        return Named::Subject(Subject { name: words.to_owned(), kind: Kind::Place, span: name, rule: "indicator.subject.row" });
    }
    Named::Measure
}

#[allow(clippy::too_many_arguments)]
fn fact(
    scene: &Scene<'_>,
    table: &Table,
    own: Option<&Subject>,
    dated: Option<usize>,
    named: &Named,
    name: Span,
    heading: Option<Span>,
    value: Amount,
    figure: usize,
    change: Option<Change>,
) -> Option<Indicator> {
    let text = scene.text();
    let mention = scene.get(figure)?;
    let words = heading.map(|heading| heading.of(text)).unwrap_or_default();
    // 2023年消费价格比上年涨跌幅度: what is compared with is not when
    let compared = |date: &Mention| words!["比", "较"].end(scene.text().get(..date.span.start).unwrap_or_default());
    let date = |span: Span| scene.within(span).filter(|index| scene.get(*index).is_some_and(|m| m.kind() == Kind::Date && !compared(m))).last();
    let headed = heading.and_then(date);
    // 1-9月 and 1-9月产值: what of a heading is no date measures
    let said = heading.map(|heading| {
        measure::trim(text, Span::new(headed.and_then(|date| scene.get(date)).map_or(heading.start, |date| date.span.end), heading.end))
    });
    let said = said.filter(|said| !said.is_empty() && !PLAIN.hold(said.of(text)));
    let moved = change::told(words).is_some_and(|told| told.start == 0) || BASES.hold(words); // 同比增长: whose growth it is stands elsewhere
    let said = said.filter(|_| !moved);
    let row = Span::new(name.end - own_name(name.of(text)).len(), name.end);
    let spans = match named {
        Named::Measure => vec![Some(row), said],
        _ => vec![said],
    };
    let spans: Vec<Span> = spans.into_iter().flatten().collect();
    let measure: String = spans.iter().map(|span| measure::unquoted(span.of(text))).collect();
    if measure.chars().count() < 2 {
        return None;
    }
    let subject = match named {
        Named::Subject(named) => Some(named),
        _ => own,
    };
    let period_mention = match named {
        Named::Period(date) => Some(*date),
        _ => headed.or_else(|| date(table.caption)).or(dated),
    };
    let period = period_mention.and_then(|index| scene.get(index)).and_then(|date| match &date.value {
        Value::Date(date) if date.edtf.is_some() => Some(date.clone()),
        _ => None,
    });
    let mut evidence = vec![Evidence::new("value", mention.span, mention.rule)];
    evidence.extend(spans.iter().map(|span| Evidence::new("measure", *span, "indicator.measure.table")));
    if let Some(subject) = subject {
        evidence.push(Evidence::new("subject", subject.span, subject.rule));
    }
    if let Some(date) = period_mention.and_then(|index| scene.get(index)) {
        evidence.push(Evidence::new("period", date.span, "indicator.period.table"));
    }
    if change.is_some() {
        evidence.push(Evidence::new("change", mention.span, "indicator.change.column"));
    }
    Some(Indicator {
        subject: subject.map(|subject| subject.name.clone()),
        measure,
        value,
        mention: figure,
        period,
        period_mention,
        change,
        part_of: None,
        size_class: None,
        modality: modality::of(words).unwrap_or_default(),
        evidence,
    })
}

/// The name of a row without marks: 其中:工业, # 工业, 一、工业.
fn own_name(name: &str) -> &str {
    let name = PARTS.strip_beginning(name).unwrap_or(name).trim_start();
    let numbered = name.split_once(['、', '.']).filter(|(number, rest)| {
        number.chars().count() <= 2 && number.chars().all(|c| c.is_ascii_digit() || any!("一二三四五六七八九十").of(c)) && !rest.is_empty()
    });
    let name = numbered.map_or(name, |(_, rest)| rest.trim_start());
    let whole = words!["全国", "全省", "全市", "全区", "全县", "全州"].strip_beginning(name).filter(|rest| rest.chars().count() >= 2);
    whole.unwrap_or(name)
}
