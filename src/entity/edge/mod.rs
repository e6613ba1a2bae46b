//! The left edge of a name that is recognised by its tail.
//!
//! 有限公司, 协会, 产业园 say where a name ends; where it begins is told by what stands before it: punctuation, a verb (落户), a general noun
//! (龙头企业), a particle (的), a party word (与, 和), a measure, or the place that opens most names. [`left`] walks back from the tail to the
//! first of these and then lets the earliest place open the name. The walk is bounded, so the cost of a text is linear in its tails.

mod words;

use crate::lexicon::{Entry, Hit};
use crate::seek::any;
use crate::span::Span;
use crate::word_index::WordIndex;
use crate::word_table::{Words, words};
use once_cell::sync::Lazy;

/// What a walk ended at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wall {
    /// Punctuation, a quote, a gap, a figure, or an end of the text.
    Mark,
    /// 落户, 收购, 近日
    Verb,
    /// 企业, 项目, 董事长
    Noun,
    /// 的, 是, 在
    Particle,
    /// 与, 和, 由
    Party,
    /// The floor that the caller gave: a mention that the name cannot reach into.
    Floor,
    /// Nothing within reach: the edge is a guess.
    Reach,
}

/// Where a name begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    /// First byte of the name.
    pub(crate) start: usize,
    /// Where the walk ended, before the earliest place was taken as the opening.
    pub(crate) walked: usize,
    /// What stands before it.
    pub(crate) wall: Wall,
    /// The place that opens the name, if one does.
    pub(crate) place: Option<Span>,
}

/// How far back a name may begin, in characters.
const REACH: usize = 28;

/// How many bytes the name of a firm that holds a stop word has before it at most.
const LONGEST_FIRM: usize = 12;

/// How many characters a stop word has at most that ends a walk.
const LONGEST_STOP: usize = 4;

static STOPS: Lazy<WordIndex<'static, Wall>> =
    Lazy::new(|| WordIndex::by_beginning(words::TABLES.iter().flat_map(|(wall, words)| words.split_whitespace().map(|word| (word, *wall)))));
/// The same by their last characters, as far as [`stop`] reads back.
static STOPS_BEHIND: Lazy<WordIndex<'static, Wall>> = Lazy::new(|| {
    let words = words::TABLES.iter().flat_map(|(_, words)| words.split_whitespace()).filter(|word| word.chars().count() <= LONGEST_STOP);
    // Of a word that stands in several tables the last one counts.
    WordIndex::by_ending(words.filter_map(|word| Some((word, *STOPS.get(word)?))))
});
static SHIELDS: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::of(words::SHIELDS));

