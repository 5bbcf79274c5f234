//! All indicators in all municipalities, as a table of links.

use leptos::prelude::*;

use super::super::Notices;
use super::super::save::{GRID, SaveSheet};
use super::{YearHint, arrow};
use crate::explore::context::{File, choices, monitor, say};
use crate::explore::parts::{Fetched, MarkKey, Wide, link_to, marked_outcome, present};
use crate::indicator::{self, Grid, GridCell, Indicator};
use crate::release::AreaId;
use crate::selection::{CompareAs, Selection};
use crate::sentence::{self, Place, text};
use crate::statistics::Verdict;

/// The grid of the chosen year.
#[component]
pub(in crate::explore::explore_view) fn GridView() -> impl IntoView {
    let choices = choices();
    let files = Memo::new(move |_| {
        let members = indicator::grid_members(&choices.get().members);
        let of = |entry| indicator::required_cubes(entry, &members);
        let mut files: Vec<File> = indicator::grid_indicators().flat_map(of).collect();
        files.retain(|(table, margin)| table.lattice().contains(margin));
        files.sort();
        files.dedup();
        files
    });
    view! { <Fetched files><Filled /></Fetched> }
}

#[component]
fn Filled() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    move || {
        let selection = choices.get();
        let (language, year) = (selection.language, selection.year);
        let members = indicator::grid_members(&selection.members);
        let found =
            monitor.with_store(|store, region| indicator::grid(store, region, year, &members));
        let narrowed = sentence::selection_words(&members, language)
            .map(|words| format!(" ({words})"))
            .unwrap_or_default();
        let order = order(&found, &selection);
        let head = order.iter().map(|place| found.indicators[*place]).map(|entry| view! {
            <th scope="col">{entry.name.get(language)}<small>{sentence::table_unit_of(entry, language)}</small></th>
        }.into_any()).collect_view();
        let body = rows(&found, &order, &selection);
        let cells = found.rows.iter().flat_map(|row| &row.cells);
        let present = present(&cells.map(|cell| &cell.own).collect::<Vec<_>>());
        view! {
            <section class="figure">
                <h1 id="titel">{sentence::grid_headline(&found, year, language)}{narrowed}</h1>
                <Notices />
                <p class="sub" id="toets">{sentence::grid_remark(&found, year, language)}</p>
                {sentence::not_in_grid(selection.indicator, language).map(|words| view! { <p class="sub" id="niet-in-raster">{words}</p> })}
                <YearHint />
                <p class="sub" id="kleuren" hidden=found.found() == 0>{say(text::GRID_NOTE)}</p>
                <MarkKey present=Signal::stored(present) />
                <p class="cue">{say(text::MORE_TO_THE_RIGHT)}</p>
                <Wide>
                    <table class="utrecht-table grid" id="raster" aria-labelledby="titel">
                        <thead class="utrecht-table__header"><tr><th scope="col">{say(text::MUNICIPALITY_GROUP)}</th>{head}</tr></thead>
                        <tbody class="utrecht-table__body">{body}</tbody>
                    </table>
                </Wide>
            </section>
            <SaveSheet given=GRID />
        }
        .into_any()
    }
}

/// The places of the topics, the chosen one first: on a narrow screen the last ones are out of sight.
fn order(found: &Grid, selection: &Selection) -> Vec<usize> {
    let is_chosen = |place: &usize| found.indicators[*place].id == selection.indicator.id;
    let (mut order, others): (Vec<usize>, Vec<usize>) =
        (0..found.indicators.len()).partition(is_chosen);
    order.extend(others);
    order
}

fn rows(found: &Grid, order: &[usize], selection: &Selection) -> Vec<AnyView> {
    let release = monitor().release();
    let row = |area: AreaId, cells: &[GridCell]| {
        let name = Place::of(&release.region, area).name.to_owned();
        let is_chosen = release
            .region
            .with_groups(area)
            .any(|group| group == selection.area);
        let is_chosen = is_chosen && selection.area != release.region.whole();
        let cells: Vec<AnyView> = order
            .iter()
            .filter_map(|place| Some((cells.get(*place)?, found.indicators[*place])))
            .map(|(of, entry)| cell(of, entry, (area, &name), selection))
            .collect();
        view! { <tr class:chosen=is_chosen><th scope="row">{name}</th>{cells}</tr> }.into_any()
    };
    found
        .rows
        .iter()
        .map(|of| row(of.area, &of.cells))
        .collect()
}

fn cell(
    of: &GridCell,
    entry: &'static Indicator,
    (area, name): (AreaId, &str),
    selection: &Selection,
) -> AnyView {
    let language = selection.language;
    let words = sentence::outcome_words(&of.own, entry.unit, language);
    let target = Selection {
        compare_as: CompareAs::Bars,
        area,
        ..selection.clone()
    }
    .of(entry);
    let (class, sign) = arrow(of.verdict).unwrap_or_default();
    let against = matches!(of.verdict, Some(Verdict::Higher | Verdict::Lower))
        .then(|| format!(", {}", sentence::grid_verdict(of.verdict, language)));
    let value = of.own.figure().map(|figure| figure.value.to_string());
    // Whoever hears the cell hears first whose it is; the table itself says so to whoever sees it.
    let content = view! {
        <span class="visually-hidden">{format!("{name}, {}: ", entry.name.get(language))}</span>
        {marked_outcome(&of.own, words, language)}
        <span class="sign" aria-hidden="true">{sign}</span>
        <span class="visually-hidden">{against}</span>
    };
    let link = link_to(target, "cell", false, content.into_any());
    view! { <td class=class data-waarde=value>{link}</td> }.into_any()
}
