//! A place in a text that parsers read on from.

use crate::word_table::Words;

/// A position in a text; every step keeps it on a character boundary.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    /// A cursor at byte `at`; at the end of the text where `at` is no boundary.
    #[inline]
    pub(crate) fn new(text: &'t str, at: usize) -> Self {
        let at = if text.is_char_boundary(at) { at } else { text.len() };
        Self { text, at }
    }

    /// The whole text.
    #[inline]
    pub(crate) fn text(self) -> &'t str {
        self.text
    }

    /// The byte offset.
    #[inline]
    pub(crate) fn at(self) -> usize {
        self.at
    }

    /// What lies ahead.
    #[inline]
    pub(crate) fn rest(self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What lies behind.
    #[inline]
    pub(crate) fn behind(self) -> &'t str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The next character.
    #[inline]
    pub(crate) fn peek(self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before.
    #[inline]
    pub(crate) fn before(self) -> Option<char> {
        self.behind().chars().next_back()
    }

    /// Steps over the next character.
    #[inline]
    pub(crate) fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Steps over `word` if it comes next.
    #[inline]
    pub(crate) fn eat(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    /// Steps over the first of `words` that comes next: put longer words first.
    #[inline]
    pub(crate) fn eat_any(&mut self, words: &Words<&'static str>) -> Option<&'static str> {
        let word = *words.first_beginning(self.rest())?;
        self.at += word.len();
        Some(word)
    }

    /// Steps over characters while `test` holds, and returns them.
    pub(crate) fn eat_while(&mut self, test: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|c| !test(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }
}
