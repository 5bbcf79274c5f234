//! The answer on the screen, for readers and for scripts.

use std::fmt::Write;

use serde::{Serialize, Serializer};

use crate::disclosure::plain::{CellRange, PercentageRange};

/// The ranges as JSON: a list of cells with `laagst` and `hoogst`, the latter `null` when nothing bounds it.
///
/// # Errors
/// What the serialiser says; nothing in a range should make it.
pub fn json(ranges: &[CellRange]) -> Result<String, serde_json::Error> {
    let lines = ranges
        .iter()
        .map(|range| {
            serde_json::to_string(&Line {
                cel: Cell(&range.cell),
                laagst: range.low,
                hoogst: range.high,
                percentages: range
                    .percentages
                    .iter()
                    .map(|range| Percentages {
                        van: &range.of,
                        laagst: range.low,
                        hoogst: range.high,
                    })
                    .collect(),
            })
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(match lines.len() {
        0 => "[]\n".to_owned(),
        _ => format!("[\n{}\n]\n", lines.join(",\n")),
    })
}

#[derive(Serialize)]
struct Line<'a> {
    cel: Cell<'a>,
    laagst: u64,
    hoogst: Option<u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    percentages: Vec<Percentages<'a>>,
}

#[derive(Serialize)]
struct Percentages<'a> {
    van: &'a str,
    laagst: f64,
    hoogst: f64,
}

/// A cell as a map in the order of its table.
struct Cell<'a>(&'a [(String, String)]);

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(dimension, member)| (dimension, member)))
    }
}

/// The ranges as an aligned table in Dutch, with one closing line.
pub fn text(ranges: &[CellRange]) -> String {
    if ranges.is_empty() {
        return "Er zijn geen geheime cellen.\n".to_owned();
    }
    let rows: Vec<[String; 3]> = ranges
        .iter()
        .map(|range| {
            [
                range
                    .cell
                    .iter()
                    .map(|(dimension, member)| format!("{dimension}={member}"))
                    .collect::<Vec<_>>()
                    .join(", "),
                range.low.to_string(),
                range
                    .high
                    .map_or_else(|| "onbeperkt".to_owned(), |high| high.to_string()),
            ]
        })
        .collect();
    let headings = ["cel", "laagst", "hoogst"];
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .chain([headings[column].len()])
            .max()
            .unwrap_or_default()
    };
    let (first, second, third) = (width(0), width(1), width(2));
    let mut text = String::new();
    let mut line = |[cell, low, high]: [&str; 3], mark: &str| {
        let line = format!("{cell:<first$}  {low:>second$}  {high:>third$}  {mark}");
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{}", line.trim_end());
    };
    line(headings, "");
    for (row, range) in rows.iter().zip(ranges) {
        let mark = match (range.known(), range.attained) {
            (true, _) => "precies bekend",
            (false, true) => "",
            (false, false) => "of nauwer",
        };
        let marks: Vec<String> = std::iter::once(mark.to_owned())
            .filter(|mark| !mark.is_empty())
            .chain(range.percentages.iter().map(percentage))
            .collect();
        line([&row[0], &row[1], &row[2]], &marks.join("; "));
    }
    let known = ranges.iter().filter(|range| range.known()).count();
    let narrower = ranges
        .iter()
        .filter(|range| !range.known() && !range.attained)
        .count();
    let percentages = ranges.iter().flat_map(|range| &range.percentages);
    let endless = ranges.iter().filter(|range| range.high.is_none()).count();
    let _ = writeln!(
        text,
        "\nGeheime cellen: {}, waarvan precies bekend: {known}, met ruimte: {} (zonder bovengrens: {endless}, misschien nauwer: {narrower}).",
        ranges.len(),
        ranges.len() - known
    );
    let hidden = percentages.clone().count();
    if hidden > 0 {
        let known = percentages.filter(|range| range.known()).count();
        let _ = writeln!(
            text,
            "Geheime percentages: {hidden}, waarvan bekend, op één in het laatste cijfer na: {known}."
        );
    }
    text
}

/// A hidden percentage in words.
fn percentage(range: &PercentageRange) -> String {
    let number = |value: f64| value.to_string().replace('.', ",");
    let mark = if range.known() { ", bekend" } else { "" };
    format!(
        "{} tot {} % van {}{mark}",
        number(range.low),
        number(range.high),
        range.of
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges() -> Vec<CellRange> {
        let cell = |member: &str, low, high, attained| CellRange {
            cell: vec![
                ("vorm".to_owned(), member.to_owned()),
                ("gemeente".to_owned(), "totaal".to_owned()),
            ],
            low,
            high,
            attained,
            percentages: Vec::new(),
        };
        vec![cell("K\"1", 47, Some(47), true), cell("L", 0, None, false)]
    }

    #[test]
    fn json_keeps_the_order_and_tells_no_bound_apart() {
        assert_eq!(
            json(&ranges()).unwrap(),
            "[\n{\"cel\":{\"vorm\":\"K\\\"1\",\"gemeente\":\"totaal\"},\"laagst\":47,\"hoogst\":47},\n\
             {\"cel\":{\"vorm\":\"L\",\"gemeente\":\"totaal\"},\"laagst\":0,\"hoogst\":null}\n]\n"
        );
        assert_eq!(json(&[]).unwrap(), "[]\n");
    }

    #[test]
    fn text_is_aligned_and_marks_what_is_known() {
        assert_eq!(
            text(&ranges()),
            "cel                        laagst     hoogst\n\
             vorm=K\"1, gemeente=totaal      47         47  precies bekend\n\
             vorm=L, gemeente=totaal         0  onbeperkt  of nauwer\n\
             \n\
             Geheime cellen: 2, waarvan precies bekend: 1, met ruimte: 1 (zonder bovengrens: 1, misschien nauwer: 1).\n"
        );
        assert_eq!(text(&[]), "Er zijn geen geheime cellen.\n");
    }
}
