//! Streams of articles: one JSON object a line in, one a line out.
//!
//! The shapes ([`Row`] in, [`Answer`] and [`Repaired`] out) are plain `serde` types, and [`Lines`] cuts a stream into lines with bounded memory;
//! which JSON library reads and writes them is the caller's choice.
//!
//! ```
//! use zhecon::Extractor;
//! use zhecon::ndjson::{Answer, Lines, Row};
//!
//! let input = "{\"id\":\"a1\",\"text\":\"总投资3亿元。\",\"published\":\"2024-03-01\"}\n{\"title\":\"两个项目签约\",\"body\":\"总投资5亿元。\"}\n";
//! let extractor = Extractor::new();
//! for line in Lines::new(input.as_bytes()) {
//!     let line = line?;
//!     let row: Row = serde_json::from_slice(&line.bytes?)?;
//!     let id = row.id(line.number);
//!     let extraction = extractor.extract(&row.article(true)?);
//!     println!("{}", serde_json::to_string(&Answer { id: &id, extraction: &extraction })?);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::article::Article;
use crate::entity::time::Moment;
use crate::extraction::Extraction;
use crate::limits::LINE;
use crate::reading::{Metadata, Part, Reading};
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Read};

/// An article as it comes in: `{"id", "text", "published"}`, or `{"id", "title", "body", "source", "published"}`; other keys are passed over.
///
/// ```
/// use zhecon::ndjson::Row;
///
/// let row: Row = serde_json::from_str(r#"{"id": 7, "text": "总投资3亿元。"}"#)?;
/// assert_eq!(row.id(1), "7");
/// assert_eq!(row.article(true)?.text(), "总投资3亿元。");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Row {
    #[serde(default)]
    id: Option<Id>,
    text: Option<String>,
    title: Option<String>,
    body: Option<String>,
    source: Option<String>,
    published: Option<Moment>,
}

/// What an id may be in JSON.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Words(String),
    Whole(i64),
    Large(u64),
    Real(f64),
}

/// A row holds no text that could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it has neither text nor title and body")]
pub struct NoText;

impl Row {
    /// Its id as text; the number of its line where it has none.
    #[must_use]
    pub fn id(&self, line: u64) -> String {
        match &self.id {
            Some(Id::Words(words)) => words.clone(),
            Some(Id::Whole(number)) => number.to_string(),
            Some(Id::Large(number)) => number.to_string(),
            Some(Id::Real(number)) => number.to_string(),
            None => line.to_string(),
        }
    }

    /// The same row, published at this time where it does not say when.
    #[must_use]
    pub fn or_published(mut self, published: Option<Moment>) -> Self {
        self.published = self.published.or(published);
        self
    }

    /// The article it holds. With `plain` a bare `text` is all content, otherwise a saved page.
    ///
    /// # Errors
    ///
    /// Where it has neither `text` nor `title` nor `body`.
    pub fn article(self, plain: bool) -> Result<Article, NoText> {
        let article = match (self.text, self.title, self.body) {
            (Some(text), _, _) if plain => Article::from_text(text),
            (Some(text), _, _) => Article::from_page(text),
            (None, None, None) => return Err(NoText),
            (None, title, body) => {
                let mut pieces = Article::builder();
                if let Some(title) = title {
                    pieces = pieces.title(&title);
                }
                if let Some(body) = body {
                    pieces = pieces.body(&body);
                }
                if let Some(source) = self.source {
                    pieces = pieces.source(source);
                }
                pieces.build()
            }
        };
        Ok(match self.published {
            Some(published) => article.published(published),
            None => article,
        })
    }
}

/// An extraction as it goes out: its id, then all that [`Extraction`] holds, in one object.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Answer<'a> {
    /// The article's id.
    pub id: &'a str,
    /// What the article says.
    #[serde(flatten)]
    pub extraction: &'a Extraction,
}

/// A repaired text as it goes out.
///
/// ```
/// use zhecon::ndjson::Repaired;
/// use zhecon::{Article, Reading};
///
/// let article = Article::from_text("新簽約項(xiàng)目");
/// let reading = Reading::of(&article);
/// let repaired = Repaired::new("a1", &reading);
/// assert_eq!(repaired.text, "新签约项目");
/// # assert_eq!(serde_json::to_value(&repaired)?["id"], "a1");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Repaired<'a> {
    /// The article's id.
    pub id: String,
    /// The repaired text.
    pub text: String,
    /// Where it differs: start and end in the repaired text, start and end in the raw text, in bytes.
    pub map: Vec<[usize; 4]>,
    /// What the page says about itself.
    pub article: &'a Metadata,
    /// The parts of the repaired text.
    pub parts: &'a [Part],
}

impl<'a> Repaired<'a> {
    /// A reading in the form in which it goes out.
    #[must_use]
    pub fn new(id: &str, reading: &'a Reading<'_>) -> Self {
        let map = reading.runs().iter().map(|run| [run.clean.start, run.clean.end, run.raw.start, run.raw.end]).collect();
        Self { id: id.to_owned(), text: reading.text().to_owned(), map, article: reading.metadata(), parts: reading.parts() }
    }
}

/// What the buffer of a line keeps for the next one.
const FIRST_READ: usize = 16 << 10;

/// A line longer than any article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is longer than {LINE} bytes")]
pub struct TooLong;

/// A line of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1; blank lines count.
    pub number: u64,
    /// What stands in it.
    pub bytes: Result<Vec<u8>, TooLong>,
}

/// The lines of a stream that are not blank, each without its line end and without a byte-order mark. A line is given before the next is read.
///
/// ```
/// use zhecon::ndjson::Lines;
///
/// let numbers: Vec<_> = Lines::new("\u{feff}{}\n\n{}".as_bytes()).map(|line| line.map(|line| line.number)).collect::<Result<_, _>>()?;
/// assert_eq!(numbers, [1, 3]);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// The lines of this input.
    pub fn new(input: R) -> Self {
        Self { input, number: 0 }
    }

    fn read(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut bytes = Vec::with_capacity(FIRST_READ);
            if (&mut self.input).take(LINE).read_until(b'\n', &mut bytes)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            if bytes.last() != Some(&b'\n') && bytes.len() as u64 == LINE {
                self.input.skip_until(b'\n')?;
                return Ok(Some(Line { number: self.number, bytes: Err(TooLong) }));
            }
            // Files that are put one behind the other bring their marks along.
            if bytes.starts_with(b"\xEF\xBB\xBF") {
                bytes.drain(..3);
            }
            bytes.truncate(bytes.trim_ascii_end().len());
            if !bytes.is_empty() {
                return Ok(Some(Line { number: self.number, bytes: Ok(bytes) }));
            }
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}
