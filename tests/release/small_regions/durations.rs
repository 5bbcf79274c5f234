//! How long care lasted of which the youths of a random population came to the end: counted apart from the program's own queries.

use std::collections::{BTreeMap, BTreeSet};

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::release::{AreaId, Region};
use regiovisie::vocabulary::{Dimension, Member, Table};

/// The trajectories that ended in every cell, each by the youth who had it.
#[derive(Default)]
pub(super) struct Lasted {
    of_cell: BTreeMap<CellKey, Vec<usize>>,
}

impl Lasted {
    /// Notes a trajectory that ended in a year.
    pub(super) fn note(
        &mut self,
        region: &Region,
        year: u16,
        youth: usize,
        (town, form, days): (AreaId, Member, i64),
    ) {
        let code = match days {
            ..=90 => "tot-3-maanden",
            91..=181 => "3-tot-6-maanden",
            182..=364 => "6-tot-12-maanden",
            365..=729 => "1-tot-2-jaar",
            730..=1094 => "2-tot-3-jaar",
            1095..=1459 => "3-tot-4-jaar",
            1460.. => "4-jaar-en-langer",
        };
        let class = Dimension::Duration.member(code).unwrap();
        for area in region.with_groups(town) {
            for form in form.with_groups() {
                for class in class.with_groups() {
                    let key = CellKey::total(year, area).with(form).with(class);
                    self.of_cell.entry(key).or_default().push(youth);
                }
            }
        }
    }

    /// Counts every cell of these forms of care, and of the groups they are in.
    pub(super) fn counted(&self, region: &Region, forms: &[Member]) -> RawTable {
        let forms: BTreeSet<Member> = forms.iter().flat_map(|form| form.with_groups()).collect();
        let mut cells = BTreeMap::new();
        let mut of_few = BTreeSet::new();
        for year in region.years() {
            for (area, _) in region.areas() {
                for form in &forms {
                    for class in Dimension::Duration.iter() {
                        let key = CellKey::total(year, area).with(*form).with(class);
                        let youths = self.of_cell.get(&key).map_or(&[][..], Vec::as_slice);
                        cells.insert(key, vec![i64::try_from(youths.len()).unwrap()]);
                        if youths.iter().collect::<BTreeSet<_>>().len() < 10 {
                            of_few.insert(key);
                        }
                    }
                }
            }
        }
        RawTable {
            table: Table::Durations,
            cells,
            unknown: BTreeSet::new(),
            dominated: BTreeSet::new(),
            of_few,
        }
    }
}
