//! What every part of the screen shares: the release, the loaded cubes and the reader's choices.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

use super::fetch;
use crate::cube::{Cube, CubeStore};
use crate::indicator::Indicator;
use crate::release::{Region, Release, ReleaseError};
use crate::selection::{self, Problem, Selection, View as Page};
use crate::vocabulary::{Bilingual, Language, Margin, Table};

/// A file of the release: one margin of one table.
pub(super) type File = (Table, Margin);

/// The release and what has been fetched of it.
#[derive(Clone, Copy)]
pub(super) struct Monitor {
    release: StoredValue<Arc<Release>>,
    store: RwSignal<CubeStore>,
    fetched: RwSignal<BTreeMap<File, Result<(), Option<ReleaseError>>>>,
}

impl Monitor {
    pub(super) fn provide(release: Release) -> Self {
        let monitor = Self {
            release: StoredValue::new(Arc::new(release)),
            store: RwSignal::new(CubeStore::default()),
            fetched: RwSignal::new(BTreeMap::new()),
        };
        provide_context(monitor);
        monitor
    }

    pub(super) fn release(self) -> Arc<Release> {
        self.release.get_value()
    }

    pub(super) fn with_store<T>(self, read: impl FnOnce(&CubeStore, &Region) -> T) -> T {
        let release = self.release();
        self.store.with(|store| read(store, &release.region))
    }

    /// The same outside of what follows it: while a file is made.
    pub(super) fn with_store_untracked<T>(self, read: impl FnOnce(&CubeStore) -> T) -> T {
        self.store.with_untracked(read)
    }

    /// Fetches what is not there and not on its way.
    pub(super) fn fetch(self, files: Vec<File>) {
        let wanted: Vec<File> = self.fetched.with_untracked(|fetched| {
            files
                .into_iter()
                .filter(|file| !fetched.contains_key(file))
                .collect()
        });
        if wanted.is_empty() {
            return;
        }
        self.fetched
            .update(|fetched| fetched.extend(wanted.iter().map(|file| (*file, Err(None)))));
        for (table, margin) in wanted {
            let release = self.release();
            spawn_local(async move {
                let answer = fetch::cube(&release, table, margin).await;
                let result = answer.map(|cube| self.store.update(|store| store.insert(cube)));
                self.fetched.update(|fetched| {
                    fetched.insert((table, margin), result.map_err(Some));
                });
            });
        }
    }

    /// Takes in a cube that was fetched and checked elsewhere.
    pub(super) fn take(self, cube: Cube) {
        let file = (cube.table, cube.margin);
        self.store.update(|store| store.insert(cube));
        self.fetched.update(|fetched| {
            fetched.insert(file, Ok(()));
        });
    }

    /// The link of a selection, relative to the page.
    pub(super) fn link(self, selection: &Selection) -> String {
        let query = selection::write(selection, &self.release().region);
        if query.is_empty() {
            "?".to_owned()
        } else {
            query
        }
    }

    /// Forgets what failed, so that it can be fetched again.
    pub(super) fn forget_failures(self) {
        self.fetched
            .update(|fetched| fetched.retain(|_, state| !matches!(state, Err(Some(_)))));
    }

    /// Whether all of these have arrived or failed.
    pub(super) fn is_settled(self, files: &[File]) -> bool {
        self.fetched.with(|fetched| {
            files
                .iter()
                .all(|file| matches!(fetched.get(file), Some(Ok(()) | Err(Some(_)))))
        })
    }

    /// What went wrong with these files.
    pub(super) fn failures(self, files: &[File]) -> Vec<ReleaseError> {
        self.fetched.with(|fetched| {
            files
                .iter()
                .filter_map(|file| fetched.get(file)?.clone().err().flatten())
                .collect()
        })
    }
}

/// The reader's choices, as the link has them.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    monitor: Monitor,
    query: RwSignal<String>,
    parsed: Memo<(Selection, Vec<Problem>)>,
    /// A link that was followed, and that the screen follows after the next paint.
    coming: StoredValue<Option<String>>,
}

/// How long the screen waits for that paint: a page in the background is not painted.
const NO_PAINT: Duration = Duration::from_millis(120);

