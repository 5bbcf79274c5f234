//! `regiovisie check`: every rule on a delivery in which one row breaks it, and what the report says and does not say.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::small::Small;
use crate::{Outcome, regiovisie};

/// What may stand in no report.
const KEY: &str = "HERKENBAAR-31415926";

/// A delivery without a fault.
fn prepare() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    Small::even(14).write(folder.path());
    folder
}

fn check(folder: &Path, more: &[&str]) -> Outcome {
    let arguments = [&["check", "records", "--regio", "regio.toml"], more].concat();
    regiovisie(folder, &arguments)
}

/// The report for programs of a check that ends with `code`.
fn report(folder: &Path, code: i32) -> Value {
    let outcome = check(folder, &["--json", "report.json", "--html", "report.html"]);
    assert_eq!(outcome.code, Some(code), "{}", outcome.said());
    for text in [
        outcome.said(),
        fs::read_to_string(folder.join("report.json")).unwrap(),
        fs::read_to_string(folder.join("report.html")).unwrap(),
    ] {
        assert!(!text.contains(KEY), "a key is shown: {text}");
    }
    serde_json::from_slice(&fs::read(folder.join("report.json")).unwrap()).unwrap()
}

/// The problems of a file: rule, column, what became of the rows, how many and on which lines.
fn problems(report: &Value, file: &str) -> Vec<(String, String, String, u64, Vec<u64>)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    of_file(report, file)["problemen"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| {
            let lines = problem["plaatsen"].as_array().unwrap().iter();
            (
                text(&problem["regel"]),
                text(&problem["kolom"]),
                text(&problem["gevolg"]),
                problem["aantal"].as_u64().unwrap(),
                lines
                    .map(|place| place["regel"].as_u64().unwrap())
                    .collect(),
            )
        })
        .collect()
}

fn of_file<'a>(report: &'a Value, file: &str) -> &'a Value {
    report["bestanden"]
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["bestand"] == file)
        .unwrap()
}

fn append(folder: &Path, name: &str, rows: &str) -> u64 {
    let path = folder.join("records").join(name);
    let text = fs::read_to_string(&path).unwrap();
    let line = text.lines().count() as u64 + 1;
    fs::write(&path, text + rows).unwrap();
    line
}

/// Adds a row, and expects that it breaks these rules and no others; gives the report.
fn with_row(name: &str, row: &str, code: i32, expected: &[(&str, &str, &str)]) -> Value {
    let folder = prepare();
    let file = name.split('.').next().unwrap();
    let line = append(folder.path(), name, &format!("{row}\n"));
    let report = report(folder.path(), code);
    let found = problems(&report, file);
    let expected: Vec<_> = expected
        .iter()
        .map(|(rule, column, action)| {
            (
                (*rule).to_owned(),
                (*column).to_owned(),
                (*action).to_owned(),
                1,
                vec![line],
            )
        })
        .collect();
    assert_eq!(found, expected, "{row}");
    report
}

#[test]
fn a_delivery_without_a_fault_has_none() {
    let folder = prepare();
    let report = report(folder.path(), 0);
    assert_eq!(report["uitkomst"], "volledig");
    let trajectories = of_file(&report, "trajecten");
    // Three towns, four ages, three forms, three referrers, fourteen youths each.
    assert_eq!(trajectories["rijen"], 3 * 4 * 3 * 3 * 14);
    assert_eq!(trajectories["tellen_mee"], trajectories["rijen"]);
    for file in ["producten", "trajecten", "declaraties", "bevolking"] {
        assert_eq!(problems(&report, file), [], "{file}");
    }
}

#[test]
fn every_rule_on_a_trajectory_is_found_in_its_row_and_column() {
    let rejected = |rule, column| [(rule, column, "weglaten")];
    let row = |row: &str, code, expected: &[(&str, &str, &str)]| {
        with_row("trajecten.csv", row, code, expected);
    };
    let k = KEY;
    let begin = "2022-02-01";
    row(
        &format!("X,{k},2010-06-01"),
        1,
        &rejected("aantal-velden", ""),
    );
    row("", 0, &[("lege-regel", "", "houden")]);
    row(
        &format!(",{k},2010-06-01,GM0001,A1,ambulant,02,{begin},,"),
        1,
        &rejected("sleutel-ontbreekt", "toewijzing"),
    );
    row(
        &format!("X,{k},2010-06-01,GM0001,,ambulant,02,{begin},,"),
        1,
        &rejected("sleutel-ontbreekt", "aanbieder"),
    );
    row(
        &format!("X,,2010-06-01,GM0001,A1,ambulant,02,{begin},,"),
        1,
        &rejected("persoon-ontbreekt", "persoon"),
    );
    row(
        &format!("X,{k},2010-02-31,GM0001,A1,ambulant,02,{begin},,"),
        1,
        &rejected("datum-ongeldig", "geboortedatum"),
    );
    row(
        &format!("X,{k},1900-01-01,GM0001,A1,ambulant,02,{begin},,"),
        1,
        &rejected("geboortedatum-onwaarschijnlijk", "geboortedatum"),
    );
    row(
        &format!("X,{k},2010-06-01,GM0001,A1,ambulant,02,1999-12-31,,"),
        1,
        &[
            ("datum-onwaarschijnlijk", "begin", "weglaten"),
            (
                "geboortedatum-onwaarschijnlijk",
                "geboortedatum",
                "weglaten",
            ),
        ],
    );
    row(
        &format!("X,{k},2010-06-01,GM0001,A1,ambulant,02,2099-01-01,,"),
        1,
        &[
            (
                "geboortedatum-onwaarschijnlijk",
                "geboortedatum",
                "weglaten",
            ),
            ("begin-in-toekomst", "begin", "weglaten"),
        ],
    );
}

