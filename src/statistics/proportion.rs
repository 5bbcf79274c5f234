//! Wilson's interval for a share.

use super::interval::Interval;

/// Score interval for the share `events / n` at `z` standard errors (Wilson, J. Am. Stat. Assoc. 22, 1927, 209-212).
///
/// Both are numbers of units; the answer lies in 0 to 1. `None` unless `0 <= events <= n`, `n > 0` and `z >= 0`, all finite. Units
/// that cluster (care trajectories of one youth) say less than their number: divide both by the design effect first, so fractions
/// are allowed. For rounded or hidden figures use [`wilson_widened`](super::wilson_widened).
pub fn wilson(events: f64, n: f64, z: f64) -> Option<Interval> {
    if !(events >= 0.0 && events <= n && n > 0.0 && n.is_finite() && z >= 0.0 && z.is_finite()) {
        return None;
    }
    let share = events / n;
    let per_unit = z * z / n;
    let centre = share + per_unit / 2.0;
    let arm = (per_unit * share * (1.0 - share) + per_unit * per_unit / 4.0).sqrt();
    // None or all of the units gives a limit of zero or one; rounding must not leave a trace there.
    let lo = if events <= 0.0 {
        0.0
    } else {
        ((centre - arm) / (1.0 + per_unit)).clamp(0.0, share)
    };
    let hi = if events >= n {
        1.0
    } else {
        ((centre + arm) / (1.0 + per_unit)).clamp(share, 1.0)
    };
    Interval::new(lo, hi)
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "limits of zero and one are exact")]
mod tests {
    use super::*;
    use crate::statistics::Z_95;

    // R package PHEindicatormethods, its own test of phe_proportion for 65 of 100 (eight digits); further digits from the formula.
    #[test]
    fn agrees_with_the_reference_value() {
        let interval = wilson(65.0, 100.0, Z_95).unwrap();
        assert!((interval.lo() - 0.552_544_432_968_880).abs() < 1e-14);
        assert!((interval.hi() - 0.736_357_517_569_025).abs() < 1e-14);
    }

    // The four examples of Newcombe (Stat. Med. 17, 1998, 857-872, table I, method 3): 0.2553 to 0.3662, 0.0624 to 0.1605, 0 to 0.1611,
    // 0.0061 to 0.1718. Further digits from proportion_confint(method="wilson") of statsmodels 0.15.0.
    #[test]
    fn agrees_with_newcombe() {
        for (events, n, lo, hi) in [
            (
                81.0,
                263.0,
                0.255_288_519_878_274_2,
                0.366_209_576_982_800_04,
            ),
            (
                15.0,
                148.0,
                0.062_386_399_530_736_28,
                0.160_487_241_723_308_03,
            ),
            (0.0, 20.0, 0.0, 0.161_125_158_052_819_4),
            (
                1.0,
                29.0,
                0.006_113_214_292_762_667,
                0.171_755_218_793_202_94,
            ),
        ] {
            let interval = wilson(events, n, Z_95).unwrap();
            assert!((interval.lo() - lo).abs() < 1e-14, "{interval:?}");
            assert!((interval.hi() - hi).abs() < 1e-14, "{interval:?}");
        }
    }

    #[test]
    fn contains_the_share_and_mirrors() {
        for n in 1..60 {
            for events in 0..=n {
                let (e, n) = (f64::from(events), f64::from(n));
                let interval = wilson(e, n, Z_95).unwrap();
                let mirror = wilson(n - e, n, Z_95).unwrap();
                assert!(interval.contains(e / n) && Interval::UNIT.covers(interval));
                assert!((interval.lo() - (1.0 - mirror.hi())).abs() < 1e-14);
            }
        }
        assert_eq!(wilson(0.0, 7.0, Z_95).unwrap().lo(), 0.0);
        assert_eq!(wilson(7.0, 7.0, Z_95).unwrap().hi(), 1.0);
    }

    /// Coverage computed from the binomial distribution itself, averaged over 99 true shares.
    #[test]
    fn covers_the_true_share_as_often_as_promised() {
        for n in [10, 30, 100] {
            let mut sum = 0.0;
            for percent in 1..100 {
                let p = f64::from(percent) / 100.0;
                let mut probability = (1.0 - p).powi(n);
                for events in 0..=n {
                    if wilson(f64::from(events), f64::from(n), Z_95)
                        .unwrap()
                        .contains(p)
                    {
                        sum += probability;
                    }
                    probability *= f64::from(n - events) / f64::from(events + 1) * p / (1.0 - p);
                }
            }
            let coverage = sum / 99.0;
            assert!((0.945..0.965).contains(&coverage), "n {n}: {coverage}");
        }
    }

    #[test]
    fn refuses_what_is_no_share() {
        for (events, n, z) in [
            (1.0, 0.0, Z_95),
            (0.0, 0.0, Z_95),
            (-1.0, 5.0, Z_95),
            (6.0, 5.0, Z_95),
            (f64::NAN, 5.0, Z_95),
            (1.0, f64::INFINITY, Z_95),
            (1.0, 5.0, f64::NAN),
            (1.0, 5.0, -1.0),
        ] {
            assert_eq!(wilson(events, n, z), None);
        }
    }
}
