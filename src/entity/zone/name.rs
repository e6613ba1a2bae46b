//! What a zone is called: in the article at its fullest, and in the official lists.

use super::words::{BILATERAL, BY_NAME};
use super::{Found, Zone};
use crate::context::{Context, Mention};
use crate::entity::{Value, edge};
use crate::lexicon::{Entry, ZoneEntry, lies_in};
use crate::limits::{PARAGRAPH, ZONES};
use crate::span::Span;
use crate::word_table::{Words, words};
use std::collections::HashMap;

/// Types that are one under two names.
static SHORTER: Words<(&str, &str)> = Words::of_pairs(&[("综保区", "综合保税区")]);

/// Types that are one, in full and in short: the bare one of either stands for a zone named by the other.
static FAMILIES: [&[&str]; 3] =
    [&["高新区", "高新技术产业开发区", "高新技术开发区", "高新开发区"], &["经开区", "经济技术开发区", "经济开发区"], &["自贸港", "自由贸易港"]];

/// Whether two types are one.
fn same_type(one: &str, other: &str) -> bool {
    one == other || FAMILIES.iter().any(|family| family.contains(&one) && family.contains(&other))
}

/// The class of a zone: 国际物流|产业园 is a logistics park, 科技|产业园 a science park.
fn class_of(stem: &str, zone: &Found) -> &'static str {
    if zone.head.class != "industrial_park" {
        return zone.head.class;
    }
    if stem.contains("电商") || stem.contains("电子商务") {
        return "ecommerce_park";
    }
    if BILATERAL.begin(stem) || stem.ends_with("合作") {
        return "cooperation_park";
    }
    if stem.ends_with("物流") {
        return "logistics_park";
    }
    if stem.ends_with("科技") && zone.head.tail.starts_with("产业园") {
        return "science_park";
    }
    if zone.head.tail == "工业园区" && stem.ends_with("高新技术") {
        return "high_tech";
    }
    zone.head.class
}

/// Where a zone lies: by the first mention that is sure of it, and by the first of the others.
#[derive(Default)]
struct Told {
    sure: Option<String>,
    likely: Option<String>,
}

