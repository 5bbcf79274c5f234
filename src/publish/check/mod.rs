//! The report of a check of the records: for the terminal, for programs and as a page. None holds the contents of a row.

mod html;
mod json;
mod text;

pub use html::html;
pub use json::json;
pub use text::text;

use super::input::Report;

/// What a check comes down to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every row counts.
    Complete,
    /// Rows were left out; publish would go on.
    RowsLeftOut,
    /// Publish would refuse the delivery.
    Refused,
}

impl Outcome {
    /// What a report comes down to.
    pub fn of(report: &Report) -> Self {
        if !report.refusals().is_empty() {
            Self::Refused
        } else if report.rejected() > 0 {
            Self::RowsLeftOut
        } else {
            Self::Complete
        }
    }

    /// The exit code that says so.
    pub const fn code(self) -> u8 {
        match self {
            Self::Complete => 0,
            Self::RowsLeftOut => 1,
            Self::Refused => 2,
        }
    }
}
