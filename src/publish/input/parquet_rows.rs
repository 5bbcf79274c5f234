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

/// Of a cent: how far a broken number may be from it and still be it, beyond doubt.
const SURELY: f64 = 0.25;

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
        if let Some(field) = read
            .iter()
            .map(|index| schema.field(*index))
            .find(|field| !is_plain(field.data_type()))
        {
            return Err(PublishError::ParquetColumn {
                path: path.to_owned(),
                column: field.name().clone(),
                kind: field.data_type().to_string(),
            });
        }
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
            let digits = match column.data_type() {
                DataType::Float32 => f64::from(f32::EPSILON),
                _ => f64::EPSILON,
            };
            let numbers = cast(column, &DataType::Float64)?;
            return Ok(numbers
                .as_primitive::<Float64Type>()
                .iter()
                .map(|number| number.map(|number| amount(number, digits)))
                .collect());
        }
        _ => column.clone(),
    };
    Ok(cast(&column, &DataType::Utf8)?.as_string::<i32>().clone())
}

/// A broken number that is kept to one part in 1 / `digits`.
fn amount(number: f64, digits: f64) -> String {
    let cents = number * 100.0;
    let room = (cents.abs() * digits).max(1e-4);
    if number.fract().abs() < f64::EPSILON {
        format!("{number:.0}")
    } else if room < SURELY && (cents.round() - cents).abs() < room {
        format!("{number:.2}")
    } else {
        number.to_string()
    }
}

/// Whether a column holds what can be written as a text, a number or a date.
fn is_plain(kind: &DataType) -> bool {
    match kind {
        DataType::Dictionary(_, values) => is_plain(values),
        DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Null
        | DataType::Boolean
        | DataType::Date32
        | DataType::Date64
        | DataType::Timestamp(..) => true,
        kind => kind.is_numeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_float_of_32_bits_is_an_amount_of_cents_as_long_as_it_can_tell_them_apart() {
        let of = |number: f32| amount(f64::from(number), f64::from(f32::EPSILON));
        assert_eq!(of(1_234.56), "1234.56");
        assert_eq!(of(-12_345.67), "-12345.67");
        assert_eq!(of(1_234.0), "1234");
        // Half a cent is no amount, and so large a one may be any of several.
        assert_eq!(of(0.125), "0.125");
        assert_ne!(of(123_456.78), "123456.78");
    }

    #[test]
    fn lists_and_structures_are_no_values() {
        let of = |kind: DataType| Box::new(kind);
        assert!(is_plain(&DataType::Dictionary(
            of(DataType::Int32),
            of(DataType::Utf8)
        )));
        assert!(is_plain(&DataType::Decimal128(10, 2)));
        assert!(!is_plain(&DataType::Struct(
            arrow::datatypes::Fields::empty()
        )));
        assert!(!is_plain(&DataType::Binary));
    }
}
