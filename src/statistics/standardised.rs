//! Rates as they would be in a standard population.

use std::fmt;

use super::interval::Interval;
use super::poisson::byar;

/// With fewer events than this no directly standardised rate is given.
pub const STANDARDISED_LEAST: f64 = 10.0;

/// One stratum, such as an age group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    /// Events counted in it.
    pub events: f64,
    /// People among whom they were counted.
    pub population: f64,
    /// People it has in the standard population.
    pub standard: f64,
}

/// A directly standardised rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standardised {
    /// The rate.
    pub rate: f64,
    /// Its confidence interval, in the same unit.
    pub interval: Interval,
}

/// Why there is no directly standardised rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotStandardisable {
    /// Fewer events than [`STANDARDISED_LEAST`].
    TooFewEvents,
    /// A number that is negative or not finite, a population of zero, an empty standard population, or no stratum at all.
    Unusable,
}

impl fmt::Display for NotStandardisable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewEvents => write!(f, "fewer than {STANDARDISED_LEAST} events"),
            Self::Unusable => write!(f, "no usable strata"),
        }
    }
}

/// The rate per `multiplier` that the standard population would have, with limits at `z` standard errors.
///
/// rate = Σ w e / p / Σ w over the strata, with e events, p people and w people in the standard population. Limits by Dobson,
/// Kuulasmaa, Eberle & Scherer (Stat. Med. 10, 1991, 457-462) around Byar's limits of the total O of the events:
/// rate + √(Var(rate) / Var(O)) × (limit of O − O), with Var(rate) = Σ w² e / p² / (Σ w)² and Var(O) = O. The same as
/// `calculate_dsr` of the R package `PHEindicatormethods` (Fingertips), which also gives none below ten events.
///
/// # Errors
/// [`NotStandardisable`].
pub fn directly_standardised(
    strata: &[Stratum],
    multiplier: f64,
    z: f64,
) -> Result<Standardised, NotStandardisable> {
    let usable = |stratum: &Stratum| {
        [stratum.events, stratum.population, stratum.standard]
            .iter()
            .all(|number| *number >= 0.0 && number.is_finite())
            && stratum.population > 0.0
    };
    let total = |term: &dyn Fn(&Stratum) -> f64| strata.iter().map(term).sum::<f64>();
    let weight = total(&|stratum| stratum.standard);
    if !(strata.iter().all(usable) && weight > 0.0 && multiplier > 0.0 && multiplier.is_finite()) {
        return Err(NotStandardisable::Unusable);
    }
    let events = total(&|stratum| stratum.events);
    if events < STANDARDISED_LEAST {
        return Err(NotStandardisable::TooFewEvents);
    }
    let counted = byar(events, z).ok_or(NotStandardisable::Unusable)?;
    let share = |stratum: &Stratum| stratum.standard / weight / stratum.population;
    let rate = total(&|stratum| share(stratum) * stratum.events);
    let variance = total(&|stratum| share(stratum).powi(2) * stratum.events);
    let scale = (variance / events).sqrt();
    let limit = |counted: f64| multiplier * (rate + scale * (counted - events));
    Interval::new(limit(counted.lo()), limit(counted.hi()))
        .filter(|interval| interval.width().is_finite())
        .map(|interval| Standardised {
            rate: multiplier * rate,
            interval,
        })
        .ok_or(NotStandardisable::Unusable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Z_95, rate};
    use proptest::prelude::*;

    fn strata(rows: &[(f64, f64, f64)]) -> Vec<Stratum> {
        rows.iter()
            .map(|(events, population, standard)| Stratum {
                events: *events,
                population: *population,
                standard: *standard,
            })
            .collect()
    }

    /// Down's syndrome in Michigan by age of the mother, children of birth order five or more (Fleiss, Statistical Methods for Rates
    /// and Proportions, 2nd ed. 1981, table 14.4; Fay & Feuer, Stat. Med. 16, 1997, 791-801).
    const MICHIGAN: [(f64, f64, f64); 6] = [
        (0.0, 327.0, 319_933.0),
        (8.0, 30_666.0, 931_318.0),
        (63.0, 123_419.0, 786_511.0),
        (112.0, 149_919.0, 488_235.0),
        (262.0, 104_088.0, 237_863.0),
        (295.0, 34_392.0, 61_313.0),
    ];

    // The rate as the vignette of the R package dsrTest 1.0.0 prints it: 75.52901 per 100,000. Further digits and the limits from the
    // formulas of PHEindicatormethods (dobson around Byar's limits), evaluated with mpmath 1.4.1 at fifty digits.
    #[test]
    fn agrees_with_fay_and_feuer() {
        let found = directly_standardised(&strata(&MICHIGAN), 100_000.0, Z_95).unwrap();
        assert!((found.rate - 75.529_01).abs() < 5e-6);
        for (found, expected) in [
            (found.rate, 75.529_007_445_256_8),
            (found.interval.lo(), 67.632_743_122_689_58),
            (found.interval.hi(), 83.867_108_708_542_42),
        ] {
            assert!(
                (found / expected - 1.0).abs() < 1e-12,
                "{found} is not {expected}"
            );
        }
    }

    #[test]
    fn says_why_there_is_none() {
        let reason = |rows: &[(f64, f64, f64)]| {
            directly_standardised(&strata(rows), 1000.0, Z_95).unwrap_err()
        };
        assert_eq!(
            reason(&[(4.0, 90.0, 1.0), (5.0, 80.0, 1.0)]),
            NotStandardisable::TooFewEvents
        );
        let enough = strata(&[(5.0, 90.0, 1.0), (5.0, 80.0, 1.0)]);
        assert!(directly_standardised(&enough, 1000.0, Z_95).is_ok());
        for rows in [
            &[][..],
            &[(20.0, 0.0, 1.0)],
            &[(20.0, 90.0, 0.0)],
            &[(20.0, 90.0, 1.0), (-1.0, 90.0, 1.0)],
            &[(f64::NAN, 90.0, 1.0)],
            &[(f64::INFINITY, 90.0, 1.0)],
        ] {
            assert_eq!(reason(rows), NotStandardisable::Unusable);
        }
    }

    proptest! {
        /// With the own population as the standard nothing is standardised: the crude rate with Byar's limits.
        #[test]
        fn the_own_population_gives_the_crude_rate(
            rows in prop::collection::vec((0_u32..50, 1_u32..5000), 1..8),
        ) {
            let rows: Vec<(f64, f64, f64)> = rows
                .iter()
                .map(|(events, people)| (f64::from(*events) + 10.0, f64::from(*people), 3.0 * f64::from(*people)))
                .collect();
            let found = directly_standardised(&strata(&rows), 1000.0, Z_95).unwrap();
            let events = rows.iter().map(|row| row.0).sum::<f64>();
            let people = rows.iter().map(|row| row.1).sum::<f64>();
            let crude = rate(events, people, 1000.0, Z_95).unwrap();
            prop_assert!((found.rate / (events / people * 1000.0) - 1.0).abs() < 1e-12);
            prop_assert!((found.interval.lo() / crude.lo() - 1.0).abs() < 1e-9);
            prop_assert!((found.interval.hi() / crude.hi() - 1.0).abs() < 1e-9);
        }
    }
}
