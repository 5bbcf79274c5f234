//! Six persons whose care is drawn here and counted by hand.

use std::fs;
use std::path::Path;

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::publish::count;
use regiovisie::release::Region;
use regiovisie::vocabulary::{Dimension, Member, Table};

// 2020       J F M A M J J A S O N D
// A Delft    |=====|                   outpatient, GP; ended as planned; never back
// B Delft    ======|       |========>  outpatient since 2018, broken off by herself; back after five months in day care, runs on
// C Delft      |=======|               foster care, certified institution; ended as planned
//   Delft      |===|                   and outpatient, GP, inside the same months; reason not known
// D Hague    =====================>    outpatient since 2019, municipality; runs on
// E Delft    |==|                      day care; an administrative stop, and on 1 April
//   Hague          |=========>         she moved: day care there, runs on
// F Hague                  |=|         outpatient, GP, two allocations that overlap: one trajectory of 31 days
const TRAJECTORIES: &str = "\
toewijzing,persoon,geboortedatum,gemeente,aanbieder,product,verwijzer,begin,einde,reden_einde
1,A,2010-05-01,GM0503,X,amb,02,2020-01-01,2020-03-31,31
2,B,2004-02-01,GM0503,X,amb,02,2018-06-01,2020-03-31,32
3,B,2004-02-01,GM0503,Y,dag,01,2020-09-01,,
4,C,2015-07-01,GM0503,Z,pleeg,04,2020-02-01,2020-05-31,31
5,C,2015-07-01,GM0503,X,amb,02,2020-02-01,2020-03-31,
6,D,2018-01-01,GM0518,X,amb,01,2019-03-01,,
7,E,2001-12-31,GM0503,Y,dag,01,2020-01-01,2020-03-31,36
8,E,2001-12-31,GM0518,Y,dag,01,2020-04-01,,
9,F,2010-01-01,GM0518,X,amb,02,2020-09-01,2020-09-20,34
10,F,2010-01-01,GM0518,X,amb,02,2020-09-15,2020-10-01,34
";

const DECLARATIONS: &str = "\
toewijzing,kwartaal_begin,bedrag
1,2020-01-01,1000.00
2,2020-01-01,500.40
3,2020-07-01,2000.00
4,2020-01-01,3000.00
5,2020-01-01,100.00
9,2020-07-01,10.00
10,2020-07-01,20.00
";

// Orders, by the same keys; G and H are in no care.
// A Delft    |=======|                 supervision, provisional until the end of January
// B Delft    ===============>          probation since 2019
// C Delft    ====|                     guardianship since 2016; prolonged on 1 March, it overlaps; ends in July
// E Delft      |=|                     supervision while she lived in Delft; from April on probation in The Hague, for at 18 supervision ends
//   Hague          |=====>
// G Hague                     |==>     supervision, and probation: one youth, two orders
const ORDERS: &str = "\
persoon,geboortedatum,gemeente,maatregel,begin,einde
A,2010-05-01,GM0503,12,2020-01-01,2020-01-31
A,2010-05-01,GM0503,11,2020-02-01,2020-04-30
B,2004-02-01,GM0503,41,2019-06-01,
C,2015-07-01,GM0503,21,2016-01-01,2020-03-31
C,2015-07-01,GM0503,22,2020-03-01,2020-07-31
E,2003-06-01,GM0503,11,2020-02-01,2020-03-31
E,2001-12-31,GM0518,41,2020-04-01,
G,2006-01-01,GM0518,11,2020-11-01,
G,2006-01-01,GM0518,42,2020-11-15,2021-01-15
H,1996-01-01,GM0518,41,2020-01-01,
";

// Help of local teams, in Delft only from 2020 on, as the region says below; I is in no care.
// A Delft  ===|   |=|                  since December 2019 until February, and April: 92 and 30 days
// C Delft    |====|                    two that share a day: one, of 152 days
// E Delft      |=======>               still, though she lives in The Hague
//   Hague          |=|                 a municipality that does not supply it
// I Delft    |=|                       31 days
const LOCAL_TEAMS: &str = "\
persoon,geboortedatum,gemeente,begin,einde
A,2010-05-01,GM0503,2019-12-01,2020-03-01
A,2010-05-01,GM0503,2020-04-01,2020-04-30
C,2015-07-01,GM0503,2020-01-01,2020-02-01
C,2015-07-01,GM0503,2020-02-01,2020-05-31
E,2001-12-31,GM0503,2020-02-01,
E,2001-12-31,GM0518,2020-04-01,2020-05-31
I,2013-01-01,GM0503,2020-01-01,2020-01-31
";

