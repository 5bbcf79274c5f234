//! How long trajectories that began in a year lasted, as far as is known: what a life table is made of.

use super::calendar::{age_on, first_day, last_day};
use super::facts::Lasted;
use crate::publish::input::{EndReason, Trajectory};
use crate::vocabulary::Member;

/// Adds the trajectories of a person that began in the year. They are followed up to `last`, and no further than there are figures of youths
/// of her age: so each stands among those in care of every year in which it is followed, and when it ended, among those that ended.
pub(super) fn add_begun(
    trajectories: &[Trajectory],
    year: u16,
    last: i32,
    begun: &mut Vec<Lasted>,
) {
    let in_year = first_day(year)..=last_day(year).min(last);
    for trajectory in trajectories
        .iter()
        .filter(|trajectory| in_year.contains(&trajectory.begin))
    {
        let Some(until) = followed_until(trajectory, year, last) else {
            continue;
        };
        let end = trajectory.end.filter(|end| *end <= until);
        let days = i64::from(end.unwrap_or(until) - trajectory.begin) + 1;
        let Some(duration) = Member::of_duration(days) else {
            continue;
        };
        begun.push(Lasted {
            year,
            person: trajectory.person,
            municipality: trajectory.municipality,
            duration,
            ended: end.is_some() && trajectory.reason != EndReason::Administrative,
        });
    }
}

/// The last day on which a trajectory is followed; none of somebody who has no age of which there are figures.
fn followed_until(trajectory: &Trajectory, year: u16, last: i32) -> Option<i32> {
    let has_figures = |year: u16| Member::of_age(age_on(trajectory.born, last_day(year))).is_some();
    let years = (year..).take_while(|year| has_figures(*year) && first_day(*year) <= last);
    years.last().map(|year| last_day(year).min(last))
}

#[cfg(test)]
#[path = "lasted_tests.rs"]
mod tests;
