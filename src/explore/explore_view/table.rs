//! The same figures as a table, always below the chart.

use leptos::prelude::*;

use crate::answer::{Answer, Row};
use crate::explore::context::{choices, monitor, say};
use crate::explore::parts::{Wide, marked_outcome};
use crate::indicator::{Indicator, Outcome, Unit};
use crate::selection::{Selection, View};
use crate::sentence::{self, Place, text};
use crate::vocabulary::Language;

#[component]
pub(super) fn Table(found: Memo<Answer>) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    move || {
        found.with(|found| {
            let Answer::Rows { shown, rows, comparison, .. } = found else {
                return ().into_any();
            };
            let (selection, release) = (choices.get(), monitor.release());
            let language = selection.language;
            let name = Place::of(&release.region, selection.area).name.to_owned();
            let has_rest = rows.iter().any(|row| row.rest.is_some());
            let is_compared = selection.view == View::Compare;
            let is_split = shown.is_split() && !is_compared;
            let first = match selection.breakdown {
                _ if is_compared => text::MUNICIPALITY_GROUP,
                Some(dimension) => dimension.title(),
                None if is_split => text::CAUSE,
                None => text::YEAR,
            };
            let has_verdicts = is_compared && shown.is_ratio();
            let has_places = has_verdicts && comparison.as_ref().is_some_and(|of| of.tells_places());
            let name = if is_compared { sentence::figure_title(shown, &selection.members, language) } else { name };
            let counted = counted_title(shown, rows, &selection);
            let margin = if is_split { text::ROUNDING_COLUMN } else { text::UNCERTAINTY_COLUMN };
            let unit = shown.unit;
            // On a phone three columns fit.
            let has_many = has_verdicts || has_rest || counted.is_some();
            let body = rows.iter().map(|row| view! {
                <tr>
                    <th scope="row">{row.label(language)}</th>
                    <td data-kolom="eigen" data-waarde=exact(&row.own)>{told(&row.own, unit, language)}</td>
                    <td class="soft range">{row.own.figure().map(|figure| sentence::range(figure.confidence, unit, language))}</td>
                    {row.municipality.as_ref().filter(|_| has_verdicts).map(|of| view! {
                        <td class="verdict">{sentence::compared_words(&of.compared, language)}</td>
                        {has_places.then(|| view! { <td class="soft" data-kolom="plaats">{of.compared.places.map(sentence::places_range)}</td> })}
                    })}
                    {has_rest.then(|| view! {
                        <td data-kolom="rest" data-waarde=row.rest.as_ref().and_then(exact)>{row.rest.as_ref().map(|rest| told(rest, unit, language))}</td>
                    })}
                    {counted.is_some().then(|| view! { <td class="soft range" data-kolom="geteld">{row.own.figure().and_then(|figure| sentence::divided_words(shown, figure, language))}</td> })}
                </tr>
            }).collect_view();
            let caption = format!("{} ({})", text::SAME_FIGURES.get(language), sentence::table_unit_of(shown, language));
            view! {
                <h2 class="table-title" id="tabel-titel">{caption}</h2>
                <p class="cue" hidden=!has_many>{say(text::MORE_TO_THE_RIGHT)}</p>
                <Wide>
                    <table class="utrecht-table" id="tabel" aria-labelledby="tabel-titel">
                        <thead class="utrecht-table__header">
                            <tr>
                                <th scope="col">{say(first)}</th>
                                <th scope="col">{name}</th>
                                <th scope="col">{say(margin)}</th>
                                {has_verdicts.then(|| view! { <th scope="col">{say(text::AGAINST_REST)}</th> })}
                                {has_places.then(|| view! { <th scope="col">{say(text::PLACES)}</th> })}
                                {has_rest.then(|| view! { <th scope="col">{say(text::REST)}</th> })}
                                {counted.map(|title| view! { <th scope="col"><span class="head">{title}</span></th> })}
                            </tr>
                        </thead>
                        <tbody class="utrecht-table__body">{body}</tbody>
                    </table>
                </Wide>
            }
            .into_any()
        })
    }
}

/// An outcome in the form of its mark.
fn told(outcome: &Outcome, unit: Unit, language: Language) -> AnyView {
    let words = sentence::outcome_words(outcome, unit, language);
    marked_outcome(outcome, words, language)
}

/// The figure without rounding for display, for tests and for whoever reads the page by program.
fn exact(outcome: &Outcome) -> Option<String> {
    outcome.figure().map(|figure| figure.value.to_string())
}

/// The heading of the column with what is divided: what both sides count, and of whom where that is the same in all rows.
fn counted_title(shown: &Indicator, rows: &[Row], selection: &Selection) -> Option<String> {
    let mut figures = rows.iter().filter_map(|row| row.own.figure());
    let first = figures.next()?;
    let mut of_all = first.numerator.about.clone();
    for other in figures {
        of_all.retain(|member| other.numerator.about.contains(member));
    }
    // The rows tell by what they differ, also where only one of them has a figure.
    of_all.retain(|member| Some(member.dimension()) != selection.breakdown);
    sentence::divided_title(shown, first, &of_all, selection.language)
}
