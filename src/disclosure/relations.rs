//! The relations between published figures that any reader knows: what adds up, what is part of what, what carries over.

mod agreed;
mod lasting;
mod leaving;
mod orders;

use self::agreed::agreed;
use self::lasting::lasting;
use self::leaving::leaving;
use self::orders::in_care_under_order;
use super::layout::{Block, Layout};
use super::system::{Amounts, Row};
use crate::cube::CellKey;
use crate::release::{AreaKind, Region};
use crate::vocabulary::{Dimension, Measure, MeasureUnit, Member, Table};

/// A figure of a cell in a weighted sum.
type Term = (CellKey, Measure, f64);

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
        terms: &[(Measure::BegunAgain, 1.0), (Measure::Begun, -1.0)],
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
    // What one side broke off ended before its time, and that is a known reason.
    Rule {
        terms: &[(Measure::OneSided, 1.0), (Measure::Premature, -1.0)],
    },
    Rule {
        terms: &[(Measure::Premature, 1.0), (Measure::ReasonKnown, -1.0)],
    },
    // In a release without the wider group.
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
    // Who left ended care.
    Rule {
        terms: &[(Measure::Outflow, 1.0), (Measure::EndedYouths, -1.0)],
    },
    // Who has more than one trajectory that ended has as many more in care.
    Rule {
        terms: &[
            (Measure::EndedTrajectories, 1.0),
            (Measure::EndedYouths, -1.0),
            (Measure::Trajectories, -1.0),
            (Measure::Youths, 1.0),
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
    // Who waits long waits, has waited for 91 days at least, and does so at some provider.
    Rule {
        terms: &[(Measure::WaitingLong, 1.0), (Measure::Waiting, -1.0)],
    },
    Rule {
        terms: &[(Measure::WaitingLong, 91.0), (Measure::WaitingDays, -1.0)],
    },
    Rule {
        terms: &[
            (Measure::ProvidersLong, 1.0),
            (Measure::ProvidersAsked, -1.0),
        ],
    },
    Rule {
        terms: &[(Measure::ProvidersLong, 1.0), (Measure::WaitingLong, -1.0)],
    },
    Rule {
        terms: &[(Measure::UnderOrder, 1.0), (Measure::Orders, -1.0)],
    },
    Rule {
        terms: &[(Measure::OrdersBegun, 1.0), (Measure::Orders, -1.0)],
    },
    Rule {
        terms: &[(Measure::OrdersEnded, 1.0), (Measure::Orders, -1.0)],
    },
    // Who is in care under an order is under an order, and in care.
    Rule {
        terms: &[
            (Measure::UnderOrderInCare, 1.0),
            (Measure::UnderOrder, -1.0),
        ],
    },
    Rule {
        terms: &[(Measure::UnderOrderInCare, 1.0), (Measure::Youths, -1.0)],
    },
    // Who has help of a local team is known, and so is whoever is in specialist care; who has both is in youth care.
    Rule {
        terms: &[(Measure::LocalYouths, 1.0), (Measure::KnownYouths, -1.0)],
    },
    Rule {
        terms: &[(Measure::LocalInCare, 1.0), (Measure::LocalYouths, -1.0)],
    },
    Rule {
        terms: &[(Measure::LocalInCare, 1.0), (Measure::Youths, -1.0)],
    },
    Rule {
        terms: &[
            (Measure::KnownYouths, 1.0),
            (Measure::LocalInCare, 1.0),
            (Measure::LocalYouths, -1.0),
            (Measure::Youths, -1.0),
        ],
    },
    Rule {
        terms: &[
            (Measure::LocalEndedYouths, 1.0),
            (Measure::LocalYouths, -1.0),
        ],
    },
    Rule {
        terms: &[
            (Measure::LocalEndedYouths, 1.0),
            (Measure::LocalEnded, -1.0),
        ],
    },
    Rule {
        terms: &[(Measure::LocalEnded, 1.0), (Measure::LocalDays, -1.0)],
    },
    // Who answered was asked, and whoever has an answer has one of some trajectory.
    Rule {
        terms: &[(Measure::AnsweringYouths, 1.0), (Measure::Answered, -1.0)],
    },
    Rule {
        terms: &[(Measure::Answered, 1.0), (Measure::Asked, -1.0)],
    },
    Rule {
        terms: &[(Measure::Positive, 1.0), (Measure::Answered, -1.0)],
    },
    // Whoever has a budget spent a euro from it at least.
    Rule {
        terms: &[(Measure::BudgetYouths, 1.0), (Measure::BudgetCost, -1.0)],
    },
    // Every provider gives care to a youth, and what goes to some of them is a part of all.
    Rule {
        terms: &[(Measure::Providers, 1.0), (Measure::Trajectories, -1.0)],
    },
    Rule {
        terms: &[
            (Measure::ProvidersEverywhere, 1.0),
            (Measure::Providers, -1.0),
        ],
    },
    Rule {
        terms: &[(Measure::CostEverywhere, 1.0), (Measure::Cost, -1.0)],
    },
    Rule {
        terms: &[(Measure::CostLargest, 1.0), (Measure::Cost, -1.0)],
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

/// Counts of persons or providers of whom the second are some of the first, in every cell.
const SOME_OF: &[(Measure, Measure)] = &[
    (Measure::Youths, Measure::Inflow),
    (Measure::Youths, Measure::Outflow),
    (Measure::Youths, Measure::EndedYouths),
    (Measure::EndedYouths, Measure::Followed),
    (Measure::EndedYouths, Measure::Outflow),
    (Measure::Followed, Measure::Returned),
    (Measure::ProvidersAsked, Measure::ProvidersLong),
    (Measure::UnderOrder, Measure::UnderOrderInCare),
    (Measure::Providers, Measure::ProvidersEverywhere),
    (Measure::KnownYouths, Measure::LocalYouths),
    (Measure::LocalYouths, Measure::LocalInCare),
    (Measure::LocalYouths, Measure::LocalEndedYouths),
];

/// A weighted sum over two years in a row that is never above zero, for cells that do not divide the youths of a year: a youth grows
/// older, and has more providers or fewer.
struct CarriedOver {
    before: &'static [(Measure, f64)],
    after: &'static [(Measure, f64)],
    holds: Holds,
}

/// Of which cells something carries over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// Of all.
    Everywhere,
    /// Of all care in the whole region alone, and not of its parts.
    OfEverything,
    /// Of child protection, which ends at 18 at the latest, so that nobody leaves the table for her age while it runs.
    OfProtection,
}

impl Holds {
    fn is_of(self, key: CellKey, region: &Region) -> bool {
        match self {
            Self::Everywhere => true,
            Self::OfEverything => key == CellKey::total(key.year, region.whole()),
            Self::OfProtection => key.member(Dimension::Order).ends_at_majority(),
        }
    }
}

const CARRIED_OVER: &[CarriedOver] = &[
    // What runs when a year begins ran in the year before and did not end in it.
    CarriedOver {
        before: &[
            (Measure::EndedTrajectories, 1.0),
            (Measure::Trajectories, -1.0),
        ],
        after: &[(Measure::Trajectories, 1.0), (Measure::Begun, -1.0)],
        holds: Holds::Everywhere,
    },
    // And so it is with orders, of each kind.
    CarriedOver {
        before: &[(Measure::OrdersEnded, 1.0), (Measure::Orders, -1.0)],
        after: &[(Measure::Orders, 1.0), (Measure::OrdersBegun, -1.0)],
        holds: Holds::Everywhere,
    },
    // What ran and did not end still runs.
    CarriedOver {
        before: &[(Measure::Orders, 1.0), (Measure::OrdersEnded, -1.0)],
        after: &[(Measure::OrdersBegun, 1.0), (Measure::Orders, -1.0)],
        holds: Holds::OfProtection,
    },
    // Who is in care and not new was in care in the year before, of some form and somewhere.
    CarriedOver {
        before: &[(Measure::Youths, -1.0)],
        after: &[(Measure::Youths, 1.0), (Measure::Inflow, -1.0)],
        holds: Holds::OfEverything,
    },
];

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
                rows.extend(at_most_zero_in(layout, key, rule.terms.iter().copied()));
            }
            add_some_of(layout, block.table, key, region, &mut rows);
            rows.extend(at_every_provider(layout, block.table, key, region));
            rows.extend(within_its_class(layout, block.table, key, region));
            rows.extend(known_by_form(layout, block.table, key, region));
            for of in TOLD_APART.iter().filter(|of| of.all.table() == block.table) {
                rows.extend(on_either_side(layout, key, of));
            }
            rows.extend(by_duration(layout, block.table, key));
            rows.extend(asked_at_the_end(layout, block.table, key));
            rows.extend(lasting(layout, block.table, key, region));
            rows.extend(agreed(layout, block.table, key, region));
            rows.extend(in_care_under_order(layout, block.table, key, region));
            rows.extend(leaving(layout, block.table, key, region));
            add_carried_over(layout, block.table, key, region, &mut rows);
        }
    }
    rows.retain(|row| row.terms.iter().all(|(variable, _)| known(*variable)));
    rows
}

