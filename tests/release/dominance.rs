//! Cost of which one youth or one provider has too large a part: a town for every rule, worked by hand.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use regiovisie::cube::CellKey;
use regiovisie::publish::count;
use regiovisie::vocabulary::Table;

use crate::support::config;

/// Town, whether its cost tells too much, and youth, provider and euros of every trajectory. By the policy nobody may have over
/// 50 % of the cost, and the second may not work out the first to within 10 %.
type Town = (
    &'static str,
    bool,
    &'static [(&'static str, &'static str, i64)],
);

const TOWNS: &[Town] = &[
    // One youth has 600 of 1100, at two providers of whom none has much.
    (
        "GM0503",
        true,
        &[
            ("a", "P", 300),
            ("a", "Q", 300),
            ("b", "R", 250),
            ("c", "S", 250),
        ],
    ),
    // 600 of 1200 is exactly half, and that is allowed.
    (
        "GM0518",
        false,
        &[
            ("a", "P", 300),
            ("a", "Q", 300),
            ("b", "R", 300),
            ("c", "S", 300),
        ],
    ),
    // 480, 480 and 40: the second takes hers off and knows the first to within 40, which is under 10 % of 480.
    (
        "GM0603",
        true,
        &[
            ("a", "P", 240),
            ("a", "Q", 240),
            ("b", "R", 240),
            ("b", "S", 240),
            ("c", "T", 40),
        ],
    ),
    // Four youths alike, of whom three at one provider: 750 of 1000.
    (
        "GM0626",
        true,
        &[
            ("a", "P", 250),
            ("b", "P", 250),
            ("c", "P", 250),
            ("d", "Q", 250),
        ],
    ),
    // Providers with 480, 480 and 40, and youths with 120 at most.
    (
        "GM0629",
        true,
        &[
            ("a", "P", 120),
            ("b", "P", 120),
            ("c", "P", 120),
            ("d", "P", 120),
            ("e", "Q", 120),
            ("f", "Q", 120),
            ("g", "Q", 120),
            ("h", "Q", 120),
            ("i", "R", 40),
        ],
    ),
    // 480 and four times 130: the second is far from 480, and 1000 paid back to a sixth does not bring her nearer.
    (
        "GM0637",
        false,
        &[
            ("a", "P", 240),
            ("a", "Q", 240),
            ("b", "R", 130),
            ("c", "S", 130),
            ("d", "T", 130),
            ("e", "U", 130),
            ("f", "V", -1000),
        ],
    ),
    // 500, 500 and 400, and 600 paid back. Of the 800 left the first has over half, of the 1400 that were paid she has not.
    (
        "GM1783",
        false,
        &[
            ("a", "P", 500),
            ("b", "Q", 500),
            ("c", "R", 400),
            ("d", "S", -600),
        ],
    ),
    // Paid back to the same youth it does count: hers is 600 less 400.
    (
        "GM1842",
        false,
        &[
            ("a", "P", 600),
            ("a", "P", -400),
            ("b", "Q", 200),
            ("c", "R", 200),
        ],
    ),
    // More was paid back than paid, by everybody: no part is too large.
    ("GM1916", false, &[("a", "P", -500), ("b", "Q", -100)]),
    // One youth alone.
    ("GM1926", true, &[("a", "P", 70)]),
];

fn write_records(folder: &Path) {
    let mut trajectories =
        "toewijzing,persoon,geboortedatum,gemeente,aanbieder,product,verwijzer,begin,einde,reden_einde\n".to_owned();
    let mut declarations = "toewijzing,kwartaal_begin,bedrag\n".to_owned();
    let mut number = 0;
    for (town, _, parts) in TOWNS {
        for (youth, provider, euros) in *parts {
            number += 1;
            writeln!(
                trajectories,
                "{number},{town}{youth},2010-05-01,{town},{provider},amb,02,2020-01-01,2020-12-31,31"
            )
            .unwrap();
            writeln!(declarations, "{number},2020-01-01,{euros}.00").unwrap();
        }
    }
    for (name, text) in [
        ("trajecten.csv", trajectories.as_str()),
        ("declaraties.csv", &declarations),
        ("producten.csv", "product,zorgvorm\namb,02\n"),
        (
            "bevolking.csv",
            "jaar,gemeente,leeftijd,inwoners\n2020,GM0503,3,50\n",
        ),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
}

#[test]
fn too_large_a_part_of_the_cost_is_found_in_the_cells_where_somebody_has_it() {
    let folder = tempfile::tempdir().unwrap();
    write_records(folder.path());
    let (region, tables) = count(folder.path(), &config()).unwrap();
    let table = |table: Table| tables.iter().find(|raw| raw.table == table).unwrap();
    for (town, tells_too_much, parts) in TOWNS {
        let key = CellKey::total(2020, region.by_code(town).unwrap());
        let cost: i64 = parts.iter().map(|(.., euros)| euros).sum();
        assert_eq!(table(Table::Use).cells[&key][5], cost, "{town}");
        assert_eq!(
            table(Table::Use).dominated.contains(&key),
            *tells_too_much,
            "{town}"
        );
    }
    assert!(table(Table::Ended).dominated.is_empty());
    // In the region together nobody has much.
    let whole = CellKey::total(2020, region.whole());
    assert!(!table(Table::Use).dominated.contains(&whole));
}
