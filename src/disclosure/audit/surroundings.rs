//! The attack on the figures of one cell with all that lies around it: of every measure and year, by every relation, squares included.
//!
//! What a block of one measure and year cannot show: how far relations between measures and between years narrow a figure when they
//! go round in a circle. What lies further away counts by its bounds alone, so a figure can be narrower still than is found here, and
//! never wider.

use std::collections::{BTreeMap, BTreeSet};

use super::{BlockFindings, Finding, Solver, SolverError, Support, Verdict, WHOLE};
use crate::disclosure::bounds::Knowledge;
use crate::disclosure::figures::Figures;
use crate::disclosure::solver::{Programme, Session};
use crate::disclosure::system::{Amounts, Row};
use crate::vocabulary::MeasureUnit;

/// Figures are taken in ring by ring until there are so many: with three times as many a cell takes fifteen times as long, and hardly
/// anything more is found.
const ENOUGH: usize = 400;

/// How far the amounts at which squares are held against sums lie apart.
const STEP: f64 = std::f64::consts::SQRT_2;

/// At most so many amounts a cell: with [`STEP`] they span a factor of a million.
const AMOUNTS: usize = 40;

/// Protected figures of one cell and the programme of what lies around them.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// The figures, those of the cell and those around it, in order.
    variables: Vec<usize>,
    /// The places of the figures that are attacked.
    goals: Vec<usize>,
    /// The programme, each figure in the unit of its measure.
    programme: Programme,
}

impl Surroundings {
    /// Those of the figures `attacked`, in `knowledge`: what was reasoned from `figures`.
    pub fn of(attacked: &[usize], figures: &Figures, knowledge: &Knowledge) -> Self {
        let variables = around(attacked, figures, knowledge);
        let place: BTreeMap<usize, usize> = variables
            .iter()
            .enumerate()
            .map(|(place, variable)| (*variable, place))
            .collect();
        let system = &figures.system;
        let rows: BTreeSet<usize> = variables
            .iter()
            .flat_map(|variable| system.touching(*variable).iter().copied())
            .collect();
        let amounts: BTreeSet<usize> = variables
            .iter()
            .flat_map(|variable| system.in_amounts(*variable))
            .collect();
        let linear = rows.into_iter().map(|row| {
            let (low, high) = system.limits(row);
            let terms = system.terms(row).to_vec();
            Row { terms, low, high }
        });
        let squared = amounts
            .into_iter()
            .flat_map(|place| tangents(system.amounts()[place], knowledge));
        let rows = linear
            .chain(squared)
            .filter_map(|row| within(&row, &place, figures, knowledge))
            .collect();
        let in_unit = |variable: &usize| {
            let (low, high) = knowledge.bounds(*variable);
            let unit = unit(figures, *variable);
            (low / unit, high / unit)
        };
        Self {
            goals: attacked
                .iter()
                .filter_map(|goal| place.get(goal).copied())
                .collect(),
            programme: Programme {
                bounds: variables.iter().map(in_unit).collect(),
                rows,
                whole: false,
            },
            variables,
        }
    }

