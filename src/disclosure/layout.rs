//! The place of every figure of a release among the variables that are reasoned about.

use crate::cube::CellKey;
use crate::vocabulary::{Measure, Table};

/// All figures of several tables in a row: table by table, cell by cell, measure by measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    blocks: Vec<Block>,
}

/// The figures of one table.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The table.
    pub table: Table,
    /// Its measures, in column order.
    pub measures: Vec<Measure>,
    /// Its cells, in order.
    pub keys: Vec<CellKey>,
    /// The variable of the first measure of the first cell.
    first: usize,
}

/// The name of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureName {
    /// The cell.
    pub key: CellKey,
    /// The measure.
    pub measure: Measure,
}

impl Layout {
    /// Places the cells of these tables.
    pub fn new(tables: impl IntoIterator<Item = (Table, Vec<CellKey>)>) -> Self {
        let mut next = 0;
        let blocks = tables
            .into_iter()
            .map(|(table, mut keys)| {
                keys.sort_unstable();
                keys.dedup();
                let measures: Vec<Measure> = table.measures().collect();
                let first = next;
                next += keys.len() * measures.len();
                Block {
                    table,
                    measures,
                    keys,
                    first,
                }
            })
            .collect();
        Self { blocks }
    }

    /// How many figures there are.
    pub fn len(&self) -> usize {
        self.blocks.last().map_or(0, |block| {
            block.first + block.keys.len() * block.measures.len()
        })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The tables.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The variable of a figure, if its table has that cell.
    pub fn variable(&self, key: CellKey, measure: Measure) -> Option<usize> {
        let block = self.block(measure.table())?;
        let row = block.row(key)?;
        let place = block.place(measure)?;
        Some(block.variable(row, place))
    }

    /// The tables of one kind.
    pub fn block(&self, table: Table) -> Option<&Block> {
        self.blocks.iter().find(|block| block.table == table)
    }

    /// The name of a variable.
    ///
    /// # Panics
    /// Never for a variable below [`Layout::len`].
    pub fn name(&self, variable: usize) -> FigureName {
        let block = &self.blocks[self
            .blocks
            .partition_point(|block| block.first <= variable)
            .saturating_sub(1)];
        let within = variable - block.first;
        FigureName {
            key: block.keys[within / block.measures.len()],
            measure: block.measures[within % block.measures.len()],
        }
    }
}

impl Block {
    /// The row of a cell.
    pub fn row(&self, key: CellKey) -> Option<usize> {
        self.keys.binary_search(&key).ok()
    }

    /// The place of a measure among those of a cell.
    pub fn place(&self, measure: Measure) -> Option<usize> {
        self.measures.iter().position(|entry| *entry == measure)
    }

    /// The variable of a measure of a cell, by their places.
    pub fn variable(&self, row: usize, place: usize) -> usize {
        self.first + row * self.measures.len() + place
    }
}
