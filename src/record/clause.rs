//! Paragraphs, sentences and clauses of the repaired text: the frame in which a figure finds its subject, period and measure.
//!
//! Four levels, each a contiguous run of the next one below:
//!
//! | level | ends at |
//! | --- | --- |
//! | paragraph | a line end, a part of the page, two or more spaces behind a sentence |
//! | sentence | 。 ! ? and a following closing quote or bracket |
//! | segment | ; |
//! | clause | , : — and everything above |
//!
//! Each level also ends where it reaches its [limit](crate::limits).
//!
//! Punctuation inside brackets and inside numbers ends nothing: `(人民币,下同)`, `1,200`, `9:30`. The 、 of a list ends nothing either.

use crate::context::Context;
use crate::han_set::{character_at, past_ideographs};
use crate::limits::{CLAUSE, PARAGRAPH, Reached, SENTENCE};
use crate::reading::{Part, PartKind};
use crate::record::modality::Moods;
use crate::span::Span;
use crate::starts::{Start, Starts, Told};
use std::cell::OnceCell;

/// A clause and where it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// The words without the mark that ends them.
    pub(crate) span: Span,
    /// Number of the segment (what stands between semicolons) in the whole text.
    pub(crate) segment: usize,
    /// Number of the sentence in the whole text.
    pub(crate) sentence: usize,
    /// Number of the paragraph in the whole text.
    pub(crate) paragraph: usize,
    /// What the part of the page is that holds it.
    pub(crate) part: PartKind,
    /// The mark that ends it; a line end or the end of the text counts as `'\n'`.
    pub(crate) mark: char,
    /// The words that it may tell, by their tables.
    pub(crate) told: Told,
}

/// All clauses of a text in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clauses {
    list: Vec<Clause>,
    /// For each clause the words that colour it, once they have been asked for.
    moods: Vec<OnceCell<Moods>>,
}

/// Marks that end a sentence. A run of dots (……) ends none: the thought goes on or the line ends anyway.
const SENTENCE_MARKS: [char; 5] = ['。', '!', '！', '?', '？'];
/// Marks that end a segment.
const SEGMENT_MARKS: [char; 2] = [';', '；'];
/// Marks that end a clause.
const CLAUSE_MARKS: [char; 5] = [',', '，', ':', '：', '—'];
/// Quotes and brackets that belong to the sentence before them.
const CLOSING: [char; 10] = ['”', '’', '"', '」', '』', '）', ')', '】', '》', '〉'];
/// Brackets inside which nothing ends, with their partners.
const BRACKETS: [(char, char); 4] = [('(', ')'), ('（', '）'), ('《', '》'), ('[', ']')];
/// A bracket that has not closed after this many characters is taken for a stray one.
const BRACKET_REACH: usize = 80;

impl Clauses {
    /// Splits a text. Furniture is left out; without parts the whole text is body.
    pub(crate) fn of(text: &str, parts: &[Part], reached: &mut Reached) -> Self {
        let mut clauses = Self::default();
        let whole = [Part { span: Span::new(0, text.len()), kind: PartKind::Body }];
        let parts = if parts.is_empty() { &whole[..] } else { parts };
        let (kind, lengths) = (PartKind::Body, Lengths::default());
        let mut split = Splitter { text, out: &mut clauses.list, segment: 0, sentence: 0, paragraph: 0, kind, lengths, reached };
        for part in parts.iter().filter(|part| part.kind != PartKind::Furniture) {
            split.part(*part);
        }
        clauses.moods.resize_with(clauses.list.len(), OnceCell::new);
        clauses
    }

    /// The same, with what each tells by its words.
    pub(crate) fn told_by(mut self, starts: &Starts) -> Self {
        let told: Vec<Told> = starts.told_in(self.list.iter().map(|clause| clause.span)).collect();
        self.list.iter_mut().zip(told).for_each(|(clause, told)| clause.told = told);
        self
    }

    /// The clauses in order.
    pub(crate) fn list(&self) -> &[Clause] {
        &self.list
    }

    /// Index of the clause that holds the byte `at`, or of the last one that starts before it.
    pub(crate) fn index_at(&self, at: usize) -> Option<usize> {
        self.list.partition_point(|clause| clause.span.start <= at).checked_sub(1)
    }

    /// The clause that holds the byte `at`, or the last one that starts before it.
    pub(crate) fn at(&self, at: usize) -> Option<&Clause> {
        self.index_at(at).and_then(|index| self.list.get(index))
    }

    /// The words that colour a clause of the text, looked for once.
    pub(crate) fn moods(&self, context: &Context<'_>, clause: &Clause) -> &Moods {
        static NONE: Moods = Moods::NONE;
        if !clause.told.may_hold(Start::Colour) {
            return &NONE;
        }
        let cell = self.index_at(clause.span.start).and_then(|index| self.moods.get(index));
        cell.map_or(&NONE, |cell| cell.get_or_init(|| Moods::of(context, clause.span)))
    }

    /// From the first byte of the sentence that holds the clause to its last.
    pub(crate) fn sentence(&self, index: usize) -> Span {
        self.around(index, |clause| clause.sentence)
    }

