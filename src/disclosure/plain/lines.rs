//! Lines of a CSV file by the names of their columns.

use super::PlainError;
use crate::csv_line::{line_at, line_of, wrong_quotes};

/// A CSV file: the names of its columns, and its lines with their numbers.
#[derive(Debug)]
pub(super) struct Lines {
    /// Name of the file, for messages.
    pub file: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Line number and values, as many as there are columns.
    pub rows: Vec<(u64, Vec<String>)>,
}

impl Lines {
    /// Reads UTF-8, with or without byte order mark, separated by `,` or `;` (whichever the first line has most of).
    ///
    /// # Errors
    /// [`PlainError`] when it is not UTF-8 or CSV, has no rows, or names a column twice.
    pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Self, PlainError> {
        let text = std::str::from_utf8(bytes).map_err(|error| PlainError::Encoding {
            file: file.to_owned(),
            line: line_of(bytes, error.valid_up_to()),
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let first = text.lines().next().unwrap_or_default();
        let separator = if first.matches(';').count() > first.matches(',').count() {
            b';'
        } else {
            b','
        };
        if let Some((line, detail)) = wrong_quotes(text.as_bytes(), separator) {
            return Err(PlainError::Csv {
                file: file.to_owned(),
                line,
                detail: detail.to_owned(),
            });
        }
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let refused = |error: &csv::Error| refused(file, text, error);
        let columns: Vec<String> = reader
            .headers()
            .map_err(|error| refused(&error))?
            .iter()
            .map(str::to_owned)
            .collect();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| refused(&error))?;
            let line = line_at(text, record.position());
            rows.push((line, record.iter().map(str::to_owned).collect()));
        }
        for (place, column) in columns.iter().enumerate() {
            if columns[..place].contains(column) {
                return Err(PlainError::Columns {
                    file: file.to_owned(),
                    detail: format!("two columns are called {column:?}; give each its own name"),
                });
            }
        }
        if rows.is_empty() {
            return Err(PlainError::Empty {
                file: file.to_owned(),
            });
        }
        Ok(Self {
            file: file.to_owned(),
            columns,
            rows,
        })
    }

    /// Where a column stands, if it does.
    pub(super) fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }

    /// Where a column stands.
    ///
    /// # Errors
    /// [`PlainError::MissingColumn`].
    pub(super) fn required(&self, column: &'static str) -> Result<usize, PlainError> {
        self.place(column).ok_or_else(|| PlainError::MissingColumn {
            file: self.file.clone(),
            column,
            found: self.columns.join(", "),
        })
    }

    /// An error about one value.
    pub(super) fn wrong(
        &self,
        line: u64,
        column: &str,
        value: &str,
        advice: impl Into<String>,
    ) -> PlainError {
        PlainError::Value {
            file: self.file.clone(),
            line,
            column: column.to_owned(),
            value: value.to_owned(),
            advice: advice.into(),
        }
    }
}

fn refused(file: &str, text: &str, error: &csv::Error) -> PlainError {
    let detail = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("there are {len} columns where the first line names {expected_len}"),
        other => format!("{other:?}"),
    };
    PlainError::Csv {
        file: file.to_owned(),
        line: line_at(text, error.position()),
        detail,
    }
}