/// Where the name begins whose tail starts at `tail`; it never begins before `floor`.
///
/// `hits` are those of the whole text. `nouns` says whether general nouns end the name: they do for companies and parks, and do not for
/// bodies whose own names are made of them (中国企业联合会).
pub(crate) fn left(text: &str, hits: &[Hit<'_>], tail: usize, floor: usize, nouns: bool) -> Left {
    let (start, wall) = walk(text, hits, tail, floor, nouns);
    let start = without_have(text, start, tail);
    let start = without_office(text, hits, start, tail, wall);
    // 国浩北辰律师: behind a mark a county's short name inside the name opens nothing.
    let marked = matches!(wall, Wall::Mark | Wall::Party);
    let place = opening_place(hits, start, tail, marked);
    match place {
        Some(place) if place.start > start && !keeps_front(text, hits, Span::new(start, place.start)) => {
            Left { start: place.start, walked: start, wall, place: Some(place) }
        }
        place => Left { start, walked: start, wall, place: place.filter(|place| place.start == start) },
    }
}

/// 1987年任|江西理工大学, 至今|蓝湾集团, ，任|蓝湾集团: behind a date and where a clause goes on, what somebody holds is told by a verb.
fn without_office(text: &str, hits: &[Hit<'_>], start: usize, tail: usize, wall: Wall) -> usize {
    let (before, stem) = (text.get(..start).unwrap_or_default(), text.get(start..tail).unwrap_or_default());
    let led = match stem.chars().next() {
        Some('今') => before.ends_with('至'),
        Some('任') => wall == Wall::Floor || before.ends_with(['，', ',', '今', '起', '间']),
        _ => false,
    };
    if !led || words!["任子行", "任天堂"].begin(stem) || stem.chars().nth(2).is_none() {
        return start;
    }
    let placed = starting_at(hits, start, tail).any(is_place);
    if placed { start } else { start + stem.chars().next().map_or(0, char::len_utf8) }
}

/// 全县有|晶龙集团: a verb before the name; brands with 有 have two characters (有赞, 有研).
fn without_have(text: &str, start: usize, tail: usize) -> usize {
    // 望川高新区有|蓝湾药业: an area has the firm
    let areas = words!["区有", "园有", "市有", "县有", "省有", "镇有", "州有"].found_in(text.get(start..tail).unwrap_or_default());
    let owned = areas.map(|(at, word)| start + at + word.len() - "有".len());
    let owned = owned.filter(|have| *have > start && text.get(*have..).is_some_and(|stem| !HAVING.begin(stem))).last();
    let start = owned.unwrap_or(start);
    let stem = text.get(start..tail).unwrap_or_default();
    let rest = stem.strip_prefix('有').filter(|rest| rest.chars().nth(1).is_some() && !HAVING.begin(stem));
    rest.map_or(start, |rest| tail - rest.len())
}

/// Words with 有 that names begin with.
static HAVING: Words<&str> = Words::of(&["有色", "有机", "有线", "有轨", "有声", "有氧", "有源", "有棵树"]);

fn walk(text: &str, hits: &[Hit<'_>], tail: usize, floor: usize, nouns: bool) -> (usize, Wall) {
    let mut at = tail;
    for taken in 0..REACH {
        let behind = text.get(..at).unwrap_or_default();
        let Some(last) = behind.chars().next_back() else { return (at, Wall::Mark) };
        if at <= floor {
            return (at, Wall::Floor);
        }
        if matches!(last, ')' | '）') {
            match bracket(text, hits, at) {
                Some(open) if open > floor => at = open,
                _ => return (at, Wall::Mark),
            }
            continue;
        }
        if last.is_ascii_alphanumeric() {
            let Some(run) = latin_run(behind) else { return (at, Wall::Mark) };
            at = run.max(floor);
            continue;
        }
        if !inside_name(last) {
            return (at, Wall::Mark);
        }
        // A stop word that reaches over the floor is none: 永康市|长江….
        let none = |from: usize| from < floor || is_brand_of_place(text, hits, from, at);
        if let Some((from, wall)) = stop(text, hits, at, nouns).filter(|(from, _)| !none(*from)) {
            if wall != Wall::Party || splits(text, hits, from, at, tail, taken) {
                return (at, wall);
            }
        }
        at -= last.len_utf8();
    }
    (at, Wall::Reach)
}

/// Length of the stop word that ends at `at`.
pub(crate) fn stop_length(text: &str, at: usize) -> Option<usize> {
    let behind = text.get(..at)?;
    behind.char_indices().rev().take(4).skip(1).filter_map(|(from, _)| behind.get(from..)).filter(|word| is_stop(word)).map(str::len).last()
}

/// Whether the word is no stop word though it holds one: 和谐, 同方.
pub(crate) fn is_shield(word: &str) -> bool {
    SHIELDS.hold(word)
}

/// Whether the word is one that a name cannot begin earlier than.
pub(crate) fn is_stop(word: &str) -> bool {
    STOPS.get(word).is_some()
}

/// Whether the word is a verb or an adverb that a name cannot hold.
pub(crate) fn is_verb(word: &str) -> bool {
    STOPS.get(word) == Some(&Wall::Verb)
}

/// Whether what follows the verb makes a thing of it: 服务器, 推进剂.
fn is_thing(verb: &str, after: &str) -> bool {
    match verb {
        "加速" | "孵化" | "服务" | "控制" | "连接" => after.starts_with('器'),
        "推进" | "稳定" => after.starts_with(['器', '剂']),
        "监测" | "检测" => after.starts_with('仪'),
        "交流" => after.starts_with('电'),
        _ => false,
    }
}

/// Verbs that firms are called by as well, behind a place: 上海联合, 北京领先.
static BRANDS_TOO: Words<&str> = Words::of(&["联合", "领先", "开拓", "合力", "引领", "探索", "突破", "超越", "释放", "拓展"]);

fn is_brand_of_place(text: &str, hits: &[Hit<'_>], from: usize, at: usize) -> bool {
    if !text.get(from..at).is_some_and(|word| BRANDS_TOO.hold(word)) {
        return false;
    }
    places_ending_at(hits, from).next().is_some()
}

/// Characters that a Chinese name is written with, besides Latin letters and digits.
fn inside_name(c: char) -> bool {
    is_han(c) || matches!(c, '·' | '-' | '&' | '＆' | '•')
}

/// Whether it is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3134f}' | '〇')
}

/// Whether the character is one of a figure that counts what follows: 27家, 十余个.
pub(crate) fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || any!("一二两三四五六七八九十百千几数多余").of(c)
}

/// Whether it is one of a figure that counts more than one: 2个, but 一个 and 一批.
pub(crate) fn is_plural(c: char) -> bool {
    c != '一' && is_figure(c)
}

/// Figures that firms are called by.
static BRAND_FIGURES: Words<&str> = Words::of(&["360", "361", "58", "51", "1919"]);

/// Start of the run of Latin letters and digits that the text ends with; nothing for a bare figure (2022年, 35家 end a name).
fn latin_run(behind: &str) -> Option<usize> {
    let run = behind.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '&' | '+' | '.'));
    let word = behind.get(run.len()..)?;
    if BRAND_FIGURES.hold(word) {
        return Some(run.len());
    }
    let figure = !word.bytes().any(|b| b.is_ascii_alphabetic());
    (!figure).then_some(run.len())
}

