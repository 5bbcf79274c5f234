//! Whether one figure is demonstrably higher than another.

use super::estimate::Estimate;
use super::normal::{Z_95, normal_upper_tail};

/// What can be said of a figure beside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The first is demonstrably higher.
    Higher,
    /// The first is demonstrably lower.
    Lower,
    /// Chance, or what rounding and hiding leave open, may explain the difference.
    NoDemonstrableDifference,
}

/// Compares two independent figures of one unit at 95 %: the difference against √(SE² + SE²), as in a two-sided z-test.
///
/// The verdict must hold for every pair of values that rounding or hiding leaves possible. Independent means no unit in both: compare
/// a municipality with the rest of the region, not with the region that holds it. One in twenty comparisons of equal figures shows a
/// difference; whoever makes many must correct for that.
pub fn differs(a: &Estimate, b: &Estimate) -> Verdict {
    let range = a.widening() - b.widening();
    let by_chance = Z_95 * a.standard_error().hypot(b.standard_error());
    if range.lo() > by_chance {
        Verdict::Higher
    } else if range.hi() < -by_chance {
        Verdict::Lower
    } else {
        Verdict::NoDemonstrableDifference
    }
}

/// The probability of a difference at least this large, either way, when there is none: two-sided, for the least difference that
/// rounding or hiding leaves possible.
pub fn difference_p(a: &Estimate, b: &Estimate) -> f64 {
    let range = a.widening() - b.widening();
    let least = range.lo().max(-range.hi()).max(0.0);
    let error = a.standard_error().hypot(b.standard_error());
    if least > 0.0 {
        (2.0 * normal_upper_tail(least / error)).min(1.0)
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Interval, count_interval, wilson};

    fn estimate(value: f64, error: f64, below: f64, above: f64) -> Estimate {
        Estimate::new(
            value,
            error,
            Interval::new(value - below, value + above).unwrap(),
        )
        .unwrap()
    }

    /// Errors 3 and 4 make 5: at 95 % the difference must exceed 9.7998.
    #[test]
    fn needs_more_than_chance() {
        let b = estimate(50.0, 4.0, 0.0, 0.0);
        assert_eq!(
            differs(&estimate(59.79, 3.0, 0.0, 0.0), &b),
            Verdict::NoDemonstrableDifference
        );
        assert_eq!(
            differs(&estimate(59.81, 3.0, 0.0, 0.0), &b),
            Verdict::Higher
        );
        assert_eq!(differs(&estimate(40.19, 3.0, 0.0, 0.0), &b), Verdict::Lower);
        assert_eq!(differs(&b, &b), Verdict::NoDemonstrableDifference);
    }

    /// 9.7998 apart at an error of 5 is 1.96 errors: 5 %; and as far when rounding may have taken a part of it.
    #[test]
    fn the_probability_is_of_the_least_difference() {
        let b = estimate(50.0, 4.0, 0.0, 0.0);
        let p = |value: f64, below: f64| difference_p(&estimate(value, 3.0, below, 0.0), &b);
        assert!((p(50.0 + 5.0 * Z_95, 0.0) - 0.05).abs() < 1e-12);
        assert!((p(52.0 + 5.0 * Z_95, 2.0) - 0.05).abs() < 1e-12);
        assert!((p(50.0 - 5.0 * Z_95, 0.0) - 0.05).abs() < 1e-12);
        assert!((p(50.0, 0.0) - 1.0).abs() < f64::EPSILON);
        assert!((p(51.0, 2.0) - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn what_is_hidden_may_undo_it_on_that_side_only() {
        let b = estimate(50.0, 4.0, 0.0, 0.0);
        assert_eq!(differs(&estimate(62.0, 3.0, 2.0, 0.0), &b), Verdict::Higher);
        assert_eq!(
            differs(&estimate(62.0, 3.0, 3.0, 0.0), &b),
            Verdict::NoDemonstrableDifference
        );
        assert_eq!(
            differs(&estimate(62.0, 3.0, 0.0, 30.0), &b),
            Verdict::Higher
        );
        let unknown = Estimate::new(62.0, 3.0, Interval::NON_NEGATIVE).unwrap();
        assert_eq!(differs(&unknown, &b), Verdict::NoDemonstrableDifference);
    }

    #[test]
    fn swapping_mirrors_the_verdict() {
        for i in -30..=30 {
            let (a, b) = (
                estimate(50.0 + f64::from(i), 3.0, 1.0, 2.0),
                estimate(50.0, 4.0, 3.0, 1.0),
            );
            let mirrored = match differs(&b, &a) {
                Verdict::Higher => Verdict::Lower,
                Verdict::Lower => Verdict::Higher,
                Verdict::NoDemonstrableDifference => Verdict::NoDemonstrableDifference,
            };
            assert_eq!(differs(&a, &b), mirrored);
        }
    }

    /// None of five units is no proof of being lower than ten percent.
    #[test]
    fn none_of_a_few_is_not_certainty() {
        let share = |events: f64, n: f64| {
            let limits = wilson(events, n, Z_95).unwrap();
            Estimate::from_limits(events / n, Interval::exact(events / n), limits, Z_95).unwrap()
        };
        assert_eq!(
            differs(&share(0.0, 5.0), &share(300.0, 3000.0)),
            Verdict::NoDemonstrableDifference
        );
        assert_eq!(
            differs(&share(0.0, 500.0), &share(300.0, 3000.0)),
            Verdict::Lower
        );
        let count = |events: f64| {
            let limits = count_interval(events, Z_95).unwrap();
            Estimate::from_limits(events, Interval::exact(events), limits, Z_95).unwrap()
        };
        assert_eq!(
            differs(&count(0.0), &count(2.0)),
            Verdict::NoDemonstrableDifference
        );
        assert_eq!(differs(&count(200.0), &count(100.0)), Verdict::Higher);
    }
}
