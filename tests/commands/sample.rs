//! `regiovisie sample`

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use regiovisie::publish::input::Rule;

use crate::{config, regiovisie};

#[test]
fn writes_every_file_and_says_how_many_rows() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = regiovisie(folder.path(), &["sample", "records", "--scale", "0.02"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    for name in [
        "trajecten.csv",
        "declaraties.csv",
        "producten.csv",
        "bevolking.csv",
        "wachtlijst.csv",
        "maatregelen.csv",
        "lokale_teams.csv",
        "uitkomsten.csv",
        "pgb.csv",
    ] {
        let rows = fs::read_to_string(folder.path().join("records").join(name))
            .unwrap()
            .lines()
            .count()
            - 1;
        assert!(
            rows > 0 && outcome.stdout.contains(&format!("{name}: {rows} rows")),
            "{name} has {rows} rows: {}",
            outcome.stdout
        );
    }
}

/// That no figure becomes another by them is proved where the release in `data` is published anew, with them.
#[test]
fn every_rule_is_broken_and_the_records_can_be_published_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    for (more, left_out) in [(&[] as &[&str], 1), (&["--clean", "--overwrite"], 0)] {
        let arguments = ["sample", "records", "--scale", "0.05"];
        assert_eq!(
            regiovisie(folder.path(), &[&arguments[..], more].concat()).code,
            Some(0)
        );
        let regio = config();
        let outcome = regiovisie(
            folder.path(),
            &[
                "check",
                "records",
                "--regio",
                regio.to_str().unwrap(),
                "--json",
                "found.json",
            ],
        );
        assert_eq!(outcome.code, Some(left_out), "{}", outcome.stdout);
        let found = fs::read(folder.path().join("found.json")).unwrap();
        let found: serde_json::Value = serde_json::from_slice(&found).unwrap();
        let broken: BTreeSet<&str> = found["bestanden"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|file| file["problemen"].as_array().unwrap())
            .map(|problem| problem["regel"].as_str().unwrap())
            .collect();
        let expected: BTreeSet<&str> = match left_out {
            // What is no mistake, but worth knowing.
            0 => BTreeSet::from([
                "traject-overlapt",
                "administratieve-stop",
                "toewijzing-na-begin",
            ]),
            _ => Rule::ALL.iter().map(|rule| rule.code()).collect(),
        };
        assert_eq!(broken, expected);
    }
}

#[test]
fn another_seed_gives_other_records_and_the_same_seed_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let draw = |name: &str, seed: &str| {
        assert_eq!(
            regiovisie(
                folder.path(),
                &["sample", name, "--scale", "0.02", "--seed", seed]
            )
            .code,
            Some(0)
        );
        fs::read(folder.path().join(name).join("trajecten.csv")).unwrap()
    };
    let first = draw("a", "1");
    assert!(first == draw("b", "1"));
    assert!(first != draw("c", "2"));
}

#[test]
fn help_gives_an_example() {
    let outcome = regiovisie(&std::env::temp_dir(), &["sample", "--help"]);
    assert_eq!(outcome.code, Some(0));
    assert!(
        outcome.stdout.contains("Example") && outcome.stdout.contains("regiovisie sample records"),
        "{}",
        outcome.stdout
    );
    assert!(
        !outcome.stdout.contains("sample records --scale"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn a_scale_at_which_nobody_has_care_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = regiovisie(
        folder.path(),
        &["sample", "records", "--scale", "0.00000001"],
    );
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.contains("gives no trajectories"),
        "{}",
        outcome.stderr
    );
    assert!(!folder.path().join("records").exists());
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("taken"), "a file").unwrap();
    let outcome = regiovisie(folder.path(), &["sample", "taken", "--scale", "0.02"]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.contains("folder taken cannot be made"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_scale_that_makes_no_sense_is_refused_with_the_limits() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = regiovisie(folder.path(), &["sample", "records", "--scale", "0"]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.stderr.contains("above 0"), "{}", outcome.stderr);
}

#[test]
fn records_that_are_there_are_replaced_only_when_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let draw = |seed: &str, more: &[&str]| {
        let arguments = ["sample", "records", "--scale", "0.02", "--seed", seed];
        regiovisie(folder.path(), &[&arguments[..], more].concat())
    };
    let records = folder.path().join("records");
    let read = || fs::read(records.join("trajecten.csv")).unwrap();
    assert_eq!(draw("1", &[]).code, Some(0));
    let first = read();
    let outcome = draw("2", &[]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.contains("folder records is not empty")
            && outcome.stderr.contains("--overwrite"),
        "{}",
        outcome.stderr
    );
    assert!(read() == first);
    assert_eq!(draw("2", &["--overwrite"]).code, Some(0));
    assert!(read() != first);
    assert_eq!(fs::read_dir(&records).unwrap().count(), 17);
    // Parts with mistakes do not stay behind beside records without.
    assert_eq!(draw("2", &["--overwrite", "--clean"]).code, Some(0));
    assert_eq!(fs::read_dir(&records).unwrap().count(), 9);
    // Records never go among the files of a release, whatever is asked for.
    for release in [folder.path(), &records] {
        let descriptor = release.join("datapackage.json");
        fs::write(&descriptor, "{\"regiovisie\": {}}").unwrap();
        let outcome = draw("1", &["--overwrite"]);
        fs::remove_file(&descriptor).unwrap();
        assert_eq!(outcome.code, Some(1));
        assert!(
            outcome
                .stderr
                .contains("folder records holds a release or lies in one"),
            "{}",
            outcome.stderr
        );
    }
}

#[test]
fn a_disk_that_is_full_leaves_no_half_file() {
    let folder = tempfile::tempdir().unwrap();
    // No file may be over 8 blocks, and writing beyond that fails as on a full disk instead of ending the program.
    let script = format!(
        "trap '' XFSZ; ulimit -f 8; exec {} sample records --scale 0.02",
        env!("CARGO_BIN_EXE_regiovisie")
    );
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        stderr.contains("trajecten.csv cannot be written"),
        "{stderr}"
    );
    assert!(!folder.path().join("records").exists());
}
