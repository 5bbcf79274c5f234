//! `regiovisie diff`

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::regiovisie;
use crate::small::Small;

/// Publishes a small region into `name` in a folder.
fn release(folder: &Path, name: &str, small: &Small) {
    let place = folder.join(format!("{name}-input"));
    small.write(&place);
    publish(folder, name);
}

fn publish(folder: &Path, name: &str) {
    let records = format!("{name}-input/records");
    let regio = format!("{name}-input/regio.toml");
    let outcome = regiovisie(
        folder,
        &["publish", &records, name, "--regio", &regio, "--quick"],
    );
    assert_eq!(outcome.code, Some(0), "{}", outcome.said());
}

fn changes(folder: &Path) -> Value {
    serde_json::from_slice(&fs::read(folder.join("diff.json")).unwrap()).unwrap()
}

fn of_measure(report: &Value, code: &str) -> Value {
    report["maten"]
        .as_array()
        .unwrap()
        .iter()
        .find(|measure| measure["maat"] == code)
        .unwrap()
        .clone()
}

#[test]
fn nothing_changed_between_a_release_and_itself() {
    let folder = tempfile::tempdir().unwrap();
    release(folder.path(), "one", &Small::even(14));
    let outcome = regiovisie(folder.path(), &["diff", "one", "one", "--language", "en"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.said());
    assert!(
        outcome.stdout.contains("0 figures changed"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn what_changed_is_told_by_how_much_and_why_the_largest_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut before = Small::even(14);
    before.status = "voorlopig";
    let mut after = Small::even(14).with(["GM0001", "4-11", "ambulant", "huisarts"], 54, 7);
    after.release = "2025-2";
    release(folder.path(), "old", &before);
    release(folder.path(), "new", &after);
    let outcome = regiovisie(
        folder.path(),
        &[
            "diff",
            "old",
            "new",
            "--json",
            "diff.json",
            "--html",
            "diff.html",
        ],
    );
    assert_eq!(outcome.code, Some(1), "{}", outcome.said());
    assert!(
        outcome.stdout.contains("Van 2025-1 naar 2025-2"),
        "{}",
        outcome.stdout
    );
    let report = changes(folder.path());
    assert!(of_measure(&report, "jeugdigen")["andere_waarde"].as_u64() > Some(5));
    assert_eq!(of_measure(&report, "inwoners")["andere_waarde"], 0);
    let all = report["veranderingen"].as_array().unwrap();
    // Forty youths more: 1510 to 1550 in the whole region.
    let whole = all
        .iter()
        .find(|change| {
            change["maat"] == "jeugdigen"
                && change["gebied"] == "R"
                && ["zorgvorm", "leeftijd", "verwijzer"]
                    .iter()
                    .all(|dimension| change[*dimension] == "totaal")
        })
        .unwrap();
    assert_eq!(
        (&whole["was"], &whole["is"]),
        (&1510.0.into(), &1550.0.into())
    );
    assert_eq!(whole["waarom"], "herziening van een voorlopig jaar");
    let shares: Vec<_> = all
        .iter()
        .map(|change| change["deel_van_regio"].as_f64().unwrap())
        .collect();
    assert!(shares.windows(2).all(|pair| pair[0] >= pair[1]));
    let page = fs::read_to_string(folder.path().join("diff.html")).unwrap();
    assert!(page.contains("1510 -&gt; 1550 (+40)"));
    assert!(!page.contains("<script") && !page.contains("http"));
}

#[test]
fn figures_that_are_hidden_now_are_counted_as_such() {
    let folder = tempfile::tempdir().unwrap();
    release(folder.path(), "old", &Small::even(14));
    release(folder.path(), "new", &Small::with_a_four());
    let outcome = regiovisie(
        folder.path(),
        &["diff", "old", "new", "--json", "diff.json"],
    );
    assert_eq!(outcome.code, Some(1), "{}", outcome.said());
    assert!(of_measure(&changes(folder.path()), "eenzijdig")["nu_verborgen"].as_u64() > Some(0));
    let outcome = regiovisie(
        folder.path(),
        &["diff", "new", "old", "--json", "diff.json"],
    );
    assert_eq!(outcome.code, Some(1));
    assert!(of_measure(&changes(folder.path()), "eenzijdig")["nu_zichtbaar"].as_u64() > Some(0));
}

#[test]
fn a_table_that_came_or_went_is_told_with_how_many_figures() {
    let folder = tempfile::tempdir().unwrap();
    release(folder.path(), "old", &Small::even(20));
    let mut new = Small::even(20);
    new.release = "2025-2";
    new.write(&folder.path().join("new-input"));
    let records = folder.path().join("new-input/records");
    let trajectories = fs::read_to_string(records.join("trajecten.csv")).unwrap();
    let ids = trajectories.lines().skip(1).zip(0..);
    let answers = ids.map(|(row, place)| {
        let (id, _) = row.split_once(',').unwrap();
        format!("{id},tevreden,{}\n", ["ja", "nee"][place % 2])
    });
    let answers: String = answers.collect();
    let text = format!("toewijzing,vraag,antwoord\n{answers}");
    fs::write(records.join("uitkomsten.csv"), text).unwrap();
    publish(folder.path(), "new");
    for (from, to, key, words) in [
        ("old", "new", "erbij", "0 verdwenen en"),
        ("new", "old", "verdwenen", "0 kwamen erbij"),
    ] {
        let outcome = regiovisie(folder.path(), &["diff", from, to, "--json", "diff.json"]);
        assert_eq!(outcome.code, Some(1), "{}", outcome.said());
        assert!(outcome.stdout.contains("0 cijfers veranderden"));
        assert!(outcome.stdout.contains(words), "{}", outcome.stdout);
        assert!(
            outcome.stdout.contains("staat alleen in 2025-2"),
            "{}",
            outcome.stdout
        );
        let report = changes(folder.path());
        // Four questions in three towns, a sub-region and the region.
        assert_eq!(of_measure(&report, "positief")[key], 20);
        assert_eq!(of_measure(&report, "jeugdigen")[key], 0);
        assert_eq!(report["opmerkingen"].as_array().unwrap().len(), 1);
    }
}

/// Of two releases with one id, and the same figures: only what is said of them is different.
#[test]
fn what_is_said_of_the_figures_counts_as_well() {
    let folder = tempfile::tempdir().unwrap();
    release(folder.path(), "one", &Small::even(14));
    let change = |name: &str, from: &str, to: &str| {
        let place = folder.path().join(name);
        fs::create_dir(&place).unwrap();
        for entry in fs::read_dir(folder.path().join("one")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), place.join(entry.file_name())).unwrap();
        }
        let path = place.join("datapackage.json");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{text}");
        fs::write(path, text.replace(from, to)).unwrap();
    };
    change("status", "\"definitief\"", "\"voorlopig\"");
    change("name", "\"Aldorp\"", "\"Oudorp\"");
    for (name, words) in [
        ("status", "A year that was final is provisional now."),
        ("name", "An area has another name."),
    ] {
        let outcome = regiovisie(folder.path(), &["diff", "one", name, "--language", "en"]);
        assert_eq!(outcome.code, Some(1), "{name}: {}", outcome.said());
        assert!(outcome.stdout.contains(words), "{}", outcome.stdout);
    }
}

#[test]
fn releases_of_two_regions_are_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    release(folder.path(), "one", &Small::even(14));
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let outcome = regiovisie(folder.path(), &["diff", "one", shipped.to_str().unwrap()]);
    assert_eq!(outcome.code, Some(2));
    assert!(
        outcome.stderr.contains("one is a release of Drieland")
            && outcome
                .stderr
                .contains("of Haaglanden: only releases of one region"),
        "{}",
        outcome.stderr
    );
    // Nor does a report take the place of a file of a release, or come to stand beside it.
    for report in ["one/datapackage.json", "one/report.html"] {
        let outcome = regiovisie(folder.path(), &["diff", "one", "one", "--html", report]);
        assert_eq!(outcome.code, Some(2), "{}", outcome.said());
        assert!(
            outcome
                .stderr
                .contains(&format!("{report} lies in the release in one")),
            "{}",
            outcome.stderr
        );
    }
    let outcome = regiovisie(folder.path(), &["diff", "one", "nowhere"]);
    assert_eq!(outcome.code, Some(2));
    assert!(
        outcome.stderr.contains("nowhere/datapackage.json"),
        "{}",
        outcome.stderr
    );
}
