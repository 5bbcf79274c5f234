//! Evaluates an indicator: its figure with what rounding and hiding leave open, its confidence interval, and what it was
//! made of; or the reason why there is none.

use super::catalogue::CATALOGUE;
use super::change::{self, split, year_before};
use super::entry::{CountInterval, Formula, Indicator, Operand, RatioMethod};
use super::operand::OperandValue;
use super::{median, survival};
use crate::cube::{CellKey, CubeStore, Status};
use crate::release::{AreaId, Region};
use crate::statistics::{
    Estimate, Interval, Z_95, count_widened, mean_widened, part_widened, rate_widened,
    total_widened, wilson_widened,
};
use crate::vocabulary::{Dimension, Margin, Measure, Member, Table};

/// Which youths a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those of an area.
    Area(AreaId),
    /// Those of the region without an area.
    RestOf(AreaId),
}

/// A figure with everything needed to explain it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The figure, in the unit of its indicator.
    pub value: f64,
    /// What it may be, given rounding.
    pub within: Interval,
    /// 95 % confidence interval, widened by rounding.
    pub confidence: Interval,
    /// The same as an estimate, for tests.
    pub estimate: Estimate,
    /// What was divided, or the measure itself.
    pub numerator: OperandValue,
    /// By what.
    pub denominator: Option<OperandValue>,
    /// Times what.
    pub multiplier: f64,
    /// What else was read.
    pub also: Vec<OperandValue>,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A figure.
    Figure(Box<Figure>),
    /// Too few youths to show; only this much is known.
    Hidden {
        /// Where the figure lies.
        within: Interval,
        /// Whether everything hidden in it was hidden for the sake of another figure.
        secondary: bool,
    },
    /// Zero because it cannot be anything else, as the region's configuration says.
    StructuralZero,
    /// No figure.
    Missing(Reason),
}

/// Why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not measured yet.
    NoFiguresYet,
    /// The selection is finer than what may be published.
    FinerThanLattice,
    /// The file has not been loaded.
    NotLoaded,
    /// Not in the release.
    NotPublished,
    /// Follow-up is not complete yet.
    NotKnownYet,
    /// The records do not go back far enough.
    NotKnownThen,
    /// Has no meaning for this selection.
    NotApplicable,
    /// No provider was asked who waits.
    NobodyAsked,
    /// There is nobody to divide by.
    NothingToDivideBy,
    /// The year before is counted in another way.
    AcrossBreak,
    /// There is no year before it in the release.
    NoYearBefore,
    /// The municipality does not supply it.
    NotSupplied,
    /// Of the year the whole table was left out: with it small counts could be worked out.
    LeftOut,
    /// The median may lie in the last class, which has no end.
    InOpenClass,
    /// The care that began then has not been followed long enough.
    NotFollowedYet,
    /// The care that began then is followed into years that are counted in another way.
    FollowedAcrossBreak,
    /// About so few care periods that an end of the margin cannot be told.
    MarginTooWide,
}

impl Outcome {
    /// The figure, if there is one.
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Hidden { .. } | Self::StructuralZero | Self::Missing(_) => None,
        }
    }

    /// Between what the true figure lies, as far as rounding and hiding tell.
    pub fn within(&self) -> Option<Interval> {
        match self {
            Self::Figure(figure) => Some(figure.within),
            Self::Hidden { within, .. } => Some(*within),
            Self::StructuralZero => Some(Interval::exact(0.0)),
            Self::Missing(_) => None,
        }
    }

    /// The figure as published; nothing when it is hidden.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Figure(figure) => Some(figure.value),
            Self::StructuralZero => Some(0.0),
            Self::Hidden { .. } | Self::Missing(_) => None,
        }
    }

    /// As which of the six it was published; `None` when there is no figure for another reason (not fetched, say).
    pub fn status(&self) -> Option<Status> {
        match self {
            Self::Figure(_) => Some(Status::Shown),
            Self::Hidden {
                secondary: false, ..
            } => Some(Status::Hidden),
            Self::Hidden {
                secondary: true, ..
            } => Some(Status::SecondaryHidden),
            Self::StructuralZero => Some(Status::StructuralZero),
            Self::Missing(
                Reason::NotKnownYet
                | Reason::NotKnownThen
                | Reason::NotSupplied
                | Reason::LeftOut
                | Reason::NotFollowedYet
                | Reason::FollowedAcrossBreak,
            ) => Some(Status::Unknown),
            Self::Missing(Reason::NotApplicable | Reason::NobodyAsked) => {
                Some(Status::NotApplicable)
            }
            Self::Missing(_) => None,
        }
    }
}