// What was asked when care ended.
// 1 (A)      goals yes, satisfied no
// 2 (B)      goals asked and not answered
// 4 (C)      goals yes, and 5, her other care, goals no and satisfied yes
// 7 (E)      an administrative stop: it counts nowhere; nor does 6, which runs on
// 9, 10 (F)  two that are one trajectory: what was asked at the later end counts, which is goals no
const OUTCOMES: &str = "\
toewijzing,vraag,antwoord
1,doelen-gehaald,ja
1,tevreden,nee
2,doelen-gehaald,
4,doelen-gehaald,ja
5,doelen-gehaald,nee
5,tevreden,ja
6,tevreden,ja
7,doelen-gehaald,ja
9,doelen-gehaald,ja
9,tevreden,ja
10,doelen-gehaald,nee
";

/// Writes the orders of the six and of two others.
fn orders(folder: &Path) {
    fs::write(folder.join("maatregelen.csv"), ORDERS).unwrap();
}

/// Writes the delivery of the six.
pub(crate) fn delivery(folder: &Path) {
    fs::write(folder.join("trajecten.csv"), TRAJECTORIES).unwrap();
    fs::write(folder.join("declaraties.csv"), DECLARATIONS).unwrap();
    fs::write(
        folder.join("producten.csv"),
        "product,zorgvorm\namb,02\ndag,03\npleeg,11\n",
    )
    .unwrap();
    fs::write(
        folder.join("bevolking.csv"),
        "jaar,gemeente,leeftijd,inwoners\n2020,GM0503,3,50\n2020,GM0503,4,60\n2020,GM0518,30,70\n",
    )
    .unwrap();
}

/// What the six come to.
struct Six {
    region: Region,
    tables: Vec<RawTable>,
}

impl Six {
    fn counted() -> Self {
        let folder = tempfile::tempdir().unwrap();
        delivery(folder.path());
        let (region, tables) = count(folder.path(), &crate::support::config()).unwrap();
        Self { region, tables }
    }

    /// The values of a cell of 2020.
    fn of(&self, table: Table, area: &str, members: &[(Dimension, &str)]) -> Vec<i64> {
        let key = CellKey::total(2020, self.region.by_code(area).unwrap());
        let member =
            |(dimension, code): &(Dimension, &str)| -> Member { dimension.member(code).unwrap() };
        let key = members.iter().map(member).fold(key, CellKey::with);
        let raw = self.tables.iter().find(|raw| raw.table == table);
        raw.unwrap().cells[&key].clone()
    }
}

fn form(code: &'static str) -> (Dimension, &'static str) {
    (Dimension::CareForm, code)
}

fn age(code: &'static str) -> (Dimension, &'static str) {
    (Dimension::AgeGroup, code)
}

fn providers(code: &'static str) -> (Dimension, &'static str) {
    (Dimension::ProviderCount, code)
}

