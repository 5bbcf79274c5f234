//! Disclosure control: which cells are hidden, how the rest is rounded, and what a reader could still work out.
//!
//! Small counts are hidden, and so are the cells from which they could be derived. What could be derived is found by
//! taking the reader's place: every relation between published cells narrows what she knows of the hidden ones. Nothing is
//! shown that would narrow a small count too far.

mod bounds;
mod elimination;
// Reads CSV, and no reader of the site audits files of her own.
#[cfg(not(target_arch = "wasm32"))]
pub mod plain;
mod protect;
mod raw;
mod relations;
mod rounding;
mod year;

pub use bounds::{Knowledge, Stopped};
pub use elimination::{Determined, determined};
pub use protect::{ProtectError, ProtectedTable, Suppression, protect};
pub use raw::RawTable;
pub use relations::{Relation, System, relations};
