//! What a reader must know about this selection, above the chart: breaks and provisional figures.

use leptos::prelude::*;

use crate::answer::notices;
use crate::explore::context::{choices, monitor};
use crate::sentence::text;

#[component]
pub(super) fn Notices() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    move || {
        let words = notices(&choices.get(), &monitor.release().region);
        view! { <ul class="notices" aria-label=text::TO_KNOW.get(choices.language())>{words.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul> }
    }
}
