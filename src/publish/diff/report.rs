//! What changed, for the terminal, for programs and as a page.

use std::fmt::Write as _;

use serde_json::json;

use super::{Change, Counts, Diff, How};
use crate::publish::page::{escaped, page};
use crate::vocabulary::{Bilingual, Dimension, Language, Table};

/// How many changes the terminal and the page show; JSON has them all.
const SHOWN: usize = 25;

const TITLE: Bilingual = Bilingual::new(
    "Verschil tussen twee releases",
    "Difference between two releases",
);
const HEAD: [Bilingual; 8] = [
    Bilingual::new("Maat", "Measure"),
    Bilingual::new("Vergeleken", "Compared"),
    Bilingual::new("Andere waarde", "Other value"),
    Bilingual::new("Nu verborgen", "Newly hidden"),
    Bilingual::new("Nu zichtbaar", "Newly shown"),
    Bilingual::new("Anders", "Other"),
    Bilingual::new("Verdwenen", "Gone"),
    Bilingual::new("Erbij", "New"),
];
const LARGEST: Bilingual = Bilingual::new("Grootste veranderingen", "Largest changes");
const CHANGE_HEAD: [Bilingual; 4] = [
    Bilingual::new("Cijfer", "Figure"),
    Bilingual::new("Was en is", "Was and is"),
    Bilingual::new("Deel van de regio", "Share of the region"),
    Bilingual::new("Waarom", "Why"),
];
const NOTHING: Bilingual = Bilingual::new("Er is niets veranderd.", "Nothing changed.");

