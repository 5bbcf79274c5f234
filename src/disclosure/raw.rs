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
    /// Cells of whose cost one youth or one provider has too large a part: see [`is_dominated`].
    pub dominated: BTreeSet<CellKey>,
    /// Cells with too few youths, of a table that does not count them itself.
    pub of_few: BTreeSet<CellKey>,
}

impl RawTable {
    /// The exact value of a measure of a cell; `None` when the table has no such cell or no such measure.
    pub(super) fn value(&self, key: CellKey, measure: Measure) -> Option<i64> {
        let place = self.table.measures().position(|other| other == measure)?;
        self.cells.get(&key)?.get(place).copied()
    }
}

/// The two largest contributions to an amount, and all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Contributions {
    /// All contributions together.
    pub total: f64,
    /// The largest.
    pub largest: f64,
    /// The second largest; 0 when there is one contributor.
    pub second: f64,
}

impl Contributions {
    /// One contribution more.
    pub fn add(&mut self, contribution: f64) {
        self.total += contribution;
        self.second = self.second.max(contribution.min(self.largest));
        self.largest = self.largest.max(contribution);
    }

    /// Of youths only the largest contribution and the sum of the squares are counted; the second is taken as large as those
    /// let it be, so that what is called safe is safe.
    pub fn of_youths(total: i64, largest: i64, squares: i64) -> Self {
        let (total, largest) = (total as f64, largest as f64);
        let rest = (squares as f64 - largest * largest).max(0.0);
        Self {
            total,
            largest,
            second: rest.sqrt().min(largest).min(total - largest),
        }
    }
}

/// Whether an amount tells too much of its largest contributor: she has over `largest_share` percent of it, or the second
/// largest, who knows her own part, can work out the largest to within `p` percent (the dominance and the p % rule; Hundepool
/// and others, Statistical Disclosure Control, 2012, section 4.2.2).
pub fn is_dominated(of: Contributions, largest_share: u32, p: u32) -> bool {
    let rest = of.total - of.largest - of.second;
    of.largest > 0.0
        && (of.largest * 100.0 > f64::from(largest_share) * of.total
            || rest * 100.0 < f64::from(p) * of.largest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dominated(parts: [f64; 3]) -> bool {
        let of = Contributions {
            total: parts.iter().sum(),
            largest: parts[0],
            second: parts[1],
        };
        is_dominated(of, 50, 10)
    }

    #[test]
    fn over_half_is_dominance_and_exactly_half_is_not() {
        assert!(dominated([51.0, 30.0, 19.0]));
        assert!(!dominated([50.0, 30.0, 20.0]));
    }

    #[test]
    fn the_second_may_not_work_out_the_first() {
        // 48 + 48 + 4: the second knows 48 and sees 100, so the first has at most 52, within 10 % of 48.
        assert!(dominated([48.0, 48.0, 4.0]));
        // With 5 left the first may have up to 53, which is over 10 % off.
        assert!(!dominated([48.0, 47.0, 5.0]));
    }

    #[test]
    fn nothing_is_not_dominated() {
        assert!(!dominated([0.0, 0.0, 0.0]));
    }
}
