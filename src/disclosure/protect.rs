//! Hides what must be hidden and rounds the rest, year by year, until no reader can narrow a small count.

use std::collections::BTreeMap;

use super::bounds::Knowledge;
use super::raw::RawTable;
use super::year::{Fate, Year};
use crate::cube::{Cell, CellKey, Column, Cube};
use crate::release::{Region, rounding};
use crate::statistics::Interval;
use crate::vocabulary::Measure;

/// A protected table: one cube per margin, and how much was hidden.
#[derive(Clone, Debug, PartialEq)]
pub struct ProtectedTable {
    /// The cubes to publish.
    pub cubes: Vec<Cube>,
    /// What it took.
    pub suppression: Suppression,
}

/// How many figures were hidden, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Suppression {
    /// All figures in the table.
    pub figures: usize,
    /// Hidden because they are small.
    pub primary: usize,
    /// Hidden to protect those.
    pub secondary: usize,
}

/// Why a table cannot be protected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProtectError {
    /// A small count can be derived from figures that may not be hidden.
    #[error(
        "the region is too small for this threshold: {measure} of a small cell in {year} can be derived from headline totals, which \
         are not hidden; nothing was published. Give the smallest municipalities one code together (in gebieden, trajecten.csv and \
         bevolking.csv), or agree on a lower drempel or breedte"
    )]
    HeadlinesDisclose {
        /// Column.
        measure: &'static str,
        /// Year.
        year: u16,
    },
    /// The figure of the whole region is hidden itself, so no published figure bounds the hidden ones.
    #[error(
        "the region is too small for this threshold: {measure} of the whole region in {year} is hidden itself; nothing was published. \
         Leave {year} out of perioden when it is the first or the last one, publish together with a neighbouring region, or agree on \
         a lower drempel"
    )]
    RegionHidden {
        /// Column.
        measure: &'static str,
        /// Year.
        year: u16,
    },
    /// The check of the finished table found a small count that can be derived: a fault of this program.
    #[error(
        "{measure} of a small cell in {year} could still be derived after protection; nothing was published, please report this"
    )]
    CheckFailed {
        /// Column.
        measure: &'static str,
        /// Year.
        year: u16,
    },
    /// The cubes could not be formed; the tabulation is incomplete.
    #[error("the tabulation of {table} is incomplete or out of order")]
    Incomplete {
        /// Table.
        table: &'static str,
    },
}

/// Protects a table by the policy of `region`.
///
/// # Errors
/// [`ProtectError`] when hiding everything that may be hidden is not enough, or when a hidden figure has no upper bound but one
/// that is hidden itself.
pub fn protect(raw: &RawTable, region: &Region) -> Result<ProtectedTable, ProtectError> {
    let measures: Vec<Measure> = raw.table.measures().collect();
    if raw
        .cells
        .values()
        .any(|values| values.len() != measures.len())
    {
        return Err(ProtectError::Incomplete {
            table: raw.table.code(),
        });
    }
    let mut suppression = Suppression::default();
    let mut cells: BTreeMap<CellKey, Vec<Cell>> = BTreeMap::new();
    for year in region.years() {
        let mut problem = Year::new(raw, year, &measures, region);
        problem
            .show_what_may_be_shown()
            .map_err(|variable| ProtectError::HeadlinesDisclose {
                measure: problem.measure(variable).code(),
                year,
            })?;
        // From the beginning, as an outsider would, and not from what was learnt on the way.
        let knowledge = problem
            .work_out()
            .map_err(|variable| ProtectError::CheckFailed {
                measure: problem.measure(variable).code(),
                year,
            })?;
        suppression.figures += problem.fates.len();
        suppression.primary += problem
            .fates
            .iter()
            .filter(|fate| matches!(fate, Fate::Small | Fate::OfFewYouths))
            .count();
        suppression.secondary += problem
            .fates
            .iter()
            .filter(|fate| **fate == Fate::ForAnother)
            .count();
        for (row, key) in problem.keys.iter().enumerate() {
            let first = row * measures.len();
            let of_row = (first..first + measures.len())
                .map(|variable| cell(&problem, variable, &knowledge, region));
            cells.insert(*key, of_row.collect::<Result<_, _>>()?);
        }
    }
    let mut cubes = Vec::new();
    for margin in raw.table.lattice() {
        let rows: Vec<(&CellKey, &Vec<Cell>)> = cells
            .iter()
            .filter(|(key, _)| key.margin() == margin)
            .collect();
        let columns = measures
            .iter()
            .enumerate()
            .map(|(index, measure)| {
                let mut column = Column::default();
                for (_, row) in &rows {
                    column.push(row[index]);
                }
                (*measure, column)
            })
            .collect();
        let keys = rows.iter().map(|(key, _)| **key).collect();
        cubes.push(Cube::new(raw.table, margin, keys, columns).ok_or(
            ProtectError::Incomplete {
                table: raw.table.code(),
            },
        )?);
    }
    Ok(ProtectedTable { cubes, suppression })
}

fn cell(
    problem: &Year,
    variable: usize,
    knowledge: &Knowledge,
    region: &Region,
) -> Result<Cell, ProtectError> {
    let (low, high) = knowledge.bounds(variable);
    let hidden = |secondary| {
        // Every figure is part of the region's own: reasoning gives no upper bound only when that one is hidden too, and then the
        // data may not give it either.
        if !high.is_finite() {
            return Err(ProtectError::RegionHidden {
                measure: problem.measure(variable).code(),
                year: problem.key(variable).year,
            });
        }
        let high = high.floor();
        Ok(Interval::new(low.ceil().max(0.0).min(high), high)
            .map_or(Cell::Unknown, |within| Cell::Hidden { within, secondary }))
    };
    match problem.fates[variable] {
        Fate::Shown => {
            let value = problem.rounded(variable);
            Ok(Cell::Shown {
                value,
                within: rounding(region, problem.measure(variable), value),
            })
        }
        Fate::Small | Fate::OfFewYouths => hidden(false),
        Fate::ForAnother => hidden(true),
        Fate::Unknown => Ok(Cell::Unknown),
    }
}

#[cfg(test)]
mod tests;
