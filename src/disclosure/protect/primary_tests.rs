#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::vocabulary::{Dimension, Table};
use Fate::{ForAnother, OfFew, Shown, Small, StructuralZero, Unknown, Untold};

const YEAR: u16 = 2020;

fn region() -> Region {
    let mut config: toml::Table = toml::from_str(include_str!("../../../data/regio.toml")).unwrap();
    let zeros = [
        toml::toml! { leeftijd = "0-3" zorgvorm = "gesloten" },
        toml::toml! { leeftijd = "18-22" },
    ];
    config["onthulling"].as_table_mut().unwrap().insert(
        "altijd_nul".to_owned(),
        toml::Value::Array(zeros.map(toml::Value::Table).to_vec()),
    );
    Region::new(&config.try_into().unwrap()).unwrap()
}

fn raw(table: Table) -> RawTable {
    RawTable {
        table,
        cells: BTreeMap::new(),
        unknown: BTreeSet::new(),
        dominated: BTreeSet::new(),
        of_few: BTreeSet::new(),
    }
}

fn delft(region: &Region) -> CellKey {
    CellKey::total(YEAR, region.by_key("delft").unwrap())
}

fn of(raw: &RawTable, key: CellKey, values: &[i64], region: &Region) -> Vec<Fate> {
    let measures: Vec<Measure> = raw.table.measures().collect();
    assert_eq!(values.len(), measures.len());
    let mut raw = raw.clone();
    raw.cells.insert(key, values.to_vec());
    fates(&raw, &[], key, &measures, region)
}

#[test]
fn few_youths_hide_the_whole_cell_and_only_their_own_number_is_known_to_be_small() {
    let region = region();
    let fates = of(
        &raw(Table::Use),
        delft(&region),
        &[9, 30, 20, 3, 0, 50_000, 900_000_000, 12],
        &region,
    );
    assert_eq!(fates[0], Small);
    assert!(fates[1..].iter().all(|fate| *fate == OfFew), "{fates:?}");
    let fates = of(
        &raw(Table::Ended),
        delft(&region),
        &[9, 30, 20, 19, 9000, 900_000_000, 20, 9, 9, 19],
        &region,
    );
    assert_eq!(fates[0], Small);
    assert!(fates[1..].iter().all(|fate| *fate == OfFew), "{fates:?}");
}

#[test]
fn among_enough_youths_only_counts_under_the_threshold_are_small() {
    let region = region();
    let fates = of(
        &raw(Table::Use),
        delft(&region),
        &[10, 10, 9, 0, 10, 7, 7, 0],
        &region,
    );
    assert_eq!(
        fates,
        [Shown, Shown, Small, Small, Shown, Shown, Shown, Small]
    );
}

#[test]
fn of_a_dominated_cell_the_cost_is_hidden_and_nothing_else() {
    let region = region();
    let mut raw = raw(Table::Use);
    raw.dominated.insert(delft(&region));
    let values = [100, 100, 100, 50, 50, 90_000, 900_000_000, 50];
    assert_eq!(
        of(&raw, delft(&region), &values, &region),
        [Shown, Shown, Shown, Shown, Shown, OfFew, OfFew, Shown]
    );
    let elsewhere = delft(&region).in_area(region.whole());
    assert!(
        of(&raw, elsewhere, &values, &region)
            .iter()
            .all(|fate| *fate == Shown)
    );
}

#[test]
fn of_few_youths_nothing_is_told_of_their_providers_and_of_a_dominated_part_no_amount() {
    let region = region();
    // providers, in all municipalities, euros there, squared, euros at the largest, squared
    let values = [3, 1, 50_000, 900_000_000, 60_000, 900_000_000];
    let mut raw = raw(Table::Providers);
    assert_eq!(of(&raw, delft(&region), &values, &region), [Shown; 6]);
    raw.dominated.insert(delft(&region));
    let amounts = [OfFew; 4];
    let fates = of(&raw, delft(&region), &values, &region);
    assert_eq!((&fates[..2], &fates[2..]), (&[Shown; 2][..], &amounts[..]));
    // Few youths hide the amounts by themselves as well.
    raw.dominated.clear();
    raw.of_few.insert(delft(&region));
    let fates = of(&raw, delft(&region), &values, &region);
    assert_eq!(
        (&fates[..2], &fates[2..]),
        (&[ForAnother; 2][..], &amounts[..])
    );
}

