//! Whether a share rises or falls over ordered groups.

use super::normal::chi_square_1_p;

/// One group: a period, or a dose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Where it stands: the time, or any other score.
    pub score: f64,
    /// Units with the event.
    pub events: f64,
    /// Units.
    pub n: f64,
}

/// Outcome of the test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinearTrend {
    /// Change of the share for one step of the score, by least squares with weights n.
    pub slope: f64,
    /// Chi-square for slope, with one degree of freedom.
    pub chi_square: f64,
    /// Probability of a chi-square at least as large when all groups have the same share.
    pub p_value: f64,
}

/// The chi-square for a linear trend in shares.
///
/// With x the score, e of n units having the event, P = Σ e / Σ n and X = Σ n x / Σ n over the groups:
/// chi-square = (Σ (e − n P)(x − X))² / (P (1 − P) Σ n (x − X)²) (Cochran, Biometrics 10, 1954, 417-451; Armitage, Biometrics 11, 1955,
/// 375-386), without continuity correction: `prop.trend.test` of R. It takes all variation around the line for chance; see
/// [`trend`](super::trend()) for a test that does not.
///
/// `None` unless `0 <= events <= n`, all finite, and when nothing can be tested: no units, one score, or a share of zero or one.
pub fn cochran_armitage(groups: &[Scored]) -> Option<LinearTrend> {
    let usable = |group: &Scored| {
        group.score.is_finite()
            && group.events >= 0.0
            && group.events <= group.n
            && group.n.is_finite()
    };
    if !groups.iter().all(usable) {
        return None;
    }
    let total = |term: &dyn Fn(&Scored) -> f64| groups.iter().map(term).sum::<f64>();
    let n = total(&|group| group.n);
    let share = total(&|group| group.events) / n;
    let centre = total(&|group| group.n * group.score) / n;
    let distance = |group: &Scored| group.score - centre;
    let squares = total(&|group| group.n * distance(group).powi(2));
    // A centre that is off by rounding must not pass for two scores.
    let least = groups.first()?.score;
    if groups
        .iter()
        .all(|group| group.n <= 0.0 || group.score.to_bits() == least.to_bits())
    {
        return None;
    }
    let slope = total(&|group| (group.events - group.n * share) * distance(group)) / squares;
    let chi_square = slope * slope * squares / (share * (1.0 - share));
    (slope.is_finite() && chi_square.is_finite())
        .then(|| chi_square_1_p(chi_square))
        .flatten()
        .map(|p_value| LinearTrend {
            slope,
            chi_square,
            p_value,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn groups(rows: &[(f64, f64, f64)]) -> Vec<Scored> {
        rows.iter()
            .map(|(score, events, n)| Scored {
                score: *score,
                events: *events,
                n: *n,
            })
            .collect()
    }

    /// Smokers among patients (Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. 1981, p. 139), the example of R.
    fn smokers(scores: [f64; 4]) -> LinearTrend {
        let rows: Vec<_> = scores
            .into_iter()
            .zip([(83.0, 86.0), (90.0, 93.0), (129.0, 136.0), (70.0, 82.0)])
            .map(|(score, (events, n))| (score, events, n))
            .collect();
        cochran_armitage(&groups(&rows)).unwrap()
    }

    // prop.trend.test(smokers, patients) of R prints X-squared = 8.2249, p-value = 0.004132, and with scores 0 0 0 1 it prints 12.173
    // and 0.0004848. Further digits: exact fractions, and chi2.sf of scipy 1.17.1.
    #[test]
    fn agrees_with_another_package() {
        for (scores, slope, chi_square, p_value) in [
            (
                [1.0, 2.0, 3.0, 4.0],
                -0.033_415_626_412_601_27,
                8.224_922_285_197_676,
                0.004_131_897_477_641_565,
            ),
            (
                [0.0, 0.0, 0.0, 1.0],
                -0.105_071_622_144_792_88,
                12.173_146_220_740_241,
                0.000_484_824_593_441_677_6,
            ),
        ] {
            let found = smokers(scores);
            for (found, expected) in [
                (found.slope, slope),
                (found.chi_square, chi_square),
                (found.p_value, p_value),
            ] {
                assert!(
                    (found / expected - 1.0).abs() < 1e-11,
                    "{found} is not {expected}"
                );
            }
        }
    }

    #[test]
    fn says_when_nothing_can_be_tested() {
        assert_eq!(cochran_armitage(&[]), None);
        // The mean of three times 0.1 is not 0.1 in the last digit.
        let one_score = [(0.1, 1.0, 3.0), (0.1, 2.0, 3.0), (0.1, 3.0, 3.0)];
        assert_eq!(cochran_armitage(&groups(&one_score)), None);
        for rows in [
            [(1.0, 5.0, 9.0), (1.0, 2.0, 9.0)],
            [(0.1, 5.0, 9.0), (0.1, 2.0, 7.0)],
            [(1.0, 0.0, 9.0), (2.0, 0.0, 9.0)],
            [(1.0, 9.0, 9.0), (2.0, 9.0, 9.0)],
            [(1.0, 0.0, 0.0), (2.0, 0.0, 0.0)],
            [(1.0, 9.0, 5.0), (2.0, 1.0, 9.0)],
            [(f64::NAN, 1.0, 5.0), (2.0, 1.0, 9.0)],
            [(1.0, -1.0, 5.0), (2.0, 1.0, 9.0)],
        ] {
            assert_eq!(cochran_armitage(&groups(&rows)), None, "{rows:?}");
        }
    }

    proptest! {
        /// Counting the other units turns the slope and leaves the test; another unit of time scales the slope and leaves the test.
        #[test]
        fn mirrors_and_scales(counts in prop::collection::vec((0_u32..30, 1_u32..30), 2..9)) {
            let rows: Vec<_> = (0_u32..)
                .zip(&counts)
                .map(|(time, (events, rest))| (f64::from(time), f64::from(*events), f64::from(events + rest)))
                .collect();
            prop_assume!(rows.iter().any(|row| row.1 > 0.0));
            let found = cochran_armitage(&groups(&rows)).unwrap();
            let others: Vec<_> = rows.iter().map(|(time, events, n)| (*time, n - events, *n)).collect();
            let mirrored = cochran_armitage(&groups(&others)).unwrap();
            prop_assert!((mirrored.slope + found.slope).abs() < 1e-12);
            prop_assert!((mirrored.chi_square - found.chi_square).abs() < 1e-9);
            let quarters: Vec<_> = rows.iter().map(|(time, events, n)| (2020.0 + time / 4.0, *events, *n)).collect();
            let scaled = cochran_armitage(&groups(&quarters)).unwrap();
            prop_assert!((scaled.slope / 4.0 - found.slope).abs() < 1e-9);
            prop_assert!((scaled.p_value - found.p_value).abs() < 1e-6);
        }
    }
}
