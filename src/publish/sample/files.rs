//! The files, with the columns that the specification of the input gives them: UTF-8, comma, ISO dates, euros with two decimals.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::SampleError;
use super::budgets::Budget;
use super::calendar::{Day, iso};
use super::career::Trajectory;
use super::cost::Declaration;
use super::local::Help;
use super::mistakes::{self, Part};
use super::orders::Order;
use super::outcomes::Outcome;
use super::population::{AGES, Population};
use super::profile::Profile;
use super::waiting::{List, Places};
use crate::publish::input::ONE_IN;
use crate::publish::input::specification::{
    BUDGETS, DECLARATIONS, FileView, LOCAL_TEAMS, ORDERS, OUTCOMES, POPULATION, PRODUCTS,
    TRAJECTORIES, WAITING_LIST,
};

type Writer = csv::Writer<BufWriter<File>>;

/// The files while they are written: beside the names that they get when all are whole.
pub(super) struct Aside {
    folder: PathBuf,
    /// Whether the folder was made for them.
    is_new: bool,
    /// Names of the files, without what follows the point, and their rows.
    written: Vec<(String, usize)>,
    is_whole: bool,
}

impl Aside {
    /// Makes the folder.
    pub(super) fn make(folder: &Path) -> Result<Self, SampleError> {
        let is_new = !folder.exists();
        fs::create_dir_all(folder).map_err(|source| SampleError::Folder {
            folder: folder.to_path_buf(),
            source,
        })?;
        Ok(Self {
            folder: folder.to_owned(),
            is_new,
            written: Vec::new(),
            is_whole: false,
        })
    }

    /// Gives all files their names; answers with these and the rows of each.
    pub(super) fn put_in_place(mut self) -> Result<Vec<(String, usize)>, SampleError> {
        // Of an earlier sample that had them.
        for (name, _) in &self.written {
            let _ = fs::remove_file(self.folder.join(format!("{name}{}.csv", mistakes::PART)));
        }
        for (name, _) in &self.written {
            let file = self.folder.join(format!("{name}.csv"));
            fs::rename(self.aside(name), &file).map_err(|source| SampleError::Write {
                file,
                source: source.into(),
            })?;
        }
        self.is_whole = true;
        Ok(std::mem::take(&mut self.written))
    }

    fn aside(&self, name: &str) -> PathBuf {
        self.folder.join(format!(".{name}.csv.new"))
    }

    fn write(
        &mut self,
        file: FileView,
        rows: impl FnOnce(&mut Writer) -> Result<usize, csv::Error>,
    ) -> Result<(), SampleError> {
        let columns = file.sampled();
        self.create(file.about.name.to_owned(), |created| {
            let mut writer = csv::Writer::from_writer(created);
            writer.write_record(columns)?;
            let count = rows(&mut writer)?;
            writer.flush()?;
            Ok(count)
        })
    }

    /// Creates a file with the rows that are written to it.
    fn create(
        &mut self,
        name: String,
        write: impl FnOnce(BufWriter<File>) -> Result<usize, csv::Error>,
    ) -> Result<(), SampleError> {
        let aside = self.aside(&name);
        let file = self.folder.join(format!("{name}.csv"));
        self.written.push((name, 0));
        let outcome = File::create(aside)
            .map_err(csv::Error::from)
            .and_then(|created| write(BufWriter::new(created)));
        let rows = outcome.map_err(|source| SampleError::Write { file, source })?;
        if let Some(last) = self.written.last_mut() {
            last.1 = rows;
        }
        Ok(())
    }

