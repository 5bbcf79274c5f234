//! A visitor who wants to see for herself: hashes, rules and rounding of every file, and what all figures tell of a hidden one.

use std::fs;

use bytes::Bytes;
use parquet::column::reader::ColumnReader;
use parquet::file::reader::FileReader;
use parquet::file::serialized_reader::SerializedFileReader;
use regiovisie::cube::{Cell, Status};
use regiovisie::disclosure::check_primary;
use regiovisie::release::sha256_hex;
use regiovisie::sentence::text;
use regiovisie::vocabulary::{Language, Measure, Table};
use serde_json::{Value, json};

use crate::harness::{Site, Visit, journey};
use crate::native;

const PAGE: &str = "?weergave=verantwoording";
const DESCRIPTOR: &str = "data/datapackage.json";
const FILE: &str = "afgesloten-leeftijd.parquet";

/// Presses the button and waits for the end of the check.
async fn check(visit: &Visit) {
    visit.click("#controleer").await;
    visit
        .until(
            "the end of the check",
            "['in-orde', 'fout'].includes(document.querySelector('#controle-stand').dataset.staat)",
        )
        .await;
}

/// Outcome and number of checked figures per rule.
async fn outcomes(visit: &Visit) -> Value {
    visit
        .script(
            "return Object.fromEntries([...document.querySelectorAll('#regels tbody tr')].map(row =>
                [row.dataset.regel, [row.dataset.uitkomst, row.querySelector('td').textContent.replaceAll('.', '')]]))",
        )
        .await
}

fn worker_requests(visit: &Visit) -> usize {
    visit
        .wire()
        .iter()
        .filter(|answer| answer.path.contains("solver"))
        .count()
}

#[test]
fn the_view_exists_in_both_languages_with_the_numbers_of_the_policy() {
    journey(Site::built(), async |visit| {
        let policy = native::release().region.policy();
        for (query, language) in [
            (PAGE.to_owned(), Language::Nl),
            (format!("{PAGE}&taal=en"), Language::En),
        ] {
            visit.open_and_wait(&query).await;
            for heading in [
                text::HOW_PROTECTED,
                text::SIX_MARKS,
                text::CHECK_YOURSELF,
                text::ONE_CELL,
            ] {
                visit.until_says(".account h2", heading.get(language)).await;
            }
            let rules = visit.text(".rules").await;
            for number in [policy.drempel, policy.groep_aandeel, policy.p_procent] {
                assert!(rules.contains(&number.to_string()), "{number}: {rules}");
            }
            let title = visit.driver.title().await.unwrap();
            assert!(
                title.starts_with(text::ACCOUNTABILITY.get(language)),
                "{title}"
            );
            assert_eq!(visit.count(".marks-all li").await, 6);
        }
        visit.open_and_wait("?gebied=delft").await;
        visit.click("nav a[href*=verantwoording]").await;
        visit
            .until_query("?weergave=verantwoording&gebied=delft")
            .await;
        visit.until_says("h1", "Verantwoording").await;
    });
}

#[test]
fn the_check_finds_what_the_same_check_finds_here() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait(PAGE).await;
        assert_eq!(outcomes(visit).await["drempel"], json!(["open", ""]));
        let height = "Math.round(document.querySelector('#een-cijfer').getBoundingClientRect().top + scrollY)";
        let before = visit.script(&format!("return {height}")).await;
        check(visit).await;
        let here = check_primary(native::store().cubes(), &native::release().region);
        let shown = outcomes(visit).await;
        for result in &here.rules {
            let state = if result.broken == 0 { "goed" } else { "fout" };
            assert_eq!(
                shown[result.rule.id()],
                json!([state, result.checked.to_string()]),
                "{}",
                result.rule.id()
            );
        }
        let files = native::release().resources().len();
        assert_eq!(shown["bestanden"], json!(["goed", files.to_string()]));
        for status in Status::ALL {
            let css = format!("#totalen tr[data-soort='{}'] td", status.code());
            let counted = visit.text(&css).await.replace('.', "");
            assert_eq!(counted, here.totals.of(status).to_string(), "{status:?}");
        }
        if here.is_clean() {
            visit
                .until_says("#controle-stand [role=status]", "Alles is in orde")
                .await;
            visit.until_equal("nothing to move", height, &before).await;
        }
    });
}

#[test]
fn the_check_works_again_without_a_connection() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait(PAGE).await;
        check(visit).await;
        let asked = visit.wire().len();
        visit.dev_tools("Network.enable", json!({})).await;
        let line = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        visit
            .dev_tools("Network.emulateNetworkConditions", line)
            .await;
        check(visit).await;
        assert_eq!(outcomes(visit).await["bestanden"][0], json!("goed"));
        assert_eq!(
            visit.wire().len(),
            asked,
            "the second check fetched something"
        );
    });
}

