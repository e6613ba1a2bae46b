//! Projects and companies across articles.

use crate::refused;
use pyo3::prelude::*;
use pythonize::{depythonize, pythonize};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a set of articles says of projects and companies. Ledgers merge, in any order and any number of times.
#[pyclass(frozen, module = "zhecon")]
#[derive(Default)]
pub(crate) struct Ledger {
    ledger: Mutex<zhecon::Ledger>,
}

impl Ledger {
    fn lock(&self) -> MutexGuard<'_, zhecon::Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Ledger {
    #[new]
    fn new() -> Self {
        Self::default()
    }

    /// Adds what the article `source` says.
    fn add(&self, source: &str, extraction: &Bound<'_, PyAny>) -> PyResult<()> {
        let extraction: zhecon::Extraction = depythonize(extraction).map_err(refused)?;
        self.lock().add(source, &extraction);
        Ok(())
    }

    /// Takes over all that another ledger holds.
    fn merge(&self, other: &Self) {
        // The other is read first: a ledger may be merged with itself.
        let other = other.lock().clone();
        self.lock().merge(other);
    }

    /// The projects, by name.
    fn projects<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let projects = py.detach(|| self.lock().projects());
        pythonize(py, &projects).map_err(refused)
    }

    /// The companies, by name.
    fn companies<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let companies = py.detach(|| self.lock().companies());
        pythonize(py, &companies).map_err(refused)
    }

    /// The ledger as JSON, to be merged elsewhere.
    fn to_json(&self) -> PyResult<String> {
        serde_json::to_string(&*self.lock()).map_err(refused)
    }

    /// A ledger from its JSON.
    #[staticmethod]
    fn from_json(json: &str) -> PyResult<Self> {
        let ledger = serde_json::from_str(json).map_err(refused)?;
        Ok(Self { ledger: Mutex::new(ledger) })
    }
}