    /// Writes of every file that stands here a second part with what goes wrong.
    pub(super) fn mistakes(&mut self, profile: &Profile) -> Result<(), SampleError> {
        let parts = mistakes::parts(profile, |file| self.aside(file.about.name))?;
        for Part { file, rows } in parts {
            let count = rows.iter().filter(|row| !row.is_empty()).count();
            let of_first = self
                .written
                .iter()
                .find(|(name, _)| name == file.about.name);
            // So many of so few that the file would be refused.
            if of_first.is_some_and(|(_, first)| *first < ONE_IN * count.saturating_sub(1)) {
                continue;
            }
            let name = format!("{}{}", file.about.name, mistakes::PART);
            self.create(name, |mut created| {
                let columns = file.fields.iter().map(|field| field.name.to_owned());
                let records: Vec<Vec<String>> =
                    std::iter::once(columns.collect()).chain(rows).collect();
                let mut style = csv::WriterBuilder::new();
                style.delimiter(b';').flexible(true);
                // The writer of records has none for a blank line.
                for (place, records) in records.split(Vec::is_empty).enumerate() {
                    if place > 0 {
                        writeln!(created)?;
                    }
                    let mut writer = style.from_writer(&mut created);
                    for record in records {
                        writer.write_record(record)?;
                    }
                    writer.flush()?;
                }
                Ok(count)
            })?;
        }
        Ok(())
    }
}

