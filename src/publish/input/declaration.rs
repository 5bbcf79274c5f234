//! Declarations: what providers charged, per allocation and quarter.

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};

use super::Reading;
use super::checks::Checks;
use super::report::{Fate, FileReport, Place};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::DECLARATIONS;
use super::trajectory::{Allocated, FIRST_YEAR, Trajectory};
use super::unique::{Mark, mark};
use crate::publish::error::PublishError;

/// Months after the quarter within which a declaration is in time.
const IN_TIME: u32 = 3;

/// The most that can be declared for a quarter, in cents: many times what the most intensive care costs.
const PLAUSIBLE: i64 = 1_000_000 * 100;

/// A quarter, from its first day to its last.
#[derive(Clone, Copy)]
struct Quarter {
    year: i32,
    first: i32,
    last: i32,
    /// The last day on which a declaration is in time.
    in_time: i32,
}

impl Quarter {
    /// The quarter that a day lies in.
    fn of(day: i32) -> Option<Self> {
        let date = NaiveDate::from_num_days_from_ce_opt(day)?;
        let first = NaiveDate::from_ymd_opt(date.year(), date.month0() / 3 * 3 + 1, 1)?;
        let next = first.checked_add_months(Months::new(3))?;
        let late = next.checked_add_months(Months::new(IN_TIME))?;
        Some(Self {
            year: date.year(),
            first: first.num_days_from_ce(),
            last: next.num_days_from_ce() - 1,
            in_time: late.num_days_from_ce() - 1,
        })
    }

    fn overlaps(self, trajectory: &Trajectory) -> bool {
        trajectory.begin <= self.last && trajectory.end.is_none_or(|end| end >= self.first)
    }
}

/// Reads the declarations and adds the amounts to their trajectories, by year.
pub(super) fn add_cost(
    parts: &[Part],
    trajectories: &mut Allocated,
    reading: &Reading<'_>,
) -> Result<FileReport, PublishError> {
    let (mut rows, mut report) = Rows::of(&DECLARATIONS, parts, reading);
    // Of every row its number, and the part it stands in.
    let mut seen: HashMap<Mark, Place> = HashMap::new();
    let earliest =
        NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).map_or(0, |day| day.num_days_from_ce());
    while let Some(row) = rows.next(&mut report)? {
        let [allocation, quarter, amount, number, submitted] = row.fields;
        let mut checks = Checks::of(&mut report, reading.actions, row.place);
        let day = checks.date("kwartaal_begin", quarter);
        let quarter = day.and_then(Quarter::of);
        if let (Some(day), Some(quarter)) = (day, quarter) {
            if day < earliest {
                checks.broke(Rule::DateIsPlausible, "kwartaal_begin");
            }
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
            && submitted > quarter.in_time
        {
            checks.broke(Rule::DeclaredInTime, "ingediend");
        }
        let found = trajectories.index_of(allocation);
        if found.is_none() {
            checks.rejects(Rule::AllocationExists, "toewijzing");
        }
        if let (Some(index), Some(quarter)) = (found, quarter)
            && !quarter.overlaps(trajectories.at(index))
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
