//! Days as numbers, so that careers are plain arithmetic.

use chrono::{Datelike, Months, NaiveDate};

/// Days since the start of the common era.
pub(super) type Day = i32;

/// Number of a date; a day that the month does not have becomes its first.
pub(super) fn day(year: i32, month: u32, date: u32) -> Day {
    NaiveDate::from_ymd_opt(year, month, date)
        .or_else(|| NaiveDate::from_ymd_opt(year, month, 1))
        .unwrap_or_default()
        .num_days_from_ce()
}

fn date(day: Day) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default()
}

/// Calendar year of a day.
pub(super) fn year_of(day: Day) -> i32 {
    date(day).year()
}

/// The date `years` later; 29 February becomes 28 February in an ordinary year.
pub(super) fn years_later(day: Day, years: u32) -> Day {
    let from = date(day);
    from.checked_add_months(Months::new(12 * years))
        .unwrap_or(from)
        .num_days_from_ce()
}

/// Running number of the calendar quarter of a day: four times the year plus 0 to 3.
pub(super) fn quarter_of(day: Day) -> i32 {
    let date = date(day);
    date.year() * 4 + i32::try_from(date.month0() / 3).unwrap_or(0)
}

/// First day of a quarter by its running number.
pub(super) fn quarter_start(quarter: i32) -> Day {
    day(
        quarter.div_euclid(4),
        1 + 3 * quarter.rem_euclid(4).unsigned_abs(),
        1,
    )
}

/// The date as ISO 8601 writes it.
pub(super) fn iso(day: Day) -> String {
    date(day).format("%Y-%m-%d").to_string()
}
