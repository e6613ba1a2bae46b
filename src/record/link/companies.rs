//! Firms by their brands: 马夸特 is 马夸特集团, 优康利莱 is 优康利莱新医疗科技(威海)有限公司.

use crate::context::Mention;
use crate::entity::Value;
use crate::entity::company::{Company, is_known, parts};
use crate::seek::Seek;
use crate::word_table::{Words, words};
use std::collections::{BTreeMap, HashMap};

/// A distinct name.
struct Name {
    name: String,
    place: String,
    trade: String,
    legal: bool,
    group: bool,
    /// A well-known name that goes on behind the brand: 一汽|解放 is another firm than 一汽集团.
    own: bool,
    /// A well-known name.
    known: bool,
}

/// Everyday short names of well-known firms that share no beginning with the full ones.
static SHORT: Words<(&str, &str)> = Words::of_pairs(&[
    ("工行", "工商银行"),
    ("农行", "农业银行"),
    ("建行", "建设银行"),
    ("中行", "中国银行"),
    ("交行", "交通银行"),
    ("招行", "招商银行"),
    ("邮储", "邮储银行"),
    ("国开行", "国家开发银行"),
    ("中石油", "中国石油"),
    ("中石化", "中国石化"),
    ("中海油", "中国海油"),
    ("中铝", "中国铝业"),
    ("上汽", "上汽集团"),
    ("广汽", "广汽集团"),
    ("北汽", "北汽集团"),
    ("一汽", "一汽集团"),
    ("东航", "东方航空"),
    ("南航", "南方航空"),
    ("国航", "中国国航"),
    ("国药", "国药集团"),
    ("国家电投", "国家电力投资集团"),
    ("中核", "中核集团"),
    ("长飞", "长飞光纤"),
    ("中车", "中国中车"),
]);

/// Sets the canonical names of the firms.
pub(super) fn link(mentions: &mut [Mention]) {
    let mut groups: BTreeMap<String, Vec<Name>> = BTreeMap::new();
    let mut seen: HashMap<String, String> = HashMap::new();
    for mention in mentions.iter() {
        let Value::Company(company) = &mention.value else { continue };
        if seen.contains_key(&company.canonical) {
            continue;
        }
        let parts = parts(&company.canonical);
        let key = parts.brand.clone().unwrap_or_else(|| company.canonical.clone());
        let legal = parts.ending.iter().any(|ending| words!["有限", "合伙", "股份公司", "事务所"].stand_in(ending));
        let group = parts.ending.iter().any(|ending| ending.has("集团"));
        seen.insert(company.canonical.clone(), key.clone());
        groups.entry(key).or_default().push(Name {
            name: company.canonical.clone(),
            place: parts.place.concat(),
            trade: parts.trade.concat(),
            legal,
            group,
            known: is_known(&company.canonical),
            own: is_known(&company.canonical)
                && !parts.place.iter().any(|place| company.canonical.starts_with(place.as_str()))
                && parts.brand.as_deref() != Some(company.canonical.as_str()),
        });
    }
    let mut legal: Vec<&Name> = groups.values().flatten().filter(|name| name.legal).collect();
    legal.sort_unstable_by(|one, other| one.name.cmp(&other.name));
    let cores = cores(legal.iter().map(|name| name.name.as_str()));
    let full: HashMap<String, String> = seen
        .iter()
        .filter_map(|(name, key)| {
            let group = groups.get(key)?;
            let own = group.iter().find(|other| other.name == *name)?;
            let core = || cores.get(name.as_str()).copied().flatten().filter(|_| !own.legal).map(str::to_owned);
            // 进出口银行 is 中国进出口银行
            let country = || Some(format!("中国{name}")).filter(|long| seen.contains_key(long));
            // 中国移动 is 中国移动通信有限公司
            let formal = || {
                if !own.known || own.legal {
                    return None;
                }
                let goes_on = |other: &&&Name| {
                    let rest = other.name.strip_prefix(name.as_str()).filter(|_| other.place == own.place);
                    let middle = rest.and_then(|rest| words!["股份有限公司", "有限责任公司", "有限公司"].strip_ending(rest));
                    middle.is_some_and(|middle| (1..=3).contains(&middle.chars().count()) && !middle.has("集团"))
                };
                let first = legal.partition_point(|other| other.name < *name);
                let beginning = legal.get(first..).unwrap_or_default().iter().take_while(|other| other.name.starts_with(name.as_str()));
                let mut longer = beginning.filter(goes_on);
                longer.next().filter(|_| longer.next().is_none()).map(|other| other.name.clone())
            };
            let target = target(own, group).map(|target| target.name.clone()).or_else(core).or_else(country).or_else(formal).or_else(|| {
                SHORT.iter().find(|(short, _)| *short == name).and_then(|(_, long)| seen.contains_key(*long).then(|| (*long).to_owned()))
            });
            target.map(|target| (name.clone(), target))
        })
        .collect();
    let mut codes: HashMap<String, String> = HashMap::new();
    for mention in mentions.iter_mut() {
        let Value::Company(company) = &mut mention.value else { continue };
        let mut canonical = company.canonical.clone();
        for _ in 0..3 {
            match full.get(&canonical) {
                Some(longer) if *longer != canonical => canonical.clone_from(longer),
                _ => break,
            }
        }
        if canonical != company.canonical {
            let code = company.code.take();
            *company = Company { code, ..Company::named(&canonical) };
        }
        if let Some(code) = &company.code {
            codes.entry(canonical).or_insert_with(|| code.clone());
        }
    }
    for mention in mentions.iter_mut() {
        let Value::Company(company) = &mut mention.value else { continue };
        if company.code.is_none() {
            company.code = codes.get(&company.canonical).cloned();
        }
    }
}

