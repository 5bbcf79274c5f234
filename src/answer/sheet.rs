//! The table as a file: every figure with its bounds, its words and how it was published, and above it where it came from.

use super::{Answer, Row, about};
use crate::cube::Status;
use crate::indicator::{Indicator, OperandValue, Origin, Outcome};
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
        cells.extend(figure(outcome, shown, language));
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
    let mut notes = about(answer, selection, release).lines();
    notes.extend(link.map(str::to_owned));
    notes.push(reading(language).to_owned());
    Some(Sheet {
        notes,
        header: header(selection),
        rows,
    })
}

/// How the file is to be read.
pub(super) const fn reading(language: Language) -> &'static str {
    match language {
        Language::Nl => {
            "Voor wie dit met een programma leest: puntkomma tussen kolommen, komma voor decimalen, opmerkingen achter #."
        }
        Language::En => {
            "For reading by program: semicolons between columns, decimal points, comments after #."
        }
    }
}

/// The name of a file with an answer, without its ending: what, where, and by what.
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
    } else if selection.indicator.is_split() {
        parts.push(year.as_str());
    }
    parts.extend(selection.members.iter().map(|member| member.code()));
    parts.join("-")
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
        (_, None) if selection.indicator.is_split() => text::CAUSE,
        (_, None) => text::YEAR,
    };
    title.get(selection.language).to_lowercase()
}

/// The names of the columns with the area and its figure.
pub(super) fn figure_names(language: Language) -> impl Iterator<Item = String> {
    let names = match language {
        Language::Nl => [
            "gebied",
            "waarde",
            "laagste",
            "hoogste",
            "in woorden",
            "status",
            "marge van",
            "marge tot",
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
            "margin from",
            "margin to",
            "numerator",
            "denominator",
        ],
    };
    names.into_iter().map(str::to_owned)
}

/// The names of the columns.
pub(super) fn header(selection: &Selection) -> Vec<String> {
    let language = selection.language;
    let compared = match language {
        Language::Nl => ["tegenover de rest", "plaats van", "plaats tot"],
        Language::En => ["against the rest", "place from", "place to"],
    };
    let compared = compared
        .into_iter()
        .filter(|_| selection.view == View::Compare);
    std::iter::once(key_name(selection))
        .chain(figure_names(language))
        .chain(compared.map(str::to_owned))
        .collect()
}

/// Value, lowest, highest, words, status, uncertainty, numerator and denominator; what is not known stays empty.
pub(super) fn figure(outcome: &Outcome, shown: &Indicator, language: Language) -> Vec<String> {
    let number = |value: Option<f64>| {
        value
            .map(|value| Sheet::number(value, language))
            .unwrap_or_default()
    };
    let figure = outcome.figure();
    let (top, bottom) = figure
        .map(|figure| shown.parts_of(figure))
        .unwrap_or_default();
    let within = outcome.within();
    let status = outcome.status().map(|status| sentence::mark(status).filed);
    vec![
        number(outcome.value()),
        number(within.map(Interval::lo)),
        number(within.map(Interval::hi)),
        sentence::outcome_words(outcome, shown.unit, language),
        status
            .map(|name| name.get(language).to_owned())
            .unwrap_or_default(),
        number(figure.map(|figure| figure.confidence.lo())),
        number(figure.map(|figure| figure.confidence.hi())),
        number(top.and_then(published)),
        number(bottom.and_then(published)),
    ]
}

/// An operand as published; nothing when something in it is hidden, or when only its bounds are known.
pub(super) fn published(value: &OperandValue) -> Option<f64> {
    (value.status == Status::Shown && value.origin != Origin::Bounds).then_some(value.value)
}
