//! Files of every sort: what they hold, and in which sentence they are refused.

use parquet::basic::{Compression, Encoding};

use super::naive::{Row, Wanted, answer, ask, assert_same};
use super::write::{Style, write};
use crate::long_table::{Dimension, Engine, Member, Question, TableError};

/// Rows with negative, broken and large numbers, and codes that need more than a byte to number.
fn rows(count: u32) -> Vec<Row> {
    (0..count)
        .map(|n| {
            let code = |most: u32| Some(format!("{:03}", n * 7 % most));
            let n = f64::from(n);
            Row {
                codes: [
                    Some((2015 + (n as i32) % 10).to_string()),
                    code(10),
                    code(11),
                    code(5),
                    code(8),
                    code(300),
                ],
                numbers: [n % 5.0, -n, 1e6 + n, n * 0.25, 70_000.0, n % 300.0, 0.0].map(Some),
            }
        })
        .collect()
}

fn check(rows: &[Row], style: &Style) {
    let mut engine = Engine::read(&write(rows, style)).unwrap();
    for question in Question::ALL {
        assert_same(
            &ask(&mut engine, question, &Wanted::default(), 32),
            &answer(rows, question, &Wanted::default(), 32),
        );
    }
}

fn refusal(rows: &[Row], style: &Style) -> TableError {
    Engine::read(&write(rows, style)).unwrap_err()
}

#[test]
fn many_groups_many_pages_and_no_dictionary() {
    let rows = rows(5000);
    for (rows_in_group, rows_in_page, dictionary) in [
        (5000, 5000, true),
        (700, 90, true),
        (700, 90, false),
        (1, 1, true),
    ] {
        check(
            &rows[..rows.len().min(rows_in_group * 50)],
            &Style {
                dictionary,
                rows_in_group,
                rows_in_page,
                ..Style::default()
            },
        );
    }
}

#[test]
fn columns_that_cannot_hold_nulls_in_older_and_newer_pages() {
    for newer_pages in [false, true] {
        for codec in [Compression::SNAPPY, Compression::UNCOMPRESSED] {
            check(
                &rows(600),
                &Style {
                    optional: false,
                    newer_pages,
                    codec,
                    ..Style::default()
                },
            );
        }
    }
}

#[test]
fn decimal_numbers_keep_their_fraction_and_their_sign() {
    for measures in [
        "INT64 (decimal(18,2))",
        "FIXED_LEN_BYTE_ARRAY(9) (decimal(20,2))",
    ] {
        check(
            &rows(300),
            &Style {
                measures,
                ..Style::default()
            },
        );
    }
}

#[test]
fn numbers_without_a_sign_are_not_negative() {
    let mut rows = rows(3);
    for row in &mut rows {
        row.numbers = [Some(3_000_000_000.0); 7];
    }
    for encoding in [Encoding::PLAIN, Encoding::DELTA_BINARY_PACKED] {
        check(
            &rows,
            &Style {
                measures: "INT32 (integer(32,false))",
                dictionary: false,
                encoding,
                ..Style::default()
            },
        );
    }
}

#[test]
fn years_are_numbers_or_texts_as_in_the_file_and_in_order() {
    let rows = rows(40);
    for (years, first) in [
        ("INT32", Member::Whole(2015)),
        ("INT64", Member::Whole(2015)),
        ("BYTE_ARRAY", Member::Text("2015".to_owned())),
    ] {
        let engine = Engine::read(&write(
            &rows,
            &Style {
                years,
                ..Style::default()
            },
        ))
        .unwrap();
        let members = engine.members(Dimension::Jaar);
        assert_eq!((members.len(), &members[0]), (10, &first));
        assert!(members.is_sorted());
    }
}

#[test]
fn other_columns_are_passed_by_even_one_of_the_same_name_inside_a_group() {
    check(
        &rows(50),
        &Style {
            extra: true,
            ..Style::default()
        },
    );
}

#[test]
fn a_missing_column_is_named() {
    for column in ["aanbieder", "terugkeer"] {
        let error = refusal(
            &rows(5),
            &Style {
                without: Some(column),
                ..Style::default()
            },
        );
        assert_eq!(error, TableError::MissingColumn { column });
        assert_eq!(
            error.sentence(),
            format!("In het bestand ontbreekt de kolom {column}.")
        );
    }
}

#[test]
fn texts_and_bytes_are_no_numbers() {
    for measures in ["BINARY", "BOOLEAN", "FIXED_LEN_BYTE_ARRAY(9)"] {
        let error = refusal(
            &rows(5),
            &Style {
                measures,
                ..Style::default()
            },
        );
        assert_eq!(
            error.sentence(),
            "De kolom clienten moet getallen bevatten."
        );
        assert_eq!(
            error.to_string(),
            "the column clienten does not hold numbers"
        );
    }
}

#[test]
fn more_groups_than_anyone_can_read_are_refused() {
    let mut rows = rows(3000);
    for (row, n) in rows.iter_mut().zip(0..) {
        row.codes[0] = Some(n.to_string());
        row.codes[1] = Some(format!("g{n}"));
    }
    assert!(matches!(
        refusal(&rows, &Style::default()),
        TableError::TooManyMembers { column: "gemeente" }
    ));
}

#[test]
fn other_things_than_parquet_are_called_so() {
    for bytes in [
        &b""[..],
        b"PAR",
        b"<!doctype html>",
        b"PK\x03\x04 a spreadsheet",
    ] {
        let error = Engine::read(bytes).unwrap_err();
        assert_eq!(error.sentence(), "Dit is geen Parquet-bestand.");
    }
}
