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

/// Town, youth, provider and euros of a trajectory.
type Care<'a> = (&'a str, String, &'a str, i64);

fn write_records<'a>(folder: &Path, care: impl Iterator<Item = Care<'a>>) {
    let mut trajectories =
        "toewijzing,persoon,geboortedatum,gemeente,aanbieder,product,verwijzer,begin,einde,reden_einde\n".to_owned();
    let mut declarations = "toewijzing,kwartaal_begin,bedrag\n".to_owned();
    for (number, (town, youth, provider, euros)) in care.enumerate() {
        writeln!(
            trajectories,
            "{number},{youth},2010-05-01,{town},{provider},amb,02,2020-01-01,2020-12-31,31"
        )
        .unwrap();
        writeln!(declarations, "{number},2020-01-01,{euros}.00").unwrap();
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

/// The care of [`TOWNS`].
fn named_youths() -> impl Iterator<Item = Care<'static>> {
    TOWNS.iter().flat_map(|(town, _, parts)| {
        parts.iter().map(move |(youth, provider, euros)| {
            (*town, format!("{town}{youth}"), *provider, *euros)
        })
    })
}

#[test]
fn too_large_a_part_of_the_cost_is_found_in_the_cells_where_somebody_has_it() {
    let folder = tempfile::tempdir().unwrap();
    write_records(folder.path(), named_youths());
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

/// Provider, youths and euros of each: what a town has besides the twelve youths that three providers have in every town.
type Local = (&'static str, usize, i64);

/// Towns, whether an amount of their providers tells too much, and why.
const LOCAL: &[(&str, bool, &[Local])] = &[
    // Three alike, and with them all others.
    (
        "GM0503",
        false,
        &[("A1", 4, 100), ("A2", 4, 100), ("A3", 4, 100)],
    ),
    // One has all that does not go to those everywhere.
    ("GM0518", true, &[("B", 12, 100)]),
    // Everything goes to those everywhere: what goes to others is nothing, and tells of nobody.
    ("GM0603", false, &[]),
    // Nine that are among the twelve largest of the region, and of the others one that has nearly all.
    (
        "GM0626",
        true,
        &[
            ("L1", 4, 1000),
            ("L2", 4, 1000),
            ("L3", 4, 1000),
            ("L4", 4, 1000),
            ("L5", 4, 1000),
            ("L6", 4, 1000),
            ("L7", 4, 1000),
            ("L8", 4, 1000),
            ("L9", 4, 1000),
            ("S1", 10, 90),
            ("S2", 1, 10),
        ],
    ),
    // The same of three alike, but of six youths.
    (
        "GM0629",
        true,
        &[("Z1", 2, 100), ("Z2", 2, 100), ("Z3", 2, 100)],
    ),
    // One youth, and so her provider, has over half of what goes to the others.
    (
        "GM0637",
        true,
        &[("Y1", 1, 2000), ("Y2", 9, 100), ("Y3", 9, 100)],
    ),
];

/// The care of [`LOCAL`], with that of three providers who are everywhere: every youth has one trajectory.
fn local_youths() -> impl Iterator<Item = Care<'static>> {
    let care = TOWNS.iter().flat_map(|(town, ..)| {
        let local = LOCAL.iter().find(|(local, ..)| local == town);
        let local = local
            .into_iter()
            .flat_map(|(.., parts)| parts.iter().copied());
        let everywhere = ["W1", "W2", "W3"].map(|provider| (provider, 4, 100));
        everywhere
            .into_iter()
            .chain(local)
            .flat_map(move |(provider, youths, euros)| {
                (0..youths).map(move |_| (*town, provider, euros))
            })
    });
    care.enumerate()
        .map(|(number, (town, provider, euros))| (town, format!("p{number}"), provider, euros))
}

#[test]
fn what_goes_to_some_providers_or_to_the_others_may_not_be_nearly_all_of_one() {
    let folder = tempfile::tempdir().unwrap();
    write_records(folder.path(), local_youths());
    let (region, tables) = count(folder.path(), &config()).unwrap();
    let of = tables
        .iter()
        .find(|raw| raw.table == Table::Providers)
        .unwrap();
    let cell = |town: &str| CellKey::total(2020, region.by_code(town).unwrap());
    for (town, tells_too_much, _) in LOCAL {
        assert_eq!(
            of.dominated.contains(&cell(town)),
            *tells_too_much,
            "{town}"
        );
    }
    // providers, three everywhere with 1200 euros of twelve youths; nine local ones that are among the largest, with 1000 of 36 youths.
    assert_eq!(
        of.cells[&cell("GM0626")],
        [
            14,
            3,
            1200,
            12 * 100 * 100,
            1200 + 36_000,
            12 * 100 * 100 + 36 * 1000 * 1000
        ]
    );
    assert_eq!(
        of.cells[&cell("GM0503")][..5],
        [6, 3, 1200, 12 * 100 * 100, 1200]
    );
    // In every town there are twelve youths at least.
    assert!(of.of_few.is_empty());
    // With the records of the other test there are towns with fewer.
    write_records(folder.path(), named_youths());
    let (region, tables) = count(folder.path(), &config()).unwrap();
    let of = tables
        .iter()
        .find(|raw| raw.table == Table::Providers)
        .unwrap();
    let towns = TOWNS.iter().map(|(town, ..)| region.by_code(town).unwrap());
    let few = towns.filter(|town| of.of_few.contains(&CellKey::total(2020, *town)));
    assert_eq!(few.count(), TOWNS.len());
}
