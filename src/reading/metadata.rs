//! What an article says about itself.

use crate::entity::time::Moment;
use serde::{Deserialize, Serialize};

/// What the page says about itself, or what the caller knew beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// Further headlines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subtitles: Vec<String>,
    /// The paper or agency the text comes from.
    pub source: Option<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// Who wrote it: the names alone.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Everybody named in byline and credit lines, with the role told there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Credit>,
    /// The site that carries it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
}

/// A person who made the article, and as what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Credit {
    /// The name.
    pub name: String,
    /// 记者, 通讯员, 编辑, 审核 …, as written.
    pub role: String,
}
