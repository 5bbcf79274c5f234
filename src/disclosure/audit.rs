//! The attack on one block: how far every protected figure can be narrowed by all relations at once.
//!
//! The truth lies between two proofs. Reasoning relation by relation gives bounds that no possible release crosses. Possible
//! releases, found by a solver and by walking from there, show values that each figure can certainly have. Where the two meet, the
//! range is exact; where they leave a protected figure too little room, a linear programme over the whole block decides.

use super::block::Block;
use super::bounds::Knowledge;
use super::figures::Figures;
use super::moves::Moves;
use super::search::Search;
use super::solver::{Programme, Session, Solver, SolverError};
use super::system::System;

/// How often each figure is pushed in another direction: first, and again for those that were not proved.
const ATTEMPTS: [u64; 3] = [24, 120, 400];

/// The solvers of an attack.
#[derive(Clone, Copy)]
pub struct Solvers<'a> {
    /// Finds a possible release.
    pub feasible: &'a dyn Solver,
    /// The same, slower and surer.
    pub surer: &'a dyn Solver,
    /// Finds the range of one figure.
    pub exact: &'a dyn Solver,
}

/// What an attack found of a figure that must be protected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// The figure.
    pub variable: usize,
    /// What no possible release crosses.
    pub bounds: (f64, f64),
    /// What possible releases were seen to hold.
    pub seen: (f64, f64),
    /// The interval that must be left.
    pub required: f64,
    /// Whether a linear programme over the whole block gave the range.
    pub by_programme: bool,
}

impl Finding {
    /// Whether the interval that is certainly left is wide enough.
    pub fn is_safe(&self) -> bool {
        self.seen.1 - self.seen.0 >= self.required - 1e-3
    }

    /// Whether the range is known exactly: the least and the most that any reader can work out.
    pub fn is_exact(&self) -> bool {
        self.by_programme
            || (self.seen.0 - self.bounds.0).abs() < 1e-3 && (self.seen.1 - self.bounds.1).abs() < 1e-3
    }
}

/// What an attack on a block found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockFindings {
    /// Every protected figure.
    pub findings: Vec<Finding>,
    /// Figures in the block.
    pub figures: usize,
    /// Relations that could narrow them.
    pub relations: usize,
    /// Linear programmes that were solved.
    pub programmes: usize,
}

/// Why a block could not be attacked.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum AttackError {
    /// The solver gave no answer.
    #[error(transparent)]
    Solver(#[from] SolverError),
    /// What the solver gave as possible is not.
    #[error("the solver's answer misses a relation by {0} of its size")]
    Inaccurate(f64),
}

/// Attacks a block.
///
/// # Errors
/// [`AttackError`]: then nothing is proved.
pub fn attack(
    block: &Block,
    figures: &Figures,
    solvers: Solvers,
) -> Result<BlockFindings, AttackError> {
    let mut search = start(block, solvers)?;
    let moves = Moves::new(&figures.layout, figures.region());
    let mut place = std::collections::HashMap::with_capacity(block.variables.len());
    for (index, variable) in block.variables.iter().enumerate() {
        place.insert(*variable, index);
    }
    let protected: Vec<usize> = (0..block.variables.len())
        .filter(|index| figures.fates[block.variables[*index]].is_protected())
        .collect();
    let required = |index: usize| {
        figures
            .required_width(block.variables[index], block.bounds[index].1)
            .unwrap_or(0.0)
    };
    let proved = |search: &Search, index: usize| {
        let (low, high) = search.seen(index);
        high - low >= required(index) - 1e-3
    };
    for attempts in ATTEMPTS {
        for index in &protected {
            if attempts != ATTEMPTS[0] && proved(&search, *index) {
                continue;
            }
            push(&mut search, block, &moves, &place, *index, attempts);
        }
    }
    let mut programmes = 1;
    let mut by_programme = std::collections::BTreeMap::new();
    // One measure at a time, all others where they are.
    for index in &protected {
        if !proved(&search, *index) {
            programmes += 2;
            solve_nearby(&mut search, block, figures, *index, solvers.exact)?;
        }
    }
    let mut whole: Option<Box<dyn Session>> = None;
    for index in &protected {
        if !proved(&search, *index) {
            programmes += 2;
            let session = match &mut whole {
                Some(session) => session,
                None => whole.insert(solvers.surer.load(&whole_programme(block, 0.0))?),
            };
            let (low, high) = session.range(*index)?;
            by_programme.insert(*index, (low, high));
        }
    }
    let findings = protected
        .iter()
        .map(|index| Finding {
            variable: block.variables[*index],
            bounds: block.bounds[*index],
            seen: by_programme
                .get(index)
                .copied()
                .unwrap_or_else(|| search.seen(*index)),
            required: required(*index),
            by_programme: by_programme.contains_key(index),
        })
        .collect();
    Ok(BlockFindings {
        findings,
        figures: block.variables.len(),
        relations: block.system.len(),
        programmes,
    })
}

