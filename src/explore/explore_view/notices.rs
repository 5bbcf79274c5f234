//! What a reader must know about this selection, above the chart: breaks, provisional figures, and of how much care it is known.

use leptos::prelude::*;

use crate::answer::{Answer, notices};
use crate::explore::context::{choices, monitor};
use crate::sentence::text;

/// `found` is the answer they are about; the grid has many.
#[component]
pub(super) fn Notices(#[prop(optional)] found: Option<Memo<Answer>>) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    move || {
        let (selection, release) = (choices.get(), monitor.release());
        let region = &release.region;
        let words = match found {
            Some(found) => found.with(|found| found.notices(&selection, region)),
            None => notices(&selection, region),
        };
        view! { <ul class="notices" aria-label=text::TO_KNOW.get(selection.language)>{words.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul> }
    }
}
