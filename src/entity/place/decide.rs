//! Which place of that name is meant.

use super::Place;
use super::gather::{Found, Sense};
use super::words::{DISTRICTS, DONE_THERE, LOCATING};
use crate::context::{Context, Mention};
use crate::entity::Value;
use crate::entity::edge::{is_han, within};
use crate::lexicon::{Division, Entry, Hit, lies_in};
use crate::span::Span;
use std::collections::BTreeMap;

/// Provinces and prefectures that the text names, with how often and where first.
type Named = BTreeMap<String, (usize, Span)>;

/// Turns place names into mentions.
pub(super) fn decide(context: &Context<'_>, found: &[Found<'_>], mentions: &mut Vec<Mention>) {
    let year = context.published.and_then(year_of);
    let named = named(found, year);
    let first = mentions.len();
    for (at, place) in found.iter().enumerate() {
        let before = mentions.get(first..).and_then(|mine| mine.last()).filter(|last| last.span.end == place.span.start);
        let mention = match &place.sense {
            // 局长苏杭: behind a post stands a person
            Sense::Letters(_) if follows_title(context, place.span.start) => None,
            Sense::Letters(codes) => {
                let name = place.span.of(context.text);
                let members = codes.iter().map(|&code| code.to_owned()).collect();
                Some(Mention::new(place.span, Value::Place(Place { members, ..Place::named(name) }), "place.abbreviations"))
            }
            Sense::Named { hits, ambiguous } => {
                let above = before.and_then(|mention| match &mention.value {
                    Value::Place(place) => place.code.clone().map(|code| (code, mention.span)),
                    _ => None,
                });
                // 平阳县|滨海新区: a new area of another place is a zone, not the district of that name.
                let new_area = place.span.of(context.text).ends_with("新区");
                let elsewhere = above.as_ref().is_some_and(|(above, _)| divisions(hits).all(|division| !lies_in(division.code, above)));
                let doubtful = *ambiguous && !is_borne_out(context, found, at, hits, above.as_ref(), &named);
                let beside = sibling(context, mentions.get(first..).unwrap_or_default(), place.span);
                if (new_area && elsewhere) || doubtful { None } else { Some(choose(context, place.span, hits, above, beside, &named, year)) }
            }
        };
        mentions.extend(mention);
    }
}

/// The longest title, in bytes.
const LONGEST_TITLE: usize = 60;

/// Whether a title of the lexicon ends at a byte.
fn follows_title(context: &Context<'_>, at: usize) -> bool {
    within(context.hits, at.saturating_sub(LONGEST_TITLE), at).any(|hit| hit.span.end == at && matches!(hit.entry, Entry::Title { .. }))
}

/// The county that stands before the name in a list: after 昌平、 the 朝阳 is a district of the same city.
fn sibling(context: &Context<'_>, mentions: &[Mention], span: Span) -> Option<(String, Span)> {
    let last = mentions.last().filter(|last| matches!(context.text.get(last.span.end..span.start), Some("、" | "和" | "与" | "及")))?;
    match &last.value {
        Value::Place(place) => place.code.clone().filter(|code| code.len() == 6 && !code.ends_with("00")).map(|code| (code, last.span)),
        _ => None,
    }
}

fn year_of(moment: crate::entity::time::Moment) -> Option<u16> {
    moment.to_string().get(..4)?.parse().ok()
}

