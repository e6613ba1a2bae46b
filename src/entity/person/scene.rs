//! What stands where in a text, as far as names of persons need it.

use super::given;
use super::surnames::Surnames;
use super::words::{
    AFTER_FULL_NAMES, FORMS_OF_ADDRESS, FUNCTION_SURNAMES, LEADING, NOT_NAMES, PARTICLES, SEATS, SHORT_TITLES, after, is_verb, is_work,
};
use crate::context::{Context, Mention};
use crate::entity::Kind;
use crate::lexicon::Entry;
use crate::offsets::Offsets;
use crate::reading::tables::cohesion;
use crate::span::Span;
use crate::starts::{Start, Starts};
use crate::word_table::Words;
use std::cmp::Reverse;

/// A text with its titles, surnames and the names of bodies and places found before.
pub(super) struct Scene<'c> {
    pub(super) text: &'c str,
    pub(super) starts: &'c Starts,
    /// Ends of titles, with the starts of the titles that end there, the longest first.
    pub(super) title_before: Offsets<usize>,
    /// Starts of titles, with the ends of the titles that start there, the longest first.
    pub(super) title_after: Offsets<usize>,
    pub(super) surnames: Surnames<'c>,
    /// Ends of names of companies, bodies, zones and places, with their starts and kinds, the longest first.
    pub(super) house_before: Offsets<(usize, Kind)>,
    /// Stretches in which no person's name is: places, companies, dates … sorted by start, never overlapping; with whether places alone
    /// hold the stretch, for given names are places too (郑永康), and never figures (占三成).
    taken: Vec<(Span, bool)>,
    /// Starts and ends of the mentions found before: words begin and end there.
    edges: Offsets<()>,
    /// Starts of places.
    places: Offsets<()>,
}

/// A reading of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) span: Span,
    /// How much its characters look like a name.
    pub(super) looks: i32,
    /// How much the words after it tell that it is one.
    pub(super) after: i32,
}

/// A surname and what may be the given name behind it.
struct Pair {
    surname: Span,
    /// What the surname looks like, and whether it is an everyday word.
    looks: i32,
    everyday: bool,
    /// The two characters behind it.
    first: char,
    second: Option<char>,
    /// A given name of one character, of two, and one behind a blank: with their lengths in bytes and looks.
    given: [Option<(usize, i32)>; 3],
}

impl Pair {
    /// Whether one of the names looks like a name at least so much.
    fn looks(&self, least: i32) -> bool {
        self.given.iter().flatten().any(|(_, looks)| self.looks + looks >= least)
    }
}

/// What a surname says for a name, by its band; in the measure of [`given`].
const SURNAMES: [i32; 4] = [2, 2, -2, -3];

/// No more than this counts of a cohesion: two characters that stand together thirty times as often as by chance are one word.
const APART: i32 = 60;

