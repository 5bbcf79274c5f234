//! What anybody can check of a release without knowing the records: that every figure keeps the rules by which it was hidden or
//! rounded. Plain values in, plain values out: the publisher's audit and the reader's browser run the same code.

use super::check_rule::Rule;
use super::rounding::rounded;
use super::sensitive::SensitiveShare;
use crate::cube::{Cell, CellKey, Column, Cube, Status};
use crate::release::{Policy, Region};
use crate::vocabulary::{Dimension, Measure, MeasureUnit};

/// Of how many breaches of a rule the place is told; the rest is only counted.
const EXAMPLES: usize = 5;

/// A figure that breaks a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The cell.
    pub key: CellKey,
    /// The measure.
    pub measure: Measure,
    /// Row in its file, counted from 0.
    pub row: usize,
}

/// What came of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleResult {
    /// The rule.
    pub rule: Rule,
    /// How many figures it was held against.
    pub checked: usize,
    /// How many of those break it.
    pub broken: usize,
    /// The first of them.
    pub examples: Vec<Breach>,
}

/// How many figures there are, by how they were published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    counts: [usize; Status::ALL.len()],
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The rules, in order of [`Rule::ALL`].
    pub rules: Vec<RuleResult>,
    /// How many figures there are.
    pub totals: Totals,
}

impl Totals {
    /// All figures.
    pub fn figures(self) -> usize {
        self.counts.iter().sum()
    }

    /// Those with this status.
    pub fn of(self, status: Status) -> usize {
        self.counts[status as usize]
    }
}

impl Check {
    /// Whether every rule is kept.
    pub fn is_clean(&self) -> bool {
        self.rules.iter().all(|result| result.broken == 0)
    }

    fn note(&mut self, rule: Rule, is_kept: bool, breach: Breach) {
        let Some(result) = self.rules.iter_mut().find(|result| result.rule == rule) else {
            return;
        };
        result.checked += 1;
        if !is_kept {
            result.broken += 1;
            if result.examples.len() < EXAMPLES {
                result.examples.push(breach);
            }
        }
    }
}

/// Holds every figure of `cubes` against the primary rules and the rounding of the region's policy.
///
/// What needs the records themselves (the largest contributor, the p % rule) or all figures together (what can be worked out)
/// is not in here.
pub fn check_primary<'a>(cubes: impl IntoIterator<Item = &'a Cube>, region: &Region) -> Check {
    let mut check = Check {
        rules: Rule::ALL
            .into_iter()
            .map(|rule| RuleResult {
                rule,
                checked: 0,
                broken: 0,
                examples: Vec::new(),
            })
            .collect(),
        totals: Totals::default(),
    };
    let cubes: Vec<&Cube> = cubes.into_iter().collect();
    for cube in &cubes {
        for (row, key) in cube.keys().iter().enumerate() {
            Subject {
                cubes: &cubes,
                cube,
                row,
                key: *key,
                policy: region.policy(),
            }
            .check(&mut check);
        }
    }
    check
}

/// One cell with all its measures.
struct Subject<'a> {
    cubes: &'a [&'a Cube],
    cube: &'a Cube,
    row: usize,
    key: CellKey,
    policy: &'a Policy,
}

