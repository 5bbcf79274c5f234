//! Waiting lists that are drawn here and counted by hand.

use std::fs;

use regiovisie::cube::CellKey;
use regiovisie::publish::count;
use regiovisie::vocabulary::{Dimension, Member, Table};

// Counted on 31 March 2023. 91 days before it is 30 December 2022.
// X outpatient  Delft      A waits since 30 December: 91 days, so long
//                          B was counted on 15 March and waits since 15 December: 90 days, so not
//               The Hague  A is on this list too: another place, 10 days
//   day care    Delft      nobody
// Y outpatient  Delft      nobody
//   foster care The Hague  C waits since 31 March: 0 days
// On 30 June Y tells that nobody waits; X tells nothing. The date of the second row lies inside the quarter.
const WAITING: &str = "\
kwartaal_einde,aanbieder,zorgvorm,gemeente,persoon,aangemeld
2023-03-31,X,02,GM0503,A,2022-12-30
2023-03-15,X,02,GM0503,B,2022-12-15
2023-03-31,X,02,GM0518,A,2023-03-21
2023-03-31,X,03,GM0503,,
2023-03-31,Y,02,GM0503,,
2023-03-31,Y,11,GM0518,C,2023-03-31
2023-06-30,Y,02,GM0503,,
";

#[test]
fn lists_are_tabulated_as_counted_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    crate::by_hand::delivery(folder.path());
    fs::write(folder.path().join("wachtlijst.csv"), WAITING).unwrap();
    let (region, tables) = count(folder.path(), &crate::support::config()).unwrap();
    let cells = &tables
        .iter()
        .find(|raw| raw.table == Table::Waiting)
        .unwrap()
        .cells;
    let of = |area: &str, quarter: &str, form: Option<&str>| {
        let member =
            |dimension: Dimension, code: &str| -> Member { dimension.member(code).unwrap() };
        let key = CellKey::total(2023, region.by_code(area).unwrap())
            .with(member(Dimension::Quarter, quarter));
        let key = form.map_or(key, |form| key.with(member(Dimension::CareForm, form)));
        cells.get(&key).cloned()
    };
    // providers asked, with somebody who waits long, waiting, of those long, days, days squared
    assert_eq!(
        of("GM0503", "1", None).unwrap(),
        [2, 1, 2, 1, 91 + 90, 91 * 91 + 90 * 90]
    );
    // A waits at two places. Both providers gave a list in the region, each once.
    assert_eq!(
        of("H10", "1", None).unwrap(),
        [2, 1, 4, 1, 91 + 90 + 10, 91 * 91 + 90 * 90 + 100]
    );
    assert_eq!(
        of("GM0503", "1", Some("ambulant")).unwrap(),
        [2, 1, 2, 1, 181, 91 * 91 + 90 * 90]
    );
    assert_eq!(
        of("GM0503", "1", Some("daghulp")).unwrap(),
        [1, 0, 0, 0, 0, 0]
    );
    // Foster care is care with residence; whoever applied today waits.
    assert_eq!(
        of("GM0518", "1", Some("met-verblijf")).unwrap(),
        [1, 0, 1, 0, 0, 0]
    );
    // Nobody gave a list of foster care in Delft: a cell all the same, for others did that quarter.
    assert_eq!(of("GM0503", "1", Some("pleegzorg")).unwrap(), [0; 6]);
    assert_eq!(of("H10", "2", None).unwrap(), [1, 0, 0, 0, 0, 0]);
    // A quarter in which nobody was asked, and a year's total, do not exist.
    assert_eq!(of("H10", "3", None), None);
    assert!(
        cells
            .keys()
            .all(|key| !key.member(Dimension::Quarter).is_total())
    );
}

#[test]
fn without_lists_there_is_no_cell_and_everything_else_stays() {
    let folder = tempfile::tempdir().unwrap();
    crate::by_hand::delivery(folder.path());
    let count = || count(folder.path(), &crate::support::config()).unwrap().1;
    let without = count();
    fs::write(folder.path().join("wachtlijst.csv"), WAITING).unwrap();
    let with = count();
    for (without, with) in without.iter().zip(&with) {
        if without.table == Table::Waiting {
            assert!(without.cells.is_empty() && !with.cells.is_empty());
        } else {
            assert!(without == with, "{:?}", without.table);
        }
    }
}
