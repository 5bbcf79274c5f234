//! Parquet files as rows of text, so that one set of rules reads both kinds of file.

use std::fs::File;
use std::path::Path;

use arrow::array::{Array, ArrayRef, AsArray, StringArray};
use arrow::compute::{CastOptions, cast, cast_with_options};
use arrow::datatypes::{DataType, Float64Type};
use arrow::error::ArrowError;
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
                .map(|place| {
                    let column = |place| {
                        texts(batch.column(place)).map_err(|error| {
                            let name = batch.schema().field(place).name().clone();
                            broken(path, &format!("column {name}: {error}"))
                        })
                    };
                    place.map(column).transpose()
                })
                .collect::<Result<_, _>>()?;
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
fn texts(column: &ArrayRef) -> Result<StringArray, ArrowError> {
    let column = match column.data_type() {
        DataType::Timestamp(_, zone) => {
            let days = cast(column, &DataType::Date32)?;
            // Midnight here is still the day before at Greenwich: of a moment with a zone the day is only sure at its midnight.
            if zone.is_some() && cast(&days, column.data_type())?.to_data() != column.to_data() {
                return Err(ArrowError::CastError(
                    "a date is a moment with a time zone, of which the day depends on the place; write days"
                        .to_owned(),
                ));
            }
            days
        }
        DataType::Date64 => cast(column, &DataType::Date32)?,
        DataType::Decimal32(..)
        | DataType::Decimal64(..)
        | DataType::Decimal128(..)
        | DataType::Decimal256(..) => {
            let numbers = cast(column, &DataType::Utf8)?;
            return Ok(numbers
                .as_string::<i32>()
                .iter()
                .map(|number| number.map(without_zeros))
                .collect());
        }
        // What is no text must not be taken for nothing.
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView => {
            let strictly = CastOptions {
                safe: false,
                ..CastOptions::default()
            };
            cast_with_options(column, &DataType::Utf8, &strictly)?
        }
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

/// A number without the noughts that only tell how many decimals a column has.
fn without_zeros(number: &str) -> &str {
    if number.contains('.') {
        number.trim_end_matches('0').trim_end_matches('.')
    } else {
        number
    }
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
        | DataType::Binary
        | DataType::LargeBinary
        | DataType::BinaryView
        | DataType::Null
        | DataType::Boolean
        | DataType::Date32
        | DataType::Date64
        | DataType::Timestamp(..) => true,
        kind => kind.is_numeric(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use arrow::array::{BinaryArray, Decimal128Array, TimestampSecondArray};

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

    fn told(column: &ArrayRef) -> Result<Vec<Option<String>>, ArrowError> {
        let values = texts(column)?;
        Ok(values
            .iter()
            .map(|value| value.map(str::to_owned))
            .collect())
    }

    #[test]
    fn the_day_of_a_moment_with_a_zone_is_read_at_its_midnight_only() {
        let moments = |seconds: Vec<i64>, zone: Option<&str>| -> ArrayRef {
            let zone = zone.map(std::sync::Arc::<str>::from);
            std::sync::Arc::new(TimestampSecondArray::from(seconds).with_timezone_opt(zone))
        };
        let (midnight, an_hour_before) = (1_673_827_200, 1_673_827_200 - 3_600);
        let day = vec![Some("2023-01-16".to_owned())];
        assert_eq!(told(&moments(vec![midnight], Some("UTC"))).unwrap(), day);
        assert!(told(&moments(vec![midnight, an_hour_before], Some("UTC"))).is_err());
        // Without a zone it is the day of whoever wrote it.
        assert_eq!(told(&moments(vec![midnight + 46_800], None)).unwrap(), day);
    }

    #[test]
    fn more_decimals_than_an_amount_has_may_be_noughts() {
        let amounts = Decimal128Array::from(vec![4_467_200, 4_467_205, -50_000])
            .with_precision_and_scale(18, 4)
            .unwrap();
        let found = told(&(std::sync::Arc::new(amounts) as ArrayRef)).unwrap();
        let told: Vec<&str> = found
            .iter()
            .map(|value| value.as_deref().unwrap())
            .collect();
        assert_eq!(told, ["446.72", "446.7205", "-5"]);
    }

    #[test]
    fn bytes_that_are_no_text_are_not_taken_for_an_empty_field() {
        let of = |bytes: &'static [u8]| {
            told(&(std::sync::Arc::new(BinaryArray::from(vec![bytes])) as ArrayRef))
        };
        assert_eq!(of(b"A001").unwrap(), [Some("A001".to_owned())]);
        assert!(of(b"\xff\xfe").is_err());
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
        assert!(!is_plain(&DataType::FixedSizeBinary(16)));
    }
}
