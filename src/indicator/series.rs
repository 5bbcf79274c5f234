//! An indicator over the years, beside the rest of the region, with a trend that is tested only between breaks.

use super::entry::{Formula, Indicator};
use super::evaluate::{Outcome, Reason, Scope, evaluate};
use crate::cube::CubeStore;
use crate::release::{AreaId, AreaKind, Region};
use crate::statistics::{self, Estimate, Pair, Trend, Verdict, differs, growth_apart, trend};
use crate::vocabulary::Member;

/// A year of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct YearPoint {
    /// Year.
    pub year: u16,
    /// The area's figure.
    pub own: Outcome,
    /// That of the rest of the region; none for the region itself.
    pub rest: Option<Outcome>,
    /// Whether the year is provisional.
    pub provisional: bool,
}

/// An indicator over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// All years of the release.
    pub points: Vec<YearPoint>,
    /// The tested trend of the area.
    pub trend: Trend,
    /// First and last year of the test.
    pub tested: Option<(u16, u16)>,
    /// The first year in which area and rest of the region are counted differently, because only one of them had a break.
    pub incomparable_from: Option<u16>,
    /// Whether the area rises or falls faster than the rest of the region; none where there is no rest, and of changes, whose years are not independent.
    pub growth: Option<Box<Growth>>,
}

/// How an area moves beside the rest of the region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// The trend of the difference: rising when the area rises faster, or falls less fast.
    pub apart: Trend,
    /// The first and last year that were held against each other.
    pub years: Option<(u16, u16)>,
    /// The change per year in the area and in the rest, over those years.
    pub each: Option<(f64, f64)>,
    /// Whether all of that is of logarithms: totals grow by a share of themselves, or a larger area would always grow faster.
    pub is_relative: bool,
}

impl Series {
    /// The point of a year.
    pub fn at(&self, year: u16) -> Option<&YearPoint> {
        self.points.iter().find(|point| point.year == year)
    }

    /// The point of a year, or the last one before it with a figure when that of the year cannot be known yet.
    pub fn known(&self, year: u16) -> Option<&YearPoint> {
        let chosen = self.at(year)?;
        let comes_later = matches!(
            chosen.own,
            Outcome::Missing(
                Reason::NotKnownYet | Reason::NotFollowedYet | Reason::FollowedAcrossBreak
            )
        );
        if !comes_later {
            return Some(chosen);
        }
        self.points
            .iter()
            .rev()
            .find(|point| point.year < year && point.own.figure().is_some())
            .or(Some(chosen))
    }

    /// Whether area and rest of the region are counted in the same way in a year.
    pub fn is_comparable(&self, year: u16) -> bool {
        self.incomparable_from.is_none_or(|from| year < from)
    }

    /// Whether the area differs from the rest of the region in a year by more than chance and rounding explain; nothing when
    /// they are not counted in the same way.
    pub fn against_rest(&self, year: u16) -> Option<Verdict> {
        let point = self.at(year).filter(|_| self.is_comparable(year))?;
        let (own, rest) = (point.own.figure()?, point.rest.as_ref()?.figure()?);
        Some(differs(&own.estimate, &rest.estimate))
    }
}

/// Evaluates `indicator` in every year of the release.
pub fn series(
    indicator: &Indicator,
    store: &CubeStore,
    region: &Region,
    area: AreaId,
    members: &[Member],
) -> Series {
    // A total is not compared: a municipality is smaller than the rest of the region, and that says nothing.
    let has_rest = indicator.is_ratio() && region.has_rest(area);
    let points: Vec<YearPoint> = region
        .years()
        .map(|year| YearPoint {
            year,
            own: evaluate(indicator, store, region, Scope::Area(area), year, members),
            rest: has_rest
                .then(|| evaluate(indicator, store, region, Scope::RestOf(area), year, members)),
            provisional: region.is_provisional(year),
        })
        .collect();
    let with_figure: Vec<u16> = points
        .iter()
        .filter(|point| point.own.figure().is_some())
        .map(|point| point.year)
        .collect();
    // Two changes that follow each other share a year, so they are not independent, as the test takes them to be.
    let years = if indicator.is_change() {
        Vec::new()
    } else {
        testable_years(region, indicator.broken_with(region, area), &with_figure)
    };
    let tested: Vec<statistics::Point> = points
        .iter()
        .filter(|point| years.contains(&point.year))
        .filter_map(|point| {
            Some(statistics::Point::of(
                i32::from(point.year),
                &point.own.figure()?.estimate,
            ))
        })
        .collect();
    let outcome = trend(&tested);
    let tested = ends(&years).filter(|_| !matches!(outcome, Trend::NotTestable(_)));
    let growth = if indicator.is_change() || !region.has_rest(area) {
        None
    } else if has_rest {
        Some(growth(region, area, &pairs(&points), false))
    } else if matches!(indicator.formula(), Some(Formula::Total { .. }))
        && !indicator.is_of_providers()
    {
        let beside: Vec<YearPoint> = points
            .iter()
            .map(|point| YearPoint {
                rest: Some(evaluate(
                    indicator,
                    store,
                    region,
                    Scope::RestOf(area),
                    point.year,
                    members,
                )),
                ..point.clone()
            })
            .collect();
        Some(growth(region, area, &logarithms(&pairs(&beside)), true))
    } else {
        None
    };
    let incomparable_from = incomparable_from(region, area).filter(|_| has_rest);
    Series {
        points,
        trend: outcome,
        tested,
        incomparable_from,
        growth: growth.map(Box::new),
    }
}

