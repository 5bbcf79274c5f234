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
mod parts;
mod search_view;

use leptos::prelude::*;

/// Puts the explorer in the page.
pub fn start() {
    console_hook();
    leptos::mount::mount_to_body(|| view! { <app::App /> });
}

fn console_hook() {
    // A panic would be a mistake of ours; its text belongs in the console, the sentence for the reader comes from boot.js.
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
}
