//! The grid as a file: one line for each figure, with its bounds and what the test of the whole grid made of it.

use super::about::{source, synthetic};
use super::citation::cited;
use super::notices;
use super::sheet::{figure, figure_names, reading};
use crate::indicator::{Grid, grid_members};
use crate::release::Release;
use crate::selection::Selection;
use crate::sentence::{self, Place, Sheet, text};

/// The sheet of a grid; `link` is the page it was made from.
pub fn grid_sheet(grid: &Grid, selection: &Selection, release: &Release, link: &str) -> Sheet {
    let (language, year) = (selection.language, selection.year);
    let region = &release.region;
    let rows = grid.rows.iter().flat_map(|row| {
        let name = Place::of(region, row.area).name;
        let cells = row.cells.iter().zip(&grid.indicators);
        cells.map(move |(cell, indicator)| {
            let mut line = vec![indicator.name.get(language).to_owned(), name.to_owned()];
            line.extend(figure(&cell.own, indicator, language));
            line.push(sentence::grid_verdict(cell.verdict, language).to_owned());
            line
        })
    });
    let narrowed = sentence::selection_words(&grid_members(&selection.members), language)
        .map(|words| format!(" ({words})"))
        .unwrap_or_default();
    let mut notes = vec![
        format!(
            "{}{narrowed}",
            sentence::grid_headline(grid, year, language)
        ),
        sentence::grid_remark(grid, year, language),
    ];
    notes.extend(notices(selection, region));
    notes.push(source(release, language));
    notes.extend(release.synthetic.then(|| synthetic(language)));
    notes.push(link.to_owned());
    notes.push(reading(language).to_owned());
    let first = [text::INDICATOR.get(language).to_lowercase()];
    let last = [text::AGAINST_REST.get(language).to_lowercase()];
    Sheet {
        notes,
        header: first
            .into_iter()
            .chain(figure_names(language))
            .chain(last)
            .collect(),
        rows: rows.collect(),
    }
}

/// The citation of a grid; `link` is its page, and `today` the day on which it was read, ISO 8601.
pub fn grid_citation(
    grid: &Grid,
    selection: &Selection,
    release: &Release,
    link: &str,
    today: &str,
) -> String {
    let language = selection.language;
    let title = sentence::grid_headline(grid, selection.year, language);
    cited((&title, ""), language, release, (link, today))
}

/// The name of that file, without its ending.
pub fn grid_file_name(selection: &Selection, release: &Release) -> String {
    let year = selection.year.to_string();
    let mut parts = vec!["regiovisie", release.id.as_str(), "raster", year.as_str()];
    parts.extend(selection.members.iter().map(|member| member.code()));
    parts.join("-")
}
