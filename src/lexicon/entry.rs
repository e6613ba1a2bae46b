//! What words of the lexicon are, as values and as records.

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
    /// A town, township or subdistrict.
    Town {
        /// Full name.
        name: &'l str,
        /// Code of its county.
        county: &'l str,
    },
    /// A city or state abroad, or a county of Taiwan: a place without a code of its own here.
    City {
        /// Usual name.
        name: &'l str,
        /// Code of the country, or of the province.
        parent: &'l str,
    },
    /// A zone of the official lists.
    Zone(ZoneEntry<'l>),
    /// A listed company, by its short or legal name.
    Company(ListedCompany<'l>),
    /// An ending of names of companies and bodies: 股份有限公司, 研究院.
    CompanyForm {
        /// limited, joint_stock, group …
        form: &'l str,
        /// What such a body is: company, bank, school, government …
        kind: &'l str,
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
    /// Name without its ending: 临沂.
    pub short: &'l str,
    /// province, prefecture or county
    pub level: &'l str,
    /// Code of what it lies in; none for a province.
    pub parent: Option<&'l str>,
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
    /// Division it has its seat in, where known.
    pub place: Option<&'l str>,
}

/// An entry as it is stored: a kind and strings. The order of kinds is the order in which the meanings of one word are listed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Record {
    pub(super) kind: u8,
    pub(super) fields: Vec<String>,
}

const DIVISION: u8 = 0;
const REGION: u8 = 1;
const COUNTRY: u8 = 2;
const TOWN: u8 = 3;
const ZONE: u8 = 4;
const COMPANY: u8 = 5;
const COMPANY_FORM: u8 = 6;
const COMPANY_WORD: u8 = 7;
const TITLE: u8 = 8;
const SURNAME: u8 = 9;
const INDUSTRY: u8 = 10;
const CITY: u8 = 11;

impl Record {
    pub(super) fn of(entry: Entry<'_>) -> Self {
        let (kind, fields): (u8, &[&str]) = match entry {
            Entry::Division(d) => {
                let year = d.last_year.map(|year| year.to_string()).unwrap_or_default();
                let fields = &[d.code, d.name, d.short, d.level, d.parent.unwrap_or_default(), &year, d.successor.unwrap_or_default()];
                return Self { kind: DIVISION, fields: fields.iter().map(|&field| field.to_owned()).collect() };
            }
            Entry::Region(r) => (REGION, &[r.code.unwrap_or_default(), r.name, r.members]),
            Entry::Country { code, name } => (COUNTRY, &[code, name]),
            Entry::Town { name, county } => (TOWN, &[name, county]),
            Entry::City { name, parent } => (CITY, &[name, parent]),
            Entry::Zone(z) => (ZONE, &[z.name, z.level, z.kind, z.place]),
            Entry::Company(c) => (COMPANY, &[c.short, c.legal.unwrap_or_default(), c.code, c.place.unwrap_or_default()]),
            Entry::CompanyForm { form, kind } => (COMPANY_FORM, &[form, kind]),
            Entry::CompanyWord => (COMPANY_WORD, &[]),
            Entry::Title { category } => (TITLE, &[category]),
            Entry::Surname { band } => return Self { kind: SURNAME, fields: vec![band.to_string()] },
            Entry::Industry { name, code, scheme } => (INDUSTRY, &[name, code, scheme]),
        };
        Self { kind, fields: fields.iter().map(|&field| field.to_owned()).collect() }
    }

    /// The band of a surname.
    pub(super) fn band_of_surname(&self) -> Option<u8> {
        self.fields.first().filter(|_| self.kind == SURNAME)?.parse().ok()
    }

    /// The code of a division that is valid today.
    pub(super) fn code_of_today(&self) -> Option<u32> {
        let today = self.kind == DIVISION && self.fields.get(5).is_some_and(String::is_empty);
        self.fields.first().filter(|_| today)?.parse().ok()
    }
}

/// The entry of a stored record.
pub(super) fn decode<'l>(kind: u8, field: impl Fn(u8) -> &'l str, full: bool) -> Option<Entry<'l>> {
    let some = |nth: u8| Some(field(nth)).filter(|field| !field.is_empty());
    Some(match kind {
        DIVISION => Entry::Division(Division {
            code: field(0),
            name: field(1),
            short: field(2),
            level: field(3),
            parent: some(4),
            full,
            last_year: field(5).parse().ok(),
            successor: some(6),
        }),
        REGION => Entry::Region(Region { code: some(0), name: field(1), members: field(2) }),
        COUNTRY => Entry::Country { code: field(0), name: field(1) },
        TOWN => Entry::Town { name: field(0), county: field(1) },
        CITY => Entry::City { name: field(0), parent: field(1) },
        ZONE => Entry::Zone(ZoneEntry { name: field(0), level: field(1), kind: field(2), place: field(3) }),
        COMPANY => Entry::Company(ListedCompany { short: field(0), legal: some(1), code: field(2), place: some(3) }),
        COMPANY_FORM => Entry::CompanyForm { form: field(0), kind: field(1) },
        COMPANY_WORD => Entry::CompanyWord,
        TITLE => Entry::Title { category: field(0) },
        SURNAME => Entry::Surname { band: field(0).parse().ok()? },
        INDUSTRY => Entry::Industry { name: field(0), code: field(1), scheme: field(2) },
        _ => return None,
    })
}

/// Whether `code` lies in `above`: 370784 in 370700 and 370000; a county under a province directly (469001) only in the province.
pub(crate) fn lies_in(code: &str, above: &str) -> bool {
    let stem = above.trim_end_matches('0');
    let stem = if stem.len() % 2 == 1 { above.get(..=stem.len()).unwrap_or_default() } else { stem };
    code != above && !stem.is_empty() && code.starts_with(stem)
}
