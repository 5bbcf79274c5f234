//! The lowest and highest value of figures that hang together, by linear programmes over whole numbers.
//!
//! A linear programme gives a bound; the bound is the answer when a solution in whole numbers attains it. Every such solution
//! is kept for all figures at once, for it answers questions that have not been asked yet. Where no such solution turns up,
//! an integer programme decides, but only for so many figures together: in large tables of three or more dimensions even one
//! solution in whole numbers can take hours to find. There the bound of the linear programme stands, and is said to be one:
//! the truth is never outside it.

use super::survey::{End, Place, Side, Survey, reaches};
use crate::disclosure::solver::{Programme, Session, Solver, SolverError};
use crate::disclosure::system::{Row, System};

/// Ends are asked for together when there are at least so many (or one in a hundred), and else on their own.
const FEW: usize = 3;

/// A linear programme is right up to this; what lies further in has to be attained by whole numbers.
const TOLERANCE: f64 = 1e-4;

/// An integer programme over more variables than this is not tried.
const MOST: usize = 400;

/// After so many integer programmes without an answer no more are tried for the same ends.
const FAILURES: usize = 3;

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

impl Component {
    /// Looks for what is endless, and for solutions that reach many ends at once.
    ///
    /// # Errors
    /// [`SolverError`].
    pub(super) fn survey(&self, solver: &dyn Solver) -> Result<Survey, SolverError> {
        let nothing = vec![(f64::INFINITY, f64::NEG_INFINITY); self.variables.len()];
        let mut survey = Survey {
            whole: nothing.clone(),
            real: nothing,
            endless: self.endless(solver)?,
        };
        let system = System::new(self.variables.len(), self.programme.rows.iter().cloned());
        let mut session = solver.load(&self.programme)?;
        for side in [Side::Low, Side::High] {
            let mut tried = vec![false; self.variables.len()];
            loop {
                let apart = self.apart(&survey, side, &system, &tried);
                if apart.len() < FEW.max(self.variables.len() / 100) {
                    break;
                }
                for (variable, _) in &apart {
                    tried[*variable] = true;
                }
                let values = session.minimise(&apart)?;
                let reached = apart.iter().filter(|(variable, _)| {
                    let end = End {
                        variable: *variable,
                        side,
                    };
                    (values[*variable] - self.bound(end)).abs() < TOLERANCE
                });
                // Another question costs as much as many that differ little: it has to answer most of what it asks.
                let worthwhile = 2 * reached.count() >= apart.len();
                if !survey.keep(&self.programme, &values) {
                    self.keep_near(&values, &apart, &mut survey, solver)?;
                }
                if !worthwhile {
                    break;
                }
            }
        }
        if self.small() && survey.whole.iter().any(|(low, high)| low > high) {
            // That there is a point in whole numbers at all: what can grow without end does so from there.
            let values = self.whole(solver)?.minimise(&[])?;
            survey.keep(&self.programme, &values);
        }
        Ok(survey)
    }

    /// Ends on this side that are open and have not been tried together, no two of them in one relation: what they have in
    /// common is then no reason why one solution should not reach all of them.
    fn apart(
        &self,
        survey: &Survey,
        side: Side,
        system: &System,
        tried: &[bool],
    ) -> Vec<(usize, f64)> {
        let mut taken = vec![false; system.len()];
        let mut apart = Vec::new();
        for end in self.open_ends(survey) {
            let rows = system.touching(end.variable);
            if end.side == side
                && !tried[end.variable]
                && self.bound(end).is_finite()
                && !self.beyond_proof(survey, end)
                && !rows.iter().any(|row| taken[*row])
            {
                for row in rows {
                    taken[*row] = true;
                }
                apart.push((end.variable, side.weight()));
            }
        }
        apart
    }

    /// Whether integer programmes are tried.
    fn small(&self) -> bool {
        self.variables.len() <= MOST
    }

    /// Whether all that can be found out about an end without whole numbers is known, and whole numbers are not tried.
    fn beyond_proof(&self, survey: &Survey, end: End) -> bool {
        let bound = self.bound(end) + TOLERANCE * end.side.weight();
        !self.small() && reaches(&survey.real, end, bound)
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

    /// The ends that whole numbers have not been seen to attain yet.
    pub(super) fn open_ends(&self, survey: &Survey) -> Vec<End> {
        // One side after the other: the answer for a next cell then lies near the last.
        [Side::Low, Side::High]
            .into_iter()
            .flat_map(|side| {
                self.targets.iter().map(move |variable| End {
                    variable: *variable,
                    side,
                })
            })
            .filter(|end| {
                let endless = end.side == Side::High && survey.endless[end.variable];
                !endless && !reaches(&survey.whole, *end, self.bound(*end))
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
    ) -> Result<Vec<Place>, SolverError> {
        let mut survey = survey.clone();
        let mut relaxed = solver.load(&self.programme)?;
        let mut whole: Option<Box<dyn Session>> = None;
        let mut failures = 0;
        let mut places = Vec::with_capacity(ends.len());
        for end in ends {
            let question = [(end.variable, end.side.weight())];
            let mut bound = self.bound(*end);
            if !reaches(&survey.whole, *end, bound) && !self.beyond_proof(&survey, *end) {
                let values = relaxed.minimise(&question)?;
                let value = values[end.variable];
                bound = match end.side {
                    Side::Low => (value - TOLERANCE).ceil().max(bound),
                    Side::High => (value + TOLERANCE).floor().min(bound),
                };
                if !survey.keep(&self.programme, &values) {
                    self.keep_near(&values, &question, &mut survey, solver)?;
                }
            }
            if !reaches(&survey.whole, *end, bound) && self.small() && failures < FAILURES {
                let session = match &mut whole {
                    Some(session) => session,
                    None => whole.insert(self.whole(solver)?),
                };
                match session.minimise(&question) {
                    Ok(values) if survey.keep(&self.programme, &values) => {
                        bound = survey.met(*end);
                    }
                    Err(SolverError::Infeasible) => return Err(SolverError::Infeasible),
                    _ => failures += 1,
                }
            }
            places.push(if reaches(&survey.whole, *end, bound) {
                Place {
                    value: survey.met(*end),
                    attained: true,
                }
            } else {
                Place {
                    value: bound,
                    attained: false,
                }
            });
        }
        Ok(places)
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
        let free = near.bounds.iter().filter(|(low, high)| low < high);
        if free.count() > MOST {
            return Ok(());
        }
        // There need not be one, and it may be too hard to find.
        if let Ok(values) = solver.load(&near)?.minimise(question) {
            survey.keep(&self.programme, &values);
        }
        Ok(())
    }
}
