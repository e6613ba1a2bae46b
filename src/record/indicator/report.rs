//! The one period that an article reports on: 上半年某市经济综述. A paragraph that tells no time of its own goes on with it.

use super::reader::Reader;
use super::scene::Scene;
use crate::context::Mention;
use crate::entity::time::{Edtf, Grain};
use crate::entity::{Kind, Value};
use crate::reading::PartKind;
use crate::record::Modality;
use crate::record::clause::Clause;
use crate::span::Span;
use crate::word_table::words;

/// Whether a date is a stretch over which something is reckoned up: a month, a quarter, half a year, a year; not since when or up to when.
fn is_stretch(scene: &Scene<'_>, mention: &Mention) -> bool {
    let Value::Date(date) = &mention.value else { return false };
    let long = date.grain.is_some_and(|grain| grain >= Grain::Month && grain <= Grain::Year);
    let words = mention.span.of(scene.text());
    let pointing = words!["上年", "去年", "前年", "今年以来", "年初", "年末", "年底", "明年", "本月", "上月"].begin(words)
        || words!["同期", "以来", "年初", "年末", "年底", "月底", "月末"].end(words)
        || matches!(words, "今年" | "当年" | "全年");
    long && !pointing && date.edtf.is_some() && !matches!(date.edtf, Some(Edtf::Interval(None, _) | Edtf::Interval(_, None)))
}

/// Whether two stretches are one: 2022年上半年 and, of a text without a date, 上半年.
fn are_one(one: &str, other: &str) -> bool {
    const OPEN: &str = "XXXX";
    let open = one.starts_with(OPEN) || other.starts_with(OPEN);
    let ends = |edtf: &str| edtf.split('/').map(|end| end.get(OPEN.len()..).unwrap_or_default().to_owned()).collect::<Vec<_>>();
    one == other || open && ends(one) == ends(other)
}

/// The period that the title or the first sentence tells, where the article tells no other.
pub(super) fn of(scene: &Scene<'_>) -> Option<usize> {
    let titles = scene.context.parts.iter().filter(|part| matches!(part.kind, PartKind::Title | PartKind::Subtitle)).map(|part| part.span.end).max();
    let first = scene.clauses.list().iter().find(|clause| !scene.is_label(clause))?;
    let opening = scene.clauses.list().iter().take_while(|clause| clause.sentence <= first.sentence).last().map(|clause| clause.span.end);
    let opening = opening.max(titles)?;
    let edtf = |index: usize| match &scene.get(index)?.value {
        Value::Date(date) => date.edtf,
        _ => None,
    };
    let mut found = None;
    for index in scene.within(Span::new(0, scene.text().len())) {
        let Some(mention) = scene.get(index).filter(|mention| is_stretch(scene, mention)) else { continue };
        // 较一季度提升, 延续了一季度的态势: what it is compared with
        let before = scene.text().get(..mention.span.start).unwrap_or_default();
        if found.is_some() && words!["比", "较", "与", "同", "延续", "延续了", "高于", "低于", "快于"].end(before) {
            continue;
        }
        match found {
            None if mention.span.start < opening => found = Some(index),
            None => return None,
            Some(held) if edtf(held).zip(edtf(index)).is_some_and(|(one, other)| are_one(&one.to_string(), &other.to_string())) => {}
            Some(_) => return None,
        }
    }
    found
}

impl Reader<'_, '_> {
    /// Whether a figure of a paragraph that tells no time up to it is one of the period that the article reports on.
    pub(super) fn is_reported(&self, report: usize, clause: &Clause, mention: &Mention, measure: &str) -> bool {
        let scene = self.scene;
        let Some(index) = scene.clauses.index_at(clause.span.start) else { return false };
        let before = Span::new(scene.clauses.paragraph(index).start.min(mention.span.start), mention.span.start);
        // 比上年增长: what is compared with tells no time of what is told
        let compared = |date: &Mention| words!["比", "较", "与", "同"].end(self.words(Span::new(before.start, date.span.start)));
        let dates = || scene.within(before).filter_map(|index| scene.get(index)).filter(|date| date.kind() == Kind::Date);
        let fact = self.thread.mood.is_none_or(|(mood, _)| mood == Modality::Actual);
        // 年产值, 日均客流: over another time
        let own = measure.starts_with(['年', '月', '日', '每']);
        fact && !own && dates().all(compared) && self.holds_on(report, clause, mention.span.start)
    }
}