#[test]
fn every_repair_of_a_trajectory_and_every_code_is_found() {
    let rejected = |rule, column| [(rule, column, "weglaten")];
    let repaired = |rule, column| [(rule, column, "herstellen")];
    let row = |row: &str, code, expected: &[(&str, &str, &str)]| {
        with_row("trajecten.csv", row, code, expected);
    };
    let (k, begin) = (KEY, "2022-02-01");
    row(
        &format!("X,{k},2010-06-01,GM0001,A1,ambulant,02,{begin},9999-12-31,"),
        0,
        &repaired("einde-in-toekomst", "einde"),
    );
    row(
        &format!("X,{k},2010-06-01,GM0001,A1,ambulant,02,{begin},2022-01-31,31"),
        1,
        &rejected("einde-voor-begin", "einde"),
    );
    row(
        &format!("X,{k},2010-06-01,GM9999,A1,ambulant,02,{begin},,"),
        1,
        &rejected("gemeente-onbekend", "gemeente"),
    );
    // The region and its parts are no municipalities.
    row(
        &format!("X,{k},2010-06-01,D,A1,ambulant,02,{begin},,"),
        1,
        &rejected("gemeente-onbekend", "gemeente"),
    );
    row(
        &format!("X,{k},2010-06-01,GM0001,A1,{k},02,{begin},,"),
        1,
        &rejected("product-onbekend", "product"),
    );
    row(
        &format!("X,{k},2010-06-01,GM0001,A1,ambulant,99,{begin},,"),
        0,
        &repaired("verwijzer-onbekend", "verwijzer"),
    );
    row(
        &format!("X,{k},2010-06-01,GM0001,A1,ambulant,2,{begin},,"),
        0,
        &repaired("nul-weggevallen", "verwijzer"),
    );
    row(
        &format!("X,{k},2010-06-01,GM0001,A1,ambulant,02,{begin},2022-05-01,77"),
        0,
        &repaired("reden-onbekend", "reden_einde"),
    );
    row(
        &format!("X,{k},2010-06-01,GM0001,A1,ambulant,02,{begin},2022-05-01,36"),
        0,
        &[("administratieve-stop", "reden_einde", "houden")],
    );
    // P1 has this care from A1 already, from February to June.
    row(
        "X,P1,2020-06-01,GM0001,A1,ambulant,01,2022-06-30,2022-07-31,31",
        0,
        &repaired("traject-overlapt", "begin"),
    );
    row(
        "X,P1,2020-06-01,GM0001,A1,ambulant,01,2022-07-01,2022-07-31,31",
        0,
        &[],
    );
}

/// A day of allocation is of use, and care counts without it: a column that every row may leave empty.
#[test]
fn a_day_of_allocation_that_cannot_be_one_costs_no_trajectory() {
    let of = |allocated: &str, expected: &[(&str, &str, &str)]| {
        let folder = prepare();
        let path = folder.path().join("records/trajecten.csv");
        let trajectories = fs::read_to_string(&path).unwrap();
        let (header, rows) = trajectories.split_once('\n').unwrap();
        let rows = rows.replace('\n', ",\n");
        let row = format!("X,{KEY},2010-06-01,GM0001,A1,ambulant,02,2022-02-01,,,{allocated}\n");
        fs::write(&path, format!("{header},toegewezen\n{rows}{row}")).unwrap();
        let report = report(folder.path(), 0);
        let found = problems(&report, "trajecten");
        let told: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|(rule, column, action, ..)| (rule.as_str(), column.as_str(), action.as_str()))
            .collect();
        assert_eq!(told, expected, "{allocated}");
        assert_eq!(
            of_file(&report, "trajecten")["weggelaten"],
            0,
            "{allocated}"
        );
    };
    let repaired = [("toewijzingsdatum-ongeldig", "toegewezen", "herstellen")];
    for allocated in ["2022-02-30", "nooit", "1999-12-31", "2099-01-01"] {
        of(allocated, &repaired);
    }
    of(
        "2022-02-02",
        &[("toewijzing-na-begin", "toegewezen", "houden")],
    );
    for allocated in ["", "2022-02-01", "2000-01-01", "31-01-2022"] {
        of(allocated, &[]);
    }
}

/// Where the whole column is written in a way that is not read, its figures would be gone without a word.
#[test]
fn a_column_with_days_that_are_not_read_is_an_objection() {
    let told = |day: &str| {
        let folder = prepare();
        let path = folder.path().join("records/trajecten.csv");
        let trajectories = fs::read_to_string(&path).unwrap();
        let (header, rows) = trajectories.split_once('\n').unwrap();
        let rows = rows.replace('\n', &format!(",{day}\n"));
        fs::write(&path, format!("{header},toegewezen\n{rows}")).unwrap();
        check(folder.path(), &["--language", "nl"])
    };
    let read = told("2022-01-20");
    assert_eq!(read.code, Some(0), "{}", read.said());
    let moments = told("2022-01-20 00:00:00");
    assert_ne!(moments.code, Some(0));
    for words in [
        "in de kolom toegewezen iets dat niet te gebruiken is",
        "jaar-maand-dag of dag-maand-jaar",
        "of laat haar weg",
    ] {
        assert!(moments.said().contains(words), "{}", moments.said());
    }
}

#[test]
fn a_row_that_breaks_several_rules_is_left_out_once() {
    let report = with_row(
        "trajecten.csv",
        &format!("X,{KEY},x,GM9999,A1,ambulant,02,y,,"),
        1,
        &[
            ("datum-ongeldig", "begin", "weglaten"),
            ("datum-ongeldig", "geboortedatum", "weglaten"),
            ("gemeente-onbekend", "gemeente", "weglaten"),
        ],
    );
    assert_eq!(of_file(&report, "trajecten")["weggelaten"], 1);
}

#[test]
fn copies_count_once_and_a_key_with_two_meanings_not_at_all() {
    let folder = prepare();
    let trajectories = fs::read_to_string(folder.path().join("records/trajecten.csv")).unwrap();
    let first = trajectories.lines().nth(1).unwrap();
    let line = append(folder.path(), "trajecten.csv", &format!("{first}\n"));
    let copied = report(folder.path(), 1);
    assert_eq!(
        problems(&copied, "trajecten"),
        [(
            "rij-dubbel".to_owned(),
            String::new(),
            "weglaten".to_owned(),
            1,
            vec![line]
        )]
    );
    // The same allocation for another person: neither row can be trusted, nor can the declaration be placed.
    let folder = prepare();
    let other = first.replace("P1,", &format!("{KEY},"));
    let line = append(folder.path(), "trajecten.csv", &format!("{other}\n"));
    let clash = report(folder.path(), 1);
    assert_eq!(
        problems(&clash, "trajecten"),
        [(
            "sleutel-dubbel".to_owned(),
            "toewijzing".to_owned(),
            "weglaten".to_owned(),
            2,
            vec![2, line]
        )]
    );
    assert_eq!(of_file(&clash, "trajecten")["weggelaten"], 2);
    assert_eq!(
        problems(&clash, "declaraties"),
        [(
            "toewijzing-onbekend".to_owned(),
            "toewijzing".to_owned(),
            "weglaten".to_owned(),
            1,
            vec![2]
        )]
    );
}

