//! Care that began in a year, of which a life table is published.

use super::*;
use crate::indicator::evaluate::Figure;

const YEAR: u16 = 2020;

/// How many reached each class, and how many ended in it.
type Counts = [(f64, f64); 7];

const TABLE: Counts = [
    (1010.0, 200.0),
    (790.0, 195.0),
    (575.0, 113.0),
    (442.0, 216.0),
    (206.0, 60.0),
    (140.0, 70.0),
    (60.0, 20.0),
];

/// Read with so much room; a negative number is hidden, with 0 to 9 left.
fn of(table: Counts, room: f64, last_year: u16, ask: SurvivalAsk) -> Result<Outcome, Reason> {
    let value = |measure, number: f64| {
        let (value, within, status) = if number < 0.0 {
            (4.5, Interval::new(0.0, 9.0), Status::Hidden)
        } else {
            let within = Interval::new((number - room).max(0.0), number + room);
            (number, within, Status::Shown)
        };
        OperandValue::of_cell(measure, YEAR, (value, within.unwrap()), status)
    };
    let followed = Followed {
        to: last_year,
        is_up_to_break: false,
    };
    survival(ask, (YEAR, followed), &|measure, class| {
        let row = class.map_or(table[0], |class| table[usize::from(class.index()) - 1]);
        Ok(match measure {
            Measure::EndedInClass => value(measure, row.1),
            _ => value(measure, row.0),
        })
    })
}

fn figure(table: Counts, room: f64, ask: SurvivalAsk) -> Box<Figure> {
    match of(table, room, 2024, ask) {
        Ok(Outcome::Figure(figure)) => figure,
        other => panic!("{other:?}"),
    }
}

/// By hand: 20 in each class are lost from view, so that 1000, 780, 565 and 432 count: 0.8 × 0.75 × 0.8 × 0.5.
#[test]
fn who_is_lost_from_view_counts_for_half() {
    for (until, share) in [
        ("3-tot-6-maanden", 80.0),
        ("6-tot-12-maanden", 60.0),
        ("1-tot-2-jaar", 48.0),
        ("2-tot-3-jaar", 24.0),
    ] {
        let exact = figure(TABLE, 0.0, SurvivalAsk::StillRunning(until));
        assert!(
            (exact.value - share).abs() < 1e-9,
            "{until}: {}",
            exact.value
        );
        assert!(exact.within.is_point());
        assert!(exact.confidence.lo() < share && share < exact.confidence.hi());
        let rounded = figure(TABLE, 2.0, SurvivalAsk::StillRunning(until));
        assert!(rounded.within.lo() < share && share < rounded.within.hi());
        assert!(rounded.confidence.covers(exact.confidence));
    }
    // 0.6 after 182 days and 0.48 after 365: a half after five sixths of that class.
    let median = figure(TABLE, 0.0, SurvivalAsk::Median);
    assert!((median.value - (182.0 + 183.0 * 5.0 / 6.0)).abs() < 1e-9);
    assert!(median.confidence.lo() < median.value && median.value < median.confidence.hi());
}

/// Whatever the true numbers are, the true share lies within.
#[test]
fn what_rounding_leaves_open_holds_every_possibility() {
    let asked = SurvivalAsk::StillRunning("1-tot-2-jaar");
    let rounded = figure(TABLE, 2.0, asked);
    for draw in 0_u32..2_000 {
        let mut table = TABLE;
        for (place, (reached, ended)) in table.iter_mut().enumerate() {
            let shift = |salt: u32| {
                let place = u32::try_from(place).unwrap();
                let mixed = (draw * 7 + place * 3 + salt).wrapping_mul(2_654_435_761) >> 7;
                f64::from(mixed % 5) - 2.0
            };
            *reached += shift(0);
            *ended += shift(1);
        }
        let true_share = figure(table, 0.0, asked).value;
        assert!(rounded.within.contains(true_share), "{true_share}");
    }
}

