//! A visitor chooses: by mouse and by keys, back and forward, by a link from somebody else, in the other language.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Site, Visit, journey};

const EXPLORE: &str = "?weergave=verkennen&indicator=uitval";
const DRAWN: &str = "document.querySelector('.chart[data-staat=getekend] .main-svg')";

/// Everything that can be read on the page.
async fn words(visit: &Visit) -> String {
    visit.arrived().await;
    visit
        .until(
            "the chart",
            &format!("!document.querySelector('.chart') || {DRAWN}"),
        )
        .await;
    visit.text("#inhoud").await
}

#[test]
fn area_and_year_of_the_overview_go_into_the_link() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        let region = words(visit).await;
        visit.choose("#kies-gebied", "delft").await;
        visit.until_query("?gebied=delft").await;
        visit.until_says("#bevinding", "In Delft").await;
        visit.choose("#kies-jaar", "2019").await;
        visit.until_query("?gebied=delft&jaar=2019").await;
        visit.until_says("#bevinding", "in 2019").await;
        assert_eq!(
            visit.driver.title().await.unwrap(),
            "Overzicht, Delft \u{2013} Regiovisie-monitor jeugdzorg"
        );
        visit.driver.back().await.unwrap();
        visit.until_query("?gebied=delft").await;
        visit.until_says("#bevinding", "in 2024").await;
        visit.driver.back().await.unwrap();
        visit.until_query("").await;
        visit.until_says("#bevinding", "In Haaglanden").await;
        assert_eq!(words(visit).await, region);
        visit.driver.forward().await.unwrap();
        visit.until_says("#bevinding", "In Delft").await;
        visit
            .until(
                "the menu to follow",
                "document.querySelector('#kies-gebied').value === 'delft'",
            )
            .await;
    });
}

#[test]
fn every_choice_goes_into_the_link_and_back_takes_it_out() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait(EXPLORE).await;
        let mut steps: Vec<(&str, String)> = vec![(EXPLORE, words(visit).await)];
        let chosen = [
            (
                "#gebied option[value=westland]",
                "?weergave=verkennen&indicator=uitval&gebied=westland",
                "Westland",
            ),
            (
                "#verdeling-leeftijd",
                "?weergave=verkennen&indicator=uitval&gebied=westland&verdeling=leeftijd",
                "12 tot en met 17 jaar",
            ),
            (
                "#filter-zorgvorm option[value=ambulant]",
                "?weergave=verkennen&indicator=uitval&gebied=westland&verdeling=leeftijd&zorgvorm=ambulant",
                "ambulante hulp",
            ),
            (
                "#jaar option[value='2020']",
                "?weergave=verkennen&indicator=uitval&gebied=westland&jaar=2020&verdeling=leeftijd&zorgvorm=ambulant",
                "2020",
            ),
            (
                "#toon-aantal",
                "?weergave=verkennen&indicator=uitval&gebied=westland&jaar=2020&verdeling=leeftijd&zorgvorm=ambulant&toon=aantal",
                "trajecten",
            ),
            (
                "#onzekerheid",
                "?weergave=verkennen&indicator=uitval&gebied=westland&jaar=2020&verdeling=leeftijd&zorgvorm=ambulant&toon=aantal&onzekerheid=uit",
                "trajecten",
            ),
            (
                "#indicator option[value=terugkeer]",
                "?weergave=verkennen&indicator=terugkeer&gebied=westland&jaar=2020&verdeling=leeftijd&zorgvorm=ambulant&toon=aantal&onzekerheid=uit",
                "terug",
            ),
        ];
        for (control, query, says) in chosen {
            visit.click(control).await;
            visit.until_query(query).await;
            visit.until_says("#inhoud .answer", says).await;
            steps.push((query, words(visit).await));
        }
        steps.pop();
        for (query, seen) in steps.into_iter().rev() {
            visit.driver.back().await.unwrap();
            visit.until_query(query).await;
            visit
                .until_equal(
                    "the page before",
                    "document.querySelector('#inhoud').innerText",
                    &seen.into(),
                )
                .await;
        }
    });
}

