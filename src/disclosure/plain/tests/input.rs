//! Bad input is refused in words: the file, the line, the column, and what to do.

use super::*;
use crate::disclosure::plain::Attack;

const GOOD: &str = "vorm,waarde,status\nK,,geheim\nL,10,open\ntotaal,30,open\n";

#[track_caller]
fn says(message: &str, words: &[&str]) {
    for word in words {
        assert!(message.contains(word), "no {word:?} in: {message}");
    }
}

#[test]
fn byte_order_mark_and_semicolons_are_fine() {
    let text = format!("\u{feff}{}", GOOD.replace(',', ";"));
    assert_eq!(ranges(&[&text], None), [cell("K", 20, 20)]);
}

#[test]
fn a_total_in_capitals_is_the_total() {
    let text = GOOD.replace("totaal", "Totaal").replace("open", "Open");
    assert_eq!(ranges(&[&text], None), [cell("K", 20, 20)]);
}

#[test]
fn a_quote_that_is_not_closed_swallows_no_rows() {
    for (text, line) in [
        (
            "vorm,waarde,status\nK,,geheim\n\"L,10,open\ntotaal,30,open\n",
            "line 3",
        ),
        (
            "vorm,waarde,status\nK,,geheim\nL,\"10,open\ntotaal,30\",open\n",
            "",
        ),
    ] {
        says(&refusal(&[text], None), &["a.csv", line]);
    }
}

#[test]
fn a_missing_column() {
    for (column, text) in [
        ("waarde", "vorm,getal,status\nK,1,open\n"),
        ("status", "vorm,waarde\nK,1\n"),
        ("van", "vorm,percentage,status\nK,1,open\n"),
    ] {
        says(
            &refusal(&[text], None),
            &["a.csv", &format!("no column {column}"), "it names: vorm"],
        );
    }
    says(
        &refusal(&[GOOD], Some("dimensie,lid\nvorm,K\n")),
        &["groups.csv", "deel_van"],
    );
    says(
        &refusal(&["waarde,status\n1,open\n"], None),
        &["a.csv", "dimension"],
    );
}

#[test]
fn a_column_that_stands_there_twice() {
    says(
        &refusal(&["vorm,vorm,waarde,status\nK,K,1,open\n"], None),
        &["a.csv", "\"vorm\"", "own name"],
    );
}

#[test]
fn an_unknown_status() {
    says(
        &refusal(&[&GOOD.replace("geheim", "secret")], None),
        &[
            "a.csv, line 2, column status",
            "\"secret\"",
            "open or geheim",
        ],
    );
}

#[test]
fn values_that_are_no_counts() {
    for value in [
        "-10",
        "10.5",
        "\"10,5\"",
        "",
        "tien",
        "+10",
        "1e3",
        "99999999999999",
    ] {
        let text = GOOD.replace("10,open", &format!("{value},open"));
        says(
            &refusal(&[&text], None),
            &["a.csv, line 3, column waarde", "whole number of 0 or more"],
        );
    }
}

#[test]
fn the_value_of_a_hidden_cell_is_not_even_read() {
    let text = GOOD.replace(",,geheim", ",-3.5,geheim");
    assert_eq!(ranges(&[&text], None), [cell("K", 20, 20)]);
}

#[test]
fn a_value_that_was_not_rounded_so() {
    let text = "vorm,waarde,status,afronding\nK,12,open,5\n";
    says(
        &refusal(&[text], None),
        &["a.csv, line 2, column waarde", "no multiple of 5"],
    );
    let text = "vorm,waarde,status,afronding\nK,12,open,0\n";
    says(&refusal(&[text], None), &["column afronding"]);
}

#[test]
fn values_that_are_no_percentages() {
    for value in ["101", "-1", "12.", "0.1234567", "een"] {
        let text = format!("vorm,percentage,van,status\nK,{value},vorm,open\n");
        says(
            &refusal(&[GOOD, &text], None),
            &["b.csv, line 2, column percentage", "0 to 100"],
        );
    }
    let text = "vorm,percentage,van,status\nK,50,leeftijd,open\n";
    says(
        &refusal(&[GOOD, text], None),
        &["b.csv, line 2, column van", "leeftijd", "out of: vorm"],
    );
}

#[test]
fn percentages_of_one_of_several_totals() {
    let first = "vorm,waarde,status\nK,1,open\nL,1,open\ntotaal,2,open\n";
    let second = "vorm,waarde,status\nK,1,open\nN,1,open\ntotaal,2,open\n";
    let share = "vorm,percentage,van,status\nK,50,vorm,open\n";
    says(
        &refusal(&[first, second, share], None),
        &["c.csv", "several totals of vorm"],
    );
    let clear = "vorm,percentage,van,status\nK,50,vorm,open\nN,50,vorm,open\n";
    assert_eq!(ranges(&[first, second, clear], None), []);
}

#[test]
fn an_empty_file() {
    for text in ["", "vorm,waarde,status\n"] {
        says(&refusal(&[text], None), &["a.csv has no rows"]);
    }
}

#[test]
fn rows_of_another_length() {
    says(
        &refusal(&["vorm,waarde,status\nK,1,open\nL,1\n"], None),
        &["a.csv, line 3", "2 columns", "names 3"],
    );
}