/// Numbers of amounts, with their sums and the sums of their squares. Those that have something of an amount are no more than all in the
/// cell.
const SQUARED: &[(Measure, Measure, Measure)] = &[
    (Measure::Youths, Measure::Cost, Measure::CostSquared),
    (
        Measure::EndedTrajectories,
        Measure::Days,
        Measure::DaysSquared,
    ),
    (
        Measure::Waiting,
        Measure::WaitingDays,
        Measure::WaitingDaysSquared,
    ),
    (
        Measure::LocalEnded,
        Measure::LocalDays,
        Measure::LocalDaysSquared,
    ),
    (
        Measure::Youths,
        Measure::CostEverywhere,
        Measure::CostEverywhereSquared,
    ),
    (
        Measure::Youths,
        Measure::CostLargest,
        Measure::CostLargestSquared,
    ),
    (
        Measure::BudgetYouths,
        Measure::BudgetCost,
        Measure::BudgetCostSquared,
    ),
];

/// All amounts among the figures of `layout` of which the squares are known too. Figures for which `known` is false tell of none.
pub fn amounts(layout: &Layout, known: impl Fn(usize) -> bool) -> Vec<Amounts> {
    let mut found = Vec::new();
    for (count, sum, squares) in SQUARED {
        let keys = layout.block(squares.table()).map(|block| &block.keys);
        for key in keys.into_iter().flatten() {
            let of = |measure: Measure| layout.variable(*key, measure).filter(|it| known(*it));
            if let (Some(count), Some(sum), Some(squares)) = (of(*count), of(*sum), of(*squares)) {
                found.push(Amounts {
                    count,
                    sum,
                    squares,
                });
            }
        }
    }
    found
}

