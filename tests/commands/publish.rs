//! `regiovisie publish`

use std::fs;
use std::path::Path;

use crate::small::{Small, of_three_years};
use crate::{Outcome, config, regiovisie};

const KEY: &str = "HERKENBAAR-31415926";

/// The records of the whole region and its configuration, of three years: a part of the region is too small to be published.
fn prepare(folder: &Path) {
    prepare_at(folder, "1");
}

fn prepare_at(folder: &Path, scale: &str) {
    assert_eq!(
        regiovisie(folder, &["sample", "records", "--clean", "--scale", scale]).code,
        Some(0)
    );
    let config = fs::read_to_string(config()).unwrap();
    fs::write(folder.join("regio.toml"), of_three_years(&config)).unwrap();
}

fn publish(folder: &Path) -> Outcome {
    publish_into(folder, "release", &[])
}

fn publish_into(folder: &Path, release: &str, more: &[&str]) -> Outcome {
    let arguments = [
        "publish",
        "records",
        release,
        "--regio",
        "regio.toml",
        "--quick",
    ];
    regiovisie(folder, &[&arguments[..], more].concat())
}

fn append(folder: &Path, name: &str, rows: &str) {
    let path = folder.join("records").join(name);
    fs::write(&path, fs::read_to_string(&path).unwrap() + rows).unwrap();
}

#[test]
fn makes_a_release_and_says_what_was_read_and_hidden() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    fs::write(folder.path().join("records/bijlage.csv"), "a\n1\n").unwrap();
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    for part in [
        "not read: bijlage.csv",
        "trajecten: ",
        " rows read, 0 left out",
        "gebruik: 72384 figures",
        "afgesloten: 76830 figures",
        "duur: 3432 figures",
        "The release is in release.",
    ] {
        assert!(
            outcome.stdout.contains(part),
            "{part} is missing: {}",
            outcome.stdout
        );
    }
    for file in ["producten", "trajecten", "declaraties", "bevolking"] {
        assert!(
            outcome.stderr.contains(&format!("reading {file}\n")),
            "{}",
            outcome.stderr
        );
    }
    assert!(folder.path().join("release/datapackage.json").exists());
    assert_eq!(
        fs::read(folder.path().join("release/regio.toml")).unwrap(),
        fs::read(folder.path().join("regio.toml")).unwrap()
    );
}

#[test]
fn help_gives_an_example() {
    for arguments in [&["--help"][..], &["publish", "--help"]] {
        let outcome = regiovisie(&std::env::temp_dir(), arguments);
        assert_eq!(outcome.code, Some(0));
        assert!(
            outcome
                .stdout
                .contains("regiovisie publish records release --regio data/regio.toml"),
            "{}",
            outcome.stdout
        );
        assert_eq!(
            outcome
                .stdout
                .contains("about a minute for every year of ten municipalities"),
            arguments.len() == 2
        );
        // What an example draws must be publishable: the whole region is, a part of it is not.
        assert!(
            !outcome.stdout.contains("sample records --scale"),
            "{}",
            outcome.stdout
        );
    }
}

#[test]
fn a_place_that_cannot_hold_a_release_is_named_before_anything_is_read() {
    let folder = tempfile::tempdir().unwrap();
    Small::even(14).write(folder.path());
    let outcome = publish_into(folder.path(), "/proc/release", &[]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome
            .stderr
            .contains("nothing can be made in /proc, where the release would be prepared: "),
        "{}",
        outcome.stderr
    );
    assert!(!outcome.stderr.contains("reading"), "{}", outcome.stderr);
}

#[test]
fn what_another_region_hides_is_not_hidden_again() {
    let folder = tempfile::tempdir().unwrap();
    Small::even(14).write(folder.path());
    let shipped = config().parent().unwrap().display().to_string();
    let outcome = publish_into(folder.path(), "release", &["--hide-as", &shipped]);
    assert_eq!(outcome.code, Some(1), "{}", outcome.said());
    assert!(
        outcome.stderr.contains(&format!(
            "{shipped} holds no release whose hidden figures can be hidden again: no figure stands both in it and in this release"
        )),
        "{}",
        outcome.stderr
    );
    assert!(!folder.path().join("release").exists());
}

#[test]
fn a_wrong_folder_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(config(), folder.path().join("regio.toml")).unwrap();
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome
            .stderr
            .contains("there is no folder records with records"),
        "{}",
        outcome.stderr
    );
    assert!(!folder.path().join("release").exists());
}

