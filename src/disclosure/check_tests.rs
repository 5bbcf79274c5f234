#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use crate::release::rounding;
use crate::statistics::Interval;
use crate::vocabulary::{Margin, Table};

fn region() -> Region {
    let mut config: toml::Table = toml::from_str(include_str!("../../data/regio.toml")).unwrap();
    let zero = toml::toml! { leeftijd = "0-3" zorgvorm = "gesloten" };
    config["onthulling"].as_table_mut().unwrap().insert(
        "altijd_nul".to_owned(),
        toml::Value::Array(vec![toml::Value::Table(zero)]),
    );
    Region::new(&config.try_into().unwrap()).unwrap()
}

fn shown(region: &Region, measure: Measure, value: f64) -> Cell {
    Cell::Shown {
        value,
        within: rounding(region, measure, value),
    }
}

const fn hidden(within: Interval) -> Cell {
    Cell::Hidden {
        within,
        secondary: false,
    }
}

fn within(low: f64, high: f64) -> Interval {
    Interval::new(low, high).unwrap()
}

/// One cell with care that ended, in order, but for what `change` does to it.
fn ended(region: &Region, change: impl Fn(Measure) -> Option<Cell>) -> Cube {
    let key = CellKey::total(2023, region.by_key("delft").unwrap());
    cube(region, Table::Ended, key, |measure| {
        change(measure).unwrap_or_else(|| {
            let value = match measure {
                Measure::EndedYouths | Measure::EndedTrajectories => 100.0,
                Measure::ReasonKnown | Measure::Followed => 80.0,
                Measure::Days => 30_000.0,
                Measure::DaysSquared => 8_000_000.0,
                _ => 40.0,
            };
            shown(region, measure, value)
        })
    })
}

fn cube(region: &Region, table: Table, key: CellKey, cell: impl Fn(Measure) -> Cell) -> Cube {
    let _ = region;
    let columns = table
        .measures()
        .map(|measure| {
            let mut column = Column::default();
            column.push(cell(measure));
            (measure, column)
        })
        .collect();
    Cube::new(table, key.margin(), vec![key], columns).unwrap()
}

/// The rules that are broken, with the measures by which.
fn broken(cube: &Cube, region: &Region) -> Vec<(Rule, Vec<Measure>)> {
    check_primary([cube], region)
        .rules
        .into_iter()
        .filter(|result| result.broken > 0)
        .map(|result| {
            let measures = result.examples.iter().map(|breach| breach.measure);
            (result.rule, measures.collect())
        })
        .collect()
}

#[test]
fn a_cell_in_order_breaks_nothing_and_is_counted() {
    let region = region();
    let cube = ended(&region, |_| None);
    let check = check_primary([&cube], &region);
    assert!(check.is_clean(), "{check:?}");
    assert_eq!(check.totals.figures(), 10);
    assert_eq!(check.totals.of(Status::Shown), 10);
    let checked: Vec<(&str, usize)> = check
        .rules
        .iter()
        .map(|result| (result.rule.id(), result.checked))
        .collect();
    assert_eq!(
        checked,
        [
            ("drempel", 8),
            ("hele-cel", 0),
            ("weinig-aanbieders", 0),
            ("groep", 3),
            ("afronding-aantal", 8),
            ("afronding-bedrag", 1),
            ("kwadraten", 1),
            ("altijd-nul", 0),
            ("samenhang", 10),
        ]
    );
}

#[test]
fn a_small_count_that_is_shown_breaks_the_threshold() {
    let region = region();
    for value in [0.0, 5.0] {
        let cube = ended(&region, |measure| {
            (measure == Measure::OneSided).then_some(Cell::Shown {
                value,
                within: within(value, value + 2.0),
            })
        });
        assert_eq!(
            broken(&cube, &region),
            [(Rule::Threshold, vec![Measure::OneSided])]
        );
    }
}

#[test]
fn figures_that_are_not_rounded_are_found_each_by_its_own_rule() {
    let region = region();
    let cases = [
        (Measure::ReasonKnown, 83.0, Rule::Counts),
        (Measure::Days, 30_050.0, Rule::Amounts),
        (Measure::DaysSquared, 8_100_000.0, Rule::Squares),
        (Measure::UnderOneYear, 42.5, Rule::Counts),
    ];
    for (measure, value, rule) in cases {
        let cube = ended(&region, |other| {
            (other == measure).then(|| shown(&region, measure, value))
        });
        assert_eq!(broken(&cube, &region), [(rule, vec![measure])]);
    }
}

