//! From the bytes of a Parquet file to a cube, refusing whatever a release may not hold.
//!
//! Reads columns directly, without the Arrow layer: that layer would double the WebAssembly the reader downloads.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use parquet::basic::Type as PhysicalType;
use parquet::column::reader::ColumnReaderImpl;
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::file::metadata::{ParquetMetaDataReader, RowGroupMetaData};
use parquet::file::serialized_reader::SerializedPageReader;

use super::error::ReleaseError;
use super::region::Region;
use super::rounding::rounding;
use crate::cube::{Cell, CellKey, Column, Cube, Status};
use crate::statistics::Interval;
use crate::vocabulary::{Dimension, Margin, Table};

/// What a column of the file turned out to hold.
enum Values {
    Text(Vec<Option<String>>),
    Number(Vec<Option<f64>>),
}

/// Reads one margin of a table.
///
/// # Errors
/// A [`ReleaseError`] when the file is not Parquet, holds a column that is not of this table (a person key, say), misses
/// one, has an unknown code, or has cells outside the margin it claims to be.
pub fn decode_cube(
    file: &str,
    bytes: Bytes,
    table: Table,
    margin: Margin,
    region: &Region,
) -> Result<Cube, ReleaseError> {
    let mut columns = read_columns(file, bytes, table)?;
    let mut take = |name: &str| {
        columns
            .remove(name)
            .ok_or_else(|| ReleaseError::MissingColumn {
                file: file.to_owned(),
                column: name.to_owned(),
            })
    };
    let years = texts(file, "periode", take("periode")?, |code| {
        code.parse::<u16>()
            .ok()
            .filter(|year| region.years().any(|known| known == *year))
    })?;
    let areas = texts(file, "gebied", take("gebied")?, |code| region.by_code(code))?;
    let mut keys: Vec<CellKey> = years
        .into_iter()
        .zip(areas)
        .map(|(year, area)| CellKey::total(year, area))
        .collect();
    for dimension in Dimension::ALL {
        let members = texts(file, dimension.code(), take(dimension.code())?, |code| {
            dimension.member(code)
        })?;
        for (key, member) in keys.iter_mut().zip(members) {
            *key = key.with(member);
        }
    }
    let mut measures = Vec::new();
    for measure in table.measures() {
        let name = measure.code();
        let values = numbers(file, name, take(name)?)?;
        let statuses = texts(
            file,
            name,
            take(&format!("{name}_status"))?,
            Status::from_code,
        )?;
        let lows = numbers(file, name, take(&format!("{name}_laag"))?)?;
        let highs = numbers(file, name, take(&format!("{name}_hoog"))?)?;
        let mut column = Column::default();
        for (row, status) in statuses.into_iter().enumerate() {
            let cell = match (
                status,
                values[row],
                Interval::new(
                    lows[row].unwrap_or(f64::NAN),
                    highs[row].unwrap_or(f64::NAN),
                ),
            ) {
                (Status::Shown, Some(value), None) => Cell::Shown {
                    value,
                    within: rounding(region, measure, value),
                },
                (Status::Hidden, None, Some(within)) => Cell::Hidden {
                    within,
                    secondary: false,
                },
                (Status::SecondaryHidden, None, Some(within)) => Cell::Hidden {
                    within,
                    secondary: true,
                },
                (Status::Unknown, None, None) => Cell::Unknown,
                (Status::NotApplicable, None, None) => Cell::NotApplicable,
                (Status::StructuralZero, Some(0.0), None) => Cell::StructuralZero,
                _ => {
                    return Err(unreadable(
                        file,
                        format!(
                            "row {row} of {name}: value, status and interval contradict each other"
                        ),
                    ));
                }
            };
            column.push(cell);
        }
        measures.push((measure, column));
    }
    Cube::new(table, margin, keys, measures).ok_or_else(|| ReleaseError::OutsideLattice {
        file: file.to_owned(),
    })
}

fn read_columns(
    file: &str,
    bytes: Bytes,
    table: Table,
) -> Result<BTreeMap<String, Values>, ReleaseError> {
    let metadata = ParquetMetaDataReader::new()
        .parse_and_finish(&bytes)
        .map_err(|error| unreadable(file, error.to_string()))?;
    let bytes = Arc::new(bytes);
    let schema = metadata.file_metadata().schema_descr_ptr();
    let mut columns = BTreeMap::new();
    for (index, descriptor) in schema.columns().iter().enumerate() {
        let name = descriptor.name();
        if !is_allowed(name, table) {
            return Err(ReleaseError::ForeignColumn {
                file: file.to_owned(),
                column: name.to_owned(),
            });
        }
        if descriptor.max_rep_level() > 0 || descriptor.max_def_level() > 1 {
            return Err(unreadable(file, format!("column {name} is nested")));
        }
        let mut values = match descriptor.physical_type() {
            PhysicalType::BYTE_ARRAY => Values::Text(Vec::new()),
            _ => Values::Number(Vec::new()),
        };
        for group in metadata.row_groups() {
            read_chunk(&bytes, group, index, &mut values)
                .map_err(|detail| unreadable(file, format!("column {name}: {detail}")))?;
        }
        columns.insert(name.to_owned(), values);
    }
    Ok(columns)
}

