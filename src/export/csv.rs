//! Flat tables, one row a fact: RFC 4180 text in UTF-8 with a header line.
//!
//! Decimal columns hold plain decimals in base units without exponent; an empty cell is "not said". Lists are joined by `;`. The `article`
//! column is the id that the caller gives, so that tables of many articles can be laid one under the other
//! ([`header`](Table::header) once, then the rows of each).

use crate::entity::{Kind, Value};
use crate::extraction::Extraction;
use crate::magnitude::{Bound, Magnitude};
use crate::record::{Amount, Modality};

/// The tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Table {
    /// Every mention.
    Entities,
    /// Every project record.
    Projects,
    /// Every indicator.
    Indicators,
}

impl Table {
    /// The names of the columns.
    ///
    /// | table | columns |
    /// | --- | --- |
    /// | entities | article, index (as in the records), kind, start, end (bytes of the raw text), text, name (canonical), low, high, bound, unit (currency, measure word, percent …), edtf, code (division, class or scheme code) |
    /// | projects | article, name, investors, zone, place, investment_low, investment_high, currency, stage, events (`stage@date`, `?` behind a planned one), mentions |
    /// | indicators | article, subject, measure, low, high, bound, unit, period (EDTF), change_base, change_direction, change_low, change_high, change_unit, modality, mention |
    #[must_use]
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Entities => &["article", "index", "kind", "start", "end", "text", "name", "low", "high", "bound", "unit", "edtf", "code"],
            Self::Projects => {
                &["article", "name", "investors", "zone", "place", "investment_low", "investment_high", "currency", "stage", "events", "mentions"]
            }
            Self::Indicators => &[
                "article",
                "subject",
                "measure",
                "low",
                "high",
                "bound",
                "unit",
                "period",
                "change_base",
                "change_direction",
                "change_low",
                "change_high",
                "change_unit",
                "modality",
                "mention",
            ],
        }
    }

    /// The header line.
    #[must_use]
    pub fn header(self) -> String {
        self.columns().join(",") + "\r\n"
    }

    /// The rows of one extraction, without the header.
    ///
    /// ```
    /// use zhecon::export::csv::Table;
    /// use zhecon::{Article, Extractor};
    ///
    /// let article = Article::from_text("昌黎县新签约项目61个,合同总投资额298亿元。");
    /// let rows = Table::Indicators.rows("a1", &Extractor::new().extract(&article));
    /// assert!(rows.starts_with("a1,昌黎县,新签约项目,61,61,exact,个,"));
    /// ```
    #[must_use]
    pub fn rows(self, article: &str, extraction: &Extraction) -> String {
        let mut out = String::new();
        match self {
            Self::Entities => entities(article, extraction, &mut out),
            Self::Projects => projects(article, extraction, &mut out),
            Self::Indicators => indicators(article, extraction, &mut out),
        }
        out
    }
}

fn entities(article: &str, extraction: &Extraction, out: &mut String) {
    for (index, entity) in extraction.entities.iter().enumerate() {
        let amount = Amount::of(&entity.value);
        let [low, high, bound, unit] = figures(amount.as_ref());
        let name = match &entity.value {
            Value::Place(place) => place.name.clone(),
            Value::Zone(zone) => zone.canonical.clone(),
            Value::Company(company) => company.canonical.clone(),
            Value::Organization(organization) => organization.canonical.clone(),
            Value::Project(project) => project.canonical.clone(),
            Value::Industry(industry) => industry.name.clone(),
            Value::Person(person) => person.canonical.clone().unwrap_or_else(|| entity.text.clone()),
            _ => String::new(),
        };
        let code = match &entity.value {
            Value::Place(place) => place.code.clone(),
            Value::Zone(zone) => zone.place.clone(),
            Value::Company(company) => company.code.clone(),
            Value::Industry(industry) => industry.code.clone(),
            _ => None,
        };
        let edtf = match &entity.value {
            Value::Date(date) => date.edtf.as_ref().map(ToString::to_string),
            _ => None,
        };
        let (start, end) = (entity.start.to_string(), entity.end.to_string());
        let kind: Kind = entity.kind();
        row(
            out,
            &[
                article,
                &index.to_string(),
                kind.name(),
                &start,
                &end,
                &entity.text,
                &name,
                &low,
                &high,
                &bound,
                &unit,
                &edtf.unwrap_or_default(),
                &code.unwrap_or_default(),
            ],
        );
    }
}

