//! The figures of a release as their reader meets them: what is shown, what is hidden and why, and how much of the hidden may
//! be worked out.

use super::layout::{FigureName, Layout};
use super::relations::{amounts, relations};
use super::system::System;
use crate::cube::{Cell, CellKey, CubeStore};
use crate::indicator::headline_cells;
use crate::release::{Region, rounding};
use crate::vocabulary::{Measure, Table};

/// What became of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Shown, rounded.
    Shown,
    /// Zero, as everybody knows.
    StructuralZero,
    /// Hidden, and any reader knows that it is under the threshold.
    Small,
    /// Hidden because the cell holds too few youths, or because one contributor dominates it; the figure itself may be large.
    OfFew,
    /// Hidden to protect another figure. Nothing is told of its size, for it could be [`Self::Untold`].
    ForAnother,
    /// Hidden for its own sake without saying so: to a reader it looks hidden for another. So are counts of nearly everybody in a
    /// group, and some small ones, so that what is hidden for another may be small as far as she knows.
    Untold,
    /// Not known yet.
    Unknown,
}

impl Fate {
    /// Whether the figure itself must be protected.
    pub fn is_protected(self) -> bool {
        matches!(self, Self::Small | Self::OfFew | Self::Untold)
    }

    /// Whether it is hidden.
    pub fn is_hidden(self) -> bool {
        self.is_protected() || self == Self::ForAnother
    }
}

/// By how much a figure must be more uncertain than the rule says. Reasoning relation by relation can be outdone by a linear
/// programme over all relations at once: room is left for what that could still narrow.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slack {
    /// Of a count.
    pub count: f64,
    /// Of an amount: a share of itself.
    pub share: f64,
    /// Of an amount, besides.
    pub amount: f64,
}

/// The interval that is left of an amount however small it is.
const LEAST_WIDTH: f64 = 1.0;

/// All figures of a release with the relations between them. A variable is a figure: see [`Layout`].
#[derive(Clone, Debug)]
pub struct Figures<'a> {
    /// Which variable is which figure.
    pub layout: Layout,
    /// What became of each.
    pub fates: Vec<Fate>,
    /// As published; for a hidden figure nothing that may be read.
    pub published: Vec<f64>,
    /// The relations between them.
    pub system: System,
    /// What the files say besides of hidden figures.
    said: Vec<(f64, f64)>,
    /// Whether the reader is told of every hidden figure why it is: then a count that is hidden for another is at least the threshold.
    tells_reasons: bool,
    region: &'a Region,
}

impl<'a> Figures<'a> {
    /// Figures with these fates.
    pub(super) fn new(
        layout: Layout,
        fates: Vec<Fate>,
        published: Vec<f64>,
        region: &'a Region,
    ) -> Self {
        let is_known = |variable: usize| fates[variable] != Fate::Unknown;
        let rows = relations(&layout, region, is_known);
        let amounts = amounts(&layout, is_known);
        Self {
            system: System::new(layout.len(), rows).with_amounts(amounts),
            said: vec![(0.0, f64::INFINITY); layout.len()],
            layout,
            fates,
            published,
            tells_reasons: false,
            region,
        }
    }

    /// The figures that stand in published cubes, as an outsider reads them; of one year, or of all.
    pub fn from_cubes(store: &CubeStore, region: &'a Region, year: Option<u16>) -> Self {
        let wanted = |key: &CellKey| year.is_none_or(|year| year == key.year);
        let layout = Layout::new(Table::ALL.into_iter().map(|table| {
            let keys = table
                .lattice()
                .into_iter()
                .filter_map(|margin| store.cube(table, margin))
                .flat_map(|cube| cube.keys().iter().copied())
                .filter(wanted)
                .collect();
            (table, keys)
        }));
        let mut fates = vec![Fate::Unknown; layout.len()];
        let mut published = vec![0.0; layout.len()];
        let mut said = vec![(0.0, f64::INFINITY); layout.len()];
        for table in Table::ALL {
            for cube in table
                .lattice()
                .into_iter()
                .filter_map(|margin| store.cube(table, margin))
            {
                for (measure, column) in cube.columns() {
                    let persons = measure.persons();
                    let of_youths = cube
                        .columns()
                        .iter()
                        .find(|(measure, _)| Some(*measure) == persons);
                    for (row, key) in cube
                        .keys()
                        .iter()
                        .enumerate()
                        .filter(|(_, key)| wanted(key))
                    {
                        let Some(variable) = layout.variable(*key, *measure) else {
                            continue;
                        };
                        let few_youths = of_youths.is_some_and(|(_, youths)| {
                            matches!(
                                youths.cell(row),
                                Cell::Hidden {
                                    secondary: false,
                                    ..
                                }
                            )
                        });
                        let counts = measure.is_count_of_youths()
                            && (!few_youths || Some(*measure) == persons);
                        fates[variable] = match column.cell(row) {
                            Cell::Shown { value, .. } => {
                                published[variable] = value;
                                Fate::Shown
                            }
                            Cell::StructuralZero => Fate::StructuralZero,
                            Cell::Hidden { within, secondary } => {
                                said[variable] = (within.lo(), within.hi());
                                match (secondary, counts) {
                                    (true, _) => Fate::ForAnother,
                                    (false, true) => Fate::Small,
                                    (false, false) => Fate::OfFew,
                                }
                            }
                            Cell::Unknown | Cell::NotApplicable => Fate::Unknown,
                        };
                    }
                }
            }
        }
        Self {
            said,
            ..Self::new(layout, fates, published, region)
        }
    }

