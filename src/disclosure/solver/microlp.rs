//! microlp: pure Rust, so it runs in the browser too, and gives the second opinion.

use microlp::{
    ComparisonOp, Error, OptimizationDirection, Problem, SolutionStatus, SolveOptions, Variable,
};

use super::{Programme, Session, Solver, SolverError, check};
use crate::disclosure::system::Row;

/// The solver microlp. Whole numbers lie below 2^31: that is what it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Microlp;

impl Solver for Microlp {
    fn name(&self) -> String {
        "microlp 0.7".to_owned()
    }

    fn load(&self, programme: &Programme) -> Result<Box<dyn Session>, SolverError> {
        Ok(Box::new(Loaded {
            own: programme.bounds.clone(),
            bounds: programme.bounds.clone(),
            rows: check::relations(programme)?,
            whole: programme.whole,
        }))
    }
}

/// A programme, built anew for every question: microlp takes the weights together with the variables.
struct Loaded {
    own: Vec<(f64, f64)>,
    bounds: Vec<(f64, f64)>,
    rows: Vec<Row>,
    whole: bool,
}

impl Loaded {
    fn solve(&self, objective: &[(usize, f64)], whole: bool) -> Result<Vec<f64>, SolverError> {
        let mut weights = vec![0.0; self.bounds.len()];
        for (variable, weight) in objective {
            weights[*variable] = *weight;
        }
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let variables: Vec<Variable> = self
            .bounds
            .iter()
            .zip(weights)
            .map(|((low, high), weight)| {
                if whole {
                    problem.add_integer_var(weight, (whole_low(*low), whole_high(*high)))
                } else {
                    problem.add_var(weight, (*low, *high))
                }
            })
            .collect();
        for row in &self.rows {
            let terms: Vec<(Variable, f64)> = row
                .terms
                .iter()
                .map(|(variable, coefficient)| (variables[*variable], *coefficient))
                .collect();
            if terms.is_empty() {
                if row.low > 0.0 || row.high < 0.0 {
                    return Err(SolverError::Infeasible);
                }
            } else if row.low >= row.high {
                problem.add_constraint(terms.clone(), ComparisonOp::Ge, row.low);
                problem.add_constraint(terms, ComparisonOp::Le, row.high);
            } else {
                if row.low.is_finite() {
                    problem.add_constraint(terms.clone(), ComparisonOp::Ge, row.low);
                }
                if row.high.is_finite() {
                    problem.add_constraint(terms, ComparisonOp::Le, row.high);
                }
            }
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(check::BRANCHES.into());
        let outcome = problem.solve_with(options).map_err(|error| match error {
            Error::Infeasible => SolverError::Infeasible,
            Error::Unbounded => SolverError::Unbounded,
            other => SolverError::Failed(other.to_string()),
        })?;
        match outcome.into_solution() {
            Ok(solution) if solution.status() == SolutionStatus::Optimal => Ok(variables
                .iter()
                .map(|variable| solution.var_value(*variable))
                .collect()),
            _ => Err(SolverError::Failed(
                "microlp stopped before the best answer was proved".to_owned(),
            )),
        }
    }
}

/// The bounds of whole variables are 32 bits; no bound is the widest of those.
#[allow(
    clippy::cast_possible_truncation,
    reason = "clamped to the range first"
)]
fn whole_low(low: f64) -> i32 {
    low.ceil().clamp(f64::from(i32::MIN), f64::from(i32::MAX)) as i32
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "clamped to the range first"
)]
fn whole_high(high: f64) -> i32 {
    high.floor().clamp(f64::from(i32::MIN), f64::from(i32::MAX)) as i32
}

impl Session for Loaded {
    fn hold(&mut self, bounds: &[(usize, (f64, f64))]) -> Result<(), SolverError> {
        let narrowed = check::narrowed(bounds, &self.own)?;
        self.bounds.clone_from(&self.own);
        for (variable, within) in narrowed {
            self.bounds[variable] = within;
        }
        Ok(())
    }

    fn minimise(&mut self, objective: &[(usize, f64)]) -> Result<Vec<f64>, SolverError> {
        let objective = check::terms(objective, self.bounds.len())?;
        if self.bounds.iter().any(|(low, high)| low > high) {
            return Err(SolverError::Infeasible);
        }
        if !self.whole {
            return self.solve(&objective, false);
        }
        match self.solve(&objective, false) {
            // Whole variables carry bounds of 32 bits, which would pass for an answer. With whole coefficients, what can grow
            // without end can do so in whole steps, if there is a whole point at all.
            Err(SolverError::Unbounded) => {
                self.solve(&[], true)?;
                Err(SolverError::Unbounded)
            }
            Err(SolverError::Infeasible) => Err(SolverError::Infeasible),
            _ => self.solve(&objective, true),
        }
    }
}
