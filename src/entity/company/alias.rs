//! Short names that the article itself introduces: (以下简称“蓝湾”), (688999.SH), or the brand of a full name said before or after.

use super::{Found, Walls, form, generic, parts, stock_code, trade};
use crate::context::Context;
use crate::entity::edge::{self, Wall};
use crate::entity::introduction;
use crate::lexicon::Entry;
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_index::WordIndex;
use crate::word_table::{Words, words};
use std::collections::{HashMap, HashSet};

/// The words that firms are looked for by, besides brackets.
pub(super) fn starts(learn: Learn<'_>) {
    learn(Start::Agency, AGENCY);
    KIN.iter().for_each(|word| learn(Start::Kin, word));
    AREAS.iter().for_each(|word| learn(Start::Area, word));
}

/// Finds the names that introductions and full names give.
pub(super) fn recognise(context: &Context<'_>, walls: &Walls, found: &mut Vec<Found>) {
    by_code(context, walls, found);
    by_kin(context, found);
    by_agency(context, walls, found);
    by_bracket(context, walls, found);
    let mut given: Vec<(String, Span)> = introduced(context.text, found);
    given.extend(brands(context, found));
    if !given.is_empty() {
        repeated(context, &given, found);
    }
    again(context.text, found);
}

/// Rules whose names are looked for in the whole text: what was read once by its ending or trade is the same firm elsewhere.
static TELLING: Words<&str> = Words::of(&[
    "company.ending",
    "company.brand_and_trade",
    "company.stock_code",
    "company.post",
    "company.party",
    "company.investor",
    "company.apposition",
    "company.kin",
    "company.stake",
]);

/// Rules of members of lists: those that are written as brands are (盾源聚芯) are looked for as well.
static LISTED: Words<&str> = Words::of(&["company.list", "company.list_neighbour"]);

/// The names of four characters and more wherever they stand, whatever the words after: 云鲲公司, 蓝湾电子 told of before.
fn again(text: &str, found: &mut Vec<Found>) {
    let taken = Taken::of(found);
    let mut names: HashMap<&str, Found> = HashMap::new();
    for name in found.iter().filter(|name| TELLING.hold(name.rule) || LISTED.hold(name.rule)) {
        let words = name.span.of(text);
        let telling = TELLING.hold(name.rule) || super::short::is_brand_like(words);
        if telling && words.chars().count() >= 4 && names.len() < MOST_AGAIN {
            names.entry(words).or_insert(*name);
        }
    }
    if names.is_empty() {
        return;
    }
    let names = WordIndex::by_beginning(names);
    let mut more: Vec<Found> = Vec::new();
    for (at, (words, name)) in names.found_in(text) {
        let span = Span::new(at, at + words.len());
        let after = text.get(span.end..).unwrap_or_default();
        let ended = !super::short::goes_on(after) && trade::is_trade_free(after);
        if !taken.overlaps(span) && !is_works(after) && (ended || super::short::names_project(after)) {
            more.push(Found { span, rule: "company.again", code: None, ..*name });
        }
    }
    // The longest name first, and of two that are as long the one that is said first.
    more.sort_by_key(|name| std::cmp::Reverse(name.span.len()));
    found.append(&mut more);
}

/// How many names of firms are looked for again in one text at most.
const MOST_AGAIN: usize = 64;

/// Aliases that stand for a name only in this text, and are no names: (以下简称“公司”).
static PRONOUNS: Words<&str> = Words::of(&[
    "公司",
    "本公司",
    "集团",
    "上市公司",
    "发行人",
    "标的公司",
    "目标公司",
    "甲方",
    "乙方",
    "丙方",
    "合资公司",
    "项目公司",
    "子公司",
    "交易对方",
]);

