//! A visitor looks for something by a word, with nothing but the keyboard.

use serde_json::json;
use thirtyfour::{Key, TypingData};

use crate::harness::{Site, Visit, journey};

async fn press(visit: &Visit, keys: impl Into<TypingData>) {
    let chain = visit.driver.action_chain().send_keys(keys);
    chain.perform().await.unwrap();
}

/// Tab until something like this has the focus.
async fn tab_to(visit: &Visit, css: &str) {
    for _ in 0..60 {
        let there = visit
            .script_with(
                "return document.activeElement.matches(arguments[0])",
                json!(css),
            )
            .await;
        if there == json!(true) {
            return;
        }
        press(visit, Key::Tab).await;
    }
    panic!("Tab does not lead to {css}");
}

#[test]
fn a_word_leads_to_a_figure_by_keyboard_alone() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("?gebied=delft").await;
        let chain = visit.driver.action_chain();
        let chain = chain
            .key_down(Key::Control)
            .send_keys("/")
            .key_up(Key::Control);
        chain.perform().await.unwrap();
        visit
            .until_equal("the focus", "document.activeElement.id", &json!("zoek"))
            .await;
        press(visit, "geld").await;
        press(visit, Key::Enter).await;
        visit.until_query("?zoek=geld&gebied=delft").await;
        visit.until_says(".found li", "Kosten per jeugdige").await;
        visit.until_says(".found [role=status]", "resultaten").await;
        // From here on every letter counts, and going back goes back at once.
        press(visit, "qqqq").await;
        visit.until_query("?zoek=geldqqqq&gebied=delft").await;
        visit.until_says(".found .nothing", "typfout").await;
        for _ in 0..4 {
            press(visit, Key::Backspace).await;
        }
        visit.until_says(".found li", "Kosten per jeugdige").await;
        tab_to(visit, ".found a").await;
        press(visit, Key::Enter).await;
        visit
            .until_query("?weergave=verkennen&indicator=kosten_per_jeugdige&gebied=delft")
            .await;
        // On with nothing but keys: another topic, another part, another language, other colours.
        visit.arrived().await;
        tab_to(visit, "#indicator").await;
        press(visit, Key::Down).await;
        visit
            .until(
                "another topic",
                "!location.search.includes('kosten_per_jeugdige')",
            )
            .await;
        tab_to(visit, "input[name=verdeling]").await;
        press(visit, Key::Down).await;
        visit
            .until("a breakdown", "location.search.includes('verdeling=')")
            .await;
        visit.arrived().await;
        tab_to(visit, ".themes a:nth-of-type(4)").await;
        press(visit, Key::Enter).await;
        visit
            .until(
                "high contrast",
                "location.search.includes('thema=contrast')",
            )
            .await;
        visit.driver.back().await.unwrap();
        visit
            .until("back", "!location.search.includes('thema=')")
            .await;
    });
}

#[test]
fn a_link_gives_the_same_results_again_and_words_from_it_do_no_harm() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("?zoek=pleegzorg&taal=en").await;
        visit.until_says(".found li", "Foster care").await;
        assert_eq!(
            visit
                .script("return document.querySelector('#zoek').value")
                .await,
            json!("pleegzorg")
        );
        visit
            .open_and_wait("?zoek=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
            .await;
        visit.until_says(".found", "Niets gevonden.").await;
        assert_eq!(visit.count("img").await, 0);
        visit.open_and_wait("?zoek=").await;
        visit.until_says(".found", "Zoek een onderwerp").await;
    });
}
