#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::BTreeSet;

use super::*;
use crate::cube::CellKey;
use crate::disclosure::bounds::Knowledge;
use crate::disclosure::system::System;
use crate::vocabulary::Table;

const YEAR: u16 = 2020;

/// A figure with its value.
type Known = (CellKey, Measure, f64);

/// The least and the most that a figure can be.
type Bounds = (f64, f64);

/// Figures of a cell with their values, another of that cell, and what follows for it.
type Case<'a> = (&'a [(Measure, f64)], Measure, Bounds);

fn region() -> Region {
    Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap()
}

fn whole(region: &Region) -> CellKey {
    CellKey::total(YEAR, region.whole())
}

fn narrowed(key: CellKey, dimension: Dimension, code: &str) -> CellKey {
    key.with(dimension.member(code).unwrap())
}

/// What follows for a figure from others, when no more than these are published.
fn follows(region: &Region, known: &[Known], (key, measure): (CellKey, Measure)) -> Bounds {
    let keys: BTreeSet<CellKey> = known.iter().map(|(key, ..)| *key).chain([key]).collect();
    let tables = [
        Table::Use,
        Table::Ended,
        Table::Waiting,
        Table::Orders,
        Table::Providers,
        Table::Durations,
        Table::Local,
        Table::Outcomes,
        Table::Survival,
        Table::Allocations,
        Table::Ranges,
        Table::LeftResidence,
        Table::Budgets,
    ];
    let layout = Layout::new(tables.map(|table| (table, keys.iter().copied().collect())));
    let asked = layout.variable(key, measure).unwrap();
    let mut bounds = vec![(0.0, f64::INFINITY); layout.len()];
    let mut published = BTreeSet::from([asked]);
    for (key, measure, value) in known {
        let variable = layout.variable(*key, *measure).unwrap();
        bounds[variable] = (*value, *value);
        published.insert(variable);
    }
    let rows = relations(&layout, region, |variable| published.contains(&variable));
    let amounts = amounts(&layout, |variable| published.contains(&variable));
    let system = System::new(layout.len(), rows).with_amounts(amounts);
    let mut knowledge = Knowledge::new(bounds, &system);
    knowledge.reason(&system, 1000, |_, _, _| true).unwrap();
    knowledge.bounds(asked)
}

/// Holds what follows within one cell against what is expected.
#[track_caller]
fn each_follows(region: &Region, key: CellKey, cases: &[Case]) {
    for (known, asked, expected) in cases {
        let known: Vec<Known> = known
            .iter()
            .map(|(measure, value)| (key, *measure, *value))
            .collect();
        assert_eq!(
            follows(region, &known, (key, *asked)),
            *expected,
            "{} of {known:?}",
            asked.code()
        );
    }
}

#[test]
fn within_a_cell_every_rule_tells_what_it_says() {
    use Measure::{
        Begun, BegunAgain, Days, EndedTrajectories, EndedYouths, Followed, Inflow, OneSided,
        Outflow, Premature, ReasonKnown, Returned, Trajectories, UnderOneYear, Youths,
    };
    let at_most_20 = (0.0, 20.0);
    let unbounded = f64::INFINITY;
    let cases: &[Case] = &[
        (&[(Trajectories, 20.0)], Youths, at_most_20),
        (&[(Trajectories, 20.0)], Begun, at_most_20),
        (&[(Youths, 20.0)], Inflow, at_most_20),
        (&[(Begun, 20.0)], Inflow, at_most_20),
        (&[(Youths, 20.0)], Outflow, at_most_20),
        (&[(EndedTrajectories, 20.0)], EndedYouths, at_most_20),
        (&[(EndedTrajectories, 20.0)], ReasonKnown, at_most_20),
        (&[(ReasonKnown, 20.0)], OneSided, at_most_20),
        (&[(ReasonKnown, 20.0)], Premature, at_most_20),
        (&[(Premature, 20.0)], OneSided, at_most_20),
        (&[(Begun, 20.0)], BegunAgain, at_most_20),
        (&[(EndedTrajectories, 20.0)], UnderOneYear, at_most_20),
        (&[(EndedYouths, 20.0)], Followed, at_most_20),
        (&[(Followed, 20.0)], Returned, at_most_20),
        (&[(Youths, 20.0)], EndedYouths, at_most_20),
        (&[(Trajectories, 20.0)], EndedTrajectories, at_most_20),
        (&[(Followed, 20.0)], Outflow, at_most_20),
        (&[(EndedYouths, 20.0)], Outflow, at_most_20),
        // Five trajectories more than youths in care: of 30 that ended no more than five were a youth's second.
        (
            &[
                (EndedTrajectories, 30.0),
                (Trajectories, 40.0),
                (Youths, 35.0),
            ],
            EndedYouths,
            (25.0, 30.0),
        ),
        (&[(Returned, 5.0), (Outflow, 15.0)], Followed, (15.0, 20.0)),
        (&[(EndedTrajectories, 20.0)], Days, (20.0, unbounded)),
        // 15 of a year at least, 5 of a day at least.
        (
            &[(EndedTrajectories, 20.0), (UnderOneYear, 5.0)],
            Days,
            (5480.0, unbounded),
        ),
        // And nothing follows the other way round.
        (&[(Youths, 20.0)], Trajectories, (20.0, unbounded)),
        (&[(Inflow, 20.0)], Outflow, (0.0, unbounded)),
    ];
    let region = region();
    let key = whole(&region);
    each_follows(&region, key, cases);
}

