//! Small regions of random youths, protected and then attacked by somebody who has nothing but what was published.

mod agreed;
mod audited;
mod draw;
mod durations;
mod lasting;
mod lists;
mod local;
mod orders;
mod outcomes;
mod population;
mod programme;
mod providers;
mod reader;
mod singles;
mod worlds;

use std::fmt::Write;

use regiovisie::cube::Cube;
use regiovisie::disclosure::{ProtectError, RawTable, protect};
use regiovisie::release::{AreaId, Region, RegionConfig};
use regiovisie::vocabulary::{Dimension, Member};

use self::agreed::{AGREED_CONFIG, agreed};
use self::audited::audited;
use self::draw::Draw;
use self::lasting::lasting;
use self::lists::lists;
use self::local::local_help;
use self::orders::orders;
use self::outcomes::outcomes;
use self::population::{Recipe, count};
use self::reader::{Reader, named};
use self::singles::{budgets, leaving};
use self::worlds::{Required, attack};

const FIRST_YEAR: u16 = 2022;

/// Code, kind and whole of every area.
type Areas = &'static [(&'static str, &'static str, &'static str)];

const TWO_APART: Areas = &[
    ("R", "regio", ""),
    ("S", "deelregio", "R"),
    ("A", "gemeente", "S"),
    ("B", "gemeente", "R"),
];
const TWO_TOGETHER: Areas = &[
    ("R", "regio", ""),
    ("S", "deelregio", "R"),
    ("A", "gemeente", "S"),
    ("B", "gemeente", "S"),
];
const THREE: Areas = &[
    ("R", "regio", ""),
    ("S", "deelregio", "R"),
    ("A", "gemeente", "S"),
    ("B", "gemeente", "S"),
    ("C", "gemeente", "R"),
];

/// Youths of a town, more or less: fewer, and most regions are refused.
const SIZE: usize = 300;

/// What the policies below ask of a protected figure.
const REQUIRED: Required = Required {
    count: 5.0,
    share: 0.2,
};

fn region(areas: Areas, years: u16, rounding: u32) -> Region {
    let mut text = format!(
        "release = \"1\"\npeildatum = \"2027-01-01\"\nsynthetisch = true\nnaam = \"R\"\nuitgever = \"R\"\nbronnen = []\n\
         [onthulling]\ndrempel = 10\nbreedte = 5\nafronding_aantal = {rounding}\nafronding_euro = 1000\nafronding_dagen = 100\n"
    );
    for (code, kind, whole) in areas {
        let key = code.to_lowercase();
        writeln!(
            text,
            "[[gebieden]]\ncode = \"{code}\"\nsleutel = \"{key}\"\nnaam = \"{code}\"\nsoort = \"{kind}\""
        )
        .unwrap();
        if !whole.is_empty() {
            writeln!(text, "deel_van = \"{whole}\"").unwrap();
        }
    }
    text.push_str(AGREED_CONFIG);
    for year in FIRST_YEAR..FIRST_YEAR + years {
        writeln!(text, "[[perioden]]\njaar = {year}\nstatus = \"definitief\"").unwrap();
    }
    let config: RegionConfig = toml::from_str(&text).unwrap();
    Region::new(&config).unwrap()
}

/// Counts of a random population of towns of about this size.
fn drawn(draw: &mut Draw, region: &Region, areas: Areas, size: usize) -> [RawTable; 4] {
    let mut leaves = |dimension: Dimension, least: usize| -> Vec<Member> {
        let count = least + draw.place(2);
        draw.some_of(dimension.parts().collect(), count)
    };
    let (forms, referrers, ages) = (
        leaves(Dimension::CareForm, 2),
        leaves(Dimension::Referrer, 1),
        leaves(Dimension::AgeGroup, 2),
    );
    let recipe = Recipe {
        towns: areas
            .iter()
            .filter(|(_, kind, _)| *kind == "gemeente")
            .map(|(code, ..)| (region.by_code(code).unwrap(), size / 2 + draw.place(size)))
            .collect(),
        forms,
        referrers,
        ages,
        is_followed: draw.chance(60),
    };
    count(draw, region, &recipe)
}

