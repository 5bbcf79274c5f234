//! What visitors do, in a real browser, with the finished site in `dist/`: one file per kind of journey.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod access;
mod accountability;
mod bad_browser;
mod bad_input;
mod chapters;
mod charts;
mod compare;
mod compare_forms;
mod export;
mod figures;
mod filters;
mod harness;
mod looks;
mod marks;
mod native;
mod policy;
mod search;
mod waiting;
mod walk;
mod wire;
