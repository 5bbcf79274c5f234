//! Answers that cannot be printed, by any command: a sentence and the exit code of a failure, and never a panic. A reader who has seen
//! enough is no failure.

use std::fs;
use std::fs::OpenOptions;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::small::Small;
use crate::{Outcome, config, outcome_of};

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_regiovisie"));
    command.args(arguments).current_dir(folder);
    command
}

/// To a disk that is full.
fn to_a_full_disk(folder: &Path, arguments: &[&str]) -> Outcome {
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    outcome_of(command(folder, arguments).stdout(full).output().unwrap())
}

/// To a pipe that nobody reads.
fn to_a_closed_pipe(folder: &Path, arguments: &[&str]) -> Outcome {
    let mut child = command(folder, arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    outcome_of(child.wait_with_output().unwrap())
}

#[track_caller]
fn cannot_be_printed(folder: &Path, arguments: &[&str], code: i32) {
    let full = to_a_full_disk(folder, arguments);
    assert_eq!(full.code, Some(code), "{arguments:?}: {}", full.stderr);
    assert!(
        full.stderr.contains("the answer cannot be printed: ") && !full.stderr.contains("panicked"),
        "{arguments:?}: {}",
        full.stderr
    );
}

/// `code` is that of the command as it ends otherwise.
#[track_caller]
fn may_be_cut_short(folder: &Path, arguments: &[&str], code: i32) {
    let cut = to_a_closed_pipe(folder, arguments);
    assert_eq!(cut.code, Some(code), "{arguments:?}: {}", cut.stderr);
    assert!(
        !cut.stderr.contains("regiovisie: ") && !cut.stderr.contains("panicked"),
        "{arguments:?}: {}",
        cut.stderr
    );
}

#[test]
fn every_command_says_that_its_answer_cannot_be_printed() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    Small::with_a_four().write(folder);
    fs::write(folder.join("shares.csv"), "area,events,n\nA,81,263\n").unwrap();
    fs::write(
        folder.join("table.csv"),
        "gemeente,waarde,status\nDelft,,geheim\ntotaal,5,open\n",
    )
    .unwrap();
    let publish: &[&str] = &[
        "publish",
        "records",
        "release",
        "--regio",
        "regio.toml",
        "--quick",
    ];
    // The release is there all the same, and the sentence says so.
    let outcome = to_a_full_disk(folder, publish);
    assert_eq!(outcome.code, Some(1), "{}", outcome.stderr);
    assert!(
        outcome
            .stderr
            .contains("The release is in release. Only the answer cannot be printed: "),
        "{}",
        outcome.stderr
    );
    assert!(folder.join("release/datapackage.json").exists());

    let sample = ["sample", "drawn", "--scale", "0.02", "--overwrite"];
    let check = ["check", "records", "--regio", "regio.toml"];
    let specification = ["check", "--specification"];
    let diff = ["diff", "release", "release"];
    let audit = ["audit", "release", "--quick"];
    let table = ["audit", "--table", "table.csv"];
    let listed = ["indicator"];
    let indicator = ["indicator", "gebruik", "--release", "release"];
    let statistic = ["statistic", "wilson", "--input", "shares.csv"];
    let cases: [(&[&str], i32, i32); 9] = [
        (&sample, 1, 0),
        (&check, 2, 0),
        (&specification, 2, 0),
        (&diff, 2, 0),
        (&audit, 1, 0),
        (&table, 1, 3),
        (&listed, 1, 0),
        (&indicator, 1, 0),
        (&statistic, 1, 0),
    ];
    for (arguments, failure, otherwise) in cases {
        cannot_be_printed(folder, arguments, failure);
        may_be_cut_short(folder, arguments, otherwise);
    }
}

#[test]
fn what_is_said_besides_may_fall_away() {
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let outcome = command(config().parent().unwrap(), &["indicator", "nothing"])
        .stderr(full)
        .output()
        .unwrap();
    assert_eq!(outcome.status.code(), Some(1));
}
