//! The relations between published figures that any reader knows: what adds up, what is part of what, what carries over.

use super::layout::{Block, Layout};
use super::system::Row;
use crate::release::Region;
use crate::vocabulary::{Dimension, Measure, MeasureUnit};

/// A weighted sum of measures that is never above zero.
struct Rule {
    terms: &'static [(Measure, f64)],
}

/// Within one cell; the measures may stand in different tables.
const WITHIN_A_CELL: &[Rule] = &[
    Rule {
        terms: &[(Measure::Youths, 1.0), (Measure::Trajectories, -1.0)],
    },
    Rule {
        terms: &[(Measure::Begun, 1.0), (Measure::Trajectories, -1.0)],
    },
    Rule {
        terms: &[(Measure::Inflow, 1.0), (Measure::Youths, -1.0)],
    },
    Rule {
        terms: &[(Measure::Inflow, 1.0), (Measure::Begun, -1.0)],
    },
    Rule {
        terms: &[(Measure::Outflow, 1.0), (Measure::Youths, -1.0)],
    },
    Rule {
        terms: &[
            (Measure::EndedYouths, 1.0),
            (Measure::EndedTrajectories, -1.0),
        ],
    },
    Rule {
        terms: &[
            (Measure::ReasonKnown, 1.0),
            (Measure::EndedTrajectories, -1.0),
        ],
    },
    Rule {
        terms: &[(Measure::OneSided, 1.0), (Measure::ReasonKnown, -1.0)],
    },
    Rule {
        terms: &[
            (Measure::UnderOneYear, 1.0),
            (Measure::EndedTrajectories, -1.0),
        ],
    },
    Rule {
        terms: &[(Measure::Followed, 1.0), (Measure::EndedYouths, -1.0)],
    },
    Rule {
        terms: &[(Measure::Returned, 1.0), (Measure::Followed, -1.0)],
    },
    // Who ended care was in care.
    Rule {
        terms: &[(Measure::EndedYouths, 1.0), (Measure::Youths, -1.0)],
    },
    Rule {
        terms: &[
            (Measure::EndedTrajectories, 1.0),
            (Measure::Trajectories, -1.0),
        ],
    },
    // Who is gone after three months was followed, and who was followed and did not return is gone.
    Rule {
        terms: &[(Measure::Outflow, 1.0), (Measure::Followed, -1.0)],
    },
    Rule {
        terms: &[
            (Measure::Followed, 1.0),
            (Measure::Returned, -1.0),
            (Measure::Outflow, -1.0),
        ],
    },
    // A trajectory lasts at least a day, and at least 365 unless it is counted as shorter than a year.
    Rule {
        terms: &[(Measure::EndedTrajectories, 1.0), (Measure::Days, -1.0)],
    },
    Rule {
        terms: &[
            (Measure::EndedTrajectories, 365.0),
            (Measure::UnderOneYear, -364.0),
            (Measure::Days, -1.0),
        ],
    },
];

/// A weighted sum over two years in a row that is never above zero.
struct CarriedOver {
    before: &'static [(Measure, f64)],
    after: &'static [(Measure, f64)],
}

/// From one year to the next, for cells of all ages (a youth grows older): what runs at the beginning of a year ran in the year
/// before and did not end in it.
const CARRIED_OVER: CarriedOver = CarriedOver {
    before: &[
        (Measure::EndedTrajectories, 1.0),
        (Measure::Trajectories, -1.0),
    ],
    after: &[(Measure::Trajectories, 1.0), (Measure::Begun, -1.0)],
};

/// All relations between the figures of `layout`. Figures for which `known` is false are not published and stand in none.
pub fn relations(layout: &Layout, region: &Region, known: impl Fn(usize) -> bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for block in layout.blocks() {
        for row in 0..block.keys.len() {
            add_divisions(block, row, region, &mut rows);
            let key = block.keys[row];
            // Once per cell: from the table of the first measure of the rule.
            for rule in WITHIN_A_CELL
                .iter()
                .filter(|rule| rule.terms[0].0.table() == block.table)
            {
                rows.extend(combined(rule.terms.iter().map(|(measure, weight)| {
                    Some((layout.variable(key, *measure)?, *weight))
                })));
            }
            if block.place(Measure::Trajectories).is_some()
                && key.member(Dimension::AgeGroup).is_total()
            {
                let next = key.in_year(key.year.saturating_add(1));
                let terms = CARRIED_OVER
                    .before
                    .iter()
                    .map(|term| (key, term))
                    .chain(CARRIED_OVER.after.iter().map(|term| (next, term)));
                rows.extend(combined(terms.map(|(key, (measure, weight))| {
                    Some((layout.variable(key, *measure)?, *weight))
                })));
            }
        }
    }
    rows.retain(|row| row.terms.iter().all(|(variable, _)| known(*variable)));
    rows
}

fn combined(terms: impl Iterator<Item = Option<(usize, f64)>>) -> Option<Row> {
    Some(Row::at_most_zero(terms.collect::<Option<Vec<_>>>()?))
}

/// How the figures of a cell hang together with those of its parts: by area, and by every dimension.
fn add_divisions(block: &Block, row: usize, region: &Region, rows: &mut Vec<Row>) {
    let key = block.keys[row];
    let by_area: Vec<usize> = region
        .parts(key.area)
        .filter_map(|part| block.row(key.in_area(part)))
        .collect();
    for (place, measure) in block.measures.iter().enumerate() {
        divide(
            block,
            (row, place),
            &by_area,
            *measure,
            adds_up_over_areas(*measure),
            rows,
        );
    }
    for dimension in Dimension::ALL {
        let parts: Vec<usize> = key
            .member(dimension)
            .parts()
            .filter_map(|part| block.row(key.with(part)))
            .collect();
        for (place, measure) in block.measures.iter().enumerate() {
            divide(
                block,
                (row, place),
                &parts,
                *measure,
                adds_up(*measure, dimension),
                rows,
            );
        }
    }
}

/// Whether the parts of a dimension add up to the whole. Squares per youth do so only where every youth falls in one part.
pub(super) fn adds_up(measure: Measure, dimension: Dimension) -> bool {
    measure.adds_over(dimension)
        && (measure.unit() != MeasureUnit::EuroSquared || dimension == Dimension::AgeGroup)
}

/// Whether the parts of an area add up to the whole.
pub(super) fn adds_up_over_areas(measure: Measure) -> bool {
    measure.adds_over_areas() && measure.unit() != MeasureUnit::EuroSquared
}

fn divide(
    block: &Block,
    (row, place): (usize, usize),
    parts: &[usize],
    measure: Measure,
    adds_up: bool,
    rows: &mut Vec<Row>,
) {
    if parts.is_empty() {
        return;
    }
    let whole = block.variable(row, place);
    let parts: Vec<usize> = parts
        .iter()
        .map(|part| block.variable(*part, place))
        .collect();
    if adds_up {
        rows.push(Row::sum(whole, parts));
    } else if measure.unit() == MeasureUnit::EuroSquared {
        rows.extend(Row::squares(whole, &parts));
    } else {
        rows.extend(Row::union(whole, &parts));
    }
}

#[cfg(test)]
#[path = "relations_tests.rs"]
mod tests;