/// The files an indicator reads for a selection of members, and those that tell of how much its answers are known.
pub fn required_cubes(indicator: &Indicator, members: &[Member]) -> Vec<(Table, Margin)> {
    let response = indicator.response();
    let formulas = [Some(*indicator), response].into_iter().flatten();
    let mut cubes: Vec<_> = formulas
        .filter_map(|of| of.formula())
        .flat_map(|formula| cubes_of(formula, members))
        .collect();
    cubes.sort();
    cubes.dedup();
    cubes
}

fn cubes_of(formula: Formula, members: &[Member]) -> Vec<(Table, Margin)> {
    let file = |operand: Operand, members: &[Member]| {
        let margin = operand.key(0, AreaId(0), members).margin();
        (operand.measure.table(), margin)
    };
    let mut cubes: Vec<_> = formula
        .operands()
        .map(|operand| file(operand, members))
        .collect();
    match formula {
        // A part is held against its whole.
        Formula::Composition { operand, over, .. } => {
            cubes.push(file(operand, &without(members, over)));
        }
        // A median is worked out of all classes.
        Formula::Median { operand, over } => {
            cubes.extend(
                over.parts()
                    .next()
                    .map(|class| file(operand, &narrowed(members, class))),
            );
        }
        _ => {}
    }
    cubes
}

/// The cells of a measure that the overview shows: what its small set reads when the reader narrows nothing, or the total when
/// that does not read the measure. They are the last to be hidden; of a table without such, none.
pub fn headline_cells(measure: Measure, year: u16, area: AreaId) -> Vec<CellKey> {
    if !measure.has_headlines() {
        return Vec::new();
    }
    let mut cells: Vec<CellKey> = CATALOGUE
        .iter()
        .filter(|entry| entry.in_overview)
        .filter_map(Indicator::formula)
        .flat_map(Formula::operands)
        .filter(|operand| operand.measure == measure)
        .map(|operand| operand.key(year, area, &[]))
        .collect();
    if cells.is_empty() {
        cells.push(CellKey::total(year, area));
    }
    cells
}

/// Evaluates `indicator` for the youths in `scope`, in `year`, narrowed to `members`.
pub fn evaluate(
    indicator: &Indicator,
    store: &CubeStore,
    region: &Region,
    scope: Scope,
    year: u16,
    members: &[Member],
) -> Outcome {
    let Some(formula) = indicator.formula() else {
        return Outcome::Missing(Reason::NoFiguresYet);
    };
    let read = |operand: Operand| operand.read(store, region, scope, year, members);
    let answer = match formula {
        Formula::Total { operand, interval } => total(operand, interval, read),
        Formula::Ratio {
            numerator,
            denominator,
            multiplier,
            method,
        } => ratio(numerator, denominator, multiplier, method, read),
        Formula::Composition { operand, over, .. } => {
            let whole = operand.read(store, region, scope, year, &without(members, over));
            let part = operand.read(store, region, scope, year, members);
            // A share needs no squares.
            let squares = |_, _| Err(Reason::NotPublished);
            part.and_then(|part| ratio_of((part, whole?), 100.0, RatioMethod::Proportion, &squares))
        }
        Formula::Median { operand, over } => median::median(over, &|class| {
            let members = match class {
                Some(class) => narrowed(members, class),
                None => without(members, over),
            };
            operand.read(store, region, scope, year, &members)
        }),
        Formula::Survival { ask } => {
            let followed = survival::followed(store, region, scope, year);
            survival::survival(ask, (year, followed), &|measure, class| {
                let class = class.map_or(members.to_vec(), |class| narrowed(members, class));
                Operand::of(measure).read(store, region, scope, year, &class)
            })
        }
        Formula::Change { operand, squares } => {
            year_before(region, scope, year).and_then(|before| {
                let read = |measure, year| {
                    Operand { measure, ..operand }.read(store, region, scope, year, members)
                };
                change::percent(
                    [read(operand.measure, before)?, read(operand.measure, year)?],
                    [read(squares, before)?, read(squares, year)?],
                )
            })
        }
        Formula::Split { whole } => {
            split(whole, store, region, scope, year, members).map(|split| split.together)
        }
    };
    answer.unwrap_or_else(Outcome::Missing)
}

