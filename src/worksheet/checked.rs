//! The columns that a statistic needs, with values that it can take.

use super::WorksheetError;
use super::sheet::Sheet;
use super::specification::{Column, Kind, Specification};

/// Numbers larger than this are taken for a slip.
const MOST: f64 = 1e15;

/// The columns of a file that a statistic needs.
#[derive(Debug)]
pub(super) struct Checked {
    columns: Vec<CheckedColumn>,
    /// Whether numbers have a decimal comma.
    pub comma: bool,
}

#[derive(Debug)]
struct CheckedColumn {
    name: &'static str,
    place: usize,
    numbers: Vec<Option<f64>>,
    texts: Vec<String>,
}

/// The rows of one group, by the names of the columns as the statistic calls them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows<'a> {
    checked: &'a Checked,
    /// Which rows of the file they are.
    pub rows: &'a [usize],
}

impl Checked {
    /// Finds the columns and checks every value.
    ///
    /// # Errors
    /// [`WorksheetError`] for the first column that is missing, or the first value that cannot be taken, line by line.
    pub(super) fn check(
        specification: &Specification,
        sheet: &Sheet,
    ) -> Result<Self, WorksheetError> {
        let places = specification
            .input
            .iter()
            .map(|column| find(column, sheet))
            .collect::<Result<Vec<_>, _>>()?;
        let comma = sheet.separator == b';'
            && specification
                .input
                .iter()
                .zip(&places)
                .any(|(column, place)| {
                    column.kind != Kind::Text
                        && sheet
                            .rows
                            .iter()
                            .any(|row| row.values[*place].contains(','))
                });
        let mut checked = Self {
            columns: specification
                .input
                .iter()
                .zip(places)
                .map(|(column, place)| CheckedColumn {
                    name: column.name,
                    place,
                    numbers: Vec::new(),
                    texts: Vec::new(),
                })
                .collect(),
            comma,
        };
        for row in 0..sheet.rows.len() {
            checked.take(specification, sheet, row)?;
        }
        Ok(checked)
    }

    /// The rows with these numbers.
    pub(super) fn rows<'a>(&'a self, rows: &'a [usize]) -> Rows<'a> {
        Rows {
            checked: self,
            rows,
        }
    }

    /// Where the column that the statistic calls `name` stands in the file.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.column(name).map(|column| column.place)
    }

    /// Whether the statistic needs the column at this place.
    pub(super) fn needs(&self, place: usize) -> bool {
        self.columns.iter().any(|column| column.place == place)
    }

    fn column(&self, name: &str) -> Option<&CheckedColumn> {
        self.columns.iter().find(|column| column.name == name)
    }

    fn take(
        &mut self,
        specification: &Specification,
        sheet: &Sheet,
        row: usize,
    ) -> Result<(), WorksheetError> {
        for (column, checked) in specification.input.iter().zip(&mut self.columns) {
            let text = sheet.rows[row].values[checked.place].trim();
            let is_unclear = sheet.separator == b';' && !self.comma && column.kind.may_be_large();
            if is_unclear && has_thousands(text) {
                return Err(sheet.wrong(row, checked.place, THOUSANDS.to_owned()));
            }
            let number = value(column.kind, text, self.comma)
                .map_err(|advice| sheet.wrong(row, checked.place, advice))?;
            checked.numbers.push(number);
            checked.texts.push(text.to_owned());
        }
        for column in specification.input {
            let (Some(part), Some(limit)) = (
                self.column(column.name),
                column.within.and_then(|name| self.column(name)),
            ) else {
                continue;
            };
            if part.numbers[row] > limit.numbers[row] {
                return Err(sheet.wrong(
                    row,
                    part.place,
                    format!(
                        "is more than {}, which is {}; it can be at most that: correct one of the two",
                        sheet.columns[limit.place], limit.texts[row]
                    ),
                ));
            }
        }
        Ok(())
    }
}

impl Rows<'_> {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The numbers of a column that has one in every row.
    pub(super) fn numbers(&self, column: &str) -> Vec<f64> {
        self.ends(column).into_iter().flatten().collect()
    }

    /// The numbers of a column that may have none.
    pub(super) fn ends(&self, column: &str) -> Vec<Option<f64>> {
        self.of(column, |column| &column.numbers)
    }

    /// The texts of a column.
    pub(super) fn texts(&self, column: &str) -> Vec<String> {
        self.of(column, |column| &column.texts)
    }

    /// Two columns of numbers.
    pub(super) fn pairs(&self, first: &str, second: &str) -> Vec<(f64, f64)> {
        self.numbers(first)
            .into_iter()
            .zip(self.numbers(second))
            .collect()
    }

    fn of<T: Clone>(&self, column: &str, values: impl Fn(&CheckedColumn) -> &Vec<T>) -> Vec<T> {
        self.checked
            .column(column)
            .map(|column| {
                self.rows
                    .iter()
                    .map(|row| values(column)[*row].clone())
                    .collect()
            })
            .unwrap_or_default()
    }
}

/// A spreadsheet that separates by semicolons writes points between thousands: 1.000 is no one there.
const THOUSANDS: &str = "may have a point between thousands or a decimal one; leave that between thousands out, or write another number of decimals";

/// Whether a number is written as "1.000"; "0.125" has no thousands.
fn has_thousands(text: &str) -> bool {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut rest = groups.peekable();
    rest.peek().is_some()
        && matches!(first.len(), 1..=3)
        && !first.starts_with('0')
        && is_digits(first)
        && rest.all(|group| group.len() == 3 && is_digits(group))
}

fn find(column: &Column, sheet: &Sheet) -> Result<usize, WorksheetError> {
    std::iter::once(&column.name)
        .chain(column.also)
        .find_map(|name| sheet.place(name))
        .ok_or_else(|| sheet.missing(column.name))
}

/// The number in a cell, `None` where none is needed; or why it cannot be there.
fn value(kind: Kind, text: &str, comma: bool) -> Result<Option<f64>, String> {
    if kind == Kind::Text || (kind == Kind::End && text.is_empty()) {
        return Ok(None);
    }
    if text.is_empty() {
        return Err(format!(
            "is empty; write {}, or leave the row out",
            kind.words()
        ));
    }
    if comma && text.contains('.') {
        return Err(
            "has a point where other numbers of the file have a decimal comma; write them all alike, and no points between thousands"
                .to_owned(),
        );
    }
    let number = match text.to_ascii_lowercase().as_str() {
        "true" if kind == Kind::Flag => 1.0,
        "false" if kind == Kind::Flag => 0.0,
        _ => number(text, comma)
            .filter(|number| kind.allows(*number))
            .ok_or_else(|| {
                format!(
                    "cannot stand here; write {}, or leave the row out",
                    kind.words()
                )
            })?,
    };
    if number.abs() > MOST {
        return Err(
            "is too large to be right; write it without mistake, or in a larger unit".to_owned(),
        );
    }
    Ok(Some(number))
}

/// Decimal numbers only: words for what is no number are none.
fn number(text: &str, comma: bool) -> Option<f64> {
    let decimal = if comma { ',' } else { '.' };
    let digits = |one: char| one.is_ascii_digit() || one == decimal || "+-eE".contains(one);
    if !text.chars().all(digits) {
        return None;
    }
    text.replace(',', ".").parse().ok()
}
