//! A file that is made in the browser, and forgotten once it is handed over.

use std::time::Duration;

use js_sys::{Array, Uint8Array};
use leptos::prelude::set_timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::Done;

/// How long the browser has to take the file over.
const HANDING_OVER: Duration = Duration::from_secs(10);

/// The file with these bytes.
pub(super) fn blob(bytes: &Uint8Array, media_type: &str) -> Done<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &kind)
}

/// Offers a file under a name.
pub(super) fn hand_over(blob: &Blob, name: &str) -> Done<()> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(blob)?;
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
