#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use crate::cube::{Cell, CellKey, Column, Cube, CubeStore};
use crate::indicator::entry::{Example, Formula, SplitWhole};
use crate::indicator::{Scope, evaluate, split};
use crate::release::Region;
use crate::statistics::Interval;
use crate::vocabulary::{Language, Margin, Member, Table};

fn region() -> Region {
    Region::new(&toml::from_str(include_str!("../../../data/regio.toml")).unwrap()).unwrap()
}

/// Every margin that an entry can ask for, broken down by one dimension or by none, is in the lattice of every table it reads.
#[test]
fn every_breakdown_is_published() {
    for entry in CATALOGUE {
        let Publication::Published {
            formula,
            breakdowns,
            ..
        } = entry.publication
        else {
            continue;
        };
        for operand in formula.operands() {
            let defaults = || operand.defaults().map(Member::dimension);
            let margin = |dimension: Option<Dimension>| {
                Margin::of(&defaults().chain(dimension).collect::<Vec<_>>())
            };
            let followed = breakdowns
                .iter()
                .filter(|dimension| operand.follows.contains(dimension));
            let lattice = operand.measure.table().lattice();
            // Of what a whole is made of, each part is a figure as well.
            let over = entry.composed_over().map(|(over, _)| over);
            for dimension in followed.copied().map(Some).chain([None]) {
                let margin = margin(dimension);
                assert!(
                    lattice.contains(&margin)
                        && over.is_none_or(|over| lattice.contains(&margin.with(over))),
                    "{}: {:?} by {dimension:?}",
                    entry.id,
                    operand.measure
                );
            }
        }
    }
}

/// Persons are counted once in a whole, and may be in several of its parts: only what adds up may be divided into parts.
#[test]
fn a_whole_is_divided_into_all_of_its_parts_and_each_once() {
    let leaves = |member: Member| -> Vec<Member> {
        let dimension = member.dimension();
        let below = |leaf: &Member| leaf.with_groups().any(|group| group == member);
        dimension.parts().filter(below).collect()
    };
    for entry in CATALOGUE {
        let Some((over, parts)) = entry.composed_over() else {
            continue;
        };
        let Some(Formula::Composition { operand, .. }) = entry.formula() else {
            continue;
        };
        assert!(operand.measure.adds_over(over), "{}", entry.id);
        let mut all: Vec<Member> = parts.into_iter().flat_map(leaves).collect();
        all.sort();
        let mut expected: Vec<Member> = over.parts().collect();
        expected.sort();
        assert_eq!(all, expected, "{}", entry.id);
    }
}

/// The overview is a small set, and stays what councils know.
#[test]
fn the_overview_is_a_small_set() {
    let shown: Vec<&str> = CATALOGUE
        .iter()
        .filter(|entry| entry.in_overview)
        .map(|entry| entry.id)
        .collect();
    assert_eq!(
        shown,
        [
            "gebruik",
            "jeugdigen",
            "kosten_per_jeugdige",
            "kosten",
            "instroom",
            "uitstroom",
            "gewoon_opvoeden",
            "duur_gemiddeld",
            "duur_korter_jaar",
            "uitval",
            "terugkeer",
            "wacht_jeugdigen",
            "maatregelen",
            "onderwijs"
        ]
    );
}

/// What the overview shows is the last to be hidden. An indicator outside of it has no say in that, or a release would be protected
/// differently for its sake.
#[test]
fn only_the_overview_decides_what_is_hidden_last() {
    let region = region();
    let (area, minors) = (region.whole(), Dimension::AgeGroup.member(MINORS).unwrap());
    let total = CellKey::total(2023, area);
    let cells = |measure| crate::indicator::headline_cells(measure, 2023, area);
    assert_eq!(cells(Measure::Begun), [total]);
    assert_eq!(cells(Measure::Trajectories), [total]);
    assert_eq!(cells(Measure::Inflow), [total.with(minors)]);
    assert_eq!(cells(Measure::WaitingLong), []);
    assert_eq!(cells(Measure::UnderOrder), []);
    for key in cells(Measure::Youths) {
        assert!(key == total || key == total.with(minors), "{key:?}");
    }
}

