//! What a ledger answers.

use super::{CompanySighting, ProjectSighting, Seen, Sum};
use crate::record::Stage;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An article that says something, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Source {
    /// When it was published.
    pub published: Option<String>,
    /// Its id.
    pub source: String,
    /// Where it names the thing, in its raw text.
    pub spans: Vec<Span>,
}

/// A step in the life of a project with the articles that tell it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Step {
    /// When it was, in EDTF, where an article says so.
    pub date: Option<String>,
    /// When it was first reported.
    pub reported: Option<String>,
    /// The step.
    pub stage: Stage,
    /// Whether it was still to come.
    pub planned: bool,
    /// Ids of the articles.
    pub sources: Vec<String>,
}

/// A project across articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectHistory {
    /// Its fullest name.
    pub name: String,
    /// All other names.
    pub aliases: Vec<String>,
    /// 二期 …
    pub phase: Option<String>,
    /// All who are said to invest.
    pub investors: Vec<String>,
    /// The zone most articles name.
    pub zone: Option<String>,
    /// The narrowest place that most articles agree on.
    pub place: Option<String>,
    /// The investment that the latest article tells.
    pub investment: Option<Sum>,
    /// All investments told, with their sources: they may have been revised.
    pub investments: Vec<(Sum, Vec<String>)>,
    /// The furthest step that is done.
    pub stage: Option<Stage>,
    /// Its steps in order.
    pub timeline: Vec<Step>,
    /// The articles.
    pub sources: Vec<Source>,
}

/// A company across articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyHistory {
    /// Its fullest name.
    pub name: String,
    /// All other names.
    pub aliases: Vec<String>,
    /// Stock code.
    pub code: Option<String>,
    /// Names of projects that it invests in.
    pub projects: Vec<String>,
    /// The articles.
    pub sources: Vec<Source>,
}

impl ProjectHistory {
    pub(super) fn of(sightings: &[&ProjectSighting]) -> Self {
        let (name, aliases, sources) = gathered(sightings.iter().map(|sighting| &sighting.seen));
        let timeline = timeline(sightings);
        Self {
            name,
            aliases,
            phase: sightings.iter().find_map(|sighting| sighting.phase.clone()),
            investors: all(sightings.iter().flat_map(|sighting| &sighting.investors)),
            zone: most(sightings.iter().filter_map(|sighting| sighting.zone.as_deref())),
            place: narrowest(sightings),
            investment: latest_investment(sightings),
            investments: investments(sightings),
            stage: timeline.iter().filter(|step| !step.planned).map(|step| step.stage).max(),
            timeline,
            sources,
        }
    }
}

impl CompanyHistory {
    pub(super) fn of(sightings: &[&CompanySighting]) -> Self {
        let (name, aliases, sources) = gathered(sightings.iter().map(|sighting| &sighting.seen));
        Self {
            name,
            aliases,
            code: sightings.iter().find_map(|sighting| sighting.code.clone()),
            projects: all(sightings.iter().flat_map(|sighting| &sighting.projects)),
            sources,
        }
    }
}

/// The fullest name of sightings of one thing, all other names, and the articles.
fn gathered<'s>(sightings: impl Iterator<Item = &'s Seen> + Clone) -> (String, Vec<String>, Vec<Source>) {
    let name = fullest(sightings.clone().map(|seen| seen.name.as_str()));
    let names = sightings.clone().flat_map(|seen| std::iter::once(&seen.name).chain(&seen.aliases));
    let aliases = all(names.filter(|other| **other != name));
    let sources: BTreeSet<Source> =
        sightings.map(|seen| Source { published: seen.published.clone(), source: seen.source.clone(), spans: seen.spans.clone() }).collect();
    (name, aliases, sources.into_iter().collect())
}

/// Every value once, in order.
fn all<'v>(values: impl Iterator<Item = &'v String>) -> Vec<String> {
    values.cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

/// The longest name; of equally long ones the first in order.
fn fullest<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.max_by(|a, b| (a.chars().count(), *b).cmp(&(b.chars().count(), *a))).unwrap_or_default().to_owned()
}

/// The value told most often; of equally frequent ones the longest, then the first in order.
fn most<'v>(values: impl Iterator<Item = &'v str>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().max_by(|(a, n), (b, m)| (n, a.len(), *b).cmp(&(m, b.len(), *a))).map(|(value, _)| value.to_owned())
}

/// The code with the fewest zeros at its end; of those the one told most often.
fn narrowest(sightings: &[&ProjectSighting]) -> Option<String> {
    let depth = |code: &str| code.trim_end_matches("00").len();
    let deepest = sightings.iter().filter_map(|sighting| sighting.place.as_deref()).map(depth).max()?;
    most(sightings.iter().filter_map(|sighting| sighting.place.as_deref()).filter(|code| depth(code) == deepest))
}

/// By the latest article; of articles of one time the largest in order.
fn latest_investment(sightings: &[&ProjectSighting]) -> Option<Sum> {
    sightings.iter().filter_map(|sighting| sighting.investment.as_ref().map(|sum| (&sighting.seen.published, sum))).max().map(|(_, sum)| sum.clone())
}

fn investments(sightings: &[&ProjectSighting]) -> Vec<(Sum, Vec<String>)> {
    let mut told: BTreeMap<&Sum, BTreeSet<&str>> = BTreeMap::new();
    for sighting in sightings {
        if let Some(sum) = &sighting.investment {
            told.entry(sum).or_default().insert(&sighting.seen.source);
        }
    }
    told.into_iter().map(|(sum, sources)| (sum.clone(), sources.into_iter().map(str::to_owned).collect())).collect()
}

/// Steps by stage, plan and date, each with all its sources, in the order of their dates, else of their reports.
fn timeline(sightings: &[&ProjectSighting]) -> Vec<Step> {
    type Reports<'s> = BTreeSet<(Option<&'s str>, &'s str)>;
    let mut told: BTreeMap<(Stage, bool, Option<&str>), Reports<'_>> = BTreeMap::new();
    for sighting in sightings {
        for (stage, date, planned) in &sighting.events {
            told.entry((*stage, *planned, date.as_deref())).or_default().insert((sighting.seen.published.as_deref(), &sighting.seen.source));
        }
    }
    let mut steps: Vec<Step> = told
        .into_iter()
        .map(|((stage, planned, date), reports)| Step {
            date: date.map(str::to_owned),
            reported: reports.iter().filter_map(|(published, _)| *published).min().map(str::to_owned),
            stage,
            planned,
            sources: reports.into_iter().map(|(_, source)| source.to_owned()).collect::<BTreeSet<_>>().into_iter().collect(),
        })
        .collect();
    steps.sort_by(|a, b| (when(a), a.stage, a.planned, &a.date).cmp(&(when(b), b.stage, b.planned, &b.date)));
    steps
}

/// The day by which a step is put in order: the date's own, or that of the report.
fn when(step: &Step) -> String {
    let own = step.date.as_deref().map(|date| date.trim_start_matches("../")).filter(|date| date.starts_with(|c: char| c.is_ascii_digit()));
    own.or(step.reported.as_deref()).unwrap_or("9999").chars().take(10).collect()
}