#[test]
fn the_same_row_twice() {
    let text = format!("{GOOD}K,4,open\n");
    says(
        &refusal(&[&text], None),
        &["a.csv, line 5", "vorm=K", "line 2 too"],
    );
}

#[test]
fn bytes_that_are_no_text() {
    let bytes = b"vorm,waarde,status\nK,1,open\nGezinsco\xebrdinatie,1,open\n";
    let error = Attack::new(
        &[File {
            name: "a.csv",
            bytes,
        }],
        None,
    )
    .unwrap_err()
    .to_string();
    says(&error, &["a.csv, line 3", "UTF-8"]);
}

#[test]
fn a_member_that_is_empty() {
    says(
        &refusal(&["vorm,waarde,status\n,1,open\n"], None),
        &["a.csv, line 2, column vorm", "totaal"],
    );
}

#[test]
fn unknown_names_in_the_hierarchy() {
    let table = "gemeente,waarde,status\nVoorschoten,,geheim\nDelft,1,open\nWest,5,open\n";
    let misspelt = "dimensie,lid,deel_van\ngemeente,Voorschotten,West\ngemeente,Delft,West\n";
    says(
        &refusal(&[table], Some(misspelt)),
        &[
            "groups.csv, line 2, column lid",
            "\"Voorschotten\"",
            "\"Voorschoten\"",
        ],
    );
    let stranger = "dimensie,lid,deel_van\ngemeente,Groningen,Noord\n";
    says(
        &refusal(&[table], Some(stranger)),
        &[
            "groups.csv, line 2, column lid",
            "\"Groningen\"",
            "stands in no table",
        ],
    );
    let dimension = "dimensie,lid,deel_van\nplaats,Delft,West\n";
    says(
        &refusal(&[table], Some(dimension)),
        &[
            "groups.csv, line 2, column dimensie",
            "\"plaats\"",
            "gemeente",
        ],
    );
    let total = "dimensie,lid,deel_van\ngemeente,totaal,West\n";
    says(
        &refusal(&[table], Some(total)),
        &["groups.csv, line 2, column lid"],
    );
}

#[test]
fn a_circle_in_the_hierarchy() {
    let table = "gemeente,waarde,status\na,1,open\nb,1,open\nc,1,open\n";
    let circle = "dimensie,lid,deel_van\ngemeente,c,b\ngemeente,a,b\ngemeente,b,a\n";
    says(
        &refusal(&[table], Some(circle)),
        &["groups.csv, line", "circle", "a > b > a"],
    );
    let itself = "dimensie,lid,deel_van\ngemeente,a,a\n";
    says(
        &refusal(&[table], Some(itself)),
        &["groups.csv, line 2", "a > a"],
    );
}

#[test]
fn two_values_for_one_cell_name_both_places() {
    let first = "vorm,waarde,status\nK,10,open\n";
    let second = "vorm,leeftijd,waarde,status\nL,totaal,1,open\nK,totaal,11,open\n";
    says(
        &refusal(&[first, second], None),
        &["vorm=K", "10 (a.csv line 2)", "11 (b.csv line 3)"],
    );
    // Rounded, both can be true.
    let rounded = "vorm,leeftijd,waarde,status,afronding\nK,totaal,10,open,5\n";
    let exact = "vorm,waarde,status\nK,12,open\n";
    assert_eq!(ranges(&[exact, rounded], None), []);
    let exact = "vorm,waarde,status\nK,13,open\n";
    says(
        &refusal(&[exact, rounded], None),
        &["13 (a.csv line 2)", "8 to 12 (b.csv line 2)"],
    );
}

#[test]
fn sums_that_contradict_each_other_name_the_few_that_do() {
    let text = "rij,kolom,waarde,status\n\
        w,a,1,open\nw,b,,geheim\nw,totaal,3,open\n\
        x,a,,geheim\nx,b,,geheim\nx,totaal,9,open\n\
        y,a,4,open\ny,b,5,open\ny,totaal,8,open\n";
    let message = refusal(&[text], None);
    says(
        &message,
        &[
            "contradict",
            "[rij=y, kolom=totaal] (8, a.csv line 10) = ",
            "[rij=y, kolom=a] (4, a.csv line 8)",
        ],
    );
    assert!(!message.contains("rij=w"), "{message}");
}

#[test]
fn what_only_a_solver_finds_contradictory_is_named_too() {
    // Every pair of a, b and c makes 3 and so all three make four and a half.
    let text = "x,y,waarde,status\n\
        1,p,,geheim\n1,q,,geheim\n1,totaal,3,open\n\
        2,p,,geheim\n2,r,,geheim\n2,totaal,3,open\n";
    assert!(attacked(&[text], None).is_ok());
    let table = "groep,waarde,status\nab,3,open\nbc,3,open\nca,3,open\na,,geheim\n";
    let groups = "dimensie,lid,deel_van\ngroep,a,ab\ngroep,b,ab\ngroep,b,bc\ngroep,c,bc\ngroep,c,ca\ngroep,a,ca\n";
    let message = refusal(&[table], Some(groups));
    says(
        &message,
        &["contradict", "groep=ab", "groep=bc", "groep=ca"],
    );
}
