//! A statistic applied to the rows of a CSV file, so that anyone can hold ours against their own.
//!
//! Bytes go in, text comes out. A [`Specification`] says everything about one statistic: its columns, its formula and where that comes
//! from. Reading, checking, writing and the help of the command line all follow it; [`CATALOGUE`] has them all.

mod answer;
mod catalogue;
mod checked;
mod error;
mod help;
mod options;
mod sheet;
mod specification;
#[cfg(test)]
mod tests;

pub use catalogue::CATALOGUE;
pub use error::WorksheetError;
pub use help::{explain, overview};
pub use options::{Options, level, multiplier, share};
pub use specification::{Column, Kind, Parameter, Shape, Specification};

/// The answer of a statistic to the file called `file`, as CSV with the separator of the file.
///
/// Decimals have a comma when those of the file have, else a point. A number is written with as many digits as it takes to read back
/// the same one; what cannot be computed is an empty cell.
///
/// # Errors
/// [`WorksheetError`] when the file cannot be read, lacks a column, or has a value that the statistic cannot take.
pub fn apply(
    specification: &Specification,
    file: &str,
    bytes: &[u8],
    options: &Options,
) -> Result<String, WorksheetError> {
    let sheet = sheet::Sheet::read(file, bytes)?;
    let checked = checked::Checked::check(specification, &sheet)?;
    answer::write(specification, &sheet, &checked, options)
}
