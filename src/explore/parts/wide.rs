//! A part that scrolls sideways where it does not fit, also by keyboard.

use leptos::prelude::*;

use crate::explore::context::say;
use crate::sentence::text;

/// Whoever hears the page hears what the part does; the table inside has a name of its own.
#[component]
pub(in crate::explore) fn Wide(children: Children) -> impl IntoView {
    view! { <div class="wide" tabindex="0" role="group" aria-label=say(text::SIDEWAYS)>{children()}</div> }
}
