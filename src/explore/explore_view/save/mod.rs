//! Everything that leaves the page with a figure: picture, workbook, table, link, citation and print. One quiet group under the chart.

mod clipboard;
mod file;
mod sheet;
mod told;
mod write;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::answer::{self, Answer};
use crate::explore::chart::{ChartTexts, Drawing};
use crate::explore::context::{choices, monitor, say};
use crate::sentence::text;
use crate::vocabulary::Bilingual;
pub(super) use clipboard::copy;
pub(super) use sheet::GRID;
pub(in crate::explore) use sheet::{Given, SaveSheet};
pub(super) use told::{Telling, Told};
use write::Kind;

/// Saves and shares what is on the screen.
#[component]
pub(super) fn Save(
    found: Memo<Answer>,
    texts: Memo<ChartTexts>,
    drawing: Memo<Drawing>,
) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let told = RwSignal::new(Told::Nothing);
    let save = move |kind: Kind| {
        if told.with_untracked(Told::is_busy) {
            return;
        }
        told.set(Told::Busy);
        let (selection, release) = (choices.get_untracked(), monitor.release());
        let name = format!(
            "{}.{}",
            answer::file_name(&selection, &release),
            kind.ending()
        );
        let what = write::Subject {
            found: found.get_untracked(),
            texts: texts.get_untracked(),
            drawing: drawing.get_untracked(),
            link: address(selection.year),
            selection,
            monitor,
        };
        spawn_local(async move {
            let handed = match write::blob(kind, &what).await {
                Ok(blob) => file::hand_over(&blob, &name),
                Err(error) => Err(error),
            };
            let outcome = match handed {
                Ok(()) => Told::Saved(name),
                Err(error) => {
                    // For whoever looks for the cause; the reader gets a sentence.
                    web_sys::console::info_1(&error);
                    Told::Failed(kind.failed())
                }
            };
            let _ = told.try_set(outcome);
        });
    };
    let cite = move |_| {
        let (selection, release) = (choices.get_untracked(), monitor.release());
        let words = found.with_untracked(|found| {
            answer::citation(
                found,
                &selection,
                &release,
                &address(selection.year),
                &today(),
            )
        });
        copy(words, text::CITATION_COPIED, told);
    };
    let file = move |kind: Kind| {
        view! {
            <button type="button" id=kind.id() aria-disabled=move || told.with(Told::is_busy).to_string() on:click=move |_| save(kind)>
                {say(kind.label())}
            </button>
        }
    };
    view! {
        <section class="save" aria-labelledby="bewaren">
            <h2 id="bewaren">{say(text::SAVE)}</h2>
            <div class="save-lines">
                <Group id="bewaar-grafiek" label=text::CHART>{file(Kind::Png)}{file(Kind::Svg)}</Group>
                <Group id="bewaar-cijfers" label=text::FIGURES>{file(Kind::Xlsx)}{file(Kind::Csv)}</Group>
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

/// Prints the page, or says that it did not work.
fn print(told: RwSignal<Told>) {
    if web_sys::window().is_none_or(|window| window.print().is_err()) {
        told.set(Told::Failed(text::NO_PRINT));
    }
}

/// Buttons that belong together, after what they are about.
#[component]
fn Group(id: &'static str, label: Bilingual, children: Children) -> impl IntoView {
    view! {
        <div role="group" aria-labelledby=id>
            <span class="save-of" id=id>{say(label)}</span>
            <span class="save-ways">{children()}</span>
        </div>
    }
}

/// The address of what is on the screen, with its year: the address bar leaves out the last year, which is another one in a next release.
pub(super) fn address(year: u16) -> String {
    let address = web_sys::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    let (page, place) = address.split_once('#').unwrap_or((&address, ""));
    let query = page.split_once('?').map_or("", |(_, query)| query);
    if query.split('&').any(|part| part.starts_with("jaar=")) {
        return address;
    }
    let joint = if page.contains('?') { '&' } else { '?' };
    let place = if place.is_empty() {
        String::new()
    } else {
        format!("#{place}")
    };
    format!("{page}{joint}jaar={year}{place}")
}

/// Today where the reader is, ISO 8601.
fn today() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}

type Done<T> = Result<T, JsValue>;