/// Mentions of all zones that were found.
pub(super) fn settle(
    context: &Context<'_>,
    places: &[(Span, Option<String>)],
    found: &[Found],
    called: &HashMap<&str, Span>,
    mentions: &mut Vec<Mention>,
) {
    let text = context.text;
    let names: Vec<String> = found.iter().map(|zone| expanded(zone.span.of(text))).collect();
    let classes: Vec<&'static str> = found.iter().map(|zone| class_of(Span::new(zone.span.start, zone.tail).of(text), zone)).collect();
    let mut settled: Vec<Option<Zone>> = Vec::with_capacity(found.len());
    // Where each zone lies by the first mention that is sure of it, else by the first that tells.
    let mut told: HashMap<String, Told> = HashMap::new();
    for (at, zone) in found.iter().enumerate() {
        let Some(name) = names.get(at) else { continue };
        let Some(class) = classes.get(at) else { continue };
        if let Some((_, full, class, place)) = BY_NAME.iter().find(|(short, ..)| *short == name) {
            let canonical = (*full).to_owned();
            settled.push(Some(finish(
                context,
                Zone { canonical, class: (*class).to_owned(), level: None, place: Some((*place).to_owned()), official: None },
            )));
            continue;
        }
        let bare = zone.rule == "zone.bare";
        let fuller = |other: usize| -> bool {
            let Some(longer) = names.get(other) else { return false };
            let Some(candidate) = found.get(other) else { return false };
            // What costs a look comes before what costs a comparison of names.
            let shorter = candidate.span.len() <= zone.span.len() || candidate.rule == "zone.bare";
            if shorter || candidate.holds.is_some() || classes.get(other) != Some(class) {
                return false;
            }
            if zone.rule == "zone.by_name" {
                longer.starts_with(name.as_str()) || longer.strip_suffix('区').is_some_and(|stem| stem.ends_with(name.as_str()))
            } else {
                longer.ends_with(name.as_str())
                    || if bare { same_type(zone.head.tail, candidate.head.tail) } else { same_stem(context, zone, candidate) }
            }
        };
        // The nearest fuller name before, else the first one after.
        let near = at.saturating_sub(ZONES)..found.len().min(at + ZONES);
        let before = (near.start..at).rev().find(|other| fuller(*other));
        let after = || {
            let mut later = (at + 1..near.end).filter(|other| fuller(*other));
            let first = later.next()?;
            // A bare type does not point forward where zones of several names are to come.
            let several = bare
                && later
                    .any(|other| names.get(other).zip(names.get(first)).is_some_and(|(a, b)| !a.ends_with(b.as_str()) && !b.ends_with(a.as_str())));
            (!several).then_some(first)
        };
        let other = before.or_else(after);
        if bare && other.is_none() && !opens_a_line(text, zone) && !is_listed(text, places, found, at, zone) && !is_counted(text, zone) {
            settled.push(None);
            continue;
        }
        let longest = |from: usize| -> String {
            let start = names.get(from).cloned().unwrap_or_default();
            let further = names.iter().enumerate().take(near.end).skip(near.start).filter(|(nth, longer)| {
                longer.ends_with(start.as_str()) && classes.get(*nth) == Some(class) && found.get(*nth).is_some_and(|zone| zone.holds.is_none())
            });
            further.map(|(_, longer)| longer).max_by_key(|longer| longer.len()).cloned().unwrap_or(start)
        };
        let canonical = match other {
            _ if called.contains_key(zone.span.of(text)) => {
                called.get(zone.span.of(text)).map_or_else(|| name.clone(), |full| expanded(full.of(text)))
            }
            Some(other) if bare => longest(other),
            Some(other) => {
                // Of several fuller names the longest: 临港新片区 → 上海临港新片区.
                let _ = other;
                let all = near.clone().filter(|other| fuller(*other)).filter_map(|other| names.get(other));
                all.max_by_key(|longer| longer.len()).cloned().unwrap_or_else(|| name.clone())
            }
            None => name.clone(),
        };
        let source = if bare { other.and_then(|other| found.get(other)).unwrap_or(zone) } else { zone };
        let (place, sure) = place_of(context, places, found, source, &canonical).unzip();
        if let Some(place) = &place {
            if !told.contains_key(&canonical) {
                told.insert(canonical.clone(), Told::default());
            }
            if let Some(told) = told.get_mut(&canonical) {
                let slot = if sure == Some(true) { &mut told.sure } else { &mut told.likely };
                slot.get_or_insert_with(|| place.clone());
            }
        }
        settled.push(Some(finish(context, Zone { canonical, class: (*class).to_owned(), level: None, place, official: None })));
    }
    // 经开区 is 云泽经开区, and that is 云泽经济技术开发区.
    let fuller: HashMap<&str, String> = names
        .iter()
        .zip(&settled)
        .filter_map(|(name, zone)| Some((name.as_str(), zone.as_ref()?.canonical.clone())))
        .filter(|(a, b)| a != b)
        .collect();
    for (zone, value) in found.iter().zip(&mut settled) {
        if let (Some(value), "zone.bare") = (value, zone.rule) {
            if let Some(full) = fuller.get(value.canonical.as_str()) {
                value.canonical.clone_from(full);
            }
        }
    }
    for (zone, value) in found.iter().zip(settled) {
        if let Some(mut value) = value {
            let told = told.get(&value.canonical).and_then(|told| told.sure.as_ref().or(told.likely.as_ref()));
            if told.is_some_and(|told| value.place.as_ref() != Some(told)) {
                value.place = told.cloned();
            }
            let evidence = zone.holds.into_iter().collect();
            mentions.push(Mention { evidence, ..Mention::new(zone.span, Value::Zone(value), zone.rule) });
        }
    }
}

