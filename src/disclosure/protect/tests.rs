//! Protection of small tables that can be counted by hand.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::cube::CellKey;
use crate::disclosure::FigureName;
use crate::release::{AreaId, RegionConfig};
use crate::vocabulary::{Dimension, Member, Table};

const YEAR: u16 = 2020;

const CONFIG: &str = include_str!("../../../data/regio.toml");

/// The region that ships in [`YEAR`] alone: a year in which nobody has care cannot be published.
fn config() -> RegionConfig {
    let mut config: RegionConfig = toml::from_str(CONFIG).unwrap();
    config.perioden.retain(|period| period.jaar == YEAR);
    config.breuken.clear();
    config
}

fn region() -> Region {
    Region::new(&config()).unwrap()
}

/// Youths alike: where they live, how many they are, their age, and for each trajectory form, referrer and cost.
type Youths<'a> = (&'a str, i64, &'a str, &'a [(&'a str, &'a str, i64)]);

/// The table of use, youth by youth, each counted once in every cell she has a trajectory in.
fn count(region: &Region, population: &[Youths]) -> RawTable {
    let mut cells: BTreeMap<CellKey, Vec<i64>> = BTreeMap::new();
    for year in region.years() {
        for (area, _) in region.areas() {
            let members = Dimension::ALL.map(|dimension| dimension.iter().collect::<Vec<_>>());
            for form in &members[0] {
                for age in &members[1] {
                    for referrer in &members[2] {
                        let key = CellKey::total(year, area)
                            .with(*form)
                            .with(*age)
                            .with(*referrer);
                        if key.margin().dimensions().count() < 3 {
                            cells.insert(key, vec![0; Table::Use.measures().count()]);
                        }
                    }
                }
            }
        }
    }
    for (town, number, age, trajectories) in population {
        let mut of_one: BTreeMap<CellKey, (i64, i64)> = BTreeMap::new();
        for (form, referrer, euros) in *trajectories {
            for key in cells_of(region, region.by_code(town).unwrap(), [form, age, referrer]) {
                let (trajectories, cost) = of_one.entry(key).or_default();
                *trajectories += 1;
                *cost += euros;
            }
        }
        for (key, (trajectories, cost)) in of_one {
            let Some(values) = cells.get_mut(&key) else {
                continue;
            };
            for (value, of_youth) in
                values
                    .iter_mut()
                    .zip([1, trajectories, trajectories, 1, 0, cost, cost * cost])
            {
                *value += of_youth * number;
            }
        }
    }
    RawTable {
        table: Table::Use,
        cells,
        unknown: BTreeSet::new(),
        dominated: BTreeSet::new(),
        of_few: BTreeSet::new(),
    }
}

fn cells_of(region: &Region, town: AreaId, codes: [&str; 3]) -> Vec<CellKey> {
    let mut keys: Vec<CellKey> = region
        .with_groups(town)
        .map(|area| CellKey::total(YEAR, area))
        .collect();
    for (dimension, code) in Dimension::ALL.into_iter().zip(codes) {
        let groups: Vec<Member> = dimension.member(code).unwrap().with_groups().collect();
        keys = keys
            .iter()
            .flat_map(|key| groups.iter().map(move |group| key.with(*group)))
            .collect();
    }
    keys
}

/// Every figure of [`YEAR`]: true value, cell as published.
fn figures(raw: &RawTable, protected: &Protected) -> Vec<(CellKey, Measure, i64, Cell)> {
    let mut found = Vec::new();
    for cube in &protected.cubes {
        for (place, (measure, column)) in cube.columns().iter().enumerate() {
            for (row, key) in cube
                .keys()
                .iter()
                .enumerate()
                .filter(|(_, key)| key.year == YEAR)
            {
                found.push((*key, *measure, raw.cells[key][place], column.cell(row)));
            }
        }
    }
    found
}