#[test]
fn whoever_has_two_providers_has_two_trajectories_in_the_region() {
    let region = region();
    let unbounded = f64::INFINITY;
    let of_two = narrowed(whole(&region), Dimension::ProviderCount, "2");
    let of_three = narrowed(whole(&region), Dimension::ProviderCount, "3-of-meer");
    let in_delft = of_two.in_area(region.by_key("delft").unwrap());
    let foster = narrowed(of_two, Dimension::CareForm, "pleegzorg");
    for (key, least) in [
        (of_two, 40.0),
        (of_three, 60.0),
        // The other provider may be in another municipality, or of another form of care.
        (in_delft, 20.0),
        (foster, 20.0),
    ] {
        assert_eq!(
            follows(
                &region,
                &[(key, Measure::Youths, 20.0)],
                (key, Measure::Trajectories)
            ),
            (least, unbounded),
            "{key:?}"
        );
    }
}

#[test]
fn a_youth_costs_what_her_class_says() {
    use Measure::{Cost, CostSquared, Youths};
    let region = region();
    let (none, unbounded) = (0.0, f64::INFINITY);
    let class = |code| narrowed(whole(&region), Dimension::CostClass, code);
    let in_delft = |key: CellKey| key.in_area(region.by_key("delft").unwrap());
    for (key, expected) in [
        (class("tot-10000"), (none, 200_000.0)),
        (class("10000-tot-100000"), (200_020.0, 2_000_000.0)),
        (class("boven-100000"), (2_000_020.0, unbounded)),
        // In one municipality she may have only some of her care.
        (in_delft(class("10000-tot-100000")), (none, 2_000_000.0)),
        (in_delft(class("boven-100000")), (none, unbounded)),
    ] {
        assert_eq!(
            follows(&region, &[(key, Youths, 20.0)], (key, Cost)),
            expected,
            "{key:?}"
        );
        let (least, most) = expected;
        let squares = follows(&region, &[(key, Cost, 20.0)], (key, CostSquared));
        assert_eq!(squares, (least, most), "{key:?}");
    }
}

#[test]
fn amounts_lie_together_as_their_squares_allow() {
    use Measure::{Cost, CostSquared, Youths};
    let region = region();
    let class = |code| narrowed(whole(&region), Dimension::CostClass, code);
    let in_delft = |key: CellKey| key.in_area(region.by_key("delft").unwrap());
    // Two youths of 150,000 have a sum of squares of 4.5e10; with no more than that, 300,000 euros cannot be of one.
    for key in [class("boven-100000"), in_delft(class("boven-100000"))] {
        let known = [(key, Cost, 300_000.0), (key, CostSquared, 4.5e10)];
        let (fewest, _) = follows(&region, &known, (key, Youths));
        assert!((fewest - 2.0).abs() < 1e-9, "{key:?}: {fewest}");
    }
    // Ten of 10,001 to 100,000 who cost 550,005 together: at most half of them at one end and half at the other.
    let middle = class("10000-tot-100000");
    let known = [(middle, Youths, 10.0), (middle, Cost, 550_005.0)];
    let (_, most) = follows(&region, &known, (middle, CostSquared));
    assert!(
        (most - 5.0 * (10_001.0_f64.powi(2) + 1e10)).abs() < 10.0,
        "{most}"
    );
}

#[test]
fn a_number_of_providers_is_of_one_year() {
    let region = region();
    let before = whole(&region);
    let carried = |key: CellKey| {
        let known = [
            (key, Measure::Trajectories, 50.0),
            (key, Measure::EndedTrajectories, 20.0),
            (key.in_year(YEAR + 1), Measure::Begun, 10.0),
        ];
        follows(
            &region,
            &known,
            (key.in_year(YEAR + 1), Measure::Trajectories),
        )
    };
    assert_eq!(carried(before), (10.0, 40.0));
    let of_one = narrowed(before, Dimension::ProviderCount, "1");
    assert_eq!(carried(of_one), (10.0, f64::INFINITY));
}

#[test]
fn of_orders_every_rule_tells_what_it_says() {
    use Measure::{Orders, OrdersBegun, OrdersEnded, UnderOrder, UnderOrderInCare, Youths};
    let unbounded = f64::INFINITY;
    let at_most_20 = (0.0, 20.0);
    let region = region();
    let cell = whole(&region);
    let cases: &[Case] = &[
        (&[(Orders, 20.0)], UnderOrder, at_most_20),
        (&[(Orders, 20.0)], OrdersBegun, at_most_20),
        (&[(Orders, 20.0)], OrdersEnded, at_most_20),
        (&[(UnderOrder, 20.0)], UnderOrderInCare, at_most_20),
        (&[(Youths, 20.0)], UnderOrderInCare, at_most_20),
        // Who is in care need not be under an order.
        (&[(Youths, 20.0)], UnderOrder, (0.0, unbounded)),
    ];
    each_follows(&region, cell, cases);
    // 50 ran, 20 of them ended: of those of the year after, 10 began and at most 30 ran on. All 30 did if they are of child protection;
    // on probation a youth may have turned 23.
    for (kind, still) in [
        ("ots", (40.0, 40.0)),
        ("jeugdbescherming", (40.0, 40.0)),
        ("jeugdreclassering", (10.0, 40.0)),
    ] {
        let order = narrowed(cell, Dimension::Order, kind);
        let next = order.in_year(YEAR + 1);
        let known = [
            (order, Orders, 50.0),
            (order, OrdersEnded, 20.0),
            (next, OrdersBegun, 10.0),
        ];
        assert_eq!(follows(&region, &known, (next, Orders)), still, "{kind}");
    }
    // Of 20 under an order 15 are in care, 12 of them under the one kind; and the 5 who are in no care are all under the other.
    let parts = ["jeugdbescherming", "jeugdreclassering"]
        .map(|kind| narrowed(cell, Dimension::Order, kind));
    let known = [
        (cell, UnderOrder, 20.0),
        (cell, UnderOrderInCare, 15.0),
        (parts[0], UnderOrder, 12.0),
        (parts[0], UnderOrderInCare, 12.0),
        (parts[1], UnderOrder, 9.0),
    ];
    assert_eq!(
        follows(&region, &known, (parts[1], UnderOrderInCare)),
        (3.0, 4.0)
    );
}