/// The years with a figure of the area and of the rest.
fn pairs(points: &[YearPoint]) -> Vec<(u16, Pair)> {
    points
        .iter()
        .filter_map(|point| {
            let pair = Pair {
                period: i32::from(point.year),
                own: point.own.figure()?.estimate,
                rest: point.rest.as_ref()?.figure()?.estimate,
            };
            Some((point.year, pair))
        })
        .collect()
}

fn logarithms(pairs: &[(u16, Pair)]) -> Vec<(u16, Pair)> {
    pairs
        .iter()
        .filter_map(|(year, pair)| {
            let pair = Pair {
                own: pair.own.logarithm()?,
                rest: pair.rest.logarithm()?,
                ..*pair
            };
            Some((*year, pair))
        })
        .collect()
}

/// Holds the area against the rest of the region over the years in which both are counted in one and the same way.
fn growth(region: &Region, area: AreaId, pairs: &[(u16, Pair)], is_relative: bool) -> Growth {
    let with_both: Vec<u16> = pairs.iter().map(|(year, _)| *year).collect();
    let breaks = region.breaks_in(area).chain(region.breaks_outside(area));
    let years = stretch(region, breaks.map(|entry| entry.from).collect(), &with_both);
    let tested: Vec<Pair> = pairs
        .iter()
        .filter(|(year, _)| years.contains(year))
        .map(|(_, pair)| *pair)
        .collect();
    let slope = |of: fn(&Pair) -> Estimate| {
        let points: Vec<_> = tested
            .iter()
            .map(|pair| statistics::Point::of(pair.period, &of(pair)))
            .collect();
        trend(&points).effect().map(|effect| effect.per_year)
    };
    let apart = growth_apart(&tested);
    Growth {
        apart,
        years: ends(&years).filter(|_| apart.effect().is_some()),
        each: slope(|pair| pair.own).zip(slope(|pair| pair.rest)),
        is_relative,
    }
}

fn ends(years: &[u16]) -> Option<(u16, u16)> {
    years.first().copied().zip(years.last().copied())
}

/// The last year in which all municipalities are counted in the same way; when they never were, the last year.
fn last_alike_year(region: &Region) -> u16 {
    let until = alike_until(region).unwrap_or(u16::MAX);
    let mut alike = region.years().filter(|year| *year <= until);
    alike.next_back().unwrap_or(region.last_year())
}

/// The last year, up to `latest`, of which all that an indicator follows in an area was followed up to the end of the series, and not across
/// a break anywhere in it; `latest` when there is none.
pub fn last_followed_year(
    indicator: &Indicator,
    region: &Region,
    area: AreaId,
    latest: u16,
) -> u16 {
    let years = indicator.years_followed();
    let breaks: Vec<u16> = region.breaks_in(area).map(|entry| entry.from).collect();
    let is_followed = |year: &u16| {
        let last = year.saturating_add(years);
        let comes_between = |from: &u16| year < from && *from <= last;
        last <= region.last_year() && !breaks.iter().any(comes_between)
    };
    let until = region.years().filter(|year| *year <= latest);
    until.rev().find(is_followed).unwrap_or(latest)
}

/// The last year in which an indicator can be compared between municipalities: all are counted in the same way, and all it follows was
/// followed.
pub fn last_comparable_year(indicator: &Indicator, region: &Region) -> u16 {
    last_followed_year(indicator, region, region.whole(), last_alike_year(region))
}

/// The last year in which all municipalities were counted in the same way; none when they always are.
pub(super) fn alike_until(region: &Region) -> Option<u16> {
    region
        .areas_of(AreaKind::Gemeente)
        .filter_map(|(area, _)| incomparable_from(region, area))
        .min()
        .map(|from| from.saturating_sub(1))
}

/// The first year in which area and rest of the region are counted differently, because only one of them had a break.
pub(super) fn incomparable_from(region: &Region, area: AreaId) -> Option<u16> {
    let inside: Vec<u16> = region.breaks_in(area).map(|entry| entry.from).collect();
    let outside: Vec<u16> = region
        .breaks_outside(area)
        .map(|entry| entry.from)
        .collect();
    let one_sided = inside
        .iter()
        .filter(|from| !outside.contains(from))
        .chain(outside.iter().filter(|from| !inside.contains(from)));
    one_sided.min().copied()
}

/// The years over which a trend may be tested: final ones, on one side of every break. The stretch after the last break if
/// it is long enough, otherwise the one before it.
pub fn testable_years(region: &Region, area: AreaId, with_figure: &[u16]) -> Vec<u16> {
    let breaks = region.breaks_in(area).map(|entry| entry.from).collect();
    stretch(region, breaks, with_figure)
}

fn stretch(region: &Region, mut breaks: Vec<u16>, with_figure: &[u16]) -> Vec<u16> {
    breaks.sort_unstable();
    breaks.dedup();
    let stretch_of = |year: u16| breaks.iter().filter(|from| **from <= year).count();
    let usable: Vec<u16> = with_figure
        .iter()
        .copied()
        .filter(|year| !region.is_provisional(*year))
        .collect();
    let stretches: Vec<Vec<u16>> = (0..=breaks.len())
        .map(|stretch| {
            usable
                .iter()
                .copied()
                .filter(|year| stretch_of(*year) == stretch)
                .collect()
        })
        .collect();
    stretches
        .iter()
        .rev()
        .find(|years: &&Vec<u16>| years.len() >= statistics::MIN_PERIODS)
        .or_else(|| stretches.iter().rev().find(|years| !years.is_empty()))
        .cloned()
        .unwrap_or_default()
}
