//! Publication dates as Python has them.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

/// A string, `datetime.date` or `datetime.datetime`, as the library's text form: `2021-12-16` or `2021-12-16T09:13`.
pub(crate) fn text(published: Option<&Bound<'_, PyAny>>) -> PyResult<Option<String>> {
    let Some(published) = published else { return Ok(None) };
    if let Ok(text) = published.extract::<String>() {
        return Ok(Some(text));
    }
    if !published.hasattr("isoformat")? {
        return Err(PyTypeError::new_err(format!("published must be a string, a date or a datetime, not {}", published.get_type().name()?)));
    }
    let iso: String = published.call_method0("isoformat")?.extract()?;
    Ok(Some(iso.chars().take("2021-12-16T09:13".len()).collect()))
}
