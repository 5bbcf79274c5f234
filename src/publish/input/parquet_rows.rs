//! Parquet files as rows of text, so that one set of rules reads both kinds of file.

use std::fs::File;
use std::path::Path;

use arrow::array::{Array, ArrayRef, AsArray, StringArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Float64Type};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};

use super::rows::places;
use crate::publish::error::PublishError;

/// Rows taken in at once.
const PIECE: usize = 8192;

/// A Parquet file that is read row by row.
pub(super) struct ParquetRows {
    reader: ParquetRecordBatchReader,
    columns: Vec<Option<StringArray>>,
    /// The place in the file of every column that is asked for.
    places: Vec<Option<usize>>,
    next: usize,
    rows: usize,
    /// The row that was read last, from 1.
    pub(super) row: u32,
    /// Columns that are not read.
    pub(super) unread: usize,
    /// Rows in the file.
    pub(super) all: u64,
}

fn broken(path: &Path, error: &impl std::fmt::Display) -> PublishError {
    PublishError::Parquet {
        path: path.to_owned(),
        detail: error.to_string(),
    }
}

impl ParquetRows {
    /// Opens a file that has the columns `wanted`, or some of them: also gives which it has.
    pub(super) fn open(
        path: &Path,
        wanted: &[&'static str],
    ) -> Result<(Self, Vec<bool>), PublishError> {
        let file = File::open(path).map_err(PublishError::file(path))?;
        let builder =
            ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| broken(path, &error))?;
        let schema = builder.schema().clone();
        let header: Vec<&str> = schema
            .fields()
            .iter()
            .map(|field| field.name().trim())
            .collect();
        let found = places(path, &header, wanted)?;
        let read: Vec<usize> = (0..header.len())
            .filter(|index| found.contains(&Some(*index)))
            .collect();
        let places: Vec<Option<usize>> = found
            .iter()
            .map(|place| read.iter().position(|index| Some(*index) == *place))
            .collect();
        let present = places.iter().map(Option::is_some).collect();
        let unread = header.len() - read.len();
        let all = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
        let mask = ProjectionMask::roots(builder.parquet_schema(), read);
        let reader = builder
            .with_projection(mask)
            .with_batch_size(PIECE)
            .build()
            .map_err(|error| broken(path, &error))?;
        let opened = Self {
            reader,
            columns: Vec::new(),
            places,
            next: 0,
            rows: 0,
            row: 0,
            unread,
            all,
        };
        Ok((opened, present))
    }

    /// Goes to the next row; `false` at the end.
    pub(super) fn next(&mut self, path: &Path) -> Result<bool, PublishError> {
        self.next += 1;
        while self.next >= self.rows {
            let Some(batch) = self.reader.next() else {
                return Ok(false);
            };
            let batch = batch.map_err(|error| broken(path, &error))?;
            self.rows = batch.num_rows();
            self.next = 0;
            self.columns = self
                .places
                .iter()
                .map(|place| place.map(|place| texts(batch.column(place))).transpose())
                .collect::<Result<_, _>>()
                .map_err(|error| broken(path, &error))?;
        }
        self.row += 1;
        Ok(true)
    }

    /// A value of this row; empty when there is none.
    pub(super) fn get(&self, column: usize) -> &str {
        match self.columns.get(column) {
            Some(Some(values)) if values.is_valid(self.next) => values.value(self.next).trim(),
            _ => "",
        }
    }
}

/// A column as text: moments become dates, and broken numbers amounts of cents when they are that but for the last digit of a float.
fn texts(column: &ArrayRef) -> Result<StringArray, arrow::error::ArrowError> {
    let column = match column.data_type() {
        DataType::Timestamp(..) | DataType::Date64 => cast(column, &DataType::Date32)?,
        DataType::Float32 | DataType::Float64 => {
            let numbers = cast(column, &DataType::Float64)?;
            return Ok(numbers
                .as_primitive::<Float64Type>()
                .iter()
                .map(|number| number.map(amount))
                .collect());
        }
        _ => column.clone(),
    };
    Ok(cast(&column, &DataType::Utf8)?.as_string::<i32>().clone())
}

fn amount(number: f64) -> String {
    if number.fract().abs() < f64::EPSILON {
        format!("{number:.0}")
    } else if ((number * 100.0).round() - number * 100.0).abs() < 1e-4 {
        format!("{number:.2}")
    } else {
        number.to_string()
    }
}
