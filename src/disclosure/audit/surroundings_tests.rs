#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use crate::cube::CellKey;
use crate::disclosure::figures::Fate;
use crate::disclosure::layout::Layout;
use crate::disclosure::solver::{Highs, Microlp};
use crate::disclosure::system::System;
use crate::release::Region;
use crate::vocabulary::{Measure, Table};

fn region() -> Region {
    Region::new(&toml::from_str(include_str!("../../../data/regio.toml")).unwrap()).unwrap()
}

/// The figures of the first areas of a year, all hidden, with no relations but these.
fn figures(
    region: &Region,
    areas: usize,
    relate: impl Fn(&dyn Fn(usize, Measure) -> usize) -> (Vec<Row>, Vec<Amounts>),
) -> (Figures<'_>, Layout) {
    let cell = CellKey::total(2020, region.whole());
    let keys: Vec<CellKey> = region
        .parts(region.whole())
        .take(areas)
        .map(|part| cell.in_area(part))
        .collect();
    let layout = Layout::new([Table::Use, Table::Ended].map(|table| (table, keys.clone())));
    let fates = (0..layout.len())
        .map(|variable| {
            if layout.name(variable).measure.is_count_of_youths() {
                Fate::Small
            } else {
                Fate::OfFew
            }
        })
        .collect();
    let mut figures = Figures::new(layout.clone(), fates, vec![0.0; layout.len()], region);
    let (rows, amounts) = relate(&|area, measure| layout.variable(keys[area], measure).unwrap());
    figures.system = System::new(layout.len(), rows).with_amounts(amounts);
    (figures, layout)
}

fn reasoned(figures: &Figures, bounds: &[(usize, (f64, f64))]) -> Knowledge {
    let mut known = figures.all_known();
    for (variable, of) in bounds {
        known[*variable] = *of;
    }
    let mut knowledge = Knowledge::new(known, &figures.system);
    knowledge
        .reason(&figures.system, 10_000, |_, low, high| low <= high)
        .unwrap();
    knowledge
}

/// Of a and b together nine, and a at least three more than b, each relation alone leaves a 3 to 9; together they leave 6 to 9.
#[test]
fn a_circle_through_two_measures_is_found_where_reasoning_finds_nothing() {
    let region = region();
    let (figures, layout) = figures(&region, 1, |of| {
        let (a, b) = (of(0, Measure::Youths), of(0, Measure::EndedTrajectories));
        let together = Row {
            terms: vec![(a, 1.0), (b, 1.0)],
            low: 9.0,
            high: 9.0,
        };
        let apart = Row {
            terms: vec![(a, 1.0), (b, -1.0)],
            low: 3.0,
            high: f64::INFINITY,
        };
        (vec![together, apart], Vec::new())
    });
    let place = |measure| {
        (0..layout.len())
            .find(|variable| figures.measure(*variable) == measure)
            .unwrap()
    };
    let (a, b) = (place(Measure::Youths), place(Measure::EndedTrajectories));
    let knowledge = reasoned(&figures, &[]);
    assert_eq!(knowledge.bounds(a), (3.0, 9.0));
    let of_neither = place(Measure::Inflow);
    for solver in [&Highs::default() as &dyn Solver, &Microlp] {
        let around = Surroundings::of(&[a, b, of_neither], &figures, &knowledge);
        let found = around.attack(&figures, solver).unwrap();
        let ranges: Vec<(usize, (f64, f64), Verdict)> = found
            .findings
            .iter()
            .map(|of| (of.variable, of.range, of.verdict))
            .collect();
        // What stands in no relation keeps its room.
        assert_eq!(
            ranges,
            [
                (a, (6.0, 9.0), Verdict::Exposed),
                (b, (0.0, 3.0), Verdict::Exposed)
            ]
        );
    }
}

/// Three youths who cost 30,000 together and whose squares are 300 million together cost 10,000 each. One by one that says little.
#[test]
fn squares_are_held_against_sums_in_a_circle() {
    let region = region();
    let (figures, layout) = figures(&region, 3, |of| {
        let all = |measure| (0..3).map(|area| (of(area, measure), 1.0)).collect();
        let costs = Row {
            terms: all(Measure::Cost),
            low: 30_000.0,
            high: 30_000.0,
        };
        let squares = Row {
            terms: all(Measure::CostSquared),
            low: 3e8,
            high: 3e8,
        };
        let amounts = (0..3).map(|area| Amounts {
            count: of(area, Measure::Youths),
            sum: of(area, Measure::Cost),
            squares: of(area, Measure::CostSquared),
        });
        (vec![costs, squares], amounts.collect())
    });
    let of = |measure| {
        (0..layout.len()).filter(move |variable| layout.name(*variable).measure == measure)
    };
    let bounds: Vec<(usize, (f64, f64))> = (0..figures.fates.len())
        .filter_map(|variable| match figures.measure(variable) {
            Measure::Youths => Some((variable, (1.0, 1.0))),
            Measure::Cost => Some((variable, (0.0, 30_000.0))),
            Measure::CostSquared => Some((variable, (0.0, 3e8))),
            _ => None,
        })
        .collect();
    let knowledge = reasoned(&figures, &bounds);
    let cost = of(Measure::Cost).next().unwrap();
    let (low, high) = knowledge.bounds(cost);
    assert!(low <= 0.0 && high > 17_000.0, "{low} {high}");
    let around = Surroundings::of(&[cost], &figures, &knowledge);
    let mut session = Highs::default().load(&around.programme).unwrap();
    let (least, most) = session.range(around.goals[0]).unwrap();
    let (least, most) = (least * 1e4, most * 1e4);
    // Lines are not the curve: the truth is within, and not far from either end.
    assert!((5_000.0..10_000.0).contains(&least), "{least}");
    assert!((10_000.0..15_000.0).contains(&most), "{most}");
}

/// Of a, b and a third at most nine, and a two or three more than b: a is 2 to 6, and each relation alone leaves 9. What holds it is the nine.
/// The third is nothing then, and cannot be less, and of two a bound of its own says so.
#[test]
fn what_is_nothing_already_holds_nothing() {
    let measures = [
        Measure::Youths,
        Measure::EndedTrajectories,
        Measure::Inflow,
        Measure::Begun,
    ];
    let region = region();
    let (figures, layout) = figures(&region, 1, |of| {
        let [a, b, third, most] = measures.map(|measure| of(0, measure));
        let together = Row::at_most_zero(vec![(a, 1.0), (b, 1.0), (third, 1.0), (most, -1.0)]);
        let apart = Row {
            terms: vec![(a, 1.0), (b, -1.0)],
            low: 2.0,
            high: 3.0,
        };
        (vec![together, apart], Vec::new())
    });
    let place = |measure| {
        (0..layout.len())
            .find(|variable| figures.measure(*variable) == measure)
            .unwrap()
    };
    let [a, _, _, most] = measures.map(place);
    let knowledge = reasoned(&figures, &[(most, (7.0, 9.0))]);
    assert_eq!(knowledge.bounds(a), (2.0, 9.0));
    let around = Surroundings::of(&[a], &figures, &knowledge);
    let found = around.attack(&figures, &Highs::default()).unwrap();
    assert_eq!(found.findings[0].range, (2.0, 6.0));
    let holding: Vec<usize> = found.supports.iter().map(|support| support.by).collect();
    assert_eq!(holding, [most]);
}
