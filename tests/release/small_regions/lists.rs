//! Random waiting lists, and what there is to count of them: written apart from the program's own queries.

use std::collections::{BTreeMap, BTreeSet};

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::release::{AreaId, Region};
use regiovisie::vocabulary::{Dimension, Member, Table};

use super::draw::Draw;

/// What is counted in a cell.
#[derive(Default)]
struct Sums {
    asked: BTreeSet<u64>,
    long: BTreeSet<u64>,
    days: Vec<i64>,
}

impl Sums {
    fn values(&self) -> Vec<i64> {
        let count = |number: usize| i64::try_from(number).unwrap();
        vec![
            count(self.asked.len()),
            count(self.long.len()),
            count(self.days.len()),
            count(self.days.iter().filter(|days| **days >= 91).count()),
            self.days.iter().sum(),
            self.days.iter().map(|days| days * days).sum(),
        ]
    }
}

/// Waiting lists of two quarters of every year, of providers with a few forms of care each.
pub(super) fn lists(
    draw: &mut Draw,
    region: &Region,
    towns: &[AreaId],
    forms: &[Member],
) -> RawTable {
    let mut sums: BTreeMap<CellKey, Sums> = BTreeMap::new();
    let quarters = [1, 4].map(|number| Member::of_quarter(number).unwrap());
    // Many providers with few youths each, or few with many.
    let is_sparse = draw.chance(50);
    let providers = if is_sparse { 24 } else { 8 } + draw.below(6);
    for year in region.years() {
        for quarter in quarters {
            for (area, _) in region.areas() {
                let all = CellKey::total(year, area).with(quarter);
                sums.entry(all).or_default();
                for group in forms.iter().flat_map(|form| form.with_groups()) {
                    sums.entry(all.with(group)).or_default();
                }
            }
            for provider in 0..providers {
                let is_long = is_sparse || provider % 3 == 0;
                for (town, form) in towns
                    .iter()
                    .flat_map(|town| forms.iter().map(move |form| (*town, *form)))
                {
                    if !draw.chance(60) {
                        continue;
                    }
                    let mut days = Vec::new();
                    let mut likely = if is_sparse {
                        draw.between(5, 40)
                    } else {
                        draw.between(20, 95)
                    };
                    while days.len() < 60 && draw.chance(u64::try_from(likely).unwrap()) {
                        likely = (likely - i64::from(days.len() > 8) * 3).max(1);
                        days.push(draw.between(0, if is_long { 300 } else { 90 }));
                    }
                    for area in region.with_groups(town) {
                        for group in form.with_groups() {
                            let key = CellKey::total(year, area).with(quarter).with(group);
                            let of_cell = sums.get_mut(&key).unwrap();
                            of_cell.asked.insert(provider);
                            if days.iter().any(|days| *days >= 91) {
                                of_cell.long.insert(provider);
                            }
                            of_cell.days.extend(&days);
                        }
                    }
                }
            }
        }
    }
    assert!(
        sums.keys()
            .all(|key| !key.member(Dimension::Quarter).is_total())
    );
    RawTable {
        table: Table::Waiting,
        cells: sums
            .into_iter()
            .map(|(key, sums)| (key, sums.values()))
            .collect(),
        unknown: BTreeSet::new(),
        dominated: BTreeSet::new(),
        of_few: BTreeSet::new(),
    }
}
