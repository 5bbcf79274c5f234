//! Instances with a known answer.

use super::*;
use crate::disclosure::plain::CellRange;

/// A test table of the sdcTable package with its totals, these cells hidden.
fn table(hidden: &[&str]) -> String {
    let data = [
        ("w", [30, 47, 64, 89]),
        ("x", [90, 124, 5, 31]),
        ("y", [92, 100, 59, 85]),
        ("z", [800, 991, 651, 685]),
    ];
    let columns = ["a", "b", "c", "d"];
    let mut text = "rij,kolom,waarde,status\n".to_owned();
    let mut line = |row: &str, column: &str, value: u32| {
        let cell = format!("{row}{column}");
        // The value of a hidden cell is never used: it may be wrong.
        let (value, status) = if hidden.contains(&cell.as_str()) {
            (1_000_000, "geheim")
        } else {
            (value, "open")
        };
        text += &format!("{row},{column},{value},{status}\n");
    };
    for (row, values) in data {
        for (column, value) in columns.iter().zip(values) {
            line(row, column, value);
        }
        line(row, "totaal", values.iter().sum());
    }
    for (place, column) in columns.iter().enumerate() {
        line("totaal", column, data.iter().map(|row| row.1[place]).sum());
    }
    let all = data.iter().flat_map(|row| row.1).sum();
    line("totaal", "totaal", all);
    text
}

const NINE: [&str; 9] = ["wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd"];

#[test]
fn two_hidden_in_every_row_and_column_and_yet_one_is_known() {
    let found = ranges(&[&table(&NINE)], None);
    assert_eq!(found.len(), 9);
    for expected in [
        cell("w a", 25, 94),
        cell("w b", 47, 47),
        cell("z d", 585, 770),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
}

#[test]
fn one_more_hidden_gives_it_room() {
    let hidden = [&NINE[..], &["xd"]].concat();
    let found = ranges(&[&table(&hidden)], None);
    assert!(found.contains(&cell("w b", 0, 78)), "{found:?}");
}

#[test]
fn cells_come_in_the_order_of_first_appearance() {
    let names: Vec<String> = ranges(&[&table(&NINE)], None)
        .into_iter()
        .map(|cell| cell.0)
        .collect();
    assert_eq!(
        names,
        [
            "w a", "w b", "w c", "x a", "x c", "y b", "y d", "z b", "z d"
        ]
    );
}

/// A table of `size` by `size` with all its inner cells hidden, and what its row and column totals are.
fn square(size: u64) -> (String, Vec<u64>, Vec<u64>) {
    let value = |row: u64, column: u64| (7 * row + 5 * column + row * column) % 12;
    let rows: Vec<u64> = (0..size)
        .map(|row| (0..size).map(|column| value(row, column)).sum())
        .collect();
    let columns: Vec<u64> = (0..size)
        .map(|column| (0..size).map(|row| value(row, column)).sum())
        .collect();
    let mut text = "rij,kolom,waarde,status\n".to_owned();
    for (number, total) in rows.iter().enumerate() {
        for column in 0..size {
            text += &format!("r{number},k{column},,geheim\n");
        }
        text += &format!("r{number},totaal,{total},open\n");
    }
    for (number, total) in columns.iter().enumerate() {
        text += &format!("totaal,k{number},{total},open\n");
    }
    (text, rows, columns)
}

/// The bounds of Fréchet: all that the totals of two dimensions tell.
#[test]
fn a_large_table_of_two_dimensions_is_exact() {
    let (text, rows, columns) = square(24);
    let all: u64 = rows.iter().sum();
    let found = with_highs(&text);
    assert_eq!(found.len(), 576);
    let pairs = rows
        .iter()
        .flat_map(|row| columns.iter().map(move |column| (*row, *column)));
    for (range, (row, column)) in found.iter().zip(pairs) {
        let expected = ((row + column).saturating_sub(all), Some(row.min(column)));
        assert_eq!(
            (range.low, range.high, range.attained),
            (expected.0, expected.1, true)
        );
    }
}

/// Where whole numbers are not tried, the truth is still within the range.
#[test]
fn a_large_table_of_three_dimensions_keeps_the_truth_within() {
    let size = 9;
    let value = |x: u64, y: u64, z: u64| 1 + (3 * x + 5 * y + 7 * z + x * y * z) % 5;
    let mut text = "x,y,z,waarde,status\n".to_owned();
    let mut truth = Vec::new();
    for a in 0..size {
        for b in 0..size {
            let sum = |of: &dyn Fn(u64) -> u64| (0..size).map(of).sum::<u64>();
            let lines = [
                format!("x{a},y{b},totaal,{}", sum(&|c| value(a, b, c))),
                format!("x{a},totaal,z{b},{}", sum(&|c| value(a, c, b))),
                format!("totaal,y{a},z{b},{}", sum(&|c| value(c, a, b))),
            ];
            for line in lines {
                text += &format!("{line},open\n");
            }
            for c in 0..size {
                text += &format!("x{a},y{b},z{c},,geheim\n");
                truth.push(value(a, b, c));
            }
        }
    }
    let found = with_highs(&text);
    assert_eq!(found.len(), truth.len());
    for (range, value) in found.iter().zip(truth) {
        assert!(range.low <= value && range.high.is_some_and(|high| value <= high));
    }
}

fn with_highs(text: &str) -> Vec<CellRange> {
    let file = File {
        name: "a.csv",
        bytes: text.as_bytes(),
    };
    attack(&[file], None, &Highs::default()).unwrap()
}
