//! The relations between published figures that any reader knows: what adds up, what is part of what.

use std::collections::BTreeMap;

use crate::cube::CellKey;
use crate::release::Region;
use crate::vocabulary::{Dimension, Measure, MeasureUnit, Table};

/// A relation between variables, named by their index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The whole is exactly the sum of its parts.
    Sum {
        /// The whole.
        whole: usize,
        /// Its parts.
        parts: Vec<usize>,
    },
    /// The whole counts persons who may be in several parts: at least the largest, at most the sum.
    Union {
        /// The whole.
        whole: usize,
        /// Its parts.
        parts: Vec<usize>,
    },
    /// The whole is a sum over persons of squares, and a person may be in several parts: at least the sum of the parts, at
    /// most that sum times their number (Cauchy-Schwarz).
    Squares {
        /// The whole.
        whole: usize,
        /// Its parts.
        parts: Vec<usize>,
    },
    /// One figure is never larger than another.
    AtMost {
        /// The smaller one.
        smaller: usize,
        /// The larger one.
        larger: usize,
    },
}

impl Relation {
    /// Every variable in the relation.
    pub fn variables(&self) -> impl Iterator<Item = usize> {
        let (first, rest, last): (usize, &[usize], Option<usize>) = match self {
            Self::Sum { whole, parts }
            | Self::Union { whole, parts }
            | Self::Squares { whole, parts } => (*whole, parts, None),
            Self::AtMost { smaller, larger } => (*smaller, &[], Some(*larger)),
        };
        std::iter::once(first)
            .chain(rest.iter().copied())
            .chain(last)
    }
}

/// Relations, with for every variable those it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct System {
    relations: Vec<Relation>,
    starts: Vec<usize>,
    touching: Vec<usize>,
}

impl System {
    /// The system of these relations between variables 0 up to `variables`.
    pub fn new(variables: usize, relations: Vec<Relation>) -> Self {
        let mut pairs: Vec<(usize, usize)> = relations
            .iter()
            .enumerate()
            .flat_map(|(index, relation)| {
                relation.variables().map(move |variable| (variable, index))
            })
            .collect();
        pairs.sort_unstable();
        let starts = (0..=variables)
            .map(|variable| pairs.partition_point(|(other, _)| *other < variable))
            .collect();
        Self {
            relations,
            starts,
            touching: pairs.into_iter().map(|(_, relation)| relation).collect(),
        }
    }

    /// The relations, in order.
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// The relations that `variable` stands in, by their place.
    pub fn touching(&self, variable: usize) -> &[usize] {
        &self.touching[self.starts[variable]..self.starts[variable + 1]]
    }
}

/// Pairs of measures in one cell of which the first is never larger.
const AT_MOST: &[(Measure, Measure)] = &[
    (Measure::Youths, Measure::Trajectories),
    (Measure::Begun, Measure::Trajectories),
    (Measure::Inflow, Measure::Youths),
    (Measure::Inflow, Measure::Begun),
    (Measure::Outflow, Measure::Youths),
    (Measure::EndedYouths, Measure::EndedTrajectories),
    (Measure::ReasonKnown, Measure::EndedTrajectories),
    (Measure::OneSided, Measure::ReasonKnown),
    (Measure::UnderOneYear, Measure::EndedTrajectories),
    (Measure::Followed, Measure::EndedYouths),
    (Measure::Returned, Measure::Followed),
];

/// All relations between the cells of one table in one year. The variable of a measure of a cell is the place of the
/// cell in `keys` times the number of measures, plus the place of the measure in [`Table::measures`].
pub fn relations(table: Table, keys: &[CellKey], region: &Region) -> Vec<Relation> {
    let measures: Vec<Measure> = table.measures().collect();
    let place: BTreeMap<CellKey, usize> = keys.iter().copied().zip(0..).collect();
    let variable = |row: usize, measure: usize| row * measures.len() + measure;
    let mut found = Vec::new();
    for (row, key) in keys.iter().enumerate() {
        let area_parts: Vec<usize> = region
            .parts(key.area)
            .filter_map(|part| place.get(&key.in_area(part)).copied())
            .collect();
        for (index, measure) in measures.iter().enumerate() {
            found.extend(division(
                *measure,
                measure.adds_over_areas(),
                false,
                variable(row, index),
                &area_parts,
                |part| variable(part, index),
            ));
        }
        for dimension in Dimension::ALL {
            let parts: Vec<usize> = key
                .member(dimension)
                .parts()
                .filter_map(|part| place.get(&key.with(part)).copied())
                .collect();
            let one_each = dimension == Dimension::AgeGroup;
            for (index, measure) in measures.iter().enumerate() {
                found.extend(division(
                    *measure,
                    measure.adds_over(dimension),
                    one_each,
                    variable(row, index),
                    &parts,
                    |part| variable(part, index),
                ));
            }
        }
        for (smaller, larger) in AT_MOST {
            let find = |wanted: &Measure| measures.iter().position(|measure| measure == wanted);
            if let (Some(smaller), Some(larger)) = (find(smaller), find(larger)) {
                found.push(Relation::AtMost {
                    smaller: variable(row, smaller),
                    larger: variable(row, larger),
                });
            }
        }
    }
    found
}

/// How a figure hangs together with those of the parts of its cell. `one_each`: every youth falls in one part only.
fn division(
    measure: Measure,
    additive: bool,
    one_each: bool,
    whole: usize,
    parts: &[usize],
    variable: impl Fn(usize) -> usize,
) -> Option<Relation> {
    if parts.is_empty() {
        return None;
    }
    let parts = parts.iter().map(|part| variable(*part)).collect();
    Some(match (measure.unit(), additive) {
        // Squared per youth: who is in two parts weighs more in the whole than in both together.
        (MeasureUnit::EuroSquared, _) if !one_each => Relation::Squares { whole, parts },
        (_, true) => Relation::Sum { whole, parts },
        (_, false) => Relation::Union { whole, parts },
    })
}
