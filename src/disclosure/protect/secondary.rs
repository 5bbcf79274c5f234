//! Secondary suppression: which figures stay hidden so that no reader can work out those that must.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::error::ProtectError;
use super::primary;
use super::untold::{Secret, drawn, untold};
use crate::disclosure::bounds::{Knowledge, Stopped};
use crate::disclosure::figures::{Fate, Figures, Slack};
use crate::disclosure::layout::{FigureName, Layout};
use crate::disclosure::raw::RawTable;
use crate::disclosure::rounding::rounded;
use crate::disclosure::sensitive::SensitiveShare;
use crate::release::Region;

/// On the way a hidden figure must stay uncertain by more: a linear programme over all relations at once can narrow it further than
/// reasoning relation by relation. Amounts of one town in a few forms of care stand in circles that give it the most to go on.
const ON_THE_WAY: Slack = Slack {
    count: 2.0,
    share: 0.3,
    amount: 10.0,
};
/// With squares, which no linear programme goes on from: for what is reasoned in small steps ends a little sooner or later by where it begins.
const WITH_SQUARES: Slack = Slack {
    count: 2.0,
    share: 0.05,
    amount: 1.0,
};
const AT_THE_END: Slack = Slack {
    count: 0.0,
    share: 0.0,
    amount: 0.0,
};

/// A figure of which it takes longer to think through what it tells stays hidden: to be slow may not mean to be unsafe.
const STEPS: usize = 100_000;

/// Figures on their way to being published, with what they truly are.
pub(super) struct Protection<'a> {
    pub(super) figures: Figures<'a>,
    truths: Vec<i64>,
    pub(super) kept_hidden: BTreeSet<usize>,
}

impl<'a> Protection<'a> {
    /// The figures of all tables, of which only those that must be are hidden.
    pub(super) fn new(
        raw: &[RawTable],
        region: &'a Region,
        also_hidden: &[FigureName],
    ) -> Result<Self, ProtectError> {
        let published = |key: &crate::cube::CellKey| region.years().any(|year| year == key.year);
        let layout = Layout::new(raw.iter().map(|table| {
            let keys = table.cells.keys().filter(|key| published(key)).copied();
            (table.table, keys.collect())
        }));
        let (mut fates, mut truths, mut shown_as) = (Vec::new(), Vec::new(), Vec::new());
        for (table, block) in raw.iter().zip(layout.blocks()) {
            for key in &block.keys {
                let values = &table.cells[key];
                fates.extend(primary::fates(table, raw, *key, &block.measures, region));
                truths.extend_from_slice(values);
                shown_as.extend(
                    block
                        .measures
                        .iter()
                        .zip(values)
                        .map(|(measure, value)| rounded(*value, *measure, region.policy())),
                );
            }
        }
        let figures = Figures::new(layout, fates, shown_as, region);
        let kept_hidden = also_hidden
            .iter()
            .filter_map(|name| figures.layout.variable(name.key, name.measure))
            .collect();
        // Against a reader who knows why each is hidden, and so more than any.
        let protection = Self {
            figures: figures.told(&[]),
            truths,
            kept_hidden,
        };
        protection.check_truth()?;
        Ok(protection)
    }

