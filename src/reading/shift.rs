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
use super::tables::{LIKELIHOOD, NARROW, bytes, ends, gbk, is_ideograph, is_read, read_as};
use crate::span::Span;
use std::cell::OnceCell;

/// A run read anew.
#[derive(Clone, Debug)]
pub(super) struct Shift {
    /// The raw stretch.
    pub(super) span: Span,
    /// Each character and every raw character that holds a byte of it.
    pub(super) characters: Vec<(char, Span)>,
    /// Which of them stand before an absent pair: the second byte of each and the first one of the next are lost.
    pub(super) torn: Vec<usize>,
    /// From 0 to 100.
    pub(super) certainty: u8,
}

/// One natural logarithm in the unit of the likelihoods.
const UNIT: i32 = 16;
/// How much likelier a reading must be than the text as it stands.
const MARGIN: i32 = 5 * UNIT;
/// On a page that lost bytes elsewhere.
const MARGIN_IF_DAMAGED: i32 = UNIT;
/// A path that is this much less likely than the text is given up.
const HOPELESS: i32 = 22 * UNIT;
/// Prior odds against a lost byte: where a scraper's gloss shows it, a `?`, a sign that is half of a full stop and half of what follows it, nothing at all.
const TORN: i32 = -2 * UNIT;
const MARKED: i32 = 6 * UNIT;
const HALF_SIGN: i32 = 4 * UNIT;
/// A `?` that is such a sign, and one before such a sign.
const HALF_QUESTION: i32 = UNIT;
const MARKED_SIGN: i32 = 2 * UNIT;
const UNMARKED: i32 = 7 * UNIT;
/// A lost trail byte is seldom: what loses bytes looks for the two bytes of a sign and takes the lead byte before it away.
const TRAIL: i32 = 10 * UNIT;
/// Between two bytes A1 stands a full stop before a quote most often.
const STOP: i32 = -2 * UNIT;
/// A closing quote where none is open, an opening one where one is; a closing one where one is open.
const UNPAIRED: i32 = 5 * UNIT;
const PAIRED: i32 = -2 * UNIT;
/// The first sign of a pair where both its bytes are not there.
const OPENED: i32 = 3 * UNIT;
/// A full stop inside quotes that hold no more than a term.
const SENTENCE: i32 = 12 * UNIT;
/// A character that goes on the word before it, where another ideograph follows: a dictionary tells which characters words end with and not which
/// words sentences end with, and so lets a sentence end behind 上 or 确 as cheaply as the word goes on, 上海, 确保.
const GOES_ON: i32 = -UNIT;
/// 讯 and 电 where a dateline ends, and 讯 elsewhere: 客户端讯.
const DATELINE: i32 = -8 * UNIT;
const NO_DATELINE: i32 = 6 * UNIT;
/// A character that leads to a figure before a sign that ends the clause, where it makes no word with the one before it: 储量达, and not 到达,.
const HANGING: i32 = 3 * UNIT;
const LEADS_TO_FIGURE: &str = "达逾约超近仅";
/// The longest dateline before them, in characters.
const DATELINE_LENGTH: usize = 24;
/// 省 before a parenthesis, which holds the other kinds of provinces: 各省（区、市）.
const PROVINCES: i32 = -4 * UNIT;
/// The longest term, in characters.
const TERM: usize = 8;
/// A letter that the reading sets free in the middle of the text.
const FREED: i32 = 5 * UNIT;
/// A reading that agrees, or does not, with the gloss behind it.
const AGREES: i32 = -6 * UNIT;
const DISAGREES: i32 = 9 * UNIT;
/// Prior odds against a pair that is absent, against another one of a text, and against one in whose place a sign stands. The bytes of a text tell
/// whether a pair is absent, so that the two characters around it need no odds of their own.
const ABSENT: i32 = 0;
const ABSENT_AGAIN: i32 = -UNIT;
const ABSENT_SIGN: i32 = 2 * UNIT;
/// Two characters behind another one that together cost no more than this leave nothing to ask.
const PLAUSIBLE: i32 = 10 * UNIT;
/// What a character costs at most behind one that it has nothing to do with.
const UNRELATED: i32 = 8 * UNIT;
/// So many readings of an absent pair are tried, so many of a lost byte whatever follows, and so many paths followed side by side.
const BRIDGES: usize = 4;
const BEGINNINGS: usize = 3;
const SIDE_BY_SIDE: usize = 4;
/// Behind a `?` the pairs may be absent from where the reading is worse than the text by no more than this.
const SUSPECTED: i32 = 4 * UNIT;
/// What the choice of an absent pair costs, in steps along a run.
const WIDE_CHOICE: usize = 48;
/// What the choice of a lost byte costs, in steps along a run.
const CHOICE: usize = 16;
/// A run is not followed further than this; what is left of it is found again behind.
const LONGEST: usize = 200;
/// How far back the quote is looked for that is open, in characters.
const QUOTED: usize = 300;
/// How far before a rare character its run may begin.
const BACK: usize = 8;
/// How far before an ASCII character: a longer run has a rare character in it that tells.
const BACK_FROM_ASCII: usize = 3;

