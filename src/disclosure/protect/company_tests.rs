//! Figures of nearly everybody in a group, of which nothing tells that they are.

use std::collections::{BTreeMap, BTreeSet};

use crate::cube::{Cell, CellKey};
use crate::disclosure::{ProtectError, Protected, RawTable, protect};
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

/// A region of one town has nothing beside it but its other years; without those its table is left out.
#[test]
fn where_nothing_lies_beside_it_another_year_is_hidden_with_it() {
    let mut config: RegionConfig = toml::from_str(CONFIG).unwrap();
    config.breuken.clear();
    let whole = config.gebieden[0].code.clone();
    config.gebieden.retain(|area| area.code == whole);
    let of = |years: &[u16]| {
        let mut config = config.clone();
        config
            .perioden
            .retain(|period| years.contains(&period.jaar));
        let region = Region::new(&config).unwrap();
        let cells = years
            .iter()
            .map(|year| {
                let positive = if *year == 2022 { 97 } else { 50 };
                let key = CellKey::total(*year, region.whole()).with(question());
                (key, vec![100, 140, 100, positive])
            })
            .collect();
        let raw = RawTable {
            cells,
            ..answers(&region, |_, _| 50)
        };
        protect(&mut [raw], &region, &[]).map(|found| (hidden(&found), found.left_out))
    };
    let whole = AreaId(0);
    assert_eq!(of(&YEARS), Ok((vec![(whole, 2022), (whole, 2023)], vec![])));
    assert_eq!(of(&YEARS[..1]), Ok((vec![], vec![(Table::Outcomes, 2022)])));
}
