//! zhecon for engines that speak Arrow: an array of articles in, an array of extractions out.
//!
//! ```
//! use arrow_array::{Array, StringArray};
//! use zhecon_arrow::{Options, extract};
//!
//! let texts = StringArray::from(vec![Some("昌黎县新签约项目61个,总投资298亿元。"), None]);
//! let extractions = extract(&texts, None, &Options::default())?;
//! assert_eq!(extractions.len(), 2);
//! assert!(extractions.is_null(1));
//! # Ok::<(), zhecon_arrow::Error>(())
//! ```
//!
//! Each row of the answer is a struct of [`fields`]; a row without text is null. Offsets are signed integers, decimals plain texts in base units, so
//! that no engine rounds them.

mod error;
mod input;
mod table;

pub use error::Error;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{Array, ArrayRef, StructArray};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, Field, Fields};
use std::sync::Arc;
use table::TableBuilder;
use zhecon::export::table::Table;
use zhecon::{Article, Extraction, Extractor, Span};

/// What offsets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offsets {
    /// Bytes of the UTF-8 text, as in the library.
    #[default]
    Bytes,
    /// Characters (Unicode scalar values), as Python and SQL count.
    Characters,
}

impl Offsets {
    /// Counts the offsets of an extraction in this unit; `text` is the article's raw text.
    pub fn apply(self, text: &str, extraction: &mut Extraction) {
        if self == Self::Bytes || text.is_ascii() {
            return;
        }
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let characters = |byte: usize| boundaries.partition_point(|at| *at < byte);
        extraction.map_spans(|span| Span::new(characters(span.start), characters(span.end)));
    }
}

/// How articles are read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The extractor.
    pub extractor: Extractor,
    /// Whether the texts are saved pages, with navigation around them, or articles alone.
    pub page: bool,
    /// What offsets count.
    pub offsets: Offsets,
}

impl Options {
    /// Reads one article; `published` is the date that relative dates count from where the text does not tell it.
    ///
    /// # Errors
    ///
    /// [`Error::Published`] where `published` is no date or date and time.
    pub fn read(&self, text: &str, published: Option<&str>) -> Result<Extraction, Error> {
        let mut article = if self.page { Article::from_page(text) } else { Article::from_text(text) };
        if let Some(published) = published {
            article = article.published(published.parse().map_err(|source| Error::Published { value: published.to_owned(), source })?);
        }
        let mut extraction = self.extractor.extract(&article);
        self.offsets.apply(article.text(), &mut extraction);
        Ok(extraction)
    }
}

const TABLES: [(&str, Table); 3] = [("entities", Table::Entities), ("projects", Table::Projects), ("indicators", Table::Indicators)];

/// The fields of an extraction: what the page says of itself (`title`, `source`, `published`, `authors`), then one list of structs for each
/// [`Table`], with its columns.
#[must_use]
pub fn fields() -> Fields {
    let text = |name: &str| Field::new(name, DataType::Utf8, true);
    let authors = Field::new("authors", DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true))), true);
    let tables = TABLES.map(|(name, table)| Field::new(name, table::list_type(table), false));
    [text("title"), text("source"), text("published"), authors].into_iter().chain(tables).collect()
}

/// Reads an array of articles: Utf8, LargeUtf8 or Utf8View. `published` is an array of the same length and of one of these types.
///
/// # Errors
///
/// [`Error::Type`] for an array of another type, [`Error::Length`] where the two arrays differ in length, [`Error::Published`] for a date that is none,
/// [`Error::TooLarge`] where the answer would not fit into arrays with 32-bit offsets: then give fewer rows at a time.
pub fn extract(texts: &dyn Array, published: Option<&dyn Array>, options: &Options) -> Result<StructArray, Error> {
    let texts = input::strings(texts)?;
    let published = published.map(input::strings).transpose()?;
    if let Some(published) = published.as_ref().filter(|published| published.len() != texts.len()) {
        return Err(Error::Length { texts: texts.len(), published: published.len() });
    }
    let mut metadata: [StringBuilder; 3] = Default::default();
    let mut authors = ListBuilder::new(StringBuilder::new());
    let mut tables = TABLES.map(|(_, table)| TableBuilder::new(table));
    let mut present = Vec::with_capacity(texts.len());
    for row in 0..texts.len() {
        let text = texts.get(row);
        let date = published.as_ref().and_then(|published| published.get(row));
        let extraction = text.map(|text| options.read(text, date)).transpose()?;
        present.push(extraction.is_some());
        let extraction = extraction.unwrap_or_default();
        let article = &extraction.article;
        let told = [article.title.clone(), article.source.clone(), article.published.map(|moment| moment.to_string())];
        for (builder, value) in metadata.iter_mut().zip(told) {
            table::append(builder, value)?;
        }
        for author in &article.authors {
            table::append(authors.values(), Some(author))?;
        }
        authors.append(true);
        for table in &mut tables {
            table.push(&extraction)?;
        }
    }
    let mut columns: Vec<ArrayRef> = metadata.iter_mut().map(|builder| Arc::new(builder.finish()) as ArrayRef).collect();
    columns.push(Arc::new(authors.finish()));
    for table in tables {
        columns.push(Arc::new(table.finish()?));
    }
    Ok(StructArray::try_new_with_length(fields(), columns, Some(NullBuffer::from(present)), texts.len())?)
}

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct Readme;