#[test]
fn reloading_and_a_link_from_somebody_else_show_the_same_page() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait(EXPLORE).await;
        visit.choose("#gebied", "h4").await;
        visit.click("#verdeling-verwijzer").await;
        visit.choose("#filter-leeftijd", "12-17").await;
        let query =
            "?weergave=verkennen&indicator=uitval&gebied=h4&verdeling=verwijzer&leeftijd=12-17";
        visit.until_query(query).await;
        visit.until_says("#titel", "naar verwijzer").await;
        let seen = words(visit).await;
        visit.driver.refresh().await.unwrap();
        assert_eq!(words(visit).await, seen, "after reloading");
        assert_eq!(visit.query().await, query);
        visit.driver.goto("about:blank").await.unwrap();
        visit.open(query).await;
        assert_eq!(words(visit).await, seen, "by the link");
        assert!(
            visit
                .element("#verdeling-verwijzer")
                .await
                .is_selected()
                .await
                .unwrap()
        );
        visit
            .until(
                "the filter to show the choice",
                "document.querySelector('#filter-leeftijd').value === '12-17'",
            )
            .await;
        visit
            .until(
                "the area to show the choice",
                "document.querySelector('#gebied').value === 'h4'",
            )
            .await;
    });
}

#[test]
fn a_breakdown_takes_away_the_filter_of_its_own_dimension() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait(&format!("{EXPLORE}&leeftijd=12-17"))
            .await;
        visit.click("#verdeling-leeftijd").await;
        visit
            .until_query(&format!("{EXPLORE}&verdeling=leeftijd"))
            .await;
        visit
            .until(
                "the filter to be empty",
                "document.querySelector('#filter-leeftijd').value === 'totaal'",
            )
            .await;
        visit.choose("#filter-leeftijd", "4-11").await;
        visit.until_query(&format!("{EXPLORE}&leeftijd=4-11")).await;
        visit
            .until(
                "the breakdown to be off",
                "document.querySelector('#verdeling-geen').checked",
            )
            .await;
    });
}

#[test]
fn keys_alone_can_choose() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait(EXPLORE).await;
        visit
            .element("#verdeling-geen")
            .await
            .send_keys(Key::Down)
            .await
            .unwrap();
        visit
            .until_query(&format!("{EXPLORE}&verdeling=zorgvorm"))
            .await;
        visit.until_says("#titel", "naar soort hulp").await;
        visit
            .until(
                "focus to stay",
                "document.activeElement?.id === 'verdeling-zorgvorm'",
            )
            .await;
        visit
            .element("#gebied")
            .await
            .send_keys("Zoe")
            .await
            .unwrap();
        visit
            .until_query(&format!("{EXPLORE}&gebied=zoetermeer&verdeling=zorgvorm"))
            .await;
        visit
            .until("focus to stay", "document.activeElement?.id === 'gebied'")
            .await;
        visit
            .element("#onzekerheid")
            .await
            .send_keys(" ")
            .await
            .unwrap();
        visit
            .until_query(&format!(
                "{EXPLORE}&gebied=zoetermeer&verdeling=zorgvorm&onzekerheid=uit"
            ))
            .await;
        visit
            .until(
                "focus to stay",
                "document.activeElement?.id === 'onzekerheid'",
            )
            .await;
    });
}

#[test]
fn the_other_language_keeps_the_choices() {
    journey(Site::built(), async |visit| {
        let query = format!("{EXPLORE}&gebied=delft&verdeling=leeftijd");
        visit.open_and_wait(&query).await;
        let values =
            "[...document.querySelectorAll('td[data-waarde]')].map(td => td.dataset.waarde).join()";
        let figures = visit.script(&format!("return {values}")).await;
        visit.click("a.language").await;
        visit.until_query(&format!("{query}&taal=en")).await;
        visit
            .until(
                "the language of the page",
                "document.documentElement.lang === 'en'",
            )
            .await;
        visit.until_says("#titel", "by age").await;
        visit
            .until_equal("the same figures", values, &figures)
            .await;
        assert_eq!(
            visit.driver.title().await.unwrap(),
            "Care broken off by one side (drop-out), Delft \u{2013} Regional youth-care monitor"
        );
        visit.click("a.language").await;
        visit.until_query(&query).await;
        visit
            .until(
                "the language of the page",
                "document.documentElement.lang === 'nl'",
            )
            .await;
    });
}