const POPULATION: &[Youths] = &[
    ("GM0503", 40, "4-11", &[("ambulant", "huisarts", 3000)]),
    (
        "GM0503",
        30,
        "12-17",
        &[
            ("ambulant", "gemeente", 4000),
            ("daghulp", "gemeente", 9000),
        ],
    ),
    ("GM0503", 4, "12-17", &[("pleegzorg", "gi", 30_000)]),
    ("GM0503", 25, "4-11", &[("daghulp", "jeugdarts", 6000)]),
    (
        "GM0518",
        200,
        "12-17",
        &[
            ("ambulant", "huisarts", 2500),
            ("ander-verblijf", "gi", 50_000),
        ],
    ),
    ("GM0518", 90, "18-22", &[("pleegzorg", "gi", 28_000)]),
    ("GM0637", 15, "0-3", &[("daghulp", "gemeente", 7000)]),
    ("GM0637", 60, "12-17", &[("ambulant", "huisarts", 2000)]),
    ("GM1916", 25, "4-11", GP),
    ("GM1842", 20, "12-17", GP),
    ("GM1926", 30, "4-11", GP),
    ("GM0603", 35, "12-17", GP),
    ("GM0626", 20, "0-3", GP),
    ("GM0629", 25, "4-11", GP),
    ("GM1783", 40, "4-11", GP),
    // In every town more than a few of 18 and over, or those under 18 and all ages together would tell how few.
    ("GM0503", 20, "18-22", GP),
    ("GM0637", 20, "18-22", GP),
    ("GM1916", 20, "18-22", GP),
    ("GM1842", 20, "18-22", GP),
    ("GM1926", 20, "18-22", GP),
    ("GM0603", 20, "18-22", GP),
    ("GM0626", 20, "18-22", GP),
    ("GM0629", 20, "18-22", GP),
    ("GM1783", 20, "18-22", GP),
];

const GP: &[(&str, &str, i64)] = &[("ambulant", "huisarts", 1000)];

#[test]
fn the_truth_lies_within_what_is_published_also_of_youths_with_two_forms_of_care() {
    let region = region();
    let raw = count(&region, POPULATION);
    let protected = protect(&mut [raw.clone()], &region, &[]).unwrap();
    let (mut shown, mut hidden) = (0, 0);
    for (key, measure, truth, cell) in figures(&raw, &protected) {
        let within = cell.within().unwrap();
        assert!(
            within.contains(truth as f64),
            "{} of {key:?} is {truth}, published as {cell:?}",
            measure.code()
        );
        shown += usize::from(cell.shown().is_some());
        hidden += usize::from(cell.is_hidden());
    }
    assert!(
        shown > 500 && hidden > 500,
        "{shown} shown, {hidden} hidden: the table says little"
    );
}

#[test]
fn small_counts_are_hidden_and_headlines_are_not_hidden_for_others() {
    let region = region();
    let raw = count(&region, POPULATION);
    let protected = protect(&mut [raw.clone()], &region, &[]).unwrap();
    let persons = Measure::Youths;
    for (key, measure, truth, cell) in figures(&raw, &protected) {
        if measure == persons {
            assert!(
                truth >= 10 || cell.is_hidden(),
                "{key:?}: {truth} published as {cell:?}"
            );
        }
        assert!(
            !key.margin().is_total()
                || !measure.has_headlines()
                || !matches!(
                    cell,
                    Cell::Hidden {
                        secondary: true,
                        ..
                    }
                ),
            "headline {key:?}: {cell:?}"
        );
    }
}

