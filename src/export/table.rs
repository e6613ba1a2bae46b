//! Flat rows: what a table of entities, projects or indicators holds, whatever it is written to.

use crate::Figure;
use crate::entity::Value;
use crate::extraction::{Entity, Extraction};
use crate::magnitude::Magnitude;
use crate::record::{Amount, Indicator, ProjectRecord, Stated};

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

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// A text.
    Text,
    /// Several texts.
    Texts,
    /// An offset or an index.
    Integer,
    /// Several indexes.
    Integers,
}

/// One field of a fact. Decimals are plain texts in base units without exponent, so that nothing is rounded on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cell {
    /// A text, or nothing where the article does not say it.
    Text(Option<String>),
    /// Several texts, none of them where the article does not say it.
    Texts(Vec<String>),
    /// An offset or an index.
    Integer(Option<usize>),
    /// Several indexes.
    Integers(Vec<usize>),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        Self::Text(Some(text.into()))
    }

    /// What it holds.
    #[must_use]
    pub const fn shape(&self) -> Shape {
        match self {
            Self::Text(_) => Shape::Text,
            Self::Texts(_) => Shape::Texts,
            Self::Integer(_) => Shape::Integer,
            Self::Integers(_) => Shape::Integers,
        }
    }
}

type Columns = &'static [(&'static str, Shape)];

impl Table {
    /// The names of the columns, and what their cells hold.
    ///
    /// | table | columns |
    /// | --- | --- |
    /// | entities | index (as in the records), kind, start, end (offsets in the raw text), text, name (canonical), low, high, bound, unit (currency, measure word, percent …), edtf, code (division, class or scheme code), rule |
    /// | projects | name, aliases, mentions (indexes of entities), phase, investors, counterparty, zone, place, industry, products, nature, package, stage, events (`stage@date`, `?` behind a planned one), and low, high and unit of each amount: investment, completed_investment, paid_in, annual_output, revenue, tax, capacity, jobs, site_area, floor_area, build_period |
    /// | indicators | subject, measure, low, high, bound, unit, period (EDTF), change_base, change_direction, change_low, change_high, change_unit, modality, mention (index of an entity), part_of (that of the whole) |
    #[must_use]
    pub const fn columns(self) -> &'static [(&'static str, Shape)] {
        match self {
            Self::Entities => ENTITIES,
            Self::Projects => PROJECTS,
            Self::Indicators => INDICATORS,
        }
    }

    /// The rows of one extraction: as many cells as [`columns`](Self::columns), each of the shape that is told there.
    ///
    /// ```
    /// use zhecon::export::table::{Cell, Table};
    /// use zhecon::{Article, Extractor};
    ///
    /// let rows = Table::Indicators.rows(&Extractor::new().extract(&Article::from_text("昌黎县新签约项目61个。")));
    /// assert_eq!(rows[0][0], Cell::Text(Some("昌黎县".to_owned())));
    /// ```
    #[must_use]
    pub fn rows(self, extraction: &Extraction) -> Vec<Vec<Cell>> {
        match self {
            Self::Entities => extraction.entities.iter().enumerate().map(|(index, entity)| entity_row(index, entity)).collect(),
            Self::Projects => extraction.projects.iter().map(project_row).collect(),
            Self::Indicators => extraction.indicators.iter().map(indicator_row).collect(),
        }
    }
}

const ENTITIES: Columns = &[
    ("index", Shape::Integer),
    ("kind", Shape::Text),
    ("start", Shape::Integer),
    ("end", Shape::Integer),
    ("text", Shape::Text),
    ("name", Shape::Text),
    ("low", Shape::Text),
    ("high", Shape::Text),
    ("bound", Shape::Text),
    ("unit", Shape::Text),
    ("edtf", Shape::Text),
    ("code", Shape::Text),
    ("rule", Shape::Text),
];

