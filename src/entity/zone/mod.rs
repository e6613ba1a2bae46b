//! Development zones and parks.
//!
//! A zone is found by the end of its name (`heads`); the left edge is read by grammar (`edge`) and by the places and zones already
//! found. What the article calls it at its fullest, and what the official list calls it, is settled once all mentions are known (`name`).

mod heads;
mod name;
mod words;

use crate::context::{self, Context, Mention};
use crate::entity::edge::{self, Wall};
use crate::entity::{Kind, Value, company, introduction};
use crate::lexicon::{Entry, Hit};
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_table::{Words, words};
use heads::{Head, Needs};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A development zone or park.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Zone {
    /// Its fullest name in the article.
    pub canonical: String,
    /// comprehensive_bonded, high_tech …
    pub class: String,
    /// national or provincial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Code of the division it lies in.
    pub place: Option<String>,
    /// Its name in the official list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official: Option<String>,
}

/// Every zone in a text that stands by itself.
///
/// ```
/// let zones: Vec<_> = zhecon::entity::zone::find_iter("临沂综合保税区是……综保区今年").map(|(_, zone)| zone).collect();
/// assert_eq!(zones.len(), 2);
/// assert_eq!(zones[1].canonical, "临沂综合保税区");
/// assert_eq!(zones[0].class, "comprehensive_bonded");
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Zone)> {
    let found = context::alone(text, |context, mentions| {
        super::place::recognise(context, mentions);
        recognise(context, mentions);
    });
    found.into_iter().filter_map(|mention| match mention.value {
        Value::Zone(zone) => Some((mention.span, zone)),
        _ => None,
    })
}

/// A zone as found, before it has a canonical name.
#[derive(Clone, Copy, Debug)]
struct Found {
    span: Span,
    head: Head,
    /// Where the type begins: the stem stands before it.
    tail: usize,
    rule: &'static str,
    /// The zone that opens its name.
    holds: Option<Span>,
}