impl<'c> Scene<'c> {
    pub(super) fn of(context: &'c Context<'_>, mentions: &[Mention]) -> Self {
        let text = context.text;
        let titles = context.hits.iter().filter(|hit| matches!(hit.entry, Entry::Title { .. }));
        let mut titles: Vec<Span> = titles.map(|hit| hit.span).collect();
        titles.extend(chiefs(context));
        titles.extend(lower(context));
        // the first that begins or ends at a place is the longest
        titles.sort_by_key(|title| (title.start, Reverse(title.end)));
        let title_before = Offsets::of(text.len(), titles.iter().map(|title| (title.end, title.start)));
        let title_after = Offsets::of(text.len(), titles.iter().map(|title| (title.start, title.end)));
        let mut taken: Vec<(Span, bool)> = Vec::new();
        let (mut edges, mut places, mut houses) = (Vec::new(), Vec::new(), Vec::new());
        for mention in mentions {
            let kind = mention.kind();
            if matches!(kind, Kind::Number | Kind::Ordinal | Kind::Industry) {
                continue;
            }
            // 校长白玉兰: a place that a title runs into is none.
            if kind == Kind::Place && ends_inside(text, &title_before, mention.span) {
                continue;
            }
            taken.push((mention.span, kind == Kind::Place));
            edges.extend([(mention.span.start, ()), (mention.span.end, ())]);
            if kind == Kind::Place {
                places.push((mention.span.start, ()));
            }
            if matches!(kind, Kind::Company | Kind::Organization | Kind::Zone | Kind::Place) {
                houses.push((mention.span.end, (mention.span.start, kind)));
                // 蓝湾药业(002566)|董事长: behind the code of its share the firm is still the house
                houses.extend(behind_code(text, mention.span).map(|end| (end, (mention.span.start, kind))));
            }
        }
        houses.sort_by_key(|(_, (start, _))| *start);
        let mut scene = Self {
            text,
            starts: context.starts,
            title_before,
            title_after,
            surnames: Surnames::of(context),
            house_before: Offsets::of(text.len(), houses),
            taken: Vec::new(),
            edges: Offsets::of(text.len(), edges),
            places: Offsets::of(text.len(), places),
        };
        taken.sort_by_key(|(span, _)| (span.start, span.end));
        for (span, place) in taken {
            match scene.taken.last_mut() {
                Some((last, places)) if span.start < last.end => {
                    last.end = last.end.max(span.end);
                    *places &= place;
                }
                _ => scene.taken.push((span, place)),
            }
        }
        scene
    }

    /// Whether a mention found before shares a byte with this stretch.
    pub(super) fn is_taken(&self, span: Span) -> bool {
        self.sharing(span).next().is_some()
    }

    /// As [`is_taken`](Self::is_taken), but a place behind the surname takes nothing: 郑永康.
    fn is_taken_from(&self, span: Span) -> bool {
        self.sharing(span).any(|(other, place)| !place || other.start <= span.start || other.end > span.end)
    }

    /// As [`is_taken`](Self::is_taken), but a place that is only a part of the name takes nothing: 总经理中山敬.
    pub(super) fn is_crossed(&self, span: Span) -> bool {
        self.sharing(span).any(|(other, place)| !place || !span.contains(other) || other == span)
    }