#[test]
fn every_rule_on_a_declaration_is_found() {
    let row = |row: &str, code, expected: &[(&str, &str, &str)]| {
        with_row("declaraties.csv", row, code, expected);
    };
    let rejected = |rule, column| [(rule, column, "weglaten")];
    row(
        "T1,2022-02-31,5.00",
        1,
        &rejected("datum-ongeldig", "kwartaal_begin"),
    );
    // Not only the year counts.
    row(
        "T1,2022,5.00",
        1,
        &rejected("datum-ongeldig", "kwartaal_begin"),
    );
    row(
        "T1,1900-01-01,5.00",
        1,
        &[
            ("datum-onwaarschijnlijk", "kwartaal_begin", "weglaten"),
            ("declaratie-buiten-traject", "kwartaal_begin", "houden"),
        ],
    );
    row(
        "T1,2099-01-01,5.00",
        1,
        &[
            ("begin-in-toekomst", "kwartaal_begin", "weglaten"),
            ("declaratie-buiten-traject", "kwartaal_begin", "houden"),
        ],
    );
    row(
        "T1,2022-04-01,1.234",
        1,
        &rejected("getal-ongeldig", "bedrag"),
    );
    row(
        "T1,2022-04-01,-5.00",
        0,
        &[("bedrag-negatief", "bedrag", "houden")],
    );
    row("T1,2022-04-01,1000000.00", 0, &[]);
    row(
        "T1,2022-04-01,100000000",
        1,
        &rejected("bedrag-onwaarschijnlijk", "bedrag"),
    );
    row(
        "T1,2022-04-01,-1000000.01",
        1,
        &[
            ("bedrag-negatief", "bedrag", "houden"),
            ("bedrag-onwaarschijnlijk", "bedrag", "weglaten"),
        ],
    );
    row(
        &format!("{KEY},2022-04-01,5.00"),
        1,
        &rejected("toewijzing-onbekend", "toewijzing"),
    );
    row(
        "T1,2022-05-17,5.00",
        0,
        &[("kwartaal-begin", "kwartaal_begin", "herstellen")],
    );
    row(
        "T1,2022-10-01,5.00",
        0,
        &[("declaratie-buiten-traject", "kwartaal_begin", "houden")],
    );
    row("T1,2022-04-01,1000.00", 1, &rejected("rij-dubbel", ""));
}

#[test]
fn a_declaration_number_tells_equal_amounts_apart_and_a_day_of_submission_tells_what_is_late() {
    let folder = prepare();
    let path = folder.path().join("records/declaraties.csv");
    let text = fs::read_to_string(&path).unwrap();
    let wider: String = text
        .lines()
        .enumerate()
        .map(|(line, row)| match line {
            0 => format!("{row},declaratienummer,ingediend\n"),
            _ => format!("{row},D{line},2022-09-30\n"),
        })
        .collect();
    fs::write(&path, wider).unwrap();
    let line = append(
        folder.path(),
        "declaraties.csv",
        "T1,2022-04-01,1000.00,D0,2022-10-01\n",
    );
    assert_eq!(
        problems(&report(folder.path(), 0), "declaraties"),
        [(
            "declaratie-laat".to_owned(),
            "ingediend".to_owned(),
            "houden".to_owned(),
            1,
            vec![line]
        )]
    );
}

#[test]
fn a_missing_person_is_known_by_birth_sex_and_postcode() {
    let folder = prepare();
    let path = folder.path().join("records/trajecten.csv");
    let text = fs::read_to_string(&path).unwrap();
    let wider: String = text
        .lines()
        .enumerate()
        .map(|(line, row)| match line {
            0 => format!("{row},geslacht,postcode\n"),
            _ => format!("{row},,\n"),
        })
        .collect();
    fs::write(&path, wider).unwrap();
    let person = format!("2010-06-01,GM0001,A1,ambulant,02,2022-02-01,2022-06-30,31,V,{KEY}");
    let line = append(
        folder.path(),
        "trajecten.csv",
        &format!("X,,{person}\nY,,{}\n", person.replace("02-01", "03-01")),
    );
    let report = report(folder.path(), 0);
    // One and the same youth: her trajectories overlap.
    let found = problems(&report, "trajecten");
    assert_eq!(found[0].0, "persoon-ontbreekt");
    assert_eq!((found[0].3, &found[0].4), (2, &vec![line, line + 1]));
    assert_eq!((found[1].0.as_str(), found[1].3), ("traject-overlapt", 1));
    assert_eq!(of_file(&report, "trajecten")["hersteld"], 2);
}

#[test]
fn products_and_inhabitants_have_their_rules() {
    with_row(
        "producten.csv",
        "x,99",
        2,
        &[("zorgvorm-onbekend", "zorgvorm", "weglaten")],
    );
    with_row(
        "producten.csv",
        "x,2",
        0,
        &[("nul-weggevallen", "zorgvorm", "herstellen")],
    );
    with_row(
        "producten.csv",
        "ambulant,02",
        2,
        &[("rij-dubbel", "", "weglaten")],
    );
    with_row(
        "bevolking.csv",
        "2022,GM0001,x,5",
        1,
        &[("getal-ongeldig", "leeftijd", "weglaten")],
    );
    with_row(
        "bevolking.csv",
        "2022,GM0001,3,-5",
        1,
        &[("getal-ongeldig", "inwoners", "weglaten")],
    );
    with_row(
        "bevolking.csv",
        "2022,GM0009,3,5",
        1,
        &[("gemeente-onbekend", "gemeente", "weglaten")],
    );
    with_row(
        "bevolking.csv",
        "2022,GM0001,40,5",
        0,
        &[("leeftijd-buiten-cijfers", "leeftijd", "houden")],
    );
    for year in ["2099", "1999", "2026"] {
        with_row(
            "bevolking.csv",
            &format!("{year},GM0001,3,5"),
            0,
            &[("jaar-onwaarschijnlijk", "jaar", "houden")],
        );
    }
    with_row("bevolking.csv", "2025,GM0001,3,5", 0, &[]);
    with_row(
        "bevolking.csv",
        "2022,GM0001,3,1000",
        1,
        &[("rij-dubbel", "", "weglaten")],
    );
    // A product with two forms has none, and neither have the trajectories with it.
    let folder = prepare();
    append(folder.path(), "producten.csv", "ambulant,03\n");
    let report = report(folder.path(), 2);
    assert_eq!(problems(&report, "producten")[0].0, "sleutel-dubbel");
    assert_eq!(problems(&report, "producten")[0].4, [2, 5]);
    assert_eq!(problems(&report, "trajecten")[0].0, "product-onbekend");
    assert_eq!(report["uitkomst"], "geweigerd");
}

