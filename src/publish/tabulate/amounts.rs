//! Whether the sums of squared amounts are small enough to be exact: the query engine counts with whole numbers that would wrap around in
//! silence, and protection with numbers that keep 53 bits.

use std::collections::BTreeMap;

use crate::publish::derive::InCare;
use crate::publish::error::PublishError;

/// Up to this every whole number has its own place among the numbers of 64 bits with a point.
const EXACT: u128 = 1 << 53;

/// Checks that no cell can hold a sum of squared euros beyond 2^53, and so no sum of euros either.
///
/// A cell holds some of the trajectories of some persons of one year: its sum of squares is at most that of the absolute amounts of
/// all of them.
///
/// # Errors
/// [`PublishError::AmountsTooLarge`] with the first year in which one could.
pub(super) fn check(in_care: &[InCare]) -> Result<(), PublishError> {
    let mut of_person: BTreeMap<(u16, u32), u64> = BTreeMap::new();
    for fact in in_care {
        let sum = of_person.entry((fact.year, fact.person)).or_default();
        *sum = sum.saturating_add(fact.euros.unsigned_abs());
    }
    let mut of_year: BTreeMap<u16, u128> = BTreeMap::new();
    for ((year, _), euros) in of_person {
        let sum = of_year.entry(year).or_default();
        *sum = sum.saturating_add(u128::from(euros) * u128::from(euros));
    }
    match of_year.into_iter().find(|(_, sum)| *sum > EXACT) {
        Some((year, _)) => Err(PublishError::AmountsTooLarge { year }),
        None => Ok(()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    fn fact(year: u16, person: u32, euros: i64) -> InCare {
        InCare {
            euros,
            ..InCare::of_anybody(year, person)
        }
    }

    #[test]
    fn squares_that_do_not_fit_together_are_refused_with_their_year() {
        // 60 million squared fits twice, 120 million squared does not: of one person in one year it is one amount.
        let half = 60_000_000;
        assert!(
            check(&[
                fact(2020, 1, half),
                fact(2021, 1, half),
                fact(2020, 2, half)
            ])
            .is_ok()
        );
        let refused = check(&[
            fact(2020, 1, half),
            fact(2021, 2, half),
            fact(2021, 2, -half),
        ]);
        assert!(
            matches!(refused, Err(PublishError::AmountsTooLarge { year: 2021 })),
            "{refused:?}"
        );
        assert!(check(&[fact(2020, 1, i64::MIN), fact(2020, 1, i64::MAX)]).is_err());
    }
}
