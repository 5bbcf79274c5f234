//! The answer, as text.

use super::WorksheetError;
use super::checked::Checked;
use super::options::Options;
use super::sheet::Sheet;
use super::specification::{Shape, Specification};

/// One cell of the answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// There is no answer.
    Empty,
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Text(count.to_string())
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// Applies the statistic to each group and writes what it gives beside what is copied from the file.
///
/// # Errors
/// [`WorksheetError`] when a column for groups is missing, a column would stand twice, or the statistic cannot take a value.
pub(super) fn write(
    specification: &Specification,
    sheet: &Sheet,
    checked: &Checked,
    options: &Options,
) -> Result<String, WorksheetError> {
    let groups = groups(specification, sheet, options)?;
    let kept: Vec<usize> = (0..sheet.columns.len())
        .filter(|place| match specification.shape {
            Shape::Row | Shape::RowInGroup => true,
            Shape::Group => !checked.needs(*place) && is_label(sheet, &groups, *place),
        })
        .collect();
    for place in &kept {
        let name = &sheet.columns[*place];
        if specification
            .output
            .iter()
            .any(|(output, _)| output == name)
        {
            return Err(sheet.columns_wrong(format!(
                "the answer has a column {name} of its own; give that of the file another name"
            )));
        }
    }
    let mut lines: Vec<Vec<String>> = vec![
        kept.iter()
            .map(|place| sheet.columns[*place].clone())
            .chain(
                specification
                    .output
                    .iter()
                    .map(|(name, _)| (*name).to_owned()),
            )
            .collect(),
    ];
    // Rows of one group need not stand together, and the answer keeps the order of the file.
    let mut in_order: Vec<(usize, Vec<String>)> = Vec::new();
    for group in &groups {
        let answers =
            (specification.calculate)(&checked.rows(group), options).map_err(|refusal| {
                let place = checked.place(refusal.column).unwrap_or_default();
                sheet.wrong(group[refusal.row], place, refusal.advice)
            })?;
        for (number, answer) in answers.into_iter().enumerate() {
            let row = match specification.shape {
                Shape::Row | Shape::RowInGroup => group[number],
                Shape::Group => group[0],
            };
            let copied = kept
                .iter()
                .map(|place| sheet.rows[row].values[*place].clone());
            let own = answer.iter().map(|cell| words(cell, checked.comma));
            in_order.push((row, copied.chain(own).collect()));
        }
    }
    in_order.sort_by_key(|(row, _)| *row);
    lines.extend(in_order.into_iter().map(|(_, line)| line));
    Ok(text(sheet.separator, &lines))
}

/// The rows of each group, in order of first appearance.
fn groups(
    specification: &Specification,
    sheet: &Sheet,
    options: &Options,
) -> Result<Vec<Vec<usize>>, WorksheetError> {
    let rows = 0..sheet.rows.len();
    let places = match specification.shape {
        Shape::Row => Vec::new(),
        Shape::RowInGroup | Shape::Group if options.group.is_empty() => {
            sheet.place("group").into_iter().collect()
        }
        Shape::RowInGroup | Shape::Group => options
            .group
            .iter()
            .map(|column| sheet.place(column).ok_or_else(|| sheet.missing(column)))
            .collect::<Result<Vec<_>, _>>()?,
    };
    let key = |row: usize| -> Vec<&str> {
        places
            .iter()
            .map(|place| sheet.rows[row].values[*place].trim())
            .collect()
    };
    let mut order = std::collections::BTreeMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for row in rows {
        let place = *order.entry(key(row)).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        groups[place].push(row);
    }
    Ok(groups)
}

/// Whether a column says one thing of each group.
fn is_label(sheet: &Sheet, groups: &[Vec<usize>], place: usize) -> bool {
    let value = |row: usize| sheet.rows[row].values[place].trim();
    groups
        .iter()
        .all(|group| group.iter().all(|row| value(*row) == value(group[0])))
}

fn words(cell: &Cell, comma: bool) -> String {
    let number = match cell {
        Cell::Number(number) if number.is_finite() => *number,
        Cell::Text(text) => return text.clone(),
        Cell::Number(_) | Cell::Empty => return String::new(),
    };
    // Both forms have as few digits as it takes to read back the same number.
    let text = if number == 0.0 || (1e-5..1e16).contains(&number.abs()) {
        // Minus zero is zero.
        format!("{}", number + 0.0)
    } else {
        format!("{number:e}")
    };
    if comma { text.replace('.', ",") } else { text }
}

fn text(separator: u8, lines: &[Vec<String>]) -> String {
    let special = [char::from(separator), '"', '\n', '\r'];
    let mut text = String::new();
    for line in lines {
        for (place, value) in line.iter().enumerate() {
            if place > 0 {
                text.push(char::from(separator));
            }
            // A line of one empty value would be read as no line.
            if value.contains(special) || (value.is_empty() && line.len() == 1) {
                text.push('"');
                text.push_str(&value.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(value);
            }
        }
        text.push('\n');
    }
    text
}
