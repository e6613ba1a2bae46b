//! A page to look at: the text with its mentions, the projects, the indicators, in one HTML file that asks for nothing from outside.
//!
//! Kinds are switched by the legend; hovering or focusing a mention shows its value, its rule and what it rests on; repaired places show their raw
//! form on demand. Whatever an article holds stays text: everything is escaped, and a content security policy lets nothing run or load but the
//! page's own style and script.
//!
//! ```
//! use zhecon::html::Page;
//! use zhecon::{Article, Extractor};
//!
//! let article = Article::from_text("总投资30亿元的“揽月”项目开工。<script>alert(1)</script>");
//! let mut page = Page::new("One article");
//! page.add("a1", &article, &Extractor::new().extract(&article));
//! let html = page.render();
//! assert!(html.contains("data-kind=\"money\"") && html.contains("&lt;script&gt;alert(1)"));
//! ```

mod records;
mod text;
mod words;

use crate::article::Article;
use crate::entity::Kind;
use crate::extraction::Extraction;
use crate::ledger::Ledger;
use crate::reading::{Metadata, PartKind, Reading};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// A page of one article or of many.
///
/// The projects of all its articles are told once each, by the [`Ledger`].
#[derive(Clone, Debug)]
pub struct Page {
    title: String,
    articles: Vec<Written>,
    counts: BTreeMap<Kind, usize>,
    ledger: Ledger,
}

/// An article as it stands on the page.
#[derive(Clone, Debug)]
struct Written {
    id: String,
    title: Option<String>,
    text: Markup,
    indicators: Vec<records::Row>,
}

impl Page {
    /// A page without articles.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), articles: Vec::new(), counts: BTreeMap::new(), ledger: Ledger::new() }
    }

    /// Adds an article and what was read in it.
    pub fn add(&mut self, id: &str, article: &Article, extraction: &Extraction) {
        let nth = self.articles.len();
        let reading = Reading::of(article);
        for entity in &extraction.entities {
            *self.counts.entry(entity.kind()).or_default() += 1;
        }
        self.ledger.add(id, extraction);
        self.articles.push(Written {
            id: id.to_owned(),
            title: extraction.article.title.clone(),
            text: html! {
                @if !reading.parts().iter().any(|part| part.kind == PartKind::Dateline) { (metadata(&extraction.article)) }
                (text::write(article, &reading, extraction, nth))
            },
            indicators: extraction.indicators.iter().map(|indicator| records::Row::of(indicator, extraction, nth)).collect(),
        });
    }

    /// The page as HTML.
    #[must_use]
    pub fn render(&self) -> String {
        let policy =
            format!("default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'", digest(STYLE), digest(SCRIPT));
        let page = html! {
            (DOCTYPE)
            html lang="zh-CN" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    header.bar lang="en" {
                        p.name { (self.title) }
                        (self.legend())
                    }
                    main {
                        @if self.articles.len() > 1 { (self.contents()) }
                        @for (nth, article) in self.articles.iter().enumerate() {
                            article.news id=(format!("a{nth}")) {
                                @if self.articles.len() > 1 || article.title.is_none() { p.id { (article.id) } }
                                (article.text)
                            }
                        }
                        (records::projects(&self.ledger.projects(), &self.ids()))
                        (records::indicators(&self.articles))
                    }
                    div #card role="tooltip" hidden {}
                    script { (PreEscaped(SCRIPT)) }
                }
            }
        };
        page.into_string()
    }

    /// The switches: a kind each, then furniture and raw forms.
    fn legend(&self) -> Markup {
        html! {
            fieldset.legend {
                legend { "Kinds" }
                @for (kind, count) in &self.counts {
                    label.chip data-kind=(kind) {
                        input type="checkbox" checked value=(kind);
                        span lang="zh-CN" { (words::kind(*kind)) } " " span.english { (kind.to_string().replace('_', " ")) } " " span.count { (count) }
                    }
                }
            }
            fieldset.legend {
                legend { "Text" }
                label.switch { input type="checkbox" value="raw"; "raw forms" }
                label.switch { input type="checkbox" value="furniture"; "page furniture" }
            }
        }
    }

    fn contents(&self) -> Markup {
        html! {
            nav aria-label="Articles" {
                ol {
                    @for (nth, article) in self.articles.iter().enumerate() {
                        li { a href=(format!("#a{nth}")) { (article.title.as_deref().unwrap_or(&article.id)) } }
                    }
                }
            }
        }
    }

    /// The number of each article by its id.
    fn ids(&self) -> BTreeMap<&str, usize> {
        self.articles.iter().enumerate().map(|(nth, article)| (article.id.as_str(), nth)).collect()
    }
}

/// How a policy names a style or script.
fn digest(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// Source, time and authors of an article that does not tell them in its text.
fn metadata(metadata: &Metadata) -> Markup {
    let published = metadata.published.map(|moment| moment.to_string());
    html! {
        @if metadata.source.is_some() || published.is_some() {
            p.meta {
                @if let Some(source) = &metadata.source { span { (source) } }
                @if let Some(published) = &published { time datetime=(published) { (published.replace('T', " ")) } }
                @if !metadata.authors.is_empty() { span { (metadata.authors.join("、")) } }
            }
        }
    }
}
