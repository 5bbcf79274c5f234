//! Disclosure control: which cells are hidden, how the rest is rounded, and what a reader could still work out.
//!
//! Small counts are hidden, and so are the cells from which they could be derived. What could be derived is found by
//! taking the reader's place: every relation between published cells narrows what she knows of the hidden ones. Nothing is
//! shown that would narrow a small count too far.

mod bounds;
mod check;
mod check_rule;
mod protect;
mod raw;
mod relations;
mod rounding;
mod year;

pub use bounds::{Knowledge, Stopped};
pub use check::{
    Breach, Check, RuleResult, SENSITIVE_SHARES, Totals, check_primary, is_structural_zero,
};
pub use check_rule::Rule;
pub use protect::{ProtectError, ProtectedTable, Suppression, protect};
pub use raw::RawTable;
pub use relations::{Relation, System, relations};
