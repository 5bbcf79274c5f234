//! The same records, published again after the region agreed on other durations.

use std::fs;
use std::path::{Path, PathBuf};

use regiovisie::publish::audit::{Options, release};
use regiovisie::publish::diff::{Why, diff};
use regiovisie::publish::{PublishOptions, publish};
use regiovisie::vocabulary::{Language, Table};

use crate::small::Small;

/// Publishes a small region in which all care lasted five months.
fn published(folder: &Path, agreed: &str, previous: &[PathBuf]) -> PathBuf {
    Small::drawn(18, 0, 60).write(folder);
    let config = folder.join("regio.toml");
    let text = fs::read_to_string(&config).unwrap();
    fs::write(&config, format!("{text}{agreed}")).unwrap();
    let to = folder.join("release");
    let options = PublishOptions {
        previous: previous.to_vec(),
        ..PublishOptions::default()
    };
    publish(&folder.join("records"), &to, &config, &options, |_| {}).unwrap();
    to
}

/// By which care of five months is too short, as agreed, and too long, for a form each.
fn agreed([short, within, long]: [&str; 3]) -> String {
    format!(
        "[[kader]]\nzorgvorm = \"{short}\"\nvan_maanden = 9\n\
         [[kader]]\nzorgvorm = \"{within}\"\nvan_maanden = 3\n\
         [[kader]]\nzorgvorm = \"{long}\"\ntot_maanden = 3\n"
    )
}

#[test]
fn what_was_counted_against_another_agreement_is_no_contradiction_and_says_so() {
    let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let earlier = published(
        folders[0].path(),
        &agreed(["ambulant", "daghulp", "netwerk"]),
        &[],
    );
    let now = published(
        folders[1].path(),
        &agreed(["netwerk", "ambulant", "daghulp"]),
        std::slice::from_ref(&earlier),
    );
    let options = Options {
        previous: vec![earlier.clone()],
        ..Options::default()
    };
    assert!(release(&now, &options).unwrap().is_passed());
    let found = diff(&earlier, &now).unwrap();
    let of_ranges: Vec<Why> = found
        .changes
        .iter()
        .filter(|change| change.measure.table() == Table::Ranges)
        .map(|change| change.why)
        .collect();
    assert!(of_ranges.len() > 4, "{of_ranges:?}");
    assert!(
        of_ranges.iter().all(|why| *why == Why::Definition),
        "{of_ranges:?}"
    );
    assert_eq!(of_ranges.len(), found.changes.len());
    assert!(
        found
            .definitions
            .iter()
            .any(|told| told.get(Language::Nl).contains("kader"))
    );
}
