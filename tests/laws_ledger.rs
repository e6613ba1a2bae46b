//! Laws of the ledger: merging is a union, and what it answers hangs on the set of sightings alone.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may stop at the first surprise

use proptest::prelude::*;
use serde_json::json;
use zhecon::Extraction;
use zhecon::entity::time::Moment;
use zhecon::ledger::Ledger;
use zhecon::record::{Event, ProjectRecord, Stage};

/// Names of which some are equal, some hold others, some differ by phase alone.
const NAMES: [&str; 7] =
    ["蓝湾半导体封测项目", "蓝湾半导体封测基地项目", "封测项目", "蓝湾半导体封测项目二期", "远川电池材料产业园项目", "“揽月”项目", "揽月项目"];
const INVESTORS: [&str; 4] = ["蓝湾半导体有限公司", "蓝湾半导体", "远川集团", "临江城投"];
const PLACES: [&str; 4] = ["370000", "371300", "371302", "440300"];
const STAGES: [Stage; 4] = [Stage::Signed, Stage::Started, Stage::UnderConstruction, Stage::InProduction];

fn record() -> impl Strategy<Value = ProjectRecord> {
    let investors = prop::collection::btree_set(prop::sample::select(&INVESTORS[..]), 0..2);
    let place = prop::option::of(prop::sample::select(&PLACES[..]));
    let event = (prop::sample::select(&STAGES[..]), prop::option::of(2020..2026u16), any::<bool>());
    let amount = prop::option::of(1..4u32);
    (prop::sample::select(&NAMES[..]), investors, place, prop::collection::vec(event, 0..3), amount).prop_map(
        |(name, investors, place, events, amount)| {
            let events = events.into_iter().map(|(stage, year, planned)| Event { stage, date: year.map(|year| year.to_string()), planned }).collect();
            let investment = amount.map(|amount| {
                let yuan = format!("{amount}00000000");
                serde_json::from_value(json!({"low": yuan, "high": yuan, "bound": "exact", "currency": "CNY", "mention": 0})).unwrap()
            });
            ProjectRecord {
                name: name.to_owned(),
                phase: name.contains("二期").then(|| "二期".to_owned()),
                investors: investors.into_iter().map(str::to_owned).collect(),
                place: place.map(str::to_owned),
                investment,
                events,
                ..ProjectRecord::default()
            }
        },
    )
}

/// An article with its id; one id always has the same text.
fn article() -> impl Strategy<Value = (String, Extraction)> {
    (prop::collection::vec(record(), 0..3), 1..28u8, any::<u32>()).prop_map(|(projects, day, id)| {
        let mut extraction = Extraction { projects, ..Extraction::default() };
        extraction.article.published = Some(format!("2024-03-{day:02}").parse::<Moment>().unwrap());
        (format!("a{id}"), extraction)
    })
}

fn articles() -> impl Strategy<Value = Vec<(String, Extraction)>> {
    prop::collection::vec(article(), 0..8)
}

fn ledger<'a>(articles: impl IntoIterator<Item = &'a (String, Extraction)>) -> Ledger {
    let mut ledger = Ledger::new();
    for (id, extraction) in articles {
        ledger.add(id, extraction);
    }
    ledger
}

fn merged(mut one: Ledger, other: &Ledger) -> Ledger {
    one.merge(other.clone());
    one
}

