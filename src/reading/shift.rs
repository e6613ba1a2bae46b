//! Runs of characters that were cut wrongly from GBK bytes because one byte before them was lost.
//!
//! In GBK a character is a lead byte and a trail byte. Where a byte is lost every pair behind it is cut one byte off, until a byte of the
//! ASCII range stands where a pair would begin: 。”豪雅 is A1A3 A1B1 BAC0 D1C5, without its first byte A3A1 B1BA C0D1 C5.., ！焙姥... So the run can
//! be cut anew: each character that is seen gives its two bytes to two neighbours. What cannot be known from the bytes, the lost byte itself and
//! a last trail byte that found no partner, is chosen by how likely the characters are behind one another.
//!
//! A reading is taken only if it is likelier than the text as it stands by a margin that a chance likeness does not reach.

use super::gloss;
use super::script::{RARE, SCRIPT};
use super::tables::{LIKELIHOOD, bytes, gbk, is_read};
use crate::span::Span;

/// A run read anew.
#[derive(Clone, Debug)]
pub(super) struct Shift {
    /// The raw stretch.
    pub(super) span: Span,
    /// Each character and every raw character that holds a byte of it.
    pub(super) characters: Vec<(char, Span)>,
    /// From 0 to 100.
    pub(super) certainty: u8,
}

/// One natural logarithm in the unit of the likelihoods.
const UNIT: i32 = 16;
/// How much likelier a reading must be than the text as it stands.
const MARGIN: i32 = 7 * UNIT;
/// A path that is this much less likely than the text is given up.
const HOPELESS: i32 = 22 * UNIT;
/// Prior odds against a lost byte: where a scraper's gloss shows it, a `?`, a `!` that is half of a full stop and a quote, nothing at all.
const TORN: i32 = -2 * UNIT;
const MARKED: i32 = 5 * UNIT;
const EXCLAIMED: i32 = 6 * UNIT;
const UNMARKED: i32 = 9 * UNIT;
/// A reading that agrees, or does not, with the gloss behind it.
const AGREES: i32 = -6 * UNIT;
const DISAGREES: i32 = 9 * UNIT;
/// A run is not followed further than this; what is left of it is found again behind.
const LONGEST: usize = 200;
/// How far before a rare character its run may begin.
const BACK: usize = 8;

/// What stands around the place that is looked at.
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    /// Before this byte everything is read already.
    pub(super) floor: usize,
    /// The last character that was read before the floor.
    pub(super) last: Option<char>,
}

struct Path {
    at: usize,
    pending: u8,
    /// Where the raw character starts that gave `pending`.
    holder: usize,
    characters: Vec<(char, Span)>,
    last_new: char,
    last_raw: char,
    /// Cost of the new reading less the cost of the text as it stands.
    balance: i32,
    /// The least lead of a choice over the next best one.
    doubt: i32,
}

