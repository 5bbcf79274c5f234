//! The attack on one block: how far all relations at once narrow its protected figures.
//!
//! That a figure keeps room is proved by showing it: by worlds, values for every figure that keep every relation, in which the
//! figure is small in one and large in another. A solver finds them; each is held against every relation again before it counts.

mod bundle;
mod finding;
mod surroundings;

use std::collections::{BTreeMap, BTreeSet};

use self::bundle::Directions;
pub use self::finding::{BlockFindings, Depth, Finding, Support, Verdict};
pub use self::surroundings::Surroundings;
use super::block::Block;
use super::figures::Figures;
use super::solver::{Session, Solver, SolverError};

/// A figure is a whole number: a solver's bound this near to one is that one.
const WHOLE: f64 = 1e-4;

/// The largest number that a solver is given: it tells small differences from rounding errors up to there.
const LARGEST: f64 = 1e6;

/// A figure of which reasoning left at most this many times what is required is asked for its exact ends, whatever the depth.
const NARROW: f64 = 1.2;

/// A bundle that settled fewer figures than this is followed by one of half as many: figures that are asked for together stand in
/// each other's way. One of [`SMALLEST`] that settles so few costs more than asking one by one; after [`PATIENCE`] of those that is
/// what is done with the rest.
const FEW: usize = 3;
const SMALLEST: usize = 12;
const PATIENCE: u8 = 3;

/// The solvers of an attack.
#[derive(Clone, Copy)]
pub struct Solvers<'a> {
    /// For a question about one figure, asked many times of the same programme.
    pub alone: &'a dyn Solver,
    /// For a question about many figures at once. Where it fails, the other takes its place.
    pub together: &'a dyn Solver,
}

/// Attacks a block, but for the figures that are `settled`.
///
/// # Errors
/// [`SolverError`]: then nothing is proved.
pub fn attack(
    block: &Block,
    figures: &Figures,
    solvers: Solvers<'_>,
    depth: Depth,
    settled: &BTreeSet<usize>,
) -> Result<BlockFindings, SolverError> {
    let mut attack = Attack::new(block, figures, solvers, settled);
    for index in attack.goals.clone() {
        if depth == Depth::Exact || attack.is_narrow(index) {
            attack.ask_for_both_ends(index)?;
        }
    }
    if depth == Depth::Proof {
        attack.ask_together()?;
        for index in attack.open() {
            attack.ask_alone(index)?;
        }
    }
    Ok(attack.findings())
}

struct Attack<'a> {
    block: &'a Block,
    figures: &'a Figures<'a>,
    solvers: Solvers<'a>,
    /// Numbers are told to the solvers in this unit.
    unit: f64,
    /// The places of the protected figures.
    goals: Vec<usize>,
    /// Between what every figure lies for sure.
    outer: Vec<(f64, f64)>,
    /// What every figure is in some world, at least and at most.
    seen: Vec<(f64, f64)>,
    /// Whether the least and the most of `outer` are exact.
    exact: Vec<(bool, bool)>,
    session: Option<Box<dyn Session>>,
    /// By place: what holds an end that was found.
    supports: BTreeMap<usize, Vec<(usize, f64)>>,
    programmes: usize,
}

impl<'a> Attack<'a> {
    fn new(
        block: &'a Block,
        figures: &'a Figures<'a>,
        solvers: Solvers<'a>,
        settled: &BTreeSet<usize>,
    ) -> Self {
        let goals = (0..block.variables.len())
            .filter(|index| {
                let variable = block.variables[*index];
                figures.fates[variable].is_protected() && !settled.contains(&variable)
            })
            .collect();
        Self {
            block,
            figures,
            solvers,
            unit: unit(&block.bounds),
            goals,
            outer: block.bounds.clone(),
            seen: vec![(f64::INFINITY, f64::NEG_INFINITY); block.variables.len()],
            exact: vec![(false, false); block.variables.len()],
            session: None,
            supports: BTreeMap::new(),
            programmes: 0,
        }
    }

    fn required(&self, index: usize, high: f64) -> f64 {
        self.figures
            .required_width(self.block.variables[index], high)
            .unwrap_or(0.0)
    }

    fn is_narrow(&self, index: usize) -> bool {
        let (low, high) = self.outer[index];
        high - low <= NARROW * self.required(index, high)
    }

    /// Where a figure was seen, in whole numbers: between two worlds lies every number, so both ends can be had.
    fn reached(&self, index: usize) -> (f64, f64) {
        let (low, high) = self.seen[index];
        ((low - WHOLE).ceil(), (high + WHOLE).floor())
    }

    fn is_proved(&self, index: usize) -> bool {
        let (low, high) = self.reached(index);
        low.is_finite() && high - low >= self.required(index, high) - WHOLE
    }

    /// Protected figures of which it is not settled yet whether they keep enough room.
    fn open(&self) -> Vec<usize> {
        self.goals
            .iter()
            .copied()
            .filter(|index| !self.is_proved(*index) && self.exact[*index] != (true, true))
            .collect()
    }

    /// Asks for one end of a figure, and for the other if that does not settle it.
    fn ask_alone(&mut self, index: usize) -> Result<(), SolverError> {
        let (low, high) = self.outer[index];
        let (least, most) = self.seen[index];
        let lowest_first = least - low > high - most;
        for lowest in [lowest_first, !lowest_first] {
            if !self.is_proved(index) {
                self.ask_for_end(index, lowest)?;
            }
        }
        Ok(())
    }

    fn ask_for_both_ends(&mut self, index: usize) -> Result<(), SolverError> {
        self.ask_for_end(index, true)?;
        self.ask_for_end(index, false)
    }