/// What a bracket before can hold nothing but a part of the name, known or not: 银河光伏（望川）有限公司, 中德（望川）产业合作园.
static BEHIND_BRACKET: Words<&str> = Words::of(&[
    "有限公司",
    "有限责任公司",
    "股份有限公司",
    "集团有限公司",
    "集团股份有限公司",
    "产业合作园",
    "合作产业园",
    "国际合作园",
    "国际合作产业园",
    "产业园",
    "工业园",
]);

/// The opening of a bracket that belongs to a name: it holds a place (路虹(山东)光电), 集团, 控股 or the like.
pub(crate) fn bracket(text: &str, hits: &[Hit<'_>], close: usize) -> Option<usize> {
    let behind = text.get(..close)?;
    let open = behind.char_indices().rev().take(14).find(|(_, c)| matches!(c, '(' | '（'))?.0;
    let inner = behind.get(open..)?.trim_matches(['(', ')', '（', '）']);
    let from = open + text.get(open..)?.chars().next()?.len_utf8();
    let named = words::BRACKETED.hold(inner);
    let placed = || within(hits, from, close).any(|hit| is_place(hit) && hit.span.start == from) && inner.chars().count() <= 8;
    let formal =
        || inner.chars().all(is_han) && (2..=4).contains(&inner.chars().count()) && BEHIND_BRACKET.begin(text.get(close..).unwrap_or_default());
    (named || placed() || formal()).then_some(open)
}

/// A Latin name goes on over one space: Weda Bay|工业园区, NORTH STAR|集团.
pub(crate) fn latin_words(text: &str, start: usize) -> usize {
    let mut start = start;
    while text.get(start..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic())) {
        let Some(before) = text.get(..start).and_then(|before| before.strip_suffix(' ')) else { break };
        let word = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if word.len() == before.len() {
            break;
        }
        start = word.len();
    }
    start
}

/// Hits that lie between two offsets.
pub(crate) fn within<'h, 'l>(hits: &'h [Hit<'l>], from: usize, to: usize) -> impl Iterator<Item = &'h Hit<'l>> {
    let first = hits.partition_point(|hit| hit.span.start < from);
    hits.get(first..).unwrap_or_default().iter().take_while(move |hit| hit.span.start < to).filter(move |hit| hit.span.end <= to)
}

/// Hits that start at a byte, the longest first, and end no later than at `to`.
pub(crate) fn starting_at<'h, 'l>(hits: &'h [Hit<'l>], at: usize, to: usize) -> impl Iterator<Item = &'h Hit<'l>> {
    within(hits, at, to).take_while(move |hit| hit.span.start == at)
}