#[test]
fn over_nine_in_ten_of_a_sensitive_group_is_nearly_everybody() {
    let region = region();
    let ended = |one_sided: i64, returned: i64| {
        let values = [
            100, 120, 100, one_sided, 30_000, 9_000_000, 100, 100, returned, 90,
        ];
        let fates = of(&raw(Table::Ended), delft(&region), &values, &region);
        let others = [0, 1, 2, 4, 5, 6, 7, 9].map(|place| fates[place]);
        // Nine in ten of what is not sensitive is nothing.
        assert_eq!(others, [Shown; 8]);
        [fates[3], fates[8]]
    };
    assert_eq!(ended(90, 90), [Shown, Shown]);
    assert_eq!(ended(91, 90), [Untold, Shown]);
    assert_eq!(ended(90, 91), [Shown, Untold]);
    assert_eq!(ended(9, 0), [Small, Small]);
    // Ten of eleven are hidden. That tells nothing of their number, so the eleven may be shown. Of twelve, ten are not nearly all.
    let of_group = |group: i64| {
        let values = [100, 120, group, 10, 30_000, 9_000_000, 100, 100, 50, 10];
        let fates = of(&raw(Table::Ended), delft(&region), &values, &region);
        [fates[2], fates[3]]
    };
    assert_eq!(of_group(11), [Shown, Untold]);
    assert_eq!(of_group(12), [Shown, Shown]);
}

#[test]
fn over_nine_in_ten_that_ended_early_or_had_care_before_is_nearly_everybody() {
    let region = region();
    let early = |early: i64| {
        let values = [100, 120, 100, 20, 30_000, 9_000_000, 50, 100, 50, early];
        of(&raw(Table::Ended), delft(&region), &values, &region)[9]
    };
    assert_eq!([90, 91].map(early), [Shown, Untold]);
    let again = |again: i64| {
        let values = [100, 120, 100, 20, 20, 900_000, 9_000_000_000, again];
        of(&raw(Table::Use), delft(&region), &values, &region)[7]
    };
    assert_eq!([90, 91].map(again), [Shown, Untold]);
}

/// Ten trajectories of nine youths: the table does not tell that there are nine, so a reader must not take the ten for fewer than ten.
#[test]
fn of_a_table_that_tells_no_youths_a_large_count_of_few_is_hidden_without_a_reason() {
    let region = region();
    let mut raw = raw(Table::Durations);
    let fate = |raw: &RawTable, count: i64| of(raw, delft(&region), &[count], &region)[0];
    assert_eq!([9, 10].map(|count| fate(&raw, count)), [Small, Shown]);
    raw.of_few.insert(delft(&region));
    assert_eq!([9, 10].map(|count| fate(&raw, count)), [Small, Untold]);
}

#[test]
fn over_nine_in_ten_of_those_in_care_under_an_order_is_nearly_everybody() {
    let region = region();
    let key = delft(&region);
    let fates = |youths: i64, under_order: i64| {
        let [mut use_, mut orders] = [raw(Table::Use), raw(Table::Orders)];
        use_.cells.insert(
            key,
            vec![youths, 200, 100, 50, 50, 900_000, 9_000_000_000, 50],
        );
        orders
            .cells
            .insert(key, vec![200, 200, 100, 100, under_order]);
        let tables = [use_, orders];
        let of = |place: usize, measure: usize| {
            let measures: Vec<Measure> = tables[place].table.measures().collect();
            super::fates(&tables[place], &tables, key, &measures, &region)[measure]
        };
        [of(0, 0), of(1, 4)]
    };
    assert_eq!(fates(100, 90), [Shown, Shown]);
    assert_eq!(fates(100, 91), [Shown, Untold]);
    // Nor does it here tell anything of a group of eleven that ten of them are hidden.
    assert_eq!(fates(11, 10), [Shown, Untold]);
}