    /// Finds the least or the most that a figure can be; an end that some world already reached is not asked for.
    fn ask_for_end(&mut self, index: usize, lowest: bool) -> Result<(), SolverError> {
        let (low, high) = self.outer[index];
        let slack = WHOLE * self.unit;
        if lowest {
            if !self.exact[index].0 && self.seen[index].0 > low + slack {
                let least = self.find_end(index, 1.0)?;
                self.outer[index].0 = low.max((least - slack).ceil());
            }
            self.exact[index].0 = true;
        } else {
            if !self.exact[index].1 && self.seen[index].1 < high - slack {
                let most = self.find_end(index, -1.0)?;
                self.outer[index].1 = high.min((most + slack).floor());
            }
            self.exact[index].1 = true;
        }
        Ok(())
    }

    fn find_end(&mut self, index: usize, weight: f64) -> Result<f64, SolverError> {
        let values = self.minimise(&[(index, weight)])?;
        let costs = self.session.iter().flat_map(|session| {
            session
                .reduced_costs()
                .iter()
                .map(|cost| cost.abs())
                .enumerate()
        });
        self.supports
            .entry(index)
            .or_default()
            // What can be nothing already gains no room by being hidden.
            .extend(costs.filter(|(other, cost)| {
                *other != index && *cost > WHOLE && values[*other] > WHOLE * self.unit
            }));
        Ok(values[index])
    }

    fn minimise(&mut self, objective: &[(usize, f64)]) -> Result<Vec<f64>, SolverError> {
        let session = match &mut self.session {
            Some(session) => session,
            None => self
                .session
                .insert(self.solvers.alone.load(&self.block.programme(self.unit))?),
        };
        session.hold(&[])?;
        let values = session.minimise(objective)?;
        Ok(self.keep(&values))
    }

    /// Takes note of a world, if it is one: in whole figures again.
    fn keep(&mut self, values: &[f64]) -> Vec<f64> {
        self.programmes += 1;
        let slack = WHOLE * self.unit;
        let world: Vec<f64> = values
            .iter()
            .zip(&self.block.bounds)
            .map(|(value, (low, high))| (value * self.unit).clamp(*low, *high))
            .collect();
        let system = &self.block.system;
        if (0..system.len()).all(|row| system.violation(row, &world) <= slack) {
            for (seen, value) in self.seen.iter_mut().zip(&world) {
                *seen = (seen.0.min(*value), seen.1.max(*value));
            }
        }
        world
    }

    /// Widens what was seen of many figures at once, until that no longer pays.
    fn ask_together(&mut self) -> Result<(), SolverError> {
        let programme = self.block.programme(self.unit);
        let mut directions = Directions::default();
        let mut session = None;
        let mut size = usize::MAX;
        let mut poor = 0;
        let mut open = self.open();
        while !open.is_empty() && poor < PATIENCE {
            let asked = directions.some_of(&open, size);
            let bundle = self.bundle(&asked, &mut directions);
            let session = match &mut session {
                Some(session) => session,
                None => session.insert(self.solvers.together.load(&programme)?),
            };
            session.hold(&bundle.held)?;
            match session.minimise(&bundle.objective) {
                Ok(values) => {
                    self.keep(&values);
                }
                // The worlds that were found stay; the questions that are left are asked of the other solver.
                Err(SolverError::Failed(_)) => return Ok(()),
                Err(error) => return Err(error),
            }
            let left = self.open();
            // The first world settles nothing: it takes two to show room.
            if self.programmes > 1 {
                if open.len() - left.len() >= FEW {
                    poor = 0;
                } else if asked.len() > SMALLEST {
                    size = (asked.len() / 2).max(SMALLEST);
                } else {
                    poor += 1;
                }
            }
            open = left;
        }
        Ok(())
    }

    fn findings(self) -> BlockFindings {
        let findings: Vec<Finding> = self
            .goals
            .iter()
            .map(|index| self.finding(*index))
            .collect();
        let supports = self
            .goals
            .iter()
            .zip(&findings)
            .filter(|(_, finding)| finding.verdict == Verdict::Exposed)
            .flat_map(|(index, finding)| {
                let found = self.supports.get(index).into_iter().flatten();
                found.map(|(other, weight)| Support {
                    of: finding.variable,
                    by: self.block.variables[*other],
                    weight: *weight,
                })
            })
            .collect();
        BlockFindings {
            findings,
            supports,
            programmes: self.programmes,
        }
    }

    fn finding(&self, index: usize) -> Finding {
        let is_exact = self.exact[index] == (true, true);
        let (low, high) = self.outer[index];
        let (least, most) = self.reached(index);
        let (verdict, required, left) = if self.is_proved(index) {
            (Verdict::Proved, self.required(index, most), most - least)
        } else if is_exact || self.is_too_narrow(index) {
            (Verdict::Exposed, self.required(index, high), high - low)
        } else {
            (Verdict::Open, self.required(index, high), 0.0)
        };
        Finding {
            variable: self.block.variables[index],
            range: (low, high),
            is_exact,
            required,
            left,
            verdict,
        }
    }

    fn is_too_narrow(&self, index: usize) -> bool {
        let (low, high) = self.outer[index];
        high - low < self.required(index, high) - WHOLE
    }
}

/// The power of ten in which the figures of a block are told to the solver.
fn unit(bounds: &[(f64, f64)]) -> f64 {
    let largest = bounds
        .iter()
        .flat_map(|(low, high)| [*low, *high])
        .filter(|bound| bound.is_finite())
        .fold(1.0, f64::max);
    10_f64.powf((largest / LARGEST).log10().ceil().max(0.0))
}
