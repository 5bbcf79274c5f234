//! "Ambities": the chapters of the monitor, with figures that follow the reader's choices.

mod contents;
mod own_words;
mod page;
mod prose;
mod texts;

use leptos::prelude::*;

use super::context::{choices, monitor};
use super::overview::Ask;
use crate::selection::{ChapterKey, Selection, View};
use contents::Contents;
use page::Page;
pub(super) use texts::Texts;
use texts::{chapter_file, texts};

/// One chapter, or the list of all.
#[component]
pub(super) fn Chapters() -> impl IntoView {
    let (choices, texts) = (choices(), texts());
    let release = monitor().release();
    let region = &release.region;
    texts.belong_to(&region.area(region.whole()).key);
    let chapter = Memo::new(move |_| choices.get().chapter);
    // Fetching is an edge. The chosen chapter comes first; the others are small, and name the pages of the menu.
    Effect::new(move |_| {
        let language = choices.language();
        for key in chapter.get().into_iter().chain(ChapterKey::ALL) {
            texts.want(chapter_file(key, language), language);
        }
    });
    view! {
        <Ask />
        {move || match chapter.get() {
            None => view! { <Contents /> }.into_any(),
            Some(key) => view! { <Page key /> }.into_any(),
        }}
    }
}

/// What the reader has chosen, with another chapter or the list of them.
fn reading(chapter: Option<ChapterKey>) -> impl Fn() -> Selection + Copy + Send + Sync + 'static {
    let choices = choices();
    move || Selection {
        view: View::Chapters,
        chapter,
        ..choices.get()
    }
}