/// Legal names by what stands before their legal form, whole or from a later character on: 沙棠蓝湾电子|有限公司 is 蓝湾电子 too, where no other
/// legal name ends so. A place that no list knows is not parted from the brand.
fn cores<'n>(names: impl Iterator<Item = &'n str>) -> HashMap<&'n str, Option<&'n str>> {
    let mut cores: HashMap<&str, Option<&str>> = HashMap::new();
    for name in names {
        let Some(core) = words!["股份有限公司", "有限责任公司", "有限公司"].iter().find_map(|form| name.strip_suffix(form)) else {
            continue;
        };
        let length = core.chars().count();
        for (at, _) in core.char_indices().take(length.saturating_sub(SHORTEST_CORE - 1).min(LONGEST_CORE)) {
            if let Some(end) = core.get(at..) {
                cores.entry(end).and_modify(|other| *other = other.filter(|other| *other == name)).or_insert(Some(name));
            }
        }
    }
    cores
}

/// The fewest characters that tell one firm by the end of its name.
const SHORTEST_CORE: usize = 4;

/// Ends of names that begin further in than this are not looked up.
const LONGEST_CORE: usize = 24;

/// The fuller name of the same firm among those of its brand.
fn target<'g>(own: &Name, group: &'g [Name]) -> Option<&'g Name> {
    if own.legal {
        return None;
    }
    let places_agree = |other: &Name| {
        own.place.is_empty() || other.place.is_empty() || other.place.has(&own.place) || own.place.has(&other.place) || other.name.has(&own.place)
    };
    // 天津波音复合材料有限公司 is a daughter of 波音; 中国银联 is 银联, and a firm with shares may be called by its home.
    let daughter = |other: &Name| {
        let limited = !other.group && !other.name.ends_with("股份有限公司") && other.place != "中国";
        // 昱纳汽车部件(天津)有限公司 is one of 昱纳集团.
        let bracketed = || ['(', '（'].into_iter().any(|open| other.name.contains(&format!("{open}{}", other.place)));
        let opens = own.known && other.name.starts_with(&other.place);
        // 广汽零部件有限公司 is one of 广汽集团.
        let works_in = own.group && !other.group && !other.trade.is_empty();
        works_in || own.place.is_empty() && limited && !other.place.is_empty() && (opens || (own.known || own.group) && bracketed())
    };
    let legal: Vec<&Name> = group.iter().filter(|other| other.legal && places_agree(other) && !daughter(other)).collect();
    if legal.len() > 1 {
        let mut holding = legal.iter().filter(|other| holds(&other.name, &own.name));
        return match (holding.next(), holding.next()) {
            (Some(only), None) => Some(only),
            _ => legal.iter().find(|other| other.group && own.trade.is_empty()).copied(),
        };
    }
    // 昱纳药业 is not 昱纳医药科技有限公司; 昱纳电动车 is of 昱纳科技集团, whatever else that makes
    let same = |only: &Name| own.trade.is_empty() || only.group || holds(&only.name, own.name.strip_prefix(&own.place).unwrap_or(&own.name));
    if let Some(only) = legal.first().filter(|only| same(only)) {
        return Some(only);
    }
    if own.own && !own.group {
        let part = |name: &str| words!["分行", "支行", "中心", "营业部", "分公司", "办事处"].end(name);
        let longer = |other: &&Name| other.name.len() > own.name.len() && other.name.starts_with(&own.name) && !part(&other.name);
        return group.iter().find(longer);
    }
    // 神鹿化工厂 is no fuller name of 神鹿股份.
    let works = |name: &str| name.ends_with('厂');
    let fuller =
        |other: &&Name| !daughter(other) && other.name.len() > own.name.len() && places_agree(other) && works(&other.name) == works(&own.name);
    let mut longer = group.iter().filter(fuller);
    if own.trade.is_empty() {
        if own.group {
            // 其亚集团 is 四川其亚集团, where one alone is called so with its place.
            let placed = |other: &&Name| other.group && !other.place.is_empty() && other.name == format!("{}{}", other.place, own.name);
            let mut placed = group.iter().filter(placed);
            return placed.next().filter(|_| placed.next().is_none());
        }
        if let Some(group) = group.iter().find(|other| other.group && other.trade.is_empty() && other.name != own.name && places_agree(other)) {
            return Some(group);
        }
        return match (longer.next(), longer.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
    }
    let mut prefixed = longer.filter(|other| other.name.starts_with(&own.name) || other.name.ends_with(&own.name));
    match (prefixed.next(), prefixed.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// Whether all characters of the short name stand in the long one, in order.
fn holds(long: &str, short: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}
