//! One table in one year: what is hidden because it is small, and what may be shown beside it.

use std::cmp::Reverse;

use super::bounds::{Knowledge, Stopped};
use super::raw::RawTable;
use super::relations::{System, relations};
use super::rounding::rounded;
use crate::cube::CellKey;
use crate::indicator::headline_cells;
use crate::release::{Region, rounding};
use crate::vocabulary::{Measure, MeasureUnit};

/// A hidden amount of few youths must stay uncertain by at least this share of itself.
const AMOUNT_WIDTH: f64 = 0.2;

/// On the way a hidden amount must stay uncertain by a little more: going through the relations in another order can move a
/// bound by some half euros, and the check at the end goes through them in another order.
const ON_THE_WAY: Slack = Slack {
    count: 2.0,
    share: 0.01,
    amount: 10.0,
};
const AT_THE_END: Slack = Slack {
    count: 0.0,
    share: 0.0,
    amount: 0.0,
};

/// A figure of which it takes longer to think through what it tells stays hidden: to be slow may not mean to be unsafe.
const STEPS: usize = 20_000;

/// By how much a figure must be more uncertain than the rule says. Reasoning relation by relation can be outdone by a linear
/// programme over all relations at once: room is left for what that could still narrow.
#[derive(Clone, Copy)]
struct Slack {
    /// Of a count.
    count: f64,
    /// Of an amount: a share of itself.
    share: f64,
    /// Of an amount, besides.
    amount: f64,
}

/// What becomes of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Shown,
    /// Hidden, and any reader knows that it is under the threshold.
    Small,
    /// Hidden because the cell holds too few youths; the figure itself may be large.
    OfFewYouths,
    /// Hidden to protect another figure; a count of this kind is at least the threshold.
    ForAnother,
    Unknown,
}

/// The figures of one table in one year. A variable is a measure of a cell: see [`relations`].
pub(super) struct Year<'a> {
    pub(super) keys: Vec<CellKey>,
    pub(super) fates: Vec<Fate>,
    measures: &'a [Measure],
    values: Vec<i64>,
    system: System,
    region: &'a Region,
}

impl<'a> Year<'a> {
    /// The figures of `year`, of which only the small ones are hidden.
    pub(super) fn new(
        raw: &RawTable,
        year: u16,
        measures: &'a [Measure],
        region: &'a Region,
    ) -> Self {
        let cells: Vec<_> = raw
            .cells
            .iter()
            .filter(|(key, _)| key.year == year)
            .collect();
        let keys: Vec<CellKey> = cells.iter().map(|(key, _)| **key).collect();
        let values: Vec<i64> = cells
            .iter()
            .flat_map(|(_, values)| values.iter().copied())
            .collect();
        let system = System::new(values.len(), relations(raw.table, &keys, region));
        let mut problem = Self {
            keys,
            fates: Vec::new(),
            measures,
            values,
            system,
            region,
        };
        problem.fates = (0..problem.values.len())
            .map(|variable| problem.fate_by_size(variable, raw))
            .collect();
        problem
    }

    pub(super) fn measure(&self, variable: usize) -> Measure {
        self.measures[variable % self.measures.len()]
    }

    pub(super) fn key(&self, variable: usize) -> CellKey {
        self.keys[variable / self.measures.len()]
    }

    /// The figure as it is published when it is shown.
    pub(super) fn rounded(&self, variable: usize) -> f64 {
        rounded(
            self.values[variable],
            self.measure(variable).unit(),
            self.region.policy(),
        )
    }

    /// The number of youths in the cell of a figure.
    fn persons(&self, variable: usize) -> Option<usize> {
        let persons = self.measure(variable).table().persons()?;
        let place = self
            .measures
            .iter()
            .position(|measure| *measure == persons)?;
        Some(variable - variable % self.measures.len() + place)
    }

    fn is_headline(&self, variable: usize) -> bool {
        let (key, measure) = (self.key(variable), self.measure(variable));
        measure.unit() == MeasureUnit::Inhabitants
            || headline_cells(measure, key.year, key.area).contains(&key)
    }

    fn threshold(&self) -> f64 {
        f64::from(self.region.policy().drempel)
    }

    fn is_small(&self, variable: usize) -> bool {
        (self.values[variable] as f64) < self.threshold()
    }

    /// Primary rules: small counts, and every figure about few youths.
    fn fate_by_size(&self, variable: usize, raw: &RawTable) -> Fate {
        let measure = self.measure(variable);
        let persons = self.persons(variable);
        let few_youths = persons.is_some_and(|persons| self.is_small(persons));
        if measure.unit() == MeasureUnit::Inhabitants {
            Fate::Shown
        } else if raw.unknown.contains(&(self.key(variable).year, measure)) {
            Fate::Unknown
        } else if measure.is_count_of_youths()
            && self.is_small(variable)
            && (!few_youths || persons == Some(variable))
        {
            Fate::Small
        } else if few_youths {
            Fate::OfFewYouths
        } else {
            Fate::Shown
        }
    }

