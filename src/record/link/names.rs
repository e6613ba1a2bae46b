//! Distinct names of one kind, found by how they end or begin.

use std::collections::HashMap;

/// Names with the places of their mentions.
#[derive(Debug, Default)]
pub(super) struct Names {
    first: HashMap<String, usize>,
    /// Longer names by each of their endings, with the index of each mention, in order.
    endings: HashMap<String, Vec<(usize, String)>>,
    beginnings: HashMap<String, Vec<String>>,
}

/// Names longer than this many characters are not looked up by their parts.
const LONGEST: usize = 40;

impl Names {
    /// Adds a mention of a name.
    pub(super) fn add(&mut self, name: &str, index: usize) {
        let length = name.chars().count();
        let new = !self.first.contains_key(name);
        self.first.entry(name.to_owned()).or_insert(index);
        if length > LONGEST {
            return;
        }
        for (at, _) in name.char_indices().skip(1).take(length.saturating_sub(2)) {
            if let (Some(ending), Some(beginning)) = (name.get(at..), name.get(..at)) {
                self.endings.entry(ending.to_owned()).or_default().push((index, name.to_owned()));
                if new {
                    self.beginnings.entry(beginning.to_owned()).or_default().push(name.to_owned());
                }
            }
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// The longer name that ends so: the one last mentioned before `index`, or else the first after it; and again from there.
    pub(super) fn ending_with(&self, name: &str, index: usize) -> Option<&str> {
        let list = self.endings.get(name)?;
        let next = list.partition_point(|(at, _)| *at < index);
        let (_, full) = next.checked_sub(1).and_then(|last| list.get(last)).or_else(|| list.first())?;
        // A longer name may itself be short for a longer one; each step is longer, so it ends.
        Some(self.ending_with(full, index).unwrap_or(full))
    }

    /// The only name that is this one with one of the tails.
    pub(super) fn beginning_with(&self, name: &str, tails: &[&str]) -> Option<&str> {
        let list = self.beginnings.get(name)?;
        let mut fitting = list.iter().filter(|full| full.strip_prefix(name).is_some_and(|tail| tails.contains(&tail)));
        let full = fitting.next()?;
        fitting.next().is_none().then_some(full)
    }
}
