//! A company's name taken apart: 路虹(山东)光电科技有限公司 is brand, place, trade and legal form.

use super::form;
use super::{tail, trade};
use crate::entity::edge;
use crate::lexicon::{Entry, Hit, Lexicon, lies_in};
use crate::span::Span;
use crate::word_table::{Words, words};

/// The parts of a company's name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Parts {
    /// Places named inside, as written, in order.
    pub place: Vec<String>,
    /// The distinctive part.
    pub brand: Option<String>,
    /// What it does.
    pub trade: Vec<String>,
    /// Its endings: 集团, 有限公司, 分公司.
    pub ending: Vec<String>,
    /// limited, joint_stock, group …
    pub form: Option<String>,
}

/// Takes a company's name apart.
///
/// ```
/// use zhecon::entity::company::parts;
///
/// let parts = parts("优康利莱新医疗科技(威海)有限公司");
/// assert_eq!(parts.brand.as_deref(), Some("优康利莱"));
/// assert_eq!(parts.place, ["威海"]);
/// assert_eq!(parts.ending, ["有限公司"]);
/// ```
#[must_use]
pub fn parts(name: &str) -> Parts {
    let hits = Lexicon::embedded().scan(name);
    let mut parts = Parts::default();
    let mut core = Span::new(0, name.len());
    take_endings(name, &hits, &mut core, &mut parts);
    take_front_places(name, &hits, &mut core, &mut parts);
    take_trades(name, &hits, &mut core, &mut parts);
    // 环球国际航运: 国际 goes with the trade.
    let stem = core.of(name);
    if stem.chars().count() >= 4 && stem.ends_with("国际") && !parts.trade.is_empty() {
        core.end -= "国际".len();
        if let Some(trade) = parts.trade.first_mut() {
            trade.insert_str(0, "国际");
        }
    }
    // 中节能|环保: a trade is no part of a well-known brand.
    if core.of(name).chars().count() == 1 {
        if let Some(known) = super::known::shortest_at(name.get(core.start..).unwrap_or_default()).filter(|known| *known > core.len()) {
            let rest: String =
                parts.trade.concat().chars().skip(name.get(core.end..core.start + known).unwrap_or_default().chars().count()).collect();
            core.end = core.start + known;
            parts.trade = vec![rest].into_iter().filter(|trade| !trade.is_empty()).collect();
        }
    }
    // 远川(临江)制造业投资基金合伙企业: behind the place in brackets stands what the fund is for.
    if parts.ending.iter().any(|ending| ending.contains("合伙")) {
        let inner = core.of(name).split_once(['(', '（']).and_then(|(brand, rest)| Some((brand, rest.split_once([')', '）'])?)));
        if let Some((brand, (place, purpose))) = inner.filter(|(brand, (_, purpose))| !brand.is_empty() && !purpose.is_empty()) {
            parts.place.push(place.to_owned());
            parts.trade.insert(0, purpose.to_owned());
            core.end = core.start + brand.len();
        }
    }
    // 百灵|企业集团|制药: a group inside the name is no part of the brand.
    let group = words!["企业集团", "实业集团", "集团"].ending(core.of(name)).next().map(|group| group.len());
    if let Some(length) = group.filter(|length| core.len() > length + "某".len()) {
        parts.ending.insert(0, Span::new(core.end - length, core.end).of(name).to_owned());
        core.end -= length;
    }
    if core.is_empty() || core.of(name).chars().nth(1).is_none() {
        give_back_brand(name, &hits, &mut core, &mut parts);
    }
    let brand = core.of(name).trim_matches(['(', ')', '（', '）', '-', ' ']);
    parts.brand = (!brand.is_empty()).then(|| brand.to_owned());
    parts
}

