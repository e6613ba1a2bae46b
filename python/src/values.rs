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

/// 450余万元
#[pyfunction]
pub(crate) fn parse_money<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    value::<Money>(py, text)
}

/// 近30%
#[pyfunction]
pub(crate) fn parse_percent<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    value::<Percent>(py, text)
}

/// 220亩
#[pyfunction]
pub(crate) fn parse_quantity<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    value::<Quantity>(py, text)
}

/// 一亿二千万: the decimal as a text.
#[pyfunction]
pub(crate) fn parse_number(text: &str) -> PyResult<String> {
    text.parse::<Figure>().map(|figure| figure.to_string()).map_err(refused)
}

/// 2022年前三季度; relative dates need a reference.
#[pyfunction]
#[pyo3(signature = (text, *, reference = None))]
pub(crate) fn parse_date<'py>(py: Python<'py>, text: &str, reference: Option<&Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyAny>> {
    let reference = published::text(reference)?.map(|reference| reference.parse().map_err(refused)).transpose()?;
    pythonize(py, &time::parse(text, reference).map_err(refused)?).map_err(refused)
}

/// The repaired, simplified text.
#[pyfunction]
#[pyo3(signature = (text, *, page = false))]
pub(crate) fn read(py: Python<'_>, text: &str, page: bool) -> String {
    py.detach(|| {
        let article = if page { Article::from_page(text) } else { Article::from_text(text) };
        Reading::of(&article).text().to_owned()
    })
}
