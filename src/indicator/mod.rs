//! The indicators: a catalogue that is data, one way of evaluating an entry, and series with their tested trend.

mod catalogue;
mod change;
mod comparison;
mod entry;
mod evaluate;
mod funnel;
mod grid;
mod median;
mod operand;
mod related;
mod series;
mod survival;
mod synonyms;

pub use catalogue::{CATALOGUE, by_id};
pub use change::{Cause, CostSplit, split};
pub use comparison::{Compared, Comparison, FALSE_SHARE, compare};
pub use entry::{
    AMBITIONS, Chapter, CountInterval, Example, Formula, Indicator, Operand, Polarity, Publication,
    RatioMethod, SplitWhole, Subject, SurvivalAsk, Unit,
};
pub use evaluate::{Figure, Outcome, Reason, Scope, evaluate, headline_cells, required_cubes};
pub use funnel::{Funnel, FunnelPoint, Limits, NoFunnel, Standing, funnel};
pub use grid::{Grid, GridCell, GridRow, grid, grid_indicators, grid_members};
pub use operand::{CellSource, OperandValue, Origin};
pub use related::related;
pub use series::{
    Growth, Series, YearPoint, last_comparable_year, last_followed_year, series, testable_years,
};
pub use survival::classes_of;
pub use synonyms::{ABSENT, Absent, SYNONYMS};
