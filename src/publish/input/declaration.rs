//! Declarations: what providers charged, per allocation and quarter.

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
use super::unique::{mark, short_mark};
use crate::publish::error::PublishError;
use crate::release::RowAction;

/// Months after the quarter within which a declaration is in time.
const IN_TIME: u32 = 3;

/// The most that can be declared for a quarter, or spent from a budget in a year, in cents: many times what the most intensive care costs.
pub(super) const PLAUSIBLE: i64 = 1_000_000 * 100;

/// What a row says, when it keeps all rules but that of copies. There are many, so it is small; in this order copies stand side by side, the
/// first of them first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Declared {
    /// Number of the trajectory.
    trajectory: u32,
    /// Number of the quarter, over all years.
    quarter: u16,
    cents: i64,
    /// Of the number of the declaration a mark.
    number: u64,
    part: u16,
    line: u32,
    is_repaired: bool,
}

impl Declared {
    fn place(&self) -> Place {
        Place {
            part: self.part,
            line: self.line,
        }
    }

    fn fate(&self) -> Fate {
        if self.is_repaired {
            Fate::Repaired
        } else {
            Fate::Kept
        }
    }

    fn is_copy_of(&self, other: &Self) -> bool {
        let contents = |row: &Self| (row.trajectory, row.quarter, row.cents, row.number);
        contents(self) == contents(other)
    }
}

/// Reads the declarations and adds the amounts to their trajectories, by year.
pub(super) fn add_cost(
    parts: &[Part],
    trajectories: &mut Spells<Trajectory>,
    reading: &Reading<'_>,
) -> Result<FileReport, PublishError> {
    let (mut rows, mut report) = Rows::of(&DECLARATIONS, parts, reading);
    let mut all: Vec<Declared> = Vec::new();
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
        let found = trajectories.find(mark(allocation));
        if found.is_none() {
            checks.rejects(Rule::AllocationExists, "toewijzing");
        }
        if let (Some(trajectory), Some(quarter)) = (found, quarter)
            && !overlaps(quarter, trajectories.at(trajectory))
        {
            checks.broke(Rule::DeclaredWithinCare, "kwartaal_begin");
        }
        let fate = checks.fate;
        checks.finish();
        if let (Some(trajectory), Some(quarter), Some(cents), true) = (
            found,
            quarter.and_then(Quarter::over_all_years),
            cents,
            fate < Fate::Rejected,
        ) {
            all.push(Declared {
                trajectory,
                quarter,
                cents,
                number: short_mark(number),
                part: row.place.part,
                line: row.place.line,
                is_repaired: fate == Fate::Repaired,
            });
        }
    }
    all.sort_unstable();
    for of_one in all.chunk_by(|a, b| a.trajectory == b.trajectory) {
        let trajectory = trajectories.at_mut(of_one[0].trajectory);
        for same in of_one.chunk_by(Declared::is_copy_of) {
            let (first, copies) = (same[0], &same[1..]);
            trajectory.add_cost(Quarter::year_of(first.quarter), first.cents);
            for copy in copies {
                report.note(Rule::RowIsUnique, "", RowAction::Reject, copy.place());
                report.recount(copy.fate(), Fate::Rejected);
                report.note_copy(first.place(), copy.place());
            }
        }
        trajectory.cost.shrink_to_fit();
    }
    Ok(report)
}

/// Whether a trajectory ran on a day of a quarter.
fn overlaps(quarter: Quarter, trajectory: &Trajectory) -> bool {
    trajectory.begin <= quarter.last && trajectory.end.is_none_or(|end| end >= quarter.first)
}
