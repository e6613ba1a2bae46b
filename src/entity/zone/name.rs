//! What a zone is called: in the article at its fullest, and in the official lists.

use super::heads::{BILATERAL, BY_NAME};
use super::{Found, Zone};
use crate::context::{Context, Mention};
use crate::entity::Value;
use crate::lexicon::{Entry, ZoneEntry};
use crate::span::Span;
use crate::word_table::{Words, words};

/// Types that are one under two names.
static SHORTER: Words<(&str, &str)> = Words::of_pairs(&[("综保区", "综合保税区")]);

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

/// How many zones on both sides are looked at for a fuller name: more than an article has, and it keeps the cost linear.
const NEAR: usize = 256;

/// Mentions of all zones that were found.
pub(super) fn settle(context: &Context<'_>, places: &[(Span, Option<String>)], found: &[Found], mentions: &mut Vec<Mention>) {
    let text = context.text;
    let names: Vec<String> = found.iter().map(|zone| expanded(zone.span.of(text))).collect();
    let classes: Vec<&'static str> = found.iter().map(|zone| class_of(Span::new(zone.span.start, zone.tail).of(text), zone)).collect();
    let mut settled: Vec<Option<Zone>> = Vec::with_capacity(found.len());
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
            let same_class = classes.get(other) == Some(class);
            let suits = if zone.rule == "zone.by_name" {
                longer.starts_with(name.as_str()) || longer.strip_suffix('区').is_some_and(|stem| stem.ends_with(name.as_str()))
            } else {
                longer.ends_with(name.as_str()) || (!bare && same_stem(text, zone, candidate))
            };
            same_class && suits && longer.len() > name.len() && candidate.holds.is_none()
        };
        // The nearest fuller name before, else the first one after.
        let near = at.saturating_sub(NEAR)..found.len().min(at + NEAR);
        let before = (near.start..at).rev().find(|other| fuller(*other));
        let other = before.or_else(|| (at + 1..near.end).find(|other| fuller(*other)));
        if bare && other.is_none() && !opens_a_line(text, zone) {
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
        let place = place_of(context, places, source);
        settled.push(Some(finish(context, Zone { canonical, class: (*class).to_owned(), level: None, place, official: None })));
    }
    for (zone, value) in found.iter().zip(settled) {
        if let Some(value) = value {
            let evidence = zone.holds.into_iter().collect();
            mentions.push(Mention { evidence, ..Mention::new(zone.span, Value::Zone(value), zone.rule) });
        }
    }
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
fn same_stem(text: &str, one: &Found, other: &Found) -> bool {
    let stem = |zone: &Found| Span::new(zone.span.start, zone.tail);
    !stem(one).is_empty()
        && stem(one).of(text) == stem(other).of(text)
        && matches!(one.head.class, "economic_development" | "high_tech" | "free_trade" | "comprehensive_bonded")
}

/// The division that the zone lies in: named inside it, right before it, or last before it in the same paragraph.
fn place_of(context: &Context<'_>, places: &[(Span, Option<String>)], zone: &Found) -> Option<String> {
    let inside = super::inside(places, zone.span.start, zone.span.end).iter().rev().find_map(|(_, code)| code.clone());
    let official = || match official(context, zone.span.of(context.text), None) {
        Some(entry) if entry.place.len() == 6 => Some(entry.place.to_owned()),
        _ => None,
    };
    let from = context.text.get(..zone.span.start).and_then(|before| before.rfind('\n')).unwrap_or_default();
    let before = || {
        let next = places.partition_point(|(span, _)| span.end <= zone.span.start);
        places.get(..next)?.iter().rev().take_while(|(span, _)| span.start >= from).find_map(|(_, code)| code.clone())
    };
    inside.or_else(official).or_else(before)
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
    match all.as_slice() {
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
