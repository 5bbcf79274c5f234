//! Finding what a reader means by a few words: indicators, pages, areas and definitions, in both languages at once.

mod entries;
mod fold;

pub use entries::{Found, Kind, search};
