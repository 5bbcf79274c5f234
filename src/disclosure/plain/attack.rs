//! The attack: from tables to the range of every hidden cell.

use std::collections::BTreeMap;

use super::contradiction::{few, reason, refuted};
use super::hierarchy::Hierarchy;
use super::known::Known;
use super::link::Linked;
use super::part::{narrowed, touching};
use super::percentage::{self, PercentageRange};
use super::range::Component;
use super::read::{Content, Table};
use super::sums::relations;
use super::survey::{End, Place, Side, Survey};
use super::{CellRange, File, PlainError};
use crate::disclosure::solver::{Programme, Solver, SolverError};
use crate::disclosure::system::{Row, System};

/// Tables as a reader has them, with all that follows without a linear programme.
///
/// The rest is asked component by component: first [`Attack::survey`], then [`Attack::settle`] for the
/// [`Attack::open_ends`] that are left, in any order and on as many threads as there are.
#[derive(Debug)]
pub struct Attack {
    tables: Vec<Table>,
    linked: Linked,
    known: Known,
    system: System,
    /// Bounds after reasoning.
    bounds: Vec<(f64, f64)>,
    components: Vec<Component>,
}

/// An end of the range of a cell, and where it lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settled {
    variable: usize,
    side: Side,
    place: Place,
}