/// Aliases in the bracket behind each full name.
fn introduced(text: &str, found: &mut [Found]) -> Vec<(String, Span)> {
    let mut given = Vec::new();
    for name in found.iter_mut() {
        let Some(bracket) = introduction::bracket(text, name.span.end) else { continue };
        let inside = bracket.of(text);
        if let Some(code) = stock_code::read(inside) {
            name.code = Some(Span::new(bracket.start + code.start, bracket.start + code.end));
        }
        let aliases = introduction::names(inside)
            .into_iter()
            .filter(|alias| !PRONOUNS.hold(alias) && !stock_code::is_one(alias) && *alias != name.span.of(text));
        given.extend(aliases.map(|alias| (alias.to_owned(), name.span)));
    }
    // 国家电力投资集团有限公司(简称国家电投): a well-known name is found by itself and introduced all the same.
    let full: HashMap<&str, Span> = given.iter().rev().map(|(alias, full)| (alias.as_str(), *full)).collect();
    for name in found.iter_mut().filter(|name| name.full.is_none()) {
        name.full = full.get(name.span.of(text)).copied();
    }
    given
}

/// Names that a stock code in a bracket shows to be firms: 蓝湾股份(688999.SH).
fn by_code(context: &Context<'_>, walls: &Walls, found: &mut Vec<Found>) {
    let text = context.text;
    let mut ends = ends(found);
    for (open, mark) in words!["(", "（"].found_at(text, context.starts.of(Start::Bracket)) {
        let Some(inside) = text.get(open + mark.len()..) else { continue };
        let close = inside.char_indices().take(24).find(|(_, c)| matches!(c, ')' | '）')).map_or(0, |(at, _)| at);
        let first = text.len() - inside.len();
        let Some(code) = stock_code::read(inside.get(..close).unwrap_or_default()) else {
            if GLOSSES.end(inside.get(..close).unwrap_or_default()) && !ends.contains_key(&open) {
                found.extend(glossed(context, walls, open));
            }
            continue;
        };
        let code = Span::new(first + code.start, first + code.end);
        if let Some(known) = ends.get(&open).and_then(|known| found.get_mut(*known)) {
            known.code = Some(code);
            continue;
        }
        let left = edge::left(text, context.hits, open, walls.floor(open), true);
        let span = Span::new(left.start, open);
        let board = words!["科创板", "创业板", "主板", "新三板", "北交所", "港股", "美股", "A股", "H股"].end(span.of(text));
        let name = !board && !stock_code::is_one(span.of(text));
        if name && left.wall != Wall::Reach && (2..=10).contains(&span.of(text).chars().count()) {
            ends.insert(open, found.len());
            found.push(Found { code: Some(code), ..Found::new(span, "company.stock_code") });
        }
    }
}

/// What a bracket that says what firm it is ends with: 望川能嘉(临江市民营企业).
static GLOSSES: Words<&str> =
    Words::of(&["民营企业", "龙头企业", "上市公司", "国有企业", "外资企业", "高新技术企业", "子公司", "旗下公司", "的公司", "旗下企业"]);

/// The name behind which a bracket says what firm it is.
fn glossed(context: &Context<'_>, walls: &Walls, open: usize) -> Option<Found> {
    let left = edge::left(context.text, context.hits, open, walls.floor(open), true);
    let span = Span::new(left.start, open);
    let named = left.wall != Wall::Reach && super::list::is_name(context, span) && super::list::looks_like_firm(context, span);
    named.then(|| Found::new(span, "company.glossed"))
}

/// The first of the names that end at each place where one does.
fn ends(found: &[Found]) -> HashMap<usize, usize> {
    found.iter().enumerate().rev().map(|(index, name)| (name.span.end, index)).collect()
}

/// Words that a firm's name follows, and what a firm is to the one spoken of.
static KIN: Words<&str> = Words::of(&["子公司", "孙公司"]);

/// Names behind such a word: 控股子公司新长诚在四川….
fn by_kin(context: &Context<'_>, found: &mut Vec<Found>) {
    let text = context.text;
    let mut starts: HashMap<usize, usize> = found.iter().enumerate().rev().map(|(index, name)| (name.span.start, index)).collect();
    let mut behind: Vec<usize> = KIN.found_at(text, context.starts.of(Start::Kin)).map(|(at, word)| at + word.len()).collect();
    behind.reverse();
    while let Some(from) = behind.pop() {
        let Some(name) = text.get(from..) else { continue };
        let span = Span::new(from, from + super::told::name_behind(name, 9, 0));
        let words = span.of(text);
        let count = words.chars().count();
        let named = words.chars().all(edge::is_han)
            && (2..=7).contains(&count)
            && (count > 2 || super::short::is_brand_like(words))
            && super::list::is_name(context, span);
        if !named {
            continue;
        }
        // 子公司东方蓝湾及|望川东方: the second of two
        behind.extend(text.get(span.end..).filter(|rest| rest.starts_with(['及', '和'])).map(|_| span.end + '及'.len_utf8()));
        match starts.get(&from).and_then(|known| found.get_mut(*known)) {
            Some(known) => {
                // 子公司协鑫珩能: the known firm opens the name of its daughter.
                let rest = words.get(known.span.len()..).unwrap_or_default();
                if known.rule == "company.known_name" && (2..=3).contains(&rest.chars().count()) && super::short::is_brand_like(rest) {
                    *known = Found::new(span, "company.kin");
                }
            }
            None => {
                starts.insert(from, found.len());
                found.push(Found::new(span, "company.kin"));
            }
        }
    }
}

