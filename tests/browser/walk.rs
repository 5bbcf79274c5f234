//! A visitor without a mouse walks through a chart: every point is spoken as the table has it, and the ring stands on it.

use serde_json::json;
use thirtyfour::{Key, TypingData};

use crate::access::drawn;
use crate::harness::{Site, Visit, journey};

const TIME: &str = "?weergave=verkennen&indicator=gebruik&gebied=delft";
const BARS: &str = "?weergave=verkennen&indicator=uitval&gebied=midden-delfland&verdeling=zorgvorm";
const SPOKEN: &str = "#gesproken";

async fn press(visit: &Visit, key: impl Into<TypingData>) {
    let keys = visit.driver.action_chain().send_keys(key);
    keys.perform().await.unwrap();
}

/// Tab after Tab, as a visitor without a mouse gets there.
async fn tab_to_the_chart(visit: &Visit) {
    for _ in 0..40 {
        press(visit, Key::Tab).await;
        if visit
            .script("return document.activeElement.matches('.walk')")
            .await
            == json!(true)
        {
            return;
        }
    }
    panic!("Tab does not lead to the chart");
}

/// What the table says in a row and a column, the first row being 1.
async fn row(visit: &Visit, row: &str, column: &str) -> (String, String) {
    let label = visit.text(&format!("#tabel tbody tr:{row} th")).await;
    let cell = visit
        .text(&format!("#tabel tbody tr:{row} td[data-kolom={column}]"))
        .await;
    (label.split(' ').next().unwrap().to_owned(), cell)
}

/// The last words of a mark in the table are for who hears the table; here the name comes first.
fn figure(cell: &str) -> &str {
    cell.split('(').next().unwrap().trim()
}

#[test]
fn arrows_walk_through_the_years_and_speak_them() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait(TIME).await;
        drawn(visit).await;
        tab_to_the_chart(visit).await;
        assert!(visit.text("#loop-uitleg").await.contains("pijltjestoetsen"));
        assert_eq!(visit.text(SPOKEN).await, "");
        for (key, place, column, area) in [
            (Key::Right, "first-child", "eigen", "Delft"),
            (Key::Right, "nth-child(2)", "eigen", "Delft"),
            (Key::Left, "first-child", "eigen", "Delft"),
            (Key::End, "last-child", "eigen", "Delft"),
            (Key::Right, "last-child", "eigen", "Delft"),
            (Key::Down, "last-child", "rest", "Rest van de regio"),
            (Key::Home, "first-child", "rest", "Rest van de regio"),
            (Key::Up, "first-child", "eigen", "Delft"),
        ] {
            press(visit, key).await;
            let (year, cell) = row(visit, place, column).await;
            let said = visit.text(SPOKEN).await;
            assert!(
                said.starts_with(&format!("{area}, {year}"))
                    && said.contains(figure(&cell))
                    && said.contains("marge"),
                "{said} where the table has {year} {cell}"
            );
        }
        press(visit, Key::End).await;
        assert!(visit.text(SPOKEN).await.contains("voorlopig"));
        // The ring stands on the last dot of the area.
        let off = visit
            .script("const middle = e => { const box = e.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] };
                const dots = [...document.querySelectorAll('.js-plotly-plot .scatterlayer .trace:last-child .point')];
                const [x, y] = middle(document.querySelector('.ring')), [a, b] = middle(dots.at(-1));
                return Math.hypot(x - a, y - b)")
            .await;
        assert!(off.as_f64().unwrap() < 2.0, "the ring is {off} pixels off");
        press(visit, Key::Escape).await;
        assert_eq!(visit.text(SPOKEN).await, "");
        assert_eq!(visit.count(".ring").await, 0);
        press(visit, Key::Tab).await;
        assert_eq!(
            visit
                .script("return document.activeElement.matches('.walk')")
                .await,
            json!(false)
        );
    });
}

#[test]
fn arrows_walk_through_bars_with_what_is_hidden() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait(BARS).await;
        drawn(visit).await;
        tab_to_the_chart(visit).await;
        let rows = visit.count("#tabel tbody tr").await;
        let mut hidden = 0;
        for index in 1..=rows {
            press(visit, Key::Down).await;
            let place = format!("nth-child({index})");
            let (label, cell) = row(visit, &place, "eigen").await;
            let said = visit.text(SPOKEN).await;
            assert!(
                said.starts_with("Midden-Delfland, ") && said.contains(&label),
                "{said} in row {index}, {label}"
            );
            if visit.count(&format!("#tabel tbody tr:{place} td[data-kolom=eigen] :is(.mark-hidden, .mark-secondary)")).await > 0 {
                hidden += 1;
                assert!((said.contains(": verborgen, ") || said.contains("verborgen om een ander cijfer, ")) && said.contains(figure(&cell)), "{said}");
            }
        }
        assert!(
            hidden > 0,
            "no hidden figure in this chart: the test shows nothing"
        );
        visit.open_and_wait(&format!("{TIME}&taal=en")).await;
        drawn(visit).await;
        tab_to_the_chart(visit).await;
        press(visit, Key::Right).await;
        assert!(
            visit
                .text(SPOKEN)
                .await
                .contains("of every 100 youths, margin ")
        );
    });
}
