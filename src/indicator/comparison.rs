//! An indicator in every municipality of one year: which differ from the rest of the region, and between which places each stands.

use super::entry::Indicator;
use super::evaluate::{Outcome, Scope, evaluate};
use super::series::{alike_until, incomparable_from};
use crate::cube::CubeStore;
use crate::release::{AreaId, AreaKind, Region};
use crate::statistics::{
    Estimate, Verdict, benjamini_hochberg, difference_p, differs, normal_quantile,
};
use crate::vocabulary::Member;

/// Of the differences that are told, at most this share is expected to be chance.
pub const FALSE_SHARE: f64 = 0.05;

/// How sure it is that all places together are right.
const CONFIDENCE: f64 = 0.95;

/// A municipality beside the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The municipality.
    pub area: AreaId,
    /// Its figure.
    pub own: Outcome,
    /// That of the rest of the region; none for a total, which only tells who is larger.
    pub rest: Option<Outcome>,
    /// Whether it differs from the rest, given that all municipalities are compared; none when they are not counted in the same way.
    pub verdict: Option<Verdict>,
    /// The same if it alone had been held against the rest, as where one municipality is explored.
    pub alone: Option<Verdict>,
    /// The first and the last place it can have, from the highest figure down; none when it is not counted as the others are.
    pub places: Option<(usize, usize)>,
}

/// All municipalities beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The figure of the region.
    pub region: Outcome,
    /// The last year in which all municipalities were counted in the same way; none when they always are.
    pub alike_until: Option<u16>,
    /// The municipalities, the highest figure first; then those without, in the order of the region.
    pub municipalities: Vec<Compared>,
}

impl Comparison {
    /// How many were held against the rest of the region.
    pub fn tested(&self) -> usize {
        self.verdicts().count()
    }

    /// How many differ from the rest of the region in a way.
    pub fn with(&self, verdict: Verdict) -> usize {
        self.verdicts().filter(|found| *found == verdict).count()
    }

    /// Those that would be told to differ if each were tested alone, and are not as all are compared.
    pub fn differing_alone(&self) -> impl Iterator<Item = AreaId> + '_ {
        let may_be_chance = Some(Verdict::NoDemonstrableDifference);
        self.municipalities
            .iter()
            .filter(move |of| of.verdict == may_be_chance && of.alone != may_be_chance)
            .map(|of| of.area)
    }

    /// Whether of any municipality something can be said about its place.
    pub fn tells_places(&self) -> bool {
        let places = || self.municipalities.iter().filter_map(|of| of.places);
        let all = (1, places().count());
        places().any(|place| place != all)
    }

    fn verdicts(&self) -> impl Iterator<Item = Verdict> + '_ {
        self.municipalities
            .iter()
            .filter_map(|compared| compared.verdict)
    }
}

/// Compares the municipalities in `year`, narrowed to `members`.
///
/// Each is tested against the rest of the region; the p values are adjusted together (Benjamini & Hochberg 1995), so that at most
/// [`FALSE_SHARE`] of the differences that are told are expected to be chance. Places are right for all together with 95 % confidence:
/// Klein, Wright & Wieczorek, J. R. Stat. Soc. A 183 (2020), 589-606.
pub fn compare(
    indicator: &Indicator,
    store: &CubeStore,
    region: &Region,
    year: u16,
    members: &[Member],
) -> Comparison {
    let of = |scope| evaluate(indicator, store, region, scope, year, members);
    let is_ratio = indicator.is_ratio();
    let mut municipalities: Vec<Compared> = region
        .areas()
        .filter(|(_, entry)| entry.kind == AreaKind::Gemeente)
        .map(|(area, _)| Compared {
            area,
            own: of(Scope::Area(area)),
            rest: (is_ratio && region.has_rest(area)).then(|| of(Scope::RestOf(area))),
            verdict: None,
            alone: None,
            places: None,
        })
        .collect();
    if is_ratio {
        add_verdicts(&mut municipalities, region, year);
        add_places(&mut municipalities, region, year);
    }
    municipalities.sort_by(|left, right| {
        let value = |of: &Compared| of.own.figure().map(|figure| figure.value);
        match (value(left), value(right)) {
            (Some(left), Some(right)) => right.total_cmp(&left),
            (left, right) => right.is_some().cmp(&left.is_some()),
        }
    });
    Comparison {
        region: of(Scope::Area(region.whole())),
        alike_until: alike_until(region),
        municipalities,
    }
}

fn add_verdicts(municipalities: &mut [Compared], region: &Region, year: u16) {
    let pairs: Vec<Option<(Estimate, Estimate)>> = municipalities
        .iter()
        .map(|of| beside_rest(&of.own, of.rest.as_ref()?, (region, of.area, year)))
        .collect();
    for ((of, pair), verdict) in municipalities.iter_mut().zip(&pairs).zip(verdicts(&pairs)) {
        of.verdict = verdict;
        of.alone = pair.as_ref().map(|(own, rest)| differs(own, rest));
    }
}

/// The figures of an area and of the rest of the region, where they are counted in the same way.
pub(super) fn beside_rest(
    own: &Outcome,
    rest: &Outcome,
    (region, area, year): (&Region, AreaId, u16),
) -> Option<(Estimate, Estimate)> {
    let is_alike = incomparable_from(region, area).is_none_or(|from| year < from);
    let pair = (own.figure()?.estimate, rest.figure()?.estimate);
    is_alike.then_some(pair)
}

/// Tests a family of pairs together (Benjamini & Hochberg 1995): of those that are told to differ at most [`FALSE_SHARE`] is expected
/// to be chance. Where there is no pair there is no verdict.
pub(super) fn verdicts(pairs: &[Option<(Estimate, Estimate)>]) -> Vec<Option<Verdict>> {
    let chances: Vec<f64> = pairs
        .iter()
        .flatten()
        .map(|(own, rest)| difference_p(own, rest))
        .collect();
    let mut adjusted = benjamini_hochberg(&chances).unwrap_or_default().into_iter();
    pairs
        .iter()
        .map(|pair| {
            let (own, rest) = pair.as_ref()?;
            Some(if adjusted.next()? <= FALSE_SHARE {
                differs(own, rest)
            } else {
                Verdict::NoDemonstrableDifference
            })
        })
        .collect()
}

fn add_places(municipalities: &mut [Compared], region: &Region, year: u16) {
    let is_broken = |area: AreaId| region.breaks_in(area).any(|entry| entry.from <= year);
    // Those that are counted as most are: of a few with a break of their own it cannot be said where they would stand.
    let broken = municipalities
        .iter()
        .filter(|of| is_broken(of.area))
        .count();
    let counted_as = broken * 2 > municipalities.len();
    let ranked: Vec<(usize, Estimate)> = municipalities
        .iter()
        .enumerate()
        .filter(|(_, of)| is_broken(of.area) == counted_as)
        .filter_map(|(index, of)| Some((index, of.own.figure()?.estimate)))
        .collect();
    let each = CONFIDENCE.powf(1.0 / ranked.len().max(1) as f64);
    let Some(z) = normal_quantile(f64::midpoint(1.0, each)) else {
        return;
    };
    let limits: Vec<_> = ranked
        .iter()
        .map(|(_, estimate)| estimate.confidence_interval(z))
        .collect();
    for ((index, _), own) in ranked.iter().zip(&limits) {
        let above = limits.iter().filter(|other| other.lo() > own.hi()).count();
        let below = limits.iter().filter(|other| other.hi() < own.lo()).count();
        municipalities[*index].places = Some((above + 1, limits.len() - below));
    }
}

#[cfg(test)]
#[path = "comparison_tests.rs"]
mod tests;
