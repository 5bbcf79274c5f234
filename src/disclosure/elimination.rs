//! Which figures follow exactly from the sums alone, before any linear programme is solved.
//!
//! Gaussian elimination over whole numbers modulo the prime 2^61 - 1: exact, without the growth of numerators and
//! denominators that makes fractions overflow, and without the tolerance that makes floating point guess. Whether a figure is
//! determined is then asked of two solutions that were drawn at random: in a figure that can move they agree once in 2^61
//! times. The draws are fixed, so the same relations give the same answer.

mod field;

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap};

use self::field::{add, fraction, inverse, mul, residue, sub};
use super::system::System;

/// A figure that the relations determine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Determined {
    /// The variable.
    pub variable: usize,
    /// Its value; `None` when it is no fraction of small numbers (numerator below 2^42, denominator below 2^17).
    pub value: Option<f64>,
}

/// Work after which a component is left to the linear programmes: some seconds.
const EFFORT: usize = 500_000_000;

/// The variables that are not constant (`bounds` gives their known lower and upper bound, equal for a constant) and yet are
/// determined by the equalities of `system`, whatever the bounds; in order.
///
/// Component by component, sparsest column first. A component that would take too long is passed over: absence from the
/// answer proves nothing.
pub fn determined(system: &System, bounds: impl Fn(usize) -> (f64, f64)) -> Vec<Determined> {
    let constant = |variable: usize| {
        let (low, high) = bounds(variable);
        (low >= high).then_some(low)
    };
    let mut rows = Vec::new();
    for number in 0..system.len() {
        let (low, high) = system.limits(number);
        if low < high || !low.is_finite() {
            continue;
        }
        let mut terms = BTreeMap::new();
        let mut rest = residue(low);
        for (variable, coefficient) in system.terms(number) {
            let weight = residue(*coefficient);
            if let Some(value) = constant(*variable) {
                rest = sub(rest, mul(weight, residue(value)));
            } else {
                let sum = terms.entry(*variable).or_insert(0);
                *sum = add(*sum, weight);
            }
        }
        terms.retain(|_, weight| *weight != 0);
        if !terms.is_empty() {
            rows.push(Equation {
                terms: terms.into_iter().collect(),
                rest,
            });
        }
    }
    let mut found: Vec<Determined> = components(system.variables(), rows)
        .into_iter()
        .flat_map(solve)
        .collect();
    found.sort_by_key(|determined| determined.variable);
    found
}

/// A weighted sum of variables, in order, is `rest`.
struct Equation {
    terms: Vec<(usize, u64)>,
    rest: u64,
}

/// Equations that share variables, together.
fn components(variables: usize, rows: Vec<Equation>) -> Vec<Vec<Equation>> {
    fn root(above: &mut [usize], mut variable: usize) -> usize {
        while above[variable] != variable {
            above[variable] = above[above[variable]];
            variable = above[variable];
        }
        variable
    }
    let mut above: Vec<usize> = (0..variables).collect();
    for row in &rows {
        let first = root(&mut above, row.terms[0].0);
        for (variable, _) in &row.terms {
            let other = root(&mut above, *variable);
            above[other] = first;
        }
    }
    let mut groups: BTreeMap<usize, Vec<Equation>> = BTreeMap::new();
    for row in rows {
        let group = root(&mut above, row.terms[0].0);
        groups.entry(group).or_default().push(row);
    }
    groups.into_values().collect()
}

/// The determined variables of one component; none when it takes too long.
fn solve(mut rows: Vec<Equation>) -> Vec<Determined> {
    // Numbered within the component, so that arrays do.
    let mut variables: Vec<usize> = rows
        .iter()
        .flat_map(|row| row.terms.iter().map(|(variable, _)| *variable))
        .collect();
    variables.sort_unstable();
    variables.dedup();
    for row in &mut rows {
        for (variable, _) in &mut row.terms {
            *variable = variables.binary_search(variable).unwrap_or_default();
        }
    }
    let Some(pivots) = eliminate(&mut rows, variables.len()) else {
        return Vec::new();
    };
    let (one, other) = (
        draw(&rows, &pivots, variables.len(), 1),
        draw(&rows, &pivots, variables.len(), 2),
    );
    (0..variables.len())
        .filter(|variable| one[*variable] == other[*variable])
        .map(|variable| Determined {
            variable: variables[variable],
            value: fraction(one[variable]),
        })
        .collect()
}

