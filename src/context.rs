//! What a parser sees, and what it answers.

use crate::entity::time::{Limit, Moment};
use crate::entity::{Kind, Value};
use crate::lexicon::{Entry, Hit, Lexicon};
use crate::reading::table::{self, Table};
use crate::reading::{Part, PartKind};
use crate::span::Span;
use crate::starts::Starts;

/// What a parser may know: the repaired text, its parts, the lexicon and the publication time.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The repaired, simplified text. All offsets that parsers see and give index this text.
    pub text: &'a str,
    /// Parts of the text in order: title, dateline, body … and furniture, in which nothing is an entity.
    pub parts: &'a [Part],
    /// Names and facts.
    pub lexicon: &'a Lexicon,
    /// Every word of the lexicon in the text, sorted by start, longer ones first.
    pub hits: &'a [Hit<'a>],
    /// When the article was published, if that is known: relative dates count from here.
    pub published: Option<Moment>,
    /// Where the words may begin that recognisers start from.
    pub(crate) starts: &'a Starts,
    /// The tables of the text.
    pub(crate) tables: &'a [Table],
}

impl Context<'_> {
    /// Whether a date lies behind the publication.
    pub(crate) fn is_to_come(&self, start: Option<Limit>) -> bool {
        let published = self.published.map(|now| format!("{:04}-{:02}-{:02}", now.year, now.month, now.day));
        start.zip(published).is_some_and(|(start, published)| start.to_string() > published)
    }

    /// Whether a surname stands at byte `at` of the text.
    pub(crate) fn opens_with_surname(&self, at: usize) -> bool {
        let single = || self.text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(|c| self.lexicon.surname(c).is_some());
        let first = self.hits.partition_point(|hit| hit.span.start < at);
        let mut here = self.hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start == at);
        single() || here.any(|hit| matches!(hit.entry, Entry::Surname { .. }))
    }
}

/// What recognisers find in a text that stands by itself: repaired, all of it body, without a date.
pub(crate) fn alone(text: &str, recognise: impl FnOnce(&Context<'_>, &mut Vec<Mention>)) -> Vec<Mention> {
    let lexicon = Lexicon::embedded();
    let hits = lexicon.scan(text);
    let parts = [Part { span: Span::new(0, text.len()), kind: PartKind::Body }];
    let mut mentions = Vec::new();
    let (starts, tables) = (Starts::in_text(text), table::find(text));
    recognise(&Context { text, parts: &parts, lexicon, hits: &hits, published: None, starts: &starts, tables: &tables }, &mut mentions);
    mentions
}

/// One thing found in the repaired text, before overlaps are resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it stands in the repaired text.
    pub span: Span,
    /// What it says.
    pub value: Value,
    /// The rule that found it, such as `money.unit_after`.
    pub rule: &'static str,
    /// Other stretches of the repaired text that the reading rests on.
    pub evidence: Vec<Span>,
}

impl Mention {
    /// A mention that rests on its own words alone.
    #[must_use]
    pub fn new(span: Span, value: Value, rule: &'static str) -> Self {
        Self { span, value, rule, evidence: Vec::new() }
    }

    /// The kind of its value.
    #[inline]
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.value.kind()
    }
}

/// A user's own parser, run beside the built-in ones.
///
/// The extractor calls [`parse`](Parser::parse) at every character that [`starts`](Parser::starts) accepts.
pub trait Parser: std::fmt::Debug + Send + Sync + std::panic::UnwindSafe + std::panic::RefUnwindSafe {
    /// Whether a mention may begin with this character.
    fn starts(&self, first: char) -> bool;

    /// Reads a mention that begins at byte `at` of the text, or nothing.
    fn parse(&self, context: &Context<'_>, at: usize) -> Option<Mention>;
}
