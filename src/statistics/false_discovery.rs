//! How sure a finding is that was looked for among many.

/// The p values of a family of tests, adjusted so that claiming all findings at or below q keeps the expected share of false ones
/// among the claimed at or below q; in the order in which they came.
///
/// With p(1) ≤ … ≤ p(m): adjusted p(i) = min over j ≥ i of m p(j) / j, at most 1 (Benjamini & Hochberg, J. R. Stat. Soc. B 57, 1995,
/// 289-300; in this form Yekutieli & Benjamini, J. Stat. Plan. Inference 82, 1999, 171-196). For tests that are independent or go
/// together. `p.adjust(p, "BH")` of R.
///
/// `None` when one is not between 0 and 1.
pub fn benjamini_hochberg(p_values: &[f64]) -> Option<Vec<f64>> {
    if !p_values.iter().all(|p| (0.0..=1.0).contains(p)) {
        return None;
    }
    let m = p_values.len() as f64;
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let mut adjusted = vec![1.0; p_values.len()];
    let mut least: f64 = 1.0;
    for (rank, place) in order.into_iter().enumerate().rev() {
        least = least.min(p_values[place] * (m / (rank + 1) as f64));
        adjusted[place] = least;
    }
    Some(adjusted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The fifteen p values of Benjamini & Hochberg 1995, section 4.2.
    const MYOCARDIAL: [f64; 15] = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0000,
    ];

    // The paper: at 0.05 the procedure claims the four smallest. All digits from multipletests(p, method="fdr_bh") of statsmodels 0.15.0,
    // which false_discovery_control of scipy 1.17.1 repeats.
    #[test]
    fn agrees_with_the_paper_and_other_packages() {
        let adjusted = benjamini_hochberg(&MYOCARDIAL).unwrap();
        assert_eq!(adjusted.iter().filter(|p| **p <= 0.05).count(), 4);
        let expected = [
            0.0015,
            0.003,
            0.0095,
            0.035_625,
            0.0603,
            0.063_857_142_857_142_86,
            0.063_857_142_857_142_86,
            0.0645,
            0.0765,
            0.486,
            0.581_181_818_181_818_2,
            0.714_875,
            0.753_230_769_230_769_3,
            0.813_214_285_714_285_7,
            1.0,
        ];
        for (found, expected) in adjusted.iter().zip(expected) {
            assert!((found / expected - 1.0).abs() < 1e-12, "{found} {expected}");
        }
    }

    #[test]
    fn refuses_what_is_no_probability() {
        assert_eq!(benjamini_hochberg(&[]), Some(Vec::new()));
        for p in [-0.1, 1.1, f64::NAN] {
            assert_eq!(benjamini_hochberg(&[0.5, p]), None);
        }
    }

    proptest! {
        /// Never below the p value itself, never out of its order, wherever it stands; a family of one is left alone.
        #[test]
        fn keeps_the_order(p_values in prop::collection::vec(0.0..=1.0_f64, 1..20)) {
            let adjusted = benjamini_hochberg(&p_values).unwrap();
            for (i, p) in p_values.iter().enumerate() {
                prop_assert!(adjusted[i] >= *p && adjusted[i] <= 1.0);
                for (j, other) in p_values.iter().enumerate() {
                    prop_assert!(p > other || adjusted[i] <= adjusted[j]);
                }
            }
            let mut turned = p_values.clone();
            turned.reverse();
            let mut back = benjamini_hochberg(&turned).unwrap();
            back.reverse();
            prop_assert_eq!(back, adjusted);
            prop_assert_eq!(benjamini_hochberg(&p_values[..1]), Some(p_values[..1].to_vec()));
        }
    }
}
