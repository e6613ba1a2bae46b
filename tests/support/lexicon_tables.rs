//! From the tables under `data/` to the entries of the lexicon: what `examples/lexicon.rs` writes and `tests/lexicon.rs` makes again.

use std::collections::{BTreeMap, BTreeSet};
use zhecon::Lexicon;
use zhecon::lexicon::{Builder, Division, Entry, ListedCompany, Region, ZoneEntry};

/// The rows of a table behind its header line, cell by cell.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().skip(1).map(|line| line.split('\t').collect())
}

fn some(cell: &str) -> Option<&str> {
    Some(cell).filter(|cell| !cell.is_empty())
}

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!("../../data/", $name, ".tsv"))
    };
}

/// All entries but the towns.
pub(crate) fn lexicon() -> Builder {
    let builder = divisions(Lexicon::builder());
    let builder = regions(builder);
    let builder = zones(builder);
    words(companies(builder))
}

/// Towns, townships and subdistricts.
pub(crate) fn towns() -> Builder {
    rows(table!("townships")).fold(Lexicon::builder(), |builder, row| builder.entry(row[0], Entry::Town { name: row[0], county: row[1] }))
}

fn divisions(mut builder: Builder) -> Builder {
    let ambiguous: BTreeSet<&str> = table!("ambiguous").lines().skip(1).collect();
    let mut add = |word: &str, division: Division<'_>, doubtful: bool| {
        let builder_now = std::mem::take(&mut builder);
        let entry = Entry::Division(Division { full: word == division.name, ..division });
        builder = if doubtful { builder_now.ambiguous(word, entry) } else { builder_now.entry(word, entry) };
    };
    for row in rows(table!("divisions")) {
        let (code, name, short, level) = (row[0], row[1], row[2], row[3]);
        let division = Division { code, name, short, level, parent: some(row[4]), full: true, last_year: None, successor: None };
        add(name, division, ambiguous.contains(name));
        // A district is rarely called without 区, and its name is often a common word.
        let district = level == "county" && name.ends_with('区');
        if short != name {
            add(short, division, district || ambiguous.contains(short));
        }
        for alias in row[5].split('|').filter(|alias| !alias.is_empty()) {
            add(alias, division, alias.chars().count() == 1);
        }
        if let Some(plain) = name.strip_suffix("特别行政区") {
            add(&format!("中国{plain}"), division, false);
            add(&format!("{plain}特区"), division, false);
        }
    }
    for row in rows(table!("divisions_former")) {
        let (code, name, short, level) = (row[0], row[1], row[2], row[3]);
        let (last_year, successor) = (row[4].parse().ok(), some(row[5]));
        let division = Division { code, name, short, level, parent: None, full: true, last_year, successor };
        add(name, division, ambiguous.contains(name));
        let district = level == "county" && name.ends_with('区');
        if short != name {
            add(short, division, district || ambiguous.contains(short));
        }
    }
    builder
}

fn regions(mut builder: Builder) -> Builder {
    for row in rows(table!("regions")) {
        let region = Entry::Region(Region { code: some(row[0]), name: row[1], members: row[2] });
        for word in row[3].split('|') {
            builder = builder.entry(word, region);
        }
    }
    for row in rows(table!("cities")) {
        builder = builder.entry(row[0], Entry::City { name: row[0], parent: row[1] });
    }
    for row in rows(table!("countries")) {
        let (code, name) = (row[0], row[1]);
        for word in std::iter::once(name).chain(row[2].split('|').filter(|alias| !alias.is_empty())) {
            // 黑山 is a county and the 黑山 of many names, 中非 is China and Africa: two signs that the word alone does not tell.
            let doubtful = matches!(word, "黑山" | "中非" | "美利坚" | "马岛");
            let entry = Entry::Country { code, name };
            builder = if doubtful { builder.ambiguous(word, entry) } else { builder.entry(word, entry) };
        }
    }
    builder
}

fn zones(mut builder: Builder) -> Builder {
    let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in rows(table!("zones")) {
        for word in std::iter::once(row[0]).chain(row[4].split('|').filter(|alias| !alias.is_empty())) {
            named.entry(word).or_default().insert(row[0]);
        }
    }
    for row in rows(table!("zones")) {
        let zone = Entry::Zone(ZoneEntry { name: row[0], level: row[1], kind: row[2], place: row[3] });
        for word in std::iter::once(row[0]).chain(row[4].split('|').filter(|alias| !alias.is_empty())) {
            let alone = word == row[0] || named[word].len() == 1;
            builder = if alone { builder.entry(word, zone) } else { builder.ambiguous(word, zone) };
        }
    }
    builder
}

fn companies(mut builder: Builder) -> Builder {
    for row in rows(table!("companies")) {
        let company = ListedCompany { code: row[0], short: row[1], legal: some(row[2]), place: some(row[3]) };
        let aliases = row[4].split('|').filter(|alias| alias.chars().count() > 1);
        for word in aliases.chain([row[1], row[2]]).filter(|word| !word.is_empty()) {
            let short = word.chars().count() < 3;
            let entry = Entry::Company(company);
            builder = if short { builder.ambiguous(word, entry) } else { builder.entry(word, entry) };
        }
    }
    builder
}

fn words(mut builder: Builder) -> Builder {
    for row in rows(table!("company_forms")) {
        builder = builder.entry(row[0], Entry::CompanyForm { form: row[1], kind: row[2] });
    }
    for row in rows(table!("company_words")) {
        builder = builder.entry(row[0], Entry::CompanyWord);
    }
    for row in rows(table!("titles")) {
        builder = builder.entry(row[0], Entry::Title { category: row[1] });
    }
    for row in rows(table!("surnames")) {
        builder = builder.entry(row[0], Entry::Surname { band: row[1].parse().unwrap() });
    }
    for row in rows(table!("industries")) {
        builder = builder.entry(row[0], Entry::Industry { name: row[3], code: row[1], scheme: row[2] });
    }
    builder
}
