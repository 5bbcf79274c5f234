//! A link to another page of the monitor, followed without loading it anew.

use leptos::prelude::*;

use crate::explore::context::{choices, monitor, to_start};
use crate::selection::Selection;

/// Leads to what `to` gives at the moment of the click; `current` marks the page that is shown.
#[component]
pub(in crate::explore) fn Goto(
    to: impl Fn() -> Selection + Clone + Send + Sync + 'static,
    #[prop(default = "utrecht-link")] class: &'static str,
    #[prop(optional, into)] current: Signal<bool>,
    #[prop(optional)] indicator: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let target = to.clone();
    view! {
        <a
            class=class
            data-indicator=indicator
            href=move || monitor.link(&target())
            aria-current=move || current.get().then_some("page")
            on:click=move |event| {
                if super::is_plain_click(&event) {
                    event.prevent_default();
                    choices.go(&to(), monitor);
                    to_start();
                }
            }
        >{children()}</a>
    }
}
