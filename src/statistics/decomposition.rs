//! How much each factor of a product contributed to its change.

use super::interval::Interval;

/// A factor before and after, as far as rounding tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Factor {
    /// Before.
    pub before: Interval,
    /// After.
    pub after: Interval,
}

impl Factor {
    /// A factor that is known precisely.
    pub fn exact(before: f64, after: f64) -> Self {
        Self {
            before: Interval::exact(before),
            after: Interval::exact(after),
        }
    }
}

/// The part of each factor in the change of their product, in the unit of the product.
///
/// Logarithmic mean Divisia index, additive: `L(V₁, V₀) · ln(x₁ / x₀)` with `L(a, b) = (a − b) / ln(a / b)`. The parts together are
/// exactly the change, whatever the factors, and no factor comes before another (Ang, Energy Policy 33, 2005, 867-871).
/// `None` when a factor is not above zero: a ratio of nothing has no logarithm.
pub fn parts_of_change(product: (f64, f64), factors: &[(f64, f64)]) -> Option<Vec<f64>> {
    let weight = logarithmic_mean(product.0, product.1)?;
    factors
        .iter()
        .map(|(before, after)| {
            (is_usable(*before) && is_usable(*after)).then(|| weight * (after / before).ln())
        })
        .collect()
}

/// The range of a part when product and factor have ranges; holds every combination, but is not the smallest that does.
/// `None` when either may be zero or has no upper limit.
pub fn part_of_change_widened(product: Factor, factor: Factor) -> Option<Interval> {
    // The logarithmic mean rises with both of its arguments.
    let least = logarithmic_mean(product.before.lo(), product.after.lo())?;
    let most = logarithmic_mean(product.before.hi(), product.after.hi())?;
    if ![factor.before.lo(), factor.after.lo()]
        .into_iter()
        .all(is_usable)
    {
        return None;
    }
    let low = (factor.after.lo() / factor.before.hi()).ln();
    let high = (factor.after.hi() / factor.before.lo()).ln();
    let ends = [least * low, least * high, most * low, most * high];
    Interval::new(
        ends.into_iter().fold(f64::INFINITY, f64::min),
        ends.into_iter().fold(f64::NEG_INFINITY, f64::max),
    )
    .filter(|range| range.width().is_finite())
}

/// Between two positive amounts: never below their geometric and never above their arithmetic mean.
fn logarithmic_mean(a: f64, b: f64) -> Option<f64> {
    if !(is_usable(a) && is_usable(b)) {
        return None;
    }
    // Near each other both differences vanish; the first terms of the series are then exact.
    let ratio = (a - b) / b;
    if ratio.abs() < 1e-6 {
        return Some(b * (1.0 + ratio / 2.0 - ratio * ratio / 12.0));
    }
    Some((a - b) / (a / b).ln())
}

fn is_usable(value: f64) -> bool {
    value > 0.0 && value.is_finite()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// By hand: 100 becomes 200 because 10 became 20 and the other factor stayed 10: all of the change is of the first. And 2 × 3 = 6
    /// becomes 4 × 6 = 24: both doubled, so each has half of 18.
    #[test]
    fn worked_by_hand() {
        let parts = parts_of_change((100.0, 200.0), &[(10.0, 20.0), (10.0, 10.0)]).unwrap();
        assert!((parts[0] - 100.0).abs() < 1e-9 && parts[1].abs() < 1e-9);
        let parts = parts_of_change((6.0, 24.0), &[(2.0, 4.0), (3.0, 6.0)]).unwrap();
        assert!((parts[0] - 9.0).abs() < 1e-9 && (parts[1] - 9.0).abs() < 1e-9);
    }

    /// Three factors that change at different rates, from the defining formula in Python's own floating point:
    /// V = 60 to 210; L = 150 / ln(3.5) = 119.7353…; parts L ln(5/4), L ln(6/3) and L ln(7/5).
    #[test]
    fn each_part_follows_its_own_rate() {
        let parts = parts_of_change((60.0, 210.0), &[(4.0, 5.0), (3.0, 6.0), (5.0, 7.0)]).unwrap();
        let expected = [26.718_168_990_4, 82.994_213_349_8, 40.287_617_659_9];
        for (part, expected) in parts.iter().zip(expected) {
            assert!((part - expected).abs() < 1e-6, "{part} is not {expected}");
        }
    }

    #[test]
    fn nothing_has_no_rate() {
        assert_eq!(parts_of_change((0.0, 6.0), &[(0.0, 2.0), (3.0, 3.0)]), None);
        let zero = Factor {
            before: Interval::new(0.0, 4.0).unwrap(),
            after: Interval::exact(3.0),
        };
        assert_eq!(part_of_change_widened(Factor::exact(5.0, 6.0), zero), None);
        assert_eq!(part_of_change_widened(zero, Factor::exact(5.0, 6.0)), None);
    }

    proptest! {
        /// The parts are the change, to the last digits that a floating-point number has.
        #[test]
        fn parts_add_up_exactly(
            before in prop::collection::vec(1e-2_f64..1e4, 3),
            after in prop::collection::vec(1e-2_f64..1e4, 3),
        ) {
            let product = |factors: &[f64]| factors.iter().product::<f64>();
            let change = (product(&before), product(&after));
            let factors: Vec<_> = before.iter().copied().zip(after.iter().copied()).collect();
            let parts = parts_of_change(change, &factors).unwrap();
            let most = change.0.max(change.1);
            prop_assert!((parts.iter().sum::<f64>() - (change.1 - change.0)).abs() <= 1e-9 * most);
            for (part, (before, after)) in parts.iter().zip(&factors) {
                prop_assert!(part * (after - before) >= 0.0);
            }
        }

        /// What factors hardly change has no jump where the series takes over.
        #[test]
        fn small_changes_add_up_too(base in 1.0_f64..1e6, change in -2e-6_f64..2e-6) {
            let after = base * (1.0 + change);
            let parts = parts_of_change((base, after), &[(base, after)]).unwrap();
            prop_assert!((parts[0] - (after - base)).abs() <= 1e-9 * base);
        }

        /// Whatever the true figures were, their part lies in the range.
        #[test]
        fn the_range_holds_every_part(
            ends in prop::collection::vec((1.0_f64..1e3, 0.0_f64..50.0, 0.0_f64..1.0), 4)
        ) {
            let range = |at: usize| {
                let (low, width, place) = ends[at];
                (Interval::new(low, low + width).unwrap(), low + width * place)
            };
            let (v0, v1, x0, x1) = (range(0), range(1), range(2), range(3));
            let wide = part_of_change_widened(
                Factor { before: v0.0, after: v1.0 },
                Factor { before: x0.0, after: x1.0 },
            )
            .unwrap();
            let part = parts_of_change((v0.1, v1.1), &[(x0.1, x1.1)]).unwrap()[0];
            prop_assert!(wide.lo() <= part + 1e-6 && part - 1e-6 <= wide.hi());
        }
    }
}
