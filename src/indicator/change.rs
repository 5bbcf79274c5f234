//! A year held against the year before: by how many percent an amount changed, and why cost did.

use super::entry::Operand;
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
    /// The three, then all of them.
    pub const ALL: [Self; 4] = [
        Self::Youths,
        Self::TrajectoriesPerYouth,
        Self::CostPerTrajectory,
        Self::Together,
    ];

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
                Bilingual::new("Trajecten per jeugdige", "Trajectories per youth")
            }
            Self::CostPerTrajectory => Bilingual::new("Kosten per traject", "Cost per trajectory"),
            Self::Together => Bilingual::new("Samen", "Together"),
        }
    }
}

/// Why cost changed: three parts that are exactly the whole change, in whole euros.
#[derive(Clone, Debug, PartialEq)]
pub struct CostSplit {
    /// The year before.
    pub before: u16,
    /// The parts, in the order of [`Cause::ALL`].
    pub parts: [Outcome; 3],
    /// The whole change.
    pub together: Outcome,
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

/// Why cost changed on the year before, for the youths in `scope`, narrowed to `members`.
///
/// Cost = youths × trajectories per youth × cost per trajectory, split by [`parts_of_change`]. It is bookkeeping on published
/// figures: what it leaves open comes from rounding alone, and nothing is tested.
///
/// # Errors
/// When there is no comparable year before, a figure is missing, or one may be zero. When one is hidden, the parts are so too.
pub fn split(
    store: &CubeStore,
    region: &Region,
    scope: Scope,
    year: u16,
    members: &[Member],
) -> Result<CostSplit, Reason> {
    let before = year_before(region, scope, year)?;
    let read = |measure, year| Operand::of(measure).read(store, region, scope, year, members);
    let both = |measure| Ok([read(measure, before)?, read(measure, year)?]);
    let youths = both(Measure::Youths)?;
    let trajectories = both(Measure::Trajectories)?;
    let cost = both(Measure::Cost)?;
    let all = || youths.iter().chain(&trajectories).chain(&cost);
    if all().any(|value| value.within.lo() <= 0.0) {
        return Err(Reason::NothingToDivideBy);
    }
    let status = all().fold(Status::Shown, |status, value| status.together(value.status));
    let factor = |top: &[OperandValue; 2], bottom: Option<&[OperandValue; 2]>| {
        let of = |at: usize| match bottom {
            Some(bottom) => top[at].within.divided_by(bottom[at].within),
            None => Some(top[at].within),
        };
        let value = |at: usize| top[at].value / bottom.map_or(1.0, |bottom| bottom[at].value);
        Some((
            Factor {
                before: of(0)?,
                after: of(1)?,
            },
            (value(0), value(1)),
        ))
    };
    let (whole, change) = factor(&cost, None).ok_or(Reason::NothingToDivideBy)?;
    let factors: Vec<_> = [
        factor(&youths, None),
        factor(&trajectories, Some(&youths)),
        factor(&cost, Some(&trajectories)),
    ]
    .into_iter()
    .collect::<Option<_>>()
    .ok_or(Reason::NothingToDivideBy)?;
    let values: Vec<_> = factors.iter().map(|(_, value)| *value).collect();
    let exact = parts_of_change(change, &values).ok_or(Reason::NothingToDivideBy)?;
    let [youths_part, per_youth, _] = exact[..] else {
        return Err(Reason::NothingToDivideBy);
    };
    let total = change.1 - change.0;
    let (youths_part, per_youth) = (youths_part.round(), per_youth.round());
    // In whole euros, as cost is published; what rounding leaves goes to the last, so that the parts are the whole.
    let parts = [youths_part, per_youth, total - youths_part - per_youth];
    let outcome = |value: f64, within: Interval| {
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
            numerator: cost[1].clone(),
            denominator: Some(cost[0].clone()),
            multiplier: 1.0,
            also: youths.iter().chain(&trajectories).cloned().collect(),
        })))
    };
    let part = |at: usize| {
        let within = part_of_change_widened(whole, factors[at].0)?;
        outcome(parts[at], within)
    };
    let answer = || {
        Some(CostSplit {
            before,
            parts: [part(0)?, part(1)?, part(2)?],
            together: outcome(total, whole.after - whole.before)?,
        })
    };
    answer().ok_or(Reason::NothingToDivideBy)
}