/// What firms do to what stands before 由: 由蓝湾投资建设.
static DEEDS: Words<&str> =
    Words::of(&["投资建设", "建设运营", "投资运营", "承建", "投建", "建设", "投资", "运营", "开发", "施工", "打造", "出资", "研发", "独资"]);

/// What leads in who does something.
const AGENCY: &str = "由";

/// Names between 由 and what firms do: 该项目由中关村e谷建设运营.
fn by_agency(context: &Context<'_>, walls: &Walls, found: &mut Vec<Found>) {
    let text = context.text;
    let taken = Taken::of(found);
    let known: HashSet<usize> = found.iter().map(|name| name.span.start).collect();
    // 由中岳万源与|国轩高科共同出资: the other of two is known.
    let leads_on =
        |rest: &str, at: usize| rest.chars().next().is_some_and(|c| matches!(c, '与' | '和' | '、') && known.contains(&(at + c.len_utf8())));
    let mut given = 0;
    for at in context.starts.of(Start::Agency) {
        let from = at + AGENCY.len();
        let Some(name) = text.get(from..) else { continue };
        let deed = name
            .char_indices()
            .take(11)
            .take_while(|(_, c)| edge::is_han(*c) || c.is_ascii_alphanumeric())
            .find(|(index, _)| *index >= 6 && name.get(*index..).is_some_and(|rest| DEEDS.begin(rest) || leads_on(rest, from + index)));
        let Some((length, _)) = deed else { continue };
        let span = Span::new(from, from + length);
        let known = given > from || taken.overlaps(span);
        let left = edge::left(text, context.hits, span.end, walls.floor(span.end), true);
        if !known && left.walked == from && super::list::is_agent(context, span) {
            given = span.end;
            found.push(Found::new(span, "company.agent"));
        }
    }
}

/// Names found so far, sorted by start, each with the furthest end of it and those before.
pub(super) struct Taken {
    spans: Vec<(usize, usize)>,
}