impl Place<'_> {
    /// Looks for a run at a sign of damage at byte `at`: a rare character, `?`, `!`. `budget` is used up by the steps taken.
    pub(super) fn read(&self, at: usize, budget: &mut usize) -> Option<Shift> {
        let mut best: Option<(i32, Shift)> = None;
        let here = self.character(at)?;
        let back = if matches!(here, '?' | '!' | '！') { 0 } else { BACK };
        let mut start = at;
        for _ in 0..=back {
            for (balance, shift) in self.from(start, budget) {
                if shift.span.end > at && best.as_ref().is_none_or(|(least, _)| balance < *least) {
                    best = Some((balance, shift));
                }
            }
            match self.before(start) {
                Some((previous, character)) if previous >= self.floor && !character.is_whitespace() && *budget > 0 => start = previous,
                _ => break,
            }
        }
        best.filter(|(balance, _)| *balance < -MARGIN).map(|(_, shift)| shift)
    }

    fn character(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn before(&self, at: usize) -> Option<(usize, char)> {
        self.text.get(..at)?.char_indices().next_back()
    }

    /// The readings of a run that begins at byte `start`, with what each costs more than the text as it stands.
    fn from(&self, start: usize, budget: &mut usize) -> Vec<(i32, Shift)> {
        let mut found = Vec::new();
        let Some(first) = self.character(start) else { return found };
        let last = if start == self.floor { self.last } else { self.before(start).map(|(_, character)| character) };
        let last = last.unwrap_or('\n');
        match first {
            '?' | '\u{FFFD}' => {
                let behind = start + first.len_utf8();
                if let Some(syllable) = gloss::syllable(self.text, behind).filter(|syllable| syllable.toned) {
                    // The gloss was written behind the first byte of a character, and its parenthesis went with that byte. The scraper took the
                    // byte and the one before it for one character, of which it is a reading.
                    let seen = |lead| bytes(last).and_then(|(_, trail)| gbk(trail, lead)).is_some_and(|seen| is_read(seen, &syllable.letters));
                    self.lost_lead(start, syllable.end, last, TORN, seen, budget, &mut found);
                    if !found.is_empty() {
                        return found;
                    }
                }
                self.lost_lead(start, behind, last, MARKED, |_| true, budget, &mut found);
            }
            _ => {
                let odds = if matches!(first, '!' | '！') { EXCLAIMED } else { UNMARKED };
                self.lost_lead(start, start, last, odds, |_| true, budget, &mut found);
                self.lost_trail(start, last, budget, &mut found);
            }
        }
        found
    }

    /// The lead byte before the character at byte `at` is lost.
    #[allow(clippy::too_many_arguments)]
    fn lost_lead(
        &self,
        start: usize,
        at: usize,
        last: char,
        odds: i32,
        may_be: impl Fn(u8) -> bool,
        budget: &mut usize,
        found: &mut Vec<(i32, Shift)>,
    ) {
        let Some(first) = self.character(at) else { return };
        let end = at + first.len_utf8();
        let raw = self.raw_cost(start, end, last);
        let (trail, pending) = match halves(first) {
            Some(halves) => halves,
            None if is_trail(first) => (first as u8, 0),
            None => return,
        };
        // The next character is known from the bytes and helps to choose.
        let next = match pending {
            0 => self.character(end).map(|next| SCRIPT.fold(next)),
            _ => self
                .character(end)
                .and_then(|next| halves(next).map(|(a, _)| a).or_else(|| is_trail(next).then_some(next as u8)))
                .and_then(|a| gbk(pending, a))
                .map(|next| SCRIPT.fold(next)),
        };
        let leads = (0x81..=0xFE).filter(|lead| may_be(*lead)).filter_map(|lead| gbk(lead, trail));
        let Some((character, cost, doubt)) = choose(leads, last, next) else { return };
        let mut path = Path {
            at: end,
            pending,
            holder: at,
            characters: vec![(character, Span::new(start, end))],
            last_new: SCRIPT.fold(character),
            last_raw: SCRIPT.fold(first),
            balance: odds + cost - raw,
            doubt,
        };
        match pending {
            0 => self.finish(path, found),
            1..0x80 => {
                path.balance += LIKELIHOOD.alone(char::from(pending));
                self.swallowed(path, found);
            }
            _ => self.follow(path, budget, found),
        }
    }

    /// The trail byte of the character that begins at byte `start` is lost: what is seen there is its lead byte and the next lead byte.
    fn lost_trail(&self, start: usize, last: char, budget: &mut usize, found: &mut Vec<(i32, Shift)>) {
        let Some(first) = self.character(start) else { return };
        let Some((lead, pending @ 0x81..)) = halves(first) else { return };
        let end = start + first.len_utf8();
        let next = self.character(end).and_then(halves).and_then(|(a, _)| gbk(pending, a)).map(|next| SCRIPT.fold(next));
        let Some((character, cost, doubt)) = choose(trails(lead), last, next) else { return };
        let path = Path {
            at: end,
            pending,
            holder: start,
            characters: vec![(character, Span::new(start, end))],
            last_new: SCRIPT.fold(character),
            last_raw: SCRIPT.fold(first),
            balance: UNMARKED + cost - self.raw_cost(start, end, last),
            doubt,
        };
        self.follow(path, budget, found);
    }

    /// What the text as it stands costs from `start` to `end`.
    fn raw_cost(&self, start: usize, end: usize, last: char) -> i32 {
        let mut last = SCRIPT.fold(last);
        let mut cost = 0;
        for character in Span::new(start, end).of(self.text).chars().map(|character| SCRIPT.fold(character)) {
            cost += LIKELIHOOD.behind(last, character);
            last = character;
        }
        cost
    }

    /// Cuts the bytes anew until they fall into step with the text again.
    fn follow(&self, first: Path, budget: &mut usize, found: &mut Vec<(i32, Shift)>) {
        let mut paths = vec![first];
        while let Some(mut path) = paths.pop() {
            loop {
                *budget = budget.saturating_sub(1);
                if path.balance > HOPELESS || *budget == 0 {
                    break;
                }
                let next = self.character(path.at);
                let Some(next) = next.filter(|_| path.characters.len() < LONGEST) else {
                    self.lost_end(path, found);
                    break;
                };
                let end = path.at + next.len_utf8();
                if is_trail(next) {
                    path.take(gbk(path.pending, next as u8), next, end);
                    self.finish(path, found);
                    break;
                }
                let Some((trail, pending)) = halves(next) else {
                    self.lost_end(path, found);
                    break;
                };
                if next.is_ascii() {
                    // A sign that the page has in half width, or the end of the run.
                    self.lost_end(path.copy(), found);
                    if self.character(end).is_none_or(|character| character.is_ascii()) || paths.len() > 8 {
                        break;
                    }
                } else if SCRIPT.class(next) & RARE == 0 && gbk(path.pending, 0x80).is_some_and(|seen| SCRIPT.class(seen) & RARE == 0) {
                    // 80 is no lead byte: it was dropped, and the bytes behind it are in step.
                    let mut stop = path.copy();
                    stop.end_with(gbk(path.pending, 0x80), path.at);
                    self.finish(stop, found);
                }
                let Some(character) = gbk(path.pending, trail) else { break };
                let holder = path.at;
                path.take(Some(character), next, end);
                path.pending = pending;
                path.holder = holder;
                if pending < 0x81 {
                    if pending != 0x80 {
                        path.balance += LIKELIHOOD.alone(char::from(pending));
                        self.swallowed(path, found);
                    }
                    break;
                }
            }
        }
    }

    /// The last pair of the run took an ASCII character for its trail byte: that stands by itself again.
    fn swallowed(&self, mut path: Path, found: &mut Vec<(i32, Shift)>) {
        let character = char::from(path.pending);
        path.characters.push((character, Span::new(path.holder, path.at)));
        path.last_new = character;
        self.finish(path, found);
    }

    /// The trail byte of the last character found no partner and is gone, or shows as `?`.
    fn lost_end(&self, path: Path, found: &mut Vec<(i32, Shift)>) {
        let next = self.character(path.at);
        if matches!(next, Some('?' | '\u{FFFD}')) {
            let behind = path.at + next.map_or(0, char::len_utf8);
            if let Some(syllable) = gloss::syllable(self.text, behind).filter(|syllable| syllable.toned) {
                let mut torn = path.copy();
                if torn.guess(trails(path.pending).filter(|character| is_read(*character, &syllable.letters)), None, syllable.end) {
                    torn.balance += AGREES;
                    self.finish(torn, found);
                }
            }
            let mut shown = path.copy();
            if shown.guess(trails(path.pending), self.character(behind), behind) {
                self.finish(shown, found);
            }
        }
        let mut gone = path;
        let at = gone.at;
        let guessed = match gloss::parenthesis(self.text, at).filter(|syllable| syllable.toned) {
            Some(syllable) => {
                let fitting = trails(gone.pending).filter(|character| is_read(*character, &syllable.letters));
                gone.guess(fitting, None, at)
            }
            None => gone.guess(trails(gone.pending), next, at),
        };
        if guessed {
            self.finish(gone, found);
        }
    }

    /// The run is over: what stands behind it speaks for or against it too.
    fn finish(&self, mut path: Path, found: &mut Vec<(i32, Shift)>) {
        let (Some(first), Some(last)) = (path.characters.first(), path.characters.last()) else { return };
        let span = Span::new(first.1.start, path.at);
        if let Some(syllable) = gloss::parenthesis(self.text, path.at).filter(|syllable| syllable.toned) {
            path.balance += if is_read(last.0, &syllable.letters) { AGREES } else { DISAGREES };
        } else if let Some(next) = self.character(path.at).map(|next| SCRIPT.fold(next)) {
            path.balance += LIKELIHOOD.behind(path.last_new, next) - LIKELIHOOD.behind(path.last_raw, next);
        }
        let lead = (-path.balance).min(path.doubt * 2);
        let certainty = u8::try_from((50 + lead / 4).clamp(30, 99)).unwrap_or(99);
        found.push((path.balance, Shift { span, characters: path.characters, certainty }));
    }
}

