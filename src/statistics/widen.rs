//! The same intervals over everything that rounding or hiding leaves possible.
//!
//! An interval is widened by rounding and hiding, never computed as if the rounded figure were exact: each function gives a range
//! that holds the confidence interval of every combination of figures inside the given ranges.

use super::estimate::Estimate;
use super::interval::Interval;
use super::poisson::count_interval;
use super::proportion::wilson;

/// The smallest range that holds the Wilson interval of every possible share `events / n`, `events` being part of `n`.
///
/// Wilson's limits rise with the events and fall with the units, so the lower limit comes from the fewest events among the most
/// units, the upper from the most events among the fewest units; it is one when all units may be events.
/// `None` when no combination is a share, or either range is negative.
pub fn wilson_widened(events: Interval, n: Interval, z: f64) -> Option<Interval> {
    if events.lo() < 0.0
        || n.lo() < 0.0
        || n.hi() <= 0.0
        || events.lo() > n.hi()
        || !(z >= 0.0 && z.is_finite())
    {
        return None;
    }
    let lo = if n.hi().is_finite() {
        wilson(events.lo(), n.hi(), z)?.lo()
    } else {
        0.0
    };
    let hi = if events.hi() >= n.lo() {
        1.0
    } else {
        wilson(events.hi(), n.lo(), z)?.hi()
    };
    Interval::new(lo, hi)
}

/// The smallest range that holds [`count_interval`] of every possible number of events. `None` when that may be negative.
pub fn count_widened(events: Interval, z: f64) -> Option<Interval> {
    let lo = count_interval(events.lo(), z)?.lo();
    let hi = if events.hi().is_finite() {
        count_interval(events.hi(), z)?.hi()
    } else {
        f64::INFINITY
    };
    Interval::new(lo, hi)
}

/// The smallest range that holds [`rate`](super::rate) of every possible number of events and population.
///
/// Without upper limit when the population may be zero. `None` as for [`count_widened`], for a population that can only be zero or
/// may be negative, or a multiplier that is not positive.
pub fn rate_widened(
    events: Interval,
    population: Interval,
    multiplier: f64,
    z: f64,
) -> Option<Interval> {
    if !(multiplier > 0.0 && multiplier.is_finite()) {
        return None;
    }
    Some(
        count_widened(events, z)?
            .divided_by(population)?
            .scale(multiplier),
    )
}

/// [`mean`](super::mean) of `sum` over `n` units, `value` being the mean as published, when sum, squares and units have ranges.
///
/// Its widening holds every possible mean of non-negative amounts and its standard error is the largest possible, so its confidence
/// interval holds that of every combination, but is not the smallest that does. `None` when fewer than two units are possible in
/// the range, a range may be negative or has no upper limit where one is needed, or `value` is not a possible mean.
pub fn mean_widened(value: f64, sum: Interval, squares: Interval, n: Interval) -> Option<Estimate> {
    let (q, s) = (squares.hi(), sum.lo());
    if n.lo() < 2.0 || !n.hi().is_finite() || !q.is_finite() || q - s * s / n.hi() < -1e-9 * q.abs()
    {
        return None;
    }
    let widening = sum.divided_by(n)?;
    // The variance (q n − s²) / (n² (n − 1)) rises with q and falls with s. Its derivative to n has the sign of
    // −2 q n² + (q + 3 s²) n − 2 s²: with most n it falls, but it rises while q n is hardly more than s².
    let linear = q + 3.0 * s * s;
    let top = (linear + (linear * linear - 16.0 * q * s * s).max(0.0).sqrt()) / (4.0 * q);
    let variance = |n: f64| (q - s * s / n) / (n - 1.0) / n;
    let largest = [n.lo(), n.hi(), top.clamp(n.lo(), n.hi())]
        .into_iter()
        .map(variance)
        .fold(f64::NEG_INFINITY, f64::max);
    Estimate::new(value, largest.max(0.0).sqrt(), widening)
}

/// [`total`](super::total) when sum and squares have ranges; `value` is the total as published, within `sum`.
pub fn total_widened(value: f64, sum: Interval, squares: Interval) -> Option<Estimate> {
    Estimate::new(value, squares.hi().sqrt(), sum)
}

/// [`ratio_of_sums`](super::ratio_of_sums) without products when all sums and squares, given as (sum, squares), have ranges.
///
/// Widening and error as in [`mean_widened`]. `None` when a range may be negative, the denominator may be zero, or `value` is not a
/// possible ratio.
pub fn ratio_widened(
    value: f64,
    numerator: (Interval, Interval),
    denominator: (Interval, Interval),
) -> Option<Estimate> {
    if denominator.0.lo() <= 0.0 || numerator.1.hi() < 0.0 || denominator.1.hi() < 0.0 {
        return None;
    }
    let widening = numerator.0.divided_by(denominator.0)?;
    let squares = numerator.1.hi() + widening.hi() * widening.hi() * denominator.1.hi();
    Estimate::new(value, squares.sqrt() / denominator.0.lo(), widening)
}

