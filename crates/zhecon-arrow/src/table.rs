//! The flat tables of the library as lists of structs.

use crate::Error;
use arrow_array::builder::{Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, ListArray, StructArray};
use arrow_buffer::{OffsetBuffer, ScalarBuffer};
use arrow_schema::{DataType, Field, Fields};
use std::sync::Arc;
use zhecon::Extraction;
use zhecon::export::table::{Cell, Shape, Table};

/// The type of a table's cells in one row of the answer.
pub(crate) fn list_type(table: Table) -> DataType {
    DataType::List(item(table))
}

fn item(table: Table) -> Arc<Field> {
    Arc::new(Field::new_list_field(DataType::Struct(columns(table)), false))
}

fn columns(table: Table) -> Fields {
    let list = |item: DataType| DataType::List(Arc::new(Field::new_list_field(item, true)));
    let column = |(name, shape): &(&str, Shape)| {
        let held = match shape {
            Shape::Integer => DataType::Int64,
            Shape::Texts => list(DataType::Utf8),
            Shape::Integers => list(DataType::Int64),
            _ => DataType::Utf8,
        };
        Field::new(*name, held, true)
    };
    table.columns().iter().map(column).collect()
}

/// Adds a text if the array still has room: builders would panic.
pub(crate) fn append(builder: &mut StringBuilder, text: Option<impl AsRef<str>>) -> Result<(), Error> {
    let length = text.as_ref().map_or(0, |text| text.as_ref().len());
    match builder.values_slice().len().checked_add(length).map(i32::try_from) {
        Some(Ok(_)) => builder.append_option(text),
        _ => return Err(Error::TooLarge),
    }
    Ok(())
}

enum Column {
    Text(StringBuilder),
    Texts(ListBuilder<StringBuilder>),
    Integer(Int64Builder),
    Integers(ListBuilder<Int64Builder>),
}

impl Column {
    fn new(shape: Shape) -> Self {
        match shape {
            Shape::Integer => Self::Integer(Int64Builder::new()),
            Shape::Texts => Self::Texts(ListBuilder::new(StringBuilder::new())),
            Shape::Integers => Self::Integers(ListBuilder::new(Int64Builder::new())),
            _ => Self::Text(StringBuilder::new()),
        }
    }

    fn push(&mut self, cell: Cell) -> Result<(), Error> {
        let integer = |value: usize| i64::try_from(value).map_err(|_| Error::TooLarge);
        match (self, cell) {
            (Self::Text(builder), Cell::Text(text)) => append(builder, text)?,
            (Self::Texts(builder), Cell::Texts(texts)) => {
                for text in texts {
                    append(builder.values(), Some(text))?;
                }
                builder.append(true);
            }
            (Self::Integer(builder), Cell::Integer(value)) => builder.append_option(value.map(integer).transpose()?),
            (Self::Integers(builder), Cell::Integers(values)) => {
                for value in values {
                    builder.values().append_value(integer(value)?);
                }
                builder.append(true);
            }
            // A cell of another shape than its column is told as not said.
            (Self::Text(builder), _) => builder.append_null(),
            (Self::Texts(builder), _) => builder.append_null(),
            (Self::Integer(builder), _) => builder.append_null(),
            (Self::Integers(builder), _) => builder.append_null(),
        }
        Ok(())
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(builder) => Arc::new(builder.finish()),
            Self::Texts(builder) => Arc::new(builder.finish()),
            Self::Integer(builder) => Arc::new(builder.finish()),
            Self::Integers(builder) => Arc::new(builder.finish()),
        }
    }
}

/// Gathers one table over many articles.
pub(crate) struct TableBuilder {
    table: Table,
    columns: Vec<Column>,
    /// Where the rows of each article begin, and where the last one's end.
    offsets: Vec<i32>,
}

impl TableBuilder {
    pub(crate) fn new(table: Table) -> Self {
        Self { table, columns: table.columns().iter().map(|(_, shape)| Column::new(*shape)).collect(), offsets: vec![0] }
    }

    /// Adds the rows of one article.
    pub(crate) fn push(&mut self, extraction: &Extraction) -> Result<(), Error> {
        let rows = self.table.rows(extraction);
        let begin = self.offsets.last().copied().unwrap_or_default();
        let end = i32::try_from(rows.len()).ok().and_then(|length| begin.checked_add(length)).ok_or(Error::TooLarge)?;
        for cells in rows {
            for (column, cell) in self.columns.iter_mut().zip(cells) {
                column.push(cell)?;
            }
        }
        self.offsets.push(end);
        Ok(())
    }

    pub(crate) fn finish(mut self) -> Result<ListArray, Error> {
        let length = self.offsets.last().and_then(|length| usize::try_from(*length).ok()).unwrap_or_default();
        let arrays = self.columns.iter_mut().map(Column::finish).collect();
        let rows = StructArray::try_new_with_length(columns(self.table), arrays, None, length)?;
        Ok(ListArray::try_new(item(self.table), OffsetBuffer::new(ScalarBuffer::from(self.offsets)), Arc::new(rows), None)?)
    }
}