#[test]
fn euros_are_rounded_too_and_inhabitants_are_not() {
    let region = region();
    let key = CellKey::total(2023, region.whole());
    let cube_of = |cost: f64| {
        cube(&region, Table::Use, key, |measure| match measure {
            Measure::Cost => shown(&region, measure, cost),
            Measure::CostSquared => shown(&region, measure, 1_250_000.0),
            Measure::BegunAgain => shown(&region, measure, 40.0),
            _ => shown(&region, measure, 100.0),
        })
    };
    assert_eq!(broken(&cube_of(345_000.0), &region), []);
    assert_eq!(
        broken(&cube_of(345_600.0), &region),
        [(Rule::Amounts, vec![Measure::Cost])]
    );
    let inhabitants = cube(&region, Table::Population, key, |measure| {
        shown(&region, measure, 7.0)
    });
    assert_eq!(broken(&inhabitants, &region), []);
}

#[test]
fn a_waiting_list_of_few_providers_and_a_zero_without_reason_are_found() {
    use Measure::{ProvidersAsked, ProvidersLong, Waiting};
    let region = region();
    let key = CellKey::total(2023, region.whole()).with(Dimension::Quarter.member("4").unwrap());
    let waiting = |asked: f64, long: f64, others: Option<Cell>| {
        cube(&region, Table::Waiting, key, |measure| match measure {
            ProvidersAsked => shown(&region, measure, asked),
            _ if others.is_some() => others.unwrap(),
            ProvidersLong => shown(&region, measure, long),
            Measure::WaitingDays => shown(&region, measure, 3_000.0),
            Measure::WaitingDaysSquared => shown(&region, measure, 125_000.0),
            Waiting => shown(&region, measure, 40.0),
            _ => shown(&region, measure, 20.0),
        })
    };
    // How many were asked is not rounded, however few they are; where somebody waits long is.
    assert_eq!(broken(&waiting(17.0, 5.0, None), &region), []);
    assert_eq!(
        broken(&waiting(17.0, 4.0, None), &region),
        [(Rule::Counts, vec![ProvidersLong])]
    );
    let of_two = broken(&waiting(2.0, 0.0, None), &region);
    assert_eq!(of_two.len(), 1);
    assert_eq!((of_two[0].0, of_two[0].1.len()), (Rule::FewProviders, 5));
    let zero = Some(Cell::StructuralZero);
    assert_eq!(broken(&waiting(0.0, 0.0, zero), &region), []);
    let found = broken(&waiting(5.0, 0.0, zero), &region);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].0, found[0].1.len()), (Rule::StructuralZeros, 5));
}

#[test]
fn status_value_and_interval_that_contradict_each_other_are_found() {
    let region = region();
    let key = CellKey::total(2023, region.whole());
    // Value, status, low, high: outside its interval, an interval upside down, one without end, a zero that is none, no status.
    let contradictions = [
        (40.0, Status::Shown as u8, 50.0, 60.0),
        (0.0, Status::SecondaryHidden as u8, 9.0, 0.0),
        (0.0, Status::Hidden as u8, 0.0, f64::INFINITY),
        (0.0, Status::SecondaryHidden as u8, f64::NAN, 9.0),
        (7.0, Status::StructuralZero as u8, 0.0, 0.0),
        (0.0, 99, 0.0, 0.0),
    ];
    for (value, status, low, high) in contradictions {
        let columns = Table::Use
            .measures()
            .map(|measure| {
                let mut column = Column::default();
                column.push(Cell::Unknown);
                if measure == Measure::Trajectories {
                    column = Column {
                        values: vec![value],
                        statuses: vec![status],
                        lows: vec![low],
                        highs: vec![high],
                    };
                }
                (measure, column)
            })
            .collect();
        let cube = Cube::new(Table::Use, Margin::TOTAL, vec![key], columns).unwrap();
        let found = broken(&cube, &region);
        assert!(
            found.contains(&(Rule::Agreement, vec![Measure::Trajectories])),
            "{value} {status} {low} {high}: {found:?}"
        );
    }
}

