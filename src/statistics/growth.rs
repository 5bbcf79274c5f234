//! Whether one series demonstrably rises faster than another.

use super::estimate::Estimate;
use super::trend::{NotTestable, Point, Trend, trend};

/// Two independent figures of one year: of an area, and of the rest of the region.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Year.
    pub period: i32,
    /// The one.
    pub own: Estimate,
    /// The other.
    pub rest: Estimate,
}

/// Tests whether the slopes of two series differ: [`Trend::Rising`] when the first rises faster, or falls less fast, than the second.
///
/// The test for trend, applied to the differences of each year: the slope of a difference is the difference of the slopes. What moves
/// both alike in a year (a law, a tariff) drops out, which two lines apart would count as scatter twice. A difference has the variances
/// of both, and may be as far off as rounding leaves both together.
pub fn growth_apart(pairs: &[Pair]) -> Trend {
    let points: Option<Vec<Point>> = pairs
        .iter()
        .map(|pair| {
            let (own, rest) = (pair.own, pair.rest);
            Some(Point::of(
                pair.period,
                &Estimate::new(
                    own.value() - rest.value(),
                    own.standard_error().hypot(rest.standard_error()),
                    own.widening() - rest.widening(),
                )?,
            ))
        })
        .collect();
    points.map_or(Trend::NotTestable(NotTestable::OutOfRange), |points| {
        trend(&points)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::Interval;

    const OWN: [f64; 8] = [10.0, 10.5, 11.2, 11.4, 12.1, 12.6, 13.2, 13.4];
    const REST: [f64; 8] = [9.0, 9.2, 9.5, 9.5, 9.8, 9.9, 10.3, 10.3];

    fn pairs(own: impl Fn(usize) -> f64, rounding: f64) -> Vec<Pair> {
        let estimate = |value: f64, error: f64| {
            let within = Interval::new(value - rounding, value + rounding).unwrap();
            Estimate::new(value, error, within).unwrap()
        };
        (2015..)
            .zip(REST)
            .enumerate()
            .map(|(year, (period, rest))| Pair {
                period,
                own: estimate(own(year), 0.3),
                rest: estimate(rest, 0.1),
            })
            .collect()
    }

    // Weighted least squares on the differences, written out in Python; p by Simpson's rule over the density of Student's t with 6
    // degrees of freedom. The scatter is below chance, so that the scale is one.
    #[test]
    fn agrees_with_the_regression_written_out() {
        let Trend::Rising(effect) = growth_apart(&pairs(|year| OWN[year], 0.0)) else {
            panic!("the first rises by 0.31 a year more");
        };
        assert!((effect.per_year - 0.310_714_285_714_285_5).abs() < 1e-12);
        assert!((effect.p_value / 0.000_704_359_712_132_9 - 1.0).abs() < 1e-6);
        assert!((effect.overdispersion - 1.0).abs() < 1e-12);
    }

    #[test]
    fn swapping_the_two_mirrors_it() {
        let swapped: Vec<Pair> = pairs(|year| OWN[year], 0.0)
            .iter()
            .map(|pair| Pair {
                own: pair.rest,
                rest: pair.own,
                ..*pair
            })
            .collect();
        assert!(matches!(growth_apart(&swapped), Trend::Falling(_)));
    }

    /// Both rise demonstrably, by as much: that is no difference.
    #[test]
    fn two_that_rise_alike_do_not_differ() {
        let alike = pairs(|year| REST[year] * 1.2 + 0.05 * (year % 2) as f64, 0.0);
        assert!(matches!(
            growth_apart(&alike),
            Trend::NoDemonstrableTrend(_)
        ));
    }

    #[test]
    fn what_rounding_may_explain_is_not_claimed() {
        assert!(matches!(
            growth_apart(&pairs(|year| OWN[year], 0.5)),
            Trend::NoDemonstrableTrend(_)
        ));
    }

    /// Of totals logarithms are held against each other: what is ten times as large adds ten times as much, and grows no faster.
    #[test]
    fn totals_grow_by_a_share_of_themselves() {
        let pairs = |own: f64, rest: f64| -> Vec<Pair> {
            let total = |start: f64, growth: f64, year: i32| {
                let value = start * growth.powi(year);
                let within = Interval::new(value - 2.0, value + 2.0).unwrap();
                Estimate::new(value, value.sqrt(), within).unwrap()
            };
            (0..8)
                .map(|year| Pair {
                    period: 2015 + year,
                    own: total(2_000.0, own, year),
                    rest: total(20_000.0, rest, year),
                })
                .collect()
        };
        let logarithms = |pairs: Vec<Pair>| -> Vec<Pair> {
            let log = |pair: &Pair| Pair {
                own: pair.own.logarithm().unwrap(),
                rest: pair.rest.logarithm().unwrap(),
                ..*pair
            };
            pairs.iter().map(log).collect()
        };
        assert!(matches!(
            growth_apart(&pairs(1.05, 1.05)),
            Trend::Falling(_)
        ));
        let alike = growth_apart(&logarithms(pairs(1.05, 1.05)));
        assert!(matches!(alike, Trend::NoDemonstrableTrend(_)), "{alike:?}");
        let Trend::Rising(effect) = growth_apart(&logarithms(pairs(1.08, 1.02))) else {
            panic!("8 % is more than 2 %");
        };
        assert!((effect.per_year - (1.08_f64 / 1.02).ln()).abs() < 1e-6);
    }

    #[test]
    fn too_few_years_are_not_tested() {
        let few = &pairs(|year| OWN[year], 0.0)[..4];
        assert!(matches!(
            growth_apart(few),
            Trend::NotTestable(NotTestable::TooFewPeriods { have: 4, need: 5 })
        ));
    }
}
