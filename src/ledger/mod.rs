//! Projects and companies across articles.
//!
//! A ledger is a set of sightings: what one article says of one project or company. Two ledgers merge by union, so merging is associative,
//! commutative and idempotent, and articles may be fed in any order, on any number of machines. Who is who is decided when the ledger is
//! read, from the whole set: the same sightings always give the same answer.
//!
//! ```
//! use zhecon::ledger::Ledger;
//! use zhecon::{Article, Extractor};
//!
//! let extractor = Extractor::new();
//! let mut first = Ledger::new();
//! first.add("a1", &extractor.extract(&Article::from_text("“揽月”项目签约落户,总投资30亿元。")));
//! let mut second = Ledger::new();
//! second.add("a2", &extractor.extract(&Article::from_text("近日,“揽月”项目开工建设。")));
//! first.merge(second);
//! let projects = first.projects();
//! assert_eq!(projects.len(), 1);
//! assert_eq!(projects[0].sources.len(), 2);
//! ```

mod history;
mod same;

pub use history::{CompanyHistory, ProjectHistory, Source, Step};

use crate::Extraction;
use crate::entity::Value;
use crate::record::{Amount, ProjectRecord, Stage, Stated};
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a set of articles says of projects and companies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    projects: BTreeSet<ProjectSighting>,
    companies: BTreeSet<CompanySighting>,
}

/// Who names a thing, where and how.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Seen {
    /// Id of the article.
    pub source: String,
    /// When the article was published.
    pub published: Option<String>,
    /// Where the article names it, in the raw text.
    pub spans: Vec<Span>,
    /// Its fullest name in the article.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
}

/// What one article says of one project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProjectSighting {
    /// The article and the names.
    #[serde(flatten)]
    pub seen: Seen,
    /// 二期 …
    pub phase: Option<String>,
    /// Canonical names of those who invest.
    pub investors: Vec<String>,
    /// Canonical name of the zone.
    pub zone: Option<String>,
    /// Code of the place.
    pub place: Option<String>,
    /// Its investment.
    pub investment: Option<Sum>,
    /// Its steps: stage, date in EDTF, whether planned.
    pub events: Vec<(Stage, Option<String>, bool)>,
}

/// An amount of money with its bounds as decimal strings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Sum {
    /// The least it can be.
    pub low: Option<String>,
    /// The most it can be.
    pub high: Option<String>,
    /// ISO 4217 code.
    pub currency: String,
}

impl Sum {
    fn of(stated: &Stated) -> Option<Self> {
        let Amount::Money(money) = &stated.amount else { return None };
        let text = |figure: Option<crate::Figure>| figure.map(|figure| figure.to_string());
        Some(Self { low: text(money.magnitude.low), high: text(money.magnitude.high), currency: money.currency.clone() })
    }
}

/// What one article says of one company.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CompanySighting {
    /// The article and the names.
    #[serde(flatten)]
    pub seen: Seen,
    /// Stock code, where the name is that of a listed company.
    pub code: Option<String>,
    /// Projects that it invests in.
    pub projects: Vec<String>,
}

impl Ledger {
    /// A ledger without sightings.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what the article `source` says. Adding it again changes nothing.
    pub fn add(&mut self, source: &str, extraction: &Extraction) {
        let published = extraction.article.published.map(|moment| moment.to_string());
        for record in &extraction.projects {
            self.projects.insert(sighting(source, published.as_deref(), record, extraction));
        }
        self.companies.extend(companies(source, published.as_deref(), extraction));
    }

    /// Takes over all sightings of another ledger.
    pub fn merge(&mut self, other: Self) {
        self.projects.extend(other.projects);
        self.companies.extend(other.companies);
    }

    /// Every sighting of a project, in a fixed order.
    pub fn project_sightings(&self) -> impl Iterator<Item = &ProjectSighting> {
        self.projects.iter()
    }

    /// Every sighting of a company, in a fixed order.
    pub fn company_sightings(&self) -> impl Iterator<Item = &CompanySighting> {
        self.companies.iter()
    }

    /// The projects, each with all that the articles say of it, by name.
    #[must_use]
    pub fn projects(&self) -> Vec<ProjectHistory> {
        let sightings: Vec<&ProjectSighting> = self.projects.iter().collect();
        let mut histories: Vec<ProjectHistory> = same::groups(&sightings).iter().map(|group| ProjectHistory::of(group)).collect();
        histories.sort_by(|a, b| (&a.name, &a.sources).cmp(&(&b.name, &b.sources)));
        histories
    }

    /// The companies, each with the articles that name it, by name.
    #[must_use]
    pub fn companies(&self) -> Vec<CompanyHistory> {
        let mut groups: BTreeMap<String, Vec<&CompanySighting>> = BTreeMap::new();
        for sighting in &self.companies {
            groups.entry(same::company_key(sighting)).or_default().push(sighting);
        }
        groups.values().map(|group| CompanyHistory::of(group)).collect()
    }
}

impl Extend<Ledger> for Ledger {
    fn extend<T: IntoIterator<Item = Self>>(&mut self, ledgers: T) {
        for ledger in ledgers {
            self.merge(ledger);
        }
    }
}

fn sighting(source: &str, published: Option<&str>, record: &ProjectRecord, extraction: &Extraction) -> ProjectSighting {
    let mut spans: Vec<Span> = record.mentions.iter().filter_map(|index| extraction.entities.get(*index)).map(crate::Entity::span).collect();
    spans.sort_unstable();
    let (source, published) = (source.to_owned(), published.map(str::to_owned));
    ProjectSighting {
        seen: Seen { source, published, spans, name: record.name.clone(), aliases: record.aliases.clone() },
        phase: record.phase.clone(),
        investors: record.investors.clone(),
        zone: record.zone.clone(),
        place: record.place.clone(),
        investment: record.investment.as_ref().and_then(Sum::of),
        events: record.events.iter().map(|event| (event.stage, event.date.clone(), event.planned)).collect(),
    }
}

fn companies(source: &str, published: Option<&str>, extraction: &Extraction) -> Vec<CompanySighting> {
    let mut found: BTreeMap<&str, CompanySighting> = BTreeMap::new();
    for entity in &extraction.entities {
        let Value::Company(company) = &entity.value else { continue };
        let sighting = found.entry(&company.canonical).or_insert_with(|| CompanySighting {
            seen: Seen {
                source: source.to_owned(),
                published: published.map(str::to_owned),
                spans: Vec::new(),
                name: company.canonical.clone(),
                aliases: Vec::new(),
            },
            code: None,
            projects: Vec::new(),
        });
        sighting.seen.spans.push(entity.span());
        sighting.code = sighting.code.take().or_else(|| company.code.clone());
        if entity.text != company.canonical && !sighting.seen.aliases.contains(&entity.text) {
            sighting.seen.aliases.push(entity.text.clone());
        }
    }
    for record in &extraction.projects {
        for investor in &record.investors {
            if let Some(sighting) = found.get_mut(investor.as_str()) {
                if !sighting.projects.contains(&record.name) {
                    sighting.projects.push(record.name.clone());
                }
            }
        }
    }
    found.into_values().collect()
}
