//! Which pages an app has: all of them, or only the overview, which is all that the first view needs. The linker leaves out what a
//! page that is not there would need.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::Event;

use super::accountability::{Accountability, Verification};
use super::chapters::{Chapters, Texts};
use super::context::{monitor, say};
use super::definitions::Definitions;
use super::explore_view::ExploreView;
use super::overview::{self, Overview};
use super::search_view::SearchView;
use super::waiting_view::WaitingGuideView;
use crate::selection::View;
use crate::sentence::text;

/// Told to the page when the first figures have arrived: the rest may be fetched.
const READY: &str = "monitor:klaar";
/// Told to the page when a reader goes on to another page than the overview.
const ON: &str = "monitor:verder";

/// The pages of an app.
#[derive(Clone, Copy)]
pub(super) struct Pages {
    /// Gives the pages what they share.
    pub(super) provide: fn(),
    /// The page of a view.
    pub(super) show: fn(View) -> AnyView,
}

/// Every page.
pub(super) const ALL: Pages = Pages {
    provide: || {
        Verification::provide();
        Texts::provide();
    },
    show: |view| match view {
        View::Overview => view! { <Overview /> }.into_any(),
        View::Explore | View::Compare => view! { <ExploreView /> }.into_any(),
        View::Accountability => view! { <Accountability /> }.into_any(),
        View::Chapters => view! { <Chapters /> }.into_any(),
        View::Definitions => view! { <Definitions /> }.into_any(),
        View::WaitingGuide => view! { <WaitingGuideView /> }.into_any(),
        View::Search => view! { <SearchView /> }.into_any(),
    },
};

/// The overview. For another page it asks for the app that has them all.
pub(super) const OVERVIEW: Pages = Pages {
    provide: || {},
    show: |view| match view {
        View::Overview => view! { <Overview /><Ready /> }.into_any(),
        View::Explore
        | View::Compare
        | View::Accountability
        | View::Chapters
        | View::Definitions
        | View::WaitingGuide
        | View::Search => view! { <HandOver /> }.into_any(),
    },
};

/// Says when the figures of the overview are there.
#[component]
fn Ready() -> impl IntoView {
    let (monitor, files) = (monitor(), overview::files());
    let is_settled = Memo::new(move |_| monitor.is_settled(&files));
    Effect::new(move |_| {
        if is_settled.get() {
            announce(READY);
        }
    });
}

/// Until the other app takes over.
#[component]
fn HandOver() -> impl IntoView {
    // In a task of its own: first the menu answers.
    Effect::new(|_| set_timeout(|| announce(ON), Duration::ZERO));
    view! { <p class="waiting" role="status">{say(text::LOADING)}</p> }
}

fn announce(what: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(what)) {
        let _ = window.dispatch_event(&event);
    }
}