/// The members without those of a dimension.
fn without(members: &[Member], dimension: Dimension) -> Vec<Member> {
    members
        .iter()
        .copied()
        .filter(|member| member.dimension() != dimension)
        .collect()
}

/// The members, and of one dimension this one.
fn narrowed(members: &[Member], to: Member) -> Vec<Member> {
    let mut narrowed = without(members, to.dimension());
    narrowed.push(to);
    narrowed
}

fn total(
    operand: Operand,
    interval: CountInterval,
    read: impl Fn(Operand) -> Result<OperandValue, Reason>,
) -> Result<Outcome, Reason> {
    let numerator = read(operand)?;
    if numerator.status == Status::StructuralZero {
        if operand.measure.table() == Table::Waiting {
            return Err(Reason::NobodyAsked);
        }
        return Ok(Outcome::StructuralZero);
    }
    if numerator.status.is_hidden() {
        return Ok(Outcome::Hidden {
            within: numerator.within,
            secondary: numerator.status == Status::SecondaryHidden,
        });
    }
    let (value, within) = (numerator.value, numerator.within);
    let (estimate, confidence) = match interval {
        CountInterval::Counted => scored(value, within, count_widened(within, Z_95)),
        CountInterval::Compound { squares } => {
            let squares = read(Operand {
                measure: squares,
                ..operand
            })?;
            let estimate = total_widened(value, within, squares.within);
            let confidence = estimate
                .as_ref()
                .and_then(|estimate| of_amounts(within, estimate.confidence_interval(Z_95)));
            (estimate, confidence)
        }
    };
    Ok(figure(
        value, within, estimate, confidence, numerator, None, 1.0,
    ))
}

fn ratio(
    numerator: Operand,
    denominator: Operand,
    multiplier: f64,
    method: RatioMethod,
    read: impl Fn(Operand) -> Result<OperandValue, Reason>,
) -> Result<Outcome, Reason> {
    let (top, bottom) = (read(numerator)?, read(denominator)?);
    ratio_of((top, bottom), multiplier, method, &|measure, side| {
        let of = match side {
            Side::Numerator => numerator,
            Side::Denominator => denominator,
        };
        read(Operand { measure, ..of })
    })
}

/// Of which amounts the squares are asked.
#[derive(Clone, Copy)]
enum Side {
    Numerator,
    Denominator,
}

