//! Articles one at a time, and many at a time.

use crate::batch::{Array, ArrayStream};
use crate::{published, refused};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3_arrow::input::AnyArray;
use pythonize::pythonize;
use zhecon::Kind;
use zhecon_arrow::{Offsets, Options};

/// Reads articles. Make it once and use it for millions; it may be shared between threads.
#[pyclass(frozen, module = "zhecon")]
pub(crate) struct Extractor {
    options: Options,
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (*, kinds = None, page = false))]
    fn new(kinds: Option<Vec<String>>, page: bool) -> PyResult<Self> {
        let extractor = match kinds {
            Some(kinds) => {
                let kinds: Vec<Kind> = kinds.iter().map(|kind| kind.parse().map_err(refused)).collect::<PyResult<_>>()?;
                zhecon::Extractor::builder().only(kinds).build()
            }
            None => zhecon::Extractor::new(),
        };
        Ok(Self { options: Options { extractor, page, offsets: Offsets::Characters } })
    }

    /// Reads one article.
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