#[test]
fn a_hidden_number_of_youths_is_under_the_threshold_and_hides_the_rest_of_the_cell() {
    let region = region();
    let few = |high: f64, days: Cell| {
        ended(&region, move |measure| {
            Some(if measure == Measure::Days {
                days
            } else {
                hidden(within(0.0, high))
            })
        })
    };
    let secret = hidden(within(0.0, 90_000.0));
    assert_eq!(broken(&few(9.0, secret), &region), []);
    assert_eq!(
        broken(&few(10.0, secret), &region),
        [(Rule::Agreement, vec![Measure::EndedYouths])]
    );
    let open = shown(&region, Measure::Days, 500.0);
    assert_eq!(
        broken(&few(9.0, open), &region),
        [(Rule::WholeCell, vec![Measure::Days])]
    );
    assert_eq!(broken(&few(9.0, Cell::Unknown), &region), []);
}

#[test]
fn a_part_that_is_nearly_its_whole_group_is_found() {
    let region = region();
    let returned = |value: f64| {
        ended(&region, |measure| {
            (measure == Measure::Returned).then(|| shown(&region, measure, value))
        })
    };
    // Of 80, which stands for 78 to 82: 75 stands for at least 73, which is 89 of every 100; 80 for at least 78, which is 95.
    assert_eq!(broken(&returned(75.0), &region), []);
    assert_eq!(
        broken(&returned(80.0), &region),
        [(Rule::GroupShare, vec![Measure::Returned])]
    );
}

#[test]
fn a_part_that_is_nearly_its_whole_group_in_another_table_is_found() {
    let region = region();
    let key = CellKey::total(2023, region.by_key("delft").unwrap());
    let in_care = cube(&region, Table::Use, key, |measure| {
        shown(
            &region,
            measure,
            match measure {
                Measure::CostSquared => 1_250_000.0,
                Measure::BegunAgain => 400.0,
                _ => 1_000.0,
            },
        )
    });
    let check = |in_care_under_order: f64, group: &[&Cube]| {
        let orders = cube(&region, Table::Orders, key, |measure| {
            let is_part = measure == Measure::UnderOrderInCare;
            shown(
                &region,
                measure,
                if is_part {
                    in_care_under_order
                } else {
                    1_000.0
                },
            )
        });
        let result = check_primary(group.iter().copied().chain([&orders]), &region);
        let shares = result
            .rules
            .iter()
            .find(|result| result.rule == Rule::GroupShare);
        let shares = shares.unwrap();
        (shares.checked, shares.broken)
    };
    // Beside the share of those who had care before.
    assert_eq!(check(900.0, &[&in_care]), (2, 0));
    assert_eq!(check(950.0, &[&in_care]), (2, 1));
    // Where the group was not loaded nothing can be said.
    assert_eq!(check(950.0, &[]), (0, 0));
}

#[test]
fn zeros_are_those_that_are_configured() {
    let region = region();
    let member = |dimension: Dimension, code: &str| dimension.member(code).unwrap();
    let toddlers = CellKey::total(2023, region.whole())
        .with(member(Dimension::CareForm, "gesloten"))
        .with(member(Dimension::AgeGroup, "0-3"));
    let zeros = |key: CellKey, cell: Cell| cube(&region, Table::Use, key, |_| cell);
    assert_eq!(broken(&zeros(toddlers, Cell::StructuralZero), &region), []);
    assert_eq!(broken(&zeros(toddlers, Cell::Unknown), &region), []);
    let elsewhere = toddlers.with(member(Dimension::AgeGroup, "12-17"));
    let found = broken(&zeros(elsewhere, Cell::StructuralZero), &region);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, Rule::StructuralZeros);
    // And what is configured is not hidden, for then a reader would believe that somebody may be there.
    let found = broken(&zeros(toddlers, hidden(within(0.0, 9.0))), &region);
    assert_eq!(found[0].0, Rule::StructuralZeros);
}

#[test]
fn only_the_first_breaches_are_told_and_all_are_counted() {
    let region = region();
    let cube = ended(&region, |measure| {
        measure
            .is_count_of_youths()
            .then(|| shown(&region, measure, 101.0))
    });
    let check = check_primary([&cube], &region);
    let counts = check
        .rules
        .iter()
        .find(|result| result.rule == Rule::Counts)
        .unwrap();
    assert_eq!((counts.broken, counts.examples.len()), (8, EXAMPLES));
}