/// What stands around the place that is looked at.
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    /// Before this byte everything is read already.
    pub(super) floor: usize,
    /// The last character that was read before the floor.
    pub(super) last: Option<char>,
    /// Whether bytes were lost elsewhere in the text.
    pub(super) damaged: bool,
    /// Whether pairs may be absent that GBK has no character for: the text shows none of the private use.
    pub(super) gaps: &'a OnceCell<bool>,
    /// Whether one was absent elsewhere in the text.
    pub(super) gapped: bool,
    /// Whether the text writes its punctuation in full width. Where it does not, no character is a full-width sign.
    pub(super) wide: bool,
}

struct Path {
    /// Where the run begins.
    start: usize,
    at: usize,
    pending: u8,
    /// Where the raw character starts that gave `pending`.
    holder: usize,
    characters: Vec<(char, Span)>,
    torn: Vec<usize>,
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
        let back = match here {
            '?' | '!' | '！' => 0,
            '\0'..='\x7F' => BACK_FROM_ASCII,
            _ => BACK,
        };
        if back == BACK && self.is_known_word(at, here) {
            return None;
        }
        let mut start = at;
        for _ in 0..=back {
            let readings = if self.is_hopeless(start, at) { Vec::new() } else { self.from(start, budget) };
            for (balance, shift) in readings {
                if shift.span.end > at && best.as_ref().is_none_or(|(least, _)| balance < *least) {
                    best = Some((balance, shift));
                }
            }
            match self.before(start) {
                Some((previous, character)) if previous >= self.floor && self.may_begin(previous, character) && *budget > 0 => start = previous,
                _ => break,
            }
        }
        let margin = if self.damaged { MARGIN_IF_DAMAGED } else { MARGIN };
        best.filter(|(balance, _)| *balance < -margin).map(|(_, shift)| shift)
    }

    /// Whether a run may begin with the character at byte `at`: white space is none, but for a wide one between two characters, which two bytes A1 make.
    fn may_begin(&self, at: usize, character: char) -> bool {
        !character.is_whitespace() || character == '\u{3000}' && self.before(at).is_some_and(|(_, before)| !before.is_whitespace())
    }

    /// Whether a rare character is in a word that is known, as in 福祉 and 锂电: cut bytes look like none.
    fn is_known_word(&self, at: usize, here: char) -> bool {
        let before = self.before(at).map(|(_, before)| before);
        let next = self.character(at + here.len_utf8());
        let pair = |one: Option<char>, other: Option<char>| {
            one.zip(other).is_some_and(|(one, other)| LIKELIHOOD.is_pair(SCRIPT.fold(one), SCRIPT.fold(other)))
        };
        pair(before, Some(here)) || pair(Some(here), next)
    }

    /// Whether no run that begins at byte `start` and reaches over byte `at` can be likelier than the text: the characters cut anew are too unlikely,
    /// whatever is chosen for the lost byte. Nearly all runs are given up here, at the cost of a few looks at the table.
    fn is_hopeless(&self, start: usize, at: usize) -> bool {
        let mut characters = self.text.get(start..).unwrap_or_default().char_indices().map(|(offset, raw)| (start + offset, raw));
        let Some((_, first)) = characters.next() else { return false };
        let (Some((_, mut pending)), false) = (halves(first), first == '?') else { return false };
        let last = if start == self.floor { self.last } else { self.before(start).map(|(_, character)| character) };
        // the best that the choice of a lost byte can bring
        let odds = if SIGNS.contains(first) { HALF_SIGN } else { UNMARKED };
        let mut balance = odds + STOP + PAIRED - LIKELIHOOD.behind(SCRIPT.fold(last.unwrap_or('\n')), SCRIPT.fold(first));
        let (mut last_new, mut last_raw) = (None, SCRIPT.fold(first));
        for (here, raw) in characters.take(LONGEST) {
            if is_trail(raw) {
                return here < at;
            }
            let Some((trail, next)) = halves(raw).filter(|_| !raw.is_ascii() && raw != '€' && pending >= 0x81) else { return false };
            let seen = LIKELIHOOD.behind(last_raw, SCRIPT.fold(raw));
            let cut = |new: char| last_new.map_or(0, |last| LIKELIHOOD.behind(last, new)) - seen;
            // Behind `at` pairs may be absent from a likely run, and it may end at a gain.
            let ends = |last: char| balance + cut(SCRIPT.fold(last)) < 0 || raw == '（';
            if here > at && (balance < -MARGIN || in_step(pending, raw).is_some_and(ends)) {
                return false;
            }
            let Some(new) = gbk(pending, trail).filter(|new| !is_letter(*new)) else { return true };
            let new = SCRIPT.fold(new);
            balance += cut(new);
            if balance > HOPELESS {
                return true;
            }
            (last_new, last_raw, pending) = (Some(new), SCRIPT.fold(raw), next);
        }
        false
    }

    fn has_gaps(&self) -> bool {
        *self.gaps.get_or_init(|| !self.text.contains(is_private))
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
        *budget = budget.saturating_sub(CHOICE);
        let last = if start == self.floor { self.last } else { self.before(start).map(|(_, character)| character) };
        let last = last.unwrap_or('\n');
        match first {
            '?' | '\u{FFFD}' => {
                let behind = start + first.len_utf8();
                if let Some(syllable) = gloss::syllable(self.text, behind).filter(|syllable| syllable.toned) {
                    // The gloss was written behind the first byte of a character, and its parenthesis went with that byte. The scraper took the
                    // byte and the one before it for one character, of which it is a reading.
                    let trail = full(last).map(|(_, trail)| trail);
                    for lead in 0x81..=0xFE {
                        if trail.and_then(|trail| gbk(trail, lead)).is_some_and(|seen| is_read(seen, &syllable.letters)) {
                            let balance = TORN - self.raw_cost(start, syllable.end, last);
                            self.follow(vec![self.path(start, syllable.end, lead, last, balance)], budget, &mut found);
                        }
                    }
                    if !found.is_empty() {
                        return found;
                    }
                }
                let sign = |next: char| SIGNS.contains(next) || is_letter(next);
                let odds = if self.character(behind).is_some_and(sign) { MARKED_SIGN } else { MARKED };
                let mut paths = self.lost_lead(start, behind, last, odds, &mut found);
                if first == '?' {
                    paths.extend(self.lost_lead(start, start, last, HALF_QUESTION, &mut found));
                }
                self.follow(paths, budget, &mut found);
            }
            _ => {
                let odds = if SIGNS.contains(first) { HALF_SIGN } else { UNMARKED };
                let lead = self.lost_lead(start, start, last, odds, &mut found);
                self.follow(lead.into_iter().chain(self.lost_trail(start, last)).collect(), budget, &mut found);
            }
        }
        found
    }

    /// The lead byte before the character at byte `at` is lost. What is no longer than that is put to `found`.
    fn lost_lead(&self, start: usize, at: usize, last: char, odds: i32, found: &mut Vec<(i32, Shift)>) -> Vec<Path> {
        let Some(first) = self.character(at) else { return Vec::new() };
        let end = at + first.len_utf8();
        let (trail, pending) = match halves(first) {
            Some(halves) => halves,
            None if is_trail(first) => (first as u8, 0),
            None => return Vec::new(),
        };
        // The next character is known from the bytes and helps to choose.
        let next = match pending {
            0 => self.character(end),
            1..0x80 => Some(char::from(pending)),
            _ => self.second_byte(end).and_then(|trail| gbk(pending, trail)),
        };
        let rare = pending >= 0x81 && next.is_some_and(|next| SCRIPT.class(next) & RARE != 0);
        if rare && (at == start || !self.has_gaps()) {
            return Vec::new();
        }
        let next = next.filter(|_| !rare);
        let before = self.text.get(..start).unwrap_or_default().chars().rev().nth(1).map_or('\n', |before| SCRIPT.fold(before));
        let folded = SCRIPT.fold(last);
        let ended = LIKELIHOOD.is_pair(before, folded);
        let word = |new: char| if ended { LIKELIHOOD.behind_word(folded, new) } else { 0 };
        let stop = |lead: u8| if (lead, pending) == (0xA1, 0xA1) { STOP } else { 0 };
        let leads = || (0x81..=0xFE).filter_map(|lead| gbk(lead, trail).map(|new| (new, stop(lead) + word(SCRIPT.fold(new)))));
        let quoted = || self.quoted(start);
        let begin = |character: char, cost: i32, next: Option<char>, doubt: i32| {
            let mut path = self.path(start, end, pending, last, odds + cost - self.raw_cost(start, end, last));
            path.holder = at;
            path.characters.push((told(character, next), Span::new(start, end)));
            path.last_new = SCRIPT.fold(character);
            path.doubt = doubt;
            path
        };
        let mut paths = Vec::new();
        if let Some((character, cost, doubt)) = self.choose(leads(), quoted, last, next) {
            paths.push(begin(character, cost, next, doubt));
        }
        match pending {
            0x81.. => {
                // Behind a sign that a byte was lost the next pair may be absent, and each character has another one behind it.
                if at > start && self.has_gaps() {
                    paths.extend(self.several(leads(), quoted, last).into_iter().map(|(character, cost)| begin(character, cost, None, i32::MAX / 4)));
                }
                paths
            }
            _ => {
                for mut path in paths {
                    if pending == 0 {
                        self.finish(path, found);
                    } else {
                        path.balance += LIKELIHOOD.alone(char::from(pending));
                        self.swallowed(path, found);
                    }
                }
                Vec::new()
            }
        }
    }

    /// The byte of the character at byte `at` that would belong to the character before it.
    fn second_byte(&self, at: usize) -> Option<u8> {
        let character = self.character(at)?;
        if is_trail(character) { u8::try_from(character).ok() } else { halves(character).map(|(lead, _)| lead) }
    }

    /// A path that has read nothing yet.
    fn path(&self, start: usize, at: usize, pending: u8, last: char, balance: i32) -> Path {
        let last_raw = Span::new(start, at).of(self.text).chars().next_back().unwrap_or(last);
        let (last_new, last_raw) = (SCRIPT.fold(last), SCRIPT.fold(last_raw));
        Path { start, at, pending, holder: start, characters: Vec::new(), torn: Vec::new(), last_new, last_raw, balance, doubt: i32::MAX / 4 }
    }

    /// The trail byte of the character that begins at byte `start` is lost: what is seen there is its lead byte and the next lead byte.
    fn lost_trail(&self, start: usize, last: char) -> Option<Path> {
        let first = self.character(start)?;
        let (lead, pending) = halves(first).filter(|(_, pending)| *pending >= 0x81)?;
        let end = start + first.len_utf8();
        let next = self.second_byte(end).and_then(|trail| gbk(pending, trail));
        if next.is_some_and(|next| SCRIPT.class(next) & RARE != 0) {
            return None;
        }
        let (character, cost, doubt) = self.choose(trails(lead).map(|character| (character, 0)), || self.quoted(start), last, next)?;
        let mut path = self.path(start, end, pending, last, TRAIL + cost - self.raw_cost(start, end, last));
        path.characters.push((told(character, next), Span::new(start, end)));
        path.last_new = SCRIPT.fold(character);
        path.doubt = doubt;
        Some(path)
    }

    /// The likeliest character between two others, its cost behind the first, and by how much it leads.
    /// Each has its prior odds; `quoted` tells how many characters ago a quote was opened, if one is open.
    fn choose(
        &self,
        characters: impl Iterator<Item = (char, i32)>,
        quoted: impl Fn() -> Option<usize>,
        last: char,
        next: Option<char>,
    ) -> Option<(char, i32, i32)> {
        let (last, next) = (SCRIPT.fold(last), next.map(|next| SCRIPT.fold(next)));
        let mut known = None;
        let mut quoted = || *known.get_or_insert_with(&quoted);
        let mut best: Option<(char, i32, i32)> = None;
        let mut second = i32::MAX;
        for (character, odds) in characters {
            if !self.has(character) {
                continue;
            }
            let new = SCRIPT.fold(character);
            let cost = odds + LIKELIHOOD.behind(last, new) + self.odds(character, last, next, &mut quoted);
            if cost >= second {
                continue; // what follows costs something too: neither the best nor the second best
            }
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

    /// Prior odds against a character that was chosen between two others, beside what it costs behind the first.
    fn odds(&self, character: char, last: char, next: Option<char>, quoted: &mut impl FnMut() -> Option<usize>) -> i32 {
        let new = SCRIPT.fold(character);
        match character {
            '”' if quoted().is_some() => PAIRED,
            '”' => UNPAIRED,
            '“' if quoted().is_some() => UNPAIRED,
            '省' if matches!(next, Some('（' | '(')) => PROVINCES,
            '。' if next == Some('”') && quoted().is_some_and(|length| length <= TERM) => SENTENCE,
            _ if is_ideograph(new) && next.is_some_and(is_ideograph) && LIKELIHOOD.is_pair(last, new) => GOES_ON,
            _ if LEADS_TO_FIGURE.contains(new) && next.is_some_and(ends) && !LIKELIHOOD.is_pair(last, new) => HANGING,
            _ => 0,
        }
    }

    /// The likeliest characters behind another one, whatever follows, and what each costs.
    fn several(&self, characters: impl Iterator<Item = (char, i32)>, quoted: impl Fn() -> Option<usize>, last: char) -> Vec<(char, i32)> {
        let last = SCRIPT.fold(last);
        let mut known = None;
        let mut quoted = || *known.get_or_insert_with(&quoted);
        let characters = characters.filter(|(character, _)| self.has(*character) && SCRIPT.class(*character) & RARE == 0);
        let mut costs: Vec<(char, i32)> = characters
            .map(|(character, odds)| {
                (character, odds + LIKELIHOOD.behind(last, SCRIPT.fold(character)) + self.odds(character, last, None, &mut quoted))
            })
            .collect();
        costs.sort_by_key(|(_, cost)| *cost);
        costs.truncate(BEGINNINGS);
        costs
    }

    /// Whether the text may have this character where the bytes do not show it: no full-width sign where its punctuation is not such.
    fn has(&self, character: char) -> bool {
        !is_letter(character) && (self.wide || !matches!(character, '\u{FF01}'..='\u{FF5E}'))
    }

    /// How many characters before byte `at` the quote was opened that is open there.
    fn quoted(&self, at: usize) -> Option<usize> {
        let before = self.text.get(..at).unwrap_or_default().chars().rev().take(QUOTED);
        let mut before = before.take_while(|character| *character != '\n').enumerate();
        before.find(|(_, character)| matches!(character, '“' | '”')).filter(|(_, quote)| *quote == '“').map(|(length, _)| length)
    }

    /// What the text as it stands costs from `start` to `end`.
    fn raw_cost(&self, start: usize, end: usize, last: char) -> i32 {
        let mut last = SCRIPT.fold(last);
        let mut cost = 0;
        for character in Span::new(start, end).of(self.text).chars().map(|character| SCRIPT.fold(character)) {
            // Where the punctuation is of full width a `?` of half width is no sign of it but some character that an encoding did not have.
            cost += LIKELIHOOD.behind(if last == '?' && self.wide { '\n' } else { last }, character);
            last = character;
        }
        cost
    }

    /// Cuts the bytes anew until they fall into step with the text again. Where pairs may be absent several readings of them are followed side by side.
    fn follow(&self, mut paths: Vec<Path>, budget: &mut usize, found: &mut Vec<(i32, Shift)>) {
        // Nothing is thought absent before something tells that bytes were lost at all.
        let start = paths.first().and_then(|path| self.character(path.start));
        let credible = if matches!(start, Some('?' | '\u{FFFD}')) { SUSPECTED } else { -MARGIN };
        while let Some(at) = paths.iter().map(|path| path.at).min() {
            if paths.len() == 1 {
                // Nearly always: one that goes on alone, or is given up.
                let mut alone = paths.pop();
                while let Some(path) = alone.take() {
                    alone = self.step(path, credible, budget, &mut paths, found);
                    if !paths.is_empty() {
                        paths.extend(alone.take());
                    }
                }
                continue;
            }
            let (mut here, further): (Vec<Path>, Vec<Path>) = paths.into_iter().partition(|path| path.at == at);
            paths = further;
            here.sort_by_key(|path| path.balance);
            let mut followed: Vec<(char, u8)> = Vec::new();
            for path in here {
                // Two paths that read the same last go on alike.
                let state = (path.last_new, path.pending);
                if followed.len() < SIDE_BY_SIDE && !followed.contains(&state) {
                    followed.push(state);
                    let further = self.step(path, credible, budget, &mut paths, found);
                    paths.extend(further);
                }
            }
        }
    }

    /// Takes the next character of a run into account; tells how the path goes on. Where it ends is put to `found`, other readings of it
    /// to `paths`.
    fn step(&self, mut path: Path, credible: i32, budget: &mut usize, paths: &mut Vec<Path>, found: &mut Vec<(i32, Shift)>) -> Option<Path> {
        *budget = budget.saturating_sub(1);
        if path.balance > HOPELESS || *budget == 0 {
            return None;
        }
        let next = self.character(path.at).filter(|_| path.characters.len() < LONGEST);
        let Some(next) = next else {
            self.lost_end(path, found);
            return None;
        };
        let end = path.at + next.len_utf8();
        if matches!(next, '?' | '\u{FFFD}') {
            self.glossed(&path, end, paths);
        }
        if path.balance < credible && self.has_gaps() {
            match next {
                '?' | '\u{FFFD}' => self.bridge(&path, None, end, ABSENT_SIGN, budget, paths, found),
                _ => {
                    let odds = if path.torn.is_empty() && !self.gapped { ABSENT } else { ABSENT_AGAIN };
                    self.bridge(&path, Some(next), path.at, odds, budget, paths, found);
                }
            }
        }
        if next.is_ascii_alphanumeric() && path.balance < 0 {
            // A page that turns its wide letters narrow did so with two bytes that were no letter: 海省 shows as a letter between two halves.
            if let Some((trail, pending)) = full(next).filter(|_| self.character(end).is_some_and(|character| !character.is_ascii())) {
                let mut wide = path.copy();
                let holder = path.at;
                if let Some(character) = gbk(path.pending, trail).filter(|character| !is_letter(*character)) {
                    wide.take(Some(character), next, end);
                    (wide.pending, wide.holder) = (pending, holder);
                    paths.push(wide);
                }
            }
        }
        if is_trail(next) {
            path.take(gbk(path.pending, next as u8), next, end);
            self.finish(path, found);
            return None;
        }
        if next == '€' {
            // Some readers show 80 so, which is no lead byte.
            let mut stop = path.copy();
            stop.take(gbk(path.pending, 0x80), next, end);
            self.finish(stop, found);
        }
        let Some((trail, pending)) = halves(next) else {
            self.lost_end(path, found);
            return None;
        };
        if next.is_ascii() {
            // A sign that the page has in half width, or the end of the run.
            self.lost_end(path.copy(), found);
            if self.character(end).is_none_or(|character| character.is_ascii()) {
                return None;
            }
        } else if let Some(last) = in_step(path.pending, next) {
            let mut stop = path.copy();
            stop.end_with(Some(last), path.at);
            self.finish(stop, found);
        }
        let character = gbk(path.pending, trail).filter(|character| !is_letter(*character))?;
        let holder = path.at;
        path.take(Some(character), next, end);
        path.pending = pending;
        path.holder = holder;
        match pending {
            0x81.. => return Some(path),
            0x80 => {}
            _ => {
                path.balance += LIKELIHOOD.alone(char::from(pending));
                self.swallowed(path, found);
            }
        }
        None
    }

    /// Reads a pair that is absent between the pending byte and the character at byte `at`: one of the rows that GBK leaves to its users. It was made
    /// of the second byte of one character and the first one of the next; which these are is chosen by likelihood. Nothing is asked where `seen`,
    /// the character there, makes a likely one with the pending byte.
    ///
    /// The run ends with an ASCII character there, which is a trail byte. A gloss behind it knows the character.
    #[allow(clippy::too_many_arguments)]
    fn bridge(
        &self,
        path: &Path,
        seen: Option<char>,
        at: usize,
        odds: i32,
        budget: &mut usize,
        paths: &mut Vec<Path>,
        found: &mut Vec<(i32, Shift)>,
    ) {
        let Some(raw) = self.character(at) else { return };
        let end = at + raw.len_utf8();
        let (trail, pending) = match halves(raw) {
            _ if is_trail(raw) => (raw as u8, 0),
            Some((trail, pending @ 0x81..)) if !raw.is_ascii() => (trail, pending),
            _ => return,
        };
        let syllable = (pending == 0).then(|| gloss::parenthesis(self.text, end).filter(|syllable| syllable.toned)).flatten();
        let known = |character: char| syllable.as_ref().is_none_or(|syllable| is_read(character, &syllable.letters));
        let next = match pending {
            0 => self.character(syllable.as_ref().map_or(end, |syllable| syllable.end)),
            _ => self.second_byte(end).and_then(|trail| gbk(pending, trail)),
        };
        let next = next.map(|next| SCRIPT.fold(next));
        // Behind the next pair another one may be absent.
        let behind = |character: char| next.map_or(0, |next| LIKELIHOOD.behind(character, next).min(UNRELATED));
        let whole = seen.and_then(|_| gbk(path.pending, trail)).filter(|new| !is_letter(*new) && known(*new)).map(|new| SCRIPT.fold(new));
        if whole.is_some_and(|new| LIKELIHOOD.behind(path.last_new, new) + behind(new) < PLAUSIBLE) {
            return;
        }
        *budget = budget.saturating_sub(WIDE_CHOICE);
        let common = |character: &char| !is_letter(*character) && !is_private(*character) && SCRIPT.class(*character) & RARE == 0;
        let seconds: Vec<(u8, char, i32)> = (0x81..=0xFE)
            .filter_map(|lead| gbk(lead, trail).filter(common).filter(|character| known(*character)).map(|character| (lead, character)))
            .map(|(lead, character)| (lead, character, behind(SCRIPT.fold(character)) + opened(character)))
            .collect();
        let mut best: Vec<(i32, char, char, i32)> = Vec::new();
        // A byte below 80 would have been seen as an ASCII character.
        for lost in 0x80..=0xFE {
            let Some(one) = gbk(path.pending, lost).filter(common) else { continue };
            let new = SCRIPT.fold(one);
            let before = LIKELIHOOD.behind(path.last_new, new) + opened(one);
            let ended = LIKELIHOOD.is_pair(path.last_new, new);
            for (lead, other, behind) in &seconds {
                let least = before + behind;
                if best.get(BRIDGES).is_some_and(|(worst, ..)| least >= *worst) || !is_absent(lost, *lead) {
                    continue;
                }
                let other_new = SCRIPT.fold(*other);
                let word = if ended { LIKELIHOOD.behind_word(new, other_new) } else { 0 };
                let together = before + LIKELIHOOD.behind(new, other_new) + word;
                let place = best.partition_point(|(cost, ..)| *cost <= together + behind);
                best.insert(place, (together + behind, one, *other, together));
                best.truncate(BRIDGES + 1);
            }
        }
        let last_raw = SCRIPT.fold(raw);
        let skipped = odds - self.raw_cost(path.at, end, path.last_raw);
        for (place, choice) in best.iter().take(BRIDGES).enumerate() {
            let (cost, one, other, together) = *choice;
            let next_best = best.get(place + 1).map_or(i32::MAX / 4, |(next_best, ..)| *next_best);
            let mut bridged = path.copy();
            bridged.torn.push(bridged.characters.len());
            // The plans of the country are ten and something and five, and of figures the byte that is there belongs to one alone.
            let plan = one == '十' && next == Some('五') && FIGURES.contains(other);
            // And the quarters that are summed up from the first on are three.
            let quarters = path.last_new == '前' && one == '三' && other == '季';
            let told = |character: char, next: Option<char>| if plan || quarters { character } else { told(character, next) };
            bridged.characters.push((told(one, Some(other)), Span::new(bridged.holder, path.at)));
            bridged.characters.push((told(other, next), Span::new(path.at, end)));
            bridged.balance += skipped + together;
            bridged.doubt = bridged.doubt.min(next_best - cost);
            bridged.last_new = SCRIPT.fold(other);
            (bridged.at, bridged.holder, bridged.pending, bridged.last_raw) = (end, at, pending, last_raw);
            match pending {
                0 => self.finish(bridged, found),
                _ => paths.push(bridged),
            }
        }
    }

    /// Reads a character of the run that a scraper took for a word and glossed, and lost with the parenthesis behind it: 側(cè) shows as `?cè)`. Its
    /// bytes are those of a character that is read so; which one it was is chosen by likelihood.
    fn glossed(&self, path: &Path, behind: usize, paths: &mut Vec<Path>) {
        let Some(syllable) = gloss::syllable(self.text, behind).filter(|syllable| syllable.toned) else { return };
        let after = self.second_byte(syllable.end);
        let readings = read_as(&syllable.letters).filter_map(|seen| {
            let (trail, pending) = bytes(seen).filter(|(_, pending)| *pending >= 0x81)?;
            let character = gbk(path.pending, trail).filter(|character| !is_letter(*character))?;
            let new = SCRIPT.fold(character);
            let next = after.and_then(|after| gbk(pending, after)).map_or(0, |next| LIKELIHOOD.behind(new, SCRIPT.fold(next)));
            Some((LIKELIHOOD.behind(path.last_new, new) + next, character, pending))
        });
        let mut readings: Vec<_> = readings.collect();
        readings.sort_unstable();
        for (_, character, pending) in readings.into_iter().take(BRIDGES) {
            let mut read = path.copy();
            read.balance += TORN - self.raw_cost(path.at, syllable.end, path.last_raw);
            read.end_with(Some(character), syllable.end);
            (read.last_raw, read.pending, read.holder) = (')', pending, path.at);
            paths.push(read);
        }
    }

    /// The last pair of the run took an ASCII character for its trail byte: that stands by itself again.
    fn swallowed(&self, mut path: Path, found: &mut Vec<(i32, Shift)>) {
        let character = char::from(path.pending);
        path.characters.push((character, Span::new(path.holder, path.at)));
        path.last_new = character;
        path.balance += FREED;
        self.finish(path, found);
    }

    /// The trail byte of the last character found no partner and is gone, or shows as `?`.
    fn lost_end(&self, path: Path, found: &mut Vec<(i32, Shift)>) {
        let shown = self.character(path.at).filter(|next| matches!(next, '?' | '\u{FFFD}'));
        if let Some(sign) = shown {
            let behind = path.at + sign.len_utf8();
            if let Some(syllable) = gloss::syllable(self.text, behind).filter(|syllable| syllable.toned) {
                // The parenthesis went with the byte.
                let mut torn = path.copy();
                if torn.guess(self, unseen(path.pending, None).filter(|character| is_read(*character, &syllable.letters)), None, syllable.end) {
                    torn.balance += AGREES - self.raw_cost(path.at, syllable.end, path.last_raw);
                    torn.last_raw = ')';
                    self.finish(torn, found);
                }
            }
            let mut marked = path.copy();
            // A sign behind it was found by its bytes: it is in step, whatever the lost byte was.
            let last = if self.character(behind).is_some_and(|next| SIGNS.contains(next)) { None } else { self.character(behind) };
            if self.guess_end(&mut marked, behind, unseen(path.pending, last)) {
                marked.balance -= self.raw_cost(path.at, behind, path.last_raw);
                marked.last_raw = '?';
                self.finish(marked, found);
            }
        }
        let mut gone = path;
        let at = gone.at;
        let unseen = unseen(gone.pending, self.character(at));
        if self.guess_end(&mut gone, at, unseen) {
            self.finish(gone, found);
        }
    }

    /// Ends a path with one of some characters of which only the lead byte is known, before what stands at byte `end`.
    fn guess_end(&self, path: &mut Path, end: usize, characters: impl Iterator<Item = char>) -> bool {
        match gloss::parenthesis(self.text, end).filter(|syllable| syllable.toned) {
            Some(syllable) => path.guess(self, unseen(path.pending, None).filter(|character| is_read(*character, &syllable.letters)), None, end),
            None => path.guess(self, characters, self.character(end), end),
        }
    }

    /// The run is over: what stands behind it speaks for or against it too.
    fn finish(&self, mut path: Path, found: &mut Vec<(i32, Shift)>) {
        let (Some(first), Some(last)) = (path.characters.first().copied(), path.characters.last().copied()) else { return };
        let ended = self.character(path.at).is_none_or(|next| matches!(next, '\n' | '\r'));
        // Nothing but `?` in a row are characters that an encoding did not have.
        if ended && GO_ON.contains(last.0) || Span::new(path.start, path.at).of(self.text).bytes().all(|byte| byte == b'?') {
            return;
        }
        let span = Span::new(first.1.start, path.at);
        let mut characters = path.characters;
        if !self.wide {
            // The page has its punctuation in half width.
            for (character, _) in &mut characters {
                if let Some((_, narrow)) = NARROW.iter().find(|(wide, _)| wide == character) {
                    *character = *narrow;
                }
            }
        }
        if let Some(syllable) = gloss::parenthesis(self.text, path.at).filter(|syllable| syllable.toned) {
            path.balance += if is_read(last.0, &syllable.letters) { AGREES } else { DISAGREES };
            // The gloss speaks against the text as it stands as well.
            if !path.last_raw.is_ascii() && !is_read(path.last_raw, &syllable.letters) {
                path.balance -= DISAGREES;
            }
        } else if let Some(next) = self.character(path.at).map(|next| SCRIPT.fold(next)) {
            path.balance += LIKELIHOOD.behind(path.last_new, next) - LIKELIHOOD.behind(path.last_raw, next);
        }
        let lead = (-path.balance).min(path.doubt * 2);
        let certainty = u8::try_from((50 + lead / 4).clamp(30, 99)).unwrap_or(99);
        found.push((path.balance, Shift { span, characters, torn: path.torn, certainty }));
    }
}

impl Path {
    fn copy(&self) -> Self {
        Self { characters: self.characters.clone(), torn: self.torn.clone(), ..*self }
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

    /// Whether the line up to the last character that was read may be a dateline: no more than a name, and no sign in it that parts clauses.
    fn is_dateline(&self, place: &Place<'_>) -> bool {
        let before = place.text.get(..self.start).unwrap_or_default().chars().rev().take_while(|character| *character != '\n');
        let line = self.characters.iter().rev().map(|(character, _)| *character).chain(before).take(DATELINE_LENGTH + 1);
        let mut length = 0;
        line.inspect(|_| length += 1).all(|character| is_ideograph(character) || matches!(character, '·' | ' ' | '\u{3000}'))
            && length <= DATELINE_LENGTH
    }

    /// Ends with the likeliest of some characters.
    fn guess(&mut self, place: &Place<'_>, characters: impl Iterator<Item = char>, next: Option<char>, end: usize) -> bool {
        let glossed = Span::new(self.at, end).of(place.text).ends_with(')');
        let own = || self.characters.iter().rev().map(|(character, _)| *character).enumerate().find(|(_, character)| matches!(character, '“' | '”'));
        let quoted = || match own() {
            Some((length, quote)) => (quote == '“').then_some(length),
            None => place.quoted(self.holder),
        };
        let dateline = next.is_some_and(|next| matches!(next, ' ' | '(' | '（')) && self.is_dateline(place);
        // 有 三万户: a blank before a figure parts nothing.
        let figure = place.text.get(end..).and_then(|behind| behind.strip_prefix(' ')).and_then(|behind| behind.chars().next());
        let next = figure.filter(|figure| figure.is_ascii_digit() || FIGURES.contains(*figure)).or(next);
        let last = self.last_new;
        let before = self.characters.iter().rev().nth(1).map_or('\n', |(character, _)| SCRIPT.fold(*character));
        let ended = LIKELIHOOD.is_pair(before, last);
        let odds = |character: char| match SCRIPT.fold(character) {
            '讯' | '电' if dateline => DATELINE,
            '讯' if !LIKELIHOOD.is_pair(last, '讯') => NO_DATELINE,
            new if ended => LIKELIHOOD.behind_word(last, new),
            _ => 0,
        };
        match place.choose(characters.map(|character| (character, odds(character))), quoted, self.last_new, next) {
            Some((character, _, doubt)) => {
                self.end_with(Some(character), end);
                // A gloss knows the character.
                if let Some((last, _)) = self.characters.last_mut().filter(|_| gloss::parenthesis(place.text, end).is_none() && !glossed) {
                    *last = told(character, next);
                }
                self.doubt = self.doubt.min(doubt);
                true
            }
            None => false,
        }
    }
}

/// The signs that what loses bytes takes for one when it meets the trail byte of a full stop and the next lead byte: A3A1, A3AC, A3BA …, or that of
/// 省, 场 or 小 and the lead byte of a sign behind it: A1A3, A1A1.
const SIGNS: &str = "!！,，:：;；?？(（)）。\u{3000}";

/// The two bytes of a character; those of the full-width form for a sign that pages turn into half width.
fn halves(character: char) -> Option<(u8, u8)> {
    match character {
        '!' | ',' | ':' | ';' | '?' | '(' | ')' => Some((0xA3, character as u8 | 0x80)),
        _ => bytes(character),
    }
}

/// The same, and those of the full-width form of any ASCII character.
fn full(character: char) -> Option<(u8, u8)> {
    if character.is_ascii_graphic() { Some((0xA3, character as u8 | 0x80)) } else { halves(character) }
}

/// The character of a lead byte before a character that is in step: its trail byte was 80, which is no lead byte and was dropped.
fn in_step(lead: u8, next: char) -> Option<char> {
    let common = |character: &char| SCRIPT.class(*character) & RARE == 0;
    gbk(lead, 0x80).filter(|last| common(last) && common(&next))
}

/// The characters with this lead byte whose trail byte, at the end of a run, found no partner in what follows: one below 80 would be seen as an
/// ASCII character, and one above makes a pair with whatever is no ASCII character; only 80 is no lead byte.
fn unseen(lead: u8, next: Option<char>) -> impl Iterator<Item = char> {
    let last = if next.is_none_or(|next| next.is_ascii()) { 0xFE } else { 0x80 };
    (0x80..=last).filter_map(move |trail| gbk(lead, trail))
}

/// Signs that no line ends with: 左?。 at its end is 左右。, the whole character lost, and no 左小，.
const GO_ON: &str = "，、（“‘《「【";

/// A character that was chosen for bytes that are not there, before the next one: no figure is made up, such a one stays unknown. What stands before
/// a noun is none: 三是, 三农, 进一步.
fn told(character: char, next: Option<char>) -> char {
    let counts = |next: char| next.is_ascii_digit() || FIGURES.contains(next) || COUNTED.contains(next);
    let measures = |next: char| counts(next) || !is_ideograph(next) || MEASURED.contains(next);
    let next = next.map(|next| SCRIPT.fold(next));
    let figure = FIGURES.contains(character) && next.is_none_or(measures) || character == '一' && next.is_none_or(counts);
    if figure { '\u{FFFD}' } else { character }
}

/// What it costs to make up the first sign of a pair, the other one of which is not asked for.
fn opened(character: char) -> i32 {
    if matches!(character, '“' | '‘' | '《' | '（' | '「' | '【') { OPENED } else { 0 }
}

/// Numerals, what 一 is a numeral before (in words such as 一批 and 进一步 it is none), and what the others are too.
const FIGURES: &str = "〇零二两兩三四五六七八九十百千万萬亿億半";
const COUNTED: &str = "一个家项元年月日号时点成倍季期户名位人台套公米吨亩";
const MEASURED: &str = "届次条批艘座辆架所股层份款件只种类天周分秒斤平立方顷克升度岁折角块张支根片道处间栋幢场班组枚颗头匹余多";

/// Whether GBK has no character of its own for a pair of bytes, so that readers of it drop the pair.
fn is_absent(lead: u8, trail: u8) -> bool {
    gbk(lead, trail).is_none_or(is_private)
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}')
}

/// Full-width letters, digits and the signs among them: cut bytes look like them, news does not have them one by one.
fn is_letter(character: char) -> bool {
    matches!(character, '\u{FF01}'..='\u{FF5E}') && !"！，：；？（）％－～．／＋".contains(character)
}

/// Whether an ASCII character can be a trail byte.
fn is_trail(character: char) -> bool {
    matches!(character, '@'..='~')
}

/// All characters with this lead byte.
fn trails(lead: u8) -> impl Iterator<Item = char> {
    (0x40..=0xFE).filter_map(move |trail| gbk(lead, trail))
}
