//! The button that hands the table over as a file. The file is made in the browser, and forgotten once it is handed over.

use std::time::Duration;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::answer::Answer;
use crate::answer::{file_name, sheet};
use crate::explore::context::{choices, monitor, say};
use crate::sentence::text;

/// How long the browser has to take the file over.
const HANDING_OVER: Duration = Duration::from_secs(10);

#[component]
pub(super) fn Download(found: Memo<Answer>) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let failed = RwSignal::new(false);
    let download = move |_| {
        let (selection, release) = (choices.get_untracked(), monitor.release());
        let link = web_sys::window()
            .and_then(|window| window.location().href().ok())
            .unwrap_or_default();
        let bytes = found
            .with_untracked(|found| sheet(found, &selection, &release, Some(&link)))
            .and_then(|sheet| sheet.csv().ok());
        let handed =
            bytes.is_some_and(|bytes| hand_over(&bytes, &file_name(&selection, &release)).is_ok());
        failed.set(!handed);
    };
    view! {
        <button type="button" id="download-csv" class="utrecht-button utrecht-button--secondary-action" on:click=download>
            {say(text::DOWNLOAD_CSV)}
        </button>
        {move || failed.get().then(|| view! { <p class="trouble" role="alert">{say(text::NO_DOWNLOAD)}</p> })}
    }
}

fn hand_over(bytes: &[u8], name: &str) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let kind = BlobPropertyBag::new();
    kind.set_type("text/csv;charset=utf-8");
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        HANDING_OVER,
    );
    Ok(())
}
