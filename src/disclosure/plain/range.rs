//! The lowest and highest value of figures that hang together, by linear programmes over whole numbers.
//!
//! A linear programme gives a bound; the bound is the answer when a solution in whole numbers attains it. Every such solution
//! is kept for all figures at once, for it answers questions that have not been asked yet.

use crate::disclosure::solver::{Programme, Session, Solver, SolverError};
use crate::disclosure::system::Row;

/// Rounds of asking for all ends at once, after which each is asked for on its own.
const ROUNDS: usize = 40;

/// A linear programme is right up to this; what lies further in has to be attained by whole numbers.
const TOLERANCE: f64 = 1e-4;

/// Which end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The lowest value.
    Low,
    /// The highest value.
    High,
}

impl Side {
    /// The weight that makes this end the smallest.
    fn weight(self) -> f64 {
        match self {
            Self::Low => 1.0,
            Self::High => -1.0,
        }
    }
}

/// One end of the range of one variable of a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The variable, by its number in the component.
    pub(super) variable: usize,
    /// Which end.
    pub(super) side: Side,
}

/// Figures that hang together, and the relations between them. All coefficients are whole numbers.
#[derive(Debug)]
pub(super) struct Component {
    /// Their numbers in the whole system.
    pub variables: Vec<usize>,
    /// Bounds and relations.
    pub programme: Programme,
    /// Those that are asked for, by number in the component.
    pub targets: Vec<usize>,
}

/// What was found about a component before its ends are asked for one by one.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The lowest and highest value of every variable in the solutions met so far.
    seen: Vec<(f64, f64)>,
    /// Whether a variable can grow without end.
    endless: Vec<bool>,
}

impl Survey {
    fn met(&self, end: End) -> f64 {
        match end.side {
            Side::Low => self.seen[end.variable].0,
            Side::High => self.seen[end.variable].1,
        }
    }

    /// Whether a solution was met at this value or beyond it.
    fn attains(&self, end: End, value: f64) -> bool {
        self.met(end) * end.side.weight() <= value * end.side.weight()
    }

    /// Keeps a solution; whether it is one in whole numbers, which is checked exactly.
    fn keep(&mut self, programme: &Programme, values: &[f64]) -> bool {
        let whole: Vec<f64> = values.iter().map(|value| value.round()).collect();
        let within = whole
            .iter()
            .zip(&programme.bounds)
            .all(|(value, (low, high))| low <= value && value <= high);
        if !within || !programme.rows.iter().all(|row| holds(row, &whole)) {
            return false;
        }
        for (seen, value) in self.seen.iter_mut().zip(whole) {
            *seen = (seen.0.min(value), seen.1.max(value));
        }
        true
    }
}

/// Whether a relation holds, without rounding: coefficients and values are whole.
#[allow(
    clippy::cast_possible_truncation,
    reason = "whole numbers far below 2^127; infinite limits become the widest there are"
)]
fn holds(row: &Row, values: &[f64]) -> bool {
    let sum: i128 = row
        .terms
        .iter()
        .map(|(variable, coefficient)| *coefficient as i128 * values[*variable] as i128)
        .sum();
    row.low.ceil() as i128 <= sum && sum <= row.high.floor() as i128
}

impl Component {
    /// Looks for what is endless, and for solutions that reach many ends at once.
    ///
    /// # Errors
    /// [`SolverError`].
    pub(super) fn survey(&self, solver: &dyn Solver) -> Result<Survey, SolverError> {
        let mut survey = Survey {
            seen: vec![(f64::INFINITY, f64::NEG_INFINITY); self.variables.len()],
            endless: self.endless(solver)?,
        };
        let mut session = solver.load(&self.programme)?;
        for side in [Side::High, Side::Low] {
            for _ in 0..ROUNDS {
                let open = |survey: &Survey| -> Vec<(usize, f64)> {
                    self.open_ends(survey)
                        .into_iter()
                        .filter(|end| end.side == side && self.bound(*end).is_finite())
                        .map(|end| (end.variable, side.weight()))
                        .collect()
                };
                let before = open(&survey);
                if before.len() < 3 {
                    break;
                }
                let values = session.minimise(&before)?;
                if !survey.keep(&self.programme, &values) {
                    self.keep_near(&values, &before, &mut survey, solver)?;
                }
                if before.len() - open(&survey).len() < 1 + before.len() / 50 {
                    break;
                }
            }
        }
        if self.targets.iter().any(|target| survey.endless[*target])
            && survey.seen.iter().any(|(low, high)| low > high)
        {
            // What can grow without end does so from a whole point, if there is one.
            let values = self.whole(solver)?.minimise(&[])?;
            self.keep(&values, &mut survey)?;
        }
        Ok(survey)
    }

