//! What is told twice is told once.

use super::Indicator;
use super::scene::Scene;
use crate::limits::REPEATS;
use crate::record::Evidence;
use std::collections::HashMap;

/// Leaves out what a later sentence tells again of somebody who was named by then. What it tells with a period or a change that was missing
/// before is told anew.
///
/// This comes after the reading, so that what a sentence tells never hangs on whether its figures were told before.
pub(super) fn told_once(scene: &Scene<'_>, indicators: Vec<Indicator>) -> Vec<Indicator> {
    let mut kept: Vec<Indicator> = Vec::with_capacity(indicators.len());
    let mut again: HashMap<usize, usize> = HashMap::new(); // the figure that tells again what another one told
    for indicator in indicators {
        match kept.iter().rev().take(REPEATS).find(|held| repeats(scene, held, &indicator)) {
            Some(held) => drop(again.insert(indicator.mention, held.mention)),
            None => kept.push(indicator),
        }
    }
    for whole in kept.iter_mut().filter_map(|indicator| indicator.part_of.as_mut()) {
        *whole = again.get(whole).copied().unwrap_or(*whole);
    }
    kept
}

fn repeats(scene: &Scene<'_>, held: &Indicator, again: &Indicator) -> bool {
    let at = |indicator: &Indicator| scene.get(indicator.mention).map_or(0, |mention| mention.span.start);
    let sentence = || scene.clauses.at(at(again)).map_or(0, |clause| scene.clauses.sentence_start(clause));
    let named_by_then = |evidence: &Evidence| evidence.field != "subject" || evidence.span.start < at(again);
    held.value == again.value
        && held.measure == again.measure
        && held.subject == again.subject
        && (again.period.is_none() || held.period == again.period)
        && (again.change.is_none() || held.change == again.change)
        && at(held) < sentence()
        && held.evidence.iter().all(named_by_then)
}
