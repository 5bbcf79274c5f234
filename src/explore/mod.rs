//! The explorer: a Leptos app that fetches a release and computes every figure in the reader's browser.

mod accountability;
mod app;
mod appearance;
mod chapters;
mod chart;
mod context;
mod definitions;
mod explore_view;
mod fetch;
mod overview;
mod pages;
mod parts;
mod search_view;
mod waiting_view;

use std::any::Any;
use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use pages::Pages;

thread_local! {
    /// What is in the page; dropping it takes it out.
    static SHOWN: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Puts the explorer in the page, with all its pages. When it is `taking_over` from the overview, who went on by keyboard stays where she
/// was.
pub fn start(taking_over: bool) {
    show(pages::ALL, taking_over);
}

/// Puts the overview in the page. When the reader goes on, it says so to the page (see [`pages`]) and waits.
pub fn start_overview() {
    show(pages::OVERVIEW, false);
}

/// Takes the explorer out of the page.
pub fn leave() {
    SHOWN.with_borrow_mut(Option::take);
}

/// Fetches and reads what the overview needs, for the first who asks for it.
pub async fn prepare() {
    fetch::prepare(overview::files()).await;
}

fn show(pages: Pages, taking_over: bool) {
    console_hook();
    let body = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.body())
        .map(JsCast::unchecked_into);
    if let Some(body) = body {
        let shown = leptos::mount::mount_to(body, move || view! { <app::App pages taking_over /> });
        SHOWN.with_borrow_mut(|place| *place = Some(Box::new(shown)));
    }
}

fn console_hook() {
    // A panic would be a mistake of ours; its text belongs in the console, the sentence for the reader comes from boot.js.
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
}
