//! The attack on tables that are drawn here, by both solvers.
#![allow(clippy::format_push_string, reason = "tables are drawn line by line")]

mod enumerated;
mod groups;
mod input;
mod leaks;
mod literature;

use super::{File, PlainError, attack};
use crate::disclosure::solver::{Highs, Microlp};

/// Cell, lowest and highest value.
type Ranges = Vec<(String, u64, Option<u64>)>;

/// The range of every hidden cell of tables called `a.csv`, `b.csv` and so on, on which both solvers agree.
fn attacked(tables: &[&str], hierarchy: Option<&str>) -> Result<Ranges, PlainError> {
    let names = ["a.csv", "b.csv", "c.csv", "d.csv"];
    let files: Vec<File<'_>> = tables
        .iter()
        .zip(names)
        .map(|(text, name)| File {
            name,
            bytes: text.as_bytes(),
        })
        .collect();
    let hierarchy = hierarchy.map(|text| File {
        name: "groups.csv",
        bytes: text.as_bytes(),
    });
    let one = attack(&files, hierarchy, &Highs::default());
    let other = attack(&files, hierarchy, &Microlp);
    assert_eq!(one, other, "HiGHS and microlp disagree");
    Ok(one?
        .into_iter()
        .map(|range| {
            let members: Vec<String> = range.cell.into_iter().map(|(_, member)| member).collect();
            (members.join(" "), range.low, range.high)
        })
        .collect())
}

fn ranges(tables: &[&str], hierarchy: Option<&str>) -> Ranges {
    attacked(tables, hierarchy).unwrap()
}

fn cell(name: &str, low: u64, high: u64) -> (String, u64, Option<u64>) {
    (name.to_owned(), low, Some(high))
}

/// What is said when tables are refused.
fn refusal(tables: &[&str], hierarchy: Option<&str>) -> String {
    attacked(tables, hierarchy).unwrap_err().to_string()
}
