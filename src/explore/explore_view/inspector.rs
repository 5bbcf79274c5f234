//! How a figure was calculated: one line of arithmetic with the real numbers, plain remarks, and the cells it was read from.

use leptos::prelude::*;

use super::save::{Telling, Told, address, copy};
use crate::answer::{self, Answer, Row};
use crate::explore::context::{choices, monitor, say};
use crate::explore::parts::{ToView, agreed_durations, plain_table};
use crate::indicator::{CATALOGUE, Cause, Figure, Formula, Indicator, SplitWhole};
use crate::selection::{Selection, View};
use crate::sentence::{self, ClassTable, LifeTable, text};
use crate::vocabulary::{Language, Measure};

#[component]
pub(super) fn Inspector(found: Memo<Answer>) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let told = RwSignal::new(Told::Nothing);
    move || {
        found.with(|found| {
            let Answer::Rows { shown, rows, series, .. } = found else {
                return ().into_any();
            };
            let selection = choices.get();
            let language = selection.language;
            // The chosen year, or the last one before it that is known when follow-up is not complete yet.
            let with_figure = |row: &'_ &Row| row.own.figure().is_some();
            let is_chosen = |row: &'_ &Row| row.municipality.as_ref().is_some_and(|of| of.area == selection.area);
            let chosen = rows.iter().find(is_chosen);
            if chosen.is_some_and(|row| row.own.figure().is_none()) {
                // The calculation of another municipality would be taken for that of the chosen one.
                return ().into_any();
            }
            let together = rows.iter().find(|row| row.cause == Some(Cause::Together)).filter(with_figure);
            let of_year = together.or(chosen).or_else(|| largest_part(shown, rows, &selection)).or_else(|| rows.iter().filter(|row| row.year == selection.year).find(with_figure));
            let before = || rows.iter().rev().filter(|row| row.year < selection.year).find(with_figure);
            // Of a figure that is younger than the chosen year: its first.
            let row = of_year.or_else(before).or_else(|| rows.iter().find(with_figure));
            let Some((row, figure)) = row.and_then(|row| Some((row, row.own.figure()?))) else {
                return ().into_any();
            };
            // Of a provisional year it cannot be said yet what did most.
            let region = &monitor.release().region;
            let is_told = |year: &u16| *year <= selection.year && !region.is_provisional(*year);
            let told_in = region.years().filter(is_told).max().unwrap_or(selection.year);
            let (formula, remarks) = sentence::calculation(shown, figure, language);
            let from_before = of_year.is_none().then(|| sentence::calculated_elsewhen(selection.year, row.year, language));
            let trend = series.as_ref().and_then(|series| sentence::trend_words(shown, series, language));
            let label = row.label(language);
            let noted = answer::footnote(found, row, figure, &selection, &monitor.release());
            // The link is that of the moment of copying: the address bar knows it.
            let year = selection.year;
            let copy = move |_| copy(format!("{noted} {}", address(year)), text::FOOTNOTE_COPIED, told);
            view! {
                <details class="calc" id="berekening" open>
                    <summary><h2>{say(text::HOW)}" "<span class="soft">{label}</span></h2></summary>
                    {from_before.map(|words| view! { <p>{words}</p> })}
                    <p class="formula">{formula}</p>
                    {agreed_durations(shown, language)}
                    {sentence::classes_by_hand(shown, figure, language).map(by_group)}
                    {sentence::life_table_of(figure, language).map(|table| by_class(table, language))}
                    <ul>
                        {remarks.into_iter().map(|remark| view! { <li>{remark}</li> }).collect_view()}
                        {trend.map(|words| view! { <li id="trend">{words}</li> })}
                        <li>{provenance(figure, &monitor.release().id, language)}</li>
                    </ul>
                    {why_changed(shown).map(|entry| view! { <p><ToView target=Selection { year: told_in, ..selection.clone() }.of(entry) label=entry.name /></p> })}
                    <p><ToView target=Selection { view: View::Definitions, ..selection.clone() } label=text::DEFINITION_LINK /></p>
                    <button type="button" class="utrecht-button utrecht-button--secondary-action" id="kopieer-voetnoot" on:click=copy>{say(text::COPY_FOOTNOTE)}</button>
                    <Telling told />
                </details>
            }
            .into_any()
        })
    }
}

/// Of a whole with its parts: the largest, which the title tells of.
fn largest_part<'a>(shown: &Indicator, rows: &'a [Row], selection: &Selection) -> Option<&'a Row> {
    let (over, _) = shown.composed_over()?;
    if selection.breakdown != Some(over) {
        return None;
    }
    let value = |row: &Row| row.own.figure().map(|figure| figure.value);
    let known = rows.iter().filter(|row| value(row).is_some());
    known.max_by(|one, other| {
        value(one)
            .unwrap_or(0.0)
            .total_cmp(&value(other).unwrap_or(0.0))
    })
}

/// The classes that a middle was worked out of.
fn by_group(table: ClassTable) -> AnyView {
    view! {
        {plain_table("per-groep", table.title, table.header, table.rows)}
        {table.arithmetic.map(|words| view! { <p>{words}</p> })}
    }
    .into_any()
}

/// The life table that a figure was worked out of.
fn by_class(table: LifeTable, language: Language) -> AnyView {
    let name = text::BY_DURATION.get(language);
    view! {
        {plain_table("per-klasse", name, table.header, table.rows)}
        <p>{sentence::life_table_words(language)}</p>
    }
    .into_any()
}

/// Of cost: what tells through what it changed. The link has the name of the topic it leads to.
fn why_changed(shown: &Indicator) -> Option<&'static Indicator> {
    let whole = match shown.formula()? {
        Formula::Split { .. } => return None,
        Formula::Ratio {
            numerator,
            denominator,
            ..
        } if (numerator.measure, denominator.measure) == (Measure::Cost, Measure::Youths) => {
            SplitWhole::CostPerYouth
        }
        formula if formula.counted().measure == Measure::Cost => SplitWhole::Cost,
        _ => return None,
    };
    CATALOGUE
        .iter()
        .find(|entry| entry.formula() == Some(Formula::Split { whole }))
}

/// The cells a figure was read from: file and row.
fn provenance(figure: &Figure, release: &str, language: Language) -> String {
    let cells: Vec<String> = std::iter::once(&figure.numerator)
        .chain(&figure.denominator)
        .chain(&figure.also)
        .flat_map(|value| &value.cells)
        .map(|cell| {
            let file = cell.table.resource_name(cell.margin);
            match language {
                Language::Nl => format!("{file}.parquet, rij {}", cell.row + 1),
                Language::En => format!("{file}.parquet, row {}", cell.row + 1),
            }
        })
        .fold(Vec::new(), |mut cells, cell| {
            if !cells.contains(&cell) {
                cells.push(cell);
            }
            cells
        });
    match language {
        Language::Nl => format!(
            "Voor wie wil controleren: gelezen uit publicatie {release}: {}.",
            cells.join("; ")
        ),
        Language::En => format!(
            "To check this yourself: read from publication {release}: {}.",
            cells.join("; ")
        ),
    }
}