#[test]
fn the_care_of_six_persons_is_tabulated_as_counted_by_hand() {
    let six = Six::counted();
    let of =
        |table, area: &str, members: &[(Dimension, &'static str)]| six.of(table, area, members);

    // youths, trajectories, begun, new, gone, euros, euros squared per youth, begun by who had care before
    // Delft: A, B twice, C twice, E: 4 youths, 6 trajectories, all begun but B's first. New: A, C, E. Gone: A and C; B came back
    // after five months, which is after three, and it is the only care that begins after other care. 1000 + 2500 + 3100 + 0 euros.
    assert_eq!(
        of(Table::Use, "GM0503", &[]),
        [
            4,
            6,
            5,
            3,
            3,
            6600,
            1_000_000 + 2500 * 2500 + 3100 * 3100,
            1
        ]
    );
    // The Hague: D, E, F: E was in care the day before she moved, so hers is no repeated use. F is new and gone.
    assert_eq!(of(Table::Use, "GM0518", &[]), [3, 3, 2, 1, 1, 30, 900, 0]);
    // The region counts E once: 6 youths, though 4 + 3 = 7.
    assert_eq!(
        of(Table::Use, "H10", &[]),
        [
            6,
            9,
            7,
            4,
            4,
            6630,
            1_000_000 + 2500 * 2500 + 3100 * 3100 + 900,
            1
        ]
    );
    // Outpatient in Delft: A, B's first, C's second. With C's care that ended last, in foster care, she is gone.
    assert_eq!(
        of(Table::Use, "GM0503", &[form("ambulant")]),
        [3, 3, 2, 2, 2, 1600, 1_000_000 + 500 * 500 + 100 * 100, 0]
    );
    // 12-17 on 31 December 2020: A is 10 and not among them, B is 16.
    assert_eq!(
        of(Table::Use, "GM0503", &[age("12-17")]),
        [1, 2, 1, 0, 1, 2500, 2500 * 2500, 1]
    );

    // B and C have two providers in 2020; E has one, in two municipalities. Of B's and C's outpatient care: the same two youths.
    assert_eq!(
        of(Table::Use, "GM0503", &[providers("2")]),
        [2, 4, 3, 1, 2, 5600, 2500 * 2500 + 3100 * 3100, 1]
    );
    assert_eq!(
        of(Table::Use, "GM0503", &[form("ambulant"), providers("2")]),
        [2, 2, 1, 1, 1, 600, 500 * 500 + 100 * 100, 0]
    );
    assert_eq!(of(Table::Use, "H10", &[providers("1")])[..2], [4, 5]);
    assert_eq!(of(Table::Use, "H10", &[providers("3-of-meer")]), [0; 8]);
    // None of them costs over 10,000 euros.
    let cost = |code: &'static str| (Dimension::CostClass, code);
    assert_eq!(
        of(Table::Use, "H10", &[cost("tot-10000")]),
        of(Table::Use, "H10", &[])
    );
    assert_eq!(of(Table::Use, "H10", &[cost("boven-100000")]), [0; 8]);
}

#[test]
fn what_ended_and_who_gave_it_is_tabulated_as_counted_by_hand() {
    let six = Six::counted();
    let of =
        |table, area: &str, members: &[(Dimension, &'static str)]| six.of(table, area, members);
    // youths, ended, reason known, one-sided, days, days squared, under a year, followed, returned, before its time
    // Delft: A 91 days, B 670 days, C 121 and 60 days; not E, whose stop is administrative. Followed: A, B, C (once). Back: B.
    let squared = 91 * 91 + 670 * 670 + 121 * 121 + 60 * 60;
    assert_eq!(
        of(Table::Ended, "GM0503", &[]),
        [3, 4, 3, 1, 91 + 670 + 121 + 60, squared, 3, 3, 1, 1]
    );
    // The Hague: F, one trajectory of 31 days that ended early, as both wanted.
    assert_eq!(
        of(Table::Ended, "GM0518", &[]),
        [1, 1, 1, 0, 31, 31 * 31, 1, 1, 0, 1]
    );

    assert_eq!(
        of(Table::Ended, "GM0503", &[providers("2")]),
        [
            2,
            3,
            2,
            1,
            670 + 121 + 60,
            670 * 670 + 121 * 121 + 60 * 60,
            2,
            2,
            1,
            1
        ]
    );
    // 91 days are three months, 670 over a year, 121 in between; 60 are under three months.
    let lasted = |code: &'static str| (Dimension::Duration, code);
    for (area, members, count) in [
        ("GM0503", vec![], 4),
        ("GM0503", vec![lasted("tot-3-maanden")], 1),
        ("GM0503", vec![lasted("3-tot-6-maanden")], 2),
        ("GM0503", vec![lasted("1-tot-2-jaar")], 1),
        (
            "GM0503",
            vec![form("ambulant"), lasted("3-tot-6-maanden")],
            1,
        ),
        ("GM0503", vec![form("met-verblijf")], 1),
        ("H10", vec![lasted("tot-3-maanden")], 2),
        ("H10", vec![lasted("4-jaar-en-langer")], 0),
    ] {
        assert_eq!(
            of(Table::Durations, area, &members),
            [count],
            "{area} {members:?}"
        );
    }

    // Of what began: how many lasted as long as a class, and how many ended in it. Delft: C's care of 60 days; A, C and E with 91 to 121 days, of
    // which E's was stopped on paper; and B's, which runs on. The Hague: F's 31 days, and E's until she is too old to be counted, in 2024.
    for (area, class, counts) in [
        ("GM0503", "tot-3-maanden", [5, 1]),
        ("GM0503", "3-tot-6-maanden", [4, 2]),
        ("GM0503", "6-tot-12-maanden", [1, 0]),
        ("GM0503", "4-jaar-en-langer", [1, 0]),
        ("GM0518", "tot-3-maanden", [2, 1]),
        ("GM0518", "3-tot-4-jaar", [1, 0]),
        ("GM0518", "4-jaar-en-langer", [0, 0]),
        ("H10", "tot-3-maanden", [7, 2]),
    ] {
        assert_eq!(
            of(Table::Survival, area, &[lasted(class)]),
            counts,
            "{area} {class}"
        );
    }

    // providers, in all municipalities, euros there, squared per youth, euros at the twelve largest, squared per youth
    // Nobody works in all ten; with three in the region all are among the largest. In Delft X, Y and Z, in The Hague X and Y.
    let all = |youths: &[i64]| {
        [
            youths.iter().sum(),
            youths.iter().map(|euros| euros * euros).sum(),
        ]
    };
    for (area, providers, [euros, squared]) in [
        ("GM0503", 3, all(&[1000, 2500, 3100])),
        ("GM0518", 2, all(&[30])),
        ("H10", 3, all(&[1000, 2500, 3100, 30])),
    ] {
        assert_eq!(
            of(Table::Providers, area, &[]),
            [providers, 0, 0, 0, euros, squared]
        );
    }

    assert_eq!(of(Table::Population, "GM0503", &[]), [110]);
    assert_eq!(of(Table::Population, "H10", &[age("0-3")]), [50]);
    // Nobody of 30 receives youth care.
    assert_eq!(of(Table::Population, "GM0518", &[]), [0]);
}

/// Half of 2024 is known: what began is followed to the end of 2023, and of what began in 2024 nothing can be told.
#[test]
fn what_began_is_followed_to_the_end_of_the_last_whole_year() {
    let folder = tempfile::tempdir().unwrap();
    delivery(folder.path());
    let config = fs::read_to_string(crate::support::config()).unwrap();
    let path = folder.path().join("half.toml");
    let half = config.replace("peildatum = \"2025-04-01\"", "peildatum = \"2024-06-30\"");
    assert_ne!(half, config);
    fs::write(&path, half).unwrap();
    let (region, tables) = count(folder.path(), &path).unwrap();
    let table = tables.iter().find(|raw| raw.table == Table::Survival);
    let cells = &table.unwrap().cells;
    let delft = CellKey::total(2020, region.by_code("GM0503").unwrap());
    let of = |class: &str| &cells[&delft.with(Dimension::Duration.member(class).unwrap())];
    // B's care began on 1 September 2020.
    assert_eq!(*of("3-tot-4-jaar"), [1, 0]);
    assert_eq!(*of("4-jaar-en-langer"), [0, 0]);
    assert_eq!(cells.keys().map(|key| key.year).max(), Some(2023));
}

#[test]
fn orders_are_tabulated_as_counted_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    delivery(folder.path());
    orders(folder.path());
    let (region, tables) = count(folder.path(), &crate::support::config()).unwrap();
    let cells = |table: Table| &tables.iter().find(|raw| raw.table == table).unwrap().cells;
    let of = |area: &str, members: &[Member]| {
        let key = CellKey::total(2020, region.by_code(area).unwrap());
        cells(Table::Orders)[&members.iter().copied().fold(key, CellKey::with)].clone()
    };
    let kind = |code: &str| Dimension::Order.member(code).unwrap();
    let age = |code: &str| Dimension::AgeGroup.member(code).unwrap();

    // youths, orders, begun, ended, in care
    // Delft: A's two, B's, C's one (two codes of guardianship that share days), E's: 4 youths, 5 orders. Begun: A's two and E's. Ended: those
    // and C's. All four had care in Delft.
    assert_eq!(of("GM0503", &[]), [4, 5, 3, 4, 4]);
    // The Hague: E had care there, G had not; H is 24 and too old. E's probation there is another order than her supervision in Delft.
    assert_eq!(of("GM0518", &[]), [2, 3, 3, 0, 1]);
    // The region counts E once.
    assert_eq!(of("H10", &[]), [5, 8, 6, 4, 4]);
    // G is under both.
    assert_eq!(of("GM0518", &[kind("jeugdbescherming")]), [1, 1, 1, 0, 0]);
    assert_eq!(of("GM0518", &[kind("jeugdreclassering")]), [2, 2, 2, 0, 1]);
    assert_eq!(of("GM0503", &[kind("voogdij")]), [1, 1, 0, 1, 1]);
    // E was born on 31 December 2001 by her allocations and in 2003 by an order: what is in trajecten counts, and she is 19.
    assert_eq!(of("H10", &[age("18-22")]), [1, 2, 2, 1, 1]);
    assert_eq!(of("H10", &[age("12-17"), kind("ots")]), [1, 1, 1, 0, 0]);
    // In 2021 the rows that run on still run; of 2019 only B and C are known.
    let year = |year: u16| cells(Table::Orders)[&CellKey::total(year, region.whole())].clone();
    assert_eq!(year(2019)[..2], [2, 2]);
    assert_eq!(year(2021), [3, 4, 0, 1, 2]);
    // Nobody is known to have been under an order in 2015: there are no cells, not zeros.
    assert!(cells(Table::Orders).keys().all(|key| key.year >= 2016));
    // And without the file there are none at all, and everything else is the same.
    fs::remove_file(folder.path().join("maatregelen.csv")).unwrap();
    let (_, without) = count(folder.path(), &crate::support::config()).unwrap();
    for (with, without) in tables.iter().zip(&without) {
        let of_orders = |key: &CellKey| !key.member(Dimension::WithOrder).is_total();
        match with.table {
            Table::Orders => assert!(without.cells.is_empty()),
            Table::Use => {
                assert!(!without.cells.keys().any(of_orders));
                let mut other = with.clone();
                other.cells.retain(|key, _| !of_orders(key));
                other.dominated.retain(|key| !of_orders(key));
                assert_eq!(&other, without);
            }
            _ => assert_eq!(with, without),
        }
    }
}

/// Whoever is under an order at any time of the year is so in all of her care of that year.
#[test]
fn care_with_and_without_an_order_is_tabulated_as_counted_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    delivery(folder.path());
    orders(folder.path());
    let (region, tables) = count(folder.path(), &crate::support::config()).unwrap();
    let cells = &tables
        .iter()
        .find(|raw| raw.table == Table::Use)
        .unwrap()
        .cells;
    let of = |year: u16, area: &str, code: &str| {
        let member = Dimension::WithOrder.member(code).unwrap();
        let key = CellKey::total(year, region.by_code(area).unwrap()).with(member);
        cells.get(&key).cloned()
    };
    let (with, without) = ("met-maatregel", "zonder-maatregel");
    // youths, trajectories, begun, new, gone, euros, euros squared per youth, begun by who had care before
    // Delft: all four, and so all there is of it.
    let delft = CellKey::total(2020, region.by_code("GM0503").unwrap());
    assert_eq!(of(2020, "GM0503", with).as_ref(), Some(&cells[&delft]));
    assert_eq!(of(2020, "GM0503", without), Some(vec![0; 8]));
    // The Hague: E, who was under an order in Delft as well; D and F are under none.
    assert_eq!(of(2020, "GM0518", with), Some(vec![1, 1, 1, 0, 0, 0, 0, 0]));
    assert_eq!(
        of(2020, "GM0518", without),
        Some(vec![2, 2, 1, 1, 1, 30, 900, 0])
    );
    assert_eq!(of(2020, "H10", with).unwrap()[..2], [4, 7]);
    // In 2021 B, who is in care, and E are still under theirs, and D is not.
    assert_eq!(of(2021, "H10", with).unwrap()[0], 2);
    assert_eq!(of(2021, "H10", without).unwrap()[0], 1);
    // Of a year in which nobody is known to have been under an order, there are no cells.
    assert_eq!(of(2015, "H10", without), None);
}

// Residential care of five others, beside C, who left foster care at 4.
// K Delft    |===|   |=====|           at 16, back within three months, and then at 17: gone once, at 17
// L Hague    |==========|              at 18, but beside other residential care that stopped for the administration
//   Hague          |============|
// M Delft    ==|         |===|         at 17, back after four months in The Hague, where she leaves again: gone once, there
// N Delft    =====================|    at 18, on New Year's Eve; goes on in outpatient care
// O Delft    ====================|     not yet gone: other residential care begins on the last day of the three months
const RESIDENTIAL: &str = "\
11,K,2003-03-01,GM0503,Z,pleeg,04,2020-01-01,2020-02-29,31
12,K,2003-03-01,GM0503,Z,pleeg,04,2020-05-01,2020-08-31,32
13,L,2002-01-01,GM0518,Z,pleeg,04,2020-01-01,2020-06-30,31
14,L,2002-01-01,GM0518,X,pleeg,04,2020-04-01,2020-09-30,36
15,M,2003-01-01,GM0503,Z,pleeg,04,2019-05-01,2020-01-31,31
16,M,2003-01-01,GM0518,Z,pleeg,04,2020-06-01,2020-09-30,31
17,N,2002-06-01,GM0503,Z,pleeg,04,2019-02-01,2020-12-31,31
18,N,2002-06-01,GM0503,X,amb,04,2021-01-01,,
19,O,2004-06-01,GM0503,Z,pleeg,04,2019-02-01,2020-09-15,31
20,O,2004-06-01,GM0503,X,pleeg,04,2020-12-15,,
";

#[test]
fn who_left_residential_care_is_tabulated_as_counted_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    delivery(folder.path());
    let care = format!("{TRAJECTORIES}{RESIDENTIAL}");
    fs::write(folder.path().join("trajecten.csv"), care).unwrap();
    let (region, tables) = count(folder.path(), &crate::support::config()).unwrap();
    let table = tables.iter().find(|raw| raw.table == Table::LeftResidence);
    let cells = &table.unwrap().cells;
    // all, up to 16, 17, 18 or older
    for (year, area, expected) in [
        (2020, "GM0503", [3, 1, 1, 1]),
        (2020, "GM0518", [1, 0, 1, 0]),
        (2020, "H10", [4, 1, 2, 1]),
        (2019, "H10", [0; 4]),
    ] {
        let key = CellKey::total(year, region.by_code(area).unwrap());
        let found: Vec<i64> = Dimension::LeavingAge
            .iter()
            .map(|age| cells[&key.with(age)][0])
            .collect();
        assert_eq!(found, expected, "{area} {year}");
    }
}

// What was spent from personal budgets; Delft supplies them from 2020 on, as the region says below, and nobody else does.
const BUDGETS: &str = "\
persoon,gemeente,jaar,besteed
A,GM0503,2020,1000.49
A,GM0518,2020,500
P,GM0503,2020,0.20
Q,GM0503,2020,0
Q,GM0503,2019,700
P,GM0503,2021,250.50
";

#[test]
fn budgets_are_tabulated_as_counted_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    delivery(folder.path());
    fs::write(folder.path().join("pgb.csv"), BUDGETS).unwrap();
    let config = folder.path().join("regio.toml");
    let shipped = fs::read_to_string(crate::support::config()).unwrap();
    let ours = shipped.replace("pgb_vanaf = 2017\n", "").replace(
        "code = \"GM0503\"\n",
        "code = \"GM0503\"\npgb_vanaf = 2020\n",
    );
    fs::write(&config, ours).unwrap();
    let (region, tables) = count(folder.path(), &config).unwrap();
    let table = tables.iter().find(|raw| raw.table == Table::Budgets);
    let of = |year: u16, area: &str| {
        let key = CellKey::total(year, region.by_code(area).unwrap());
        table.unwrap().cells.get(&key).cloned()
    };
    // youths, euros, euros squared per youth
    for area in ["GM0503", "H4", "H10"] {
        // A 1,000 euros, P a few cents, which are one; Q nothing.
        assert_eq!(of(2020, area), Some(vec![2, 1001, 1_000_001]), "{area}");
        assert_eq!(of(2021, area), Some(vec![1, 251, 251 * 251]), "{area}");
        assert_eq!(of(2019, area), None, "{area}");
    }
    assert_eq!(of(2020, "GM0518"), None);
    // A has all but a thousandth of it.
    let delft = CellKey::total(2020, region.by_code("GM0503").unwrap());
    assert!(table.unwrap().dominated.contains(&delft));
    // Without the file there are no cells, and everything else is the same.
    fs::remove_file(folder.path().join("pgb.csv")).unwrap();
    let (_, without) = count(folder.path(), &config).unwrap();
    for (with, without) in tables.iter().zip(&without) {
        match with.table {
            Table::Budgets => assert!(without.cells.is_empty()),
            _ => assert_eq!(with, without),
        }
    }
}