impl Taken {
    pub(super) fn of(found: &[Found]) -> Self {
        let mut spans: Vec<(usize, usize)> = found.iter().map(|name| (name.span.start, name.span.end)).collect();
        spans.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut spans {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { spans }
    }

    pub(super) fn overlaps(&self, span: Span) -> bool {
        let next = self.spans.partition_point(|(start, _)| *start < span.end);
        next.checked_sub(1).and_then(|last| self.spans.get(last)).is_some_and(|(_, end)| *end > span.start)
    }

    /// Whether one of the names holds the whole span.
    pub(super) fn holds(&self, span: Span) -> bool {
        let next = self.spans.partition_point(|(start, _)| *start <= span.start);
        next.checked_sub(1).and_then(|last| self.spans.get(last)).is_some_and(|(_, end)| *end >= span.end)
    }
}

/// Brands before a place in brackets that no legal form follows: 丰树(齐河)国际食品智造产业园.
fn by_bracket(context: &Context<'_>, walls: &Walls, found: &mut Vec<Found>) {
    let text = context.text;
    let mut ends = ends(found);
    for (open, mark) in words!["(", "（"].found_at(text, context.starts.of(Start::Bracket)) {
        let inner = open + mark.len();
        let closed = edge::starting_at(context.hits, inner, text.len()).any(|hit| {
            edge::is_place(hit)
                && matches!(hit.entry, Entry::Division(_))
                && text.get(hit.span.end..).is_some_and(|after| after.starts_with([')', '）']) && after.chars().nth(1).is_some_and(edge::is_han))
        });
        if !closed || ends.contains_key(&open) {
            continue;
        }
        let left = edge::left(text, context.hits, open, walls.floor(open), true);
        let span = Span::new(left.start, open);
        let words = span.of(text);
        let states = words.chars().all(|c| "中日韩美欧德俄英法意新澳台港澳外".contains(c));
        let edged = matches!(left.wall, Wall::Mark | Wall::Verb | Wall::Noun | Wall::Particle);
        if edged
            && left.place.is_none_or(|place| place.end < open && place.len() == "某某".len())
            && (2..=4).contains(&words.chars().count())
            && !states
            && super::short::is_brand_like(words)
            && super::list::is_name(context, span)
        {
            ends.insert(open, found.len());
            found.push(Found::new(span, "company.brand_and_place"));
        }
    }
}

/// The brands of the full names, as short names of theirs.
fn brands(context: &Context<'_>, found: &[Found]) -> Vec<(String, Span)> {
    let (mut given, mut brands) = (Vec::new(), Vec::new());
    let mut seen: HashSet<&str> = HashSet::new();
    for name in found {
        let words = name.span.of(context.text);
        if !seen.insert(words) {
            continue; // the first of several mentions speaks for all
        }
        // 石化集团物流公司 is called 物流公司 afterwards.
        if let Some((_, own)) = words
            .split_once("集团")
            .filter(|(group, own)| !group.is_empty() && own.ends_with("公司") && !own.contains("有限") && own.chars().count() >= 4)
        {
            given.push((own.to_owned(), name.span));
        }
        let full = name.rule == "company.legal_form";
        let short = name.rule == "company.brand_and_trade";
        if !(full || short || matches!(name.rule, "company.ending" | "company.stock_code")) {
            continue;
        }
        let parts = parts(words);
        let Some(brand) = parts.brand else { continue };
        // 纽仕兰乳业 is called 纽仕兰.
        if short && (brand.chars().nth(2).is_none() || !super::short::is_brand_like(&brand)) {
            continue;
        }
        // 临江航天凯山石油仪器有限公司 is called 凯山石油.
        if let Some((half, trade)) = brand.char_indices().nth(2).map(|(at, _)| brand.split_at(at).1).zip(parts.trade.first()) {
            let first = trade.leading(2);
            if full && half.chars().count() == 2 && trade::is_trade(first) && super::short::is_brand_like(half) && is_brand(context, half) {
                given.push((format!("{half}{first}"), name.span));
            }
        }
        // 江苏润阳新能源科技股份有限公司 is called 江苏润阳, whatever other firms have the brand.
        let placed = format!("{}{brand}", parts.place.concat());
        let own = (2..=4).contains(&brand.chars().count()) && super::short::is_brand_like(&brand) && is_brand(context, &brand);
        if full && own && !parts.place.is_empty() && words.starts_with(&placed) && words != placed {
            given.push((placed, name.span));
        }
        // 西门子(中国)有限公司 is called 西门子中国.
        if words.get(brand.len()..).is_some_and(|rest| rest.starts_with("(中国)") || rest.starts_with("（中国）")) {
            given.push((format!("{brand}中国"), name.span));
        }
        let length = brand.chars().count();
        let long = length >= 3 || length == 2 && brand.is_ascii();
        // 天津波音复合材料有限公司 is a daughter of the firm that 波音 is.
        // 高景 is an everyday word too: the full name tells that it is the firm.
        let sure = super::known::longest_at(&brand) == Some(brand.len());
        let daughter = sure && !parts.place.is_empty() && !words.starts_with(brand.as_str());
        // 昱明集团 is called 昱明, where marks and stop words stand on both sides.
        let group = name.rule == "company.ending"
            && words.ends_with("集团")
            && parts.place.is_empty()
            && brand.chars().any(|c| super::short::is_brand_like(c.encode_utf8(&mut [0; 4])));
        if brand != words
            && !daughter
            && is_brand(context, &brand)
            && (long || full || group || super::short::is_brand_like(&brand))
            && (3..=24).contains(&brand.len())
            && length >= 2
        {
            brands.push((brand, name.span));
        }
    }
    let areas = areas(context, brands.iter().map(|(brand, _)| brand.as_str()).collect());
    brands.retain(|(brand, _)| !areas.contains(brand));
    given.append(&mut brands);
    given
}

/// Those of the brands that the text knows as names of areas: 临港 in a text that speaks of 临港区 is no firm.
fn areas(context: &Context<'_>, brands: HashSet<&str>) -> HashSet<String> {
    let text = context.text;
    let mut found = HashSet::new();
    let Some(longest) = brands.iter().map(|brand| brand.chars().count()).max() else { return found };
    for (at, _) in AREAS.found_at(text, context.starts.of(Start::Area)) {
        let before = text.get(..at).unwrap_or_default();
        let starts = before.char_indices().rev().take(longest).filter_map(|(start, _)| before.get(start..));
        found.extend(starts.filter(|name| brands.contains(name)).map(str::to_owned));
    }
    found
}

/// Whether a brand may stand alone for its firm: no place, sector, trade or everyday word.
fn is_brand(context: &Context<'_>, brand: &str) -> bool {
    let hits = context.lexicon.scan(brand);
    let common = hits.iter().any(|hit| {
        hit.span.len() == brand.len()
            && matches!(
                hit.entry,
                Entry::Division(_)
                    | Entry::Region(_)
                    | Entry::Country { .. }
                    | Entry::Industry { .. }
                    | Entry::CompanyWord
                    | Entry::Title { .. }
                    | Entry::Zone(_)
            )
    });
    !common && !generic::is_generic(brand) && !trade::is_trade(brand) && !edge::is_stop(brand) && !EVERYDAY.hold(brand)
}

/// What makes a brand the name of an area.
static AREAS: Words<&str> = Words::of(&[
    "区",
    "新区",
    "新片区",
    "市",
    "县",
    "镇",
    "街道",
    "开发区",
    "园区",
    "新城",
    "综保区",
    "综合保税区",
    "保税区",
    "保税港区",
    "经开区",
    "高新区",
    "自贸区",
    "片区",
    "港区",
]);

/// Brands that are everyday words: said alone they are not the firm.
static EVERYDAY: Words<&str> = Words::of(&[
    "中关村",
    "金融街",
    "陆家嘴",
    "外高桥",
    "王府井",
    "中国",
    "国际",
    "东方",
    "南方",
    "北方",
    "西部",
    "东部",
    "中部",
    "西南",
    "东北",
    "西北",
    "华东",
    "华南",
    "华北",
    "华中",
    "中华",
    "民族",
    "人民",
    "时代",
    "未来",
    "未来城",
    "阳光",
    "世纪",
    "生活",
    "健康",
    "绿色",
    "美丽",
    "幸福",
    "和谐",
    "光明",
    "希望",
    "长江",
    "黄河",
    "长城",
    "泰山",
    "太阳",
    "海洋",
    "城市",
    "创新",
    "先锋",
]);

/// Names with one first character that are looked for: more of them are no article.
const MOST_ALIKE: usize = 64;

/// Every other place where a given name stands.
fn repeated(context: &Context<'_>, given: &[(String, Span)], found: &mut Vec<Found>) {
    let text = context.text;
    let mut names: Vec<(&str, Span)> = given.iter().map(|(name, full)| (name.as_str(), *full)).collect();
    names.sort_by_key(|(name, full)| (*name, full.start));
    names.dedup_by_key(|(name, _)| *name);
    names.sort_by_key(|(name, _)| (name.chars().next(), std::cmp::Reverse(name.len())));
    let alike = names.chunk_by(|(a, _), (b, _)| a.chars().next() == b.chars().next());
    let names = WordIndex::by_beginning(alike.flat_map(|alike| alike.iter().take(MOST_ALIKE).copied()));
    let legal: HashSet<Span> = found.iter().filter(|name| name.rule == "company.legal_form").map(|name| name.span).collect();
    let mut taken: Vec<Span> = found.iter().map(|name| name.span).collect();
    taken.sort_unstable();
    let mut next = 0;
    for (at, (name, full)) in names.longest_in(text) {
        if at < next {
            continue;
        }
        let span = extended(context, Span::new(at, at + name.len()), full.of(text));
        let last = taken.partition_point(|other| other.start <= at);
        let inside = last.checked_sub(1).and_then(|last| taken.get(last)).is_some_and(|other| other.end >= span.end);
        if inside
            || text.get(span.end..).is_some_and(is_works)
            || !stands_alone(context, Span::new(at, at + name.len()))
            || cuts_a_word(context, Span::new(at, at + name.len()))
            || super::known::cuts_words(text, at, at + name.len())
        {
            continue;
        }
        next = span.end;
        // 马夸特开关 is not 马夸特集团: only a legal name takes in what the brand is called by with a trade.
        let whole = span.len() == name.len() || legal.contains(full) || form::ENDINGS.end(span.of(text));
        found.push(Found { full: whole.then_some(*full), ..Found::new(span, "company.shared_brand") });
    }
}

/// 江苏蓝湾|厂 is another firm, 蓝湾|厂长 has a post in this one.
fn is_works(after: &str) -> bool {
    after.strip_prefix('厂').is_some_and(|after| !after.starts_with(['长', '房', '区', '务', '方', '商', '内', '里']))
}

/// Whether a brand of two characters has edges of its own: a mark, a place or a stop word before, and behind a mark, a stop word or a trade.
fn stands_alone(context: &Context<'_>, span: Span) -> bool {
    let text = context.text;
    if span.of(text).chars().count() != 2 {
        return true;
    }
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let placed = edge::places_ending_at(context.hits, span.start).next().is_some();
    let opened = placed || before.chars().next_back().is_none_or(|c| !edge::is_han(c)) || super::known::ends_in_stop(before);
    let closed = super::short::ends_here(after) || trade::longest_at(text, context.hits, span.end).is_some() || form::chain(text, span.end).is_some();
    opened && closed
}

/// A given name with the trade and the ending that follow it: 爱玛 → 爱玛电动车, 蓝湾 → 蓝湾集团.
fn extended(context: &Context<'_>, name: Span, full: &str) -> Span {
    let text = context.text;
    let mut end = name.end;
    while let Some(word) = trade::longest_at(text, context.hits, end) {
        end += word;
    }
    if let Some(chain) = form::chain(text, end) {
        return Span::new(name.start, chain.end);
    }
    let after = text.get(end..).unwrap_or_default();
    // The trade of the full name is that of the short one, whatever comes after: 蓝湾电子出地.
    if words!["工人", "人员", "人才", "员工"].begin(after) {
        return name;
    }
    let own = full.contains(Span::new(name.start, end).of(text)) || end > name.end && full.contains(Span::new(name.end, end).of(text));
    // 蓝湾动力电池项目: what the firm is not called by is what the project makes.
    if !full.contains(Span::new(name.end, end).of(text)) && words!["项目", "基地", "产业园", "生产线"].begin(after) {
        return name;
    }
    // 蓝湾丰田|新能源汽车的产量: goods are the firm's own, not its name.
    if end > name.end && !own && after.starts_with('的') {
        // 蓝湾控股|投资的5家企业
        let behind = text.get(name.end..).unwrap_or_default();
        let form = words!["控股", "集团", "股份"].strip_beginning(behind).map_or(0, |rest| behind.len() - rest.len());
        return Span::new(name.start, name.end + form);
    }
    if end > name.end && (super::short::goes_on(after) || !own && !super::short::ends_here(after)) {
        return name;
    }
    Span::new(name.start, end)
}

/// Whether the stretch lies inside a longer place, zone or other word.
fn cuts_a_word(context: &Context<'_>, span: Span) -> bool {
    let first = context.hits.partition_point(|hit| hit.span.start + 30 < span.start);
    let around = context.hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start < span.end);
    let crossed = around.into_iter().any(|hit| {
        hit.span.overlaps(span) && !span.contains(hit.span) && matches!(hit.entry, Entry::Division(_) | Entry::Country { .. } | Entry::Region(_))
    });
    let latin = span.of(context.text).starts_with(|c: char| c.is_ascii_alphanumeric());
    let before = context.text.get(..span.start).unwrap_or_default().ends_with(|c: char| c.is_ascii_alphanumeric());
    let after = context.text.get(span.end..).unwrap_or_default().starts_with(|c: char| c.is_ascii_alphanumeric());
    crossed || latin && (before || after)
}