/// Whether a code is one of GB/T 2260: a zone lies in a division, not in a macro-region.
fn is_division(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// What before a bare type counts zones or ranks them.
static RANKS: Words<&str> = Words::of(&[
    "国家级",
    "省级",
    "市级",
    "全国",
    "全省",
    "全市",
    "全区",
    "各地",
    "其他",
    "所有",
    "我国",
    "我省",
    "我市",
    "我县",
    "本省",
    "本市",
    "该省",
    "各省",
    "各市",
    "各县",
]);

/// Ranks that end a stem: what stands before them says which zones are meant, not how one is called.
static RANKS_INSIDE: Words<&str> = Words::of(&["国家级", "省级", "市级", "县级", "自治区级"]);

/// What before a trade and a type tells of one park without naming it.
static ONE_OF_MANY: Words<&str> = Words::of(&["这个", "那个", "一个", "一座", "这座", "某", "这家", "一处"]);

/// The words that zones are looked for by.
pub(crate) fn starts(learn: Learn<'_>) {
    heads::HEADS.iter().chain([&heads::PLAIN]).for_each(|head| learn(Start::ZoneEnding, head.tail.trailing(2)));
    words::BY_NAME.iter().for_each(|(short, ..)| learn(Start::ZoneName, short));
    words::OF_PARTS.iter().for_each(|name| learn(Start::ZoneName, name));
    learn(Start::ZoneName, BY_PORT);
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let mut places: Vec<(Span, Option<String>)> = mentions
        .iter()
        .filter_map(|mention| match &mention.value {
            Value::Place(place) => Some((mention.span, place.code.clone().filter(|code| is_division(code)).or_else(|| place.parent.clone()))),
            _ => None,
        })
        .collect();
    places.sort_by_key(|(span, _)| span.start);
    let mut figures: Vec<Span> =
        mentions.iter().filter(|m| matches!(m.kind(), Kind::Quantity | Kind::Money | Kind::Percent | Kind::Date)).map(|m| m.span).collect();
    figures.sort();
    let mut found: Vec<Found> = Vec::new();
    for at in context.starts.of(Start::ZoneEnding) {
        let end = at + context.text.get(at..).unwrap_or_default().leading(2).len();
        let Some(head) = heads::head_at(context.text, end) else { continue };
        let tail = end - head.tail.len();
        let floor = found.last().map_or(0, |last| last.span.end);
        let ending_here = places.partition_point(|(span, _)| span.end < end);
        let district = places.get(ending_here).is_some_and(|(span, _)| span.end == end && span.len() > head.tail.len());
        if tail < floor || district {
            continue; // 浦东新区 is a district
        }
        if let Some(zone) = read(context, &places, &found, head, Span::new(tail, end)) {
            let next = figures.partition_point(|figure| figure.end <= zone.span.start);
            // 六盘 is no figure in 六盘水高新区.
            let opens = places.get(places.partition_point(|(span, _)| span.start < zone.span.start)).map(|(span, _)| *span);
            let place = opens.filter(|span| span.start == zone.span.start);
            if figures.get(next).is_none_or(|figure| figure.start > zone.span.start || place.is_some_and(|place| place.contains(*figure))) {
                found.push(zone);
            }
        }
    }
    let called = introduced(context.text, &mut found);
    by_name(context, &mut found);
    // 临江工业园|青海蓝湾镁业: a city or province directly behind a zone does not lie in it, and opens the name of a firm.
    let behind = |span: Span| {
        !is_full(span.of(context.text))
            && found.get(found.partition_point(|zone| zone.span.end < span.start)).is_some_and(|zone| zone.span.end == span.start)
    };
    mentions.retain(|mention| match &mention.value {
        Value::Place(place) => !(place.code.as_deref().is_some_and(|code| is_division(code) && code.ends_with("00")) && behind(mention.span)),
        _ => true,
    });
    name::settle(context, &places, &found, &called, mentions);
}

/// How long a zone's name is at most that holds another zone, in bytes: 40 characters.
const LONGEST_OUTER: usize = 120;

fn read(context: &Context<'_>, places: &[(Span, Option<String>)], found: &[Found], head: Head, tail: Span) -> Option<Found> {
    let text = context.text;
    let before = text.get(..tail.start)?;
    let false_start = |(word, left): &(&str, &str)| *word == head.tail && before.chars().next_back().is_some_and(|c| left.contains(c));
    if words::CUT_HEADS.iter().any(false_start) {
        return None;
    }
    let previous = found.last().map(|last| last.span).filter(|span| span.end <= tail.start);
    let zone = |start: usize, rule: &'static str| Found { span: Span::new(start, tail.end), head, tail: tail.start, rule, holds: None };
    // A zone inside a zone, by its bare type: 临江高新区|综保区.
    if let Some(outer) = previous.filter(|outer| outer.end == tail.start && outer.len() <= LONGEST_OUTER) {
        if matches!(head.needs, Needs::Name | Needs::Place | Needs::PlaceAlone) {
            return None;
        }
        return Some(Found { holds: Some(outer), ..zone(outer.start, "zone.nested") });
    }
    // The official name, or another one that only one zone has.
    let official = official_start(context, tail).filter(|start| previous.is_none_or(|zone| zone.end <= *start));
    let last_place = places.partition_point(|(span, _)| span.end <= tail.start).checked_sub(1).and_then(|at| places.get(at)).map(|(span, _)| *span);
    // 津冀(涉县·天铁)循环经济示范区: a place in a bracket stands inside the name.
    let bracketed = |span: &Span| text.get(..span.start).is_some_and(|before| before.ends_with(['(', '（']));
    let full = last_place.filter(|span| is_full(span.of(text)) && !bracketed(span));
    let start = match full {
        // The place is all the name there is: 乌海市|高新技术产业开发区.
        Some(place) if place.end == tail.start && head.tail != heads::PLAIN.tail && !matches!(head.needs, Needs::Place | Needs::PlaceAlone) => {
            place.start
        }
        _ => {
            let floor = full.map_or(0, |place| place.end).max(previous.map_or(0, |zone| zone.end));
            left_edge(context, places, head, tail, floor)?
        }
    };
    // 柯桥区|滨海工业区: a place with its ending stands beside the name, even where the list has both as one.
    let before_it = places.partition_point(|(span, _)| span.end < start);
    let beside = start < tail.start && places.get(before_it).is_some_and(|(span, _)| span.end == start && is_full(span.of(text)));
    // What the list names is the name: only a place may stand before it.
    let start = official.filter(|_| !beside).unwrap_or(start);
    let start = if official == Some(start) { start } else { cut(context, places, start, tail.start) };
    let start = strip_leading(context, start, tail.start);
    let start = beside_places(context, places, start, tail.start, official.is_some());
    let start = edge::latin_words(text, start);
    let start = behind_dot(context, places, start, tail.start);
    let joined = two_trades(context, places, start, previous.map_or(0, |zone| zone.end));
    let start = match text.get(start..tail.start)? {
        // 上合组织(连云港)国际物流园: what stands before the bracket opens the name.
        stem if stem.starts_with(['(', '（']) => {
            let left = edge::left(text, context.hits, start, previous.map_or(0, |zone| zone.end), false);
            if left.walked == start || left.wall == Wall::Reach {
                return None;
            }
            left.walked
        }
        // 临江|光电|和|智能制造产业园: between two trades the joining word is part of the name that the place opens.
        _ if head.class == "industrial_park" && joined.is_some() => joined?,
        // 口岸与|综合保税区
        stem if stem.ends_with(['和', '与', '及', '为', '对']) => tail.start,
        _ => start,
    };
    let stem = Span::new(start, tail.start).of(text);
    // 千亿|级纺织产业园: the name is cut inside a figure
    if stem.starts_with('级') {
        return None;
    }
    let unranked = text.get(..start).map(|before| RANKS.strip_ending(before).unwrap_or(before));
    let measured = unranked.and_then(|before| before.strip_suffix(['个', '座', '家', '批']));
    let counted = measured.is_some_and(|before| before.ends_with(edge::is_figure));
    // 光伏等产业园区, 临港等大园区; but 高等教育园区.
    let closed = stem.rsplit_once('等').filter(|(front, _)| !front.ends_with(['高', '中', '初', '平', '同', '优', '上']));
    let ranked = || RANKS_INSIDE.strip_ending(stem).is_some_and(|rest| head.tail == "新区" || rest.ends_with(['居', '列', '是', '为', '入', '部']));
    if closed.is_some_and(|(_, rest)| is_generic(rest)) || official.is_none() && (stem.ends_with('型') || ranked()) {
        return None; // 产业基地型综保区, 东北国家级新区
    }
    // 全国|生物医药产业园区, 东出口等|太阳能发电园区: parks of a trade, none by name
    let park = head.class == "industrial_park" || head.tail == heads::PLAIN.tail;
    let several = text.get(..start).is_some_and(|before| RANKS.end(before) || before.ends_with(['等', '最']));
    if park && several && official.is_none() && inside(places, start, tail.start).is_empty() && !stem.is_empty() {
        return None;
    }
    // 河北|开发区: a province has many.
    let province = |hit: &Hit<'_>| {
        let province = matches!(hit.entry, Entry::Division(place) if place.code.ends_with("0000") && !words::CITIES.hold(place.name));
        province && hit.span == Span::new(start, tail.start)
    };
    if official.is_none() && matches!(head.tail, "开发区" | "经济开发区") && edge::within(context.hits, start, tail.start).any(province) {
        return None;
    }
    let treaty = head.class == "free_trade" && words::TREATIES.hold(stem);
    if treaty || counted && official.is_none() && inside(places, start, tail.start).is_empty() && !stem.is_empty() {
        return None;
    }
    if stem.is_empty() {
        let counted = before.ends_with(['个', '家', '大', '各', '类', '座'])
            || RANKS.end(before)
            || is_each(before)
            || text.get(tail.end..).is_some_and(|after| after.starts_with("总数") || after.starts_with("数量"));
        let rule = if head.needs == Needs::Nothing { "zone.head" } else { "zone.bare" };
        return (matches!(head.needs, Needs::Nothing | Needs::NameOrNothing) && !counted).then(|| zone(tail.start, rule));
    }
    let continues = previous.is_some_and(|zone| zone.end == start);
    // 这个|光伏产业园: one of its kind, told by its trade alone.
    let sector = |hit: &Hit<'_>| hit.span == Span::new(start, tail.start) && matches!(hit.entry, Entry::Industry { .. });
    let one = text.get(..start).is_some_and(|before| ONE_OF_MANY.end(before));
    if one && official.is_none() && edge::within(context.hits, start, tail.start).any(sector) {
        return None;
    }
    if official.is_none() && (!continues || head.tail == heads::PLAIN.tail) && is_generic(stem) {
        return None;
    }
    // 台州湾循环经济产业集聚区: a place that is no mention of its own counts too.
    let opens = |hit: &Hit<'_>| !hit.ambiguous && hit.span.len() > 3 && matches!(hit.entry, Entry::Division(_) | Entry::Region(_));
    let opened = edge::starting_at(context.hits, start, context.text.len()).any(opens);
    let placed = opened || continues || last_place.is_some_and(|place| place.start >= start);
    let enough = match head.needs {
        // 望川市|新能源示范区: the place stands beside the sector that the zone is called by.
        Needs::Place if last_place.is_some_and(|place| place.end == start) && edge::within(context.hits, start, tail.start).any(sector) => true,
        Needs::PlaceAlone => {
            let alone = last_place.is_some_and(|place| place.start >= start && place.end == tail.start);
            official.is_some() || alone && !stem.ends_with(['镇', '乡', '村'])
        }
        Needs::Place => placed || words::BILATERAL.begin(stem) || official.is_some(),
        Needs::Name | Needs::NameOrNothing | Needs::Nothing => stem.chars().count() >= 2,
    };
    // 地区 of a plain 园区 must be short and sure: 中川园区.
    let plain = head.tail == heads::PLAIN.tail && stem.chars().count() > 10;
    (enough && !plain).then(|| zone(start, if official.is_some() { "zone.official" } else { "zone.head" }))
}