#[test]
fn rows_left_out_are_counted_by_rule_and_no_person_key_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    append(
        folder.path(),
        "trajecten.csv",
        &format!(
            "T-1,{KEY},2010-02-31,GM0503,A001,41A02,02,2020-01-01,,,\nT-2,{KEY},2010-02-01,GM9999,A001,41A02,02,2020-01-01,,,\n"
        ),
    );
    append(
        folder.path(),
        "declaraties.csv",
        &format!("{KEY},2020-01-01,10.00\n"),
    );
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    for part in [
        "2 left out",
        "1 left out: date is valid geboortedatum",
        "1 left out: municipality is in the region gemeente",
        "1 left out: allocation exists toewijzing",
    ] {
        assert!(
            outcome.stdout.contains(part),
            "{part} is missing: {}",
            outcome.stdout
        );
    }
    assert!(!outcome.said().contains(KEY));
}

#[test]
fn a_line_that_cannot_be_read_stops_it_by_file_and_line_without_a_person_key() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    append(
        folder.path(),
        "trajecten.csv",
        &format!("T-1,{KEY}\nT-2,\"{KEY}\n"),
    );
    let lines = fs::read_to_string(folder.path().join("records/trajecten.csv"))
        .unwrap()
        .lines()
        .count();
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.contains(&format!(
            "trajecten.csv, line {lines}: a quote (\") opens here and is not closed"
        )),
        "{}",
        outcome.stderr
    );
    assert!(!outcome.said().contains(KEY));
}

#[test]
fn too_many_broken_rows_stop_it_without_a_person_key() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    let header = "toewijzing,persoon,geboortedatum,gemeente,aanbieder,product,verwijzer,begin,einde,reden_einde";
    fs::write(
        folder.path().join("records/trajecten.csv"),
        format!("{header}\nT-1,{KEY},2010-02-31,GM0503,A001,41A02,02,2020-01-01,,\n"),
    )
    .unwrap();
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.contains(
            "1 of 1 rows in records/trajecten.csv broke a rule (most often: date is valid)"
        ),
        "{}",
        outcome.stderr
    );
    assert!(!outcome.said().contains(KEY));
}

#[test]
fn a_region_too_small_to_protect_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    prepare_at(folder.path(), "0.1");
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome
            .stderr
            .contains("the region is too small for this threshold: "),
        "{}",
        outcome.stderr
    );
    assert!(!folder.path().join("release").exists());
}

#[test]
fn rows_without_a_key_and_impossible_numbers_are_left_out_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    let row = |allocation: &str, person: &str, provider: &str, begin: &str| {
        format!("{allocation},{person},2010-02-01,GM0503,{provider},41A02,02,{begin},,,\n")
    };
    let rows = [
        row("", KEY, "A001", "2020-01-01"),
        row("T-1", "", "A001", "2020-01-01"),
        row("T-2", KEY, " ", "2020-01-01"),
        row("T-3", KEY, "A001", "+262000-01-01"),
        row("T-4", KEY, "A001", "-262000-01-01"),
    ];
    append(folder.path(), "trajecten.csv", &rows.concat());
    let trajectories = fs::read_to_string(folder.path().join("records/trajecten.csv")).unwrap();
    let known = trajectories
        .lines()
        .nth(1)
        .unwrap()
        .split(',')
        .next()
        .unwrap();
    append(
        folder.path(),
        "declaraties.csv",
        &format!("{known},2020-01-01,92233720368547758.07\n").repeat(2),
    );
    append(
        folder.path(),
        "bevolking.csv",
        "2020,GM0503,3,9223372036854775807\n2020,GM0503,3,-1\n",
    );
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    for part in [
        "1 left out: key is given toewijzing",
        "1 left out: key is given aanbieder",
        "1 left out: person is given persoon",
        "2 left out: date is valid begin",
        "2 left out: number is valid bedrag",
        "2 left out: number is valid inwoners",
    ] {
        assert!(
            outcome.stdout.contains(part),
            "{part} is missing: {}",
            outcome.stdout
        );
    }
    assert!(!outcome.said().contains(KEY));
}

#[test]
fn amounts_whose_squares_cannot_be_added_up_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    let trajectories = fs::read_to_string(folder.path().join("records/trajecten.csv")).unwrap();
    let running = trajectories
        .lines()
        .skip(1)
        .find(|row| row.contains(",2024-") && row.ends_with(",,"))
        .unwrap();
    let trajectory = running.split(',').next().unwrap();
    // Each of another amount: equal declarations count once.
    let declarations: Vec<String> = (0..100)
        .map(|cents| format!("{trajectory},2024-10-01,999999.{cents:02}"))
        .collect();
    let text = declarations.join("\n") + "\n";
    append(folder.path(), "declaraties.csv", &text);
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome
            .stderr
            .contains("the declared amounts of 2024 are too large"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_file_without_rows_is_named() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    for name in [
        "producten.csv",
        "trajecten.csv",
        "declaraties.csv",
        "bevolking.csv",
    ] {
        let path = folder.path().join("records").join(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.split_inclusive('\n').next().unwrap()).unwrap();
        let outcome = publish(folder.path());
        fs::write(&path, text).unwrap();
        assert_eq!(outcome.code, Some(1));
        assert!(
            outcome
                .stderr
                .contains(&format!("records/{name} has no rows")),
            "{}",
            outcome.stderr
        );
    }
}

