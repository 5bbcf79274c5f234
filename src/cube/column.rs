//! A cube: the cells of one margin of one table as sorted keys and typed columns; a look-up is a binary search.

use super::cell::{Cell, Status};
use super::key::CellKey;
use crate::statistics::Interval;
use crate::vocabulary::{Margin, Measure, Table};

/// One measure of a cube, a row per cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Published values; meaningless where the status is not `Shown`.
    pub values: Vec<f64>,
    /// How each was published.
    pub statuses: Vec<u8>,
    /// Lower end of what a reader knows.
    pub lows: Vec<f64>,
    /// Upper end.
    pub highs: Vec<f64>,
}

impl Column {
    /// The cell in a row.
    pub fn cell(&self, row: usize) -> Cell {
        let within = Interval::new(self.lows[row], self.highs[row]);
        match (Status::ALL.get(usize::from(self.statuses[row])), within) {
            (Some(Status::Shown), Some(within)) => Cell::Shown {
                value: self.values[row],
                within,
            },
            (Some(Status::Hidden), Some(within)) => Cell::Hidden {
                within,
                secondary: false,
            },
            (Some(Status::SecondaryHidden), Some(within)) => Cell::Hidden {
                within,
                secondary: true,
            },
            (Some(Status::NotApplicable), _) => Cell::NotApplicable,
            (Some(Status::StructuralZero), _) => Cell::StructuralZero,
            _ => Cell::Unknown,
        }
    }

    /// Adds a row.
    pub fn push(&mut self, cell: Cell) {
        let status = cell.status();
        let value = match cell {
            Cell::Shown { value, .. } => value,
            _ => 0.0,
        };
        let (low, high) = cell
            .within()
            .map_or((0.0, 0.0), |within| (within.lo(), within.hi()));
        self.values.push(value);
        self.statuses.push(status as u8);
        self.lows.push(low);
        self.highs.push(high);
    }
}

/// One margin of one table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cube {
    /// The table.
    pub table: Table,
    /// The margin its cells stand in.
    pub margin: Margin,
    keys: Vec<CellKey>,
    columns: Vec<(Measure, Column)>,
}

impl Cube {
    /// A cube of these rows; `None` unless keys ascend strictly, stand in `margin`, and every column is as long.
    pub fn new(
        table: Table,
        margin: Margin,
        keys: Vec<CellKey>,
        columns: Vec<(Measure, Column)>,
    ) -> Option<Self> {
        let ascending = keys.windows(2).all(|pair| pair[0] < pair[1]);
        let in_margin = keys.iter().all(|key| key.margin() == margin);
        let complete = columns.iter().all(|(measure, column)| {
            measure.table() == table
                && [
                    column.values.len(),
                    column.lows.len(),
                    column.highs.len(),
                    column.statuses.len(),
                ]
                .iter()
                .all(|len| *len == keys.len())
        });
        (ascending && in_margin && complete).then_some(Self {
            table,
            margin,
            keys,
            columns,
        })
    }

    /// The names of its cells, in order.
    pub fn keys(&self) -> &[CellKey] {
        &self.keys
    }

    /// The measures it holds, with their columns.
    pub fn columns(&self) -> &[(Measure, Column)] {
        &self.columns
    }

    /// A measure of a cell, with the row it stands in; `None` when the cube has no such cell.
    pub fn find(&self, key: CellKey, measure: Measure) -> Option<(Cell, usize)> {
        let row = self.keys.binary_search(&key).ok()?;
        let (_, column) = self.columns.iter().find(|(entry, _)| *entry == measure)?;
        Some((column.cell(row), row))
    }
}
