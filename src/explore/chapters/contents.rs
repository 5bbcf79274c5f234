//! The list of chapters: each with what it is about, in one sentence.

use leptos::prelude::*;

use super::own_words::OwnWords;
use super::page::Absent;
use super::reading;
use super::texts::{State, Trouble, chapter_file, texts};
use crate::explore::context::{choices, say};
use crate::explore::parts::Goto;
use crate::selection::{ChapterKey, Selection, View};
use crate::sentence::text;

/// All chapters.
#[component]
pub(super) fn Contents() -> impl IntoView {
    let (choices, texts) = (choices(), texts());
    let state = move |key| texts.get(&chapter_file(key, choices.language()));
    // Nothing was published: that is not ten times a fault.
    let none = Memo::new(move |_| {
        ChapterKey::ALL
            .into_iter()
            .all(|key| state(key) == State::Absent(Trouble::Missing))
    });
    let accounting = move || Selection {
        view: View::Accountability,
        members: Vec::new(),
        ..choices.get()
    };
    view! {
        <div class="book book-contents">
            <div class="chapter">
                <h1>{say(text::CHAPTERS)}</h1>
                {move || if none.get() {
                    view! { <p class="trouble calm" id="geen-hoofdstukken">{say(text::NO_CHAPTERS)}</p> }.into_any()
                } else {
                    view! {
                        <p class="summary">{say(text::CHAPTERS_LEAD)}</p>
                        <ol class="contents">
                            {ChapterKey::ALL.map(|key| view! { <Entry key /> }).into_iter().collect_view()}
                            <li>
                                <h2><Goto to=accounting class="">{say(text::ACCOUNTABILITY)}</Goto></h2>
                                <p>{say(text::ACCOUNTABILITY_LEAD)}</p>
                            </li>
                        </ol>
                    }
                    .into_any()
                }}
            </div>
            <OwnWords />
        </div>
    }
}

#[component]
fn Entry(key: ChapterKey) -> impl IntoView {
    let (choices, texts) = (choices(), texts());
    let state = Memo::new(move |_| texts.get(&chapter_file(key, choices.language())));
    view! {
        <li>
            {move || match state.get() {
                State::Here(found) => {
                    let (title, summary) = (found.title.clone(), found.summary.clone());
                    view! {
                        <h2><Goto to=reading(Some(key)) class="">{title}</Goto></h2>
                        <p>{summary}</p>
                    }
                    .into_any()
                }
                State::Coming => view! {
                    <h2><Goto to=reading(Some(key)) class="">{say(key.name())}</Goto></h2>
                    <p class="waiting" role="status">{say(text::LOADING_TEXT)}</p>
                }
                .into_any(),
                State::Absent(trouble) => view! {
                    <h2>{say(key.name())}</h2>
                    <Absent trouble />
                }
                .into_any(),
            }}
        </li>
    }
}
