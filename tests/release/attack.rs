//! An attacker who has nothing but the files: totals less siblings, and what one relation says put into another. Written apart
//! from the program's own reasoning, so that a fault there is not repeated here.

use std::collections::HashMap;
use std::path::Path;

use crate::support::{Value, descriptor, rows_of, shipped};

/// Members with their parts, by column.
const GROUPS: &[(usize, &str, &[&str])] = &[
    (2, "totaal", &["zonder-verblijf", "met-verblijf"]),
    (
        2,
        "zonder-verblijf",
        &["wijkteam", "ambulant", "daghulp", "netwerk"],
    ),
    (
        2,
        "met-verblijf",
        &["pleegzorg", "gezinsgericht", "gesloten", "ander-verblijf"],
    ),
    (3, "totaal", &["0-17", "18-22"]),
    (3, "0-17", &["0-3", "4-11", "12-17"]),
    (
        4,
        "totaal",
        &[
            "gemeente",
            "huisarts",
            "jeugdarts",
            "gi",
            "specialist",
            "geen",
            "onbekend",
            "rechter",
        ],
    ),
];
const AGE: usize = 3;

/// Counts by table: the number of youths in the cell, others of youths (they add up over age only), those of trajectories.
const TABLES: &[(&str, &str, &[&str], &[&str])] = &[
    (
        "gebruik",
        "jeugdigen",
        &["instroom", "uitstroom"],
        &["trajecten", "begintrajecten", "begintrajecten_herhaald"],
    ),
    (
        "afgesloten",
        "jeugdigen_afgesloten",
        &["gevolgd", "teruggekeerd"],
        &[
            "beeindigd",
            "reden_bekend",
            "eenzijdig",
            "voortijdig",
            "duur_korter_jaar",
        ],
    ),
];
const MARGINS: [&str; 7] = [
    "totaal",
    "zorgvorm",
    "leeftijd",
    "verwijzer",
    "zorgvorm-leeftijd",
    "zorgvorm-verwijzer",
    "leeftijd-verwijzer",
];

type Key = [String; 5];
type Bounds = (f64, f64);

/// One measure of one table: what the files say of every cell, and which cells are protected.
struct Published {
    bounds: HashMap<Key, Bounds>,
    protected: Vec<Key>,
}

/// Whole and parts.
type Sums = Vec<(Key, Vec<Key>)>;

fn text(row: &std::collections::BTreeMap<String, Value>, column: &str) -> String {
    match &row[column] {
        Value::Text(text) => text.clone(),
        other => panic!("{column} is {other:?}"),
    }
}

fn read(folder: &Path, table: &str, persons: &str, measure: &str) -> Published {
    let mut published = Published {
        bounds: HashMap::new(),
        protected: Vec::new(),
    };
    for margin in MARGINS {
        for row in rows_of(&folder.join(format!("{table}-{margin}.parquet"))) {
            let key = ["periode", "gebied", "zorgvorm", "leeftijd", "verwijzer"]
                .map(|column| text(&row, column));
            let few_youths = text(&row, &format!("{persons}_status")) == "geheim";
            let status = text(&row, &format!("{measure}_status"));
            let (low, high) = match (status.as_str(), &row[measure]) {
                ("zichtbaar", Value::Number(count)) => ((count - 2.0).max(10.0), count + 2.0),
                ("geheim", Value::Null) if measure == persons || !few_youths => (0.0, 9.0),
                ("geheim" | "secundair geheim" | "onbekend", Value::Null) => (0.0, f64::INFINITY),
                other => panic!("{measure} of {key:?}: {other:?}"),
            };
            // The files also say themselves how far a reader can come.
            let said = |suffix: &str, none: f64| match row[&format!("{measure}_{suffix}")] {
                Value::Number(bound) => bound,
                _ => none,
            };
            published.bounds.insert(
                key.clone(),
                (
                    low.max(said("laag", 0.0)),
                    high.min(said("hoog", f64::INFINITY)),
                ),
            );
            if status == "geheim" {
                published.protected.push(key);
            }
        }
    }
    published
}

/// Every sum that any reader knows to hold: over areas and members, or over age alone.
fn sums(folder: &Path, cells: &HashMap<Key, Bounds>, over_age_only: bool) -> Sums {
    let descriptor = descriptor(folder);
    let areas: Vec<(String, Option<String>)> = descriptor["regiovisie"]["gebieden"]
        .as_array()
        .unwrap()
        .iter()
        .map(|area| {
            (
                area["code"].as_str().unwrap().to_owned(),
                area["deel_van"].as_str().map(str::to_owned),
            )
        })
        .collect();
    let with = |key: &Key, place: usize, member: &str| {
        let mut other = key.clone();
        member.clone_into(&mut other[place]);
        other
    };
    let mut keys: Vec<&Key> = cells.keys().collect();
    keys.sort();
    let mut sums = Sums::new();
    for key in keys {
        if !over_age_only {
            let parts = areas
                .iter()
                .filter(|(_, whole)| whole.as_ref() == Some(&key[1]))
                .map(|(part, _)| with(key, 1, part))
                .collect();
            sums.push((key.clone(), parts));
        }
        for (place, _, parts) in GROUPS
            .iter()
            .filter(|(place, group, _)| (!over_age_only || *place == AGE) && key[*place] == *group)
        {
            sums.push((
                key.clone(),
                parts.iter().map(|part| with(key, *place, part)).collect(),
            ));
        }
    }
    sums.retain(|(_, parts)| {
        !parts.is_empty() && parts.iter().all(|part| cells.contains_key(part))
    });
    sums
}

