//! FollowTheMoney entities: companies, persons, bodies, projects, and who takes part in which.
//!
//! The schemata are `Company`, `Person`, `Organization`, `PublicBody` (government and party bodies), `Project`, `ProjectParticipant`.
//! Ids are made of schema and name alone, so that the same name in two articles is the same node; merging names that differ is the work of
//! [`ledger`](crate::ledger).

use crate::entity::Value;
use crate::extraction::Extraction;
use crate::record::{Amount, Stage};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One entity in the form of the FollowTheMoney JSON: every property is a list of strings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Stable id.
    pub id: String,
    /// Schema of the public model.
    pub schema: String,
    /// Values by property.
    pub properties: BTreeMap<String, BTreeSet<String>>,
}

/// The entities of one extraction, sorted by id.
///
/// ```
/// use zhecon::{Article, Extractor, export::ftm};
///
/// let article = Article::from_text("蓝湾科技股份有限公司投资建设蓝湾半导体封测项目。");
/// let nodes = ftm::nodes(&Extractor::new().extract(&article));
/// assert!(nodes.iter().any(|node| node.schema == "Company" && node.properties["name"].contains("蓝湾科技股份有限公司")));
/// ```
#[must_use]
pub fn nodes(extraction: &Extraction) -> Vec<Node> {
    let mut graph = Graph::default();
    for entity in &extraction.entities {
        match &entity.value {
            Value::Company(company) => {
                let node = graph.node("Company", &company.canonical);
                put(node, "alias", (entity.text != company.canonical).then_some(entity.text.as_str()));
                put(node, "ticker", company.code.as_deref());
                put(node, "legalForm", company.form.as_deref());
            }
            Value::Organization(organization) => {
                let schema = if matches!(organization.class.as_str(), "government" | "party") { "PublicBody" } else { "Organization" };
                let node = graph.node(schema, &organization.canonical);
                put(node, "alias", (entity.text != organization.canonical).then_some(entity.text.as_str()));
                put(node, "classification", Some(&organization.class));
            }
            Value::Person(person) => {
                let node = graph.node("Person", person.canonical.as_deref().unwrap_or(&entity.text));
                put(node, "position", person.role.as_deref());
                put(node, "summary", person.affiliation.as_deref());
            }
            _ => {}
        }
    }
    for project in &extraction.projects {
        let node = graph.node("Project", &project.name);
        for alias in &project.aliases {
            put(node, "alias", Some(alias));
        }
        put(node, "phase", project.phase.as_deref());
        put(node, "status", project.stage.map(|stage| stage.to_string()).as_deref());
        put(node, "address", project.zone.as_deref());
        if let Some(Amount::Money(money)) = project.investment.as_ref().map(|stated| &stated.amount) {
            let figure = money.magnitude.low.or(money.magnitude.high).map(|figure| figure.to_string());
            put(node, "amount", figure.as_deref());
            put(node, "currency", Some(&money.currency));
        }
        let start = project.events.iter().find(|event| event.stage == Stage::Started && !event.planned).and_then(|event| event.date.as_deref());
        put(node, "startDate", start);
        let project_id = node.id.clone();
        for investor in &project.investors {
            let participant = graph.node("Company", investor).id.clone();
            let link = graph.entry("ProjectParticipant", &format!("{project_id}-{participant}"));
            put(link, "project", Some(&project_id));
            put(link, "participant", Some(&participant));
            put(link, "role", Some("investor"));
        }
    }
    graph.nodes.into_values().collect()
}

#[derive(Default)]
struct Graph {
    nodes: BTreeMap<String, Node>,
}

impl Graph {
    fn node(&mut self, schema: &str, name: &str) -> &mut Node {
        let node = self.entry(schema, name);
        put(node, "name", Some(name));
        node
    }

    fn entry(&mut self, schema: &str, key: &str) -> &mut Node {
        let id = id(schema, key);
        self.nodes.entry(id.clone()).or_insert_with(|| Node { id, schema: schema.to_owned(), properties: BTreeMap::new() })
    }
}

fn put(node: &mut Node, property: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        node.properties.entry(property.to_owned()).or_default().insert(value.to_owned());
    }
}

/// FNV-1a over schema and key: the same on every machine and in every version.
fn id(schema: &str, key: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in schema.bytes().chain([0]).chain(key.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("zhecon-{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Extractor};

    #[test]
    fn links_point_at_nodes() {
        let article = Article::from_text("蓝湾科技股份有限公司投资建设的蓝湾科技封测基地项目开工,总投资30亿元。望都县商务局负责服务。");
        let nodes = nodes(&Extractor::new().extract(&article));
        let ids: BTreeSet<&str> = nodes.iter().map(|node| node.id.as_str()).collect();
        assert!(nodes.iter().any(|node| node.schema == "Company"));
        for link in nodes.iter().filter(|node| node.schema == "ProjectParticipant") {
            for end in ["project", "participant"] {
                assert!(link.properties.get(end).is_some_and(|ends| ends.iter().all(|end| ids.contains(end.as_str()))));
            }
        }
        assert_eq!(id("Company", "甲"), id("Company", "甲"));
        assert_ne!(id("Company", "甲"), id("Person", "甲"));
    }
}
