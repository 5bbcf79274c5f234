//! An answer as text for a terminal: the finding, the figures in columns, and where they came from.

use std::fmt::Write;

use super::sheet::{key, key_name, published};
use super::{Answer, Row, about};
use crate::cube::Status;
use crate::indicator::{OperandValue, Origin, Outcome};
use crate::release::Release;
use crate::selection::{Selection, View};
use crate::sentence::{self, Place, text};
use crate::vocabulary::Language;

/// Between two columns.
const GAP: &str = "  ";

/// The answer to `selection` as text.
pub fn screen(answer: &Answer, selection: &Selection, release: &Release) -> String {
    let language = selection.language;
    let mut notes = about(answer, selection, release).lines().into_iter();
    let mut text = String::new();
    // Writing to a String cannot fail.
    for line in notes.by_ref().take(2).filter(|line| !line.is_empty()) {
        let _ = writeln!(text, "{line}");
    }
    if let Answer::Rows { shown, rows, .. } = answer {
        let place = Place::of(&release.region, selection.area).name;
        let line = |row: &Row, area: &str, outcome: &Outcome| {
            let figure = outcome.figure();
            let (top, bottom) = figure
                .map(|figure| shown.parts_of(figure))
                .unwrap_or_default();
            let margin = figure
                .map(|figure| sentence::range(figure.confidence, shown.unit, language))
                .unwrap_or_default();
            let part =
                |value: Option<&OperandValue>| value.and_then(|value| operand(value, language));
            [
                key(row, language),
                area.to_owned(),
                sentence::outcome_words(outcome, shown.unit, language),
                margin,
                part(top).unwrap_or_default(),
                part(bottom).unwrap_or_default(),
                outcome
                    .status()
                    .map(|status| sentence::mark(status).name.get(language).to_owned())
                    .unwrap_or_default(),
                row.municipality
                    .as_ref()
                    .map(|of| sentence::compared_words(&of.compared, language).to_owned())
                    .unwrap_or_default(),
            ]
        };
        let header = match language {
            Language::Nl => [
                "gebied",
                "cijfer",
                "onzekerheid",
                "teller",
                "noemer",
                "status",
            ],
            Language::En => [
                "area",
                "figure",
                "uncertainty",
                "numerator",
                "denominator",
                "status",
            ],
        };
        let against = (selection.view == View::Compare)
            .then(|| text::AGAINST_REST.get(language).to_lowercase());
        let mut table = vec![
            std::iter::once(key_name(selection))
                .chain(header.map(str::to_owned))
                .chain(against)
                .collect::<Vec<_>>(),
        ];
        for row in rows {
            let name = row.municipality.as_ref().map_or(place, |of| &of.name);
            table.push(line(row, name, &row.own).into());
            // Of ten municipalities the rest of the region is ten times nearly the same.
            if let Some(rest) = row.rest.as_ref().filter(|_| row.municipality.is_none()) {
                table.push(line(row, text::REST.get(language), rest).into());
            }
        }
        let _ = write!(text, "\n{}\n", aligned(&table));
    }
    for line in notes {
        let _ = writeln!(text, "{line}");
    }
    text
}

/// An operand as published, or its bounds where it is no single number; nothing when something in it is hidden.
fn operand(value: &OperandValue, language: Language) -> Option<String> {
    let (low, high) = (value.within.lo(), value.within.hi());
    match (value.origin, language) {
        (Origin::Bounds, _) if value.status != Status::Shown => None,
        (Origin::Bounds, Language::Nl) => Some(format!("{low} tot {high}")),
        (Origin::Bounds, Language::En) => Some(format!("{low} to {high}")),
        (Origin::Cell | Origin::Difference, _) => published(value).map(|value| value.to_string()),
    }
}

/// Columns side by side; the last one is not filled up.
fn aligned(table: &[Vec<String>]) -> String {
    let widths: Vec<usize> = (0..table.first().map_or(0, Vec::len))
        .map(|column| {
            let width = |row: &Vec<String>| row.get(column).map_or(0, |cell| cell.chars().count());
            table.iter().map(width).max().unwrap_or(0)
        })
        .collect();
    let mut text = String::new();
    for row in table {
        let line: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        let _ = writeln!(text, "{}", line.join(GAP).trim_end());
    }
    text
}