/// A waiting list without a fault: places enough for one row in twenty to be wrong.
fn waiting_list(folder: &Path) {
    let mut text = "kwartaal_einde,aanbieder,zorgvorm,gemeente,persoon,aangemeld\n".to_owned();
    for place in 0..30 {
        let _ = writeln!(
            text,
            "2022-03-31,A1,02,GM0001,W{place},2022-01-0{}",
            place % 9 + 1
        );
    }
    text.push_str("2022-03-31,A2,11,GM0002,,\n");
    fs::write(folder.join("records/wachtlijst.csv"), text).unwrap();
}

/// A rule, the column, what becomes of the row, and 1 when that makes the check end so.
type Expected<'a> = (&'a str, &'a str, &'a str, i32);

/// Adds each row to a file that `complete` makes without a fault, and looks for exactly the problems expected of it.
fn each_is_found(file: &str, complete: fn(&Path), cases: Vec<(String, Vec<Expected<'_>>)>) {
    for (row, expected) in cases {
        let folder = prepare();
        complete(folder.path());
        let line = append(folder.path(), &format!("{file}.csv"), &format!("{row}\n"));
        let code = i32::from(expected.iter().any(|(.., rejects)| *rejects == 1));
        let found = problems(&report(folder.path(), code), file);
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(rule, column, action, _)| {
                (
                    rule.to_owned(),
                    column.to_owned(),
                    action.to_owned(),
                    1,
                    vec![line],
                )
            })
            .collect();
        assert_eq!(found, expected, "{row}");
    }
}

#[test]
fn every_rule_on_a_waiting_list_is_found_in_its_row_and_column() {
    let rejected = |rule, column| vec![(rule, column, "weglaten", 1)];
    let k = KEY;
    let cases = [
        (
            format!("2022-03-31,,02,GM0001,{k},2022-01-01"),
            rejected("sleutel-ontbreekt", "aanbieder"),
        ),
        (
            format!("2022-03-31,A1,98,GM0001,{k},2022-01-01"),
            rejected("zorgvorm-onbekend", "zorgvorm"),
        ),
        (
            format!("2022-03-31,A1,2,GM0001,{k},2022-01-01"),
            vec![("nul-weggevallen", "zorgvorm", "herstellen", 0)],
        ),
        (
            format!("2022-03-31,A1,02,GM0009,{k},2022-01-01"),
            rejected("gemeente-onbekend", "gemeente"),
        ),
        (
            format!("2022-13-31,A1,02,GM0001,{k},2022-01-01"),
            rejected("datum-ongeldig", "kwartaal_einde"),
        ),
        (
            format!("2022-02-15,A1,02,GM0001,{k},2022-01-01"),
            vec![("kwartaal-einde", "kwartaal_einde", "herstellen", 0)],
        ),
        (
            format!("2099-03-31,A1,02,GM0001,{k},2022-01-01"),
            rejected("begin-in-toekomst", "kwartaal_einde"),
        ),
        (
            format!("2022-03-31,A1,02,GM0001,{k},2022-04-01"),
            rejected("aanmelding-na-telling", "aangemeld"),
        ),
        (
            format!("2022-03-31,A1,02,GM0001,{k},1900-01-01"),
            rejected("datum-onwaarschijnlijk", "aangemeld"),
        ),
        (
            format!("2022-03-31,A1,02,GM0001,{k},"),
            rejected("datum-ongeldig", "aangemeld"),
        ),
        (
            "2022-03-31,A1,02,GM0001,,2022-01-01".to_owned(),
            rejected("persoon-ontbreekt", "persoon"),
        ),
        (
            "2022-03-31,A1,02,GM0001,W0,2022-01-01".to_owned(),
            rejected("rij-dubbel", ""),
        ),
        ("2022-03-31,A3,02,GM0001,,".to_owned(), Vec::new()),
    ];
    each_is_found("wachtlijst", waiting_list, cases.into());
    // One place with two days of application: neither counts.
    let folder = prepare();
    waiting_list(folder.path());
    let line = append(
        folder.path(),
        "wachtlijst.csv",
        "2022-03-31,A1,02,GM0001,W0,2022-01-05\n",
    );
    let report = report(folder.path(), 2);
    assert_eq!(problems(&report, "wachtlijst")[0].0, "sleutel-dubbel");
    assert_eq!(problems(&report, "wachtlijst")[0].4, [2, line]);
}

/// Orders without a fault: enough for one row in twenty to be wrong.
fn order_list(folder: &Path) {
    let mut text = "persoon,geboortedatum,gemeente,maatregel,begin,einde\n".to_owned();
    for place in 0..30 {
        let _ = writeln!(
            text,
            "O{place},2010-06-01,GM0001,11,2022-01-0{},",
            place % 9 + 1
        );
    }
    text.push_str("O30,2006-06-01,GM0002,41,2021-01-01,2021-12-31\n");
    fs::write(folder.join("records/maatregelen.csv"), text).unwrap();
}

