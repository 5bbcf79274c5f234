//! `HiGHS`, the solver of the command line.

use std::collections::BTreeMap;

use highs::{Col, HighsModelStatus, Model, RowProblem, Sense, SolvedModel};

use super::{Programme, Session, Solver, SolverError, check};

/// The version that `Cargo.lock` pins: the crate that builds `HiGHS` carries its number, and cannot be asked without unsafe code.
const VERSION: &str = "1.16.0";

/// How `HiGHS` goes about a linear programme. Whole numbers are always found by branch and cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// From corner to corner. A next question starts from the last answer: best for many questions about one programme.
    #[default]
    Simplex,
    /// Interior point without the last step to a corner: best for a few questions about a very large programme. Optimal
    /// within tolerance, and hardly ever whole.
    InteriorPoint,
    /// First-order (PDLP): little memory, low precision.
    FirstOrder,
}

/// `HiGHS`: quiet, deterministic and on one thread; who wants more threads loads more programmes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Highs {
    method: Method,
}

impl Highs {
    /// `HiGHS` going about it this way.
    pub const fn with(method: Method) -> Self {
        Self { method }
    }

    fn model(self, problem: &RowProblem, whole: bool) -> Result<Model, SolverError> {
        let mut model = problem
            .clone()
            .try_optimise(Sense::Minimise)
            .map_err(|status| {
                SolverError::Failed(format!("HiGHS refused the programme ({status:?})"))
            })?;
        model.make_quiet();
        let set = |option: &str, done: Result<(), highs::TrySetOptionError>| {
            done.map_err(|_| SolverError::Failed(format!("HiGHS has no option {option}")))
        };
        set("threads", model.try_set_option("threads", 1))?;
        set("parallel", model.try_set_option("parallel", "off"))?;
        set("random_seed", model.try_set_option("random_seed", 0))?;
        if whole {
            // The exact answer, not one that is near enough.
            set("mip_rel_gap", model.try_set_option("mip_rel_gap", 0.0))?;
            set("mip_abs_gap", model.try_set_option("mip_abs_gap", 0.0))?;
            set(
                "mip_max_nodes",
                model.try_set_option("mip_max_nodes", i32::from(check::BRANCHES)),
            )?;
            return Ok(model);
        }
        match self.method {
            Method::Simplex => {
                set("solver", model.try_set_option("solver", "simplex"))?;
                // 0: primal from a corner that keeps all relations, as the last answer does when only the question changed.
                set(
                    "simplex_strategy",
                    model.try_set_option("simplex_strategy", 0),
                )
            }
            Method::InteriorPoint => {
                set("solver", model.try_set_option("solver", "ipm"))?;
                set(
                    "run_crossover",
                    model.try_set_option("run_crossover", "off"),
                )
            }
            Method::FirstOrder => set("solver", model.try_set_option("solver", "pdlp")),
        }?;
        Ok(model)
    }
}

impl Solver for Highs {
    fn name(&self) -> String {
        let method = match self.method {
            Method::Simplex => "simplex",
            Method::InteriorPoint => "interior point",
            Method::FirstOrder => "first order",
        };
        format!("HiGHS {VERSION} ({method})")
    }

    fn load(&self, programme: &Programme) -> Result<Box<dyn Session>, SolverError> {
        let mut problem = RowProblem::default();
        let columns: Vec<Col> = programme
            .bounds
            .iter()
            .map(|(low, high)| {
                problem.add_column_with_integrality(0.0, *low..=*high, programme.whole)
            })
            .collect();
        for row in check::relations(programme)? {
            problem.add_row(
                row.low..=row.high,
                row.terms
                    .iter()
                    .map(|(variable, coefficient)| (columns[*variable], *coefficient)),
            );
        }
        Ok(Box::new(Loaded {
            highs: *self,
            whole: programme.whole,
            model: Some(self.model(&problem, programme.whole)?),
            problem,
            columns,
            own: programme.bounds.clone(),
            held: BTreeMap::new(),
            asked: Vec::new(),
            reduced_costs: Vec::new(),
        }))
    }
}

/// A programme in `HiGHS`, with the last answer to start from.
struct Loaded {
    highs: Highs,
    whole: bool,
    /// To start afresh: a failed solve takes the model with it.
    problem: RowProblem,
    columns: Vec<Col>,
    model: Option<Model>,
    /// The bounds of the programme.
    own: Vec<(f64, f64)>,
    /// Bounds that are narrower for now.
    held: BTreeMap<usize, (f64, f64)>,
    /// Variables with a weight in the last question.
    asked: Vec<usize>,
    /// Of the last answer.
    reduced_costs: Vec<f64>,
}