#[test]
fn another_separator_is_named() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    let path = folder.path().join("records/producten.csv");
    let text = fs::read_to_string(&path).unwrap();
    for (separator, name) in [("|", "vertical bar (|)"), ("\t", "tab")] {
        fs::write(&path, text.replace(',', separator)).unwrap();
        let outcome = publish(folder.path());
        assert_eq!(outcome.code, Some(1));
        assert!(
            outcome.stderr.contains(&format!(
                "records/producten.csv separates its columns by a {name}"
            )),
            "{}",
            outcome.stderr
        );
    }
}

#[test]
fn a_folder_with_anything_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    fs::create_dir(folder.path().join("release")).unwrap();
    let mine = folder.path().join("release/mine.txt");
    fs::write(&mine, "mine").unwrap();
    let refused = |release: &str, why: &str| {
        let outcome = publish_into(folder.path(), release, &[]);
        assert_eq!(outcome.code, Some(1), "{release}");
        assert!(
            outcome
                .stderr
                .contains(&format!("{release} cannot hold the release: {why}")),
            "{}",
            outcome.stderr
        );
        assert!(
            fs::read(&mine).unwrap() == b"mine"
                && folder.path().join("records/trajecten.csv").exists()
        );
    };
    refused("release", "it holds something else than an earlier release");
    refused("records", "it is the folder with the records");
    refused("records/release", "it lies in the folder with the records");
    refused(".", "the folder with the records lies in it");
    fs::remove_file(&mine).unwrap();
    // Empty, and then with an earlier release, to which a link leads.
    assert_eq!(publish(folder.path()).code, Some(0));
    let link = folder.path().join("link");
    std::os::unix::fs::symlink("release", &link).unwrap();
    let outcome = publish_into(folder.path(), "link", &[]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.said());
    assert!(link.is_symlink() && link.join("datapackage.json").exists());
    // With the notes of whoever looks after it, it is no longer just a release.
    fs::write(&mine, "mine").unwrap();
    fs::create_dir(folder.path().join("release/letters")).unwrap();
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome
            .stderr
            .contains("besides an earlier release it holds letters, mine.txt, which would be lost"),
        "{}",
        outcome.stderr
    );
    assert!(mine.exists() && folder.path().join("release/letters").exists());
}

/// Three towns with 14 youths in each of 27 combinations of a minor's age, form and referrer, and 1,000 inhabitants of every age: 378 youths,
/// rounded to five 380, of 18,000.
#[test]
fn another_region_publishes_with_another_configuration_and_its_own_records() {
    let folder = tempfile::tempdir().unwrap();
    Small::even(14).write(folder.path());
    let outcome = publish(folder.path());
    assert_eq!(outcome.code, Some(0), "{}", outcome.said());
    let ask = |area: &str| {
        let question = [
            "indicator",
            "gebruik",
            "--release",
            "release",
            "--area",
            area,
        ];
        regiovisie(
            folder.path(),
            &[&question[..], &["--format", "csv"]].concat(),
        )
    };
    let of_town = ask("aldorp");
    assert_eq!(of_town.code, Some(0), "{}", of_town.said());
    let mut rows = of_town.stdout.lines();
    let row = rows.find(|line| line.starts_with("2022;Aldorp;"));
    // At the end what is shown, and of how many.
    let shown = row.is_some_and(|row| row.ends_with(";380;18000"));
    assert!(shown, "{}", of_town.said());
    // Nothing is left of the region that ships.
    let of_shipped = ask("delft");
    assert_eq!(of_shipped.code, Some(1), "{}", of_shipped.said());
    assert!(
        of_shipped.stderr.contains("bestad"),
        "{}",
        of_shipped.stderr
    );
    let descriptor = fs::read_to_string(folder.path().join("release/datapackage.json")).unwrap();
    assert!(descriptor.contains("Drieland") && !descriptor.contains("Haaglanden"));
    // It is in no catalogue, so there is no record for one.
    assert!(!folder.path().join("release/dcat.jsonld").exists());
}
