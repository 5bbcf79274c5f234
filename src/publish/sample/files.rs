//! The four files, with the columns that the specification of the input gives them: UTF-8, comma, ISO dates, euros with two decimals.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use super::SampleError;
use super::calendar::iso;
use super::career::Trajectory;
use super::cost::Declaration;
use super::population::{AGES, Population};
use super::profile::Profile;
use crate::publish::input::specification::{
    DECLARATIONS, FileView, POPULATION, PRODUCTS, TRAJECTORIES,
};

type Writer = csv::Writer<BufWriter<File>>;

fn write(
    folder: &Path,
    file: FileView,
    rows: impl FnOnce(&mut Writer) -> Result<usize, csv::Error>,
) -> Result<usize, SampleError> {
    let columns = file.sampled();
    let file = folder.join(format!("{}.csv", file.about.name));
    let outcome = File::create(&file)
        .map_err(csv::Error::from)
        .and_then(|created| {
            let mut writer = csv::Writer::from_writer(BufWriter::new(created));
            writer.write_record(columns)?;
            let count = rows(&mut writer)?;
            writer.flush()?;
            Ok(count)
        });
    outcome.map_err(|source| SampleError::Write { file, source })
}

fn toewijzing(position: usize) -> String {
    format!("T{:08}", position + 1)
}

/// Writes `trajecten.csv`; what runs on after the reference date has neither end nor reason.
pub(super) fn trajecten(
    folder: &Path,
    profile: &Profile,
    trajectories: &[Trajectory],
) -> Result<usize, SampleError> {
    let last_day = profile.last_day();
    write(folder, TRAJECTORIES.view(), |writer| {
        for (position, trajectory) in trajectories.iter().enumerate() {
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
            ])?;
        }
        Ok(trajectories.len())
    })
}

/// Writes `declaraties.csv`.
pub(super) fn declaraties(
    folder: &Path,
    declarations: &[Declaration],
) -> Result<usize, SampleError> {
    write(folder, DECLARATIONS.view(), |writer| {
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
pub(super) fn producten(folder: &Path, profile: &Profile) -> Result<usize, SampleError> {
    write(folder, PRODUCTS.view(), |writer| {
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
    folder: &Path,
    profile: &Profile,
    population: &Population,
) -> Result<usize, SampleError> {
    let (first, last) = profile.period.population;
    write(folder, POPULATION.view(), |writer| {
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