/// 各县(市)区、|开发区: whether the list before tells of each of its kind.
fn is_each(before: &str) -> bool {
    /// How many characters of the list are looked through.
    const LONGEST: usize = 10;
    let list = before.strip_suffix(['、', '和', '及']).unwrap_or_default();
    list.ends_with(['区', '县', '市', '旗', ')', '）'])
        && list.chars().rev().take(LONGEST).take_while(|c| !matches!(c, '，' | ',' | '。')).any(|c| c == '各')
}

/// Where the place stands that opens a name of two trades, of which the second begins at `start`.
fn two_trades(context: &Context<'_>, places: &[(Span, Option<String>)], start: usize, floor: usize) -> Option<usize> {
    let before = context.text.get(..start)?.strip_suffix(['和', '与', '及'])?.len();
    let trade = company::trade::chain_before(context.text, context.hits, floor, before);
    let last = places.partition_point(|(span, _)| span.end <= trade).checked_sub(1).and_then(|at| places.get(at));
    last.filter(|(span, _)| trade < before && span.end == trade && span.start >= floor).map(|(span, _)| span.start)
}

/// Where an official name that ends with this type begins.
fn official_start(context: &Context<'_>, tail: Span) -> Option<usize> {
    let from = context.hits.partition_point(|hit| hit.span.start + 90 < tail.start);
    let near = context.hits.get(from..)?.iter().take_while(|hit| hit.span.start < tail.start);
    // 望川临港|综合保税区: a short name of the list that begins inside a word is none.
    let whole = |hit: &&Hit<'_>| tail.start.saturating_sub(hit.span.start) != '港'.len_utf8();
    near.filter(|hit| hit.span.end == tail.end && matches!(hit.entry, Entry::Zone(_))).filter(whole).map(|hit| hit.span.start).min()
}

