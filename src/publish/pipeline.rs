//! The whole way from a folder of records to a release folder.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chrono::{Datelike, NaiveDate};

use super::audit;
use super::derive::Histories;
use super::error::PublishError;
use super::input::{Actions, Delivery, Progress, Reading, Report, calendar_date, read};
use super::reader::{read_region, read_release};
use super::reading_steps::ReadingSteps;
use super::repairs::{REPAIRS, Repairs};
use super::tabulate::{Counted, KnownYears, tabulate};
use super::target::{check_target, followed, try_out};
use super::write::{Aside, encode, recover};
use crate::cube::{Cube, Status};
use crate::disclosure::{
    Depth, FigureName, Protected, RawTable, Suppression, Verdict, leave_out, protect,
};
use crate::release::{Region, RegionConfig};
use crate::vocabulary::Table;

/// How a release is held against what a reader could do.
#[derive(Clone, Debug, Default)]
pub struct PublishOptions {
    /// How far the audit goes that the release must pass.
    pub depth: Depth,
    /// Earlier releases of the same figures, which a reader may have kept.
    pub previous: Vec<PathBuf>,
    /// A release whose figures that are hidden for others are hidden again. What a proof took need not be found anew then, and the
    /// same records give the same release.
    pub hide_as: Option<PathBuf>,
    /// File that keeps what was proved, so that publishing the same records goes on where it was stopped. It tells more than a release does:
    /// it stays within the region's walls.
    pub resume: Option<PathBuf>,
}

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// What was read, and what was left out.
    pub report: Report,
    /// What was hidden, by table.
    pub suppression: Vec<(Table, Suppression)>,
    /// Of which tables no figures of which years are published, as with them small counts could be derived from the others.
    pub left_out: Vec<(Table, u16)>,
}

/// Publishes the records in `input` as a release in `folder`, as `config_file` says. `step` is told what is being done.
///
/// `folder` must not exist yet, be empty or hold an earlier release and nothing else, and stand apart from `input`. A link to a folder
/// stands for that folder.
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
    options: &PublishOptions,
    mut step: impl FnMut(&str),
) -> Result<Published, PublishError> {
    let folder = &followed(folder)?;
    check_target(folder, input)?;
    // Before anything is read, for the configuration may be part of the release.
    recover(folder)?;
    check_target(folder, input)?;
    try_out(folder)?;
    let setting = Setting::read(config_file)?;
    let before = match &options.hide_as {
        Some(folder) => Before::read(folder, &setting.region)?,
        None => Before::default(),
    };
    let kept = Arc::new(match &options.resume {
        Some(file) => audit::Proofs::in_file(file, [folder.as_path()])?,
        None => audit::Proofs::for_rounds(),
    });
    let (report, mut raw) = setting.read_and_count(input, &mut step)?;
    let Setting { config, region, .. } = setting;
    step("protecting small counts");
    let mut repairs = Repairs::after(before.hidden);
    let mut gave_way: Vec<(Table, u16)> = Vec::new();
    for (table, year) in before.left_out {
        gave_way.extend(leave_out(&mut raw, table, year).then_some((table, year)));
    }
    let mut settled = Vec::new();
    let suppression = loop {
        let Protected {
            cubes,
            suppression,
            left_out,
            untold,
        } = protect(&mut raw, &region, repairs.hidden())?;
        gave_way.extend(left_out);
        step("writing the release aside");
        let aside = Aside::write(folder, config_file, &encode(&cubes, &region, &config)?)?;
        step("attacking what was written");
        let attack = |depth| {
            let options = audit::Options {
                depth,
                previous: options.previous.clone(),
                settled: settled.clone(),
                kept: Some(Arc::clone(&kept)),
                reasons: Some(untold.clone()),
                ..audit::Options::default()
            };
            audit::release(aside.path(), &options)
        };
        // What little reasoning finds, it finds in seconds; the proof takes minutes.
        let mut found = attack(Depth::Screen)?;
        if found.is_passed() && options.depth != Depth::Screen {
            step("proving that enough stays uncertain");
            found = attack(options.depth)?;
        }
        if found.is_passed() {
            gave_way.sort_unstable();
            aside.put_in_place(found.summary(), &gave_way)?;
            break suppression;
        }
        let Some(given_way) = repairs.follow(&found, &mut raw) else {
            return Err(PublishError::AuditFailed {
                found: audit::words(&found),
            });
        };
        step(&format!(
            "hiding more (figures: {}; round {} of at most {REPAIRS})",
            found.repairs().count(),
            repairs.rounds()
        ));
        // What is hidden now stays so: then less is told, and what was proved stays proved. An earlier release may be held against
        // it in another way, so there everything is proved anew; and without a table the others have other relations.
        repairs.keep(cubes.iter().flat_map(hidden_for_another));
        settled = if options.previous.is_empty() && given_way.is_empty() {
            found.findings
        } else {
            Vec::new()
        };
        settled.retain(|finding| finding.verdict == Verdict::Proved);
        gave_way.extend(given_way);
    };
    Ok(Published {
        report,
        suppression,
        left_out: gave_way,
    })
}

