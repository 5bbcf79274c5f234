//! The report as a page of its own: no script, nothing from elsewhere.

use std::fmt::Write as _;

use super::{Outcome, text};
use crate::publish::input::{FileReport, Report, action_title};
use crate::publish::page::{escaped, page};
use crate::vocabulary::{Bilingual, Language};

const TITLE: Bilingual = Bilingual::new(
    "Controle van de aangeleverde gegevens",
    "Check of the delivered data",
);
const FILE: Bilingual = Bilingual::new("Bestand", "File");
const ROWS: Bilingual = Bilingual::new("Rijen", "Rows");
const COUNTED: Bilingual = Bilingual::new("Tellen mee", "Count");
const REPAIRED: Bilingual = Bilingual::new("Hersteld", "Repaired");
const REJECTED: Bilingual = Bilingual::new("Weggelaten", "Left out");
const RULE: Bilingual = Bilingual::new("Regel", "Rule");
const COLUMN: Bilingual = Bilingual::new("Kolom", "Column");
const ACTION: Bilingual = Bilingual::new("Gevolg", "What became of it");
const NUMBER: Bilingual = Bilingual::new("Aantal", "Number");
const PLACES: Bilingual = Bilingual::new("Waar, de eerste", "Where, the first");
const NOTHING: Bilingual = Bilingual::new("Niets gevonden.", "Nothing found.");

/// The report as HTML.
pub fn html(report: &Report, language: Language) -> String {
    let say = |text: Bilingual| text.get(language);
    let class = match Outcome::of(report) {
        Outcome::Complete => "good",
        Outcome::RowsLeftOut => "fair",
        Outcome::Refused => "bad",
    };
    let mut body = format!(
        "<h1>{}</h1>\n<p class=\"verdict {class}\">{}</p>\n",
        say(TITLE),
        escaped(&text::verdict(report, language))
    );
    for refusal in report.refusals() {
        let _ = writeln!(body, "<p>{}.</p>", escaped(&refusal.words(language)));
    }
    let _ = writeln!(
        body,
        "<table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>",
        say(FILE),
        say(ROWS),
        say(COUNTED),
        say(REPAIRED),
        say(REJECTED)
    );
    for file in &report.files {
        let _ = writeln!(
            body,
            "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            file.name,
            file.rows,
            file.counted(),
            file.repaired,
            file.rejected
        );
    }
    body.push_str("</tbody></table>\n");
    for file in &report.files {
        of_file(&mut body, file, language);
    }
    if !report.others.is_empty() {
        let words = Bilingual::new("Niet gelezen", "Not read");
        let _ = writeln!(
            body,
            "<p>{}: {}</p>",
            say(words),
            escaped(&report.others.join(", "))
        );
    }
    page(say(TITLE), &body, language)
}

fn of_file(body: &mut String, file: &FileReport, language: Language) {
    let say = |text: Bilingual| text.get(language);
    let _ = writeln!(body, "<h2>{}</h2>\n<ul>", file.name);
    for line in text::formats(file, language) {
        let _ = writeln!(body, "<li>{}</li>", escaped(&line));
    }
    body.push_str("</ul>\n");
    if file.problems().next().is_none() {
        let _ = writeln!(body, "<p>{}</p>", say(NOTHING));
        return;
    }
    let _ = writeln!(
        body,
        "<table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>",
        say(RULE),
        say(COLUMN),
        say(ACTION),
        say(NUMBER),
        say(PLACES)
    );
    for (rule, column, problem) in file.problems() {
        let places: Vec<_> = problem
            .places
            .iter()
            .map(|place| escaped(&file.place(*place, language)))
            .collect();
        let _ = writeln!(
            body,
            "<tr><th scope=\"row\">{}<br><code>{}</code><p>{}</p></th><td>{column}</td><td>{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
            say(rule.title()),
            rule.code(),
            say(rule.explanation()),
            say(action_title(problem.action)),
            problem.count,
            places.join("<br>")
        );
    }
    body.push_str("</tbody></table>\n");
}
