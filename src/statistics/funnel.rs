//! Control limits of a funnel plot of shares.

use super::interval::Interval;
use super::point_probability::binomial_at;
use super::root::bisect_whole;

/// The most units for which limits are computed.
pub const FUNNEL_MOST: u64 = 1_000_000_000;

/// Limits between which the share of a unit of size `n` stays with probability 1 − `outside` when its true share is `target`.
///
/// Exact binomial limits with interpolation (Spiegelhalter, Funnel plots for comparing institutional performance, Stat. Med. 24,
/// 2005, 1185-1202, appendix A.1.1): with r the smallest count whose probability of r or fewer is at least p, the limit at p is
/// (r − α) / n with α = (P(R ≤ r) − p) / P(R = r). The limits have p = `outside` / 2 and 1 − `outside` / 2, and are cut to 0 and 1; with hardly any units expected to have the event the upper one would
/// come out below the target, and is then the target.
///
/// `None` unless 0 ≤ `target` ≤ 1, 0 < `outside` < 1 and 1 ≤ `n` ≤ [`FUNNEL_MOST`].
pub fn funnel_limits(n: u64, target: f64, outside: f64) -> Option<Interval> {
    if !((0.0..=1.0).contains(&target)
        && outside > 0.0
        && outside < 1.0
        && (1..=FUNNEL_MOST).contains(&n))
    {
        return None;
    }
    if target <= 0.0 || target >= 1.0 {
        return Some(Interval::exact(target));
    }
    let units = n as f64;
    let lo = interpolated(n, target, outside / 2.0);
    // The upper limit of the events is where the lower limit of the other units is, counted from the other end.
    let hi = units - 1.0 - interpolated(n, 1.0 - target, outside / 2.0);
    Interval::new(
        (lo / units).clamp(0.0, target),
        (hi / units).clamp(target, 1.0),
    )
}

/// The interpolated count below which the events stay with probability `tail` of at most a half.
fn interpolated(n: u64, share: f64, tail: f64) -> f64 {
    let units = n as f64;
    // The median is never above the mean rounded up, so the count sought is not either.
    let most = (units * share).ceil().min(units);
    let count = bisect_whole(-1.0, most, |count| at_most(count, units, share) < tail);
    count - (at_most(count, units, share) - tail) / binomial_at(count, units, share)
}

/// Probability of `events` or fewer among `n`.
fn at_most(events: f64, n: f64, share: f64) -> f64 {
    let odds = (1.0 - share) / share;
    let mut term = binomial_at(events, n, share);
    let (mut sum, mut k) = (0.0, events);
    while term > sum * 1e-17 {
        sum += term;
        term *= k / (n - k + 1.0) * odds;
        k -= 1.0;
    }
    sum
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "limits of zero and one are exact")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // Spiegelhalter's formula with the binomial distribution of scipy 1.17.1 (binom.ppf, binom.cdf and binom.pmf).
    #[test]
    fn agrees_with_the_definition_by_another_package() {
        for (n, target, outside, lo, hi) in [
            (20, 0.1, 0.05, 0.0, 0.228_467_607_029_924_44),
            (100, 0.0265, 0.05, 0.0, 0.057_674_773_601_061_664),
            (100, 0.0265, 0.002, 0.0, 0.083_768_681_112_203_97),
            (
                300,
                0.25,
                0.05,
                0.200_160_315_575_712_54,
                0.298_171_328_070_304_16,
            ),
            (
                300,
                0.25,
                0.002,
                0.173_637_846_935_690_48,
                0.327_882_372_649_575_37,
            ),
            (
                1500,
                0.6,
                0.002,
                0.560_394_214_828_165,
                0.638_553_888_520_508_5,
            ),
            (
                50000,
                0.034,
                0.05,
                0.032_410_267_573_151_41,
                0.035_587_377_798_877_266,
            ),
            (
                1_000_000,
                0.4,
                0.002,
                0.398_485_887_321_613_83,
                0.401_513_683_016_243_96,
            ),
        ] {
            let limits = funnel_limits(n, target, outside).unwrap();
            assert!(
                (limits.lo() - lo).abs() < 1e-9 * lo.max(1e-3),
                "{n} {target}: {limits:?}"
            );
            assert!(
                (limits.hi() - hi).abs() < 1e-9 * hi,
                "{n} {target}: {limits:?}"
            );
        }
    }

    /// By hand: of two units with share 1/2 none has probability 1/4, one or fewer 3/4. At p = 0.4 the smallest count is 1, and
    /// α = (0.75 − 0.4) / 0.5 = 0.7: the limit is 0.3 / 2. The upper one, at p = 0.6, has α = 0.3 and is 0.7 / 2, which is below the
    /// target and therefore the target.
    #[test]
    fn worked_by_hand() {
        let limits = funnel_limits(2, 0.5, 0.8).unwrap();
        assert!((limits.lo() - 0.15).abs() < 1e-15);
        assert_eq!(limits.hi(), 0.5);
    }

    #[test]
    fn a_share_of_none_or_all_leaves_no_room() {
        assert_eq!(funnel_limits(9, 0.0, 0.05), Some(Interval::exact(0.0)));
        assert_eq!(funnel_limits(9, 1.0, 0.05), Some(Interval::exact(1.0)));
        assert_eq!(funnel_limits(3, 0.1, 0.05).unwrap().lo(), 0.0);
    }

    #[test]
    fn refuses_what_is_no_funnel() {
        for (n, target, outside) in [
            (0, 0.1, 0.05),
            (u64::MAX, 0.1, 0.05),
            (5, -0.1, 0.05),
            (5, 1.1, 0.05),
            (5, f64::NAN, 0.05),
            (5, 0.1, 0.0),
            (5, 0.1, 1.0),
        ] {
            assert_eq!(funnel_limits(n, target, outside), None);
        }
    }

    proptest! {
        /// Counting the other units gives the limits from the other end, one unit away: the distribution is interpolated upwards to
        /// each count, and so downwards for the others.
        #[test]
        fn wider_for_more_certainty_and_mirrored_for_the_rest(n in 1_u64..5000, target in 0.001..0.999_f64) {
            let narrow = funnel_limits(n, target, 0.05).unwrap();
            let wide = funnel_limits(n, target, 0.002).unwrap();
            prop_assert!(wide.covers(narrow) && narrow.contains(target));
            let mirror = funnel_limits(n, 1.0 - target, 0.05).unwrap();
            if mirror.lo() > 0.0 && narrow.hi() > target {
                prop_assert!((narrow.hi() - (1.0 - 1.0 / n as f64 - mirror.lo())).abs() < 1e-9);
            }
        }
    }
}