/// Nearly everybody says yes, or nearly everybody no: both tell what anybody in the group said.
#[test]
fn an_answer_that_nearly_everybody_gives_is_hidden_whichever_it_is() {
    let region = region();
    let key = delft(&region).with(Dimension::Question.member("tevreden").unwrap());
    // youths with an answer, asked, answered, yes
    let fates = |values: [i64; 4]| of(&raw(Table::Outcomes), key, &values, &region);
    let of_yes = |yes: i64| fates([90, 150, 100, yes]);
    for (yes, expected) in [
        (91, Untold),
        (90, Shown),
        (50, Shown),
        (10, Shown),
        (9, Untold),
        (0, Untold),
    ] {
        assert_eq!(of_yes(yes), [Shown, Shown, Shown, expected], "{yes}");
    }
    // Of few it is small, and of a few youths all of it is hidden.
    assert_eq!(fates([12, 40, 20, 9])[3], Small);
    assert_eq!(fates([9, 150, 12, 11]), [Small, OfFew, OfFew, OfFew]);
}

/// Help that ended is about the youths whose help ended, and not about all who were helped.
#[test]
fn help_of_a_local_team_that_ended_hangs_on_the_youths_whose_help_did() {
    let region = region();
    // helped, in care too, known, of ended help, times ended, days, days squared
    let fates = |values: [i64; 7]| of(&raw(Table::Local), delft(&region), &values, &region);
    assert_eq!(fates([50, 20, 90, 15, 16, 3_000, 900_000]), [Shown; 7]);
    assert_eq!(
        fates([50, 20, 90, 9, 16, 3_000, 900_000]),
        [Shown, Shown, Shown, Small, OfFew, OfFew, OfFew]
    );
    assert_eq!(
        fates([9, 5, 90, 4, 4, 800, 160_000]),
        [Small, OfFew, OfFew, OfFew, OfFew, OfFew, OfFew]
    );
    // Nearly everybody who is helped is in care.
    assert_eq!(fates([50, 46, 90, 15, 16, 3_000, 900_000])[1], Untold);
}

#[test]
fn of_a_waiting_list_only_how_many_providers_were_asked_is_public() {
    let region = region();
    let quarter = delft(&region).with(Dimension::Quarter.member("4").unwrap());
    // providers asked, with long waits, waiting, of those long, days, days squared
    let waiting = |values: [i64; 6]| of(&raw(Table::Waiting), quarter, &values, &region);
    assert_eq!(waiting([30, 8, 100, 20, 9_000, 900_000]), [Shown; 6]);
    // Few who wait long are hidden by themselves; few who wait hide everything of them.
    assert_eq!(
        waiting([30, 4, 100, 9, 9_000, 900_000]),
        [Shown, Shown, Shown, Small, Shown, Shown]
    );
    assert_eq!(
        waiting([30, 4, 9, 9, 900, 90_000]),
        [Shown, ForAnother, Small, OfFew, OfFew, OfFew]
    );
    // Nearly everybody on the list has waited long.
    assert_eq!(waiting([30, 8, 100, 91, 9_000, 900_000])[3], Untold);
    // The list of two providers is told of neither; where none was asked everybody knows that nobody waits.
    assert_eq!(
        waiting([2, 1, 100, 20, 9_000, 900_000]),
        [Shown, ForAnother, Untold, Untold, OfFew, OfFew]
    );
    assert_eq!(
        waiting([0; 6]),
        [
            Shown,
            StructuralZero,
            StructuralZero,
            StructuralZero,
            StructuralZero,
            StructuralZero
        ]
    );
}

#[test]
fn inhabitants_are_nobodys_secret() {
    let region = region();
    let adults = delft(&region).with(Dimension::AgeGroup.member("18-22").unwrap());
    // Nobody of these is ever in care, and all the same they live there.
    for key in [delft(&region), adults] {
        assert_eq!(of(&raw(Table::Population), key, &[3], &region), [Shown]);
    }
}

#[test]
fn zeros_that_were_agreed_are_told_apart_from_what_is_not_known() {
    let region = region();
    let key = delft(&region)
        .with(Dimension::CareForm.member("gesloten").unwrap())
        .with(Dimension::AgeGroup.member("0-3").unwrap());
    let mut raw = raw(Table::Ended);
    raw.unknown.insert((YEAR, Measure::Followed));
    let fates = of(&raw, key, &[0; 10], &region);
    let mut expected = [StructuralZero; 10];
    expected[7] = Unknown;
    assert_eq!(fates, expected);
    let next_year = of(&raw, key.in_year(YEAR + 1), &[0; 10], &region);
    assert_eq!(next_year, [StructuralZero; 10]);
    let fates = of(&raw, delft(&region), &[0; 10], &region);
    assert_eq!((fates[0], fates[1], fates[7]), (Small, OfFew, Unknown));
}
