//! The indicators: a catalogue that is data, one way of evaluating an entry, and series with their tested trend.

mod catalogue;
mod change;
mod comparison;
mod entry;
mod evaluate;
mod operand;
mod series;

pub use catalogue::{CATALOGUE, by_id};
pub use change::{Cause, CostSplit, split};
pub use comparison::{Compared, Comparison, FALSE_SHARE, compare};
pub use entry::{
    Chapter, CountInterval, Example, Formula, Indicator, Operand, Polarity, Publication,
    RatioMethod, Subject, Unit,
};
pub use evaluate::{Figure, Outcome, Reason, Scope, evaluate, headline_cells, required_cubes};
pub use operand::{CellSource, OperandValue};
pub use series::{Series, YearPoint, series, testable_years};