    /// The taken stretches that share a byte with this one.
    fn sharing(&self, span: Span) -> impl Iterator<Item = (Span, bool)> + '_ {
        let next = self.taken.partition_point(|(other, _)| other.end <= span.start);
        self.taken.iter().skip(next).copied().take_while(move |(other, _)| other.start < span.end)
    }

    pub(super) fn rest(&self, at: usize) -> &'c str {
        self.text.get(at..).unwrap_or_default()
    }

    pub(super) fn behind(&self, at: usize) -> &'c str {
        self.text.get(..at).unwrap_or_default()
    }

    /// How much [`after`](Self::after) tells at most.
    pub(super) const MOST_AFTER: i32 = 5;

    /// How much the words from `at` on tell that a name ends there, in the measure of [`given`].
    pub(super) fn after(&self, at: usize) -> i32 {
        let rest = self.rest(at);
        if let Some(weight) = after(rest).next() {
            return weight;
        }
        if self.title_after.holds(at) {
            // 龙山镇党委书记: the seat of a place follows, so the name is the place's.
            return if SEATS.begin(rest) { -8 } else { 4 };
        }
        if is_work(rest) {
            return -8;
        }
        let Some(next) = rest.chars().next() else { return 2 };
        let last = self.behind(at).chars().next_back().unwrap_or(' ');
        match next {
            ':' | '：' => 4,
            // 金山云(天津)分公司: a firm, not a person, has its place in brackets
            '(' | '（' if self.places.holds(at + next.len_utf8()) => -6,
            '(' | '（' => 3,
            ' ' | '\u{3000}' if rest.trim_start_matches([' ', '\u{3000}']).starts_with('摄') => 5,
            _ if is_dot(next) => -4,
            _ if !is_han(next) || self.edges.holds(at) => 2,
            '的' => 4,
            // 杨晓和、: before a sign, and before 同志, it is no particle
            _ if PARTICLES.holds(next) && self.goes_on(at + next.len_utf8()) => 3 - cohesion(last, next).min(APART) / 6,
            // 围绕 begins anew where 群围 is no word
            _ => {
                let goes_on = rest.chars().nth(1).map_or(0, |second| cohesion(next, second).min(APART) / 20);
                goes_on - 2 - cohesion(last, next).min(APART) / 6
            }
        }
    }

    /// Whether words follow that a particle may lead on to.
    fn goes_on(&self, at: usize) -> bool {
        self.rest(at).starts_with(|c: char| !matches!(c, '、' | '，' | ',' | '。' | '；' | ';' | ')' | '）' | '\n'))
            && !AFTER_FULL_NAMES.begin(self.rest(at))
            // 周望正|出席: nobody is just about to do what is told as done
            && !(self.behind(at).ends_with('正') && after(self.rest(at)).any(|weight| weight >= 4))
    }

    /// How much the words before `at` tell that a name begins there, in the same measure.
    pub(super) fn before(&self, at: usize) -> i32 {
        let Some(before) = self.behind(at).chars().next_back() else { return 4 };
        let first = self.rest(at).chars().next().unwrap_or(' ');
        match before {
            '、' => 3,
            '《' => -4,
            // 四|梁八柱: a figure counts what follows
            '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => -4,
            _ if is_dot(before) => -4,
            _ if before.is_ascii_alphanumeric() => 1,
            _ if !is_han(before) => 4,
            _ if self.edges.holds(at) => 2,
            '和' | '与' => 4,
            '的' => 1,
            _ if LEADING.holds(before) => 2 - cohesion(before, first).min(APART) * 3 / 10,
            _ => -cohesion(before, first).min(APART) * 3 / 10,
        }
    }

    /// Whether the text opens, or a sign stands, before `at`.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.behind(at).chars().next_back().is_none_or(|before| !is_han(before) && !before.is_ascii_alphanumeric())
    }

    /// The surnames at `at`, each with what may be the given name behind it.
    fn pairs_at(&self, at: usize) -> impl Iterator<Item = Pair> + '_ {
        self.surnames.at(at).filter_map(move |(length, band)| {
            let surname = Span::new(at, at + length);
            let mut name = surname.of(self.text).chars();
            let (only, compound) = (name.next()?, name.next().is_some());
            let everyday = !compound && FUNCTION_SURNAMES.holds(only);
            let looks = if compound { 2 } else { SURNAMES.get(usize::from(band)).copied().unwrap_or(-3) } - i32::from(everyday) * 2;
            let mut characters = self.rest(surname.end).chars();
            let (first, second) = (characters.next()?, characters.next());
            let one = given::single(first).map(|looks| (first.len_utf8(), looks - i32::from(everyday) * 2));
            let two = second.and_then(|second| given::double(first, second).map(|looks| (first.len_utf8() + second.len_utf8(), looks)));
            // 李 波: a blank makes a short name as wide as the long ones beside it.
            let blank = (matches!(first, ' ' | '\u{3000}' | '\u{a0}')).then_some(second).flatten();
            let spaced = blank.and_then(|given| given::single(given).map(|looks| (first.len_utf8() + given.len_utf8(), looks)));
            let spaced = spaced.filter(|(bytes, _)| !self.rest(surname.end + bytes).starts_with(is_han) || is_verb(self.rest(surname.end + bytes)));
            Some(Pair { surname, looks, everyday, first, second, given: [one, two, spaced] })
        })
    }

    /// Whether the characters behind a surname at `at` look like a given name so much: few words do.
    pub(super) fn may_be_named(&self, at: usize, least: i32) -> bool {
        self.pairs_at(at).any(|pair| pair.looks(least))
    }

    /// The likeliest name with a surname at `at`: characters first, then what follows.
    pub(super) fn name_at(&self, at: usize) -> Option<Name> {
        self.name_that_looks(at, i32::MIN)
    }

    /// As [`name_at`](Self::name_at), among those that look like a name at least so much.
    pub(super) fn name_that_looks(&self, at: usize, least: i32) -> Option<Name> {
        let mut best: Option<Name> = None;
        for pair in self.pairs_at(at) {
            let Pair { surname, looks: surname_looks, everyday, first, second, given: [one, two, spaced] } = pair;
            let rest = self.rest(surname.end);
            // What is asked from here on only takes from these looks: of most words no name is left.
            // 李先生, 王总经理, 王大妈: no given name follows.
            if !pair.looks(least) || FORMS_OF_ADDRESS.begin(rest) {
                continue;
            }
            // 曾任|丹东市市长
            if only_takes_office(surname.of(self.text)) && (self.places.holds(surname.end) || self.behind(at).ends_with(OFFICE_BEFORE)) {
                continue;
            }
            // 曾任, 曾先后
            if surname.of(self.text) == "曾" && matches!(first, '任' | '先' | '在' | '于' | '获' | '荣' | '就' | '供' | '兼' | '担') {
                continue;
            }
            if SHORT_TITLES.beginning(rest).any(|title| title.chars().nth(1).is_some()) {
                continue;
            }
            // 高|水平: an everyday word before a word of two characters is itself.
            let word = second.map_or(0, |second| cohesion(first, second).min(APART) / if everyday { 10 } else { 20 });
            let two = two.map(|(bytes, looks)| (bytes, looks - word));
            let last = surname.of(self.text).chars().next_back().unwrap_or(' ');
            let open = cohesion(last, first).min(APART) / 25;
            for (bytes, looks) in [one, two, spaced].into_iter().flatten() {
                if surname_looks + looks - open < least {
                    continue;
                }
                let end = surname.end + bytes;
                if self.rest(end).starts_with(is_dot) {
                    continue; // 古丽·…: the name goes on
                }
                // 尹弘和|省长: a particle seldom ends a name.
                let particle = self.behind(end).chars().next_back().is_some_and(|last| PARTICLES.holds(last)) && self.goes_on(end);
                let looks = surname_looks + looks - open - i32::from(particle) * 4;
                if looks < least {
                    continue;
                }
                // 赵勇|笑着回忆: no name ends inside a word that speaks.
                let last = self.behind(end).chars().next_back().map_or(end, |last| end - last.len_utf8());
                if last > surname.end && after(self.rest(last)).any(|weight| weight >= 5) {
                    continue;
                }
                let name = Name { span: Span::new(at, end), looks, after: self.after(end) };
                if best.is_none_or(|best| name.looks + name.after >= best.looks + best.after) {
                    best = Some(name);
                }
            }
        }
        let rest = self.rest(at);
        best.filter(|name| !is_verb(rest) && !NOT_NAMES.begin(rest) && !self.is_taken_from(name.span) && !self.behind(at).ends_with('《'))
    }

    /// A name written by sound: a run of characters for foreign sounds, with or without dots; `wide` takes rarer characters too.
    pub(super) fn foreign_at(&self, at: usize, wide: bool) -> Option<Name> {
        let (mut end, mut count, mut dots, mut word) = (at, 0, 0, 0);
        let rest = self.rest(at);
        for (offset, character) in rest.char_indices() {
            let here = at + offset;
            if is_dot(character) {
                if word == 0 {
                    break;
                }
                dots += 1;
                word = 0;
                continue;
            }
            let beside_dot = wide || dots > 0 || rest.get(offset..).is_some_and(|rest| rest.chars().take(6).any(is_dot));
            // 买买提·阿不拉: a sound too, between two others beside a dot.
            let sounds = given::sounds(character, beside_dot)
                || given::sounds_inside(character)
                    && beside_dot
                    && (word > 0 || rest.starts_with(given::SIMAYI))
                    && rest.get(offset..).and_then(|rest| rest.chars().nth(1)).is_some_and(|next| given::sounds(next, true) || is_dot(next))
                // 依明, 依敏: the last sound of a name
                || character == '明' && self.behind(here).ends_with(['依', '伊', '买']);
            if !sounds || (word > 1 && is_verb(self.rest(here))) {
                break;
            }
            word += 1;
            count += 1;
            end = here + character.len_utf8();
            if count > 24 {
                return None;
            }
        }
        if word == 0 && dots > 0 {
            dots -= 1; // a dot that closes the run belongs to something else
        }
        (count >= 2).then(|| Name { span: Span::new(at, end), looks: count.min(4) + dots * 4, after: self.after(end) })
    }
}

