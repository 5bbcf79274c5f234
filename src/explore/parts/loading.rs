//! Shows its content once the files it needs have arrived, and what failed in plain words.

use leptos::prelude::*;

use crate::explore::context::{File, choices, monitor, say};
use crate::sentence::text;

/// Fetches `files`; until they are there it says so, and when one fails it says which and what still works. With `partial` the
/// content is shown all the same, for it can do without.
#[component]
pub(in crate::explore) fn Fetched(
    files: Memo<Vec<File>>,
    #[prop(optional)] partial: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    // Fetching is an edge: nothing on the screen is derived here.
    Effect::new(move |_| monitor.fetch(files.get()));
    let settled = Memo::new(move |_| monitor.is_settled(&files.get()));
    let failures = Memo::new(move |_| monitor.failures(&files.get()));
    view! {
        {move || {
            let failures = failures.get();
            (!failures.is_empty()).then(|| view! {
                <div class="trouble" role="alert">
                    <p><strong>{say(text::SOMETHING_WRONG)}</strong></p>
                    <ul>{failures.iter().map(|error| view! { <li>{error.sentence(choices.language())}</li> }).collect_view()}</ul>
                    <button
                        type="button"
                        class="utrecht-button utrecht-button--secondary-action"
                        on:click=move |_| { monitor.forget_failures(); monitor.fetch(files.get_untracked()); }
                    >{say(text::TRY_AGAIN)}</button>
                </div>
            })
        }}
        {move || {
            if settled.get() && (partial || failures.with(Vec::is_empty)) {
                children().into_any()
            } else if settled.get() {
                ().into_any()
            } else { view! { <p class="waiting" role="status">{say(text::LOADING_MORE)}</p> }.into_any() }
        }}
    }
}