/// Where the name begins, read from the type to the left.
fn left_edge(context: &Context<'_>, places: &[(Span, Option<String>)], head: Head, tail: Span, floor: usize) -> Option<usize> {
    let text = context.text;
    let mut at = tail.start;
    let mut left = edge::left(text, context.hits, at, floor, true);
    // Modifiers inside the name (高端, 专精特新) are no end of it.
    for _ in 0..4 {
        if left.wall != Wall::Noun {
            break;
        }
        let behind = text.get(..left.walked)?;
        // 中国特色|自由贸易港 says what kind of port Hainan is.
        let Some(inner) = words::INNER.ending(behind).next().filter(|_| !behind.ends_with("中国特色")) else { break };
        at = left.walked - inner.len();
        if at < floor {
            break;
        }
        let further = edge::left(text, context.hits, at, floor, true);
        left = edge::Left { place: further.place, ..further };
        left.walked = left.walked.min(at);
    }
    if left.wall == Wall::Reach {
        return inside(places, left.walked, tail.start).iter().rev().find(|(_, code)| code.is_some()).map(|(span, _)| span.start);
    }
    let mut start = left.walked;
    // The last place of a row opens the name: 河北|邢台高新区; what stands before a place is not part of it, unless it is a brand (星巴克中国咖啡…).
    // 大厂潮|白河工业区: behind a mark a county called after a river is cut out of the river's longer name.
    let river = |span: &Span| {
        let county = span.of(text);
        left.wall == Wall::Mark && span.start > start && county.chars().count() == 2 && county.ends_with(['河', '江', '湖', '溪'])
    };
    let city = |code: &str| code.ends_with("00");
    let inside = inside(places, start, tail.start).iter().filter(|(span, code)| code.as_deref().is_some_and(|code| city(code) || !river(span)));
    let inside: Vec<Span> = inside.map(|(span, _)| *span).collect();
    if let Some(first) = inside.first().filter(|first| first.of(text) != "中国" || first.start == start) {
        let bracketed = text.get(..first.start).is_some_and(|before| before.ends_with(['(', '（']));
        if !bracketed && !opens_before_place(context, Span::new(start, first.start), head, left.wall) {
            start = first.start;
            for pair in inside.windows(2) {
                if let [one, next] = pair {
                    // 广东|海南先进制造业合作产业园: both partners open the name
                    let partners = head.class == "cooperation_park" && !is_full(one.of(text)) && !is_full(next.of(text));
                    if one.end == next.start && one.start == start && !partners {
                        start = next.start;
                    }
                }
            }
        }
    }
    Some(start)
}

