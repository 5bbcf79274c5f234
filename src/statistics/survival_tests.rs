//! Tests of the product-limit estimate: two data sets from the literature, closed forms and edges.

#![allow(clippy::float_cmp, reason = "times are as written")]

use super::*;
use crate::statistics::Z_95;
use proptest::prelude::*;

fn followed(events: &[f64], censored: &[f64]) -> Vec<Followed> {
    let of = |event: bool| move |time: &f64| Followed { time: *time, event };
    events
        .iter()
        .map(of(true))
        .chain(censored.iter().map(of(false)))
        .collect()
}

/// Weeks of remission with 6-mercaptopurine (Freireich et al., Blood 21, 1963, 699-716; Gehan, Biometrika 52, 1965, 203-223).
fn remission() -> Vec<Followed> {
    followed(
        &[6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0],
        &[
            6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0,
        ],
    )
}

// Share, Greenwood's error and log-log limits: the formulas with mpmath 1.4.1 at fifty digits; share and limits repeated by
// KaplanMeierFitter of lifelines 0.30.3. To three digits they stand in Kleinbaum & Klein, Survival Analysis, 3rd ed. 2012:
// .857 .807 .753 .690 .627 .538 .448, and their errors in the output of R's survival package: .0764 .0869 .0963 .1068 .1141 .1282 .1346.
#[test]
fn agrees_with_freireich() {
    let states = kaplan_meier(&remission(), Z_95).unwrap();
    for (time, at_risk, events, survival, error, lo, hi) in [
        (
            6.0,
            21,
            3,
            0.857_142_857_142_857_1,
            0.076_360_354_832_121_25,
            0.619_717_955_265_983_7,
            0.951_551_747_646_997,
        ),
        (
            7.0,
            17,
            1,
            0.806_722_689_075_630_3,
            0.086_935_285_180_057_19,
            0.563_146_564_622_233_3,
            0.922_809_019_202_880_5,
        ),
        (
            10.0,
            15,
            1,
            0.752_941_176_470_588_2,
            0.096_349_652_994_320_51,
            0.503_199_510_799_956_4,
            0.889_361_835_169_265_6,
        ),
        (
            13.0,
            12,
            1,
            0.690_196_078_431_372_5,
            0.106_814_707_775_009_83,
            0.431_610_222_486_184,
            0.849_065_963_349_450_8,
        ),
        (
            16.0,
            11,
            1,
            0.627_450_980_392_156_9,
            0.114_053_865_256_752_54,
            0.367_510_855_987_502,
            0.804_912_189_471_841_3,
        ),
        (
            22.0,
            7,
            1,
            0.537_815_126_050_420_1,
            0.128_233_751_693_034,
            0.267_778_936_767_135,
            0.746_790_717_635_394_6,
        ),
        (
            23.0,
            6,
            1,
            0.448_179_271_708_683_5,
            0.134_591_456_755_760_45,
            0.188_052_005_959_232_33,
            0.680_142_628_495_241_5,
        ),
    ] {
        let state = states.iter().find(|state| state.time == time).unwrap();
        assert_eq!((state.at_risk, state.events), (at_risk, events), "{time}");
        let interval = state.interval.unwrap();
        for (found, expected) in [
            (state.survival, survival),
            (state.standard_error.unwrap(), error),
            (interval.lo(), lo),
            (interval.hi(), hi),
        ] {
            assert!(
                (found / expected - 1.0).abs() < 1e-9,
                "{time}: {found} is not {expected}"
            );
        }
    }
    let censored: usize = states.iter().map(|state| state.censored).sum();
    assert_eq!((states.len(), censored), (16, 12));
    assert_eq!(median_survival(&states), Some(23.0));
}

