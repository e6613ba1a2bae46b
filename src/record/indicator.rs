//! Measured facts.

use crate::context::{Context, Mention};
use crate::entity::time::Date;
use crate::reading::Metadata;
use crate::record::{Amount, Cluster, Modality};
use serde::{Deserialize, Serialize};

/// How a figure moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// The size class that is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size_class: Option<Amount>,
    /// How it is meant.
    pub modality: Modality,
}

/// Finds the measured facts.
pub(crate) fn relate(context: &Context<'_>, metadata: &Metadata, mentions: &[Mention], clusters: &[Cluster]) -> Vec<Indicator> {
    let _ = (context, metadata, mentions, clusters);
    Vec::new()
}
