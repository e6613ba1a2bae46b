//! One pass over the raw text that mends what happened to it on the way, and one that simplifies it.
//!
//! A first look passes over a text at the speed of memory and stops only where something may be amiss; most pages have nothing and are borrowed.

use super::Diagnostic;
use super::gloss;
use super::map::{Map, Run};
use super::mark;
use super::script::{DOUBTFUL, RARE, SCRIPT, SIGN, SURE, Script};
use super::shift::Place;
use super::tag;
use crate::span::Span;
use std::borrow::Cow;
use std::cell::OnceCell;

/// The repaired text and how it came about.
pub(super) struct Repaired<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) map: Map,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Repairs a text; borrows it where nothing is to be repaired.
pub(super) fn repair(raw: &str) -> Repaired<'_> {
    let script: &Script = &SCRIPT;
    let mut look = Look { bytes: raw.as_bytes(), script, foreign: false };
    let mut mender = Mender::new(raw);
    let mut at = 0;
    while let Some(found) = look.next(at) {
        at = mender.mend(found);
    }
    let Mender { out, map, mut diagnostics, copied, .. } = mender;
    let text = if copied == 0 { Cow::Borrowed(raw) } else { Cow::Owned(out + raw.get(copied..).unwrap_or_default()) };
    if copied == 0 && !look.foreign {
        return Repaired { text, map, diagnostics };
    }
    match script.simplify(&text) {
        None => Repaired { text, map, diagnostics },
        Some((simplified, changes)) => {
            let changed: Vec<Span> = changes.iter().map(|(at, character)| Span::new(*at, at + character.len_utf8())).collect();
            let map = map.with_substitutions(&changed);
            report_script(&simplified, &changed, &map, &mut diagnostics);
            Repaired { text: Cow::Owned(simplified), map, diagnostics }
        }
    }
}

/// One diagnostic a line, from its first simplified character to its last: a page in traditional script would have thousands otherwise.
fn report_script(text: &str, changed: &[Span], map: &Map, diagnostics: &mut Vec<Diagnostic>) {
    let mut rest = changed;
    while let Some((first, behind)) = rest.split_first() {
        let length = text.get(first.end..).and_then(|behind| behind.find('\n')).unwrap_or(text.len());
        let count = behind.partition_point(|span| span.start < first.end.saturating_add(length));
        let last = count.checked_sub(1).and_then(|last| behind.get(last)).unwrap_or(first);
        let span = Span::new(first.start, last.end);
        diagnostics.push(diagnostic("script", map.raw(span), span.of(text), 99));
        rest = behind.get(count..).unwrap_or_default();
    }
}

fn diagnostic(kind: &str, span: Span, reading: &str, certainty: u8) -> Diagnostic {
    Diagnostic { kind: kind.to_owned(), span, reading: reading.to_owned(), certainty, bytes: None }
}

/// The first look: finds the bytes where something may be amiss, and notes whether any character may have to be simplified.
struct Look<'a> {
    bytes: &'a [u8],
    script: &'a Script,
    foreign: bool,
}

impl Look<'_> {
    /// The next place at or behind `at` that is worth a second look.
    fn next(&mut self, mut at: usize) -> Option<usize> {
        loop {
            let rest = self.bytes.get(at..)?;
            match *rest {
                [lead @ 0xE2..=0xEF, second, third, ..] => {
                    let code = (usize::from(lead & 0x0F) << 12) | (usize::from(second & 0x3F) << 6) | usize::from(third & 0x3F);
                    let class = self.script.class_of(code);
                    if class != 0 {
                        self.foreign |= class & (SURE | DOUBTFUL) != 0;
                        if class & (RARE | SIGN) != 0 {
                            return Some(at);
                        }
                    }
                    at += 3;
                }
                [b'?' | b'!' | b'&' | b'(', ..] | [b',' | b' ', b',' | 0xE3 | 0xEF, ..] | [b',', b'?', ..] | [b' ', b'.', ..] => return Some(at),
                [b'<', b'/' | b'a'..=b'z' | b'A'..=b'Z', ..] => return Some(at),
                // A letter or sign close behind an ideograph may be the trail byte of another one.
                [b'^' | b'{' | b'|' | b'}' | b'~' | b'`' | b'\\' | b'_' | b'[' | b']' | b'@', ..]
                | [b'A'..=b'Z' | b'a'..=b'z', 0xE3..=0xE9, ..]
                | [b'0', 0xE4 | 0xE5, ..]
                    if at.checked_sub(1).and_then(|before| self.bytes.get(before)).is_some_and(|before| *before >= 0x80) =>
                {
                    return Some(at);
                }
                [0x80..=0xFF, second, ..] => {
                    // Greek and Cyrillic letters are what cut bytes look like too.
                    let lead = usize::from(*rest.first()?);
                    if (0xC2..0xE0).contains(&lead) {
                        let code = ((lead & 0x1F) << 6) | usize::from(second & 0x3F);
                        if self.script.class_of(code) & RARE != 0 {
                            return Some(at);
                        }
                    }
                    at += 1;
                }
                [_, ..] => at += 1,
                [] => return None,
            }
        }
    }
}

