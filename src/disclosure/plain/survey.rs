//! What solutions met so far say about the ends of ranges.

use crate::disclosure::solver::Programme;
use crate::disclosure::system::Row;

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
    pub(super) fn weight(self) -> f64 {
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

/// What was found about a component before its ends are asked for one by one.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The lowest and highest value of every variable in the solutions in whole numbers met so far.
    pub(super) whole: Vec<(f64, f64)>,
    /// The same in all solutions.
    pub(super) real: Vec<(f64, f64)>,
    /// Whether a variable can grow without end.
    pub(super) endless: Vec<bool>,
}

/// Where an end lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// The value.
    pub value: f64,
    /// Whether whole numbers attain it; if not, they may end before it.
    pub attained: bool,
}

/// Whether what was met goes as far as this value.
pub(super) fn reaches(met: &[(f64, f64)], end: End, value: f64) -> bool {
    match end.side {
        Side::Low => met[end.variable].0 <= value,
        Side::High => met[end.variable].1 >= value,
    }
}

fn widen(met: &mut [(f64, f64)], values: &[f64]) {
    for (met, value) in met.iter_mut().zip(values) {
        *met = (met.0.min(*value), met.1.max(*value));
    }
}

impl Survey {
    /// The value up to which whole numbers are known to go.
    pub(super) fn met(&self, end: End) -> f64 {
        match end.side {
            Side::Low => self.whole[end.variable].0,
            Side::High => self.whole[end.variable].1,
        }
    }

    /// Keeps a solution; whether it is one in whole numbers, which is checked exactly.
    pub(super) fn keep(&mut self, programme: &Programme, values: &[f64]) -> bool {
        widen(&mut self.real, values);
        let whole: Vec<f64> = values.iter().map(|value| value.round()).collect();
        let within = whole
            .iter()
            .zip(&programme.bounds)
            .all(|(value, (low, high))| low <= value && value <= high);
        if !within || !programme.rows.iter().all(|row| holds(row, &whole)) {
            return false;
        }
        widen(&mut self.whole, &whole);
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
