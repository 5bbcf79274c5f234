//! From the bytes of a Parquet file to a cube, refusing whatever a release may not hold.
//!
//! Reads columns with the small reader of [`crate::parquet_file`]: the Parquet crate would double what the browser downloads first.

use std::collections::BTreeMap;

use super::error::ReleaseError;
use super::region::Region;
use super::rounding::rounding;
use crate::cube::{Cell, CellKey, Column, Cube, Status};
use crate::parquet_file::{self, Fault, File, Value, read_column};
use crate::statistics::Interval;
use crate::vocabulary::{Dimension, Margin, Measure, Table};

/// What a column of the file turned out to hold.
enum Values {
    /// The texts that occur, and for each row the place of its text among them; none where null.
    Text(Vec<String>, Vec<Option<u32>>),
    Number(Vec<Option<f64>>),
}

/// Reads one margin of a table.
///
/// # Errors
/// A [`ReleaseError`] when the file is not Parquet, holds a column that is not of this table (a person key, say), misses
/// one, has an unknown code, or has cells outside the margin it claims to be.
pub fn decode_cube(
    file: &str,
    bytes: &[u8],
    table: Table,
    margin: Margin,
    region: &Region,
) -> Result<Cube, ReleaseError> {
    let mut columns = read_columns(file, bytes, table)?;
    let lacking: Vec<Measure> = table
        .measures()
        .filter(|measure| measure.came_later() && !columns.contains_key(measure.code()))
        .collect();
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
    for dimension in table.columns(margin) {
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
        if lacking.contains(&measure) {
            continue;
        }
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
                            "row {} of {name}: value, status and interval contradict each other",
                            row + 1
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
    name: &str,
    bytes: &[u8],
    table: Table,
) -> Result<BTreeMap<String, Values>, ReleaseError> {
    let file = File::open(bytes).map_err(|fault| unreadable(name, fault.to_string()))?;
    let mut columns = BTreeMap::new();
    for column in file.columns() {
        if !is_allowed(&column.name, table) {
            return Err(ReleaseError::ForeignColumn {
                file: name.to_owned(),
                column: column.name.clone(),
            });
        }
        if column.nested {
            return Err(unreadable(
                name,
                format!("column {} is nested", column.name),
            ));
        }
        let values = if column.is_text() {
            read_texts(&file, column)
        } else {
            read_numbers(&file, column)
        };
        let values =
            values.map_err(|fault| unreadable(name, format!("column {}: {fault}", column.name)))?;
        columns.insert(column.name.clone(), values);
    }
    Ok(columns)
}

fn read_texts(file: &File, column: &parquet_file::Column) -> Result<Values, Fault> {
    let mut texts = Vec::new();
    let (rows, _) = read_column(file, column, None, |value| {
        let Value::Text(bytes) = value else {
            return Err(Fault::WrongKind);
        };
        let text = std::str::from_utf8(bytes).map_err(|_| Fault::Damaged("text is not UTF-8"))?;
        let place = u32::try_from(texts.len()).map_err(|_| Fault::TooManyMembers)?;
        texts.push(text.to_owned());
        Ok(Some(place))
    })?;
    Ok(Values::Text(texts, rows))
}

fn read_numbers(file: &File, column: &parquet_file::Column) -> Result<Values, Fault> {
    let (rows, _) = read_column(file, column, None, |value| match value {
        Value::Whole(whole) => Ok(Some(whole as f64)),
        Value::Real(real) => Ok(Some(real)),
        Value::Text(_) | Value::Wide(_) => Err(Fault::WrongKind),
    })?;
    Ok(Values::Number(rows))
}

fn is_allowed(name: &str, table: Table) -> bool {
    matches!(name, "periode" | "gebied")
        || Dimension::from_code(name)
            .is_some_and(|dimension| table.dimensions().contains(&dimension))
        || table.measures().any(|measure| {
            name.strip_prefix(measure.code())
                .is_some_and(|rest| matches!(rest, "" | "_status" | "_laag" | "_hoog"))
        })
}

fn texts<T: Copy>(
    file: &str,
    column: &str,
    values: Values,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, ReleaseError> {
    let Values::Text(texts, rows) = values else {
        return Err(unreadable(
            file,
            format!("column {column} should hold text"),
        ));
    };
    let unknown = |code: &str| ReleaseError::UnknownCode {
        file: file.to_owned(),
        column: column.to_owned(),
        code: code.to_owned(),
    };
    // A text that no row has tells nothing: some writers leave such in a dictionary.
    let members: Vec<Option<T>> = texts.iter().map(|text| parse(text)).collect();
    rows.into_iter()
        .map(|row| {
            let place = row.ok_or_else(|| unknown(""))? as usize;
            let member = members.get(place).copied().flatten();
            member.ok_or_else(|| unknown(texts.get(place).map_or("", String::as_str)))
        })
        .collect()
}

fn numbers(file: &str, column: &str, values: Values) -> Result<Vec<Option<f64>>, ReleaseError> {
    match values {
        Values::Number(numbers) => Ok(numbers),
        Values::Text(..) => Err(unreadable(
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
