//! The whole way from a folder of records to a release folder.

use std::path::Path;

use chrono::{Datelike, NaiveDate};

use super::audit;
use super::derive::derive;
use super::error::PublishError;
use super::input::{Report, calendar_date, read_delivery};
use super::reader::read_region;
use super::tabulate::tabulate;
use super::target::check_target;
use super::write::{Aside, encode, recover};
use crate::disclosure::{Protected, Suppression, protect};
use crate::vocabulary::Table;

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// What was read, and what was left out.
    pub report: Report,
    /// What was hidden, by table.
    pub suppression: Vec<(Table, Suppression)>,
}

/// Publishes the records in `input` as a release in `folder`, as `config_file` says. `step` is told what is being done.
///
/// `folder` must not exist yet, be empty or hold an earlier release, and stand apart from `input`.
///
/// # Errors
/// [`PublishError`]; whatever stood in `folder` is then still there.
///
/// A process that is killed leaves the old release or the new one in `folder`, but for the instant between moving the one
/// away and the other in: then the old one stands beside it as `.NAME.old`, and the next call moves it back first.
pub fn publish(
    input: &Path,
    folder: &Path,
    config_file: &Path,
    mut step: impl FnMut(&str),
) -> Result<Published, PublishError> {
    check_target(folder, input)?;
    // Before anything is read, for the configuration may be part of the release.
    recover(folder)?;
    check_target(folder, input)?;
    let (config, region) = read_region(config_file)?;
    let reference = calendar_date(&config.peildatum).ok_or_else(|| PublishError::Config {
        path: config_file.to_owned(),
        detail: format!(
            "`peildatum` {} is not a date of these centuries (write year-month-day)",
            config.peildatum
        ),
    })?;
    step("reading records");
    let delivery = read_delivery(input, &region, reference.num_days_from_ce())?;
    step("deriving facts");
    let facts = derive(delivery.trajectories, &region, reference.num_days_from_ce());
    step("counting cells");
    let last_followed = followed_until(reference);
    let raw = tabulate(&facts, &delivery.inhabitants, &region, last_followed)?;
    step("protecting small counts");
    let mut rounds = 0;
    let mut also_hidden = Vec::new();
    let suppression = loop {
        let Protected { cubes, suppression } = protect(&raw, &region, &also_hidden)?;
        step("writing the release aside");
        let aside = Aside::write(folder, config_file, &encode(&cubes, &region, &config)?)?;
        step("attacking what was written");
        let figures: usize = suppression.iter().map(|(_, table)| table.figures).sum();
        let options = audit::Options {
            thorough: figures <= SOLVED_ONE_BY_ONE,
            ..audit::Options::default()
        };
        let found = audit::release(aside.path(), &options)?;
        if found.is_passed() {
            aside.put_in_place(found.summary())?;
            break suppression;
        }
        // Hiding a few figures more may be enough.
        let before = also_hidden.len();
        also_hidden.extend(found.repairs());
        also_hidden.sort_unstable();
        also_hidden.dedup();
        rounds += 1;
        if rounds > REPAIRS || also_hidden.len() == before {
            return Err(PublishError::AuditFailed {
                found: audit::words(&found),
            });
        }
    };
    Ok(Published {
        report: delivery.report,
        suppression,
    })
}

/// Of a release with at most this many figures every protected one is put to the solver. In a small region linear programmes
/// narrow figures of which reasoning relation by relation leaves much, and there is time.
const SOLVED_ONE_BY_ONE: usize = 150_000;

/// How often figures that the audit finds to tell too much are hidden as well, before publishing is given up.
const REPAIRS: usize = 5;

/// The last year of which everybody who left has been followed for twelve months.
fn followed_until(reference: NaiveDate) -> u16 {
    let whole_years = u16::try_from(reference.year()).unwrap_or(0);
    whole_years.saturating_sub(if reference.ordinal() >= 365 { 1 } else { 2 })
}
