//! The words of the field: dimensions and their members, measures, tables, languages. Everything else speaks in these.

mod age_group;
mod care_form;
mod dimension;
mod language;
mod margin;
mod measure;
mod quarter;
mod referrer;
mod table;

pub use dimension::{Dimension, Member, MemberSpec, TOTAL};
pub use language::{Bilingual, Language};
pub use margin::Margin;
pub use measure::{Counting, Measure, MeasureUnit};
pub use table::Table;
