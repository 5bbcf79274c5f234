//! Control limits of a funnel plot of rates: how far a count may be from what was expected.

use super::interval::Interval;
use super::point_probability::poisson_at;
use super::poisson::{at_least, at_most};
use super::root::bisect_whole;

/// The most expected events for which limits are computed.
const MOST: f64 = 1e9;

/// Limits between which the count of a unit stays with probability 1 − `outside` when `expected` events are expected: for a rate the
/// figure of all times the population.
///
/// Exact Poisson limits with the interpolation that [`funnel_limits`](super::funnel_limits) has for shares (Spiegelhalter, Stat. Med.
/// 24, 2005, 1185-1202, appendix A.1.1): with r the smallest count whose probability of r or fewer is at least p, the limit at p is
/// r − (P(R ≤ r) − p) / P(R = r), for p = `outside` / 2 and 1 − `outside` / 2. They are never on the other side of `expected`, nor below zero.
///
/// `None` unless 0 ≤ `expected` ≤ a thousand million and 0 < `outside` < 1.
pub fn funnel_counts(expected: f64, outside: f64) -> Option<Interval> {
    if !((0.0..=MOST).contains(&expected) && outside > 0.0 && outside < 1.0) {
        return None;
    }
    if expected <= 0.0 {
        return Some(Interval::exact(0.0));
    }
    let tail = outside / 2.0;
    let middle = expected.ceil();
    let low = bisect_whole(-1.0, middle, |count| at_most(count, expected) < tail);
    let lo = low - (at_most(low, expected) - tail) / poisson_at(low, expected);
    // Far above any upper limit: no tail that a number can hold reaches forty standard errors.
    let far = expected + 40.0 * expected.sqrt() + 800.0;
    let start = (expected.floor() - 2.0).max(-1.0);
    let high = bisect_whole(start, far.ceil(), |count| {
        at_least(count + 1.0, expected) > tail
    });
    let hi = high - (tail - at_least(high + 1.0, expected)) / poisson_at(high, expected);
    Interval::new(lo.clamp(0.0, expected), hi.max(expected))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // The definition with terms added one by one at sixty digits (Python's decimal).
    #[test]
    fn agrees_with_the_definition_at_sixty_digits() {
        for (expected, outside, lo, hi) in [
            (0.4, 0.05, 0.0, 1.681_613_502_502_982),
            (3.0, 0.002, 0.0, 9.126_504_944_648_433),
            (12.5, 0.05, 5.515_440_533_799_106, 19.421_054_052_624_967),
            (12.5, 0.002, 2.542_860_144_192_126_4, 24.302_615_865_698_56),
            (150.0, 0.05, 125.980_976_449_341_33, 173.968_057_920_533_45),
            (2400.0, 0.05, 2_303.957_808_372_082, 2_495.988_813_464_980_5),
            (
                2400.0,
                0.002,
                2_249.537_385_196_995,
                2_552.311_406_236_794_5,
            ),
        ] {
            let limits = funnel_counts(expected, outside).unwrap();
            assert!(
                (limits.lo() - lo).abs() < 1e-9 * lo.max(1.0),
                "{expected} {outside}: {limits:?}"
            );
            assert!(
                (limits.hi() - hi).abs() < 1e-9 * hi,
                "{expected} {outside}: {limits:?}"
            );
        }
    }

    /// By hand: with 1 expected, none has probability 0.3679 and two or fewer 0.9197. At p = 0.2 the limit is 0 − (0.3679 − 0.2) / 0.3679,
    /// below zero; at p = 0.8 it is 2 − (0.9197 − 0.8) / 0.1839.
    #[test]
    fn worked_by_hand() {
        let limits = funnel_counts(1.0, 0.4).unwrap();
        assert!(limits.lo().abs() < 1e-15);
        let hand = 2.0 - (2.5 * (-1.0_f64).exp() - 0.8) / (0.5 * (-1.0_f64).exp());
        assert!((limits.hi() - hand).abs() < 1e-12, "{limits:?}");
    }

    #[test]
    fn refuses_what_is_no_funnel() {
        assert_eq!(funnel_counts(0.0, 0.05), Some(Interval::exact(0.0)));
        for (expected, outside) in [
            (-1.0, 0.05),
            (f64::NAN, 0.05),
            (f64::INFINITY, 0.05),
            (5.0, 0.0),
            (5.0, 1.0),
        ] {
            assert_eq!(funnel_counts(expected, outside), None);
        }
    }

    proptest! {
        #[test]
        fn wider_for_more_certainty(expected in 0.01..50_000.0_f64) {
            let (narrow, wide) = (funnel_counts(expected, 0.05).unwrap(), funnel_counts(expected, 0.002).unwrap());
            prop_assert!(wide.covers(narrow) && narrow.contains(expected));
        }
    }
}
