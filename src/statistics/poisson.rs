//! Exact and Byar's intervals for counts and rates.

use super::interval::Interval;
use super::normal::normal_upper_tail;
use super::point_probability::poisson_at;
use super::root::{bisect, bisect_upwards};

/// Below this many events Byar's approximation is not good enough and the exact limits are used.
pub const EXACT_BELOW: f64 = 10.0;
/// The most events for which exact limits are computed; Byar's differ there by less than one part in a hundred million.
pub const EXACT_MOST: u64 = 1_000_000;

/// Byar's limits for the expected number behind `events` counted events at `z` standard errors
/// (Breslow & Day, Statistical Methods in Cancer Research II, IARC 1987, p. 69). Fractions are allowed.
///
/// `None` unless both are finite and not negative. Counts below ten need [`poisson_exact`]; [`count_interval`] chooses.
pub fn byar(events: f64, z: f64) -> Option<Interval> {
    if !(events >= 0.0 && events.is_finite() && z >= 0.0 && z.is_finite()) {
        return None;
    }
    let limit = |count: f64, z: f64| {
        count
            * (1.0 - 1.0 / (9.0 * count) + z / (3.0 * count.sqrt()))
                .max(0.0)
                .powi(3)
    };
    let lo = if events > 0.0 { limit(events, -z) } else { 0.0 };
    Interval::new(lo.min(events), limit(events + 1.0, z).max(events))
}

/// Exact limits for the expected number behind `events` counted events (Garwood, Biometrika 28, 1936, 437-442), to 1e-12.
///
/// The lower limit is the mean with which so many or more events have probability (1 − confidence) / 2, the upper limit the mean
/// with which so many or fewer have it; both found by bisection on the Poisson distribution. `None` outside 0 < confidence < 1
/// and above [`EXACT_MOST`] events.
pub fn poisson_exact(events: u64, confidence: f64) -> Option<Interval> {
    if !(confidence > 0.0 && confidence < 1.0) || events > EXACT_MOST {
        return None;
    }
    exact_limits(events as f64, (1.0 - confidence) / 2.0)
}

/// Limits for the expected number behind `events` at `z` standard errors: exact below ten, else Byar's.
///
/// A fraction below ten lies between two counts and takes the lower limit of the one below and the upper limit of the one above.
/// `None` unless both are finite, not negative, and `z` below 38 (beyond it the probability outside is no number any more).
pub fn count_interval(events: f64, z: f64) -> Option<Interval> {
    let whole = |count: f64| {
        if count < EXACT_BELOW {
            exact_limits(count, normal_upper_tail(z))
        } else {
            byar(count, z)
        }
    };
    if !(events >= 0.0 && z >= 0.0) {
        return None;
    }
    if events >= EXACT_BELOW {
        return byar(events, z);
    }
    Interval::new(whole(events.floor())?.lo(), whole(events.ceil())?.hi())
}

/// Limits of the rate `events / population * multiplier` (per 1,000 youths: multiplier 1000), the population taken as known.
///
/// `None` when [`count_interval`] is, or when population or multiplier is not a positive number.
pub fn rate(events: f64, population: f64, multiplier: f64, z: f64) -> Option<Interval> {
    if !(population > 0.0 && population.is_finite() && multiplier > 0.0 && multiplier.is_finite()) {
        return None;
    }
    Some(count_interval(events, z)?.scale(multiplier / population))
}

/// Exact limits with probability `tail` outside on either side, for a whole number of events.
fn exact_limits(events: f64, tail: f64) -> Option<Interval> {
    if !(tail > 0.0 && tail <= 0.5) {
        return None;
    }
    let lo = if events > 0.0 {
        bisect(0.0, events, |mean| at_least(events, mean) < tail)
    } else {
        0.0
    };
    let hi = bisect_upwards(events, |mean| at_most(events, mean) > tail)?;
    Interval::new(lo, hi)
}

