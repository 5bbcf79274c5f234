//! Walks from one possible release to another: every point that is visited keeps all relations, so what a figure was seen to be
//! on the way is what it can be.

use super::system::System;

/// By how much a relation may be missed: solvers work in floating point. Far below one youth.
pub const TOLERANCE: f64 = 1e-5;

/// A possible value for every figure, and the least and the most that each was seen to be.
#[derive(Clone, Debug)]
pub struct Search<'a> {
    system: &'a System,
    bounds: &'a [(f64, f64)],
    point: Vec<f64>,
    activity: Vec<f64>,
    limits: Vec<(f64, f64)>,
    seen: Vec<(f64, f64)>,
    net: Vec<f64>,
    touched: Vec<usize>,
}

impl<'a> Search<'a> {
    /// Starts at `point`, which a solver found.
    ///
    /// # Errors
    /// By how much it misses a relation or a bound, when that is over [`TOLERANCE`] of its size.
    pub fn new(
        system: &'a System,
        bounds: &'a [(f64, f64)],
        mut point: Vec<f64>,
    ) -> Result<Self, f64> {
        let mut worst: f64 = 0.0;
        for (value, (low, high)) in point.iter_mut().zip(bounds) {
            let within = value.max(*low).min(*high);
            worst = worst.max((*value - within).abs() / within.abs().max(1.0));
            *value = within;
        }
        let activity: Vec<f64> = (0..system.len())
            .map(|row| system.activity(row, &point))
            .collect();
        let mut limits = Vec::with_capacity(system.len());
        for (row, activity) in activity.iter().enumerate() {
            let (low, high) = system.limits(row);
            let size = system
                .terms(row)
                .iter()
                .map(|(variable, coefficient)| (coefficient * point[*variable]).abs())
                .fold(1.0, f64::max);
            worst = worst.max((low - activity).max(activity - high).max(0.0) / size);
            limits.push((low.min(*activity), high.max(*activity)));
        }
        if worst > TOLERANCE {
            return Err(worst);
        }
        Ok(Self {
            seen: point.iter().map(|value| (*value, *value)).collect(),
            net: vec![0.0; system.len()],
            touched: Vec::new(),
            system,
            bounds,
            point,
            activity,
            limits,
        })
    }

    /// Where it stands.
    pub fn point(&self) -> &[f64] {
        &self.point
    }

    /// The least and the most that a figure was seen to be.
    pub fn seen(&self, variable: usize) -> (f64, f64) {
        self.seen[variable]
    }

    /// Takes in that some figures can have other values while all others stay where they are.
    pub fn saw(&mut self, free: &[usize], values: &[f64]) {
        for (variable, value) in free.iter().zip(values) {
            let (low, high) = self.bounds[*variable];
            let seen = &mut self.seen[*variable];
            *seen = (
                seen.0.min(value.max(low)),
                seen.1.max(value.min(high)),
            );
        }
    }

    /// Goes along `direction`, at most `wanted` times it and as far as bounds and relations let it. Gives how far it went.
    pub fn walk(&mut self, direction: &[(usize, f64)], wanted: f64) -> f64 {
        let mut step = wanted;
        for (variable, change) in direction {
            let (low, high) = self.bounds[*variable];
            let room = if *change > 0.0 {
                high - self.point[*variable]
            } else {
                self.point[*variable] - low
            };
            step = step.min(room / change.abs());
            if step <= 1e-9 {
                return 0.0;
            }
        }
        for (variable, change) in direction {
            for row in self.system.touching(*variable) {
                if self.net[*row] == 0.0 {
                    self.touched.push(*row);
                }
                let coefficient = coefficient_of(self.system.terms(*row), *variable);
                // Never exactly zero while it is touched, so that it is listed once.
                self.net[*row] += coefficient * change + f64::MIN_POSITIVE;
            }
        }
        for row in &self.touched {
            let net = self.net[*row];
            let (low, high) = self.limits[*row];
            let room = if net > 1e-12 {
                high - self.activity[*row]
            } else if net < -1e-12 {
                self.activity[*row] - low
            } else {
                continue;
            };
            step = step.min(room.max(0.0) / net.abs());
        }
        let goes = step > 1e-9;
        for row in self.touched.drain(..) {
            if goes {
                self.activity[row] += self.net[row] * step;
            }
            self.net[row] = 0.0;
        }
        if !goes {
            return 0.0;
        }
        for (variable, change) in direction {
            let value = &mut self.point[*variable];
            let (low, high) = self.bounds[*variable];
            *value = (*value + change * step).max(low).min(high);
            let seen = &mut self.seen[*variable];
            *seen = (seen.0.min(*value), seen.1.max(*value));
        }
        step
    }

    /// By how much the worst relation is missed now; for tests and reports.
    pub fn violation(&self) -> f64 {
        (0..self.system.len())
            .map(|row| self.system.violation(row, &self.point))
            .fold(0.0, f64::max)
    }
}

fn coefficient_of(terms: &[(usize, f64)], variable: usize) -> f64 {
    terms
        .iter()
        .filter(|(other, _)| *other == variable)
        .map(|(_, coefficient)| coefficient)
        .sum()
}