/// On the day itself at the latest; probation runs on.
#[test]
fn child_protection_ends_on_the_18th_birthday() {
    let repaired = |rule, column| vec![(rule, column, "herstellen", 0)];
    let k = KEY;
    let cases = vec![
        (
            format!("{k},2003-06-01,GM0001,11,2019-01-01,2021-06-02"),
            repaired("jeugdbescherming-na-18", "einde"),
        ),
        (
            format!("{k},2003-06-01,GM0001,21,2019-01-01,"),
            repaired("jeugdbescherming-na-18", "einde"),
        ),
        (
            format!("{k},2003-06-01,GM0001,11,2019-01-01,2021-06-01"),
            Vec::new(),
        ),
        (
            format!("{k},2003-06-01,GM0001,41,2019-01-01,2022-06-01"),
            Vec::new(),
        ),
        (
            format!("{k},2003-06-01,GM0001,11,2021-06-02,2021-12-31"),
            vec![
                ("jeugdbescherming-na-18", "begin", "weglaten", 1),
                ("jeugdbescherming-na-18", "einde", "herstellen", 1),
            ],
        ),
    ];
    each_is_found("maatregelen", order_list, cases);
}

#[test]
fn every_rule_on_orders_is_found_in_its_row_and_column() {
    let rejected = |rule, column| vec![(rule, column, "weglaten", 1)];
    let repaired = |rule, column| vec![(rule, column, "herstellen", 0)];
    let k = KEY;
    let cases = vec![
        (
            ",2010-06-01,GM0001,11,2021-01-01,".to_owned(),
            rejected("persoon-ontbreekt", "persoon"),
        ),
        (
            format!("{k},2010-06-31,GM0001,11,2021-01-01,"),
            rejected("datum-ongeldig", "geboortedatum"),
        ),
        (
            format!("{k},1980-06-01,GM0001,11,2021-01-01,"),
            rejected("geboortedatum-onwaarschijnlijk", "geboortedatum"),
        ),
        (
            format!("{k},2010-06-01,GM0009,11,2021-01-01,"),
            rejected("gemeente-onbekend", "gemeente"),
        ),
        (
            format!("{k},2010-06-01,GM0001,13,2021-01-01,"),
            rejected("maatregel-onbekend", "maatregel"),
        ),
        (
            format!("{k},2010-06-01,GM0001,11,1900-01-01,"),
            vec![
                ("datum-onwaarschijnlijk", "begin", "weglaten", 1),
                (
                    "geboortedatum-onwaarschijnlijk",
                    "geboortedatum",
                    "weglaten",
                    1,
                ),
            ],
        ),
        (
            format!("{k},2010-06-01,GM0001,11,2099-01-01,"),
            vec![
                (
                    "geboortedatum-onwaarschijnlijk",
                    "geboortedatum",
                    "weglaten",
                    1,
                ),
                ("begin-in-toekomst", "begin", "weglaten", 1),
            ],
        ),
        (
            format!("{k},2010-06-01,GM0001,11,2021-01-01,2020-12-31"),
            rejected("einde-voor-begin", "einde"),
        ),
        (
            format!("{k},2010-06-01,GM0001,11,2021-01-01,morgen"),
            rejected("datum-ongeldig", "einde"),
        ),
        (
            format!("{k},2010-06-01,GM0001,11,2021-01-01,9999-12-31"),
            repaired("einde-in-toekomst", "einde"),
        ),
        (
            "O0,2010-06-01,GM0001,11,2022-01-01,".to_owned(),
            rejected("rij-dubbel", ""),
        ),
        (
            "O30,2006-06-01,GM0002,42,2021-12-31,".to_owned(),
            repaired("traject-overlapt", "begin"),
        ),
        // Of one person the earliest date counts, of whatever row.
        (
            "O0,2010-06-02,GM0001,41,2023-01-01,2023-06-30".to_owned(),
            repaired("geboortedatum-verschilt", "geboortedatum"),
        ),
        (format!("{k},2010-06-01,GM0001,63,2021-01-01,"), Vec::new()),
    ];
    each_is_found("maatregelen", order_list, cases);
    // One order with two ends: neither counts.
    let folder = prepare();
    order_list(folder.path());
    let line = append(
        folder.path(),
        "maatregelen.csv",
        "O0,2010-06-01,GM0001,11,2022-01-01,2022-12-31\n",
    );
    let report = report(folder.path(), 2);
    assert_eq!(problems(&report, "maatregelen")[0].0, "sleutel-dubbel");
    assert_eq!(problems(&report, "maatregelen")[0].4, [2, line]);
}

/// Outcomes without a fault: enough for one row in twenty to be wrong. The last allocation is closed by an administrative stop.
fn outcome_list(folder: &Path) {
    let mut text = "toewijzing,vraag,antwoord\n".to_owned();
    for place in 1..=30 {
        let answer = ["ja", "nee", ""][place % 3];
        let _ = writeln!(text, "T{place},tevreden,{answer}");
    }
    fs::write(folder.join("records/uitkomsten.csv"), text).unwrap();
    append(
        folder,
        "trajecten.csv",
        "TR,PR,2010-06-01,GM0001,A1,ambulant,02,2022-02-01,,\n\
         TS,PS,2010-06-01,GM0001,A1,ambulant,02,2022-02-01,2022-06-30,36\n",
    );
}

#[test]
fn every_rule_on_outcomes_is_found_in_its_row_and_column() {
    let rejected = |rule, column| vec![(rule, column, "weglaten", 1)];
    let kept = |rule, column| vec![(rule, column, "houden", 0)];
    let cases = vec![
        (
            ",tevreden,ja".to_owned(),
            rejected("toewijzing-onbekend", "toewijzing"),
        ),
        (
            "T0,tevreden,ja".to_owned(),
            rejected("toewijzing-onbekend", "toewijzing"),
        ),
        (
            "T40,voldaan,ja".to_owned(),
            rejected("vraag-onbekend", "vraag"),
        ),
        (
            "T40,totaal,ja".to_owned(),
            rejected("vraag-onbekend", "vraag"),
        ),
        (
            "T40,tevreden,j".to_owned(),
            rejected("antwoord-onbekend", "antwoord"),
        ),
        // Care that runs on, and care that only the administration ended.
        (
            "TR,tevreden,ja".to_owned(),
            kept("uitkomst-zonder-einde", "toewijzing"),
        ),
        (
            "TS,tevreden,ja".to_owned(),
            kept("uitkomst-zonder-einde", "toewijzing"),
        ),
        ("T1,tevreden,nee".to_owned(), rejected("rij-dubbel", "")),
        ("T1,doelen-gehaald,".to_owned(), Vec::new()),
        ("T40,doelen-gehaald,Nee".to_owned(), Vec::new()),
    ];
    each_is_found("uitkomsten", outcome_list, cases);
    // One question with two answers: neither counts.
    let folder = prepare();
    outcome_list(folder.path());
    let line = append(folder.path(), "uitkomsten.csv", "T1,tevreden,ja\n");
    let report = report(folder.path(), 2);
    assert_eq!(problems(&report, "uitkomsten")[0].0, "sleutel-dubbel");
    assert_eq!(problems(&report, "uitkomsten")[0].4, [2, line]);
}

