//! Linear programmes behind a small trait: HiGHS natively, microlp in the browser and as the second opinion.

mod check;
#[cfg(not(target_arch = "wasm32"))]
mod highs;
mod microlp;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

#[cfg(not(target_arch = "wasm32"))]
pub use highs::{Highs, Method};
pub use microlp::Microlp;

use super::system::Row;

/// What may be asked of a solver: values within bounds that keep every relation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Programme {
    /// Lower and upper bound of every variable; infinite where there is none.
    pub bounds: Vec<(f64, f64)>,
    /// Relations between them.
    pub rows: Vec<Row>,
    /// Whether the values must be whole numbers.
    pub whole: bool,
}

/// A solver of linear programmes.
pub trait Solver: Sync {
    /// Its name and version, for the report.
    fn name(&self) -> String;

    /// Takes in a programme, to be asked about several times.
    ///
    /// # Errors
    /// [`SolverError::Failed`] when it is malformed.
    fn load(&self, programme: &Programme) -> Result<Box<dyn Session>, SolverError>;
}

/// A programme that has been loaded.
pub trait Session {
    /// Values of all variables that make the weighted sum of `objective` as small as can be.
    ///
    /// # Errors
    /// [`SolverError`].
    fn minimise(&mut self, objective: &[(usize, f64)]) -> Result<Vec<f64>, SolverError>;

    /// By how much the last answer would change when a variable could go one beyond its bounds: its reduced cost. Empty when the
    /// solver does not tell.
    fn reduced_costs(&self) -> &[f64] {
        &[]
    }

    /// Narrows the bounds of some variables for the next questions; the others get their own back.
    ///
    /// # Errors
    /// [`SolverError::Failed`] when a bound is not a number or belongs to no variable.
    fn hold(&mut self, bounds: &[(usize, (f64, f64))]) -> Result<(), SolverError>;

    /// The least and the most that a variable can be.
    ///
    /// # Errors
    /// [`SolverError`]; a variable without bound gives [`SolverError::Unbounded`].
    fn range(&mut self, variable: usize) -> Result<(f64, f64), SolverError> {
        let low = self.minimise(&[(variable, 1.0)])?;
        let high = self.minimise(&[(variable, -1.0)])?;
        Ok((low[variable], high[variable]))
    }
}

/// Why a programme has no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SolverError {
    /// No values keep all relations.
    #[error("the relations contradict each other")]
    Infeasible,
    /// The sum can be made as small as one likes.
    #[error("nothing bounds the answer")]
    Unbounded,
    /// The solver gave up.
    #[error("the solver stopped without an answer: {0}")]
    Failed(String),
}