#[test]
fn without_a_connection_nothing_is_said_to_be_wrong_or_in_order() {
    journey(Site::built(), async |visit| {
        visit.expect_in_console("ERR_INTERNET_DISCONNECTED");
        visit.open_and_wait(PAGE).await;
        visit.dev_tools("Network.enable", json!({})).await;
        let line = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        visit
            .dev_tools("Network.emulateNetworkConditions", line)
            .await;
        visit.click("#controleer").await;
        visit
            .until_says("#controle-stand [role=status]", "Niet alles is nagekeken")
            .await;
        for (rule, outcome) in outcomes(visit).await.as_object().unwrap() {
            assert_eq!(outcome[0], json!("open"), "{rule}");
        }
    });
}

#[test]
fn a_changed_file_is_reported_and_so_is_a_missing_one() {
    let damaged = Site::built()
        .with(&format!("data/{FILE}"), |mut bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            bytes
        })
        .without("data/gebruik-verwijzer.parquet");
    journey(damaged, async |visit| {
        visit.expect_in_console("gebruik-verwijzer.parquet");
        visit.open_and_wait(PAGE).await;
        check(visit).await;
        assert_eq!(outcomes(visit).await["bestanden"][0], json!("fout"));
        let row = "#regels tr[data-regel=bestanden]";
        visit
            .until_says(
                row,
                "Het bestand afgesloten-leeftijd.parquet is niet gelijk aan wat is gepubliceerd.",
            )
            .await;
        visit
            .until_says(row, "Het bestand gebruik-verwijzer.parquet ontbreekt.")
            .await;
        visit
            .until_says("#controle-stand [role=status]", "Er is iets fout")
            .await;
        // The linear programme needs every file.
        assert_eq!(visit.count("#reken-na").await, 0);
        visit.mend(&format!("data/{FILE}"));
        visit.mend("data/gebruik-verwijzer.parquet");
        check(visit).await;
        assert_eq!(outcomes(visit).await["bestanden"][0], json!("goed"));
    });
}

/// The byte in which a shown count of a file begins: so that a test can make it one that is not rounded.
fn place_of_a_count(bytes: &[u8]) -> usize {
    let reader = SerializedFileReader::new(Bytes::copy_from_slice(bytes)).unwrap();
    let schema = reader.metadata().file_metadata().schema_descr_ptr();
    let column = schema
        .columns()
        .iter()
        .position(|column| column.name() == "beeindigd")
        .unwrap();
    let group = reader.get_row_group(0).unwrap();
    let ColumnReader::Int64ColumnReader(mut values) = group.get_column_reader(column).unwrap()
    else {
        panic!("counts are whole numbers");
    };
    let mut found = Vec::new();
    values
        .read_records(1_000, Some(&mut Vec::new()), None, &mut found)
        .unwrap();
    // A number that stands in the file once, as it is: not packed, and no part of something else.
    found
        .iter()
        .find_map(|count| {
            let wanted = count.to_le_bytes();
            let mut places = bytes
                .windows(8)
                .enumerate()
                .filter(|(_, window)| *window == wanted);
            let first = places.next()?.0;
            (*count > 1_000 && places.next().is_none()).then_some(first)
        })
        .expect("no count of the file stands in it as it is")
}

#[test]
fn a_broken_rule_in_a_file_with_the_right_hash_is_reported_with_its_place() {
    let name = FILE;
    let mut changed = Vec::new();
    let site = Site::built().with(&format!("data/{name}"), |mut bytes| {
        let place = place_of_a_count(&bytes);
        bytes[place] += 1;
        changed.clone_from(&bytes);
        bytes
    });
    let site = site.with(DESCRIPTOR, |bytes| {
        let mut package: Value = serde_json::from_slice(&bytes).unwrap();
        for resource in package["resources"].as_array_mut().unwrap() {
            if resource["path"] == json!(name) {
                resource["hash"] = json!(format!("sha256:{}", sha256_hex(&changed)));
            }
        }
        serde_json::to_vec(&package).unwrap()
    });
    journey(site, async |visit| {
        visit.open_and_wait(PAGE).await;
        check(visit).await;
        let outcomes = outcomes(visit).await;
        assert_eq!(outcomes["bestanden"][0], json!("goed"));
        assert_eq!(outcomes["afronding-aantal"][0], json!("fout"));
        let row = "#regels tr[data-regel=afronding-aantal]";
        visit.until_says(row, "1 × fout").await;
        visit
            .until_says(row, "(afgesloten-leeftijd.parquet, rij ")
            .await;
    });
}

#[test]
fn what_the_region_says_of_its_own_check_stands_beside() {
    let site = Site::built().with(DESCRIPTOR, |bytes| {
        let mut package: Value = serde_json::from_slice(&bytes).unwrap();
        package["regiovisie"]["controle"] = json!({
            "programma": "regiovisie 0.1.0", "oplosser": "HiGHS 1.9",
            "cijfers": 12_345, "zichtbaar": 8_000, "beschermd": 1_234, "bewezen": 1_234, "verbanden": 56_789, "smalste": 5.0,
        });
        serde_json::to_vec(&package).unwrap()
    });
    journey(site, async |visit| {
        visit.open_and_wait(PAGE).await;
        visit
            .until_says(
                "#eigen-controle",
                "Voor de publicatie is van alle 1.234 beschermde cijfers bewezen",
            )
            .await;
        visit.until_says("#eigen-controle", "HiGHS").await;
        visit
            .until_says("#eigen-controle", "minstens 5 uit elkaar")
            .await;
        // Of outcomes nothing was asked before 2019, which is not left out.
        visit
            .until_says(
                "#weggelaten",
                "Weggelaten: Duur van afgesloten jeugdhulp van 2015. Samen",
            )
            .await;
        visit
            .until_says("#totalen tr[data-soort=alles]", "12.345")
            .await;
    });
}

