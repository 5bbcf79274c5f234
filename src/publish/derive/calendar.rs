//! Days as numbers: ages, years and months.

use chrono::{Datelike, Months, NaiveDate};

fn date(day: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(day).unwrap_or(NaiveDate::MIN)
}

/// The number of a day of a test, written year-month-day.
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
pub(super) fn day(text: &str) -> i32 {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .unwrap()
        .num_days_from_ce()
}

/// First day of a year.
pub(super) fn first_day(year: u16) -> i32 {
    NaiveDate::from_ymd_opt(i32::from(year), 1, 1)
        .unwrap_or(NaiveDate::MIN)
        .num_days_from_ce()
}

/// Last day of a year.
pub(super) fn last_day(year: u16) -> i32 {
    NaiveDate::from_ymd_opt(i32::from(year), 12, 31)
        .unwrap_or(NaiveDate::MAX)
        .num_days_from_ce()
}

/// The same day some months earlier, or the last day of that month.
pub(super) fn months_before(day: i32, months: u32) -> i32 {
    date(day)
        .checked_sub_months(Months::new(months))
        .unwrap_or(NaiveDate::MIN)
        .num_days_from_ce()
}

/// The same day some months later, or the last day of that month.
pub(super) fn months_after(day: i32, months: u32) -> i32 {
    date(day)
        .checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
        .num_days_from_ce()
}

/// Full years lived on a day.
pub(super) fn age_on(born: i32, day: i32) -> u32 {
    date(day).years_since(date(born)).unwrap_or(0)
}