proptest! {
    #[test]
    fn merging_is_associative_commutative_and_idempotent(a in articles(), b in articles(), c in articles()) {
        let (a, b, c) = (ledger(&a), ledger(&b), ledger(&c));
        prop_assert_eq!(merged(merged(a.clone(), &b), &c), merged(a.clone(), &merged(b.clone(), &c)));
        prop_assert_eq!(merged(a.clone(), &b), merged(b.clone(), &a));
        prop_assert_eq!(merged(a.clone(), &a), a.clone());
        prop_assert_eq!(merged(a.clone(), &Ledger::new()), a);
    }

    #[test]
    fn order_and_repetition_do_not_matter(all in articles(), seed in any::<u64>()) {
        let mut shuffled = all.clone();
        let length = shuffled.len().max(1) as u64;
        for at in 0..shuffled.len() {
            shuffled.swap(at, (seed.wrapping_mul(31).wrapping_add(at as u64 * 7) % length) as usize);
        }
        let (straight, mixed) = (ledger(&all), ledger(shuffled.iter().chain(&all)));
        prop_assert_eq!(straight.projects(), mixed.projects());
        prop_assert_eq!(straight.companies(), mixed.companies());
    }

    #[test]
    fn map_and_reduce_give_what_one_pass_gives(all in articles(), cut in any::<prop::sample::Index>()) {
        let cut = if all.is_empty() { 0 } else { cut.index(all.len()) };
        let (left, right) = all.split_at(cut);
        prop_assert_eq!(merged(ledger(left), &ledger(right)).projects(), ledger(&all).projects());
    }

    #[test]
    fn nothing_is_lost_and_nothing_invented(all in articles()) {
        let ledger = ledger(&all);
        let histories = ledger.projects();
        for sighting in ledger.project_sightings() {
            let homes = histories.iter().filter(|history| history.sources.iter().any(|source| source.source == sighting.seen.source)
                && (history.name == sighting.seen.name || history.aliases.contains(&sighting.seen.name)) && history.phase == sighting.phase).count();
            prop_assert!(homes >= 1, "{sighting:?}");
        }
        let steps: usize = histories.iter().map(|history| history.timeline.len()).sum();
        let told: usize = ledger.project_sightings().map(|sighting| sighting.events.len()).sum();
        prop_assert!(steps <= told);
        for history in &histories {
            prop_assert!(history.timeline.iter().all(|step| !step.sources.is_empty()));
        }
    }

    #[test]
    fn a_ledger_survives_json(all in articles()) {
        let ledger = ledger(&all);
        let text = serde_json::to_string(&ledger).unwrap();
        prop_assert_eq!(serde_json::from_str::<Ledger>(&text).unwrap(), ledger);
    }
}

fn told(id: &str, day: &str, name: &str, investors: &[&str], place: Option<&str>, stage: Stage) -> (String, Extraction) {
    let record = ProjectRecord {
        name: name.to_owned(),
        investors: investors.iter().map(|name| (*name).to_owned()).collect(),
        place: place.map(str::to_owned),
        events: vec![Event { stage, date: None, planned: false }],
        ..ProjectRecord::default()
    };
    let mut extraction = Extraction { projects: vec![record], ..Extraction::default() };
    extraction.article.published = Some(day.parse().unwrap());
    (id.to_owned(), extraction)
}

#[test]
fn one_project_is_followed_through_its_life() {
    let articles = [
        told("c", "2024-05-01", "蓝湾半导体封测项目", &["蓝湾半导体"], Some("371302"), Stage::InProduction),
        told("a", "2022-01-05", "蓝湾半导体封测项目", &["蓝湾半导体有限公司"], Some("371300"), Stage::Signed),
        told("b", "2022-09-09", "“蓝湾半导体封测”项目", &[], None, Stage::Started),
    ];
    let projects = ledger(&articles).projects();
    assert_eq!(projects.len(), 1);
    let stages: Vec<Stage> = projects[0].timeline.iter().map(|step| step.stage).collect();
    assert_eq!(stages, [Stage::Signed, Stage::Started, Stage::InProduction]);
    assert_eq!(projects[0].stage, Some(Stage::InProduction));
    assert_eq!(projects[0].place.as_deref(), Some("371302"));
    assert_eq!(projects[0].sources.len(), 3);
}

#[test]
fn what_contradicts_stays_apart() {
    let elsewhere = [
        told("a", "2022-01-05", "城区污水处理厂扩建项目", &[], Some("371302"), Stage::Signed),
        told("b", "2022-01-06", "城区污水处理厂扩建项目", &[], Some("440300"), Stage::Started),
    ];
    assert_eq!(ledger(&elsewhere).projects().len(), 2, "places differ");
    let others = [
        told("a", "2022-01-05", "新能源电池材料项目", &["蓝湾集团"], None, Stage::Signed),
        told("b", "2022-01-06", "新能源电池材料项目", &["远川集团"], None, Stage::Started),
    ];
    assert_eq!(ledger(&others).projects().len(), 2, "investors differ");
    let vague = [told("a", "2022-01-05", "石化项目", &[], None, Stage::Signed), told("b", "2022-01-06", "石化项目", &[], None, Stage::Started)];
    assert_eq!(ledger(&vague).projects().len(), 2, "a name of two words is no evidence");
}