#[test]
fn a_hidden_figure_is_worked_out_in_a_worker_that_nobody_else_fetches() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        visit
            .open_and_wait("?weergave=verkennen&indicator=uitval&gebied=delft")
            .await;
        let link = format!("{PAGE}&gebied=midden-delfland&jaar=2019&maat=jeugdigen_afgesloten");
        visit.open_and_wait(&link).await;
        assert_eq!(visit.count("#reken-na").await, 0);
        check(visit).await;
        visit
            .until("the choice", "document.querySelector('#kies-cel')")
            .await;
        assert_eq!(worker_requests(visit), 0, "fetched without being asked for");
        // Only hidden figures can be chosen: as many as there are.
        let region = &native::release().region;
        let area = region.by_key("midden-delfland").unwrap();
        let measure = Measure::EndedYouths;
        let hidden: Vec<(_, Cell)> = native::store()
            .cubes()
            .filter(|cube| cube.table == Table::Ended)
            .flat_map(|cube| cube.keys().iter().copied())
            .filter(|key| (key.year, key.area) == (2019, area))
            .filter_map(|key| Some((key, native::store().find(key, measure)?.0)))
            .filter(|(_, cell)| cell.is_hidden())
            .collect();
        assert!(hidden.len() > 2);
        assert_eq!(visit.count("#kies-cel option").await, hidden.len() as u64);
        // The first that is small is chosen already, so another one.
        let is_small = |(_, cell): &(_, Cell)| cell.status() == Status::Hidden;
        let first = hidden.iter().position(is_small).unwrap_or(0);
        let place = usize::from(first == 0);
        let option = |place: usize| format!("#kies-cel option:nth-child({})", place + 1);
        visit.click(&option(place)).await;
        let mut query = link.clone();
        for member in hidden[place]
            .0
            .members()
            .filter(|member| !member.is_total())
        {
            query.extend(["&", member.dimension().code(), "=", member.code()]);
        }
        visit.until_query(&query).await;
        visit.click("#reken-na").await;
        visit
            .until(
                "the answer",
                "document.querySelector('#uitkomst').dataset.staat === 'klaar'",
            )
            .await;
        visit
            .until_says(
                "#uitkomst",
                "gepubliceerde cijfers van 2019 samen volgt alleen: tussen",
            )
            .await;
        let range = visit
            .script("const { laag, hoog } = document.querySelector('#uitkomst .formula').dataset; return [+laag, +hoog]")
            .await;
        let (low, high): (f64, f64) = serde_json::from_value(range).unwrap();
        let said = hidden[place].1.within().unwrap();
        assert!(
            said.lo() <= low && low <= high && high <= said.hi(),
            "{low} to {high} is not within {said:?}"
        );
        assert_eq!(worker_requests(visit), 3);
        // The link leads back to the same figure; another figure has no answer yet.
        visit.click(&option(first)).await;
        visit
            .until(
                "the answer to go",
                "document.querySelector('#uitkomst').dataset.staat === 'rust'",
            )
            .await;
        visit.driver.back().await.unwrap();
        visit
            .until(
                "the answer to come back",
                "document.querySelector('#uitkomst').dataset.staat === 'klaar'",
            )
            .await;
    });
}

#[test]
fn a_worker_that_cannot_be_fetched_is_told_and_can_be_tried_again() {
    journey(Site::built().without("solver_bg.wasm"), async |visit| {
        visit.allow_in_console("solver_bg.wasm");
        visit
            .open_and_wait(&format!("{PAGE}&gebied=midden-delfland"))
            .await;
        check(visit).await;
        visit
            .until("the button", "document.querySelector('#reken-na')")
            .await;
        visit.click("#reken-na").await;
        visit
            .until_says("#uitkomst", "Het narekenen lukte niet.")
            .await;
        visit.mend("solver_bg.wasm");
        visit.click("#reken-na").await;
        visit
            .until_says("#uitkomst", "samen volgt alleen: tussen")
            .await;
    });
}

#[test]
fn the_policy_stands_the_same_in_all_three_places() {
    let read = |name: &str| {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        fs::read_to_string(file).unwrap()
    };
    let policy = |name: &str| {
        let text = read(name);
        let start = text.find("default-src").unwrap();
        let end = text[start..].find("form-action 'none'").unwrap();
        text[start..start + end].to_owned()
    };
    assert_eq!(policy("Trunk.toml"), policy("README.md"));
    assert_eq!(policy("Trunk.toml"), policy("public/index.html"));
    assert!(policy("Trunk.toml").contains("worker-src 'self'"));
}
