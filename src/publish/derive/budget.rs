//! The facts of personal budgets.

use super::facts::BudgetSpent;
use crate::publish::input::Budget;
use crate::release::AreaId;

/// What was spent in a year, in whole euros, in the municipalities for which `supplies` says so. Whoever spent anything counts, with a euro
/// at least.
pub(super) fn spent(
    budgets: &[Budget],
    year: u16,
    supplies: impl Fn(AreaId) -> bool,
) -> Vec<BudgetSpent> {
    budgets
        .iter()
        .filter(|budget| budget.year == year && supplies(budget.municipality))
        .map(|budget| BudgetSpent {
            year,
            person: budget.person,
            municipality: budget.municipality,
            euros: ((budget.cents + 50) / 100).max(1),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_spent_is_that_of_the_year_where_it_is_supplied() {
        let budget = |person, town, year, cents| Budget {
            person,
            municipality: AreaId(town),
            year,
            cents,
        };
        // One town supplies, another does not; of another year nothing counts; a few cents are a euro, for somebody spent them.
        let budgets = [
            budget(1, 3, 2020, 12_050),
            budget(2, 3, 2020, 20),
            budget(3, 4, 2020, 90_000),
            budget(4, 3, 2021, 70_000),
        ];
        let found: Vec<_> = spent(&budgets, 2020, |town| town == AreaId(3))
            .into_iter()
            .map(|fact| (fact.person, fact.euros))
            .collect();
        assert_eq!(found, [(1, 121), (2, 1)]);
    }
}
