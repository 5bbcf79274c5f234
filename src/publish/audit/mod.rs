//! The audit: takes the place of a reader who wants to know what is hidden, and reports how far she gets.

mod error;
mod plain;
mod previous;
mod progress;
mod proofs;
mod release;
mod repair;
mod report;
mod scope;
mod show;

pub use error::AuditError;
pub use plain::{FORMAT, tables};
pub use proofs::Proofs;
pub use release::{Exposed, MeasureAudit, Options, ReleaseAudit, release};
pub use report::{words, write};
pub use scope::outside;
pub use show::{json, text};
