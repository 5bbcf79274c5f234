//! Whether figures demonstrably rise or fall over the years.

use std::fmt;

use super::estimate::Estimate;
use super::interval::Interval;
use super::student::{student_critical, student_p};

/// Fewer periods than this are never tested.
pub const MIN_PERIODS: usize = 5;
/// A trend is claimed only when chance gives one like it less often than this: two-sided 99.8 %.
pub const LEVEL: f64 = 0.002;

/// One figure of the series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Year.
    pub period: i32,
    /// The figure.
    pub value: f64,
    /// Its variance by chance, in the unit of the figure squared; must be above zero.
    pub variance: f64,
}

impl Point {
    /// A figure that may have been rounded or hidden: a range of width w adds w² / 4, the largest variance that any distribution
    /// within it can have (Popoviciu, Mathematica (Cluj) 9, 1935, 129-145).
    ///
    /// With up to fourteen periods a claim then also survives the worst values inside the ranges: those shift the slope by at most
    /// √n of its standard errors, and √n stays below the critical value of the test.
    pub fn of(period: i32, estimate: &Estimate) -> Self {
        let half = estimate.widening().width() / 2.0;
        Self {
            period,
            value: estimate.value(),
            variance: estimate.standard_error().powi(2) + half * half,
        }
    }
}

/// How much a figure changes per year, whether or not that is demonstrable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Change per year, in the unit of the figure.
    pub per_year: f64,
    /// 95 % interval of the change per year.
    pub interval: Interval,
    /// Weighted mean of the figures.
    pub level: f64,
    /// Change per year as part of the weighted mean (0.02 is two percent a year), with the 95 % interval that follows when the mean
    /// is taken as known; `None` when the mean is not above zero.
    pub relative: Option<(f64, Interval)>,
    /// Probability of a change at least this large, either way, when there is none.
    pub p_value: f64,
    /// How many times the variance by chance the figures vary around the line; one when that is no more than chance.
    pub overdispersion: f64,
    /// Whether the change keeps its direction whichever period is left out.
    pub keeps_direction: bool,
    /// Whether that probability would be below [`LEVEL`] if the figures varied around the line by chance only.
    pub is_beyond_chance: bool,
}

/// Why a change is not called a trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Without one of the periods it would go the other way.
    HangsOnOnePeriod,
    /// Chance does not explain it, but the figures lie too far from a straight line.
    NoStraightLine,
    /// Chance may explain it.
    MayBeChance,
}

impl Effect {
    /// Why this is no trend; nothing where it is one.
    pub fn refusal(&self) -> Option<Refusal> {
        if !self.keeps_direction {
            Some(Refusal::HangsOnOnePeriod)
        } else if self.p_value < LEVEL {
            None
        } else if self.is_beyond_chance {
            Some(Refusal::NoStraightLine)
        } else {
            Some(Refusal::MayBeChance)
        }
    }
}

/// Outcome of the test for trend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Trend {
    /// Demonstrably rises.
    Rising(Effect),
    /// Demonstrably falls.
    Falling(Effect),
    /// Chance and ordinary movement from year to year may explain what is seen; not the same as stable.
    NoDemonstrableTrend(Effect),
    /// There is no answer.
    NotTestable(NotTestable),
}

impl Trend {
    /// How much the figures change, whether or not that is demonstrable.
    pub fn effect(&self) -> Option<&Effect> {
        match self {
            Self::Rising(effect) | Self::Falling(effect) | Self::NoDemonstrableTrend(effect) => {
                Some(effect)
            }
            Self::NotTestable(_) => None,
        }
    }
}

/// Why a series cannot be tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTestable {
    /// Too short since the last break.
    TooFewPeriods {
        /// Periods in the series.
        have: usize,
        /// Periods needed.
        need: usize,
    },
    /// Two figures for one period.
    RepeatedPeriod {
        /// That period.
        period: i32,
    },
    /// A figure that is no number, or whose variance is not above zero and finite: leave the period out, or give its variance.
    UnusableFigure {
        /// Its period.
        period: i32,
    },
    /// Figures or variances too large, or too far apart, to compute with.
    OutOfRange,
}

impl fmt::Display for NotTestable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewPeriods { have, need } => write!(f, "{have} periods, {need} needed"),
            Self::RepeatedPeriod { period } => write!(f, "more than one figure for {period}"),
            Self::UnusableFigure { period } => {
                write!(f, "no usable figure or variance for {period}")
            }
            Self::OutOfRange => write!(f, "figures or variances too large or too far apart"),
        }
    }
}