#[test]
fn what_has_not_been_followed_long_enough_is_not_told() {
    let asked = SurvivalAsk::StillRunning("1-tot-2-jaar");
    // Who began on 31 December 2020 has had a year at the end of 2021.
    assert!(matches!(
        of(TABLE, 2.0, 2021, asked),
        Ok(Outcome::Figure(_))
    ));
    assert_eq!(of(TABLE, 2.0, 2020, asked), Err(Reason::NotFollowedYet));
    let longer = SurvivalAsk::StillRunning("2-tot-3-jaar");
    assert_eq!(of(TABLE, 2.0, 2021, longer), Err(Reason::NotFollowedYet));
    // More than half still run at the end of what is known.
    assert_eq!(
        of(TABLE, 2.0, 2020, SurvivalAsk::Median),
        Err(Reason::NotFollowedYet)
    );
    let mut long = TABLE;
    long[2].1 = 20.0;
    long[3..].iter_mut().for_each(|row| *row = (535.0, 1.0));
    assert_eq!(
        of(long, 2.0, 2024, SurvivalAsk::Median),
        Err(Reason::NotFollowedYet)
    );
}

#[test]
fn what_is_hidden_hides_what_is_worked_out_from_it() {
    let mut table = TABLE;
    table[1].1 = -1.0;
    table[2].0 = 780.0;
    let hidden = of(table, 2.0, 2024, SurvivalAsk::StillRunning("1-tot-2-jaar"));
    let Ok(Outcome::Hidden {
        within,
        secondary: false,
    }) = hidden
    else {
        panic!("{hidden:?}");
    };
    assert!(within.lo() > 0.0 && within.hi() < 100.0);
    // What lies after it does not.
    let earlier = of(
        table,
        2.0,
        2024,
        SurvivalAsk::StillRunning("3-tot-6-maanden"),
    );
    assert!(matches!(earlier, Ok(Outcome::Figure(_))), "{earlier:?}");
}

/// Of a year that is not over there are no cells.
#[test]
fn what_began_is_followed_to_the_last_year_with_cells_and_not_across_a_break() {
    use crate::cube::{Cell, Column, Cube};
    let region: crate::release::RegionConfig =
        toml::from_str(include_str!("../../data/regio.toml")).unwrap();
    let region = Region::new(&region).unwrap();
    let class = Dimension::Duration.parts().next().unwrap();
    let store = |last: u16| {
        let keys: Vec<CellKey> = (2015..=last)
            .map(|year| CellKey::total(year, region.whole()).with(class))
            .collect();
        let measures = Table::Survival.measures();
        let columns = measures.map(|measure| {
            let mut column = Column::default();
            for _ in &keys {
                column.push(Cell::StructuralZero);
            }
            (measure, column)
        });
        let columns = columns.collect();
        let margin = keys[0].margin();
        let mut store = CubeStore::default();
        store.insert(Cube::new(Table::Survival, margin, keys, columns).unwrap());
        store
    };
    let of = |last, scope, year| {
        let followed = followed(&store(last), &region, scope, year);
        (followed.to, followed.is_up_to_break)
    };
    let [delft, den_haag] = ["delft", "den-haag"].map(|key| region.by_key(key).unwrap());
    assert_eq!(of(2024, Scope::Area(delft), 2022), (2024, false));
    assert_eq!(of(2023, Scope::Area(delft), 2022), (2023, false));
    // From 2024 on Den Haag helps some youths itself: whoever is not counted there any more has not ended care.
    for scope in [
        Scope::Area(den_haag),
        Scope::Area(region.whole()),
        Scope::RestOf(delft),
    ] {
        assert_eq!(of(2024, scope, 2022), (2023, true));
        assert_eq!(of(2024, scope, 2024), (2024, false));
    }
    assert_eq!(of(2024, Scope::RestOf(den_haag), 2022), (2024, false));
}

/// Half ended within a year, but so few care periods are in it that by chance it could have been more.
#[test]
fn a_margin_without_an_end_is_said_to_be_too_wide() {
    let few: Counts = [
        (40.0, 8.0),
        (32.0, 7.0),
        (25.0, 6.0),
        (19.0, 1.0),
        (18.0, 1.0),
        (17.0, 1.0),
        (16.0, 1.0),
    ];
    let found = of(few, 0.0, 2021, SurvivalAsk::Median);
    assert_eq!(found, Err(Reason::MarginTooWide));
}
