//! The municipalities on a map, with the list beside it: tiles, or real boundaries where the release has them.

use std::fmt::Write as _;

use leptos::prelude::*;
use leptos::svg;

use super::arrow;
use crate::answer::{Answer, MapDrawing, MapPlace, MapShape, Municipality, Row};
use crate::cube::Status;
use crate::explore::context::{choices, monitor, say};
use crate::explore::fetch;
use crate::explore::parts::{is_plain_click, link_to, marked_outcome};
use crate::indicator::Indicator;
use crate::release::{AreaId, Boundaries, Release};
use crate::selection::Selection;
use crate::sentence::{self, Form, text};
use crate::statistics::Verdict;
use crate::vocabulary::{Bilingual, Language};

/// The side of a tile, and how far apart tiles stand.
const SIDE: f64 = 116.0;
const STEP: f64 = 120.0;
/// Letters that fit on a tile.
const LONG: usize = 12;

/// Map and list.
#[component]
pub(in crate::explore::explore_view) fn MapFigure(found: Memo<Answer>) -> impl IntoView {
    let monitor = monitor();
    let has_boundaries = monitor.release().boundaries().is_some();
    // Fetched for this form only, and only where there are some.
    let boundaries = LocalResource::new(move || async move {
        let release = monitor.release();
        fetch::boundaries(&release).await
    });
    move || {
        let arrived = if has_boundaries {
            match boundaries.get() {
                None => {
                    return view! { <p class="waiting" role="status">{say(text::LOADING_MORE)}</p> }
                        .into_any();
                }
                Some(arrived) => arrived,
            }
        } else {
            Ok(None)
        };
        found.with(|found| {
            let Answer::Rows { shown, rows, .. } = found else {
                return ().into_any();
            };
            let drawn = match &arrived {
                Ok(Some(map)) => outlines(map, shown, rows),
                Ok(None) | Err(_) => tiles(shown, rows),
            };
            let trouble = arrived
                .is_err()
                .then(|| view! { <p class="trouble">{say(text::NO_BOUNDARIES)}</p> });
            let list: Vec<AnyView> = rows.iter().filter_map(|row| item(shown, row)).collect();
            let language = choices().language();
            let has_map = matches!(arrived, Ok(Some(_)));
            let notes: Vec<&str> = notes(has_map, rows)
                .into_iter()
                .map(|note| note.get(language))
                .collect();
            view! {
                {trouble}
                <div class="map">{drawn}<ol class="map-list">{list}</ol></div>
                <p class="figcaption">{notes.join(" ")}</p>
            }
            .into_any()
        })
    }
}

/// What must be known to read the map.
fn notes(has_map: bool, rows: &[Row]) -> Vec<Bilingual> {
    let is_tested = |row: &Row| {
        row.municipality
            .as_ref()
            .is_some_and(|of| of.compared.verdict.is_some())
    };
    let tiles = (!has_map).then_some(text::TILES_NOTE);
    let tested = rows.iter().any(is_tested).then_some(text::MAP_NOTE);
    tiles.into_iter().chain(tested).collect()
}

/// The map as it goes into a picture, and what must be known to read it.
pub(in crate::explore::explore_view) fn map_drawing(
    map: Option<&Boundaries>,
    found: &Answer,
    selection: &Selection,
    release: &Release,
) -> (MapDrawing, Vec<Bilingual>) {
    let Answer::Rows { shown, rows, .. } = found else {
        let nothing = MapDrawing {
            size: (1.0, 1.0),
            places: Vec::new(),
        };
        return (nothing, Vec::new());
    };
    let (language, region) = (selection.language, &release.region);
    let place = |area: AreaId, shape: MapShape, at: (f64, f64)| {
        let row = rows
            .iter()
            .find(|row| row.municipality.as_ref().is_some_and(|of| of.area == area))?;
        let of = row.municipality.as_ref()?;
        Some(MapPlace {
            shape,
            at,
            name: halves(&of.name),
            amount: amount(shown, row, language),
            differs: arrow(of.compared.verdict).is_some(),
            chosen: selection.area != region.whole()
                && region
                    .with_groups(area)
                    .any(|group| group == selection.area),
        })
    };
    let drawing = match map {
        Some(map) => MapDrawing {
            size: (map.width, map.height),
            places: map
                .outlines
                .iter()
                .filter_map(|outline| {
                    let (x, y) = outline.middle;
                    let shape = MapShape::Path(path(&outline.rings));
                    place(outline.area, shape, (x, y - 16.0))
                })
                .collect(),
        },
        None => MapDrawing {
            size: extent(&region.tiles()),
            places: region
                .tiles()
                .iter()
                .filter_map(|(area, at)| {
                    let (x, y) = corner(*at);
                    let shape = MapShape::Tile(x, y, SIDE);
                    place(*area, shape, (x + SIDE / 2.0, y + 36.0))
                })
                .collect(),
        },
    };
    (drawing, notes(map.is_some(), rows))
}

