//! Searching: the field in the header, and the page with what was found. The link has the words, so it gives the same page again.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::context::{choices, monitor, say, to_top};
use super::parts::is_plain_click;
use crate::indicator::CATALOGUE;
use crate::search::{Found, search};
use crate::selection::{Selection, View};
use crate::sentence::text;
use crate::vocabulary::Language;

/// The field in the header. Names of indicators are offered while somebody types; on the page with results those follow every letter.
#[component]
pub(super) fn SearchField() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let field = NodeRef::<html::Input>::new();
    let typed = Memo::new(move |_| choices.get().search);
    let target = move |search: String| Selection {
        view: View::Search,
        search,
        ..choices.get_untracked()
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            choices.go(&target(field.value()), monitor);
            to_top();
        }
    };
    let follow = move |event| {
        if choices.get_untracked().view == View::Search {
            choices.amend(&target(event_target_value(&event)), monitor);
        }
    };
    // A single sign as shortcut would get in the way of who speaks to the computer (WCAG 2.1.4): hence Ctrl.
    let shortcut = window_event_listener(ev::keydown, move |event| {
        if event.key() == "/" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            if let Some(field) = field.get_untracked() {
                let _ = field.focus();
                field.select();
            }
        }
    });
    on_cleanup(move || shortcut.remove());
    view! {
        <form class="search" role="search" on:submit=submit>
            <label class="visually-hidden" for="zoek">{say(text::SEARCH)}</label>
            <input
                id="zoek"
                type="search"
                node_ref=field
                maxlength="80"
                autocomplete="off"
                placeholder=say(text::SEARCH)
                aria-keyshortcuts="Control+/"
                prop:value=typed
                list="namen"
                on:input=follow
            />
            <datalist id="namen">
                {CATALOGUE.iter().map(|entry| view! { <option value=say(entry.name)></option> }).collect_view()}
            </datalist>
        </form>
    }
}

/// What was found.
#[component]
pub(super) fn SearchView() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let found = Memo::new(move |_| {
        let selection = choices.get();
        search(&selection.search, &selection, &monitor.release().region)
    });
    let words = move || choices.get().search.trim().to_owned();
    let said = move || said(&words(), found.with(Vec::len), choices.language());
    let is_in_vain = move || !words().is_empty() && found.with(Vec::is_empty);
    let entry = move |found: Found| {
        let (target, kind) = (found.target, found.kind.name().get(choices.language()));
        view! {
            <li>
                <a
                    class="utrecht-link"
                    href=monitor.link(&target)
                    on:click=move |event| {
                        if is_plain_click(&event) {
                            event.prevent_default();
                            choices.go(&target, monitor);
                            to_top();
                        }
                    }
                >{found.title}</a>
                <span class="kind">{kind}</span>
                <p>{found.line}</p>
            </li>
        }
    };
    view! {
        <section class="found" aria-labelledby="gevonden">
            <h1 id="gevonden">{say(text::SEARCH)}{move || if words().is_empty() { String::new() } else { format!(": {}", words()) }}</h1>
            <p role="status">{said}</p>
            {move || is_in_vain().then(|| view! { <p class="nothing">{say(text::NOTHING_FOUND)}</p> })}
            {move || found.with(|found| (!found.is_empty()).then(|| view! { <ul>{found.iter().cloned().map(entry).collect_view()}</ul> }))}
        </section>
    }
}

fn said(words: &str, found: usize, language: Language) -> String {
    match (words.is_empty(), found, language) {
        (true, _, _) => text::SEARCH_HOW.get(language).to_owned(),
        (false, 0, Language::Nl) => "Niets gevonden.".to_owned(),
        (false, 0, Language::En) => "Nothing found.".to_owned(),
        (false, 1, Language::Nl) => "1 resultaat.".to_owned(),
        (false, 1, Language::En) => "1 result.".to_owned(),
        (false, found, Language::Nl) => format!("{found} resultaten."),
        (false, found, Language::En) => format!("{found} results."),
    }
}
