//! The pipeline, in the order it runs.

use crate::article::Article;
use crate::context::{Context, Mention, Parser};
use crate::entity::{Kind, company, figures, industry, organization, person, place, project, time, zone};
use crate::extraction::{Entity, Extraction};
use crate::lexicon::{Hit, Lexicon};
use crate::limits::Reached;
use crate::overlap;
use crate::reading::Reading;
use crate::reading::table::{self, Table};
use crate::record::{self, Cluster};
use crate::starts::Starts;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Reads articles. Build it once, use it for millions; it is cheap to clone and safe to share.
#[derive(Clone, Debug)]
pub struct Extractor {
    kinds: BTreeSet<Kind>,
    parsers: Vec<Arc<dyn Parser>>,
    lexicon: Option<Arc<Lexicon>>,
    records: bool,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::builder().build()
    }
}

impl Extractor {
    /// An extractor for all kinds but bare numbers and ordinals.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An extractor of one's own making: some kinds, own parsers, own names.
    #[must_use]
    pub fn builder() -> Builder {
        let kinds = Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::Number | Kind::Ordinal)).collect();
        Builder { extractor: Self { kinds, parsers: Vec::new(), lexicon: None, records: true } }
    }

    /// Reads one article. It never fails: what is doubtful stands in the diagnostics.
    #[must_use]
    pub fn extract(&self, article: &Article) -> Extraction {
        let reading = Reading::of(article);
        let lexicon = self.lexicon.as_deref().unwrap_or_else(|| Lexicon::embedded());
        let hits = lexicon.scan(reading.text());
        let (starts, tables) = (Starts::in_text(reading.text()), table::find(reading.text()));
        let context = Self::context(&reading, lexicon, &hits, &starts, &tables);
        let mut mentions = Vec::new();
        FIGURES.iter().for_each(|recognise| recognise(&context, &mut mentions));
        if self.kinds.iter().any(|kind| !FIGURE_KINDS.contains(kind)) {
            NAMES.iter().for_each(|recognise| recognise(&context, &mut mentions));
        }
        self.run_own(&context, &mut mentions);
        self.conclude(&context, &reading, mentions)
    }

    /// The records and links of mentions that were found elsewhere, by another recogniser or by hand: their spans index the repaired text
    /// ([`Reading::text`]). Nothing is recognised here; overlaps are resolved, names linked, records made as in [`extract`](Self::extract).
    ///
    /// ```
    /// use zhecon::entity::project::Project;
    /// use zhecon::record::Stage;
    /// use zhecon::{Article, Extractor, Mention, Span, Value};
    ///
    /// // A tagger found a name that no rule knows.
    /// let project = Project { canonical: "星河湾".to_owned(), phase: None };
    /// let mention = Mention::new(Span::new(0, "星河湾".len()), Value::Project(project), "tagger");
    /// let extraction = Extractor::new().relate(&Article::from_text("星河湾开工建设。"), vec![mention]);
    /// assert_eq!((extraction.projects[0].name.as_str(), extraction.projects[0].stage), ("星河湾", Some(Stage::Started)));
    /// ```
    #[must_use]
    pub fn relate(&self, article: &Article, mentions: Vec<Mention>) -> Extraction {
        let reading = Reading::of(article);
        let lexicon = self.lexicon.as_deref().unwrap_or_else(|| Lexicon::embedded());
        let (starts, tables) = (Starts::in_text(reading.text()), table::find(reading.text()));
        let context = Self::context(&reading, lexicon, &[], &starts, &tables);
        self.conclude(&context, &reading, mentions)
    }

    fn context<'a>(reading: &'a Reading<'_>, lexicon: &'a Lexicon, hits: &'a [Hit<'a>], starts: &'a Starts, tables: &'a [Table]) -> Context<'a> {
        Context { text: reading.text(), parts: reading.parts(), lexicon, hits, published: reading.metadata().published, starts, tables }
    }

    fn conclude(&self, context: &Context<'_>, reading: &Reading<'_>, mentions: Vec<Mention>) -> Extraction {
        let mut reached = Reached::default();
        let mut mentions = overlap::resolve(mentions, context, &mut reached);
        let mut clusters = record::link::link(context, &mut mentions);
        self.restrict(&mut mentions, &mut clusters);
        let records = self.records.then(|| record::relate(context, reading.metadata(), &mentions, &mut reached));
        let (projects, indicators) = records.unwrap_or_default();
        let entities = mentions.into_iter().map(|mention| entity(reading, mention)).collect();
        let mut extraction = Extraction { article: reading.metadata().clone(), entities, clusters, projects, indicators, diagnostics: Vec::new() };
        extraction.map_spans(|span| reading.raw(span));
        extraction.diagnostics = reading.diagnostics().iter().cloned().chain(reached.diagnostics(reading)).collect();
        extraction
    }

    /// Leaves the kinds that were asked for. It comes after linking, so that a name is the same whatever else is asked for.
    fn restrict(&self, mentions: &mut Vec<Mention>, clusters: &mut Vec<Cluster>) {
        if self.kinds.len() == Kind::ALL.len() {
            return;
        }
        let mut kept = 0;
        let place: Vec<Option<usize>> = mentions
            .iter()
            .map(|mention| {
                let asked = self.kinds.contains(&mention.kind());
                kept += usize::from(asked);
                asked.then(|| kept - 1)
            })
            .collect();
        if kept == mentions.len() {
            return;
        }
        mentions.retain(|mention| self.kinds.contains(&mention.kind()));
        clusters.retain_mut(|cluster| {
            cluster.mentions = cluster.mentions.iter().filter_map(|at| place.get(*at).copied().flatten()).collect();
            !cluster.mentions.is_empty()
        });
    }

    fn run_own(&self, context: &Context<'_>, mentions: &mut Vec<Mention>) {
        for parser in &self.parsers {
            let mut from = 0;
            for (at, first) in context.text.char_indices() {
                if at < from || !parser.starts(first) {
                    continue;
                }
                if let Some(mention) = parser.parse(context, at) {
                    from = mention.span.end;
                    mentions.push(mention);
                }
            }
        }
    }
}

