//! A visitor sees how a figure was published: six marks that differ in form, with their words, and a key to those in view only.

use regiovisie::answer::reasons_of_unknown;
use regiovisie::cube::Status;
use regiovisie::indicator::Outcome;
use regiovisie::sentence;
use regiovisie::vocabulary::Language;
use serde_json::{Value, json};

use crate::harness::{Site, journey};
use crate::native::{self, Page};

/// How each mark looks, without its colours.
const FORMS: &str = "return [...document.querySelectorAll('.marks-all .sample > *')].map(e => {
    const [own, before] = [getComputedStyle(e), getComputedStyle(e, '::before')];
    return [own.borderTopStyle, own.borderBottomStyle, own.fontStyle, before.content].join(' ');
})";

#[test]
fn the_marks_differ_without_their_colours() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("?weergave=verantwoording").await;
        let forms: Vec<String> = serde_json::from_value(
            visit
                .script(&FORMS.replace(".sample > *", ".sample .mark"))
                .await,
        )
        .unwrap();
        for (index, form) in forms.iter().enumerate() {
            assert!(
                !forms[..index].contains(form),
                "twice: {form}, of {forms:?}"
            );
        }
        assert!(forms.len() >= 5, "{forms:?}");
    });
}

#[test]
fn the_key_explains_the_marks_in_view_and_no_others() {
    journey(Site::built(), async |visit| {
        for link in [
            "?weergave=verkennen&indicator=gebruik&gebied=haaglanden",
            "?weergave=verkennen&indicator=uitval&gebied=midden-delfland&verdeling=zorgvorm",
            "?weergave=verkennen&indicator=terugkeer&gebied=delft",
        ] {
            visit.open_and_wait(link).await;
            let selection = native::selection(link);
            let Page::Rows(_, rows) = native::page(&selection) else {
                panic!("{link} has no rows");
            };
            let statuses: Vec<Status> = rows
                .iter()
                .flat_map(|row| [Some(&row.own), row.rest.as_ref()])
                .flatten()
                .filter_map(Outcome::status)
                .collect();
            let outcomes = rows
                .iter()
                .flat_map(|row| [Some(&row.own), row.rest.as_ref()]);
            let reasons = reasons_of_unknown(&outcomes.flatten().collect::<Vec<_>>());
            let expected: Vec<String> = Status::ALL
                .into_iter()
                .filter(|status| statuses.contains(status))
                .map(|status| {
                    let policy = native::release().region.policy();
                    sentence::mark_meaning_of(
                        (status, &reasons),
                        selection.indicator,
                        policy,
                        Language::Nl,
                    )
                })
                .collect();
            visit
                .until_equal(
                    &format!("the key at {link}"),
                    "[...document.querySelectorAll('.figure .marks li > :last-child')].map(e => e.textContent)",
                    &json!(expected),
                )
                .await;
        }
    });
}

#[test]
fn hidden_figures_are_words_in_table_and_chart() {
    journey(Site::built(), async |visit| {
        let link = "?weergave=verkennen&indicator=uitval&gebied=midden-delfland&verdeling=zorgvorm&toon=aantal";
        visit.open_and_wait(link).await;
        visit
            .until(
                "the chart",
                "document.querySelector('.chart[data-staat=getekend] .main-svg')",
            )
            .await;
        let hidden = "[...document.querySelectorAll('#tabel td[data-kolom=eigen] .mark-hidden, #tabel td[data-kolom=eigen] .mark-secondary')].map(e => e.textContent)";
        let words: Vec<String> =
            serde_json::from_value(visit.script(&format!("return {hidden}")).await).unwrap();
        assert!(!words.is_empty());
        let notes = visit
            .script("return document.querySelector('.js-plotly-plot').layout.annotations.map(note => note.text)")
            .await;
        let notes: Vec<String> = serde_json::from_value::<Vec<Value>>(notes)
            .unwrap()
            .iter()
            .map(|note| note.as_str().unwrap().replace("<br>", " "))
            .collect();
        for word in words {
            assert!(
                word.starts_with("tussen ") || word.starts_with("ongeveer "),
                "{word}"
            );
            assert!(
                notes.contains(&word),
                "{word} is not in the chart: {notes:?}"
            );
        }
    });
}
