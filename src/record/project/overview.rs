//! What the article as a whole says of zones, places and firms: found once, asked for each of its projects.

use crate::context::{Context, Mention};
use crate::entity::{Value, edge};
use crate::lexicon::{Entry, lies_in};
use crate::limits::{CLAUSE, FIRMS};
use crate::overlap::Nesting;
use crate::reading::Metadata;
use crate::seek::Seek;
use crate::span::Span;
use crate::word_table::words;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(super) struct Overview<'s> {
    /// The zone that the article is about: more than two fifths of what it says of zones.
    pub(super) main_zone: Option<(&'s str, Span)>,
    /// The place that the article is about: the title's, the one that its zone lies in, or the one named most.
    pub(super) main_place: Option<(&'s str, Span)>,
    /// 威海新闻, 兰州新区报: a local paper writes of its own place.
    pub(super) publisher: Option<String>,
    /// The first two digits of the codes of all places named.
    provinces: BTreeSet<&'s str>,
    /// The divisions that the article names, with how often.
    divisions: Vec<(&'s str, usize, Span)>,
    /// The zones and bodies among the mentions.
    sites: Vec<usize>,
    /// Where each zone lies, by its canonical name: each mention with a place, in order.
    places: HashMap<&'s str, Vec<(Span, &'s str)>>,
    /// Zones as written, with the rank of the first mention.
    written: HashMap<&'s str, (usize, &'s str)>,
    /// Firms by their names and brands: each once, with the rank of its first mention.
    firms: HashMap<&'s str, Vec<(usize, &'s str, Span)>>,
}

/// How many characters of a name are looked at for what it begins with.
const REACH: usize = 40;
/// The shortest zone in bytes whose bodies are known by its name.
const OWN_BODIES: usize = 9;

impl<'s> Overview<'s> {
    pub(super) fn of(context: &Context<'s>, metadata: &Metadata, mentions: &'s [Mention], nesting: &Nesting) -> Self {
        let mut overview = Self {
            main_zone: None,
            main_place: None,
            publisher: publisher(context, metadata),
            provinces: BTreeSet::new(),
            divisions: Vec::new(),
            sites: Vec::new(),
            places: HashMap::new(),
            written: HashMap::new(),
            firms: HashMap::new(),
        };
        let title = metadata.title.as_deref().or_else(|| heading(context.text)).unwrap_or_default().leading(CLAUSE);
        let mut sites: BTreeSet<&str> = BTreeSet::new();
        let (mut zones, mut places) = (Count::default(), Count::default());
        for (rank, mention) in mentions.iter().enumerate() {
            if matches!(mention.value, Value::Zone(_) | Value::Organization(_)) {
                overview.sites.push(rank);
            }
            let words = mention.span.of(context.text);
            let code = match &mention.value {
                Value::Place(_) if helps(context.text, mention.span) || dates_news(context.text, mention.span) => None,
                Value::Place(place) => {
                    let code = place.code.as_deref();
                    overview.provinces.extend(code.filter(|code| is_division(code)).and_then(|code| code.get(..2)));
                    // 衡水市冀州区: of places side by side the last is meant.
                    code.filter(|code| !mentions.get(rank + 1).is_some_and(|next| next.span.start == mention.span.end && lies(next, code)))
                }
                Value::Zone(zone) => {
                    // 云鲲产业园项目: a park in the name of one project says nothing of the others
                    let named = nesting.holders(rank).filter_map(|holder| mentions.get(holder)).any(|outer| matches!(outer.value, Value::Project(_)));
                    let built = context.text.get(mention.span.end..).is_some_and(|after| words!["项目", "建设项目"].begin(after));
                    zones.add(&zone.canonical, 1 + usize::from(title.has(words)) * 2, mention.span);
                    if !(named && built) {
                        sites.insert(&zone.canonical);
                    }
                    // 天津港保税区 names its province as a place does; the short name of a county may be that of another one
                    let named = || {
                        edge::starting_at(context.hits, mention.span.start, mention.span.end)
                            .any(|hit| matches!(hit.entry, Entry::Division(_)) && !edge::is_short_county(hit))
                    };
                    overview.provinces.extend(zone.place.as_deref().filter(|code| is_division(code) && named()).and_then(|code| code.get(..2)));
                    if mention.span.len() >= OWN_BODIES {
                        overview.written.entry(words).or_insert((rank, &zone.canonical));
                    }
                    if let Some(place) = zone.place.as_deref() {
                        overview.places.entry(&zone.canonical).or_default().push((mention.span, place));
                    }
                    zone.place.as_deref()
                }
                // 津南区工信局 is of the district
                Value::Organization(body) if matches!(body.class.as_str(), "government" | "party") => {
                    let opening = edge::starting_at(context.hits, mention.span.start, mention.span.end);
                    let divisions = opening.filter(|hit| !hit.ambiguous).filter_map(|hit| match &hit.entry {
                        Entry::Division(division) if division.last_year.is_none() && division.full => Some(division.code),
                        _ => None,
                    });
                    divisions.last()
                }
                Value::Company(company) => {
                    // 海南炼化: a brand that is a province says of no project whose it is
                    let placed = |brand: &&str| {
                        edge::within(context.hits, mention.span.start, mention.span.end).any(|hit| {
                            matches!(hit.entry, Entry::Division(division) if division.level == "province") && hit.span.of(context.text) == *brand
                        })
                    };
                    let names = [Some(words), Some(company.canonical.as_str()), company.brand.as_deref().filter(|brand| !placed(brand))];
                    for name in names.into_iter().flatten().filter(|name| name.chars().count() >= 2).collect::<BTreeSet<_>>() {
                        let firms = overview.firms.entry(name).or_default();
                        if firms.len() < FIRMS && !firms.iter().any(|(_, known, _)| *known == company.canonical) {
                            firms.push((rank, &company.canonical, mention.span));
                        }
                    }
                    None
                }
                _ => None,
            };
            if let Some(code) = code.filter(|code| is_division(code)) {
                places.add(code, 1 + usize::from(title.has(words)) * 3, mention.span);
            }
        }
        overview.main_zone = zones.main(3, |_| true).filter(|(zone, _)| sites.contains(zone));
        overview.divisions = places.counts.iter().map(|(code, (count, span))| (*code, *count, *span)).collect();
        overview.main_place = places.main(1, |code| overview.may_lie(code));
        overview
    }

