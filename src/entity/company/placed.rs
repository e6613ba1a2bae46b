//! A Chinese city or province before the name of a well-known firm belongs to it: 青海丽豪, 北京现代; a country stands beside (美国花旗).

use super::{Found, known, short};
use crate::context::Context;
use crate::entity::edge;
use crate::lexicon::Entry;
use crate::word_table::{Words, words};

/// Rules of names that a list knows.
static KNOWN: Words<&str> = Words::of(&["company.known_name", "company.shared_name", "company.listed"]);

/// What stands in a place and is the firm's: 北京|华为研究所, 望川|美团门店 are no daughters' names.
static SITES: Words<&str> = Words::of(&[
    "总部",
    "园区",
    "基地",
    "工厂",
    "大厦",
    "门店",
    "旗舰店",
    "专卖店",
    "体验店",
    "店",
    "研究所",
    "研究院",
    "研发中心",
    "中心",
    "科技园",
    "产业园",
    "实验室",
    "学院",
    "广场",
    "园",
    "城",
    "酒店",
    "加油站",
    "站",
    "杯",
    "号",
]);

/// How many bytes the short name of a place has at most.
const LONGEST: usize = 18;

/// Takes the places in.
pub(super) fn recognise(context: &Context<'_>, found: &mut [Found]) {
    let text = context.text;
    for name in found.iter_mut().filter(|name| KNOWN.hold(name.rule)) {
        // 氯碱化工|公司
        if name.rule == "company.listed" && text.get(name.span.end..).is_some_and(|after| after.starts_with("公司")) {
            name.span.end += "公司".len();
        }
        let at = name.span.start;
        let bare = |hit: &&crate::lexicon::Hit<'_>| {
            let short = matches!(hit.entry, Entry::Division(division) if !division.full && division.level != "county");
            short && hit.span.end == at && hit.span.len() <= LONGEST && edge::is_place(hit)
        };
        let first = context.hits.partition_point(|hit| hit.span.start + LONGEST < at);
        let near = context.hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start < at);
        let Some(place) = near.filter(bare).map(|hit| hit.span).next() else { continue };
        let before = text.get(..place.start).unwrap_or_default();
        let after = text.get(name.span.end..).unwrap_or_default();
        let opened = before.chars().next_back().is_none_or(|c| !edge::is_han(c)) || known::ends_in_stop(before);
        // 落户北京|京东方: what comes to a place stands behind it
        let comes =
            words!["落户", "落地", "布局", "位于", "地处", "入驻", "进驻", "驻", "来到", "走进", "抵达", "前往", "在", "到", "于"].end(before);
        // 上海|莫德纳医药研发生产基地: in the name of a project the place tells where that is
        let builds = after.starts_with("项目") || short::names_project(after);
        if opened && !comes && !builds && !SITES.begin(after) {
            name.span.start = place.start;
        }
    }
}
