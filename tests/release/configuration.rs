//! What is wrong with `regio.toml` is said of that file, with the key it stands under, before any record is read.

use std::fs;

use regiovisie::publish::PublishError;

use crate::support::{config, published};

/// What stands in the configuration that ships, what is put in its place, and what the sentence must name.
const FAULTS: &[(&str, &str, &[&str])] = &[
    (
        "sleutel = \"den-haag\"",
        "sleutel = \"Den Haag\"",
        &["`sleutel`", "GM0518"],
    ),
    (
        "sleutel = \"den-haag\"",
        "sleutel = \"\"",
        &["`sleutel`", "GM0518"],
    ),
    (
        "sleutel = \"den-haag\"",
        "sleutel = \"delft\"",
        &["`sleutel`", "GM0518"],
    ),
    ("naam = \"Den Haag\"", "naam = \" \"", &["`naam`", "GM0518"]),
    (
        "naam = \"Haaglanden\"\nuitgever",
        "naam = \"\"\nuitgever",
        &["`naam`", "region"],
    ),
    ("code = \"GM0518\"", "code = \"\"", &["`code`", "Den Haag"]),
    (
        "deel_van = \"H4\"",
        "deel_van = \"H6\"",
        &["`deel_van`", "H6"],
    ),
    ("breedte = 5", "breedte = 0", &["`breedte`"]),
    ("breedte = 5", "breedte = 10", &["`breedte`", "`drempel`"]),
    ("drempel = 10", "drempel = 0", &["`drempel`"]),
    (
        "afronding_aantal = 5",
        "afronding_aantal = 11",
        &["`afronding_aantal`", "`drempel`"],
    ),
    (
        "afronding_aantal = 5",
        "afronding_aantal = 0",
        &["`afronding_aantal`"],
    ),
    (
        "afronding_euro = 1000",
        "afronding_euro = 0",
        &["`afronding_euro`"],
    ),
    (
        "afronding_dagen = 100",
        "afronding_dagen = 0",
        &["`afronding_dagen`"],
    ),
    (
        "kosten = 3.0",
        "kosten = inf",
        &["`verwachte_herziening_kosten`", "2024"],
    ),
    (
        "kosten = 3.0",
        "kosten = nan",
        &["`verwachte_herziening_kosten`", "2024"],
    ),
    (
        "kosten = 3.0",
        "kosten = -3.0",
        &["`verwachte_herziening_kosten`", "2024"],
    ),
    (
        "vanaf = 2024",
        "vanaf = 2025",
        &["`vanaf`", "2025", "`perioden`"],
    ),
    ("jaar = 2015", "jaar = 2014", &["`perioden`"]),
    ("jaar = 2015", "jaar = 65535", &["`jaar`", "65535"]),
    (
        "release = \"2025-1\"",
        "release = \"2025/1\"",
        &["`release`", "2025/1"],
    ),
    ("release = \"2025-1\"", "release = \"\"", &["`release`"]),
    (
        "release = \"2025-1\"",
        "release = \"2025-1\"\nvorige_release = \"../2024\"",
        &["`vorige_release`", "../2024"],
    ),
    (
        "peildatum = \"2025-04-01\"",
        "peildatum = \"+262000-01-01\"",
        &["`peildatum`", "+262000-01-01"],
    ),
    (
        "peildatum = \"2025-04-01\"",
        "peildatum = \"2025-04-01\"\nvolledig_vanaf = \"1 januari 2015\"",
        &["`volledig_vanaf`", "1 januari 2015"],
    ),
    (
        "soort = \"regio\"",
        "soort = \"regio\"\nlokaal_team_vanaf = 2017",
        &["H10", "`lokaal_team_vanaf`", "municipality"],
    ),
    (
        "[onthulling]",
        "[regels]\npersoon-ontbreekt = \"houden\"\n\n[onthulling]",
        &["persoon-ontbreekt", "\"herstellen\" or \"weglaten\""],
    ),
    (
        "soort = \"regio\"",
        "soort = \"regio\"\npgb_vanaf = 2017",
        &["H10", "`pgb_vanaf`", "municipality"],
    ),
    (
        "adres = \"https://example.org/data/\"",
        "adres = \"https://example.org/data\"",
        &["`adres`", "`catalogus`", "https://example.org/data"],
    ),
    (
        "adres = \"https://example.org/data/\"",
        "adres = \"/data/\"",
        &["`adres`", "`catalogus`", "/data/"],
    ),
    (
        "contact = \"monitor@example.org\"",
        "contact = \"monitor\"",
        &["`contact`", "`catalogus`", "monitor"],
    ),
    (
        "contact = \"monitor@example.org\"",
        "contact = \"monitor@example.org\"\nuitgever = \"Haaglanden\"",
        &["`uitgever`", "`catalogus`", "Haaglanden"],
    ),
];

#[test]
fn every_fault_is_named_by_its_file_and_key() {
    let folder = tempfile::tempdir().unwrap();
    let (records, release, faulty) = (
        folder.path().join("records"),
        folder.path().join("release"),
        folder.path().join("mine.toml"),
    );
    let text = fs::read_to_string(config()).unwrap();
    for (sound, wrong, named) in FAULTS {
        assert!(text.contains(sound), "{sound}");
        fs::write(&faulty, text.replacen(sound, wrong, 1)).unwrap();
        match published(&records, &release, &faulty) {
            Err(PublishError::Config { path, detail }) => {
                assert_eq!(path, faulty);
                assert!(
                    named.iter().all(|name| detail.contains(name)),
                    "{wrong}: {detail}"
                );
            }
            other => panic!("{wrong}: {other:?}"),
        }
    }
}

#[test]
fn without_a_fault_the_records_are_looked_for() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("records");
    let error = published(&records, &folder.path().join("release"), &config()).unwrap_err();
    assert!(
        matches!(&error, PublishError::NoRecords { folder } if *folder == records),
        "{error}"
    );
}
