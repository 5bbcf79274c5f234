//! Which relations contradict each other, as few of them as can be found.

use std::collections::BTreeMap;

use crate::disclosure::bounds::{Knowledge, Stopped};
use crate::disclosure::elimination::determined;
use crate::disclosure::solver::{Programme, Solver, SolverError};
use crate::disclosure::system::{Row, System};

/// What follows for every variable without a linear programme: first what the sums determine, then bound by bound.
///
/// # Errors
/// A variable that has no value left.
pub(super) fn reason(
    mut bounds: Vec<(f64, f64)>,
    system: &System,
) -> Result<Vec<(f64, f64)>, usize> {
    for found in determined(system, |variable| bounds[variable]) {
        // Fractions are left to the programmes over whole numbers, which refute them.
        let Some(value) = found.value.filter(|value| value.fract() == 0.0) else {
            continue;
        };
        let (low, high) = bounds[found.variable];
        if value < low || value > high {
            return Err(found.variable);
        }
        bounds[found.variable] = (value, value);
    }
    let size = bounds.len();
    let mut knowledge = Knowledge::new(bounds, system);
    // In a circle of relations without bound, reasoning would creep on for ever. Stopped, it has still found what is true.
    let steps = 1000 + 50 * system.len();
    match knowledge.reason(system, steps, |_, low, high| low <= high) {
        Err(Stopped::TooFar(variable)) => Err(variable),
        _ => Ok((0..size)
            .map(|variable| knowledge.bounds(variable))
            .collect()),
    }
}

/// Whether no values keep these relations, as far as [`reason`] can tell and else a solver, if there is one.
pub(super) fn refuted(
    bounds: &[(f64, f64)],
    mut rows: Vec<Row>,
    solver: Option<&dyn Solver>,
) -> bool {
    // Only the variables that matter, for this is asked many times.
    let mut numbers = BTreeMap::new();
    for row in &mut rows {
        for (variable, _) in &mut row.terms {
            let next = numbers.len();
            *variable = *numbers.entry(*variable).or_insert(next);
        }
    }
    let mut own = vec![(0.0, 0.0); numbers.len()];
    for (variable, number) in numbers {
        own[number] = bounds[variable];
    }
    if reason(own.clone(), &System::new(own.len(), rows.clone())).is_err() {
        return true;
    }
    let mut programme = Programme {
        bounds: own,
        rows,
        whole: false,
    };
    solver.is_some_and(|solver| {
        [false, true].into_iter().any(|whole| {
            programme.whole = whole;
            let answer = solver
                .load(&programme)
                .and_then(|mut session| session.minimise(&[]));
            answer == Err(SolverError::Infeasible)
        })
    })
}

/// A few of these relations that contradict each other already, where `contradict` tells whether some do. None of them can be
/// left out, as far as `contradict` can tell.
pub(super) fn few(mut rows: Vec<usize>, contradict: impl Fn(&[usize]) -> bool) -> Vec<usize> {
    let mut core: Vec<usize> = Vec::new();
    while !contradict(&core) {
        // The shortest beginning that contradicts ends with a relation that is needed.
        let with = |length: usize| [&core[..], &rows[..length]].concat();
        let (mut too_few, mut enough) = (0, rows.len());
        if !contradict(&with(enough)) {
            return with(enough);
        }
        while enough - too_few > 1 {
            let middle = usize::midpoint(too_few, enough);
            if contradict(&with(middle)) {
                enough = middle;
            } else {
                too_few = middle;
            }
        }
        let Some(last) = enough.checked_sub(1) else {
            return core;
        };
        core.push(rows[last]);
        rows.truncate(last);
    }
    core
}

#[cfg(test)]
mod tests {
    use super::few;

    #[test]
    fn only_what_is_needed_is_left() {
        let contradict = |rows: &[usize]| [3, 8, 9].iter().all(|row| rows.contains(row));
        let mut found = few((0..20).collect(), contradict);
        found.sort_unstable();
        assert_eq!(found, [3, 8, 9]);
        assert_eq!(few(vec![1, 2], |_| true), [0_usize; 0]);
        assert_eq!(few(vec![1, 2], |_| false), [1, 2]);
    }
}
