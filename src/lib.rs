//! Reads Chinese economic news and returns what it says as typed data: money, percentages, quantities, dates, places, zones, companies, bodies,
//! persons, projects, industries, and the records they make together.
//!
//! ```
//! use zhecon::{Article, Extractor, Kind, Value};
//!
//! let article = Article::from_text("今年上半年,望川县新签约项目61个,合同总投资额298亿元,增长12.3%。").published("2023-07-15".parse()?);
//! let extraction = Extractor::new().extract(&article);
//!
//! let money = extraction.entities.iter().find(|entity| entity.kind() == Kind::Money).ok_or("no money")?;
//! assert_eq!((money.text.as_str(), &article.text()[money.start..money.end]), ("298亿元", "298亿元"));
//! let Value::Money(value) = &money.value else { return Err("no money".into()) };
//! assert_eq!((value.magnitude.low, value.currency.as_str()), (Some("29800000000".parse()?), "CNY"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The way through
//!
//! | step | type | what it does |
//! | --- | --- | --- |
//! | the input | [`Article`] | a text, a saved page, bytes of some encoding, or pieces |
//! | reading it | [`Reading`] | repairs what scraping damaged, finds headline, dateline, paragraphs and furniture, and maps back to the raw text |
//! | recognising | [`Extractor`] | one pass over the text; [`Kind`]s can be chosen, a [`Parser`] of one's own added |
//! | the result | [`Extraction`] | metadata, [`Entity`]s with [`Value`]s, projects, indicators, diagnostics |
//!
//! Streams of JSON lines are read and written by [`ndjson`]; values are shown to the eye by [`export::facts`].
//!
//! Each kind can be read alone too: `"121.6亿元".parse::<`[`Money`](entity::money::Money)`>()`, [`money::find_iter`](entity::money::find_iter) and their
//! siblings in [`entity`].
//!
//! # What holds
//!
//! - Offsets are bytes of the raw text that was given, on character boundaries, whatever was repaired.
//! - Figures are exact ([`Figure`], [`Magnitude`]): never a float, never rounded.
//! - Nothing is guessed: an open year stays open, an ambiguous place has candidates and no code.
//! - Nothing panics, for any input; extraction does not fail, doubts stand in [`Extraction::diagnostics`]. Parsing a single value fails with an [`Error`]
//!   that says what was expected and where.
//! - Time grows with the length of the text.
//! - The meaning of money, percentages, quantities and durations lies in their paragraph; that of names and dates in the whole article.
//!
//! # What it does not do
//!
//! It does not fetch pages, parse HTML, translate, or tell opinions. It knows the Chinese of economic news, not that of novels.
//!
//! # Features
//!
//! - `encoding` (default): [`Article::from_bytes`] also reads GB18030, GBK and Big5, by `encoding_rs` and `chardetng`. Without it UTF-8 and UTF-16.
//! - `parallel`: `Extractor::extract_batch` reads a stream of articles on all cores, in order, by `rayon`.
//! - `html`: `html::Page` writes an article, or a folder of them, as one page to look at.
//! - `townships`: the names of 38,000 towns, townships and subdistricts in the embedded lexicon, 3 MB more.
//! - `schema`: `export::schema`, the JSON Schema of an extraction, by `schemars`. The schema itself is in `docs/extraction.schema.json`.
//!
//! The minimum supported Rust version is 1.85; it is raised in a minor version only.
//!
//! More to read: [the tour](_docs::tour), [the cookbook](_docs::cookbook), [the design](_docs::design), [the comparison](_docs::comparison) with other
//! tools, [the origin of the data](_docs::data), [the changes](_docs::changelog).

pub mod article;
#[cfg(feature = "parallel")]
pub(crate) mod batch;
pub(crate) mod context;
pub(crate) mod cursor;
pub mod entity;
pub mod error;
pub mod export;
pub mod extraction;
pub mod extractor;
pub(crate) mod han_set;
#[cfg(feature = "html")]
pub mod html;
pub mod ledger;
pub mod lexicon;
pub mod limits;
pub mod magnitude;
pub(crate) mod name;
pub mod ndjson;
pub mod numeral;
pub(crate) mod offsets;
pub(crate) mod overlap;
pub mod reading;
pub mod record;
pub(crate) mod seek;
pub mod span;
pub(crate) mod starts;
pub(crate) mod word_index;
pub(crate) mod word_table;

pub use article::Article;
#[cfg(feature = "parallel")]
pub use batch::Batch;
pub use context::{Context, Mention, Parser};
pub use entity::{Kind, Value};
pub use error::Error;
pub use extraction::{Entity, Extraction};
pub use extractor::Extractor;
pub use ledger::Ledger;
pub use lexicon::Lexicon;
pub use magnitude::{Bound, Magnitude};
pub use numeral::Figure;
pub use reading::Reading;
pub use span::Span;

/// Longer documents: their examples run as tests.
pub mod _docs {
    #[doc = include_str!("../CHANGELOG.md")]
    pub mod changelog {}
    #[doc = include_str!("../docs/comparison.md")]
    pub mod comparison {}
    #[doc = include_str!("../docs/cookbook.md")]
    pub mod cookbook {}
    #[doc = include_str!("../DATA.md")]
    pub mod data {}
    #[doc = include_str!("../DESIGN.md")]
    pub mod design {}
    #[doc = include_str!("../README.md")]
    pub mod readme {}
    #[doc = include_str!("../docs/tour.md")]
    pub mod tour {}
}
