//! An indicator over the years, beside the rest of the region, with a trend that is tested only between breaks.

use super::entry::Indicator;
use super::evaluate::{Outcome, Scope, evaluate};
use crate::cube::CubeStore;
use crate::release::{AreaId, Region};
use crate::statistics::{self, Trend, Verdict, differs, trend};
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
}

impl Series {
    /// The point of a year.
    pub fn at(&self, year: u16) -> Option<&YearPoint> {
        self.points.iter().find(|point| point.year == year)
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
    let has_rest = indicator.is_ratio() && area != region.whole();
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
        testable_years(region, area, &with_figure)
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
    let tested = match outcome {
        Trend::NotTestable(_) => None,
        _ => years.first().copied().zip(years.last().copied()),
    };
    let incomparable_from = incomparable_from(region, area).filter(|_| has_rest);
    Series {
        points,
        trend: outcome,
        tested,
        incomparable_from,
    }
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
    let mut breaks: Vec<u16> = region.breaks_in(area).map(|entry| entry.from).collect();
    breaks.sort_unstable();
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