/// A full type in a list of the districts and zones of one city: 二道区、|经开区, 长春汽开区和|经开区.
fn is_listed(text: &str, places: &[(Span, Option<String>)], found: &[Found], at: usize, zone: &Found) -> bool {
    let full = ["高新区", "经开区", "综保区", "汽开区", "开发区"].contains(&zone.head.tail) && zone.span.of(text) != "开发区";
    let before = text.get(..zone.span.start).unwrap_or_default();
    let Some(joint) = before.chars().next_back().filter(|c| matches!(c, '、' | '和' | '与' | '及')) else { return false };
    let end = zone.span.start - joint.len_utf8();
    let zoned = at.checked_sub(1).and_then(|last| found.get(last)).is_some_and(|last| last.span.end == end && last.rule != "zone.bare");
    let next = places.partition_point(|(span, _)| span.end < end);
    let county = |(span, code): &(Span, Option<String>)| {
        span.end == end && super::is_full(span.of(text)) && code.as_deref().is_some_and(|code| !code.ends_with("00"))
    };
    let placed = places.get(next).is_some_and(county);
    full && (zoned || placed) && !text.get(zone.span.end..).is_some_and(|after| words!["等", "内", "类"].begin(after))
}

/// A full type as a member of a breakdown by districts: 紫云县项目12个;|经开区|项目10个, 其中|高新区|23个项目.
fn is_counted(text: &str, zone: &Found) -> bool {
    let full = ["高新区", "经开区", "综保区", "汽开区", "经济开发区", "经济技术开发区"].contains(&zone.head.tail);
    let before = text.get(..zone.span.start).unwrap_or_default();
    let member = before.ends_with(['；', ';', '，', ',', '、']) || before.ends_with("其中");
    let figure = |words: &str| words.starts_with(|c: char| c.is_ascii_digit());
    let after = text.get(zone.span.end..).unwrap_or_default();
    let counted = words!["个项目", "项项目"].begin(after.trim_start_matches(|c: char| c.is_ascii_digit())) && figure(after);
    full && member && (counted || after.strip_prefix("项目").is_some_and(figure))
}

/// A full type that opens a line and is told of as one zone: an address or a headline leaves out where it lies.
fn opens_a_line(text: &str, zone: &Found) -> bool {
    let before = text.get(..zone.span.start).unwrap_or_default();
    let after = text.get(zone.span.end..).unwrap_or_default();
    let full = ["经济开发区", "经济技术开发区", "高新技术产业开发区", "高新区", "经开区"].contains(&zone.head.tail);
    let general = words!["是", "作为", "的", "、", "等", ",", "，", "和", "与", "及"].begin(after);
    full && !general && !after.is_empty() && before.trim_end_matches([' ', '\u{3000}']).chars().next_back().is_none_or(|c| c == '\n')
}

/// The name with its type in full where the type has one full form.
fn expanded(name: &str) -> String {
    for (short, long) in SHORTER.iter() {
        if let Some(stem) = name.strip_suffix(short) {
            return format!("{stem}{long}");
        }
    }
    name.to_owned()
}

/// Whether two names differ in how the type is written only: 南昌经开区, 南昌经济技术开发区.
fn same_stem(context: &Context<'_>, one: &Found, other: &Found) -> bool {
    let text = context.text;
    let stem = |zone: &Found| Span::new(zone.span.start, zone.tail);
    let place = |zone: &Found| stem(zone).of(text).trim_end_matches(['市', '县']);
    // 准东开发区, 新疆准东经济技术开发区: one told with its province
    let province = |front: &str| {
        let hits = edge::starting_at(context.hits, other.span.start, other.span.end);
        front.is_empty()
            || hits.filter(|hit| hit.span.len() == front.len()).any(|hit| matches!(hit.entry, Entry::Division(place) if place.level == "province"))
    };
    !stem(one).is_empty()
        && place(other).strip_suffix(place(one)).is_some_and(province)
        && (one.head.tail == other.head.tail
            || matches!(one.head.class, "economic_development" | "high_tech" | "free_trade" | "comprehensive_bonded"))
}

