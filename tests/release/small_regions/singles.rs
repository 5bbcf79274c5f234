//! Random counts of two tables that stand by themselves: who left residential care, and personal budgets. Counted apart from the program's own
//! derivation and queries.

use std::collections::{BTreeMap, BTreeSet};

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::release::{AreaId, Region};
use regiovisie::vocabulary::{Dimension, Table};

use super::FIRST_YEAR;
use super::draw::Draw;
use super::population::tells_too_much;

/// Youths who left, each in one town and at one age.
pub(super) fn leaving(draw: &mut Draw, region: &Region, towns: &[AreaId]) -> RawTable {
    let mut cells: BTreeMap<CellKey, Vec<i64>> = BTreeMap::new();
    for (area, _) in region.areas() {
        for age in Dimension::LeavingAge.iter() {
            cells.insert(CellKey::total(FIRST_YEAR, area).with(age), vec![0]);
        }
    }
    let most = i64::try_from(20 + draw.below(150)).unwrap();
    for town in towns {
        for _ in 0..draw.between(8, most) {
            let code = match draw.below(10) {
                0..5 => "tot-en-met-16",
                5..8 => "17",
                _ => "18-en-ouder",
            };
            let age = Dimension::LeavingAge.member(code).unwrap();
            for area in region.with_groups(*town) {
                for member in [age, Dimension::LeavingAge.total()] {
                    let key = CellKey::total(FIRST_YEAR, area).with(member);
                    cells.get_mut(&key).unwrap()[0] += 1;
                }
            }
        }
    }
    alone(Table::LeftResidence, cells, BTreeSet::new())
}

/// What was spent for youths, of whom some have a budget in two towns, and a few one far larger than the others.
pub(super) fn budgets(draw: &mut Draw, region: &Region, towns: &[AreaId]) -> RawTable {
    let mut spent: BTreeMap<CellKey, BTreeMap<u64, i64>> = BTreeMap::new();
    for (area, _) in region.areas() {
        spent.insert(CellKey::total(FIRST_YEAR, area), BTreeMap::new());
    }
    let most = i64::try_from(20 + draw.below(120)).unwrap();
    let mut youth = 0;
    for town in towns {
        // Of many towns in which few have one.
        let number = if draw.chance(50) {
            draw.between(2, 14)
        } else {
            draw.between(4, most)
        };
        for _ in 0..number {
            youth += 1;
            let mut add = |town: AreaId, euros: i64| {
                for area in region.with_groups(town) {
                    let of_area = spent.get_mut(&CellKey::total(FIRST_YEAR, area)).unwrap();
                    *of_area.entry(youth).or_default() += euros;
                }
            };
            add(
                *town,
                draw.between(1, 30_000) << (4 * (draw.below(20) / 19)),
            );
            if draw.chance(5) {
                add(towns[draw.place(towns.len())], draw.between(1, 9000));
            }
        }
    }
    let dominated = spent
        .iter()
        .filter(|(_, of)| tells_too_much(of.values().copied().collect()))
        .map(|(key, _)| *key)
        .collect();
    let cells = spent
        .into_iter()
        .map(|(key, of)| {
            let squares = of.values().map(|euros| euros * euros).sum();
            let count = i64::try_from(of.len()).unwrap();
            (key, vec![count, of.values().sum(), squares])
        })
        .collect();
    alone(Table::Budgets, cells, dominated)
}

fn alone(
    table: Table,
    cells: BTreeMap<CellKey, Vec<i64>>,
    dominated: BTreeSet<CellKey>,
) -> RawTable {
    RawTable {
        table,
        cells,
        unknown: BTreeSet::new(),
        dominated,
        of_few: BTreeSet::new(),
    }
}
