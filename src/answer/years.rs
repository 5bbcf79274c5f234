//! In which years there is something to show.

use super::{Answer, answer};
use crate::cube::CubeStore;
use crate::indicator::{self, Scope};
use crate::release::{AreaKind, Region};
use crate::selection::{Selection, View};

/// Whether anything of a selection can be shown. Of a comparison, what is worked out beside the figures is not needed for that.
pub fn has_figures(selection: &Selection, store: &CubeStore, region: &Region) -> bool {
    if selection.view == View::Compare {
        let shown = super::rows::shown(selection);
        let has_figure = |area| {
            let scope = Scope::Area(area);
            let (year, members) = (selection.year, &selection.members);
            let own = indicator::evaluate(&shown, store, region, scope, year, members);
            own.figure().is_some()
        };
        let mut municipalities = region.areas_of(AreaKind::Gemeente);
        return municipalities.any(|(area, _)| has_figure(area));
    }
    let found = answer(selection, store, region);
    matches!(&found, Answer::Rows { rows, .. } if rows.iter().any(|row| row.own.figure().is_some()))
}

/// The years of which a selection shows a figure, each by itself.
pub fn years_with_figures(selection: &Selection, store: &CubeStore, region: &Region) -> Vec<u16> {
    if selection.is_of_a_year() {
        let has_any = |year: &u16| {
            let in_year = Selection {
                year: *year,
                ..selection.clone()
            };
            has_figures(&in_year, store, region)
        };
        return region.years().filter(has_any).collect();
    }
    let Answer::Rows { rows, .. } = answer(selection, store, region) else {
        return Vec::new();
    };
    let with_figure = rows.iter().filter(|row| row.own.figure().is_some());
    with_figure.map(|row| row.year).collect()
}

/// The year nearest to the chosen one in which the same has figures, of two the earlier; nothing where no other year has.
pub fn year_with_figures(selection: &Selection, store: &CubeStore, region: &Region) -> Option<u16> {
    let years = years_with_figures(selection, store, region);
    let others = years.into_iter().filter(|year| *year != selection.year);
    others.min_by_key(|year| (year.abs_diff(selection.year), *year))
}
