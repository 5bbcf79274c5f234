//! A linear programme, put to `HiGHS` directly.

use highs::{Col, HighsModelStatus, RowProblem, Sense};

/// The largest number that the solver is given: up to there it tells small differences from rounding errors.
const LARGEST: f64 = 1e6;

/// A weighted sum is at most, or exactly, nothing.
pub(super) struct Row {
    pub(super) terms: Vec<(usize, f64)>,
    pub(super) is_equality: bool,
}

/// Values within bounds that keep all rows.
pub(super) struct Programme {
    problem: RowProblem,
    columns: Vec<Col>,
    /// What one stands for in the solver.
    unit: f64,
}

impl Programme {
    pub(super) fn new(
        bounds: impl Iterator<Item = (f64, f64)> + Clone,
        rows: impl Iterator<Item = Row>,
    ) -> Self {
        let finite = bounds
            .clone()
            .map(|(_, high)| high)
            .filter(|high| high.is_finite());
        let unit = 10_f64.powf(
            (finite.fold(1.0, f64::max) / LARGEST)
                .log10()
                .ceil()
                .max(0.0),
        );
        let mut problem = RowProblem::default();
        let columns: Vec<Col> = bounds
            .map(|(low, high)| problem.add_column(0.0, low / unit..=high / unit))
            .collect();
        for row in rows {
            let least = if row.is_equality {
                0.0
            } else {
                f64::NEG_INFINITY
            };
            let terms = row
                .terms
                .iter()
                .map(|(place, weight)| (columns[*place], *weight));
            problem.add_row(least..=0.0, terms);
        }
        Self {
            problem,
            columns,
            unit,
        }
    }

    /// Values with which the weighted sum is as small as can be.
    pub(super) fn minimise(&self, weights: &[(usize, f64)]) -> Vec<f64> {
        // Afresh every time: simplified for this question it is solved sooner than from the last answer.
        let mut model = self.problem.clone().optimise(Sense::Minimise);
        model.make_quiet();
        model.set_option("threads", 1);
        model.set_option("parallel", "off");
        for (place, weight) in weights {
            model.change_column_cost(self.columns[*place], *weight);
        }
        let solved = model.solve();
        assert_eq!(solved.status(), HighsModelStatus::Optimal);
        let values = solved.get_solution();
        values
            .columns()
            .iter()
            .map(|value| value * self.unit)
            .collect()
    }
}
