//! One hidden figure, chosen in a sentence, and what the file itself says of it.

use leptos::prelude::*;

use super::check::CheckButton;
use super::legend::cell_words;
use super::verification::verification;
use super::work::WorkOut;
use crate::cube::{Cell, CellKey, Cube, CubeStore, Status};
use crate::explore::context::{choices, monitor, say};
use crate::explore::parts::{AreaSelect, YearSelect, marked};
use crate::selection::Selection;
use crate::sentence::{self, text};
use crate::vocabulary::{Language, Measure, Table};

#[component]
pub(super) fn OneCell() -> impl IntoView {
    let verification = verification();
    view! {
        <section class="theme" aria-labelledby="een-cijfer">
            <header>
                <h2 id="een-cijfer">{say(text::ONE_CELL)}</h2>
                <p>{say(text::ONE_CELL_EXPLAINED)}</p>
            </header>
            {move || if verification.has_all() {
                view! { <Choice /> }.into_any()
            } else {
                view! {
                    <p class="prose">{say(text::FILES_FIRST)}</p>
                    <CheckButton id="controleer-eerst" />
                }
                .into_any()
            }}
        </section>
    }
}

/// The hidden cells of a measure in an area and year, in the order of the files.
fn hidden_cells(store: &CubeStore, selection: &Selection) -> Vec<(CellKey, Cell)> {
    let measure = selection.measure;
    let cubes = store.cubes().filter(|cube| cube.table == measure.table());
    cubes
        .flat_map(Cube::keys)
        .filter(|key| (key.year, key.area) == (selection.year, selection.area))
        .filter_map(|key| Some((*key, store.find(*key, measure)?.0)))
        .filter(|(_, cell)| cell.is_hidden())
        .collect()
}

#[component]
fn Choice() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let cells = Memo::new(move |_| {
        let selection = choices.get();
        monitor.with_store(|store, _| hidden_cells(store, &selection))
    });
    // The cell of the link when it is hidden, else the first that is hidden for its own sake, else the first.
    let chosen = Memo::new(move |_| {
        let wanted = choices.get().cell();
        cells.with(|cells| {
            let is_wanted = |(key, _): &&(CellKey, Cell)| Some(*key) == wanted;
            let is_small = |(_, cell): &&(CellKey, Cell)| cell.status() == Status::Hidden;
            cells
                .iter()
                .find(is_wanted)
                .or_else(|| cells.iter().find(is_small))
                .or(cells.first())
                .copied()
        })
    });
    let figure = Memo::new(move |_| chosen.get().map(|(key, _)| (key, choices.get().measure)));
    view! {
        <p class="ask ask-small">
            <label for="kies-maat">{say(text::I_CHOOSE)}</label>" "
            <MeasureSelect />" "
            <label for="kies-gebied">{say(text::IN)}</label>" "
            <AreaSelect id="kies-gebied" class="inline-choice" />" "
            <label for="kies-jaar">{say(text::IN)}</label>" "
            <YearSelect id="kies-jaar" class="inline-choice" />
            {move || (!cells.with(Vec::is_empty)).then(|| view! { <span>": "</span><CellSelect cells chosen /> })}"."
        </p>
        {move || match chosen.get() {
            None => view! { <p class="prose" role="status">{say(text::NOTHING_HIDDEN)}</p> }.into_any(),
            Some((_, cell)) => {
                let selection = choices.get();
                view! { <p class="prose" id="volgens-bestand">{according_to_file(cell, selection.measure, selection.language)}</p> }.into_any()
            }
        }}
        <WorkOut figure />
    }
}

fn according_to_file(cell: Cell, measure: Measure, language: Language) -> AnyView {
    let lead = match language {
        Language::Nl => "In het bestand staat:",
        Language::En => "The file says:",
    };
    let words = marked(
        Some(cell.status()),
        cell_words(cell, measure, language),
        language,
    );
    view! { {lead}" "{words}"." }.into_any()
}

#[component]
fn MeasureSelect() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let choose = move |code: String| {
        if let Some(measure) = Measure::from_code(&code) {
            choices.go(
                &Selection {
                    measure,
                    ..choices.get_untracked()
                },
                monitor,
            );
        }
    };
    let has_secrets = |table: &Table| table.measures().any(|measure| !measure.is_public());
    let options = Table::ALL.into_iter().filter(has_secrets).map(|table| {
        let options = table
            .measures()
            .filter(|measure| !measure.is_public())
            .map(|measure| view! {
                <option value=measure.code() selected=move || choices.get().measure == measure>{say(measure.title())}</option>
            })
            .collect_view();
        view! { <optgroup label=say(table.title())>{options}</optgroup> }
    }).collect_view();
    view! {
        <select id="kies-maat" class="inline-choice" aria-label=say(text::MEASURE) prop:value=move || choices.get().measure.code() on:change=move |event| choose(event_target_value(&event))>
            {options}
        </select>
    }
}

/// Only cells that are hidden can be chosen.
#[component]
fn CellSelect(
    cells: Memo<Vec<(CellKey, Cell)>>,
    chosen: Memo<Option<(CellKey, Cell)>>,
) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let place_of =
        move |key: CellKey| cells.with(|cells| cells.iter().position(|(other, _)| *other == key));
    let choose = move |value: String| {
        let key = value
            .parse::<usize>()
            .ok()
            .and_then(|place| cells.with_untracked(|cells| cells.get(place).map(|(key, _)| *key)));
        if let Some(key) = key {
            choices.go(&choices.get_untracked().with_cell(key), monitor);
        }
    };
    let value = move || {
        chosen
            .get()
            .and_then(|(key, _)| place_of(key))
            .map(|place| place.to_string())
    };
    view! {
        <select
            id="kies-cel"
            class="inline-choice"
            aria-label=say(text::HIDDEN_CELL)
            prop:value=value
            on:change=move |event| choose(event_target_value(&event))
        >
            {move || {
                let language = choices.language();
                cells.get().into_iter().enumerate().map(|(place, (key, _))| view! {
                    <option value=place.to_string() selected=move || chosen.get().is_some_and(|(other, _)| other == key)>{cell_label(key, language)}</option>
                }).collect_view()
            }}
        </select>
    }
}

/// "pleegzorg, 4 tot en met 11 jaar".
fn cell_label(key: CellKey, language: Language) -> String {
    let members: Vec<_> = key.members().collect();
    sentence::selection_words(&members, language).unwrap_or_else(|| {
        match language {
            Language::Nl => "alles samen",
            Language::En => "all together",
        }
        .to_owned()
    })
}
