//! Which figures of a cell are hidden for their own sake, and how that looks: tables that can be checked by hand.

use std::collections::{BTreeMap, BTreeSet};

use regiovisie::cube::{Cell, CellKey};
use regiovisie::disclosure::{ProtectError, RawTable, protect};
use regiovisie::release::{Region, RegionConfig};
use regiovisie::vocabulary::{Dimension, Measure, Table};

const YEAR: u16 = 2020;

/// Two towns that are a region, with more lines for the policy.
fn region(policy: &str) -> Region {
    configured(5, policy)
}

fn rounded_to(multiple: u32) -> Region {
    configured(multiple, "")
}

fn configured(rounding: u32, policy: &str) -> Region {
    let text = format!(
        "release = \"1\"\npeildatum = \"2025-04-01\"\nsynthetisch = true\nnaam = \"R\"\nuitgever = \"R\"\nbronnen = []\n\
         gebieden = [\n\
         {{ code = \"R\", sleutel = \"r\", naam = \"R\", soort = \"regio\" }},\n\
         {{ code = \"A\", sleutel = \"a\", naam = \"A\", soort = \"gemeente\", deel_van = \"R\" }},\n\
         {{ code = \"B\", sleutel = \"b\", naam = \"B\", soort = \"gemeente\", deel_van = \"R\" }} ]\n\
         perioden = [ {{ jaar = {YEAR}, status = \"definitief\" }} ]\n\
         [onthulling]\ndrempel = 10\nbreedte = 5\nafronding_aantal = {rounding}\nafronding_euro = 1000\nafronding_dagen = 100\n{policy}\n"
    );
    let config: RegionConfig = toml::from_str(&text).unwrap();
    Region::new(&config).unwrap()
}

fn total(region: &Region, area: &str) -> CellKey {
    CellKey::total(YEAR, region.by_code(area).unwrap())
}

fn table(table: Table, cells: BTreeMap<CellKey, Vec<i64>>) -> RawTable {
    RawTable {
        table,
        cells,
        unknown: BTreeSet::new(),
        dominated: BTreeSet::new(),
        of_few: BTreeSet::new(),
    }
}

/// A figure as it is published.
fn published(raw: &RawTable, region: &Region, key: CellKey, measure: Measure) -> Cell {
    let protected = protect(&mut [raw.clone()], region, &[]).unwrap();
    protected
        .cubes
        .iter()
        .find_map(|cube| cube.find(key, measure))
        .unwrap()
        .0
}

/// Care that ended in two towns, of which in the first so many were broken off and came back.
fn ended(region: &Region, one_sided: i64, returned: i64) -> RawTable {
    // All that ended before its time was broken off by one side, here.
    let here = [
        100, 110, 100, one_sided, 30_000, 9_000_000, 80, 100, returned, one_sided,
    ];
    let there = [100, 110, 100, 55, 30_000, 9_000_000, 80, 100, 55, 60];
    let both = here.iter().zip(there).map(|(left, right)| left + right);
    table(
        Table::Ended,
        BTreeMap::from([
            (total(region, "R"), both.collect()),
            (total(region, "A"), here.to_vec()),
            (total(region, "B"), there.to_vec()),
        ]),
    )
}

const fn is_hidden_for_another(cell: Cell) -> bool {
    matches!(
        cell,
        Cell::Hidden {
            secondary: true,
            ..
        }
    )
}

#[test]
fn nearly_everybody_is_hidden_as_if_for_another() {
    let region = region("");
    let town = total(&region, "A");
    // Of 100: 91 is over 90 %, 90 is not.
    let raw = ended(&region, 91, 90);
    assert!(is_hidden_for_another(published(
        &raw,
        &region,
        town,
        Measure::OneSided
    )));
    assert_eq!(
        published(&raw, &region, town, Measure::Returned).shown(),
        Some(90.0)
    );
    let raw = ended(&region, 90, 91);
    assert!(is_hidden_for_another(published(
        &raw,
        &region,
        town,
        Measure::Returned
    )));
    assert_eq!(
        published(&raw, &region, town, Measure::OneSided).shown(),
        Some(90.0)
    );
    // A large share of what is not sensitive stays: all 100 were followed.
    assert_eq!(
        published(&raw, &region, town, Measure::Followed).shown(),
        Some(100.0)
    );
}

#[test]
fn a_share_that_the_headlines_prove_is_refused() {
    let region = region("");
    // 99 here and 55 there are 154, shown as 155 and 55: at least 153 less 57 here, which is over 90 of 100.
    assert!(matches!(
        protect(&mut [ended(&region, 99, 50)], &region, &[]),
        Err(ProtectError::OfEverybody {
            measure: "eenzijdig",
            year: YEAR,
            ..
        })
    ));
}

