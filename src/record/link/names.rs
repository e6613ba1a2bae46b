//! Distinct names of one kind, found by how they end or begin.

use std::collections::HashMap;

/// Names with the places of their mentions.
#[derive(Debug, Default)]
pub(super) struct Names {
    names: Vec<String>,
    /// For each mention its index and which name it is, in order.
    mentions: Vec<(usize, usize)>,
    known: HashMap<String, usize>,
}

/// Names longer than this many characters are not looked up by their parts.
const LONGEST: usize = 40;

impl Names {
    /// Adds a mention of a name.
    pub(super) fn add(&mut self, name: &str, index: usize) {
        let number = self.known.get(name).copied().unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.known.insert(name.to_owned(), self.names.len() - 1);
            self.names.len() - 1
        });
        self.mentions.push((index, number));
    }

    /// Which names are parts of which.
    pub(super) fn parts(self) -> Parts {
        let mut parts = Parts { longer: vec![Vec::new(); self.names.len()], beginning: vec![Vec::new(); self.names.len()], names: self };
        let Names { names, mentions, known } = &parts.names;
        let known = |part: Option<&str>| part.and_then(|part| known.get(part)).copied();
        let mut ends: Vec<Vec<usize>> = Vec::with_capacity(names.len());
        for (number, name) in names.iter().enumerate() {
            let length = name.chars().count();
            let inner = if length > LONGEST { 0 } else { length.saturating_sub(2) };
            let cuts = || name.char_indices().skip(1).take(inner).map(|(at, _)| at);
            ends.push(cuts().filter_map(|at| known(name.get(at..))).collect());
            for shorter in cuts().filter_map(|at| known(name.get(..at))) {
                if let Some(list) = parts.beginning.get_mut(shorter) {
                    list.push(number);
                }
            }
        }
        for (index, number) in mentions {
            for shorter in ends.get(*number).into_iter().flatten() {
                if let Some(list) = parts.longer.get_mut(*shorter) {
                    list.push((*index, *number));
                }
            }
        }
        parts
    }
}

/// Names with the longer names that they end or begin.
#[derive(Debug)]
pub(super) struct Parts {
    names: Names,
    /// For each name the mentions of longer ones that end as it does, in order.
    longer: Vec<Vec<(usize, usize)>>,
    /// For each name the longer ones that begin as it does.
    beginning: Vec<Vec<usize>>,
}

impl Parts {
    /// The longer name that ends so: the one last mentioned before `index`, or else the first after it; and again from there.
    pub(super) fn ending_with(&self, name: &str, index: usize) -> Option<&str> {
        // A longer name may itself be short for a longer one; each step is longer, so it ends.
        let step = |number: &usize| {
            let list = self.longer.get(*number)?;
            let next = list.partition_point(|(at, _)| *at < index);
            next.checked_sub(1).and_then(|last| list.get(last)).or_else(|| list.first()).map(|(_, full)| *full)
        };
        let first = step(self.names.known.get(name)?)?;
        let full = std::iter::successors(Some(first), step).last()?;
        self.names.names.get(full).map(String::as_str)
    }

    /// The only name that is this one with one of the tails.
    pub(super) fn beginning_with(&self, name: &str, tails: &[&str]) -> Option<&str> {
        let list = self.beginning.get(*self.names.known.get(name)?)?;
        let full = |number: &usize| self.names.names.get(*number).map(String::as_str);
        let mut fitting = list.iter().filter_map(full).filter(|full| full.strip_prefix(name).is_some_and(|tail| tails.contains(&tail))).take(2);
        let only = fitting.next()?;
        fitting.next().is_none().then_some(only)
    }
}
