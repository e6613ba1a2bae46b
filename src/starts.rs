//! Where the words may begin that recognisers start from, found for all their tables in one walk through the text.
//!
//! A recogniser that looks for the words of its tables by itself walks the whole text to find next to nothing. All such tables are known here by
//! the first two characters of their words: what stands at a place of the text costs one look, whatever the number of tables. The recogniser
//! is told the places of its own and compares its words there.

use crate::entity::{company, industry, organization, person, project, zone};
use crate::record;
use crate::span::Span;
use crate::word_table::{Character, NO_OTHER, first, pair, spread};
use once_cell::sync::Lazy;

/// What recognisers look for in the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// 等, which closes a list.
    Others,
    /// A bracket opens.
    Bracket,
    /// What a person does, as it is said behind the name.
    Saying,
    /// 记者, 责任编辑
    Credit,
    /// 摄, which closes the credit of a picture.
    Picture,
    /// What tells behind a name whether its bearer is a man: ，男 and 先生.
    Sex,
    /// 导演, 主教练
    Calling,
    /// 市领导
    Leader,
    /// A dot inside a foreign name.
    Dot,
    /// 有限公司, 集团
    CompanyEnding,
    /// The last two characters of 图书店, 大药房.
    Shop,
    /// A firm known by its name.
    KnownCompany,
    /// A group of the state, behind which its firms are named.
    StateFirm,
    /// A trade that short names of firms end in.
    Trade,
    /// 负责人, behind a list of firms.
    ListHead,
    /// 子公司
    Kin,
    /// 由
    Agency,
    /// 家企业, which counts a list of firms.
    CountedFirms,
    /// 为龙头
    Leading,
    /// 董事长
    Post,
    /// 签约
    Deal,
    /// 计划投资, behind who invests.
    Investing,
    /// 龙头企业
    FirmNoun,
    /// 制造商——
    DashedNoun,
    /// A type that makes a brand the name of an area.
    Area,
    /// A name, an office or a tail of a body.
    Body,
    /// 来源：
    Source,
    /// What a dateline closes with behind its day.
    Wire,
    /// The last two characters of 开发区, 产业园.
    ZoneEnding,
    /// 雄安
    ZoneName,
    /// A head, a facility or a phase.
    Project,
    /// 产业, 行业
    Sector,
    /// What colours a statement: 计划, 力争.
    Colour,
    /// The steps of a project: 签约, 投产.
    Stage,
    /// 全市, 该公司
    Deictic,
    /// 据介绍, behind who tells.
    Sourced,
    /// 建成后
    Afterwards,
    /// 重点项目
    Plural,
    /// 一批
    Batch,
    /// 分别为
    Each,
    /// 其中
    Among,
    /// 即将
    Soon,
}

/// So many tables, one bit of a set for each.
const TABLES: usize = Start::Soon as usize + 1;

/// A set of tables.
type Tables = u64;

/// The tables of which a word may stand in a stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told(Tables);

impl Told {
    /// Those of a stretch that nobody has looked through.
    pub(crate) const ANY: Self = Self(Tables::MAX);

    /// Whether a word of this table may stand there.
    #[inline]
    pub(crate) fn may_hold(self, start: Start) -> bool {
        self.0 >> start as u32 & 1 != 0
    }
}

/// News has a place for so many bytes.
const BYTES_A_PLACE: usize = 12;

/// Tells the words of a table.
pub(crate) type Learn<'l> = &'l mut dyn FnMut(Start, &str);

/// The words of all tables.
fn tell(learn: Learn<'_>) {
    learn(Start::Others, "等");
    learn(Start::Bracket, "(");
    learn(Start::Bracket, "（");
    person::starts(learn);
    company::starts(learn);
    organization::starts(learn);
    zone::starts(learn);
    project::starts(learn);
    industry::starts(learn);
    record::starts(learn);
}

