//! A year held against the year before: by how many percent an amount changed, and through what cost did.

use super::entry::{Operand, SplitWhole};
use super::evaluate::{Figure, Outcome, Reason, Scope};
use super::operand::OperandValue;
use crate::cube::{CubeStore, Status};
use crate::release::Region;
use crate::statistics::{
    Estimate, Factor, Interval, Z_95, part_of_change_widened, parts_of_change, ratio_widened,
};
use crate::vocabulary::{Bilingual, Measure, Member};

/// A reason why cost changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// More or fewer youths.
    Youths,
    /// More or fewer trajectories for each.
    TrajectoriesPerYouth,
    /// A trajectory costs more or less.
    CostPerTrajectory,
    /// All of them.
    Together,
}

impl Cause {
    /// The factors of an amount.
    pub const fn of(whole: SplitWhole) -> &'static [Self] {
        match whole {
            SplitWhole::Cost => &[
                Self::Youths,
                Self::TrajectoriesPerYouth,
                Self::CostPerTrajectory,
            ],
            SplitWhole::CostPerYouth => &[Self::TrajectoriesPerYouth, Self::CostPerTrajectory],
        }
    }

    /// What it is made of: a measure, and what that is divided by.
    const fn measures(self) -> Option<(Measure, Option<Measure>)> {
        match self {
            Self::Youths => Some((Measure::Youths, None)),
            Self::TrajectoriesPerYouth => Some((Measure::Trajectories, Some(Measure::Youths))),
            Self::CostPerTrajectory => Some((Measure::Cost, Some(Measure::Trajectories))),
            Self::Together => None,
        }
    }

    /// Code in the data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Youths => "jeugdigen",
            Self::TrajectoriesPerYouth => "trajecten_per_jeugdige",
            Self::CostPerTrajectory => "kosten_per_traject",
            Self::Together => "samen",
        }
    }

    /// Label on the screen.
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Youths => Bilingual::new("Aantal jeugdigen", "Number of youths"),
            Self::TrajectoriesPerYouth => {
                Bilingual::new("Trajecten per jeugdige", "Care periods per youth")
            }
            Self::CostPerTrajectory => Bilingual::new("Kosten per traject", "Cost per care period"),
            Self::Together => Bilingual::new("Samen", "Together"),
        }
    }
}

/// Through what an amount changed: parts that are exactly the whole change, in whole euros.
#[derive(Clone, Debug, PartialEq)]
pub struct CostSplit {
    /// The amount.
    pub whole: SplitWhole,
    /// The year before.
    pub before: u16,
    /// The part of each of its factors.
    pub parts: Vec<(Cause, Outcome)>,
    /// The whole change.
    pub together: Outcome,
}

impl CostSplit {
    /// The parts, then all of them.
    pub fn rows(&self) -> impl Iterator<Item = (Cause, &Outcome)> {
        let parts = self.parts.iter().map(|(cause, part)| (*cause, part));
        parts.chain([(Cause::Together, &self.together)])
    }
}

/// The year before, when it is in the release and counted in the same way.
pub(super) fn year_before(region: &Region, scope: Scope, year: u16) -> Result<u16, Reason> {
    let before = region
        .years()
        .filter(|known| *known < year)
        .max()
        .ok_or(Reason::NoYearBefore)?;
    let is_between = |from: u16| before < from && from <= year;
    let is_broken = match scope {
        Scope::Area(area) => region.breaks_in(area).any(|entry| is_between(entry.from)),
        Scope::RestOf(area) => region
            .breaks_outside(area)
            .any(|entry| is_between(entry.from)),
    };
    if is_broken {
        Err(Reason::AcrossBreak)
    } else {
        Ok(before)
    }
}

/// By how many percent an amount changed, from the year before and the year itself.
///
/// The interval is that of a ratio of two sums of which no products are known: many youths are in both years, which makes the
/// change more certain than it says, never less.
pub(super) fn percent(
    [before, now]: [OperandValue; 2],
    [squares_before, squares_now]: [OperandValue; 2],
) -> Result<Outcome, Reason> {
    let status = before.status.together(now.status);
    let changed = |range: Interval| {
        let range = range.scale(100.0);
        range - Interval::exact(100.0)
    };
    let ratio = now
        .within
        .divided_by(before.within)
        .filter(|range| range.hi().is_finite())
        .ok_or(Reason::NothingToDivideBy)?;
    if status == Status::StructuralZero || before.status == Status::StructuralZero {
        return Err(Reason::NothingToDivideBy);
    }
    if status.is_hidden() {
        return Ok(Outcome::Hidden {
            within: changed(ratio),
            secondary: status == Status::SecondaryHidden,
        });
    }
    let estimate = ratio_widened(
        now.value / before.value,
        (now.within, squares_now.within),
        (before.within, squares_before.within),
    )
    .ok_or(Reason::NothingToDivideBy)?;
    let value = estimate.value() * 100.0 - 100.0;
    let estimate = Estimate::new(
        value,
        estimate.standard_error() * 100.0,
        changed(estimate.widening()).hull(Interval::exact(value)),
    )
    .ok_or(Reason::NothingToDivideBy)?;
    Ok(Outcome::Figure(Box::new(Figure {
        value,
        within: estimate.widening(),
        // No amount falls by more than all of it.
        confidence: at_least(estimate.confidence_interval(Z_95), -100.0),
        estimate,
        numerator: now,
        denominator: Some(before),
        multiplier: 100.0,
        also: Vec::new(),
    })))
}