    /// The narrowest of the divisions named inside one, if they all lie in one another and it is named again: of 宁夏 平罗县, where 石嘴山市 is all that is
    /// named besides.
    pub(super) fn inside(&self, code: &str) -> Option<(&'s str, Span)> {
        let inner = self.divisions.iter().filter(|(inner, ..)| *inner != code && lies_in(inner, code));
        let (narrowest, count, span) = *inner.clone().max_by_key(|(inner, ..)| inner.trim_end_matches("00").len())?;
        let alone = inner.clone().all(|(other, ..)| *other == narrowest || lies_in(narrowest, other));
        (count > 1 && alone).then_some((narrowest, span))
    }

    /// Whether a code lies in a province that the article names: 南川工业园区 of another province is another one of that name.
    pub(super) fn may_lie(&self, code: &str) -> bool {
        self.provinces.is_empty() || code.get(..2).is_some_and(|province| self.provinces.contains(province))
    }

    /// The zones and bodies inside a stretch of text, in order.
    pub(super) fn sites<'o>(&'o self, mentions: &'s [Mention], span: Span) -> impl DoubleEndedIterator<Item = &'s Mention> + 'o {
        let starts = |rank: &usize| mentions.get(*rank).map_or(0, |mention| mention.span.start);
        let first = self.sites.partition_point(|rank| starts(rank) < span.start);
        let end = self.sites.partition_point(|rank| starts(rank) < span.end);
        let inside = self.sites.get(first..end).unwrap_or_default().iter().filter_map(|rank| mentions.get(*rank));
        inside.filter(move |mention| mention.span.end <= span.end)
    }

    /// Where the zone lies: as its first mention says that fits.
    pub(super) fn place_of(&self, zone: &str, fits: impl Fn(Span) -> bool) -> Option<(String, Span)> {
        self.places.get(zone)?.iter().find(|(span, _)| fits(*span)).map(|(span, place)| ((*place).to_owned(), *span))
    }

    /// 中川园区自然资源局: the zone that the body's name begins with.
    pub(super) fn zone_of(&self, body: &str) -> Option<&'s str> {
        beginnings(body).filter_map(|name| self.written.get(name)).min().map(|(_, zone)| *zone)
    }

    /// The firms that a project's name begins with, in the order of the article.
    pub(super) fn firms_of(&self, name: &str) -> Vec<(&'s str, Span)> {
        let mut found: Vec<_> = beginnings(name).filter_map(|name| self.firms.get(name)).flatten().copied().collect();
        found.sort_by_key(|(rank, ..)| *rank);
        found.into_iter().map(|(_, firm, span)| (firm, span)).collect()
    }
}

