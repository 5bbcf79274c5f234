//! A visitor asks how long youths wait: the guide shows what the same formulas give here, and says so where there is nothing.

use regiovisie::answer::{WaitingFor, waiting_guide};
use regiovisie::indicator::{Outcome, Unit};
use regiovisie::sentence;
use regiovisie::vocabulary::Language;
use serde_json::{Value, json};

use crate::harness::{Site, Visit, journey};
use crate::native;

/// Every form of care as [code, the exact figures, the words], in the order of the page; of a list that is too small only its number.
const GUIDE: &str = "[...document.querySelectorAll('.guide-rows > li, .guide-few > li')].map(row => [row.dataset.zorgvorm,
    [...row.querySelectorAll('dd[data-cijfer]')].map(cell => cell.dataset.waarde ?? null),
    [...row.querySelectorAll('dd[data-cijfer], .guide-few .mark')].map(cell => [...(cell.querySelector('.mark') ?? cell).childNodes].find(part => part.nodeType === 3 && part.textContent.trim() !== '').textContent.trim())])";

fn row(entry: &WaitingFor, language: Language) -> Value {
    let figures = [
        (&entry.mean, Unit::Weeks),
        (&entry.long, Unit::PerHundred),
        (&entry.number, Unit::Youths),
        (&entry.providers, Unit::PerHundred),
    ];
    let words =
        |(outcome, unit): (&Outcome, Unit)| sentence::outcome_words(outcome, unit, language);
    let is_few = matches!(
        entry.number,
        Outcome::Hidden {
            secondary: false,
            ..
        }
    );
    if is_few && !entry.form.is_total() {
        return json!([entry.form.code(), [], [words(figures[2])]]);
    }
    let exact = |outcome: &Outcome| outcome.figure().map(|figure| figure.value.to_string());
    json!([
        entry.form.code(),
        figures.map(|(outcome, _)| exact(outcome)),
        [
            words(figures[0]),
            words(figures[1]),
            words(figures[2]),
            sentence::providers_words(&entry.providers, language)
        ]
    ])
}

async fn assert_guide(visit: &Visit, link: &str) -> Value {
    let selection = native::selection(link);
    let guide = waiting_guide(&selection, native::store(), &native::release().region).unwrap();
    let is_few = |entry: &&WaitingFor| row(entry, selection.language)[1] == json!([]);
    let (few, many): (Vec<_>, Vec<_>) = guide.forms.iter().partition(is_few);
    let expected: Vec<Value> = std::iter::once(&guide.all)
        .chain(many)
        .chain(few)
        .map(|entry| row(entry, selection.language))
        .collect();
    visit.follow(link).await;
    visit
        .until_equal("the guide", GUIDE, &json!(expected))
        .await;
    json!(expected)
}

#[test]
fn the_guide_shows_the_native_figures_of_every_area_and_quarter() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        let mut hidden = 0;
        for area in ["delft", "den-haag", "midden-delfland", "haaglanden"] {
            for when in [
                "",
                "&jaar=2021",
                "&jaar=2021&kwartaal=2",
                "&jaar=2019&kwartaal=1&taal=en",
            ] {
                let link = format!("?weergave=wachttijdwijzer&gebied={area}{when}");
                let shown = assert_guide(visit, &link).await;
                hidden += usize::from(shown.to_string().contains("tussen 0 en 9"));
            }
        }
        assert!(hidden > 3, "{hidden}");
    });
}

#[test]
fn a_quarter_is_chosen_a_form_leads_to_its_years_and_a_year_without_lists_says_so() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait("?weergave=wachttijdwijzer&gebied=delft")
            .await;
        visit
            .until_says("#bevinding", "In Delft wachtten op 31 december 2024")
            .await;
        visit.choose("#kies-kwartaal", "2").await;
        visit
            .until_query("?weergave=wachttijdwijzer&gebied=delft&kwartaal=2")
            .await;
        visit.until_says("#bevinding", "30 juni 2024").await;
        visit.click("[data-zorgvorm=daghulp] a").await;
        visit
            .until_query("?weergave=verkennen&indicator=wacht_gemiddeld&gebied=delft&zorgvorm=daghulp&kwartaal=2")
            .await;
        visit
            .follow("?weergave=wachttijdwijzer&gebied=delft&jaar=2017")
            .await;
        visit
            .until_says(".guide .lead", "van 2019 tot en met 2024")
            .await;
        visit.click(".guide .lead + p a").await;
        visit
            .until_query("?weergave=wachttijdwijzer&gebied=delft")
            .await;
        visit.until_says("#bevinding", "31 december 2024").await;
    });
}
