//! The projects as cards with their steps, the indicators as a table.

use super::{Written, words};
use crate::export::facts;
use crate::extraction::Extraction;
use crate::ledger::{ProjectHistory, Step};
use crate::record::{Indicator, Modality};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// An indicator as a row of the table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    subject: String,
    measure: String,
    value: String,
    /// By what the column of values is sorted.
    figure: String,
    /// Where the figure stands on the page.
    link: String,
    period: String,
    change: String,
    /// The figure of the whole, and where it stands on the page.
    whole: Option<(String, String)>,
    /// Empty for what is so.
    modality: String,
}

impl Row {
    pub(super) fn of(indicator: &Indicator, extraction: &Extraction, article: usize) -> Self {
        let magnitude = indicator.value.magnitude();
        let change = indicator.change.as_ref().map(|change| {
            let arrow = match change.direction.as_str() {
                "up" => "↑",
                "down" => "↓",
                _ => "→",
            };
            let by = change.value.as_ref().map(facts::amount).unwrap_or_default();
            format!("{arrow} {by} {}", change.base.replace('_', " "))
        });
        Self {
            subject: indicator.subject.clone().unwrap_or_default(),
            measure: indicator.measure.clone(),
            value: facts::amount(&indicator.value),
            figure: magnitude.low.or(magnitude.high).map(|figure| figure.to_string()).unwrap_or_default(),
            link: format!("#m{article}-{}", indicator.mention),
            period: indicator.period.as_ref().and_then(|period| period.edtf.as_ref()).map(ToString::to_string).unwrap_or_default(),
            change: change.unwrap_or_default(),
            whole: extraction.whole(indicator).map(|whole| (facts::amount(&whole.value), format!("#m{article}-{}", whole.mention))),
            modality: Some(indicator.modality)
                .filter(|modality| *modality != Modality::Actual)
                .map(|modality| modality.to_string())
                .unwrap_or_default(),
        }
    }
}

/// The table of all indicators.
pub(super) fn indicators(articles: &[Written]) -> Markup {
    let several = articles.len() > 1;
    if articles.iter().all(|article| article.indicators.is_empty()) {
        return Markup::default();
    }
    let headings = ["subject", "measure", "value", "period", "change", "part of", "meant as"];
    html! {
        section.indicators aria-labelledby="indicators" {
            h2 #indicators { "指标 " span.english lang="en" { "Indicators" } }
            div.scroll tabindex="0" role="region" aria-labelledby="indicators" {
                table {
                    thead lang="en" {
                        tr {
                            @for heading in headings { th.figures[heading == "value"] scope="col" aria-sort="none" { button type="button" { (heading) } } }
                            @if several { th scope="col" aria-sort="none" { button type="button" { "article" } } }
                        }
                    }
                    tbody {
                        @for (nth, article) in articles.iter().enumerate() {
                            @for row in &article.indicators {
                                tr {
                                    td { (row.subject) }
                                    td { (row.measure) }
                                    td.figure data-sort=(row.figure) { a href=(row.link) { (row.value) } }
                                    td.period { (row.period) }
                                    td { (row.change) }
                                    td { @if let Some((value, link)) = &row.whole { a href=(link) { (value) } } }
                                    td lang="en" { (row.modality) }
                                    @if several { td { a href=(format!("#a{nth}")) { (article.id) } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The cards of all projects.
pub(super) fn projects(projects: &[ProjectHistory], articles: &BTreeMap<&str, usize>) -> Markup {
    if projects.is_empty() {
        return Markup::default();
    }
    html! {
        section.projects aria-labelledby="projects" {
            h2 #projects { "项目 " span.english lang="en" { "Projects" } }
            div.cards { @for project in projects { (card(project, articles)) } }
        }
    }
}

fn card(project: &ProjectHistory, articles: &BTreeMap<&str, usize>) -> Markup {
    let fields = [
        ("投资方", project.investors.join("、")),
        ("投资额", project.investment.as_ref().map(facts::sum).unwrap_or_default()),
        ("园区", project.zone.clone().unwrap_or_default()),
        ("别名", project.aliases.join("、")),
    ];
    html! {
        article.card {
            h3 { (project.name) }
            @if fields.iter().any(|(_, text)| !text.is_empty()) {
                dl { @for (name, text) in fields.iter().filter(|(_, text)| !text.is_empty()) { dt { (name) } dd { (text) } } }
            }
            @if !project.timeline.is_empty() {
                ol.timeline { @for step in &project.timeline { (self::step(step)) } }
            }
            @if articles.len() > 1 {
                p.sources {
                    @for source in &project.sources {
                        @if let Some(nth) = articles.get(source.source.as_str()) { a href=(format!("#a{nth}")) { (source.source) } " " }
                    }
                }
            }
        }
    }
}

fn step(step: &Step) -> Markup {
    html! {
        li.planned[step.planned] {
            span.stage { (words::stage(step.stage)) }
            span.english lang="en" { (step.stage.to_string().replace('_', " ")) @if step.planned { ", planned" } }
            @if let Some(date) = &step.date { time { (date) } }
        }
    }
}
