//! Figures of nearly everybody in a group, of which nothing tells that they are.

use std::collections::{BTreeMap, BTreeSet};

use crate::cube::{Cell, CellKey};
use crate::disclosure::{FigureName, ProtectError, Protected, RawTable, protect};
use crate::release::{AreaId, Region, RegionConfig};
use crate::vocabulary::{Dimension, Measure, Member, Table};

const YEARS: [u16; 2] = [2022, 2023];

const CONFIG: &str = include_str!("../../../data/regio.toml");

/// The region that ships in so many years.
fn region(years: &[u16]) -> Region {
    let mut config: RegionConfig = toml::from_str(CONFIG).unwrap();
    config
        .perioden
        .retain(|period| years.contains(&period.jaar));
    config.breuken.clear();
    Region::new(&config).unwrap()
}

fn question() -> Member {
    Dimension::Question.parts().next().unwrap()
}

fn towns(region: &Region) -> Vec<AreaId> {
    let is_town = |area: &AreaId| {
        region.with_groups(*area).count() > 1 && region.parts(*area).next().is_none()
    };
    region
        .areas()
        .map(|(area, _)| area)
        .filter(is_town)
        .collect()
}

/// A hundred answers to one question in each town, of which so many are yes.
fn answers(region: &Region, positive: impl Fn(AreaId, u16) -> i64) -> RawTable {
    let mut cells: BTreeMap<CellKey, Vec<i64>> = BTreeMap::new();
    for year in region.years() {
        for town in towns(region) {
            for area in region.with_groups(town) {
                let key = CellKey::total(year, area).with(question());
                let sums = cells.entry(key).or_insert_with(|| vec![0; 4]);
                for (sum, more) in sums.iter_mut().zip([100, 140, 100, positive(town, year)]) {
                    *sum += more;
                }
            }
        }
    }
    RawTable {
        table: Table::Outcomes,
        cells,
        unknown: BTreeSet::new(),
        dominated: BTreeSet::new(),
        of_few: BTreeSet::new(),
    }
}

/// The areas and years in which the number of yeses is hidden, all of them as if for another.
fn hidden(protected: &Protected) -> Vec<(AreaId, u16)> {
    let mut found = Vec::new();
    for cube in &protected.cubes {
        for key in cube.keys() {
            let (cell, _) = cube.find(*key, Measure::Positive).unwrap();
            if cell.is_hidden() {
                assert!(
                    matches!(
                        cell,
                        Cell::Hidden {
                            secondary: true,
                            ..
                        }
                    ),
                    "{cell:?}"
                );
                found.push((key.area, key.year));
            }
        }
    }
    found
}

fn protected(
    region: &Region,
    positive: impl Fn(AreaId, u16) -> i64,
) -> Result<Protected, ProtectError> {
    protect(&mut [answers(region, positive)], region, &[])
}

#[test]
fn two_others_of_the_same_sum_are_hidden_with_it() {
    let region = region(&YEARS[..1]);
    let towns = towns(&region);
    assert_eq!(hidden(&protected(&region, |_, _| 50).unwrap()), []);
    for odd in [97, 3] {
        let one = protected(&region, |town, _| if town == towns[3] { odd } else { 50 }).unwrap();
        let hidden = hidden(&one);
        assert_eq!(hidden.len(), 3, "{hidden:?}");
        assert!(hidden.contains(&(towns[3], 2022)));
        // Not the whole region, which bounds all others.
        assert!(hidden.iter().all(|(area, _)| *area != region.whole()));
    }
}

#[test]
fn company_is_shared_by_those_it_stands_near() {
    let region = region(&YEARS[..1]);
    let towns = towns(&region);
    let several = &towns[..4];
    let found = protected(
        &region,
        |town, _| if several.contains(&town) { 97 } else { 50 },
    )
    .unwrap();
    let found = hidden(&found);
    assert!(several.iter().all(|town| found.contains(&(*town, 2022))));
    // Two for each would be eight more.
    assert!((6..=9).contains(&found.len()), "{found:?}");
}

#[test]
fn what_is_so_everywhere_is_hidden_everywhere_and_published() {
    let region = region(&YEARS[..1]);
    let found = protected(&region, |_, _| 97).unwrap();
    assert_eq!(found.left_out, []);
    assert_eq!(hidden(&found).len(), region.areas().count());
}