/// The true values of what was read. Whatever a reader knows of it must be true.
fn truths(raw: &[RawTable], region: &Region, reader: &Reader) -> Vec<f64> {
    let mut truths = vec![f64::NAN; reader.figures.len()];
    for table in raw {
        for (key, values) in &table.cells {
            let cell = named(*key, region);
            for (measure, value) in table.table.measures().zip(values) {
                if let Some(place) = reader.place(&cell, measure.code()) {
                    truths[place] = *value as f64;
                }
            }
        }
    }
    for (figure, truth) in reader.figures.iter().zip(&truths) {
        let (low, high) = figure.bounds;
        assert!(low <= *truth && *truth <= high, "{figure:?} is {truth}");
    }
    for relation in &reader.relations {
        let sum: f64 = relation
            .terms
            .iter()
            .map(|(place, weight)| truths[*place] * *weight as f64)
            .sum();
        assert!(
            sum <= 0.0 && (sum >= 0.0 || !relation.is_equality),
            "{:?} give {sum}",
            relation
                .terms
                .iter()
                .map(|(place, weight)| (&reader.figures[*place], weight))
                .collect::<Vec<_>>()
        );
    }
    truths
}

/// What came of a number of random regions.
#[derive(Debug, Default)]
struct Outcome {
    attacked: usize,
    refused: usize,
    given_up: usize,
    protected: usize,
}

/// Draws regions until `wanted` of them were published and attacked.
fn attack_random(areas: Areas, wanted: usize) -> Outcome {
    let mut outcome = Outcome::default();
    for seed in 0.. {
        if outcome.attacked == wanted {
            break;
        }
        let years = if seed % 3 == 2 { 2 } else { 1 };
        let rounding = [5, 5, 5, 1, 10][usize::try_from(seed % 5).unwrap()];
        let region = region(areas, years, rounding);
        let raw = drawn(&mut Draw::new(seed), &region, areas, SIZE);
        let cubes: Vec<Cube> = match audited(&raw, &region) {
            Ok(Some(cubes)) => cubes,
            Ok(None) => {
                outcome.given_up += 1;
                continue;
            }
            Err(error) => {
                assert!(
                    error
                        .to_string()
                        .starts_with("the region is too small for this threshold"),
                    "{error}"
                );
                outcome.refused += 1;
                continue;
            }
        };
        let reader = Reader::new(&cubes, &region);
        let truths = truths(&raw, &region, &reader);
        // What several measures tell together in a circle is not excluded: see docs/decisions/0005.
        let reader = reader.only_within_measures();
        let found = attack(&reader, &truths, &REQUIRED);
        assert!(
            found.given_away.is_empty(),
            "{areas:?}, {seed}: {} figures are given away, such as {:?}",
            found.given_away.len(),
            found.given_away[0]
        );
        outcome.attacked += 1;
        outcome.protected += found.protected;
    }
    outcome
}

fn no_measure_gives_itself_away(areas: Areas) {
    let outcome = attack_random(areas, 8);
    assert!(
        outcome.protected > 1000 && outcome.refused > 0,
        "{outcome:?}"
    );
}

#[test]
fn two_towns_of_which_one_is_a_sub_region() {
    no_measure_gives_itself_away(TWO_APART);
}

#[test]
fn two_towns_that_are_the_sub_region() {
    no_measure_gives_itself_away(TWO_TOGETHER);
}

#[test]
fn three_towns_of_which_two_are_a_sub_region() {
    no_measure_gives_itself_away(THREE);
}

/// How many random regions of a table that stands alone were published and attacked, all measures together.
#[derive(Debug, Default)]
struct Together {
    attacked: usize,
    protected: usize,
    /// How many figures of one measure a reader knows within ten.
    known: usize,
    /// How many positive answers are hidden without a word on why.
    in_company: usize,
}

/// How many positive answers look hidden for another; each of them has a hidden figure in one of its relations.
fn in_company(reader: &Reader) -> usize {
    let is_hidden = |place: &usize| reader.figures[*place].is_hidden;
    let unexplained = |place: &usize| {
        let figure = &reader.figures[*place];
        figure.measure == "positief" && figure.is_hidden && !figure.is_protected
    };
    let places = (0..reader.figures.len()).filter(unexplained);
    places
        .inspect(|place| {
            let mut related = reader
                .relations
                .iter()
                .map(|relation| relation.terms.iter().map(|(other, _)| *other))
                .filter(|terms| terms.clone().any(|other| other == *place))
                .flatten();
            assert!(
                related.any(|other| other != *place && is_hidden(&other)),
                "{:?} is alone",
                reader.figures[*place]
            );
        })
        .count()
}