/// A weighted sum of figures of any cells that is never above zero, in which a figure may stand twice; nothing when one of them is not published.
fn at_most_zero(layout: &Layout, terms: impl IntoIterator<Item = Term>) -> Option<Row> {
    let mut summed: Vec<(usize, f64)> = Vec::new();
    for (key, measure, weight) in terms {
        let variable = layout.variable(key, measure)?;
        match summed.iter_mut().find(|(of, _)| *of == variable) {
            Some((_, sum)) => *sum += weight,
            None => summed.push((variable, weight)),
        }
    }
    summed.retain(|(_, weight)| *weight != 0.0);
    Some(Row::at_most_zero(summed))
}

/// The same of figures of one cell.
fn at_most_zero_in(
    layout: &Layout,
    key: CellKey,
    terms: impl IntoIterator<Item = (Measure, f64)>,
) -> Option<Row> {
    let of_cell = |(measure, weight)| (key, measure, weight);
    at_most_zero(layout, terms.into_iter().map(of_cell))
}

/// Whoever has care of so many providers has a trajectory at each: known of all care in the whole region, as a youth may have another
/// provider for another form of care, or in another municipality.
fn at_every_provider(layout: &Layout, table: Table, key: CellKey, region: &Region) -> Option<Row> {
    let count = key.member(Dimension::ProviderCount);
    if table != Table::Use || key != CellKey::total(key.year, region.whole()).with(count) {
        return None;
    }
    let fewest = f64::from(count.fewest_providers()?);
    at_most_zero_in(
        layout,
        key,
        [(Measure::Youths, fewest), (Measure::Trajectories, -1.0)],
    )
}

