//! Planted leaks, each with a twin in which it is mended.

use super::*;

#[test]
fn a_total_minus_its_siblings() {
    let leak = "vorm,waarde,status\nK,,geheim\nL,10,open\nM,15,open\ntotaal,30,open\n";
    assert_eq!(ranges(&[leak], None), [cell("K", 5, 5)]);
    let mended = "vorm,waarde,status\nK,,geheim\nL,10,open\nM,,geheim\ntotaal,30,open\n";
    assert_eq!(
        ranges(&[mended], None),
        [cell("K", 0, 20), cell("M", 0, 20)]
    );
}

#[test]
fn two_tables_with_other_members_that_are_each_safe() {
    let first = "vorm,waarde,status\nK,,geheim\nL,,geheim\nM,11,open\ntotaal,26,open\n";
    assert_eq!(ranges(&[first], None), [cell("K", 0, 15), cell("L", 0, 15)]);
    let second = "vorm,waarde,status\nK,3,open\nN,9,open\ntotaal,12,open\n";
    assert_eq!(
        ranges(&[first, second], None),
        [cell("K", 3, 3), cell("L", 12, 12)]
    );
    let mended = "vorm,waarde,status\nK,,geheim\nN,,geheim\ntotaal,12,open\n";
    assert_eq!(
        ranges(&[first, mended], None),
        [cell("K", 0, 12), cell("L", 3, 15), cell("N", 0, 12)]
    );
}

#[test]
fn a_year_minus_its_quarters() {
    let years = "tijd,waarde,status\n2023,40,open\n";
    let quarters =
        "tijd,waarde,status\n2023-1,11,open\n2023-2,12,open\n2023-3,13,open\n2023-4,,geheim\n";
    let time = "dimensie,lid,deel_van\ntijd,2023-1,2023\ntijd,2023-2,2023\ntijd,2023-3,2023\ntijd,2023-4,2023\n";
    assert_eq!(
        ranges(&[years, quarters], Some(time)),
        [cell("2023-4", 4, 4)]
    );
    assert_eq!(
        ranges(&[quarters], Some(time)),
        [("2023-4".to_owned(), 0, None)]
    );
    let mended =
        "tijd,waarde,status\n2023-1,11,open\n2023-2,12,open\n2023-3,,geheim\n2023-4,,geheim\n";
    assert_eq!(
        ranges(&[years, mended], Some(time)),
        [cell("2023-3", 0, 17), cell("2023-4", 0, 17)]
    );
}

#[test]
fn a_percentage_with_its_denominator() {
    let counts =
        |total: u32| format!("vorm;waarde;status\nK;;geheim\nL;;geheim\ntotaal;{total};open\n");
    let share = "vorm;percentage;van;status\nK;12,5;vorm;open\nL;;;geheim\n";
    assert_eq!(
        ranges(&[&counts(40), share], None),
        [cell("K", 5, 5), cell("L", 35, 35)]
    );
    // 12.45 to 12.55 % of 4000 is 498 to 502.
    assert_eq!(
        ranges(&[&counts(4000), share], None),
        [cell("K", 498, 502), cell("L", 3498, 3502)]
    );
    assert_eq!(
        ranges(&[&counts(40)], None),
        [cell("K", 0, 40), cell("L", 0, 40)]
    );
}

#[test]
fn a_percentage_with_its_numerator_tells_the_denominator() {
    let counts = "vorm,waarde,status\nK,5,open\nL,,geheim\ntotaal,,geheim\n";
    let share = "vorm,percentage,van,status\nK,20.0%,vorm,open\n";
    assert_eq!(
        ranges(&[counts, share], None),
        [cell("L", 20, 20), cell("totaal", 25, 25)]
    );
}

#[test]
fn rounded_in_one_file_and_unrounded_in_another() {
    let rounded =
        "vorm,waarde,status,afronding\nK,,geheim,\nL,10,open,5\nM,15,open,5\ntotaal,30,open,5\n";
    // 28 to 32 less 8 to 12 and 13 to 17.
    assert_eq!(ranges(&[rounded], None), [cell("K", 0, 11)]);
    let unrounded = "vorm,waarde,status\nL,11,open\nM,14,open\nK,,geheim\ntotaal,31,open\n";
    assert_eq!(ranges(&[rounded, unrounded], None), [cell("K", 6, 6)]);
    let half_mended =
        "vorm,waarde,status,afronding\nK,,geheim,\nL,11,open,\nM,15,open,5\ntotaal,30,open,5\n";
    assert_eq!(ranges(&[rounded, half_mended], None), [cell("K", 0, 8)]);
}

#[test]
fn rounding_to_an_even_number_leaves_both_halves() {
    let table = "vorm,waarde,status,afronding\nK,,geheim,\nL,20,open,10\ntotaal,40,open,10\n";
    assert_eq!(ranges(&[table], None), [cell("K", 10, 30)]);
    let small = "vorm,waarde,status,afronding\nK,,geheim,\nL,0,open,10\ntotaal,0,open,10\n";
    assert_eq!(ranges(&[small], None), [cell("K", 0, 5)]);
}

const PLACES: &str = "dimensie,lid,deel_van
gemeente,Delft,West
gemeente,Rijswijk,West
gemeente,Voorschoten,Oost
gemeente,Wassenaar,Oost
gemeente,Delft,COROP-26
gemeente,Rijswijk,COROP-26
gemeente,Wassenaar,COROP-26
gemeente,Voorschoten,COROP-25
";