/// How much room tiles take.
fn extent(tiles: &[(AreaId, (u8, u8))]) -> (f64, f64) {
    let far = |of: fn(&(u8, u8)) -> u8| tiles.iter().map(|(_, at)| of(at)).max().unwrap_or(1);
    let (across, down) = (far(|at| at.0), far(|at| at.1));
    (f64::from(across) * STEP, f64::from(down) * STEP)
}

/// The upper left corner of a tile.
fn corner((column, line): (u8, u8)) -> (f64, f64) {
    (
        STEP * f64::from(column - 1) + 2.0,
        STEP * f64::from(line - 1) + 2.0,
    )
}

/// A municipality of the list.
fn item(shown: &Indicator, row: &Row) -> Option<AnyView> {
    let language = choices().language();
    let of = row.municipality.as_ref()?;
    let words = sentence::outcome_words(&row.own, shown.unit, language);
    let (class, sign) = arrow(of.compared.verdict).unwrap_or_default();
    let against = shown
        .is_ratio()
        .then(|| sentence::compared_words(&of.compared, language));
    let name = link_to(
        chosen(of.area),
        "utrecht-link",
        is_chosen(of.area),
        of.name.clone().into_any(),
    );
    Some(view! { <li>{name}<span class="amount">{marked_outcome(&row.own, words, language)}</span><span class=format!("verdict {class}")>{sign}" "{against}</span></li> }.into_any())
}

fn chosen(area: AreaId) -> Selection {
    Selection {
        area,
        ..choices().get()
    }
}

fn is_chosen(area: AreaId) -> bool {
    let (region, selected) = (monitor().release(), choices().get().area);
    selected != region.region.whole()
        && region
            .region
            .with_groups(area)
            .any(|group| group == selected)
}

/// A place on the map that leads to its municipality: its shape, and words on it.
fn place(shown: &Indicator, row: &Row, shape: AnyView, words: AnyView) -> Option<AnyView> {
    let (monitor, choices) = (monitor(), choices());
    let language = choices.language();
    let of = row.municipality.as_ref()?;
    let area = of.area;
    // What is read out holds what is seen, word for word.
    let label = format!(
        "{}: {}{}{}",
        of.name,
        seen(shown, row, language),
        unseen(shown, row, language),
        said(of, language)
    );
    let class = arrow(of.compared.verdict).map_or("", |(class, _)| class);
    let class = format!(
        "place {class}{}",
        if is_chosen(area) { " chosen" } else { "" }
    );
    let link = svg::a()
        .attr("href", monitor.link(&chosen(area)))
        .attr("aria-label", label)
        .attr("class", class)
        .on(leptos::ev::click, move |event| {
            if is_plain_click(&event) {
                event.prevent_default();
                choices.go(
                    &Selection {
                        area,
                        ..choices.get_untracked()
                    },
                    monitor,
                );
            }
        })
        .child((shape, words));
    Some(link.into_any())
}

fn said(of: &Municipality, language: Language) -> &'static str {
    match (of.compared.verdict, language) {
        (Some(Verdict::Higher), Language::Nl) => ", hoger dan de rest",
        (Some(Verdict::Higher), Language::En) => ", higher than the rest",
        (Some(Verdict::Lower), Language::Nl) => ", lager dan de rest",
        (Some(Verdict::Lower), Language::En) => ", lower than the rest",
        _ => "",
    }
}

