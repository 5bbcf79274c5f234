//! How long care lasts that began in a year, with what still runs: from its life table.

use super::entry::SurvivalAsk;
use super::evaluate::{Outcome, Reason, Scope, hidden_by, of_classes};
use super::operand::OperandValue;
use crate::cube::{CellKey, CubeStore, Status};
use crate::release::Region;
use crate::statistics::{Beyond, Interval, Reached, Z_95, falls_to, life_table};
use crate::vocabulary::{Dimension, Measure, Member, Table};

/// What is asked of the trajectories that began in `year`, as far as they are followed. `read` gives a measure of a class of duration, or of
/// all that began.
///
/// Only classes count that all of them can have gone through by then: of those who began late in the year nothing is left to chance.
pub(super) fn survival(
    ask: SurvivalAsk,
    (year, followed): (u16, Followed),
    read: &dyn Fn(Measure, Option<Member>) -> Result<OperandValue, Reason>,
) -> Result<Outcome, Reason> {
    let all = read(Measure::Begun, None)?;
    if all.status == Status::StructuralZero || all.within.hi() <= 0.0 {
        return Err(Reason::NotApplicable);
    }
    let is_over = |class: &Member| {
        let ends = class.years_of_end(year);
        ends.and_then(|(_, last)| last)
            .is_some_and(|last| last <= followed.to)
    };
    let mut classes: Vec<Member> = Dimension::Duration.parts().take_while(is_over).collect();
    if let SurvivalAsk::StillRunning(until) = ask {
        let asked = Dimension::Duration.parts();
        let asked = asked.take_while(|class| class.code() != until).count();
        if asked > classes.len() {
            return Err(followed.why_no_further());
        }
        classes.truncate(asked);
    }
    if classes.is_empty() {
        return Err(followed.why_no_further());
    }
    let curve = Curve::read(&classes, read)?;
    let (within, confidence, value, used) = match ask {
        SurvivalAsk::StillRunning(_) => curve.at_the_end().ok_or(Reason::NothingToDivideBy)?,
        SurvivalAsk::Median if !curve.falls_to_half() => return Err(followed.why_no_further()),
        SurvivalAsk::Median => curve.median().ok_or(Reason::MarginTooWide)?,
    };
    let used = &curve.read[..curve.read.len().min(used)];
    let read_of = used.iter().chain([&all]).map(|value| value.status);
    if let Some(hidden) = hidden_by(read_of, within) {
        return Ok(hidden);
    }
    of_classes(value, (within, confidence), all, used.to_vec())
}

/// How far care that began in a year is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Followed {
    /// Up to the end of this year.
    to: u16,
    /// Whether it is followed further, into years that are counted in another way.
    is_up_to_break: bool,
}

impl Followed {
    fn why_no_further(self) -> Reason {
        if self.is_up_to_break {
            Reason::FollowedAcrossBreak
        } else {
            Reason::NotFollowedYet
        }
    }
}

/// How far the care of a scope that began in `year` is followed: to the last year in which any can have begun, which is not the last of the
/// release when the reference day lies within that; and not into a year from which on it is counted in another way, as whoever is no
/// longer counted has not ended care.
pub(super) fn followed(store: &CubeStore, region: &Region, scope: Scope, year: u16) -> Followed {
    let first = Dimension::Duration.parts().next();
    let is_told = |year: &u16| {
        let key = first.map(|class| CellKey::total(*year, region.whole()).with(class));
        key.is_some_and(|key| store.find(key, Measure::Lasted).is_some())
            || region.is_left_out(Table::Survival, *year)
    };
    let last = region.years().rev().find(is_told);
    let last = last.unwrap_or_else(|| region.last_year());
    let breaks: Vec<u16> = match scope {
        Scope::Area(area) => region.breaks_in(area).map(|entry| entry.from).collect(),
        Scope::RestOf(area) => region
            .breaks_outside(area)
            .map(|entry| entry.from)
            .collect(),
    };
    let next = breaks.into_iter().filter(|from| *from > year).min();
    let to = next.map_or(last, |from| last.min(from - 1));
    Followed {
        to,
        is_up_to_break: to < last,
    }
}