/// Builds the mended text.
struct Mender<'a> {
    raw: &'a str,
    out: String,
    map: Map,
    diagnostics: Vec<Diagnostic>,
    /// Up to here the raw text is in `out`.
    copied: usize,
    /// How many steps may still be spent on cutting bytes anew: whatever the text, the cost stays linear in its length.
    budget: usize,
    /// Whether bytes were lost before this place.
    damaged: bool,
    /// Whether a pair was absent before this place, and whether any may be.
    gapped: bool,
    gaps: OnceCell<bool>,
    glossed: Option<bool>,
    doubled: Option<bool>,
    wide: Option<bool>,
}

/// Steps a byte that cutting anew may take at most over a whole text. A page that is damaged all over takes one or two.
const STEPS: usize = 6;

impl<'a> Mender<'a> {
    fn new(raw: &'a str) -> Self {
        let budget = 10_000 + raw.len().saturating_mul(STEPS);
        Self {
            raw,
            out: String::new(),
            map: Map::default(),
            diagnostics: Vec::new(),
            copied: 0,
            budget,
            damaged: false,
            gapped: false,
            gaps: OnceCell::new(),
            glossed: None,
            doubled: None,
            wide: None,
        }
    }

    /// Looks at a place that may be amiss, mends it if it is, and says where to go on.
    fn mend(&mut self, at: usize) -> usize {
        let Some(character) = self.raw.get(at..).and_then(|rest| rest.chars().next()) else { return at + 1 };
        let end = at + character.len_utf8();
        let mended = match character {
            '(' | '（' => self.gloss(at),
            '&' => self.entity(at),
            ',' => self.comma(at, end),
            ' ' => self.blank(at, end),
            '己' | '多' | '陜' => self.slip(at, end),
            'O' | '0' | 'Ｏ' | '０' if mark::slip(self.raw, at).is_some() => self.slip(at, end),
            '0' => None,
            '<' => self.tag(at),
            '?' | '!' | '！' => self.sign(at, end),
            '？' => None,
            '\u{FF01}'..='\u{FF5E}' if self.in_wide_word(at, end) => None,
            _ => self.shift(at),
        };
        mended.unwrap_or(end)
    }

    /// A gloss belongs to the character before it.
    fn gloss(&mut self, at: usize) -> Option<usize> {
        let syllable = gloss::parenthesis(self.raw, at)?;
        let mut before = self.before(at);
        let character = before.next()?;
        let previous = before.next();
        drop(before);
        let raw = self.raw;
        let glossed = &mut self.glossed;
        if !gloss::is_noise(previous, character, &syllable, || *glossed.get_or_insert_with(|| gloss::is_glossed(raw))) {
            return None;
        }
        Some(self.drop("gloss", Span::new(at, syllable.end), 99))
    }

    /// A comma that a page has put before each of its signs.
    fn comma(&mut self, at: usize, end: usize) -> Option<usize> {
        let raw = self.raw;
        let doubled = mark::is_before_sign(raw, at) && *self.doubled.get_or_insert_with(|| mark::doubles_commas(raw));
        doubled.then(|| self.drop("sign", Span::new(at, end), 95))
    }

    /// A blank before the sign that closes a word belongs to the sign.
    fn blank(&mut self, at: usize, end: usize) -> Option<usize> {
        let sign = self.raw.get(end..)?.chars().next().filter(|_| mark::is_stray_blank(self.raw, at))?;
        let end = end + sign.len_utf8();
        self.replace("space", Span::new(at, end), sign, 95);
        Some(end)
    }

    /// Leaves out what belongs to the character before it.
    fn drop(&mut self, kind: &str, span: Span, certainty: u8) -> usize {
        self.copy_to(span.start);
        let last = self.out.chars().next_back().map_or(0, char::len_utf8);
        self.map.absorb(Span::new(self.out.len() - last, self.out.len()), span.end);
        self.copied = span.end;
        self.diagnostics.push(diagnostic(kind, span, "", certainty));
        span.end
    }

