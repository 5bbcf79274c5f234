//! A visitor reads figures: tiles, tables and charts show exactly what the same formulas give here, from the same release.

use regiovisie::indicator::{Outcome, Unit};
use regiovisie::selection::Selection;
use regiovisie::sentence;
use regiovisie::vocabulary::{Dimension, Language};
use serde_json::{Value, json};

use crate::harness::{Site, Visit, journey};
use crate::native::{self, Page, Row};

const AREAS: [&str; 4] = ["delft", "den-haag", "midden-delfland", "haaglanden"];
const YEARS: [u16; 2] = [2019, 2024];

/// Every tile as [large words, the year it is about when that is not the chosen one], by indicator.
const TILES: &str = "Object.fromEntries([...document.querySelectorAll('.tile:not(.tile-none)')].map(tile => [tile.dataset.indicator,
    [tile.querySelector('.number')?.textContent ?? null, tile.querySelector('.unit')?.textContent.match(/, in (\\d{4})$/)?.[1] ?? null]]))";

/// The table, and the points of the chart apart for area and rest, as strings so that no digit is lost on the way.
const ANSWER: &str = "(() => {
    const refusal = document.querySelector('.trouble.calm p');
    if (refusal) return { refused: refusal.textContent };
    const cell = (row, kolom) => {
        const td = row.querySelector(`td[data-kolom=${kolom}]`);
        return td && [td.getAttribute('data-waarde'), (td.querySelector('.mark') ?? td).textContent];
    };
    const rows = [...document.querySelectorAll('#tabel tbody tr')].map(row =>
        [row.querySelector('th').textContent, cell(row, 'eigen'), cell(row, 'rest'), row.querySelectorAll('td')[1].textContent]);
    const heading = document.querySelectorAll('#tabel thead th')[1]?.textContent;
    const traces = document.querySelector('.js-plotly-plot')?.data ?? [];
    const sorted = points => points.sort((a, b) => a[0] - b[0]).map(([place, value]) => [String(place), String(value)]);
    const points = (wanted, across) => sorted(traces.filter(wanted).flatMap(trace => {
        const [places, values] = across ? [trace.y, trace.x] : [trace.x, trace.y];
        return [...(values ?? [])].map((value, index) => [places[index], value]);
    }));
    const bars = traces.some(trace => trace.type === 'bar');
    const shapes = document.querySelector('.js-plotly-plot')?.layout.shapes ?? [];
    const chart = bars
        ? [points(trace => trace.type === 'bar', true), points(trace => trace.mode === 'markers', true)]
        : [points(trace => trace.name === heading), points(trace => trace.name && trace.name !== heading)];
    const boxes = shapes.filter(shape => shape.yref === 'y' && shape.type !== 'line').map(({ x0, x1, y0, y1 }) => (bars ? [x0, x1] : [y0, y1]).map(String));
    return { heading, rows, chart, boxes };
})()";

fn expected(selection: &Selection) -> Value {
    let (shown, rows) = match native::page(selection) {
        Page::Refused(reason) => {
            return json!({ "refused": sentence::reason_words(reason, selection.language) });
        }
        Page::Rows(shown, rows) => (shown, rows),
    };
    let language = selection.language;
    let cell = |outcome: &Outcome| {
        json!([
            native::exact(outcome),
            sentence::outcome_words(outcome, shown.unit, language)
        ])
    };
    let table: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!([
                row.label,
                cell(&row.own),
                row.rest.as_ref().map(cell),
                uncertainty(row, shown.unit, language)
            ])
        })
        .collect();
    let points = |outcome: fn(&Row) -> Option<&Outcome>| -> Vec<[String; 2]> {
        let mut rows: Vec<&Row> = rows.iter().collect();
        rows.sort_by(|one, other| one.place.total_cmp(&other.place));
        rows.iter()
            .filter_map(|row| {
                Some([
                    row.place.to_string(),
                    outcome(row)?.figure()?.value.to_string(),
                ])
            })
            .collect()
    };
    let boxes: Vec<[String; 2]> = rows.iter().filter_map(hidden_box).collect();
    json!({
        "heading": native::area_name(selection),
        "rows": table,
        "chart": [points(|row| Some(&row.own)), points(|row| row.rest.as_ref())],
        "boxes": boxes,
    })
}

fn uncertainty(row: &Row, unit: Unit, language: Language) -> String {
    row.own
        .figure()
        .map(|figure| sentence::range(figure.confidence, unit, language))
        .unwrap_or_default()
}

/// A hidden figure is drawn as what it may be.
fn hidden_box(row: &Row) -> Option<[String; 2]> {
    match row.own {
        Outcome::Hidden { within, .. } => Some([within.lo().to_string(), within.hi().to_string()]),
        _ => None,
    }
}

async fn assert_answer(visit: &Visit, link: &str) -> Value {
    let expected = expected(&native::selection(link));
    visit.follow(link).await;
    visit
        .until_equal("table and chart", ANSWER, &expected)
        .await;
    expected
}

fn link(indicator: &str, area: &str, more: &str) -> String {
    format!("?weergave=verkennen&indicator={indicator}&gebied={area}{more}")
}