/// Hits that end at a byte, the longest first. What is looked for is no longer than so many bytes.
pub(crate) fn ending_at<'h, 'l>(hits: &'h [Hit<'l>], at: usize, longest: usize) -> impl Iterator<Item = &'h Hit<'l>> {
    within(hits, at.saturating_sub(longest), at).filter(move |hit| hit.span.end == at)
}

/// Places that end at a byte, the longest first.
pub(crate) fn places_ending_at<'h, 'l>(hits: &'h [Hit<'l>], at: usize) -> impl Iterator<Item = &'h Hit<'l>> {
    /// 巴音郭楞蒙古自治州, the longest that names open with.
    const LONGEST: usize = 36;
    ending_at(hits, at, LONGEST).filter(|hit| is_place(hit))
}

/// Divisions whose short names are everyday words in names of other things: 会同财政部, 远景动力.
static COMMON_WORDS: Words<&str> = Words::of(&["会同县", "动力区"]);

/// Whether the hit is a place that a name may open with; an abbreviation of one character (吉, 云) opens none.
pub(crate) fn is_place(hit: &Hit<'_>) -> bool {
    match hit.entry {
        Entry::Division(division) => hit.span.len() > 4 && (division.full || !COMMON_WORDS.hold(division.name)),
        Entry::Country { .. } | Entry::Region(_) => hit.span.len() > 4,
        // The short names of zones are everyday words (动力, 临港).
        Entry::Zone(_) => hit.span.len() >= 12,
        _ => false,
    }
}

/// The stop word that ends at `at`: the longest one, unless a longer word that is none covers it.
fn stop(text: &str, hits: &[Hit<'_>], at: usize, nouns: bool) -> Option<(usize, Wall)> {
    let behind = text.get(..at)?;
    let (word, wall) = STOPS_BEHIND.ending(behind).find(|(_, wall)| nouns || *wall != Wall::Noun)?;
    let from = at - word.len();
    let single = word.chars().nth(1).is_none();
    let wall = if single && words::WEAK.contains(word) { Wall::Party } else { *wall };
    if single && words::MEASURES.contains(word) {
        let counted = behind
            .get(..from)?
            .ends_with(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十百千几数多余半本上下今去明当各每这那首此该".contains(c));
        return counted.then_some((from, Wall::Noun));
    }
    // 启元服务|器有限公司: with what follows it the word is a thing.
    if is_thing(word, text.get(at..).unwrap_or_default()) {
        return None;
    }
    // 新城区内|蒙古, 以上|海报业集团: a place begins inside the word and goes on behind it.
    let province = |hit: &Hit<'_>| matches!(hit.entry, Entry::Division(division) if division.level == "province");
    let placed = |hit: &Hit<'_>| hit.span.end > at && (hit.span.len() > 6 || province(hit)) && is_place(hit);
    let next = hits.partition_point(|hit| hit.span.start <= from);
    // 芜湖|新兴铸管, 栖霞建设: the word is a part of the name of a firm.
    let firm = |hit: &Hit<'_>| hit.span.end >= at && hit.span.len() > at - from && !hit.ambiguous && matches!(hit.entry, Entry::Company(_));
    let first = hits.partition_point(|hit| hit.span.start + LONGEST_FIRM < from);
    if !single && hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start <= from).any(firm) {
        return None;
    }
    let crossed = !single && hits.get(next..).unwrap_or_default().iter().take_while(|hit| hit.span.start < at).any(placed);
    (!(crossed || single && shielded(text, hits, from, at))).then_some((from, wall))
}

/// Whether a word that is no stop word covers the one at `from..at`: one of [`words::SHIELDS`], or a name of the lexicon.
fn shielded(text: &str, hits: &[Hit<'_>], from: usize, at: usize) -> bool {
    // 平坝区和|安顺: a place that begins behind the word takes it from a county of two characters (和安).
    let taken = || starting_at(hits, at, text.len()).any(is_place);
    let known = |hit: &&Hit<'_>| {
        // 海西|和柴达木: nor does a county that only begins where another place ends
        let cut = |hit: &Hit<'_>| {
            is_short_county(hit) && hit.span.start < from && places_ending_at(hits, from).any(|place| place.span.start < hit.span.start)
        };
        is_place(hit) && !(is_short_county(hit) && hit.span.start == from && taken()) && !cut(hit)
            || matches!(hit.entry, Entry::Company(_) | Entry::CompanyWord)
    };
    let first = hits.partition_point(|hit| hit.span.start + 36 < from);
    let named = hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start <= from).filter(known);
    if named.into_iter().any(|hit| hit.span.end >= at && hit.span.len() > at - from) {
        return true;
    }
    let before = text.get(..from).unwrap_or_default();
    let starts = before.char_indices().rev().take(3).map(|(start, _)| start).chain([from]);
    starts.into_iter().any(|start| {
        let word = text.get(start..).unwrap_or_default();
        let ends = word.char_indices().map(|(end, c)| start + end + c.len_utf8()).take(4);
        ends.into_iter().filter(|end| *end >= at).any(|end| SHIELDS.hold(text.get(start..end).unwrap_or_default()))
    })
}