impl Loaded {
    fn solve(&mut self, objective: &[(usize, f64)]) -> Result<SolvedModel, SolverError> {
        let mut model = if let Some(model) = self.model.take() {
            model
        } else {
            self.asked.clear();
            let mut model = self.highs.model(&self.problem, self.whole)?;
            for (variable, (low, high)) in &self.held {
                model.change_column_bounds(self.columns[*variable], *low..=*high);
            }
            model
        };
        for variable in self.asked.drain(..) {
            model.change_column_cost(self.columns[variable], 0.0);
        }
        for (variable, weight) in objective {
            model.change_column_cost(self.columns[*variable], *weight);
            self.asked.push(*variable);
        }
        model
            .try_solve()
            .map_err(|status| SolverError::Failed(format!("HiGHS said {status:?}")))
    }

    /// How it ended, once more from scratch when the last answer was a bad place to start from.
    fn answer(
        &mut self,
        objective: &[(usize, f64)],
    ) -> Result<(HighsModelStatus, SolvedModel), SolverError> {
        use HighsModelStatus::{Infeasible, ModelEmpty, Optimal, Unbounded, UnboundedOrInfeasible};
        let fresh = self.asked.is_empty();
        for again in [false, true] {
            match self.solve(objective) {
                Ok(solved) => {
                    let status = solved.status();
                    let answered = matches!(
                        status,
                        Optimal | ModelEmpty | Infeasible | Unbounded | UnboundedOrInfeasible
                    );
                    if answered || again || fresh {
                        return Ok((status, solved));
                    }
                }
                Err(error) if again || fresh => return Err(error),
                Err(_) => {}
            }
            self.model = None;
        }
        Err(SolverError::Failed("HiGHS gave no status".to_owned()))
    }
}

impl Session for Loaded {
    fn hold(&mut self, bounds: &[(usize, (f64, f64))]) -> Result<(), SolverError> {
        let narrowed = check::narrowed(bounds, &self.own)?;
        if let Some(model) = &mut self.model {
            for variable in self.held.keys() {
                let (low, high) = self.own[*variable];
                model.change_column_bounds(self.columns[*variable], low..=high);
            }
            for (variable, (low, high)) in &narrowed {
                model.change_column_bounds(self.columns[*variable], *low..=*high);
            }
        }
        self.held = narrowed;
        Ok(())
    }

    fn reduced_costs(&self) -> &[f64] {
        &self.reduced_costs
    }

    fn minimise(&mut self, objective: &[(usize, f64)]) -> Result<Vec<f64>, SolverError> {
        let objective = check::terms(objective, self.columns.len())?;
        self.reduced_costs.clear();
        let (status, solved) = self.answer(&objective)?;
        let ended = match status {
            HighsModelStatus::Optimal | HighsModelStatus::ModelEmpty => {
                let solution = solved.get_solution();
                let values = solution.columns().to_vec();
                self.reduced_costs = solution.dual_columns().to_vec();
                self.model = Some(Model::from(solved));
                return Ok(values);
            }
            HighsModelStatus::Infeasible => Err(SolverError::Infeasible),
            // HiGHS may say so before it knows that there is a point at all, and of whole numbers it judges by the others.
            HighsModelStatus::Unbounded | HighsModelStatus::UnboundedOrInfeasible => {
                self.model = None;
                match self.solve(&[])?.status() {
                    HighsModelStatus::Optimal | HighsModelStatus::ModelEmpty => {
                        Err(SolverError::Unbounded)
                    }
                    HighsModelStatus::Infeasible => Err(SolverError::Infeasible),
                    other => Err(SolverError::Failed(format!("HiGHS said {other:?}"))),
                }
            }
            other => Err(SolverError::Failed(format!("HiGHS said {other:?}"))),
        };
        self.model = None;
        ended
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_the_version_that_is_built() {
        let lock = include_str!("../../../Cargo.lock");
        assert!(lock.contains(&format!("name = \"highs-sys\"\nversion = \"{VERSION}\"")));
        assert_eq!(
            Highs::with(Method::InteriorPoint).name(),
            format!("HiGHS {VERSION} (interior point)")
        );
    }
}
