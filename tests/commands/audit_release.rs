//! `regiovisie audit FOLDER`

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::small::{Figure, Planted, Small, figure};
use crate::{Outcome, config, regiovisie};

/// Hidden, as one side broke off the care of only four.
const FOUR: Figure = figure("eenzijdig", "GM0001").form("daghulp").age("18-22");

/// All ages and minors are shown, each as 65.
fn leaking() -> Planted {
    [FOUR.age("totaal"), FOUR.age("0-17")].iter().fold(
        Planted::published(&Small::with_a_four())
            .only_totals("eenzijdig")
            .only_totals("voortijdig"),
        |planted, figure| planted.show(figure, 65),
    )
}

fn audit(planted: &Planted, more: &[&str]) -> Outcome {
    let arguments = [&["audit", "release"], more].concat();
    regiovisie(planted.folder().parent().unwrap(), &arguments)
}

#[track_caller]
fn says(outcome: &Outcome, code: i32, parts: &[&str]) {
    assert_eq!(outcome.code, Some(code), "{}", outcome.said());
    for part in parts {
        assert!(
            outcome.said().contains(part),
            "no {part:?} in: {}",
            outcome.said()
        );
    }
}

#[test]
fn a_release_that_is_safe_ends_with_zero() {
    says(
        &audit(&Planted::published(&Small::with_a_four()), &[]),
        0,
        &["19150 figures: ", " relations, ", "The audit is passed"],
    );
}

#[test]
fn a_leak_ends_with_three_and_names_figure_range_and_repair() {
    says(
        &audit(&leaking(), &[]),
        3,
        &[
            "DISCLOSED eenzijdig 2022, Aldorp, daghulp, 18-22: between 0 and 4, 5 wide is required; \
             hide eenzijdig 2022, Aldorp, daghulp, 0-17 as well",
            "The audit is NOT passed.",
        ],
    );
}

#[test]
fn a_broken_rule_ends_with_three_and_is_told_in_the_language_of_the_command() {
    let total = figure("jeugdigen", "GM0001");
    let outcome = audit(
        &Planted::published(&Small::with_a_four()).show(&total, 504),
        &[],
    );
    says(
        &outcome,
        3,
        &[
            "BROKEN 1 times: Every count is rounded to a multiple of 5. Such as jeugdigen 2022, Aldorp.",
        ],
    );
    assert!(!outcome.said().contains("veelvoud"));
}

#[test]
fn an_earlier_release_counts() {
    let folder = tempfile::tempdir().unwrap();
    for (name, youths) in [("old", 9), ("new", 10)] {
        let small = Small::even(14)
            .with(["GM0001", "18-22", "daghulp", "gemeente"], youths, 0)
            .with(["GM0001", "18-22", "daghulp", "huisarts"], 0, 0)
            .with(["GM0001", "18-22", "daghulp", "gi"], 0, 0);
        let place = folder.path().join(name);
        fs::create_dir(&place).unwrap();
        small.publish(&place, |_| {}).unwrap();
    }
    let run = |more: &[&str]| {
        let arguments = [&["audit", "new/release"], more].concat();
        regiovisie(folder.path(), &arguments)
    };
    says(&run(&[]), 0, &[]);
    says(&run(&["--previous", "new/release"]), 0, &[]);
    let outcome = run(&[
        "--previous",
        "new/release",
        "old/release",
        "--report",
        "report",
    ]);
    says(&outcome, 3, &["DISCLOSED jeugdigen 2022, "]);
    let report = fs::read(folder.path().join("report/controle.json")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&report).unwrap();
    let exposed = json["te_ver_te_herleiden"].as_array().unwrap();
    let of_nine = exposed
        .iter()
        .find(|found| found["cijfer"] == "jeugdigen 2022, Aldorp, daghulp, 18-22 (2025-1)")
        .unwrap();
    assert_eq!(
        (&of_nine["laagst"], &of_nine["hoogst"]),
        (&9.0.into(), &9.0.into())
    );
}

