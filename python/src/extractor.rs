//! Articles one at a time, and many at a time.

use crate::batch::{Array, ArrayStream};
use crate::{published, refused};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3_arrow::input::AnyArray;
use pythonize::pythonize;
use zhecon::Kind;
use zhecon_arrow::{Offsets, Options};

/// Reads articles. Make it once and use it for millions; it may be shared between threads.
///
/// `kinds` are the names of the kinds to look for (all but number and ordinal if none are told); with `page` each text is a saved web page, whose
/// navigation is passed over and whose dateline is read.
#[pyclass(frozen, module = "zhecon")]
pub(crate) struct Extractor {
    options: Options,
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (*, kinds = None, page = false))]
    fn new(kinds: Option<&Bound<'_, PyAny>>, page: bool) -> PyResult<Self> {
        let extractor = match kinds {
            Some(kinds) => zhecon::Extractor::builder().only(self::kinds(kinds)?).build(),
            None => zhecon::Extractor::new(),
        };
        Ok(Self { options: Options { extractor, page, offsets: Offsets::Characters } })
    }

    /// Reads one article; `published` is a string such as 2021-12-16, a date or a datetime.
    #[pyo3(signature = (text, *, published = None))]
    fn extract<'py>(&self, py: Python<'py>, text: &str, published: Option<&Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyAny>> {
        let published = published::text(published)?;
        let extraction = py.detach(|| self.options.read(text, published.as_deref())).map_err(refused)?;
        pythonize(py, &extraction).map_err(refused)
    }

    /// Reads many articles from any Arrow producer; the answer is an array for an array and a stream for a stream.
    #[pyo3(signature = (texts, *, published = None))]
    fn extract_batch<'py>(&self, py: Python<'py>, texts: AnyArray, published: Option<AnyArray>) -> PyResult<Bound<'py, PyAny>> {
        match (texts, published) {
            (AnyArray::Array(texts), None) => Array::read(py, &self.options, texts.array(), None)?.into_bound_py_any(py),
            (AnyArray::Array(texts), Some(AnyArray::Array(published))) => {
                Array::read(py, &self.options, texts.array(), Some(published.array()))?.into_bound_py_any(py)
            }
            (texts, published) => {
                let published = published.map(AnyArray::into_reader).transpose()?;
                ArrayStream::new(self.options.clone(), texts.into_reader()?, published).into_bound_py_any(py)
            }
        }
    }
}

/// The kinds of any iterable of names; a single string is one of characters and surely a slip.
fn kinds(names: &Bound<'_, PyAny>) -> PyResult<Vec<Kind>> {
    if names.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("kinds must be several names, such as [\"money\", \"date\"], not one string"));
    }
    names.try_iter()?.map(|name| name?.extract::<String>()?.parse().map_err(refused)).collect()
}
