//! Where surnames stand in a text.
//!
//! Every sixth character of a text is a surname of one character, so these are asked for where a name may begin and are listed nowhere; those of
//! several characters are few, and the lexicon scan tells them.

use crate::context::Context;
use crate::lexicon::{Entry, Lexicon};
use crate::offsets::Offsets;

/// The length of a surname in bytes, and its band.
pub(super) type Surname = (usize, u8);

pub(super) struct Surnames<'c> {
    text: &'c str,
    lexicon: &'c Lexicon,
    /// Those of several characters.
    compound: Offsets<Surname>,
}

impl<'c> Surnames<'c> {
    pub(super) fn of(context: &'c Context<'_>) -> Self {
        let compound = context.hits.iter().filter_map(|hit| match hit.entry {
            Entry::Surname { band } => Some((hit.span.start, (hit.span.len(), band))),
            _ => None,
        });
        Self { text: context.text, lexicon: context.lexicon, compound: Offsets::of(context.text.len(), compound) }
    }

    #[inline]
    fn single(&self, character: char) -> Option<Surname> {
        self.lexicon.surname(character).map(|band| (character.len_utf8(), band))
    }

    /// Whether a surname stands at this byte.
    pub(super) fn holds(&self, at: usize) -> bool {
        self.at(at).next().is_some()
    }

    /// The surnames at this byte, a compound one before the shorter one that it begins with.
    #[inline]
    pub(super) fn at(&self, at: usize) -> impl Iterator<Item = Surname> {
        let single = self.text.get(at..).and_then(|rest| rest.chars().next()).and_then(|character| self.single(character));
        self.compound.at(at).copied().chain(single)
    }

    /// Where surnames stand, in order.
    pub(super) fn starts(&self) -> impl Iterator<Item = usize> {
        let surname = |(at, character): &(usize, char)| self.single(*character).is_some() || self.compound.holds(*at);
        self.text.char_indices().filter(surname).map(|(at, _)| at)
    }
}