#[test]
fn wrong_input_ends_with_one_and_says_why() {
    let planted = Planted::published(&Small::with_a_four());
    let folder = planted.folder();
    let nowhere = regiovisie(folder.parent().unwrap(), &["audit", "nowhere"]);
    says(
        &nowhere,
        1,
        &[
            "the release in nowhere cannot be audited",
            "datapackage.json",
        ],
    );
    let shipped = config().parent().unwrap().to_owned();
    let shipped = shipped.to_str().unwrap();
    says(
        &audit(&planted, &["--previous", shipped]),
        1,
        &[
            "no figure stands both in this release and in the earlier one",
            shipped,
        ],
    );
    fs::write(folder.with_file_name("notes.txt"), "mine\n").unwrap();
    says(
        &audit(&planted, &["--resume", "notes.txt"]),
        1,
        &[
            "notes.txt, line 1: this was not written by an audit",
            "--resume",
        ],
    );
    assert_eq!(
        fs::read(folder.with_file_name("notes.txt")).unwrap(),
        b"mine\n"
    );
    // What an audit finds is not for the readers of the release.
    for more in [["--report", "release/report"], ["--resume", "release/kept"]] {
        let files = names(&folder);
        says(
            &audit(&planted, &more),
            1,
            &[
                more[1],
                "lies in the release in release and would be published with it",
            ],
        );
        assert_eq!(names(&folder), files);
    }
    let other = Planted::published(&Small::even(20));
    let other = other.folder();
    says(
        &audit(&planted, &["--previous", other.to_str().unwrap()]),
        1,
        &["the published figures contradict each other", "2022, "],
    );
    fs::write(folder.join("gebruik-leeftijd.parquet"), "changed").unwrap();
    let changed = audit(&planted, &["--report", "report"]);
    says(
        &changed,
        1,
        &["gebruik-leeftijd.parquet", "length or hash differs"],
    );
    assert!(!folder.with_file_name("report").exists());
    for outcome in [nowhere, changed] {
        assert_eq!(outcome.stdout, "");
    }
}

#[test]
fn a_year_that_the_release_lacks_is_refused_with_those_it_has() {
    let shipped = config().parent().unwrap().to_owned();
    let shipped = shipped.to_str().unwrap();
    for more in [&[][..], &["--quick"]] {
        let arguments = [&["audit", shipped, "--year", "1999"], more].concat();
        let outcome = regiovisie(Path::new("."), &arguments);
        says(
            &outcome,
            1,
            &[
                "has no figures of 1999, so nothing was attacked. It has 2015, 2016, ",
                "2024: give one of those with --year",
            ],
        );
        assert_eq!(outcome.stdout, "");
    }
}

#[test]
fn the_report_tells_a_program_and_a_reader_the_same() {
    let planted = leaking().show(&figure("jeugdigen", "GM0001"), 504);
    let outcome = audit(&planted, &["--report", "report"]);
    says(&outcome, 3, &["The report is in report."]);
    let folder = planted.folder().with_file_name("report");
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("controle.json")).unwrap()).unwrap();
    assert_eq!(json["release"], "2025-1");
    assert_eq!(json["geslaagd"], false);
    assert_eq!(json["samenvatting"]["cijfers"], 19150);
    let exposed = serde_json::json!([{
        "cijfer": "eenzijdig 2022, Aldorp, daghulp, 18-22",
        "laagst": 0.0,
        "hoogst": 4.0,
        "nodig": 5.0,
        "te_herstellen_door_ook_te_verbergen": "eenzijdig 2022, Aldorp, daghulp, 0-17",
    }]);
    assert_eq!(json["te_ver_te_herleiden"], exposed);
    let rules = json["regels"].as_array().unwrap();
    let broken: Vec<_> = rules.iter().filter(|rule| rule["fout"] != 0).collect();
    assert_eq!(broken.len(), 1);
    assert_eq!(
        broken[0]["regel"],
        "Elk aantal is afgerond op een veelvoud van 5."
    );
    assert_eq!(
        broken[0]["waaronder"],
        serde_json::json!(["jeugdigen 2022, Aldorp"])
    );
    assert_eq!(json["bestanden"].as_array().unwrap().len(), 43);

    let html = fs::read_to_string(folder.join("controle.html")).unwrap();
    for part in [
        "<html lang=\"nl\">",
        "Controle van release 2025-1: niet geslaagd",
        "<tr><td>eenzijdig 2022, Aldorp, daghulp, 18-22<td class=n>0<td class=n>4<td class=n>5<td>eenzijdig 2022, Aldorp, daghulp, 0-17</tr>",
        "<td>jeugdigen 2022, Aldorp</tr>",
    ] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    for file in json["bestanden"].as_array().unwrap() {
        assert!(html.contains(file["hash"].as_str().unwrap()));
    }
    assert!(
        !html.contains("<script") && !html.contains("http"),
        "{html}"
    );
}