/// A possible release to start from, well inside the bounds where that can be had.
fn start<'a>(block: &'a Block, solvers: Solvers) -> Result<Search<'a>, AttackError> {
    let mut last = AttackError::Solver(SolverError::Infeasible);
    for (solver, inside) in [
        (solvers.feasible, 0.25),
        (solvers.feasible, 0.0),
        (solvers.surer, 0.0),
    ] {
        let found = solver
            .load(&whole_programme(block, inside))
            .and_then(|mut session| session.minimise(&[]));
        match found {
            Ok(point) => match Search::new(&block.system, &block.bounds, point) {
                Ok(search) => return Ok(search),
                Err(miss) => last = AttackError::Inaccurate(miss),
            },
            Err(error) => last = error.into(),
        }
    }
    Err(last)
}

/// The programme of a whole block; with `inside`, every figure keeps that share of its interval from both ends if reasoning finds no
/// objection.
fn whole_programme(block: &Block, inside: f64) -> Programme {
    let bounds = if inside > 0.0 {
        drawn_in(&block.bounds, &block.system, inside)
    } else {
        block.bounds.clone()
    };
    Programme {
        bounds,
        rows: (0..block.system.len())
            .map(|row| {
                let (low, high) = block.system.limits(row);
                super::system::Row {
                    terms: block.system.terms(row).to_vec(),
                    low,
                    high,
                }
            })
            .collect(),
        whole: false,
    }
}

fn drawn_in(bounds: &[(f64, f64)], system: &System, inside: f64) -> Vec<(f64, f64)> {
    let mut knowledge = Knowledge::new(bounds.to_vec(), system);
    for (variable, (low, high)) in bounds.iter().enumerate() {
        let margin = ((high - low) * inside).min(3.0).floor();
        if margin < 1.0 {
            continue;
        }
        let possible = |_, low: f64, high: f64| low <= high;
        if knowledge
            .learn((variable, (low + margin, high - margin)), system, 2000, possible)
            .is_ok()
        {
            knowledge.keep();
        } else {
            knowledge.forget();
        }
    }
    (0..bounds.len())
        .map(|variable| knowledge.bounds(variable))
        .collect()
}

/// Pushes a figure down as far as it goes, then up, and lets it stand half-way.
fn push(
    search: &mut Search,
    block: &Block,
    moves: &Moves,
    place: &std::collections::HashMap<usize, usize>,
    index: usize,
    attempts: u64,
) {
    for (sign, far) in [(-1.0, block.bounds[index].0), (1.0, block.bounds[index].1)] {
        let mut path: Vec<(Vec<(usize, f64)>, f64)> = Vec::new();
        for attempt in 0..attempts {
            let wanted = (far - search.point()[index]).abs();
            let (low, high) = search.seen(index);
            if wanted < 1e-6 || (sign < 0.0 && low - far < 1e-6) || (sign > 0.0 && far - high < 1e-6) {
                break;
            }
            let direction: Option<Vec<(usize, f64)>> = moves
                .direction(block.variables[index], attempt, sign)
                .into_iter()
                .map(|(variable, change)| Some((*place.get(&variable)?, change)))
                .collect();
            let Some(direction) = direction else {
                continue;
            };
            let step = search.walk(&direction, wanted);
            if step > 0.0 {
                path.push((direction, step));
            }
        }
        // Half of the way back: the middle of two possible releases is one.
        for (direction, step) in path.iter().rev() {
            let back: Vec<(usize, f64)> = direction
                .iter()
                .map(|(variable, change)| (*variable, -change))
                .collect();
            search.walk(&back, step / 2.0);
        }
    }
}

/// The range of a figure when its own measure is free and every other one stands where it is.
fn solve_nearby(
    search: &mut Search,
    block: &Block,
    figures: &Figures,
    index: usize,
    solver: &dyn Solver,
) -> Result<(), SolverError> {
    let measure = figures.measure(block.variables[index]);
    let free: Vec<usize> = (0..block.variables.len())
        .filter(|other| figures.measure(block.variables[*other]) == measure)
        .collect();
    let Some(own) = free.iter().position(|other| *other == index) else {
        return Ok(());
    };
    let mut session = solver.load(&block.programme(&free, search.point()))?;
    for weight in [1.0, -1.0] {
        match session.minimise(&[(own, weight)]) {
            Ok(values) => search.saw(&free, &values),
            // The point it starts from is possible only up to the tolerance.
            Err(SolverError::Infeasible) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
