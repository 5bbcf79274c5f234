//! Whether a figure that looks hidden for another can be: where nothing hidden stands near it there is no other, and it is hidden for its
//! own sake. Of a part of a group that tells that nearly everybody is in it, or hardly anybody.

use std::collections::BTreeSet;

use super::bounds::Knowledge;
use super::figures::{Fate, Figures};
use super::layout::FigureName;
use super::sensitive::SensitiveShare;
use crate::release::{AreaId, Region};
use crate::vocabulary::Measure;

/// The figures that one can be hidden for: those that it shares a relation with, and its own of other years. Of an area and its only part
/// the figures are one, so the one is no other than the other; nor is another part of the same group in the same cell, as who is in the one
/// is in the other.
pub fn kin(figures: &Figures, variable: usize) -> BTreeSet<usize> {
    let region = figures.region();
    let FigureName { key, measure } = figures.layout.name(variable);
    let own = narrowest(region, key.area);
    let of_areas = region
        .areas()
        .filter(|(area, _)| narrowest(region, *area) == own)
        .filter_map(|(area, _)| figures.layout.variable(key.in_area(area), measure));
    let mut kin = near(figures, of_areas, variable);
    kin.retain(|other| {
        let name = figures.layout.name(*other);
        let area = narrowest(region, name.key.area);
        let is_same_cell = key.in_area(own) == name.key.in_area(area);
        !is_same_cell || !(name.measure == measure || share_a_group(name.measure, measure))
    });
    kin
}

fn share_a_group(one: Measure, other: Measure) -> bool {
    SensitiveShare::of(one)
        .any(|share| SensitiveShare::of(other).any(|of_other| of_other.group == share.group))
}

/// The only part of an area that is the whole of it, or of that.
fn narrowest(region: &Region, area: AreaId) -> AreaId {
    let mut parts = region.parts(area);
    match (parts.next(), parts.next()) {
        (Some(only), None) => narrowest(region, only),
        _ => area,
    }
}

/// Whether a figure looks hidden for another.
fn looks_so(fate: Fate) -> bool {
    matches!(fate, Fate::ForAnother | Fate::Untold)
}

/// Whether a reader, who knows so much, may think that `variable` is hidden for `other`, or with it: when it says that it is hidden for
/// its own sake, or looks like `variable` and may be small, or nearly all or hardly any of its group.
pub fn may_be_hidden_for(
    figures: &Figures,
    knowledge: &Knowledge,
    variable: usize,
    other: usize,
) -> bool {
    is_hidden_beside(figures, variable, other)
        && (says_so(figures.fates[other]) || may_tell(figures, knowledge, other))
}

/// Whether it says that it is hidden for its own sake.
pub fn says_so(fate: Fate) -> bool {
    matches!(fate, Fate::Small | Fate::OfFew)
}

/// Whether a hidden figure may be one that has to be hidden for its own sake, as far as a reader knows.
fn may_tell(figures: &Figures, knowledge: &Knowledge, variable: usize) -> bool {
    let FigureName { key, measure } = figures.layout.name(variable);
    let policy = figures.region().policy();
    let (low, high) = knowledge.bounds(variable);
    let is_extreme = SensitiveShare::of(measure).any(|share| {
        let group = figures.layout.variable(key, share.group);
        group.is_some_and(|group| share.is_possible((low, high), knowledge.bounds(group), policy))
    });
    // What is not said to be small is so of one in twenty small cells; of parts of a group, where it would tell nothing, that counts as well.
    is_extreme || low < f64::from(policy.drempel)
}

/// Whether a figure is hidden that another can be hidden for, whatever a reader may reason of it. Headlines are never hidden for another: of
/// those only one that looks as strange will do.
pub fn is_hidden_beside(figures: &Figures, variable: usize, other: usize) -> bool {
    let fate = figures.fates[other];
    if figures.is_headline(variable) {
        looks_so(fate) && figures.is_headline(other)
    } else {
        fate.is_hidden()
    }
}

/// The figures that look hidden for another, that would tell something of everybody in a group, and that nothing hidden stands near.
pub fn alone<'a>(figures: &'a Figures) -> impl Iterator<Item = usize> + 'a {
    let is_of_group = |variable: &usize| {
        looks_so(figures.fates[*variable])
            && SensitiveShare::of(figures.measure(*variable))
                .next()
                .is_some()
    };
    (0..figures.fates.len())
        .filter(is_of_group)
        .filter(|variable| {
            let mut near = near(figures, [*variable], *variable).into_iter();
            !near.any(|other| other != *variable && is_hidden_beside(figures, *variable, other))
        })
}

/// What shares a relation with one of these, and `variable` in all years.
fn near(
    figures: &Figures,
    variables: impl IntoIterator<Item = usize>,
    variable: usize,
) -> BTreeSet<usize> {
    let (system, region) = (&figures.system, figures.region());
    let FigureName { key, measure } = figures.layout.name(variable);
    let related = variables
        .into_iter()
        .flat_map(|variable| system.touching(variable))
        .flat_map(|row| system.terms(*row))
        .map(|(other, _)| *other);
    let years = region
        .years()
        .filter_map(|year| figures.layout.variable(key.in_year(year), measure));
    related.chain(years).collect()
}

/// The shown figures that could be hidden with `variable`, nearest first: what looks like it in its relations, then the same of the whole
/// region, which bounds all others, then itself in other years.
pub fn companions(figures: &Figures, variable: usize) -> [Vec<usize>; 3] {
    let FigureName { key, measure } = figures.layout.name(variable);
    let whole = figures.region().whole();
    let mut found = [Vec::new(), Vec::new(), Vec::new()];
    for other in kin(figures, variable) {
        let name = figures.layout.name(other);
        if name.measure != measure
            || figures.fates[other] != Fate::Shown
            || figures.is_headline(other) != figures.is_headline(variable)
        {
            continue;
        }
        let place = if name.key.year == key.year {
            usize::from(name.key.area == whole)
        } else {
            2
        };
        found[place].push(other);
    }
    found
}
