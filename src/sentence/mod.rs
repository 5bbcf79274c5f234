//! Results as plain words: numbers in a language's own notation, and sentences that claim no more than the tests support.

mod agreed;
mod change;
mod classes;
mod compare_forms;
mod comparison;
mod course;
mod definition;
mod findings;
mod growth;
mod left_out;
mod life_table;
mod mark;
mod number;
mod passage;
mod point;
mod range_example;
mod reason;
mod response;
mod sheet;
pub mod text;
mod title;
mod trend;
mod waiting;
mod whole;

pub use agreed::agreed_ranges;
pub use change::{composition_headline, split_against, split_headline, split_remark, year_words};
pub use classes::{ClassTable, classes_by_hand};
pub use compare_forms::{
    funnel_axes, funnel_headline, funnel_remark, grid_headline, grid_remark, grid_verdict, names,
    no_funnel, not_in_grid, standing_words,
};
pub use comparison::{
    compared_words, comparison_headline, comparison_remark, no_standing, places_range, standing,
    verdict_lists, verdict_sentence,
};
pub use definition::{Worked, by_dimension, formula_words, margin_words, worked};
pub use findings::{
    Place, beside_rest_words, calculated_elsewhen, calculation, capital, counted_words, headline,
    lead, outcome_words, selection_words, span_words, subtitle, tile_verdict, verdict_words,
};
pub use growth::growth_words;
pub use left_out::left_out_words;
pub use life_table::{LifeTable, life_table_of, life_table_words};
pub use mark::{Mark, mark, mark_meaning, mark_meaning_of, mark_name};
pub use number::{
    Form, amount, between, count, date, figure, is_open, megabytes, range, shown, table_unit, tile,
    unit_words,
};
pub use passage::{finding, told};
pub use point::{Spot, funnel_words, point_words};
pub use reason::reason_words;
pub use response::response_words;
pub use sheet::Sheet;
pub use title::{figure_title, topic_in};
pub use trend::trend_words;
pub use waiting::{providers_words, quarter_end, waiting_lead};
pub use whole::{divided_title, divided_words, shown_of, table_unit_of, unit_of};