/// 江西省西南化工, 黄河工程咨询: where nothing distinctive is left, a region or river at the end of the places is it. So is the short name of a county
/// behind another place (宁夏|江南集成科技) or in a short name (泰和新材, 新华联).
fn give_back_brand(name: &str, hits: &[Hit<'_>], core: &mut Span, parts: &mut Parts) {
    let legal = parts.ending.iter().any(|ending| ending.contains("公司"));
    let rest = !core.is_empty();
    let gives = |hit: &&Hit<'_>| {
        let region = matches!(hit.entry, Entry::Region(_));
        hit.span.end == core.start && if region { legal && !rest } else { edge::is_short_county(hit) && (hit.span.start > 0 || !legal || rest) }
    };
    // 深圳福田: what lies in the place before it is one too.
    let code = |hit: &Hit<'_>| match hit.entry {
        Entry::Division(division) => Some(division.code.to_owned()),
        _ => None,
    };
    let held = |hit: &&Hit<'_>| {
        let all: Vec<String> = edge::within(hits, hit.span.start, hit.span.end).filter(|same| same.span == hit.span).filter_map(code).collect();
        edge::within(hits, 0, hit.span.start).filter_map(code).any(|above| all.iter().any(|inner| lies_in(inner, &above)))
    };
    let Some(last) = edge::within(hits, 0, core.start).filter(|hit| gives(hit) && !held(hit)).min_by_key(|hit| hit.span.start) else { return };
    if let Some(place) = parts.place.first_mut() {
        let rest = Span::new(0, last.span.start).of(name);
        if rest.is_empty() {
            parts.place.remove(0);
        } else {
            *place = rest.to_owned();
        }
        *core = Span::new(last.span.start, core.end);
    }
}

/// Endings of shops and small traders, which no news names as firms but registers do.
static SHOPS: Words<&str> = Words::of(&[
    "图书店",
    "小百货店",
    "百货商店",
    "百货店",
    "便利店",
    "专卖店",
    "旗舰店",
    "商贸店",
    "书店",
    "商店",
    "淘宝店",
    "网店",
    "饭店",
    "大药房",
    "药房",
    "商行",
    "经营部",
    "门市部",
    "生活馆",
    "超市",
    "商场",
    "商城",
    "专柜",
    "工作室",
    "养殖场",
    "种植场",
    "加工坊",
    "水果摊",
    "店",
    "厂",
]);

