//! In which years there is something to show.

use super::rows;
use crate::cube::CubeStore;
use crate::indicator::{self, Formula, Scope};
use crate::release::{AreaKind, Region};
use crate::selection::{Selection, View};
use crate::vocabulary::Member;

/// Whether anything of a selection can be shown. What is worked out beside the figures is not needed for that.
pub fn has_figures(selection: &Selection, store: &CubeStore, region: &Region) -> bool {
    if selection.is_of_a_year() {
        is_known_in(selection, selection.year, store, region)
    } else {
        let mut years = region.years();
        years.any(|year| is_known_in(selection, year, store, region))
    }
}

/// The years of which a selection shows a figure, each by itself.
pub fn years_with_figures(selection: &Selection, store: &CubeStore, region: &Region) -> Vec<u16> {
    let is_known = |year: &u16| is_known_in(selection, *year, store, region);
    region.years().filter(is_known).collect()
}

/// Whether a year has a figure of a selection: of any municipality that is compared, any cause, or any part where it is divided.
fn is_known_in(selection: &Selection, year: u16, store: &CubeStore, region: &Region) -> bool {
    let shown = rows::shown(selection);
    let has_figure = |area, members: &[Member]| {
        let scope = Scope::Area(area);
        let own = indicator::evaluate(&shown, store, region, scope, year, members);
        own.figure().is_some()
    };
    if selection.view == View::Compare {
        let mut municipalities = region.areas_of(AreaKind::Gemeente);
        return municipalities.any(|(area, _)| has_figure(area, &selection.members));
    }
    if let Some(Formula::Split { whole }) = shown.formula() {
        let (scope, members) = (Scope::Area(selection.area), &selection.members);
        let split = indicator::split(whole, store, region, scope, year, members);
        return split.is_ok_and(|split| split.rows().any(|(_, own)| own.figure().is_some()));
    }
    let Some(dimension) = selection.breakdown else {
        return has_figure(selection.area, &selection.members);
    };
    rows::parts(selection, dimension).into_iter().any(|part| {
        let members = [selection.members.as_slice(), &[part]].concat();
        has_figure(selection.area, &members)
    })
}

/// The year nearest to the chosen one in which the same has figures, of two the earlier; nothing where no other year has.
pub fn year_with_figures(selection: &Selection, store: &CubeStore, region: &Region) -> Option<u16> {
    let years = years_with_figures(selection, store, region);
    let others = years.into_iter().filter(|year| *year != selection.year);
    others.min_by_key(|year| (year.abs_diff(selection.year), *year))
}
