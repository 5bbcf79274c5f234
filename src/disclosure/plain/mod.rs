//! The attack on plain tables: the lowest and highest possible value of every hidden cell of one or more tables that share
//! dimensions, so that instances from the literature go through the same code as a release.
//!
//! Text goes in, ranges come out. [`Attack`] is the central type; [`attack`] does all at once.

mod attack;
mod contradiction;
mod dimension;
mod error;
mod hierarchy;
mod key;
mod known;
mod lines;
mod link;
mod part;
mod percentage;
mod range;
mod read;
mod sums;
mod survey;
#[cfg(test)]
mod tests;

pub use attack::{Attack, Settled};
pub use error::PlainError;
pub use percentage::PercentageRange;
pub use survey::{End, Side, Survey};

use super::solver::Solver;

/// A file that has been read: its name, for messages, and its bytes.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What a reader can work out about a hidden cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellRange {
    /// Dimension and member, in the order of the first table where the cell stands.
    pub cell: Vec<(String, String)>,
    /// The lowest value it can have.
    pub low: u64,
    /// The highest value it can have; `None` when there is none.
    pub high: Option<u64>,
    /// Whether whole numbers attain both ends. If not, the range may be narrower still: it is that of the linear programme, in
    /// a table too large to try whole numbers.
    pub attained: bool,
    /// Between what the percentages of it lie that are hidden, one for each table that hides one.
    pub percentages: Vec<PercentageRange>,
}

impl CellRange {
    /// Whether only one value is possible.
    pub fn known(&self) -> bool {
        self.high == Some(self.low)
    }

    /// Whether hiding it was of no use: its count is known, or a percentage that is hidden.
    pub fn disclosed(&self) -> bool {
        self.known() || self.percentages.iter().any(PercentageRange::known)
    }
}

/// The range of every hidden cell, in the order of first appearance.
///
/// # Errors
/// [`PlainError`] when a file is malformed, the tables contradict each other, or the solver fails.
pub fn attack(
    tables: &[File<'_>],
    hierarchy: Option<File<'_>>,
    solver: &dyn Solver,
) -> Result<Vec<CellRange>, PlainError> {
    let attack = Attack::new(tables, hierarchy)?;
    let mut settled = Vec::new();
    for component in 0..attack.components() {
        let survey = attack.survey(component, solver)?;
        let ends = attack.open_ends(component, &survey);
        settled.extend(attack.settle(component, &survey, &ends, solver)?);
    }
    attack.answer(settled, solver)
}
