//! The guide to waiting times as a file: one line for each figure of each form of care, with its bounds and how it was published.

use super::WaitingGuide;
use super::about::{source, synthetic};
use super::citation::cited;
use super::sheet::{figure, figure_names, reading};
use crate::indicator;
use crate::release::Release;
use crate::selection::Selection;
use crate::sentence::{self, Place, Sheet, text};
use crate::vocabulary::Dimension;

/// What the guide finds, as the page opens with it.
pub fn waiting_finding(guide: &WaitingGuide, selection: &Selection, release: &Release) -> String {
    let language = selection.language;
    let day = sentence::quarter_end(guide.year, guide.quarter, language);
    let all = &guide.all;
    sentence::waiting_lead(
        Place::of(&release.region, selection.area).name,
        &day,
        (&all.number, &all.mean, &all.long),
        language,
    )
}

/// The sheet of a guide; `link` is the page it was made from.
pub fn waiting_sheet(
    guide: &WaitingGuide,
    selection: &Selection,
    release: &Release,
    link: &str,
) -> Sheet {
    let language = selection.language;
    let region = &release.region;
    let place = Place::of(region, selection.area).name;
    let forms = std::iter::once(&guide.all).chain(&guide.forms);
    let rows = forms.flat_map(|entry| {
        let outcomes = [&entry.mean, &entry.long, &entry.number, &entry.providers];
        WaitingGuide::IDS
            .into_iter()
            .zip(outcomes)
            .filter_map(move |(id, outcome)| {
                let shown = indicator::by_id(id)?;
                let mut line = vec![
                    entry.form.label().get(language).to_owned(),
                    shown.name.get(language).to_owned(),
                    place.to_owned(),
                ];
                line.extend(figure(outcome, shown, language));
                Some(line)
            })
    });
    let mut notes = vec![
        text::WAITING_QUESTION.get(language).to_owned(),
        waiting_finding(guide, selection, release),
        text::WAITING_COUNTED.get(language).to_owned(),
        text::WAITING_READ.get(language).to_owned(),
    ];
    notes.extend(guide.notices(selection, region));
    notes.push(source(release, language));
    notes.extend(release.synthetic.then(|| synthetic(language)));
    notes.push(link.to_owned());
    notes.push(reading(language).to_owned());
    let first = [Dimension::CareForm.title(), text::INDICATOR];
    Sheet {
        notes,
        header: first
            .into_iter()
            .map(|title| title.get(language).to_lowercase())
            .chain(figure_names(language))
            .collect(),
        rows: rows.collect(),
    }
}

/// The name of that file, without its ending.
pub fn waiting_file_name(guide: &WaitingGuide, selection: &Selection, release: &Release) -> String {
    let area = &release.region.area(selection.area).key;
    format!(
        "regiovisie-{}-wachttijden-{area}-{}-kwartaal-{}",
        release.id,
        guide.year,
        guide.quarter.code()
    )
}

/// The citation of a guide; `link` is its page, and `today` the day on which it was read, ISO 8601.
pub fn waiting_citation(
    guide: &WaitingGuide,
    selection: &Selection,
    release: &Release,
    link: &str,
    today: &str,
) -> String {
    let title = text::WAITING_GUIDE.get(selection.language);
    let finding = waiting_finding(guide, selection, release);
    cited(
        (title, &finding),
        selection.language,
        release,
        (link, today),
    )
}
