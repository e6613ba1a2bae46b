//! Names by how they begin or end, where that tells which one is meant.

use std::collections::HashMap;

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

/// Stretches of names, each with its owner. Longer names than [`LONGEST`](Self::LONGEST) characters are known by their ends only.
#[derive(Debug, Default)]
pub(super) struct Unique {
    owners: HashMap<String, Owner>,
}

impl Unique {
    /// How many stretches of a name are kept.
    const LONGEST: usize = 60;

    /// Keeps each stretch that a longer name of the record begins with.
    pub(super) fn beginnings(&mut self, name: &str, record: usize) {
        for (at, _) in name.char_indices().skip(1).take(Self::LONGEST) {
            self.keep(name.get(..at), record);
        }
    }

    /// Keeps each stretch that a longer name of the record ends with, nothing at all too.
    pub(super) fn endings(&mut self, name: &str, record: usize) {
        for (at, _) in name.char_indices().rev().take(Self::LONGEST).filter(|(at, _)| *at > 0) {
            self.keep(name.get(at..), record);
        }
        self.keep(Some(""), record);
    }

    fn keep(&mut self, part: Option<&str>, record: usize) {
        let Some(part) = part else { return };
        match self.owners.get_mut(part) {
            Some(owner) => *owner = owner.and(Owner::One(record)),
            None => {
                self.owners.insert(part.to_owned(), Owner::One(record));
            }
        }
    }

    /// Whose longer name has this stretch.
    pub(super) fn owner(&self, part: &str) -> Option<Owner> {
        self.owners.get(part).copied()
    }
}
