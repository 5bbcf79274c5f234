//! Results as plain words: numbers in a language's own notation, and sentences that claim no more than the tests support.

mod findings;
mod number;
mod reason;
pub mod text;

pub use findings::{
    Place, calculation, capital, headline, lead, outcome_words, selection_words, span_words,
    subtitle, tile_verdict, verdict_words,
};
pub use number::{Form, between, count, date, figure, range, shown, table_unit, tile, unit_words};
pub use reason::reason_words;
