//! How what began in a year hangs together with what ended in others, and with what ran.

use super::{Term, at_most_zero};
use crate::cube::CellKey;
use crate::disclosure::layout::Layout;
use crate::disclosure::system::Row;
use crate::release::Region;
use crate::vocabulary::{Dimension, Measure, Member, Table};

/// The relations of a cell of [`Table::Survival`]: what ended in a class reached it and not the next, and all that began reached the first.
/// What ended in a class in some years began in those in which it can have, and the other way round. What lasted into a year ran in it and had not begun
/// in it, and ran in the year before without ending there.
pub(super) fn lasting(layout: &Layout, table: Table, key: CellKey, region: &Region) -> Vec<Row> {
    let class = key.member(Dimension::Duration);
    if table != Table::Survival || class.is_total() {
        return Vec::new();
    }
    let cell = Cell {
        layout,
        key,
        class,
        years: region.years().collect(),
    };
    let mut rows = cell.reached();
    rows.extend(cell.ended_of_years());
    rows.extend(cell.begun_in_years());
    rows.extend(cell.running());
    rows
}

struct Cell<'a> {
    layout: &'a Layout,
    key: CellKey,
    class: Member,
    /// Those of the release, in order.
    years: Vec<u16>,
}

impl Cell<'_> {
    /// A weighted sum that is never above zero; nothing when one of its figures is not published.
    fn at_most_zero(&self, terms: impl IntoIterator<Item = Term>) -> Option<Row> {
        at_most_zero(self.layout, terms)
    }

    fn exists(&self, (key, measure, _): &Term) -> bool {
        self.layout.variable(*key, *measure).is_some()
    }

    /// The cell of all care of the area in a year.
    fn all_care(&self, year: u16) -> CellKey {
        self.key.with(Dimension::Duration.total()).in_year(year)
    }

    /// The same class in another year: of what began in it.
    fn begun_in(&self, year: u16, measure: Measure, weight: f64) -> Term {
        (self.key.in_year(year), measure, weight)
    }

    fn reached(&self) -> Vec<Row> {
        let mut classes = Dimension::Duration.parts();
        let is_first = classes.next() == Some(self.class);
        let next = classes.find(|class| *class > self.class);
        let next = next.map(|class| (self.key.with(class), Measure::Lasted, 1.0));
        let next = next.filter(|term| self.exists(term));
        let ended = (self.key, Measure::EndedInClass, 1.0);
        let lasted = (self.key, Measure::Lasted, -1.0);
        let chain = self.at_most_zero([ended, lasted].into_iter().chain(next));
        let lasted = self.layout.variable(self.key, Measure::Lasted);
        let begun = self.all_care(self.key.year);
        let begun = self.layout.variable(begun, Measure::Begun);
        let all = begun.zip(lasted).filter(|_| is_first);
        let all = all.map(|(begun, lasted)| Row::sum(begun, [lasted]));
        chain.into_iter().chain(all).collect()
    }

    /// The years of the release from that of the cell on, each with those before it.
    fn spans(&self) -> impl Iterator<Item = &[u16]> {
        let from = self.years.iter().position(|year| *year == self.key.year);
        let own = from.map_or(&[][..], |from| &self.years[from..]);
        (1..=own.len()).map(|length| &own[..length])
    }

    /// Whether what began in `begun` can have ended in one of `years`.
    fn can_end_in(&self, begun: u16, years: &[u16]) -> bool {
        let (Some(from), Some(to), Some((first, last))) =
            (years.first(), years.last(), self.class.years_of_end(begun))
        else {
            return false;
        };
        first <= *to && last.is_none_or(|last| last >= *from)
    }

    /// What ended in the class, of what began in these years, ended in the years in which that can be. It is known up to the end of the
    /// last year.
    fn ended_of_years(&self) -> Vec<Row> {
        let row = |begun: &[u16]| {
            let of = begun
                .iter()
                .map(|year| self.begun_in(*year, Measure::EndedInClass, 1.0))
                .filter(|term| self.exists(term));
            let can_end =
                |year: &&u16| begun.iter().any(|begun| self.can_end_in(*begun, &[**year]));
            let ended = self
                .years
                .iter()
                .filter(can_end)
                .map(|year| self.begun_in(*year, Measure::EndedOfDuration, -1.0));
            self.at_most_zero(of.chain(ended))
        };
        self.spans().filter_map(row).collect()
    }

    /// What ended in the class in these years began in the years in which that can be, if all those are in the release.
    fn begun_in_years(&self) -> Vec<Row> {
        let Some(first_year) = self.years.first().copied() else {
            return Vec::new();
        };
        let first = Dimension::Duration.parts().next();
        // What began in a year that is not over is not followed in it, and so its ends are not all known.
        let is_followed = |year: &u16| {
            let key = first.map(|class| self.key.in_year(*year).with(class));
            key.is_some_and(|key| self.exists(&(key, Measure::Lasted, 1.0)))
        };
        let row = |ended: &[u16]| {
            if !ended.iter().all(is_followed) {
                return None;
            }
            let (_, last) = self.class.years_of_end(first_year.saturating_sub(1))?;
            if last.is_none_or(|last| ended.first().is_some_and(|from| last >= *from)) {
                // Some of it may have begun before.
                return None;
            }
            let begun = self
                .years
                .iter()
                .filter(|begun| self.can_end_in(**begun, ended))
                .map(|year| self.begun_in(*year, Measure::EndedInClass, -1.0));
            let of = ended
                .iter()
                .map(|year| self.begun_in(*year, Measure::EndedOfDuration, 1.0));
            self.at_most_zero(of.chain(begun))
        };
        self.spans().filter_map(row).collect()
    }

    /// What began in earlier years and lasted until this one: once a year, from the cell of the first class.
    fn running(&self) -> Vec<Row> {
        if Dimension::Duration.parts().next() != Some(self.class) {
            return Vec::new();
        }
        let year = self.key.year;
        let reaches = |begun: u16| {
            let lasts = move |class: &Member| {
                let ends = class.years_of_end(begun);
                ends.is_some_and(|(first, _)| first >= year)
            };
            let class = Dimension::Duration.parts().find(lasts)?;
            let key = self.key.in_year(begun).with(class);
            Some((key, Measure::Lasted, 1.0)).filter(|term| self.exists(term))
        };
        let begun: Vec<Term> = self
            .years
            .iter()
            .filter(|begun| **begun < year)
            .filter_map(|begun| reaches(*begun))
            .collect();
        if begun.is_empty() {
            return Vec::new();
        }
        let (now, before) = (self.all_care(year), self.all_care(year.saturating_sub(1)));
        let carried = [
            (now, Measure::Trajectories, -1.0),
            (now, Measure::Begun, 1.0),
        ];
        let left = [
            (before, Measure::Trajectories, -1.0),
            (before, Measure::EndedTrajectories, 1.0),
        ];
        [carried, left]
            .into_iter()
            .filter_map(|ran| self.at_most_zero(begun.iter().copied().chain(ran)))
            .collect()
    }
}
