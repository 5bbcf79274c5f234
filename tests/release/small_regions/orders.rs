//! Random orders, and what there is to count of them: written apart from the program's own derivation and queries.

use std::collections::{BTreeMap, BTreeSet};

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::release::{AreaId, Region};
use regiovisie::vocabulary::{Dimension, Member, Table};

use super::draw::Draw;

/// What is counted in a cell: who is under an order, who of those is in care, and orders with whether they begin and end in the year.
#[derive(Default)]
struct Sums {
    youths: BTreeSet<u64>,
    in_care: BTreeSet<u64>,
    orders: Vec<(bool, bool)>,
}

impl Sums {
    fn values(&self) -> Vec<i64> {
        let count = |number: usize| i64::try_from(number).unwrap();
        vec![
            count(self.youths.len()),
            count(self.orders.len()),
            count(self.orders.iter().filter(|(begun, _)| *begun).count()),
            count(self.orders.iter().filter(|(_, ended)| *ended).count()),
            count(self.in_care.len()),
        ]
    }
}

/// Orders of some youths in every town; a few move, and a few are under two.
pub(super) fn orders(
    draw: &mut Draw,
    region: &Region,
    towns: &[AreaId],
    ages: &[Member],
) -> RawTable {
    let kinds: Vec<Member> = Dimension::Order.parts().collect();
    let mut cells: BTreeMap<CellKey, Sums> = BTreeMap::new();
    let groups = |leaves: &[Member]| -> BTreeSet<Member> {
        leaves.iter().flat_map(|leaf| leaf.with_groups()).collect()
    };
    for year in region.years() {
        for (area, _) in region.areas() {
            for age in groups(ages) {
                for kind in groups(&kinds) {
                    let key = CellKey::total(year, area).with(age).with(kind);
                    cells.entry(key).or_default();
                }
            }
        }
    }
    let size = 60 + draw.below(160);
    let first = region.years().next().unwrap();
    for (place, town) in towns.iter().enumerate() {
        for nth in 0..draw.between(20, i64::try_from(size).unwrap()) {
            let person = u64::try_from(place).unwrap() * 10_000 + u64::try_from(nth).unwrap();
            let (age, is_cared_for) = (ages[draw.place(ages.len())], draw.chance(80));
            let mut home = *town;
            let mut taken = BTreeSet::new();
            loop {
                // The first kind far likelier than the last, and no kind twice: what overlaps would be one order.
                let mut kind = 0;
                while kind + 1 < kinds.len() && draw.chance(40) {
                    kind += 1;
                }
                let begin = i64::from(first) * 12 + draw.between(-20, 20);
                let end = begin + draw.between(1, 30);
                if taken.insert(kind) {
                    for year in region.years() {
                        let january = i64::from(year) * 12;
                        if begin >= january + 12 || end <= january {
                            continue;
                        }
                        let happened = (begin >= january, end <= january + 12);
                        for area in region.with_groups(home) {
                            for age in age.with_groups() {
                                for kind in kinds[kind].with_groups() {
                                    let key = CellKey::total(year, area).with(age).with(kind);
                                    let of_cell = cells.get_mut(&key).unwrap();
                                    of_cell.youths.insert(person);
                                    of_cell.orders.push(happened);
                                    if is_cared_for {
                                        of_cell.in_care.insert(person);
                                    }
                                }
                            }
                        }
                    }
                }
                if !draw.chance(15) {
                    break;
                }
                if draw.chance(20) {
                    home = towns[draw.place(towns.len())];
                }
            }
        }
    }
    RawTable {
        table: Table::Orders,
        cells: cells
            .into_iter()
            .map(|(key, sums)| (key, sums.values()))
            .collect(),
        unknown: BTreeSet::new(),
        dominated: BTreeSet::new(),
        of_few: BTreeSet::new(),
    }
}