/// Help of local teams without a fault: enough for one row in twenty to be wrong.
fn help_list(folder: &Path) {
    let mut text = "persoon,geboortedatum,gemeente,begin,einde\n".to_owned();
    for place in 0..30 {
        let _ = writeln!(
            text,
            "L{place},2010-06-01,GM0001,2022-01-0{},",
            place % 9 + 1
        );
    }
    text.push_str("L30,2006-06-01,GM0002,2021-01-01,2021-12-31\n");
    fs::write(folder.join("records/lokale_teams.csv"), text).unwrap();
    supplied_by(folder, "lokaal_team_vanaf", &["GM0001", "GM0002"]);
}

/// Says of these municipalities that they supply something from 2020 on, and of no other: `key` says what.
fn supplied_by(folder: &Path, key: &str, towns: &[&str]) {
    let path = folder.join("regio.toml");
    let says = format!("{key} = 2020\n");
    let mut text = fs::read_to_string(&path).unwrap().replace(&says, "");
    for town in towns {
        let entry = format!("code = \"{town}\"\n");
        assert!(text.contains(&entry), "{text}");
        text = text.replace(&entry, &format!("{entry}{says}"));
    }
    fs::write(&path, text).unwrap();
}

/// Personal budgets without a fault.
fn budget_list(folder: &Path) {
    let mut text = "persoon,gemeente,jaar,besteed\n".to_owned();
    for place in 0..30 {
        let _ = writeln!(text, "B{place},GM0001,2022,{}.50", 900 + place);
    }
    text.push_str("B30,GM0002,2022,1200\n");
    fs::write(folder.join("records/pgb.csv"), text).unwrap();
    supplied_by(folder, "pgb_vanaf", &["GM0001", "GM0002"]);
}

#[test]
fn every_rule_on_budgets_is_found_in_its_row_and_column() {
    let rejected = |rule, column| vec![(rule, column, "weglaten", 1)];
    let kept = |rule, column| vec![(rule, column, "houden", 0)];
    let k = KEY;
    let cases = vec![
        (
            ",GM0001,2022,900".to_owned(),
            rejected("persoon-ontbreekt", "persoon"),
        ),
        (
            format!("{k},GM0009,2022,900"),
            rejected("gemeente-onbekend", "gemeente"),
        ),
        (
            format!("{k},GM0001,dit jaar,900"),
            rejected("getal-ongeldig", "jaar"),
        ),
        (
            format!("{k},GM0001,1999,900"),
            vec![
                ("pgb-niet-aangeleverd", "gemeente", "houden", 0),
                ("jaar-onwaarschijnlijk", "jaar", "houden", 0),
            ],
        ),
        (
            format!("{k},GM0001,2019,900"),
            kept("pgb-niet-aangeleverd", "gemeente"),
        ),
        (
            format!("{k},GM0001,2022,1.234"),
            rejected("getal-ongeldig", "besteed"),
        ),
        (
            format!("{k},GM0001,2022,0"),
            kept("pgb-zonder-uitgaven", "besteed"),
        ),
        (
            format!("{k},GM0001,2022,-12.50"),
            kept("pgb-zonder-uitgaven", "besteed"),
        ),
        (
            format!("{k},GM0001,2022,1000000.01"),
            rejected("bedrag-onwaarschijnlijk", "besteed"),
        ),
        (
            "B0,GM0001,2022,900.50".to_owned(),
            rejected("rij-dubbel", ""),
        ),
        // In another municipality or year it is another budget.
        ("B0,GM0002,2022,800".to_owned(), Vec::new()),
        ("B0,GM0001,2021,800".to_owned(), Vec::new()),
    ];
    each_is_found("pgb", budget_list, cases);
    // One budget with two amounts: neither counts.
    let folder = prepare();
    budget_list(folder.path());
    let line = append(folder.path(), "pgb.csv", "B0,GM0001,2022,901\n");
    let found = problems(&report(folder.path(), 2), "pgb");
    assert_eq!(found[0].0, "sleutel-dubbel");
    assert_eq!(found[0].4, [2, line]);
    // Budgets of a municipality that does not supply them count nowhere: the one row of GM0002.
    let folder = prepare();
    budget_list(folder.path());
    supplied_by(folder.path(), "pgb_vanaf", &["GM0001"]);
    let found = problems(&report(folder.path(), 0), "pgb");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].0.as_str(), found[0].2.as_str(), &found[0].4),
        ("pgb-niet-aangeleverd", "houden", &vec![32])
    );
}

