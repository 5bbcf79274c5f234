//! A visitor on a slow line: what goes over it until the first figures, and that the chart library waits for a chart.

use std::collections::HashMap;

use serde_json::Value;

use crate::harness::{Site, Wire, journey};

/// Everything until the first figures, in bytes.
const BUDGET: usize = 500_000;

/// The page marks the moment at which the overview has all its figures.
const FIGURES: &str = "performance.getEntriesByName('monitor:klaar').length && document.querySelector('.tile .number')";
const ASKED_BEFORE_THE_FIGURES: &str = "const [ready] = performance.getEntriesByName('monitor:klaar');
    const asked = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return asked.filter(entry => entry.startTime < ready.startTime).map(entry => new URL(entry.name).pathname)";

fn requests<'a>(wire: &'a [Wire], part: &str) -> Vec<&'a Wire> {
    wire.iter()
        .filter(|answer| answer.path.contains(part))
        .collect()
}

#[test]
fn the_first_figures_cost_at_most_the_budget() {
    journey(Site::built().well_compressed(), async |visit| {
        visit.open("").await;
        visit.until("the figures", FIGURES).await;
        // What was asked for in the quiet moment after the figures does not delay them; it may ask for the same files once more.
        let early = visit.script(ASKED_BEFORE_THE_FIGURES).await;
        let mut times: HashMap<&str, usize> = HashMap::new();
        for path in early.as_array().unwrap().iter().filter_map(Value::as_str) {
            *times.entry(path).or_default() += 1;
        }
        let mut wire = visit.wire();
        wire.retain(|answer| match times.get_mut(&*answer.path) {
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        });
        assert!(
            !requests(&wire, "explorer").is_empty() && !requests(&wire, ".parquet").is_empty(),
            "{wire:?}"
        );
        let total: usize = wire.iter().map(|answer| answer.bytes).sum();
        for answer in &wire {
            println!(
                "{:>8} bytes  {}  {}",
                answer.bytes, answer.status, answer.path
            );
        }
        println!(
            "{total:>8} bytes on the wire in {} requests until the first figure",
            wire.len()
        );
        assert!(
            total <= BUDGET,
            "{total} bytes until the first figure; at most {BUDGET}"
        );
        assert!(wire.iter().all(|answer| answer.status == 200), "{wire:?}");
        // Each file once, and no broken-down cube: those wait until they are chosen.
        for answer in &wire {
            assert_eq!(
                requests(&wire, &answer.path)
                    .iter()
                    .filter(|other| other.path == answer.path)
                    .count(),
                1,
                "{} was sent twice",
                answer.path
            );
        }
        assert!(
            requests(&wire, "zorgvorm").is_empty(),
            "a broken-down cube came before it was asked for: {wire:?}"
        );
    });
}

#[test]
fn plotly_is_fetched_for_the_first_chart_and_only_once() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("?gebied=delft").await;
        assert!(
            requests(&visit.wire(), "plotly").is_empty(),
            "the overview fetched Plotly"
        );
        visit.click(".tile[data-indicator=uitval]").await;
        visit
            .until(
                "the chart",
                "document.querySelector('.chart[data-staat=getekend] .main-svg')",
            )
            .await;
        visit.choose("#gebied", "westland").await;
        visit.click("#verdeling-leeftijd").await;
        visit.until("the bars", "document.querySelector('.js-plotly-plot')?.data?.some(trace => trace.type === 'bar')").await;
        assert_eq!(requests(&visit.wire(), "plotly-basic").len(), 1);
        assert_eq!(requests(&visit.wire(), "plotly-locale").len(), 1);
    });
}

/// Whether what the overview needs was asked for once more, by the app that takes over.
const ASKED_AHEAD: &str = "(names => {
    const times = Map.groupBy(names, name => name);
    return names.length > 0 && [...times.values()].every(asked => asked.length === 2);
})(performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.includes('.parquet') || name.endsWith('datapackage.json')))";

#[test]
fn going_on_from_the_overview_asks_for_nothing_that_was_read_ahead() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("?gebied=delft").await;
        visit.until("all asked for ahead", ASKED_AHEAD).await;
        let data = |wire: &[Wire]| requests(wire, "data/").len();
        let before = data(&visit.wire());
        visit.click(".bar nav a[href*=vergelijken]").await;
        visit
            .until(
                "the chart",
                "document.querySelector('.chart[data-staat=getekend] .main-svg')",
            )
            .await;
        assert_eq!(data(&visit.wire()), before, "{:?}", visit.wire());
    });
}