/// Whether the words before the first place belong to the name of a park: two countries (中新|广州知识城), a firm (蓝湾|贵州数据科技城).
fn opens_before_place(context: &Context<'_>, front: Span, head: Head, wall: Wall) -> bool {
    let words = front.of(context.text);
    if words::BILATERAL.hold(words) {
        return true;
    }
    let park = matches!(head.class, "industrial_park" | "science_park" | "logistics_park" | "ecommerce_park");
    let edged = matches!(wall, Wall::Mark | Wall::Verb | Wall::Noun | Wall::Party | Wall::Particle);
    let brand = (2..=4).contains(&words.chars().count()) && company::is_brand_like(words) && !company::generic::is_generic(words);
    park && edged && brand && !is_generic(words) && !edge::within(context.hits, front.start, front.end).any(edge::is_place)
}

/// Whether a place is written with its ending: such a place stands beside the name of a zone, a bare one belongs to it.
fn is_full(place: &str) -> bool {
    let length = place.chars().count();
    place.ends_with('县')
        || place.ends_with("街道")
        || (length >= 3 && place.ends_with(['省', '市', '区', '旗', '镇', '州', '盟', '乡']) && place != "景德镇")
}

/// Takes full places off the front, 慈溪市|杭州湾新区, and a bare one on: 杭州下沙|经济开发区.
fn beside_places(context: &Context<'_>, places: &[(Span, Option<String>)], start: usize, tail: usize, official: bool) -> usize {
    let text = context.text;
    let mut start = start;
    let mut taken = false;
    while let Some((span, _)) = inside(places, start, tail).first().filter(|(span, _)| span.start == start) {
        if official || !is_full(span.of(text)) || span.end == tail {
            return beside_named_zone(text, places, start);
        }
        start = span.end;
        taken = true;
    }
    if taken || start == tail {
        return start;
    }
    let before = places.partition_point(|(span, _)| span.end < start);
    let bare = places.get(before).filter(|(span, code)| span.end == start && code.is_some() && !is_full(span.of(text)));
    // 上海临港 is a firm too, and no place was read there.
    let named = |hit: &&Hit<'_>| {
        hit.span.end == start
            && !hit.ambiguous
            && matches!(hit.entry, Entry::Division(place) if place.level != "county" && !is_full(hit.span.of(text)))
    };
    let from = context.hits.partition_point(|hit| hit.span.start + 12 < start);
    let hit = || context.hits.get(from..)?.iter().take_while(|hit| hit.span.start < start).find(named).map(|hit| hit.span.start);
    bare.map(|(span, _)| span.start).or_else(hit).unwrap_or_else(|| beside_named_zone(text, places, start))
}

