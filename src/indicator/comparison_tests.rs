#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use crate::cube::{Cell, CellKey, Column, Cube};
use crate::indicator::{by_id, series};
use crate::release::RegionConfig;
use crate::statistics::Interval;
use crate::vocabulary::{Margin, Measure, Table};

fn region() -> Region {
    Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap()
}

/// A release in which these shares of `of` ended one-sided in each municipality, and in the others a tenth.
fn store(region: &Region, year: u16, of: f64, shares: &[(&str, f64)]) -> CubeStore {
    let counted = |area: AreaId| {
        let key = region.area(area).key.as_str();
        let special = shares.iter().find(|(name, _)| *name == key);
        (special.map_or(0.1, |(_, share)| *share) * of).round()
    };
    let towns: Vec<AreaId> = region
        .areas()
        .filter(|(_, entry)| entry.kind == AreaKind::Gemeente)
        .map(|(area, _)| area)
        .collect();
    let all: f64 = towns.iter().map(|town| counted(*town)).sum();
    let mut rows = vec![(region.whole(), all, of * towns.len() as f64)];
    rows.extend(towns.iter().map(|town| (*town, counted(*town), of)));
    let column = |value: &dyn Fn(&(AreaId, f64, f64)) -> f64| {
        let mut column = Column::default();
        for row in &rows {
            let value = value(row);
            column.push(Cell::Shown {
                value,
                within: Interval::exact(value),
            });
        }
        column
    };
    let columns = Table::Ended
        .measures()
        .map(|measure| {
            let column = match measure {
                Measure::OneSided => column(&|(_, one_sided, _)| *one_sided),
                _ => column(&|(_, _, known)| *known),
            };
            (measure, column)
        })
        .collect();
    let keys = rows
        .iter()
        .map(|(area, ..)| CellKey::total(year, *area))
        .collect();
    let mut store = CubeStore::default();
    store.insert(Cube::new(Table::Ended, Margin::of(&[]), keys, columns).unwrap());
    store
}

fn compared(year: u16, of: f64, shares: &[(&str, f64)]) -> (Region, Comparison) {
    let region = region();
    let store = store(&region, year, of, shares);
    let found = compare(by_id("uitval").unwrap(), &store, &region, year, &[]);
    (region, found)
}

fn of<'a>(region: &Region, found: &'a Comparison, key: &str) -> &'a Compared {
    let area = region.by_key(key).unwrap();
    let mut all = found.municipalities.iter();
    all.find(|compared| compared.area == area).unwrap()
}

#[test]
fn one_that_is_far_higher_is_told_and_comes_first() {
    let (region, found) = compared(2020, 200.0, &[("delft", 0.3)]);
    assert_eq!(found.tested(), 10);
    assert_eq!(
        (found.with(Verdict::Higher), found.with(Verdict::Lower)),
        (1, 0)
    );
    let delft = of(&region, &found, "delft");
    assert_eq!(delft.verdict, Some(Verdict::Higher));
    assert_eq!(delft.places, Some((1, 1)));
    assert!(found.tells_places() && found.differing_alone().next().is_none());
    assert_eq!(found.municipalities[0].area, delft.area);
    // The nine others share the places that are left.
    assert_eq!(of(&region, &found, "rijswijk").places, Some((2, 10)));
    assert!((found.region.figure().unwrap().value - 12.0).abs() < 1e-9);
}

#[test]
fn where_all_are_equal_nobody_differs_and_every_place_is_possible() {
    let (_, found) = compared(2020, 200.0, &[]);
    assert_eq!(found.with(Verdict::NoDemonstrableDifference), 10);
    assert!(
        found
            .municipalities
            .iter()
            .all(|of| of.places == Some((1, 10)))
    );
    assert!(!found.tells_places() && found.differing_alone().next().is_none());
}

/// Alone it would be told: of ten that are compared one is often as far off by chance.
#[test]
fn what_is_told_of_one_is_not_told_of_one_in_ten() {
    let (region, found) = compared(2020, 200.0, &[("delft", 0.165)]);
    let delft = of(&region, &found, "delft");
    let estimate = |outcome: &Outcome| outcome.figure().unwrap().estimate;
    let (own, rest) = (estimate(&delft.own), estimate(delft.rest.as_ref().unwrap()));
    assert_eq!(differs(&own, &rest), Verdict::Higher);
    assert!(difference_p(&own, &rest) > 0.005);
    assert_eq!(delft.verdict, Some(Verdict::NoDemonstrableDifference));
    assert_eq!(delft.alone, Some(Verdict::Higher));
    assert_eq!(found.differing_alone().collect::<Vec<_>>(), [delft.area]);
}

/// Since 2024 Den Haag counts in another way, and is part of the rest of all others.
#[test]
fn who_is_counted_differently_is_not_held_against_the_others() {
    let (region, found) = compared(2024, 200.0, &[("den-haag", 0.4)]);
    assert_eq!(found.tested(), 0);
    assert_eq!(of(&region, &found, "den-haag").places, None);
    assert_eq!(of(&region, &found, "delft").places, Some((1, 9)));
}

#[test]
fn of_counts_nothing_is_told_but_their_size() {
    let region = region();
    let store = store(&region, 2020, 200.0, &[("delft", 0.3)]);
    let counted = by_id("uitval").unwrap().counted();
    let found = compare(&counted, &store, &region, 2020, &[]);
    assert_eq!(found.tested(), 0);
    assert!(found.municipalities.iter().all(|of| of.places.is_none()));
    assert!((found.municipalities[0].own.value().unwrap() - 60.0).abs() < 1e-9);
}

/// What makes up the whole region has nothing beside it: neither its own town, nor the region itself.
#[test]
fn a_region_of_one_municipality_has_no_rest() {
    let mut config: RegionConfig = toml::from_str(include_str!("../../data/regio.toml")).unwrap();
    let whole = config.gebieden[0].code.clone();
    config
        .gebieden
        .retain(|area| area.code == whole || area.sleutel == "delft");
    config.gebieden[1].deel_van = Some(whole);
    config.breuken.clear();
    let alone = Region::new(&config).unwrap();
    let indicator = by_id("uitval").unwrap();
    let store = store(&alone, 2020, 500.0, &[]);
    let found = compare(indicator, &store, &alone, 2020, &[]);
    assert_eq!(of(&alone, &found, "delft").rest, None);
    let delft = alone.by_key("delft").unwrap();
    let series = series(indicator, &store, &alone, delft, &[]);
    assert!(series.points.iter().all(|point| point.rest.is_none()));
    assert!(series.growth.is_none());

    let many = region();
    let has_rest = |key: &str| many.has_rest(many.by_key(key).unwrap());
    assert!(has_rest("delft") && has_rest("h4") && !has_rest("haaglanden"));
}
