//! Any table, any filters, any way of writing: the engine says what the definition says.

use parquet::basic::{Compression, Encoding};
use proptest::prelude::*;

use super::naive::{Row, Wanted, answer, ask, assert_same};
use super::write::{Style, write};
use crate::long_table::{Engine, Question};

fn code(place: usize, number: u8) -> String {
    match place {
        0 => format!("{}", 2015 + u16::from(number)),
        _ => format!(
            "{}{number:02}",
            char::from(b'a' + u8::try_from(place).unwrap())
        ),
    }
}

fn codes(nulls: bool) -> impl Strategy<Value = [Option<String>; 6]> {
    let one = move |place: usize, most: u8| {
        let number = (0..most).prop_map(move |number| Some(code(place, number)));
        if nulls {
            prop_oneof![9 => number, 1 => Just(None)].boxed()
        } else {
            number.boxed()
        }
    };
    [
        one(0, 4),
        one(1, 5),
        one(2, 4),
        one(3, 3),
        one(4, 4),
        one(5, 40),
    ]
}

fn numbers(nulls: bool) -> impl Strategy<Value = [Option<f64>; 7]> {
    let one = move |most: u32| {
        let number = (0..most).prop_map(|number| Some(f64::from(number)));
        if nulls {
            prop_oneof![4 => number, 1 => Just(None)].boxed()
        } else {
            number.boxed()
        }
    };
    [
        one(20),
        one(4),
        one(3),
        one(90_000),
        one(2000),
        one(2),
        one(300),
    ]
}

fn rows() -> impl Strategy<Value = (bool, Vec<Row>)> {
    any::<bool>().prop_flat_map(|nulls| {
        let row =
            (codes(nulls), numbers(nulls)).prop_map(|(codes, numbers)| Row { codes, numbers });
        (Just(nulls), prop::collection::vec(row, 0..700))
    })
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let one = |place: usize| {
        let code = prop_oneof![9 => (0_u8..6).prop_map(move |number| Some(code(place, number))), 1 => Just(None)];
        prop::option::of(prop::collection::vec(code, 0..4))
    };
    [one(0), one(1), one(2), one(3), one(4), one(5)]
}

