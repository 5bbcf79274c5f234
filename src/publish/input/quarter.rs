//! Quarters of a calendar year, by their days.

use chrono::{Datelike, Months, NaiveDate};

/// A quarter, from its first day to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quarter {
    pub(super) year: i32,
    /// From 1 to 4.
    pub(super) number: u8,
    pub(super) first: i32,
    pub(super) last: i32,
}

impl Quarter {
    /// The quarter that a day lies in.
    pub(super) fn of(day: i32) -> Option<Self> {
        let date = NaiveDate::from_num_days_from_ce_opt(day)?;
        let before = date.month0() / 3;
        let first = NaiveDate::from_ymd_opt(date.year(), before * 3 + 1, 1)?;
        let next = first.checked_add_months(Months::new(3))?;
        Some(Self {
            year: date.year(),
            number: u8::try_from(before + 1).ok()?,
            first: first.num_days_from_ce(),
            last: next.num_days_from_ce() - 1,
        })
    }

    /// Its number over all years, the first quarter of the year 0 having 0.
    pub(super) fn over_all_years(self) -> Option<u16> {
        u16::try_from(self.year * 4 + i32::from(self.number) - 1).ok()
    }

    /// The year of the quarter with that number.
    pub(super) fn year_of(over_all_years: u16) -> u16 {
        over_all_years / 4
    }

    /// The last day of the month that comes so many months after it.
    pub(super) fn months_after(self, months: u32) -> Option<i32> {
        let next = NaiveDate::from_num_days_from_ce_opt(self.last + 1)?;
        let later = next.checked_add_months(Months::new(months))?;
        Some(later.num_days_from_ce() - 1)
    }
}