/// Tests for a linear trend over the periods since the last break in definition; gaps are allowed, order does not matter.
///
/// The slope is by least squares with weights 1 / variance; its square over its variance is the chi-square for slope with one degree
/// of freedom (Armitage, Biometrics 11, 1955, 375-386). Yearly figures move more than counting error alone (policy, budgets, one
/// large family), and that test would call such ordinary movement a trend. The variance of the slope is therefore multiplied by the
/// lack of fit, chi-square around the line over n − 2, when that is above one (quasi-likelihood; `McCullagh` & Nelder, Generalized
/// Linear Models, 2nd ed. 1989, sections 4.5 and 9.2), and the ratio is held against Student's t with n − 2 degrees of freedom.
/// Student's t also when the lack of fit happens to be below one: switching to the normal there lets false alarms through, since a
/// few overdispersed years often look smooth by chance. A claim by t is always one by chi-square.
/// The price is power in short series: the slope must be 10.2 standard errors with five periods, 4.8 with nine, 4.1 with twelve.
///
/// A trend needs p below [`LEVEL`] and a slope that keeps its sign whichever period is left out. Years are taken as independent
/// around the line; a stock that carries over from year to year (youths in care) gives more false alarms than the level says.
pub fn trend(points: &[Point]) -> Trend {
    match effect(points) {
        Err(reason) => Trend::NotTestable(reason),
        Ok(effect) if effect.refusal().is_some() => Trend::NoDemonstrableTrend(effect),
        Ok(effect) if effect.per_year > 0.0 => Trend::Rising(effect),
        Ok(effect) => Trend::Falling(effect),
    }
}

fn effect(points: &[Point]) -> Result<Effect, NotTestable> {
    check(points)?;
    let line = Line::through(points, None);
    let df = u32::try_from(points.len() - 2).map_err(|_| NotTestable::OutOfRange)?;
    let overdispersion = (line.lack_of_fit(points) / f64::from(df)).max(1.0);
    let by_chance = (1.0 / line.period_squares).sqrt();
    let error = by_chance * overdispersion.sqrt();
    let (Some(p_value), Some(p_by_chance), Some(critical)) = (
        student_p(line.slope / error, df),
        student_p(line.slope / by_chance, df),
        student_critical(0.05, df),
    ) else {
        return Err(NotTestable::OutOfRange);
    };
    let arm = critical * error;
    let interval = Interval::new(line.slope - arm, line.slope + arm)
        .filter(|interval| interval.width().is_finite() && error > 0.0 && line.level.is_finite())
        .ok_or(NotTestable::OutOfRange)?;
    let keeps_direction = (0..points.len())
        .all(|left_out| Line::through(points, Some(left_out)).slope * line.slope.signum() > 0.0);
    let relative =
        (line.level > 0.0).then(|| (line.slope / line.level, interval.scale(1.0 / line.level)));
    Ok(Effect {
        per_year: line.slope,
        interval,
        level: line.level,
        relative,
        p_value,
        overdispersion,
        keeps_direction,
        is_beyond_chance: p_by_chance < LEVEL,
    })
}

fn check(points: &[Point]) -> Result<(), NotTestable> {
    if points.len() < MIN_PERIODS {
        return Err(NotTestable::TooFewPeriods {
            have: points.len(),
            need: MIN_PERIODS,
        });
    }
    let usable = |point: &Point| {
        point.value.is_finite() && point.variance > 0.0 && point.variance.is_finite()
    };
    if let Some(point) = points.iter().find(|point| !usable(point)) {
        return Err(NotTestable::UnusableFigure {
            period: point.period,
        });
    }
    let mut periods: Vec<i32> = points.iter().map(|point| point.period).collect();
    periods.sort_unstable();
    match periods.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(NotTestable::RepeatedPeriod { period: pair[0] }),
        None => Ok(()),
    }
}

/// A weighted least-squares line, around the weighted mean of the periods.
struct Line {
    centre: f64,
    level: f64,
    slope: f64,
    /// Weighted sum of squared distances to the centre: one over the variance of the slope.
    period_squares: f64,
}

impl Line {
    fn through(points: &[Point], left_out: Option<usize>) -> Self {
        let kept = || {
            points
                .iter()
                .enumerate()
                .filter(move |(i, _)| Some(*i) != left_out)
                .map(|(_, point)| point)
        };
        let total = |term: &dyn Fn(&Point) -> f64| {
            kept()
                .map(|point| term(point) / point.variance)
                .sum::<f64>()
        };
        let weight = total(&|_| 1.0);
        let centre = total(&|point| f64::from(point.period)) / weight;
        let level = total(&|point| point.value) / weight;
        let distance = |point: &Point| f64::from(point.period) - centre;
        let period_squares = total(&|point| distance(point).powi(2));
        let slope = total(&|point| distance(point) * (point.value - level)) / period_squares;
        Self {
            centre,
            level,
            slope,
            period_squares,
        }
    }

    /// Chi-square of the figures around the line.
    fn lack_of_fit(&self, points: &[Point]) -> f64 {
        let expected =
            |point: &Point| self.level + self.slope * (f64::from(point.period) - self.centre);
        points
            .iter()
            .map(|point| (point.value - expected(point)).powi(2) / point.variance)
            .sum()
    }
}

#[cfg(test)]
#[path = "trend_tests.rs"]
mod tests;
