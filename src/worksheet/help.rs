//! What the command line says of a statistic.

use std::fmt::Write as _;

use super::catalogue::CATALOGUE;
use super::options::Options;
use super::specification::{Shape, Specification};

/// Width of a line.
const WIDTH: usize = 110;

/// What holds for all files.
const FILES: &str = "\
A CSV file in UTF-8, separated by , or ; with the names of the columns on the first line. Numbers have a decimal point; in a file \
separated by ; they may all have a decimal comma. Columns that the statistic does not need are copied.
The answer has the separator of the file, and a decimal comma if the file has one. Numbers are written with all their digits. What \
cannot be computed is an empty cell, and the column note says why. What cannot be an input (a column that is missing or named twice, no \
rows, no number, a negative one, more events than n, n of 0) is refused with the line, the column and what to do; the command then \
writes nothing and ends with 1.";

/// The columns, formula and source of every statistic.
pub fn overview() -> String {
    let mut text = section("FILES", FILES);
    for specification in CATALOGUE {
        let _ = write!(text, "\n{}\n", specification.name.to_uppercase());
        text.push_str(&wrapped(specification.title, 2, 2));
        for (title, columns) in [
            ("In:", input(specification)),
            ("Out:", output(specification)),
        ] {
            let _ = writeln!(text, "  {title}");
            text.push_str(&table(&columns, 4));
        }
        if specification.shape != Shape::Row {
            text.push_str(&wrapped(copied(specification.shape), 2, 2));
        }
        text.push_str(&wrapped(
            &format!("Formula: {}", specification.formula),
            2,
            4,
        ));
        text.push_str(&wrapped(&format!("Source: {}", specification.source), 2, 4));
    }
    text.push_str("\nExample:\n  regiovisie statistic wilson --input shares.csv --level 0.95");
    text
}

/// The columns, formula and source of one statistic, and an example with its answer.
pub fn explain(specification: &Specification) -> String {
    let mut text = section("FILES", FILES);
    let _ = writeln!(text, "\nINPUT");
    text.push_str(&table(&input(specification), 2));
    text.push_str(&wrapped(copied(specification.shape), 2, 2));
    let _ = writeln!(text, "\nOUTPUT");
    text.push_str(&table(&output(specification), 2));
    let _ = write!(text, "\n{}", section("FORMULA", specification.formula));
    let _ = write!(text, "\n{}", section("SOURCE", specification.source));
    let _ = writeln!(
        text,
        "\nEXAMPLE\n  regiovisie statistic {} --input example.csv\n",
        specification.name
    );
    text.push_str(&indented(specification.example, 4));
    let answer = super::apply(
        specification,
        "example.csv",
        specification.example.as_bytes(),
        &Options::default(),
    );
    let _ = writeln!(text, "\n  gives\n");
    text.push_str(&indented(
        &answer.unwrap_or_else(|error| error.to_string()),
        4,
    ));
    text.trim_end().to_owned()
}

fn copied(shape: Shape) -> &'static str {
    match shape {
        Shape::Row => "All columns are copied, and those of the answer follow.",
        Shape::RowInGroup => {
            "All columns are copied, and those of the answer follow. Rows with the same value in the column group, or in the columns named \
             by --group, go together; without one all rows do."
        }
        Shape::Group => {
            "Rows with the same value in the column group, or in the columns named by --group, go together; without one all rows do. Other \
             columns are copied if they have one value within each group."
        }
    }
}

fn input(specification: &Specification) -> Vec<(String, String)> {
    specification
        .input
        .iter()
        .map(|column| {
            let mut meaning = format!("{}: {}", column.meaning, column.kind.words());
            if let Some(limit) = column.within {
                let _ = write!(meaning, ", at most {limit}");
            }
            if !column.also.is_empty() {
                let _ = write!(
                    meaning,
                    " (may also be called {})",
                    column.also.join(" or ")
                );
            }
            (column.name.to_owned(), meaning)
        })
        .collect()
}

fn output(specification: &Specification) -> Vec<(String, String)> {
    specification
        .output
        .iter()
        .map(|(name, meaning)| ((*name).to_owned(), (*meaning).to_owned()))
        .collect()
}

fn section(title: &str, paragraphs: &str) -> String {
    let mut text = format!("{title}\n");
    for paragraph in paragraphs.lines() {
        text.push_str(&wrapped(paragraph, 2, 2));
    }
    text
}

fn table(rows: &[(String, String)], indent: usize) -> String {
    let widest = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    rows.iter()
        .map(|(name, meaning)| {
            wrapped(
                &format!("{name:widest$}  {meaning}"),
                indent,
                indent + widest + 2,
            )
        })
        .collect()
}

fn indented(text: &str, indent: usize) -> String {
    text.lines().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{:indent$}{line}", "");
        text
    })
}

/// A paragraph in lines, the first one `first` from the edge and the others `rest`; spaces between words are kept.
fn wrapped(paragraph: &str, first: usize, rest: usize) -> String {
    let mut text = String::new();
    let mut line = " ".repeat(first);
    let mut is_new = true;
    for word in paragraph.split(' ') {
        if !is_new && line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(text, "{}", line.trim_end());
            line = " ".repeat(rest);
            is_new = true;
        }
        if !is_new {
            line.push(' ');
        }
        line.push_str(word);
        is_new = false;
    }
    let _ = writeln!(text, "{}", line.trim_end());
    text
}