    /// From the first byte of the stretch between semicolons that holds the clause to its last.
    pub(crate) fn segment(&self, clause: &Clause) -> Span {
        self.index_at(clause.span.start).map_or(clause.span, |index| self.around(index, |clause| clause.segment))
    }

    /// From the first byte of the paragraph that holds the clause to its last.
    pub(crate) fn paragraph(&self, index: usize) -> Span {
        self.around(index, |clause| clause.paragraph)
    }

    /// Where the sentence of a clause starts.
    pub(crate) fn sentence_start(&self, clause: &Clause) -> usize {
        let first = self.list.partition_point(|other| other.sentence < clause.sentence);
        self.list.get(first).map_or(clause.span.start, |first| first.span.start)
    }

    fn around(&self, index: usize, level: impl Fn(&Clause) -> usize) -> Span {
        let Some(here) = self.list.get(index) else { return Span::new(0, 0) };
        let number = level(here);
        let first = self.list.partition_point(|clause| level(clause) < number);
        let end = self.list.partition_point(|clause| level(clause) <= number);
        let last = end.checked_sub(1).and_then(|last| self.list.get(last)).unwrap_or(here);
        Span::new(self.list.get(first).unwrap_or(here).span.start, last.span.end)
    }
}

struct Splitter<'t, 'o> {
    text: &'t str,
    out: &'o mut Vec<Clause>,
    segment: usize,
    sentence: usize,
    paragraph: usize,
    kind: PartKind,
    lengths: Lengths,
    reached: &'o mut Reached,
}

/// Characters so far.
#[derive(Default)]
struct Lengths {
    clause: usize,
    sentence: usize,
    paragraph: usize,
}

impl Lengths {
    /// So many characters more.
    fn add(&mut self, count: usize) {
        self.clause += count;
        self.sentence += count;
        self.paragraph += count;
    }
}

/// How much ends at a mark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Clause,
    Segment,
    Sentence,
    Paragraph,
}

impl Splitter<'_, '_> {
    fn part(&mut self, part: Part) {
        self.kind = part.kind;
        let words = part.span.of(self.text);
        let base = part.span.start;
        let (mut start, mut before) = (0, ' ');
        let mut shut_until = 0; // inside a bracket that closes there
        let mut next_at = 0;
        loop {
            // an ideograph neither opens nor ends anything
            let mut room = CLAUSE.saturating_sub(self.lengths.clause);
            let at = past_ideographs(words, next_at, |_, ideograph| {
                let full = room == 0;
                if !full {
                    (room, before) = (room - 1, ideograph);
                }
                full
            });
            self.lengths.add((at - next_at) / '一'.len_utf8());
            let Some(c) = character_at(words, at) else { break };
            next_at = at + c.len_utf8();
            let plain = matches!(c, '\u{3400}'..='\u{9FFF}');
            let next = character_at(words, next_at);
            if at >= shut_until && !plain {
                if let Some((_, close)) = BRACKETS.iter().find(|(open, _)| *open == c) {
                    shut_until = close_of(words, at, *close).unwrap_or(shut_until);
                }
            }
            let marked = if c == '\n' {
                Some(Level::Paragraph)
            } else if at < shut_until || plain {
                None
            } else {
                ends(c, before, next)
            };
            if let Some(mut level) = self.limited(marked, Span::new(base + start, base + at)) {
                let end = at;
                let mut after = if marked.is_some() { next_at } else { at };
                if level == Level::Sentence {
                    // closing quotes and further marks belong to this sentence; a wide gap behind it is a new paragraph
                    while let Some(c) = character_at(words, next_at).filter(|c| CLOSING.contains(c) || SENTENCE_MARKS.contains(c)) {
                        next_at += c.len_utf8();
                        after = next_at;
                    }
                    let rest = words.get(after..).unwrap_or_default();
                    if rest.chars().take(2).filter(|c| c.is_whitespace()).count() == 2 {
                        level = Level::Paragraph;
                    }
                }
                self.push(Span::new(base + start, base + end), c, level);
                start = after;
            }
            before = c;
        }
        self.push(Span::new(base + start, base + words.len()), '\n', Level::Paragraph);
    }

    /// What ends before or at the next character: what its mark says, or more where a limit is reached.
    fn limited(&mut self, marked: Option<Level>, clause: Span) -> Option<Level> {
        self.lengths.add(1);
        let mut level = marked;
        if level.is_none() && self.lengths.clause > CLAUSE {
            self.reached.note("clause", clause);
            level = Some(Level::Clause);
        }
        if level.is_some_and(|level| level < Level::Sentence) && self.lengths.sentence > SENTENCE {
            self.reached.note("sentence", clause);
            level = Some(Level::Sentence);
        }
        if level == Some(Level::Sentence) && self.lengths.paragraph > PARAGRAPH {
            self.reached.note("paragraph", clause);
            level = Some(Level::Paragraph);
        }
        level
    }

