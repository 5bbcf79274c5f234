//! Finding what a reader means by a few words: indicators, pages, areas and definitions, in both languages at once.

mod entries;
mod fold;
mod terms;

pub use entries::{Found, Kind, search};
pub use terms::{TERMS, Term};