/// A release with the sums of the rows of an example: in `year`, or for what changed in the year before too.
fn release_of(
    (formula, example): (Formula, Example),
    region: &Region,
    (before, year): (u16, u16),
) -> CubeStore {
    let sum = |column: usize| example.rows.iter().map(|row| row[column]).sum::<f64>();
    let area = region.whole();
    let whole = CellKey::total(year, area);
    let keyed = |operand: Operand, key: CellKey| operand.defaults().fold(key, CellKey::with);
    let earlier = CellKey::total(before, area);
    let shortest = Dimension::Duration.parts().next().unwrap();
    let followed = CellKey::total(region.last_year(), area).with(shortest);
    let cells: Vec<(Measure, CellKey, f64)> = match formula {
        Formula::Total { operand, .. } => vec![(operand.measure, keyed(operand, whole), sum(0))],
        Formula::Ratio {
            numerator,
            denominator,
            ..
        } => vec![
            (numerator.measure, keyed(numerator, whole), sum(0)),
            (denominator.measure, keyed(denominator, whole), sum(1)),
        ],
        Formula::Composition {
            operand,
            over,
            parts,
        } => vec![
            (
                operand.measure,
                whole.with(over.member(parts[0]).unwrap()),
                sum(0),
            ),
            (operand.measure, whole, sum(1)),
        ],
        Formula::Median { operand, over } => over
            .parts()
            .zip(example.rows)
            .map(|(class, row)| (operand.measure, whole.with(class), row[0]))
            .chain([(operand.measure, whole, sum(0))])
            .collect(),
        Formula::Survival { .. } => Dimension::Duration
            .parts()
            .zip(example.rows)
            .flat_map(|(class, row)| {
                let key = whole.with(class);
                [
                    (Measure::Lasted, key, row[0]),
                    (Measure::EndedInClass, key, row[1]),
                ]
            })
            .chain([
                (Measure::Begun, whole, example.rows[0][0]),
                // What began in the last year is there, so that all before it is followed to its end.
                (Measure::Lasted, followed, 100.0),
            ])
            .collect(),
        Formula::Change { operand, .. } => vec![
            (operand.measure, earlier, sum(0)),
            (operand.measure, whole, sum(1)),
        ],
        Formula::Split { .. } => [earlier, whole]
            .into_iter()
            .zip(example.rows)
            .flat_map(|(key, row)| {
                formula
                    .columns()
                    .into_iter()
                    .zip(row.iter())
                    .map(move |(measure, value)| (measure, key, *value))
            })
            .collect(),
    };
    store_of(&cells)
}

/// A release with exactly these figures; sums of squares are as large as that of one youth who has all.
fn store_of(cells: &[(Measure, CellKey, f64)]) -> CubeStore {
    let mut store = CubeStore::default();
    let mut files: Vec<(Table, Margin)> = cells
        .iter()
        .map(|(measure, key, _)| (measure.table(), key.margin()))
        .collect();
    files.sort();
    files.dedup();
    for (table, margin) in files {
        let mut keys: Vec<CellKey> = cells
            .iter()
            .filter(|(measure, key, _)| measure.table() == table && key.margin() == margin)
            .map(|(_, key, _)| *key)
            .collect();
        keys.sort();
        keys.dedup();
        let value = |measure: Measure, key: CellKey| {
            let given = |wanted: Measure| {
                cells
                    .iter()
                    .find(|(measure, of, _)| *measure == wanted && *of == key)
                    .map(|(.., value)| *value)
            };
            given(measure).unwrap_or_else(|| match measure {
                Measure::CostSquared => given(Measure::Cost).unwrap_or(0.0).powi(2),
                Measure::BudgetCostSquared => given(Measure::BudgetCost).unwrap_or(0.0).powi(2),
                Measure::DaysSquared => given(Measure::Days).unwrap_or(0.0).powi(2),
                Measure::LocalDaysSquared => given(Measure::LocalDays).unwrap_or(0.0).powi(2),
                Measure::WaitingDaysSquared => given(Measure::WaitingDays).unwrap_or(0.0).powi(2),
                _ => 0.0,
            })
        };
        let columns = table
            .measures()
            .map(|measure| {
                let mut column = Column::default();
                for key in &keys {
                    let value = value(measure, *key);
                    column.push(Cell::Shown {
                        value,
                        within: Interval::exact(value),
                    });
                }
                (measure, column)
            })
            .collect();
        store.insert(Cube::new(table, margin, keys, columns).unwrap());
    }
    store
}

