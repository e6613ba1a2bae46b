//! Names by how they begin or end, where that tells which one is meant.

use std::collections::BTreeSet;

/// Which record a stretch of a name belongs to: one, or several that cannot be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    One(usize),
    Many,
}

impl Owner {
    /// What both say together.
    pub(super) fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Many }
    }
}

/// Names in order, each with its record: those that begin with the same words stand side by side.
#[derive(Debug, Default)]
pub(super) struct Unique {
    names: BTreeSet<(String, usize)>,
}

impl Unique {
    /// The longest stretch that is asked for, in characters.
    const LONGEST: usize = 60;

    /// Keeps a name of the record.
    pub(super) fn keep(&mut self, name: &str, record: usize) {
        self.names.insert((name.to_owned(), record));
    }

    /// Whose names go on behind this beginning. The names of one record that do are few: each is short for another one, unless it is the first.
    pub(super) fn owner(&self, beginning: &str) -> Option<Owner> {
        if beginning.is_empty() || beginning.chars().nth(Self::LONGEST).is_some() {
            return None;
        }
        let from = (beginning.to_owned(), usize::MAX);
        let mut owners = self.names.range(from..).take_while(|(name, _)| name.starts_with(beginning)).map(|(_, record)| Owner::One(*record));
        let first = owners.next()?;
        Some(if owners.all(|owner| owner == first) { first } else { Owner::Many })
    }
}

/// Names by their ends: kept and asked for backwards.
#[derive(Debug, Default)]
pub(super) struct Endings {
    backwards: Unique,
    any: Option<Owner>,
}

impl Endings {
    /// Keeps a name of the record.
    pub(super) fn keep(&mut self, name: &str, record: usize) {
        let owner = Owner::One(record);
        self.any = Some(self.any.map_or(owner, |any| any.and(owner)));
        self.backwards.keep(&backwards(name), record);
    }

    /// Whose names have more before this ending. Every name ends with nothing at all.
    pub(super) fn owner(&self, ending: &str) -> Option<Owner> {
        if ending.is_empty() { self.any } else { self.backwards.owner(&backwards(ending)) }
    }
}

fn backwards(name: &str) -> String {
    name.chars().rev().collect()
}
