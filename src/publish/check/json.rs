//! The report for programs.

use serde_json::{Value, json};

use super::{Outcome, text};
use crate::publish::input::{FileReport, Report};
use crate::vocabulary::Language;

/// The report as JSON.
///
/// # Errors
/// What the writer of JSON says; it has no reason to.
pub fn json(report: &Report, language: Language) -> Result<String, serde_json::Error> {
    let outcome = match Outcome::of(report) {
        Outcome::Complete => "volledig",
        Outcome::RowsLeftOut => "rijen_weggelaten",
        Outcome::Refused => "geweigerd",
    };
    let refusals: Vec<_> = report
        .refusals()
        .iter()
        .map(|refusal| refusal.words(language))
        .collect();
    let value = json!({
        "uitkomst": outcome,
        "samenvatting": text::verdict(report, language),
        "bezwaren": refusals,
        "niet_gelezen": report.others,
        "bestanden": report.files.iter().map(|file| of_file(file, language)).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&value).map(|text| text + "\n")
}

fn of_file(file: &FileReport, language: Language) -> Value {
    let parts: Vec<_> = file
        .parts
        .iter()
        .map(|part| {
            json!({
                "naam": part.name,
                "vorm": part.format.words(language),
                "rijen": part.rows,
                "kolommen_niet_gelezen": part.unread_columns,
                "data_dag_maand_jaar": part.dutch_dates,
                "bedragen_met_komma": part.decimal_commas,
            })
        })
        .collect();
    let problems: Vec<_> = file
        .problems()
        .map(|(rule, column, problem)| {
            let places: Vec<_> = problem
                .places
                .iter()
                .map(|place| {
                    json!({
                        "bestand": file.parts.get(usize::from(place.part)).map(|part| &part.name),
                        "regel": place.line,
                    })
                })
                .collect();
            json!({
                "regel": rule.code(),
                "titel": rule.title().get(language),
                "uitleg": rule.explanation().get(language),
                "kolom": column,
                "gevolg": problem.action,
                "aantal": problem.count,
                "plaatsen": places,
            })
        })
        .collect();
    json!({
        "bestand": file.name,
        "rijen": file.rows,
        "tellen_mee": file.counted(),
        "hersteld": file.repaired,
        "weggelaten": file.rejected,
        "delen": parts,
        "problemen": problems,
    })
}