fn style() -> impl Strategy<Value = Style> {
    (
        prop::sample::select(vec!["INT32", "INT64", "BYTE_ARRAY"]),
        prop::sample::select(vec![
            ("DOUBLE", Encoding::PLAIN),
            ("DOUBLE", Encoding::BYTE_STREAM_SPLIT),
            ("FLOAT", Encoding::PLAIN),
            ("INT32", Encoding::PLAIN),
            ("INT32", Encoding::DELTA_BINARY_PACKED),
            ("INT32", Encoding::BYTE_STREAM_SPLIT),
            ("INT64", Encoding::PLAIN),
            ("INT64", Encoding::DELTA_BINARY_PACKED),
            ("INT32 (integer(32,false))", Encoding::DELTA_BINARY_PACKED),
            ("INT64 (decimal(12,2))", Encoding::PLAIN),
            ("FIXED_LEN_BYTE_ARRAY(9) (decimal(20,2))", Encoding::PLAIN),
        ]),
        prop::sample::select(vec![
            Encoding::PLAIN,
            Encoding::DELTA_LENGTH_BYTE_ARRAY,
            Encoding::DELTA_BYTE_ARRAY,
        ]),
        any::<(bool, bool, bool, bool)>(),
        (1_usize..500, 1_usize..300),
    )
        .prop_map(
            |(
                years,
                (measures, encoding),
                texts,
                (dictionary, newer_pages, snappy, extra),
                (rows_in_group, rows_in_page),
            )| Style {
                years,
                measures,
                optional: true,
                dictionary,
                encoding,
                texts,
                newer_pages,
                codec: if snappy {
                    Compression::SNAPPY
                } else {
                    Compression::UNCOMPRESSED
                },
                rows_in_group,
                rows_in_page,
                without: None,
                extra,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn the_engine_says_what_the_definition_says(
        (nulls, rows) in rows(), style in style(), required: bool, wanted in prop::collection::vec(wanted(), 4), first in 0_usize..40,
    ) {
        let style = Style { optional: nulls || !required, ..style };
        let mut engine = Engine::read(&write(&rows, &style)).unwrap();
        prop_assert_eq!(engine.rows(), rows.len());
        // One after another, so that later answers come from margins that earlier ones made.
        for wanted in &wanted {
            for question in Question::ALL {
                assert_same(&ask(&mut engine, question, wanted, first), &answer(&rows, question, wanted, first));
            }
        }
    }
}

fn row(year: &str, municipality: &str, provider: &str, cost: Option<f64>) -> Row {
    let codes =
        [year, municipality, "v", "0-4", "huisarts", provider].map(|code| Some(code.to_owned()));
    Row {
        codes,
        numbers: [
            Some(2.0),
            Some(1.0),
            Some(0.0),
            cost,
            Some(0.0),
            Some(0.0),
            None,
        ],
    }
}

fn all() -> Wanted {
    Wanted::default()
}

#[test]
fn sums_of_nothing_known_are_not_zero_and_neither_is_a_ratio_to_zero() {
    let rows = [row("2024", "a", "p", None)];
    let mut engine = Engine::read(&write(&rows, &Style::default())).unwrap();
    let year = |text: &str| vec![Some(text.to_owned())];
    let numbers = vec![
        Some(2.0),
        Some(1.0),
        Some(0.0),
        None,
        Some(0.0),
        Some(0.0),
        None,
    ];
    assert_eq!(
        ask(&mut engine, Question::Years, &all(), 32),
        [(year("2024"), numbers)]
    );
    assert_eq!(
        ask(&mut engine, Question::Providers, &all(), 32),
        [(year("p"), vec![None; 3])]
    );
    let durations = &ask(&mut engine, Question::Durations, &all(), 32)[0].1;
    assert_eq!(*durations, [Some(0.0), Some(0.0), Some(0.0), None, None]);
}

#[test]
fn providers_come_by_cost_with_the_share_of_the_first_few() {
    let rows = [("p", 10.0), ("q", 50.0), ("r", 30.0), ("q", 10.0)]
        .map(|(provider, cost)| row("2024", "a", provider, Some(cost)));
    let mut engine = Engine::read(&write(&rows, &Style::default())).unwrap();
    let found = ask(&mut engine, Question::Providers, &all(), 2);
    let expected =
        [("q", 60.0, 0.6), ("r", 30.0, 0.3), ("p", 10.0, 0.1)].map(|(provider, cost, share)| {
            (
                vec![Some(provider.to_owned())],
                vec![Some(cost), Some(share), Some(0.9)],
            )
        });
    assert_eq!(found, expected);
}

#[test]
fn a_table_without_rows_has_answers_without_rows() {
    for style in [
        Style::default(),
        Style {
            optional: false,
            ..Style::default()
        },
    ] {
        let mut engine = Engine::read(&write(&[], &style)).unwrap();
        for question in Question::ALL {
            assert!(ask(&mut engine, question, &all(), 32).is_empty());
        }
    }
}

#[test]
fn what_no_margin_can_hold_is_added_up_from_the_rows() {
    // 700 providers, 70 municipalities and 40 years make more cells than a margin may have.
    let rows: Vec<Row> = (0..3000)
        .map(|n| {
            let cost = (n % 7 != 0).then(|| f64::from(n));
            row(
                &(1980 + n % 40).to_string(),
                &format!("g{}", n % 70),
                &format!("p{}", n % 700),
                cost,
            )
        })
        .collect();
    let mut engine = Engine::read(&write(&rows, &Style::default())).unwrap();
    let some = |codes: &[&str]| Some(codes.iter().map(|code| Some((*code).to_owned())).collect());
    let wanted = [
        some(&["1984", "1999", "2001"]),
        some(&["g4", "g11", "g69", "nergens"]),
        None,
        None,
        None,
        None,
    ];
    let by_provider = [
        None,
        some(&["g4", "g5"]),
        None,
        None,
        None,
        some(&["p4", "p5", "p75"]),
    ];
    for wanted in [wanted, by_provider] {
        for question in Question::ALL {
            assert_same(
                &ask(&mut engine, question, &wanted, 32),
                &answer(&rows, question, &wanted, 32),
            );
        }
    }
}