#[test]
fn of_a_waiting_list_every_rule_tells_what_it_says() {
    use Measure::{ProvidersAsked, ProvidersLong, Waiting, WaitingDays, WaitingLong};
    let unbounded = f64::INFINITY;
    let region = region();
    let quarter = narrowed(whole(&region), Dimension::Quarter, "4");
    let cases: &[Case] = &[
        (&[(Waiting, 20.0)], WaitingLong, (0.0, 20.0)),
        (&[(WaitingLong, 4.0)], WaitingDays, (364.0, unbounded)),
        (&[(WaitingDays, 200.0)], WaitingLong, (0.0, 2.0)),
        (&[(ProvidersAsked, 7.0)], ProvidersLong, (0.0, 7.0)),
        (&[(ProvidersLong, 3.0)], WaitingLong, (3.0, unbounded)),
        // Of whoever waits nothing follows for the providers.
        (&[(Waiting, 20.0)], ProvidersAsked, (0.0, unbounded)),
    ];
    each_follows(&region, quarter, cases);
    // Forms of care add up for who waits, not for providers; a provider where nobody waits long does so nowhere.
    let form = |code| narrowed(quarter, Dimension::CareForm, code);
    let parts = |measure| {
        [
            (form("zonder-verblijf"), measure, 12.0),
            (form("met-verblijf"), measure, 8.0),
        ]
    };
    assert_eq!(
        follows(&region, &parts(Waiting), (quarter, Waiting)),
        (20.0, 20.0)
    );
    assert_eq!(
        follows(&region, &parts(ProvidersAsked), (quarter, ProvidersAsked)),
        (12.0, 20.0)
    );
    let known: Vec<Known> = [
        parts(ProvidersAsked).to_vec(),
        vec![
            (form("zonder-verblijf"), ProvidersLong, 12.0),
            (form("met-verblijf"), ProvidersLong, 6.0),
            (quarter, ProvidersAsked, 15.0),
        ],
    ]
    .concat();
    // At most 2 of the 15 have nobody who waits long.
    assert_eq!(
        follows(&region, &known, (quarter, ProvidersLong)),
        (13.0, 15.0)
    );
}

/// By hand: 5 of 91 days or more have squares of 41,405 at least; the others then have 395 days or more in 27 places, each at least 14.6 on
/// average, with squares of 5,779 at least: over 45,000 together. Four fit. And of ended care at most four of 365 days fit in 565,000.
#[test]
fn a_limit_with_squares_tells_how_many_reach_it() {
    use Measure::{
        Days, DaysSquared, EndedTrajectories, UnderOneYear, Waiting, WaitingDays,
        WaitingDaysSquared, WaitingLong,
    };
    let region = region();
    let cell = whole(&region);
    let waiting = [
        (cell, Waiting, 32.0),
        (cell, WaitingDays, 850.0),
        (cell, WaitingDaysSquared, 45_000.0),
    ];
    assert_eq!(follows(&region, &waiting, (cell, WaitingLong)), (0.0, 4.0));
    let ended = [
        (cell, EndedTrajectories, 10.0),
        (cell, Days, 2_000.0),
        (cell, DaysSquared, 565_000.0),
    ];
    let (least, most) = follows(&region, &ended, (cell, UnderOneYear));
    assert!(least >= 6.0 && most <= 10.0, "{least} {most}");
}

/// Whatever the days are, no relation contradicts them.
#[test]
fn what_is_true_of_a_limit_is_never_contradicted() {
    use Measure::{
        Days, DaysSquared, EndedTrajectories, UnderOneYear, Waiting, WaitingDays,
        WaitingDaysSquared, WaitingLong,
    };
    let region = region();
    let cell = whole(&region);
    let tables = [Table::Ended, Table::Waiting];
    let layout = Layout::new(tables.map(|table| (table, vec![cell])));
    let rows = relations(&layout, &region, |_| true);
    let system = System::new(layout.len(), rows);
    let mut number = 7_u64;
    for _ in 0..500 {
        let mut days = Vec::new();
        for _ in 0..=number % 9 {
            number = number
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            days.push(((number >> 33) % [100, 400, 2_000][days.len() % 3]) as f64 + 1.0);
        }
        let count = |is: &dyn Fn(f64) -> bool| days.iter().filter(|day| is(**day)).count() as f64;
        let (sum, squares) = (
            days.iter().sum::<f64>(),
            days.iter().map(|day| day * day).sum::<f64>(),
        );
        let mut truth = vec![0.0; layout.len()];
        let mut set = |measure, value| truth[layout.variable(cell, measure).unwrap()] = value;
        for all in [Waiting, EndedTrajectories] {
            set(all, days.len() as f64);
        }
        set(WaitingLong, count(&|day| day >= 91.0));
        set(UnderOneYear, count(&|day| day < 365.0));
        for (measures, value) in [
            ([WaitingDays, Days], sum),
            ([WaitingDaysSquared, DaysSquared], squares),
        ] {
            for measure in measures {
                set(measure, value);
            }
        }
        for row in 0..system.len() {
            assert!(system.violation(row, &truth) <= 0.0, "{days:?}");
        }
    }
}