#[test]
fn help_of_local_teams_is_tabulated_as_counted_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    delivery(folder.path());
    fs::write(folder.path().join("lokale_teams.csv"), LOCAL_TEAMS).unwrap();
    let config = folder.path().join("regio.toml");
    let shipped = fs::read_to_string(crate::support::config()).unwrap();
    let ours = shipped.replace("lokaal_team_vanaf = 2017\n", "").replace(
        "code = \"GM0503\"\n",
        "code = \"GM0503\"\nlokaal_team_vanaf = 2020\n",
    );
    fs::write(&config, ours).unwrap();
    let (region, tables) = count(folder.path(), &config).unwrap();
    let table = tables.iter().find(|raw| raw.table == Table::Local).unwrap();
    let of = |year: u16, area: &str, age: Option<&str>| {
        let key = CellKey::total(year, region.by_code(area).unwrap());
        let age = age.map(|age| Dimension::AgeGroup.member(age).unwrap());
        table
            .cells
            .get(&age.map_or(key, |age| key.with(age)))
            .cloned()
    };
    let squares = |days: &[i64]| days.iter().map(|days| days * days).sum::<i64>();
    // helped, of those in specialist care, known, whose help ended, times ended, days, days squared
    // A, C, E and I were helped, and but for I all were in care in Delft, where B was too. A's help ended twice.
    let ended = [92, 30, 152, 31];
    let delft = Some(vec![4, 3, 5, 3, 4, ended.iter().sum(), squares(&ended)]);
    assert_eq!(of(2020, "GM0503", None), delft);
    // Nobody else supplies it, so its groups are the same, and the others have no cells.
    for group in ["H4", "H10"] {
        assert_eq!(of(2020, group, None), delft);
    }
    assert_eq!(of(2020, "GM0518", None), None);
    assert_eq!(of(2019, "GM0503", None), None);
    // E is 19 and B 16; the others are 5 to 10.
    assert_eq!(
        of(2020, "GM0503", Some("4-11")),
        Some(vec![3, 2, 3, 3, 4, 305, squares(&ended)])
    );
    assert_eq!(
        of(2020, "GM0503", Some("12-17")),
        Some(vec![0, 0, 1, 0, 0, 0, 0])
    );
    // In 2021 only E's help runs on; B is in care, and she no longer in Delft.
    assert_eq!(of(2021, "GM0503", None), Some(vec![1, 0, 2, 0, 0, 0, 0]));
    // Without the file there are no cells, and everything else is the same.
    fs::remove_file(folder.path().join("lokale_teams.csv")).unwrap();
    let (_, without) = count(folder.path(), &config).unwrap();
    for (with, without) in tables.iter().zip(&without) {
        match with.table {
            Table::Local => assert!(without.cells.is_empty()),
            _ => assert_eq!(with, without),
        }
    }
}

