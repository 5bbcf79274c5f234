//! Whether a figure that looks hidden for another can be: where nothing hidden stands near it there is no other, and it is hidden for its
//! own sake. Of a part of a group that tells that nearly everybody is in it, or hardly anybody.

use std::collections::BTreeSet;

use super::figures::{Fate, Figures};
use super::layout::FigureName;
use super::sensitive::SensitiveShare;

/// The figures that one can be hidden for: those that it shares a relation with, and its own of other years.
pub fn kin(figures: &Figures, variable: usize) -> BTreeSet<usize> {
    let system = &figures.system;
    let related = system
        .touching(variable)
        .iter()
        .flat_map(|row| system.terms(*row))
        .map(|(other, _)| *other);
    let FigureName { key, measure } = figures.layout.name(variable);
    let years = figures.region().years();
    let other_years = years.filter_map(|year| figures.layout.variable(key.in_year(year), measure));
    let mut kin: BTreeSet<usize> = related.chain(other_years).collect();
    kin.remove(&variable);
    kin
}

/// Whether a reader may think that `variable` is hidden for `other`, or with it. Headlines are never hidden for another: of those only
/// one that looks just as strange will do.
pub fn may_be_hidden_for(figures: &Figures, variable: usize, other: usize) -> bool {
    let fate = figures.fates[other];
    let looks_alike = matches!(fate, Fate::ForAnother | Fate::Untold);
    if figures.is_headline(variable) {
        looks_alike && figures.is_headline(other)
    } else {
        fate.is_hidden()
    }
}

/// The figures that look hidden for another, that would tell something of everybody in a group, and that nothing hidden stands near.
pub fn alone<'a>(figures: &'a Figures) -> impl Iterator<Item = usize> + 'a {
    let looks_so = |variable: &usize| {
        matches!(figures.fates[*variable], Fate::ForAnother | Fate::Untold)
            && SensitiveShare::of(figures.measure(*variable))
                .next()
                .is_some()
    };
    (0..figures.fates.len())
        .filter(looks_so)
        .filter(|variable| {
            let mut kin = kin(figures, *variable).into_iter();
            !kin.any(|other| may_be_hidden_for(figures, *variable, other))
        })
}

/// The shown figures that could be hidden with `variable`, nearest first: what looks like it in its relations, then itself in other years.
/// Those of the whole region bound all others and stay.
pub fn companions(figures: &Figures, variable: usize) -> [Vec<usize>; 2] {
    let FigureName { key, measure } = figures.layout.name(variable);
    let whole = figures.region().whole();
    let (mut near, mut other_years) = (Vec::new(), Vec::new());
    for other in kin(figures, variable) {
        let name = figures.layout.name(other);
        let is_own = name.key == key.in_year(name.key.year);
        if name.measure != measure
            || figures.fates[other] != Fate::Shown
            || figures.is_headline(other) != figures.is_headline(variable)
        {
            continue;
        }
        if is_own && name.key.year != key.year {
            other_years.push(other);
        } else if name.key.area != whole {
            near.push(other);
        }
    }
    [near, other_years]
}
