//! Publishing that fails, or that was killed, leaves the earlier release as it was.

use std::fs;
use std::path::{Path, PathBuf};

use regiovisie::publish::PublishError;

use crate::small::of_three_years;
use crate::support::{assert_same, config, published, shipped};

struct Place {
    _folder: tempfile::TempDir,
    records: PathBuf,
    release: PathBuf,
}

/// A folder with an earlier release (the one that ships) and without records.
fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let (records, release) = (folder.path().join("records"), folder.path().join("release"));
    fs::create_dir(&records).unwrap();
    copy(&shipped(), &release);
    Place {
        _folder: folder,
        records,
        release,
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[test]
fn a_missing_file_of_records_leaves_the_earlier_release() {
    let place = place();
    let error = published(&place.records, &place.release, &config()).unwrap_err();
    assert!(error.to_string().contains("producten.csv"), "{error}");
    assert_same(&place.release, &shipped());
}

#[test]
fn a_wrong_date_in_the_configuration_leaves_the_earlier_release() {
    let place = place();
    let wrong = place.records.join("regio.toml");
    let text = fs::read_to_string(config()).unwrap();
    assert!(text.contains("2025-04-01"));
    fs::write(&wrong, text.replace("2025-04-01", "2025-13-01")).unwrap();
    let error = published(&place.records, &place.release, &wrong).unwrap_err();
    assert!(
        matches!(&error, PublishError::Config { detail, .. } if detail.contains("2025-13-01")),
        "{error}"
    );
    assert_same(&place.release, &shipped());
}

#[test]
fn a_release_that_cannot_be_written_leaves_the_earlier_one() {
    let place = place();
    crate::support::sample(&place.records, 1.0);
    let three_years = place.records.join("drie_jaar.toml");
    let config = fs::read_to_string(config()).unwrap();
    fs::write(&three_years, of_three_years(&config)).unwrap();
    // A file stands where the new release would be prepared.
    let aside = place.release.with_file_name(".release.new");
    fs::write(&aside, "in the way").unwrap();
    let error = published(&place.records, &place.release, &three_years).unwrap_err();
    assert!(
        matches!(&error, PublishError::File { path, .. } if *path == aside),
        "{error}"
    );
    assert_same(&place.release, &shipped());
    fs::remove_file(&aside).unwrap();
    published(&place.records, &place.release, &three_years).unwrap();
    let left: Vec<_> = fs::read_dir(place.release.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(
        left.len(),
        2,
        "nothing but the records and the release may be left: {left:?}"
    );
}

#[test]
fn killed_between_the_two_renames_the_earlier_release_comes_back() {
    let place = place();
    fs::rename(&place.release, place.release.with_file_name(".release.old")).unwrap();
    // The next call fails, even for want of records, and yet the release is back; its own configuration is found in it.
    let error = published(
        &place.records,
        &place.release,
        &place.release.join("regio.toml"),
    )
    .unwrap_err();
    assert!(error.to_string().contains("producten.csv"), "{error}");
    assert_same(&place.release, &shipped());
}

#[test]
fn killed_after_the_second_rename_the_new_release_stays() {
    let place = place();
    let old = place.release.with_file_name(".release.old");
    fs::create_dir(&old).unwrap();
    fs::write(old.join("datapackage.json"), "{}").unwrap();
    published(&place.records, &place.release, &config()).unwrap_err();
    assert_same(&place.release, &shipped());
    assert!(!old.exists());
}
