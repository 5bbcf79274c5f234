//! What the synthetic records promise: the same bytes again, valid codes, and (in `figures`) the published figures.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use super::profile::Profile;
use super::{SampleError, SampleOptions, SampleSummary, write_sample};

mod figures;

const FILES: [&str; 9] = [
    "trajecten",
    "declaraties",
    "producten",
    "bevolking",
    "wachtlijst",
    "maatregelen",
    "lokale_teams",
    "uitkomsten",
    "pgb",
];
const LAST_DAY: &str = "2025-03-31";

type Row = Vec<String>;

fn rows(folder: &Path, name: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder.join(format!("{name}.csv"))).unwrap();
    reader
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn sample(seed: u64, scale: f64) -> (tempfile::TempDir, SampleSummary) {
    let folder = tempfile::tempdir().unwrap();
    let summary = write_sample(
        folder.path(),
        &SampleOptions {
            seed,
            scale,
            mistakes: false,
            ..SampleOptions::default()
        },
    )
    .unwrap();
    (folder, summary)
}

fn bytes(folder: &Path) -> Vec<Vec<u8>> {
    FILES
        .iter()
        .map(|name| std::fs::read(folder.join(format!("{name}.csv"))).unwrap())
        .collect()
}

fn year(date: &str) -> i32 {
    date[..4].parse().unwrap()
}

/// The files at a tenth of the region, read once for all tests.
struct Tenth {
    trajecten: Vec<Row>,
    declaraties: Vec<Row>,
    producten: Vec<Row>,
    bevolking: Vec<Row>,
    wachtlijst: Vec<Row>,
    maatregelen: Vec<Row>,
    lokale_teams: Vec<Row>,
    uitkomsten: Vec<Row>,
    pgb: Vec<Row>,
}

fn tenth() -> &'static Tenth {
    static TENTH: OnceLock<Tenth> = OnceLock::new();
    TENTH.get_or_init(|| {
        let (folder, summary) = sample(SampleOptions::default().seed, 0.1);
        let files = FILES.map(|name| rows(folder.path(), name));
        let read: Vec<_> = FILES
            .into_iter()
            .map(str::to_owned)
            .zip(files.each_ref().map(Vec::len))
            .collect();
        assert_eq!(read, summary.rows);
        let [
            trajecten,
            declaraties,
            producten,
            bevolking,
            wachtlijst,
            maatregelen,
            lokale_teams,
            uitkomsten,
            pgb,
        ] = files;
        Tenth {
            trajecten,
            declaraties,
            producten,
            bevolking,
            wachtlijst,
            maatregelen,
            lokale_teams,
            uitkomsten,
            pgb,
        }
    })
}

impl Tenth {
    fn active(&self, period: i32) -> impl Iterator<Item = &Row> {
        self.trajecten.iter().filter(move |row| {
            let end = if row[8].is_empty() {
                9999
            } else {
                year(&row[8])
            };
            year(&row[7]) <= period && period <= end
        })
    }

    fn youths(&self, period: i32, keep: impl Fn(&Row) -> bool) -> f64 {
        let persons: BTreeSet<&String> = self
            .active(period)
            .filter(|row| keep(row))
            .map(|row| &row[1])
            .collect();
        persons.len() as f64
    }

    fn population(&self, period: i32) -> f64 {
        let young =
            |row: &&Row| row[0] == period.to_string() && row[2].parse::<i32>().unwrap() < 18;
        self.bevolking
            .iter()
            .filter(young)
            .map(|row| row[3].parse::<f64>().unwrap())
            .sum()
    }

    fn cost(&self, period: i32) -> f64 {
        let of_year = |row: &&Row| year(&row[1]) == period;
        self.declaraties
            .iter()
            .filter(of_year)
            .map(|row| row[2].parse::<f64>().unwrap())
            .sum()
    }
}

