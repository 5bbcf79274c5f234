//! Black-box tests of the release: the files in `data/`, what publish makes of records, and what reading refuses.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod agreed;
mod attack;
mod by_hand;
mod configuration;
mod dominance;
mod files;
mod forms;
mod golden;
mod hidden_cells;
mod interrupted;
mod leaks;
mod proof;
mod refusals;
mod repairs;
#[path = "../small/mod.rs"]
mod small;
mod small_regions;
mod support;
mod waiting;
mod workbook;