fn is_allowed(name: &str, table: Table) -> bool {
    matches!(name, "periode" | "gebied")
        || Dimension::from_code(name).is_some()
        || table.measures().any(|measure| {
            name.strip_prefix(measure.code())
                .is_some_and(|rest| matches!(rest, "" | "_status" | "_laag" | "_hoog"))
        })
}

/// Reads one column of a row group. The general readers of the Parquet crate are passed by: they bring along every type there is,
/// and whole records, which weigh on what the reader of the site downloads.
fn read_chunk(
    bytes: &Arc<Bytes>,
    group: &RowGroupMetaData,
    index: usize,
    values: &mut Values,
) -> Result<(), String> {
    let rows = usize::try_from(group.num_rows()).map_err(|error| error.to_string())?;
    let column = group
        .columns()
        .get(index)
        .ok_or_else(|| "the column is missing".to_owned())?;
    let pages = SerializedPageReader::new(Arc::clone(bytes), column, rows, None)
        .map_err(|error| error.to_string())?;
    let (descriptor, pages) = (column.column_descr_ptr(), Box::new(pages));
    match (column.column_type(), values) {
        (PhysicalType::BYTE_ARRAY, Values::Text(texts)) => {
            let reader = ColumnReaderImpl::<ByteArrayType>::new(descriptor, pages);
            for value in read_all(reader, rows)? {
                texts.push(
                    value
                        .map(|bytes: ByteArray| bytes.as_utf8().map(str::to_owned))
                        .transpose()
                        .map_err(|error| error.to_string())?,
                );
            }
        }
        (PhysicalType::INT64, Values::Number(numbers)) => {
            let reader = ColumnReaderImpl::<Int64Type>::new(descriptor, pages);
            numbers.extend(
                read_all(reader, rows)?
                    .into_iter()
                    .map(|value| value.map(|whole| whole as f64)),
            );
        }
        (PhysicalType::DOUBLE, Values::Number(numbers)) => {
            let reader = ColumnReaderImpl::<DoubleType>::new(descriptor, pages);
            numbers.extend(read_all(reader, rows)?);
        }
        _ => return Err("unexpected physical type".to_owned()),
    }
    Ok(())
}

/// The values of one column chunk, `None` where null.
fn read_all<T: DataType>(
    mut reader: ColumnReaderImpl<T>,
    rows: usize,
) -> Result<Vec<Option<T::T>>, String> {
    let mut levels = Vec::with_capacity(rows);
    let mut present = Vec::with_capacity(rows);
    let mut read = 0;
    while read < rows {
        let (records, ..) = reader
            .read_records(rows - read, Some(&mut levels), None, &mut present)
            .map_err(|error| error.to_string())?;
        if records == 0 {
            return Err("the column ends too early".to_owned());
        }
        read += records;
    }
    if levels.is_empty() {
        return Ok(present.into_iter().map(Some).collect());
    }
    let mut present = present.into_iter();
    Ok(levels
        .into_iter()
        .map(|level| if level > 0 { present.next() } else { None })
        .collect())
}

fn texts<T>(
    file: &str,
    column: &str,
    values: Values,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, ReleaseError> {
    let Values::Text(texts) = values else {
        return Err(unreadable(
            file,
            format!("column {column} should hold text"),
        ));
    };
    texts
        .into_iter()
        .map(|text| {
            let code = text.unwrap_or_default();
            parse(&code).ok_or_else(|| ReleaseError::UnknownCode {
                file: file.to_owned(),
                column: column.to_owned(),
                code,
            })
        })
        .collect()
}

fn numbers(file: &str, column: &str, values: Values) -> Result<Vec<Option<f64>>, ReleaseError> {
    match values {
        Values::Number(numbers) => Ok(numbers),
        Values::Text(_) => Err(unreadable(
            file,
            format!("column {column} should hold numbers"),
        )),
    }
}

fn unreadable(file: &str, detail: String) -> ReleaseError {
    ReleaseError::Unreadable {
        file: file.to_owned(),
        detail,
    }
}
