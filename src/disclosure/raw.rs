//! Unprotected counts of one table, as tabulated; they never leave the region's walls.

use std::collections::{BTreeMap, BTreeSet};

use crate::cube::CellKey;
use crate::vocabulary::{Measure, Table};

/// All cells of the lattice of a table with their exact values, in the order of [`Table::measures`].
#[derive(Clone, Debug, PartialEq)]
pub struct RawTable {
    /// The table.
    pub table: Table,
    /// Exact values by cell; the lattice is complete, cells nobody falls in are zero.
    pub cells: BTreeMap<CellKey, Vec<i64>>,
    /// Measures that are not known yet for a year, for instance because follow-up is incomplete.
    pub unknown: BTreeSet<(u16, Measure)>,
}
