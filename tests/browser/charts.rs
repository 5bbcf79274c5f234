//! A visitor looks at a chart, on a screen, in the dark and on paper: its axes and labels say what they are of, and nothing runs off the page.

use serde_json::{Value, json};

use crate::access::{drawn, scheme};
use crate::harness::{Site, Visit, journey};

/// The words in a chart, each on one line.
const WORDS: &str = "document.querySelector('.js-plotly-plot').layout.annotations.map(note => note.text.replaceAll('<br>', ' '))";

async fn words(visit: &Visit, link: &str) -> Vec<String> {
    visit.open_and_wait(link).await;
    drawn(visit).await;
    serde_json::from_value(visit.script(&format!("return {WORDS}")).await).unwrap()
}

#[test]
fn the_end_of_a_line_names_its_year() {
    journey(Site::built(), async |visit| {
        for width in [390, 1280] {
            visit.width(width).await;
            // Of the second the rest of the region has its last figure a year sooner.
            for (topic, own, rest) in [
                ("gebruik", "(2024)", "(2024)"),
                ("duur_overleving", "(2023)", "(2022)"),
            ] {
                let link = format!("?weergave=verkennen&indicator={topic}&gebied=delft");
                let words = words(visit, &link).await;
                for (name, year) in [("Delft", own), ("Rest", rest)] {
                    let is_end = |words: &String| words.starts_with(name) && words.ends_with(year);
                    assert!(words.iter().any(is_end), "{words:?}");
                }
            }
        }
    });
}

/// The highest number along the axis of figures, and how far that axis goes.
const AXIS: &str = "(({ tickvals, range }) => [Math.max(...tickvals), range[1]])(document.querySelector('.js-plotly-plot').layout.yaxis)";

#[test]
fn an_axis_of_shares_ends_at_all() {
    journey(Site::built(), async |visit| {
        for link in [
            "?weergave=verkennen&indicator=toewijzing_bekend",
            "?weergave=verkennen&indicator=reden_bekend&gebied=wassenaar",
            "?weergave=vergelijken&indicator=toewijzing_bekend&vorm=trechter",
        ] {
            visit.open_and_wait(link).await;
            drawn(visit).await;
            let axis = visit.script(&format!("return {AXIS}")).await;
            let [last, end] = [0, 1].map(|place| axis[place].as_f64().unwrap());
            assert!(last <= 100.0 && end < 102.0, "{link}: {axis}");
        }
    });
}

#[test]
fn a_funnel_says_what_its_sizes_count() {
    journey(Site::built(), async |visit| {
        for width in [390, 1280] {
            visit.width(width).await;
            visit
                .open_and_wait("?weergave=vergelijken&indicator=uitval&vorm=trechter")
                .await;
            drawn(visit).await;
            visit
                .until_equal(
                    "the title",
                    "document.querySelector('.js-plotly-plot').layout.xaxis.title.text.replaceAll('<br>', ' ')",
                    &json!("aantal afgesloten trajecten met bekende reden in de gemeente →"),
                )
                .await;
        }
    });
}

/// The colours of the lines of the margins: first those of the bars, which are wider, then those over them; and of paper and ink.
const MARGINS: &str = "(([under, over]) => [under.type, under.error_x.thickness > over.error_x.thickness,
    under.error_x.color === getComputedStyle(document.documentElement).backgroundColor, over.error_x.color === getComputedStyle(document.documentElement).color])(
    document.querySelector('.js-plotly-plot').data.filter(trace => trace.error_x))";

#[test]
fn the_line_of_a_margin_has_an_edge_by_which_it_can_be_seen_on_a_bar() {
    journey(Site::built(), async |visit| {
        for system in ["light", "dark"] {
            scheme(visit, system).await;
            visit
                .open_and_wait("?weergave=vergelijken&indicator=uitval")
                .await;
            drawn(visit).await;
            visit
                .until_equal(system, MARGINS, &json!(["bar", true, true, true]))
                .await;
        }
    });
}

#[test]
fn the_table_of_a_comparison_fits_a_tablet() {
    journey(Site::built(), async |visit| {
        visit.width(820).await;
        visit.open_and_wait("").await;
        for topic in [
            "geld_boven_100k",
            "maatregelen",
            "soorten_maatregelen",
            "wacht_jeugdigen",
            "richtinggevend_kader",
        ] {
            let link = format!("?weergave=vergelijken&indicator={topic}");
            visit.follow(&link).await;
            visit
                .until("the table", "document.querySelector('#tabel')")
                .await;
            visit
                .until_equal(
                    topic,
                    "(wide => wide.scrollWidth <= wide.clientWidth)(document.querySelector('#tabel').parentElement)",
                    &json!(true),
                )
                .await;
        }
    });
}

/// A4 between the margins of the style sheet, in pixels.
const SHEET: (u32, f64) = (695, 1047.0);

#[test]
fn a_figure_with_its_table_and_calculation_goes_on_one_sheet() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        visit.width(SHEET.0).await;
        for link in [
            "?weergave=verkennen&indicator=gebruik&gebied=delft",
            "?weergave=vergelijken&indicator=uitval",
        ] {
            visit.open_and_wait(link).await;
            drawn(visit).await;
            visit
                .script("dispatchEvent(new Event('beforeprint'))")
                .await;
            let print: Value = json!({ "media": "print" });
            visit.dev_tools("Emulation.setEmulatedMedia", print).await;
            visit
                .until(
                    link,
                    &format!(
                        "document.querySelector('.explore').getBoundingClientRect().bottom + scrollY <= {}",
                        SHEET.1
                    ),
                )
                .await;
            let screen: Value = json!({ "media": "" });
            visit.dev_tools("Emulation.setEmulatedMedia", screen).await;
            visit.script("dispatchEvent(new Event('afterprint'))").await;
        }
    });
}

/// The years of the menu that have no figure.
const WITHOUT: &str = "[...document.querySelectorAll('#jaar option')].map(year => year.textContent).filter(year => year.includes('geen cijfer'))";

#[test]
fn the_menu_says_of_which_years_there_is_no_figure() {
    journey(Site::built(), async |visit| {
        for (link, without) in [
            (
                "?weergave=verkennen&indicator=terugkeer",
                vec!["2024 (geen cijfer)"],
            ),
            (
                "?weergave=vergelijken&indicator=loopt_na_twee_jaar",
                vec!["2024 (geen cijfer)", "2023 (geen cijfer)"],
            ),
            (
                "?weergave=verkennen&indicator=uitval&verdeling=zorgvorm",
                vec![],
            ),
            ("?weergave=vergelijken&vorm=raster", vec![]),
        ] {
            visit.open_and_wait(link).await;
            visit.until_equal(link, WITHOUT, &json!(without)).await;
        }
    });
}

#[test]
fn title_column_and_calculation_are_of_the_part_that_is_compared() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait("?weergave=vergelijken&indicator=richtinggevend_kader")
            .await;
        visit.until_says("#titel", "(binnen het kader)").await;
        visit.until_says("#tabel thead", "Binnen het kader").await;
        visit
            .until_says("#berekening .formula", "(binnen het kader)")
            .await;
        // One area: the calculation is of the part that the title tells of.
        visit
            .open_and_wait("?weergave=verkennen&indicator=richtinggevend_kader&gebied=delft")
            .await;
        visit.until_says("#titel", "binnen het kader").await;
        visit
            .until_says("#berekening .formula", "(binnen het kader)")
            .await;
    });
}
