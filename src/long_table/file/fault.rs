//! What can be wrong inside a file.

/// Why a file, or one column of it, cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::long_table) enum Fault {
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