/// A zone that is called without its type opens the name as a bare place does: 雄安|中关村科技园. So do places before a dash: 天津滨海-|中关村科技园.
fn beside_named_zone(text: &str, places: &[(Span, Option<String>)], start: usize) -> usize {
    if let Some(dash) = text.get(..start).and_then(|before| before.strip_suffix(['-', '—', '–'])).map(str::len) {
        let next = places.partition_point(|(span, _)| span.end < dash);
        let mut left = dash;
        for (span, _) in places.get(..=next).unwrap_or_default().iter().rev() {
            if span.end == left {
                left = span.start;
            }
        }
        return if left < dash { left } else { start };
    }
    let before = text.get(..start).unwrap_or_default();
    words::BY_NAME.iter().find(|(short, ..)| before.ends_with(short)).map_or(start, |(short, ..)| start - short.len())
}

/// 招商再出发·|高新区项目对接会: before a dot stands a place or a brand, else the name begins behind it.
fn behind_dot(context: &Context<'_>, places: &[(Span, Option<String>)], start: usize, tail: usize) -> usize {
    let stem = Span::new(start, tail).of(context.text);
    let Some((at, dot)) = stem.char_indices().rev().find(|(_, c)| *c == '·') else { return start };
    let front = Span::new(start, start + at);
    let placed = inside(places, front.start, front.end).iter().any(|(span, _)| span.end == front.end);
    let named = front.is_empty()
        || placed
        || company::is_brand_like(front.of(context.text))
        || words::BY_NAME.iter().any(|(short, ..)| front.of(context.text).ends_with(short));
    if named { start } else { front.end + dot.len_utf8() }
}

/// The places between two offsets.
fn inside(places: &[(Span, Option<String>)], from: usize, to: usize) -> &[(Span, Option<String>)] {
    let first = places.partition_point(|(span, _)| span.start < from);
    let last = places.partition_point(|(span, _)| span.end <= to);
    places.get(first..last.max(first)).unwrap_or_default()
}