impl Subject<'_> {
    fn check(&self, check: &mut Check) {
        let asked = self.cell(Measure::ProvidersAsked).and_then(Cell::shown);
        let is_impossible = is_structural_zero(self.key, self.policy) || asked == Some(0.0);
        let few_asked =
            asked.is_some_and(|asked| asked < f64::from(self.policy.aanbieders_minstens));
        for (measure, column) in self.cube.columns() {
            let persons = measure.persons().filter(|persons| persons != measure);
            let persons_hidden =
                persons.is_some_and(|persons| self.cell(persons).is_some_and(Cell::is_hidden));
            let (measure, breach) = (*measure, self.breach(*measure));
            let cell = column.cell(self.row);
            check.totals.counts[cell.status() as usize] += 1;
            check.note(Rule::Agreement, self.agrees(measure, column), breach);
            if measure.is_public() {
                continue;
            }
            if let Cell::Shown { value, .. } = cell {
                self.check_shown(measure, value, check);
            }
            let shows_nothing = !matches!(cell, Cell::Shown { .. });
            if persons_hidden {
                check.note(Rule::WholeCell, shows_nothing, breach);
            }
            if few_asked {
                check.note(Rule::FewProviders, shows_nothing, breach);
            }
            if is_impossible || cell == Cell::StructuralZero {
                // What is not known yet is so for a whole year, whoever it is about.
                let as_configured = match cell {
                    Cell::StructuralZero => is_impossible,
                    cell => cell == Cell::Unknown,
                };
                check.note(Rule::StructuralZeros, as_configured, breach);
            }
        }
        self.check_shares(check);
    }

    /// Broken when a share is at an end whichever numbers the rounded ones stand for.
    fn check_shares(&self, check: &mut Check) {
        for share in SensitiveShare::ALL {
            if let (Some(Cell::Shown { within: some, .. }), Some(Cell::Shown { within: all, .. })) =
                (self.cell(share.part), self.cell_anywhere(share.group))
            {
                let (part, group) = ((some.lo(), some.hi()), (all.lo(), all.hi()));
                let is_kept = !share.is_certain(part, group, self.policy);
                check.note(Rule::GroupShare, is_kept, self.breach(share.part));
            }
        }
    }

    fn check_shown(&self, measure: Measure, value: f64, check: &mut Check) {
        let (unit, breach) = (measure.unit(), self.breach(measure));
        let is_round = is_rounded(value, measure, self.policy);
        match unit {
            MeasureUnit::Persons | MeasureUnit::Trajectories | MeasureUnit::Orders => {
                let least = rounded(i64::from(self.policy.drempel), measure, self.policy);
                check.note(Rule::Threshold, value >= least, breach);
                check.note(Rule::Counts, is_round, breach);
            }
            MeasureUnit::Euro | MeasureUnit::Days => check.note(Rule::Amounts, is_round, breach),
            MeasureUnit::EuroSquared | MeasureUnit::DaysSquared => {
                check.note(Rule::Squares, is_round, breach);
            }
            MeasureUnit::Providers => check.note(Rule::Counts, is_round, breach),
            MeasureUnit::Inhabitants => {}
        }
    }

    /// Whether status, value and interval say the same.
    fn agrees(&self, measure: Measure, column: &Column) -> bool {
        let (row, threshold) = (self.row, f64::from(self.policy.drempel));
        let (value, low, high) = (column.values[row], column.lows[row], column.highs[row]);
        let ordered = 0.0 <= low && low <= high && high.is_finite();
        match Status::ALL.get(usize::from(column.statuses[row])) {
            None => false,
            Some(Status::Shown) => ordered && low <= value && value <= high,
            // A hidden number of youths is under the threshold; other measures of few youths may be large.
            Some(Status::Hidden) if self.cube.table.persons() == Some(measure) => {
                ordered && high < threshold
            }
            Some(Status::Hidden | Status::SecondaryHidden) => ordered,
            Some(Status::StructuralZero) => [value, low, high].iter().all(|end| *end == 0.0),
            Some(Status::Unknown | Status::NotApplicable) => true,
        }
    }

    fn cell(&self, measure: Measure) -> Option<Cell> {
        let (_, column) = self
            .cube
            .columns()
            .iter()
            .find(|(other, _)| *other == measure)?;
        Some(column.cell(self.row))
    }

    /// The same cell of whichever table the measure stands in.
    fn cell_anywhere(&self, measure: Measure) -> Option<Cell> {
        let cube = self
            .cubes
            .iter()
            .find(|cube| cube.table == measure.table() && cube.margin == self.cube.margin)?;
        Some(cube.find(self.key, measure)?.0)
    }

    fn breach(&self, measure: Measure) -> Breach {
        Breach {
            key: self.key,
            measure,
            row: self.row,
        }
    }
}

/// Whether the policy says that nobody can be in a cell.
pub fn is_structural_zero(key: CellKey, policy: &Policy) -> bool {
    policy.altijd_nul.iter().any(|entry| {
        Dimension::ALL.into_iter().all(|dimension| {
            entry.code(dimension).is_none_or(|code| {
                key.member(dimension)
                    .with_groups()
                    .any(|member| member.code() == code)
            })
        })
    })
}

/// Whether a figure is as rounding leaves it.
fn is_rounded(value: f64, measure: Measure, policy: &Policy) -> bool {
    // Beyond this, whole numbers are no longer all numbers of this type.
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    if value.fract() != 0.0 || !(0.0..=LARGEST).contains(&value) {
        return false;
    }
    #[allow(
        clippy::cast_possible_truncation,
        reason = "whole, and within range: see above"
    )]
    let whole = value as i64;
    (rounded(whole, measure, policy) - value).abs() < 0.5
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
