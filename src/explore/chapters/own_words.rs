//! What an area wrote itself about its figures. Most areas wrote nothing, and then nothing is shown.

use leptos::prelude::*;

use super::page::Sources;
use super::prose::{Prose, complaints};
use super::texts::{State, Trouble, area_file, texts};
use crate::explore::context::{choices, monitor};
use crate::sentence::{Place, text};

/// Where it stands on the page.
pub(super) const PLACE: &str = "toelichting";

/// The text of the chosen area, if it has one.
pub(super) fn own_words() -> Memo<Option<State>> {
    let (monitor, choices, texts) = (monitor(), choices(), texts());
    let file = Memo::new(move |_| {
        let selection = choices.get();
        let release = monitor.release();
        area_file(&release.region.area(selection.area).key, selection.language)
    });
    Effect::new(move |_| texts.want(file.get(), choices.language()));
    Memo::new(move |_| {
        let state = texts.get(&file.get());
        // A file that is not there or cannot be had is no news; one that is there and wrong is.
        matches!(state, State::Here(_) | State::Absent(Trouble::Wrong(_))).then_some(state)
    })
}

/// The explanation, marked as the words of the area.
#[component]
pub(super) fn OwnWords() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let own = own_words();
    let place = move || {
        let release = monitor.release();
        Place::of(&release.region, choices.get().area)
            .name
            .to_owned()
    };
    move || {
        let state = own.get()?;
        let language = choices.language();
        let content = match state {
            State::Here(found) => {
                let title = found.title.clone();
                let sources = found.sources.clone();
                view! {
                    <h2>{title}</h2>
                    {complaints(&found.complaints, language)}
                    <Prose text=found within=true />
                    <Sources sources heading=text::OWN_SOURCES />
                }
                .into_any()
            }
            State::Absent(Trouble::Wrong(complaint)) => complaints(&[complaint], language),
            State::Coming | State::Absent(_) => ().into_any(),
        };
        Some(view! {
            <aside class="own-words" id=PLACE>
                <p class="by">{text::OWN_WORDS.get(language)}" "{place}</p>
                {content}
            </aside>
        })
    }
}