/// Cuts the stem after the last function character that is no part of a word.
fn cut(context: &Context<'_>, places: &[(Span, Option<String>)], start: usize, tail: usize) -> usize {
    let stem = Span::new(start, tail).of(context.text);
    let held = |at: usize, c: char| {
        let end = at + c.len_utf8();
        let placed = inside(places, at.saturating_sub(30), tail).iter().any(|(span, _)| span.start <= at && end <= span.end);
        let worded = words::HOLDING.iter().any(|word| {
            word.char_indices().any(|(shift, w)| {
                w == c && at.checked_sub(shift).and_then(|from| context.text.get(from..)).is_some_and(|text| text.starts_with(word))
            })
        });
        placed || worded
    };
    let mut start = stem
        .char_indices()
        .rev()
        .find(|(at, c)| words::CUTS.contains(*c) && !held(start + at, *c))
        .map_or(start, |(at, c)| start + at + c.len_utf8());
    let stem = Span::new(start, tail).of(context.text);
    let verb = words::INNER_VERBS.iter().filter_map(|verb| stem.rfind(verb).map(|at| at + verb.len())).max();
    start += verb.unwrap_or_default();
    while let Some(c) = Span::new(start, tail).of(context.text).chars().next().filter(|c| words::OPENERS.contains(*c)) {
        // 10亿元的|正威产业园: behind 的 it opens a name.
        let named = c == '正' && context.text.get(..start).is_some_and(|before| before.ends_with('的'));
        if held(start, c) || named {
            break;
        }
        start += c.len_utf8();
    }
    start
}

/// Takes words off the front that lead the name in: 建设, 首个.
fn strip_leading(context: &Context<'_>, start: usize, tail: usize) -> usize {
    let mut start = start;
    // 1.1亿|元|清河人参产业园区
    let paid = context.text.get(..start).is_some_and(|before| before.ends_with(['亿', '万', '千', '百']));
    if paid && context.text.get(start..tail).is_some_and(|stem| stem.starts_with('元')) {
        start += '元'.len_utf8();
    }
    loop {
        let stem = Span::new(start, tail).of(context.text);
        let Some(word) = words::LEADING.longest_beginning(stem) else { return start };
        // 新 and 老 lead in a name only before a place: 新|临江园区, but 新能源产业园.
        let place = || edge::within(context.hits, start + word.len(), tail).any(|hit| hit.span.start == start + word.len() && edge::is_place(hit));
        if word.chars().count() == 1 && !place() {
            return start;
        }
        start += word.len();
    }
}

/// Whether the stem is made of words that name nothing.
fn is_generic(stem: &str) -> bool {
    let mut rest = stem;
    while !rest.is_empty() {
        let Some(word) = words::GENERIC.longest_beginning(rest) else { return false };
        rest = rest.get(word.len()..).unwrap_or_default();
    }
    true
}

/// Adds zones where the text calls them by a name that it introduced, and tells which zone each such name is short for.
fn introduced<'t>(text: &'t str, found: &mut Vec<Found>) -> HashMap<&'t str, Span> {
    let spans: Vec<Span> = found.iter().map(|zone| zone.span).collect();
    let mut given = introduction::of_names(text, &spans, &spans, |name| is_generic(name) || matches!(name, "园区" | "示范区" | "新区"));
    given.extend(introduction::latin_names(text, &spans));
    for short in &given {
        let head = found.iter().find(|zone| zone.span == short.full).map_or(heads::PLAIN, |zone| zone.head);
        let zone = |span: &Span| Found { span: *span, head: Head { tail: "", ..head }, tail: span.end, rule: "zone.introduced", holds: None };
        found.extend(short.places.iter().map(zone));
    }
    found.sort_by_key(|zone| zone.span.start);
    given.into_iter().map(|short| (short.name, short.full)).collect()
}

/// What a 临港区 is called.
const BY_PORT: &str = "临港";