    /// What a reader knows of every figure before she starts to reason.
    fn known(&self) -> Knowledge {
        let of = |variable: usize, fate: &Fate| match fate {
            Fate::Shown => self.within(variable),
            Fate::Small => (0.0, self.threshold() - 1.0),
            Fate::ForAnother if self.measure(variable).is_count_of_youths() => {
                (self.threshold(), f64::INFINITY)
            }
            Fate::OfFewYouths | Fate::ForAnother | Fate::Unknown => (0.0, f64::INFINITY),
        };
        Knowledge::new(
            self.fates
                .iter()
                .enumerate()
                .map(|(variable, fate)| of(variable, fate))
                .collect(),
            &self.system,
        )
    }

    /// Where the true value lies when the figure is shown.
    fn within(&self, variable: usize) -> (f64, f64) {
        let within = rounding(self.region, self.measure(variable), self.rounded(variable));
        (within.lo(), within.hi())
    }

    /// Secondary suppression. Begins with nothing shown but the headlines, and then shows figure after figure unless that
    /// would tell too much of one that must stay hidden: so what is shown is safe at every moment, and nothing more can be
    /// shown at the end. A cell of which the number of youths stays hidden stays hidden as a whole.
    ///
    /// # Errors
    /// The variable that the headlines alone tell too much of.
    pub(super) fn show_what_may_be_shown(&mut self) -> Result<(), usize> {
        let mut others: Vec<usize> = (0..self.fates.len())
            .filter(|variable| self.fates[*variable] == Fate::Shown && !self.is_headline(*variable))
            .collect();
        for variable in &others {
            self.fates[*variable] = Fate::ForAnother;
        }
        others.sort_by_cached_key(|variable| self.turn(*variable));
        let mut knowledge = self.work_out()?;
        for variable in others {
            if self.persons(variable).is_some_and(|persons| {
                persons != variable && self.fates[persons] == Fate::ForAnother
            }) {
                continue;
            }
            let allowed = |variable, low, high| self.may_be_known(variable, low, high, ON_THE_WAY);
            if knowledge
                .learn(
                    (variable, self.within(variable)),
                    &self.system,
                    STEPS,
                    allowed,
                )
                .is_ok()
            {
                knowledge.keep();
                self.fates[variable] = Fate::Shown;
            } else {
                knowledge.forget();
            }
        }
        Ok(())
    }

    /// What a reader can work out from all that is shown.
    ///
    /// # Errors
    /// The variable of which that is too much.
    pub(super) fn work_out(&self) -> Result<Knowledge, usize> {
        let mut knowledge = self.known();
        let steps = self.system.relations().len().saturating_mul(200);
        match knowledge.reason(&self.system, steps, |variable, low, high| {
            self.may_be_known(variable, low, high, AT_THE_END)
        }) {
            Ok(()) => {
                knowledge.keep();
                Ok(knowledge)
            }
            Err(Stopped::TooFar(variable)) => Err(variable),
            Err(Stopped::TooLong) => Err(0),
        }
    }

    /// When it is a figure's turn to be shown. Numbers of youths first, as whole cells hang on them; then what is broken down
    /// least; then what stands apart from small figures, so that those share the figures hidden for them; then the largest.
    fn turn(&self, variable: usize) -> impl Ord + use<> {
        let small_neighbours: usize = self
            .system
            .touching(variable)
            .iter()
            // Two hidden figures in a relation protect each other: a third matters no more.
            .map(|relation| {
                self.system.relations()[*relation]
                    .variables()
                    .filter(|other| self.must_be_hidden(*other))
                    .count()
                    .min(2)
            })
            .sum();
        let hangs_on_another = self.persons(variable) != Some(variable);
        (
            hangs_on_another,
            self.key(variable).margin().dimensions().count(),
            small_neighbours,
            Reverse(self.values[variable]),
            variable,
        )
    }

    fn must_be_hidden(&self, variable: usize) -> bool {
        matches!(self.fates[variable], Fate::Small | Fate::OfFewYouths)
    }

    /// Whether a reader may know that a figure lies between `low` and `high`.
    fn may_be_known(&self, variable: usize, low: f64, high: f64, slack: Slack) -> bool {
        let width = f64::from(self.region.policy().breedte);
        match self.fates[variable] {
            // What was hidden for another figure is not about few youths itself; it may be known more or less.
            Fate::Shown | Fate::Unknown | Fate::ForAnother => true,
            Fate::Small => high - low >= width + slack.count,
            Fate::OfFewYouths if self.measure(variable).is_count_of_youths() => {
                high - low >= width + slack.count
            }
            Fate::OfFewYouths => {
                high - low
                    >= (AMOUNT_WIDTH + slack.share) * self.values[variable] as f64 + slack.amount
            }
        }
    }
}