/// Of one year.
fn attack_together(
    measure: &str,
    table: impl Fn(&mut Draw, &Region, &[AreaId]) -> RawTable,
) -> Together {
    attack_years(measure, 1, |draw, region, towns| {
        vec![table(draw, region, towns)]
    })
}

fn attack_years(
    measure: &str,
    years: u16,
    tables: impl Fn(&mut Draw, &Region, &[AreaId]) -> Vec<RawTable>,
) -> Together {
    let mut outcome = Together::default();
    for seed in 0..24 {
        let areas = [TWO_APART, TWO_TOGETHER, THREE][usize::try_from(seed % 3).unwrap()];
        let rounding = [5, 1, 10][usize::try_from(seed / 3 % 3).unwrap()];
        let region = region(areas, years, rounding);
        let towns: Vec<AreaId> = areas
            .iter()
            .filter(|(_, kind, _)| *kind == "gemeente")
            .map(|(code, ..)| region.by_code(code).unwrap())
            .collect();
        let raw = tables(&mut Draw::new(seed), &region, &towns);
        let cubes = match audited(&raw, &region) {
            Ok(Some(cubes)) => cubes,
            Ok(None) => continue,
            Err(error) => {
                assert!(
                    matches!(error, ProtectError::RegionHidden { .. }),
                    "{error}"
                );
                continue;
            }
        };
        let reader = Reader::new(&cubes, &region);
        let truths = truths(&raw, &region, &reader);
        let found = attack(&reader, &truths, &REQUIRED);
        assert!(
            found.given_away.is_empty(),
            "{seed}: {} figures are given away, such as {:?}",
            found.given_away.len(),
            found.given_away[0]
        );
        outcome.attacked += 1;
        outcome.protected += found.protected;
        outcome.in_company += in_company(&reader);
        outcome.known += reader
            .figures
            .iter()
            .filter(|figure| figure.measure == measure)
            .filter(|figure| figure.bounds.1 - figure.bounds.0 <= 10.0)
            .count();
    }
    outcome
}

/// What providers tell of youths, and days of who waits long, counts as well.
#[test]
fn no_waiting_list_gives_anybody_away() {
    let outcome = attack_together("aanbieders_drie_maanden", |draw, region, towns| {
        let count = 2 + draw.place(3);
        let forms = draw.some_of(Dimension::CareForm.parts().collect(), count);
        lists(draw, region, towns, &forms)
    });
    assert!(
        outcome.attacked > 12 && outcome.protected > 500 && outcome.known > 100,
        "{outcome:?}"
    );
}

#[test]
fn no_order_gives_anybody_away() {
    let outcome = attack_together("maatregelen", |draw, region, towns| {
        let count = 2 + draw.place(2);
        let ages = draw.some_of(Dimension::AgeGroup.parts().collect(), count);
        orders(draw, region, towns, &ages)
    });
    assert!(
        outcome.attacked > 8 && outcome.protected > 500 && outcome.known > 100,
        "{outcome:?}"
    );
}

/// One of the towns may not supply it.
#[test]
fn no_help_of_a_local_team_gives_anybody_away() {
    let outcome = attack_together("afgesloten_lokaal_team", |draw, region, towns| {
        let count = 2 + draw.place(2);
        let ages = draw.some_of(Dimension::AgeGroup.parts().collect(), count);
        let supplied = if draw.chance(30) { 1 } else { towns.len() };
        local_help(draw, region, &towns[towns.len() - supplied..], &ages)
    });
    assert!(
        outcome.attacked > 8 && outcome.protected > 200 && outcome.known > 20,
        "{outcome:?}"
    );
}

/// Where nearly everybody gives the same answer, that is hidden too; and never where nothing near it is.
#[test]
fn no_answer_gives_anybody_away() {
    let outcome = attack_together("gevraagd", outcomes);
    assert!(outcome.in_company > 10, "{outcome:?}");
    assert!(
        outcome.attacked > 8 && outcome.protected > 20 && outcome.known > 20,
        "{outcome:?}"
    );
}

/// Trajectories by how long they lasted, of towns in which enough end.
#[test]
fn no_duration_gives_anybody_away() {
    let areas = |towns: &[AreaId]| if towns.len() == 3 { THREE } else { TWO_APART };
    let outcome = attack_together("afgesloten_trajecten", |draw, region, towns| {
        let [.., durations] = drawn(draw, region, areas(towns), 2 * SIZE);
        durations
    });
    assert!(
        outcome.attacked > 12 && outcome.protected > 500 && outcome.known > 100,
        "{outcome:?}"
    );
}