#[test]
fn squares_tell_of_the_numbers_and_the_sums_in_every_table_that_has_them() {
    use Measure::{
        BudgetCost, BudgetCostSquared, BudgetYouths, Cost, CostEverywhere, CostEverywhereSquared,
        CostLargest, CostLargestSquared, CostSquared, Days, DaysSquared, EndedTrajectories,
        Waiting, WaitingDays, WaitingDaysSquared, Youths,
    };
    let region = region();
    let cell = whole(&region);
    for (count, sum, squares) in [
        (Youths, Cost, CostSquared),
        (EndedTrajectories, Days, DaysSquared),
        (Waiting, WaitingDays, WaitingDaysSquared),
        (Youths, CostEverywhere, CostEverywhereSquared),
        (Youths, CostLargest, CostLargestSquared),
        (BudgetYouths, BudgetCost, BudgetCostSquared),
    ] {
        // Three of ten each and no fewer.
        let known = [(cell, sum, 30.0), (cell, squares, 300.0)];
        let (least, _) = follows(&region, &known, (cell, count));
        assert!((least - 3.0).abs() < 1e-9, "{}: {least}", squares.code());
        let known = [(cell, count, 3.0), (cell, squares, 300.0)];
        let (_, most) = follows(&region, &known, (cell, sum));
        assert!((most - 30.0).abs() < 1e-9, "{}: {most}", sum.code());
    }
}

#[test]
fn of_providers_every_rule_tells_what_it_says() {
    use Measure::{
        Cost, CostEverywhere, CostLargest, Providers, ProvidersEverywhere, Trajectories,
    };
    let unbounded = f64::INFINITY;
    let region = region();
    let cell = whole(&region);
    let cases: &[Case] = &[
        (&[(Trajectories, 7.0)], Providers, (0.0, 7.0)),
        (&[(Providers, 7.0)], Trajectories, (7.0, unbounded)),
        (&[(Providers, 7.0)], ProvidersEverywhere, (0.0, 7.0)),
        (&[(Cost, 9000.0)], CostEverywhere, (0.0, 9000.0)),
        (&[(Cost, 9000.0)], CostLargest, (0.0, 9000.0)),
        // Those that work everywhere need not be the largest.
        (&[(CostLargest, 9000.0)], CostEverywhere, (0.0, unbounded)),
    ];
    each_follows(&region, cell, cases);
}

#[test]
fn what_runs_when_a_year_begins_ran_in_the_year_before() {
    let region = region();
    let all = whole(&region);
    let follow = |key: CellKey, later: u16| {
        let next = key.in_year(YEAR + later);
        let known = [
            (key, Measure::Trajectories, 50.0),
            (key, Measure::EndedTrajectories, 3.0),
            (next, Measure::Begun, 10.0),
        ];
        follows(&region, &known, (next, Measure::Trajectories))
    };
    // 47 ran on, and 10 began.
    assert_eq!(follow(all, 1), (10.0, 57.0));
    let outpatient = narrowed(all, Dimension::CareForm, "ambulant");
    assert_eq!(follow(outpatient, 1), (10.0, 57.0));
    // A youth grows older, and two years are no year.
    let young = narrowed(all, Dimension::AgeGroup, "0-17");
    assert_eq!(follow(young, 1), (10.0, f64::INFINITY));
    assert_eq!(follow(all, 2), (10.0, f64::INFINITY));
}

#[test]
fn who_is_in_care_and_not_new_was_in_care_in_the_year_before() {
    let region = region();
    let all = whole(&region);
    let follow = |key: CellKey, later: u16| {
        let next = key.in_year(YEAR + later);
        let known = [(key, Measure::Youths, 50.0), (next, Measure::Inflow, 10.0)];
        follows(&region, &known, (next, Measure::Youths))
    };
    // 50 at most stayed, and 10 are new.
    assert_eq!(follow(all, 1), (10.0, 60.0));
    assert_eq!(follow(all, 2), (10.0, f64::INFINITY));
    // From elsewhere, or from another form, somebody comes without being new.
    let town = all.in_area(region.by_code("H4").unwrap());
    let outpatient = narrowed(all, Dimension::CareForm, "ambulant");
    for part in [town, outpatient] {
        assert_eq!(follow(part, 1), (10.0, f64::INFINITY));
    }
}

#[test]
fn who_is_not_among_some_is_so_in_no_part() {
    use Measure::{EndedYouths, Followed, Inflow, Outflow, Returned, Youths};
    let region = region();
    for (all, some) in [
        (Youths, Inflow),
        (Youths, Outflow),
        (Youths, EndedYouths),
        (EndedYouths, Followed),
        (EndedYouths, Outflow),
        (Followed, Returned),
    ] {
        for parts in of_persons(&region) {
            let whole = whole(&region);
            // Of 50, 30 are not among the second; 10 of them are in one part and nobody in the rest: 20 in the other, with 10 who are.
            let mut known = vec![(whole, all, 50.0), (whole, some, 20.0)];
            known.extend([
                (parts[0], all, 25.0),
                (parts[0], some, 15.0),
                (parts[1], some, 10.0),
            ]);
            known.extend(
                parts[2..]
                    .iter()
                    .flat_map(|rest| [(*rest, all, 0.0), (*rest, some, 0.0)]),
            );
            let (least, _) = follows(&region, &known, (parts[1], all));
            assert!(
                (least - 30.0).abs() < 1e-9,
                "{} {parts:?}: {least}",
                all.code()
            );
        }
    }
}

/// All parts of the whole region, for every way of dividing it in which a youth may be in several parts.
fn of_persons(region: &Region) -> [Vec<CellKey>; 3] {
    let all = whole(region);
    let by = |dimension: Dimension| {
        let parts = all.member(dimension).parts();
        parts.map(|part| all.with(part)).collect()
    };
    [
        region
            .parts(region.whole())
            .map(|part| all.in_area(part))
            .collect(),
        by(Dimension::CareForm),
        by(Dimension::Referrer),
    ]
}

