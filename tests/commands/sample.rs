//! `regiovisie sample`

use std::fs;

use crate::regiovisie;

#[test]
fn writes_four_files_and_says_how_many_rows() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = regiovisie(folder.path(), &["sample", "records", "--scale", "0.02"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    for name in [
        "trajecten.csv",
        "declaraties.csv",
        "producten.csv",
        "bevolking.csv",
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
