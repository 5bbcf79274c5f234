//! Instances with a known answer.

use super::*;

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
