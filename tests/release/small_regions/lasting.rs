//! Care that began and care that ended in a few years, by how long it lasted: counted apart from the program's own derivation and queries.

use std::collections::{BTreeMap, BTreeSet};

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::release::{AreaId, Region};
use regiovisie::vocabulary::{Dimension, Member, Table};

use super::draw::Draw;

/// The fewest days of each class.
pub(super) const LEAST: [i64; 7] = [1, 91, 182, 365, 730, 1095, 1460];

/// Counts with the youths of whom they are.
pub(super) type Cells = BTreeMap<CellKey, (Vec<i64>, BTreeSet<u64>)>;

/// What ended in each year, and what of what began in it reached each class and ended there. Days are counted from the first of the first
/// year; no year has a 366th.
pub(super) fn lasting(draw: &mut Draw, region: &Region, towns: &[AreaId]) -> Vec<RawTable> {
    let years: Vec<u16> = region.years().collect();
    let last = i64::try_from(years.len()).unwrap() * 365 - 1;
    let class = |place: usize| Dimension::Duration.parts().nth(place).unwrap();
    let (mut ended, mut begun) = (Cells::new(), Cells::new());
    for (year, place) in years.iter().zip(0_i64..) {
        for (area, _) in region.areas() {
            let all = CellKey::total(*year, area);
            ended.insert(all, (vec![0], BTreeSet::new()));
            for (of, least) in LEAST.into_iter().enumerate() {
                ended.insert(all.with(class(of)), (vec![0], BTreeSet::new()));
                if last - place * 365 + 1 >= least {
                    begun.insert(all.with(class(of)), (vec![0, 0], BTreeSet::new()));
                }
            }
        }
    }
    let most = i64::try_from(60 + draw.below(300)).unwrap();
    let mut person = 0;
    for town in towns {
        for _ in 0..draw.between(40, most) {
            person += 1;
            let begin = draw.between(-900, last);
            let days = draw.between(1, 400) * draw.between(1, 5);
            let end = begin + days - 1;
            let reached = end.min(last) - begin + 1;
            let of = LEAST.iter().filter(|least| reached >= **least).count() - 1;
            for area in region.with_groups(*town) {
                let add = |cells: &mut Cells, key: CellKey, measure: usize| {
                    let (counts, youths) = cells.get_mut(&key).unwrap();
                    counts[measure] += 1;
                    youths.insert(person);
                };
                if (0..=last).contains(&end) {
                    let key = CellKey::total(years[usize::try_from(end / 365).unwrap()], area);
                    add(&mut ended, key, 0);
                    add(&mut ended, key.with(class(of)), 0);
                }
                if begin >= 0 {
                    let key = CellKey::total(years[usize::try_from(begin / 365).unwrap()], area);
                    for place in 0..=of {
                        add(&mut begun, key.with(class(place)), 0);
                    }
                    if end <= last {
                        add(&mut begun, key.with(class(of)), 1);
                    }
                }
            }
        }
    }
    vec![
        table(Table::Durations, ended),
        table(Table::Survival, begun),
    ]
}

pub(super) fn table(table: Table, cells: Cells) -> RawTable {
    let is_of_few = |(_, (_, youths)): &(&CellKey, &(Vec<i64>, BTreeSet<u64>))| youths.len() < 10;
    RawTable {
        table,
        of_few: cells
            .iter()
            .filter(is_of_few)
            .map(|(key, _)| *key)
            .collect(),
        cells: cells
            .into_iter()
            .map(|(key, (counts, _))| (key, counts))
            .collect(),
        unknown: BTreeSet::new(),
        dominated: BTreeSet::new(),
    }
}

/// A class of duration of a trajectory that began in a year ends so many years later at least and at most.
pub(super) const YEARS_LATER: [(&str, u16, Option<u16>); 7] = [
    ("tot-3-maanden", 0, Some(1)),
    ("3-tot-6-maanden", 0, Some(1)),
    ("6-tot-12-maanden", 0, Some(1)),
    ("1-tot-2-jaar", 0, Some(2)),
    ("2-tot-3-jaar", 1, Some(3)),
    ("3-tot-4-jaar", 2, Some(4)),
    ("4-jaar-en-langer", 3, None),
];

/// The member after a class.
pub(super) fn next(code: &str) -> Option<Member> {
    let mut classes = Dimension::Duration.parts();
    classes.find(|class| class.code() == code)?;
    classes.next()
}
