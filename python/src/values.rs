//! The parsers of single values.

use crate::{published, refused};
use pyo3::prelude::*;
use pythonize::pythonize;
use zhecon::entity::money::Money;
use zhecon::entity::percent::Percent;
use zhecon::entity::quantity::Quantity;
use zhecon::entity::time;
use zhecon::{Article, Figure, Reading};

fn value<'py, T: serde::Serialize + std::str::FromStr<Err = zhecon::Error>>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    let value: T = text.parse().map_err(refused)?;
    pythonize(py, &value).map_err(refused)
}

/// Reads one amount of money, such as 450余万元: exact decimals as texts, the bound, the currency (ISO 4217).
///
/// What is none raises a ValueError that says what was expected.
#[pyfunction]
pub(crate) fn parse_money<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    value::<Money>(py, text)
}

/// Reads one percentage, multiple or fraction, such as 近30%, 2.5倍 or 三分之一.
///
/// What is none raises a ValueError that says what was expected.
#[pyfunction]
pub(crate) fn parse_percent<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    value::<Percent>(py, text)
}

/// Reads one quantity, such as 220亩 or 22万吨/年, in base units: m2, t, m, kWh …
///
/// What is none raises a ValueError that says what was expected.
#[pyfunction]
pub(crate) fn parse_quantity<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    value::<Quantity>(py, text)
}

/// Reads one numeral, such as 一亿二千万 or 3万4000: the decimal as a text.
///
/// What is none raises a ValueError that says what was expected.
#[pyfunction]
pub(crate) fn parse_number(text: &str) -> PyResult<String> {
    text.parse::<Figure>().map(|figure| figure.to_string()).map_err(refused)
}

/// Reads one date or period, such as 2022年前三季度, as EDTF with its first and last day.
///
/// `reference` is the day that a relative one counts from: a string such as 2021-12-16, a date or a datetime. What is none raises a ValueError.
#[pyfunction]
#[pyo3(signature = (text, *, reference = None))]
pub(crate) fn parse_date<'py>(py: Python<'py>, text: &str, reference: Option<&Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyAny>> {
    let reference = published::text(reference)?.map(|reference| reference.parse().map_err(refused)).transpose()?;
    pythonize(py, &time::parse(text, reference).map_err(refused)?).map_err(refused)
}

/// The text as its author wrote it: repaired, in simplified characters. With `page` the text is a saved web page.
#[pyfunction]
#[pyo3(signature = (text, *, page = false))]
pub(crate) fn read(py: Python<'_>, text: &str, page: bool) -> String {
    py.detach(|| {
        let article = if page { Article::from_page(text) } else { Article::from_text(text) };
        Reading::of(&article).text().to_owned()
    })
}