/// Brings equations in echelon form; which equation gives which variable, in the order of elimination.
fn eliminate(rows: &mut [Equation], variables: usize) -> Option<Vec<(usize, usize)>> {
    let mut standing: Vec<Vec<usize>> = vec![Vec::new(); variables];
    for (number, row) in rows.iter().enumerate() {
        for (variable, _) in &row.terms {
            standing[*variable].push(number);
        }
    }
    let mut count: Vec<usize> = standing.iter().map(Vec::len).collect();
    // Sparsest first; what has changed since is put back with its new count.
    let mut queue: BinaryHeap<Reverse<(usize, usize)>> = count
        .iter()
        .enumerate()
        .map(|(variable, count)| Reverse((*count, variable)))
        .collect();
    let mut done = vec![false; rows.len()];
    let mut pivots = Vec::new();
    let mut effort = 0;
    while let Some(Reverse((expected, variable))) = queue.pop() {
        if count[variable] != expected {
            queue.push(Reverse((count[variable], variable)));
            continue;
        }
        let mut here = std::mem::take(&mut standing[variable]);
        here.sort_unstable();
        here.dedup();
        here.retain(|row| !done[*row] && weight(&rows[*row], variable).is_some());
        let Some(pivot) = here
            .iter()
            .copied()
            .min_by_key(|row| (rows[*row].terms.len(), *row))
        else {
            continue;
        };
        done[pivot] = true;
        pivots.push((pivot, variable));
        for (other, _) in &rows[pivot].terms {
            count[*other] -= 1;
        }
        let terms = std::mem::take(&mut rows[pivot].terms);
        let rest = rows[pivot].rest;
        let scale = inverse(
            terms
                .iter()
                .find(|(other, _)| *other == variable)
                .map_or(1, |(_, weight)| *weight),
        );
        for row in here.into_iter().filter(|row| *row != pivot) {
            let Some(times) = weight(&rows[row], variable) else {
                continue;
            };
            let times = mul(times, scale);
            effort += terms.len() + rows[row].terms.len();
            let merged = subtract(&rows[row].terms, &terms, times, |variable, gained| {
                if gained {
                    count[variable] += 1;
                    standing[variable].push(row);
                } else {
                    count[variable] -= 1;
                }
            });
            rows[row].terms = merged;
            rows[row].rest = sub(rows[row].rest, mul(times, rest));
        }
        rows[pivot].terms = terms;
        if effort > EFFORT {
            return None;
        }
    }
    Some(pivots)
}

fn weight(row: &Equation, variable: usize) -> Option<u64> {
    row.terms
        .binary_search_by_key(&variable, |(other, _)| *other)
        .ok()
        .map(|place| row.terms[place].1)
}

/// `from` less `times` `what`; `changed` hears which variables came in (true) or went out.
fn subtract(
    from: &[(usize, u64)],
    what: &[(usize, u64)],
    times: u64,
    mut changed: impl FnMut(usize, bool),
) -> Vec<(usize, u64)> {
    let mut result = Vec::with_capacity(from.len() + what.len());
    let (mut i, mut j) = (0, 0);
    while i < from.len() || j < what.len() {
        let left = from.get(i).map_or(usize::MAX, |(variable, _)| *variable);
        let right = what.get(j).map_or(usize::MAX, |(variable, _)| *variable);
        match left.cmp(&right) {
            Ordering::Less => {
                result.push(from[i]);
                i += 1;
            }
            Ordering::Greater => {
                result.push((right, sub(0, mul(times, what[j].1))));
                changed(right, true);
                j += 1;
            }
            Ordering::Equal => {
                let rest = sub(from[i].1, mul(times, what[j].1));
                if rest == 0 {
                    changed(left, false);
                } else {
                    result.push((left, rest));
                }
                i += 1;
                j += 1;
            }
        }
    }
    result
}

/// One solution: what is free is drawn, what was eliminated follows from the last to the first.
fn draw(rows: &[Equation], pivots: &[(usize, usize)], variables: usize, seed: u64) -> Vec<u64> {
    let mut state = seed;
    let mut values: Vec<u64> = (0..variables).map(|_| random(&mut state)).collect();
    for (row, variable) in pivots.iter().rev() {
        let (mut rest, mut own) = (rows[*row].rest, 1);
        for (other, weight) in &rows[*row].terms {
            if other == variable {
                own = *weight;
            } else {
                rest = sub(rest, mul(*weight, values[*other]));
            }
        }
        values[*variable] = mul(rest, inverse(own));
    }
    values
}

/// A next draw below the prime (splitmix64).
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut bits = *state;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (bits ^ (bits >> 31)) % field::PRIME
}

#[cfg(test)]
mod tests;