/// Whether a weak party word splits what stands on its two sides: a name must be left behind it (two characters or a place), and
/// something that can be a party must stand before it (two characters, not a mark).
fn splits(text: &str, hits: &[Hit<'_>], from: usize, at: usize, tail: usize, taken: usize) -> bool {
    // 华能等|大电力公司: what closes a list always parts.
    if text.get(from..at) == Some("等") && text.get(..from).is_some_and(|before| before.ends_with(is_han)) {
        return true;
    }
    // 产业集群暨|开发区: it joins, and stands in few names
    if text.get(from..at) == Some("暨") && !text.get(at..).is_some_and(|name| name.starts_with(['阳', '南'])) {
        return true;
    }
    // ，在|中化学科学技术研究有限公司: before a trade one character may be left behind the word that leads a clause in
    let opens = || before_is_mark(text, from) && text.get(at..).is_some_and(|name| name.starts_with("中"));
    if taken == 1 && text.get(from..at) == Some("在") && opens() {
        return true;
    }
    if taken < 2 && !within(hits, at, tail).any(|hit| is_place(hit)) {
        return false;
    }
    let before = text.get(..from).unwrap_or_default();
    // 10亿元的|正威: behind 的 it opens a name.
    if before.ends_with('的') && OPENERS.contains(text.get(from..at).unwrap_or(" ")) {
        return false;
    }
    // 北京利|和|知信: a place and one character are no party, unless the character makes another place or a body of it (天津港和北京港).
    // 安徽|同|盛环件有限公司: behind a place the word begins the brand.
    if text.get(from..at) == Some("同") && places_ending_at(hits, from).next().is_some() && !within(hits, at, tail).any(|hit| is_place(hit)) {
        return false;
    }
    let one =
        before.chars().next_back().filter(|c| is_han(*c) && !any!("港企队方商路局办厂矿城区省市县州站所院校社会台军大报网乡镇村街厅委部").of(*c));
    let placed = one.is_some_and(|one| places_ending_at(hits, from - one.len_utf8()).any(|hit| hit.span.len() == "某某".len()));
    if placed && text.get(from..at) == Some("和") {
        return false;
    }
    let party = |c: &char| is_han(*c) || c.is_ascii_alphanumeric() || matches!(c, '”' | '》' | ')' | '）' | '"');
    let led = before.chars().next_back().is_none_or(|c| !is_han(c)) && words::PREPOSITIONS.contains(text.get(from..at).unwrap_or(" "));
    let stopped = || {
        words::PREPOSITIONS.contains(text.get(from..at).unwrap_or(" "))
            && before.char_indices().rev().take(4).any(|(stop, _)| before.get(stop..).is_some_and(is_stop))
    };
    led || stopped() || before.chars().rev().take(2).filter(party).count() == 2
}

/// Whether a mark stands before a byte, or the text begins there.
fn before_is_mark(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !is_han(c) && !c.is_ascii_alphanumeric())
}

/// Weak words that open names where 的 stands before them: no adverb and no party word follows it.
const OPENERS: &str = "正和同向均";

