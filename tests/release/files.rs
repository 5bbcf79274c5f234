//! The files in `data/`: as described, complete, no finer than agreed, nothing small, and light.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};

use parquet::basic::Compression;
use parquet::file::reader::{FileReader, SerializedFileReader};
use sha2::{Digest, Sha256};

use crate::support::{Value, bytes_of, descriptor, rows_of, shipped};

/// The year that is left out of durations, as other tables would tell too much of it (decision 18).
const GAVE_WAY: &str = "2015";

const FORMS: [&str; 10] = [
    "zonder-verblijf",
    "met-verblijf",
    "wijkteam",
    "ambulant",
    "daghulp",
    "netwerk",
    "pleegzorg",
    "gezinsgericht",
    "gesloten",
    "ander-verblijf",
];
const AGES: [&str; 5] = ["0-17", "18-22", "0-3", "4-11", "12-17"];
const REFERRERS: [&str; 8] = [
    "gemeente",
    "huisarts",
    "jeugdarts",
    "gi",
    "specialist",
    "geen",
    "onbekend",
    "rechter",
];
const MARGINS: [&str; 7] = [
    "totaal",
    "zorgvorm",
    "leeftijd",
    "verwijzer",
    "zorgvorm-leeftijd",
    "zorgvorm-verwijzer",
    "leeftijd-verwijzer",
];
const WAITING: [&str; 6] = [
    "aanbieders_gevraagd",
    "aanbieders_drie_maanden",
    "wachtenden",
    "wachtenden_drie_maanden",
    "wachtdagen",
    "wachtdagen_kwadraat",
];
const QUARTERS: [&str; 4] = ["1", "2", "3", "4"];
const PROVIDERS: [&str; 3] = ["1", "2", "3-of-meer"];
const CLASSES: [&str; 3] = ["tot-10000", "10000-tot-100000", "boven-100000"];
const ORDERS: [&str; 5] = [
    "jeugdbescherming",
    "ots",
    "vots",
    "voogdij",
    "jeugdreclassering",
];
const UNDER_ORDER: [&str; 5] = [
    "jeugdigen_maatregel",
    "maatregelen",
    "begonnen_maatregelen",
    "beeindigde_maatregelen",
    "jeugdigen_maatregel_hulp",
];
const LOCAL: [&str; 7] = [
    "jeugdigen_lokaal_team",
    "jeugdigen_lokaal_team_en_hulp",
    "jeugdigen_bekend",
    "jeugdigen_lokaal_team_afgesloten",
    "afgesloten_lokaal_team",
    "dagen_lokaal_team",
    "dagen_lokaal_team_kwadraat",
];
/// The municipalities that supply no help of local teams or no budgets, and the first year of those that do.
const NO_LOCAL_TEAM: [&str; 3] = ["GM0626", "GM0629", "GM1842"];
const NO_BUDGETS: [&str; 2] = ["GM0626", "GM0629"];
const SUPPLIED_FROM: &str = "2017";
const OF_PROVIDERS: [&str; 6] = [
    "aanbieders",
    "aanbieders_alle_gemeenten",
    "kosten_alle_gemeenten",
    "kosten_alle_gemeenten_kwadraat",
    "kosten_grootste_twaalf",
    "kosten_grootste_twaalf_kwadraat",
];
const OUTCOMES: [&str; 4] = ["jeugdigen_antwoord", "gevraagd", "beantwoord", "positief"];
const QUESTIONS: [&str; 4] = [
    "zonder-hulp-verder",
    "doelen-gehaald",
    "problemen-verminderd",
    "tevreden",
];
/// The years in which providers told who waits, and asked what came of care.
const ASKED: [&str; 6] = ["2019", "2020", "2021", "2022", "2023", "2024"];
const DURATIONS: [&str; 7] = [
    "tot-3-maanden",
    "3-tot-6-maanden",
    "6-tot-12-maanden",
    "1-tot-2-jaar",
    "2-tot-3-jaar",
    "3-tot-4-jaar",
    "4-jaar-en-langer",
];
const COUNTS: [&str; 37] = [
    "jeugdigen_antwoord",
    "gevraagd",
    "beantwoord",
    "positief",
    "jeugdigen",
    "trajecten",
    "begintrajecten",
    "instroom",
    "uitstroom",
    "jeugdigen_afgesloten",
    "beeindigd",
    "reden_bekend",
    "eenzijdig",
    "duur_korter_jaar",
    "gevolgd",
    "teruggekeerd",
    "wachtenden",
    "wachtenden_drie_maanden",
    "jeugdigen_maatregel",
    "maatregelen",
    "begonnen_maatregelen",
    "beeindigde_maatregelen",
    "jeugdigen_maatregel_hulp",
    "begintrajecten_herhaald",
    "voortijdig",
    "afgesloten_trajecten",
    "bereikt",
    "beeindigd_in_klasse",
    "begonnen_toegewezen",
    "afgesloten_met_kader",
    "uit_verblijf",
    "jeugdigen_pgb",
    "jeugdigen_lokaal_team",
    "jeugdigen_lokaal_team_en_hulp",
    "jeugdigen_bekend",
    "jeugdigen_lokaal_team_afgesloten",
    "afgesloten_lokaal_team",
];
const WAITS: [&str; 4] = [
    "tot-4-weken",
    "4-tot-8-weken",
    "8-tot-13-weken",
    "13-weken-en-langer",
];
const RANGES: [&str; 3] = ["korter", "binnen", "langer"];
const WITH_ORDER: [&str; 2] = ["met-maatregel", "zonder-maatregel"];
const LEAVING_AGES: [&str; 3] = ["tot-en-met-16", "17", "18-en-ouder"];
const BUDGETS: [&str; 3] = ["jeugdigen_pgb", "kosten_pgb", "kosten_pgb_kwadraat"];
const USE: [&str; 8] = [
    "jeugdigen",
    "trajecten",
    "begintrajecten",
    "instroom",
    "uitstroom",
    "kosten",
    "kosten_kwadraat",
    "begintrajecten_herhaald",
];
const ENDED: [&str; 10] = [
    "jeugdigen_afgesloten",
    "beeindigd",
    "reden_bekend",
    "eenzijdig",
    "duur_dagen",
    "duur_kwadraat",
    "duur_korter_jaar",
    "gevolgd",
    "teruggekeerd",
    "voortijdig",
];