impl Drop for Aside {
    /// What did not become whole is taken away.
    fn drop(&mut self) {
        if self.is_whole {
            return;
        }
        for (name, _) in &self.written {
            let _ = fs::remove_file(self.aside(name));
        }
        if self.is_new {
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

fn toewijzing(position: usize) -> String {
    format!("T{:08}", position + 1)
}

/// Writes `trajecten.csv`; what runs on after the reference date has neither end nor reason, and what was allocated on an unknown day no such day.
pub(super) fn trajecten(
    aside: &mut Aside,
    profile: &Profile,
    trajectories: &[Trajectory],
    allocated: &[Option<Day>],
) -> Result<(), SampleError> {
    let last_day = profile.last_day();
    aside.write(TRAJECTORIES.view(), |writer| {
        for (position, (trajectory, allocated)) in trajectories.iter().zip(allocated).enumerate() {
            let ended = trajectory.end <= last_day;
            let end = if ended {
                iso(trajectory.end)
            } else {
                String::new()
            };
            let reason = if ended {
                profile.reasons.codes[trajectory.reason].as_str()
            } else {
                ""
            };
            writer.write_record([
                toewijzing(position).as_str(),
                &format!("P{:07}", trajectory.person),
                &iso(trajectory.birth),
                &profile.municipalities[trajectory.municipality].code,
                &format!("A{:03}", trajectory.provider + 1),
                &profile.cares[trajectory.care].products[trajectory.product].0,
                &profile.referrers.codes[trajectory.referrer],
                &iso(trajectory.begin),
                &end,
                reason,
                &allocated.map_or_else(String::new, iso),
            ])?;
        }
        Ok(trajectories.len())
    })
}

/// Writes `declaraties.csv`.
pub(super) fn declaraties(
    aside: &mut Aside,
    declarations: &[Declaration],
) -> Result<(), SampleError> {
    aside.write(DECLARATIONS.view(), |writer| {
        for declaration in declarations {
            writer.write_record([
                toewijzing(declaration.trajectory),
                iso(declaration.quarter),
                format!("{:.2}", declaration.amount),
            ])?;
        }
        Ok(declarations.len())
    })
}

/// Writes `producten.csv`.
pub(super) fn producten(aside: &mut Aside, profile: &Profile) -> Result<(), SampleError> {
    aside.write(PRODUCTS.view(), |writer| {
        let mut count = 0;
        for care in &profile.cares {
            for (code, description) in &care.products {
                writer.write_record([code, &care.form, &care.segment, description])?;
                count += 1;
            }
        }
        Ok(count)
    })
}

/// Writes `bevolking.csv`: inhabitants on 1 January by single year of age.
pub(super) fn bevolking(
    aside: &mut Aside,
    profile: &Profile,
    population: &Population,
) -> Result<(), SampleError> {
    let (first, last) = profile.period.population;
    aside.write(POPULATION.view(), |writer| {
        let mut count = 0;
        for year in first..=last {
            for (position, town) in profile.municipalities.iter().enumerate() {
                for (age, inhabitants) in population.at(position, year).iter().enumerate() {
                    writer.write_record([
                        &year.to_string(),
                        &town.code,
                        &age.to_string(),
                        &inhabitants.to_string(),
                    ])?;
                }
                count += AGES;
            }
        }
        Ok(count)
    })
}

/// Writes `wachtlijst.csv`; a list without anybody on it is one row without a person.
pub(super) fn wachtlijst(
    aside: &mut Aside,
    profile: &Profile,
    lists: &BTreeMap<List, Places>,
) -> Result<(), SampleError> {
    aside.write(WAITING_LIST.view(), |writer| {
        let mut count = 0;
        for (list, places) in lists {
            let mut write = |person: &str, applied: &str| {
                count += 1;
                writer.write_record([
                    iso(list.counted).as_str(),
                    &format!("A{:03}", list.provider + 1),
                    &list.form,
                    &profile.municipalities[list.municipality].code,
                    person,
                    applied,
                ])
            };
            if places.is_empty() {
                write("", "")?;
            }
            for (person, applied) in places {
                write(&format!("P{person:07}"), &iso(*applied))?;
            }
        }
        Ok(count)
    })
}

/// Writes `maatregelen.csv`; what runs on after the reference date has no end.
pub(super) fn maatregelen(
    aside: &mut Aside,
    profile: &Profile,
    orders: &[Order],
) -> Result<(), SampleError> {
    let last_day = profile.last_day();
    aside.write(ORDERS.view(), |writer| {
        for order in orders {
            let ended = order.end <= last_day;
            writer.write_record([
                format!("P{:07}", order.person).as_str(),
                &iso(order.birth),
                &profile.municipalities[order.municipality].code,
                &order.code,
                &iso(order.begin),
                &if ended { iso(order.end) } else { String::new() },
            ])?;
        }
        Ok(orders.len())
    })
}

/// Writes `lokale_teams.csv`; what runs on after the reference date has no end.
pub(super) fn lokale_teams(
    aside: &mut Aside,
    profile: &Profile,
    helped: &[Help],
) -> Result<(), SampleError> {
    let last_day = profile.last_day();
    aside.write(LOCAL_TEAMS.view(), |writer| {
        for help in helped {
            let ended = help.end <= last_day;
            writer.write_record([
                format!("P{:07}", help.person).as_str(),
                &iso(help.birth),
                &profile.municipalities[help.municipality].code,
                &iso(help.begin),
                &if ended { iso(help.end) } else { String::new() },
            ])?;
        }
        Ok(helped.len())
    })
}

/// Writes `uitkomsten.csv`; a question without an answer has an empty one.
pub(super) fn uitkomsten(aside: &mut Aside, outcomes: &[Outcome]) -> Result<(), SampleError> {
    aside.write(OUTCOMES.view(), |writer| {
        for outcome in outcomes {
            writer.write_record([
                toewijzing(outcome.trajectory).as_str(),
                &outcome.question,
                match outcome.is_positive {
                    None => "",
                    Some(true) => "ja",
                    Some(false) => "nee",
                },
            ])?;
        }
        Ok(outcomes.len())
    })
}

/// Writes `pgb.csv`.
pub(super) fn pgb(
    aside: &mut Aside,
    profile: &Profile,
    budgets: &[Budget],
) -> Result<(), SampleError> {
    aside.write(BUDGETS.view(), |writer| {
        for budget in budgets {
            writer.write_record([
                format!("P{:07}", budget.person).as_str(),
                &profile.municipalities[budget.municipality].code,
                &budget.year.to_string(),
                &format!("{:.2}", budget.spent),
            ])?;
        }
        Ok(budgets.len())
    })
}
