//! Personal budgets: of some youths beside their care, and of others instead of it.

use super::calendar::year_of;
use super::career::Trajectory;
use super::draw::{Draw, whole};
use super::profile::Profile;
use super::region::STREAM_BUDGETS;

/// Whoever has a budget and no care. Above those of local teams, at any scale.
const FIRST_PERSON: usize = 20_000_001;

/// What was spent from the budget of a youth in a year.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Budget {
    pub(super) person: usize,
    pub(super) municipality: usize,
    pub(super) year: i32,
    /// Euros.
    pub(super) spent: f64,
}

/// The budgets to be written, by person and year. Whoever comes into care may get one in that year, and keep it for some years; so may others,
/// who never come into care.
pub(super) fn budgets(profile: &Profile, trajectories: &[Trajectory], seed: u64) -> Vec<Budget> {
    let granting = &profile.budgets;
    let mut draw = Draw::new(seed, STREAM_BUDGETS);
    let last = year_of(profile.last_day()) - 1;
    let mut found = Vec::new();
    let mut others = FIRST_PERSON;
    for trajectory in trajectories {
        let town = &profile.municipalities[trajectory.municipality].code;
        if !granting.supplied.contains(town) {
            continue;
        }
        let begin = year_of(trajectory.begin);
        let is_granted = draw.chance(granting.chance.at(begin));
        let is_beside_care = draw.chance(granting.beside_care);
        let years = whole(draw.quantile(&granting.years)).max(1);
        let amount = draw.quantile(&granting.spent);
        if !is_granted {
            continue;
        }
        let person = if is_beside_care {
            trajectory.person
        } else {
            others += 1;
            others - 1
        };
        for year in begin.max(granting.from)..(begin + years).min(last + 1) {
            let spent = amount * granting.price.at(year) * (0.75 + 0.5 * draw.unit());
            found.push(Budget {
                person,
                municipality: trajectory.municipality,
                year,
                spent,
            });
        }
    }
    found.sort_by_key(|budget| (budget.person, budget.municipality, budget.year));
    // Of two budgets of a youth in one year and municipality the first is written.
    found.dedup_by_key(|budget| (budget.person, budget.municipality, budget.year));
    found
}
