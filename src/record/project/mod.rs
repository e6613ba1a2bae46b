//! Investment projects: what the article says of each.

mod facts;
mod overview;
mod parties;
mod products;
mod refer;
mod site;
mod step;
mod unique;
mod walk;

use crate::context::{Context, Mention};
use crate::entity::time::Moment;
use crate::entity::{Kind, Value};
use crate::limits::NAMINGS;
use crate::overlap::Nesting;
use crate::reading::Metadata;
use crate::record::clause::Clauses;
use crate::record::stage::Stage;
use crate::record::{Amount, Modality};
use crate::span::Span;
use crate::word_table::words;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// A step in the life of a project.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// signed, started, completed …
    pub stage: Stage,
    /// EDTF.
    pub date: Option<String>,
    /// Whether it is still to come.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub planned: bool,
}

/// An amount as it was stated of a project.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stated {
    /// How much.
    #[serde(flatten)]
    pub amount: Amount,
    /// How it is meant.
    #[serde(default)]
    pub modality: Modality,
    /// Index of the amount in the entities.
    pub mention: usize,
}

/// An amount stated of one phase.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PhaseAmount {
    /// 一期
    pub phase: String,
    /// Its investment.
    pub investment: Stated,
}

/// What the article says of one project.
///
/// Fields that the article does not tell are null or empty. `evidence` holds, by field, the stretches of text that the field rests on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProjectRecord {
    /// Its fullest name.
    pub name: String,
    /// Other names in the article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Indexes into the entities.
    pub mentions: Vec<usize>,
    /// 二期 …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<String>,
    /// Canonical names of those who invest.
    pub investors: Vec<String>,
    /// Canonical name of the zone.
    pub zone: Option<String>,
    /// GB/T 2260 code.
    pub place: Option<String>,
    /// Total investment.
    pub investment: Option<Stated>,
    /// What is invested so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_investment: Option<Stated>,
    /// What is paid in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_in: Option<Stated>,
    /// Investments of its phases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phase_amounts: Vec<PhaseAmount>,
    /// Output in a year: money, or goods where no money is told.
    #[serde(default)]
    pub annual_output: Option<Stated>,
    /// Revenue in a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revenue: Option<Stated>,
    /// Tax in a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Stated>,
    /// Goods in a year or another capacity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Stated>,
    /// Jobs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jobs: Option<Stated>,
    /// Land.
    #[serde(default)]
    pub site_area: Option<Stated>,
    /// Floors.
    #[serde(default)]
    pub floor_area: Option<Stated>,
    /// Sector as its own name tells it: 精细化工.
    #[serde(default)]
    pub industry: Option<String>,
    /// What it makes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
    /// With whom it was signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counterparty: Vec<String>,
    /// How long it is built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub build_period: Option<Stated>,
    /// new, expansion, renovation, relocation
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<String>,
    /// The package that it is named in: 等12个项目
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// How it came there.
    pub events: Vec<Event>,
    /// By field, the stretches of text that it rests on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub evidence: BTreeMap<String, Vec<Span>>,
}

impl ProjectRecord {
    /// Notes what a field rests on.
    fn rests_on(&mut self, field: &str, span: Span) {
        let spans = self.evidence.entry(field.to_owned()).or_default();
        if spans.len() < NAMINGS && !spans.contains(&span) {
            spans.push(span);
        }
    }

    /// Moves every span, as from the repaired text to the raw one.
    pub(crate) fn map_spans(&mut self, map: impl Fn(Span) -> Span) {
        for span in self.evidence.values_mut().flatten() {
            *span = map(*span);
        }
    }

    /// The stage that stands: the furthest step that is done.
    fn settle_stage(&mut self, published: Option<Moment>) {
        self.stage = self.events.iter().filter(|event| !event.planned).map(|event| event.stage).max();
        let planned = self.events.iter().any(|event| event.planned && event.stage > Stage::UnderConstruction);
        // What is about to be tried has been built.
        let tried = self.events.iter().any(|event| event.planned && event.stage == Stage::TrialProduction);
        if tried && self.stage.is_none_or(|stage| stage < Stage::UnderConstruction) {
            self.stage = Some(Stage::UnderConstruction);
        }
        // What was begun and is about to be finished is being built; what the news is that it was begun has only been begun.
        let news = self.events.iter().any(|event| event.stage == Stage::Started && !event.planned && is_news(event.date.as_deref(), published));
        if self.stage == Some(Stage::Started) && planned && !news {
            self.stage = Some(Stage::UnderConstruction);
        }
    }
}