/// The earliest place between two offsets; places inside longer hits do not count, nor do those in brackets.
fn opening_place(hits: &[Hit<'_>], from: usize, to: usize, marked: bool) -> Option<Span> {
    let opens = |hit: &&Hit<'_>| is_place(hit) && !(marked && hit.span.start > from && is_short_county(hit));
    within(hits, from, to).find(opens).map(|hit| hit.span)
}

/// Whether a name at `at` is told to be of the place before it: 望川县的|蓝湾门业.
pub(crate) fn is_owned_by_place(text: &str, hits: &[Hit<'_>], at: usize) -> bool {
    let Some(owner) = text.get(..at).and_then(|before| before.strip_suffix('的')).map(str::len) else { return false };
    places_ending_at(hits, owner).next().is_some()
}

/// Whether the hit is the short name of a county: 北辰, 泰和; many are brands too.
pub(crate) fn is_short_county(hit: &Hit<'_>) -> bool {
    matches!(hit.entry, Entry::Division(division) if !division.full && !division.code.ends_with("00")) && hit.span.len() == 6
}

/// Whether what stands before the first place belongs to the name all the same: a known company (中国移动北京公司), a company with its form.
/// A brand directly before a place that ends the stem (远川锂电西安分公司) is the caller's to take in, by `reach`.
fn keeps_front(text: &str, hits: &[Hit<'_>], front: Span) -> bool {
    let words = front.of(text);
    // 入驻企业中|青海蓝湾水电
    if words == "中" && text.get(..front.start).is_some_and(|before| words!["企业", "公司", "机构", "单位"].end(before)) {
        return false;
    }
    // 新东方, 大长江: one character before a short place is no word that could stand there.
    if words.ends_with(['(', '（', '-', '·', '&']) || words.chars().count() == 1 && !matches!(words, "原" | "除") {
        return true;
    }
    if within(hits, front.start, front.end).any(|hit| matches!(hit.entry, Entry::Company(_)) && hit.span.start == front.start) {
        return true;
    }
    words!["公司", "集团", "银行", "电网", "股份", "保险", "证券"].end(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The name before the tail `tail` of `text`.
    fn name(text: &str, tail: &str, nouns: bool) -> (String, Wall) {
        let at = text.rfind(tail).unwrap();
        let hits = crate::Lexicon::embedded().scan(text);
        let left = left(text, &hits, at, 0, nouns);
        (Span::new(left.start, at).of(text).to_owned(), left.wall)
    }

    #[test]
    fn a_name_begins_after_what_cannot_be_part_of_it() {
        for (text, tail, expect, wall) in [
            ("昨天。蓝湾科技有限公司", "科技", "蓝湾", Wall::Mark),
            ("“蓝湾科技有限公司”", "科技", "蓝湾", Wall::Mark),
            ("成功签约蓝湾科技有限公司", "科技", "蓝湾", Wall::Verb),
            ("龙头企业蓝湾科技有限公司", "科技", "蓝湾", Wall::Noun),
            ("知名的蓝湾科技有限公司", "科技", "蓝湾", Wall::Particle),
            ("区政府与蓝湾科技有限公司", "科技", "蓝湾", Wall::Party),
            ("区政府和蓝湾科技有限公司", "科技", "蓝湾", Wall::Party),
            ("祥和科技有限公司", "科技", "祥和", Wall::Mark),
            ("同创科技有限公司", "科技", "同创", Wall::Mark),
            ("引进华为技术有限公司", "技术", "华为", Wall::Verb),
            ("由自由时代科技有限公司建设", "科技", "自由时代", Wall::Party),
            ("2023年蓝湾科技有限公司", "科技", "蓝湾", Wall::Noun),
            ("投资方LG化学有限公司", "有限公司", "LG化学", Wall::Noun),
            ("的关键阶段,在临港区商务局", "区商务局", "临港", Wall::Party),
            ("发现,中川园区发布", "园区", "中川", Wall::Mark),
            ("全面开工建设,路虹(山东)光电科技项目", "光电科技", "路虹(山东)", Wall::Mark),
        ] {
            assert_eq!(name(text, tail, true), (expect.to_owned(), wall), "{text}");
        }
    }

    #[test]
    fn bodies_are_made_of_general_nouns() {
        assert_eq!(name("据中国企业联合会发布", "联合会", false).0, "中国企业");
    }
}
