//! The article as the indicators see it: clauses, and which mentions stand in them.

use crate::context::{Context, Mention};
use crate::entity::Kind;
use crate::overlap::Nesting;
use crate::reading::{Metadata, PartKind};
use crate::record::clause::{Clause, Clauses};
use crate::record::{Modality, modality};
use crate::span::Span;
use crate::starts::Start;
use crate::word_table::{Row, Words, words};

pub(super) struct Scene<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) metadata: &'a Metadata,
    pub(super) mentions: &'a [Mention],
    pub(super) clauses: &'a Clauses,
    pub(super) nesting: &'a Nesting,
    /// For each paragraph by number whether it is a heading: words on a line of their own that end in no mark.
    headings: Vec<bool>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(context: &'a Context<'a>, metadata: &'a Metadata, mentions: &'a [Mention], clauses: &'a Clauses, nesting: &'a Nesting) -> Self {
        Self { context, metadata, mentions, clauses, nesting, headings: headings(clauses) }
    }

    pub(super) fn text(&self) -> &'a str {
        self.context.text
    }

    pub(super) fn get(&self, index: usize) -> Option<&'a Mention> {
        self.mentions.get(index)
    }

    /// Indexes of the mentions that start in the span, nested ones left out.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        let first = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let behind = self.mentions.get(first..).unwrap_or_default().iter().zip(first..);
        let here = behind.take_while(move |(mention, _)| mention.span.start < span.end).map(|(_, index)| index);
        here.filter(|index| self.nesting.is_outermost(*index))
    }

    /// Indexes of the figures in the span, in order.
    pub(super) fn figures(&self, span: Span) -> Vec<usize> {
        self.within(span).filter(|index| self.get(*index).is_some_and(|m| is_figure(m.kind()))).collect()
    }

    /// Which words of a table stand in the clause, counted from where it begins: of one that is told in [`starts`](super::starts).
    pub(super) fn told<T: Row>(&self, table: &'a Words<T>, start: Start, clause: &Clause) -> impl Iterator<Item = (usize, &'static T)> + 'a {
        self.told_within(table, start, clause, clause.span)
    }

    /// Whether a word of such a table stands in the clause.
    #[inline]
    pub(super) fn tells<T: Row>(&self, table: &'a Words<T>, start: Start, clause: &Clause) -> bool {
        clause.told.may_hold(start) && self.told(table, start, clause).next().is_some()
    }

    /// The same of a part of the clause.
    pub(super) fn told_within<T: Row>(
        &self,
        table: &'a Words<T>,
        start: Start,
        clause: &Clause,
        part: Span,
    ) -> impl Iterator<Item = (usize, &'static T)> + 'a {
        let part = if clause.told.may_hold(start) { part } else { Span::new(part.start, part.start) };
        table.found_at(part.of(self.text()), self.context.starts.within(start, part))
    }

    /// Whether a figure stands in the span.
    pub(super) fn tells_figures(&self, span: Span) -> bool {
        self.within(span).any(|index| self.get(index).is_some_and(|m| is_figure(m.kind())))
    }

    /// How the clause means what stands at the byte, by its words before it.
    pub(super) fn mood_before(&self, clause: &Clause, at: usize) -> Option<Modality> {
        if at > clause.span.end {
            return modality::of(Span::new(clause.span.start, at).of(self.text()));
        }
        self.clauses.moods(self.context, clause).of_beginning(clause.span.of(self.text()), at.saturating_sub(clause.span.start))
    }

    /// Whether nothing in this clause is a statement of the text: headings, the dateline and credit lines.
    pub(super) fn is_label(&self, clause: &Clause) -> bool {
        matches!(clause.part, PartKind::Title | PartKind::Subtitle | PartKind::Subhead | PartKind::Dateline | PartKind::Byline | PartKind::Credit)
            || self.is_heading(clause)
    }

    /// Whether the text is a digest of short news, each under a heading of its own that has nothing to do with the others: 国内联播快讯.
    pub(super) fn is_digest(&self) -> bool {
        let list = self.clauses.list();
        let title = list.first().map(|first| first.span.of(self.text()));
        title.is_some_and(|title| words!["快讯", "简讯", "短讯", "要闻", "早报", "晚报", "早知道", "资讯速览"].end(title))
    }

    /// Whether the clause stands in a paragraph that is a heading.
    pub(super) fn is_heading(&self, clause: &Clause) -> bool {
        self.headings.get(clause.paragraph).copied().unwrap_or(false)
    }
}

pub(super) fn is_figure(kind: Kind) -> bool {
    matches!(kind, Kind::Money | Kind::Percent | Kind::Quantity)
}

/// A heading has neither a sentence mark nor a comma, is short, and other paragraphs follow it.
fn headings(clauses: &Clauses) -> Vec<bool> {
    const LONGEST: usize = 120;
    let list = clauses.list();
    let Some(last) = list.last() else { return Vec::new() };
    let mut headings = vec![false; last.paragraph + 1];
    let mut from = 0;
    while let Some(first) = list.get(from) {
        let end = list.partition_point(|clause| clause.paragraph <= first.paragraph);
        let own = list.get(from..end).unwrap_or_default();
        let marked = own.iter().any(|clause| matches!(clause.mark, '。' | '!' | '！' | '?' | '？' | ',' | '，' | ';' | '；' | ':' | '：'));
        let length: usize = own.iter().map(|clause| clause.span.len()).sum();
        if let Some(flag) = headings.get_mut(first.paragraph) {
            *flag = !marked && length <= LONGEST && first.paragraph != last.paragraph;
        }
        from = end.max(from + 1);
    }
    headings
}
