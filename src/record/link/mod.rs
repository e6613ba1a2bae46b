//! Which mentions name the same thing.
//!
//! Names are told apart by what they are made of, once for each distinct name: firms by brand, zones and bodies by the longer name that ends
//! or begins as they do, persons and projects by their words. Nothing is compared pair by pair over the article.

mod companies;
mod names;

use crate::context::{Context, Mention};
use crate::entity::{Kind, Value};
use crate::seek::Seek;
use crate::word_table::Words;
use names::Names;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;

/// Words between a firm and one that belongs to it: the latter is meant.
#[rustfmt::skip] // lists of words stay lists
pub(crate) static SUBSIDIARIES: Words<&str> = Words::of(&[
    "子公司", "全资子公司", "控股子公司", "的子公司", "的全资子公司", "的控股子公司", "参股公司", "控股公司", "孙公司", "全资孙公司", "旗下", "旗下公司", "旗下的", "旗下子公司",
    "下属", "下属公司", "下属子公司", "所属", "所属公司",
]);

/// Mentions of one thing across the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cluster {
    /// Kind of all its mentions.
    pub kind: Kind,
    /// The fullest name in the article.
    pub canonical: String,
    /// Indexes into the entities.
    pub mentions: Vec<usize>,
}

/// Sets the canonical names of companies, zones, organizations, persons and projects, and lists who is who.
pub(crate) fn link(context: &Context<'_>, mentions: &mut [Mention]) -> Vec<Cluster> {
    companies::link(mentions);
    link_zones(mentions);
    link_bodies(context.text, mentions);
    clusters(context, mentions)
}

/// Types of zone by their short and full names: the short one is written out in a canonical name.
static ZONE_TYPES: Words<(&str, &str)> = Words::of_pairs(&[("综保区", "综合保税区")]);

/// Words for a zone by its type alone: they point back to a zone named so.
static BARE_ZONES: Words<&str> = Words::of(&[
    "综合保税区",
    "综保区",
    "保税区",
    "新区",
    "开发区",
    "经开区",
    "高新区",
    "经济技术开发区",
    "高新技术产业开发区",
    "自贸区",
    "自贸片区",
    "自贸试验区",
    "新片区",
    "片区",
    "港区",
    "临港区",
    "工业园",
    "工业园区",
    "产业园",
    "产业园区",
    "科学城",
    "示范区",
]);

fn link_zones(mentions: &mut [Mention]) {
    let mut names = Names::default();
    for (index, mention) in mentions.iter_mut().enumerate() {
        let Value::Zone(zone) = &mut mention.value else { continue };
        for (short, full) in &ZONE_TYPES {
            if let Some(stem) = zone.canonical.strip_suffix(short) {
                zone.canonical = format!("{stem}{full}");
            }
        }
        names.add(&zone.canonical, index);
    }
    let names = names.parts();
    let papers = zones_in_bodies(mentions);
    for (index, mention) in mentions.iter_mut().enumerate() {
        let Value::Zone(zone) = &mut mention.value else { continue };
        let bare = BARE_ZONES.hold(zone.canonical.as_str());
        let full = names
            .ending_with(&zone.canonical, index)
            .or_else(|| names.beginning_with(&zone.canonical, &["区", "新区", "开发区", "片区", "新片区", "园区"]));
        if let Some(full) = full {
            zone.canonical = full.to_owned();
        } else if let Some(name) = bare.then(|| papers.get(zone.canonical.as_str())).flatten() {
            zone.canonical.clone_from(name);
        }
    }
    // 中国(广西)自由贸易试验区 and 广西自贸试验区 are one entry of the official list: both take the fullest name that the article has for it.
    let mut listed: HashMap<String, String> = HashMap::new();
    for mention in mentions.iter() {
        let Value::Zone(crate::entity::zone::Zone { official: Some(official), canonical, .. }) = &mention.value else { continue };
        let longest = listed.entry(official.clone()).or_default();
        if longest.chars().count() < canonical.chars().count() {
            longest.clone_from(canonical);
        }
    }
    for mention in mentions.iter_mut() {
        let Value::Zone(zone) = &mut mention.value else { continue };
        if let Some(longest) = zone.official.as_ref().and_then(|official| listed.get(official)) {
            zone.canonical.clone_from(longest);
        }
    }
}

/// Zones named inside the names of bodies and papers: 兰州新区报 tells which 新区 is meant.
fn zones_in_bodies(mentions: &[Mention]) -> HashMap<&'static str, String> {
    let mut found = HashMap::new();
    for mention in mentions {
        let Value::Organization(body) = &mention.value else { continue };
        for (at, word) in BARE_ZONES.found_in(&body.canonical) {
            let name = body.canonical.get(..at + word.len()).unwrap_or_default();
            if name.chars().count() >= word.chars().count() + 2 {
                found.entry(*word).or_insert_with(|| name.to_owned());
            }
        }
    }
    found
}

