//! Measured facts: 新签约项目 61个, 合同总投资额 298亿元, 开工率 97%.
//!
//! Every figure of a statement is asked what it measures, of whom, when, and how it is meant:
//!
//! - the measure stands before the figure (合同总投资额298亿元) or is a noun behind it (61个项目), with the verb that belongs to it;
//! - the subject comes from the clause, the sentence, the paragraph, who speaks, the title, the publisher, in this order;
//! - the period is the last date told before the figure in its sentence;
//! - a rate of change belongs to the level told before it, and is an indicator of its own where there is none;
//! - 其中 breaks down what was told before it: each figure behind it keeps the one that it is a part of;
//! - in a table the headings tell what is measured and in which unit, the names of the rows of whom or of what.
//!
//! No indicators: amounts and sizes of a single project (they are fields of its record), size classes, enumerations (四个特点), headings.

mod among;
mod bare_row;
mod behind;
mod change;
mod compare;
mod deictic;
mod grid;
mod level;
mod measure;
mod no_fact;
mod noun;
mod period;
mod rate;
mod reader;
mod repeat;
mod report;
mod row;
mod scene;
mod size;
mod subject;
mod understood;
#[rustfmt::skip] // lists of words stay lists
mod words;

use crate::context::{Context, Mention};
use crate::entity::time::Date;
use crate::overlap::Nesting;
use crate::reading::Metadata;
use crate::record::clause::Clauses;
use crate::record::{Amount, Evidence, Modality};
use crate::starts::Learn;
use serde::{Deserialize, Serialize};

/// How a figure moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// year_on_year, previous_period, two_year_average, since_start, unspecified
    #[serde(rename = "type")]
    pub base: String,
    /// up, down, flat
    pub direction: String,
    /// By how much: the value of the percent entity.
    pub value: Option<Amount>,
}

/// A measured fact about a place, zone, organization or company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Indicator {
    /// Canonical name of what is measured.
    pub subject: Option<String>,
    /// What is measured, as written.
    pub measure: String,
    /// The figure.
    pub value: Amount,
    /// Index of the figure in the entities.
    pub mention: usize,
    /// When.
    pub period: Option<Date>,
    /// Index of the period in the entities.
    pub period_mention: Option<usize>,
    /// How it moved.
    pub change: Option<Change>,
    /// Of what it is a part, where 其中 says so: index of that indicator's figure in the entities, its `mention`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<usize>,
    /// The size class that is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size_class: Option<Amount>,
    /// How it is meant.
    #[serde(default)]
    pub modality: Modality,
    /// What each field rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// The words that measured facts are looked for by.
pub(crate) fn starts(learn: Learn<'_>) {
    reader::starts(learn);
    deictic::starts(learn);
}

/// Finds the measured facts.
pub(crate) fn relate(context: &Context<'_>, metadata: &Metadata, mentions: &[Mention], clauses: &Clauses, nesting: &Nesting) -> Vec<Indicator> {
    if !mentions.iter().any(|mention| scene::is_figure(mention.kind())) {
        return Vec::new();
    }
    let scene = scene::Scene::new(context, metadata, mentions, clauses, nesting);
    reader::Reader::new(&scene).read()
}