/// In a municipality those in specialist care are the ones known less those with help of the local team, and those with both once more: at
/// least whoever is in care of each form but that of a neighbourhood team, and whoever is in care and not with such a team. In a group of
/// municipalities they may lack some, as those of one that does not supply help of local teams.
fn known_by_form(layout: &Layout, table: Table, key: CellKey, region: &Region) -> Vec<Row> {
    use Measure::{KnownYouths, LocalInCare, LocalYouths, Youths};
    if table != Table::Local || region.area(key.area).kind != AreaKind::Gemeente {
        return Vec::new();
    }
    let known = [
        (key, LocalYouths, 1.0),
        (key, LocalInCare, -1.0),
        (key, KnownYouths, -1.0),
    ];
    let row = |in_care: &[Term]| at_most_zero(layout, known.iter().chain(in_care).copied());
    let (teams, others): (Vec<Member>, Vec<Member>) = Dimension::CareForm
        .iter()
        .filter(|form| !form.is_total())
        .partition(|form| form.is_of_local_team());
    let of_other = others
        .into_iter()
        .filter(|form| form.parts().all(|part| !part.is_of_local_team()))
        .filter_map(|form| row(&[(key.with(form), Youths, 1.0)]));
    let of_team = teams
        .into_iter()
        .filter_map(|form| row(&[(key, Youths, 1.0), (key.with(form), Youths, -1.0)]));
    of_other.chain(of_team).collect()
}

/// What the youths of a class cost: each no more than its most, wherever she has care; and no less than its least in the whole region,
/// for in one municipality a youth may have only some of her care. So it is with their squares, held against what they cost; and what
/// lies between two limits lies so together: (c - least)(most - c) is nowhere below zero.
///
/// Nor is (c - t)² for any amount t, so that many youths with a small sum of squares cannot cost much. It is said of amounts of
/// the class, each [`STEP`] times the one before: that leaves hardly anything of what all amounts would tell.
fn within_its_class(layout: &Layout, table: Table, key: CellKey, region: &Region) -> Vec<Row> {
    use Measure::{Cost, CostSquared, Youths};
    let class = key.member(Dimension::CostClass);
    let (Table::Use, Some((least, most))) = (table, class.cost_limits()) else {
        return Vec::new();
    };
    let is_everything = key == CellKey::total(key.year, region.whole()).with(class);
    let amounts = amounts_of(least, most);
    let least = least.filter(|_| is_everything).map(|euros| euros as f64);
    let most = most.map(|euros| euros as f64);
    let mut rules: Vec<Vec<(Measure, f64)>> = Vec::new();
    if let Some(least) = least {
        rules.push(vec![(Youths, least), (Cost, -1.0)]);
        rules.push(vec![(Cost, 1.0), (CostSquared, -1.0 / least)]);
    }
    if let Some(most) = most {
        rules.push(vec![(Cost, 1.0), (Youths, -most)]);
        rules.push(vec![(CostSquared, 1.0 / most), (Cost, -1.0)]);
    }
    if let (Some(least), Some(most)) = (least, most) {
        rules.push(vec![
            (CostSquared, 1.0 / most),
            (Cost, -least / most - 1.0),
            (Youths, least),
        ]);
    }
    rules.extend(
        amounts
            .into_iter()
            .map(|amount| vec![(Cost, 2.0), (Youths, -amount), (CostSquared, -1.0 / amount)]),
    );
    rules
        .into_iter()
        .filter_map(|terms| at_most_zero_in(layout, key, terms))
        .collect()
}

/// How far the amounts of a class for which squares are held against youths lie apart.
const STEP: f64 = std::f64::consts::SQRT_2;

/// Some amounts within the limits of a class: from a sixteenth of its most where it has no least, to eight times its least where it has
/// no most.
fn amounts_of(least: Option<i64>, most: Option<i64>) -> Vec<f64> {
    let (from, to) = match (least, most) {
        (Some(least), Some(most)) => (least as f64, most as f64),
        (Some(least), None) => (least as f64, 8.0 * least as f64),
        (None, Some(most)) => (most as f64 / 16.0, most as f64),
        (None, None) => return Vec::new(),
    };
    std::iter::successors(Some(from), |amount| Some(amount * STEP))
        .take_while(|amount| *amount <= to)
        .map(f64::round)
        .collect()
}

/// Numbers of which some are known to be of a limit or more, and the others of less.
struct ToldApart {
    all: Measure,
    /// Those on one side of the limit.
    some: Measure,
    /// Whether they are the ones of the limit or more.
    some_reach_it: bool,
    sum: Measure,
    squares: Measure,
    /// The least of the ones and, but for one, the most of the others.
    limit: f64,
    /// The numbers that distances are taken from.
    from: &'static [f64],
}

