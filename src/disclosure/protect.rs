//! Hides what must be hidden and rounds the rest, over all tables and years at once, until no reader can narrow a small count.

mod company;
mod error;
mod primary;
mod secondary;
mod untold;

use std::collections::BTreeMap;

use super::bounds::Knowledge;
use super::figures::{Fate, Figures};
use super::layout::FigureName;
use super::raw::RawTable;
use crate::cube::{Cell, Column, Cube};
use crate::release::Region;
use crate::statistics::Interval;
use crate::vocabulary::{Measure, Table};

pub use error::ProtectError;
use secondary::Protection;
use untold::Secret;

/// Protected tables: one cube per margin of each, and how much was hidden.
#[derive(Clone, Debug, PartialEq)]
pub struct Protected {
    /// The cubes to publish.
    pub cubes: Vec<Cube>,
    /// What it took, by table.
    pub suppression: Vec<(Table, Suppression)>,
    /// Of which tables the cells of which years were taken out, as with them small counts could be derived from the others.
    pub left_out: Vec<(Table, u16)>,
    /// The figures that look hidden for another and are hidden for their own sake, and why. They never leave the region's walls.
    pub untold: Vec<(FigureName, Fate)>,
}

/// How many figures were hidden, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Suppression {
    /// All figures in the table.
    pub figures: usize,
    /// Hidden because they are small, about few youths, dominated, or about nearly everybody in a group.
    pub primary: usize,
    /// Hidden to protect those.
    pub secondary: usize,
}

/// Protects tables by the policy of `region`, together: what one tells of another counts. Figures named in `also_hidden` are
/// hidden as well: an audit may find that they tell too much. A table that gives way loses its cells of a year in which the totals of the
/// others tell too much of it: without them they tell that as well, but of nothing that is published.
///
/// # Errors
/// [`ProtectError`] when hiding everything that may be hidden is not enough, or when a hidden figure has no upper bound but one
/// that is hidden itself.
pub fn protect(
    raw: &mut [RawTable],
    region: &Region,
    also_hidden: &[FigureName],
) -> Result<Protected, ProtectError> {
    if let Some(table) = raw.iter().find(|table| !is_complete(table)) {
        return Err(ProtectError::Incomplete {
            table: table.table.code(),
        });
    }
    let mut left_out = Vec::new();
    loop {
        match protect_all(raw, region, also_hidden) {
            Err(
                error @ (ProtectError::HeadlinesDisclose { measure, year }
                | ProtectError::RegionHidden { measure, year }
                | ProtectError::Alone { measure, year }
                | ProtectError::OfEverybody { measure, year, .. }),
            ) => {
                // Its own table first: what the others tell may be of no matter then.
                let own = Measure::from_code(measure).map(Measure::table);
                let given_way = own
                    .into_iter()
                    .chain(Table::ALL)
                    .find(|table| leave_out(raw, *table, year));
                let Some(table) = given_way else {
                    return Err(error);
                };
                left_out.push((table, year));
            }
            protected => {
                return protected.map(|protected| Protected {
                    left_out,
                    ..protected
                });
            }
        }
    }
}

/// Takes the cells of a year out of a table; false when it has none, or does not give way.
pub fn leave_out(raw: &mut [RawTable], table: Table, year: u16) -> bool {
    let giving_way = raw
        .iter_mut()
        .find(|raw| raw.table == table && table.gives_way());
    giving_way.is_some_and(|raw| {
        let before = raw.cells.len();
        raw.cells.retain(|key, _| key.year != year);
        raw.cells.len() < before
    })
}

fn protect_all(
    raw: &[RawTable],
    region: &Region,
    also_hidden: &[FigureName],
) -> Result<Protected, ProtectError> {
    let mut protection = Protection::new(raw, region, also_hidden)?;
    protection.show_what_may_be_shown()?;
    let secret = Secret::of(raw);
    protection.give_company(&secret)?;
    // From the beginning, as an outsider would, and not from what was learnt on the way.
    let figures = protection.untold(&secret);
    let knowledge = protection.work_out(&figures).map_err(|variable| {
        let name = figures.layout.name(variable);
        ProtectError::CheckFailed {
            measure: name.measure.code(),
            year: name.key.year,
        }
    })?;
    Ok(Protected {
        cubes: cubes(&figures, &knowledge)?,
        suppression: suppression(&figures),
        left_out: Vec::new(),
        untold: untold(&protection.figures, &figures),
    })
}

fn untold(told: &Figures, figures: &Figures) -> Vec<(FigureName, Fate)> {
    let fates = figures.fates.iter().zip(&told.fates).enumerate();
    fates
        .filter(|(_, (fate, _))| **fate == Fate::Untold)
        .map(|(variable, (_, reason))| (figures.layout.name(variable), *reason))
        .collect()
}

fn is_complete(raw: &RawTable) -> bool {
    let measures = raw.table.measures().count();
    raw.cells.values().all(|values| values.len() == measures)
}

fn suppression(figures: &Figures) -> Vec<(Table, Suppression)> {
    let mut by_table: BTreeMap<Table, Suppression> = BTreeMap::new();
    for (variable, fate) in figures.fates.iter().enumerate() {
        let table = by_table
            .entry(figures.measure(variable).table())
            .or_default();
        table.figures += 1;
        table.primary += usize::from(fate.is_protected());
        table.secondary += usize::from(*fate == Fate::ForAnother);
    }
    by_table.into_iter().collect()
}

fn cubes(figures: &Figures, knowledge: &Knowledge) -> Result<Vec<Cube>, ProtectError> {
    let mut cubes = Vec::new();
    for block in figures.layout.blocks() {
        for margin in block.table.lattice() {
            let rows: Vec<usize> = (0..block.keys.len())
                .filter(|row| block.keys[*row].margin() == margin)
                .collect();
            let mut columns: Vec<(Measure, Column)> = Vec::new();
            for (place, measure) in block.measures.iter().enumerate() {
                let mut column = Column::default();
                for row in &rows {
                    column.push(cell(figures, block.variable(*row, place), knowledge)?);
                }
                columns.push((*measure, column));
            }
            let keys = rows.iter().map(|row| block.keys[*row]).collect();
            cubes.push(Cube::new(block.table, margin, keys, columns).ok_or(
                ProtectError::Incomplete {
                    table: block.table.code(),
                },
            )?);
        }
    }
    Ok(cubes)
}

fn cell(figures: &Figures, variable: usize, knowledge: &Knowledge) -> Result<Cell, ProtectError> {
    let (low, high) = knowledge.bounds(variable);
    let hidden = |secondary| {
        // Every figure is part of the region's own: reasoning gives no upper bound only when that one is hidden too, and then the
        // data may not give it either.
        if !high.is_finite() {
            let name = figures.layout.name(variable);
            return Err(ProtectError::RegionHidden {
                measure: name.measure.code(),
                year: name.key.year,
            });
        }
        Ok(Interval::new(low.max(0.0).min(high), high)
            .map_or(Cell::Unknown, |within| Cell::Hidden { within, secondary }))
    };
    match figures.fates[variable] {
        Fate::Shown => {
            let value = figures.published[variable];
            let (lo, hi) = figures.within(variable);
            Ok(Interval::new(lo, hi).map_or(Cell::Unknown, |within| Cell::Shown { value, within }))
        }
        Fate::StructuralZero => Ok(Cell::StructuralZero),
        Fate::Small | Fate::OfFew => hidden(false),
        Fate::ForAnother | Fate::Untold => hidden(true),
        Fate::Unknown => Ok(Cell::Unknown),
    }
}

#[cfg(test)]
mod tests;