    /// The figures as they are published. Of some it is not told that they are hidden for their own sake: of cells that are drawn, and of
    /// what looked hidden for another before it turned small, as that would be told of the earlier release as well. Of a cell that does
    /// not tell that it is about few youths, no figure does.
    pub(super) fn untold(&self, secret: &Secret) -> Figures<'a> {
        let mut figures = self.figures.untold();
        let drawn = drawn(secret, &figures);
        for variable in self.kept_hidden.iter().chain(&drawn) {
            let fate = &mut figures.fates[*variable];
            *fate = untold(*fate);
        }
        for variable in 0..figures.fates.len() {
            let persons = self.persons(variable);
            if persons.is_some_and(|persons| figures.fates[persons] == Fate::Untold) {
                let fate = &mut figures.fates[variable];
                *fate = untold(*fate);
            }
        }
        figures
    }

    /// Everything below reasons with relations: the true figures must keep them, or what is reasoned is worth nothing.
    fn check_truth(&self) -> Result<(), ProtectError> {
        let figures = &self.figures;
        for (variable, fate) in figures.fates.iter().enumerate() {
            if *fate == Fate::StructuralZero && self.truths[variable] != 0 {
                let FigureName { key, measure } = figures.layout.name(variable);
                let cell: Vec<&str> = key
                    .members()
                    .filter(|member| !member.is_total())
                    .map(crate::vocabulary::Member::code)
                    .collect();
                return Err(ProtectError::NotAlwaysZero {
                    cell: cell.join(", "),
                    measure: measure.code(),
                    year: key.year,
                });
            }
        }
        let truths: Vec<f64> = self.truths.iter().map(|truth| *truth as f64).collect();
        let system = &figures.system;
        match (0..system.len()).find(|row| system.violation(*row, &truths) > 0.0) {
            None => Ok(()),
            Some(row) => {
                let FigureName { key, measure } = figures.layout.name(system.terms(row)[0].0);
                Err(ProtectError::RelationBroken {
                    measure: measure.code(),
                    year: key.year,
                })
            }
        }
    }

    /// The number of youths in the cell of a figure.
    fn persons(&self, variable: usize) -> Option<usize> {
        let FigureName { key, measure } = self.figures.layout.name(variable);
        self.figures.layout.variable(key, measure.persons()?)
    }

    /// Secondary suppression. Begins with nothing shown but the headlines, and then shows figure after figure unless that
    /// would tell too much of one that must stay hidden: so what is shown is safe at every moment, and nothing more can be
    /// shown at the end. A cell of which the number of youths stays hidden stays hidden as a whole.
    ///
    /// # Errors
    /// [`ProtectError::HeadlinesDisclose`], with the figure that the headlines alone tell too much of.
    pub(super) fn show_what_may_be_shown(&mut self) -> Result<(), ProtectError> {
        let mut others: Vec<usize> = (0..self.figures.fates.len())
            .filter(|variable| {
                self.figures.fates[*variable] == Fate::Shown && !self.figures.is_headline(*variable)
            })
            .collect();
        for variable in &others {
            self.figures.fates[*variable] = Fate::ForAnother;
        }
        others.retain(|variable| !self.kept_hidden.contains(variable));
        others.sort_by_cached_key(|variable| self.turn(*variable));
        let disclosed = |variable| self.disclosed(variable);
        let system = &self.figures.system;
        // What a linear programme may still narrow is linear: only there more room is left on the way than at the end.
        let linear = Knowledge::of_linear(self.figures.all_known(), system);
        let mut linear = self.thought_through(linear).map_err(disclosed)?;
        let mut knowledge = self.work_out(&self.figures).map_err(disclosed)?;
        for variable in others {
            if self.persons(variable).is_some_and(|persons| {
                persons != variable && self.figures.fates[persons] != Fate::Shown
            }) {
                continue;
            }
            let shown = (variable, self.figures.within(variable));
            let this = &*self;
            let within =
                |slack| move |variable, low, high| this.may_be_known(variable, low, high, slack);
            let system = &self.figures.system;
            let may_be_shown = linear
                .learn(shown, system, STEPS, within(ON_THE_WAY))
                .is_ok()
                && knowledge
                    .learn(shown, system, STEPS, within(WITH_SQUARES))
                    .is_ok();
            if may_be_shown {
                linear.keep();
                knowledge.keep();
                self.figures.fates[variable] = Fate::Shown;
            } else {
                linear.forget();
                knowledge.forget();
            }
        }
        Ok(())
    }

    /// What a reader who is not told why figures are hidden can work out.
    pub(super) fn known_to_readers(&self) -> Result<Knowledge, ProtectError> {
        let figures = self.figures.untold();
        self.work_out(&figures)
            .map_err(|variable| self.disclosed(variable))
    }

    fn disclosed(&self, variable: usize) -> ProtectError {
        let FigureName { key, measure } = self.figures.layout.name(variable);
        if self.is_of_everybody(variable) {
            return ProtectError::OfEverybody {
                measure: measure.code(),
                area: self.figures.region().area(key.area).name.clone(),
                year: key.year,
            };
        }
        ProtectError::HeadlinesDisclose {
            measure: measure.code(),
            year: key.year,
        }
    }

    /// What a reader can work out from all that is shown.
    ///
    /// # Errors
    /// The figure of which that is too much.
    pub(super) fn work_out(&self, figures: &Figures) -> Result<Knowledge, usize> {
        self.thought_through(Knowledge::new(figures.all_known(), &figures.system))
    }

    fn thought_through(&self, mut knowledge: Knowledge) -> Result<Knowledge, usize> {
        let figures = &self.figures;
        let steps = figures.system.len().saturating_mul(200);
        match knowledge.reason(&figures.system, steps, |variable, low, high| {
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
        let system = &self.figures.system;
        let small_neighbours: usize = system
            .touching(variable)
            .iter()
            // Two hidden figures in a relation protect each other: a third matters no more.
            .map(|row| {
                system
                    .terms(*row)
                    .iter()
                    .filter(|(other, _)| self.figures.fates[*other].is_protected())
                    .count()
                    .min(2)
            })
            .sum();
        let hangs_on = match self.persons(variable) {
            Some(persons) if persons == variable => 0,
            // Some numbers of youths hang on another themselves.
            Some(persons) if self.persons(persons) != Some(persons) => 2,
            _ => 1,
        };
        (
            hangs_on,
            self.figures
                .layout
                .name(variable)
                .key
                .margin()
                .dimensions()
                .count(),
            small_neighbours,
            Reverse(self.truths[variable]),
            variable,
        )
    }

    /// Whether a reader may know that a figure lies between `low` and `high`.
    fn may_be_known(&self, variable: usize, low: f64, high: f64, slack: Slack) -> bool {
        self.figures.may_be_known(variable, low, high, slack)
            && (self.figures.fates[variable] != Fate::Untold
                || self.hides_share(variable, low, high))
    }

    /// Whether it stays possible that a part is not nearly all of its group, nor hardly any of it where that tells as much.
    fn hides_share(&self, variable: usize, low: f64, high: f64) -> bool {
        let FigureName { key, measure } = self.figures.layout.name(variable);
        let policy = self.figures.region().policy();
        SensitiveShare::of(measure).all(|share| {
            let group = self.figures.layout.variable(key, share.group);
            group.is_none_or(|group| {
                let truth = self.truths[group] as f64;
                // A group that is hidden for this may be larger by its width.
                self.figures.fates[group] == Fate::Untold
                    || !share.is_certain((low, high), (truth, truth), policy)
            })
        })
    }

    /// Whether a figure is hidden for what it tells of everybody in its group.
    pub(super) fn is_of_everybody(&self, variable: usize) -> bool {
        let FigureName { key, measure } = self.figures.layout.name(variable);
        let policy = self.figures.region().policy();
        self.figures.fates[variable] == Fate::Untold
            && SensitiveShare::of(measure).any(|share| {
                let group = self.figures.layout.variable(key, share.group);
                group.is_some_and(|group| {
                    let (part, group) = (self.truths[variable], self.truths[group]);
                    share.extreme(part, group, policy).is_some()
                })
            })
    }
}
