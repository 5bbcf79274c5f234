//! What every solver is given: relations without repeated variables, and only finite coefficients.

use std::collections::BTreeMap;

use super::{Programme, SolverError};
use crate::disclosure::system::Row;

/// Branches of an integer programme after which a solver gives up: some seconds for a few hundred variables. A limit on time would
/// give another answer on another machine.
pub(super) const BRANCHES: u16 = 5000;

/// The relations of a programme with every variable once, for solvers refuse or add up repeated ones as they please.
///
/// # Errors
/// [`SolverError::Failed`] when a relation names a variable that is not there, or when a number is not one.
pub(super) fn relations(programme: &Programme) -> Result<Vec<Row>, SolverError> {
    if let Some(variable) = programme
        .bounds
        .iter()
        .position(|(low, high)| low.is_nan() || high.is_nan())
    {
        return Err(SolverError::Failed(format!(
            "the bounds of variable {variable} are not numbers"
        )));
    }
    programme
        .rows
        .iter()
        .enumerate()
        .map(|(number, row)| {
            if row.low.is_nan() || row.high.is_nan() {
                return Err(SolverError::Failed(format!(
                    "the limits of relation {number} are not numbers"
                )));
            }
            Ok(Row {
                terms: terms(&row.terms, programme.bounds.len())?,
                ..*row
            })
        })
        .collect()
}

/// Bounds for some of the variables, each once and within its own.
///
/// # Errors
/// [`SolverError::Failed`] when one is not a number or belongs to no variable.
pub(super) fn narrowed(
    bounds: &[(usize, (f64, f64))],
    own: &[(f64, f64)],
) -> Result<BTreeMap<usize, (f64, f64)>, SolverError> {
    let mut narrowed = BTreeMap::new();
    for (variable, (low, high)) in bounds {
        let Some(of_its_own) = own.get(*variable) else {
            return Err(SolverError::Failed(format!(
                "there is no variable {variable}: there are {}",
                own.len()
            )));
        };
        if low.is_nan() || high.is_nan() {
            return Err(SolverError::Failed(format!(
                "the bounds of variable {variable} are not numbers"
            )));
        }
        let within = narrowed.entry(*variable).or_insert(*of_its_own);
        *within = (within.0.max(*low), within.1.min(*high));
    }
    Ok(narrowed)
}

/// A weighted sum with every variable once, in order, without zeros.
///
/// # Errors
/// As [`relations`].
pub(super) fn terms(
    terms: &[(usize, f64)],
    variables: usize,
) -> Result<Vec<(usize, f64)>, SolverError> {
    let mut sums = BTreeMap::new();
    for (variable, coefficient) in terms {
        if *variable >= variables || !coefficient.is_finite() {
            return Err(SolverError::Failed(format!(
                "{coefficient} times variable {variable} is not a term: there are {variables} variables"
            )));
        }
        *sums.entry(*variable).or_insert(0.0) += coefficient;
    }
    Ok(sums
        .into_iter()
        .filter(|(_, coefficient)| *coefficient != 0.0)
        .collect())
}