impl Path {
    fn copy(&self) -> Self {
        Self { characters: self.characters.clone(), ..*self }
    }

    /// Reads one more character from the pending byte and the raw character `raw` that ends at `end`.
    fn take(&mut self, character: Option<char>, raw: char, end: usize) {
        let character = character.unwrap_or('\u{FFFD}');
        let (new, raw) = (SCRIPT.fold(character), SCRIPT.fold(raw));
        self.balance += LIKELIHOOD.behind(self.last_new, new) - LIKELIHOOD.behind(self.last_raw, raw);
        self.characters.push((character, Span::new(self.holder, end)));
        self.last_new = new;
        self.last_raw = raw;
        self.at = end;
    }

    /// Ends with a character of which no raw character shows the trail byte.
    fn end_with(&mut self, character: Option<char>, end: usize) {
        let character = character.unwrap_or('\u{FFFD}');
        let new = SCRIPT.fold(character);
        self.balance += LIKELIHOOD.behind(self.last_new, new);
        self.characters.push((character, Span::new(self.holder, end)));
        self.last_new = new;
        self.at = end;
    }

    /// Ends with the likeliest of some characters.
    fn guess(&mut self, characters: impl Iterator<Item = char>, next: Option<char>, end: usize) -> bool {
        match choose(characters, self.last_new, next.map(|next| SCRIPT.fold(next))) {
            Some((character, _, doubt)) => {
                self.end_with(Some(character), end);
                self.doubt = self.doubt.min(doubt);
                true
            }
            None => false,
        }
    }
}