impl Attack {
    /// Reads and links tables, and reasons as far as that goes: elimination first, then bounds.
    ///
    /// # Errors
    /// [`PlainError`] when a file is malformed, or when the tables contradict each other.
    pub fn new(tables: &[File<'_>], hierarchy: Option<File<'_>>) -> Result<Self, PlainError> {
        let tables = tables
            .iter()
            .map(|file| Table::read(file.name, file.bytes))
            .collect::<Result<Vec<_>, _>>()?;
        let hierarchy = hierarchy.map_or(Ok(Hierarchy::default()), |file| {
            Hierarchy::read(file.name, file.bytes)
        })?;
        let linked = Linked::new(&tables, &hierarchy)?;
        let known = Known::new(&tables, &linked)?;
        let system = System::new(linked.keys.len(), relations(&linked, &tables));
        let mut attack = Self {
            bounds: known.bounds.clone(),
            tables,
            linked,
            known,
            system,
            components: Vec::new(),
        };
        attack.bounds = reason(attack.bounds.clone(), &attack.system)
            .map_err(|variable| attack.contradiction(variable, None))?;
        attack.components = attack.split();
        Ok(attack)
    }

    /// Variables that are not known yet and hang together, as far as there are hidden cells among them.
    fn split(&self) -> Vec<Component> {
        let open = |variable: usize| self.bounds[variable].0 < self.bounds[variable].1;
        let mut done = vec![false; self.bounds.len()];
        let mut hidden = vec![false; self.bounds.len()];
        for variable in &self.known.hidden {
            hidden[*variable] = true;
        }
        let mut components = Vec::new();
        for variable in &self.known.hidden {
            if done[*variable] || !open(*variable) {
                continue;
            }
            let variables = self.system.component(*variable, open);
            for variable in &variables {
                done[*variable] = true;
            }
            let numbers = touching(variables.iter().copied(), &self.system);
            let rows = numbers
                .iter()
                .map(|number| narrowed(*number, &variables, &self.bounds, &self.system));
            components.push(Component {
                programme: Programme {
                    bounds: variables
                        .iter()
                        .map(|variable| self.bounds[*variable])
                        .collect(),
                    rows: rows.collect(),
                    whole: false,
                },
                targets: (0..variables.len())
                    .filter(|place| hidden[variables[*place]])
                    .collect(),
                variables,
            });
        }
        components
    }

    /// How many groups of cells there are that hang together and are not known yet.
    pub fn components(&self) -> usize {
        self.components.len()
    }

    /// Members that are in the hierarchy only, by dimension: their figures are unknown.
    pub fn unpublished(&self) -> BTreeMap<&str, &[String]> {
        self.linked
            .dimensions
            .iter()
            .map(|dimension| {
                (
                    dimension.name.as_str(),
                    &dimension.names[dimension.standing..],
                )
            })
            .filter(|(_, members)| !members.is_empty())
            .collect()
    }

    /// What can be found about a component as a whole.
    ///
    /// # Errors
    /// [`PlainError`] when the tables contradict each other or the solver fails.
    pub fn survey(&self, component: usize, solver: &dyn Solver) -> Result<Survey, PlainError> {
        let part = &self.components[component];
        part.survey(solver)
            .map_err(|error| self.failed(error, part, solver))
    }

    /// The ends in a component that have to be asked for one by one.
    pub fn open_ends(&self, component: usize, survey: &Survey) -> Vec<End> {
        self.components[component].open_ends(survey)
    }

    /// Where ends lie, and those that turned out to have no end.
    ///
    /// # Errors
    /// As [`Attack::survey`].
    pub fn settle(
        &self,
        component: usize,
        survey: &Survey,
        ends: &[End],
        solver: &dyn Solver,
    ) -> Result<Vec<Settled>, PlainError> {
        let part = &self.components[component];
        let places = part
            .settle(survey, ends, solver)
            .map_err(|error| self.failed(error, part, solver))?;
        Ok(ends
            .iter()
            .zip(places)
            .map(|(end, place)| Settled {
                variable: part.variables[end.variable],
                side: end.side,
                place,
            })
            .collect())
    }

    /// The range of every hidden cell, in the order of first appearance, once all open ends are settled.
    ///
    /// # Errors
    /// [`PlainError`] when the solver fails on a hidden percentage.
    pub fn answer(
        &self,
        settled: impl IntoIterator<Item = Settled>,
        solver: &dyn Solver,
    ) -> Result<Vec<CellRange>, PlainError> {
        let mut bounds = self.bounds.clone();
        let mut attained = vec![true; bounds.len()];
        for end in settled {
            let (low, high) = &mut bounds[end.variable];
            match end.side {
                Side::Low => *low = end.place.value,
                Side::High => *high = end.place.value,
            }
            attained[end.variable] &= end.place.attained;
        }
        let mut percentages = self.percentages(solver)?;
        Ok(self
            .known
            .hidden
            .iter()
            .filter_map(|variable| {
                let (table, row) = self.known.first[*variable]?;
                let table = &self.tables[table];
                let (low, high) = bounds[*variable];
                Some(CellRange {
                    percentages: percentages.remove(variable).unwrap_or_default(),
                    cell: table
                        .dimensions
                        .iter()
                        .cloned()
                        .zip(table.rows[row].members.iter().cloned())
                        .collect(),
                    low: count(low),
                    high: high.is_finite().then(|| count(high)),
                    attained: attained[*variable],
                })
            })
            .collect())
    }

    /// The range of every hidden percentage, by the cell that is a part.
    fn percentages(
        &self,
        solver: &dyn Solver,
    ) -> Result<BTreeMap<usize, Vec<PercentageRange>>, PlainError> {
        let mut found: BTreeMap<usize, Vec<PercentageRange>> = BTreeMap::new();
        for (number, table) in self.tables.iter().enumerate() {
            for (row, part) in table.rows.iter().zip(&self.linked.cells[number]) {
                let Content::HiddenShare { of } = &row.content else {
                    continue;
                };
                let whole = self.linked.key_of_total(number, &row.members, of);
                let Some(whole) = self.linked.find(&whole) else {
                    continue;
                };
                let names: Vec<&str> = of
                    .iter()
                    .map(|place| table.dimensions[*place].as_str())
                    .collect();
                let range = percentage::ratio(*part, whole, &self.bounds, &self.system, solver)?;
                if let Some((low, high)) = range {
                    found.entry(*part).or_default().push(PercentageRange {
                        of: names.join("+"),
                        low,
                        high,
                        digit: table.digit,
                    });
                }
            }
        }
        Ok(found)
    }

    fn failed(&self, error: SolverError, part: &Component, solver: &dyn Solver) -> PlainError {
        match error {
            SolverError::Infeasible => self.contradiction(part.variables[0], Some(solver)),
            other => PlainError::Solver(other),
        }
    }

    /// The relations around a variable that contradict each other.
    fn contradiction(&self, variable: usize, solver: Option<&dyn Solver>) -> PlainError {
        let known = &self.known.bounds;
        let around = self
            .system
            .component(variable, |other| known[other].0 < known[other].1);
        let mut core = few(touching(around, &self.system), |rows| {
            let rows = rows.iter().map(|row| Row {
                terms: self.system.terms(*row).to_vec(),
                low: self.system.limits(*row).0,
                high: self.system.limits(*row).1,
            });
            refuted(known, rows.collect(), solver)
        });
        core.sort_unstable();
        PlainError::Contradiction(core.into_iter().map(|row| self.describe(row)).collect())
    }

    /// A relation in words.
    fn describe(&self, row: usize) -> String {
        let side = |sign: f64| {
            let terms: Vec<String> = self
                .system
                .terms(row)
                .iter()
                .filter(|(_, coefficient)| coefficient * sign > 0.0)
                .map(|(variable, coefficient)| {
                    let cell = self.known.describe(*variable, &self.linked, &self.tables);
                    if coefficient.abs() > 1.0 {
                        format!("{} x {cell}", coefficient.abs())
                    } else {
                        cell
                    }
                })
                .collect();
            terms.join(" + ")
        };
        let (low, high) = self.system.limits(row);
        let is = if low < high { "is at most" } else { "=" };
        format!("{} {is} {}", side(1.0), side(-1.0))
    }
}

/// A whole number of 0 or more, as every bound of a cell is.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bounds are whole, not negative and far below 2^52"
)]
fn count(bound: f64) -> u64 {
    bound.max(0.0) as u64
}
