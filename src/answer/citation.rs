//! A figure in somebody else's text: a citation of the page, and a footnote to one value.

use super::about::{source, synthetic};
use super::{Answer, Row};
use crate::indicator::Figure;
use crate::release::Release;
use crate::selection::{Selection, View};
use crate::sentence::{self, Place, text};
use crate::vocabulary::Language;

/// The citation of an answer; `link` is its page, and `today` the day on which it was read, ISO 8601.
///
/// "Haaglanden (2025). In Delft daalt het aandeel jeugdigen met jeugdhulp. Jeugdigen met jeugdhulp, van elke 100. Delft, 2015 tot en
/// met 2024. Regiovisie-monitor jeugdzorg, publicatie 2025-1, gegevens tot 1 april 2025. Geraadpleegd op 3 mei 2026, van https://…"
pub fn citation(
    answer: &Answer,
    selection: &Selection,
    release: &Release,
    link: &str,
    today: &str,
) -> String {
    let region = &release.region;
    let (title, subtitle) = (
        answer.title(selection, region),
        answer.subtitle(selection, region),
    );
    let language = selection.language;
    let subtitle = match answer.response_words(language) {
        Some(response) => format!("{subtitle} {response}"),
        None => subtitle,
    };
    cited((&title, &subtitle), language, release, (link, today))
}

/// The citation of a page with this title and subtitle.
pub(super) fn cited(
    (title, subtitle): (&str, &str),
    language: Language,
    release: &Release,
    (link, today): (&str, &str),
) -> String {
    let (region, id) = (&release.region, &release.id);
    let site = text::SITE.get(language);
    let year = release.reference_date.split('-').next().unwrap_or_default();
    let (until, read) = (
        sentence::date(&release.reference_date, language),
        sentence::date(today, language),
    );
    let mut parts = vec![
        format!("{} ({year}).", region.name()),
        ended(title),
        subtitle.to_owned(),
        match language {
            Language::Nl => format!("{site}, publicatie {id}, gegevens tot {until}."),
            Language::En => format!("{site}, publication {id}, data up to {until}."),
        },
    ];
    parts.extend(release.synthetic.then(|| synthetic(language)));
    parts.push(match language {
        Language::Nl => format!("Geraadpleegd op {read}, van {link}"),
        Language::En => format!("Retrieved {read}, from {link}"),
    });
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// A footnote to the figure of a row: what it is, how it was calculated, and where it came from. Its link comes after it.
pub fn footnote(
    answer: &Answer,
    row: &Row,
    figure: &Figure,
    selection: &Selection,
    release: &Release,
) -> String {
    let Answer::Rows { shown, .. } = answer else {
        return String::new();
    };
    let language = selection.language;
    let place = row
        .municipality
        .as_ref()
        .map_or(Place::of(&release.region, selection.area).name, |of| {
            &of.name
        });
    let mut about = vec![sentence::capital(shown.name.get(language))];
    about.extend(sentence::selection_words(&selection.members, language));
    about.extend(
        row.member
            .map(|member| member.label().get(language).to_lowercase()),
    );
    about.extend([place.to_owned(), row.year.to_string()]);
    let provisional = if row.provisional {
        format!(" ({})", text::PROVISIONAL.get(language))
    } else {
        String::new()
    };
    let value = sentence::shown_of(figure.value, shown, language);
    let (formula, _) = sentence::calculation(shown, figure, language);
    let counted = match language {
        Language::Nl => {
            format!("Berekening: {formula}; tussen haakjes de onzekerheid (95\u{a0}%).")
        }
        Language::En => format!("Calculation: {formula}; in brackets the uncertainty (95\u{a0}%)."),
    };
    let mut parts = vec![
        format!("{}{provisional}: {value}.", about.join(", ")),
        counted,
    ];
    parts.extend(answer.response_words(language));
    // A break is a matter of every year after it, however the figure is shown.
    let area = row
        .municipality
        .as_ref()
        .map_or(selection.area, |of| of.area);
    let breaks = release
        .region
        .breaks_in(selection.indicator.broken_with(&release.region, area))
        .filter(|entry| entry.from <= row.year && selection.view != View::Overview);
    parts.extend(breaks.map(|entry| entry.explanation.get(language).to_owned()));
    parts.push(source(release, language));
    parts.extend(release.synthetic.then(|| synthetic(language)));
    parts.join(" ")
}

/// A sentence with its full stop.
fn ended(words: &str) -> String {
    if words.ends_with(['.', '!', '?']) {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}
