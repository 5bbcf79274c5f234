//! From individual records to a release: read, derive, tabulate, protect, write. Native only; runs inside the region's walls.

pub mod audit;
mod catalogue_record;
pub mod check;
mod config_mistake;
mod derive;
pub mod diff;
mod error;
pub mod input;
mod page;
mod parallel;
mod pipeline;
mod reader;
mod reading_steps;
mod repairs;
pub mod sample;
mod tabulate;
mod target;
mod write;

pub use error::PublishError;
pub use pipeline::{PublishOptions, Published, check, count, publish};
pub use reader::{read_config, read_release};
pub use target::resolved;