/// Adds zones that are called without their type: 雄安, and 临港 in an article about 临港区.
fn by_name(context: &Context<'_>, found: &mut Vec<Found>) {
    let mut names: Vec<(String, Head)> =
        words::BY_NAME.iter().map(|(short, _, class, _)| (String::from(*short), Head { tail: "", class, needs: Needs::Name })).collect();
    let by_port = |zone: &&Found| {
        zone.head.tail == "临港区" || zone.head.tail == "新片区" && Span::new(zone.span.start, zone.tail).of(context.text).ends_with(BY_PORT)
    };
    if let Some(zone) = found.iter().find(by_port) {
        names.push((String::from(BY_PORT), Head { tail: "", ..zone.head }));
    }
    let mut more = Vec::new();
    for (short, head) in names {
        let here = |at: &usize| context.text.get(*at..).is_some_and(|rest| rest.starts_with(short.as_str()));
        for at in context.starts.of(Start::ZoneName).filter(here) {
            let span = Span::new(at, at + short.len());
            let after = context.text.get(span.end..).unwrap_or_default();
            // 雄安|在线: a site is called by the place
            let site = words!["在线", "新闻网", "头条", "融媒"].begin(after);
            let longer = site || after.starts_with(['区', '湾', '路', '街', '县', '镇', '大']);
            // Zones that nest share an end, so the last one that starts before tells whether the word is taken.
            let next = found.partition_point(|zone| zone.span.start < span.end);
            let taken = found.get(next.saturating_sub(2)..next).unwrap_or_default().iter().any(|zone| zone.span.overlaps(span));
            // 陕西咸阳 holds no 西咸.
            let next = context.hits.partition_point(|hit| hit.span.start <= span.start);
            let here = context.hits.get(next..).unwrap_or_default().iter().take_while(|hit| hit.span.start < span.end);
            let crossed = here.into_iter().any(|hit| hit.span.end > span.end && edge::is_place(hit) && !edge::is_short_county(hit));
            if !longer && !taken && !crossed {
                more.push(Found { span, head, tail: span.end, rule: "zone.by_name", holds: None });
            }
        }
    }
    parts(context, found, &mut more);
    shorter(context, found, &mut more);
    found.extend(more);
    found.sort_by_key(|zone| zone.span.start);
}

/// Adds such parks where the text leaves 园区 away: 中关村壹号|园区 is 中关村壹号.
fn shorter(context: &Context<'_>, found: &[Found], more: &mut Vec<Found>) {
    let text = context.text;
    let stem = |zone: &&Found| {
        let name = Span::new(zone.span.start, zone.tail).of(text);
        let own = words::OF_PARTS.begin(name) && !words::OF_PARTS.hold(name) && name.chars().nth(4).is_some();
        zone.head.tail == heads::PLAIN.tail && own
    };
    let Some(zone) = found.iter().find(stem) else { return };
    let name = Span::new(zone.span.start, zone.tail).of(text);
    for at in context.starts.of(Start::ZoneName).filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(name))) {
        let span = Span::new(at, at + name.len());
        if !found.iter().chain(more.iter()).any(|zone| zone.span.overlaps(span)) {
            more.push(Found { span, tail: span.end, rule: "zone.by_name", ..*zone });
        }
    }
}

/// Adds the parts of a park that has one in each district: 中关村|延庆|园.
fn parts(context: &Context<'_>, found: &[Found], more: &mut Vec<Found>) {
    for (at, name) in words::OF_PARTS.found_at(context.text, context.starts.of(Start::ZoneName)) {
        let from = at + name.len();
        let district = edge::starting_at(context.hits, from, context.text.len())
            .filter(|hit| matches!(hit.entry, Entry::Division(_)) && edge::is_place(hit))
            .find(|hit| context.text.get(hit.span.end..).is_some_and(|rest| rest.starts_with('园') && !rest.starts_with("园林")));
        let Some(district) = district else { continue };
        let rest = context.text.get(district.span.end..).unwrap_or_default();
        let tail = if rest.starts_with("园区") { "园区" } else { "园" };
        let span = Span::new(at, district.span.end + tail.len());
        if !found.iter().any(|zone| zone.span.overlaps(span)) {
            let head = Head { tail: "园", class: "science_park", needs: Needs::Name };
            more.push(Found { span, head, tail: district.span.end, rule: "zone.part", holds: None });
        }
    }
}