/// [`part_of_sum`](super::part_of_sum) when sums and squares of part and whole, given as (sum, squares), have ranges.
///
/// Widening and error as in [`mean_widened`]. `None` when a range may be negative, the whole may be nothing, or `value` is no possible
/// share.
pub fn part_widened(
    value: f64,
    part: (Interval, Interval),
    whole: (Interval, Interval),
) -> Option<Estimate> {
    if whole.0.lo() <= 0.0 || part.1.lo() < 0.0 || !whole.1.hi().is_finite() {
        return None;
    }
    let share = part.0.divided_by(whole.0)?;
    let widening = Interval::new(share.lo(), share.hi().min(1.0))?;
    // (1 − 2p) S + p² T rises with the squares T of the whole, is linear in those S of the part, and convex in p: largest at the ends.
    // The part's squares are among those of the whole.
    let of_part = [part.1.lo(), part.1.hi().min(whole.1.hi())];
    let largest = [widening.lo(), widening.hi()]
        .into_iter()
        .flat_map(|p| of_part.map(|squares| (1.0 - 2.0 * p) * squares + p * p * whole.1.hi()))
        .fold(0.0, f64::max);
    Estimate::new(value, largest.sqrt() / whole.0.lo(), widening)
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "a limit of one is exact")]
mod tests {
    use super::*;
    use crate::statistics::{Sums, Z_95, mean, part_of_sum, rate, ratio_of_sums, total};

    fn of(lo: f64, hi: f64) -> Interval {
        Interval::new(lo, hi).unwrap()
    }

    /// The values at eighths of a range.
    fn inside(range: Interval) -> impl Iterator<Item = f64> {
        (0..=8).map(move |i| range.lo() + range.width() * f64::from(i) / 8.0)
    }

    #[test]
    fn wilson_holds_every_possible_interval_and_no_more() {
        for (events, n) in [
            (of(0.0, 4.0), of(20.0, 24.0)),
            (of(3.0, 7.0), of(5.0, 13.0)),
            (of(8.0, 12.0), of(96.0, 104.0)),
            (of(18.0, 20.0), of(20.0, 28.0)),
            (of(5.0, 5.0), of(9.0, 9.0)),
        ] {
            let widened = wilson_widened(events, n, Z_95).unwrap();
            let mut hull: Option<Interval> = None;
            for e in inside(events) {
                for units in inside(n).filter(|units| *units >= e) {
                    let interval = wilson(e, units, Z_95).unwrap();
                    assert!(
                        widened.covers(interval),
                        "{e} of {units}: {interval:?} in {widened:?}"
                    );
                    hull = Some(hull.map_or(interval, |so_far| so_far.hull(interval)));
                }
            }
            let hull = hull.unwrap();
            assert!(
                (hull.lo() - widened.lo()).abs() < 1e-15
                    && (hull.hi() - widened.hi()).abs() < 1e-15
            );
        }
    }

    #[test]
    fn exact_figures_are_not_widened() {
        assert_eq!(
            wilson_widened(Interval::exact(65.0), Interval::exact(100.0), Z_95),
            wilson(65.0, 100.0, Z_95)
        );
        assert_eq!(
            count_widened(Interval::exact(7.0), Z_95),
            count_interval(7.0, Z_95)
        );
        let exact = mean(
            Sums {
                sum: 40.0,
                squares: 232.0,
            },
            8.0,
        )
        .unwrap();
        let widened = mean_widened(
            5.0,
            Interval::exact(40.0),
            Interval::exact(232.0),
            Interval::exact(8.0),
        )
        .unwrap();
        assert!((exact.standard_error() - widened.standard_error()).abs() < 1e-14);
        assert!(widened.widening().is_point());
    }

    #[test]
    fn a_hidden_part_of_a_small_whole_may_be_all_of_it() {
        assert_eq!(
            wilson_widened(of(0.0, 9.0), of(0.0, 9.0), Z_95),
            Some(Interval::UNIT)
        );
        assert_eq!(
            wilson_widened(of(1.0, 4.0), of(3.0, f64::INFINITY), Z_95)
                .unwrap()
                .hi(),
            1.0
        );
        assert_eq!(wilson_widened(of(5.0, 9.0), of(1.0, 4.0), Z_95), None);
        assert_eq!(wilson_widened(of(0.0, 0.0), of(0.0, 0.0), Z_95), None);
        assert_eq!(wilson_widened(of(-1.0, 3.0), of(5.0, 6.0), Z_95), None);
        assert_eq!(wilson_widened(of(1.0, 3.0), of(5.0, 6.0), f64::NAN), None);
    }