/// The likeliest character between two others, its cost behind the first, and by how much it leads.
fn choose(characters: impl Iterator<Item = char>, last: char, next: Option<char>) -> Option<(char, i32, i32)> {
    let last = SCRIPT.fold(last);
    let mut best: Option<(char, i32, i32)> = None;
    let mut second = i32::MAX;
    for character in characters {
        let new = SCRIPT.fold(character);
        let cost = LIKELIHOOD.behind(last, new);
        let whole = cost + next.map_or(0, |next| LIKELIHOOD.behind(new, next));
        match best {
            Some((_, _, least)) if whole >= least => second = second.min(whole),
            _ => {
                second = best.map_or(i32::MAX, |(_, _, least)| least);
                best = Some((character, cost, whole));
            }
        }
    }
    best.map(|(character, cost, whole)| (character, cost, second.saturating_sub(whole).min(40 * UNIT)))
}

/// The two bytes of a character; those of the full-width form for a sign that pages turn into half width.
fn halves(character: char) -> Option<(u8, u8)> {
    match character {
        '!' | ',' | ':' | ';' | '?' | '(' | ')' => Some((0xA3, character as u8 | 0x80)),
        _ => bytes(character),
    }
}

/// Whether an ASCII character can be a trail byte.
fn is_trail(character: char) -> bool {
    matches!(character, '@'..='~')
}

/// All characters with this lead byte.
fn trails(lead: u8) -> impl Iterator<Item = char> {
    (0x40..=0xFE).filter_map(move |trail| gbk(lead, trail))
}