/// What was worked out by hand, on the page of definitions, is what the engine makes of the same figures.
#[test]
fn every_worked_example_comes_out() {
    let region = region();
    for entry in CATALOGUE {
        let Publication::Published {
            formula, example, ..
        } = entry.publication
        else {
            continue;
        };
        // What began in 2021 is followed for two years before the break of 2024.
        let (before, year) = match formula {
            Formula::Survival { .. } => (2020, 2021),
            _ => (2021, 2022),
        };
        let store = release_of((formula, example), &region, (before, year));
        let members: Vec<Member> = match formula {
            Formula::Composition { over, parts, .. } => vec![over.member(parts[0]).unwrap()],
            _ => Vec::new(),
        };
        let scope = Scope::Area(region.whole());
        let outcome = evaluate(entry, &store, &region, scope, year, &members);
        let figure = outcome
            .figure()
            .unwrap_or_else(|| panic!("{}: {outcome:?}", entry.id));
        assert!(
            (figure.value - example.answer).abs() < 1e-9,
            "{}: {} is not {}",
            entry.id,
            figure.value,
            example.answer
        );
        assert!(figure.within.contains(figure.value), "{}", entry.id);
        // Nobody costs less than nothing, nor waits or lasts so long; what changed may have fallen.
        if !matches!(formula, Formula::Change { .. } | Formula::Split { .. }) {
            assert!(figure.confidence.lo() >= 0.0, "{}", entry.id);
        }
        // However little is known, a part of a whole is no less than nothing and no more than all of it.
        if entry.unit == Unit::PerHundred {
            let possible = Interval::new(0.0, 100.0).unwrap();
            assert!(possible.covers(figure.confidence), "{}", entry.id);
        }
    }
}

#[test]
fn a_part_is_fetched_together_with_its_whole() {
    let general_practitioner = Dimension::Referrer.member("huisarts").unwrap();
    let files =
        crate::indicator::required_cubes(by_id("verwijzers").unwrap(), &[general_practitioner]);
    assert_eq!(
        files,
        [
            (Table::Use, Margin::TOTAL),
            (Table::Use, Margin::of(&[Dimension::Referrer]))
        ]
    );
}

#[test]
fn nothing_is_held_against_a_year_that_is_counted_differently() {
    use crate::indicator::{Outcome, Reason};
    let region = region();
    let growth = by_id("kostengroei").unwrap();
    let cells: Vec<_> = ["den-haag", "delft"]
        .iter()
        .flat_map(|town| {
            let area = region.by_key(town).unwrap();
            [(2023, 100.0), (2024, 90.0)]
                .map(|(year, cost)| (Measure::Cost, CellKey::total(year, area), cost))
        })
        .collect();
    let store = store_of(&cells);
    let of = |town: &str, year| {
        let scope = Scope::Area(region.by_key(town).unwrap());
        evaluate(growth, &store, &region, scope, year, &[])
    };
    assert_eq!(of("den-haag", 2024), Outcome::Missing(Reason::AcrossBreak));
    assert!((of("delft", 2024).value().unwrap() + 10.0).abs() < 1e-9);
    assert_eq!(of("delft", 2015), Outcome::Missing(Reason::NoYearBefore));
}

