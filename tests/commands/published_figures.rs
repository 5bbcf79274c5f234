//! Every figure that the region itself published, against what the engine makes of the release that ships.

use std::path::Path;

use serde_json::Value;

use crate::regiovisie;

/// A published figure, and how the engine is asked for it.
struct Published {
    id: String,
    period: String,
    value: String,
    /// The unit; of a direction or a ranking what was published, in words.
    unit: String,
    precision: String,
    indicator: String,
    only: String,
    not_asked_because: String,
}

fn published() -> Vec<Published> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut reader =
        csv::Reader::from_path(root.join("tests/reference/published_figures.csv")).unwrap();
    let header = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let of = |name: &str| {
            let column = header.iter().position(|title| title == name).unwrap();
            row[column].to_owned()
        };
        Published {
            id: of("id"),
            period: of("period"),
            value: of("value"),
            unit: of("unit"),
            precision: of("precision"),
            indicator: of("indicator"),
            only: of("only"),
            not_asked_because: of("not_asked_because"),
        }
    });
    rows.collect()
}

/// The last year that is counted as those before it.
const LAST_ALIKE: &str = "2023";

/// What the engine says of the whole region, or of all municipalities, as (year, area, value).
fn engine(published: &Published, by_area: bool) -> Vec<(u64, String, f64)> {
    let (indicator, part) = match published.indicator.split_once(':') {
        Some((indicator, part)) => (indicator, format!("/{part}/waarde")),
        None => (published.indicator.as_str(), "/waarde".to_owned()),
    };
    let mut arguments = vec!["indicator", indicator, "--format", "json"];
    if !published.only.is_empty() {
        arguments.extend(["--only", &published.only]);
    }
    if by_area {
        arguments.extend(["--by", "gebied", "--year", &published.period]);
    }
    let outcome = regiovisie(Path::new(env!("CARGO_MANIFEST_DIR")), &arguments);
    assert_eq!(
        outcome.code,
        Some(0),
        "{}: {}",
        published.id,
        outcome.said()
    );
    let answer: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let rows = answer["rijen"].as_array().unwrap();
    rows.iter()
        .filter(|row| row["gebied"] != "Rest van de regio")
        .filter_map(|row| {
            Some((
                row["jaar"].as_u64()?,
                row["gebied"].as_str()?.to_owned(),
                row.pointer(&part)?.as_f64()?,
            ))
        })
        .collect()
}

/// The figure of a year; of several years, their mean.
fn in_period(published: &Published) -> f64 {
    match published.period.split_once('-') {
        Some((first, last)) => {
            let years = first.parse::<u64>().unwrap()..=last.parse().unwrap();
            let found: Vec<f64> = engine(published, false)
                .into_iter()
                .filter(|row| years.contains(&row.0))
                .map(|row| row.2)
                .collect();
            assert_eq!(found.len(), years.count(), "{}", published.id);
            found.iter().sum::<f64>() / found.len() as f64
        }
        None => in_year(published, &published.period),
    }
}

fn in_year(published: &Published, year: &str) -> f64 {
    let year: u64 = year.parse().unwrap();
    let rows = engine(published, false);
    rows.iter()
        .find(|row| row.0 == year)
        .unwrap_or_else(|| panic!("{}: no figure for {year}", published.id))
        .2
}

/// Whether `found` is what was published, as precisely as it was. "About" and a forecast allow one in twenty.
fn agrees(published: &Published, found: f64) -> bool {
    let value: f64 = published.value.parse().unwrap();
    match published.precision.as_str() {
        "exact" => (found - value).abs() <= 0.5,
        "about" => (found / value - 1.0).abs() <= 0.05,
        "forecast" => (found - value).abs() <= 1.0,
        "at least" => (value..=value * 1.02).contains(&found),
        "just under" => (value * 0.95..value).contains(&found),
        other => panic!("{}: unknown precision {other}", published.id),
    }
}

#[test]
fn every_published_figure_comes_out_as_precisely_as_it_was_published() {
    let (mut asked, mut differing) = (0, Vec::new());
    for published in published().iter().filter(|of| !of.indicator.is_empty()) {
        asked += 1;
        let id = published.id.as_str();
        match published.precision.as_str() {
            "direction" => {
                let (first, last) = published.period.split_once('-').unwrap();
                let (before, after) = (in_year(published, first), in_year(published, last));
                if published.unit == format!("fell until {last} then rose") {
                    let later = in_year(published, LAST_ALIKE);
                    assert!(
                        before > after && later > after,
                        "{id}: {before}, {after}, {later}"
                    );
                    continue;
                }
                let rises = published.unit.contains("rising");
                assert!(rises || published.unit.contains("falling"), "{id}");
                assert_eq!(after > before, rises, "{id}: from {before} to {after}");
            }
            "ranking" => {
                let mut towns = engine(published, true);
                towns.sort_by(|one, other| other.2.total_cmp(&one.2));
                let mut found: Vec<&str> =
                    towns.iter().take(3).map(|town| town.1.as_str()).collect();
                let mut expected: Vec<&str> = published
                    .unit
                    .trim_end_matches(" highest")
                    .split("; ")
                    .collect();
                found.sort_unstable();
                expected.sort_unstable();
                assert_eq!(found, expected, "{id}");
            }
            _ => {
                let found = in_period(published);
                if !agrees(published, found) {
                    differing.push(format!("{id}: {found}"));
                }
            }
        }
    }
    assert!(differing.is_empty(), "{differing:#?}");
    assert!(asked >= 12, "only {asked} were asked for");
}

#[test]
fn of_every_other_published_figure_it_is_told_why_it_cannot_be_asked_for() {
    for published in published() {
        assert_ne!(
            published.indicator.is_empty(),
            published.not_asked_because.is_empty(),
            "{}",
            published.id
        );
    }
}