/// The line that heads a text without a title, if the text is no digest of several under a heading each.
fn heading(text: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    const SHORTEST: usize = 8;
    /// How many lines below it may look like headings.
    const OTHERS: usize = 1;
    let heads = |line: &&str| line.chars().nth(LONGEST).is_none() && !line.contains(['。', '；', '，', ',', '：', ':']);
    let (first, rest) = text.split_once('\n')?;
    let others = rest.lines().filter(heads).filter(|line| line.chars().nth(SHORTEST).is_some()).take(OTHERS + 1).count();
    (first.chars().nth(LONGEST).is_none() && !first.contains(['。', '；']) && others <= OTHERS).then_some(first)
}

/// 由甲市援建的, 乙市对口帮扶: whether the place is where help comes from, which is not where something is built.
pub(super) fn helps(text: &str, place: Span) -> bool {
    words!["产业援疆", "产业援藏", "援疆", "援藏", "援青", "援建", "对口援建", "对口支援", "对口帮扶", "捐建", "援助"]
        .begin(text.get(place.end..).unwrap_or_default())
}

/// 望川7月15日电: whether a place only says where the news was sent from.
fn dates_news(text: &str, place: Span) -> bool {
    const LONGEST: usize = 10;
    let behind = text.get(place.end..).unwrap_or_default().leading(LONGEST);
    let day = behind.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '月' | '日'));
    day.len() < behind.len() && words!["电", "讯", "消息"].begin(day)
}

/// Whether a mention is a place inside the division.
fn lies(mention: &Mention, above: &str) -> bool {
    matches!(&mention.value, Value::Place(place) if place.code.as_deref().is_some_and(|code| lies_in(code, above)))
}

fn beginnings(name: &str) -> impl Iterator<Item = &str> {
    name.char_indices().map(|(at, c)| at + c.len_utf8()).take(REACH).filter_map(|end| name.get(..end))
}

fn publisher(context: &Context<'_>, metadata: &Metadata) -> Option<String> {
    let hits = context.lexicon.scan(metadata.source.as_deref()?);
    let divisions = hits.iter().filter(|hit| !hit.ambiguous && hit.span.start == 0).filter_map(|hit| match &hit.entry {
        Entry::Division(division) if division.last_year.is_none() => Some(division.code),
        _ => None,
    });
    divisions.max_by_key(|code| (code.ends_with("00"), code.ends_with("0000"))).map(str::to_owned)
}

/// Whether a code is that of a division of China (GB/T 2260), not of a country or a macro-region.
fn is_division(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit())
}

/// What is named most.
#[derive(Default)]
struct Count<'s> {
    counts: BTreeMap<&'s str, (usize, Span)>,
    total: usize,
}

impl<'s> Count<'s> {
    fn add(&mut self, name: &'s str, weight: usize, span: Span) {
        self.counts.entry(name).or_insert((0, span)).0 += weight;
        self.total += weight;
    }

    /// The one of those that fit which at least this many, and two fifths of all that fit, name.
    fn main(mut self, least: usize, fits: impl Fn(&str) -> bool) -> Option<(&'s str, Span)> {
        self.counts.retain(|name, (count, _)| {
            let fits = fits(name);
            self.total -= if fits { 0 } else { *count };
            fits
        });
        let (name, (count, span)) = self.counts.into_iter().max_by_key(|(_, (count, span))| (*count, Reverse(span.start)))?;
        (count >= least && count * 5 >= self.total * 2).then_some((name, span))
    }
}