/// Whether a day, in EDTF, lies in the week before the publication.
fn is_news(date: Option<&str>, published: Option<Moment>) -> bool {
    const WEEK: i32 = 7;
    let day = date.and_then(|date| date.parse::<jiff::civil::Date>().ok());
    let published = published.and_then(|now| jiff::civil::Date::new(now.year, now.month as i8, now.day as i8).ok());
    published.zip(day).is_some_and(|(published, day)| (0..=WEEK).contains(&(published - day).get_days()))
}

/// Finds the projects.
pub(crate) fn relate(context: &Context<'_>, metadata: &Metadata, mentions: &[Mention], clauses: &Clauses, nesting: &Nesting) -> Vec<ProjectRecord> {
    let (mut records, references) = refer::collect(context, mentions, nesting, clauses);
    if records.is_empty() {
        return records; // of what no name stands for nothing is told
    }
    let anaphors = walk::walk(context, mentions, clauses, &references, &mut records);
    let mut own: Vec<Vec<Span>> = vec![Vec::new(); records.len()];
    for reference in references.into_iter().chain(anaphors) {
        if let Some(own) = own.get_mut(reference.record) {
            own.push(reference.span);
        }
    }
    let overview = overview::Overview::of(context, metadata, mentions, nesting);
    for (own, record) in own.iter().zip(&mut records) {
        let own = own.get(..NAMINGS).unwrap_or(own);
        parties::settle(&parties::Scene { context, overview: &overview, mentions, nesting, clauses, own }, record);
        if record.annual_output.is_none() {
            // installed power is no output of a year
            let goods = || {
                // what is made in a day or a month is no output of a year
                let short = |at: usize| {
                    mentions.get(at).is_some_and(|amount| {
                        context.text.get(..amount.span.start).is_some_and(|before| words!["日产", "日产量", "月产", "月产量", "日处理"].end(before))
                    })
                };
                record
                    .capacity
                    .clone()
                    .filter(|capacity| !short(capacity.mention))
                    .filter(|capacity| !matches!(&capacity.amount, Amount::Quantity(power) if power.unit.as_deref() == Some("W")))
            };
            record.annual_output = record.revenue.clone().or_else(goods);
            if record.annual_output.is_some() {
                let spans = record.evidence.get("revenue").or_else(|| record.evidence.get("capacity")).cloned().unwrap_or_default();
                record.evidence.insert("annual_output".to_owned(), spans);
            }
        }
        record.settle_stage(context.published);
    }
    inherit(&mut records);
    records
}

/// A phase stands where its project stands, unless the article says otherwise.
fn inherit(records: &mut [ProjectRecord]) {
    let mut wholes: HashMap<String, usize> = HashMap::new();
    for (at, record) in records.iter().enumerate().filter(|(_, record)| record.phase.is_none()) {
        wholes.entry(refer::key(&record.name)).or_insert(at);
    }
    let whole = |record: &ProjectRecord| wholes.get(&refer::key(&record.name).replace(record.phase.as_deref()?, "")).copied();
    let pairs: Vec<(usize, usize)> = records.iter().enumerate().filter_map(|(at, record)| Some((at, whole(record)?))).collect();
    for (at, whole) in pairs {
        let Some(whole) = records.get(whole).cloned() else { continue };
        let Some(record) = records.get_mut(at) else { continue };
        let mut take = |field: &str, missing: bool| {
            if missing {
                if let Some(spans) = whole.evidence.get(field) {
                    record.evidence.insert(field.to_owned(), spans.clone());
                }
            }
            missing
        };
        if take("investors", record.investors.is_empty()) {
            record.investors.clone_from(&whole.investors);
        }
        if take("zone", record.zone.is_none()) {
            record.zone.clone_from(&whole.zone);
        }
        if take("place", record.place.is_none()) {
            record.place.clone_from(&whole.place);
        }
        if take("stage", record.stage.is_none()) {
            record.stage = whole.stage;
            record.events.extend(whole.events.iter().filter(|event| !event.planned).cloned());
        }
    }
}

/// The name that stands for all mentions of a company, zone, organization or project.
fn canonical<'m>(context: &Context<'m>, mention: &'m Mention) -> &'m str {
    match &mention.value {
        Value::Company(value) => &value.canonical,
        Value::Zone(value) => &value.canonical,
        Value::Organization(value) => &value.canonical,
        Value::Project(value) => &value.canonical,
        _ => mention.span.of(context.text),
    }
}

/// What names of one project have in common: no quotes, brackets or heads.
pub(crate) fn name_key(name: &str) -> String {
    refer::key(name)
}

/// Whether the mention is of this kind.
fn is(mention: &Mention, kind: Kind) -> bool {
    mention.kind() == kind
}
