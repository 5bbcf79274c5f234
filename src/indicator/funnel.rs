//! Municipalities by size: whose figure lies further from that of the region than chance takes it.

use super::comparison::Comparison;
use super::entry::{Formula, Indicator, RatioMethod};
use super::evaluate::{Figure, Outcome};
use crate::release::AreaId;
use crate::statistics::{Interval, funnel_counts, funnel_limits};

/// Outside the inner limits: one in twenty by chance.
pub const OUTSIDE_INNER: f64 = 0.05;
/// Outside the outer limits: one in five hundred by chance.
pub const OUTSIDE_OUTER: f64 = 0.002;

/// Between what a figure of some size stays by chance, in the unit of the indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// In 95 of 100 cases.
    pub inner: Interval,
    /// In 998 of 1,000 cases.
    pub outer: Interval,
}

/// Where a municipality lies in the funnel, whatever rounding leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Between the inner limits, or it may be.
    Within,
    /// Above the inner limits; whether above the outer ones too.
    Above {
        /// Above the outer ones.
        far: bool,
    },
    /// Below the inner limits; whether below the outer ones too.
    Below {
        /// Below the outer ones.
        far: bool,
    },
}

impl Standing {
    /// Whether it is outside the outer limits.
    pub fn is_far(self) -> bool {
        matches!(self, Self::Above { far: true } | Self::Below { far: true })
    }
}

/// A municipality in the funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelPoint {
    /// The municipality.
    pub area: AreaId,
    /// How many units its figure is about.
    pub size: f64,
    /// Its figure.
    pub value: f64,
    /// The limits at its size.
    pub limits: Limits,
    /// Where it lies.
    pub standing: Standing,
    /// Whether its figure as published lies beyond a limit that rounding may have taken it over.
    pub is_undecided: bool,
}

/// The municipalities by size, the largest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// The figure of the region, around which the funnel is drawn.
    pub target: f64,
    /// The municipalities with a figure.
    pub points: Vec<FunnelPoint>,
    /// Those without.
    pub without: Vec<AreaId>,
    shape: Shape,
}

/// How the limits depend on size.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Shape {
    share: bool,
    target: f64,
    multiplier: f64,
}

/// Why there is no funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFunnel {
    /// A total has no size to set it against.
    Total,
    /// In a larger municipality more providers work, and so their share is another: not by chance.
    Providers,
    /// How far a mean of amounts may be off depends on the amounts, not only on how many there are.
    Mean,
    /// A median, which hangs on how amounts are spread.
    Median,
    /// Care that is followed: part of it is lost from view, in each municipality another.
    Followed,
    /// A change on the year before depends on the amounts, and on who is in both years.
    Change,
    /// Nobody or everybody in the whole region: chance leaves no room around that.
    AllOrNothing,
    /// The municipalities are not counted in the same way; up to this year they were.
    NotAlike(u16),
    /// There is no figure of the region, or of no municipality.
    NoFigures,
}

impl Funnel {
    /// The limits for a municipality of `size` units, `None` when that is not a positive number.
    pub fn limits(&self, size: f64) -> Option<Limits> {
        self.shape.limits(size)
    }

    /// How many municipalities are outside the outer limits.
    pub fn far(&self) -> usize {
        self.points
            .iter()
            .filter(|point| point.standing.is_far())
            .count()
    }

    /// How many are outside the inner limits, the outer ones included.
    pub fn outside(&self) -> usize {
        self.points
            .iter()
            .filter(|point| point.standing != Standing::Within)
            .count()
    }
}

/// The funnel of what was compared in `year`. Limits are exact: binomial for shares, Poisson for rates.
///
/// The region's figure is taken as known, and holds the municipality itself: a large one pulls the funnel towards it.
///
/// # Errors
/// [`NoFunnel`], when limits of chance cannot be drawn.
pub fn funnel(
    indicator: &Indicator,
    comparison: &Comparison,
    year: u16,
) -> Result<Funnel, NoFunnel> {
    let formula = indicator.formula().ok_or(NoFunnel::NoFigures)?;
    let (multiplier, share) = match formula {
        Formula::Total { .. } => return Err(NoFunnel::Total),
        _ if indicator.is_of_providers() => return Err(NoFunnel::Providers),
        Formula::Ratio {
            method: RatioMethod::Mean { .. } | RatioMethod::PartOfAmount { .. },
            ..
        } => return Err(NoFunnel::Mean),
        Formula::Median { .. } => return Err(NoFunnel::Median),
        Formula::Survival { .. } => return Err(NoFunnel::Followed),
        Formula::Change { .. } | Formula::Split { .. } => return Err(NoFunnel::Change),
        Formula::Composition { .. } => (100.0, true),
        Formula::Ratio {
            multiplier, method, ..
        } => (multiplier, method == RatioMethod::Proportion),
    };
    if let Some(until) = comparison.alike_until.filter(|until| *until < year) {
        return Err(NoFunnel::NotAlike(until));
    }
    let target = comparison.region.figure().ok_or(NoFunnel::NoFigures)?.value;
    if share && (target <= 0.0 || target >= multiplier) {
        return Err(NoFunnel::AllOrNothing);
    }
    let shape = Shape {
        share,
        target: target / multiplier,
        multiplier,
    };
    let point = |area: AreaId, figure: &Figure| {
        let size = figure.denominator.as_ref()?.value;
        let limits = shape.limits(size)?;
        Some(FunnelPoint {
            area,
            size,
            value: figure.value,
            limits,
            standing: standing(figure.within, limits),
            is_undecided: standing(figure.within, limits)
                != standing(Interval::exact(figure.value), limits),
        })
    };
    let mut points: Vec<FunnelPoint> = comparison
        .municipalities
        .iter()
        .filter_map(|of| point(of.area, of.own.figure()?))
        .collect();
    points.sort_by(|one, other| other.size.total_cmp(&one.size));
    let has_point = |area: AreaId| points.iter().any(|point| point.area == area);
    let without = comparison
        .municipalities
        .iter()
        .filter(|of| !matches!(of.own, Outcome::Figure(_)) || !has_point(of.area))
        .map(|of| of.area)
        .collect();
    if points.is_empty() {
        return Err(NoFunnel::NoFigures);
    }
    Ok(Funnel {
        target,
        points,
        without,
        shape,
    })
}

impl Shape {
    fn limits(self, size: f64) -> Option<Limits> {
        let at = |outside: f64| {
            if self.share {
                Some(funnel_limits(whole(size)?, self.target, outside)?.scale(self.multiplier))
            } else {
                let counts = funnel_counts(self.target * size, outside)?;
                (size > 0.0).then(|| counts.scale(self.multiplier / size))
            }
        };
        Some(Limits {
            inner: at(OUTSIDE_INNER)?,
            outer: at(OUTSIDE_OUTER)?,
        })
    }
}

/// A number of units, `None` when it is not from one to a million million.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "its size is checked"
)]
fn whole(size: f64) -> Option<u64> {
    let size = size.round();
    (1.0..=1e12).contains(&size).then_some(size as u64)
}

/// Outside means: with every value that rounding leaves possible.
fn standing(within: Interval, limits: Limits) -> Standing {
    if within.lo() > limits.inner.hi() {
        Standing::Above {
            far: within.lo() > limits.outer.hi(),
        }
    } else if within.hi() < limits.inner.lo() {
        Standing::Below {
            far: within.hi() < limits.outer.lo(),
        }
    } else {
        Standing::Within
    }
}

#[cfg(test)]
#[path = "funnel_tests.rs"]
mod tests;
