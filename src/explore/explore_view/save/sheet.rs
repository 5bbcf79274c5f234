//! A page that is a table as a file, a link, a citation and a print.

use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::write::Kind;
use super::{Done, Group, Telling, Told, address, copy, file, print, today};
use crate::answer;
use crate::explore::context::{Monitor, choices, monitor, say};
use crate::indicator;
use crate::selection::Selection;
use crate::sentence::{Sheet, text};

/// What a page gives to be saved: `made` a sheet and the name of its file without its ending, `cited` a citation, of a selection whose page
/// is this link.
#[derive(Clone, Copy)]
pub(in crate::explore) struct Given {
    pub(in crate::explore) made: fn(Monitor, &Selection, &str) -> Option<(String, Sheet)>,
    pub(in crate::explore) cited: fn(Monitor, &Selection, (&str, &str)) -> Option<String>,
}

/// Saves and shares the table on the screen.
#[component]
pub(in crate::explore) fn SaveSheet(given: Given) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let told = RwSignal::new(Told::Nothing);
    let save = move |_| {
        let selection = choices.get_untracked();
        let found = (given.made)(monitor, &selection, &address(selection.year));
        let handed: Done<String> = found.ok_or(JsValue::NULL).and_then(|(name, sheet)| {
            let name = format!("{name}.{}", Kind::Csv.ending());
            let bytes = sheet.csv().map_err(|_| JsValue::NULL)?;
            let bytes = Uint8Array::from(bytes.as_slice());
            file::hand_over(&file::blob(&bytes, Kind::Csv.media_type())?, &name)?;
            Ok(name)
        });
        told.set(match handed {
            Ok(name) => Told::Saved(name),
            Err(_) => Told::Failed(Kind::Csv.failed()),
        });
    };
    let cite = move |_| {
        let selection = choices.get_untracked();
        let link = address(selection.year);
        if let Some(words) = (given.cited)(monitor, &selection, (&link, &today())) {
            copy(words, text::CITATION_COPIED, told);
        }
    };
    view! {
        <section class="save" aria-labelledby="bewaren">
            <h2 id="bewaren">{say(text::SAVE)}</h2>
            <div class="save-lines">
                <Group id="bewaar-cijfers" label=text::FIGURES>
                    <button type="button" id=Kind::Csv.id() on:click=save>{say(Kind::Csv.label())}</button>
                </Group>
                <Group id="bewaar-pagina" label=text::THIS_PAGE>
                    <button type="button" id="kopieer-link" on:click=move |_| copy(address(choices.get_untracked().year), text::LINK_COPIED, told)>{say(text::COPY_LINK)}</button>
                    <button type="button" id="kopieer-bron" on:click=cite>{say(text::COPY_CITATION)}</button>
                    <button type="button" id="afdrukken" on:click=move |_| print(told)>{say(text::PRINT)}</button>
                </Group>
            </div>
            <Telling told />
        </section>
    }
}

/// What a grid gives.
pub(in crate::explore::explore_view) const GRID: Given = Given {
    made: |monitor, selection, link| {
        let release = monitor.release();
        let sheet = answer::grid_sheet(&grid(monitor, selection), selection, &release, link);
        Some((answer::grid_file_name(selection, &release), sheet))
    },
    cited: |monitor, selection, (link, today)| {
        let grid = grid(monitor, selection);
        let release = monitor.release();
        Some(answer::grid_citation(
            &grid, selection, &release, link, today,
        ))
    },
};

fn grid(monitor: Monitor, selection: &Selection) -> indicator::Grid {
    let release = monitor.release();
    monitor.with_store_untracked(|store| {
        indicator::grid(store, &release.region, selection.year, &selection.members)
    })
}
