//! Which rows were seen before: of a key and its contents only a number is kept. Of rows that are alike one counts, and of rows that
//! contradict each other none.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::checks::Checks;
use super::report::{Fate, Place};
use super::rule::Rule;
use crate::release::RowAction;

/// A key as a number of 128 bits: two keys have the same one with a chance far below that of a fault of the machine.
pub(super) type Mark = [u64; 2];

/// The number of a key.
pub(super) fn mark(key: &(impl Hash + ?Sized)) -> Mark {
    [0_u8, 1].map(|half| {
        let mut hasher = DefaultHasher::new();
        half.hash(&mut hasher);
        key.hash(&mut hasher);
        hasher.finish()
    })
}

/// A row that was admitted.
#[derive(Clone, Copy, Debug)]
struct Seen {
    contents: u64,
    place: Place,
    fate: Fate,
    /// Its number among those that were admitted.
    index: usize,
}

/// The rows of a file that have a key.
#[derive(Debug, Default)]
pub(super) struct Keyed {
    seen: HashMap<Mark, Seen>,
    /// Those whose key turned out to have another meaning as well.
    spoilt: HashSet<usize>,
}

impl Keyed {
    /// Whether a row with this key is the first; its number is then how many were admitted before it. A copy is left out; of a
    /// contradiction, told of `column`, both are. Whatever becomes of the row, it is counted.
    pub(super) fn admits(
        &mut self,
        key: Mark,
        contents: &impl Hash,
        mut checks: Checks<'_>,
        column: &'static str,
    ) -> bool {
        let contents = mark(contents)[0];
        let (place, fate) = (checks.place, checks.fate);
        let Some(first) = self.seen.get(&key).copied() else {
            let index = self.seen.len();
            let seen = Seen {
                contents,
                place,
                fate,
                index,
            };
            self.seen.insert(key, seen);
            checks.finish();
            return true;
        };
        if first.contents == contents {
            checks.rejects(Rule::RowIsUnique, "");
            checks.finish().note_copy(first.place, place);
            return false;
        }
        checks.rejects(Rule::KeyIsUnique, column);
        let report = checks.finish();
        report.note_clash(first.place, place);
        if self.spoilt.insert(first.index) {
            report.note(Rule::KeyIsUnique, column, RowAction::Reject, first.place);
            report.recount(first.fate, Fate::Rejected);
        }
        false
    }

    /// The number of the row with this key, unless it was contradicted.
    pub(super) fn find(&self, key: Mark) -> Option<usize> {
        let index = self.seen.get(&key)?.index;
        (!self.is_spoilt(index)).then_some(index)
    }

    /// Whether the row with this number was contradicted.
    pub(super) fn is_spoilt(&self, index: usize) -> bool {
        self.spoilt.contains(&index)
    }

    /// Of what the admitted rows say, in their order, what was not contradicted.
    pub(super) fn kept<T>(&self, rows: Vec<T>) -> Vec<T> {
        if self.spoilt.is_empty() {
            return rows;
        }
        rows.into_iter()
            .enumerate()
            .filter(|(index, _)| !self.is_spoilt(*index))
            .map(|(_, row)| row)
            .collect()
    }
}