fn take_endings(name: &str, hits: &[Hit<'_>], core: &mut Span, parts: &mut Parts) {
    loop {
        let here = core.of(name);
        // The leftmost chain that reaches the end is the whole of it.
        let chain = here
            .char_indices()
            .rev()
            .take(16)
            .filter_map(|(at, _)| form::chain(here, at).filter(|chain| chain.end == here.len()).map(|chain| (at, chain)))
            .last();
        if let Some((at, chain)) = chain.filter(|(at, _)| *at > 0) {
            parts.ending.insert(0, here.get(at..).unwrap_or_default().to_owned());
            parts.form = parts.form.take().or(chain.form.map(str::to_owned));
            core.end = core.start + at;
        } else if let Some(shop) = SHOPS.iter().find(|shop| parts.ending.is_empty() && here.ends_with(**shop) && here.len() > shop.len()) {
            parts.ending.insert(0, (*shop).to_owned());
            core.end -= shop.len();
        } else {
            break;
        }
        // A place between a company and its branch.
        let here = core.of(name);
        // 中国矿产|资源|集团: before a group the short name of a county is the word that it also is.
        let group = parts.ending.iter().all(|ending| ending == "集团");
        let place = |hit: &&Hit<'_>| edge::is_place(hit) && hit.span.end == core.end && !(group && edge::is_short_county(hit));
        let place = edge::within(hits, core.start, core.end).filter(place).max_by_key(|hit| hit.span.len());
        if let Some(place) = place.filter(|place| is_firm(here.get(..place.span.start - core.start).unwrap_or_default())) {
            parts.place.push(place.span.of(name).to_owned());
            core.end = place.span.start;
        } else if !ends_in_form(here) {
            break;
        }
    }
}

/// What a branch belongs to: a name with its form, or one that is known without (中国电信|宁夏|分公司).
fn is_firm(text: &str) -> bool {
    ends_in_form(text) || super::known::ends_with_known(text) == Some(0)
}

fn ends_in_form(text: &str) -> bool {
    form::ENDINGS.end(text)
}

/// Brands that begin with the name of a place and have nothing to do with it.
static OPENED_BY_A_PLACE: Words<&str> = Words::of(&["阿里巴巴", "阿里云", "阿里健康", "宁德时代"]);

fn take_front_places(name: &str, hits: &[Hit<'_>], core: &mut Span, parts: &mut Parts) {
    // 阿里巴巴, 宁德时代: the place is the beginning of the brand.
    if OPENED_BY_A_PLACE.begin(name) {
        return;
    }
    let mut end = tail::places_end(hits, core.start, core.end);
    // 东湖临水: a district is named behind its city; alone its short name is a brand.
    let mut whole = edge::within(hits, core.start, end).filter(|hit| hit.span == Span::new(core.start, end) && edge::is_place(hit)).peekable();
    if whole.peek().is_some() && whole.all(is_bare_district) {
        return;
    }
    // 栖霞山: the place belongs to the mountain that the firm is called by.
    if let Some(last) = edge::within(hits, core.start, end).find(|hit| edge::is_short_county(hit) && hit.span.end == end) {
        if name.get(end..).is_some_and(|rest| rest.starts_with(['山', '湖', '河', '江'])) {
            end = last.span.start;
        }
    }
    // 中国平安: places alone are one and a brand.
    if end == core.end {
        if let Some(last) =
            edge::within(hits, core.start, end).find(|hit| edge::is_short_county(hit) && hit.span.end == end && hit.span.start > core.start)
        {
            end = last.span.start;
        }
    }
    if end >= core.end {
        return;
    }
    // 北辰(中国)投资: a place that a bracket follows is the brand.
    if name.get(end..).is_some_and(|rest| rest.starts_with(['(', '（']))
        && edge::within(hits, core.start, end).any(|hit| edge::is_short_county(hit) && hit.span.end == end)
    {
        return;
    }
    if end > core.start {
        // 昆山千灯镇, 海兴县郭桥村: a town below the last division.
        let rest = Span::new(end, core.end).of(name);
        let town = rest
            .char_indices()
            .take(6)
            .skip(1)
            .find(|(_, c)| matches!(c, '镇' | '乡' | '村'))
            .or_else(|| rest.find("街道").filter(|at| *at <= 12).map(|at| (at + "街".len(), '道')));
        if let Some((at, c)) = town.filter(|(at, c)| end + at + c.len_utf8() < core.end) {
            end += at + c.len_utf8();
        }
        parts.place.insert(0, Span::new(core.start, end).of(name).to_owned());
        core.start = end;
    }
}

/// Whether the hit is the short name of a district.
fn is_bare_district(hit: &Hit<'_>) -> bool {
    matches!(hit.entry, Entry::Division(division) if hit.ambiguous && !division.full && division.name.ends_with('区')) && edge::is_short_county(hit)
}

fn take_trades(name: &str, hits: &[Hit<'_>], core: &mut Span, parts: &mut Parts) {
    loop {
        let from = trade::chain_before(name, hits, core.start, core.end);
        if from < core.end {
            parts.trade.insert(0, Span::new(from, core.end).of(name).to_owned());
            core.end = from;
            // 新医疗, 新材料: 新 belongs to the trade, unless the brand would be one character (日新).
            let brand = core.of(name);
            if brand.ends_with('新') && brand.chars().count() >= 3 {
                core.end -= '新'.len_utf8();
                if let Some(trade) = parts.trade.first_mut() {
                    trade.insert(0, '新');
                }
            }
        }
        let closed = core.of(name).ends_with([')', '）']);
        match edge::bracket(name, hits, core.end).filter(|open| closed && *open >= core.start) {
            Some(open) => {
                let inner = Span::new(open, core.end).of(name).trim_matches(['(', ')', '（', '）']);
                if matches!(inner, "集团" | "控股") {
                    parts.ending.insert(0, inner.to_owned());
                } else {
                    parts.place.push(inner.to_owned());
                }
                core.end = open;
            }
            None => break,
        }
    }
    // A place at the end of the stem: 环球国际航运青岛有限公司.
    let place = edge::within(hits, core.start, core.end)
        .filter(|hit| edge::is_place(hit) && hit.span.end == core.end && hit.span.start > core.start)
        .filter(|hit| !edge::is_short_county(hit) || is_firm(Span::new(core.start, hit.span.start).of(name)))
        .max_by_key(|hit| hit.span.len());
    if let Some(place) = place.filter(|place| parts.place.is_empty() && place.span.start - core.start >= 6) {
        parts.place.push(place.span.of(name).to_owned());
        core.end = place.span.start;
        take_trades(name, hits, core, parts);
    }
}