#[test]
fn outcomes_are_tabulated_as_counted_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    delivery(folder.path());
    fs::write(folder.path().join("uitkomsten.csv"), OUTCOMES).unwrap();
    let (region, tables) = count(folder.path(), &crate::support::config()).unwrap();
    let of_table = |table: Table| tables.iter().find(|raw| raw.table == table).unwrap();
    let table = of_table(Table::Outcomes);
    let of = |area: &str, question: &str| {
        let key = CellKey::total(2020, region.by_code(area).unwrap());
        let question = Dimension::Question.member(question).unwrap();
        table.cells[&key.with(question)].clone()
    };
    // youths with an answer, asked, answered, yes
    // Delft: A and C twice answered, B did not.
    assert_eq!(of("GM0503", "doelen-gehaald"), [2, 4, 3, 2]);
    assert_eq!(of("GM0503", "tevreden"), [2, 2, 2, 1]);
    // The Hague: F, by the later of her two allocations, at which she was not asked whether she is satisfied.
    assert_eq!(of("GM0518", "doelen-gehaald"), [1, 1, 1, 0]);
    assert_eq!(of("GM0518", "tevreden"), [0, 0, 0, 0]);
    assert_eq!(of("H10", "doelen-gehaald"), [3, 5, 4, 2]);
    // Nothing is told of all questions together, nor of years in which nobody was asked.
    for key in table.cells.keys() {
        assert!(!key.member(Dimension::Question).is_total(), "{key:?}");
        assert_eq!(key.year, 2020);
    }
    // As many as ended were asked at most, and without the file there are no cells, and everything else is the same.
    fs::remove_file(folder.path().join("uitkomsten.csv")).unwrap();
    let (_, without) = count(folder.path(), &crate::support::config()).unwrap();
    for (with, without) in tables.iter().zip(&without) {
        match with.table {
            Table::Outcomes => assert!(without.cells.is_empty()),
            _ => assert_eq!(with, without),
        }
    }
}

