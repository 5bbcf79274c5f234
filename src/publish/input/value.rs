//! Dates, numbers and amounts as people and programs write them.

use chrono::{Datelike, NaiveDate};

/// The most euros or inhabitants in one row: far beyond any real figure, and their sums stay far from overflow.
pub(super) const MOST: i64 = 100_000_000;

/// The years whose dates are calculated with: nothing can overflow.
const CENTURIES: std::ops::Range<i32> = 1900..2200;

/// A date from 1900 to 2199, written year-month-day. Calculations with dates of these centuries cannot overflow.
pub(in crate::publish) fn calendar_date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|date| CENTURIES.contains(&date.year()))
}

/// The order in which a date was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// Year, month, day.
    Iso,
    /// Day, month, year.
    Dutch,
}

/// A date of four digits for the year, as a day number; later ones than this program calculates with become 31 December 2199.
pub(super) fn day(text: &str) -> Option<(i32, Notation)> {
    let mut parts = text.split('-');
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, date, notation) = match (first.len(), last.len()) {
        (4, 1 | 2) => (first, last, Notation::Iso),
        (1 | 2, 4) => (last, first, Notation::Dutch),
        _ => return None,
    };
    if !(1..=2).contains(&month.len()) {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(number(year)?, number(month)?, number(date)?)?;
    if date.year() < CENTURIES.start {
        return None;
    }
    let latest = NaiveDate::from_ymd_opt(CENTURIES.end - 1, 12, 31)?;
    Some((date.min(latest).num_days_from_ce(), notation))
}

/// Digits and nothing else, not even a sign.
fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())?
}

/// A whole number.
pub(super) fn whole<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

/// An amount of at most [`MOST`] euros, as cents, and whether a comma stood before them.
///
/// Points or commas between thousands are understood when there is no doubt: `1.234,56` and `1,234.56`, but not `1.234`.
pub(super) fn cents(text: &str) -> Option<(i64, bool)> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (euros, cents, mark) = match digits.rfind(['.', ',']) {
        Some(place) => (
            &digits[..place],
            &digits[place + 1..],
            digits.get(place..=place)?,
        ),
        None => (digits, "0", ""),
    };
    let between = if mark == "," { '.' } else { ',' };
    let euros = without_thousands(euros, between)?;
    let cents: i64 = match cents.len() {
        1 => number::<i64>(cents)? * 10,
        2 => number(cents)?,
        _ => return None,
    };
    let euros: i64 = if euros.is_empty() {
        return None;
    } else {
        number(&euros)?
    };
    let amount = euros.checked_mul(100)?.checked_add(cents)?;
    (amount <= MOST * 100).then_some((sign * amount, mark == ","))
}

/// Takes out what stands between thousands, if it stands between thousands only.
fn without_thousands(euros: &str, between: char) -> Option<String> {
    let mut groups = euros.split(between);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    let mut groups = groups.peekable();
    if groups.peek().is_some() && !(1..=3).contains(&first.len()) {
        return None;
    }
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_keep_their_cents_and_their_sign() {
        let amounts: Vec<_> = [
            "12",
            "12.5",
            "12.05",
            "-0.50",
            "12,05",
            "-1.234,56",
            "1,234.56",
            "1.234.567,8",
        ]
        .into_iter()
        .map(cents)
        .collect();
        assert_eq!(
            amounts,
            [
                Some((1200, false)),
                Some((1250, false)),
                Some((1205, false)),
                Some((-50, false)),
                Some((1205, true)),
                Some((-123_456, true)),
                Some((123_456, false)),
                Some((123_456_780, true)),
            ]
        );
        // 1.234 may be a thousand or one; the others are no amounts.
        for text in [
            "1.234",
            "12.505",
            "12.-5",
            "x",
            "",
            ".5",
            "1.23,45",
            "12345.678,90",
            "--1",
            "+1",
            "1.2.3",
        ] {
            assert_eq!(cents(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_are_bounded_on_both_sides() {
        let amounts: Vec<_> = [
            "100000000",
            "-100000000.00",
            "100000000.01",
            "-100000000.01",
            "92233720368547758.07",
            "9223372036854775808",
        ]
        .into_iter()
        .map(|text| cents(text).map(|(amount, _)| amount))
        .collect();
        assert_eq!(
            amounts,
            [
                Some(10_000_000_000),
                Some(-10_000_000_000),
                None,
                None,
                None,
                None
            ]
        );
    }

    #[test]
    fn dates_are_of_these_centuries_in_two_notations() {
        assert_eq!(day("2025-04-01"), Some((739_342, Notation::Iso)));
        assert_eq!(day("01-04-2025"), Some((739_342, Notation::Dutch)));
        assert_eq!(day("1-4-2025"), Some((739_342, Notation::Dutch)));
        assert_eq!(day("9999-12-31"), day("2199-12-31"));
        for text in [
            "+262000-01-01",
            "262000-01-01",
            "-262000-01-01",
            "1899-12-31",
            "2010-02-31",
            "31-02-2010",
            "04/01/2025",
            "2025-04-01-",
            "20250401",
            "",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