const TOLD_APART: &[ToldApart] = &[
    ToldApart {
        all: Measure::Waiting,
        some: Measure::WaitingLong,
        some_reach_it: true,
        sum: Measure::WaitingDays,
        squares: Measure::WaitingDaysSquared,
        limit: 91.0,
        from: &[0.0, 10.0, 20.0, 30.0, 45.0, 60.0, 120.0, 180.0, 365.0],
    },
    ToldApart {
        all: Measure::EndedTrajectories,
        some: Measure::UnderOneYear,
        some_reach_it: false,
        sum: Measure::Days,
        squares: Measure::DaysSquared,
        limit: 365.0,
        from: &[0.0, 60.0, 120.0, 180.0, 240.0, 500.0, 730.0, 1095.0],
    },
];

/// The squared distances of all from some number are together at least those of the ones on the other side of the limit, each of which is
/// as far away as the limit at least: Q − 2tD + t²n is no less than (limit − t)² times those of the limit or more, for every t below it; and so
/// above it with the others.
fn on_either_side(layout: &Layout, key: CellKey, of: &ToldApart) -> Vec<Row> {
    let row = |from: &f64| {
        let is_below = *from < of.limit;
        // Those of less than the limit have one less at most.
        let far = if is_below {
            of.limit - from
        } else {
            from - of.limit + 1.0
        };
        let squared = far * far;
        // Those on the other side are `some` of all, or the others.
        let (of_some, of_all) = if is_below == of.some_reach_it {
            (squared, 0.0)
        } else {
            (-squared, squared)
        };
        let terms = [
            (of.some, of_some),
            (of.all, of_all - from * from),
            (of.sum, 2.0 * from),
            (of.squares, -1.0),
        ];
        at_most_zero_in(layout, key, terms)
    };
    of.from.iter().filter_map(row).collect()
}

/// Numbers of days that distances of the classes of duration are taken from: some within each.
const DAYS: [f64; 8] = [0.0, 45.0, 136.0, 270.0, 547.0, 912.0, 1277.0, 2000.0];

/// How the trajectories of each class of duration hang together with what is told of all that ended: they are as many, some are shorter
/// than a year, and each has lasted at least what its class says.
///
/// Their squared distances to any number of days are together at least those of the classes to it, each from its nearest end. Those of
/// two years or longer had not begun in the year, and ran in the year before without ending in it.
fn by_duration(layout: &Layout, table: Table, key: CellKey) -> Vec<Row> {
    use Measure::{Begun, Days, DaysSquared, EndedOfDuration, EndedTrajectories, Trajectories};
    let total = Dimension::Duration.total();
    if table != Table::Durations || key.member(Dimension::Duration) != total {
        return Vec::new();
    }
    let of = |measure: Measure| layout.variable(key, measure);
    let classes: Option<Vec<(usize, f64, Option<f64>)>> = total
        .parts()
        .map(|class| {
            let (least, most) = class.duration_limits()?;
            let count = layout.variable(key.with(class), EndedOfDuration)?;
            Some((count, least as f64, most.map(|most| most as f64)))
        })
        .collect();
    let mut rows: Vec<Row> = of(EndedTrajectories)
        .zip(of(EndedOfDuration))
        .map(|(ended, of_any_duration)| Row::sum(ended, [of_any_duration]))
        .into_iter()
        .collect();
    let Some(classes) = classes else {
        return rows;
    };
    // The counts of all classes, each times a weight, and so many times other figures, are never above zero.
    let mut add = |weight: &dyn Fn(f64, Option<f64>) -> f64, others: &[Term]| {
        let counted = classes
            .iter()
            .map(|(count, least, most)| Some((*count, weight(*least, *most))));
        let others = others
            .iter()
            .map(|(key, measure, weight)| Some((layout.variable(*key, *measure)?, *weight)));
        let terms = counted.chain(others).collect::<Option<Vec<_>>>();
        rows.extend(terms.map(|terms| {
            Row::at_most_zero(
                terms
                    .into_iter()
                    .filter(|(_, weight)| *weight != 0.0)
                    .collect(),
            )
        }));
    };
    add(&|least, _| least, &[(key, Days, -1.0)]);
    for day in DAYS {
        let distance = |least: f64, most: Option<f64>| {
            let above = most.map_or(0.0, |most| (day - most).max(0.0));
            (least - day).max(above).powi(2)
        };
        add(
            &distance,
            &[
                (key, EndedOfDuration, -day * day),
                (key, Days, 2.0 * day),
                (key, DaysSquared, -1.0),
            ],
        );
    }
    let is_long = |least: f64, _: Option<f64>| if least >= LONG { 1.0 } else { 0.0 };
    let before = key.in_year(key.year.saturating_sub(1));
    add(&is_long, &[(key, Trajectories, -1.0), (key, Begun, 1.0)]);
    add(
        &is_long,
        &[
            (before, Trajectories, -1.0),
            (before, EndedTrajectories, 1.0),
        ],
    );
    let short = classes
        .iter()
        .filter(|(_, _, most)| most.is_some_and(|most| most < 365.0));
    let short: Vec<usize> = short.map(|(count, ..)| *count).collect();
    rows.extend(of(Measure::UnderOneYear).map(|whole| Row::sum(whole, short)));
    rows
}

