//! Values for the eye: each field as a name and a text, what is not said left out.

use crate::entity::Value;
use crate::entity::percent::PercentUnit;
use crate::ledger::Sum;
use crate::magnitude::{Bound, Magnitude};
use crate::record::{Amount, Change, Stage};
use crate::{Figure, entity};

/// The fields of a value, the one that says most first.
///
/// ```
/// use zhecon::export::facts;
/// use zhecon::{Article, Extractor};
///
/// let extraction = Extractor::new().extract(&Article::from_text("总投资近30亿元。"));
/// let facts = extraction.entities.first().map(|entity| facts::of(&entity.value)).unwrap_or_default();
/// assert_eq!(facts, [("amount", "< 3,000,000,000 CNY".to_owned())]);
/// ```
#[must_use]
pub fn of(value: &Value) -> Vec<(&'static str, String)> {
    if let Some(amount) = Amount::of(value) {
        return of_amount(&amount);
    }
    let own = |text: &String| Some(text.clone());
    let list = |texts: &[String]| (!texts.is_empty()).then(|| texts.join(", "));
    let fields: Vec<(&'static str, Option<String>)> = match value {
        Value::Number(number) => vec![("number", Some(figures(number.magnitude)))],
        Value::Ordinal(ordinal) => vec![("ordinal", Some(figures(ordinal.magnitude)))],
        Value::Date(date) => return of_date(date),
        Value::TimeSet(set) => vec![("repeats", own(&set.iso8601))],
        Value::Place(place) => vec![
            ("code", place.code.clone()),
            ("name", own(&place.name)),
            ("in", place.parent.clone()),
            ("one of", list(&place.candidates)),
            ("members", list(&place.members)),
            ("now", place.successor.clone()),
        ],
        Value::Zone(zone) => vec![
            ("name", own(&zone.canonical)),
            ("class", own(&zone.class)),
            ("level", zone.level.clone()),
            ("place", zone.place.clone()),
            ("official", zone.official.clone()),
        ],
        Value::Company(company) => vec![
            ("name", own(&company.canonical)),
            ("form", company.form.clone()),
            ("place", company.place.clone()),
            ("brand", company.brand.clone()),
            ("trade", company.trade.clone()),
            ("code", company.code.clone()),
        ],
        Value::Organization(organization) => vec![("name", own(&organization.canonical)), ("class", own(&organization.class))],
        Value::Person(person) => {
            vec![("name", person.canonical.clone()), ("role", person.role.clone()), ("affiliation", person.affiliation.clone())]
        }
        Value::Project(project) => vec![("name", own(&project.canonical)), ("phase", project.phase.clone())],
        Value::Industry(industry) => vec![("name", own(&industry.name)), ("code", industry.code.clone()), ("scheme", industry.scheme.clone())],
        Value::Custom(fields) => fields.iter().map(|(name, text)| ("field", Some(format!("{name} = {text}")))).collect(),
        Value::Money(_) | Value::Percent(_) | Value::Quantity(_) | Value::Duration(_) => Vec::new(), // amounts, told above
    };
    fields.into_iter().filter_map(|(name, text)| Some((name, text.filter(|text| !text.is_empty())?))).collect()
}

fn of_amount(amount: &Amount) -> Vec<(&'static str, String)> {
    let mut facts = vec![("amount", self::amount(amount))];
    match amount {
        Amount::Quantity(quantity) => facts.extend(quantity.of.clone().map(|of| ("of", of))),
        Amount::Duration(duration) => facts.push(("iso 8601", duration.iso8601.clone())),
        Amount::Money(_) | Amount::Percent(_) => {}
    }
    facts
}

fn of_date(date: &entity::time::Date) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    facts.extend(date.edtf.as_ref().map(|edtf| ("date", edtf.to_string())));
    // A single day or moment is told by the date itself.
    let days = date.start.as_ref().zip(date.end.as_ref()).filter(|(start, end)| start != end);
    facts.extend(days.map(|(start, end)| ("days", format!("{start} – {end}"))));
    facts.extend(date.reference.map(|reference| ("date", vague(reference).to_owned())));
    if !date.candidates.is_empty() {
        facts.push(("or", date.candidates.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")));
    }
    facts
}

fn vague(reference: entity::time::Reference) -> &'static str {
    match reference {
        entity::time::Reference::PastRef => "past",
        entity::time::Reference::PresentRef => "present",
        entity::time::Reference::FutureRef => "future",
    }
}