#[test]
fn a_report_that_cannot_be_written_whole_leaves_the_earlier_one() {
    let planted = Planted::published(&Small::with_a_four());
    let folder = planted.folder().with_file_name("report");
    // A folder stands where the page would come.
    fs::create_dir_all(folder.join("controle.html")).unwrap();
    fs::write(folder.join("controle.json"), "earlier").unwrap();
    says(
        &audit(&planted, &["--report", "report"]),
        1,
        &["controle.html"],
    );
    assert_eq!(fs::read(folder.join("controle.json")).unwrap(), b"earlier");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    fs::remove_dir(folder.join("controle.html")).unwrap();
    says(&audit(&planted, &["--report", "report"]), 0, &[]);
    assert!(
        fs::read_to_string(folder.join("controle.html"))
            .unwrap()
            .contains(": geslaagd")
    );
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn help_tells_how_it_ends() {
    let outcome = regiovisie(Path::new("."), &["audit", "--help"]);
    says(
        &outcome,
        0,
        &[
            "Of a release it ends with 0 when the audit is passed, with 3 when it is not, and with 1",
            "controle.html and controle.json",
            "regiovisie audit release --previous",
        ],
    );
}

#[test]
fn a_release_that_discloses_is_not_published_and_the_command_says_what() {
    let folder = tempfile::tempdir().unwrap();
    Small::with_a_four().write(folder.path());
    // An older release, which readers may have kept, shows what is hidden now.
    let older = Planted::published(&Small::with_a_four()).show(&FOUR, 4);
    let older = older.folder().display().to_string();
    let outcome = regiovisie(
        folder.path(),
        &[
            "publish",
            "records",
            "release",
            "--regio",
            "regio.toml",
            "--previous",
            &older,
        ],
    );
    says(
        &outcome,
        1,
        &[
            "the audit is not passed, and nothing was published",
            "DISCLOSED eenzijdig 2022, Aldorp, daghulp, 18-22: between 4 and 4",
        ],
    );
    assert_eq!(names(folder.path()), ["records", "regio.toml"]);
}

fn publish(folder: &Path) -> Outcome {
    regiovisie(
        folder,
        &["publish", "records", "release", "--regio", "regio.toml"],
    )
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn bytes(folder: &Path) -> Vec<Vec<u8>> {
    names(folder)
        .iter()
        .map(|name| fs::read(folder.join(name)).unwrap())
        .collect()
}

#[test]
fn killed_at_any_step_it_leaves_a_whole_release() {
    let folder = tempfile::tempdir().unwrap();
    let release = folder.path().join("release");
    Small::with_a_four().write(folder.path());
    says(&publish(folder.path()), 0, &[]);
    let new = bytes(&release);
    Small::even(20).write(folder.path());
    says(&publish(folder.path()), 0, &[]);
    let old = bytes(&release);
    assert_ne!(old, new);
    Small::with_a_four().write(folder.path());
    for step in ["protecting", "writing", "attacking"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_regiovisie"))
            .args(["publish", "records", "release", "--regio", "regio.toml"])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains(step)), "{step}");
        // However far it is by now, what stands there is whole.
        child.kill().unwrap();
        child.wait().unwrap();
        if release.exists() {
            let stands = bytes(&release);
            assert!(stands == old || stands == new, "after {step}");
        } else {
            assert_eq!(
                bytes(&folder.path().join(".release.old")),
                old,
                "after {step}"
            );
        }
    }
    says(&publish(folder.path()), 0, &[]);
    assert_eq!(bytes(&release), new);
    assert_eq!(names(folder.path()), ["records", "regio.toml", "release"]);
}