/// What began in five years with what ended in them, by how long it lasted.
#[test]
fn no_life_table_gives_anybody_away() {
    let outcome = attack_years("bereikt", 5, lasting);
    assert!(
        outcome.attacked > 12 && outcome.protected > 500 && outcome.known > 100,
        "{outcome:?}"
    );
}

/// What ended by how long it lasted, beside what was agreed for its form.
#[test]
fn no_agreed_range_gives_anybody_away() {
    let outcome = attack_years("afgesloten_met_kader", 1, agreed);
    assert!(
        outcome.attacked > 12 && outcome.protected > 500 && outcome.known > 50,
        "{outcome:?}"
    );
}

#[test]
fn nobody_who_left_residential_care_is_given_away() {
    let outcome = attack_together("uit_verblijf", leaving);
    assert!(
        outcome.attacked > 12 && outcome.protected > 50 && outcome.known > 50,
        "{outcome:?}"
    );
}

/// Neither whoever has a budget, nor how much of it was spent where one has most.
#[test]
fn no_budget_gives_anybody_away() {
    let outcome = attack_together("jeugdigen_pgb", budgets);
    assert!(
        outcome.attacked > 12 && outcome.protected > 20 && outcome.known > 20,
        "{outcome:?}"
    );
}

#[test]
fn an_attack_finds_what_the_others_in_a_sum_tell() {
    let region = region(TWO_APART, 1, 5);
    let raw = drawn(&mut Draw::new(0), &region, TWO_APART, 2 * SIZE);
    let cubes = audited(&raw, &region).unwrap().unwrap();
    let mut reader = Reader::new(&cubes, &region).only_within_measures();
    let truths = truths(&raw, &region, &reader);
    assert!(attack(&reader, &truths, &REQUIRED).given_away.is_empty());
    for measure in ["trajecten", "kosten", "duur_kwadraat", "instroom"] {
        let (part, others) = reader
            .relations
            .iter()
            .filter(|relation| relation.is_equality)
            .find_map(|relation| {
                let places: Vec<usize> = relation.terms.iter().map(|(place, _)| *place).collect();
                let part = places[1..]
                    .iter()
                    .copied()
                    .find(|place| reader.figures[*place].is_protected && truths[*place] > 0.0)?;
                (reader.figures[part].measure == measure).then_some((part, places))
            })
            .unwrap();
        let before = reader.figures.clone();
        for place in others.into_iter().filter(|place| *place != part) {
            reader.figures[place].bounds = (truths[place], truths[place]);
        }
        let found = attack(&reader, &truths, &REQUIRED).given_away;
        let told = &reader.figures[part];
        assert!(
            found
                .iter()
                .any(|(figure, _)| (&figure.cell, figure.measure) == (&told.cell, told.measure)),
            "{told:?}"
        );
        reader.figures = before;
    }
}

#[test]
fn what_cannot_be_protected_is_refused_in_words() {
    let region = region(TWO_APART, 1, 5);
    let refused = |sizes: [usize; 2]| -> ProtectError {
        let towns = ["A", "B"].map(|town| region.by_code(town).unwrap());
        let recipe = Recipe {
            towns: towns.into_iter().zip(sizes).collect(),
            forms: Dimension::CareForm.parts().collect(),
            referrers: Dimension::Referrer.parts().collect(),
            ages: Dimension::AgeGroup.parts().collect(),
            is_followed: true,
        };
        protect(
            &mut count(&mut Draw::new(0), &region, &recipe),
            &region,
            &[],
        )
        .unwrap_err()
    };
    // A large town and a small one: the region less the one is the other.
    let of_a_small_town = refused([6, 900]);
    assert!(matches!(
        of_a_small_town,
        ProtectError::HeadlinesDisclose {
            year: FIRST_YEAR,
            ..
        }
    ));
    assert!(of_a_small_town.to_string().contains(
        "can be derived from headline totals, which are not hidden; nothing was published"
    ));
    let of_few = refused([4, 3]);
    assert!(matches!(
        of_few,
        ProtectError::RegionHidden {
            year: FIRST_YEAR,
            ..
        }
    ));
    assert!(
        of_few
            .to_string()
            .contains("of the whole region in 2022 is hidden itself; nothing was published")
    );
}