/// Probability of `events` or fewer; terms shrink from the first on when `mean` is above `events`.
pub(super) fn at_most(events: f64, mean: f64) -> f64 {
    let mut term = poisson_at(events, mean);
    let (mut sum, mut k) = (0.0, events);
    while term > sum * 1e-17 {
        sum += term;
        term *= k / mean;
        k -= 1.0;
    }
    sum
}

/// Probability of `events` or more; terms shrink from the first on when `mean` is below `events`.
pub(super) fn at_least(events: f64, mean: f64) -> f64 {
    let mut term = poisson_at(events, mean);
    let (mut sum, mut k) = (0.0, events);
    while term > sum * 1e-17 {
        sum += term;
        k += 1.0;
        term *= mean / k;
    }
    sum
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "a limit of zero is exact")]
mod tests {
    use super::*;
    use crate::statistics::{Z_95, Z_998};

    // Breslow & Day's formula for 65 events, evaluated at 40 digits.
    #[test]
    fn byar_agrees_with_the_reference_value() {
        let interval = byar(65.0, Z_95).unwrap();
        assert!((interval.lo() - 50.163_187_710_459).abs() < 1e-11);
        assert!((interval.hi() - 82.849_138_545_940).abs() < 1e-11);
    }

    // The formula with mpmath 1.4.1 at fifty digits; calculate_ISRatio and phe_rate of PHEindicatormethods use it from ten events on.
    #[test]
    fn byar_agrees_at_ten_and_a_hundred() {
        for (events, lo, hi) in [
            (10.0, 4.787_449_913_967_562, 18.391_458_605_756_476),
            (100.0, 81.362_105_490_527_87, 121.627_937_579_206_49),
        ] {
            let interval = byar(events, Z_95).unwrap();
            assert!((interval.lo() / lo - 1.0).abs() < 1e-13, "{interval:?}");
            assert!((interval.hi() / hi - 1.0).abs() < 1e-13, "{interval:?}");
        }
    }

    // Garwood 1936, table; further digits from the incomplete gamma function at 40 digits.
    #[test]
    fn exact_agrees_with_garwood() {
        for (events, lo, hi) in [
            (0, 0.0, 3.688_879_454_113_936),
            (1, 0.025_317_807_984_289_9, 5.571_643_390_938_899),
            (10, 4.795_388_696_132_434, 18.390_356_042_017_78),
        ] {
            let interval = poisson_exact(events, 0.95).unwrap();
            assert!((interval.lo() - lo).abs() < 1e-11, "{events}: {interval:?}");
            assert!((interval.hi() - hi).abs() < 1e-11, "{events}: {interval:?}");
        }
        // Closed forms: none seen has probability exp(-mean), one or more its complement.
        assert!((poisson_exact(0, 0.95).unwrap().hi() + 0.025_f64.ln()).abs() < 1e-12);
        assert!((poisson_exact(1, 0.95).unwrap().lo() + 0.975_f64.ln()).abs() < 1e-12);
    }

    // Quantiles of the gamma distribution by mpmath 1.4.1 at fifty digits; of a million events by scipy 1.17.1 (gamma.ppf).
    #[test]
    fn exact_agrees_with_another_package_for_many_events() {
        for (events, lo, hi) in [
            (5, 1.623_486_390_118_420_4, 11.668_332_079_322_669),
            (100, 81.363_991_250_923_14, 121.626_793_792_426_38),
            (1000, 938.973_018_407_695_2, 1_063.952_136_016_302),
            (10_000, 9_804.952_467_260_184, 10_197.951_624_661_473),
            (EXACT_MOST, 998_040.983_340_293_9, 1_001_961.911_945_432_2),
        ] {
            let interval = poisson_exact(events, 0.95).unwrap();
            assert!(
                (interval.lo() / lo - 1.0).abs() < 1e-11,
                "{events}: {interval:?}"
            );
            assert!(
                (interval.hi() / hi - 1.0).abs() < 1e-11,
                "{events}: {interval:?}"
            );
        }
    }

