//! What a formula reads: one measure of one cell, or of the rest of the region, with where it came from.

use super::entry::Operand;
use super::evaluate::{Reason, Scope};
use crate::cube::{Cell, CellKey, CubeStore, Status};
use crate::release::{AreaId, AreaKind, Region};
use crate::statistics::Interval;
use crate::vocabulary::{Margin, Measure, Member, Table};

/// The value of an operand, and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OperandValue {
    /// The measure.
    pub measure: Measure,
    /// The year.
    pub year: u16,
    /// As published; for a hidden cell and for bounds, the middle of what is possible.
    pub value: f64,
    /// Where the true value lies.
    pub within: Interval,
    /// How the cells it was read from were published, taken together.
    pub status: Status,
    /// What it is: a published number, or something worked out of several.
    pub origin: Origin,
    /// Whom it is about, when not everybody: what it was narrowed to, and what it is about when nothing is chosen.
    pub about: Vec<Member>,
    /// The cells it was read from.
    pub cells: Vec<CellSource>,
}

#[cfg(test)]
impl OperandValue {
    /// One published cell of everybody, of which a test says what matters to it.
    pub fn of_cell(
        measure: Measure,
        year: u16,
        (value, within): (f64, Interval),
        status: Status,
    ) -> Self {
        Self {
            measure,
            year,
            value,
            within,
            status,
            origin: Origin::Cell,
            about: Vec::new(),
            cells: Vec::new(),
        }
    }
}

/// Where the value of an operand comes from, and so why it is not exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// One published cell, rounded.
    Cell,
    /// One cell less another, both rounded.
    Difference,
    /// No number at all, only two bounds: who moved counts in two municipalities.
    Bounds,
}

/// A published cell that was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellSource {
    /// Table of the file.
    pub table: Table,
    /// Margin of the file.
    pub margin: Margin,
    /// Row in the file, counted from 0.
    pub row: usize,
}

impl Operand {
    /// The cell it reads in `area`, when the reader has chosen `members`.
    pub(super) fn key(self, year: u16, area: AreaId, members: &[Member]) -> CellKey {
        let chosen = members
            .iter()
            .filter(|member| self.follows.contains(&member.dimension()));
        let key = chosen.fold(CellKey::total(year, area), |key, member| key.with(*member));
        self.defaults()
            .filter(|member| key.member(member.dimension()).is_total())
            .fold(key, CellKey::with)
    }

    /// Reads it for a scope.
    pub(super) fn read(
        self,
        store: &CubeStore,
        region: &Region,
        scope: Scope,
        year: u16,
        members: &[Member],
    ) -> Result<OperandValue, Reason> {
        match scope {
            Scope::Area(area) => self.read_area(store, region, self.key(year, area, members)),
            Scope::RestOf(area) => {
                let own = self.read_area(store, region, self.key(year, area, members))?;
                let whole =
                    self.read_area(store, region, self.key(year, region.whole(), members))?;
                if self.measure.adds_over_areas() {
                    subtract(whole, own)
                } else {
                    self.rest_of_persons(store, region, area, whole, own)
                }
            }
        }
    }

    fn read_area(
        self,
        store: &CubeStore,
        region: &Region,
        key: CellKey,
    ) -> Result<OperandValue, Reason> {
        let (table, margin) = (self.measure.table(), key.margin());
        if !table.lattice().contains(&margin) {
            return Err(Reason::FinerThanLattice);
        }
        if !store.has(table, margin) {
            return Err(Reason::NotLoaded);
        }
        let (cell, row) = store
            .find(key, self.measure)
            .ok_or_else(|| reason_of_absence(region, table, key))?;
        let within = match cell {
            Cell::Shown { within, .. } | Cell::Hidden { within, .. } => within,
            // Nobody can be there: a fact, not a count.
            Cell::StructuralZero => Interval::exact(0.0),
            Cell::Unknown if self.measure.looks_back() => return Err(Reason::NotKnownThen),
            Cell::Unknown => return Err(Reason::NotKnownYet),
            Cell::NotApplicable => return Err(Reason::NotApplicable),
        };
        Ok(OperandValue {
            measure: self.measure,
            year: key.year,
            value: cell.shown().unwrap_or_else(|| middle(within)),
            within,
            status: cell.status(),
            origin: Origin::Cell,
            about: key.members().filter(|member| !member.is_total()).collect(),
            cells: vec![CellSource { table, margin, row }],
        })
    }

