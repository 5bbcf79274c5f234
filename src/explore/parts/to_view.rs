//! A link to another selection, that loads nothing anew.

use leptos::prelude::*;

use crate::explore::context::{choices, monitor, to_top};
use crate::selection::Selection;
use crate::vocabulary::Bilingual;

#[component]
pub(in crate::explore) fn ToView(target: Selection, label: Bilingual) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let link = monitor.link(&target);
    let words = label.get(target.language);
    view! {
        <a class="utrecht-link" href=link on:click=move |event| {
            if super::is_plain_click(&event) {
                event.prevent_default();
                choices.go(&target, monitor);
                to_top();
            }
        }>{words}</a>
    }
}
