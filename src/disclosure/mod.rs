//! Disclosure control: which cells are hidden, how the rest is rounded, and what a reader could still work out.
//!
//! Small counts are hidden, and so are the cells from which they could be derived. What could be derived is found by
//! taking the reader's place: every relation between published cells narrows what she knows of the hidden ones. Nothing is
//! shown that would narrow a small count too far.

// Thousands of programmes: that takes the solver of the command line.
#[cfg(not(target_arch = "wasm32"))]
mod audit;
mod block;
mod bounds;
mod check;
mod check_rule;
mod company;
mod elimination;
mod figures;
mod layout;
mod message;
// Reads CSV, and no reader of the site audits files of her own.
#[cfg(not(target_arch = "wasm32"))]
pub mod plain;
mod protect;
mod question;
mod raw;
mod relations;
mod rounding;
mod sensitive;
pub mod solver;
mod system;

#[cfg(not(target_arch = "wasm32"))]
pub use audit::{BlockFindings, Depth, Finding, Solvers, Support, Surroundings, Verdict, attack};
pub use block::{Block, blocks};
pub use bounds::{Knowledge, Stopped};
pub use check::{Breach, Check, RuleResult, Totals, check_primary, is_structural_zero};
pub use check_rule::Rule;
pub use company::{alone, companions};
pub use elimination::{Determined, determined};
pub use figures::{Fate, Figures, Slack};
pub use layout::{FigureName, Layout};
pub use message::{answer, read_answer, to_message};
pub use protect::{ProtectError, Protected, Suppression, leave_out, protect};
pub use question::{NoQuestion, Question, question, reasoned};
pub use raw::{Contributions, RawTable, is_dominated};
pub use relations::relations;
pub use sensitive::{Extreme, SensitiveShare};
pub use system::{Row, System};
