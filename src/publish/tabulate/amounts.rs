//! Whether the sums of squared amounts are small enough to be exact: the query engine counts with whole numbers that would wrap around in
//! silence, and protection with numbers that keep 53 bits.

use std::collections::HashMap;

use crate::publish::derive::InCare;
use crate::publish::error::PublishError;

/// Up to this every whole number has its own place among the numbers of 64 bits with a point.
const EXACT: u128 = 1 << 53;

/// Checks that no cell of a year can hold a sum of squared euros beyond 2^53, and so no sum of euros either. `in_care` is all care of the year.
///
/// A cell holds some of the trajectories of some persons of one year: its sum of squares is at most that of the absolute amounts of
/// all of them.
///
/// # Errors
/// [`PublishError::AmountsTooLarge`] when one could.
pub(super) fn check(year: u16, in_care: &[InCare]) -> Result<(), PublishError> {
    let mut of_person: HashMap<u32, u64> = HashMap::new();
    for fact in in_care {
        let sum = of_person.entry(fact.person).or_default();
        *sum = sum.saturating_add(fact.euros.unsigned_abs());
    }
    let squares = of_person.into_values().fold(0, |sum: u128, euros| {
        sum.saturating_add(u128::from(euros) * u128::from(euros))
    });
    if squares > EXACT {
        return Err(PublishError::AmountsTooLarge { year });
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    fn of(person: u32, euros: i64) -> InCare {
        InCare {
            euros,
            ..InCare::of_anybody(2020, person)
        }
    }

    #[test]
    fn squares_that_do_not_fit_together_are_refused_with_their_year() {
        // 60 million squared fits twice, 120 million squared does not: of one person in one year it is one amount.
        let half = 60_000_000;
        assert!(check(2020, &[of(1, half), of(2, half)]).is_ok());
        let refused = check(2021, &[of(2, half), of(2, -half)]);
        assert!(
            matches!(refused, Err(PublishError::AmountsTooLarge { year: 2021 })),
            "{refused:?}"
        );
        assert!(check(2020, &[of(1, i64::MIN), of(1, i64::MAX)]).is_err());
    }
}