#[test]
fn every_rule_on_local_teams_is_found_in_its_row_and_column() {
    let rejected = |rule, column| vec![(rule, column, "weglaten", 1)];
    let repaired = |rule, column| vec![(rule, column, "herstellen", 0)];
    let k = KEY;
    let too_old = (
        "geboortedatum-onwaarschijnlijk",
        "geboortedatum",
        "weglaten",
        1,
    );
    let cases = vec![
        (
            ",2010-06-01,GM0001,2021-01-01,".to_owned(),
            rejected("persoon-ontbreekt", "persoon"),
        ),
        (
            format!("{k},2010-06-31,GM0001,2021-01-01,"),
            rejected("datum-ongeldig", "geboortedatum"),
        ),
        (format!("{k},1980-06-01,GM0001,2021-01-01,"), vec![too_old]),
        (
            format!("{k},2010-06-01,GM0009,2021-01-01,"),
            rejected("gemeente-onbekend", "gemeente"),
        ),
        (
            format!("{k},2010-06-01,GM0001,1900-01-01,"),
            vec![("datum-onwaarschijnlijk", "begin", "weglaten", 1), too_old],
        ),
        (
            format!("{k},2010-06-01,GM0001,2099-01-01,"),
            vec![too_old, ("begin-in-toekomst", "begin", "weglaten", 1)],
        ),
        (
            format!("{k},2010-06-01,GM0001,2021-01-01,2020-12-31"),
            rejected("einde-voor-begin", "einde"),
        ),
        (
            format!("{k},2010-06-01,GM0001,2021-01-01,9999-12-31"),
            repaired("einde-in-toekomst", "einde"),
        ),
        (
            "L0,2010-06-01,GM0001,2022-01-01,".to_owned(),
            rejected("rij-dubbel", ""),
        ),
        (
            "L30,2006-06-01,GM0002,2021-12-31,".to_owned(),
            repaired("traject-overlapt", "begin"),
        ),
        // In another municipality it is other help.
        ("L30,2006-06-01,GM0001,2021-12-31,".to_owned(), Vec::new()),
        (
            "L30,2006-06-02,GM0002,2023-01-01,2023-06-30".to_owned(),
            repaired("geboortedatum-verschilt", "geboortedatum"),
        ),
    ];
    each_is_found("lokale_teams", help_list, cases);
    // One help with two ends: neither counts.
    let folder = prepare();
    help_list(folder.path());
    let line = append(
        folder.path(),
        "lokale_teams.csv",
        "L0,2010-06-01,GM0001,2022-01-01,2022-12-31\n",
    );
    let report = report(folder.path(), 2);
    assert_eq!(problems(&report, "lokale_teams")[0].0, "sleutel-dubbel");
    assert_eq!(problems(&report, "lokale_teams")[0].4, [2, line]);
    // Help in a municipality that does not supply it counts nowhere: the one row of GM0002.
    let folder = prepare();
    help_list(folder.path());
    supplied_by(folder.path(), "lokaal_team_vanaf", &["GM0001"]);
    let report = super::check::report(folder.path(), 0);
    let found = problems(&report, "lokale_teams");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].0.as_str(), found[0].2.as_str(), &found[0].4),
        ("lokaal-team-niet-aangeleverd", "houden", &vec![32])
    );
}

#[test]
fn of_a_person_with_two_dates_of_birth_that_of_her_care_counts() {
    let folder = prepare();
    order_list(folder.path());
    // T1 is the allocation of a person of the small region; her order gives another day.
    let trajectories = fs::read_to_string(folder.path().join("records/trajecten.csv")).unwrap();
    let fields: Vec<&str> = trajectories.lines().nth(1).unwrap().split(',').collect();
    let (person, born) = (fields[1], fields[2]);
    let line = append(
        folder.path(),
        "maatregelen.csv",
        &format!("{person},2009-02-03,GM0001,11,2022-01-01,\n"),
    );
    assert_ne!(born, "2009-02-03");
    let report = report(folder.path(), 0);
    let found = problems(&report, "maatregelen");
    assert_eq!(
        (found[0].0.as_str(), &found[0].4),
        ("geboortedatum-verschilt", &vec![line])
    );
    assert!(problems(&report, "trajecten").is_empty());
}

#[test]
fn a_region_chooses_what_becomes_of_a_row_where_the_rule_lets_it() {
    let folder = prepare();
    append(folder.path(), "declaraties.csv", "T1,2022-04-01,-5.00\n");
    let configure = |text: &str| {
        Small::even(14).write(folder.path());
        append(folder.path(), "declaraties.csv", "T1,2022-04-01,-5.00\n");
        let path = folder.path().join("regio.toml");
        let config = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("{config}\n[regels]\n{text}\n")).unwrap();
    };
    configure("bedrag-negatief = \"weglaten\"");
    let chosen = report(folder.path(), 1);
    assert_eq!(problems(&chosen, "declaraties")[0].2, "weglaten");
    for (text, why) in [
        (
            "bedrag-negatief = \"herstellen\"",
            "cannot be \"herstellen\"",
        ),
        ("bestaat-niet = \"houden\"", "which does not exist"),
    ] {
        configure(text);
        let outcome = check(folder.path(), &[]);
        assert_eq!(outcome.code, Some(2));
        assert!(outcome.stderr.contains(why), "{}", outcome.stderr);
    }
}

#[test]
fn lines_stay_right_after_blank_lines_and_fields_of_several_lines() {
    let folder = prepare();
    append(
        folder.path(),
        "producten.csv",
        "\n\"x\",\"02\"\n\"with\na break\",02\n",
    );
    let line = append(folder.path(), "producten.csv", "y,98\n");
    let report = report(folder.path(), 2);
    let found = problems(&report, "producten");
    assert_eq!((found[0].0.as_str(), &found[0].4), ("lege-regel", &vec![5]));
    assert_eq!(
        (found[1].0.as_str(), &found[1].4),
        ("zorgvorm-onbekend", &vec![line])
    );
    assert_eq!(line, 9);
}

#[test]
fn only_the_first_places_are_named_and_all_are_counted() {
    let folder = prepare();
    let line = append(
        folder.path(),
        "bevolking.csv",
        "2022,GM0001,40,5\n2022,GM0001,41,6\n2022,GM0001,42,7\n2022,GM0001,43,8\n2022,GM0001,44,9\n2022,GM0001,45,9\n2022,GM0001,46,9\n",
    );
    let report = report(folder.path(), 0);
    let found = problems(&report, "bevolking");
    assert_eq!(found[0].3, 7);
    assert_eq!(found[0].4, (line..line + 5).collect::<Vec<_>>());
}

