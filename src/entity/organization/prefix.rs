//! What stands before an office and belongs to its name: a place, a zone, a level (市商务局), 国家, 中国.

use crate::context::{Context, Mention};
use crate::entity::Kind;
use crate::entity::edge::{self, Wall};
use crate::lexicon::Entry;
use crate::offsets::Offsets;
use crate::word_table::Words;

/// What was found before an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing that belongs to the name.
    Nothing,
    /// 市, 区, 省: the place is understood.
    Level,
    /// A place, a zone, 国家 or 中国.
    Place,
    /// A foreign country.
    Country,
}

/// Starts of the places and zones found before, by their ends, the longest first.
pub(super) struct Places {
    starts: Offsets<usize>,
}

impl Places {
    pub(super) fn of(context: &Context<'_>, mentions: &[Mention]) -> Self {
        let named = mentions.iter().filter(|mention| matches!(mention.kind(), Kind::Place | Kind::Zone));
        let mut starts: Vec<(usize, usize)> = named.map(|mention| (mention.span.end, mention.span.start)).collect();
        starts.sort_unstable();
        Self { starts: Offsets::of(context.text.len(), starts) }
    }
}

/// Words that open the names of central bodies.
static CENTRAL: Words<&str> = Words::of(&[
    "国家",
    "中国",
    "中央",
    "全国",
    "中共",
    "民革",
    "民盟",
    "民建",
    "民进",
    "农工党",
    "致公党",
    "九三学社",
    "台盟",
    "中华",
    "中华人民共和国",
    "国务院",
    "世界",
    "国际",
    "亚洲",
    "欧洲",
    "联邦",
    "皇家",
]);

/// Kinds of zone and division that a name before an office may end in; longer ones first.
static AREAS: Words<&str> = Words::of(&[
    "综合保税区",
    "重点开发开放试验区",
    "经济技术开发区",
    "经济开发区",
    "高新技术产业开发区",
    "高新技术开发区",
    "旅游度假区",
    "自由贸易试验区",
    "自贸试验区",
    "开发区",
    "高新区",
    "经开区",
    "综保区",
    "保税区",
    "保税港区",
    "新区",
    "园区",
    "自贸区",
    "示范区",
    "片区",
    "工业园",
    "产业园",
    "新城",
    "管理区",
    "合作区",
    "度假区",
    "风景区",
    "试验区",
    "示范园",
    "农高区",
    "先行区",
    "自治区",
    "自治州",
    "自治县",
    "街道",
    "市",
    "区",
    "县",
    "省",
    "州",
    "旗",
    "盟",
    "镇",
    "乡",
    "村",
    "社区",
    "地区",
]);

/// Where the name begins whose office starts at `at`.
pub(super) fn start(context: &Context<'_>, places: &Places, at: usize, floor: usize) -> (usize, Before) {
    let (mut from, mut before) = (at, Before::Nothing);
    let mut areas = 0;
    for _ in 0..6 {
        if from <= floor {
            break;
        }
        // 高|新区: what is a place by its end is a type of zone as a whole.
        let area = context.text.get(floor..from).and_then(|behind| AREAS.longest_ending(behind)).map_or(from, |area| from - area.len());
        if let Some(start) = place_before(context, places, from).filter(|(start, _)| *start >= floor && *start <= area) {
            let foreign = start.1;
            from = start.0;
            before = if foreign { Before::Country } else { Before::Place };
            continue;
        }
        let behind = context.text.get(floor..from).unwrap_or_default();
        if let Some(word) = CENTRAL.longest_ending(behind) {
            from -= word.len();
            before = Before::Place;
            continue;
        }
        let (start, area) = area_before(context, from, floor);
        match (before, area) {
            (_, Before::Place) if areas < 2 => (from, before) = (start, area),
            (Before::Nothing, Before::Level) => return (start, area),
            _ => break,
        }
        areas += 1;
    }
    (from, before)
}

/// The place or zone that ends at `at`, and whether it is a foreign country.
fn place_before(context: &Context<'_>, places: &Places, at: usize) -> Option<(usize, bool)> {
    let hit = edge::ending_at(context.hits, at, 60).find(|hit| edge::is_place(hit));
    let mention = places.starts.get(at).copied();
    let foreign = hit.is_some_and(|hit| matches!(hit.entry, Entry::Country { code, .. } if !matches!(code, "CN" | "HK" | "MO" | "TW")));
    let start = [mention, hit.map(|hit| hit.span.start)].into_iter().flatten().min()?;
    Some((start, foreign))
}

/// A zone, division or level that no list knows: 临港区 + 商务局, 市 + 商务局.
fn area_before(context: &Context<'_>, at: usize, floor: usize) -> (usize, Before) {
    let text = context.text;
    let behind = text.get(floor..at).unwrap_or_default();
    let Some(area) = AREAS.longest_ending(behind) else { return (at, Before::Nothing) };
    let tail = at - area.len();
    let left = edge::left(text, context.hits, tail, floor, true);
    let name = text.get(left.start..tail).unwrap_or_default();
    let name = if name.ends_with(['和', '与', '及', '同', '、', '委', '府', '局']) { "" } else { name };
    // 望川市、临江市|两市政府: a number of areas is none of them.
    if name.ends_with(['两', '三', '各', '每']) {
        return (at, Before::Nothing);
    }
    let length = name.chars().count();
    // 州长助理杨德涛率|州投资促进局: a verb or a title stands before the level.
    let led = name.ends_with(['率', '带', '陪'])
        || name.contains('在')
        || ["助理", "市长", "县长", "区长", "州长", "书记", "主任"].iter().any(|title| name.contains(title));
    let whole = matches!(left.wall, Wall::Reach) || length > 8 || length == 1 || led;
    if length == 0 || whole {
        // 全市, 各县: no body of one place.
        let quantified = text.get(..tail).unwrap_or_default().ends_with(['全', '各', '每', '多', '两', '三', '我', '本']);
        let level = matches!(
            *area,
            "市" | "区"
                | "县"
                | "省"
                | "州"
                | "旗"
                | "盟"
                | "镇"
                | "乡"
                | "村"
                | "自治区"
                | "开发区"
                | "先行区"
                | "园区"
                | "高新区"
                | "经开区"
                | "新区"
        );
        return if level && !quantified { (tail, Before::Level) } else { (at, Before::Nothing) };
    }
    (left.start, Before::Place)
}
