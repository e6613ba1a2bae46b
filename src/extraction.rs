//! What was found in an article.

use crate::entity::{Kind, Value};
use crate::reading::{Diagnostic, Metadata};
use crate::record::{Cluster, Indicator, ProjectRecord};
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One mention in the raw text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity {
    /// What it says: `kind` and `value` in JSON.
    #[serde(flatten)]
    pub value: Value,
    /// First byte in the raw text.
    pub start: usize,
    /// One past the last byte in the raw text.
    pub end: usize,
    /// The repaired, simplified words.
    pub text: String,
    /// The rule that found it.
    #[serde(default)]
    pub rule: Cow<'static, str>,
    /// Stretches of the raw text that the reading rests on besides its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Span>,
}

impl Entity {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.value.kind()
    }

    /// Where it stands in the raw text.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// All that one article says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Extraction {
    /// What the page says about itself.
    pub article: Metadata,
    /// Every mention, sorted by start; of two that start together the longer first.
    pub entities: Vec<Entity>,
    /// Mentions of one thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clusters: Vec<Cluster>,
    /// The projects told of.
    pub projects: Vec<ProjectRecord>,
    /// The measured facts.
    pub indicators: Vec<Indicator>,
    /// What was repaired, and what was doubtful.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diagnostics: Vec<Diagnostic>,
}

impl Extraction {
    /// The indicator that another one breaks down.
    ///
    /// ```
    /// use zhecon::{Article, Extractor};
    ///
    /// let extraction = Extractor::new().extract(&Article::from_text("去年,昌黎县签约项目61个,其中工业项目40个。"));
    /// let [whole, part] = extraction.indicators.as_slice() else { panic!() };
    /// assert_eq!(extraction.whole(part), Some(whole));
    /// assert_eq!(extraction.whole(whole), None);
    /// ```
    #[must_use]
    pub fn whole(&self, part: &Indicator) -> Option<&Indicator> {
        let figure = part.part_of?;
        self.indicators.iter().find(|indicator| indicator.mention == figure)
    }

    /// Moves every offset into the text, as from bytes to characters for a language that counts those. Offsets into undecoded bytes
    /// ([`Diagnostic::bytes`]) stay.
    ///
    /// ```
    /// use zhecon::{Article, Extractor, Span};
    ///
    /// let article = Article::from_text("总投资30亿元");
    /// let mut extraction = Extractor::new().extract(&article);
    /// let characters = |byte: usize| article.text().get(..byte).map_or(0, |before| before.chars().count());
    /// extraction.map_spans(|span| Span::new(characters(span.start), characters(span.end)));
    /// assert_eq!((extraction.entities[0].start, extraction.entities[0].end), (3, 7));
    /// ```
    pub fn map_spans(&mut self, map: impl Fn(Span) -> Span) {
        for entity in &mut self.entities {
            let span = map(entity.span());
            (entity.start, entity.end) = (span.start, span.end);
            entity.evidence.iter_mut().for_each(|span| *span = map(*span));
        }
        self.projects.iter_mut().for_each(|project| project.map_spans(&map));
        self.indicators.iter_mut().flat_map(|indicator| &mut indicator.evidence).for_each(|evidence| evidence.span = map(evidence.span));
        self.diagnostics.iter_mut().for_each(|diagnostic| diagnostic.span = map(diagnostic.span));
    }
}
