//! The answer to a selection: the same rows for chart, table, file and command line.

mod document;
mod notices;
mod rows;
mod screen;
mod sheet;

pub use document::{Document, document};
pub use notices::{notices, overview_notices};
pub use rows::{Answer, Municipality, Row, answer};
pub use screen::screen;
pub use sheet::{file_name, sheet};
