//! The attack on one block: how far all relations at once narrow its protected figures.

use super::block::Block;
use super::figures::Figures;
use super::solver::{Solver, SolverError};

/// What an attack found of a figure that must be protected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// The figure.
    pub variable: usize,
    /// The least and the most that a reader can work out.
    pub range: (f64, f64),
    /// The interval that must be left.
    pub required: f64,
    /// Whether a linear programme gave the range, rather than reasoning relation by relation.
    pub by_programme: bool,
}

/// What an attack on a block found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockFindings {
    /// Every protected figure.
    pub findings: Vec<Finding>,
    /// Linear programmes that were solved.
    pub programmes: usize,
}

/// A figure is a whole number: a solver's bound this near to one is that one.
const WHOLE: f64 = 1e-4;

/// The largest number that a solver is given: it tells small differences from rounding errors up to there.
const LARGEST: f64 = 1e6;

impl Finding {
    /// Whether the interval that is left is wide enough.
    pub fn is_safe(&self) -> bool {
        self.range.1 - self.range.0 >= self.required - WHOLE
    }
}

/// Attacks a block. A protected figure of which reasoning left an interval at most `margin` times what is required is put to the
/// solver; `None` puts all of them to it. An end that another answer already reached is not asked for again.
///
/// # Errors
/// [`SolverError`]: then nothing is proved.
pub fn attack(
    block: &Block,
    figures: &Figures,
    solver: &dyn Solver,
    margin: Option<f64>,
) -> Result<BlockFindings, SolverError> {
    let mut found = BlockFindings::default();
    let mut session = None;
    let unit = unit(&block.bounds);
    let mut seen = vec![(f64::INFINITY, f64::NEG_INFINITY); block.variables.len()];
    for (index, variable) in block.variables.iter().enumerate() {
        let (low, high) = block.bounds[index];
        let Some(required) = figures.required_width(*variable, high) else {
            continue;
        };
        let mut finding = Finding {
            variable: *variable,
            range: (low, high),
            required,
            by_programme: margin.is_none_or(|margin| high - low <= margin * required),
        };
        if finding.by_programme {
            let session = match &mut session {
                Some(session) => session,
                None => session.insert(solver.load(&block.programme(unit))?),
            };
            for sign in [1.0, -1.0] {
                let reached = if sign > 0.0 {
                    seen[index].0 <= low + WHOLE * unit
                } else {
                    seen[index].1 >= high - WHOLE * unit
                };
                if reached {
                    continue;
                }
                let values: Vec<f64> = session
                    .minimise(&[(index, sign)])?
                    .into_iter()
                    .map(|value| value * unit)
                    .collect();
                found.programmes += 1;
                for (seen, value) in seen.iter_mut().zip(&values) {
                    *seen = (seen.0.min(*value), seen.1.max(*value));
                }
                if sign > 0.0 {
                    finding.range.0 = low.max((values[index] - WHOLE * unit).ceil());
                } else {
                    finding.range.1 = high.min((values[index] + WHOLE * unit).floor());
                }
            }
        }
        found.findings.push(finding);
    }
    Ok(found)
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