    #[test]
    fn rates_hold_every_possible_interval() {
        let (events, population) = (of(6.0, 14.0), of(900.0, 1100.0));
        let widened = rate_widened(events, population, 1000.0, Z_95).unwrap();
        for e in inside(events) {
            for people in inside(population) {
                let interval = rate(e, people, 1000.0, Z_95).unwrap();
                assert!(
                    widened.lo() <= interval.lo() + 1e-12 && widened.hi() >= interval.hi() - 1e-12
                );
            }
        }
        assert_eq!(
            rate_widened(events, of(0.0, 10.0), 1000.0, Z_95)
                .unwrap()
                .hi(),
            f64::INFINITY
        );
        assert_eq!(
            rate_widened(events, Interval::exact(0.0), 1000.0, Z_95),
            None
        );
        assert_eq!(rate_widened(of(-1.0, 2.0), population, 1000.0, Z_95), None);
        assert_eq!(
            count_widened(Interval::NON_NEGATIVE, Z_95),
            Some(Interval::NON_NEGATIVE)
        );
    }

    #[test]
    fn means_totals_and_ratios_hold_every_possible_interval() {
        for (sum, squares, n) in [
            (of(95.0, 105.0), of(1500.0, 1600.0), of(8.0, 12.0)),
            (of(95.0, 105.0), of(900.0, 1200.0), of(9.0, 30.0)),
            (of(0.0, 40.0), of(0.0, 900.0), of(2.0, 9.0)),
        ] {
            let middle = f64::midpoint(sum.lo(), sum.hi());
            let widened_mean = mean_widened(middle / n.hi(), sum, squares, n).unwrap();
            let mean_of_all = widened_mean.confidence_interval(Z_95);
            let total_of_all = total_widened(middle, sum, squares)
                .unwrap()
                .confidence_interval(Z_95);
            let ratio_of_all = ratio_widened(middle / n.hi(), (sum, squares), (n, n))
                .unwrap()
                .confidence_interval(Z_95);
            let slack = |range: Interval| of(range.lo() - 1e-9, range.hi() + 1e-9);
            let mut tried = 0;
            for s in inside(sum) {
                for q in inside(squares) {
                    let amount = Sums { sum: s, squares: q };
                    assert!(
                        slack(total_of_all)
                            .covers(total(amount).unwrap().confidence_interval(Z_95))
                    );
                    for units in inside(n) {
                        let ratio = ratio_of_sums(amount, Sums::of_units(units), None).unwrap();
                        assert!(slack(ratio_of_all).covers(ratio.confidence_interval(Z_95)));
                        if let Some(estimate) = mean(amount, units) {
                            tried += 1;
                            assert!(
                                estimate.standard_error() <= widened_mean.standard_error() + 1e-12
                            );
                            assert!(
                                slack(mean_of_all).covers(estimate.confidence_interval(Z_95)),
                                "{s} {q} {units}"
                            );
                        }
                    }
                }
            }
            assert!(tried > 100, "{tried}");
        }
    }

    #[test]
    fn a_part_holds_every_possible_interval() {
        let whole = (of(280.0, 300.0), of(9000.0, 9500.0));
        for part in [
            (of(60.0, 70.0), of(4000.0, 4200.0)),
            // So large a part that fewer squares in it leave more uncertain.
            (of(230.0, 260.0), of(5000.0, 9500.0)),
            (of(0.0, 40.0), of(0.0, 1600.0)),
        ] {
            let value = f64::midpoint(part.0.lo(), part.0.hi()) / whole.0.hi();
            let of_all = part_widened(value, part, whole).unwrap();
            let all = of_all.confidence_interval(Z_95);
            let mut tried = 0;
            for sum in inside(part.0) {
                for squares in inside(part.1) {
                    for (whole_sum, whole_squares) in inside(whole.0).zip(inside(whole.1)) {
                        let amount = |sum, squares| Sums { sum, squares };
                        let share =
                            part_of_sum(amount(sum, squares), amount(whole_sum, whole_squares));
                        let Some(share) = share else { continue };
                        tried += 1;
                        assert!(share.standard_error() <= of_all.standard_error() + 1e-12);
                        let interval = share.confidence_interval(Z_95);
                        assert!(
                            all.lo() <= interval.lo() + 1e-12 && all.hi() >= interval.hi() - 1e-12
                        );
                    }
                }
            }
            assert!(tried > 300, "{tried}");
        }
        // A part of nothing has no share.
        assert_eq!(
            part_widened(
                0.2,
                (of(1.0, 2.0), of(1.0, 2.0)),
                (of(0.0, 9.0), of(0.0, 9.0))
            ),
            None
        );
    }

    #[test]
    fn refuses_what_leaves_no_answer() {
        let (sum, squares) = (of(95.0, 105.0), of(1500.0, 1600.0));
        assert_eq!(mean_widened(10.0, sum, squares, of(1.0, 12.0)), None);
        assert_eq!(
            mean_widened(10.0, sum, Interval::NON_NEGATIVE, of(8.0, 12.0)),
            None
        );
        assert_eq!(mean_widened(99.0, sum, squares, of(8.0, 12.0)), None);
        assert_eq!(mean_widened(10.0, sum, of(10.0, 20.0), of(8.0, 12.0)), None);
        assert_eq!(total_widened(1.0, sum, squares), None);
        assert_eq!(
            ratio_widened(1.0, (sum, squares), (of(0.0, 3.0), of(0.0, 3.0))),
            None
        );
    }
}
