//! Every statistic that can be applied to a file, each with its columns, formula and source.

mod comparisons;
mod counts;
mod durations;
mod shares;

use super::answer::Cell;
use super::specification::{Column, Kind, Refusal, Specification};
use crate::statistics::Interval;

/// All statistics, in the order in which the help shows them.
pub const CATALOGUE: &[&Specification] = &[
    &shares::WILSON,
    &counts::POISSON_EXACT,
    &counts::BYAR,
    &counts::RATE,
    &counts::DSR,
    &comparisons::FUNNEL,
    &durations::KAPLAN_MEIER,
    &durations::GROUPED_MEDIAN,
    &shares::TREND,
    &counts::LOG_LINEAR,
    &comparisons::FDR,
    &shares::DESIGN_EFFECT,
];

const TIME: Column =
    Column::new("time", Kind::Number, "when, such as a year").also(&["period", "year"]);

/// Lower and upper end.
fn ends(interval: Option<Interval>) -> [Cell; 2] {
    [
        interval.map(Interval::lo).into(),
        interval.map(Interval::hi).into(),
    ]
}

/// The refusal of numbers that pass every check and still cannot be computed with.
fn beyond(row: usize, column: &'static str) -> Refusal {
    Refusal {
        row,
        column,
        advice: "is too large or too small to compute with beside the other numbers; check them"
            .to_owned(),
    }
}