/// Reads the records in `input` as [`publish`] would, and writes nothing. `progress` is told how far reading is.
///
/// # Errors
/// [`PublishError`] when the configuration or a file cannot be read. What is wrong with rows, and whether publish would go on, is
/// in the report.
pub fn check(
    input: &Path,
    config_file: &Path,
    progress: &dyn Fn(Progress),
) -> Result<Report, PublishError> {
    Ok(Setting::read(config_file)?.deliver(input, progress)?.report)
}

/// The cells of a delivery before anything is protected or rounded. They never leave the region's walls: no command gives them.
///
/// # Errors
/// As [`publish`], up to the counting of cells.
pub fn count(input: &Path, config_file: &Path) -> Result<(Region, Vec<RawTable>), PublishError> {
    let setting = Setting::read(config_file)?;
    let delivery = setting.deliver(input, &|_| {})?.accepted()?;
    let raw = setting.count(delivery, |_| {})?;
    Ok((setting.region, raw))
}

/// What the configuration says of a delivery.
struct Setting {
    config: RegionConfig,
    region: Region,
    /// The day up to which the delivery is complete.
    reference: NaiveDate,
    /// The day from which on it holds all care.
    complete_from: NaiveDate,
    /// What becomes of rows that break a rule.
    actions: Actions,
}

impl Setting {
    fn read(config_file: &Path) -> Result<Self, PublishError> {
        let (config, region) = read_region(config_file)?;
        let (reference, complete_from, actions) = reading_of(&config, config_file)?;
        Ok(Self {
            config,
            region,
            reference,
            complete_from,
            actions,
        })
    }

    /// Reads the records.
    fn deliver(&self, input: &Path, progress: &dyn Fn(Progress)) -> Result<Delivery, PublishError> {
        let reading = Reading {
            region: &self.region,
            reference_day: self.reference.num_days_from_ce(),
            actions: &self.actions,
            progress,
        };
        read(input, &reading)
    }

    /// Reads the records and counts the cells. `step` is told what is being done.
    fn read_and_count(
        &self,
        input: &Path,
        step: &mut impl FnMut(&str),
    ) -> Result<(Report, Vec<RawTable>), PublishError> {
        step("reading records");
        let delivery = {
            let reading = RefCell::new((ReadingSteps::default(), &mut *step));
            let progress = |progress: Progress| {
                let (steps, step) = &mut *reading.borrow_mut();
                if let Some(words) = steps.words(progress, Instant::now()) {
                    step(&words);
                }
            };
            self.deliver(input, &progress)?.accepted()?
        };
        let report = delivery.report.clone();
        Ok((report, self.count(delivery, step)?))
    }

    /// Counts the cells. `step` is told what is being done.
    fn count(
        &self,
        mut delivery: Delivery,
        mut step: impl FnMut(&str),
    ) -> Result<Vec<RawTable>, PublishError> {
        step("putting histories together");
        let day = self.reference.num_days_from_ce();
        let histories = Histories::take_from(&mut delivery, day);
        step("counting cells");
        let known = KnownYears {
            looked_back_from: looked_back_from(self.complete_from),
            followed_until: followed_until(self.reference),
        };
        let counted = Counted {
            histories: &histories,
            inhabitants: &delivery.inhabitants,
            waiting: &delivery.waiting,
        };
        tabulate(&counted, &self.region, known)
    }
}

