//! What is said after a button was pressed: read out when it changes, and at a fixed place.

use leptos::html;
use leptos::prelude::*;

use crate::explore::context::{choices, say};
use crate::sentence::text;
use crate::vocabulary::{Bilingual, Language};

/// How it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::explore::explore_view) enum Told {
    /// Nothing was asked.
    Nothing,
    /// It is being made.
    Busy,
    /// A file of this name was handed over.
    Saved(String),
    /// It is on the clipboard.
    Copied(Bilingual),
    /// The browser does not let a page copy: the reader does it.
    ByHand(String),
    /// It did not work.
    Failed(Bilingual),
}

impl Told {
    pub(super) fn is_busy(&self) -> bool {
        *self == Self::Busy
    }

    fn words(&self, language: Language) -> String {
        match (self, language) {
            (Self::Nothing, _) => String::new(),
            (Self::Busy, _) => text::MAKING.get(language).to_owned(),
            (Self::Saved(name), Language::Nl) => format!("Bewaard: {name}"),
            (Self::Saved(name), Language::En) => format!("Saved: {name}"),
            (Self::Copied(words) | Self::Failed(words), _) => words.get(language).to_owned(),
            (Self::ByHand(_), _) => text::COPY_BY_HAND.get(language).to_owned(),
        }
    }

    fn state(&self) -> &'static str {
        match self {
            Self::Nothing => "rust",
            Self::Busy => "bezig",
            Self::Saved(_) | Self::Copied(_) => "klaar",
            Self::ByHand(_) => "zelf",
            Self::Failed(_) => "mislukt",
        }
    }
}

/// The words, and the text itself when the reader has to copy it.
#[component]
pub(in crate::explore::explore_view) fn Telling(told: RwSignal<Told>) -> impl IntoView {
    let choices = choices();
    let by_hand = Memo::new(move |_| {
        told.with(|told| match told {
            Told::ByHand(text) => Some(text.clone()),
            _ => None,
        })
    });
    view! {
        <p class="save-told" role="status" data-staat=move || told.with(Told::state)>{move || told.with(|told| told.words(choices.language()))}</p>
        {move || by_hand.get().map(|text| view! { <ByHand text /> })}
    }
}

/// The text, selected.
#[component]
fn ByHand(text: String) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    // Selecting is an edge: nothing on the screen is derived from it.
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Before it is selected: a new value would take the selection away.
            field.set_value(&text);
            let _ = field.focus();
            field.select();
        }
    });
    view! { <textarea class="save-text" readonly rows="4" aria-label=say(text::TO_COPY) node_ref=field></textarea> }
}
