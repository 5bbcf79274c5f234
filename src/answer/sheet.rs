//! The table as a file: every figure with its bounds, its words and how it was published, and above it where it came from.

use super::{Answer, Row, notices};
use crate::cube::Status;
use crate::indicator::{Formula, OperandValue, Outcome, Unit};
use crate::release::Release;
use crate::selection::{Selection, View};
use crate::sentence::{self, Place, Sheet, text};
use crate::statistics::Interval;
use crate::vocabulary::Language;

/// The sheet of an answer; `link` is the page it was made from.
pub fn sheet(
    answer: &Answer,
    selection: &Selection,
    release: &Release,
    link: Option<&str>,
) -> Option<Sheet> {
    let Answer::Rows { shown, rows, .. } = answer else {
        return None;
    };
    let language = selection.language;
    let place = Place::of(&release.region, selection.area).name;
    let line = |row: &Row, area: &str, outcome: &Outcome| {
        let mut cells = vec![key(row, language), area.to_owned()];
        cells.extend(figure(outcome, shown.unit, language));
        if let Some(municipality) = &row.municipality {
            let places = municipality.compared.places;
            let place = |place: Option<usize>| place.map(|place| place.to_string());
            cells.extend([
                sentence::compared_words(&municipality.compared, language).to_owned(),
                place(places.map(|(first, _)| first)).unwrap_or_default(),
                place(places.map(|(_, last)| last)).unwrap_or_default(),
            ]);
        }
        cells
    };
    let rows = rows
        .iter()
        .flat_map(|row| {
            let rest = row
                .rest
                .as_ref()
                .map(|rest| line(row, text::REST.get(language), rest));
            let name = row
                .municipality
                .as_ref()
                .map_or(place, |municipality| &municipality.name);
            std::iter::once(line(row, name, &row.own)).chain(rest)
        })
        .collect();
    let mut notes = notes(answer, selection, release);
    notes.extend(link.map(str::to_owned));
    notes.push(
        match language {
            Language::Nl => "Voor wie dit met een programma leest: puntkomma tussen kolommen, komma voor decimalen, opmerkingen achter #.",
            Language::En => "For reading by program: semicolons between columns, decimal commas, comments after #.",
        }
        .to_owned(),
    );
    Some(Sheet {
        notes,
        header: header(selection, language),
        rows,
    })
}

/// The name of the file: what, where, and by what.
pub fn file_name(selection: &Selection, release: &Release) -> String {
    let area = &release.region.area(selection.area).key;
    let mut parts = vec![
        "regiovisie",
        release.id.as_str(),
        selection.indicator.id,
        area.as_str(),
    ];
    let year = selection.year.to_string();
    if selection.view == View::Compare {
        parts.extend(["gemeenten", year.as_str()]);
    } else if let Some(dimension) = selection.breakdown {
        parts.extend([dimension.code(), year.as_str()]);
    } else if selection.indicator.formula() == Some(Formula::Split) {
        parts.push(year.as_str());
    }
    parts.extend(selection.members.iter().map(|member| member.code()));
    format!("{}.csv", parts.join("-"))
}

pub(super) fn key(row: &Row, language: Language) -> String {
    match (&row.municipality, row.member, row.cause) {
        (Some(municipality), ..) => municipality.name.clone(),
        (None, Some(member), _) => member.label().get(language).to_owned(),
        (None, None, Some(cause)) => cause.label().get(language).to_owned(),
        (None, None, None) => row.year.to_string(),
    }
}

/// What the rows are by.
pub(super) fn key_name(selection: &Selection) -> String {
    let title = match (selection.view, selection.breakdown) {
        (View::Compare, _) => text::MUNICIPALITY_GROUP,
        (_, Some(dimension)) => dimension.title(),
        (_, None) if selection.indicator.formula() == Some(Formula::Split) => text::CAUSE,
        (_, None) => text::YEAR,
    };
    title.get(selection.language).to_lowercase()
}

fn header(selection: &Selection, language: Language) -> Vec<String> {
    let names = match language {
        Language::Nl => [
            "gebied",
            "waarde",
            "laagste",
            "hoogste",
            "in woorden",
            "status",
            "onzekerheid van",
            "onzekerheid tot",
            "teller",
            "noemer",
        ],
        Language::En => [
            "area",
            "value",
            "lowest",
            "highest",
            "in words",
            "status",
            "uncertainty from",
            "uncertainty to",
            "numerator",
            "denominator",
        ],
    };
    let compared = match language {
        Language::Nl => ["tegenover de rest", "plaats van", "plaats tot"],
        Language::En => ["against the rest", "place from", "place to"],
    };
    let compared = compared
        .into_iter()
        .filter(|_| selection.view == View::Compare);
    std::iter::once(key_name(selection))
        .chain(names.into_iter().chain(compared).map(str::to_owned))
        .collect()
}

/// Value, lowest, highest, words, status, uncertainty, numerator and denominator; what is not known stays empty.
fn figure(outcome: &Outcome, unit: Unit, language: Language) -> Vec<String> {
    let number = |value: Option<f64>| value.map(Sheet::number).unwrap_or_default();
    let figure = outcome.figure();
    let within = outcome.within();
    let status = outcome.status().map(|status| sentence::mark(status).name);
    vec![
        number(outcome.value()),
        number(within.map(Interval::lo)),
        number(within.map(Interval::hi)),
        sentence::outcome_words(outcome, unit, language),
        status
            .map(|name| name.get(language).to_owned())
            .unwrap_or_default(),
        number(figure.map(|figure| figure.confidence.lo())),
        number(figure.map(|figure| figure.confidence.hi())),
        number(figure.and_then(|figure| published(&figure.numerator))),
        number(figure.and_then(|figure| published(figure.denominator.as_ref()?))),
    ]
}

/// An operand as published; nothing when something in it is hidden.
pub(super) fn published(value: &OperandValue) -> Option<f64> {
    (value.status == Status::Shown).then_some(value.value)
}

/// The finding, what it is about, where it came from, and what its marks mean.
pub(super) fn notes(answer: &Answer, selection: &Selection, release: &Release) -> Vec<String> {
    let (language, region) = (selection.language, &release.region);
    let date = sentence::date(&release.reference_date, language);
    let mut notes = vec![
        answer.title(selection, region),
        answer.subtitle(selection, region),
    ];
    notes.extend(answer.remark(selection));
    notes.extend(notices(selection, region));
    notes.push(match language {
        Language::Nl => format!(
            "Bron: {}, publicatie {}, gegevens tot {date}.",
            region.name(),
            release.id
        ),
        Language::En => format!(
            "Source: {}, publication {}, data up to {date}.",
            region.name(),
            release.id
        ),
    });
    if release.synthetic {
        notes.push(format!(
            "{} {}",
            text::SYNTHETIC.get(language),
            text::SYNTHETIC_MORE.get(language)
        ));
    }
    notes.extend(answer.statuses().into_iter().map(|status| {
        format!(
            "{}: {}",
            sentence::mark(status).name.get(language),
            sentence::mark_meaning(status, region.policy(), language)
        )
    }));
    notes
}