    #[test]
    fn byar_nears_the_exact_limits() {
        for (events, within) in [(10, 0.01), (50, 0.002), (1000, 1e-4), (EXACT_MOST, 1e-8)] {
            let (exact, approximate) = (
                poisson_exact(events, 0.95).unwrap(),
                byar(events as f64, Z_95).unwrap(),
            );
            assert!(
                (approximate.lo() / exact.lo() - 1.0).abs() < within,
                "{events}"
            );
            assert!(
                (approximate.hi() / exact.hi() - 1.0).abs() < within,
                "{events}"
            );
        }
    }

    #[test]
    fn limits_contain_the_count_and_rise_with_it() {
        for z in [Z_95, Z_998] {
            let mut last = Interval::exact(0.0);
            for quarter in 0..200 {
                let events = f64::from(quarter) / 4.0;
                let interval = count_interval(events, z).unwrap();
                assert!(interval.contains(events));
                assert!(
                    interval.lo() >= last.lo() && interval.hi() >= last.hi(),
                    "{events}: {last:?} {interval:?}"
                );
                last = interval;
            }
        }
        let fraction = count_interval(3.5, Z_95).unwrap();
        assert_eq!(fraction.lo(), count_interval(3.0, Z_95).unwrap().lo());
        assert_eq!(fraction.hi(), count_interval(4.0, Z_95).unwrap().hi());
        assert_eq!(count_interval(9.0, Z_95), poisson_exact_at(9.0));
        assert_eq!(count_interval(10.0, Z_95), byar(10.0, Z_95));
    }

    fn poisson_exact_at(events: f64) -> Option<Interval> {
        exact_limits(events, normal_upper_tail(Z_95))
    }

    /// Coverage computed from the Poisson distribution itself, averaged over true means from 0.5 to 150.
    #[test]
    fn covers_the_true_mean_as_often_as_promised() {
        let limits: Vec<_> = (0..400)
            .map(|events| count_interval(f64::from(events), Z_95).unwrap())
            .collect();
        let mut coverages = Vec::new();
        for half in 1..=300 {
            let mean = f64::from(half) / 2.0;
            let mut probability = (-mean).exp();
            let mut coverage = 0.0;
            for (events, interval) in limits.iter().enumerate() {
                if interval.contains(mean) {
                    coverage += probability;
                }
                probability *= mean / (events + 1) as f64;
            }
            coverages.push(coverage);
        }
        let average = coverages.iter().sum::<f64>() / coverages.len() as f64;
        let least = coverages.iter().copied().fold(1.0, f64::min);
        assert!((0.950..0.970).contains(&average), "{average}");
        assert!(least > 0.945, "{least}");
    }

    #[test]
    fn a_rate_is_its_count_scaled() {
        let per_thousand = rate(65.0, 4000.0, 1000.0, Z_95).unwrap();
        assert!((per_thousand.lo() - 50.163_187_710_459 / 4.0).abs() < 1e-11);
        assert!((per_thousand.hi() - 82.849_138_545_940 / 4.0).abs() < 1e-11);
        assert_eq!(rate(65.0, 0.0, 1000.0, Z_95), None);
        assert_eq!(rate(65.0, f64::NAN, 1000.0, Z_95), None);
    }

    #[test]
    fn refuses_what_is_no_count() {
        for (events, z) in [
            (-1.0, Z_95),
            (f64::NAN, Z_95),
            (f64::INFINITY, Z_95),
            (5.0, f64::NAN),
            (5.0, -1.0),
            (5.0, 99.0),
        ] {
            assert_eq!(count_interval(events, z), None, "{events} {z}");
        }
        assert_eq!(byar(-1.0, Z_95), None);
        assert_eq!(poisson_exact(u64::MAX, 0.95), None);
        assert_eq!(
            [0.0, 1.0, f64::NAN].map(|confidence| poisson_exact(3, confidence)),
            [None; 3]
        );
    }
}