/// Long and short forms of what offices are called, to compare bodies by: the names themselves stay as written.
static OFFICES: Words<(&str, &str)> = Words::of_pairs(&[
    ("发展和改革委员会", "发改委"),
    ("发展改革委员会", "发改委"),
    ("发展改革委", "发改委"),
    ("工业和信息化", "工信"),
    ("人力资源和社会保障", "人社"),
    ("人力资源社会保障", "人社"),
    ("住房和城乡建设", "住建"),
    ("住房城乡建设", "住建"),
    ("管理委员会", "管委会"),
    ("市场监督管理", "市场监管"),
    ("投资促进", "投促"),
    ("国有资产监督管理委员会", "国资委"),
    ("证券监督管理委员会", "证监会"),
    ("人民政府", "政府"),
    ("科学技术", "科技"),
    ("文化和旅游", "文旅"),
    ("卫生健康", "卫健"),
    ("综合保税区", "综保区"),
    ("经济技术开发区", "经开区"),
    ("高新技术产业开发区", "高新区"),
    ("自由贸易试验区", "自贸试验区"),
]);

fn short_office(name: &str) -> Cow<'_, str> {
    if !OFFICES.stand_in(name) {
        return name.into();
    }
    OFFICES.iter().fold(name.into(), |name: Cow<'_, str>, (long, short)| if name.has(long) { name.replace(long, short).into() } else { name })
}

fn link_bodies(text: &str, mentions: &mut [Mention]) {
    // 光伏协会 that a bracket introduced rests on the full name before it.
    for mention in mentions.iter_mut() {
        let Value::Organization(body) = &mut mention.value else { continue };
        if let Some(full) = mention.evidence.first() {
            full.of(text).clone_into(&mut body.canonical);
        }
    }
    let mut names = Names::default();
    let mut written: HashMap<String, String> = HashMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        let Value::Organization(body) = &mention.value else { continue };
        let key = short_office(&body.canonical);
        names.add(&key, index);
        match written.get_mut(key.as_ref()) {
            Some(longest) if longest.len() < body.canonical.len() => longest.clone_from(&body.canonical),
            Some(_) => {}
            None => {
                written.insert(key.into_owned(), body.canonical.clone());
            }
        }
    }
    let names = names.parts();
    for (index, mention) in mentions.iter_mut().enumerate() {
        let Value::Organization(body) = &mut mention.value else { continue };
        let key = short_office(&body.canonical);
        let longest = written.get(names.ending_with(&key, index).unwrap_or(&key));
        if let Some(longest) = longest {
            body.canonical.clone_from(longest);
        }
    }
    of_the_zone(mentions);
}

/// 综保区管委会 is that of the only zone of this type that the article names.
fn of_the_zone(mentions: &mut [Mention]) {
    let of_a_type = |mention: &Mention| matches!(&mention.value, Value::Organization(body) if BARE_ZONES.begin(&body.canonical));
    if !mentions.iter().any(of_a_type) {
        return;
    }
    let mut zones: Vec<&str> =
        mentions.iter().filter_map(|mention| if let Value::Zone(zone) = &mention.value { Some(zone.canonical.as_str()) } else { None }).collect();
    zones.sort_unstable();
    zones.dedup();
    let of_type = |word: &str| {
        let full = ZONE_TYPES.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| full);
        let key = short_office(full);
        let mut fitting = zones.iter().filter(|zone| short_office(zone).strip_suffix(key.as_ref()).is_some_and(|stem| !stem.is_empty()));
        fitting.next().filter(|_| fitting.next().is_none()).map(|zone| (*zone).to_owned())
    };
    let types: HashMap<&str, String> = BARE_ZONES.iter().filter_map(|word| Some((*word, of_type(word)?))).collect();
    for mention in mentions.iter_mut() {
        let Value::Organization(body) = &mut mention.value else { continue };
        let Some(word) = BARE_ZONES.longest_beginning(&body.canonical) else { continue };
        let rest = body.canonical.get(word.len()..).unwrap_or_default();
        if let Some(zone) = types.get(word).filter(|_| !rest.is_empty()) {
            body.canonical = format!("{zone}{rest}");
        }
    }
}

fn clusters(context: &Context<'_>, mentions: &[Mention]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut known: HashMap<(Kind, String), usize> = HashMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        let words = mention.span.of(context.text);
        let canonical = match &mention.value {
            Value::Company(company) => company.canonical.as_str(),
            Value::Zone(zone) => zone.canonical.as_str(),
            Value::Organization(body) => body.canonical.as_str(),
            Value::Project(project) => project.canonical.as_str(),
            Value::Person(person) => person.canonical.as_deref().unwrap_or(words),
            _ => continue,
        };
        let kind = mention.kind();
        let at = *known.entry((kind, canonical.to_owned())).or_insert_with(|| {
            clusters.push(Cluster { kind, canonical: canonical.to_owned(), mentions: Vec::new() });
            clusters.len() - 1
        });
        if let Some(cluster) = clusters.get_mut(at) {
            cluster.mentions.push(index);
        }
    }
    clusters
}
