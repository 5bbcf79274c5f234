//! What a figure that is shown stands for.

use super::{Policy, Region};
use crate::statistics::Interval;
use crate::vocabulary::{Measure, MeasureUnit};

/// The preferred numbers of the R10 series (ISO 3), in hundredths of a decade: ten steps, each some 26 % above the last.
pub(crate) const R10: [i128; 11] = [100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000];

/// Where the true value lies when `value` is shown, given the rounding of the policy.
pub(crate) fn rounding(region: &Region, measure: Measure, value: f64) -> Interval {
    let policy = region.policy();
    let within = match measure.unit() {
        _ if measure.is_public() => None,
        MeasureUnit::Inhabitants => None,
        MeasureUnit::Providers => around(value, provider_base(policy), 0.0),
        // Counts under the threshold would have been hidden.
        MeasureUnit::Persons | MeasureUnit::Trajectories | MeasureUnit::Orders => {
            around(value, policy.afronding_aantal, f64::from(policy.drempel))
        }
        MeasureUnit::Euro => around(value, policy.afronding_euro, 0.0),
        MeasureUnit::Days => around(value, policy.afronding_dagen, 0.0),
        MeasureUnit::EuroSquared | MeasureUnit::DaysSquared => around_preferred(value),
    };
    within.unwrap_or_else(|| Interval::exact(value))
}

/// The base to which a number of providers is rounded. If 0 could stand for nothing but 0, it would tell that no youth is concerned.
pub(crate) fn provider_base(policy: &Policy) -> u32 {
    policy.afronding_aantal.max(5)
}

/// The whole numbers of at least `least` that are rounded to `value` as a multiple of `base`: 10 stands for 8 to 12, and with tens 40
/// for 35 to 44.
fn around(value: f64, base: u32, least: f64) -> Option<Interval> {
    Interval::new(
        (value - f64::from(base / 2)).max(least),
        value + f64::from(base.saturating_sub(1) / 2),
    )
}

/// Halfway to the preferred numbers on both sides. Under a hundred they are rounded once more, which one on both sides makes up for.
fn around_preferred(value: f64) -> Option<Interval> {
    if value < 1.0 {
        return None;
    }
    let decade = 10_f64.powf(value.log10().floor() - 2.0);
    let step = |place: usize| R10[place] as f64 * decade;
    let place = (0..10).min_by(|left, right| {
        (step(*left) - value)
            .abs()
            .total_cmp(&(step(*right) - value).abs())
    })?;
    let below = if place == 0 {
        step(9) / 10.0
    } else {
        step(place - 1)
    };
    let slack = if value < 100.0 { 1.0 } else { 0.0 };
    Interval::new(
        (f64::midpoint(below, value) - slack).max(0.0),
        f64::midpoint(value, step(place + 1)) + slack,
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn preferred_numbers_reach_halfway_to_the_next() {
        let around = |value| around_preferred(value).unwrap();
        assert_eq!(
            (around(1_000.0).lo(), around(1_000.0).hi()),
            (900.0, 1_125.0)
        );
        assert_eq!((around(315.0).lo(), around(315.0).hi()), (282.5, 357.5));
        assert_eq!((around(8e9).lo(), around(8e9).hi()), (7.15e9, 9e9));
        assert!(around_preferred(0.0).is_none());
    }
}