/// The days up to and from which the delivery is complete, and what becomes of rows that break a rule.
fn reading_of(
    config: &RegionConfig,
    config_file: &Path,
) -> Result<(NaiveDate, NaiveDate, Actions), PublishError> {
    let wrong = |detail| PublishError::Config {
        path: config_file.to_owned(),
        detail,
    };
    let date = |key: &str, text: &str| {
        calendar_date(text).ok_or_else(|| {
            wrong(format!(
                "`{key}` {text} is not a date of these centuries (write year-month-day)"
            ))
        })
    };
    let reference = date("peildatum", &config.peildatum)?;
    // Who asks for nothing else has all care of its first year, and does not say what was before.
    let first_year = config.perioden.iter().map(|period| period.jaar).min();
    let complete_from = match &config.volledig_vanaf {
        Some(text) => date("volledig_vanaf", text)?,
        None => first_year
            .and_then(|year| NaiveDate::from_ymd_opt(i32::from(year), 1, 1))
            .unwrap_or(reference),
    };
    Ok((
        reference,
        complete_from,
        Actions::of(config).map_err(wrong)?,
    ))
}

/// What an earlier release did to protect others.
#[derive(Default)]
struct Before {
    /// The figures of this region that it hides. An area is the same when it has the same code.
    hidden: Vec<FigureName>,
    /// The years that it leaves out of a table that gives way.
    left_out: Vec<(Table, u16)>,
}

impl Before {
    fn read(folder: &Path, region: &Region) -> Result<Self, PublishError> {
        let refuse = |detail| PublishError::HideAs {
            folder: folder.to_owned(),
            detail,
        };
        let (before, store) = read_release(folder).map_err(|error| refuse(error.to_string()))?;
        let here = |area| region.by_code(&before.region.area(area).code);
        let is_common_area = before.region.areas().any(|(area, _)| here(area).is_some());
        let is_common_year = before
            .region
            .years()
            .any(|year| region.years().any(|known| known == year));
        if !is_common_area || !is_common_year {
            return Err(refuse(
            "no figure stands both in it and in this release, as it is of another region or of other years".to_owned(),
        ));
        }
        let hidden = store
            .cubes()
            .flat_map(hidden_for_another)
            .filter_map(|name| {
                let key = name.key.in_area(here(name.key.area)?);
                Some(FigureName { key, ..name })
            })
            .collect();
        let left_out = Table::ALL
            .into_iter()
            .flat_map(|table| before.region.years().map(move |year| (table, year)))
            .filter(|(table, year)| before.region.is_left_out(*table, *year))
            .collect();
        Ok(Self { hidden, left_out })
    }
}

/// The figures of a cube that are hidden to protect others.
fn hidden_for_another(cube: &Cube) -> impl Iterator<Item = FigureName> + '_ {
    cube.columns().iter().flat_map(move |(measure, column)| {
        let hidden = Status::SecondaryHidden as u8;
        cube.keys()
            .iter()
            .zip(&column.statuses)
            .filter(move |(_, status)| **status == hidden)
            .map(|(key, _)| FigureName {
                key: *key,
                measure: *measure,
            })
    })
}

/// The first year in which everybody who began can be looked back on for five years.
fn looked_back_from(complete_from: NaiveDate) -> u16 {
    let year = u16::try_from(complete_from.year()).unwrap_or(0);
    let is_whole = complete_from.ordinal() == 1;
    year.saturating_add(if is_whole { 5 } else { 6 })
}

/// The last year of which everybody who left has been followed for twelve months.
fn followed_until(reference: NaiveDate) -> u16 {
    let whole_years = u16::try_from(reference.year()).unwrap_or(0);
    // Day 365 of a leap year is not its last.
    let is_over = (reference.month(), reference.day()) == (12, 31);
    whole_years.saturating_sub(if is_over { 1 } else { 2 })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_followed_when_its_last_day_has_come_again() {
        let until = |text: &str| followed_until(calendar_date(text).unwrap());
        assert_eq!(until("2024-12-30"), 2022);
        assert_eq!(until("2024-12-31"), 2023);
        assert_eq!(until("2023-12-31"), 2022);
        assert_eq!(until("2025-04-01"), 2023);
    }

    #[test]
    fn a_year_is_known_when_the_records_reach_all_the_way() {
        let day = |text: &str| calendar_date(text).unwrap();
        // Who began on 1 January 2020 is looked back on to 1 January 2015.
        assert_eq!(looked_back_from(day("2015-01-01")), 2020);
        assert_eq!(looked_back_from(day("2015-01-02")), 2021);
        assert_eq!(looked_back_from(day("2014-12-31")), 2020);
    }
}