fn places(corop_25: &str, corop_26: &str) -> String {
    format!(
        "gemeente,waarde,status
Delft,50,open
Rijswijk,,geheim
Voorschoten,,geheim
Wassenaar,,geheim
West,,geheim
Oost,,geheim
COROP-25,{corop_25}
COROP-26,{corop_26}
totaal,92,open
"
    )
}

#[test]
fn a_grouping_that_does_not_nest() {
    let leak = ranges(&[&places(",geheim", "87,open")], Some(PLACES));
    for expected in [cell("Voorschoten", 5, 5), cell("COROP-25", 5, 5)] {
        assert!(leak.contains(&expected), "{leak:?}");
    }
    let mended = ranges(&[&places(",geheim", ",geheim")], Some(PLACES));
    for expected in [
        cell("Voorschoten", 0, 42),
        cell("COROP-25", 0, 42),
        cell("COROP-26", 50, 92),
        cell("West", 50, 92),
    ] {
        assert!(mended.contains(&expected), "{mended:?}");
    }
}

/// What is found of the hidden percentages of these tables: cell, lowest and highest, and whether that is as good as known.
fn percentages(tables: &[&str]) -> Vec<(String, f64, f64, bool)> {
    let files: Vec<File<'_>> = tables
        .iter()
        .map(|text| File {
            name: "a.csv",
            bytes: text.as_bytes(),
        })
        .collect();
    let found = attack(&files, None, &Highs::default()).unwrap();
    assert_eq!(found, attack(&files, None, &Microlp).unwrap());
    found
        .iter()
        .flat_map(|range| {
            range.percentages.iter().map(|percentage| {
                let member = range.cell[0].1.clone();
                (member, percentage.low, percentage.high, percentage.known())
            })
        })
        .collect()
}

#[test]
fn a_hundred_minus_the_other_percentages() {
    let leak = "vorm,percentage,van,status\nK,75,vorm,open\nL,,,geheim\n";
    assert_eq!(percentages(&[leak]), [("L".to_owned(), 24.5, 25.5, true)]);
    // The counts are in no file; at least one, for nobody is 24.5 % of a group.
    assert_eq!(ranges(&[leak], None), [("L".to_owned(), 1, None)]);
    let mended = "vorm,percentage,van,status\nK,75,vorm,open\nL,,,geheim\nM,,,geheim\n";
    assert_eq!(
        percentages(&[mended]),
        [
            ("L".to_owned(), 0.0, 25.5, false),
            ("M".to_owned(), 0.0, 25.5, false)
        ]
    );
}

#[test]
fn a_hidden_percentage_of_counts_that_are_open() {
    let counts = "vorm,waarde,status\nK,30,open\nL,10,open\ntotaal,40,open\n";
    let share = "vorm,percentage,van,status\nK,,vorm,geheim\nL,,vorm,geheim\n";
    assert_eq!(
        percentages(&[counts, share]),
        [
            ("K".to_owned(), 75.0, 75.0, true),
            ("L".to_owned(), 25.0, 25.0, true)
        ]
    );
    let mended = "vorm,waarde,status\nK,,geheim\nL,,geheim\ntotaal,40,open\n";
    assert_eq!(
        percentages(&[mended, share]),
        [
            ("K".to_owned(), 0.0, 100.0, false),
            ("L".to_owned(), 0.0, 100.0, false)
        ]
    );
}

#[test]
fn a_hidden_percentage_within_a_group_of_another_dimension() {
    let share = "gemeente,vorm,percentage,van,status\nDelft,K,40.0,vorm,open\nDelft,L,60.0,vorm,open\n\
                 Rijswijk,K,,vorm,geheim\nRijswijk,L,90.0,vorm,open\n";
    let found = percentages(&[share]);
    assert_eq!(found, [("Rijswijk".to_owned(), 9.95, 10.05, true)]);
}

#[test]
fn a_hidden_percentage_that_does_not_say_of_what() {
    let share = "gemeente,vorm,percentage,van,status\nDelft,K,40,vorm,open\nDelft,L,60,gemeente,open\nRijswijk,K,,,geheim\n";
    assert!(
        refusal(&[share], None)
            .contains("a.csv, line 4, column van: \"\" names no dimension of this table"),
        "{}",
        refusal(&[share], None)
    );
}

#[test]
fn a_line_number_counts_empty_lines() {
    let table = "vorm,waarde,status\nK,1,open\n\n\nL,x,open\n";
    assert!(
        refusal(&[table], None).starts_with("a.csv, line 5, "),
        "{}",
        refusal(&[table], None)
    );
}

#[test]
fn the_true_percentage_never_lies_outside_the_range() {
    for (k, l, m) in (0..6).flat_map(|k| (0..6).flat_map(move |l| (1..6).map(move |m| (k, l, m)))) {
        let total = k + l + m;
        let printed = (f64::from(k) * 100.0 / f64::from(total)).round();
        let counts =
            format!("vorm,waarde,status\nK,,geheim\nL,{l},open\nM,,geheim\ntotaal,,geheim\n");
        let share =
            format!("vorm,percentage,van,status\nK,{printed},vorm,open\nL,,,geheim\nM,,,geheim\n");
        for (name, low, high, _) in percentages(&[&counts, &share]) {
            let count = if name == "L" { l } else { m };
            let truth = f64::from(count) * 100.0 / f64::from(total);
            assert!(
                low - 1e-3 <= truth && truth <= high + 1e-3,
                "{name} of {k}, {l}, {m}: {truth} is not within {low} to {high}"
            );
        }
    }
}