/// Two forms of care in two towns, each with 200 youths of 12 and over, and so many of 4 to 11 and younger.
fn two_forms(region: &Region, children: i64, toddlers: i64) -> RawTable {
    let mut cells = BTreeMap::new();
    for (area, towns) in [("R", 2), ("A", 1), ("B", 1)] {
        for (form, forms) in [
            ("totaal", 2),
            ("met-verblijf", 2),
            ("gesloten", 1),
            ("pleegzorg", 1),
        ] {
            for (age, youths) in [
                ("totaal", 200 + children + toddlers),
                ("0-17", 200 + children + toddlers),
                ("0-3", toddlers),
                ("4-11", children),
                ("12-17", 200),
            ] {
                let key = total(region, area)
                    .with(Dimension::CareForm.member(form).unwrap())
                    .with(Dimension::AgeGroup.member(age).unwrap());
                // Each has three trajectories, of which two began, one of them after earlier care, and is new; half are gone; 20 000 euros each.
                let of_each = [1, 3, 2, 1, 0, 20_000, 400_000_000, 1];
                let mut values = of_each.map(|of_each| of_each * youths);
                values[4] = youths / 2;
                cells.insert(key, values.map(|value| value * towns * forms).to_vec());
            }
        }
    }
    table(Table::Use, cells)
}

fn cell(region: &Region, form: &str, age: &str) -> CellKey {
    total(region, "A")
        .with(Dimension::CareForm.member(form).unwrap())
        .with(Dimension::AgeGroup.member(age).unwrap())
}

#[test]
fn few_youths_hide_all_that_is_known_of_them() {
    let region = region("");
    let raw = two_forms(&region, 9, 0);
    let key = cell(&region, "gesloten", "4-11");
    assert_eq!(raw.cells[&key][..2], [9, 27]);
    for measure in Table::Use.measures() {
        assert!(
            matches!(
                published(&raw, &region, key, measure),
                Cell::Hidden {
                    secondary: false,
                    ..
                }
            ),
            "{}",
            measure.code()
        );
    }
    // Ten are not few. Of those who left, five, a count is still small.
    let raw = two_forms(&region, 10, 0);
    for measure in Table::Use.measures() {
        let is_small = matches!(
            published(&raw, &region, key, measure),
            Cell::Hidden {
                secondary: false,
                ..
            }
        );
        assert_eq!(is_small, measure == Measure::Outflow, "{}", measure.code());
    }
}

#[test]
fn a_zero_is_shown_only_where_it_was_agreed() {
    let policy = "altijd_nul = [ { zorgvorm = \"gesloten\", leeftijd = \"0-3\" } ]";
    let region = region(policy);
    let raw = two_forms(&region, 40, 0);
    for measure in Table::Use.measures() {
        let agreed = published(&raw, &region, cell(&region, "gesloten", "0-3"), measure);
        assert_eq!(agreed, Cell::StructuralZero, "{}", measure.code());
        // Nobody is there either, and that is nobody's business.
        let other = published(&raw, &region, cell(&region, "pleegzorg", "0-3"), measure);
        assert!(other.is_hidden(), "{}: {other:?}", measure.code());
    }
    let refused = protect(&mut [two_forms(&region, 40, 1)], &region, &[]).unwrap_err();
    assert!(
        refused
            .to_string()
            .starts_with("`altijd_nul` says that nobody can be in gesloten, 0-3, but jeugdigen there is not zero in 2020"),
        "{refused}"
    );
}

#[test]
fn counts_that_contradict_each_other_are_refused() {
    let region = region("");
    // More broken off by one side than ended for a known reason.
    let refused = protect(&mut [ended(&region, 105, 50)], &region, &[]).unwrap_err();
    assert!(
        matches!(refused, ProtectError::RelationBroken { year: YEAR, .. }),
        "{refused:?}"
    );
    assert!(refused.to_string().contains("nothing was published"));
}

#[test]
fn what_is_shown_stands_for_the_numbers_that_are_rounded_to_it() {
    let within = |policy: &Region, one_sided: i64| {
        let raw = ended(policy, one_sided, 50);
        let cell = published(&raw, policy, total(policy, "A"), Measure::OneSided);
        let within = cell.within().unwrap();
        (cell.shown(), within.lo(), within.hi())
    };
    let to_fives = region("");
    assert_eq!(within(&to_fives, 37), (Some(35.0), 33.0, 37.0));
    // Under ten it would have been hidden.
    assert_eq!(within(&to_fives, 12), (Some(10.0), 10.0, 12.0));
    let to_tens = rounded_to(10);
    assert_eq!(within(&to_tens, 35), (Some(40.0), 35.0, 44.0));
    assert_eq!(within(&to_tens, 44), (Some(40.0), 35.0, 44.0));
}