    /// Which targets can grow without end: the directions in which one can go on for ever form a cone, so one programme finds
    /// a direction for all of them together.
    fn endless(&self, solver: &dyn Solver) -> Result<Vec<bool>, SolverError> {
        let size = self.variables.len();
        let mut endless = vec![false; size];
        let asked: Vec<usize> = self
            .targets
            .iter()
            .copied()
            .filter(|target| self.programme.bounds[*target].1.is_infinite())
            .collect();
        if asked.is_empty() {
            return Ok(endless);
        }
        let free = |bound: f64| if bound.is_finite() { 0.0 } else { bound };
        let towards = |low: f64, high: f64| (free(low), free(high));
        let mut cone = Programme {
            bounds: self
                .programme
                .bounds
                .iter()
                .map(|(low, high)| towards(*low, *high))
                .collect(),
            rows: self
                .programme
                .rows
                .iter()
                .map(|row| {
                    let (low, high) = towards(row.low, row.high);
                    Row {
                        low,
                        high,
                        terms: row.terms.clone(),
                    }
                })
                .collect(),
            whole: false,
        };
        for (place, target) in asked.iter().enumerate() {
            cone.bounds.push((0.0, 1.0));
            cone.rows.push(Row::at_most(size + place, *target));
        }
        let objective: Vec<(usize, f64)> =
            (0..asked.len()).map(|place| (size + place, -1.0)).collect();
        let direction = solver.load(&cone)?.minimise(&objective)?;
        for (place, target) in asked.iter().enumerate() {
            endless[*target] = direction[size + place] > 0.5;
        }
        Ok(endless)
    }

    /// The ends that are not proven yet.
    pub(super) fn open_ends(&self, survey: &Survey) -> Vec<End> {
        self.targets
            .iter()
            .flat_map(|variable| {
                [Side::Low, Side::High].map(|side| End {
                    variable: *variable,
                    side,
                })
            })
            .filter(|end| {
                !(end.side == Side::High && survey.endless[end.variable])
                    && !survey.attains(*end, self.bound(*end))
            })
            .collect()
    }

    /// Where these ends lie.
    ///
    /// # Errors
    /// [`SolverError`].
    pub(super) fn settle(
        &self,
        survey: &Survey,
        ends: &[End],
        solver: &dyn Solver,
    ) -> Result<Vec<f64>, SolverError> {
        let mut survey = survey.clone();
        let mut relaxed = solver.load(&self.programme)?;
        let mut whole: Option<Box<dyn Session>> = None;
        let mut found = Vec::with_capacity(ends.len());
        for end in ends {
            if !survey.attains(*end, self.bound(*end)) {
                let question = [(end.variable, end.side.weight())];
                let values = relaxed.minimise(&question)?;
                let value = values[end.variable];
                let bound = match end.side {
                    Side::Low => (value - TOLERANCE).ceil(),
                    Side::High => (value + TOLERANCE).floor(),
                };
                if !survey.keep(&self.programme, &values) {
                    self.keep_near(&values, &question, &mut survey, solver)?;
                }
                if !survey.attains(*end, bound) {
                    let session = match &mut whole {
                        Some(session) => session,
                        None => whole.insert(self.whole(solver)?),
                    };
                    let values = session.minimise(&question)?;
                    self.keep(&values, &mut survey)?;
                }
            }
            found.push(survey.met(*end));
        }
        Ok(found)
    }

    fn bound(&self, end: End) -> f64 {
        let (low, high) = self.programme.bounds[end.variable];
        match end.side {
            Side::Low => low,
            Side::High => high,
        }
    }

    fn whole(&self, solver: &dyn Solver) -> Result<Box<dyn Session>, SolverError> {
        solver.load(&Programme {
            whole: true,
            ..self.programme.clone()
        })
    }

    fn keep(&self, values: &[f64], survey: &mut Survey) -> Result<(), SolverError> {
        if survey.keep(&self.programme, values) {
            Ok(())
        } else {
            Err(SolverError::Failed(
                "its whole numbers do not keep the relations exactly".to_owned(),
            ))
        }
    }

    /// Looks for a whole solution near one that is partly whole already: what is whole stays.
    fn keep_near(
        &self,
        values: &[f64],
        question: &[(usize, f64)],
        survey: &mut Survey,
        solver: &dyn Solver,
    ) -> Result<(), SolverError> {
        let near = Programme {
            bounds: values
                .iter()
                .zip(&self.programme.bounds)
                .map(|(value, (low, high))| {
                    let nearest = value.round().max(*low).min(*high);
                    if (value - nearest).abs() < TOLERANCE {
                        (nearest, nearest)
                    } else {
                        (*low, *high)
                    }
                })
                .collect(),
            rows: self.programme.rows.clone(),
            whole: true,
        };
        match solver.load(&near)?.minimise(question) {
            Ok(values) => {
                survey.keep(&self.programme, &values);
                Ok(())
            }
            // There need not be one.
            Err(SolverError::Infeasible | SolverError::Unbounded) => Ok(()),
            Err(failed) => Err(failed),
        }
    }
}
