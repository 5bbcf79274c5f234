//! Answers worked out row by row, from texts, with nothing of the engine.

use std::collections::BTreeMap;

use crate::long_table::{Dimension, Engine, Filters, Member, Question};

/// A row of a table: codes and numbers as one would write them down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    pub codes: [Option<String>; 6],
    pub numbers: [Option<f64>; 7],
}

/// For each dimension the codes that count.
pub type Wanted = [Option<Vec<Option<String>>>; 6];

/// A row of an answer: its groups and its numbers, `None` where there is none.
pub type Found = (Vec<Option<String>>, Vec<Option<f64>>);

fn groups(question: Question) -> &'static [usize] {
    match question {
        Question::Years => &[0],
        Question::Forms => &[0, 2],
        Question::Providers => &[5],
        Question::Durations => &[1, 0],
    }
}

/// The answer by definition.
pub fn answer(rows: &[Row], question: Question, wanted: &Wanted, first: usize) -> Vec<Found> {
    let mut by_group: BTreeMap<Vec<(bool, Option<String>)>, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let counts = wanted
            .iter()
            .zip(&row.codes)
            .all(|(wanted, code)| wanted.as_ref().is_none_or(|codes| codes.contains(code)));
        if counts {
            // Not known comes after everything that is.
            let key = groups(question)
                .iter()
                .map(|place| (row.codes[*place].is_none(), row.codes[*place].clone()))
                .collect();
            by_group.entry(key).or_default().push(row);
        }
    }
    let sum = |rows: &[&Row], place: usize| -> Option<f64> {
        let known: Vec<f64> = rows.iter().filter_map(|row| row.numbers[place]).collect();
        (!known.is_empty()).then(|| known.iter().sum())
    };
    let ratio =
        |part: Option<f64>, whole: Option<f64>| Some(part? / whole.filter(|whole| *whole != 0.0)?);
    let mut found: Vec<Found> = by_group
        .into_iter()
        .map(|(key, rows)| {
            let numbers = match question {
                Question::Years | Question::Forms => {
                    (0..7).map(|place| sum(&rows, place)).collect()
                }
                Question::Providers => vec![sum(&rows, 3)],
                Question::Durations => {
                    let [ended, days, dropped] = [2, 4, 5].map(|place| sum(&rows, place));
                    vec![
                        ended,
                        days,
                        dropped,
                        ratio(days, ended),
                        ratio(dropped, ended),
                    ]
                }
            };
            (key.into_iter().map(|(_, code)| code).collect(), numbers)
        })
        .collect();
    if question == Question::Providers {
        found.sort_by(|one, other| match (one.1[0], other.1[0]) {
            (Some(one), Some(other)) => other.total_cmp(&one),
            (one, other) => other.is_some().cmp(&one.is_some()),
        });
        let total_of = |found: &[Found]| found.iter().filter_map(|row| row.1[0]).sum::<f64>();
        let total = Some(total_of(&found));
        let share = ratio(Some(total_of(&found[..first.min(found.len())])), total);
        for row in &mut found {
            let own = ratio(row.1[0], total);
            row.1.extend([own, share]);
        }
    }
    found
}

/// What the engine says, in the same words. Numbers of a year are written without a fraction.
pub fn ask(engine: &mut Engine, question: Question, wanted: &Wanted, first: usize) -> Vec<Found> {
    let mut filters = Filters::default();
    for (place, wanted) in wanted.iter().enumerate() {
        let members = engine.members(Dimension::ALL[place]).to_vec();
        filters[place] = wanted.as_ref().map(|codes| {
            let code =
                |wanted: &Option<String>| members.iter().position(|member| text(member) == *wanted);
            codes
                .iter()
                .filter_map(code)
                .map(|code| u16::try_from(code).unwrap())
                .collect()
        });
    }
    let numbers = engine.ask(question, &filters, first);
    let width = question.groups().len()
        + match question {
            Question::Years | Question::Forms => 7,
            Question::Providers => 3,
            Question::Durations => 5,
        };
    assert_eq!(numbers.len() % width, 0);
    numbers
        .chunks(width)
        .map(|row| {
            let (codes, sums) = row.split_at(question.groups().len());
            let codes = codes
                .iter()
                .zip(question.groups())
                .map(|(code, dimension)| text(&engine.members(*dimension)[*code as usize]));
            (
                codes.collect(),
                sums.iter()
                    .map(|sum| (!sum.is_nan()).then_some(*sum))
                    .collect(),
            )
        })
        .collect()
}

fn text(member: &Member) -> Option<String> {
    match member {
        Member::Whole(whole) => Some(whole.to_string()),
        Member::Text(text) => Some(text.clone()),
        Member::Unknown => None,
    }
}

/// Fails unless both say the same, but for the order of adding up.
pub fn assert_same(found: &[Found], expected: &[Found]) {
    assert_eq!(
        found.iter().map(|row| &row.0).collect::<Vec<_>>(),
        expected.iter().map(|row| &row.0).collect::<Vec<_>>()
    );
    for (found, expected) in found.iter().zip(expected) {
        for (one, other) in found.1.iter().zip(&expected.1) {
            let same = match (one, other) {
                (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * other.abs().max(1.0),
                (one, other) => one == other,
            };
            assert!(same, "{found:?} is not {expected:?}");
        }
    }
}
