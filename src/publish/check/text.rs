//! The report in the terminal.

use std::fmt::Write as _;

use super::Outcome;
use crate::publish::input::{FileReport, Report, action_title};
use crate::vocabulary::Language;

/// The report in words.
pub fn text(report: &Report, language: Language) -> String {
    let mut text = String::new();
    for file in &report.files {
        of_file(&mut text, file, language);
    }
    if !report.others.is_empty() {
        let _ = writeln!(
            text,
            "{}: {}",
            match language {
                Language::Nl => "Niet gelezen",
                Language::En => "Not read",
            },
            report.others.join(", ")
        );
    }
    for refusal in report.refusals() {
        let _ = writeln!(text, "{}.", refusal.words(language));
    }
    let _ = writeln!(text, "{}", verdict(report, language));
    text
}

/// What the check comes down to, in a sentence.
pub(super) fn verdict(report: &Report, language: Language) -> String {
    let rejected = report.rejected();
    match (Outcome::of(report), language) {
        (Outcome::Complete, Language::Nl) => "Alle rijen tellen mee.".to_owned(),
        (Outcome::Complete, Language::En) => "All rows count.".to_owned(),
        (Outcome::RowsLeftOut, Language::Nl) => {
            format!("Weggelaten rijen: {rejected}. Publiceren kan.")
        }
        (Outcome::RowsLeftOut, Language::En) => {
            format!("Rows left out: {rejected}. The delivery can be published.")
        }
        (Outcome::Refused, Language::Nl) => "Zo kan er niet gepubliceerd worden.".to_owned(),
        (Outcome::Refused, Language::En) => {
            "The delivery cannot be published like this.".to_owned()
        }
    }
}

/// How many rows a file has and how many of them count.
pub(super) fn totals(file: &FileReport, language: Language) -> String {
    let (rows, counted, repaired, rejected) =
        (file.rows, file.counted(), file.repaired, file.rejected);
    match language {
        Language::Nl => format!(
            "rijen: {rows}, tellen mee: {counted} (waarvan hersteld: {repaired}), weggelaten: {rejected}"
        ),
        Language::En => format!(
            "rows: {rows}, count: {counted} (of which repaired: {repaired}), left out: {rejected}"
        ),
    }
}

/// How the parts of a file are written, a line each.
pub(super) fn formats(file: &FileReport, language: Language) -> Vec<String> {
    file.parts
        .iter()
        .map(|part| {
            let mut line = format!("{}: {}", part.name, part.format.words(language));
            let more = [
                (
                    part.dutch_dates,
                    "data dag-maand-jaar",
                    "dates day-month-year",
                ),
                (
                    part.decimal_commas,
                    "bedragen met komma",
                    "amounts with a comma",
                ),
                (
                    part.unread_columns,
                    "kolommen niet gelezen",
                    "columns not read",
                ),
            ];
            for (count, nl, en) in more.into_iter().filter(|(count, ..)| *count > 0) {
                let words = match language {
                    Language::Nl => nl,
                    Language::En => en,
                };
                let _ = write!(line, ", {words}: {count}");
            }
            line
        })
        .collect()
}

fn of_file(text: &mut String, file: &FileReport, language: Language) {
    let _ = writeln!(text, "{}\n  {}", file.name, totals(file, language));
    for line in formats(file, language) {
        let _ = writeln!(text, "  {line}");
    }
    for (rule, column, problem) in file.problems() {
        let at = if column.is_empty() {
            String::new()
        } else {
            format!(" [{column}]")
        };
        let _ = writeln!(
            text,
            "  {:>8} {} {}{at}: {}",
            problem.count,
            action_title(problem.action).get(language),
            rule.code(),
            rule.title().get(language),
        );
        let places: Vec<_> = problem
            .places
            .iter()
            .map(|place| file.place(*place, language))
            .collect();
        let more = if problem.count > places.len() {
            "; ..."
        } else {
            ""
        };
        let _ = writeln!(text, "           {}{more}", places.join("; "));
    }
    text.push('\n');
}