/// The figure, or the mark that stands in its place.
fn seen(shown: &Indicator, row: &Row, language: Language) -> String {
    match row.own.figure() {
        Some(figure) => sentence::figure(figure.value, shown.unit, Form::Tile, language),
        // For which sake it is hidden there is no room to say.
        None => row.own.status().map_or_else(String::new, |status| {
            let status = if status.is_hidden() {
                Status::Hidden
            } else {
                status
            };
            sentence::mark(status).name.get(language).to_owned()
        }),
    }
}

/// What else is known where there is no figure; there is no room for it on the map.
fn unseen(shown: &Indicator, row: &Row, language: Language) -> String {
    if row.own.figure().is_some() {
        return String::new();
    }
    format!(
        ", {}",
        sentence::outcome_words(&row.own, shown.unit, language)
    )
}

/// The figure with its arrow, short.
fn amount(shown: &Indicator, row: &Row, language: Language) -> String {
    let words = seen(shown, row, language);
    let verdict = row.municipality.as_ref().and_then(|of| of.compared.verdict);
    match arrow(verdict) {
        Some((_, sign)) => format!("{words} {sign}"),
        None => words,
    }
}

fn tiles(shown: &Indicator, rows: &[Row]) -> AnyView {
    let language = choices().language();
    let placed = monitor().release().region.tiles();
    let drawn: Vec<AnyView> = placed
        .iter()
        .filter_map(|(area, at)| {
            let row = rows
                .iter()
                .find(|row| row.municipality.as_ref().is_some_and(|of| of.area == *area))?;
            let (x, y) = corner(*at);
            let shape = view! { <rect x=x y=y width=SIDE height=SIDE rx="6" /> }.into_any();
            let name = &row.municipality.as_ref()?.name;
            let lines = halves(name);
            let middle = x + SIDE / 2.0;
            let names: Vec<AnyView> = lines
                .iter()
                .zip([36.0, 54.0])
                .map(|(line, down)| {
                    // A part of a name that is as wide as its tile.
                    let class = if line.chars().count() > LONG {
                        "place-name long"
                    } else {
                        "place-name"
                    };
                    view! { <text x=middle y=y + down class=class>{line.clone()}</text> }.into_any()
                })
                .collect();
            let figure = amount(shown, row, language);
            let words =
                view! { {names}<text x=middle y=y + 90.0 class="place-amount">{figure}</text> }
                    .into_any();
            place(shown, row, shape, words)
        })
        .collect();
    let (width, height) = extent(&placed);
    drawing(width, height, drawn)
}

/// A name on at most two lines.
fn halves(name: &str) -> Vec<String> {
    match name.find(['-', ' ']).filter(|_| name.chars().count() > 11) {
        Some(at) => {
            let (first, second) = name.split_at(at + 1);
            vec![first.to_owned(), format!("{second} ")]
        }
        // The space is for whoever hears it: the figure follows.
        None => vec![format!("{name} ")],
    }
}

fn outlines(map: &Boundaries, shown: &Indicator, rows: &[Row]) -> AnyView {
    let language = choices().language();
    let drawn: Vec<AnyView> = map
        .outlines
        .iter()
        .filter_map(|outline| {
            let row = rows.iter().find(|row| row.municipality.as_ref().is_some_and(|of| of.area == outline.area))?;
            let shape = view! { <path d=path(&outline.rings) fill-rule="evenodd" /> }.into_any();
            let (x, y) = outline.middle;
            let words = view! { <text x=x y=y + 6.0 class="place-amount small">{amount(shown, row, language)}</text> }.into_any();
            place(shown, row, shape, words)
        })
        .collect();
    drawing(map.width, map.height, drawn)
}

fn path(rings: &[Vec<(f64, f64)>]) -> String {
    let mut path = String::new();
    for ring in rings {
        for (index, (x, y)) in ring.iter().enumerate() {
            // Writing to a String cannot fail.
            let _ = write!(path, "{}{x:.1} {y:.1}", if index == 0 { "M" } else { "L" });
        }
        path.push('Z');
    }
    path
}

fn drawing(width: f64, height: f64, drawn: Vec<AnyView>) -> AnyView {
    view! { <svg class="map-drawing" role="group" aria-labelledby="titel" viewBox=format!("-2 -2 {:.0} {:.0}", width + 4.0, height + 4.0)>{drawn}</svg> }.into_any()
}