    /// Finds which of the figures keep too little room.
    ///
    /// # Errors
    /// [`SolverError`]: then nothing is known of them.
    pub fn attack(
        &self,
        figures: &Figures,
        solver: &dyn Solver,
    ) -> Result<BlockFindings, SolverError> {
        let mut search = Search {
            around: self,
            figures,
            seen: self
                .goals
                .iter()
                .map(|_| (f64::INFINITY, f64::NEG_INFINITY))
                .collect(),
            programmes: 0,
        };
        let mut session = solver.load(&self.programme)?;
        // All as small as they can be together, and all as large: that leaves few to be asked one by one.
        for sign in [1.0, -1.0] {
            let all = self
                .goals
                .iter()
                .map(|goal| (*goal, sign / self.width(*goal)));
            search.ask(session.as_mut(), &all.collect::<Vec<_>>())?;
        }
        let mut found = BlockFindings::default();
        for (number, goal) in self.goals.iter().enumerate() {
            let mut supports = BTreeMap::new();
            for sign in [1.0, -1.0] {
                if search.has_room(number) {
                    continue;
                }
                let values = search.ask(session.as_mut(), &[(*goal, sign)])?;
                let (low, high) = self.programme.bounds[*goal];
                let own = if sign > 0.0 { low } else { high };
                // An end that is a bound of its own is held by nothing else, and what can be nothing already gains no room by being hidden.
                if (values[*goal] - own).abs() > WHOLE {
                    for (other, cost) in session.reduced_costs().iter().enumerate() {
                        if other != *goal && cost.abs() > WHOLE && values[other] > WHOLE {
                            *supports.entry(other).or_insert(0.0) += cost.abs();
                        }
                    }
                }
            }
            if !search.has_room(number) {
                let of = self.variables[*goal];
                found.findings.push(search.finding(number));
                found
                    .supports
                    .extend(supports.into_iter().map(|(by, weight)| Support {
                        of,
                        by: self.variables[by],
                        weight,
                    }));
            }
        }
        found.programmes = search.programmes;
        Ok(found)
    }

    fn width(&self, place: usize) -> f64 {
        let (low, high) = self.programme.bounds[place];
        if high.is_finite() && high > low {
            high - low
        } else {
            1.0
        }
    }
}

/// What was seen so far of the figures that are attacked.
struct Search<'a> {
    around: &'a Surroundings,
    figures: &'a Figures<'a>,
    /// By goal, the least and the most that it was.
    seen: Vec<(f64, f64)>,
    programmes: usize,
}

impl Search<'_> {
    fn ask(
        &mut self,
        session: &mut dyn Session,
        objective: &[(usize, f64)],
    ) -> Result<Vec<f64>, SolverError> {
        let values = session.minimise(objective)?;
        self.programmes += 1;
        for (goal, seen) in self.around.goals.iter().zip(&mut self.seen) {
            let value = values[*goal] * unit(self.figures, self.around.variables[*goal]);
            *seen = (seen.0.min(value), seen.1.max(value));
        }
        Ok(values)
    }

    /// The least and the most that a figure was, in whole numbers.
    fn reached(&self, number: usize) -> (f64, f64) {
        let slack = WHOLE * unit(self.figures, self.variable(number));
        let (low, high) = self.seen[number];
        ((low - slack).ceil(), (high + slack).floor())
    }

    fn variable(&self, number: usize) -> usize {
        self.around.variables[self.around.goals[number]]
    }

    fn required(&self, number: usize) -> f64 {
        let (_, high) = self.reached(number);
        self.figures
            .required_width(self.variable(number), high)
            .unwrap_or(0.0)
    }

    fn has_room(&self, number: usize) -> bool {
        let (low, high) = self.reached(number);
        high - low >= self.required(number) - WHOLE
    }

    fn finding(&self, number: usize) -> Finding {
        let range = self.reached(number);
        Finding {
            variable: self.variable(number),
            range,
            is_exact: false,
            required: self.required(number),
            left: range.1 - range.0,
            verdict: Verdict::Exposed,
        }
    }
}

/// The figures `first` and those around them of which something is uncertain, ring by ring, in order. A relation that bounds alone keep
/// leads nowhere.
fn around(first: &[usize], figures: &Figures, knowledge: &Knowledge) -> Vec<usize> {
    let system = &figures.system;
    let mut taken: BTreeSet<usize> = first.iter().copied().collect();
    let mut ring: Vec<usize> = first.to_vec();
    while !ring.is_empty() && taken.len() < ENOUGH {
        let mut next = Vec::new();
        for variable in ring {
            let by_rows = system
                .touching(variable)
                .iter()
                .filter(|row| can_bind(**row, figures, knowledge))
                .flat_map(|row| system.terms(*row).iter().map(|(other, _)| *other));
            let by_amounts = system.in_amounts(variable).flat_map(|place| {
                let of = system.amounts()[place];
                [of.count, of.sum, of.squares]
            });
            for other in by_rows.chain(by_amounts) {
                let (low, high) = knowledge.bounds(other);
                if low < high && taken.len() < ENOUGH && taken.insert(other) {
                    next.push(other);
                }
            }
        }
        ring = next;
    }
    taken.into_iter().collect()
}

