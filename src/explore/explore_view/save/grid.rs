//! The grid as a file.

use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::write::Kind;
use super::{Done, Group, Telling, Told, address, copy, file};
use crate::answer;
use crate::explore::context::{choices, monitor, say};
use crate::indicator;
use crate::sentence::text;

/// Saves and shares the grid on the screen.
#[component]
pub(in crate::explore::explore_view) fn SaveGrid() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let told = RwSignal::new(Told::Nothing);
    let save = move |_| {
        let (selection, release) = (choices.get_untracked(), monitor.release());
        let name = format!(
            "{}.{}",
            answer::grid_file_name(&selection, &release),
            Kind::Csv.ending()
        );
        let link = address(selection.year);
        let sheet = monitor.with_store_untracked(|store| {
            let grid = indicator::grid(store, &release.region, selection.year, &selection.members);
            answer::grid_sheet(&grid, &selection, &release, &link)
        });
        let handed: Done<()> = sheet
            .csv()
            .map_err(|_| JsValue::NULL)
            .and_then(|bytes| {
                file::blob(&Uint8Array::from(bytes.as_slice()), Kind::Csv.media_type())
            })
            .and_then(|blob| file::hand_over(&blob, &name));
        told.set(match handed {
            Ok(()) => Told::Saved(name),
            Err(_) => Told::Failed(Kind::Csv.failed()),
        });
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
                </Group>
            </div>
            <Telling told />
        </section>
    }
}
