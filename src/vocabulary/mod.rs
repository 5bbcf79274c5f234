//! The words of the field: dimensions and their members, measures, tables, languages. Everything else speaks in these.

mod age_group;
mod allocation_wait;
mod care_form;
mod cost_class;
mod dimension;
mod duration;
mod language;
mod leaving_age;
mod margin;
mod measure;
mod order;
mod provider_count;
mod quarter;
mod question;
mod range;
mod referrer;
mod table;
mod with_order;

pub use dimension::{Dimension, Member, MemberSpec, TOTAL};
pub use language::{Bilingual, Language};
pub use leaving_age::AT_17;
pub use margin::Margin;
pub use measure::{Counting, Measure, MeasureUnit};
pub use order::ORDER_CODES;
pub use range::{AgreedDays, days_of_months};
pub use table::Table;
pub use with_order::WITH_ORDER;
