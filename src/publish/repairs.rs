//! What is hidden besides, round after round, until a proof finds nothing that is given away.

use std::collections::BTreeMap;

use super::audit::{Exposed, ReleaseAudit};
use crate::disclosure::{FigureName, RawTable, leave_out};
use crate::vocabulary::Table;

/// How often figures that the audit finds to tell too much are hidden as well, before publishing is given up.
pub(super) const REPAIRS: usize = 40;

/// Where so many repairs of a figure did not help, more is hidden: what holds it by one answer of a programme need not be what binds.
const REPAIRS_OF_ONE: usize = 1;

/// And after so many its table is left out of the year, if it is one that gives way: amounts that are hidden for others only may be known
/// closely, and from those follows how many of a long duration there can be.
const REPAIRS_BEFORE_GIVING_WAY: usize = 4;

/// The figures that are hidden to protect others, and how often those were exposed all the same.
#[derive(Debug, Default)]
pub(super) struct Repairs {
    hidden: Vec<FigureName>,
    times: BTreeMap<String, usize>,
    rounds: usize,
}

impl Repairs {
    /// None yet, but what was hidden before.
    pub(super) fn after(hidden: Vec<FigureName>) -> Self {
        let mut repairs = Self::default();
        repairs.keep(hidden);
        repairs
    }

    /// The figures to hide, in order.
    pub(super) fn hidden(&self) -> &[FigureName] {
        &self.hidden
    }

    /// How often something was found.
    pub(super) fn rounds(&self) -> usize {
        self.rounds
    }

    /// Hides these as well.
    pub(super) fn keep(&mut self, figures: impl IntoIterator<Item = FigureName>) {
        self.hidden.extend(figures);
        self.hidden.sort_unstable();
        self.hidden.dedup();
    }

    /// Hides what repairs what was found. Where that does not help, tables that give way lose their cells of the year: gives which those
    /// are. `None` when nothing is left to try.
    pub(super) fn follow(
        &mut self,
        found: &ReleaseAudit,
        raw: &mut [RawTable],
    ) -> Option<Vec<(Table, u16)>> {
        self.repair(&found.exposed, found.repairs().collect(), raw)
    }

    fn repair(
        &mut self,
        exposed: &[Exposed],
        nearest: Vec<FigureName>,
        raw: &mut [RawTable],
    ) -> Option<Vec<(Table, u16)>> {
        self.rounds += 1;
        if self.rounds > REPAIRS {
            return None;
        }
        let mut repairs = nearest;
        let is_new = |figure: &FigureName| self.hidden.binary_search(figure).is_err();
        let is_nearest_hidden = !repairs.iter().any(is_new);
        let mut failed = Vec::new();
        for exposed in exposed {
            let times = self.times.entry(exposed.figure.clone()).or_default();
            *times += 1;
            if *times > REPAIRS_OF_ONE || is_nearest_hidden {
                repairs.extend(&exposed.further);
            }
            if *times > REPAIRS_BEFORE_GIVING_WAY {
                failed.push(exposed);
            }
        }
        let is_at_end = !repairs.iter().any(is_new);
        if is_at_end {
            failed = exposed.iter().collect();
        }
        let mut given_way = Vec::new();
        for name in failed.into_iter().filter_map(|exposed| exposed.name) {
            let (table, year) = (name.measure.table(), name.key.year);
            given_way.extend(leave_out(raw, table, year).then_some((table, year)));
        }
        if is_at_end && given_way.is_empty() {
            return None;
        }
        self.keep(repairs);
        Some(given_way)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    use crate::cube::CellKey;
    use crate::release::AreaId;
    use crate::vocabulary::Measure;

    fn figure(measure: Measure, year: u16) -> FigureName {
        FigureName {
            key: CellKey::total(year, AreaId(0)),
            measure,
        }
    }

    fn exposed(name: FigureName, further: &[FigureName]) -> Exposed {
        Exposed {
            name: Some(name),
            figure: format!("{name:?}"),
            further: further.to_vec(),
            ..Exposed::default()
        }
    }

    fn tables() -> Vec<RawTable> {
        let table = |table: Table| RawTable {
            table,
            cells: [2015, 2016]
                .map(|year| (CellKey::total(year, AreaId(0)), vec![1]))
                .into(),
            unknown: BTreeSet::new(),
            dominated: BTreeSet::new(),
            of_few: BTreeSet::new(),
        };
        vec![table(Table::Ended), table(Table::Durations)]
    }

    /// Years that are left of ended care and of its duration.
    fn years(raw: &[RawTable]) -> Vec<Vec<u16>> {
        raw.iter()
            .map(|raw| raw.cells.keys().map(|key| key.year).collect())
            .collect()
    }

    #[test]
    fn what_lies_further_is_hidden_where_the_nearest_did_not_help() {
        let (nearest, further) = (figure(Measure::Cost, 2015), figure(Measure::Cost, 2016));
        let found = [exposed(figure(Measure::Youths, 2015), &[further])];
        let (mut repairs, mut raw) = (Repairs::default(), tables());
        assert_eq!(
            repairs.repair(&found, vec![nearest], &mut raw),
            Some(vec![])
        );
        assert_eq!(repairs.hidden(), [nearest]);
        // Also when the nearest is hidden already, as an earlier release may have it.
        for mut repairs in [repairs, Repairs::after(vec![nearest])] {
            assert_eq!(
                repairs.repair(&found, vec![nearest], &mut raw),
                Some(vec![])
            );
            assert_eq!(repairs.hidden(), [nearest, further]);
            assert_eq!(repairs.repair(&found, vec![nearest], &mut raw), None);
        }
        assert_eq!(years(&raw), [[2015, 2016], [2015, 2016]]);
    }

    #[test]
    fn a_table_gives_way_after_four_repairs_or_when_nothing_is_left_to_hide() {
        let duration = exposed(figure(Measure::EndedOfDuration, 2015), &[]);
        let other = exposed(figure(Measure::EndedTrajectories, 2015), &[]);
        let found = [duration, other];
        let (mut repairs, mut raw) = (Repairs::default(), tables());
        for year in 2001..2005 {
            let nearest = vec![figure(Measure::Cost, year)];
            assert_eq!(repairs.repair(&found, nearest, &mut raw), Some(vec![]));
        }
        let nearest = vec![figure(Measure::Cost, 2005)];
        let given_way = repairs.repair(&found, nearest.clone(), &mut raw);
        assert_eq!(given_way, Some(vec![(Table::Durations, 2015)]));
        // The table that holds its ground is whole.
        assert_eq!(years(&raw), [vec![2015, 2016], vec![2016]]);
        // What is gone cannot give way once more.
        assert_eq!(repairs.repair(&found, nearest, &mut raw), None);

        let (mut repairs, mut raw) = (Repairs::default(), tables());
        let given_way = repairs.repair(&found, vec![], &mut raw);
        assert_eq!(given_way, Some(vec![(Table::Durations, 2015)]));
    }

    #[test]
    fn it_comes_to_an_end() {
        let found = [exposed(figure(Measure::Youths, 2015), &[])];
        let (mut repairs, mut raw) = (Repairs::default(), tables());
        let follows = |year: u16| {
            let nearest = vec![figure(Measure::Cost, year)];
            repairs.repair(&found, nearest, &mut raw).is_some()
        };
        let rounds = (0..1000).map(follows).take_while(|follows| *follows);
        assert_eq!(rounds.count(), REPAIRS);
    }
}
