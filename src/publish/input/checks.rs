//! One row held against the rules: every problem is noted, and the worst decides what becomes of the row.

use chrono::{Datelike, NaiveDate};

use super::report::{Fate, FileReport, Place};
use super::rule::{Actions, Rule};
use super::value::{Notation, cents, day, whole};
use crate::release::{AreaId, AreaKind, Region, RowAction};
use crate::vocabulary::{Dimension, Member};

/// The first year in which care or a declaration can have begun, and of which inhabitants are counted.
const FIRST_YEAR: i32 = 2000;

/// Its first day.
fn first_day() -> Option<i32> {
    let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1);
    first.map(|first| first.num_days_from_ce())
}

/// A row while it is held against the rules.
pub(super) struct Checks<'a> {
    report: &'a mut FileReport,
    actions: &'a Actions,
    /// Where the row stands.
    pub(super) place: Place,
    /// What becomes of it so far.
    pub(super) fate: Fate,
}

impl<'a> Checks<'a> {
    /// Begins with a row.
    pub(super) fn of(report: &'a mut FileReport, actions: &'a Actions, place: Place) -> Self {
        Self {
            report,
            actions,
            place,
            fate: Fate::Kept,
        }
    }

    /// Notes that the row breaks a rule, and gives what becomes of it for that.
    pub(super) fn broke(&mut self, rule: Rule, column: &'static str) -> RowAction {
        let action = self.actions.for_rule(rule);
        self.noted(rule, column, action);
        action
    }

    fn noted(&mut self, rule: Rule, column: &'static str, action: RowAction) {
        self.report.note(rule, column, action, self.place);
        let fate = match action {
            RowAction::Reject => Fate::Rejected,
            RowAction::Repair => Fate::Repaired,
            RowAction::Keep => Fate::Kept,
        };
        self.fate = self.fate.max(fate);
    }

    /// Notes that the row breaks a rule in a way that cannot be mended.
    pub(super) fn rejects(&mut self, rule: Rule, column: &'static str) {
        self.noted(rule, column, RowAction::Reject);
    }

    /// Counts the row.
    pub(super) fn finish(self) -> &'a mut FileReport {
        self.report.count(self.place, self.fate);
        self.report
    }

    /// A date, as a day number.
    pub(super) fn date(&mut self, column: &'static str, text: &str) -> Option<i32> {
        let read = day(text);
        match read {
            None => self.rejects(Rule::DateIsValid, column),
            Some((_, Notation::Iso)) => {}
            Some((_, Notation::Dutch)) => {
                self.report.parts[usize::from(self.place.part)].dutch_dates += 1;
            }
        }
        read.map(|(day, _)| day)
    }

    /// A date that is of use, and without which the row is as well: when it is not between the first year and `last`, that breaks `rule`.
    pub(super) fn usable_date(
        &mut self,
        rule: Rule,
        column: &'static str,
        text: &str,
        last: i32,
    ) -> Option<i32> {
        if text.is_empty() {
            return None;
        }
        let is_of_these_years =
            |day: &i32| first_day().is_some_and(|first| *day >= first) && *day <= last;
        let read = day(text).filter(|(day, _)| is_of_these_years(day));
        match read {
            None => {
                self.broke(rule, column);
            }
            Some((_, Notation::Iso)) => {}
            Some((_, Notation::Dutch)) => {
                self.report.parts[usize::from(self.place.part)].dutch_dates += 1;
            }
        }
        read.map(|(day, _)| day)
    }

    /// Holds a day against the first on which care, a declaration or an application can have been.
    pub(super) fn plausible(&mut self, column: &'static str, day: i32) {
        if first_day().is_some_and(|first| day < first) {
            self.broke(Rule::DateIsPlausible, column);
        }
    }

    /// Holds a year against the first of which there are figures and that of the reference day.
    pub(super) fn plausible_year(&mut self, column: &'static str, year: u16, reference_day: i32) {
        let last =
            NaiveDate::from_num_days_from_ce_opt(reference_day).map_or(i32::MAX, |day| day.year());
        if !(FIRST_YEAR..=last).contains(&i32::from(year)) {
            self.broke(Rule::YearIsPlausible, column);
        }
    }

    /// A whole number of inhabitants, a year or an age.
    pub(super) fn whole<T: std::str::FromStr>(
        &mut self,
        column: &'static str,
        text: &str,
        is_valid: impl Fn(&T) -> bool,
    ) -> Option<T> {
        let number = whole(text).filter(is_valid);
        if number.is_none() {
            self.rejects(Rule::NumberIsValid, column);
        }
        number
    }

    /// An amount in cents.
    pub(super) fn amount(&mut self, column: &'static str, text: &str) -> Option<i64> {
        let read = cents(text);
        match read {
            None => self.rejects(Rule::NumberIsValid, column),
            Some((_, false)) => {}
            Some((_, true)) => {
                self.report.parts[usize::from(self.place.part)].decimal_commas += 1;
            }
        }
        read.map(|(cents, _)| cents)
    }

    /// A code of two digits in a list, also when it lost its zero.
    pub(super) fn code<T>(
        &mut self,
        column: &'static str,
        text: &str,
        find: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if let Some(found) = find(text) {
            return Some(found);
        }
        if text.len() != 1 {
            return None;
        }
        let found = find(&format!("0{text}"))?;
        self.broke(Rule::LeadingZero, column);
        Some(found)
    }

    /// A code of Statistics Netherlands.
    pub(super) fn member(
        &mut self,
        column: &'static str,
        text: &str,
        dimension: Dimension,
    ) -> Option<Member> {
        self.code(column, text, |code| dimension.member_by_cbs(code))
    }

    /// A municipality of the region.
    pub(super) fn municipality(
        &mut self,
        column: &'static str,
        text: &str,
        region: &Region,
    ) -> Option<AreaId> {
        let found = region
            .by_code(text)
            .filter(|area| region.area(*area).kind == AreaKind::Gemeente);
        if found.is_none() {
            self.rejects(Rule::MunicipalityIsOurs, column);
        }
        found
    }
}
