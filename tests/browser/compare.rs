//! A visitor sets municipalities side by side: the table and the chart show what the same comparison gives here.

use regiovisie::answer::{Answer, answer};
use regiovisie::sentence;
use serde_json::{Value, json};

use crate::harness::{Site, journey};
use crate::native;

/// Title, remark, every row of the table (name, value, words, against the rest, places), the bars from the top, and the dotted line.
const PAGE: &str = "(() => {
    const text = td => td && (td.querySelector('.mark') ?? td).textContent;
    const rows = [...document.querySelectorAll('#tabel tbody tr')].map(row => {
        const own = row.querySelector('[data-kolom=eigen]');
        const found = ['.verdict', '[data-kolom=plaats]'].map(cell => text(row.querySelector(cell)) ?? null);
        return [row.querySelector('th').textContent, own.getAttribute('data-waarde'), text(own), ...found];
    });
    const plot = document.querySelector('.js-plotly-plot');
    const bars = plot.data.find(trace => trace.type === 'bar');
    const order = [...bars.y].map((height, index) => [height, bars.x[index]]).sort((a, b) => b[0] - a[0]).map(pair => String(pair[1]));
    const line = plot.layout.shapes.find(shape => shape.type === 'line');
    return { title: document.querySelector('#titel').textContent, remark: document.querySelector('#toets').textContent,
        rows, order, line: line ? String(line.x0) : null };
})()";

fn expected(link: &str) -> Value {
    let selection = native::selection(link);
    let region = &native::release().region;
    let found = answer(&selection, native::store(), region);
    let title = found.title(&selection, region);
    let Answer::Rows {
        shown,
        rows,
        comparison: Some(comparison),
        ..
    } = found
    else {
        panic!("{link}: nothing is compared");
    };
    let language = selection.language;
    let table: Vec<Value> = rows
        .iter()
        .map(|row| {
            let of = row.municipality.as_ref().unwrap();
            let places = of.compared.places;
            let tested = shown
                .is_ratio()
                .then(|| sentence::compared_words(&of.compared, language));
            // Where every place is possible for all of them there is no column that says so of each.
            let places = comparison
                .tells_places()
                .then(|| places.map_or(String::new(), sentence::places_range));
            json!([
                of.name,
                native::exact(&row.own),
                sentence::outcome_words(&row.own, shown.unit, language),
                tested,
                places,
            ])
        })
        .collect();
    let values = rows.iter().filter_map(|row| row.own.figure());
    let whole = comparison.region.figure().filter(|_| shown.is_ratio());
    json!({
        "title": title,
        "remark": sentence::comparison_remark(&shown, &comparison, (region, selection.year), language),
        "rows": table,
        "order": values.map(|figure| figure.value.to_string()).collect::<Vec<_>>(),
        "line": whole.map(|figure| figure.value.to_string()),
    })
}

#[test]
fn municipalities_stand_side_by_side_as_they_are_compared_here() {
    journey(Site::built(), async |visit| {
        for link in [
            "?weergave=vergelijken&indicator=gebruik&gebied=delft&jaar=2023",
            "?weergave=vergelijken&indicator=uitval&jaar=2021&leeftijd=12-17",
            "?weergave=vergelijken&indicator=kosten_per_jeugdige&gebied=h4&jaar=2022&taal=en",
            "?weergave=vergelijken&indicator=gebruik&gebied=den-haag&jaar=2024",
            "?weergave=vergelijken&indicator=jeugdigen&gebied=delft&jaar=2023",
        ] {
            visit.open_and_wait(link).await;
            visit
                .until(
                    "the chart",
                    "document.querySelector('.chart[data-staat=getekend] .main-svg')",
                )
                .await;
            let found = visit.script(&format!("return {PAGE}")).await;
            assert_eq!(found, expected(link), "{link}");
        }
    });
}

#[test]
fn choices_go_along_from_one_indicator_to_all_municipalities_and_back() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait(
                "?weergave=verkennen&indicator=uitval&gebied=delft&jaar=2022&leeftijd=12-17",
            )
            .await;
        visit.click("nav a[href*='weergave=vergelijken']").await;
        visit
            .until("the comparison", "document.querySelector('#toets')")
            .await;
        let query = visit.script("return location.search").await;
        assert_eq!(
            query,
            json!("?weergave=vergelijken&indicator=uitval&gebied=delft&jaar=2022&leeftijd=12-17")
        );
        assert_eq!(
            visit
                .script("return document.querySelectorAll('input[name=verdeling]').length")
                .await,
            json!(0)
        );
        visit.click("nav a[href*='weergave=verkennen']").await;
        visit
            .until("one indicator", "!document.querySelector('#toets')")
            .await;
    });
}
