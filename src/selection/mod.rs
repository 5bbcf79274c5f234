//! What the reader has chosen: one typed value, read from and written to the query string. The link is its only store.

mod query;
mod state;

pub use query::{parse, write};
pub use state::{CompareAs, Problem, Selection, ShowAs, View};
