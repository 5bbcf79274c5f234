//! Reads the records and holds each row against named rules; a row that breaks one is counted, never silently lost.

mod declaration;
mod population;
mod product;
mod rows;
mod rule;
mod trajectory;

use std::path::Path;

pub use population::Inhabitants;
pub(super) use rows::calendar_date;
pub use rule::{Report, Rule};
pub use trajectory::{EndReason, Trajectory};

use super::error::PublishError;
use crate::release::Region;

/// Everything a delivery holds, checked.
#[derive(Debug)]
pub struct Delivery {
    /// Trajectories, with their declared cost.
    pub trajectories: Vec<Trajectory>,
    /// Inhabitants.
    pub inhabitants: Vec<Inhabitants>,
    /// What was read and what was left out, by rule.
    pub report: Report,
}

/// Reads a folder with `trajecten.csv`, `declaraties.csv`, `producten.csv` and `bevolking.csv`.
///
/// # Errors
/// [`PublishError`] when a file is missing, is not CSV, or breaks the rules so often that something must be wrong with it.
pub fn read_delivery(
    folder: &Path,
    region: &Region,
    reference_day: i32,
) -> Result<Delivery, PublishError> {
    if !folder.is_dir() {
        return Err(PublishError::NoRecords {
            folder: folder.to_owned(),
        });
    }
    let mut report = Report::default();
    let forms = product::read(&folder.join("producten.csv"), &mut report)?;
    let mut allocated = trajectory::read(
        &folder.join("trajecten.csv"),
        &forms,
        region,
        reference_day,
        &mut report,
    )?;
    declaration::add_cost(&folder.join("declaraties.csv"), &mut allocated, &mut report)?;
    let inhabitants = population::read(&folder.join("bevolking.csv"), region, &mut report)?;
    Ok(Delivery {
        trajectories: allocated.into_trajectories(),
        inhabitants,
        report,
    })
}