fn summary(diff: &Diff, language: Language) -> String {
    let [old, new] = &diff.ids;
    let ([gone, added], changed) = (diff.only(), diff.changes.len());
    let nl = format!(
        "Van {old} naar {new}: {changed} cijfers veranderden, {gone} verdwenen en {added} kwamen erbij."
    );
    let en =
        format!("From {old} to {new}: {changed} figures changed, {gone} went and {added} came.");
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// In the order of [`HEAD`].
fn numbers(counts: Counts) -> [usize; 7] {
    let [gone, added] = counts.only;
    [
        counts.compared,
        counts.changed,
        counts.hidden,
        counts.shown,
        counts.other,
        gone,
        added,
    ]
}

/// What is in one release only, and what else is different, a sentence each.
fn remarks(diff: &Diff, language: Language) -> Vec<String> {
    let is_same_id = diff.ids[0] == diff.ids[1];
    let coverage = diff.coverage.iter().map(|only| {
        let what = only.words(language);
        let release = match (is_same_id, only.nth, language) {
            (false, nth, _) => diff.ids[nth].clone(),
            (true, 0, Language::Nl) => "de eerste".to_owned(),
            (true, _, Language::Nl) => "de tweede".to_owned(),
            (true, 0, Language::En) => "the first".to_owned(),
            (true, _, Language::En) => "the second".to_owned(),
        };
        match language {
            Language::Nl => format!("{what} staat alleen in {release}."),
            Language::En => format!("{what} is only in {release}."),
        }
    });
    let definitions = diff
        .definitions
        .iter()
        .map(|text| text.get(language).to_owned());
    coverage.chain(definitions).collect()
}

fn figure(change: &Change, language: Language) -> String {
    let mut words = format!(
        "{} {}, {}",
        change.measure.title().get(language),
        change.key.year,
        change.area
    );
    for dimension in Dimension::ALL {
        let member = change.key.member(dimension);
        if !member.is_total() {
            let _ = write!(words, ", {}", member.label().get(language));
        }
    }
    words
}

fn movement(how: How, language: Language) -> String {
    let word = |nl, en| Bilingual::new(nl, en).get(language);
    let (hidden, unknown) = (word("verborgen", "hidden"), word("onbekend", "unknown"));
    match how {
        How::Value(then, now) => format!("{then} -> {now} ({:+})", now - then),
        How::Hidden(then) => format!("{then} -> {hidden}"),
        How::Shown(now) => format!("{hidden} -> {now}"),
        How::Known(now) => format!("{unknown} -> {now}"),
        How::Status => word("andere status", "other status").to_owned(),
    }
}

fn percent(share: f64) -> String {
    format!("{:.2} %", share * 100.0)
}

/// The difference in words.
pub fn text(diff: &Diff, language: Language) -> String {
    let mut text = summary(diff, language) + "\n";
    for remark in remarks(diff, language) {
        let _ = writeln!(text, "{remark}");
    }
    for table in Table::ALL {
        let _ = writeln!(text, "\n{}", table.title().get(language));
        for (measure, counts) in diff.of_table(table) {
            let words: Vec<_> = HEAD[1..]
                .iter()
                .zip(numbers(counts))
                .map(|(head, number)| format!("{}: {number}", head.get(language).to_lowercase()))
                .collect();
            let _ = writeln!(
                text,
                "  {}: {}",
                measure.title().get(language),
                words.join(", ")
            );
        }
    }
    if diff.changes.is_empty() {
        return text;
    }
    let _ = writeln!(text, "\n{}", LARGEST.get(language));
    for change in diff.changes.iter().take(SHOWN) {
        let _ = writeln!(
            text,
            "  {:>9}  {}: {} ({})",
            percent(change.share),
            figure(change, language),
            movement(change.how, language),
            change.why.words().get(language)
        );
    }
    text
}

/// The difference as JSON, with every figure that changed.
///
/// # Errors
/// What the writer of JSON says; it has no reason to.
pub fn json(diff: &Diff, language: Language) -> Result<String, serde_json::Error> {
    let changes: Vec<_> = diff
        .changes
        .iter()
        .map(|change| {
            let (was, is) = match change.how {
                How::Value(then, now) => (Some(then), Some(now)),
                How::Hidden(then) => (Some(then), None),
                How::Shown(now) | How::Known(now) => (None, Some(now)),
                How::Status => (None, None),
            };
            let how = match change.how {
                How::Value(..) => "waarde",
                How::Hidden(_) => "verborgen",
                How::Shown(_) => "zichtbaar",
                How::Known(_) => "bekend",
                How::Status => "status",
            };
            let mut value = json!({
                "tabel": change.measure.table().code(),
                "maat": change.measure.code(),
                "jaar": change.key.year,
                "gebied": change.area,
                "was": was,
                "is": is,
                "hoe": how,
                "waarom": change.why.words().get(language),
                "deel_van_regio": change.share,
            });
            for dimension in change.measure.table().dimensions() {
                value[dimension.code()] = change.key.member(*dimension).code().into();
            }
            value
        })
        .collect();
    let measures: Vec<_> = diff
        .counts
        .iter()
        .map(|(measure, counts)| {
            json!({
                "tabel": measure.table().code(),
                "maat": measure.code(),
                "vergeleken": counts.compared,
                "andere_waarde": counts.changed,
                "nu_verborgen": counts.hidden,
                "nu_zichtbaar": counts.shown,
                "anders": counts.other,
                "verdwenen": counts.only[0],
                "erbij": counts.only[1],
            })
        })
        .collect();
    let only: Vec<_> = diff
        .coverage
        .iter()
        .map(|only| {
            let side = ["oud", "nieuw"][only.nth];
            json!({"kant": side, "wat": only.words(language)})
        })
        .collect();
    let value = json!({
        "oud": diff.ids[0],
        "nieuw": diff.ids[1],
        "samenvatting": summary(diff, language),
        "opmerkingen": remarks(diff, language),
        "alleen_in_een": only,
        "maten": measures,
        "veranderingen": changes,
    });
    serde_json::to_string_pretty(&value).map(|text| text + "\n")
}

/// The difference as a page of its own.
pub fn html(diff: &Diff, language: Language) -> String {
    let say = |text: Bilingual| text.get(language);
    let head = |heads: &[Bilingual]| {
        let cells: Vec<_> = heads
            .iter()
            .map(|head| format!("<th scope=\"col\">{}</th>", say(*head)))
            .collect();
        format!("<table><thead><tr>{}</tr></thead><tbody>\n", cells.concat())
    };
    let mut body = format!(
        "<h1>{}</h1>\n<p class=\"verdict\">{}</p>\n",
        say(TITLE),
        escaped(&summary(diff, language))
    );
    for remark in remarks(diff, language) {
        let _ = writeln!(body, "<p>{}</p>", escaped(&remark));
    }
    if diff.is_empty() {
        let _ = writeln!(body, "<p>{}</p>", say(NOTHING));
    }
    for table in Table::ALL {
        let _ = write!(body, "<h2>{}</h2>\n{}", say(table.title()), head(&HEAD));
        for (measure, counts) in diff.of_table(table) {
            let _ = write!(body, "<tr><th scope=\"row\">{}</th>", say(measure.title()));
            for number in numbers(counts) {
                let _ = write!(body, "<td class=\"n\">{number}</td>");
            }
            body.push_str("</tr>\n");
        }
        body.push_str("</tbody></table>\n");
    }
    if !diff.changes.is_empty() {
        let _ = write!(body, "<h2>{}</h2>\n{}", say(LARGEST), head(&CHANGE_HEAD));
        for change in diff.changes.iter().take(4 * SHOWN) {
            let _ = writeln!(
                body,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
                escaped(&figure(change, language)),
                escaped(&movement(change.how, language)),
                percent(change.share),
                say(change.why.words())
            );
        }
        body.push_str("</tbody></table>\n");
    }
    page(say(TITLE), &body, language)
}
