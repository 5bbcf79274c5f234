//! What the chart of an answer draws, and what its lines and dots mean.

use crate::answer::{Answer, Row};
use crate::explore::chart::{Bar, Drawing, TimePoint};
use crate::indicator::{Cause, Comparison, Outcome};
use crate::release::{Break, Region};
use crate::selection::{CompareAs, Selection, View};
use crate::sentence::{self, Place, text};

/// What the lines and dots of the chart mean.
pub(super) fn footnotes(
    answer: &Answer,
    selection: &Selection,
    drawing: &Drawing,
) -> Vec<&'static str> {
    let Answer::Rows {
        rows,
        shown,
        comparison,
        split,
        ..
    } = answer
    else {
        return Vec::new();
    };
    let language = selection.language;
    // A map has no lines or dots.
    if selection.view == View::Compare && selection.compare_as == CompareAs::Map {
        return Vec::new();
    }
    let mut notes = Vec::new();
    let has_figures = rows.iter().any(|row| row.own.figure().is_some());
    if selection.uncertainty && has_figures {
        notes.push(if split.is_some() {
            text::BARS_ROUNDED
        } else if selection.breakdown.is_some() || comparison.is_some() {
            text::BARS
        } else {
            text::BAND
        });
        if split.is_none() {
            notes.push(if shown.is_of_answers() {
                text::WHY_MARGIN_OF_ANSWERS
            } else {
                text::WHY_MARGIN
            });
        }
    }
    let has_dot = |row: &Row| row.rest.as_ref().and_then(Outcome::figure).is_some();
    if selection.breakdown.is_some() && rows.iter().any(has_dot) {
        notes.push(text::BARS_REST);
    }
    let has_line = |of: &Comparison| shown.is_ratio() && of.region.figure().is_some();
    if comparison.as_deref().is_some_and(has_line) {
        let is_supplied = shown.formula().is_some_and(|formula| {
            formula
                .counted()
                .measure
                .table()
                .is_supplied_by_municipality()
        });
        notes.push(if is_supplied {
            text::REGION_LINE_OF_SUPPLIED
        } else {
            text::REGION_LINE
        });
        if comparison.as_deref().is_some_and(|of| of.tested() > 0) {
            notes.push(text::TESTED_AGAINST_REST);
        }
    }
    if drawing.begins_above_zero() {
        notes.push(text::NOT_FROM_ZERO);
    }
    if drawing.goes_past_the_axis() {
        notes.push(text::PAST_THE_AXIS);
    }
    notes.into_iter().map(|note| note.get(language)).collect()
}

/// What is drawn.
pub(super) fn drawing(answer: &Answer, selection: &Selection, region: &Region) -> Drawing {
    let (language, place) = (selection.language, Place::of(region, selection.area));
    let Answer::Rows {
        shown,
        rows,
        comparison,
        split,
        ..
    } = answer
    else {
        return Drawing::empty(selection);
    };
    let drawing = Drawing::empty(selection).of(place.name, shown, selection.uncertainty);
    if let Some(comparison) = comparison {
        let bars = rows
            .iter()
            .map(|row| Bar {
                label: row.label(language),
                own: row.own.clone(),
                rest: None,
                stands_out: row.municipality.as_ref().is_some_and(|of| {
                    region
                        .with_groups(of.area)
                        .any(|area| area == selection.area)
                }),
            })
            .collect();
        // There each bar has an area of its own; together they are about the indicator.
        let name = sentence::capital(shown.name.get(language));
        let drawing = drawing.of(&name, shown, selection.uncertainty);
        let whole = comparison.region.figure().filter(|_| shown.is_ratio());
        return drawing
            .in_year(selection.year, region.is_provisional(selection.year))
            .with_bars(bars, whole.map(|figure| figure.value));
    }
    if selection.breakdown.is_some() || split.is_some() {
        let bars = rows
            .iter()
            .map(|row| Bar {
                label: row.label(language),
                own: row.own.clone(),
                rest: row.rest.clone(),
                stands_out: row.cause != Some(Cause::Together),
            })
            .collect();
        return drawing
            .in_year(selection.year, region.is_provisional(selection.year))
            .with_bars(bars, None);
    }
    let points = rows
        .iter()
        .map(|row| TimePoint {
            year: row.year,
            own: row.own.clone(),
            rest: row.rest.clone(),
            provisional: row.provisional,
        })
        .collect();
    let broken_with = selection.indicator.broken_with(region, selection.area);
    let said = |entry: &Break| (entry.from, entry.short.get(language).to_owned());
    let own_breaks: Vec<_> = region.breaks_in(broken_with).map(said).collect();
    let has_rest = rows.iter().any(|row| row.rest.is_some());
    let rest_breaks = if !has_rest {
        Vec::new()
    } else if broken_with == selection.area {
        region.breaks_outside(selection.area).map(said).collect()
    } else {
        own_breaks.clone()
    };
    drawing.with_points(points, own_breaks, rest_breaks)
}