/// The classes of a life table out of the values it was read from, two for each class, and what reached the next after the last.
pub fn classes_of(
    values: &[OperandValue],
    reached: impl Fn(&OperandValue) -> f64,
    ended: impl Fn(&OperandValue) -> f64,
) -> Option<(Vec<Reached>, f64)> {
    let (next, pairs) = values.split_last()?;
    let class = |pair: &[OperandValue]| Reached {
        number: reached(&pair[0]),
        events: ended(&pair[1]),
    };
    Some((pairs.chunks_exact(2).map(class).collect(), reached(next)))
}

/// What lies within, what it may be by chance, the figure, and how many values it was read from.
type Told = (Interval, Interval, f64, usize);

/// The share that still runs at the end of each class.
struct Curve {
    /// Where the classes end, in days.
    ends: Vec<f64>,
    value: Vec<Beyond>,
    /// With as many as can be that ended, and as few that reached; and the other way round.
    lowest: Vec<Beyond>,
    highest: Vec<Beyond>,
    /// Two for each class, and what reached the next after the last.
    read: Vec<OperandValue>,
}

impl Curve {
    fn read(
        classes: &[Member],
        read: &dyn Fn(Measure, Option<Member>) -> Result<OperandValue, Reason>,
    ) -> Result<Self, Reason> {
        let mut values = Vec::new();
        let mut ends = Vec::new();
        for class in classes {
            let (begins, days) = class.days_lasted().ok_or(Reason::InOpenClass)?;
            ends.push((begins + days) as f64);
            values.push(read(Measure::Lasted, Some(*class))?);
            values.push(read(Measure::EndedInClass, Some(*class))?);
        }
        let mut later = Dimension::Duration.parts();
        let next = later.nth(classes.len());
        values.push(read(
            Measure::Lasted,
            Some(next.ok_or(Reason::NotPublished)?),
        )?);
        let table = |reached: &dyn Fn(&OperandValue) -> f64,
                     ended: &dyn Fn(&OperandValue) -> f64| {
            let (classes, next) = classes_of(&values, reached, ended)?;
            life_table(&classes, next)
        };
        let (low, high) = (
            |value: &OperandValue| value.within.lo(),
            |value: &OperandValue| value.within.hi(),
        );
        let of_value = |value: &OperandValue| value.value;
        Ok(Self {
            value: table(&of_value, &of_value).ok_or(Reason::NothingToDivideBy)?,
            lowest: table(&low, &high).ok_or(Reason::NothingToDivideBy)?,
            highest: table(&high, &low).ok_or(Reason::NothingToDivideBy)?,
            ends,
            read: values,
        })
    }

    /// Of every hundred, how many still run at the end of the last class.
    fn at_the_end(&self) -> Option<Told> {
        let (value, lowest, highest) = (
            self.value.last()?,
            self.lowest.last()?,
            self.highest.last()?,
        );
        let within = Interval::new(lowest.survival, highest.survival)?.scale(100.0);
        let confidence =
            Interval::new(lowest.limits(Z_95).lo(), highest.limits(Z_95).hi())?.scale(100.0);
        let value = (100.0 * value.survival).clamp(within.lo(), within.hi());
        Some((within, confidence, value, self.read.len()))
    }

    /// Whether half have ended, as far as the figures themselves tell.
    fn falls_to_half(&self) -> bool {
        self.value.last().is_some_and(|end| end.survival <= 0.5)
    }

    /// When half still run: where the curve falls to one half, and its limits do (Brookmeyer & Crowley, Biometrics 38, 1982, 29-41). Nothing when
    /// one of those does not.
    fn median(&self) -> Option<Told> {
        let fall = |curve: &[Beyond], share: &dyn Fn(&Beyond) -> f64| {
            let shares = curve.iter().map(share);
            falls_to(0.5, self.ends.iter().copied().zip(shares))
        };
        let of = |beyond: &Beyond| beyond.survival;
        let within = Interval::new(fall(&self.lowest, &of)?, fall(&self.highest, &of)?)?;
        let confidence = Interval::new(
            fall(&self.lowest, &|beyond| beyond.limits(Z_95).lo())?,
            fall(&self.highest, &|beyond| beyond.limits(Z_95).hi())?,
        )?;
        let value = fall(&self.value, &of)?.clamp(within.lo(), within.hi());
        let classes = self.ends.iter().filter(|end| **end < within.hi()).count() + 1;
        Some((within, confidence, value, 2 * classes + 1))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
#[path = "survival_tests.rs"]
mod tests;