/// End of the bracket with the code of a share behind a name.
fn behind_code(text: &str, name: Span) -> Option<usize> {
    const DIGITS: usize = 6;
    let inside = text.get(name.end..)?.strip_prefix(['(', '（'])?;
    let rest = inside.trim_start_matches(|c: char| c.is_ascii_digit());
    let closed = rest.strip_prefix([')', '）'])?;
    (inside.len() - rest.len() == DIGITS).then(|| text.len() - closed.len())
}

/// Officers of firms, whatever they are for: 首席传播官, 首席增长官.
fn chiefs<'c>(context: &'c Context<'_>) -> impl Iterator<Item = Span> + 'c {
    /// How many characters stand between the two at most.
    const LONGEST: usize = 5;
    context.starts.of(Start::Leader).filter_map(|at| {
        let behind = context.text.get(at..)?.strip_prefix(CHIEF)?;
        let from = at + CHIEF.len();
        let mut behind = behind.char_indices().take(LONGEST + 1).take_while(|(_, c)| is_han(*c) && !matches!(c, '的' | '和' | '与'));
        let (office, _) = behind.find(|(index, c)| *index >= '某'.len_utf8() && *c == '官')?;
        Some(Span::new(at, from + office + '官'.len_utf8()))
    })
}

/// Titles of Latin letters as some sites write them: 蓝湾集团ceo李川.
fn lower<'c>(context: &'c Context<'_>) -> impl Iterator<Item = Span> + 'c {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let whole = move |(at, title): &(usize, &&'static str)| {
        let before = context.text.get(..*at).and_then(|before| before.chars().next_back());
        let after = context.text.get(at + title.len()..).and_then(|after| after.chars().next());
        !latin(before) && after.is_some_and(is_han)
    };
    LOWER.found_at(context.text, context.starts.of(Start::Leader)).filter(whole).map(|(at, title)| Span::new(at, at + title.len()))
}

/// Such titles.
pub(super) static LOWER: Words<&str> = Words::of(&["ceo", "cto", "cfo", "coo"]);

/// What the titles of such officers begin with.
pub(super) const CHIEF: &str = "首席";

/// What stands before 任 where it is no surname.
const OFFICE_BEFORE: [char; 12] = ['现', '曾', '历', '兼', '出', '担', '时', '起', '今', '月', '年', '后'];

/// Whether the surname is what somebody becomes something by.
fn only_takes_office(surname: &str) -> bool {
    surname == "任"
}

/// Whether a title that begins before the span ends inside it.
fn ends_inside(text: &str, title_before: &Offsets<usize>, span: Span) -> bool {
    let inner = span.of(text).char_indices().skip(1).map(|(at, _)| span.start + at);
    inner.into_iter().any(|end| title_before.get(end).is_some_and(|start| *start < span.start))
}

/// The signs that part the names of foreigners.
pub(super) const DOTS: [&str; 5] = ["·", "•", "・", "‧", "∙"];

pub(super) fn is_dot(character: char) -> bool {
    matches!(character, '·' | '•' | '・' | '‧' | '∙')
}

pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '〇')
}
