//! Declarations: what providers charged, per allocation and quarter.

use std::collections::HashMap;

use super::Reading;
use super::checks::Checks;
use super::quarter::Quarter;
use super::report::{Fate, FileReport, Place};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::DECLARATIONS;
use super::spell::Spells;
use super::trajectory::Trajectory;
use super::unique::{Mark, mark};
use crate::publish::error::PublishError;

/// Months after the quarter within which a declaration is in time.
const IN_TIME: u32 = 3;

/// The most that can be declared for a quarter, in cents: many times what the most intensive care costs.
const PLAUSIBLE: i64 = 1_000_000 * 100;

/// Reads the declarations and adds the amounts to their trajectories, by year.
pub(super) fn add_cost(
    parts: &[Part],
    trajectories: &mut Spells<Trajectory>,
    reading: &Reading<'_>,
) -> Result<FileReport, PublishError> {
    let (mut rows, mut report) = Rows::of(&DECLARATIONS, parts, reading);
    // Of every row its number, and the part it stands in.
    let mut seen: HashMap<Mark, Place> = HashMap::new();
    while let Some(row) = rows.next(&mut report)? {
        let [allocation, quarter, amount, number, submitted] = row.fields;
        let mut checks = Checks::of(&mut report, reading.actions, row.place);
        let day = checks.date("kwartaal_begin", quarter);
        let quarter = day.and_then(Quarter::of);
        if let (Some(day), Some(quarter)) = (day, quarter) {
            checks.plausible("kwartaal_begin", day);
            if day > reading.reference_day {
                checks.rejects(Rule::BeginIsNotInTheFuture, "kwartaal_begin");
            } else if day != quarter.first {
                checks.broke(Rule::QuarterBegins, "kwartaal_begin");
            }
        }
        let cents = checks.amount("bedrag", amount);
        if cents.is_some_and(|cents| cents < 0) {
            checks.broke(Rule::AmountIsNotNegative, "bedrag");
        }
        if cents.is_some_and(|cents| cents.abs() > PLAUSIBLE) {
            checks.broke(Rule::AmountIsPlausible, "bedrag");
        }
        if !submitted.is_empty()
            && let (Some(submitted), Some(quarter)) = (checks.date("ingediend", submitted), quarter)
            && quarter
                .months_after(IN_TIME)
                .is_some_and(|last| submitted > last)
        {
            checks.broke(Rule::DeclaredInTime, "ingediend");
        }
        let found = trajectories.index_of(mark(allocation));
        if found.is_none() {
            checks.rejects(Rule::AllocationExists, "toewijzing");
        }
        if let (Some(index), Some(quarter)) = (found, quarter)
            && !overlaps(quarter, trajectories.at(index))
        {
            checks.broke(Rule::DeclaredWithinCare, "kwartaal_begin");
        }
        let (Some(index), Some(quarter), Some(cents), true) =
            (found, quarter, cents, checks.fate < Fate::Rejected)
        else {
            checks.finish();
            continue;
        };
        let key = mark(&(index, quarter.first, cents, number));
        if let Some(first) = seen.get(&key) {
            checks.rejects(Rule::RowIsUnique, "");
            checks.finish().note_copy(*first, row.place);
            continue;
        }
        seen.insert(key, row.place);
        checks.finish();
        if let Ok(year) = u16::try_from(quarter.year) {
            trajectories.at(index).add_cost(year, cents);
        }
    }
    Ok(report)
}

/// Whether a trajectory ran on a day of a quarter.
fn overlaps(quarter: Quarter, trajectory: &Trajectory) -> bool {
    trajectory.begin <= quarter.last && trajectory.end.is_none_or(|end| end >= quarter.first)
}
