//! Mentions as they stand in the repaired text and in one another, for those who draw them.

use crate::extraction::{Entity, Extraction};
use crate::reading::Reading;
use crate::span::Span;

/// A mention in the repaired text.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mark<'a> {
    /// Where it stands in the repaired text.
    pub span: Span,
    /// The mention.
    pub entity: &'a Entity,
    /// Its index in the entities.
    pub index: usize,
    /// How many mentions it stands in.
    pub depth: usize,
    /// How many mentions stand in it, one in another.
    pub height: usize,
}

/// The marks of all mentions in the order of the entities: by start, of two that start together the longer first.
///
/// ```
/// use zhecon::export::marks;
/// use zhecon::{Article, Extractor, Reading};
///
/// let article = Article::from_text("蓝湾集团有限公司新能源電池项目開工。");
/// let (reading, extraction) = (Reading::of(&article), Extractor::new().extract(&article));
/// let marks: Vec<_> = marks::of(&reading, &extraction).iter().map(|mark| (mark.span.of(reading.text()), mark.depth, mark.height)).collect();
/// assert_eq!(marks, [("蓝湾集团有限公司新能源电池项目", 0, 1), ("蓝湾集团有限公司", 1, 0)]);
/// ```
#[must_use]
pub fn of<'a>(reading: &Reading<'_>, extraction: &'a Extraction) -> Vec<Mark<'a>> {
    let mut marks: Vec<Mark<'a>> = Vec::with_capacity(extraction.entities.len());
    let mut open: Vec<usize> = Vec::new();
    for (index, entity) in extraction.entities.iter().enumerate() {
        let span = place(reading, entity);
        while open.last().and_then(|outer| marks.get(*outer)).is_some_and(|outer| outer.span.end <= span.start) {
            open.pop();
        }
        for (inside, outer) in open.iter().rev().enumerate() {
            if let Some(outer) = marks.get_mut(*outer) {
                outer.height = outer.height.max(inside + 1);
            }
        }
        marks.push(Mark { span, entity, index, depth: open.len(), height: 0 });
        open.push(index);
    }
    marks
}

fn place(reading: &Reading<'_>, entity: &Entity) -> Span {
    let around = reading.clean(entity.span());
    // The raw characters at the edges of a shifted run belong to two repaired ones.
    match around.of(reading.text()).find(&entity.text) {
        Some(at) => Span::new(around.start + at, around.start + at + entity.text.len()),
        None => around,
    }
}
