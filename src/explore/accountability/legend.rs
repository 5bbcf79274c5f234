//! The six marks, with what they mean and, where the release has one, a figure that bears it.

use leptos::prelude::*;

use crate::cube::{Cell, CubeStore, Status};
use crate::explore::context::{choices, monitor, say};
use crate::explore::parts::{marked, sample};
use crate::release::Region;
use crate::sentence::{self, Place, text};
use crate::vocabulary::{Dimension, Language, Margin, Measure, Table};

#[component]
pub(super) fn Legend() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    // A small file in which most marks occur; without it the marks are explained all the same.
    Effect::new(move |_| monitor.fetch(vec![(Table::Ended, Margin::of(&[Dimension::AgeGroup]))]));
    let entry = move |status: Status| {
        let language = choices.language();
        let meaning = sentence::mark_meaning(status, monitor.release().region.policy(), language);
        let example = monitor.with_store(|store, region| example(store, region, status, language));
        let shown = example.as_ref().map_or_else(
            || sample(status, language),
            |(words, _)| marked(Some(status), words.clone(), language),
        );
        view! {
            <li>
                <span class="sample">{shown}</span>
                <span>{meaning}<small class="soft">{example.map(|(_, place)| place)}</small></span>
            </li>
        }
    };
    view! {
        <section class="theme" aria-labelledby="tekens">
            <header>
                <h2 id="tekens">{say(text::SIX_MARKS)}</h2>
                <p>{say(text::SIX_MARKS_MORE)}</p>
            </header>
            <ul class="marks marks-all" aria-labelledby="tekens">
                {move || Status::ALL.map(entry).collect_view()}
            </ul>
        </section>
    }
}

/// A figure of the release with this mark: in words, and which it is.
fn example(
    store: &CubeStore,
    region: &Region,
    status: Status,
    language: Language,
) -> Option<(String, String)> {
    for cube in store.cubes().filter(|cube| cube.table != Table::Population) {
        for (measure, column) in cube.columns() {
            if !measure.is_count_of_youths() {
                continue;
            }
            let rows = cube.keys().iter().enumerate().rev();
            let found = rows
                .map(|(row, key)| (key, column.cell(row)))
                .find(|(_, cell)| cell.status() == status);
            if let Some((key, cell)) = found {
                let area = Place::of(region, key.area).name;
                let members: Vec<_> = key.members().collect();
                let narrowed = sentence::selection_words(&members, language)
                    .map(|words| format!(", {words}"))
                    .unwrap_or_default();
                let what = measure.title().get(language);
                return Some((
                    cell_words(cell, *measure, language),
                    format!("{what}, {area}, {}{narrowed}", key.year),
                ));
            }
        }
    }
    None
}

/// A published cell in words.
pub(super) fn cell_words(cell: Cell, measure: Measure, language: Language) -> String {
    let count = |value| sentence::count(value, measure.unit(), language);
    match cell {
        Cell::Shown { value, .. } => count(value),
        Cell::Hidden { within, .. } => between(within.lo(), within.hi(), measure, language),
        Cell::StructuralZero => text::ALWAYS_ZERO.get(language).to_owned(),
        Cell::Unknown => sentence::mark(Status::Unknown)
            .name
            .get(language)
            .to_owned(),
        Cell::NotApplicable => sentence::mark(Status::NotApplicable)
            .name
            .get(language)
            .to_owned(),
    }
}

/// "tussen 0 en 9", never broken over two lines.
pub(super) fn between(low: f64, high: f64, measure: Measure, language: Language) -> String {
    let count = |value| sentence::count(value, measure.unit(), language);
    match language {
        Language::Nl => format!("tussen {} en {}", count(low), count(high)).replace(' ', "\u{a0}"),
        Language::En => {
            format!("between {} and {}", count(low), count(high)).replace(' ', "\u{a0}")
        }
    }
}