/// Each part is the whole less the other parts, the whole is all parts together; twice, so that what one relation gives is
/// used in every relation linked to it.
fn attack(mut bounds: HashMap<Key, Bounds>, sums: &Sums) -> HashMap<Key, Bounds> {
    for _ in 0..2 {
        let mut narrowed = bounds.clone();
        let mut narrow = |key: &Key, low: f64, high: f64| {
            let known = narrowed.get_mut(key).unwrap();
            *known = (known.0.max(low), known.1.min(high));
        };
        for (whole, parts) in sums {
            let known: Vec<Bounds> = parts.iter().map(|part| bounds[part]).collect();
            let total = bounds[whole];
            narrow(
                whole,
                known.iter().map(|part| part.0).sum(),
                known.iter().map(|part| part.1).sum(),
            );
            for (index, part) in parts.iter().enumerate() {
                let others = || {
                    known
                        .iter()
                        .enumerate()
                        .filter(move |(other, _)| *other != index)
                        .map(|(_, part)| part)
                };
                let (least, most): (f64, f64) = (
                    others().map(|part| part.0).sum(),
                    others().map(|part| part.1).sum(),
                );
                narrow(part, total.0 - most, total.1 - least);
            }
        }
        bounds = narrowed;
    }
    bounds
}

/// Protected cells of which fewer than five values remain.
fn exposed(bounds: &HashMap<Key, Bounds>, protected: &[Key]) -> Vec<(Key, Bounds)> {
    protected
        .iter()
        .map(|key| (key.clone(), bounds[key]))
        .filter(|(_, (low, high))| high - low + 1.0 < 5.0)
        .collect()
}

#[test]
fn no_small_count_can_be_narrowed_to_fewer_than_five_values() {
    let folder = shipped();
    let mut attacked = 0;
    for (table, persons, of_youths, of_trajectories) in TABLES {
        let measures = std::iter::once(persons)
            .chain(*of_youths)
            .map(|measure| (measure, true));
        for (measure, over_age_only) in
            measures.chain(of_trajectories.iter().map(|measure| (measure, false)))
        {
            let Published { bounds, protected } = read(&folder, table, persons, measure);
            let sums = sums(&folder, &bounds, over_age_only);
            assert!(sums.len() > 1000, "{measure}: {} sums", sums.len());
            let found = exposed(&attack(bounds, &sums), &protected);
            assert!(
                found.is_empty(),
                "{measure}: {} cells exposed, such as {:?}",
                found.len(),
                found[0]
            );
            attacked += protected.len();
        }
    }
    assert!(attacked > 50_000, "only {attacked} protected counts");
}

#[test]
fn the_attack_finds_a_planted_leak_and_one_that_takes_two_relations() {
    let folder = shipped();
    let Published {
        mut bounds,
        protected,
    } = read(&folder, "gebruik", "jeugdigen", "trajecten");
    let sums = sums(&folder, &bounds, false);
    let (whole, parts) = sums
        .iter()
        .find(|(_, parts)| protected.contains(&parts[0]) && !protected.contains(&parts[1]))
        .unwrap();
    // The first part is 3 and all else is told.
    for part in &parts[1..] {
        bounds.insert(part.clone(), (20.0, 20.0));
    }
    let siblings = 20.0 * (parts.len() - 1) as f64;
    bounds.insert(whole.clone(), (siblings + 3.0, siblings + 3.0));
    let planted = attack(bounds.clone(), &sums);
    assert!(
        exposed(&planted, &protected)
            .iter()
            .any(|(key, _)| *key == parts[0])
    );

    // k + l = 13 in one sum and m + k = 12 in another; l is 10, so k is 3 and m is 9.
    let name = |last: &str| ["2020", "x", "y", "z", last].map(str::to_owned);
    let cells = [
        ("k", (0.0, 9.0)),
        ("l", (10.0, 10.0)),
        ("m", (0.0, 9.0)),
        ("first", (13.0, 13.0)),
        ("second", (12.0, 12.0)),
    ];
    let small: HashMap<Key, Bounds> = cells
        .into_iter()
        .map(|(cell, bounds)| (name(cell), bounds))
        .collect();
    let linked = vec![
        (name("first"), vec![name("k"), name("l")]),
        (name("second"), vec![name("m"), name("k")]),
    ];
    assert_eq!(
        exposed(&attack(small, &linked), &[name("m")]),
        [(name("m"), (9.0, 9.0))]
    );
}