/// The division that the zone lies in: named inside it, what the lists say, or last named before it in the same paragraph; and whether the name
/// itself or the list says so.
fn place_of(context: &Context<'_>, places: &[(Span, Option<String>)], found: &[Found], zone: &Found, canonical: &str) -> Option<(String, bool)> {
    let text = context.text;
    let named = super::inside(places, zone.span.start, zone.span.end).iter().rev().find_map(|(span, code)| Some((*span, code.clone()?)));
    let listed = official(context, zone.span.of(text), None).or_else(|| official(context, canonical, None)).map(|entry| entry.place);
    let listed = listed.filter(|place| super::is_division(place));
    let before = || before(context, places, found, zone);
    // 乌鲁木齐经济技术开发区(头屯河区): the district that it is one with
    if let Some(code) = joined(text, places, zone) {
        return Some((code, true));
    }
    // A pilot free trade zone is its province's; parts of it lie elsewhere.
    let refines = zone.head.class != "free_trade";
    if let Some((span, code)) = named {
        // 北京和田工业园区: the list has the whole name, and knows that who built the park is not where it lies.
        let whole = official(context, zone.span.of(text), None).map(|entry| entry.place).filter(|place| super::is_division(place));
        if let Some(place) = whole.filter(|place| refines && place.get(..2) != code.get(..2)) {
            return Some((place.to_owned(), true));
        }
        // 河北雄安新区 lies in 保定, which the list knows.
        if let Some(closer) = listed.filter(|place| refines && lies_in(place, &code)) {
            return Some((closer.to_owned(), true));
        }
        // 西宁的南川工业园区: a county of that name in another province is not meant.
        let doubtful = !super::is_full(span.of(text)) && !code.ends_with("00");
        let near = places.partition_point(|(span, _)| span.end <= zone.span.start).checked_sub(1).and_then(|last| places.get(last));
        let near = near.filter(|(span, _)| matches!(text.get(span.end..zone.span.start), Some("" | "的"))).and_then(|(_, code)| code.clone());
        // 西宁经开区|南川工业园区: nor one elsewhere than the zone that it stands beside.
        let beside = || {
            let outer = found.partition_point(|other| other.span.end < zone.span.start);
            let outer = found.get(outer).filter(|outer| outer.span.end == zone.span.start)?;
            official(context, outer.span.of(text), None).map(|entry| entry.place.to_owned())
        };
        // 南川工业园区 in a text on 西宁: nor one in a province that no other place of the text lies in.
        let paragraph = || {
            let here = places.partition_point(|(other, _)| other.start < span.start);
            let around = places.get(here.saturating_sub(ZONES)..places.len().min(here + ZONES)).unwrap_or_default();
            let others = around.iter().filter(|(other, _)| other.of(text) != span.of(text));
            let alone = others.filter_map(|(_, other)| other.as_deref()).all(|other| other.get(..2) != code.get(..2));
            before().filter(|_| alone)
        };
        let near = near.or_else(beside);
        let near = if doubtful { near.or_else(paragraph) } else { near };
        let elsewhere = || near.filter(|near| super::is_division(near) && near.get(..2) != code.get(..2));
        return if doubtful { elsewhere() } else { None }.or(Some(code)).map(|code| (code, true));
    }
    // A place that is no mention of its own, 上海临港 is a firm as well; but 杭州湾 is a bay that lies in several.
    let unread = || {
        let here = edge::starting_at(context.hits, zone.span.start, zone.span.end);
        let sure = here.filter(|hit| !hit.ambiguous && hit.span.end < zone.span.end && matches!(hit.entry, Entry::Division(_) | Entry::Region(_)));
        match sure.max_by_key(|hit| hit.span.end)?.entry {
            Entry::Division(division) if division.level != "county" => Some(division.code.to_owned()),
            _ => None,
        }
    };
    let before = before();
    // A list that knows the province only is refined by the text.
    let closer = before.clone().filter(|near| refines && listed.is_some_and(|listed| lies_in(near, listed)));
    let sure = closer.or_else(|| listed.map(str::to_owned)).or_else(unread);
    sure.map(|code| (code, true)).or(before.map(|code| (code, false)))
}

/// The county whose name stands in brackets right behind the zone's.
fn joined(text: &str, places: &[(Span, Option<String>)], zone: &Found) -> Option<String> {
    let open = text.get(zone.span.end..)?.chars().next().filter(|c| matches!(c, '(' | '（'))?;
    let at = zone.span.end + open.len_utf8();
    let next = places.partition_point(|(span, _)| span.start < at);
    let (span, code) = places.get(next).filter(|(span, _)| span.start == at)?;
    let closed = text.get(span.end..)?.starts_with([')', '）']);
    code.clone().filter(|code| closed && super::is_division(code) && !code.ends_with("00"))
}