    /// Adds what is known of a figure from elsewhere: an earlier release, say.
    pub fn learn(&mut self, variable: usize, low: f64, high: f64) {
        let said = &mut self.said[variable];
        *said = (said.0.max(low), said.1.min(high));
    }

    /// Takes figures that look hidden for another as what they are: hidden for their own sake. Only the publisher knows which.
    pub fn protect_untold(&mut self, reasons: &[(FigureName, Fate)]) {
        for (name, _) in reasons {
            if let Some(variable) = self.layout.variable(name.key, name.measure)
                && self.fates[variable] == Fate::ForAnother
            {
                self.fates[variable] = Fate::Untold;
            }
        }
    }

    /// The same to a reader who is told of every hidden figure why it is: also of those in `reasons`, which look hidden for another.
    /// She knows more than any reader, so whatever stays uncertain to her does so to all.
    #[must_use]
    pub fn told(&self, reasons: &[(FigureName, Fate)]) -> Self {
        let mut told = Self {
            tells_reasons: true,
            ..self.clone()
        };
        told.protect_untold(reasons);
        for (name, fate) in reasons {
            if let Some(variable) = told.layout.variable(name.key, name.measure)
                && told.fates[variable] == Fate::Untold
            {
                told.fates[variable] = *fate;
            }
        }
        told
    }

    /// The same to a reader who is not told why what is hidden for another is.
    #[must_use]
    pub(super) fn untold(&self) -> Self {
        Self {
            tells_reasons: false,
            ..self.clone()
        }
    }

    /// The region they are about.
    pub fn region(&self) -> &'a Region {
        self.region
    }

    /// The measure of a figure.
    pub fn measure(&self, variable: usize) -> Measure {
        self.layout.name(variable).measure
    }

    /// What the overview opens with, and the totals of what it does not show: never hidden for another figure. Of a measure that it
    /// shows for one age group, the total of all ages may be hidden: with both, the few of other ages could be worked out.
    pub fn is_headline(&self, variable: usize) -> bool {
        let FigureName { key, measure } = self.layout.name(variable);
        measure.is_public() || headline_cells(measure, key.year, key.area).contains(&key)
    }

    /// Where the true value of a figure lies when it is shown.
    pub fn within(&self, variable: usize) -> (f64, f64) {
        let within = rounding(
            self.region,
            self.measure(variable),
            self.published[variable],
        );
        (within.lo(), within.hi())
    }

    /// What a reader knows of a figure before she starts to reason.
    pub fn known(&self, variable: usize) -> (f64, f64) {
        let threshold = f64::from(self.region.policy().drempel);
        let (low, high) = match self.fates[variable] {
            Fate::Shown => self.within(variable),
            Fate::StructuralZero => (0.0, 0.0),
            Fate::Small => (0.0, threshold - 1.0),
            Fate::ForAnother
                if self.tells_reasons && self.measure(variable).is_count_of_youths() =>
            {
                (threshold, f64::INFINITY)
            }
            Fate::OfFew | Fate::ForAnother | Fate::Untold | Fate::Unknown => (0.0, f64::INFINITY),
        };
        let (said_low, said_high) = self.said[variable];
        (low.max(said_low), high.min(said_high))
    }

    /// What a reader knows of every figure before she starts to reason.
    pub fn all_known(&self) -> Vec<(f64, f64)> {
        (0..self.fates.len())
            .map(|variable| self.known(variable))
            .collect()
    }

    /// The interval that must be left of a protected figure which may be as large as `high`; `None` for one that is not protected.
    pub fn required_width(&self, variable: usize, high: f64) -> Option<f64> {
        let policy = self.region.policy();
        if !self.fates[variable].is_protected() {
            None
        } else if self.measure(variable).is_count_of_youths() {
            Some(f64::from(policy.breedte))
        } else {
            // Even of what can only be nothing something has to stay uncertain.
            Some((self.share_of_amounts() * high).max(self.least_width(variable)))
        }
    }

    /// How large a protected figure has to be able to be when it can be `low`, so that the interval between is wide enough.
    pub fn enough_above(&self, variable: usize, low: f64) -> f64 {
        if self.measure(variable).is_count_of_youths() {
            low + f64::from(self.region.policy().breedte)
        } else {
            (low / (1.0 - self.share_of_amounts())).max(low + self.least_width(variable))
        }
    }

    /// The interval that is left of an amount however small it is. What is not in a part of a shown amount must stay as uncertain, and
    /// it may be nearly all of it.
    fn least_width(&self, variable: usize) -> f64 {
        let FigureName { key, measure } = self.layout.name(variable);
        let whole = measure
            .part_of()
            .and_then(|whole| self.layout.variable(key, whole))
            .filter(|whole| self.fates[*whole] == Fate::Shown)
            .map_or(0.0, |whole| self.published[whole]);
        (self.share_of_amounts() * whole).max(LEAST_WIDTH)
    }

    fn share_of_amounts(&self) -> f64 {
        f64::from(self.region.policy().breedte_bedrag) / 100.0
    }

    /// Whether a reader may know that a figure lies between `low` and `high`.
    pub fn may_be_known(&self, variable: usize, low: f64, high: f64, slack: Slack) -> bool {
        if high.is_infinite() {
            return true;
        }
        let Some(width) = self.required_width(variable, high) else {
            return true;
        };
        let extra = if self.measure(variable).is_count_of_youths() {
            slack.count
        } else {
            slack.share * high + slack.amount
        };
        high - low >= width + extra
    }
}

#[cfg(test)]
#[path = "figures_tests.rs"]
mod tests;