/// The tables that have words with the same two first characters, by these characters.
struct Index {
    /// A bit for the first character of each word, for each word of one character, and for each pair: nearly all places of a text are passed
    /// over by them.
    outer: [u64; OUTER / 64],
    alone: [u64; OUTER / 64],
    known: Vec<u64>,
    /// Open addressing: two characters and their tables; no tables where a slot is free.
    slots: Vec<((Character, Character), Tables)>,
}

/// Slots for pairs of characters, and bits before them: a power of two, several times as many as there are pairs.
const SLOTS: usize = 1 << 13;
const BITS: usize = 1 << 16;
/// Bits for single characters, several times as many as words begin with.
const OUTER: usize = 1 << 13;

static INDEX: Lazy<Index> = Lazy::new(|| {
    let (outer, alone, known) = ([0; OUTER / 64], [0; OUTER / 64], vec![0; BITS / 64]);
    let mut index = Index { outer, alone, known, slots: vec![((NO_OTHER, NO_OTHER), 0); SLOTS] };
    tell(&mut |start, word| {
        let outer = first(word.as_bytes());
        index.learn(outer, first(word.as_bytes().get(outer.1..).unwrap_or_default()), 1 << start as u32);
    });
    index
});

impl Index {
    fn learn(&mut self, outer: Character, inner: Character, tables: Tables) {
        let hash = pair(outer, inner) as usize;
        set(&mut self.outer, place_of(outer));
        if inner == NO_OTHER {
            set(&mut self.alone, place_of(outer));
        }
        set(&mut self.known, hash % BITS);
        let free = probes(hash).find(|at| self.slots.get(*at).is_some_and(|(held, tables)| *tables == 0 || *held == (outer, inner)));
        if let Some(slot) = free.and_then(|at| self.slots.get_mut(at)) {
            *slot = ((outer, inner), slot.1 | tables);
        }
    }

    /// The tables of which a word begins with these two characters or is the first of them.
    #[inline]
    fn tables(&self, outer: Character, inner: Character) -> Tables {
        if !is_set(&self.outer, place_of(outer)) {
            return 0;
        }
        let alone = if is_set(&self.alone, place_of(outer)) { self.of_pair(outer, NO_OTHER) } else { 0 };
        alone | self.of_pair(outer, inner)
    }

    /// The tables of which a word begins with these two characters, or is the first where there is no second.
    #[inline]
    fn of_pair(&self, outer: Character, inner: Character) -> Tables {
        let hash = pair(outer, inner) as usize;
        if !is_set(&self.known, hash % BITS) {
            return 0;
        }
        let slots = probes(hash).map_while(|at| self.slots.get(at).filter(|(_, tables)| *tables != 0));
        slots.into_iter().find(|(held, _)| *held == (outer, inner)).map_or(0, |(_, tables)| *tables)
    }
}

#[inline]
fn is_set(bits: &[u64], at: usize) -> bool {
    bits.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 != 0)
}

fn set(bits: &mut [u64], at: usize) {
    if let Some(word) = bits.get_mut(at / 64) {
        *word |= 1 << (at % 64);
    }
}

/// The bit for a character.
#[inline]
fn place_of(outer: Character) -> usize {
    spread(outer) as usize >> 19
}

/// The slots in which a pair may stand, in the order in which they are tried.
#[inline]
fn probes(hash: usize) -> impl Iterator<Item = usize> {
    (0..SLOTS).map(move |step| (hash + step) % SLOTS)
}

/// The places of a text at which words of the tables may begin.
#[derive(Clone, Debug, Default)]
pub(crate) struct Starts {
    /// All places in order, each with its tables.
    found: Vec<(usize, Tables)>,
    /// The places of each table in order, one table behind the other.
    places: Vec<usize>,
    /// Where the places of each table end.
    ends: Vec<usize>,
}

