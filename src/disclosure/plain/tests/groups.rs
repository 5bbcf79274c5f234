//! Which cells are one, which sums hold, and what is missing.

use super::*;

#[test]
fn totals_of_different_dimensions_are_one_cell() {
    let forms =
        "gemeente,vorm,waarde,status\nDelft,K,,geheim\nDelft,L,8,open\nDelft,totaal,,geheim\n";
    let ages = "gemeente,leeftijd,waarde,status\nDelft,0-11,7,open\nDelft,12-17,6,open\nDelft,totaal,13,open\n";
    assert_eq!(
        ranges(&[forms, ages], None),
        [cell("Delft K", 5, 5), cell("Delft totaal", 13, 13)]
    );
}

#[test]
fn totals_over_other_members_are_other_cells() {
    // The totals 26 and 12 do not contradict each other; the total of everything is neither.
    let first =
        "vorm,leeftijd,waarde,status\nK,totaal,,geheim\nL,totaal,20,open\ntotaal,totaal,26,open\n";
    let second =
        "vorm,leeftijd,waarde,status\nK,totaal,,geheim\nN,totaal,6,open\ntotaal,totaal,12,open\n";
    let everything = "leeftijd,waarde,status\n0-11,,geheim\n12-17,30,open\ntotaal,,geheim\n";
    assert_eq!(ranges(&[first, second], None), [cell("K totaal", 6, 6)]);
    let found = ranges(&[first, second, everything], None);
    // All youths are at least those of K and L.
    assert!(
        found.contains(&("totaal".to_owned(), 30, None)),
        "{found:?}"
    );
}

#[test]
fn totals_over_the_same_members_by_groups_are_one_cell() {
    let towns =
        "gemeente,waarde,status\nDelft,,geheim\nRijswijk,20,open\nLeiden,30,open\ntotaal,,geheim\n";
    let regions = "gemeente,waarde,status\nHaaglanden,25,open\nHolland,30,open\ntotaal,55,open\n";
    let groups = "dimensie,lid,deel_van\ngemeente,Delft,Haaglanden\ngemeente,Rijswijk,Haaglanden\ngemeente,Leiden,Holland\n";
    assert_eq!(
        ranges(&[towns, regions], Some(groups)),
        [cell("Delft", 5, 5), cell("totaal", 55, 55)]
    );
}

#[test]
fn groups_that_overlap_hang_together_without_their_parts() {
    // North has a and b, south c and d; east a and c, west b and d: east at most 3 and north at least 10 leave west 7 or more.
    let table = "gebied,waarde,status\nnorth,10,open\nsouth,,geheim\neast,3,open\nwest,,geheim\n";
    let groups = "dimensie,lid,deel_van\ngebied,a,north\ngebied,b,north\ngebied,c,south\ngebied,d,south\n\
                  gebied,a,east\ngebied,c,east\ngebied,b,west\ngebied,d,west\n";
    assert_eq!(
        ranges(&[table], Some(groups)),
        [("south".to_owned(), 0, None), ("west".to_owned(), 7, None)]
    );
}

#[test]
fn a_group_with_all_levels_listed_counts_nobody_twice() {
    let table = "gebied,waarde,status\na,1,open\nb,2,open\nc,4,open\nwest,3,open\neast,,geheim\nall,,geheim\ntotaal,,geheim\n";
    let groups = "dimensie,lid,deel_van\ngebied,a,west\ngebied,b,west\ngebied,c,east\n\
                  gebied,west,all\ngebied,east,all\ngebied,a,all\ngebied,all,totaal\n";
    assert_eq!(
        ranges(&[table], Some(groups)),
        [cell("east", 4, 4), cell("all", 7, 7), cell("totaal", 7, 7)]
    );
}

#[test]
fn a_part_that_stands_in_no_table_is_unknown() {
    let table = "gebied,waarde,status\na,1,open\nwest,,geheim\n";
    let groups = "dimensie,lid,deel_van\ngebied,a,west\ngebied,b,west\n";
    assert_eq!(
        ranges(&[table], Some(groups)),
        [("west".to_owned(), 1, None)]
    );
}

#[test]
fn a_combination_that_is_missing_is_not_zero() {
    let table = "gemeente,vorm,waarde,status\nDelft,K,,geheim\nDelft,L,8,open\nDelft,totaal,20,open\n\
                 Leiden,M,4,open\n";
    // Delft has youths in M as well, perhaps.
    assert_eq!(ranges(&[table], None), [cell("Delft K", 0, 12)]);
}

#[test]
fn open_in_one_table_and_hidden_in_another_is_known() {
    let hidden = "vorm,waarde,status\nK,,geheim\nL,,geheim\ntotaal,9,open\n";
    let open = "vorm,leeftijd,waarde,status\nK,totaal,4,open\n";
    assert_eq!(
        ranges(&[hidden, open], None),
        [cell("K", 4, 4), cell("L", 5, 5)]
    );
    // Named by the first table it stands in.
    assert_eq!(
        ranges(&[open, hidden], None),
        [cell("K totaal", 4, 4), cell("L", 5, 5)]
    );
}

#[test]
fn halves_are_no_youths() {
    // In each of two triangles any two hold at most one youth together: three halves and three halves, but one and one.
    let mut text = "gebied,waarde,status,afronding\ntotaal,,geheim,\n".to_owned();
    let mut groups = "dimensie,lid,deel_van\n".to_owned();
    for pair in ["ab", "bc", "ca", "de", "ef", "fd"] {
        text += &format!("{pair},0,open,3\n");
        for member in pair.chars() {
            groups += &format!("gebied,{member},{pair}\n");
        }
    }
    for member in "abcdef".chars() {
        text += &format!("{member},,geheim,\n");
    }
    let found = ranges(&[&text], Some(&groups));
    assert_eq!(found[0], cell("totaal", 0, 2));
    assert_eq!(found[1], cell("a", 0, 1));
}
