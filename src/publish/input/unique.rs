//! Which rows were seen before: of a key and its contents only a number is kept. Of rows that are alike one counts, and of rows that
//! contradict each other none.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::checks::Checks;
use super::report::{Fate, FileReport, Place};
use super::rule::Rule;
use crate::release::RowAction;

/// The number of a key, of 128 bits: two keys have the same one with a chance far below that of a fault of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Mark([u32; 4]);

/// The number of a key.
pub(super) fn mark(key: &(impl Hash + ?Sized)) -> Mark {
    let [first, second] = [0_u8, 1].map(|half| halved(half_mark(half, key)));
    Mark([first[0], first[1], second[0], second[1]])
}

/// A number of 64 bits, for what stands beside a key and is only held against what has the same one.
pub(super) fn short_mark(contents: &(impl Hash + ?Sized)) -> u64 {
    half_mark(0, contents)
}

fn half_mark(half: u8, key: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    half.hash(&mut hasher);
    key.hash(&mut hasher);
    hasher.finish()
}

#[allow(clippy::cast_possible_truncation, reason = "two halves are the whole")]
fn halved(number: u64) -> [u32; 2] {
    [(number >> 32) as u32, number as u32]
}

/// A row that was admitted.
#[derive(Clone, Copy, Debug)]
struct Admitted {
    contents: u64,
    place: Place,
    fate: Fate,
}

/// The rows of a file that have a key.
#[derive(Debug, Default)]
pub(super) struct Keyed {
    /// The number of the row with a key, among those that were admitted.
    numbers: HashMap<Mark, u32>,
    admitted: Vec<Admitted>,
    /// Those whose key turned out to have another meaning as well.
    spoilt: HashSet<u32>,
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
        let contents = short_mark(contents);
        let (place, fate) = (checks.place, checks.fate);
        let Some(number) = self.numbers.get(&key).copied() else {
            self.numbers.insert(key, number(self.admitted.len()));
            self.admitted.push(Admitted {
                contents,
                place,
                fate,
            });
            checks.finish();
            return true;
        };
        let first = self.admitted[number as usize];
        if first.contents == contents {
            checks.rejects(Rule::RowIsUnique, "");
            checks.finish().note_copy(first.place, place);
            return false;
        }
        checks.rejects(Rule::KeyIsUnique, column);
        let report = checks.finish();
        report.note_clash(first.place, place);
        if self.spoilt.insert(number) {
            report.note(Rule::KeyIsUnique, column, RowAction::Reject, first.place);
            report.recount(first.fate, Fate::Rejected);
        }
        false
    }

    /// The number of the row with this key, unless it was contradicted.
    pub(super) fn find(&self, key: Mark) -> Option<u32> {
        let number = *self.numbers.get(&key)?;
        (!self.is_spoilt(number)).then_some(number)
    }

    /// Whether the row with this number was contradicted.
    pub(super) fn is_spoilt(&self, number: u32) -> bool {
        self.spoilt.contains(&number)
    }

    /// The numbers of the rows that were not contradicted.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        (0..number(self.admitted.len())).filter(|number| !self.is_spoilt(*number))
    }

    /// Where a row stands.
    pub(super) fn place(&self, number: u32) -> Place {
        self.admitted[number as usize].place
    }

    /// Notes that a row was repaired after it had been counted.
    pub(super) fn repaired(
        &mut self,
        number: u32,
        rule: Rule,
        column: &'static str,
        report: &mut FileReport,
    ) {
        let Admitted { place, fate, .. } = &mut self.admitted[number as usize];
        report.note(rule, column, RowAction::Repair, *place);
        report.recount(*fate, Fate::Repaired);
        *fate = Fate::Repaired;
    }

    /// Of what the admitted rows say, in their order, what was not contradicted.
    pub(super) fn kept<T>(&self, rows: Vec<T>) -> Vec<T> {
        if self.spoilt.is_empty() {
            return rows;
        }
        (0..)
            .zip(rows)
            .filter(|(number, _)| !self.is_spoilt(*number))
            .map(|(_, row)| row)
            .collect()
    }
}

/// Rows are counted up to what the number of a line can be.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