    fn push(&mut self, span: Span, mark: char, level: Level) {
        let words = span.of(self.text).trim_end_matches('—');
        let lead = words.len() - words.trim_start().len();
        let span = Span::new(span.start + lead, span.start + lead + words.trim().len());
        if !span.is_empty() {
            let (segment, sentence, paragraph) = (self.segment, self.sentence, self.paragraph);
            self.out.push(Clause { span, segment, sentence, paragraph, part: self.kind, mark, told: Told::ANY });
        }
        self.lengths.clause = 0;
        if level >= Level::Sentence {
            self.lengths.sentence = 0;
        }
        if level == Level::Paragraph {
            self.lengths.paragraph = 0;
        }
        self.segment += usize::from(level >= Level::Segment);
        self.sentence += usize::from(level >= Level::Sentence);
        self.paragraph += usize::from(level >= Level::Paragraph);
    }
}

/// What ends at this character, seen between its neighbours.
fn ends(c: char, before: char, next: Option<char>) -> Option<Level> {
    let next_digit = next.is_some_and(|c| c.is_ascii_digit());
    let in_number = before.is_ascii_digit() && next_digit;
    if SENTENCE_MARKS.contains(&c) {
        (!in_number).then_some(Level::Sentence) // 1。12亿 is a damaged decimal point
    } else if SEGMENT_MARKS.contains(&c) {
        Some(Level::Segment)
    } else if CLAUSE_MARKS.contains(&c) {
        let inside = match c {
            ',' | ':' => in_number,
            // — joins names and ranges (威海—日本, 1—6月); two of them set a remark apart
            '—' => before != '—' || in_number,
            _ => false,
        };
        (!inside).then_some(Level::Clause)
    } else {
        None
    }
}

/// Where the bracket at `open` closes, on the same line and not too far.
fn close_of(words: &str, open: usize, close: char) -> Option<usize> {
    let rest = words.get(open..)?;
    rest.char_indices().take(BRACKET_REACH).take_while(|(_, c)| *c != '\n').find(|(_, c)| *c == close).map(|(at, _)| open + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, usize, usize, usize)> {
        let clauses = Clauses::of(text, &[], &mut Reached::default());
        clauses.list().iter().map(|c| (c.span.of(text), c.segment, c.sentence, c.paragraph)).collect()
    }

    #[test]
    fn levels() {
        assert_eq!(
            words("甲县签约8个,总投资1,200亿元;乙县3个。“好。”丙县"),
            [("甲县签约8个", 0, 0, 0), ("总投资1,200亿元", 0, 0, 0), ("乙县3个", 1, 0, 0), ("“好", 2, 1, 0), ("丙县", 3, 2, 0)]
        );
        assert_eq!(words("甲。\u{3000}\u{3000}乙\n丙"), [("甲", 0, 0, 0), ("乙", 1, 1, 1), ("丙", 2, 2, 2)]);
    }

    #[test]
    fn brackets_and_numbers_hold_together() {
        assert_eq!(words("总额298亿元(人民币,下同),增长5%").len(), 2);
        assert_eq!(words("上午9:30开工(未完,待续").len(), 2, "a stray bracket shuts nothing");
        assert_eq!(words("1。12亿美元").len(), 1);
        assert_eq!(words("1—6月,威海—日本").len(), 2);
        assert_eq!(words("甲——乙").len(), 2);
    }

    #[test]
    fn a_level_ends_where_it_reaches_its_limit() {
        let mut reached = Reached::default();
        let text = "项目".repeat(CLAUSE);
        let clauses = Clauses::of(&text, &[], &mut reached);
        assert_eq!(clauses.list().iter().map(|clause| clause.span.of(&text).chars().count()).collect::<Vec<_>>(), [CLAUSE, CLAUSE]);
        let text = "项目,".repeat(PARAGRAPH);
        let clauses = Clauses::of(&text, &[], &mut reached);
        let longest = |level: fn(&Clauses, usize) -> Span| {
            (0..clauses.list().len()).step_by(50).map(|index| level(&clauses, index).of(&text).chars().count()).max()
        };
        assert!(longest(Clauses::sentence).is_some_and(|most| (SENTENCE..SENTENCE + 10).contains(&most)));
        assert!(longest(Clauses::paragraph).is_some_and(|most| (PARAGRAPH..PARAGRAPH + SENTENCE).contains(&most)));
        let mut whole = Clauses::of("甲县签约8个,总投资3亿元。", &[], &mut reached);
        assert_eq!(whole.list.pop().map(|clause| clause.sentence), Some(0));
    }

    #[test]
    fn levels_are_found_from_a_byte() {
        let text = "甲1个,乙2个;丙3个。丁4个\n戊5个";
        let clauses = Clauses::of(text, &[], &mut Reached::default());
        let index = clauses.index_at(text.find('丙').unwrap()).unwrap();
        assert_eq!(clauses.sentence(index).of(text), "甲1个,乙2个;丙3个");
        assert_eq!(clauses.paragraph(index).of(text), "甲1个,乙2个;丙3个。丁4个");
        assert_eq!(clauses.at(0).map(|c| c.mark), Some(','));
        assert!(Clauses::of("", &[], &mut Reached::default()).at(0).is_none());
    }
}