#[test]
fn a_lone_small_cell_gets_company() {
    // The Hague by age, trajectories, not rounded: 0-3: 4, 4-11: 40, 12-17: 60, together 0-17: 104. Were the other three
    // shown, the first would be 104 less 100.
    let mut config = config();
    config.onthulling.afronding_aantal = 1;
    let region = Region::new(&config).unwrap();
    let mut population: Vec<Youths> = POPULATION
        .iter()
        .copied()
        .filter(|(town, ..)| *town != "GM0518")
        .collect();
    population.extend([
        ("GM0518", 4, "0-3", GP),
        ("GM0518", 40, "4-11", GP),
        ("GM0518", 60, "12-17", GP),
        ("GM0518", 50, "18-22", GP),
    ]);
    let raw = count(&region, &population);
    let protected = protect(&mut [raw.clone()], &region, &[]).unwrap();
    let the_hague = CellKey::total(YEAR, region.by_code("GM0518").unwrap());
    let published: BTreeMap<&str, Cell> = figures(&raw, &protected)
        .into_iter()
        .filter(|(key, measure, ..)| {
            *measure == Measure::Trajectories
                && *key == the_hague.with(key.member(Dimension::AgeGroup))
        })
        .map(|(key, .., cell)| (key.member(Dimension::AgeGroup).code(), cell))
        .collect();
    assert_eq!(published["totaal"].shown(), Some(154.0));
    assert!(
        ["4-11", "12-17", "0-17"]
            .iter()
            .any(|age| published[age].is_hidden()),
        "{published:?}"
    );
    assert!(
        published["0-3"].within().unwrap().width() >= 5.0,
        "{published:?}"
    );
}

#[test]
fn a_region_of_few_youths_is_refused_rather_than_bounded_by_its_own_hidden_figure() {
    let region = region();
    let raw = count(
        &region,
        &[("GM0503", 4, "4-11", &[("pleegzorg", "gi", 30_000)])],
    );
    assert_eq!(
        protect(&mut [raw.clone()], &region, &[]),
        Err(ProtectError::RegionHidden {
            measure: "trajecten",
            year: YEAR
        })
    );
}

#[test]
fn a_table_that_lacks_a_measure_is_refused() {
    let region = region();
    let mut raw = count(&region, POPULATION);
    raw.cells.values_mut().next().unwrap().pop();
    assert_eq!(
        protect(&mut [raw.clone()], &region, &[]),
        Err(ProtectError::Incomplete { table: "gebruik" })
    );
}

#[test]
fn a_cell_of_which_the_number_of_youths_is_hidden_shows_nothing_else() {
    let region = region();
    let raw = count(&region, POPULATION);
    let protected = protect(&mut [raw.clone()], &region, &[]).unwrap();
    let figures = figures(&raw, &protected);
    let (mut for_themselves, mut for_another) = (BTreeSet::new(), BTreeSet::new());
    for (key, measure, _, cell) in &figures {
        if let (Measure::Youths, Cell::Hidden { secondary, .. }) = (measure, cell) {
            let hidden = if *secondary {
                &mut for_another
            } else {
                &mut for_themselves
            };
            hidden.insert(*key);
        }
    }
    assert!(for_themselves.len() > 100 && for_another.len() > 10);
    for (key, measure, _, cell) in figures {
        if for_themselves.contains(&key) || for_another.contains(&key) {
            assert!(cell.is_hidden(), "{} of {key:?}", measure.code());
        }
    }
}

/// By cell: whether its numbers are hidden, and whether they look hidden for another.
fn looks(figures: &[(CellKey, Measure, i64, Cell)]) -> BTreeMap<CellKey, Vec<(i64, Cell)>> {
    let mut by_cell: BTreeMap<CellKey, Vec<(i64, Cell)>> = BTreeMap::new();
    for (key, _, truth, cell) in figures {
        by_cell.entry(*key).or_default().push((*truth, *cell));
    }
    by_cell
}

fn looks_hidden_for_another(cell: Cell) -> bool {
    matches!(
        cell,
        Cell::Hidden {
            secondary: true,
            ..
        }
    )
}

