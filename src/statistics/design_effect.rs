//! How much less units say that come in clusters, such as the care trajectories of one youth.

/// One cluster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cluster {
    /// Its units with the event.
    pub events: f64,
    /// Its units.
    pub n: f64,
}

/// What clusters do to the certainty of a share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clustering {
    /// Events over units.
    pub share: f64,
    /// Standard error of the share, clusters taken into account.
    pub standard_error: f64,
    /// Variance of the share over what it would be if all units were independent. Divide events and units by it, and an interval for
    /// independent units holds.
    pub design_effect: f64,
    /// Intraclass correlation: one when all units of a cluster agree, zero when a cluster says nothing. `None` when no cluster has more
    /// than one unit.
    pub intraclass_correlation: Option<f64>,
}

/// Design effect and intraclass correlation of a share over `clusters`.
///
/// With e of n units in each of m clusters, N = Σ n and P = Σ e / N: variance of the share m / (m − 1) Σ (e − n P)² / N², and the design
/// effect is that over P (1 − P) / N (Rao & Scott, Biometrics 48, 1992, 577-585; variance of a ratio, Cochran, Sampling Techniques,
/// 3rd ed. 1977, section 2.11). Intraclass correlation (B − W) / (B + (n₀ − 1) W), with the mean squares between clusters
/// B = Σ n (e/n − P)² / (m − 1) and within W = Σ e (1 − e/n) / (N − m), and n₀ = (N − Σ n² / N) / (m − 1) (Ridout, Demétrio & Firth,
/// Biometrics 55, 1999, 137-148, the analysis-of-variance estimator). It may come out a little below zero.
///
/// `None` unless `0 <= events <= n` and `n > 0`, all finite, and when there is nothing to compare: fewer than two clusters, or a share
/// of zero or one.
pub fn design_effect(clusters: &[Cluster]) -> Option<Clustering> {
    let usable = |cluster: &Cluster| {
        cluster.events >= 0.0
            && cluster.events <= cluster.n
            && cluster.n > 0.0
            && cluster.n.is_finite()
    };
    if clusters.len() < 2 || !clusters.iter().all(usable) {
        return None;
    }
    let total = |term: &dyn Fn(&Cluster) -> f64| clusters.iter().map(term).sum::<f64>();
    let m = clusters.len() as f64;
    let n = total(&|cluster| cluster.n);
    let events = total(&|cluster| cluster.events);
    if events <= 0.0 || events >= n {
        return None;
    }
    let share = events / n;
    let residual = |cluster: &Cluster| cluster.events - cluster.n * share;
    let variance = m / (m - 1.0) * total(&|cluster| residual(cluster).powi(2)) / (n * n);
    let design_effect = variance / (share * (1.0 - share) / n);
    let between = total(&|cluster| residual(cluster).powi(2) / cluster.n) / (m - 1.0);
    let within = total(&|cluster| cluster.events * (1.0 - cluster.events / cluster.n)) / (n - m);
    let typical = (n - total(&|cluster| cluster.n * cluster.n) / n) / (m - 1.0);
    let intraclass_correlation = (n > m)
        .then(|| (between - within) / (between + (typical - 1.0) * within))
        .filter(|correlation| correlation.is_finite());
    design_effect.is_finite().then(|| Clustering {
        share,
        standard_error: variance.sqrt(),
        design_effect,
        intraclass_correlation,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clusters(rows: &[(f64, f64)]) -> Vec<Cluster> {
        rows.iter()
            .map(|(events, n)| Cluster {
                events: *events,
                n: *n,
            })
            .collect()
    }

    /// Pups alive after 21 days of those alive after 4, by litter (Weil 1970; Williams, Biometrics 31, 1975, 949-952): control and treated.
    const CONTROL: [(f64, f64); 16] = [
        (13.0, 13.0),
        (12.0, 12.0),
        (9.0, 9.0),
        (9.0, 9.0),
        (8.0, 8.0),
        (8.0, 8.0),
        (12.0, 13.0),
        (11.0, 12.0),
        (9.0, 10.0),
        (9.0, 10.0),
        (8.0, 9.0),
        (11.0, 13.0),
        (4.0, 5.0),
        (5.0, 7.0),
        (7.0, 10.0),
        (7.0, 10.0),
    ];
    const TREATED: [(f64, f64); 16] = [
        (12.0, 12.0),
        (11.0, 11.0),
        (10.0, 10.0),
        (9.0, 9.0),
        (10.0, 11.0),
        (9.0, 10.0),
        (9.0, 10.0),
        (8.0, 9.0),
        (8.0, 9.0),
        (4.0, 5.0),
        (7.0, 9.0),
        (4.0, 7.0),
        (5.0, 10.0),
        (3.0, 6.0),
        (3.0, 10.0),
        (0.0, 7.0),
    ];

    // statsmodels 0.15.0: the variance is that of OLS on a constant with cov_type="cluster"; the mean squares are those of anova_lm.
    #[test]
    fn agrees_with_another_package() {
        for (rows, share, effect, correlation) in [
            (
                CONTROL,
                142.0 / 158.0,
                1.232_495_394_306_767_1,
                0.029_091_385_439_862_35,
            ),
            (
                TREATED,
                112.0 / 145.0,
                3.952_860_625_964_073_7,
                0.372_134_813_814_396_34,
            ),
        ] {
            let found = design_effect(&clusters(&rows)).unwrap();
            assert!((found.share - share).abs() < 1e-15);
            assert!(
                (found.design_effect / effect - 1.0).abs() < 1e-12,
                "{found:?}"
            );
            let found = found.intraclass_correlation.unwrap();
            assert!((found / correlation - 1.0).abs() < 1e-11, "{found}");
        }
    }

    #[test]
    fn says_when_there_is_nothing_to_compare() {
        for rows in [
            &[][..],
            &[(2.0, 5.0)],
            &[(0.0, 5.0), (0.0, 4.0)],
            &[(5.0, 5.0), (4.0, 4.0)],
            &[(6.0, 5.0), (1.0, 4.0)],
            &[(0.0, 0.0), (1.0, 4.0)],
            &[(f64::NAN, 5.0), (1.0, 4.0)],
        ] {
            assert_eq!(design_effect(&clusters(rows)), None, "{rows:?}");
        }
    }

    proptest! {
        /// Clusters whose units all agree: correlation one, and with equal sizes an effect of size × m / (m − 1), for the size of the
        /// cluster is then all that it multiplies.
        #[test]
        fn units_that_agree_count_once(agreeing in prop::collection::vec(any::<bool>(), 2..30), size in 2_u32..20) {
            prop_assume!(agreeing.contains(&true) && agreeing.contains(&false));
            let size = f64::from(size);
            let rows: Vec<_> = agreeing.iter().map(|yes| (if *yes { size } else { 0.0 }, size)).collect();
            let found = design_effect(&clusters(&rows)).unwrap();
            let m = agreeing.len() as f64;
            prop_assert!((found.design_effect / (size * m / (m - 1.0)) - 1.0).abs() < 1e-9);
            prop_assert!((found.intraclass_correlation.unwrap() - 1.0).abs() < 1e-9);
        }

        /// Units on their own do not cluster.
        #[test]
        fn single_units_have_no_correlation(events in prop::collection::vec(any::<bool>(), 2..40)) {
            prop_assume!(events.contains(&true) && events.contains(&false));
            let rows: Vec<_> = events.iter().map(|yes| (f64::from(u8::from(*yes)), 1.0)).collect();
            let found = design_effect(&clusters(&rows)).unwrap();
            let m = events.len() as f64;
            prop_assert!((found.design_effect - m / (m - 1.0)).abs() < 1e-9);
            prop_assert_eq!(found.intraclass_correlation, None);
        }
    }
}
