//! Synthetic records of a youth-care region: the input files of publish, drawn from a calibration profile.
//!
//! Nobody in these files exists. The simulation adds youths to a municipality until its published use of care for the
//! year is reached, gives each of them a career of trajectories, and scales the declarations to the published cost per
//! youth. What the region looks like is data (`profile.toml`); the code only knows how careers and files are built.
//!
//! The same seed gives the same bytes on every machine: one portable generator, four basic operations on floats, and
//! nothing iterated in hash order.

use std::path::{Path, PathBuf};

use super::target::{holds_release, resolved};
use profile::Profile;

mod allocations;
mod budgets;
mod calendar;
mod career;
mod cost;
mod departure;
mod draw;
mod files;
mod local;
mod mistakes;
mod orders;
mod outcomes;
mod population;
mod profile;
mod providers;
mod region;
#[cfg(test)]
mod tests;
mod waiting;

/// What may vary between two sets of synthetic records.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SampleOptions {
    /// Start of the generator: the same seed gives the same files.
    pub seed: u64,
    /// Size of the region relative to Haaglanden: 1.0 is about 30,000 youths with care a year. Inhabitants shrink and
    /// grow along, so rates stay what they are.
    pub scale: f64,
    /// Whether records that are there already are replaced.
    pub overwrite: bool,
    /// Whether each file that has rows enough gets a second part; in those parts every rule of the input is broken. No figure becomes another
    /// by it.
    pub mistakes: bool,
}

impl SampleOptions {
    /// The largest accepted scale; identifiers are laid out for it.
    pub const MAX_SCALE: f64 = 20.0;
}

impl Default for SampleOptions {
    /// Seed 2015 (the first year of the Youth Act) at full size.
    fn default() -> Self {
        Self {
            seed: 2015,
            scale: 1.0,
            overwrite: false,
            mistakes: true,
        }
    }
}

/// Rows written per file, headers not counted, in the order of writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleSummary {
    /// Name of each file with its rows.
    pub rows: Vec<(String, usize)>,
}

/// Why no synthetic records were written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SampleError {
    /// The scale is not a number the generator can work with.
    #[error(
        "scale {0} cannot be used: give a number above 0 and at most {max}",
        max = SampleOptions::MAX_SCALE
    )]
    Scale(f64),
    /// At this scale nobody receives care.
    #[error(
        "scale {0} gives no trajectories at all; give a larger one (1 is a region of about 30,000 youths with care a year)"
    )]
    NoTrajectories(f64),
    /// The calibration cannot be read.
    #[error("the calibration in profile.toml cannot be read: {0}")]
    ProfileSyntax(#[from] toml::de::Error),
    /// The calibration contradicts itself.
    #[error("the calibration in profile.toml is not usable: {0}; correct that entry")]
    ProfileContent(String),
    /// The folder cannot be made.
    #[error("folder {} cannot be made ({source}); choose one you may write to", folder.display())]
    Folder {
        /// The folder asked for.
        folder: PathBuf,
        /// What the system answered.
        source: std::io::Error,
    },
    /// The folder holds something.
    #[error(
        "folder {} is not empty; nothing was written. Name a new or an empty folder, or give --overwrite to replace the records in this one",
        .0.display()
    )]
    NotEmpty(PathBuf),
    /// The folder is or lies in that of a release, whose files are public.
    #[error(
        "folder {} holds a release or lies in one, and records never go among its files; nothing was written. Name another folder",
        .0.display()
    )]
    Release(PathBuf),
    /// A file cannot be written.
    #[error("file {} cannot be written ({source}); check space and permissions", file.display())]
    Write {
        /// The file that failed.
        file: PathBuf,
        /// What the writer answered.
        source: csv::Error,
    },
}

/// Writes every file of the input into `folder`, which is made when absent and otherwise
/// empty, unless what it holds may be replaced. All are written aside first: they come together or not at all.
///
/// # Errors
/// A [`SampleError`] when the folder holds something, when the scale is not between 0 and [`SampleOptions::MAX_SCALE`] or gives no trajectories, when the embedded calibration is
/// wrong, or when the folder or a file cannot be written.
pub fn write_sample(folder: &Path, options: &SampleOptions) -> Result<SampleSummary, SampleError> {
    let scale = options.scale;
    if !(scale > 0.0 && scale <= SampleOptions::MAX_SCALE) {
        return Err(SampleError::Scale(scale));
    }
    check_folder(folder, options.overwrite)?;
    let profile = Profile::embedded()?;
    let population = population::Population::new(&profile, scale);
    let trajectories = region::simulate(&profile, &population, options.seed);
    if trajectories.is_empty() {
        return Err(SampleError::NoTrajectories(scale));
    }
    let waiting = waiting::lists(&profile, &trajectories, options.seed);
    let orders = orders::orders(&profile, &trajectories, options.seed);
    let local_help = local::help(&profile, &trajectories, options.seed);
    let outcomes = outcomes::outcomes(&profile, &trajectories, options.seed);
    let allocated = allocations::days(&profile, &trajectories, options.seed);
    let budgets = budgets::budgets(&profile, &trajectories, options.seed);
    let declarations = cost::declare(&profile, &trajectories, options.seed);

    let mut aside = files::Aside::make(folder)?;
    files::trajecten(&mut aside, &profile, &trajectories, &allocated)?;
    files::declaraties(&mut aside, &declarations)?;
    files::producten(&mut aside, &profile)?;
    files::bevolking(&mut aside, &profile, &population)?;
    files::wachtlijst(&mut aside, &profile, &waiting)?;
    files::maatregelen(&mut aside, &profile, &orders)?;
    files::lokale_teams(&mut aside, &profile, &local_help)?;
    files::uitkomsten(&mut aside, &outcomes)?;
    files::pgb(&mut aside, &profile, &budgets)?;
    if options.mistakes {
        aside.mistakes(&profile)?;
    }
    let rows = aside.put_in_place()?;
    Ok(SampleSummary { rows })
}

/// Checks that nothing in `folder` is lost.
fn check_folder(folder: &Path, overwrite: bool) -> Result<(), SampleError> {
    if resolved(folder).ancestors().any(holds_release) {
        return Err(SampleError::Release(folder.to_owned()));
    }
    // What is no folder, or cannot be looked into, is told when it cannot be made or written to.
    let Ok(mut entries) = std::fs::read_dir(folder) else {
        return Ok(());
    };
    if !overwrite && entries.next().is_some() {
        Err(SampleError::NotEmpty(folder.to_owned()))
    } else {
        Ok(())
    }
}