// The first group of the aml data of R's survival package (Miller, Survival Analysis, 1981): S(9) = .909 with error .0867,
// S(48) = .184 with error .1535, median 31.
#[test]
fn agrees_with_the_survival_package() {
    let maintained = followed(
        &[9.0, 13.0, 18.0, 23.0, 31.0, 34.0, 48.0],
        &[13.0, 28.0, 45.0, 161.0],
    );
    let states = kaplan_meier(&maintained, Z_95).unwrap();
    for (time, survival, error) in [(9.0, 0.909, 0.0867), (48.0, 0.184, 0.1535)] {
        let state = states.iter().find(|state| state.time == time).unwrap();
        assert!((state.survival - survival).abs() < 5e-4, "{state:?}");
        assert!(
            (state.standard_error.unwrap() - error).abs() < 5e-5,
            "{state:?}"
        );
    }
    assert_eq!(median_survival(&states), Some(31.0));
}

#[test]
fn the_last_event_ends_it_and_leaves_no_error() {
    let states = kaplan_meier(&followed(&[2.0, 4.0], &[1.0]), Z_95).unwrap();
    let first = states[0];
    assert_eq!(
        (first.survival, first.standard_error, first.interval),
        (1.0, Some(0.0), None)
    );
    let last = states[2];
    assert_eq!(
        (last.survival, last.standard_error, last.interval),
        (0.0, None, None)
    );
    assert_eq!(median_survival(&states), Some(2.0));
    let censored = kaplan_meier(&followed(&[1.0], &[3.0, 3.0]), Z_95).unwrap();
    assert_eq!(median_survival(&censored), None);
    // A half in two steps of 11/18 and 9/11, which rounding leaves above a half.
    let events = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 2.0];
    let half = kaplan_meier(&followed(&events, &[3.0; 9]), Z_95).unwrap();
    assert!(half[1].survival > 0.5);
    assert_eq!(median_survival(&half), Some(2.0));
}

#[test]
fn zero_and_minus_zero_are_one_time_and_nonsense_is_refused() {
    let states = kaplan_meier(&followed(&[0.0, -0.0], &[1.0]), Z_95).unwrap();
    assert_eq!((states.len(), states[0].events), (2, 2));
    assert_eq!(kaplan_meier(&[], Z_95), Some(Vec::new()));
    assert_eq!(median_survival(&[]), None);
    for time in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(kaplan_meier(&followed(&[time], &[]), Z_95), None);
    }
    assert_eq!(kaplan_meier(&remission(), f64::NAN), None);
}

proptest! {
    /// With everyone seen to the end it is the share that is left, and Greenwood's error that of a binomial share.
    #[test]
    fn without_censoring_it_is_a_share(times in prop::collection::vec(0_u32..20, 1..60)) {
        let times: Vec<f64> = times.into_iter().map(f64::from).collect();
        let n = times.len() as f64;
        for state in kaplan_meier(&followed(&times, &[]), Z_95).unwrap() {
            let left = times.iter().filter(|time| **time > state.time).count() as f64 / n;
            prop_assert!((state.survival - left).abs() < 1e-12);
            if let Some(error) = state.standard_error {
                prop_assert!((error - (left * (1.0 - left) / n).sqrt()).abs() < 1e-12);
            }
        }
    }

    /// It never rises, stays between zero and one, and lies in its interval.
    #[test]
    fn falls_within_its_limits(rows in prop::collection::vec((0_u32..20, any::<bool>()), 1..60)) {
        let rows: Vec<_> = rows
            .into_iter()
            .map(|(time, event)| Followed { time: f64::from(time), event })
            .collect();
        let states = kaplan_meier(&rows, Z_95).unwrap();
        prop_assert_eq!(states.iter().map(|state| state.events + state.censored).sum::<usize>(), rows.len());
        let mut before = 1.0;
        for state in states {
            prop_assert!(state.survival <= before && state.survival >= 0.0);
            if let Some(interval) = state.interval {
                prop_assert!(interval.contains(state.survival) && Interval::UNIT.covers(interval));
            }
            before = state.survival;
        }
    }
}
