//! Investment projects.

use crate::context::{Context, Mention};
use crate::reading::Metadata;
use crate::record::Cluster;
use serde::{Deserialize, Serialize};

/// A step in the life of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// signed, started, completed …
    pub stage: String,
    /// EDTF.
    pub date: Option<String>,
    /// Whether it is still to come.
    #[serde(default)]
    pub planned: bool,
}

/// What the article says of one project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectRecord {
    /// Its fullest name.
    pub name: String,
    /// Indexes into the entities.
    pub mentions: Vec<usize>,
    /// Canonical names of those who invest.
    pub investors: Vec<String>,
    /// Canonical name of the zone.
    pub zone: Option<String>,
    /// GB/T 2260 code.
    pub place: Option<String>,
    /// Total investment.
    pub investment: Option<crate::entity::Value>,
    /// Where it stands.
    pub stage: Option<String>,
    /// How it came there.
    pub events: Vec<Event>,
}

/// Finds the projects.
pub(crate) fn relate(context: &Context<'_>, metadata: &Metadata, mentions: &[Mention], clusters: &[Cluster]) -> Vec<ProjectRecord> {
    let _ = (context, metadata, mentions, clusters);
    Vec::new()
}
