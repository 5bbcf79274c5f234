//! A box for a table, that scrolls sideways where the table is wider, and then says so.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use crate::explore::context::say;
use crate::sentence::text;

/// The box of a table, named by the element `by`.
#[component]
pub(in crate::explore) fn Wide(by: &'static str, children: Children) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let is_cut = RwSignal::new(false);
    let measure = move || {
        if let Some(Some(element)) = element.try_get_untracked() {
            is_cut.set(element.scroll_width() > element.client_width());
        }
    };
    Effect::new(move |_| {
        element.track();
        request_animation_frame(measure);
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    view! {
        <p class="cue" hidden=move || !is_cut.get()>{say(text::MORE_TO_THE_RIGHT)}</p>
        <div class="wide" tabindex="0" role="region" aria-labelledby=by node_ref=element>{children()}</div>
    }
}
