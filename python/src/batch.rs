//! Arrow arrays over the PyCapsule interface: <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>.

use crate::refused;
use arrow_array::{Array as _, ArrayRef, StructArray};
use arrow_schema::{ArrowError, DataType, Field, FieldRef};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::ffi::{ArrayIterator, ArrayReader, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule};
use std::sync::{Arc, Mutex};
use zhecon_arrow::Options;

fn field() -> FieldRef {
    Arc::new(Field::new("extraction", DataType::Struct(zhecon_arrow::fields()), true))
}

/// The extractions of an array of articles: an Arrow producer.
#[pyclass(frozen, module = "zhecon")]
pub(crate) struct Array {
    array: StructArray,
}

impl Array {
    pub(crate) fn read(py: Python<'_>, options: &Options, texts: &ArrayRef, published: Option<&ArrayRef>) -> PyResult<Self> {
        let array = py.detach(|| zhecon_arrow::extract(texts, published.map(|published| published.as_ref()), options)).map_err(refused)?;
        Ok(Self { array })
    }
}

#[pymethods]
impl Array {
    fn __len__(&self) -> usize {
        self.array.len()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, field().as_ref())?)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(&self, py: Python<'py>, requested_schema: Option<Bound<'py, PyCapsule>>) -> PyResult<Bound<'py, PyTuple>> {
        Ok(to_array_pycapsules(py, field(), &self.array, requested_schema)?)
    }
}

type Reader = Box<dyn ArrayReader + Send>;

/// The extractions of a stream of articles: an Arrow stream producer that reads while it is drained, once.
#[pyclass(frozen, module = "zhecon")]
pub(crate) struct ArrayStream {
    reader: Mutex<Option<Reader>>,
}

impl ArrayStream {
    pub(crate) fn new(options: Options, texts: Reader, mut published: Option<Reader>) -> Self {
        let outside = |error: zhecon_arrow::Error| ArrowError::ExternalError(Box::new(error));
        let extractions = texts.map(move |texts| {
            let dates = published.as_mut().map(|published| published.next().unwrap_or(Err(ArrowError::InvalidArgumentError(FEWER.to_owned()))));
            let dates = dates.transpose()?;
            let array = zhecon_arrow::extract(&texts?, dates.as_deref(), &options).map_err(outside)?;
            Ok(Arc::new(array) as ArrayRef)
        });
        Self { reader: Mutex::new(Some(Box::new(ArrayIterator::new(extractions, field())))) }
    }
}

const FEWER: &str = "expected a chunk of dates for every chunk of texts, the stream of dates ended before";

#[pymethods]
impl ArrayStream {
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, field().as_ref())?)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(&self, py: Python<'py>, requested_schema: Option<Bound<'py, PyCapsule>>) -> PyResult<Bound<'py, PyCapsule>> {
        let reader = self.reader.lock().ok().and_then(|mut reader| reader.take());
        let reader = reader.ok_or_else(|| PyValueError::new_err("the stream has been read already: call extract_batch again"))?;
        Ok(to_stream_pycapsule(py, reader, requested_schema)?)
    }
}
