//! A visitor meets something broken: a plain sentence says what, the rest works where that is promised, and nothing goes blank.

use std::fs;

use regiovisie::release::sha256_hex;
use serde_json::{Value, json};

use crate::harness::{Site, Visit, journey};

const ENDED: &str = "afgesloten-totaal.parquet";
const ENDED_PATH: &str = "data/afgesloten-totaal.parquet";
const DESCRIPTOR: &str = "data/datapackage.json";
const AGE: &str = "?weergave=verkennen&indicator=gebruik&verdeling=leeftijd";

/// A file of the overview cannot be used: this is said, the other figures stand there, and trying again works once it is mended.
async fn one_file_fails(visit: &Visit, dutch: &str, english: &str) {
    visit.open_and_wait("?taal=en").await;
    visit.until_says("main .trouble[role=alert]", english).await;
    visit.open_and_wait("").await;
    visit.until_says("main .trouble[role=alert]", dutch).await;
    visit
        .until(
            "figures from other files",
            "document.querySelector('.tile[data-indicator=gebruik] .number')",
        )
        .await;
    assert_eq!(
        visit.count(".tile[data-indicator=uitval] .number").await,
        0,
        "a figure from a refused file is shown"
    );
    visit.mend(ENDED_PATH);
    visit.click("main .trouble button").await;
    visit
        .until(
            "the figures to come back",
            "document.querySelector('.tile[data-indicator=uitval] .number')",
        )
        .await;
    assert_eq!(visit.count("main .trouble").await, 0);
}

#[test]
fn a_missing_file_is_named_and_can_be_tried_again() {
    journey(Site::built().without(ENDED_PATH), async |visit| {
        visit.expect_in_console(ENDED);
        one_file_fails(
            visit,
            "Het bestand afgesloten-totaal.parquet ontbreekt.",
            "The file afgesloten-totaal.parquet is missing.",
        )
        .await;
    });
}

#[test]
fn a_changed_file_is_refused() {
    let flipped = Site::built().with(ENDED_PATH, |mut bytes| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        bytes
    });
    journey(flipped, async |visit| {
        one_file_fails(
            visit,
            "afgesloten-totaal.parquet is niet gelijk aan wat is gepubliceerd",
            "is not the one that was published",
        )
        .await;
    });
}

#[test]
fn half_a_file_is_refused() {
    let half = Site::built().with(ENDED_PATH, |bytes| bytes[..bytes.len() / 2].to_vec());
    journey(half, async |visit| {
        one_file_fails(
            visit,
            "afgesloten-totaal.parquet is niet gelijk aan wat is gepubliceerd",
            "is not the one that was published",
        )
        .await;
    });
}

#[test]
fn an_empty_file_is_refused() {
    let empty = Site::built().with(ENDED_PATH, |_| Vec::new());
    journey(empty, async |visit| {
        one_file_fails(
            visit,
            "afgesloten-totaal.parquet is niet gelijk aan wat is gepubliceerd",
            "is not the one that was published",
        )
        .await;
    });
}

/// How many times the server answered for the descriptor.
const ANSWERS: &str = "performance.getEntriesByType('resource').filter(entry => entry.name.includes('datapackage.json') && entry.responseEnd > 0).length";

/// Nothing can be shown without the descriptor: one sentence, and a button that works once it is mended.
async fn descriptor_fails(visit: &Visit, dutch: &str, english: &str) {
    visit.open_and_wait("?taal=en").await;
    visit.until_says("main .trouble", english).await;
    visit
        .until_says("main .trouble h1", "Something is wrong")
        .await;
    visit.open_and_wait("").await;
    visit.until_says("main .trouble", dutch).await;
    let before = visit.script(&format!("return {ANSWERS}")).await;
    visit.click("main .trouble button").await;
    // Mended before the answer, the first try would give figures, and there be no button to press.
    visit
        .until(
            "the answer to trying again",
            &format!("{ANSWERS} > {before}"),
        )
        .await;
    visit.until_says("main .trouble", dutch).await;
    visit.mend(DESCRIPTOR);
    visit.click("main .trouble button").await;
    visit
        .until("the figures", "document.querySelector('.tile .number')")
        .await;
    assert_eq!(visit.count("main .trouble").await, 0);
}

#[test]
fn a_rubbish_descriptor_is_told() {
    let rubbish = Site::built().with(DESCRIPTOR, |_| b"<!doctype html><p>Onderhoud</p>".to_vec());
    journey(rubbish, async |visit| {
        descriptor_fails(
            visit,
            "De beschrijving van de gegevens",
            "The description of the data",
        )
        .await;
    });
}

#[test]
fn a_missing_descriptor_is_told_without_a_promise_that_the_rest_works() {
    journey(Site::built().without(DESCRIPTOR), async |visit| {
        visit.expect_in_console("datapackage.json");
        visit.open_and_wait("").await;
        visit.until_says("main .trouble", "datapackage.json").await;
        let words = visit.text("main").await;
        assert!(
            !words.contains("de rest werkt"),
            "nothing works without the descriptor, but the page says: {words}"
        );
        descriptor_fails(visit, "datapackage.json", "datapackage.json").await;
    });
}

#[test]
fn a_release_of_another_format_is_told() {
    let newer = Site::built().with(DESCRIPTOR, |bytes| {
        let mut package: Value = serde_json::from_slice(&bytes).unwrap();
        package["regiovisie"]["formaat"] = json!(99);
        serde_json::to_vec(&package).unwrap()
    });
    journey(newer, async |visit| {
        descriptor_fails(
            visit,
            "De gegevens horen bij een andere versie van deze monitor.",
            "another version of this monitor",
        )
        .await;
    });
}