fn at_least(range: Interval, least: f64) -> Interval {
    Interval::new(range.lo().max(least), range.hi()).unwrap_or(range)
}

/// Through what an amount changed on the year before, for the youths in `scope`, narrowed to `members`.
///
/// The amount is the product of the factors of [`Cause::of`], and its change is split by [`parts_of_change`]. It is bookkeeping on published
/// figures: what it leaves open comes from rounding alone, and nothing is tested.
///
/// # Errors
/// When there is no comparable year before, a figure is missing, or one may be zero. When one is hidden, the parts are so too.
pub fn split(
    whole: SplitWhole,
    store: &CubeStore,
    region: &Region,
    scope: Scope,
    year: u16,
    members: &[Member],
) -> Result<CostSplit, Reason> {
    let before = year_before(region, scope, year)?;
    let read = |measure, year| Operand::of(measure).read(store, region, scope, year, members);
    let both = |measure| Ok([read(measure, before)?, read(measure, year)?]);
    let amounts = Amounts {
        youths: both(Measure::Youths)?,
        trajectories: both(Measure::Trajectories)?,
        cost: both(Measure::Cost)?,
    };
    if amounts.all().any(|value| value.within.lo() <= 0.0) {
        return Err(Reason::NothingToDivideBy);
    }
    amounts
        .split(whole, before)
        .ok_or(Reason::NothingToDivideBy)
}

/// What a split is made of, in the year before and in the year itself; none is zero.
struct Amounts {
    youths: [OperandValue; 2],
    trajectories: [OperandValue; 2],
    cost: [OperandValue; 2],
}

/// A factor as rounding leaves it, and as it is shown.
type Known = (Factor, (f64, f64));

impl Amounts {
    fn all(&self) -> impl Iterator<Item = &OperandValue> {
        self.youths
            .iter()
            .chain(&self.trajectories)
            .chain(&self.cost)
    }

    fn of(&self, measure: Measure) -> &[OperandValue; 2] {
        match measure {
            Measure::Youths => &self.youths,
            Measure::Trajectories => &self.trajectories,
            _ => &self.cost,
        }
    }

    fn factor(&self, (top, bottom): (Measure, Option<Measure>)) -> Option<Known> {
        let (top, bottom) = (self.of(top), bottom.map(|bottom| self.of(bottom)));
        let within = |at: usize| match bottom {
            Some(bottom) => top[at].within.divided_by(bottom[at].within),
            None => Some(top[at].within),
        };
        let value = |at: usize| top[at].value / bottom.map_or(1.0, |bottom| bottom[at].value);
        Some((
            Factor {
                before: within(0)?,
                after: within(1)?,
            },
            (value(0), value(1)),
        ))
    }

    fn split(&self, whole: SplitWhole, before: u16) -> Option<CostSplit> {
        let per = match whole {
            SplitWhole::Cost => None,
            SplitWhole::CostPerYouth => Some(Measure::Youths),
        };
        let (product, change) = self.factor((Measure::Cost, per))?;
        let causes = Cause::of(whole);
        let factors: Vec<Known> = causes
            .iter()
            .map(|cause| self.factor(cause.measures()?))
            .collect::<Option<_>>()?;
        let values: Vec<_> = factors.iter().map(|(_, value)| *value).collect();
        // In whole euros, as cost is published; what rounding leaves goes to the last, so that the parts are the whole.
        let total = (change.1 - change.0).round();
        let mut parts: Vec<f64> = parts_of_change(change, &values)?
            .into_iter()
            .map(f64::round)
            .collect();
        let others: f64 = parts.iter().rev().skip(1).sum();
        *parts.last_mut()? = total - others;
        let parts = causes
            .iter()
            .zip(&factors)
            .zip(parts)
            .map(|((cause, factor), value)| {
                let within = part_of_change_widened(product, factor.0)?;
                Some((*cause, self.outcome(value, within)?))
            });
        Some(CostSplit {
            whole,
            before,
            parts: parts.collect::<Option<_>>()?,
            together: self.outcome(total, product.after - product.before)?,
        })
    }

    fn outcome(&self, value: f64, within: Interval) -> Option<Outcome> {
        let status = self
            .all()
            .fold(Status::Shown, |status, value| status.together(value.status));
        if status.is_hidden() {
            return Some(Outcome::Hidden {
                within,
                secondary: status == Status::SecondaryHidden,
            });
        }
        let within = within.hull(Interval::exact(value));
        Some(Outcome::Figure(Box::new(Figure {
            value,
            within,
            confidence: within,
            estimate: Estimate::new(value, 0.0, within)?,
            numerator: self.cost[1].clone(),
            denominator: Some(self.cost[0].clone()),
            multiplier: 1.0,
            also: self
                .youths
                .iter()
                .chain(&self.trajectories)
                .cloned()
                .collect(),
        })))
    }
}
