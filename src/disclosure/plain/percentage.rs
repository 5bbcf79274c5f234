//! Between what a hidden percentage lies.
//!
//! A part divided by its whole is no linear programme, but it becomes one when everything is counted in parts of the whole
//! (Charnes & Cooper, "Programming with linear fractional functionals", 1962): every figure is multiplied by one unknown, which
//! makes the whole 1. Fractions count as possible: the range may be wider than that of whole numbers, never narrower.

use super::part::{narrowed, touching};
use crate::disclosure::solver::{Programme, Solver, SolverError};
use crate::disclosure::system::{Row, System};

/// Ranges are given up to this part of a percentage point: the solver is not more exact.
const EXACT: f64 = 1e4;

/// What a reader can work out about a hidden percentage.
#[derive(Clone, Debug, PartialEq)]
pub struct PercentageRange {
    /// The dimension whose total is 100 %; several with + between them.
    pub of: String,
    /// The lowest percentage.
    pub low: f64,
    /// The highest percentage.
    pub high: f64,
    /// What one more in the last digit is in the table where it is hidden, in percentage points; 0 when it shows none.
    pub digit: f64,
}

impl PercentageRange {
    /// Whether it can be written down as precisely as the others in its table, give or take one in the last digit.
    pub fn known(&self) -> bool {
        self.high - self.low <= 2.0 * self.digit
    }
}

/// The least and the most that `part` is of `whole`, in percentages; nothing when the whole may be anything that is 0.
///
/// # Errors
/// [`SolverError`].
pub(super) fn ratio(
    part: usize,
    whole: usize,
    bounds: &[(f64, f64)],
    system: &System,
    solver: &dyn Solver,
) -> Result<Option<(f64, f64)>, SolverError> {
    if bounds[whole].1 <= 0.0 {
        return Ok(None);
    }
    let open = |variable: usize| bounds[variable].0 < bounds[variable].1;
    let mut variables = vec![part, whole];
    for variable in [part, whole] {
        if open(variable) {
            variables.extend(system.component(variable, open));
        }
    }
    variables.sort_unstable();
    variables.dedup();
    let uncertain = variables.iter().copied().filter(|variable| open(*variable));
    let numbers = touching(uncertain, system);
    // The unknown that makes the whole 1 comes last.
    let scale = variables.len();
    let place = |variable: usize| variables.binary_search(&variable).ok();
    let mut programme = Programme {
        bounds: vec![(0.0, f64::INFINITY); scale + 1],
        rows: Vec::new(),
        whole: false,
    };
    for (place, variable) in variables.iter().enumerate() {
        let (low, high) = bounds[*variable];
        between(vec![(place, 1.0)], low, high, scale, &mut programme.rows);
        if *variable == whole {
            programme.bounds[place] = (1.0, 1.0);
        }
    }
    for number in numbers {
        let row = narrowed(number, &variables, bounds, system);
        between(row.terms, row.low, row.high, scale, &mut programme.rows);
    }
    let Some(part) = place(part) else {
        return Ok(None);
    };
    // A percentage is at most 100, so nothing is endless.
    programme.bounds[part] = if part == place(whole).unwrap_or(part) {
        (1.0, 1.0)
    } else {
        (0.0, 1.0)
    };
    let (low, high) = solver.load(&programme)?.range(part)?;
    Ok(Some((
        (low * 100.0 * EXACT).round() / EXACT,
        (high * 100.0 * EXACT).round() / EXACT,
    )))
}

/// A sum lies between so many times the scale.
fn between(terms: Vec<(usize, f64)>, low: f64, high: f64, scale: usize, rows: &mut Vec<Row>) {
    let negative = |terms: &[(usize, f64)]| terms.iter().map(|(place, by)| (*place, -by)).collect();
    if low > f64::NEG_INFINITY {
        let mut less: Vec<(usize, f64)> = negative(&terms);
        less.push((scale, low));
        rows.push(Row::at_most_zero(less));
    }
    if high < f64::INFINITY {
        let mut more = terms;
        more.push((scale, -high));
        rows.push(Row::at_most_zero(more));
    }
}
