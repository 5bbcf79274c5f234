//! The page of one chapter: menu, text, sources, what the area wrote itself, and the way on.

use leptos::prelude::*;

use super::own_words::{OwnWords, PLACE, own_words};
use super::prose::{Prose, complaints};
use super::reading;
use super::texts::{State, Trouble, chapter_file, texts};
use crate::explore::context::{choices, monitor, say};
use crate::explore::parts::Goto;
use crate::selection::ChapterKey;
use crate::sentence::{Place, text};
use crate::vocabulary::Bilingual;

/// One chapter.
#[component]
pub(super) fn Page(key: ChapterKey) -> impl IntoView {
    let (choices, texts) = (choices(), texts());
    let state = Memo::new(move |_| texts.get(&chapter_file(key, choices.language())));
    let language = Memo::new(move |_| choices.language());
    view! {
        <div class="book">
            <Menu key />
            <div class="chapter">
                <article>
                    {move || match state.get() {
                        State::Here(found) => view! {
                            <h1>{found.title.clone()}</h1>
                            <p class="summary">{found.summary.clone()}</p>
                            <ToOwnWords />
                            {complaints(&found.complaints, language.get_untracked())}
                            <Prose text=found.clone() />
                            <Sources sources=found.sources.clone() heading=text::SOURCES />
                        }
                        .into_any(),
                        State::Coming => view! {
                            <h1>{say(key.name())}</h1>
                            <p class="waiting" role="status">{say(text::LOADING_TEXT)}</p>
                        }
                        .into_any(),
                        State::Absent(trouble) => view! {
                            <h1>{say(key.name())}</h1>
                            <Absent trouble />
                        }
                        .into_any(),
                    }}
                </article>
                <OwnWords />
                <Turn key />
            </div>
        </div>
    }
}

/// The name of a chapter in the menu: from its text, as soon as that is there.
fn short(key: ChapterKey) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let (choices, texts) = (choices(), texts());
    move || {
        let language = choices.language();
        match texts.get(&chapter_file(key, language)) {
            State::Here(found) if !found.short.trim().is_empty() => found.short.clone(),
            _ => key.name().get(language).to_owned(),
        }
    }
}

#[component]
fn Menu(key: ChapterKey) -> impl IntoView {
    let items = ChapterKey::ALL.map(|other| {
        let name = short(other);
        view! { <li><Goto to=reading(Some(other)) class="" current=Signal::stored(other == key)>{name}</Goto></li> }
    });
    view! {
        <nav class="book-menu" aria-label=say(text::ALL_CHAPTERS)>
            <p><Goto to=reading(None)>{say(text::ALL_CHAPTERS)}</Goto></p>
            <ol>{items.into_iter().collect_view()}</ol>
        </nav>
    }
}

/// A way to what the area wrote, for that stands below the chapter.
#[component]
fn ToOwnWords() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let own = own_words();
    move || {
        own.get().map(|_| {
            let release = monitor.release();
            let selection = choices.get();
            let place = Place::of(&release.region, selection.area).name.to_owned();
            view! { <p class="to-own-words"><a class="utrecht-link" href=format!("#{PLACE}")>{text::TO_OWN_WORDS.get(selection.language)}" "{place}</a></p> }
        })
    }
}

/// The documents behind a text.
#[component]
pub(super) fn Sources(sources: Vec<String>, heading: Bilingual) -> impl IntoView {
    (!sources.is_empty()).then(|| {
        view! {
            <section class="sources">
                <h3>{say(heading)}</h3>
                <ul>{sources.into_iter().map(|source| view! { <li>{source}</li> }).collect_view()}</ul>
            </section>
        }
    })
}

/// To the chapters before and after.
#[component]
fn Turn(key: ChapterKey) -> impl IntoView {
    let (before, after) = key.neighbours();
    let link = |other: Option<ChapterKey>, label: Bilingual, class: &'static str| {
        other.map(|other| {
            let name = short(other);
            view! { <Goto to=reading(Some(other)) class=class><small>{say(label)}</small>{name}</Goto> }
        })
    };
    view! {
        <nav class="turn" aria-label=say(text::TURN)>
            {link(before, text::PREVIOUS, "turn-back")}
            {link(after, text::NEXT, "turn-on")}
        </nav>
    }
}

/// Why a text is not there, and what to do.
#[component]
pub(super) fn Absent(trouble: Trouble) -> impl IntoView {
    let (choices, texts) = (choices(), texts());
    let (words, complaint) = match trouble {
        Trouble::Missing => (text::TEXT_MISSING, None),
        Trouble::Unreachable => (text::TEXT_UNREACHABLE, None),
        Trouble::NoReader => (text::NO_READER, None),
        Trouble::OtherRegion => (text::TEXT_OF_OTHER_REGION, None),
        Trouble::Wrong(complaint) => (text::TEXT_WRONG, Some(complaint)),
    };
    let again = move |_| {
        texts.forget_failures();
        let language = choices.get_untracked().language;
        for key in ChapterKey::ALL {
            texts.want(chapter_file(key, language), language);
        }
    };
    view! {
        <div class="trouble" role="alert">
            <p>{say(words)}</p>
            {complaint.map(|complaint| complaints(&[complaint], choices.get_untracked().language))}
            <button type="button" class="utrecht-button utrecht-button--secondary-action" on:click=again>{say(text::TRY_AGAIN)}</button>
        </div>
    }
}
