//! A visitor looks at municipalities in other forms: the funnel, the map and the grid show what the same core gives here.

use std::collections::BTreeMap;

use regiovisie::answer::{Answer, answer};
use regiovisie::indicator::{self, funnel};
use regiovisie::release::sha256_hex;
use regiovisie::selection::{Selection, write};
use regiovisie::sentence;
use serde_json::{Value, json};

use crate::harness::{Site, Visit, journey};
use crate::native;

/// Links of a form: three areas in two languages.
fn links(form: &str, indicator: &str) -> Vec<String> {
    let areas = ["delft", "den-haag", "haaglanden"];
    let languages = ["nl", "en"];
    areas
        .into_iter()
        .flat_map(|area| {
            languages.map(|language| {
                format!(
                    "?weergave=vergelijken&indicator={indicator}&gebied={area}&vorm={form}&taal={language}"
                )
            })
        })
        .collect()
}

async fn axe_finds_nothing(visit: &Visit, link: &str) {
    let axe =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    visit.script(&std::fs::read_to_string(axe).unwrap()).await;
    let found = visit
        .script("return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
            violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} | ${node.failureSummary}`)))")
        .await;
    assert_eq!(found, json!([]), "{link}");
}

const FUNNEL: &str = "(() => {
    const rows = [...document.querySelectorAll('#tabel tbody tr')].map(row => [row.querySelector('th').textContent,
        row.querySelector('[data-kolom=eigen]').dataset.waarde, row.querySelector('[data-kolom=grootte]').dataset.waarde,
        row.lastElementChild.textContent]);
    const dots = document.querySelector('.js-plotly-plot').data.find(trace => trace.name === 'gemeenten');
    return { title: document.querySelector('#titel').textContent, remark: document.querySelector('#toets').textContent, rows,
        dots: [...dots.x].map((size, index) => [String(dots.y[index]), String(size)]) };
})()";

fn expected_funnel(link: &str) -> Value {
    let selection = native::selection(link);
    let region = &native::release().region;
    let Answer::Rows {
        shown,
        comparison: Some(comparison),
        ..
    } = answer(&selection, native::store(), region)
    else {
        panic!("{link}: nothing is compared");
    };
    let found = funnel(&shown, &comparison, selection.year).unwrap();
    let language = selection.language;
    let rows: Vec<Value> = found
        .points
        .iter()
        .map(|point| {
            json!([
                region.area(point.area).name,
                point.value.to_string(),
                point.size.to_string(),
                sentence::standing_words(point, language)
            ])
        })
        .collect();
    json!({
        "title": sentence::funnel_headline(&shown, &found, selection.year, &selection.members, language),
        "remark": sentence::funnel_remark(&found, region, language),
        "dots": rows.iter().map(|row| json!([row[1], row[2]])).collect::<Vec<_>>(),
        "rows": rows,
    })
}

#[test]
fn the_funnel_shows_what_is_computed_here() {
    journey(Site::built(), async |visit| {
        for link in links("trechter", "gebruik")
            .into_iter()
            .chain(links("trechter", "instroom").into_iter().take(2))
        {
            visit.open_and_wait(&link).await;
            visit
                .until(
                    "the chart",
                    "document.querySelector('.chart[data-staat=getekend] .main-svg')",
                )
                .await;
            visit
                .until_equal("the funnel", FUNNEL, &expected_funnel(&link))
                .await;
            axe_finds_nothing(visit, &link).await;
        }
    });
}

#[test]
fn where_there_is_no_funnel_the_reason_is_told() {
    journey(Site::built(), async |visit| {
        for (indicator, words) in [
            ("kosten_per_jeugdige", "geen eerlijke trechter"),
            ("jeugdigen", "geen trechter bij"),
        ] {
            visit
                .open(&format!(
                    "?weergave=vergelijken&indicator={indicator}&vorm=trechter"
                ))
                .await;
            visit.until_says("#toets", words).await;
        }
        visit
            .open("?weergave=vergelijken&indicator=uitval&jaar=2024&vorm=trechter")
            .await;
        visit
            .until_says("#toets", "Tot en met 2023 kan dat wel")
            .await;
        visit.click("#vergelijkjaar a").await;
        visit
            .until_query("?weergave=vergelijken&indicator=uitval&vorm=trechter")
            .await;
    });
}

/// Cells as [value, arrow, where it leads].
const GRID: &str = "({ title: document.querySelector('#titel')?.textContent, remark: document.querySelector('#toets')?.textContent,
    rows: [...document.querySelectorAll('#raster tbody tr')].map(row => [row.querySelector('th[scope=row]').textContent,
        [...row.querySelectorAll('td')].map(td => [td.getAttribute('data-waarde'), td.className, td.querySelector('.sign')?.textContent ?? '',
            td.querySelector('a').getAttribute('href')])]) })";

fn expected_grid(link: &str) -> Value {
    let selection = native::selection(link);
    let region = &native::release().region;
    let found = indicator::grid(native::store(), region, selection.year, &selection.members);
    let rows: Vec<Value> = found
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<Value> = row
                .cells
                .iter()
                .zip(&found.indicators)
                .map(|(cell, entry)| {
                    let (class, sign) = match cell.verdict {
                        Some(regiovisie::statistics::Verdict::Higher) => ("higher", "▲"),
                        Some(regiovisie::statistics::Verdict::Lower) => ("lower", "▼"),
                        _ => ("", ""),
                    };
                    let target = Selection {
                        area: row.area,
                        compare_as: regiovisie::selection::CompareAs::Bars,
                        ..selection.clone()
                    }
                    .of(entry);
                    json!([
                        native::exact(&cell.own),
                        class,
                        sign,
                        write(&target, region)
                    ])
                })
                .collect();
            json!([region.area(row.area).name, cells])
        })
        .collect();
    json!({
        "title": sentence::grid_headline(&found, selection.year, selection.language),
        "remark": sentence::grid_remark(&found, selection.year, selection.language),
        "rows": rows,
    })
}

#[test]
fn the_grid_shows_every_indicator_and_leads_to_it() {
    journey(Site::built(), async |visit| {
        for link in links("raster", "gebruik") {
            visit.open(&link).await;
            visit
                .until_equal("the grid", GRID, &expected_grid(&link))
                .await;
            axe_finds_nothing(visit, &link).await;
        }
        visit.width(390).await;
        visit
            .until(
                "nothing to scroll but the table",
                "document.documentElement.scrollWidth === document.documentElement.clientWidth",
            )
            .await;
        visit.until_says(".cue", "Scroll sideways").await;
        visit.width(1280).await;
        visit
            .click("#raster tbody tr:nth-child(2) td:nth-child(4) a")
            .await;
        visit
            .until(
                "the bars",
                "location.search.includes('gebied=den-haag') && !location.search.includes('vorm=')",
            )
            .await;
        visit.arrived().await;
    });
}

/// Whether the grid needs no scrolling, its choices, and whether higher and lower have one colour.
const OF_GRID: &str = "(grid => grid && [grid.parentElement.scrollWidth <= grid.parentElement.clientWidth,
    [...document.querySelectorAll('#keuzes select')].map(choice => choice.id),
    new Set([...grid.querySelectorAll('.higher .cell, .lower .cell')].map(cell => getComputedStyle(cell).backgroundColor)).size,
    grid.querySelectorAll('.higher').length > 0 && grid.querySelectorAll('.lower').length > 0])(document.querySelector('#raster'))";

#[test]
fn the_grid_fits_and_its_choices_and_colours_are_its_own() {
    journey(Site::built(), async |visit| {
        visit.width(1280).await;
        visit.open_and_wait("").await;
        let filters = [
            "zorgvorm",
            "leeftijd",
            "verwijzer",
            "aantal_aanbieders",
            "met_maatregel",
        ];
        let filters = filters.map(|code| format!("filter-{code}"));
        let choices = [
            vec!["gebied".to_owned(), "jaar".to_owned()],
            filters.to_vec(),
        ]
        .concat();
        for topic in ["gebruik", "kosten_boven_100k", "wacht_aanbieders"] {
            for language in ["nl", "en"] {
                let link = format!(
                    "?weergave=vergelijken&indicator={topic}&gebied=delft&vorm=raster&taal={language}"
                );
                visit.follow(&link).await;
                visit
                    .until_equal(&link, OF_GRID, &json!([true, choices, 1, true]))
                    .await;
            }
        }
        visit
            .until_says("#kleuren", "The colour is no judgement")
            .await;
    });
}

/// Places on the map and items of the list, as [label or name, figure].
const MAP: &str = "({ places: [...document.querySelectorAll('.map-drawing a')].map(a => [a.getAttribute('aria-label').split(':')[0],
        a.querySelector('.place-amount').textContent, a.getBoundingClientRect().width > 20]),
    list: Object.fromEntries([...document.querySelectorAll('.map-list li')].map(li => [li.querySelector('a').textContent, li.querySelector('.amount').textContent])),
    table: Object.fromEntries([...document.querySelectorAll('#tabel tbody tr')].map(row => [row.querySelector('th').textContent, row.querySelector('td').textContent])) })";

async fn assert_map(visit: &Visit, link: &str) {
    visit.open_and_wait(link).await;
    visit
        .until(
            "the map",
            "document.querySelectorAll('.map-drawing a').length === 10",
        )
        .await;
    let found = visit.script(&format!("return {MAP}")).await;
    assert_eq!(found["list"], found["table"], "{link}");
    let selection = native::selection(link);
    let region = &native::release().region;
    let Answer::Rows { rows, shown, .. } = answer(&selection, native::store(), region) else {
        panic!("{link}: no rows");
    };
    let list: BTreeMap<String, String> = rows
        .iter()
        .map(|row| {
            let words = sentence::outcome_words(&row.own, shown.unit, selection.language);
            (row.label(selection.language), words)
        })
        .collect();
    assert_eq!(found["list"], json!(list), "{link}");
    for place in found["places"].as_array().unwrap() {
        let name = place[0].as_str().unwrap();
        let figure = &list[name];
        assert!(
            place[1].as_str().unwrap().starts_with(figure.as_str()),
            "{link}: {place}"
        );
        assert_eq!(place[2], json!(true), "{link}: {place}");
    }
}

#[test]
fn the_map_and_its_list_show_the_figures_of_the_table() {
    journey(Site::built(), async |visit| {
        for link in links("kaart", "gebruik") {
            assert_map(visit, &link).await;
            axe_finds_nothing(visit, &link).await;
        }
    });
}

/// By Tab to a tile, and in with Enter.
#[test]
fn a_tile_is_reached_and_chosen_by_keys() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait("?weergave=vergelijken&indicator=gebruik&vorm=kaart")
            .await;
        visit
            .until("the map", "document.querySelector('.map-drawing a')")
            .await;
        let on_tile = "return document.activeElement?.closest('.map-drawing a') ? document.activeElement.getAttribute('aria-label') : ''";
        let mut reached = json!("");
        for _ in 0..40 {
            let keys = visit.driver.action_chain().send_keys(thirtyfour::Key::Tab);
            keys.perform().await.unwrap();
            reached = visit.script(on_tile).await;
            if reached != json!("") {
                break;
            }
        }
        assert!(
            reached.as_str().unwrap().starts_with("Delft: "),
            "{reached}"
        );
        let keys = visit
            .driver
            .action_chain()
            .send_keys(thirtyfour::Key::Enter);
        keys.perform().await.unwrap();
        visit
            .until_query("?weergave=vergelijken&indicator=gebruik&gebied=delft&vorm=kaart")
            .await;
    });
}

/// Two squares for ten municipalities, made here.
fn squares() -> String {
    let features: Vec<Value> = native::release()
        .region
        .tiles()
        .iter()
        .map(|(area, (column, row))| {
            let (west, north) = (4.0 + f64::from(*column) * 0.1, 52.5 - f64::from(*row) * 0.06);
            let (east, south) = (west + 0.1, north - 0.06);
            json!({ "type": "Feature", "properties": { "code": native::release().region.area(*area).code },
                "geometry": { "type": "Polygon", "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]] } })
        })
        .collect();
    json!({ "type": "FeatureCollection", "features": features }).to_string()
}

fn with_boundaries(site: Site, promised: &str, sent: &str) -> Site {
    let (promised, sent) = (promised.to_owned(), sent.to_owned());
    site.with("data/datapackage.json", move |bytes| {
        let mut package: Value = serde_json::from_slice(&bytes).unwrap();
        package["resources"].as_array_mut().unwrap().push(json!({
            "name": "gebieden", "path": "gebieden.geojson", "title": "Grenzen", "format": "geojson",
            "mediatype": "application/geo+json", "bytes": promised.len(), "hash": format!("sha256:{}", sha256_hex(promised.as_bytes())),
        }));
        serde_json::to_vec(&package).unwrap()
    })
    .adding("data/gebieden.geojson", sent.into_bytes())
}

#[test]
fn a_release_with_boundaries_gets_a_real_map() {
    let map = squares();
    journey(with_boundaries(Site::built(), &map, &map), async |visit| {
        visit
            .open_and_wait("?weergave=vergelijken&indicator=gebruik&gebied=delft")
            .await;
        let fetched = |visit: &Visit| {
            visit
                .wire()
                .iter()
                .any(|wire| wire.path.contains("geojson"))
        };
        assert!(
            !fetched(visit),
            "the boundaries are only fetched for the map"
        );
        assert_map(
            visit,
            "?weergave=vergelijken&indicator=gebruik&gebied=delft&vorm=kaart",
        )
        .await;
        assert!(fetched(visit));
        assert_eq!(visit.count(".map-drawing path").await, 10);
    });
    journey(with_boundaries(Site::built(), &map, "{}"), async |visit| {
        visit
            .open_and_wait("?weergave=vergelijken&indicator=gebruik&vorm=kaart")
            .await;
        visit
            .until_says(".trouble", "U ziet de gemeenten als tegels")
            .await;
        assert_eq!(visit.count(".map-drawing rect").await, 10);
    });
}

#[test]
fn comparing_opens_on_a_year_that_can_be_compared() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait("?weergave=verkennen&indicator=gebruik&gebied=delft")
            .await;
        let expected = {
            let selection = native::selection("?weergave=verkennen&indicator=gebruik&gebied=delft");
            let region = &native::release().region;
            answer(&selection, native::store(), region).growth(&selection, region)
        };
        assert!(expected.is_some());
        visit
            .until_equal(
                "the growth",
                "document.querySelector('#groei').textContent",
                &json!(expected),
            )
            .await;
        visit.click("nav a[href*='weergave=vergelijken']").await;
        visit
            .until_query("?weergave=vergelijken&indicator=gebruik&gebied=delft")
            .await;
        visit
            .until_says(
                "#vergelijkjaar",
                "U ziet 2023: het laatste jaar waarin alle gemeenten",
            )
            .await;
        visit.click("#vergelijkjaar a").await;
        visit
            .until_query("?weergave=vergelijken&indicator=gebruik&gebied=delft&jaar=2024")
            .await;
        visit.open("?weergave=vergelijken&vorm=taart").await;
        visit
            .until_says(".problems", "“taart” bestaat niet als vorm")
            .await;
    });
}

#[test]
fn what_is_hidden_in_the_grid_has_its_mark_and_the_key_tells_it() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait("?weergave=vergelijken&vorm=raster&gebied=delft&leeftijd=18-22")
            .await;
        visit.until_says("#raster .mark-hidden", "tussen ").await;
        visit.until_says("#raster .mark-secondary", "tussen ").await;
        visit.until_says(".marks", "Verborgen, want").await;
    });
}