/// Whether a table has a cell that is neither a figure nor missing: words with an interval.
fn has_hidden(answer: &Value) -> bool {
    answer["rows"].as_array().is_some_and(|rows| {
        rows.iter()
            .any(|row| row[1][0].is_null() && row[1][1].as_str().unwrap().starts_with("tussen "))
    })
}

#[test]
fn every_tile_shows_the_native_figure() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        for (area, year) in AREAS
            .into_iter()
            .flat_map(|area| YEARS.map(|year| (area, year)))
        {
            for language in ["nl", "en"] {
                let link = format!("?gebied={area}&jaar={year}&taal={language}");
                let selection = native::selection(&link);
                let tiles: serde_json::Map<String, Value> = native::published()
                    .filter(|entry| entry.in_overview)
                    .map(|entry| (entry.id.to_owned(), json!(native::tile(entry, &selection))))
                    .collect();
                visit.follow(&link).await;
                visit
                    .until_equal("the tiles", TILES, &Value::Object(tiles))
                    .await;
            }
        }
    });
}

#[test]
fn every_table_and_chart_over_time_shows_the_native_figures() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait(&link("gebruik", "delft", "")).await;
        for entry in native::published() {
            for area in AREAS {
                assert_answer(visit, &link(entry.id, area, "")).await;
                assert_answer(
                    visit,
                    &link(entry.id, area, "&toon=aantal&onzekerheid=uit&taal=en"),
                )
                .await;
            }
        }
    });
}

fn broken_down_by(dimension: Dimension) {
    journey(Site::built(), async |visit| {
        visit.open_and_wait(&link("gebruik", "delft", "")).await;
        let mut hidden = 0;
        for entry in native::published() {
            for (area, year) in AREAS
                .into_iter()
                .flat_map(|area| YEARS.map(|year| (area, year)))
            {
                let answer = assert_answer(
                    visit,
                    &link(
                        entry.id,
                        area,
                        &format!("&jaar={year}&verdeling={}", dimension.code()),
                    ),
                )
                .await;
                hidden += usize::from(has_hidden(&answer));
            }
        }
        assert!(
            hidden > 0,
            "no hidden figure was met: this test should choose smaller areas"
        );
    });
}

#[test]
fn every_breakdown_by_form_of_care_shows_the_native_figures() {
    broken_down_by(Dimension::CareForm);
}

#[test]
fn every_breakdown_by_age_shows_the_native_figures() {
    broken_down_by(Dimension::AgeGroup);
}

#[test]
fn every_breakdown_by_referrer_shows_the_native_figures() {
    broken_down_by(Dimension::Referrer);
}

#[test]
fn a_filter_narrows_table_and_chart_to_the_native_figures() {
    const FILTERS: [&str; 6] = [
        "&leeftijd=12-17",
        "&zorgvorm=pleegzorg",
        "&verwijzer=gi",
        "&zorgvorm=met-verblijf&leeftijd=18-22",
        "&verdeling=leeftijd&zorgvorm=gesloten",
        "&verdeling=zorgvorm&verwijzer=huisarts",
    ];
    journey(Site::built(), async |visit| {
        visit.open_and_wait(&link("gebruik", "delft", "")).await;
        let mut hidden = 0;
        for entry in native::published() {
            for (area, filter) in ["den-haag", "midden-delfland"]
                .into_iter()
                .flat_map(|area| FILTERS.map(|filter| (area, filter)))
            {
                let answer = assert_answer(visit, &link(entry.id, area, filter)).await;
                hidden += usize::from(has_hidden(&answer));
            }
        }
        assert!(
            hidden > 0,
            "no hidden figure was met: this test should choose smaller areas"
        );
    });
}

#[test]
fn what_is_finer_than_published_is_refused_in_words() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait(&link("gebruik", "delft", "")).await;
        for area in AREAS {
            let answer = assert_answer(
                visit,
                &link(
                    "gebruik",
                    area,
                    "&verdeling=zorgvorm&leeftijd=12-17&verwijzer=gi",
                ),
            )
            .await;
            assert!(
                answer["refused"].as_str().unwrap().starts_with("Zo fijn"),
                "{answer}"
            );
        }
    });
}

/// What a figure is held against stands under it, and in its definition.
#[test]
fn the_agreed_ranges_stand_where_durations_are_held_against_them() {
    journey(Site::built(), async |visit| {
        for view in ["verkennen", "vergelijken", "definities"] {
            for id in ["binnen_kader", "richtinggevend_kader"] {
                visit
                    .open_and_wait(&format!("?weergave={view}&indicator={id}&gebied=delft"))
                    .await;
                for words in ["Ambulante hulp bij de aanbieder", "3 tot en met 12 maanden"] {
                    visit.until_says("#afspraken", words).await;
                }
            }
        }
        visit
            .open_and_wait("?weergave=verkennen&indicator=duur_mediaan&gebied=delft")
            .await;
        visit.until_says("#berekening", "duurde de helft").await;
        // A middle shows the classes that it was worked out of.
        visit.until_says("#per-groep", "4 jaar of langer").await;
        visit
            .open_and_wait("?weergave=verkennen&indicator=toewijzing_tot_start&gebied=delft")
            .await;
        visit.until_says("#per-groep", "13 weken of langer").await;
        visit
            .until_says("#berekening", "dagen na de toewijzing")
            .await;
        assert_eq!(visit.count("#afspraken").await, 0);
    });
}