impl Starts {
    /// Walks through the text.
    pub(crate) fn in_text(text: &str) -> Self {
        let index = &*INDEX;
        let mut found: Vec<(usize, Tables)> = Vec::with_capacity(text.len() / BYTES_A_PLACE);
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut outer = first(bytes);
        while outer.1 != 0 {
            let next = at + outer.1;
            let inner = first(bytes.get(next..).unwrap_or_default());
            let tables = index.tables(outer, inner);
            if tables != 0 {
                found.push((at, tables));
            }
            (at, outer) = (next, inner);
        }
        Self::by_table(found)
    }

    /// Deals the places out to their tables.
    fn by_table(found: Vec<(usize, Tables)>) -> Self {
        let mut ends = vec![0; TABLES];
        for (_, tables) in &found {
            each(*tables, |table| ends.get_mut(table).into_iter().for_each(|count| *count += 1));
        }
        let mut total = 0;
        for end in &mut ends {
            // where the table begins; each of its places puts its end one further
            total += std::mem::replace(end, total);
        }
        let mut places = vec![0; total];
        for (at, tables) in &found {
            each(*tables, |table| {
                let Some(end) = ends.get_mut(table) else { return };
                if let Some(place) = places.get_mut(*end) {
                    *place = *at;
                }
                *end += 1;
            });
        }
        Self { found, places, ends }
    }

    /// Where words of this table may begin, in order: everywhere one does, and where another word has the same two first characters.
    pub(crate) fn of(&self, start: Start) -> impl Iterator<Item = usize> + '_ {
        self.table(start).iter().copied()
    }

    /// As [`of`](Self::of), in a stretch of the text and counted from where it begins.
    pub(crate) fn within(&self, start: Start, span: Span) -> impl Iterator<Item = usize> + '_ {
        let places = if span.is_empty() { &[] } else { self.table(start) };
        let first = places.partition_point(|at| *at < span.start);
        places.get(first..).unwrap_or_default().iter().take_while(move |at| **at < span.end).map(move |at| *at - span.start)
    }

    /// What each of some stretches of the text tells, which stand one behind the other.
    pub(crate) fn told_in(&self, stretches: impl Iterator<Item = Span>) -> impl Iterator<Item = Told> {
        let mut places = self.found.iter().peekable();
        stretches.map(move |stretch| {
            while places.next_if(|(at, _)| *at < stretch.start).is_some() {}
            let here = std::iter::from_fn(|| places.next_if(|(at, _)| *at < stretch.end));
            Told(here.fold(0, |told, (_, tables)| told | tables))
        })
    }

    fn table(&self, start: Start) -> &[usize] {
        let table = start as usize;
        let from = table.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(table).copied().unwrap_or_default();
        self.places.get(from..end).unwrap_or_default()
    }
}

/// Each table of a set.
#[inline]
fn each(mut tables: Tables, mut visit: impl FnMut(usize)) {
    while tables != 0 {
        visit(tables.trailing_zeros() as usize);
        tables &= tables - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_every_table_is_told_where_it_begins() {
        let mut words: Vec<(Start, String)> = Vec::new();
        tell(&mut |start, word| words.push((start, word.to_owned())));
        assert!(INDEX.slots.iter().filter(|(_, tables)| *tables != 0).count() * 2 < SLOTS);
        for (start, word) in words {
            let text = format!("，{word}在");
            assert!(Starts::in_text(&text).of(start).any(|at| at == '，'.len_utf8()), "{word}");
            assert!(Starts::in_text(&word).of(start).any(|at| at == 0), "{word}");
        }
        assert_eq!(Starts::in_text("蓝湾公司(简称蓝湾)等").of(Start::Others).collect::<Vec<_>>(), [26]);
        assert_eq!(Starts::in_text("").of(Start::Others).count(), 0);
        let starts = Starts::in_text("蓝湾公司(简称蓝湾)等");
        let told: Vec<bool> = starts.told_in([Span::new(0, 26), Span::new(26, 29)].into_iter()).map(|told| told.may_hold(Start::Others)).collect();
        assert_eq!(told, [false, true]);
        assert_eq!(starts.within(Start::Others, Span::new(20, 29)).collect::<Vec<_>>(), [6]);
    }
}