/// A whole with its two parts, for every way of dividing it.
fn divisions(region: &Region) -> [(&'static str, CellKey, [CellKey; 2]); 5] {
    let all = whole(region);
    let both =
        |dimension: Dimension, codes: [&str; 2]| codes.map(|code| narrowed(all, dimension, code));
    let towns = |whole: CellKey, codes: [&str; 2]| {
        codes.map(|code| whole.in_area(region.by_code(code).unwrap()))
    };
    let young = narrowed(all, Dimension::AgeGroup, "0-17");
    [
        ("areas", all, towns(all, ["H4", "H5"])),
        (
            "forms",
            all,
            both(Dimension::CareForm, ["zonder-verblijf", "met-verblijf"]),
        ),
        (
            "referrers",
            all,
            both(Dimension::Referrer, ["huisarts", "gi"]),
        ),
        ("ages", all, both(Dimension::AgeGroup, ["0-17", "18-22"])),
        (
            "young ages",
            young,
            both(Dimension::AgeGroup, ["4-11", "12-17"]),
        ),
    ]
}

/// What the whole and one part tell of the other part, and both parts of the whole.
fn divided(measure: Measure, values: [f64; 3]) -> Vec<(&'static str, Bounds, Bounds)> {
    let region = region();
    let [of_whole, of_one, of_other] = values;
    divisions(&region)
        .into_iter()
        .map(|(name, whole, [one, other])| {
            let one = (one, measure, of_one);
            (
                name,
                follows(
                    &region,
                    &[(whole, measure, of_whole), one],
                    (other, measure),
                ),
                follows(
                    &region,
                    &[one, (other, measure, of_other)],
                    (whole, measure),
                ),
            )
        })
        .collect()
}

#[test]
fn trajectories_and_amounts_add_up() {
    for measure in [
        Measure::Trajectories,
        Measure::Cost,
        Measure::EndedTrajectories,
        Measure::Days,
        Measure::DaysSquared,
    ] {
        for (name, other, whole) in divided(measure, [50.0, 30.0, 25.0]) {
            assert_eq!((other, whole), ((20.0, 20.0), (55.0, 55.0)), "{name}");
        }
    }
}

#[test]
fn youths_add_up_by_age_and_may_be_in_several_parts_of_all_else() {
    for measure in [Measure::Youths, Measure::EndedYouths, Measure::Returned] {
        for (name, other, whole) in divided(measure, [50.0, 30.0, 25.0]) {
            let expected = if name.ends_with("ages") {
                ((20.0, 20.0), (55.0, 55.0))
            } else {
                ((20.0, 50.0), (30.0, 55.0))
            };
            assert_eq!((other, whole), expected, "{name}");
        }
    }
}

#[test]
fn squares_add_up_by_age_and_are_larger_together_in_all_else() {
    for (name, other, whole) in divided(Measure::CostSquared, [1000.0, 300.0, 500.0]) {
        let expected = if name.ends_with("ages") {
            ((700.0, 700.0), (800.0, 800.0))
        } else {
            // A youth who costs a and b in the two parts adds a² + b² to them, and (a + b)² to the whole: at most twice that.
            ((200.0, 700.0), (800.0, 1600.0))
        };
        assert_eq!((other, whole), expected, "{name}");
    }
}

#[test]
fn what_is_not_published_stands_in_no_relation() {
    let region = region();
    let key = whole(&region);
    let layout = Layout::new([(Table::Use, vec![key]), (Table::Ended, vec![key])]);
    let youths = layout.variable(key, Measure::Youths).unwrap();
    let rows = relations(&layout, &region, |variable| variable != youths);
    assert!(!rows.is_empty());
    assert!(
        rows.iter()
            .flat_map(|row| &row.terms)
            .all(|(variable, _)| *variable != youths)
    );
}

/// A trajectory of each of the seven classes, and one more of the longest.
#[test]
fn classes_of_duration_tell_of_days_and_of_what_ran() {
    use Measure::{
        Begun, Days, DaysSquared, EndedOfDuration, EndedTrajectories, Trajectories, UnderOneYear,
    };
    let region = region();
    let key = whole(&region);
    let classes: Vec<Known> = Dimension::Duration
        .parts()
        .zip([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0])
        .map(|(class, count)| (key.with(class), EndedOfDuration, count))
        .collect();
    let with = |others: &[Known], asked: (CellKey, Measure)| {
        follows(&region, &[classes.as_slice(), others].concat(), asked)
    };
    let unbounded = f64::INFINITY;
    assert_eq!(with(&[], (key, UnderOneYear)), (3.0, 3.0));
    let all = (key, EndedOfDuration, 8.0);
    assert_eq!(with(&[all], (key, EndedTrajectories)), (8.0, 8.0));
    let least = 1.0 + 91.0 + 182.0 + 365.0 + 730.0 + 1095.0 + 2.0 * 1460.0;
    assert_eq!(with(&[], (key, Days)), (least, unbounded));
    // From no day at all, the squared distances are the squares themselves.
    let squares = [1.0_f64, 91.0, 182.0, 365.0, 730.0, 1095.0, 1460.0, 1460.0];
    let squares: f64 = squares.iter().map(|days| days * days).sum();
    let days = (key, Days, 8000.0);
    let (low, _) = with(&[all, days], (key, DaysSquared));
    assert!(low >= squares, "{low}");
    // Four lasted two years or longer: they had not begun in the year, and ran in the year before.
    let ran = (key, Trajectories, 100.0);
    assert_eq!(with(&[ran], (key, Begun)), (0.0, 96.0));
    let before = key.in_year(YEAR - 1);
    let ran = (before, Trajectories, 100.0);
    assert_eq!(with(&[all, ran], (before, EndedTrajectories)), (0.0, 96.0));
}

#[test]
fn help_of_a_local_team_hangs_together_with_care() {
    use Measure::{
        KnownYouths, LocalDays, LocalEnded, LocalEndedYouths, LocalInCare, LocalYouths, Youths,
    };
    let region = region();
    let at_most_20 = (0.0, 20.0);
    let unbounded = f64::INFINITY;
    let within: &[Case] = &[
        (&[(KnownYouths, 20.0)], LocalYouths, at_most_20),
        (&[(LocalYouths, 20.0)], LocalInCare, at_most_20),
        (&[(Youths, 20.0)], LocalInCare, at_most_20),
        (&[(LocalYouths, 20.0)], LocalEndedYouths, at_most_20),
        (&[(LocalEnded, 20.0)], LocalEndedYouths, at_most_20),
        (&[(LocalEnded, 20.0)], LocalDays, (20.0, unbounded)),
        // Of 30 helped and 50 in care, 10 had both: 70 are known at most.
        (
            &[(LocalYouths, 30.0), (Youths, 50.0), (LocalInCare, 10.0)],
            KnownYouths,
            (30.0, 70.0),
        ),
    ];
    each_follows(&region, whole(&region), within);
    // In a municipality with 30 helped and 65 known, 35 are in specialist care and no local help; 40 are in outpatient care, so 5 have both at least.
    let delft = whole(&region).in_area(region.by_code("GM0503").unwrap());
    let outpatient = narrowed(delft, Dimension::CareForm, "ambulant");
    let of_team = narrowed(delft, Dimension::CareForm, "wijkteam");
    let both = |key: CellKey, of_form: &[Known]| {
        let known = [(key, LocalYouths, 30.0), (key, KnownYouths, 65.0)];
        let known: Vec<Known> = known.into_iter().chain(of_form.iter().copied()).collect();
        follows(&region, &known, (key, LocalInCare))
    };
    assert_eq!(both(delft, &[(outpatient, Youths, 40.0)]), (5.0, 30.0));
    assert_eq!(both(delft, &[(of_team, Youths, 40.0)]), (0.0, 30.0));
    // Of 55 in care 12 have that of a neighbourhood team: 43 at least are in specialist care. Helped and in care are 85, of whom 65 known.
    assert_eq!(
        both(delft, &[(delft, Youths, 55.0), (of_team, Youths, 12.0)]),
        (8.0, 20.0)
    );
    // The region has care of municipalities that supply no local help.
    let everywhere = narrowed(whole(&region), Dimension::CareForm, "ambulant");
    assert_eq!(
        both(whole(&region), &[(everywhere, Youths, 40.0)]),
        (0.0, 30.0)
    );
}

#[test]
fn what_was_asked_at_the_end_hangs_together_with_what_ended() {
    use Measure::{Answered, AnsweringYouths, Asked, EndedTrajectories, EndedYouths, Positive};
    let region = region();
    let all = whole(&region);
    let key = narrowed(all, Dimension::Question, "tevreden");
    let at_most_20 = (0.0, 20.0);
    let unbounded = f64::INFINITY;
    let within: &[Case] = &[
        (&[(Asked, 20.0)], Answered, at_most_20),
        (&[(Answered, 20.0)], Positive, at_most_20),
        (&[(Answered, 20.0)], AnsweringYouths, at_most_20),
        (&[(Positive, 20.0)], Asked, (0.0, unbounded)),
        (&[(Answered, 20.0)], Asked, (20.0, unbounded)),
    ];
    each_follows(&region, key, within);
    // 30 youths ended 40 trajectories: so many were asked at most, so many have an answer, and ten answers at most are of whoever has another.
    let ended = [(all, EndedTrajectories, 40.0), (all, EndedYouths, 30.0)];
    assert_eq!(follows(&region, &ended[..1], (key, Asked)), (0.0, 40.0));
    assert_eq!(
        follows(&region, &ended[1..], (key, AnsweringYouths)),
        (0.0, 30.0)
    );
    let answered = [ended[0], ended[1], (key, Answered, 25.0)];
    assert_eq!(
        follows(&region, &answered, (key, AnsweringYouths)),
        (15.0, 25.0)
    );
}

#[test]
fn what_began_hangs_together_with_what_ended_and_with_what_ran() {
    use Measure::{Begun, EndedInClass, EndedOfDuration, EndedTrajectories, Lasted, Trajectories};
    let region = region();
    let all = whole(&region);
    let of = |year: u16, code| narrowed(all.in_year(year), Dimension::Duration, code);
    let (short, next, long) = ("tot-3-maanden", "3-tot-6-maanden", "2-tot-3-jaar");
    let unbounded = f64::INFINITY;
    // Of 50 that came as far, 20 came further: 30 ended there at most. The last class has none after it.
    let known = [
        (of(YEAR, short), Lasted, 50.0),
        (of(YEAR, next), Lasted, 20.0),
    ];
    let ended = (of(YEAR, short), EndedInClass);
    assert_eq!(follows(&region, &known, ended), (0.0, 30.0));
    let longest = of(2018, "4-jaar-en-langer");
    assert_eq!(
        follows(&region, &[(longest, Lasted, 20.0)], (longest, EndedInClass)),
        (0.0, 20.0)
    );
    // All that began reached the first class.
    let begun = [(all, Begun, 40.0)];
    assert_eq!(
        follows(&region, &begun, (of(YEAR, short), Lasted)),
        (40.0, 40.0)
    );
    assert_eq!(
        follows(&region, &begun, (of(YEAR, next), Lasted)),
        (0.0, unbounded)
    );
    // Between two and three years after 2020 lie 2021 to 2023.
    let years = [(2021, 5.0), (2022, 6.0), (2023, 7.0)];
    let known = years.map(|(year, count)| (of(year, long), EndedOfDuration, count));
    assert_eq!(
        follows(&region, &known, (of(YEAR, long), EndedInClass)),
        (0.0, 18.0)
    );
    let asked = (of(YEAR, long), EndedInClass);
    assert_eq!(follows(&region, &known[..2], asked), (0.0, unbounded));
    // What began in two years ended in four: together they are no more than these, of which one has most.
    let known = [2021, 2022, 2023, 2024].map(|year| (of(year, long), EndedOfDuration, 10.0));
    let other = [(of(2021, long), EndedInClass, 25.0)];
    assert_eq!(
        follows(&region, &[&known[..], &other].concat(), asked),
        (0.0, 15.0)
    );
    // Under three months lie within a year or on both sides of its end; of 2015 some may have begun before the first year.
    let begun = |year| {
        [
            (of(year - 1, short), EndedInClass, 5.0),
            (of(year, short), EndedInClass, 6.0),
        ]
    };
    let ended = |year| (of(year, short), EndedOfDuration);
    assert_eq!(follows(&region, &begun(2020), ended(2020)), (0.0, 11.0));
    assert_eq!(
        follows(&region, &begun(2015)[1..], ended(2015)),
        (0.0, unbounded)
    );
    // 30 ran when the year began: what began in 2018 and lasted for three years did. 25 of the year before had not ended in it.
    let lasted = (of(2018, "3-tot-4-jaar"), Lasted);
    let first = (of(YEAR, short), Lasted, 20.0);
    let ran = [(all, Trajectories, 50.0), (all, Begun, 20.0), first];
    assert_eq!(follows(&region, &ran, lasted), (0.0, 30.0));
    let before = all.in_year(2019);
    let ran = [
        (before, Trajectories, 40.0),
        (before, EndedTrajectories, 15.0),
        first,
    ];
    assert_eq!(follows(&region, &ran, lasted), (0.0, 25.0));
    // Two years need not be over then.
    assert_eq!(
        follows(&region, &ran, (of(2018, long), Lasted)),
        (0.0, unbounded)
    );
}

/// Nobody who is known and not helped in the whole region is helped in a part; the parts are those that supply it.
#[test]
fn a_municipality_that_supplies_nothing_is_no_part() {
    use Measure::{KnownYouths, LocalYouths};
    let region = region();
    let h4 = whole(&region).in_area(region.by_code("H4").unwrap());
    let [delft, rijswijk] =
        ["GM0503", "GM0603"].map(|code| h4.in_area(region.by_code(code).unwrap()));
    let known = [
        (delft, KnownYouths, 60.0),
        (delft, LocalYouths, 20.0),
        (rijswijk, KnownYouths, 30.0),
        (rijswijk, LocalYouths, 10.0),
        (h4, LocalYouths, 29.0),
    ];
    // 40 and 20 without help, so 60 at most of all.
    assert_eq!(follows(&region, &known, (h4, KnownYouths)), (60.0, 89.0));
}

#[test]
fn of_what_began_the_allocation_of_some_is_known() {
    let region = region();
    each_follows(
        &region,
        whole(&region),
        &[
            (
                &[(Measure::Begun, 20.0)],
                Measure::BegunAllocated,
                (0.0, 20.0),
            ),
            (
                &[(Measure::BegunAllocated, 20.0)],
                Measure::Begun,
                (20.0, f64::INFINITY),
            ),
        ],
    );
}

/// Nothing of every form and class of duration, or of what ended and of that in under a year, but what is said.
fn by_form(all: CellKey, said: &[Known]) -> Vec<Known> {
    let classes = || Dimension::Duration.parts();
    let mut known: Vec<Known> = Dimension::CareForm
        .parts()
        .map(|form| all.with(form))
        .flat_map(|form| {
            let of_classes =
                classes().map(move |class| (form.with(class), Measure::EndedOfDuration, 0.0));
            of_classes.chain([
                (form, Measure::EndedTrajectories, 0.0),
                (form, Measure::UnderOneYear, 0.0),
            ])
        })
        .collect();
    for (key, measure, value) in said {
        let of = known.iter_mut().find(|of| (of.0, of.1) == (*key, *measure));
        of.unwrap().2 = *value;
    }
    known
}

#[test]
fn each_part_of_the_agreed_ranges_holds_what_its_forms_and_classes_say() {
    let region = region();
    let all = whole(&region);
    let part = |code: &str| {
        (
            narrowed(all, Dimension::Range, code),
            Measure::EndedWithRange,
        )
    };
    let of = |form: &str, class: &str, count: f64| {
        let form = narrowed(all, Dimension::CareForm, form);
        (
            narrowed(form, Dimension::Duration, class),
            Measure::EndedOfDuration,
            count,
        )
    };
    let only = |measure: Measure, known: &[Known]| -> Vec<Known> {
        let of = by_form(all, known);
        of.into_iter().filter(|of| of.1 == measure).collect()
    };
    // Agreed for outpatient care: three months (89 days at least) up to a year (366 at most), so that the first class and the fourth lie across an end.
    let classes = only(
        Measure::EndedOfDuration,
        &[
            of("ambulant", "tot-3-maanden", 7.0),
            of("ambulant", "6-tot-12-maanden", 30.0),
            of("ambulant", "1-tot-2-jaar", 11.0),
            of("ambulant", "2-tot-3-jaar", 4.0),
            of("pleegzorg", "tot-3-maanden", 3.0),
            of("pleegzorg", "4-jaar-en-langer", 13.0),
        ],
    );
    assert_eq!(follows(&region, &classes, part("korter")), (3.0, 10.0));
    assert_eq!(follows(&region, &classes, part("binnen")), (43.0, 61.0));
    assert_eq!(follows(&region, &classes, part("langer")), (4.0, 15.0));
    // Where classes are not published: 20 of foster care that ended, 8 of which in under a year.
    let foster = narrowed(all, Dimension::CareForm, "pleegzorg");
    let years: Vec<Known> = by_form(
        all,
        &[
            (foster, Measure::EndedTrajectories, 20.0),
            (foster, Measure::UnderOneYear, 8.0),
        ],
    )
    .into_iter()
    .filter(|of| of.1 != Measure::EndedOfDuration)
    .collect();
    assert_eq!(follows(&region, &years, part("korter")), (8.0, 8.0));
    assert_eq!(follows(&region, &years, part("binnen")), (12.0, 12.0));
    assert_eq!(follows(&region, &years, part("langer")), (0.0, 0.0));
    // All of the forms with a range together.
    assert_eq!(
        follows(&region, &years, (all, Measure::EndedWithRange)),
        (20.0, 20.0)
    );
}

#[test]
fn days_are_at_least_what_the_parts_of_the_agreed_ranges_say() {
    let region = region();
    let all = whole(&region);
    let of = |code: &str, count: f64| {
        let key = narrowed(all, Dimension::Range, code);
        (key, Measure::EndedWithRange, count)
    };
    let parts = [of("korter", 3.0), of("binnen", 2.0), of("langer", 10.0)];
    // The shortest that is too long is a day over half a year, of care by the local team; within its range a day will do.
    assert_eq!(
        follows(&region, &parts, (all, Measure::Days)),
        (3.0 + 2.0 + 10.0 * 185.0, f64::INFINITY)
    );
}

#[test]
fn whoever_is_in_care_under_an_order_is_in_care_and_under_an_order() {
    use Measure::{UnderOrder, UnderOrderInCare, Youths};
    let region = region();
    let all = whole(&region);
    let delft = all.in_area(region.by_code("GM0503").unwrap());
    let with = |key| narrowed(key, Dimension::WithOrder, "met-maatregel");
    for area in [all, delft] {
        let in_both = [(area, UnderOrderInCare, 20.0)];
        let at_least_20 = (20.0, f64::INFINITY);
        assert_eq!(
            follows(&region, &in_both, (with(area), Youths)),
            at_least_20
        );
        let in_care = [(with(area), Youths, 20.0)];
        assert_eq!(
            follows(&region, &in_care, (area, UnderOrderInCare)),
            (0.0, 20.0)
        );
        // Of whoever is under none it tells nothing.
        let without = narrowed(area, Dimension::WithOrder, "zonder-maatregel");
        let nothing = (0.0, f64::INFINITY);
        assert_eq!(follows(&region, &in_both, (without, Youths)), nothing);
    }
    // In a municipality a youth may be in care whose order is another's.
    for (area, most) in [(all, 30.0), (delft, f64::INFINITY)] {
        let under_order = [(area, UnderOrder, 30.0)];
        assert_eq!(
            follows(&region, &under_order, (with(area), Youths)),
            (0.0, most)
        );
    }
}

#[test]
fn whoever_left_residential_care_is_among_those_whose_care_ended_and_at_least_those_who_left_all() {
    use Measure::{EndedYouths, LeftResidence, Outflow};
    let region = region();
    let all = whole(&region);
    let delft = all.in_area(region.by_code("GM0503").unwrap());
    let residential = |key| narrowed(key, Dimension::CareForm, "met-verblijf");
    let aged = |key, code| narrowed(residential(key), Dimension::AgeGroup, code);
    let at = |key, code| narrowed(key, Dimension::LeavingAge, code);
    for area in [all, delft] {
        let ended = [(residential(area), EndedYouths, 20.0)];
        assert_eq!(follows(&region, &ended, (area, LeftResidence)), (0.0, 20.0));
        // At 17 she may be 18 by the end of the year, and not so at 16.
        let ages = ["0-3", "4-11", "12-17", "18-22"];
        let ended = ages.map(|code| (aged(area, code), EndedYouths, 10.0));
        for (code, most) in [("tot-en-met-16", 30.0), ("17", 20.0), ("18-en-ouder", 10.0)] {
            let found = follows(&region, &ended, (at(area, code), LeftResidence));
            assert_eq!(found, (0.0, most), "{code}");
        }
    }
    // Whoever left all care from a municipality may have left residential care once more, from another.
    for (area, least) in [(all, 20.0), (delft, 0.0)] {
        let gone = [(residential(area), Outflow, 20.0)];
        let found = follows(&region, &gone, (area, LeftResidence));
        assert_eq!(found, (least, f64::INFINITY));
    }
    // Who left all care and is an adult by the end of the year was 17 or older.
    let known = [
        (aged(all, "18-22"), Outflow, 20.0),
        (at(all, "18-en-ouder"), LeftResidence, 12.0),
        // Of all ages something else is published.
        (all, Measure::Begun, 1000.0),
    ];
    let found = follows(&region, &known, (at(all, "17"), LeftResidence));
    assert_eq!(found, (8.0, f64::INFINITY));
}

#[test]
fn whoever_has_a_budget_spent_a_euro_at_least() {
    use Measure::{BudgetCost, BudgetYouths};
    let region = region();
    each_follows(
        &region,
        whole(&region),
        &[
            (&[(BudgetYouths, 20.0)], BudgetCost, (20.0, f64::INFINITY)),
            (&[(BudgetCost, 900.0)], BudgetYouths, (0.0, 900.0)),
        ],
    );
}