fn entity_row(index: usize, entity: &Entity) -> Vec<Cell> {
    let name = match &entity.value {
        Value::Place(place) => Some(place.name.clone()),
        Value::Zone(zone) => Some(zone.canonical.clone()),
        Value::Company(company) => Some(company.canonical.clone()),
        Value::Organization(organization) => Some(organization.canonical.clone()),
        Value::Project(project) => Some(project.canonical.clone()),
        Value::Industry(industry) => Some(industry.name.clone()),
        Value::Person(person) => Some(person.canonical.clone().unwrap_or_else(|| entity.text.clone())),
        _ => None,
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
    let [low, high, bound, unit] = figures(Amount::of(&entity.value).as_ref());
    vec![
        Cell::Integer(Some(index)),
        Cell::text(entity.kind().to_string()),
        Cell::Integer(Some(entity.start)),
        Cell::Integer(Some(entity.end)),
        Cell::text(&entity.text),
        Cell::Text(name),
        low,
        high,
        bound,
        unit,
        Cell::Text(edtf),
        Cell::Text(code),
        Cell::text(entity.rule.as_ref()),
    ]
}

const PROJECTS: Columns = &[
    ("name", Shape::Text),
    ("aliases", Shape::Texts),
    ("mentions", Shape::Integers),
    ("phase", Shape::Text),
    ("investors", Shape::Texts),
    ("counterparty", Shape::Texts),
    ("zone", Shape::Text),
    ("place", Shape::Text),
    ("industry", Shape::Text),
    ("products", Shape::Texts),
    ("nature", Shape::Text),
    ("package", Shape::Text),
    ("stage", Shape::Text),
    ("events", Shape::Texts),
    ("investment_low", Shape::Text),
    ("investment_high", Shape::Text),
    ("investment_unit", Shape::Text),
    ("completed_investment_low", Shape::Text),
    ("completed_investment_high", Shape::Text),
    ("completed_investment_unit", Shape::Text),
    ("paid_in_low", Shape::Text),
    ("paid_in_high", Shape::Text),
    ("paid_in_unit", Shape::Text),
    ("annual_output_low", Shape::Text),
    ("annual_output_high", Shape::Text),
    ("annual_output_unit", Shape::Text),
    ("revenue_low", Shape::Text),
    ("revenue_high", Shape::Text),
    ("revenue_unit", Shape::Text),
    ("tax_low", Shape::Text),
    ("tax_high", Shape::Text),
    ("tax_unit", Shape::Text),
    ("capacity_low", Shape::Text),
    ("capacity_high", Shape::Text),
    ("capacity_unit", Shape::Text),
    ("jobs_low", Shape::Text),
    ("jobs_high", Shape::Text),
    ("jobs_unit", Shape::Text),
    ("site_area_low", Shape::Text),
    ("site_area_high", Shape::Text),
    ("site_area_unit", Shape::Text),
    ("floor_area_low", Shape::Text),
    ("floor_area_high", Shape::Text),
    ("floor_area_unit", Shape::Text),
    ("build_period_low", Shape::Text),
    ("build_period_high", Shape::Text),
    ("build_period_unit", Shape::Text),
];

fn project_row(project: &ProjectRecord) -> Vec<Cell> {
    let events = project.events.iter().map(|event| {
        let (date, planned) = (event.date.as_deref().unwrap_or_default(), if event.planned { "?" } else { "" });
        format!("{}@{date}{planned}", event.stage)
    });
    let mut row = vec![
        Cell::text(&project.name),
        Cell::Texts(project.aliases.clone()),
        Cell::Integers(project.mentions.clone()),
        Cell::Text(project.phase.clone()),
        Cell::Texts(project.investors.clone()),
        Cell::Texts(project.counterparty.clone()),
        Cell::Text(project.zone.clone()),
        Cell::Text(project.place.clone()),
        Cell::Text(project.industry.clone()),
        Cell::Texts(project.products.clone()),
        Cell::Text(project.nature.clone()),
        Cell::Text(project.package.clone()),
        Cell::Text(project.stage.map(|stage| stage.to_string())),
        Cell::Texts(events.collect()),
    ];
    let amounts: [&Option<Stated>; 11] = [
        &project.investment,
        &project.completed_investment,
        &project.paid_in,
        &project.annual_output,
        &project.revenue,
        &project.tax,
        &project.capacity,
        &project.jobs,
        &project.site_area,
        &project.floor_area,
        &project.build_period,
    ];
    for stated in amounts {
        let [low, high, _, unit] = figures(stated.as_ref().map(|stated| &stated.amount));
        row.extend([low, high, unit]);
    }
    row
}

const INDICATORS: Columns = &[
    ("subject", Shape::Text),
    ("measure", Shape::Text),
    ("low", Shape::Text),
    ("high", Shape::Text),
    ("bound", Shape::Text),
    ("unit", Shape::Text),
    ("period", Shape::Text),
    ("change_base", Shape::Text),
    ("change_direction", Shape::Text),
    ("change_low", Shape::Text),
    ("change_high", Shape::Text),
    ("change_unit", Shape::Text),
    ("modality", Shape::Text),
    ("mention", Shape::Integer),
    ("part_of", Shape::Integer),
];

fn indicator_row(indicator: &Indicator) -> Vec<Cell> {
    let [low, high, bound, unit] = figures(Some(&indicator.value));
    let change = indicator.change.as_ref();
    let [change_low, change_high, _, change_unit] = figures(change.and_then(|change| change.value.as_ref()));
    vec![
        Cell::Text(indicator.subject.clone()),
        Cell::text(&indicator.measure),
        low,
        high,
        bound,
        unit,
        Cell::Text(indicator.period.as_ref().and_then(|period| period.edtf.as_ref()).map(ToString::to_string)),
        Cell::Text(change.map(|change| change.base.clone())),
        Cell::Text(change.map(|change| change.direction.clone())),
        change_low,
        change_high,
        change_unit,
        Cell::text(indicator.modality.to_string()),
        Cell::Integer(Some(indicator.mention)),
        Cell::Integer(indicator.part_of),
    ]
}

/// low, high, bound, unit
fn figures(amount: Option<&Amount>) -> [Cell; 4] {
    let Some(amount) = amount else { return [const { Cell::Text(None) }; 4] };
    let Magnitude { low, high, bound } = amount.magnitude();
    let text = |figure: Option<Figure>| Cell::Text(figure.map(|figure| figure.to_string()));
    [text(low), text(high), Cell::text(bound.to_string()), Cell::Text(amount.unit())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Extractor};

    #[test]
    fn every_row_has_every_column_in_its_shape() {
        let article = Article::from_text("今年上半年,昌黎县新签约项目61个,合同总投资额298亿元,同比增长5%。总投资30亿元的蓝湾半导体封测项目开工。");
        let extraction = Extractor::new().extract(&article);
        for table in [Table::Entities, Table::Projects, Table::Indicators] {
            let shapes: Vec<Shape> = table.columns().iter().map(|(_, shape)| *shape).collect();
            let rows = table.rows(&extraction);
            assert!(!rows.is_empty(), "{table:?}");
            for row in rows {
                assert_eq!(row.iter().map(Cell::shape).collect::<Vec<_>>(), shapes, "{table:?}");
            }
        }
    }
}
