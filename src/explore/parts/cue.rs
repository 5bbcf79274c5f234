//! That a table goes on to the right: shown where it is wider than its box.

use leptos::html;
use leptos::prelude::*;

use crate::explore::context::say;
use crate::sentence::text;

/// Stands before the box of a table.
#[component]
pub(in crate::explore) fn Cue() -> impl IntoView {
    let element = NodeRef::<html::P>::new();
    let is_cut = RwSignal::new(false);
    let measure = move || {
        let cue = element.try_get_untracked().flatten();
        if let Some(table) = cue.and_then(|cue| cue.next_element_sibling()) {
            is_cut.set(table.scroll_width() > table.client_width());
        }
    };
    Effect::new(move |_| {
        element.track();
        request_animation_frame(measure);
    });
    let resized = window_event_listener_untyped("resize", move |_| measure());
    on_cleanup(move || resized.remove());
    view! { <p class="cue" node_ref=element hidden=move || !is_cut.get()>{say(text::MORE_TO_THE_RIGHT)}</p> }
        .into_any()
}