/// What was asked was asked of a trajectory that ended: there are as many of these at least, whoever answered has one, and whoever has several
/// answers has as many more of them than one.
fn asked_at_the_end(layout: &Layout, table: Table, key: CellKey) -> Vec<Row> {
    use Measure::{Answered, AnsweringYouths, Asked, EndedTrajectories, EndedYouths};
    if table != Table::Outcomes {
        return Vec::new();
    }
    let all = key.with(Dimension::Question.total());
    let rules: [&[Term]; 3] = [
        &[(key, Asked, 1.0), (all, EndedTrajectories, -1.0)],
        &[(key, AnsweringYouths, 1.0), (all, EndedYouths, -1.0)],
        &[
            (key, Answered, 1.0),
            (key, AnsweringYouths, -1.0),
            (all, EndedTrajectories, -1.0),
            (all, EndedYouths, 1.0),
        ],
    ];
    rules
        .into_iter()
        .filter_map(|terms| at_most_zero(layout, terms.iter().copied()))
        .collect()
}

/// Days after which a trajectory that ended in a year cannot have begun in it, nor in the year before.
const LONG: f64 = 730.0;

/// Of the persons of a whole who are not among the second measure nobody is so in a part: there are at most as many as in the parts
/// together. Where persons fall in one part both measures add up, and so this follows.
fn add_some_of(layout: &Layout, table: Table, key: CellKey, region: &Region, rows: &mut Vec<Row>) {
    // A municipality that does not supply a table has nobody in its groups.
    let is_supplied = |key: &CellKey| {
        !table.is_supplied_by_municipality()
            || layout
                .block(table)
                .is_some_and(|block| block.row(*key).is_some())
    };
    let areas: Vec<CellKey> = region
        .parts(key.area)
        .map(|part| key.in_area(part))
        .filter(is_supplied)
        .collect();
    let members = Dimension::ALL.map(|dimension| {
        key.member(dimension)
            .parts()
            .map(|part| key.with(part))
            .collect::<Vec<CellKey>>()
    });
    for parts in members
        .iter()
        .chain([&areas])
        .filter(|parts| !parts.is_empty())
    {
        for (all, some) in SOME_OF.iter().filter(|(all, _)| all.table() == table) {
            let others = |key: CellKey, sign: f64| [(key, *all, sign), (key, *some, -sign)];
            let terms = others(key, 1.0)
                .into_iter()
                .chain(parts.iter().flat_map(|part| others(*part, -1.0)));
            rows.extend(at_most_zero(layout, terms));
        }
    }
}

/// What is known of a cell and the same one a year later; of cells that divide the youths of a year, nothing.
fn add_carried_over(
    layout: &Layout,
    table: Table,
    key: CellKey,
    region: &Region,
    rows: &mut Vec<Row>,
) {
    let divides_youths = |member: Member| !member.is_total() && member.dimension().divides_youths();
    if key.members().any(divides_youths) {
        return;
    }
    let next = key.in_year(key.year.saturating_add(1));
    for rule in CARRIED_OVER
        .iter()
        .filter(|rule| rule.after[0].0.table() == table && rule.holds.is_of(key, region))
    {
        let of = |key| move |(measure, weight): &(Measure, f64)| (key, *measure, *weight);
        let before = rule.before.iter().map(of(key));
        let after = rule.after.iter().map(of(next));
        rows.extend(at_most_zero(layout, before.chain(after)));
    }
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
        && (measure.unit() != MeasureUnit::EuroSquared || dimension.divides_youths())
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