    /// Persons do not add up over municipalities, for children move: at least the region without the area, at most the other
    /// municipalities together.
    fn rest_of_persons(
        self,
        store: &CubeStore,
        region: &Region,
        area: AreaId,
        whole: OperandValue,
        own: OperandValue,
    ) -> Result<OperandValue, Reason> {
        let key = store_key(&own, store).ok_or(Reason::NotPublished)?;
        let mut cells = whole.cells;
        cells.extend(own.cells);
        let (mut largest, mut sum) = (0.0_f64, 0.0);
        for (other, entry) in region.areas() {
            if entry.kind != AreaKind::Gemeente
                || region.with_groups(other).any(|group| group == area)
            {
                continue;
            }
            let part = match self.read_area(store, region, key.in_area(other)) {
                Ok(part) => part,
                // It is in no group either.
                Err(Reason::NotSupplied) => continue,
                Err(reason) => return Err(reason),
            };
            largest = largest.max(part.within.lo());
            sum += part.within.hi();
            cells.extend(part.cells);
        }
        let low = (whole.within.lo() - own.within.hi()).max(largest).max(0.0);
        let high = sum.min(whole.within.hi()).max(low);
        let within = Interval::new(low, high).ok_or(Reason::NotPublished)?;
        Ok(OperandValue {
            measure: self.measure,
            year: key.year,
            value: middle(within),
            within,
            status: left_over(whole.status, own.status),
            origin: Origin::Bounds,
            about: whole.about,
            cells,
        })
    }
}

/// Why there is no cell: where others have one of that year, that it was not supplied; or that the year was taken out.
fn reason_of_absence(region: &Region, table: Table, key: CellKey) -> Reason {
    let is_supplied = |area| region.is_supplied(table, area, key.year);
    if !is_supplied(region.whole()) {
        return Reason::NotPublished;
    }
    if !is_supplied(key.area) {
        return Reason::NotSupplied;
    }
    if region.is_left_out(table, key.year) {
        Reason::LeftOut
    } else {
        Reason::NotPublished
    }
}

/// How what is left of a whole counts as published. It is only small itself when the whole is; otherwise it is hidden because
/// with it the hidden part could be worked out.
fn left_over(whole: Status, own: Status) -> Status {
    let status = whole.together(own);
    if status.is_hidden() && whole != Status::Hidden {
        Status::SecondaryHidden
    } else {
        status
    }
}

fn store_key(value: &OperandValue, store: &CubeStore) -> Option<CellKey> {
    let source = value.cells.first()?;
    store
        .cube(source.table, source.margin)?
        .keys()
        .get(source.row)
        .copied()
}

fn subtract(whole: OperandValue, own: OperandValue) -> Result<OperandValue, Reason> {
    let low = (whole.within.lo() - own.within.hi()).max(0.0);
    let within = Interval::new(low, (whole.within.hi() - own.within.lo()).max(low))
        .ok_or(Reason::NotPublished)?;
    let mut cells = whole.cells;
    cells.extend(own.cells);
    Ok(OperandValue {
        measure: whole.measure,
        year: whole.year,
        value: (whole.value - own.value).max(0.0),
        within,
        status: left_over(whole.status, own.status),
        origin: Origin::Difference,
        about: whole.about,
        cells,
    })
}

fn middle(within: Interval) -> f64 {
    f64::midpoint(within.lo(), within.hi())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_a_large_whole_is_hidden_for_the_sake_of_its_part() {
        use Status::{Hidden, SecondaryHidden, Shown, StructuralZero};
        for (whole, own, expected) in [
            (Shown, Hidden, SecondaryHidden),
            (SecondaryHidden, Hidden, SecondaryHidden),
            (Shown, SecondaryHidden, SecondaryHidden),
            (Hidden, Hidden, Hidden),
            (Hidden, StructuralZero, Hidden),
            (Shown, Shown, Shown),
            (StructuralZero, StructuralZero, StructuralZero),
        ] {
            assert_eq!(left_over(whole, own), expected, "{whole:?} less {own:?}");
        }
    }
}
