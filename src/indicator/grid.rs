//! All indicators in all municipalities at once: where each differs from the rest of the region, with one test for the whole grid.

use super::catalogue::CATALOGUE;
use super::comparison::{FALSE_SHARE, beside_rest, verdicts};
use super::entry::Indicator;
use super::evaluate::{Outcome, Scope, evaluate};
use super::series::alike_until;
use crate::cube::CubeStore;
use crate::release::{AreaId, AreaKind, Region};
use crate::statistics::Verdict;
use crate::vocabulary::Member;

/// An indicator in a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct GridCell {
    /// The figure.
    pub own: Outcome,
    /// Whether it differs from the rest of the region, given that the whole grid is tested; none when it was not tested.
    pub verdict: Option<Verdict>,
}

/// All indicators of a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// The municipality.
    pub area: AreaId,
    /// A cell for each indicator, in their order.
    pub cells: Vec<GridCell>,
}

/// All indicators in all municipalities.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The indicators of the overview with figures, in the order of the catalogue.
    pub indicators: Vec<&'static Indicator>,
    /// The municipalities, in the order of the region.
    pub rows: Vec<GridRow>,
    /// The last year in which all municipalities were counted in the same way; none when they always are.
    pub alike_until: Option<u16>,
}

impl Grid {
    /// How many cells were held against the rest of the region.
    pub fn tested(&self) -> usize {
        self.verdicts().count()
    }

    /// How many differ.
    pub fn found(&self) -> usize {
        let differs = |verdict: &Verdict| *verdict != Verdict::NoDemonstrableDifference;
        self.verdicts().filter(differs).count()
    }

    /// How many would differ by chance if each were tested on its own and nothing really did.
    pub fn alarms_without_correction(&self) -> f64 {
        self.tested() as f64 * FALSE_SHARE
    }

    /// How many of those that differ are at most expected to be chance.
    pub fn false_alarms(&self) -> f64 {
        self.found() as f64 * FALSE_SHARE
    }

    fn verdicts(&self) -> impl Iterator<Item = Verdict> + '_ {
        self.rows
            .iter()
            .flat_map(|row| row.cells.iter().filter_map(|cell| cell.verdict))
    }
}

/// What can be compared of the small set of the overview: more columns than those nobody takes in at once, and a total only tells who
/// is larger.
pub fn grid_indicators() -> impl Iterator<Item = &'static Indicator> {
    CATALOGUE
        .iter()
        .filter(|entry| entry.in_overview && entry.is_ratio())
}

/// What a grid is narrowed by: the members that any of its topics can be narrowed by. The others say nothing of it.
pub fn grid_members(members: &[Member]) -> Vec<Member> {
    let applies = |member: &&Member| {
        grid_indicators().any(|entry| entry.breakdowns().contains(&member.dimension()))
    };
    members.iter().filter(applies).copied().collect()
}

/// All indicators in all municipalities in `year`, narrowed to `members`; every figure is tested, all of them as one family.
pub fn grid(store: &CubeStore, region: &Region, year: u16, members: &[Member]) -> Grid {
    let indicators: Vec<&'static Indicator> = grid_indicators().collect();
    let (mut rows, mut pairs) = (Vec::new(), Vec::new());
    for (area, _) in region.areas_of(AreaKind::Gemeente) {
        let mut cells = Vec::new();
        for indicator in &indicators {
            let of = |scope| evaluate(indicator, store, region, scope, year, members);
            let own = of(Scope::Area(area));
            let rest = of(Scope::RestOf(area));
            pairs.push(beside_rest(&own, &rest, (region, area, year)));
            cells.push(GridCell { own, verdict: None });
        }
        rows.push(GridRow { area, cells });
    }
    let cells = rows.iter_mut().flat_map(|row: &mut GridRow| &mut row.cells);
    for (cell, verdict) in cells.zip(verdicts(&pairs)) {
        cell.verdict = verdict;
    }
    Grid {
        indicators,
        rows,
        alike_until: alike_until(region),
    }
}

#[cfg(test)]
#[path = "grid_tests.rs"]
mod tests;