/// Else a reader would know of whatever is hidden for another that it reaches the threshold.
#[test]
fn of_some_small_cells_it_is_not_told_that_they_are_small_and_of_no_headline() {
    let region = region();
    let raw = count(&region, POPULATION);
    let protected = protect(&mut [raw.clone()], &region, &[]).unwrap();
    let (mut told, mut untold) = (0, 0);
    for (key, figures) in looks(&figures(&raw, &protected)) {
        let (youths, cell) = figures[0];
        if youths >= 10 || !cell.is_hidden() {
            continue;
        }
        let looks_alike: BTreeSet<bool> = figures
            .iter()
            .map(|(_, cell)| looks_hidden_for_another(*cell))
            .collect();
        assert_eq!(looks_alike.len(), 1, "one figure of {key:?} tells");
        if looks_hidden_for_another(cell) {
            assert!(!key.margin().is_total(), "{key:?}");
            untold += 1;
        } else {
            told += 1;
        }
    }
    // One in twenty.
    assert!(
        (told / 40..told / 10).contains(&untold),
        "{untold} besides {told}"
    );
    let named: BTreeSet<FigureName> = protected.untold.iter().map(|(name, _)| *name).collect();
    let looking: BTreeSet<FigureName> = figures(&raw, &protected)
        .into_iter()
        .filter(|(key, _, _, cell)| {
            let youths = raw.value(*key, Measure::Youths).unwrap();
            looks_hidden_for_another(*cell) && youths < 10
        })
        .map(|(key, measure, ..)| FigureName { key, measure })
        .collect();
    assert!(looking.is_subset(&named), "the publisher knows which");
}

/// The draw hangs on all exact figures: one youth elsewhere draws others.
#[test]
fn who_does_not_have_the_records_cannot_draw_again() {
    let region = region();
    let untold = |population: &[Youths]| -> BTreeSet<FigureName> {
        let raw = count(&region, population);
        let protected = protect(&mut [raw.clone()], &region, &[]).unwrap();
        protected.untold.into_iter().map(|(name, _)| name).collect()
    };
    let one_more = ("GM0503", 1, "12-17", GP);
    let with_one_more: Vec<Youths> = POPULATION.iter().copied().chain([one_more]).collect();
    let (before, after) = (untold(POPULATION), untold(&with_one_more));
    assert_eq!(before, untold(POPULATION));
    assert!(before.intersection(&after).count() * 4 < before.len());
}

#[test]
fn what_looked_hidden_for_another_goes_on_looking_so_when_it_turns_small() {
    let region = region();
    let raw = count(&region, POPULATION);
    let publish = |also_hidden: &[FigureName]| {
        let protected = protect(&mut [raw.clone()], &region, also_hidden).unwrap();
        looks(&figures(&raw, &protected))
    };
    let (key, _) = publish(&[])
        .into_iter()
        .find(|(key, figures)| {
            let (youths, cell) = figures[0];
            youths < 10 && !key.margin().is_total() && !looks_hidden_for_another(cell)
        })
        .unwrap();
    let before = FigureName {
        key,
        measure: Measure::Youths,
    };
    let now = publish(&[before]);
    assert!(
        now[&key]
            .iter()
            .all(|(_, cell)| looks_hidden_for_another(*cell))
    );
}

#[test]
fn what_is_named_to_be_hidden_as_well_is_hidden() {
    let region = region();
    let raw = count(&region, POPULATION);
    let shown = |also_hidden: &[FigureName]| -> BTreeSet<FigureName> {
        let protected = protect(&mut [raw.clone()], &region, also_hidden).unwrap();
        figures(&raw, &protected)
            .into_iter()
            .filter(|(key, .., cell)| cell.shown().is_some() && !key.margin().is_total())
            .map(|(key, measure, ..)| FigureName { key, measure })
            .collect()
    };
    let before = shown(&[]);
    let named: Vec<FigureName> = before.iter().copied().step_by(before.len() / 3).collect();
    assert!(shown(&named).is_disjoint(&named.iter().copied().collect()));
}