fn ratio_of(
    (top, bottom): (OperandValue, OperandValue),
    multiplier: f64,
    method: RatioMethod,
    squares_of: &dyn Fn(Measure, Side) -> Result<OperandValue, Reason>,
) -> Result<Outcome, Reason> {
    let is_of_nobody = top.status == Status::StructuralZero && bottom.within.hi() <= 0.0;
    if bottom.status == Status::StructuralZero || is_of_nobody {
        // A share of nobody has no meaning.
        return Err(if top.measure.table() == Table::Waiting {
            Reason::NobodyAsked
        } else {
            Reason::NotApplicable
        });
    }
    if top.status == Status::StructuralZero {
        return Ok(Outcome::StructuralZero);
    }
    let within = top
        .within
        .divided_by(bottom.within)
        .map(|within| within.scale(multiplier));
    let status = top.status.together(bottom.status);
    if status.is_hidden() {
        let most = match method {
            RatioMethod::Proportion | RatioMethod::PartOfAmount { .. } => multiplier,
            RatioMethod::Rate | RatioMethod::Mean { .. } => f64::INFINITY,
        };
        let within =
            within.and_then(|within| Interval::new(within.lo().min(most), within.hi().min(most)));
        return within
            .filter(|within| within.hi().is_finite())
            .map(|within| Outcome::Hidden {
                within,
                secondary: status == Status::SecondaryHidden,
            })
            .ok_or(Reason::NothingToDivideBy);
    }
    let within = within
        .filter(|_| bottom.within.lo() > 0.0)
        .ok_or(Reason::NothingToDivideBy)?;
    let value = top.value / bottom.value * multiplier;
    let (estimate, confidence) = match method {
        RatioMethod::Proportion => {
            let within = Interval::new(within.lo(), within.hi().min(multiplier)).unwrap_or(within);
            scored(
                value,
                within,
                wilson_widened(top.within, bottom.within, Z_95)
                    .map(|limits| limits.scale(multiplier)),
            )
        }
        RatioMethod::Rate => scored(
            value,
            within,
            rate_widened(top.within, bottom.within, multiplier, Z_95),
        ),
        RatioMethod::Mean { squares } => {
            let squares = squares_of(squares, Side::Numerator)?;
            let mean = top.value / bottom.value;
            let estimate = mean_widened(mean, top.within, squares.within, bottom.within)
                .and_then(|mean| mean.scaled(multiplier));
            let confidence = estimate
                .as_ref()
                .and_then(|estimate| of_amounts(within, estimate.confidence_interval(Z_95)));
            (estimate, confidence)
        }
        RatioMethod::PartOfAmount { squares, of_whole } => {
            let part = squares_of(squares, Side::Numerator)?.within;
            let whole = squares_of(of_whole, Side::Denominator)?.within;
            let share = top.value / bottom.value;
            let estimate = part_widened(share, (top.within, part), (bottom.within, whole))
                .and_then(|share| share.scaled(multiplier));
            let confidence = estimate.as_ref().and_then(|estimate| {
                let interval = estimate.confidence_interval(Z_95);
                Interval::new(interval.lo().max(0.0), interval.hi().min(multiplier))
            });
            (estimate, confidence)
        }
    };
    Ok(figure(
        value,
        within,
        estimate,
        confidence,
        top,
        Some(bottom),
        multiplier,
    ))
}

/// What is told of `within` when it was worked out of figures with these statuses, of which some are hidden; nothing when none is.
pub(super) fn hidden_by(
    statuses: impl IntoIterator<Item = Status>,
    within: Interval,
) -> Option<Outcome> {
    let hidden = statuses.into_iter().filter(|status| status.is_hidden());
    let status = hidden.reduce(Status::together)?;
    Some(Outcome::Hidden {
        within,
        secondary: status == Status::SecondaryHidden,
    })
}

/// A figure that was worked out of a table of `all` by class, with what else was read of it.
pub(super) fn of_classes(
    value: f64,
    (within, confidence): (Interval, Interval),
    all: OperandValue,
    also: Vec<OperandValue>,
) -> Result<Outcome, Reason> {
    let estimate =
        Estimate::from_limits(value, within, confidence, Z_95).ok_or(Reason::NothingToDivideBy)?;
    Ok(Outcome::Figure(Box::new(Figure {
        value,
        within,
        confidence,
        estimate,
        numerator: all,
        denominator: None,
        multiplier: 1.0,
        also,
    })))
}

/// The interval of a sum or a mean of amounts: where what is published cannot be below zero, neither is what it would be without chance.
fn of_amounts(within: Interval, confidence: Interval) -> Option<Interval> {
    let least = within.lo().min(0.0);
    Interval::new(confidence.lo().max(least), confidence.hi())
}

/// An estimate from the limits of a score interval.
fn scored(
    value: f64,
    within: Interval,
    limits: Option<Interval>,
) -> (Option<Estimate>, Option<Interval>) {
    (
        limits.and_then(|limits| Estimate::from_limits(value, within, limits, Z_95)),
        limits,
    )
}

fn figure(
    value: f64,
    within: Interval,
    estimate: Option<Estimate>,
    confidence: Option<Interval>,
    numerator: OperandValue,
    denominator: Option<OperandValue>,
    multiplier: f64,
) -> Outcome {
    match (estimate, confidence) {
        (Some(estimate), Some(confidence)) => Outcome::Figure(Box::new(Figure {
            value,
            within,
            confidence,
            estimate,
            numerator,
            denominator,
            multiplier,
            also: Vec::new(),
        })),
        _ => Outcome::Missing(Reason::NothingToDivideBy),
    }
}
