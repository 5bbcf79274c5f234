//! Directions in which one figure can change while all sums keep holding: youths or trajectories are thought into another cell,
//! and out of it again elsewhere.

use super::layout::{FigureName, Layout};
use super::relations::{adds_up, adds_up_over_areas, measures_below, measures_above};
use crate::cube::CellKey;
use crate::release::{AreaId, AreaKind, Region};
use crate::vocabulary::{Dimension, Measure, Member};

/// Draws directions for the figures of a release. The same figure and attempt give the same direction.
#[derive(Clone, Debug)]
pub struct Moves<'a> {
    layout: &'a Layout,
    region: &'a Region,
    municipalities: Vec<AreaId>,
}

/// Which other measures of the same cell go along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Company {
    None,
    Above,
    Below,
}

/// A member of a dimension or an area in a direction: gained, or lost.
type Side<T> = Vec<(T, f64)>;

impl<'a> Moves<'a> {
    /// Directions for the figures of `layout`.
    pub fn new(layout: &'a Layout, region: &'a Region) -> Self {
        Self {
            layout,
            region,
            municipalities: region
                .areas_of(AreaKind::Gemeente)
                .map(|(area, _)| area)
                .collect(),
        }
    }

    /// A direction in which `variable` changes by `sign` and every sum keeps holding.
    pub fn direction(&self, variable: usize, attempt: u64, sign: f64) -> Vec<(usize, f64)> {
        let FigureName { key, measure } = self.layout.name(variable);
        let mut draw = Draw::new(variable as u64, attempt);
        let company = match (draw.below(3), sign > 0.0) {
            (0, true) => Company::Above,
            (0, false) => Company::Below,
            _ => Company::None,
        };
        let swaps_area = draw.below(4) != 0;
        let swaps = Dimension::ALL.map(|_| draw.below(8) != 0);
        // The leaves that gain, and those that lose where something is exchanged.
        let gains = (
            self.leaf_area(key.area, &mut draw),
            Dimension::ALL.map(|dimension| leaf(key.member(dimension), &mut draw)),
        );
        let losses = (
            self.other_area(key.area, &mut draw),
            Dimension::ALL.map(|dimension| other_leaf(key.member(dimension), &mut draw)),
        );
        let mut direction = Vec::new();
        let along = match company {
            Company::None => Vec::new(),
            Company::Above => measures_above(measure),
            Company::Below => measures_below(measure),
        };
        for measure in std::iter::once(measure).chain(along) {
            let areas = if adds_up_over_areas(measure) {
                match losses.0.filter(|_| swaps_area) {
                    Some(loss) => self.exchanged_areas(gains.0, loss),
                    None => self.region.with_groups(gains.0).map(|area| (area, 1.0)).collect(),
                }
            } else {
                vec![(key.area, 1.0)]
            };
            let members: Vec<Side<Member>> = Dimension::ALL
                .into_iter()
                .enumerate()
                .map(|(place, dimension)| {
                    if !adds_up(measure, dimension) {
                        return vec![(key.member(dimension), 1.0)];
                    }
                    match losses.1[place].filter(|_| swaps[place]) {
                        Some(loss) => exchanged(gains.1[place], loss),
                        None => gains.1[place].with_groups().map(|member| (member, 1.0)).collect(),
                    }
                })
                .collect();
            self.add(key, measure, sign, &areas, &members, &mut direction);
        }
        direction
    }

    fn add(
        &self,
        key: CellKey,
        measure: Measure,
        sign: f64,
        areas: &[(AreaId, f64)],
        members: &[Side<Member>],
        direction: &mut Vec<(usize, f64)>,
    ) {
        for (area, of_area) in areas {
            for (form, of_form) in &members[0] {
                for (age, of_age) in &members[1] {
                    for (referrer, of_referrer) in &members[2] {
                        let cell = key.in_area(*area).with(*form).with(*age).with(*referrer);
                        if let Some(variable) = self.layout.variable(cell, measure) {
                            direction.push((variable, sign * of_area * of_form * of_age * of_referrer));
                        }
                    }
                }
            }
        }
    }

    fn leaf_area(&self, area: AreaId, draw: &mut Draw) -> AreaId {
        let within: Vec<AreaId> = self
            .municipalities
            .iter()
            .copied()
            .filter(|leaf| self.region.with_groups(*leaf).any(|group| group == area))
            .collect();
        draw.pick(&within).unwrap_or(area)
    }

    fn other_area(&self, area: AreaId, draw: &mut Draw) -> Option<AreaId> {
        let outside: Vec<AreaId> = self
            .municipalities
            .iter()
            .copied()
            .filter(|leaf| self.region.with_groups(*leaf).all(|group| group != area))
            .collect();
        draw.pick(&outside)
    }

    fn exchanged_areas(&self, gain: AreaId, loss: AreaId) -> Side<AreaId> {
        let gained: Vec<AreaId> = self.region.with_groups(gain).collect();
        let lost: Vec<AreaId> = self.region.with_groups(loss).collect();
        only_in(&gained, &lost, 1.0)
            .chain(only_in(&lost, &gained, -1.0))
            .collect()
    }
}

fn exchanged(gain: Member, loss: Member) -> Side<Member> {
    let gained: Vec<Member> = gain.with_groups().collect();
    let lost: Vec<Member> = loss.with_groups().collect();
    only_in(&gained, &lost, 1.0)
        .chain(only_in(&lost, &gained, -1.0))
        .collect()
}

fn only_in<'a, T: Copy + PartialEq>(
    these: &'a [T],
    not_those: &'a [T],
    change: f64,
) -> impl Iterator<Item = (T, f64)> + use<'a, T> {
    these
        .iter()
        .filter(|entry| !not_those.contains(entry))
        .map(move |entry| (*entry, change))
}

fn leaf(member: Member, draw: &mut Draw) -> Member {
    let within: Vec<Member> = member
        .dimension()
        .parts()
        .filter(|leaf| leaf.with_groups().any(|group| group == member))
        .collect();
    draw.pick(&within).unwrap_or(member)
}

fn other_leaf(member: Member, draw: &mut Draw) -> Option<Member> {
    let outside: Vec<Member> = member
        .dimension()
        .parts()
        .filter(|leaf| leaf.with_groups().all(|group| group != member))
        .collect();
    draw.pick(&outside)
}

/// Pseudo-random numbers (`SplitMix64`, Steele and others 2014): the same everywhere, every time.
struct Draw(u64);

impl Draw {
    fn new(variable: u64, attempt: u64) -> Self {
        Self(variable.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ attempt.wrapping_mul(0xD1B5_4A32_D192_ED03))
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound.max(1)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        let index = usize::try_from(self.below(from.len() as u64)).ok()?;
        from.get(index).copied()
    }
}
