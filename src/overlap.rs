//! Which of several readings of the same words stands.

use crate::context::{Context, Mention};
use crate::entity::Kind;
use crate::reading::PartKind;
use std::cmp::Reverse;

/// The rule: nothing stands in furniture; mentions may nest where [`may_hold`] says so, and never cross. Longer wins; of two equally long
/// ones the kind that stands earlier in [`PRECEDENCE`], then the one found first. The result is sorted by start, the longer first.
pub(crate) fn resolve(mut mentions: Vec<Mention>, context: &Context<'_>) -> Vec<Mention> {
    let content = |m: &Mention| {
        let next = context.parts.partition_point(|part| part.span.start <= m.span.start);
        let part = next.checked_sub(1).and_then(|at| context.parts.get(at));
        part.is_some_and(|part| part.kind != PartKind::Furniture && part.span.end >= m.span.end)
    };
    mentions.retain(|m| !m.span.is_empty() && content(m));
    mentions.sort_by_key(|m| (m.span.start, Reverse(m.span.end), precedence(m.kind())));
    // Overlapping mentions form runs; inside a run the longest is taken first. Runs are short in any real text, and a run's
    // cost is bounded by CANDIDATES: what a run holds beyond that many mentions is dropped, the shortest first.
    let mut kept = Vec::with_capacity(mentions.len());
    let mut run: Vec<Mention> = Vec::new();
    let mut run_end = 0;
    for mention in mentions {
        if mention.span.start >= run_end {
            settle(&mut run, &mut kept);
        }
        run_end = run_end.max(mention.span.end);
        run.push(mention);
    }
    settle(&mut run, &mut kept);
    kept
}

/// How many mentions of one overlapping run are compared with each other.
const CANDIDATES: usize = 256;

fn settle(run: &mut Vec<Mention>, kept: &mut Vec<Mention>) {
    run.sort_by_key(|m| (Reverse(m.span.len()), precedence(m.kind()), m.span.start));
    run.truncate(CANDIDATES);
    let first = kept.len();
    for mention in run.drain(..) {
        let fits = kept.iter().skip(first).all(|other| {
            !other.span.overlaps(mention.span)
                || (other.span.contains(mention.span) && other.span != mention.span && may_hold(other.kind(), mention.kind()))
        });
        if fits {
            kept.push(mention);
        }
    }
    if let Some(settled) = kept.get_mut(first..) {
        settled.sort_by_key(|m| (m.span.start, Reverse(m.span.end)));
    }
}

/// Kinds in the order in which they win over equally long readings.
const PRECEDENCE: [Kind; 16] = [
    Kind::Custom,
    Kind::Date,
    Kind::TimeSet,
    Kind::Duration,
    Kind::Money,
    Kind::Percent,
    Kind::Quantity,
    Kind::Project,
    Kind::Zone,
    Kind::Company,
    Kind::Organization,
    Kind::Place,
    Kind::Person,
    Kind::Industry,
    Kind::Ordinal,
    Kind::Number,
];

fn precedence(kind: Kind) -> usize {
    PRECEDENCE.iter().position(|k| *k == kind).unwrap_or(PRECEDENCE.len())
}

/// Whether a mention of the kind `inner` keeps its own standing inside one of the kind `outer`.
fn may_hold(outer: Kind, inner: Kind) -> bool {
    match outer {
        Kind::Project => matches!(inner, Kind::Company | Kind::Zone | Kind::Money | Kind::Quantity | Kind::Project),
        Kind::Zone => matches!(inner, Kind::Company | Kind::Zone),
        Kind::Quantity | Kind::Duration | Kind::Date | Kind::TimeSet => inner == Kind::Number,
        _ => false,
    }
}