/// Two allocations that are one trajectory end on one day: one by plan, and one only for the administration.
#[test]
fn what_was_asked_at_an_administrative_stop_is_in_no_figure() {
    let folder = tempfile::tempdir().unwrap();
    delivery(folder.path());
    let care = format!(
        "{TRAJECTORIES}11,Q,2010-05-01,GM0503,X,amb,02,2020-01-01,2020-06-30,31\n\
         12,Q,2010-05-01,GM0503,X,amb,02,2020-02-01,2020-06-30,20\n"
    );
    fs::write(folder.path().join("trajecten.csv"), care).unwrap();
    let asked =
        "toewijzing,vraag,antwoord\n11,tevreden,nee\n12,tevreden,ja\n12,doelen-gehaald,ja\n";
    fs::write(folder.path().join("uitkomsten.csv"), asked).unwrap();
    let (region, tables) = count(folder.path(), &crate::support::config()).unwrap();
    let table = tables.iter().find(|raw| raw.table == Table::Outcomes);
    let of = |question: &str| {
        let key = CellKey::total(2020, region.by_code("GM0503").unwrap());
        let question = Dimension::Question.member(question).unwrap();
        table.unwrap().cells[&key.with(question)].clone()
    };
    // youths with an answer, asked, answered, yes
    assert_eq!(of("tevreden"), [1, 1, 1, 0]);
    assert_eq!(of("doelen-gehaald"), [0, 0, 0, 0]);
}

