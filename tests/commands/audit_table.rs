//! `regiovisie audit --table`

use std::fs;
use std::path::Path;

use crate::{Outcome, regiovisie};

/// A test table of the sdcTable package with its totals; the nine cells with a star are hidden.
const SDC_TABLE: &str = "\
rij,kolom,waarde,status
w,a,30,geheim
w,b,47,geheim
w,c,64,geheim
w,d,89,open
w,totaal,230,open
x,a,90,geheim
x,b,124,open
x,c,5,geheim
x,d,31,open
x,totaal,250,open
y,a,92,open
y,b,100,geheim
y,c,59,open
y,d,85,geheim
y,totaal,336,open
z,a,800,open
z,b,991,geheim
z,c,651,open
z,d,685,geheim
z,totaal,3127,open
totaal,a,1012,open
totaal,b,1262,open
totaal,c,779,open
totaal,d,890,open
totaal,totaal,3943,open
";

/// The same with dimensions in the order of the alphabet, into which `serde_json` brings what it reads.
fn sorted_names() -> String {
    SDC_TABLE.replace("rij,kolom", "a_rij,b_kolom")
}

fn audit(files: &[(&str, &str)], more: &[&str]) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let mut arguments = vec!["audit"];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
        if *name != "groepen.csv" {
            arguments.extend(["--table", name]);
        }
    }
    arguments.extend(more);
    regiovisie(folder.path(), &arguments)
}

/// Members of the cell, lowest and highest value of each line of the JSON, in order.
fn ranges(outcome: &Outcome) -> Vec<(String, u64, Option<u64>)> {
    assert_eq!(outcome.code, Some(0), "{}", outcome.said());
    let cells: Vec<serde_json::Value> = serde_json::from_str(&outcome.stdout).unwrap();
    cells
        .iter()
        .map(|cell| {
            let keys: Vec<&String> = cell.as_object().unwrap().keys().collect();
            assert_eq!(keys.len(), 3, "{cell}");
            let members = cell["cel"].as_object().unwrap().values();
            (
                members
                    .map(|member| member.as_str().unwrap())
                    .collect::<Vec<_>>()
                    .join(" "),
                cell["laagst"].as_u64().unwrap(),
                cell["hoogst"].as_u64(),
            )
        })
        .collect()
}

#[test]
fn json_gives_the_range_of_every_hidden_cell() {
    let found = ranges(&audit(&[("sdc.csv", &sorted_names())], &["--json"]));
    let names: Vec<&str> = found.iter().map(|cell| cell.0.as_str()).collect();
    assert_eq!(
        names,
        [
            "w a", "w b", "w c", "x a", "x c", "y b", "y d", "z b", "z d"
        ]
    );
    for expected in [
        ("w a".to_owned(), 25, Some(94)),
        ("w b".to_owned(), 47, Some(47)),
        ("z d".to_owned(), 585, Some(770)),
    ] {
        assert!(found.contains(&expected), "{found:?}");
    }
}

