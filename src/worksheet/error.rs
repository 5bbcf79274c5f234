//! What can be wrong with a file: the line, the column, and what to do about it.

/// Why a statistic gives no answer to a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WorksheetError {
    /// Bytes that are no UTF-8.
    #[error("{file}, line {line}: this is not UTF-8; save the file again as CSV in UTF-8")]
    Encoding {
        /// The file.
        file: String,
        /// The line.
        line: u64,
    },
    /// Not CSV.
    #[error(
        "{file}, line {line}: {detail}; separate columns by , or ; and put quotes around a text that holds one"
    )]
    Csv {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// What is wrong.
        detail: String,
    },
    /// No rows below the header.
    #[error(
        "{file} has no rows below the first line; give it a first line with names and at least one row"
    )]
    Empty {
        /// The file.
        file: String,
    },
    /// A column is not there.
    #[error(
        "{file} has no column {column}; the first line must name the columns, and it names: {found}"
    )]
    MissingColumn {
        /// The file.
        file: String,
        /// The column.
        column: String,
        /// The columns that are there.
        found: String,
    },
    /// The columns as a whole do not fit.
    #[error("{file}, line 1: {detail}")]
    Columns {
        /// The file.
        file: String,
        /// What is wrong and what to do.
        detail: String,
    },
    /// A value that cannot be there.
    #[error("{file}, line {line}, column {column}: {value:?} {advice}")]
    Value {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// The column.
        column: String,
        /// What stands there.
        value: String,
        /// Why it cannot, and what to do.
        advice: String,
    },
}