proptest::proptest! {
    /// In whole euros the three parts are the whole change, whatever the figures and however they were rounded.
    #[test]
    fn the_parts_of_a_split_are_the_whole_change(
        counts in proptest::collection::vec(1_u32..5_000, 4),
        cost in proptest::collection::vec(1_u32..100_000_000, 2),
    ) {
        let region = region();
        let area = region.by_key("delft").unwrap();
        let mut cells = Vec::new();
        for (at, year) in [2021, 2022].into_iter().enumerate() {
            let key = CellKey::total(year, area);
            cells.push((Measure::Youths, key, f64::from(counts[at])));
            cells.push((Measure::Trajectories, key, f64::from(counts[at] + counts[at + 2])));
            cells.push((Measure::Cost, key, f64::from(cost[at])));
        }
        let store = store_of(&cells);
        let per_youth = |at: usize| f64::from(cost[at]) / f64::from(counts[at]);
        let changes = [
            (SplitWhole::Cost, f64::from(cost[1]) - f64::from(cost[0])),
            (SplitWhole::CostPerYouth, (per_youth(1) - per_youth(0)).round()),
        ];
        for (whole, change) in changes {
            let found = split(whole, &store, &region, Scope::Area(area), 2022, &[]).unwrap();
            let parts: f64 = found.parts.iter().map(|(_, part)| part.value().unwrap()).sum();
            proptest::prop_assert!((parts - change).abs() < 1e-6, "{parts} is not {change}");
            proptest::prop_assert_eq!(found.together.value(), Some(change));
            for (_, part) in &found.parts {
                let figure = part.figure().unwrap();
                proptest::prop_assert!(figure.within.contains(figure.value));
            }
        }
    }
}

/// Who works everywhere and who is among the largest is decided in the whole region, and a break anywhere may change it.
#[test]
fn what_is_chosen_in_the_whole_region_breaks_with_it() {
    let region = region();
    let delft = region.by_key("delft").unwrap();
    for entry in CATALOGUE {
        let is_chosen = [
            "aanbieders_alle_gemeenten",
            "geld_alle_gemeenten",
            "concentratie",
        ]
        .contains(&entry.id);
        let expected = if is_chosen { region.whole() } else { delft };
        assert_eq!(entry.broken_with(&region, delft), expected, "{}", entry.id);
    }
}

/// A council member reads of care periods; the word of the code is for who writes the code.
#[test]
fn english_has_one_plain_word_for_a_traject() {
    let of_entries = CATALOGUE.iter().flat_map(|entry| {
        let reason = match entry.publication {
            Publication::NoFiguresYet { reason, .. } => reason,
            Publication::Published { .. } => entry.name,
        };
        [entry.name, entry.definition, entry.subject.phrase, reason]
    });
    let of_measures = Measure::ALL
        .iter()
        .flat_map(|measure| [measure.title(), measure.definition()]);
    for text in of_entries.chain(of_measures) {
        let [nl, en] = [Language::Nl, Language::En].map(|language| text.get(language));
        let en = en.to_lowercase();
        assert!(!en.contains("trajector"), "{en}");
        let is_one = nl.to_lowercase().contains("traject");
        assert!(!is_one || en.contains("care period"), "{nl}: {en}");
    }
}

/// In a menu, a tile and a list of what was found only the name tells topics apart; in a title only the subject.
#[test]
fn no_topic_goes_by_the_name_of_another() {
    for language in [Language::Nl, Language::En] {
        let bare = |entry: &Indicator| {
            let name = entry.name.get(language);
            name.split(" (").next().unwrap_or(name).to_lowercase()
        };
        for entry in CATALOGUE {
            for other in CATALOGUE.iter().filter(|other| other.id != entry.id) {
                let (name, longer) = (bare(entry), bare(other));
                assert!(!longer.starts_with(&name), "{name}: {longer}");
                // A part of a whole goes by the part, and a split by what changed.
                let has_subject = |of: &Indicator| {
                    of.formula().is_some() && of.composed_over().is_none() && !of.is_split()
                };
                if has_subject(entry) && has_subject(other) {
                    let subject = |of: &Indicator| of.subject.phrase.get(language);
                    assert_ne!(subject(entry), subject(other), "{} {}", entry.id, other.id);
                }
            }
        }
    }
}
