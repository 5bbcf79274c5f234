//! What random youths answered when their care ended: counted apart from the program's own derivation and queries.

use std::collections::{BTreeMap, BTreeSet};

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::release::{AreaId, Region};
use regiovisie::vocabulary::{Dimension, Member, Table};

use super::draw::Draw;

/// What is counted in a cell.
#[derive(Default)]
struct Sums {
    answering: BTreeSet<u64>,
    asked: i64,
    answered: i64,
    positive: i64,
}

/// Answers to every question; to some of them nearly everybody in a town says the same.
pub(super) fn outcomes(draw: &mut Draw, region: &Region, towns: &[AreaId]) -> RawTable {
    let questions: Vec<Member> = Dimension::Question.parts().collect();
    let mut cells: BTreeMap<CellKey, Sums> = BTreeMap::new();
    for year in region.years() {
        for (area, _) in region.areas() {
            for question in &questions {
                let key = CellKey::total(year, area).with(*question);
                cells.entry(key).or_default();
            }
        }
    }
    let most = i64::try_from(15 + draw.below(60)).unwrap();
    for (place, town) in towns.iter().enumerate() {
        let favour: Vec<u64> = questions
            .iter()
            .map(|_| [5, 60, 60, 95][draw.place(4)])
            .collect();
        for nth in 0..draw.between(10, most) {
            let person = u64::try_from(place).unwrap() * 10_000 + u64::try_from(nth).unwrap();
            for year in region.years() {
                for _ in 0..draw.between(1, 2) {
                    let answers = draw.chance(65);
                    for (question, favour) in questions.iter().zip(&favour) {
                        let is_positive = draw.chance(*favour);
                        for area in region.with_groups(*town) {
                            let key = CellKey::total(year, area).with(*question);
                            let of_cell = cells.get_mut(&key).unwrap();
                            of_cell.asked += 1;
                            if answers {
                                of_cell.answering.insert(person);
                                of_cell.answered += 1;
                                of_cell.positive += i64::from(is_positive);
                            }
                        }
                    }
                }
            }
        }
    }
    RawTable {
        table: Table::Outcomes,
        cells: cells
            .into_iter()
            .map(|(key, sums)| {
                let youths = i64::try_from(sums.answering.len()).unwrap();
                (key, vec![youths, sums.asked, sums.answered, sums.positive])
            })
            .collect(),
        unknown: BTreeSet::new(),
        dominated: BTreeSet::new(),
        of_few: BTreeSet::new(),
    }
}