fn projects(article: &str, extraction: &Extraction, out: &mut String) {
    for project in &extraction.projects {
        let [low, high, _, currency] = figures(project.investment.as_ref().map(|stated| &stated.amount));
        let events: Vec<String> = project
            .events
            .iter()
            .map(|event| format!("{}@{}{}", event.stage.name(), event.date.as_deref().unwrap_or_default(), if event.planned { "?" } else { "" }))
            .collect();
        let mentions: Vec<String> = project.mentions.iter().map(ToString::to_string).collect();
        row(
            out,
            &[
                article,
                &project.name,
                &project.investors.join(";"),
                project.zone.as_deref().unwrap_or_default(),
                project.place.as_deref().unwrap_or_default(),
                &low,
                &high,
                &currency,
                project.stage.map(|stage| stage.name()).unwrap_or_default(),
                &events.join(";"),
                &mentions.join(";"),
            ],
        );
    }
}

fn indicators(article: &str, extraction: &Extraction, out: &mut String) {
    for indicator in &extraction.indicators {
        let [low, high, bound, unit] = figures(Some(&indicator.value));
        let change = indicator.change.as_ref();
        let [change_low, change_high, _, change_unit] = figures(change.and_then(|change| change.value.as_ref()));
        let period = indicator.period.as_ref().and_then(|period| period.edtf.as_ref()).map(ToString::to_string).unwrap_or_default();
        row(
            out,
            &[
                article,
                indicator.subject.as_deref().unwrap_or_default(),
                &indicator.measure,
                &low,
                &high,
                &bound,
                &unit,
                &period,
                change.map(|change| change.base.as_str()).unwrap_or_default(),
                change.map(|change| change.direction.as_str()).unwrap_or_default(),
                &change_low,
                &change_high,
                &change_unit,
                modality(indicator.modality),
                &indicator.mention.to_string(),
            ],
        );
    }
}

/// low, high, bound, unit
fn figures(amount: Option<&Amount>) -> [String; 4] {
    let Some(amount) = amount else { return Default::default() };
    let Magnitude { low, high, bound } = amount.magnitude();
    let text = |figure: Option<crate::Figure>| figure.map(|figure| figure.to_string()).unwrap_or_default();
    let (unit, per) = match amount {
        Amount::Money(money) => (money.currency.clone(), money.per.clone()),
        Amount::Percent(percent) => (percent_unit(percent.unit).to_owned(), None),
        Amount::Quantity(quantity) => (quantity.unit.clone().unwrap_or_default(), quantity.per.clone()),
        Amount::Duration(duration) => (duration.unit.clone(), None),
    };
    let unit = per.map_or_else(|| unit.clone(), |per| format!("{unit}/{per}"));
    [text(low), text(high), bound_name(bound).to_owned(), unit]
}

fn percent_unit(unit: crate::entity::percent::PercentUnit) -> &'static str {
    use crate::entity::percent::PercentUnit;
    match unit {
        PercentUnit::Percent => "percent",
        PercentUnit::PercentagePoint => "percentage_point",
        PercentUnit::Times => "times",
        PercentUnit::Fraction => "fraction",
    }
}

fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::Nearly => "nearly",
        Bound::MoreThan => "more_than",
        Bound::AtLeast => "at_least",
        Bound::LessThan => "less_than",
        Bound::AtMost => "at_most",
        Bound::Range => "range",
        Bound::Order => "order",
    }
}

fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Actual => "actual",
        Modality::Planned => "planned",
        Modality::Expected => "expected",
        Modality::Target => "target",
        Modality::Conditional => "conditional",
    }
}

/// Writes one row; a cell with a comma, a quote or a line end is quoted.
fn row(out: &mut String, cells: &[&str]) {
    for (nth, cell) in cells.iter().enumerate() {
        if nth > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Extractor};

    #[test]
    fn every_row_has_every_column() {
        let article = Article::from_text("今年上半年,昌黎县新签约项目61个,合同总投资额298亿元,同比增长5%。总投资30亿元的蓝湾半导体封测项目开工。");
        let extraction = Extractor::new().extract(&article);
        for table in [Table::Entities, Table::Projects, Table::Indicators] {
            let rows = table.rows("a", &extraction);
            assert!(!rows.is_empty(), "{table:?}");
            for line in rows.lines() {
                assert_eq!(line.split(',').count(), table.columns().len(), "{line}");
            }
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut out = String::new();
        row(&mut out, &["甲", "乙,丙", "丁\"戊\"", ""]);
        assert_eq!(out, "甲,\"乙,丙\",\"丁\"\"戊\"\"\",\r\n");
    }
}
