//! Names and facts, opened in microseconds.

use crate::span::Span;
use once_cell::sync::Lazy;

/// The names that recognition rests on.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {}

static EMBEDDED: Lazy<Lexicon> = Lazy::new(Lexicon::default);

/// A word of the lexicon found in a text. One word may be several things: one hit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'l> {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is.
    pub entry: Entry<'l>,
}

/// What a word of the lexicon is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Entry<'l> {
    /// A division of GB/T 2260, by its full name, its short name or another name.
    Division(Division<'l>),
    /// A macro-region.
    Region(Region<'l>),
    /// A country or territory of ISO 3166-1.
    Country {
        /// alpha-2
        code: &'l str,
        /// Its usual name.
        name: &'l str,
    },
    /// A zone of the official lists.
    Zone(ZoneEntry<'l>),
    /// A listed company, by its short or legal name.
    Company(ListedCompany<'l>),
    /// An ending of legal names: 股份有限公司.
    CompanyForm {
        /// limited, joint_stock, group …
        form: &'l str,
    },
    /// A word that tells a company's trade: 科技, 电子.
    CompanyWord,
    /// A title of office: 副市长.
    Title {
        /// party, government, company, media …
        category: &'l str,
    },
    /// A surname.
    Surname {
        /// 1 for the hundred most common, 3 for rare ones.
        band: u8,
    },
    /// A sector.
    Industry {
        /// Its official name.
        name: &'l str,
        /// Its code in the scheme.
        code: &'l str,
        /// GB/T 4754-2017 or SEI-2018
        scheme: &'l str,
    },
}

/// A division of GB/T 2260.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division<'l> {
    /// Six digits.
    pub code: &'l str,
    /// Full name.
    pub name: &'l str,
    /// Whether the word found is the full name.
    pub full: bool,
    /// Last year in which the code was valid, if it is no longer.
    pub last_year: Option<u16>,
    /// The code that took its place.
    pub successor: Option<&'l str>,
}

/// A macro-region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region<'l> {
    /// Region id such as CN-YRD, where it has one.
    pub code: Option<&'l str>,
    /// Canonical name.
    pub name: &'l str,
    /// Division codes of its members, joined by `|`.
    pub members: &'l str,
}

/// A zone of the official lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneEntry<'l> {
    /// Official name.
    pub name: &'l str,
    /// national or provincial
    pub level: &'l str,
    /// Type in the table: etdz, htz, customs …
    pub kind: &'l str,
    /// Division it lies in.
    pub place: &'l str,
}

/// A listed company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedCompany<'l> {
    /// Short name on the exchange.
    pub short: &'l str,
    /// Legal name, where known.
    pub legal: Option<&'l str>,
    /// Code with exchange: 000001.SZ
    pub code: &'l str,
}

impl Lexicon {
    /// The lexicon that comes with the crate.
    #[must_use]
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// Every word of the lexicon in the text, sorted by start, longer ones first.
    #[must_use]
    pub fn scan<'l>(&'l self, text: &str) -> Vec<Hit<'l>> {
        let _ = text;
        Vec::new()
    }
}