/// The columns that name a cell of a file, after year and area.
fn dimensions(file: &str) -> &'static [&'static str] {
    if file.starts_with("wachttijden") {
        &["zorgvorm", "kwartaal"]
    } else if file.starts_with("maatregelen") {
        &["leeftijd", "maatregel"]
    } else if file.starts_with("duur") {
        &["zorgvorm", "duurklasse"]
    } else if file.starts_with("lokaal") {
        &["leeftijd"]
    } else if file.starts_with("uitkomst") {
        &["vraag"]
    } else if file.starts_with("toewijzing") {
        &["tijd_tot_start"]
    } else if file.starts_with("kader") {
        &["kader"]
    } else if file.starts_with("overleving") {
        &["duurklasse"]
    } else if file.starts_with("uit_verblijf") {
        &["leeftijd_vertrek"]
    } else if file.starts_with("aanbieders") || file.starts_with("pgb") {
        &[]
    } else if file.ends_with("aantal_aanbieders.parquet") {
        // The other files of these tables had no such column, and have none.
        &["zorgvorm", "leeftijd", "verwijzer", "aantal_aanbieders"]
    } else if file.ends_with("kostenklasse.parquet") {
        &["zorgvorm", "leeftijd", "verwijzer", "kostenklasse"]
    } else if file.ends_with("met_maatregel.parquet") {
        &["zorgvorm", "leeftijd", "verwijzer", "met_maatregel"]
    } else {
        &["zorgvorm", "leeftijd", "verwijzer"]
    }
}

