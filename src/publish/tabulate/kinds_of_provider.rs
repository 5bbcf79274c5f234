//! In which cells the cost at some kind of provider tells too much of one youth or one provider.

use std::collections::{BTreeMap, BTreeSet};

use arrow::array::RecordBatch;

use super::dominated::tells_too_much;
use super::each_cell;
use super::query::KINDS;
use crate::cube::CellKey;
use crate::disclosure::Contributions;
use crate::publish::error::PublishError;
use crate::release::Policy;
use crate::vocabulary::Table;

/// The kinds, as [`super::query::by_contributor`] gives them: neither everywhere nor large, everywhere only, large only, both. What goes to
/// those everywhere is published, and so is what goes to the large ones; with all cost, what goes to the others follows.
const PUBLISHED: [&[usize]; 4] = [&[1, 3], &[0, 2], &[2, 3], &[0, 1]];

/// Where all of one are among the other, what goes to the rest of the other follows: the rest, when there is none of the second kind.
const LEFT_OVER: [(usize, usize); 2] = [(1, 2), (2, 1)];

/// The contributors of every cell.
pub(super) struct KindsOfProvider<'a> {
    policy: &'a Policy,
    youths: BTreeMap<CellKey, Contributors>,
    providers: BTreeMap<CellKey, Contributors>,
}

/// The contributors of one kind to one cell.
#[derive(Default)]
struct Contributors {
    count: i64,
    of_published: [Contributions; PUBLISHED.len()],
    /// How many have a part in each.
    in_published: [i64; PUBLISHED.len()],
    of_kind: [Contributions; KINDS],
    in_kind: [i64; KINDS],
}

impl Contributors {
    fn add(&mut self, parts: &[i64]) {
        self.count += 1;
        for (kind, part) in parts.iter().enumerate() {
            note(&mut self.of_kind[kind], &mut self.in_kind[kind], *part);
        }
        for (place, kinds) in PUBLISHED.iter().enumerate() {
            let part = kinds.iter().map(|kind| parts[*kind]).sum();
            note(
                &mut self.of_published[place],
                &mut self.in_published[place],
                part,
            );
        }
    }

    /// All amounts that a reader has or can work out, each with how many have a part in it.
    fn told(&self) -> impl Iterator<Item = (Contributions, i64)> {
        let left_over = LEFT_OVER
            .into_iter()
            .filter(|(_, none)| self.in_kind[*none] == 0)
            .map(|(kind, _)| (self.of_kind[kind], self.in_kind[kind]));
        self.of_published
            .into_iter()
            .zip(self.in_published)
            .chain(left_over)
    }
}

/// What was paid back is no part.
fn note(contributions: &mut Contributions, count: &mut i64, part: i64) {
    if part > 0 {
        contributions.add(part as f64);
        *count += 1;
    }
}

impl<'a> KindsOfProvider<'a> {
    pub(super) fn new(policy: &'a Policy) -> Self {
        Self {
            policy,
            youths: BTreeMap::new(),
            providers: BTreeMap::new(),
        }
    }

    /// Takes the answer by youth.
    pub(super) fn of_youths(&mut self, answer: &[RecordBatch]) -> Result<(), PublishError> {
        read(answer, &mut self.youths)
    }

    /// Takes the answer by provider.
    pub(super) fn of_providers(&mut self, answer: &[RecordBatch]) -> Result<(), PublishError> {
        read(answer, &mut self.providers)
    }

    /// The cells with too few youths.
    pub(super) fn of_few(&self) -> BTreeSet<CellKey> {
        let threshold = i64::from(self.policy.drempel);
        let few = self.youths.iter().filter(|(_, of)| of.count < threshold);
        few.map(|(key, _)| *key).collect()
    }

    /// The cells in which some amount has too large a part of one youth or one provider, or is about too few youths.
    pub(super) fn that_tell_too_much(&self) -> BTreeSet<CellKey> {
        let threshold = i64::from(self.policy.drempel);
        let of_youths = self.youths.iter().filter(|(_, of)| {
            of.told().any(|(part, youths)| {
                (1..threshold).contains(&youths) || tells_too_much(part, self.policy)
            })
        });
        let of_providers = self
            .providers
            .iter()
            .filter(|(_, of)| of.told().any(|(part, _)| tells_too_much(part, self.policy)));
        of_youths.chain(of_providers).map(|(key, _)| *key).collect()
    }
}

fn read(
    answer: &[RecordBatch],
    cells: &mut BTreeMap<CellKey, Contributors>,
) -> Result<(), PublishError> {
    for batch in answer {
        each_cell(Table::Providers, batch, KINDS, |key, parts| {
            cells.entry(key).or_default().add(parts);
        })?;
    }
    Ok(())
}
