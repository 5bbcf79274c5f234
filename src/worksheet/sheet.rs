//! A CSV file as it is written.

use super::WorksheetError;
use crate::csv_line::{line_at, line_of, wrong_quotes};

/// A CSV file: the names of its columns, and its rows with the lines they stand on.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Name of the file, for messages.
    pub file: String,
    /// What stands between two columns.
    pub separator: u8,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row, with as many values as there are columns.
#[derive(Debug)]
pub(super) struct Row {
    /// The line of the file.
    pub line: u64,
    /// The values as they are written.
    pub values: Vec<String>,
}

impl Sheet {
    /// Reads UTF-8, with or without byte order mark, separated by `,` or `;` (whichever the first line has most of).
    ///
    /// # Errors
    /// [`WorksheetError`] when it is not UTF-8 or CSV, has no rows, or names a column twice.
    pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Self, WorksheetError> {
        let text = std::str::from_utf8(bytes).map_err(|error| WorksheetError::Encoding {
            file: file.to_owned(),
            line: line_of(bytes, error.valid_up_to()),
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let first = text.trim_start().lines().next().unwrap_or_default();
        let separator = if first.matches(';').count() > first.matches(',').count() {
            b';'
        } else {
            b','
        };
        if let Some((line, detail)) = wrong_quotes(text.as_bytes(), separator) {
            return Err(WorksheetError::Csv {
                file: file.to_owned(),
                line,
                detail: detail.to_owned(),
            });
        }
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .trim(csv::Trim::Headers)
            .from_reader(text.as_bytes());
        let columns: Vec<String> = reader
            .headers()
            .map_err(|error| refused(file, text, &error))?
            .iter()
            .map(str::to_owned)
            .collect();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| refused(file, text, &error))?;
            rows.push(Row {
                line: line_at(text, record.position()),
                values: record.iter().map(str::to_owned).collect(),
            });
        }
        let sheet = Self {
            file: file.to_owned(),
            separator,
            columns,
            rows,
        };
        for (place, column) in sheet.columns.iter().enumerate() {
            if sheet.columns[..place].contains(column) {
                return Err(sheet.columns_wrong(format!(
                    "two columns are called {column:?}; give each its own name"
                )));
            }
        }
        if sheet.rows.is_empty() {
            return Err(WorksheetError::Empty { file: sheet.file });
        }
        Ok(sheet)
    }

    /// Where a column stands, if it does.
    pub(super) fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }

    /// An error about a column that is not there.
    pub(super) fn missing(&self, column: &str) -> WorksheetError {
        WorksheetError::MissingColumn {
            file: self.file.clone(),
            column: column.to_owned(),
            found: self.columns.join(", "),
        }
    }

    /// An error about the columns as a whole.
    pub(super) fn columns_wrong(&self, detail: String) -> WorksheetError {
        WorksheetError::Columns {
            file: self.file.clone(),
            detail,
        }
    }

    /// An error about one value.
    pub(super) fn wrong(&self, row: usize, place: usize, advice: String) -> WorksheetError {
        let row = &self.rows[row];
        WorksheetError::Value {
            file: self.file.clone(),
            line: row.line,
            column: self.columns[place].clone(),
            value: row.values[place].clone(),
            advice,
        }
    }
}

fn refused(file: &str, text: &str, error: &csv::Error) -> WorksheetError {
    let detail = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("there are {len} columns where the first line names {expected_len}"),
        other => format!("{other:?}"),
    };
    WorksheetError::Csv {
        file: file.to_owned(),
        line: line_at(text, error.position()),
        detail,
    }
}