fn assert_near(measured: f64, target: f64, tolerance: f64, what: &str) {
    assert!(
        (measured - target).abs() <= tolerance,
        "{what}: {measured:.3}, expected {target} within {tolerance}"
    );
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_does_not() {
    let (first, _) = sample(7, 0.02);
    let (again, _) = sample(7, 0.02);
    let (other, _) = sample(8, 0.02);
    assert_eq!(bytes(first.path()), bytes(again.path()));
    assert_ne!(bytes(first.path())[0], bytes(other.path())[0]);
    assert_ne!(bytes(first.path())[1], bytes(other.path())[1]);
}

#[test]
fn twice_the_scale_is_twice_the_region() {
    let (small, few) = sample(7, 0.05);
    let (large, many) = sample(7, 0.1);
    for ((name, many), (_, few)) in many.rows.iter().zip(&few.rows) {
        match name.as_str() {
            "producten" | "bevolking" => assert_eq!(many, few, "{name}"),
            // Mostly one row for each list of a provider on which nobody waits.
            "wachtlijst" => assert!(many > few),
            name => assert_near(*many as f64 / *few as f64, 2.0, 0.2, name),
        }
    }
    let inhabitants = |folder: &Path| -> f64 {
        rows(folder, "bevolking")
            .iter()
            .map(|row| row[3].parse::<f64>().unwrap())
            .sum()
    };
    assert_near(
        inhabitants(large.path()) / inhabitants(small.path()),
        2.0,
        0.001,
        "inhabitants",
    );
}

#[test]
fn a_scale_that_means_nothing_is_refused_before_anything_is_written() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("new");
    for scale in [0.0, -1.0, f64::NAN, f64::INFINITY, 20.1] {
        let refused = write_sample(
            &folder,
            &SampleOptions {
                seed: 1,
                scale,
                ..SampleOptions::default()
            },
        );
        assert!(matches!(refused, Err(SampleError::Scale(_))), "{scale}");
    }
    assert!(!folder.exists());
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let parent = tempfile::tempdir().unwrap();
    let taken = parent.path().join("taken");
    std::fs::write(&taken, "a file").unwrap();
    let error = write_sample(
        &taken,
        &SampleOptions {
            seed: 1,
            scale: 0.01,
            ..SampleOptions::default()
        },
    )
    .unwrap_err();
    assert!(error.to_string().contains("taken"), "{error}");
}

#[test]
fn a_calibration_that_contradicts_itself_is_refused_with_the_entry() {
    let good = include_str!("profile.toml");
    for (from, to, named) in [
        ("move = \"35\"", "move = \"99\"", "reasons.codes"),
        ("to = \"06\"", "to = \"66\"", "referrers.shift"),
        ("weights = [72.0, ", "weights = [", "reasons"),
        ("share = [3.0, 22.0, ", "share = [22.0, ", "jeugd-ggz-basis"),
        (
            "[2015, 9.5], [2016, 11.3]",
            "[2016, 9.5], [2015, 11.3]",
            "use_rate",
        ),
    ] {
        let changed = good.replacen(from, to, 1);
        assert_ne!(changed, good, "{from}");
        let error = Profile::parse(&changed).unwrap_err().to_string();
        assert!(error.contains(named), "{from}: {error}");
    }
}

#[test]
fn trajectories_are_unique_dated_and_coded() {
    let data = tenth();
    let products: BTreeSet<&str> = data.producten.iter().map(|row| row[0].as_str()).collect();
    let towns: BTreeSet<&str> = data.bevolking.iter().map(|row| row[1].as_str()).collect();
    let referrers = ["01", "02", "03", "04", "05", "06", "07", "08"];
    let reasons = [
        "02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39",
    ];
    let keys: BTreeSet<&str> = data.trajecten.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(keys.len(), data.trajecten.len());
    assert_eq!(towns.len(), 10);
    let mut births: BTreeMap<&str, &str> = BTreeMap::new();
    for row in &data.trajecten {
        let [
            _,
            person,
            birth,
            town,
            provider,
            product,
            referrer,
            begin,
            end,
            reason,
        ] = row.each_ref_str();
        assert_eq!(*births.entry(person).or_insert(birth), birth, "{row:?}");
        assert!(
            towns.contains(town) && products.contains(product) && provider.starts_with('A'),
            "{row:?}"
        );
        assert!(referrers.contains(&referrer), "{row:?}");
        // ISO dates sort as text.
        assert!(birth < begin && begin <= LAST_DAY, "{row:?}");
        if end.is_empty() {
            assert_eq!(reason, "", "{row:?}");
        } else {
            assert!(
                begin <= end && ("2014-01-01"..=LAST_DAY).contains(&end),
                "{row:?}"
            );
            assert!(reasons.contains(&reason), "{row:?}");
            assert!(year(end) - year(birth) <= 22, "{row:?}");
        }
    }
}