#[test]
fn json_names_a_cell_in_the_order_of_its_table() {
    let outcome = audit(&[("sdc.csv", SDC_TABLE)], &["--json"]);
    assert!(
        outcome
            .stdout
            .contains(r#"{"cel":{"rij":"w","kolom":"b"},"laagst":47,"hoogst":47}"#),
        "{}",
        outcome.stdout
    );
}

#[test]
fn hiding_one_more_gives_room() {
    let text = sorted_names().replace("x,d,31,open", "x,d,31,geheim");
    let found = ranges(&audit(&[("sdc.csv", &text)], &["--json"]));
    assert!(
        found.contains(&("w b".to_owned(), 0, Some(78))),
        "{found:?}"
    );
    assert_eq!(audit(&[("sdc.csv", &text)], &[]).code, Some(0));
}

#[test]
fn the_table_in_dutch_marks_what_is_known_and_ends_with_three() {
    let outcome = audit(&[("sdc.csv", SDC_TABLE)], &[]);
    assert_eq!(outcome.code, Some(3), "{}", outcome.stderr);
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    assert_eq!(
        lines[0].split_whitespace().collect::<Vec<_>>(),
        ["cel", "laagst", "hoogst"]
    );
    let known: Vec<&&str> = lines
        .iter()
        .filter(|line| line.ends_with("precies bekend"))
        .collect();
    assert_eq!(known.len(), 1, "{}", outcome.stdout);
    assert!(known[0].starts_with("rij=w, kolom=b "), "{}", known[0]);
    assert!(
        lines[lines.len() - 1].starts_with("Geheime cellen: 9, waarvan precies bekend: 1"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn linked_tables_and_a_hierarchy() {
    let years = "jaar,waarde,status\n2023,40,open\n";
    let quarters = "jaar,vorm,waarde,status\n2023-1,totaal,11,open\n2023-2,totaal,12,open\n\
                    2023-3,totaal,13,open\n2023-4,totaal,,geheim\n";
    let groups = "dimensie,lid,deel_van\njaar,2023-1,2023\njaar,2023-2,2023\njaar,2023-3,2023\njaar,2023-4,2023\n";
    let files = [
        ("jaren.csv", years),
        ("kwartalen.csv", quarters),
        ("groepen.csv", groups),
    ];
    let linked = audit(&files, &["--hierarchy", "groepen.csv", "--json"]);
    assert_eq!(ranges(&linked), [("2023-4 totaal".to_owned(), 4, Some(4))]);
    let apart = audit(&files[..2], &["--json"]);
    assert_eq!(ranges(&apart), [("2023-4 totaal".to_owned(), 0, None)]);
    assert!(apart.stdout.contains("\"hoogst\":null"), "{}", apart.stdout);
}

#[test]
fn several_tables_after_one_flag() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("a.csv"),
        "vorm,waarde,status\nK,,geheim\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("b.csv"),
        "vorm,waarde,status\nK,4,open\n",
    )
    .unwrap();
    let outcome = regiovisie(
        folder.path(),
        &["audit", "--table", "a.csv", "b.csv", "--json"],
    );
    assert_eq!(ranges(&outcome), [("K".to_owned(), 4, Some(4))]);
}

#[track_caller]
fn refused(outcome: &Outcome, words: &[&str]) {
    assert_eq!(outcome.code, Some(1), "{}", outcome.said());
    assert_eq!(outcome.stdout, "");
    for word in words {
        assert!(
            outcome.stderr.contains(word),
            "no {word:?} in: {}",
            outcome.stderr
        );
    }
}

#[test]
fn wrong_input_ends_with_one_and_says_where() {
    let cases = [
        ("vorm,status\nK,open\n", "no column waarde"),
        ("vorm,waarde,status\nK,1,dicht\n", "line 2, column status"),
        ("vorm,waarde,status\nK,-1,open\n", "line 2, column waarde"),
        ("vorm,waarde,status\nK,1.5,open\n", "line 2, column waarde"),
        ("", "no rows"),
        ("vorm,waarde,status\nK,1,open\nK,1,open\n", "line 3"),
        (
            "vorm,waarde,status\nK,1,open\nL,1,open\ntotaal,3,open\n",
            "contradict each other",
        ),
    ];
    for (text, words) in cases {
        for more in [&[][..], &["--json"]] {
            refused(&audit(&[("fout.csv", text)], more), &[words, "fout.csv"]);
        }
    }
    let conflict = [
        ("een.csv", "vorm,waarde,status\nK,1,open\n"),
        ("twee.csv", "vorm,waarde,status\nL,3,open\nK,2,open\n"),
    ];
    refused(
        &audit(&conflict, &[]),
        &["1 (een.csv line 2)", "2 (twee.csv line 3)"],
    );
    let circle = [
        ("fout.csv", "vorm,waarde,status\nK,1,open\nL,1,open\n"),
        ("groepen.csv", "dimensie,lid,deel_van\nvorm,K,L\nvorm,L,K\n"),
    ];
    refused(
        &audit(&circle, &["--hierarchy", "groepen.csv"]),
        &["groepen.csv, line", "circle"],
    );
}

#[test]
fn a_table_that_is_not_there() {
    let outcome = regiovisie(Path::new("."), &["audit", "--table", "nergens.csv"]);
    refused(&outcome, &["nergens.csv cannot be read"]);
}

#[test]
fn a_folder_or_tables_and_not_both() {
    for arguments in [
        &["audit"][..],
        &["audit", "map", "--table", "a.csv"],
        &["audit", "map", "--json"],
    ] {
        let outcome = regiovisie(Path::new("."), arguments);
        assert_eq!(outcome.code, Some(2), "{arguments:?}: {}", outcome.said());
        assert!(outcome.stderr.contains("Usage"), "{}", outcome.stderr);
    }
}

#[test]
fn help_tells_the_format() {
    let outcome = regiovisie(Path::new("."), &["audit", "--help"]);
    for word in [
        "waarde",
        "afronding",
        "percentage",
        "deel_van",
        "regiovisie audit --table",
    ] {
        assert!(
            outcome.stdout.contains(word),
            "no {word} in: {}",
            outcome.stdout
        );
    }
}
