//! Which cells tell too much of one contributor.

use std::collections::{BTreeMap, BTreeSet};

use arrow::array::RecordBatch;

use super::each_cell;
use crate::cube::CellKey;
use crate::disclosure::{Contributions, is_dominated};
use crate::publish::error::PublishError;
use crate::release::{Policy, Region};
use crate::vocabulary::Table;

/// Whether the policy says that an amount tells too much of one of its contributors.
pub(super) fn tells_too_much(of: Contributions, policy: &Policy) -> bool {
    is_dominated(of, policy.grootste_aandeel, policy.p_procent)
}

/// The cells of whose cost one youth or one provider has too large a part.
pub(super) struct DominatedCells<'a> {
    policy: &'a Policy,
    /// Those that were found so far.
    pub(super) found: BTreeSet<CellKey>,
}

impl<'a> DominatedCells<'a> {
    pub(super) fn new(region: &'a Region) -> Self {
        Self {
            policy: region.policy(),
            found: BTreeSet::new(),
        }
    }

    /// Notes a cell if it tells too much.
    pub(super) fn note(&mut self, key: CellKey, of: Contributions) {
        if tells_too_much(of, self.policy) {
            self.found.insert(key);
        }
    }

    /// Notes those of an answer to [`super::query::by_provider`].
    pub(super) fn by_providers(&mut self, answer: &[RecordBatch]) -> Result<(), PublishError> {
        let mut of_cell: BTreeMap<CellKey, Contributions> = BTreeMap::new();
        for batch in answer {
            each_cell(Table::Use, batch, 1, |key, values| {
                of_cell.entry(key).or_default().add(values[0] as f64);
            })?;
        }
        for (key, of) in of_cell {
            self.note(key, of);
        }
        Ok(())
    }
}