fn divisions<'h>(hits: &'h [Hit<'h>]) -> impl Iterator<Item = Division<'h>> {
    hits.iter().filter_map(|hit| match hit.entry {
        Entry::Division(division) => Some(division),
        _ => None,
    })
}

/// The provinces, prefectures and full names that are beyond doubt.
fn named(found: &[Found<'_>], year: Option<u16>) -> Named {
    let mut named = Named::new();
    for place in found {
        let Sense::Named { hits, ambiguous: false } = &place.sense else { continue };
        let mut valid = divisions(hits).filter(|division| is_valid(division, year));
        let Some(best) = valid.next() else { continue };
        // Only one of its level: otherwise the word proves nothing.
        let alone = !valid.any(|other| other.level == best.level && other.code != best.code);
        if alone || best.level != "county" {
            let entry = named.entry(best.code.to_owned()).or_insert((0, place.span));
            entry.0 += 1;
        }
    }
    named
}

fn is_valid(division: &Division<'_>, year: Option<u16>) -> bool {
    division.last_year.is_none_or(|last| year.is_some_and(|year| year <= last))
}

/// Whether the text shows that a word like 和平 or 朝阳 is a place here.
fn is_borne_out(context: &Context<'_>, found: &[Found<'_>], at: usize, hits: &[Hit<'_>], above: Option<&(String, Span)>, named: &Named) -> bool {
    let Some(place) = found.get(at) else { return false };
    // What it lies in stands right before it: 大连中山.
    if let Some((above, _)) = above {
        if divisions(hits).any(|division| lies_in(division.code, above)) {
            return true;
        }
    }
    // Its full name stands elsewhere: 大方县 … 大方.
    if divisions(hits).any(|division| division.last_year.is_none() && named.contains_key(division.code)) {
        return true;
    }
    // Its city is named, and nothing else is called so (天津…, 武清的企业), or the words say what is where (上海…, 在|宝山|建设).
    let city = |division: Division<'_>| named.keys().any(|above| is_city(above) && lies_in(division.code, above));
    let told = || DISTRICTS.hold(place.span.of(context.text)) || is_located(context, place.span);
    if divisions(hits).any(|division| division.last_year.is_none() && city(division)) && told() {
        return true;
    }
    // A county or district of the same prefecture or province stands beside it in a list: 历下、市中.
    let firm = |other: &Found<'_>| matches!(&other.sense, Sense::Named { ambiguous: false, .. });
    let listed = |a: usize, b: usize| matches!(context.text.get(a..b), Some("、" | "和" | "与" | "及" | "·"));
    let previous = at.checked_sub(1).and_then(|before| found.get(before)).filter(|other| listed(other.span.end, place.span.start) && firm(other));
    let next = found.get(at + 1).filter(|other| listed(place.span.end, other.span.start) && firm(other));
    [previous, next].into_iter().flatten().any(|other| {
        let Sense::Named { hits: others, .. } = &other.sense else { return false };
        divisions(hits).any(|mine| divisions(others).any(|theirs| mine.level == theirs.level && mine.code.get(..2) == theirs.code.get(..2)))
    })
}

/// Whether a code is that of a prefecture or of a municipality.
fn is_city(code: &str) -> bool {
    code.ends_with("00") && (!code.ends_with("0000") || matches!(code, "110000" | "120000" | "310000" | "500000"))
}

/// Whether the words around a name say that something is or happens there: 在|宝山|建设, 落户|宝山.
fn is_located(context: &Context<'_>, span: Span) -> bool {
    let before = context.text.get(..span.start).unwrap_or_default();
    let after = context.text.get(span.end..).unwrap_or_default();
    let closed = after.chars().next().is_none_or(|c| !is_han(c));
    before.ends_with('在') && DONE_THERE.begin(after) || LOCATING.end(before) && closed
}

fn choose(
    context: &Context<'_>,
    span: Span,
    hits: &[Hit<'_>],
    above: Option<(String, Span)>,
    beside: Option<(String, Span)>,
    named: &Named,
    year: Option<u16>,
) -> Mention {
    let name = span.of(context.text);
    let other = hits.iter().find_map(|hit| match hit.entry {
        Entry::Region(region) => Some(Place {
            code: region.code.map(str::to_owned),
            members: region.members.split('|').filter(|code| !code.is_empty()).map(str::to_owned).collect(),
            ..Place::named(region.name)
        }),
        Entry::City { name, parent } => Some(Place { parent: Some(parent.to_owned()), ..Place::named(name) }),
        Entry::Country { code, name } => Some(Place { code: Some(code.to_owned()), ..Place::named(name) }),
        _ => None,
    });
    let all: Vec<Division<'_>> = divisions(hits).collect();
    let inside: Vec<Division<'_>> =
        above.iter().flat_map(|(above, _)| all.iter().filter(|division| lies_in(division.code, above))).copied().collect();
    // A region or country of that name wins over a county, unless what the county lies in stands before it.
    if let Some(other) = other.filter(|_| inside.is_empty() && all.iter().all(|division| division.level == "county")) {
        return Mention::new(span, Value::Place(other), "place.region");
    }
    let kin = |division: &&Division<'_>| {
        let same = |(other, _): &(String, Span)| other.get(..4) == division.code.get(..4) && !division.code.ends_with("00");
        inside.is_empty() && beside.as_ref().is_some_and(same)
    };
    let kin: Vec<Division<'_>> = all.iter().filter(kin).copied().collect();
    let shown = if kin.is_empty() { None } else { beside.map(|(_, span)| span) };
    let pool = [kin, inside, all].into_iter().find(|pool| !pool.is_empty()).unwrap_or_default();
    let today = pool.iter().any(|division| is_valid(division, year));
    let mut pool: Vec<_> = pool.into_iter().filter(|division| !today || is_valid(division, year)).collect();
    if year.is_none() && pool.iter().any(|division| division.last_year.is_none()) {
        pool.retain(|division| division.last_year.is_none());
    }
    // Full names before short ones, then the higher level.
    let order = |division: &Division<'_>| {
        (
            division.name != name,
            match division.level {
                "province" => 0,
                "prefecture" => 1,
                _ => 2,
            },
        )
    };
    let best = pool.iter().map(order).min().unwrap_or((true, 2));
    pool.retain(|division| order(division) == best);
    dedupe(&mut pool);
    let mut evidence: Vec<Span> = shown.into_iter().collect();
    if pool.len() > 1 {
        narrow(&mut pool, named, &mut evidence);
    }
    let parent = above.filter(|(above, _)| pool.iter().any(|division| lies_in(division.code, above)));
    evidence.extend(parent.iter().map(|(_, span)| *span));
    let parent = parent.map(|(code, _)| code);
    let place = match pool.as_slice() {
        [one] => place_of(context, one, parent, year),
        several => Place {
            candidates: several.iter().map(|division| division.code.to_owned()).collect(),
            parent,
            ..Place::named(several.first().map_or(name, |division| division.name))
        },
    };
    let rule = if place.code.is_some() { "place.name" } else { "place.ambiguous" };
    Mention { evidence, ..Mention::new(span, Value::Place(place), rule) }
}

/// One code once: a former name may have had several codes over the years, of which the last one counts.
fn dedupe(pool: &mut Vec<Division<'_>>) {
    pool.sort_by_key(|division| (division.code, std::cmp::Reverse(division.last_year.unwrap_or(u16::MAX))));
    pool.dedup_by(|later, earlier| later.code == earlier.code);
    let mut kept: Vec<Division<'_>> = Vec::new();
    for division in pool.drain(..) {
        match kept.iter_mut().find(|other| division.successor.is_some() && other.successor == division.successor) {
            Some(other) if other.last_year < division.last_year => *other = division,
            Some(_) => {}
            None => kept.push(division),
        }
    }
    *pool = kept;
}

/// Leaves those that the text speaks for: whose full name, prefecture or province it names, the nearer kin and the more often first.
fn narrow(pool: &mut Vec<Division<'_>>, named: &Named, evidence: &mut Vec<Span>) {
    let weight = |division: &Division<'_>| -> (usize, Option<Span>) {
        named.iter().filter(|(code, _)| lies_in(division.code, code)).fold((0, None), |(sum, shown), (code, (count, span))| {
            let kin = if code.ends_with("0000") { 1 } else { 4 };
            (sum + kin * count, shown.or(Some(*span)))
        })
    };
    let best = pool.iter().map(|division| weight(division).0).max().unwrap_or_default();
    if best == 0 {
        return;
    }
    evidence.extend(pool.iter().map(weight).find(|(sum, _)| *sum == best).and_then(|(_, span)| span));
    pool.retain(|division| weight(division).0 == best);
}

/// The value of a division: under the code that was valid when the article appeared.
fn place_of(context: &Context<'_>, division: &Division<'_>, parent: Option<String>, year: Option<u16>) -> Place {
    let gone = division.last_year.is_some_and(|last| year.is_none_or(|year| year > last));
    let heir = division.successor.and_then(|code| context.lexicon.division(code));
    let (code, name, successor) = match heir {
        // The old name in an article of a later day means the division that took its place.
        Some(heir) if gone => (heir.code, heir.name, None),
        _ => (division.code, division.name, division.successor),
    };
    Place { code: Some(code.to_owned()), parent, successor: successor.map(str::to_owned), ..Place::named(name) }
}