/// An amount with its unit, its figures grouped by thousands: `≥ 4,500,000 CNY`.
///
/// ```
/// use zhecon::export::facts;
/// use zhecon::record::Amount;
///
/// let amount = Amount::Money("450余万元".parse()?);
/// assert_eq!(facts::amount(&amount), "> 4,500,000 CNY");
/// # Ok::<(), zhecon::Error>(())
/// ```
#[must_use]
pub fn amount(amount: &Amount) -> String {
    let unit = match amount {
        Amount::Percent(percent) => match percent.unit {
            PercentUnit::Percent => Some("%".to_owned()),
            PercentUnit::PercentagePoint => Some("percentage points".to_owned()),
            PercentUnit::Times => Some("times".to_owned()),
            PercentUnit::Fraction => None,
        },
        _ => amount.unit(),
    };
    figures(amount.magnitude()) + &unit.map_or_else(String::new, |unit| format!(" {unit}"))
}

/// How a figure moved: `up 23.6 %, year on year`.
///
/// ```
/// use zhecon::export::facts;
/// use zhecon::{Article, Extractor};
///
/// let extraction = Extractor::new().extract(&Article::from_text("昌黎县实现工业产值312.4亿元,同比增长9.8%。"));
/// let change = extraction.indicators[0].change.as_ref().map(facts::change);
/// assert_eq!(change.as_deref(), Some("up 9.8 %, year on year"));
/// ```
#[must_use]
pub fn change(change: &Change) -> String {
    let by = change.value.as_ref().map_or_else(String::new, |value| format!(" {}", amount(value)));
    format!("{}{by}, {}", change.direction, change.base.replace('_', " "))
}

/// A step in the life of a project, with a question mark where it is still to come: `signed 2023-05`, `completed?`.
///
/// ```
/// use zhecon::export::facts;
/// use zhecon::record::Stage;
///
/// assert_eq!(facts::step(Stage::Signed, false, Some("2023-05")), "signed 2023-05");
/// assert_eq!(facts::step(Stage::Completed, true, None), "completed?");
/// ```
#[must_use]
pub fn step(stage: Stage, planned: bool, date: Option<&str>) -> String {
    let sign = if planned { "?" } else { "" };
    let date = date.map_or_else(String::new, |date| format!(" {date}"));
    format!("{stage}{sign}{date}")
}

/// A sum of a ledger with its currency: `≥ 30,000,000 CNY`.
///
/// ```
/// use zhecon::export::facts;
/// use zhecon::ledger::Sum;
///
/// let sum = Sum { low: Some("30000000".to_owned()), high: None, currency: "CNY".to_owned() };
/// assert_eq!(facts::sum(&sum), "≥ 30,000,000 CNY");
/// ```
#[must_use]
pub fn sum(sum: &Sum) -> String {
    let figures = match (&sum.low, &sum.high) {
        (Some(low), Some(high)) if low == high => grouped(low),
        (Some(low), Some(high)) => format!("{} – {}", grouped(low), grouped(high)),
        (Some(low), None) => format!("≥ {}", grouped(low)),
        (None, Some(high)) => format!("≤ {}", grouped(high)),
        (None, None) => String::new(),
    };
    format!("{figures} {}", sum.currency)
}

fn figures(magnitude: Magnitude) -> String {
    let text = |figure: Option<Figure>| figure.map(|figure| grouped(&figure.to_string())).unwrap_or_default();
    let (low, high) = (text(magnitude.low), text(magnitude.high));
    match magnitude.bound {
        Bound::Exact => low,
        Bound::About => format!("≈ {low}"),
        Bound::Nearly | Bound::LessThan => format!("< {high}"),
        Bound::MoreThan => format!("> {low}"),
        Bound::AtLeast => format!("≥ {low}"),
        Bound::AtMost => format!("≤ {high}"),
        Bound::Range | Bound::Order => format!("{low} – {high}"),
    }
}

/// 29800000000 as 29,800,000,000.
fn grouped(figure: &str) -> String {
    let (sign, rest) = figure.strip_prefix('-').map_or(("", figure), |rest| ("-", rest));
    let (whole, tail) = rest.find(['.', '/']).and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, ""));
    let mut out = sign.to_owned();
    for (nth, digit) in whole.chars().enumerate() {
        if nth > 0 && (whole.len() - nth) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + tail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped() {
        for (figure, want) in [("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.891", "-1,234,567.891"), ("1/3", "1/3")] {
            assert_eq!(grouped(figure), want);
        }
    }
}