/// A region of these areas of the shipped one.
fn part(areas: &[&str], years: &[u16]) -> Region {
    let mut config: RegionConfig = toml::from_str(CONFIG).unwrap();
    config.breuken.clear();
    config
        .perioden
        .retain(|period| years.contains(&period.jaar));
    config
        .gebieden
        .retain(|area| areas.contains(&area.code.as_str()));
    for area in &mut config.gebieden {
        area.deel_van = (area.code != "H10").then(|| "H10".to_owned());
    }
    Region::new(&config).unwrap()
}

/// A region and its only town are one figure twice. Nothing lies beside that but its other years; without those its table is left out.
#[test]
fn where_nothing_lies_beside_it_another_year_is_hidden_with_it() {
    let positive = |_, year| if year == 2022 { 97 } else { 50 };
    let of = |years: &[u16]| {
        let region = part(&["H10", "GM0503"], years);
        let found = protected(&region, positive).unwrap();
        let years: BTreeSet<u16> = hidden(&found).into_iter().map(|(_, year)| year).collect();
        (years, found.left_out)
    };
    assert_eq!(of(&YEARS), (YEARS.into(), vec![]));
    assert_eq!(
        of(&YEARS[..1]),
        (BTreeSet::new(), vec![(Table::Outcomes, 2022)])
    );
}

/// Of two towns the large one cannot be the one, as its own bounds tell: then the whole region is hidden as well, and it can.
#[test]
fn what_its_bounds_rule_out_is_no_company() {
    let region = part(&["H10", "GM0503", "GM0518"], &YEARS[..1]);
    let mut raw = answers(&region, |_, _| 97);
    for (code, answers) in [
        ("GM0518", [2_000, 2_500, 2_000, 1_200]),
        ("H10", [2_100, 2_640, 2_100, 1_297]),
    ] {
        let key = CellKey::total(2022, region.by_code(code).unwrap()).with(question());
        raw.cells.insert(key, answers.into());
    }
    let found = protect(&mut [raw], &region, &[]).unwrap();
    assert_eq!(hidden(&found).len(), 3);
    let large = region.by_code("GM0518").unwrap();
    let cube = &found.cubes[0];
    let key = CellKey::total(2022, large).with(question());
    let (Cell::Hidden { within, .. }, _) = cube.find(key, Measure::Positive).unwrap() else {
        panic!("shown");
    };
    assert!(within.hi() > 0.9 * 2_000.0, "{within:?}");
}

/// What protection hides by itself is the smallest, so that whoever knows this could tell for which: two more are drawn.
#[test]
fn what_was_hidden_with_it_already_is_not_all_its_company() {
    let region = part(
        &["H10", "GM0503", "GM0518", "GM0603", "GM0637", "GM1783"],
        &YEARS[..1],
    );
    let towns = towns(&region);
    let mut companies = BTreeSet::new();
    for odd in &towns {
        for others in 40..50 {
            let found = protected(&region, |town, _| if town == *odd { 97 } else { others });
            let hidden = hidden(&found.unwrap());
            assert!(hidden.len() >= 3, "{hidden:?}");
            companies.extend(hidden.into_iter().filter(|(area, _)| area != odd));
        }
    }
    // Whichever it is, all others are company now and then.
    assert!(companies.len() >= towns.len(), "{companies:?}");
}

/// Each round of publishing, and each release after this one, hides what was hidden before: that is company, and no more is added.
#[test]
fn what_was_hidden_before_stays_enough() {
    let region = region(&YEARS[..1]);
    let towns = towns(&region);
    let mut raw = [answers(
        &region,
        |town, _| if town == towns[3] { 97 } else { 50 },
    )];
    let first = protect(&mut raw, &region, &[]).unwrap();
    let names: Vec<FigureName> = hidden(&first)
        .into_iter()
        .map(|(area, year)| FigureName {
            key: CellKey::total(year, area).with(question()),
            measure: Measure::Positive,
        })
        .collect();
    let second = protect(&mut raw, &region, &names).unwrap();
    assert_eq!(hidden(&second), hidden(&first));
}
