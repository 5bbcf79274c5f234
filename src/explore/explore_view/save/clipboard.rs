//! Copies a text, or gives it to the reader to copy where a page may not.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Done, Told};
use crate::vocabulary::Bilingual;

/// Copies `words`, and says `copied` or asks the reader to do it.
pub(in crate::explore::explore_view) fn copy(
    words: String,
    copied: Bilingual,
    told: RwSignal<Told>,
) {
    // A message that is repeated is only read out when it was gone in between.
    told.set(Told::Nothing);
    spawn_local(async move {
        let outcome = match write(&words).await {
            Ok(()) => Told::Copied(copied),
            Err(_) => Told::ByHand(words),
        };
        let _ = told.try_set(outcome);
    });
}

/// By name, as a page that is not served safely has no clipboard at all.
async fn write(words: &str) -> Done<()> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name));
    let clipboard = get(&get(&window, "navigator")?, "clipboard")?;
    let write: Function = get(&clipboard, "writeText")?.dyn_into()?;
    let promise: Promise = write
        .call1(&clipboard, &JsValue::from_str(words))?
        .dyn_into()?;
    JsFuture::from(promise).await.map(|_| ())
}
