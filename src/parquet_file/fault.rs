//! What can be wrong inside a file.

use std::fmt;

/// Why a file, or one column of it, cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The bytes are not those of a Parquet file.
    NotParquet,
    /// The bytes contradict themselves; what exactly, for whoever made the file.
    Damaged(&'static str),
    /// A codec or encoding that this reader does not have.
    Unsupported(&'static str),
    /// Values that cannot be what the column has to hold.
    WrongKind,
    /// A list or group instead of one value per row.
    Nested,
    /// More rows than a browser should be asked to hold.
    TooManyRows,
    /// More members than small codes can number.
    TooManyMembers,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotParquet => f.write_str("it is not a Parquet file"),
            Self::Damaged(detail) => write!(f, "it is damaged: {detail}"),
            Self::Unsupported(what) => {
                write!(f, "{what} cannot be read; use snappy or no compression")
            }
            Self::WrongKind => f.write_str("unexpected type of values"),
            Self::Nested => f.write_str("it is nested"),
            Self::TooManyRows => f.write_str("it has too many rows"),
            Self::TooManyMembers => f.write_str("it has too many members"),
        }
    }
}
