//! When two sightings are of one project, and two names of one company.
//!
//! | names | what else must agree |
//! | --- | --- |
//! | the same, and particular | nothing may contradict |
//! | the same, but told only by what is made | an investor, the zone or the amount |
//! | one holds the other | the place, and an investor or the amount |
//!
//! Phases differ: 一期 and 二期 are two projects. What contradicts: two lists of investors without a common one, places neither of which holds
//! the other. Amounts are revised and stages move on: they contradict nothing.

use super::{CompanySighting, ProjectSighting, Sum};
use crate::record::project::name_key;
use std::collections::{BTreeMap, BTreeSet};

/// The sightings by project. Sightings are compared where they share a name, a part of one, an investor or an amount; what agrees is one
/// project, and so is all that hangs together by agreements. The answer does not depend on the order.
pub(super) fn groups<'s>(sightings: &[&'s ProjectSighting]) -> Vec<Vec<&'s ProjectSighting>> {
    // Equal signatures agree with the same others: one of each is compared.
    let mut signatures: BTreeMap<(Signature<'s>, Option<&'s ProjectSighting>), Vec<&'s ProjectSighting>> = BTreeMap::new();
    for sighting in sightings {
        let signature = Signature::of(sighting);
        // One that would not agree with its like (石化项目 and nothing else) stands for itself.
        let alone = (!signature.agrees(&signature)).then_some(*sighting);
        signatures.entry((signature, alone)).or_default().push(sighting);
    }
    let signatures: Vec<(Signature<'s>, Vec<&'s ProjectSighting>)> =
        signatures.into_iter().map(|((signature, _), members)| (signature, members)).collect();
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, (signature, _)) in signatures.iter().enumerate() {
        for key in signature.keys() {
            blocks.entry(key).or_default().push(index);
        }
    }
    let mut parents: Vec<usize> = (0..signatures.len()).collect();
    for block in blocks.values() {
        for (at, one) in block.iter().enumerate() {
            for other in block.iter().skip(at + 1) {
                let (Some((a, _)), Some((b, _))) = (signatures.get(*one), signatures.get(*other)) else { continue };
                if a.agrees(b) {
                    unite(&mut parents, *one, *other);
                }
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<&'s ProjectSighting>> = BTreeMap::new();
    for (index, (_, members)) in signatures.into_iter().enumerate() {
        groups.entry(root(&mut parents, index)).or_default().extend(members);
    }
    groups.into_values().collect()
}

fn root(parents: &mut [usize], mut at: usize) -> usize {
    while let Some(parent) = parents.get(at).copied().filter(|parent| *parent != at) {
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(at) {
            *slot = above;
        }
        at = parent;
    }
    at
}

fn unite(parents: &mut [usize], one: usize, other: usize) {
    let (a, b) = (root(parents, one), root(parents, other));
    if let Some(slot) = parents.get_mut(a.max(b)) {
        *slot = a.min(b);
    }
}

/// What is compared of a sighting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Signature<'s> {
    names: BTreeSet<String>,
    /// Whether the name stands in quotes: “揽月”项目 is particular, however short.
    quoted: bool,
    phase: Option<&'s str>,
    investors: BTreeSet<&'s str>,
    zone: Option<&'s str>,
    place: Option<&'s str>,
    investment: Option<&'s Sum>,
}

impl<'s> Signature<'s> {
    fn of(sighting: &'s ProjectSighting) -> Self {
        let names = [&sighting.seen.name]
            .into_iter()
            .chain(&sighting.seen.aliases)
            .map(|name| name_key(name))
            .filter(|key| key.chars().count() >= 2)
            .collect();
        Self {
            names,
            quoted: sighting.seen.name.contains('“'),
            phase: sighting.phase.as_deref(),
            investors: sighting.investors.iter().map(String::as_str).collect(),
            zone: sighting.zone.as_deref(),
            place: sighting.place.as_deref(),
            investment: sighting.investment.as_ref(),
        }
    }

    /// Where to look for others that may agree.
    fn keys(&self) -> Vec<String> {
        let names = self.names.iter().map(|name| format!("name {name}"));
        let investors = self.investors.iter().map(|investor| format!("investor {investor}"));
        let amount = self.investment.map(|sum| format!("amount {:?} {:?} {}", sum.low, sum.high, sum.currency));
        names.chain(investors).chain(amount).collect()
    }

    fn agrees(&self, other: &Self) -> bool {
        if self.phase != other.phase {
            return false;
        }
        let investor = self.shares_investor(other);
        let both_told = !self.investors.is_empty() && !other.investors.is_empty();
        if both_told && !investor {
            return false;
        }
        let place = self.place.zip(other.place).map(|(a, b)| one_holds(a, b));
        if place == Some(false) {
            return false;
        }
        let zone = self.zone.zip(other.zone).is_some_and(|(a, b)| a.contains(b) || b.contains(a));
        let amount = self.investment.is_some() && self.investment == other.investment;
        let equal: Vec<&String> = self.names.intersection(&other.names).collect();
        if !equal.is_empty() {
            let particular = (self.quoted && other.quoted) || equal.iter().any(|name| name.chars().count() >= 7);
            return particular || investor || zone || amount;
        }
        let within = self.names.iter().any(|a| other.names.iter().any(|b| holds(a, b) || holds(b, a)));
        within && place == Some(true) && (investor || amount)
    }

    fn shares_investor(&self, other: &Self) -> bool {
        self.investors.iter().any(|a| {
            other.investors.iter().any(|b| a == b || (a.chars().count().min(b.chars().count()) >= 3 && (a.starts_with(b) || b.starts_with(a))))
        })
    }
}

/// Whether a name of at least four characters stands inside the other.
fn holds(long: &str, short: &str) -> bool {
    short.chars().count() >= 4 && long.contains(short)
}

/// Whether one code of a division is that of the other or of what holds it: 370000 holds 371300.
fn one_holds(a: &str, b: &str) -> bool {
    let stem = |code: &str| code.trim_end_matches("00").trim_end_matches("00").to_owned();
    let (a, b) = (stem(a), stem(b));
    a.starts_with(&b) || b.starts_with(&a)
}

/// What all names of one company have in common: its stock code, else its name in one width.
pub(super) fn company_key(sighting: &CompanySighting) -> String {
    let plain = |name: &str| name.replace('（', "(").replace('）', ")").replace([' ', '\u{3000}'], "");
    sighting.code.clone().unwrap_or_else(|| plain(&sighting.seen.name))
}
