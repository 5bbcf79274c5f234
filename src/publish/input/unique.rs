//! Which rows were seen before: of a key and its contents only a number is kept.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::report::{Fate, Place};

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

/// A row that was seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    contents: u64,
    /// Where it stands.
    pub(super) place: Place,
    /// What became of it.
    pub(super) fate: Fate,
    /// Its number in whatever list the reader keeps.
    pub(super) index: usize,
}

/// How a row stands to those before it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Standing {
    /// Its key is new.
    New,
    /// It is like an earlier one.
    Copy(Seen),
    /// An earlier one has the same key and says something else.
    Clash(Seen),
}

/// The rows that were seen, by key.
#[derive(Debug, Default)]
pub(super) struct Unique {
    seen: HashMap<Mark, Seen>,
}

impl Unique {
    /// How a row stands to those before it; a new one is remembered.
    pub(super) fn meet(
        &mut self,
        key: Mark,
        contents: &impl Hash,
        place: Place,
        fate: Fate,
        index: usize,
    ) -> Standing {
        let contents = mark(contents)[0];
        match self.seen.get(&key) {
            None => {
                self.seen.insert(
                    key,
                    Seen {
                        contents,
                        place,
                        fate,
                        index,
                    },
                );
                Standing::New
            }
            Some(seen) if seen.contents == contents => Standing::Copy(*seen),
            Some(seen) => Standing::Clash(*seen),
        }
    }

    /// The row with this key.
    pub(super) fn find(&self, key: Mark) -> Option<Seen> {
        self.seen.get(&key).copied()
    }

    /// Remembers what became of a row after all.
    pub(super) fn settle(&mut self, key: Mark, fate: Fate) {
        if let Some(seen) = self.seen.get_mut(&key) {
            seen.fate = fate;
        }
    }
}
