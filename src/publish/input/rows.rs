//! CSV files as rows of named fields.

use std::fs::File;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use csv::{Reader, StringRecord};

use super::rule::Rule;
use crate::publish::error::PublishError;

/// The most euros or inhabitants in one row: far beyond any real figure, and their sums stay far from overflow.
pub(super) const MOST: i64 = 100_000_000;

/// An open file, with the place of the columns asked for.
pub(super) struct Rows<const N: usize> {
    reader: Reader<File>,
    path: PathBuf,
    places: [usize; N],
    record: StringRecord,
}

impl<const N: usize> Rows<N> {
    /// Opens a file and finds its columns.
    pub(super) fn open(path: &Path, columns: [&'static str; N]) -> Result<Self, PublishError> {
        let file = File::open(path).map_err(PublishError::file(path))?;
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(file);
        let headers = reader.headers().map_err(|error| csv_error(path, &error))?;
        let mut places = [0; N];
        for (place, column) in places.iter_mut().zip(columns) {
            *place = headers
                .iter()
                .position(|header| header == column)
                .ok_or_else(|| without_column(path, headers, column))?;
        }
        Ok(Self {
            reader,
            path: path.to_owned(),
            places,
            record: StringRecord::new(),
        })
    }

    /// The next row, or `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<[&str; N]>, PublishError> {
        if !self
            .reader
            .read_record(&mut self.record)
            .map_err(|error| csv_error(&self.path, &error))?
        {
            return Ok(None);
        }
        Ok(Some(
            self.places
                .map(|place| self.record.get(place).unwrap_or_default()),
        ))
    }
}

fn without_column(path: &Path, headers: &StringRecord, column: &'static str) -> PublishError {
    let path = path.to_owned();
    let other = [
        (';', "semicolon (;)"),
        ('\t', "tab"),
        ('|', "vertical bar (|)"),
    ];
    match other
        .into_iter()
        .find(|(separator, _)| headers.iter().any(|header| header.contains(*separator)))
    {
        Some((_, separator)) => PublishError::Separator { path, separator },
        None => PublishError::MissingColumn { path, column },
    }
}

fn csv_error(path: &Path, error: &csv::Error) -> PublishError {
    let line = error.position().map_or(1, csv::Position::line);
    let detail = match error.kind() {
        csv::ErrorKind::Utf8 { .. } => "the file is not UTF-8 text".to_owned(),
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("{len} fields where the first line has {expected_len}"),
        // Other kinds carry no contents of the row.
        _ => "the line cannot be read as CSV".to_owned(),
    };
    PublishError::Csv {
        path: path.to_owned(),
        line,
        detail,
    }
}

/// A date from 1900 to 2199, written year-month-day. Calculations with dates of these centuries cannot overflow.
pub(in crate::publish) fn calendar_date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|date| (1900..2200).contains(&date.year()))
}

/// A date as a day number.
pub(super) fn day(text: &str) -> Result<i32, Rule> {
    calendar_date(text)
        .map(|date| date.num_days_from_ce())
        .ok_or(Rule::DateIsValid)
}

/// A whole number.
pub(super) fn whole<T: std::str::FromStr>(text: &str) -> Result<T, Rule> {
    text.parse().map_err(|_| Rule::NumberIsValid)
}

/// An amount of at most [`MOST`] euros, as cents.
pub(super) fn cents(text: &str) -> Result<i64, Rule> {
    let (euros, cents) = text.split_once('.').unwrap_or((text, "0"));
    let sign = if euros.starts_with('-') { -1 } else { 1 };
    let euros: i64 = whole(euros)?;
    let cents = match cents.len() {
        _ if !cents.bytes().all(|byte| byte.is_ascii_digit()) => return Err(Rule::NumberIsValid),
        1 => whole::<i64>(cents)? * 10,
        2 => whole::<i64>(cents)?,
        _ => return Err(Rule::NumberIsValid),
    };
    let amount = euros
        .checked_mul(100)
        .and_then(|whole| whole.checked_add(sign * cents));
    amount
        .filter(|amount| amount.unsigned_abs() <= MOST.unsigned_abs() * 100)
        .ok_or(Rule::NumberIsValid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_keep_their_cents_and_their_sign() {
        let amounts: Vec<_> = ["12", "12.5", "12.05", "-0.50", "12.505", "12.-5", "x"]
            .into_iter()
            .map(cents)
            .collect();
        let wrong = Err(Rule::NumberIsValid);
        assert_eq!(
            amounts,
            [Ok(1200), Ok(1250), Ok(1205), Ok(-50), wrong, wrong, wrong]
        );
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
        .map(cents)
        .collect();
        let wrong = Err(Rule::NumberIsValid);
        assert_eq!(
            amounts,
            [
                Ok(10_000_000_000),
                Ok(-10_000_000_000),
                wrong,
                wrong,
                wrong,
                wrong
            ]
        );
    }

    #[test]
    fn dates_are_of_these_centuries() {
        assert_eq!(day("2025-04-01"), Ok(739_342));
        for text in [
            "+262000-01-01",
            "262000-01-01",
            "-262000-01-01",
            "2200-01-01",
            "1899-12-31",
            "2010-02-31",
            "",
        ] {
            assert_eq!(day(text), Err(Rule::DateIsValid), "{text}");
        }
    }
}