impl Choices {
    pub(super) fn provide(monitor: Monitor) -> Self {
        let query = RwSignal::new(current_query());
        let parsed = Memo::new(move |_| {
            query.with(|query| selection::parse(query, &monitor.release().region))
        });
        let coming = StoredValue::new(None);
        let on_back = window_event_listener(ev::popstate, move |_| {
            coming.set_value(None);
            query.set(current_query());
        });
        on_cleanup(move || on_back.remove());
        let choices = Self {
            monitor,
            query,
            parsed,
            coming,
        };
        provide_context(choices);
        choices
    }

    pub(super) fn get(self) -> Selection {
        self.parsed.with(|(selection, _)| selection.clone())
    }

    /// The same outside of what follows it: in the answer to a click, also when the screen has not followed the one before yet.
    pub(super) fn get_untracked(self) -> Selection {
        match self.coming.get_value() {
            Some(query) => selection::parse(&query, &self.monitor.release().region).0,
            None => self
                .parsed
                .with_untracked(|(selection, _)| selection.clone()),
        }
    }

    /// This page about another indicator.
    pub(super) fn about(self, entry: &'static Indicator) -> Selection {
        self.get().about(entry, &self.monitor.release().region)
    }

    /// The page that explores an indicator, as this reader comes there.
    pub(super) fn exploring(self, entry: &'static Indicator) -> Selection {
        let region = &self.monitor.release().region;
        self.get()
            .in_view(Page::Explore, region)
            .about(entry, region)
    }

    pub(super) fn problems(self) -> Vec<Problem> {
        self.parsed.with(|(_, problems)| problems.clone())
    }

    pub(super) fn language(self) -> Language {
        self.parsed.with(|(selection, _)| selection.language)
    }

    /// Follows a link of ours: a new step in the history, no reload.
    pub(super) fn go(self, selection: &Selection, monitor: Monitor) {
        self.set(selection, monitor, Step::New);
    }

    /// The same without a step in the history: for what is still being typed.
    pub(super) fn amend(self, selection: &Selection, monitor: Monitor) {
        self.set(selection, monitor, Step::Same);
    }

    fn set(self, selection: &Selection, monitor: Monitor, step: Step) {
        let link = monitor.link(selection);
        let history = web_sys::window().and_then(|window| window.history().ok());
        let pushed = history.is_some_and(|history| {
            let target = if link == "?" {
                current_path()
            } else {
                link.clone()
            };
            let (state, target) = (&JsValue::NULL, Some(target.as_str()));
            match step {
                Step::New => history.push_state_with_url(state, "", target),
                Step::Same => history.replace_state_with_url(state, "", target),
            }
            .is_ok()
        });
        // Where the history may not be written (a sandboxed frame) the choice still works.
        let query = if pushed { current_query() } else { link };
        self.coming.set_value(Some(query));
        // The control itself shows the choice at once; what follows from it is worked out after that was painted.
        let follow = move || {
            if let Some(Some(query)) = self.coming.try_update_value(Option::take) {
                self.query.set(query);
            }
        };
        request_animation_frame(move || set_timeout(follow, Duration::ZERO));
        set_timeout(follow, NO_PAINT);
    }
}

/// Whether a choice can be gone back from.
#[derive(Clone, Copy)]
enum Step {
    New,
    Same,
}

fn current_query() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

fn current_path() -> String {
    web_sys::window()
        .and_then(|window| window.location().pathname().ok())
        .unwrap_or_default()
}

pub(super) fn monitor() -> Monitor {
    expect_context::<Monitor>()
}

pub(super) fn choices() -> Choices {
    expect_context::<Choices>()
}

/// A fixed text in the reader's language, following it when it changes.
pub(super) fn say(text: Bilingual) -> impl Fn() -> &'static str + Copy {
    let choices = choices();
    move || text.get(choices.language())
}

/// Shows a new page from its top, as following a link does.
pub(super) fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The same, and lets the keyboard and the voice of a reader begin there too.
pub(super) fn to_start() {
    let page = web_sys::window().and_then(|window| window.document());
    let start = page.and_then(|page| page.get_element_by_id("inhoud"));
    if let Some(Ok(start)) = start.map(JsCast::dyn_into::<web_sys::HtmlElement>) {
        let _ = start.focus();
    }
    to_top();
}