/// The place last named before the zone in its paragraph. Places that the zone stands beside in a list do not hold it (二道区、高新区), and behind a
/// semicolon only the city goes on.
fn before(context: &Context<'_>, places: &[(Span, Option<String>)], found: &[Found], zone: &Found) -> Option<String> {
    let text = context.text;
    let reach = (zone.span.start.saturating_sub(PARAGRAPH)..=zone.span.start).find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let from = text.get(reach..zone.span.start).and_then(|near| near.rfind('\n')).map_or(reach, |line| reach + line);
    let next = places.partition_point(|(span, _)| span.end <= zone.span.start);
    let mut right = zone.span.start;
    let mut sibling: Option<&String> = None;
    for (span, code) in places.get(..next)?.iter().rev().take(ZONES).take_while(|(span, _)| span.start >= from) {
        // A place in the name of another zone stands where that zone does; one abroad says nothing.
        let next = found.partition_point(|other| other.span.start <= span.start);
        let holder = found.get(next.saturating_sub(2)..next).unwrap_or_default().iter().map(|other| other.span).find(|other| other.contains(*span));
        let whole = holder.unwrap_or(*span);
        let Some(code) = code.as_ref().filter(|code| super::is_division(code)) else { continue };
        if holder.is_none() && opens_firm(text, span.end, zone.span.start) {
            continue;
        }
        if matches!(text.get(whole.end..right), Some("、" | "和" | "与" | "及")) {
            right = whole.start;
            sibling = sibling.or(Some(code));
            continue;
        }
        let parted = text.get(span.end..zone.span.start).is_some_and(|between| between.contains(['；', ';']));
        let county = !code.ends_with("00");
        return if parted && county { above(context, code) } else { Some(code.clone()) };
    }
    above(context, sibling?)
}

/// 江苏省|云鲲生物科技有限公司计划在长德开发区建厂: whether the place that ends at `at` opens the name of a firm that does not stand right before
/// the zone; one that does has its park where it is itself.
fn opens_firm(text: &str, at: usize, zone: usize) -> bool {
    /// How many characters of the name are looked through.
    const LONGEST: usize = 16;
    let rest = text.get(at..).unwrap_or_default();
    let name = rest.char_indices().take(LONGEST).take_while(|(_, c)| edge::is_han(*c) && !matches!(c, '的' | '与' | '和' | '在' | '是'));
    let forms = words!["有限公司", "有限责任公司", "股份公司", "股份有限公司", "集团"];
    let form = name.skip(2).find_map(|(end, _)| forms.beginning(rest.get(end..).unwrap_or_default()).next().map(|form| at + end + form.len()));
    form.is_some_and(|end| end < zone)
}

/// What a division lies in: the prefecture of a county, or the province where there is none.
fn above(context: &Context<'_>, code: &str) -> Option<String> {
    let stems = [code.get(..4).map(|stem| format!("{stem}00")), code.get(..2).map(|stem| format!("{stem}0000"))];
    stems.into_iter().flatten().find(|above| above != code && context.lexicon.division(above).is_some())
}

/// The only zone of this name in the lists; of several, the one that lies in `place`.
fn official<'l>(context: &Context<'l>, name: &str, place: Option<&str>) -> Option<ZoneEntry<'l>> {
    let mut all: Vec<ZoneEntry<'l>> = context
        .lexicon
        .find(name)
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Zone(zone) => Some(zone),
            _ => None,
        })
        .collect();
    if all.len() > 1 {
        all.retain(|zone| place.is_some_and(|place| zone.place == place || zone.place.get(..4) == place.get(..4)));
    }
    let elsewhere = |one: &ZoneEntry<'_>| {
        place.is_some_and(|place| super::is_division(place) && super::is_division(one.place) && place.get(..2) != one.place.get(..2))
    };
    match all.as_slice() {
        [one] if elsewhere(one) => None,
        [one] => Some(*one),
        _ => None,
    }
}

/// Adds what the official lists say.
fn finish(context: &Context<'_>, zone: Zone) -> Zone {
    match official(context, &zone.canonical, zone.place.as_deref()) {
        Some(entry) => Zone {
            level: Some(entry.level.to_owned()).filter(|level| !level.is_empty()),
            place: zone.place.or_else(|| Some(entry.place.to_owned())),
            official: Some(entry.name.to_owned()),
            ..zone
        },
        None => zone,
    }
}
