//! `regiovisie publish`

use std::fs;
use std::path::Path;

use crate::{Outcome, config, regiovisie};

const KEY: &str = "HERKENBAAR-31415926";

/// Small records in `records`, and a configuration that lets so few be published: these tests are not about protection.
fn prepare(folder: &Path) {
    assert_eq!(regiovisie(folder, &["sample", "records", "--scale", "0.02"]).code, Some(0));
    let text = fs::read_to_string(config()).unwrap();
    assert!(text.contains("drempel = 10") && text.contains("breedte = 5"));
    fs::write(folder.join("regio.toml"), text.replace("drempel = 10", "drempel = 1").replace("breedte = 5", "breedte = 0")).unwrap();
}

fn publish(folder: &Path) -> Outcome {
    regiovisie(folder, &["publish", "records", "release", "--regio", "regio.toml"])
}

fn append(folder: &Path, name: &str, rows: &str) {
    let path = folder.join("records").join(name);
    fs::write(&path, fs::read_to_string(&path).unwrap() + rows).unwrap();
}

#[test]
fn makes_a_release_and_says_what_was_read_and_hidden() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    for part in ["trajecten.csv: ", " rows read, 0 left out", "gebruik: 176540 figures", "afgesloten: 226980 figures", "The release is in release."] {
        assert!(outcome.stdout.contains(part), "{part} is missing: {}", outcome.stdout);
    }
    assert!(folder.path().join("release/datapackage.json").exists());
    assert_eq!(fs::read(folder.path().join("release/regio.toml")).unwrap(), fs::read(folder.path().join("regio.toml")).unwrap());
}

#[test]
fn help_gives_an_example() {
    for arguments in [&["--help"][..], &["publish", "--help"]] {
        let outcome = regiovisie(&std::env::temp_dir(), arguments);
        assert_eq!(outcome.code, Some(0));
        assert!(outcome.stdout.contains("regiovisie publish records release --regio data/regio.toml"), "{}", outcome.stdout);
    }
}

#[test]
fn a_wrong_folder_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(config(), folder.path().join("regio.toml")).unwrap();
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.stderr.contains("records/producten.csv cannot be read"), "{}", outcome.stderr);
    assert!(!folder.path().join("release").exists());
}

#[test]
fn rows_left_out_are_counted_by_rule_and_no_person_key_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    append(folder.path(), "trajecten.csv", &format!("T-1,{KEY},2010-02-31,GM0503,A001,41A02,02,2020-01-01,,\nT-2,{KEY},2010-02-01,GM9999,A001,41A02,02,2020-01-01,,\n"));
    append(folder.path(), "declaraties.csv", &format!("{KEY},2020-01-01,10.00\n"));
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    for part in ["2 left out", "1 broke the rule \"date is valid\"", "1 broke the rule \"municipality is in the region\"", "1 broke the rule \"allocation exists\""] {
        assert!(outcome.stdout.contains(part), "{part} is missing: {}", outcome.stdout);
    }
    assert!(!outcome.said().contains(KEY));
}

#[test]
fn a_line_that_is_not_csv_stops_it_by_file_and_line_without_a_person_key() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    append(folder.path(), "trajecten.csv", &format!("T-1,{KEY}\n"));
    let lines = fs::read_to_string(folder.path().join("records/trajecten.csv")).unwrap().lines().count();
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.stderr.contains(&format!("trajecten.csv, line {lines}: 2 fields where the first line has 10")), "{}", outcome.stderr);
    assert!(!outcome.said().contains(KEY));
}

#[test]
fn too_many_broken_rows_stop_it_without_a_person_key() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    let header = "toewijzing,persoon,geboortedatum,gemeente,aanbieder,product,verwijzer,begin,einde,reden_einde";
    fs::write(folder.path().join("records/trajecten.csv"), format!("{header}\nT-1,{KEY},2010-02-31,GM0503,A001,41A02,02,2020-01-01,,\n")).unwrap();
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.stderr.contains("1 of 1 rows in records/trajecten.csv broke a rule (most often: date is valid)"), "{}", outcome.stderr);
    assert!(!outcome.said().contains(KEY));
}

#[test]
fn a_region_too_small_to_protect_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    fs::copy(config(), folder.path().join("regio.toml")).unwrap();
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.stderr.contains("can be derived from headline totals"), "{}", outcome.stderr);
    assert!(!folder.path().join("release").exists());
}
