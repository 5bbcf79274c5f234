//! The colours of the page: the theme of the link or else of the system, and the house style of a municipality.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Window};

use super::context::{Choices, Monitor, choices, monitor, say};
use super::parts::is_plain_click;
use crate::selection::{Selection, Theme};
use crate::sentence::text;
use crate::vocabulary::Bilingual;

/// Where the style sheet of a house style is marked.
const HOUSE_STYLE: &str = "huisstijl";
/// What a system may ask for that changes colours.
const QUERIES: [&str; 3] = [
    MORE_CONTRAST,
    "(prefers-color-scheme: dark)",
    "(forced-colors: active)",
];
const MORE_CONTRAST: &str = "(prefers-contrast: more)";

/// Told when the colours of the page have changed, for what is drawn with them.
#[derive(Clone, Copy)]
pub(super) struct Appearance(Trigger);

impl Appearance {
    /// Follows the colours.
    pub(super) fn track(self) {
        self.0.track();
    }
}

/// The appearance of the page.
pub(super) fn appearance() -> Appearance {
    expect_context::<Appearance>()
}

/// Lets the page follow the link and the system: the root element has the theme, the head the house style.
pub(super) fn follow(choices: Choices, monitor: Monitor) {
    let changed = Trigger::new();
    provide_context(Appearance(changed));
    let Some(window) = web_sys::window() else {
        return;
    };
    let system = Trigger::new();
    let callback = Closure::<dyn Fn()>::new(move || system.notify()).into_js_value();
    for query in QUERIES {
        if let Ok(Some(list)) = window.match_media(query) {
            // The listeners live as long as the page.
            let _ = list.add_event_listener_with_callback("change", callback.unchecked_ref());
        }
    }
    let theme = Memo::new(move |_| choices.get().theme);
    let house_style = Memo::new(move |_| {
        let area = choices.get().house_style?;
        Some(monitor.release().region.area(area).key.clone())
    });
    // The root and the head stand outside the app: these are edges.
    Effect::new(move |_| {
        system.track();
        if let Some(window) = web_sys::window() {
            show_theme(&window, theme.get());
        }
        changed.notify();
    });
    Effect::new(move |_| {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(document) = document {
            wear(&document, house_style.get().as_deref(), changed);
        }
        changed.notify();
    });
}

fn show_theme(window: &Window, theme: Theme) {
    let asks_contrast = || {
        window
            .match_media(MORE_CONTRAST)
            .ok()
            .flatten()
            .is_some_and(|list| list.matches())
    };
    let shown = match theme {
        Theme::System if asks_contrast() => Theme::Contrast,
        theme => theme,
    };
    if let Some(root) = window
        .document()
        .and_then(|document| document.document_element())
    {
        let _ = root.set_attribute("data-thema", shown.code());
    }
}

/// Puts the style sheet of a house style after our own, or takes it away. An area without one looks as the monitor does.
fn wear(document: &Document, key: Option<&str>, changed: Trigger) {
    if let Some(worn) = document.get_element_by_id(HOUSE_STYLE) {
        worn.remove();
    }
    let Some((key, head)) = key.zip(document.head()) else {
        return;
    };
    let Ok(link) = document.create_element("link") else {
        return;
    };
    let loaded = Closure::once_into_js(move || changed.notify());
    let _ = link.add_event_listener_with_callback("load", loaded.unchecked_ref());
    for (name, value) in [
        ("id", HOUSE_STYLE),
        ("rel", "stylesheet"),
        ("href", &format!("themas/{key}.css")),
    ] {
        let _ = link.set_attribute(name, value);
    }
    let _ = head.append_child(&link);
}

/// The switch between themes: links, so that the choice is in the address and nowhere else.
#[component]
pub(super) fn Themes() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let entry = move |theme: Theme| {
        let target = move || Selection {
            theme,
            ..choices.get()
        };
        view! {
            <a
                href=move || monitor.link(&target())
                aria-current=move || (choices.get().theme == theme).then_some("true")
                on:click=move |event| {
                    if is_plain_click(&event) {
                        event.prevent_default();
                        choices.go(&target(), monitor);
                    }
                }
            >{say(name(theme))}</a>
        }
    };
    view! {
        <nav class="themes" aria-labelledby="kleuren">
            <span id="kleuren">{say(text::THEMES)}</span>
            {Theme::ALL.map(entry).collect_view()}
        </nav>
    }
}

const fn name(theme: Theme) -> Bilingual {
    match theme {
        Theme::System => text::THEME_SYSTEM,
        Theme::Light => text::THEME_LIGHT,
        Theme::Dark => text::THEME_DARK,
        Theme::Contrast => text::THEME_CONTRAST,
    }
}