#[test]
fn tiles_are_links_that_also_open_elsewhere() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("?gebied=delft&jaar=2019").await;
        let links = visit.script("return [...document.querySelectorAll('a.tile')].map(tile => [tile.getAttribute('href'), tile.querySelector('h3').textContent])").await;
        let links: Vec<(String, String)> = serde_json::from_value(links).unwrap();
        let small_set = regiovisie::indicator::CATALOGUE
            .iter()
            .filter(|entry| entry.in_overview);
        assert_eq!(links.len(), small_set.count());
        for (link, _) in &links {
            assert!(
                link.starts_with("?weergave=verkennen&indicator=")
                    && link.contains("&gebied=delft&jaar=2019"),
                "{link}"
            );
        }
        for (link, name) in &links[links.len() - 2..] {
            visit.open_and_wait(link).await;
            visit
                .until_says("#indicator option:checked, #titel, .sub", name)
                .await;
            assert_eq!(visit.query().await, *link);
        }
        // With the control key a tile opens beside this page, which stays as it is.
        visit.open_and_wait("?gebied=delft").await;
        let tile = visit.element(".tile[data-indicator=gebruik]").await;
        visit
            .driver
            .action_chain()
            .key_down(Key::Control)
            .click_element(&tile)
            .key_up(Key::Control)
            .perform()
            .await
            .unwrap();
        assert_eq!(visit.query().await, "?gebied=delft");
        assert_eq!(visit.driver.windows().await.unwrap().len(), 2);
    });
}

#[test]
fn a_phone_folds_the_choices_away() {
    journey(Site::built(), async |visit| {
        visit.width(390).await;
        visit.open_and_wait(EXPLORE).await;
        assert!(
            !visit
                .element("#indicator")
                .await
                .is_displayed()
                .await
                .unwrap()
        );
        visit.click(".choices-toggle").await;
        visit
            .until(
                "the choices",
                "document.querySelector('#indicator').checkVisibility()",
            )
            .await;
        visit.until("the button to say so", "document.querySelector('.choices-toggle').getAttribute('aria-expanded') === 'true'").await;
        visit.choose("#gebied", "delft").await;
        visit.until_says(".choices-toggle", ", Delft").await;
        visit
            .until(
                "the choices to stay open",
                "document.querySelector('#indicator').checkVisibility()",
            )
            .await;
    });
}

#[test]
fn a_year_without_figures_leads_to_one_that_has_them() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        for (page, title, other) in [
            (
                "?weergave=verkennen&indicator=terugkeer&gebied=delft&verdeling=zorgvorm",
                "Jeugdigen die terugkomen in Delft, naar soort hulp",
                "&jaar=2023",
            ),
            (
                "?weergave=verkennen&indicator=kostenontleding&gebied=delft&jaar=2015",
                "Waarom de kosten veranderden in Delft, 2015",
                "&jaar=2016",
            ),
            (
                "?weergave=vergelijken&indicator=terugkeer&gebied=delft&jaar=2024",
                "Jeugdigen die terugkomen, per gemeente in 2024",
                "jaar=2023",
            ),
        ] {
            visit.follow(page).await;
            visit.until_says("#titel", title).await;
            visit.click("main .trouble a").await;
            visit
                .until("figures", "document.querySelector('#tabel tbody td')")
                .await;
            assert!(
                visit.query().await.contains(other) || other == "jaar=2023",
                "{page}"
            );
        }
    });
}

/// Chooses an area and, at once, a year; then the title at the next paint.
const TWO_CHOICES: &str = "for (const [id, value] of [['gebied', 'den-haag'], ['jaar', '2021']]) {
        const control = document.querySelector(`#${id}`);
        control.value = value;
        control.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return new Promise(done => requestAnimationFrame(() => done([document.querySelector('#gebied').value, document.querySelector('#titel').textContent])))";

/// The reader's own action must not wait for what follows from it.
#[test]
fn a_choice_is_painted_before_what_follows_and_the_next_one_keeps_it() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait("?weergave=verkennen&indicator=uitval&gebied=delft&verdeling=leeftijd")
            .await;
        let before = visit
            .script("return document.querySelector('#titel').textContent")
            .await;
        assert_eq!(visit.script(TWO_CHOICES).await, json!(["den-haag", before]));
        visit
            .until(
                "both choices in the link",
                "location.search.includes('gebied=den-haag') && location.search.includes('jaar=2021')",
            )
            .await;
        visit.until_says("#tabel thead", "Den Haag").await;
        visit
            .until_equal(
                "the year",
                "document.querySelector('#jaar').value",
                &json!("2021"),
            )
            .await;
    });
}