trait Fields {
    fn each_ref_str(&self) -> [&str; 10];
}

impl Fields for Row {
    fn each_ref_str(&self) -> [&str; 10] {
        std::array::from_fn(|position| self[position].as_str())
    }
}

#[test]
fn every_declaration_falls_in_a_quarter_in_which_its_trajectory_ran() {
    let data = tenth();
    let trajectories: BTreeMap<&str, &Row> = data
        .trajecten
        .iter()
        .map(|row| (row[0].as_str(), row))
        .collect();
    let mut seen = BTreeSet::new();
    for row in &data.declaraties {
        let trajectory = trajectories.get(row[0].as_str()).unwrap();
        let quarter = row[1].as_str();
        assert!(
            ["01-01", "04-01", "07-01", "10-01"].contains(&&quarter[5..]),
            "{row:?}"
        );
        assert!(("2015-01-01"..=LAST_DAY).contains(&quarter), "{row:?}");
        assert!(
            trajectory[8].is_empty() || quarter <= trajectory[8].as_str(),
            "{row:?} {trajectory:?}"
        );
        let month: i32 = quarter[5..7].parse().unwrap();
        let begin: i32 = trajectory[7][5..7].parse().unwrap();
        assert!(
            year(&trajectory[7]) * 12 + begin <= year(quarter) * 12 + month + 2,
            "{row:?} {trajectory:?}"
        );
        assert!(
            row[2]
                .split_once('.')
                .is_some_and(|(_, cents)| cents.len() == 2),
            "{row:?}"
        );
        assert!(row[2].parse::<f64>().unwrap() > 0.0, "{row:?}");
        assert!(seen.insert((&row[0], quarter)), "{row:?}");
    }
}

#[test]
fn products_carry_the_forms_and_segments_of_the_monitor() {
    let producten = &tenth().producten;
    let forms: BTreeSet<&str> = producten.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(
        forms,
        BTreeSet::from(["01", "02", "03", "04", "11", "12", "13", "14"])
    );
    let segments: BTreeSet<&str> = producten.iter().map(|row| row[2].as_str()).collect();
    for segment in [
        "jeugd-ggz-basis",
        "jeugd-ggz-specialistisch",
        "begeleiding-lvb",
        "dyslexie",
        "kdc",
        "respijt",
        "gesloten",
    ] {
        assert!(segments.contains(segment), "{segment}");
    }
    let codes: BTreeSet<&str> = producten.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(codes.len(), producten.len());
}

#[test]
fn most_care_was_allocated_on_a_known_day_and_none_after_the_reference_date() {
    let of_year = |period: i32| {
        let begun = tenth().trajecten.iter();
        begun.filter(move |row| year(&row[7]) == period)
    };
    for (period, known) in [(2015, 0.72), (2018, 0.92), (2024, 0.97)] {
        let all = of_year(period).count() as f64;
        let told = of_year(period).filter(|row| !row[10].is_empty()).count() as f64;
        assert_near(told / all, known, 0.03, "share of a known day");
    }
    let mut days = tenth().trajecten.iter().map(|row| row[10].as_str());
    assert!(days.all(|day| day <= LAST_DAY));
}
