//! Names of a user's own.

use super::entry::{Division, Entry, ListedCompany, Record, Region, ZoneEntry};
use super::layer::{self, AMBIGUOUS, FULL, Words};
use super::{EMBEDDED, Lexicon};
use crate::error::{Error, ErrorKind};
use crate::span::Span;
use std::sync::Arc;

/// Adds names to the lexicon.
///
/// ```
/// use zhecon::Lexicon;
/// use zhecon::lexicon::{Entry, ZoneEntry};
///
/// let zone = ZoneEntry { name: "望川综合保税区", level: "national", kind: "customs", place: "371300" };
/// let lexicon = Lexicon::builder().entry("望川综保区", Entry::Zone(zone)).build();
/// assert_eq!(lexicon.find("望川综保区"), [Entry::Zone(zone)]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Builder {
    words: Words,
}

impl Builder {
    /// A word and what it is. The order in which entries are added does not matter.
    #[must_use]
    pub fn entry(mut self, word: &str, entry: Entry<'_>) -> Self {
        self.add(word, entry, false);
        self
    }

    /// A word that is believed only where the text gives further evidence.
    #[must_use]
    pub fn ambiguous(mut self, word: &str, entry: Entry<'_>) -> Self {
        self.add(word, entry, true);
        self
    }

    fn add(&mut self, word: &str, entry: Entry<'_>, ambiguous: bool) {
        if word.is_empty() || word.contains('\0') {
            return;
        }
        let full = matches!(entry, Entry::Division(Division { full: true, .. }));
        let flags = if ambiguous { AMBIGUOUS } else { 0 } | if full { FULL } else { 0 };
        self.words.entry(word.to_owned()).or_default().insert((Record::of(entry), flags));
    }

    /// Entries from a table: one a line, fields parted by tabs, the word and its kind first. Empty lines and lines that begin with `#` are passed over.
    ///
    /// | kind | further fields |
    /// | --- | --- |
    /// | `place` | code, full name, level (province, prefecture, county), code of what it lies in |
    /// | `region` | id, name, member codes joined by a bar |
    /// | `country` | alpha-2 code, name |
    /// | `city` | usual name, code of its country |
    /// | `town` | full name, code of its county |
    /// | `zone` | official name, level, type (etdz, htz, customs …), code of its place |
    /// | `company` | short name, legal name, stock code, code of its place |
    /// | `company_form` | form, kind |
    /// | `company_word` | none |
    /// | `title` | category |
    /// | `surname` | band: 1, 2 or 3 |
    /// | `industry` | official name, code, scheme |
    ///
    /// ```
    /// use zhecon::Lexicon;
    /// let lexicon = Lexicon::builder().table("云鲲电子\tcompany\t云鲲电子\t云鲲电子科技有限公司\n")?.build();
    /// assert_eq!(lexicon.find("云鲲电子").len(), 1);
    /// # Ok::<(), zhecon::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where a line has no kind, an unknown one, or lacks a field that its kind needs; the span is that of the line in the table.
    pub fn table(mut self, table: &str) -> Result<Self, Error> {
        let mut at = 0;
        for line in table.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let line = line.trim_end_matches(['\n', '\r']);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (word, entry) = row(line).map_err(|expected| {
                let kind = ErrorKind::Unexpected { expected, found: line.to_owned() };
                Error::new(kind, Some(Span::new(start, start + line.len())))
            })?;
            self.add(word, entry, false);
        }
        Ok(self)
    }

    /// The lexicon: the names that come with the crate, and these.
    #[must_use]
    pub fn build(self) -> Lexicon {
        if self.words.is_empty() {
            return EMBEDDED.clone();
        }
        let own = Arc::new(layer::compile(&self.words));
        Lexicon::of(EMBEDDED.layers.iter().cloned().chain([own]).collect())
    }

    /// The words that were added, sorted.
    #[doc(hidden)]
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// These names alone in the form that is embedded in the crate: tables and strings.
    #[doc(hidden)]
    #[must_use]
    pub fn compile(self) -> (Vec<u8>, String) {
        let layer = layer::compile(&self.words);
        let (bytes, pool) = layer.parts();
        (bytes.to_vec(), pool.to_owned())
    }
}

fn row(line: &str) -> Result<(&str, Entry<'_>), &'static str> {
    let mut fields = line.split('\t');
    let word = fields.next().filter(|word| !word.is_empty()).ok_or("a word in the first field")?;
    let kind = fields.next().ok_or("a kind in the second field")?;
    let rest: Vec<&str> = fields.collect();
    let optional = |nth: usize| rest.get(nth).copied().filter(|field| !field.is_empty());
    let field = |nth: usize, what: &'static str| optional(nth).ok_or(what);
    let entry = match kind {
        "place" => {
            let name = field(1, "the full name of the place in the fourth field")?;
            Entry::Division(Division {
                code: field(0, "the code of the place in the third field")?,
                name,
                short: word,
                level: optional(2).unwrap_or("county"),
                parent: optional(3),
                full: name == word,
                last_year: None,
                successor: None,
            })
        }
        "region" => Entry::Region(Region {
            code: optional(0),
            name: field(1, "the name of the region in the fourth field")?,
            members: optional(2).unwrap_or_default(),
        }),
        "country" => Entry::Country {
            code: field(0, "the code of the country in the third field")?,
            name: field(1, "the name of the country in the fourth field")?,
        },
        "city" => Entry::City {
            name: field(0, "the usual name of the city in the third field")?,
            parent: field(1, "the code of its country in the fourth field")?,
        },
        "town" => Entry::Town {
            name: field(0, "the full name of the town in the third field")?,
            county: field(1, "the code of its county in the fourth field")?,
        },
        "zone" => Entry::Zone(ZoneEntry {
            name: field(0, "the official name of the zone in the third field")?,
            level: optional(1).unwrap_or_default(),
            kind: field(2, "the type of the zone in the fifth field")?,
            place: optional(3).unwrap_or_default(),
        }),
        "company" => Entry::Company(ListedCompany {
            short: field(0, "the short name of the company in the third field")?,
            legal: optional(1),
            code: optional(2).unwrap_or_default(),
            place: optional(3),
        }),
        "company_form" => Entry::CompanyForm { form: field(0, "the form in the third field")?, kind: optional(1).unwrap_or("company") },
        "company_word" => Entry::CompanyWord,
        "title" => Entry::Title { category: optional(0).unwrap_or("other") },
        "surname" => Entry::Surname { band: optional(0).unwrap_or("3").parse().map_err(|_| "a band from 1 to 3 in the third field")? },
        "industry" => Entry::Industry {
            name: field(0, "the official name of the sector in the third field")?,
            code: optional(1).unwrap_or_default(),
            scheme: optional(2).unwrap_or_default(),
        },
        _ => return Err("one of the kinds place, region, country, city, town, zone, company, company_form, company_word, title, surname, industry"),
    };
    Ok((word, entry))
}
