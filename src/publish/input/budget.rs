//! Personal budgets: what was spent from them for a youth in a year.

use super::Reading;
use super::checks::Checks;
use super::declaration::PLAUSIBLE;
use super::people::{People, Person};
use super::report::{Fate, FileReport};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::BUDGETS;
use super::unique::{Keyed, mark};
use crate::publish::error::PublishError;
use crate::release::AreaId;
use crate::vocabulary::Table;

/// What was spent for a person in a year and municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Number of the person, as among the trajectories.
    pub person: u32,
    /// Municipality that granted it.
    pub municipality: AreaId,
    /// Year.
    pub year: u16,
    /// In cents; above zero.
    pub cents: i64,
}

/// Reads the budgets from which something was spent. Persons get the numbers that they have among the trajectories.
pub(super) fn read(
    parts: &[Part],
    numbers: &mut People,
    reading: &Reading<'_>,
) -> Result<(Vec<Budget>, FileReport), PublishError> {
    let (mut rows, mut report) = Rows::of(&BUDGETS, parts, reading);
    let mut keyed = Keyed::default();
    let mut budgets: Vec<Option<Budget>> = Vec::new();
    while let Some(row) = rows.next(&mut report)? {
        let [person, municipality, year, spent] = row.fields;
        let mut checks = Checks::of(&mut report, reading.actions, row.place);
        if person.is_empty() {
            checks.rejects(Rule::PersonIsGiven, "persoon");
        }
        let town = checks.municipality("gemeente", municipality, reading.region);
        let year: Option<u16> = checks.whole("jaar", year, |_| true);
        if let Some(year) = year {
            checks.plausible_year("jaar", year, reading.reference_day);
        }
        if let (Some(town), Some(year)) = (town, year)
            && !reading.region.is_supplied(Table::Budgets, town, year)
        {
            checks.broke(Rule::BudgetsAreSupplied, "gemeente");
        }
        let cents = checks.amount("besteed", spent);
        if cents.is_some_and(|cents| cents <= 0) {
            checks.broke(Rule::BudgetIsSpent, "besteed");
        }
        if cents.is_some_and(|cents| cents > PLAUSIBLE) {
            checks.broke(Rule::AmountIsPlausible, "besteed");
        }
        let (Some(municipality), Some(year), Some(cents), true) =
            (town, year, cents, checks.fate < Fate::Rejected)
        else {
            checks.finish();
            continue;
        };
        let key = mark(&(person, municipality.0, year));
        if keyed.admits(key, &cents, checks, "persoon") {
            budgets.push((cents > 0).then(|| Budget {
                person: numbers.person(&Person::Key(person)),
                municipality,
                year,
                cents,
            }));
        }
    }
    let spent = keyed.kept(budgets).into_iter().flatten().collect();
    Ok((spent, report))
}
