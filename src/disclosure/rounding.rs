//! How a figure that is shown is rounded.

use crate::release::{Policy, R10, provider_base};
use crate::vocabulary::{Measure, MeasureUnit};

/// `value` as it is published by `policy`. What is public stays as it is.
pub(super) fn rounded(value: i64, measure: Measure, policy: &Policy) -> f64 {
    let value = i128::from(value);
    let whole = match measure.unit() {
        _ if measure.is_public() => value,
        MeasureUnit::Inhabitants => value,
        MeasureUnit::Persons | MeasureUnit::Trajectories | MeasureUnit::Orders => {
            to_multiple(value, policy.afronding_aantal)
        }
        MeasureUnit::Providers => to_multiple(value, provider_base(policy)),
        MeasureUnit::Euro => to_multiple(value, policy.afronding_euro),
        MeasureUnit::Days => to_multiple(value, policy.afronding_dagen),
        MeasureUnit::EuroSquared | MeasureUnit::DaysSquared => preferred_number(value),
    };
    whole as f64
}

/// Wider than the figures themselves, so that rounding the largest one up does not overflow.
fn to_multiple(value: i128, base: u32) -> i128 {
    let base = i128::from(base);
    (value + base / 2).div_euclid(base) * base
}

/// The nearest preferred number of the R10 series. Sums of
/// squares serve uncertainty only, and one youth can make up nearly all of them: anything finer would give her away.
fn preferred_number(value: i128) -> i128 {
    let Some(decade) = value.unsigned_abs().checked_ilog10() else {
        return 0;
    };
    let scale = 10_i128.pow(decade);
    R10.into_iter()
        .map(|step| step * scale / 100)
        .min_by_key(|step| (step - value).abs())
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_to_the_nearest_multiple_of_the_policy() {
        let rounded: Vec<i128> = [10, 12, 13, 17, 18]
            .into_iter()
            .map(|count| to_multiple(count, 5))
            .collect();
        assert_eq!(rounded, [10, 10, 15, 15, 20]);
        assert_eq!(preferred_number(123_456), 125_000);
        assert_eq!(preferred_number(970), 1000);
        assert_eq!(preferred_number(0), 0);
    }

    #[test]
    fn the_largest_figures_are_rounded_too() {
        assert_eq!(preferred_number(10_i128.pow(16)), 10_i128.pow(16));
        assert_eq!(preferred_number(i128::from(i64::MAX)), 10_i128.pow(19));
        assert_eq!(
            to_multiple(i128::from(i64::MAX), 1000),
            9_223_372_036_854_776_000
        );
        assert_eq!(
            to_multiple(i128::from(i64::MIN), 1000),
            -9_223_372_036_854_776_000
        );
    }
}
