//! Random help of local teams beside random care, and what there is to count of it: written apart from the program's own derivation and
//! queries.

use std::collections::{BTreeMap, BTreeSet};

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::release::{AreaId, Region};
use regiovisie::vocabulary::{Member, Table};

use super::draw::Draw;

/// What is counted in a cell.
#[derive(Default)]
struct Sums {
    helped: BTreeSet<u64>,
    both: BTreeSet<u64>,
    known: BTreeSet<u64>,
    /// Of whom help ended, with its days.
    ended: Vec<(u64, i64)>,
}

impl Sums {
    fn values(&self) -> Vec<i64> {
        let count = |number: usize| i64::try_from(number).unwrap();
        let ended: BTreeSet<u64> = self.ended.iter().map(|(person, _)| *person).collect();
        vec![
            count(self.helped.len()),
            count(self.both.len()),
            count(self.known.len()),
            count(ended.len()),
            count(self.ended.len()),
            self.ended.iter().map(|(_, days)| days).sum(),
            self.ended.iter().map(|(_, days)| days * days).sum(),
        ]
    }
}

/// Help of the teams of these towns; a few youths move, and then have it in two.
pub(super) fn local_help(
    draw: &mut Draw,
    region: &Region,
    towns: &[AreaId],
    ages: &[Member],
) -> RawTable {
    let mut cells: BTreeMap<CellKey, Sums> = BTreeMap::new();
    let groups: BTreeSet<Member> = ages.iter().flat_map(|age| age.with_groups()).collect();
    for year in region.years() {
        for area in towns.iter().flat_map(|town| region.with_groups(*town)) {
            for age in &groups {
                cells
                    .entry(CellKey::total(year, area).with(*age))
                    .or_default();
            }
        }
    }
    let size = 60 + draw.below(200);
    for (place, town) in towns.iter().enumerate() {
        for nth in 0..draw.between(25, i64::try_from(size).unwrap()) {
            let person = u64::try_from(place).unwrap() * 10_000 + u64::try_from(nth).unwrap();
            let age = ages[draw.place(ages.len())];
            let mut home = *town;
            for year in region.years() {
                let (is_helped, is_cared_for) = (draw.chance(45), draw.chance(60));
                let times = if is_helped && draw.chance(60) {
                    draw.between(1, 2)
                } else {
                    0
                };
                let ended: Vec<i64> = (0..times).map(|_| draw.between(1, 700)).collect();
                for area in region.with_groups(home) {
                    for age in age.with_groups() {
                        let key = CellKey::total(year, area).with(age);
                        let of_cell = cells.get_mut(&key).unwrap();
                        if is_helped {
                            of_cell.helped.insert(person);
                        }
                        if is_helped && is_cared_for {
                            of_cell.both.insert(person);
                        }
                        if is_helped || is_cared_for {
                            of_cell.known.insert(person);
                        }
                        of_cell
                            .ended
                            .extend(ended.iter().map(|days| (person, *days)));
                    }
                }
                if draw.chance(10) {
                    home = towns[draw.place(towns.len())];
                }
            }
        }
    }
    RawTable {
        table: Table::Local,
        cells: cells
            .into_iter()
            .map(|(key, sums)| (key, sums.values()))
            .collect(),
        unknown: BTreeSet::new(),
        dominated: BTreeSet::new(),
        of_few: BTreeSet::new(),
    }
}