#[test]
fn what_a_link_gets_wrong_is_named_and_the_rest_of_it_followed() {
    journey(Site::built(), async |visit| {
        let wrong = [
            "indicator=geluk",
            "gebied=atlantis",
            "jaar=1999",
            "leeftijd=99",
            "verdeling=schoenmaat",
            "toon=alles",
            "taal=fr",
            "weergave=kaart",
            "maat=schoenmaat",
        ];
        for part in wrong {
            let (key, value) = part.split_once('=').unwrap();
            visit
                .open_and_wait(&format!("?weergave=verkennen&{part}&zorgvorm=pleegzorg"))
                .await;
            visit
                .until_says(
                    ".problems",
                    &format!(
                        "“{value}” bestaat niet als {}",
                        key.replace("indicator", "onderwerp")
                    ),
                )
                .await;
            visit.until_says("#titel", "pleegzorg").await;
        }
        visit.open_and_wait("?gebied=atlantis&taal=en").await;
        visit
            .until_says(".problems", "“atlantis” does not exist as")
            .await;
        visit
            .until("figures", "document.querySelector('.tile .number')")
            .await;
        visit.choose("#kies-gebied", "delft").await;
        visit.until_query("?gebied=delft&taal=en").await;
        assert_eq!(
            visit.count(".problems").await,
            0,
            "the remark stays after another choice"
        );
    });
}

#[test]
fn what_a_topic_cannot_be_divided_by_is_told_and_the_topic_is_shown() {
    journey(Site::built(), async |visit| {
        let median = "?weergave=verkennen&indicator=duur_mediaan";
        visit
            .open_and_wait(&format!("{median}&verdeling=leeftijd"))
            .await;
        visit
            .until_says(".problems", "is niet te verdelen naar leeftijd")
            .await;
        visit.until_says("#titel", "middelste duur").await;
        visit
            .open_and_wait(&format!("{median}&leeftijd=4-11&taal=en"))
            .await;
        visit
            .until_says(".problems", "cannot be seen for 4 to 11 years only")
            .await;
        visit
            .open_and_wait(&format!("{median}&verdeling=zorgvorm"))
            .await;
        visit.until_says("#titel", "naar soort hulp").await;
        assert_eq!(visit.count(".problems").await, 0);
    });
}

#[test]
fn markup_and_nonsense_in_a_link_do_no_harm() {
    journey(Site::built(), async |visit| {
        for query in [
            "?gebied=<img%20src=x%20onerror=alert(1)>",
            "?%",
            "?=&&=",
            "?gebied=%ff%fe",
            "?jaar=-1",
            "??",
            "?gebied=%00",
            "?toString=1",
        ] {
            visit.open_and_wait(query).await;
            visit
                .until("figures", "document.querySelector('.tile .number')")
                .await;
            assert_eq!(visit.count("main img").await, 0);
        }
        let long = "a".repeat(5_000);
        visit.open_and_wait(&format!("?gebied={long}")).await;
        visit
            .until(
                "a short remark",
                "document.querySelector('.problems')?.innerText.length < 300",
            )
            .await;
    });
}

#[test]
fn a_table_whose_file_fails_says_so_once_and_shows_no_figures_of_it() {
    journey(
        Site::built().without("data/gebruik-leeftijd.parquet"),
        async |visit| {
            visit.expect_in_console("gebruik-leeftijd.parquet");
            visit.open_and_wait(AGE).await;
            visit
                .until_says(
                    "main .trouble",
                    "Het bestand gebruik-leeftijd.parquet ontbreekt.",
                )
                .await;
            assert_eq!(visit.count("#tabel td[data-waarde]").await, 0);
            visit.choose("#indicator", "uitval").await;
            visit
                .until(
                    "figures of another file",
                    "document.querySelectorAll('#tabel td[data-waarde]').length > 2",
                )
                .await;
        },
    );
}

#[test]
fn a_new_release_behind_a_caching_host_is_read_as_a_whole() {
    journey(
        Site::built().with_header("cache-control", "max-age=3600"),
        async |visit| {
            visit.open_and_wait("").await;
            // The next release: a file with the same figures and other bytes (the name of its writer), and a descriptor that says so.
            let mut bytes = fs::read(visit.file(ENDED_PATH)).unwrap();
            let writer = bytes
                .windows(10)
                .rposition(|part| part == b"regiovisie")
                .unwrap();
            bytes[writer] = b'R';
            let mut package: Value =
                serde_json::from_slice(&fs::read(visit.file(DESCRIPTOR)).unwrap()).unwrap();
            package["regiovisie"]["release"] = json!("2025-2");
            let resources = package["resources"].as_array_mut().unwrap();
            let resource = resources
                .iter_mut()
                .find(|resource| resource["path"] == json!(ENDED))
                .unwrap();
            resource["hash"] = json!(format!("sha256:{}", sha256_hex(&bytes)));
            fs::write(visit.file(ENDED_PATH), &bytes).unwrap();
            fs::write(
                visit.file(DESCRIPTOR),
                serde_json::to_vec(&package).unwrap(),
            )
            .unwrap();
            visit.open_and_wait("?jaar=2019").await;
            visit.until_says("footer", "publicatie 2025-2").await;
            visit
                .until(
                    "figures of the new file",
                    "document.querySelector('.tile[data-indicator=uitval] .number')",
                )
                .await;
            assert_eq!(visit.count("main .trouble").await, 0);
        },
    );
}