/// The days on which the allocations of the drawing were made, in their order.
const ALLOCATED: [&str; 10] = [
    "2019-12-10", // 22 days before A's care began
    "2018-05-01",
    "2020-05-30", // 94 days
    "",           // not known
    "2020-02-10", // after C's outpatient care began
    "2019-01-01",
    "2019-12-04", // 28 days
    "2020-02-05", // 56 days
    "2020-06-03", // 90 days
    "2020-01-01", // of care that F had begun with another allocation
];

#[test]
fn allocations_are_tabulated_as_counted_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    delivery(folder.path());
    let (_, without) = count(folder.path(), &crate::support::config()).unwrap();
    let lines = TRAJECTORIES
        .lines()
        .zip(["toegewezen"].into_iter().chain(ALLOCATED));
    let with_days: Vec<String> = lines.map(|(line, day)| format!("{line},{day}")).collect();
    fs::write(folder.path().join("trajecten.csv"), with_days.join("\n")).unwrap();
    let (region, tables) = count(folder.path(), &crate::support::config()).unwrap();
    let table = tables.iter().find(|raw| raw.table == Table::Allocations);
    let cells = &table.unwrap().cells;
    // all, under 4 weeks, 4 to 8, 8 to 13, longer
    for (area, expected) in [
        ("GM0503", [4, 2, 1, 0, 1]),
        ("GM0518", [2, 0, 0, 2, 0]),
        ("H10", [6, 2, 1, 2, 1]),
    ] {
        let key = CellKey::total(2020, region.by_code(area).unwrap());
        let found: Vec<i64> = Dimension::AllocationWait
            .iter()
            .map(|wait| cells[&key.with(wait)][0])
            .collect();
        assert_eq!(found, expected, "{area}");
    }
    // Without the column there are no cells, and everything else is the same.
    for (with, without) in tables.iter().zip(&without) {
        match with.table {
            Table::Allocations => assert!(without.cells.is_empty()),
            _ => assert_eq!(with, without),
        }
    }
}