    /// What was read before byte `at`, backwards.
    fn before(&self, at: usize) -> impl Iterator<Item = char> {
        self.raw.get(self.copied..at).unwrap_or_default().chars().rev().chain(self.out.chars().rev())
    }

    fn entity(&mut self, at: usize) -> Option<usize> {
        let (character, end) = mark::entity(self.raw, at)?;
        self.replace("space", Span::new(at, end), character, 99);
        Some(end)
    }

    /// A tag that sets a word off from its line, which goes on behind it: a figure in bold before its unit.
    fn tag(&mut self, at: usize) -> Option<usize> {
        let end = tag::inline(self.raw, at).filter(|_| at > 0)?;
        Some(self.drop("tag", Span::new(at, end), 99))
    }

    /// A character that was taken for one that looks like it.
    fn slip(&mut self, at: usize, end: usize) -> Option<usize> {
        let meant = mark::slip(self.raw, at)?;
        self.replace("slip", Span::new(at, end), meant, 95);
        Some(end)
    }

    /// A `?` or `!` is what it is, or half of something, or stands for a wide space.
    fn sign(&mut self, at: usize, end: usize) -> Option<usize> {
        let next = self.raw.get(end..)?.chars().next();
        // Several in a row are an indent rather than bytes.
        let several = self.raw.get(at..).is_some_and(|rest| rest.starts_with("??")) || self.raw.get(..end).is_some_and(|read| read.ends_with("??"));
        if several && mark::is_space(self.raw, at) {
            self.replace("space", Span::new(at, end), ' ', 80);
            return Some(end);
        }
        let shifted = next.is_some_and(|next| !next.is_whitespace() && (next.is_alphabetic() || "!,:;?()".contains(next) || !next.is_ascii()));
        // Exclamation marks in a row are what they are.
        let row = self.raw.get(at..end) != Some("?") && next.is_some_and(|next| matches!(next, '!' | '！'));
        if let Some(end) = (shifted && !row).then(|| self.shift(at)).flatten() {
            return Some(end);
        }
        if self.raw.as_bytes().get(at) == Some(&b'?') && mark::is_space(self.raw, at) {
            self.replace("space", Span::new(at, end), ' ', 80);
            return Some(end);
        }
        None
    }

    /// Whether other full-width letters stand beside this one.
    fn in_wide_word(&self, at: usize, end: usize) -> bool {
        let is_wide = |character: char| matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
        self.raw.get(end..).is_some_and(|behind| behind.starts_with(is_wide)) || self.raw.get(..at).is_some_and(|before| before.ends_with(is_wide))
    }

    fn shift(&mut self, at: usize) -> Option<usize> {
        let wide = *self.wide.get_or_insert_with(|| self.raw.contains('，') || self.raw.contains('；') && !self.raw.contains(','));
        let place = Place {
            text: self.raw,
            floor: self.copied,
            last: self.out.chars().next_back(),
            damaged: self.damaged,
            gaps: &self.gaps,
            gapped: self.gapped,
            wide,
        };
        let shift = place.read(at, &mut self.budget)?;
        self.copy_to(shift.span.start);
        let mut reading = String::new();
        for (character, raw) in &shift.characters {
            let start = self.out.len();
            self.out.push(*character);
            reading.push(SCRIPT.fold(*character));
            self.map.push(Run { clean: Span::new(start, self.out.len()), raw: *raw });
        }
        self.copied = shift.span.end;
        self.damaged = true;
        self.gapped |= !shift.torn.is_empty();
        self.diagnostics.push(diagnostic("shift", shift.span, &reading, shift.certainty));
        for (first, second) in shift.torn.iter().filter_map(|at| Some((shift.characters.get(*at)?, shift.characters.get(at + 1)?))) {
            let reading: String = [first.0, second.0].map(|character| SCRIPT.fold(character)).iter().collect();
            self.diagnostics.push(diagnostic("lost", Span::new(first.1.start, second.1.end), &reading, shift.certainty));
        }
        Some(shift.span.end)
    }

    fn replace(&mut self, kind: &str, raw: Span, character: char, certainty: u8) {
        self.copy_to(raw.start);
        let start = self.out.len();
        self.out.push(character);
        let clean = Span::new(start, self.out.len());
        self.map.push(Run { clean, raw });
        self.copied = raw.end;
        self.diagnostics.push(diagnostic(kind, raw, clean.of(&self.out), certainty));
    }

    fn copy_to(&mut self, at: usize) {
        if let Some(stretch) = self.raw.get(self.copied..at) {
            self.out.push_str(stretch);
            self.copied = at;
        }
    }
}
