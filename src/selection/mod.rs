//! What the reader has chosen: one typed value, read from and written to the query string. The link is its only store.

mod chapter;
mod query;
mod state;

pub use chapter::{Ambition, ChapterKey};
pub use query::{completed, parse, write};
pub use state::{CompareAs, Problem, ProblemKind, Selection, ShowAs, Theme, View};