type Recognise = fn(&Context<'_>, &mut Vec<Mention>);

/// What always runs: figures and times decide together which reading of a number stands.
const FIGURES: [Recognise; 2] = [figures::recognise, time::recognise];

/// The kinds that need nothing more: their own words tell them from names. A bare number may be part of a name, which must be read then.
const FIGURE_KINDS: [Kind; 6] = [Kind::Money, Kind::Percent, Kind::Quantity, Kind::Date, Kind::Duration, Kind::TimeSet];

/// What runs after it when names are asked for, in this order: later ones look at what earlier ones found. All of them run for any of them, since
/// the longer of two overlapping names is the right one.
const NAMES: [Recognise; 7] =
    [place::recognise, zone::recognise, company::recognise, organization::recognise, person::recognise, project::recognise, industry::recognise];

fn entity(reading: &Reading<'_>, mention: Mention) -> Entity {
    let Mention { span, value, rule, evidence } = mention;
    Entity { text: span.of(reading.text()).to_owned(), start: span.start, end: span.end, value, rule: rule.into(), evidence }
}

/// Makes an [`Extractor`].
#[derive(Clone, Debug)]
pub struct Builder {
    extractor: Extractor,
}

impl Builder {
    /// Only these kinds: the result holds what the full one holds of them. Where nothing but figures and times is asked for, names are not read at all,
    /// and a figure that is part of a name may be told as well.
    ///
    /// ```
    /// use zhecon::{Article, Extractor, Kind};
    ///
    /// let extractor = Extractor::builder().only([Kind::Money]).build();
    /// let extraction = extractor.extract(&Article::from_text("新签约项目61个,总投资298亿元。"));
    /// assert_eq!(extraction.entities.iter().map(|entity| entity.text.as_str()).collect::<Vec<_>>(), ["298亿元"]);
    /// ```
    #[must_use]
    pub fn only(mut self, kinds: impl IntoIterator<Item = Kind>) -> Self {
        self.extractor.kinds = kinds.into_iter().collect();
        self
    }

    /// Mentions and links alone: neither projects nor indicators are made.
    ///
    /// ```
    /// use zhecon::{Article, Extractor};
    ///
    /// let article = Article::from_text("今年上半年,望川县签约项目61个。");
    /// assert!(!Extractor::new().extract(&article).indicators.is_empty());
    /// assert!(Extractor::builder().without_records().build().extract(&article).indicators.is_empty());
    /// ```
    #[must_use]
    pub fn without_records(mut self) -> Self {
        self.extractor.records = false;
        self
    }

    /// A parser of one's own beside the built-in ones: the [cookbook](crate::_docs::cookbook) has one.
    #[must_use]
    pub fn with(mut self, parser: impl Parser + 'static) -> Self {
        self.extractor.parsers.push(Arc::new(parser));
        self
    }

    /// A lexicon with names of one's own.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.extractor.lexicon = Some(Arc::new(lexicon));
        self
    }

    /// The extractor.
    #[must_use]
    pub fn build(self) -> Extractor {
        self.extractor
    }
}
