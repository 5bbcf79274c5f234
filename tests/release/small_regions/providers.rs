//! What is spent at the providers of a random population: counted apart from the program's own queries.

use std::collections::{BTreeMap, BTreeSet};

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::release::{AreaId, Region};
use regiovisie::vocabulary::Table;

use super::population::tells_too_much;

/// A youth, a provider, and what she cost there.
type Spending = (usize, u64, i64);

/// The spending in every cell that is divided by nothing, and where every provider worked in every year.
#[derive(Default)]
pub(super) struct Spent {
    of_cell: BTreeMap<CellKey, Vec<Spending>>,
    towns: BTreeMap<(u16, u64), BTreeSet<AreaId>>,
}

impl Spent {
    pub(super) fn note(&mut self, key: CellKey, spending: Spending, town: AreaId) {
        if key == CellKey::total(key.year, key.area) {
            self.of_cell.entry(key).or_default().push(spending);
            self.towns
                .entry((key.year, spending.1))
                .or_default()
                .insert(town);
        }
    }

    pub(super) fn counted(self, region: &Region, towns: usize) -> RawTable {
        let mut table = RawTable {
            table: Table::Providers,
            cells: BTreeMap::new(),
            unknown: BTreeSet::new(),
            dominated: BTreeSet::new(),
            of_few: BTreeSet::new(),
        };
        for year in region.years() {
            let whole = CellKey::total(year, region.whole());
            let declared = by(self.spending(whole), |(_, provider, _)| provider);
            let everywhere = |provider: u64| self.towns[&(year, provider)].len() == towns;
            let large = |provider: u64| {
                let more = declared
                    .values()
                    .filter(|euros| **euros > declared[&provider]);
                more.count() < 12
            };
            for (area, _) in region.areas() {
                let key = whole.in_area(area);
                let all = self.spending(key);
                let only = |is_in: &dyn Fn(u64) -> bool| -> Vec<Spending> {
                    all.iter()
                        .copied()
                        .filter(|(_, provider, _)| is_in(*provider))
                        .collect()
                };
                let parts = [
                    only(&everywhere),
                    only(&|provider| !everywhere(provider)),
                    only(&large),
                    only(&|provider| !large(provider)),
                ];
                let providers = |of: &[Spending]| -> i64 {
                    let all = by(of, |(_, provider, _)| provider);
                    all.values().map(|_| 1).sum()
                };
                let squares = |of: &[Spending]| -> i64 {
                    by(of, |(youth, ..)| youth as u64)
                        .values()
                        .map(|euros| euros * euros)
                        .sum()
                };
                let sum = |of: &[Spending]| -> i64 { of.iter().map(|(.., euros)| euros).sum() };
                table.cells.insert(
                    key,
                    vec![
                        providers(all),
                        providers(&parts[0]),
                        sum(&parts[0]),
                        squares(&parts[0]),
                        sum(&parts[2]),
                        squares(&parts[2]),
                    ],
                );
                let (here, there) = (
                    only(&|provider| everywhere(provider) && !large(provider)),
                    only(&|provider| large(provider) && !everywhere(provider)),
                );
                let mut told: Vec<&[Spending]> = parts.iter().map(Vec::as_slice).collect();
                if there.is_empty() {
                    told.push(&here);
                }
                if here.is_empty() {
                    told.push(&there);
                }
                if told.into_iter().any(gives_away) {
                    table.dominated.insert(key);
                }
                if by(all, |(youth, ..)| youth as u64).len() < 10 {
                    table.of_few.insert(key);
                }
            }
        }
        table
    }

    fn spending(&self, key: CellKey) -> &[Spending] {
        self.of_cell.get(&key).map_or(&[], Vec::as_slice)
    }
}

fn by(spending: &[Spending], name: impl Fn(Spending) -> u64) -> BTreeMap<u64, i64> {
    let mut sums = BTreeMap::new();
    for entry in spending {
        *sums.entry(name(*entry)).or_default() += entry.2;
    }
    sums
}

/// Fewer than ten youths, or one youth or provider with too large a part.
fn gives_away(spending: &[Spending]) -> bool {
    let youths = by(spending, |(youth, ..)| youth as u64);
    let providers = by(spending, |(_, provider, _)| provider);
    (1..10).contains(&youths.len())
        || [youths, providers]
            .into_iter()
            .any(|parts| tells_too_much(parts.into_values().collect()))
}