/// File, table, margin and measures of every cube that must be there.
fn cubes() -> Vec<(String, &'static str, &'static [&'static str])> {
    let of = |table: &str, margin: &'static str, measures: &'static [&'static str]| {
        (format!("{table}-{margin}.parquet"), margin, measures)
    };
    let mut cubes: Vec<_> = MARGINS
        .into_iter()
        .flat_map(|margin| {
            [
                of("gebruik", margin, &USE),
                of("afgesloten", margin, &ENDED),
            ]
        })
        .collect();
    cubes.extend([
        of("gebruik", "aantal_aanbieders", &USE),
        of("gebruik", "zorgvorm-aantal_aanbieders", &USE),
        of("gebruik", "kostenklasse", &USE),
        of("gebruik", "met_maatregel", &USE),
        of("pgb", "totaal", &BUDGETS),
        of("afgesloten", "aantal_aanbieders", &ENDED),
        of("aanbieders", "totaal", &OF_PROVIDERS),
        of("uitkomst", "vraag", &OUTCOMES),
        of(
            "overleving",
            "duurklasse",
            &["bereikt", "beeindigd_in_klasse"],
        ),
    ]);
    let of_allocations = ["totaal", "tijd_tot_start"];
    cubes.extend(of_allocations.map(|margin| of("toewijzing", margin, &["begonnen_toegewezen"])));
    let of_leaving = ["totaal", "leeftijd_vertrek"];
    cubes.extend(of_leaving.map(|margin| of("uit_verblijf", margin, &["uit_verblijf"])));
    let of_ranges = ["totaal", "kader"];
    cubes.extend(of_ranges.map(|margin| of("kader", margin, &["afgesloten_met_kader"])));
    cubes.extend(["totaal", "leeftijd"].map(|margin| of("bevolking", margin, &["inwoners"])));
    cubes.extend(["totaal", "leeftijd"].map(|margin| of("lokaal", margin, &LOCAL)));
    let of_durations = ["totaal", "zorgvorm", "duurklasse", "zorgvorm-duurklasse"];
    cubes.extend(of_durations.map(|margin| of("duur", margin, &["afgesloten_trajecten"])));
    let of_orders = ["totaal", "leeftijd", "maatregel", "leeftijd-maatregel"];
    cubes.extend(of_orders.map(|margin| of("maatregelen", margin, &UNDER_ORDER)));
    cubes.extend(
        ["kwartaal", "zorgvorm-kwartaal"].map(|margin| of("wachttijden", margin, &WAITING)),
    );
    cubes
}

fn resources() -> BTreeMap<String, serde_json::Value> {
    let descriptor = descriptor(&shipped());
    let resources = descriptor["resources"].as_array().unwrap().clone();
    resources
        .into_iter()
        .map(|resource| (resource["path"].as_str().unwrap().to_owned(), resource))
        .collect()
}

#[test]
fn every_file_is_described_with_its_bytes_hash_and_rows() {
    let resources = resources();
    let expected: BTreeSet<String> = cubes().into_iter().map(|(file, ..)| file).collect();
    assert_eq!(resources.keys().cloned().collect::<BTreeSet<_>>(), expected);
    let mut found = bytes_of(&shipped());
    for (path, resource) in &resources {
        let bytes = found.remove(path).unwrap();
        assert_eq!(resource["bytes"], bytes.len(), "{path}");
        assert_eq!(
            resource["hash"],
            format!("sha256:{}", sha256(&bytes)),
            "{path}"
        );
        assert_eq!(
            resource["rows"],
            rows_of(&shipped().join(path)).len(),
            "{path}"
        );
    }
    assert_eq!(
        found.into_keys().collect::<Vec<_>>(),
        ["datapackage.json", "dcat.jsonld", "regio.toml"]
    );
}

fn sha256(bytes: &[u8]) -> String {
    let digits: Vec<String> = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    digits.concat()
}

#[test]
fn every_column_has_a_codec_that_the_browser_knows() {
    for (file, ..) in cubes() {
        let reader = SerializedFileReader::new(File::open(shipped().join(&file)).unwrap()).unwrap();
        for column in reader
            .metadata()
            .row_groups()
            .iter()
            .flat_map(parquet::file::metadata::RowGroupMetaData::columns)
        {
            assert!(
                matches!(
                    column.compression(),
                    Compression::SNAPPY | Compression::UNCOMPRESSED
                ),
                "{file}: {}",
                column.column_path()
            );
        }
    }
}

#[test]
fn no_small_count_stands_in_any_file_and_every_count_is_a_multiple_of_five() {
    let mut looked_at = 0;
    for (file, _, measures) in cubes() {
        for row in rows_of(&shipped().join(&file)) {
            for measure in measures.iter().filter(|measure| COUNTS.contains(measure)) {
                let status = &row[&format!("{measure}_status")];
                match &row[*measure] {
                    // Where no provider gave a list, nobody waits on one.
                    Value::Number(0.0) if file.starts_with("wachttijden") => {
                        assert_eq!(*status, Value::Text("altijd nul".to_owned()), "{file}");
                        assert_eq!(row["aanbieders_gevraagd"], Value::Number(0.0), "{file}");
                    }
                    // Nobody under twelve is on probation.
                    Value::Number(0.0) if file.starts_with("maatregelen") => {
                        assert_eq!(*status, Value::Text("altijd nul".to_owned()), "{file}");
                        assert_eq!(
                            row["maatregel"],
                            Value::Text("jeugdreclassering".to_owned())
                        );
                    }
                    Value::Number(count) => {
                        assert!(
                            *count >= 10.0 && count % 5.0 == 0.0,
                            "{file}: {measure} is {count}"
                        );
                        assert_eq!(
                            *status,
                            Value::Text("zichtbaar".to_owned()),
                            "{file}: {measure}"
                        );
                        looked_at += 1;
                    }
                    Value::Null => assert_ne!(
                        *status,
                        Value::Text("zichtbaar".to_owned()),
                        "{file}: {measure}"
                    ),
                    Value::Text(text) => panic!("{file}: {measure} is the text {text}"),
                }
            }
        }
    }
    assert!(
        looked_at > 10_000,
        "only {looked_at} counts are shown at all"
    );
}

#[test]
fn columns_are_those_agreed_and_none_is_about_a_person() {
    for (file, _, measures) in cubes() {
        let mut agreed: BTreeSet<String> = ["periode", "gebied"]
            .iter()
            .chain(dimensions(&file))
            .map(|column| (*column).to_owned())
            .collect();
        agreed.extend(measures.iter().flat_map(|measure| {
            ["", "_status", "_laag", "_hoog"].map(|suffix| format!("{measure}{suffix}"))
        }));
        let row = rows_of(&shipped().join(&file)).swap_remove(0);
        assert_eq!(row.into_keys().collect::<BTreeSet<_>>(), agreed, "{file}");
    }
}

#[test]
fn the_lattice_is_complete_and_holds_nothing_finer() {
    let descriptor = descriptor(&shipped());
    let texts = |list: &str, key: &str| -> Vec<String> {
        let entries = descriptor["regiovisie"][list].as_array().unwrap();
        entries
            .iter()
            .map(|entry| {
                entry[key]
                    .as_str()
                    .map_or_else(|| entry[key].to_string(), str::to_owned)
            })
            .collect()
    };
    let (years, areas) = (texts("perioden", "jaar"), texts("gebieden", "code"));
    assert_eq!((years.len(), areas.len()), (10, 13));
    for (file, margin, _) in cubes() {
        let members = |dimension: &str, all: &'static [&'static str]| {
            if margin.split('-').any(|part| part == dimension) {
                all
            } else {
                &["totaal"]
            }
        };
        let mut expected: Vec<Vec<String>> = Vec::new();
        for year in &years {
            let is_asked = file.starts_with("wachttijden") || file.starts_with("uitkomst");
            let nobody_asked = is_asked && !ASKED.contains(&year.as_str());
            let gave_way = file.starts_with("duur") && year == GAVE_WAY;
            if nobody_asked || gave_way {
                continue;
            }
            let is_there = |area: &&String| {
                let lacks: &[&str] = match file.split('-').next() {
                    Some("lokaal") => &NO_LOCAL_TEAM,
                    Some("pgb") => &NO_BUDGETS,
                    _ => return true,
                };
                year.as_str() >= SUPPLIED_FROM && !lacks.contains(&area.as_str())
            };
            let areas = areas.iter().filter(is_there);
            expected.extend(areas.map(|area| vec![year.clone(), area.clone()]));
        }
        for dimension in dimensions(&file) {
            let members = match *dimension {
                "zorgvorm" => members(dimension, &FORMS),
                "leeftijd" => members(dimension, &AGES),
                "verwijzer" => members(dimension, &REFERRERS),
                "aantal_aanbieders" => members(dimension, &PROVIDERS),
                "kostenklasse" => members(dimension, &CLASSES),
                "maatregel" => members(dimension, &ORDERS),
                "duurklasse" => members(dimension, &DURATIONS),
                "vraag" => members(dimension, &QUESTIONS),
                "tijd_tot_start" => members(dimension, &WAITS),
                "kader" => members(dimension, &RANGES),
                "met_maatregel" => members(dimension, &WITH_ORDER),
                "leeftijd_vertrek" => members(dimension, &LEAVING_AGES),
                _ => members(dimension, &QUARTERS),
            };
            expected = expected
                .iter()
                .flat_map(|key| {
                    let with = |member: &&str| [key.as_slice(), &[(*member).to_owned()]].concat();
                    members.iter().map(with)
                })
                .collect();
        }
        if file.starts_with("overleving") {
            // What began on 1 January has lasted so many days at the end of 2024 at most, and so has reached so many classes.
            let reached = |year: &str| match year {
                "2024" => 4,
                "2023" => 5,
                "2022" => 6,
                _ => 7,
            };
            expected.retain(|key| DURATIONS[..reached(&key[0])].contains(&key[2].as_str()));
        }
        let expected: BTreeSet<Vec<String>> = expected.into_iter().collect();
        let rows = rows_of(&shipped().join(&file));
        assert_eq!(rows.len(), expected.len(), "{file}");
        let found: BTreeSet<_> = rows
            .iter()
            .map(|row| {
                ["periode", "gebied"]
                    .iter()
                    .chain(dimensions(&file))
                    .map(|column| match &row[*column] {
                        Value::Text(text) => text.clone(),
                        other => panic!("{file}: {column} is {other:?}"),
                    })
                    .collect::<Vec<String>>()
            })
            .collect();
        assert!(
            found == expected,
            "{file}: cells are missing, double or finer than agreed"
        );
    }
}