#[test]
fn the_report_is_in_the_language_that_is_asked_for_and_needs_nothing_else() {
    let folder = prepare();
    append(
        folder.path(),
        "declaraties.csv",
        &format!("{KEY},2022-04-01,5.00\n"),
    );
    for (language, parts) in [
        (
            "nl",
            ["Weggelaten rijen: 1", "toewijzing bestaat", "regel 1514"],
        ),
        ("en", ["Rows left out: 1", "allocation exists", "line 1514"]),
    ] {
        let outcome = check(
            folder.path(),
            &["--language", language, "--html", "report.html"],
        );
        let page = fs::read_to_string(folder.path().join("report.html")).unwrap();
        for part in parts {
            assert!(outcome.stdout.contains(part), "{part}: {}", outcome.stdout);
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        for part in ["<script", "http", "src=", "@import"] {
            assert!(!page.contains(part), "{part}");
        }
    }
}

#[test]
fn records_that_cannot_be_read_end_with_a_sentence_and_code_2() {
    let folder = prepare();
    let records = folder.path().join("records");
    let refused = |part: &str| {
        let outcome = check(folder.path(), &[]);
        assert_eq!(outcome.code, Some(2), "{}", outcome.said());
        assert!(outcome.stderr.contains(part), "{}", outcome.stderr);
    };
    fs::remove_file(records.join("bevolking.csv")).unwrap();
    fs::remove_file(records.join("producten.csv")).unwrap();
    refused("records lacks producten.csv, bevolking.csv");
    Small::even(14).write(folder.path());
    fs::write(records.join("bevolking.csv"), b"\xff\xfej\0a\0").unwrap();
    refused("bevolking.csv, line 1: the file is UTF-16 text");
    fs::write(
        records.join("bevolking.csv"),
        "jaar,gemeente,jaar,leeftijd,inwoners\n",
    )
    .unwrap();
    refused("has the column jaar more than once");
    fs::write(records.join("bevolking.csv"), "jaar,gemeente,leeftijd\n").unwrap();
    refused("has no column inwoners");
    fs::remove_file(records.join("bevolking.csv")).unwrap();
    fs::write(records.join("bevolking.parquet"), "no Parquet").unwrap();
    refused("bevolking.parquet cannot be read as Parquet");
    let other = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/bevolking-totaal.parquet");
    fs::copy(other, records.join("bevolking.parquet")).unwrap();
    refused("has no column jaar; a Parquet file has to name its columns as");
    fs::remove_file(records.join("bevolking.parquet")).unwrap();
    fs::create_dir(records.join("bevolking.csv")).unwrap();
    refused("records lacks bevolking.csv");
}

#[test]
fn names_of_columns_may_have_capitals_and_what_is_not_read_is_named() {
    let folder = prepare();
    let records = folder.path().join("records");
    let path = records.join("bevolking.csv");
    let text = fs::read_to_string(&path).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    fs::write(&path, format!("{}\n{rows}", header.to_uppercase())).unwrap();
    fs::write(records.join("uitkomsten.txt"), "").unwrap();
    fs::write(records.join("uitkomsten.csv.gz"), "").unwrap();
    fs::create_dir(records.join("lokale_teams")).unwrap();
    fs::write(records.join("leesmij.txt"), "").unwrap();
    fs::write(records.join("Declaraties.xlsx"), "").unwrap();
    fs::create_dir(records.join("wachtlijst.csv")).unwrap();
    fs::create_dir(records.join("Maatregelen")).unwrap();
    fs::write(records.join("Maatregelen/deel.xlsx"), "").unwrap();
    let report = report(folder.path(), 0);
    assert_eq!(
        of_file(&report, "bevolking")["problemen"],
        serde_json::json!([])
    );
    assert_eq!(
        report["niet_gelezen"],
        serde_json::json!([
            "Declaraties.xlsx",
            "Maatregelen/deel.xlsx",
            "lokale_teams/",
            "uitkomsten.csv.gz",
            "uitkomsten.txt",
            "wachtlijst.csv"
        ])
    );
}

#[test]
fn a_report_that_cannot_be_written_is_named() {
    let folder = prepare();
    let outcome = check(folder.path(), &["--html", "nowhere/report.html"]);
    assert_eq!(outcome.code, Some(2));
    assert!(
        outcome.stderr.contains("nowhere/report.html"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_report_never_takes_the_place_of_what_it_is_about() {
    let folder = prepare();
    for (more, why) in [
        (
            &["--html", "records/trajecten.csv"][..],
            "records/trajecten.csv would be one of the records in records",
        ),
        (
            &["--json", "records/trajecten-2.CSV"],
            "records/trajecten-2.CSV would be one of the records in records",
        ),
        (
            &["--json", "records/../regio.toml"],
            "regio.toml is the input and would be lost",
        ),
        (
            &["--json", "report", "--html", "./report"],
            "./report is named for two answers",
        ),
    ] {
        let outcome = check(folder.path(), more);
        assert_eq!(outcome.code, Some(2), "{}", outcome.said());
        assert!(outcome.stderr.contains(why), "{}", outcome.stderr);
        assert_eq!(outcome.stdout, "");
    }
    let untouched = prepare();
    for file in ["regio.toml", "records/trajecten.csv"] {
        let read = |place: &Path| fs::read(place.join(file)).unwrap();
        assert!(read(folder.path()) == read(untouched.path()), "{file}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_mistake_in_the_configuration_is_told_with_its_line_and_field() {
    let folder = prepare();
    let path = folder.path().join("regio.toml");
    let right = fs::read_to_string(&path).unwrap();
    for (from, to, why) in [
        (
            "peildatum = \"2025-04-01\"",
            "peildatum = 2025-04-01",
            "regio.toml, line 2: `peildatum` is 2025-04-01: it must be a text, so put quotes around it: \"2025-04-01\"",
        ),
        (
            "drempel = 10",
            "drempel = -1",
            "`drempel` is -1: give a whole number of 0 or more",
        ),
        (
            "soort = \"regio\"",
            "soort = \"dorp\"",
            "`soort` is \"dorp\": it can be \"gemeente\", \"deelregio\", \"regio\"",
        ),
    ] {
        fs::write(&path, right.replacen(from, to, 1)).unwrap();
        let outcome = check(folder.path(), &[]);
        assert_eq!(outcome.code, Some(2));
        assert!(outcome.stderr.contains(why), "{}", outcome.stderr);
    }
    fs::remove_file(&path).unwrap();
    let outcome = check(folder.path(), &[]);
    assert_eq!(outcome.code, Some(2));
    assert!(
        outcome.stderr.contains(
            "there is no configuration regio.toml; name the file of your region with --regio"
        ),
        "{}",
        outcome.stderr
    );
}

#[test]
fn the_specification_is_the_handbook() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let page = fs::read_to_string(docs.join("input.md")).unwrap();
    for language in ["nl", "en"] {
        let outcome = regiovisie(&docs, &["check", "--specification", "--language", language]);
        assert_eq!(outcome.code, Some(0));
        assert!(page.contains(&outcome.stdout));
    }
    let outcome = regiovisie(&docs, &["check", "--specification=json"]);
    assert_eq!(
        outcome.stdout,
        fs::read_to_string(docs.join("input.json")).unwrap()
    );
    let schema: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(schema["resources"].as_array().unwrap().len(), 9);
}