/// Whether a relation tells more than the bounds of its terms.
fn can_bind(row: usize, figures: &Figures, knowledge: &Knowledge) -> bool {
    let (low, high) = figures.system.limits(row);
    let (least, most) = figures
        .system
        .terms(row)
        .iter()
        .map(|(variable, weight)| knowledge.term(*variable, *weight))
        .fold((0.0, 0.0), |(least, most), (small, large)| {
            (least + small, most + large)
        });
    least < low || most > high
}

/// What squares tell of a sum, as lines: whatever a is, the squares of n amounts that are together s are at least 2as - a²n. It is said of
/// amounts from the least mean that there can be to the most, a step apart.
fn tangents(of: Amounts, knowledge: &Knowledge) -> impl Iterator<Item = Row> {
    let (fewest, most) = knowledge.bounds(of.count);
    let (least, _) = knowledge.bounds(of.sum);
    let (fewest_squares, most_squares) = knowledge.bounds(of.squares);
    let from = (least / most).max((fewest_squares / most).sqrt()).max(1.0);
    let to = (most_squares / fewest.max(1.0)).sqrt();
    let count = if most > 0.0 && to.is_finite() {
        AMOUNTS
    } else {
        0
    };
    std::iter::successors(Some(from), |amount| Some(amount * STEP))
        .take(count)
        .take_while(move |amount| *amount < to * STEP)
        .map(move |amount| {
            Row::at_most_zero(vec![
                (of.sum, 2.0 * amount),
                (of.count, -amount * amount),
                (of.squares, -1.0),
            ])
        })
}

/// A relation between the figures that were taken in, by their places and in their units; of the others stand the bounds. `None` when
/// bounds alone keep it.
fn within(
    row: &Row,
    place: &BTreeMap<usize, usize>,
    figures: &Figures,
    knowledge: &Knowledge,
) -> Option<Row> {
    let (mut low, mut high) = (row.low, row.high);
    let (mut least, mut most) = (0.0, 0.0);
    let mut terms = Vec::new();
    for (variable, weight) in &row.terms {
        let (small, large) = knowledge.term(*variable, *weight);
        if let Some(place) = place.get(variable) {
            terms.push((*place, weight * unit(figures, *variable)));
            least += small;
            most += large;
        } else {
            low -= large;
            high -= small;
        }
    }
    if terms.is_empty() || (least >= low && most <= high) {
        return None;
    }
    let largest = terms
        .iter()
        .fold(0.0, |largest: f64, (_, weight)| largest.max(weight.abs()));
    Some(Row {
        terms: terms
            .into_iter()
            .map(|(place, weight)| (place, weight / largest))
            .collect(),
        low: low / largest,
        high: high / largest,
    })
}

/// In what a figure is told to a solver, so that those of all measures are of one order.
fn unit(figures: &Figures, variable: usize) -> f64 {
    match figures.measure(variable).unit() {
        MeasureUnit::Persons
        | MeasureUnit::Trajectories
        | MeasureUnit::Orders
        | MeasureUnit::Providers
        | MeasureUnit::Inhabitants => 1.0,
        MeasureUnit::Days => 1e2,
        MeasureUnit::Euro | MeasureUnit::DaysSquared => 1e4,
        MeasureUnit::EuroSquared => 1e9,
    }
}

#[cfg(test)]
#[path = "surroundings_tests.rs"]
mod tests;