/// In the configuration outpatient care is agreed to last three months to a year, and foster care a year or longer.
#[test]
fn durations_are_held_against_what_was_agreed_as_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    delivery(folder.path());
    let (region, tables) = count(folder.path(), &crate::support::config()).unwrap();
    let table = tables.iter().find(|raw| raw.table == Table::Ranges);
    let cells = &table.unwrap().cells;
    // all, shorter, within, longer. Delft: A within, for January to March are three months; B longer; C twice shorter. The Hague: F shorter.
    for (area, expected) in [
        ("GM0503", [4, 2, 1, 1]),
        ("GM0518", [1, 1, 0, 0]),
        ("H10", [5, 3, 1, 1]),
    ] {
        let key = CellKey::total(2020, region.by_code(area).unwrap());
        let found: Vec<i64> = Dimension::Range
            .iter()
            .map(|part| cells[&key.with(part)][0])
            .collect();
        assert_eq!(found, expected, "{area}");
    }
    // Where only foster care has a range, only C's is held against it; where nothing has, there are no cells.
    let config = fs::read_to_string(crate::support::config()).unwrap();
    let (before, after) = config.split_once("[[kader]]").unwrap();
    let (_, after) = after.split_once("[catalogus]").unwrap();
    let with = |ranges: &str| {
        let path = folder.path().join("other.toml");
        fs::write(&path, format!("{before}{ranges}\n[catalogus]{after}")).unwrap();
        let (_, tables) = count(folder.path(), &path).unwrap();
        let found = tables.into_iter().find(|raw| raw.table == Table::Ranges);
        found.unwrap().cells
    };
    let delft = CellKey::total(2020, region.by_code("GM0503").unwrap());
    let of_group = with("[[kader]]\nzorgvorm = \"met-verblijf\"\nvan_maanden = 4\n");
    let within = Dimension::Range.member("korter").unwrap();
    // February to May are four months.
    assert_eq!(
        (of_group[&delft][0], of_group[&delft.with(within)][0]),
        (1, 0)
    );
    assert!(with("").is_empty());
}
