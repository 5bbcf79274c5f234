//! The cubes that have been loaded; a cell of a cube that has not is an answer of its own, never a missing figure.

use super::cell::Cell;
use super::column::Cube;
use super::key::CellKey;
use crate::vocabulary::{Margin, Measure, Table};

/// Loaded cubes by table and margin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CubeStore {
    cubes: Vec<Cube>,
}

impl CubeStore {
    /// Adds a cube, replacing the one of the same table and margin.
    pub fn insert(&mut self, cube: Cube) {
        self.cubes
            .retain(|other| (other.table, other.margin) != (cube.table, cube.margin));
        self.cubes.push(cube);
        self.cubes.sort_by_key(|cube| (cube.table, cube.margin));
    }

    /// Everything that is loaded, by table and margin.
    pub fn cubes(&self) -> impl Iterator<Item = &Cube> {
        self.cubes.iter()
    }

    /// The cube of one margin.
    pub fn cube(&self, table: Table, margin: Margin) -> Option<&Cube> {
        self.cubes
            .iter()
            .find(|cube| cube.table == table && cube.margin == margin)
    }

    /// Whether that margin is loaded.
    pub fn has(&self, table: Table, margin: Margin) -> bool {
        self.cube(table, margin).is_some()
    }

    /// A measure of a cell, with its row; `None` when its cube is not loaded or has no such cell.
    pub fn find(&self, key: CellKey, measure: Measure) -> Option<(Cell, usize)> {
        self.cube(measure.table(), key.margin())?.find(key, measure)
    }
}
