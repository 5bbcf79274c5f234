//! What can be wrong with plain tables: the file, the line, the column, and what to do about it.

use crate::disclosure::solver::SolverError;

/// Why plain tables cannot be attacked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlainError {
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
    #[error("{file} has no rows below the first line; deliver the file with its rows")]
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
        column: &'static str,
        /// The columns that are there.
        found: String,
    },
    /// The columns as a whole do not make a table.
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
    /// Two rows for one cell of one table.
    #[error(
        "{file}, line {line}: the cell {cell} stands on line {earlier} too; keep one of the two"
    )]
    Twice {
        /// The file.
        file: String,
        /// The second line.
        line: u64,
        /// The first line.
        earlier: u64,
        /// The cell.
        cell: String,
    },
    /// A group that is a part of itself.
    #[error(
        "{file}, line {line}: {path} goes round in a circle; a group cannot be a part of itself"
    )]
    Circle {
        /// The hierarchy file.
        file: String,
        /// A line in the circle.
        line: u64,
        /// The members that follow one another.
        path: String,
    },
    /// A total of percentages that may be any of several.
    #[error(
        "{file}: the tables have several totals of {dimension} (over other members), and it is not clear to which of them these percentages stand; give this table the same members of {dimension} as the table whose total it is"
    )]
    WhichTotal {
        /// The file with percentages.
        file: String,
        /// The dimension.
        dimension: String,
    },
    /// One cell with two values that cannot both be true.
    #[error(
        "{cell} is {first} and also {second}; both cannot be true: correct one of them, or give the rounding in the column afronding"
    )]
    Conflict {
        /// The cell.
        cell: String,
        /// Value, file and line.
        first: String,
        /// Value, file and line.
        second: String,
    },
    /// Sums that contradict each other.
    #[error("the tables contradict each other: no whole numbers of 0 or more keep\n  {}\ncorrect a value, or give the rounding in the column afronding", .0.join("\n  "))]
    Contradiction(Vec<String>),
    /// Too many combinations.
    #[error(
        "{file} has {cells} combinations of members, of which most are not in the file: more than can be worked through ({most}); audit a part of it"
    )]
    TooLarge {
        /// The file.
        file: String,
        /// Combinations.
        cells: usize,
        /// The most there may be.
        most: usize,
    },
    /// The linear programme has no answer.
    #[error("no answer was found: {0}")]
    Solver(#[from] SolverError),
}
