//! The Python door of zhecon: it converts what comes in and what goes out, and leaves everything else to the library.

mod batch;
mod extractor;
mod ledger;
mod published;
mod values;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// What the library or the Arrow adapter refuses is a `ValueError` that says what was wrong.
fn refused(error: impl std::fmt::Display) -> PyErr {
    PyValueError::new_err(error.to_string())
}

#[pymodule]
mod _zhecon {
    #[pymodule_export]
    use crate::batch::{Array, ArrayStream};
    #[pymodule_export]
    use crate::extractor::Extractor;
    #[pymodule_export]
    use crate::ledger::Ledger;
    #[pymodule_export]
    use crate::values::{parse_date, parse_money, parse_number, parse_percent, parse_quantity, read};
}