#[test]
fn the_release_is_under_two_and_a_half_megabytes() {
    let bytes: u64 = fs::read_dir(shipped())
        .unwrap()
        .map(|entry| entry.unwrap().metadata().unwrap().len())
        .sum();
    assert!(bytes < 2_500_000, "{bytes} bytes");
}

/// What DCAT-AP-NL 3.0 requires of a dataset and of each of its files (shapes/300/dcat-ap-nl-SHACL.ttl, and of DCAT-AP 3.0 below it).
const OF_DATASET: [&str; 8] = [
    "dct:title",
    "dct:description",
    "dct:identifier",
    "dct:accessRights",
    "dct:creator",
    "dct:publisher",
    "dcat:contactPoint",
    "dcat:theme",
];
const OF_FILE: [&str; 2] = ["dcat:accessURL", "dct:license"];

#[test]
fn the_record_for_a_catalogue_is_complete_and_of_these_very_files() {
    let record: serde_json::Value =
        serde_json::from_slice(&fs::read(shipped().join("dcat.jsonld")).unwrap()).unwrap();
    for property in OF_DATASET {
        assert!(!record[property].is_null(), "{property}");
    }
    let described = record["dct:description"]["@value"].as_str().unwrap();
    assert!(described.contains("nagebootste"), "{described}");
    let files = record["dcat:distribution"].as_array().unwrap();
    let mut by_path: BTreeMap<&str, &serde_json::Value> = files
        .iter()
        .map(|file| (file["dcat:accessURL"]["@id"].as_str().unwrap(), file))
        .collect();
    for file in files {
        for property in OF_FILE {
            assert!(!file[property].is_null(), "{property} of {file}");
        }
    }
    for (path, resource) in resources() {
        let file = by_path.remove(path.as_str()).unwrap();
        let bytes = fs::read(shipped().join(&path)).unwrap();
        let hash = &file["spdx:checksum"]["spdx:checksumValue"]["@value"];
        assert_eq!(*hash, sha256(&bytes), "{path}");
        let length = bytes.len().to_string();
        assert_eq!(file["dcat:byteSize"]["@value"], length, "{path}");
        assert_eq!(file["dct:title"]["@value"], resource["title"]);
    }
    let others: Vec<&str> = by_path.into_keys().collect();
    assert_eq!(others, ["datapackage.json"]);
}
