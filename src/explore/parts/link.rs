//! A link to another selection, followed without loading the page anew.

use leptos::prelude::*;

use super::is_plain_click;
use crate::explore::context::{choices, monitor};
use crate::selection::Selection;

/// A link to `target`; marked when it leads to what is shown now.
pub(in crate::explore) fn link_to(
    target: Selection,
    class: &'static str,
    is_current: bool,
    content: AnyView,
) -> AnyView {
    let (monitor, choices) = (monitor(), choices());
    let address = monitor.link(&target);
    view! {
        <a class=class href=address aria-current=is_current.then_some("true") on:click=move |event| {
            if is_plain_click(&event) {
                event.prevent_default();
                choices.go(&target, monitor);
            }
        }>{content}</a>
    }
    .into_any()
}
