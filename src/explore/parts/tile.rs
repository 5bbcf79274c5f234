//! A tile of the overview: figure with unit, line, and the tested verdict in words.

use leptos::prelude::*;

use super::sparkline::{Breaks, sparkline};
use crate::explore::context::{choices, monitor};
use crate::indicator::{self, Indicator, Outcome, Publication, Series, Unit};
use crate::selection::Selection;
use crate::sentence::{self, text};
use crate::vocabulary::Language;

/// One indicator for the chosen area and year.
#[component]
pub(in crate::explore) fn Tile(entry: &'static Indicator) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let target = move || choices.exploring(entry);
    let series = Memo::new(move |_| {
        let area = choices.get().area;
        monitor.with_store(|store, region| indicator::series(entry, store, region, area, &[]))
    });
    let body = move || {
        let selection = choices.get();
        match &entry.publication {
            Publication::NoFiguresYet { reason, .. } => {
                no_figures(reason.get(selection.language), selection.language)
            }
            Publication::Published { .. } => figures(
                entry,
                &series.get(),
                &selection,
                &Breaks::of(&monitor.release().region, selection.area),
            ),
        }
    };
    let is_empty = matches!(entry.publication, Publication::NoFiguresYet { .. });
    view! {
        <a
            class="tile"
            class:tile-none=is_empty
            data-indicator=entry.id
            href=move || monitor.link(&target())
            on:click=move |event| {
                if super::is_plain_click(&event) {
                    event.prevent_default();
                    choices.go(&target(), monitor);
                    crate::explore::context::to_top();
                }
            }
        >
            <h3>{move || entry.name.get(choices.language())}</h3>
            {body}
        </a>
    }
}

fn no_figures(reason: &'static str, language: Language) -> AnyView {
    view! {
        <p class="value value-word">{text::NO_FIGURES.get(language)}</p>
        <p class="verdict">{reason}</p>
    }
    .into_any()
}

fn figures(
    entry: &'static Indicator,
    series: &Series,
    selection: &Selection,
    breaks: &Breaks,
) -> AnyView {
    let language = selection.language;
    let Some(point) = series.known(selection.year) else {
        return ().into_any();
    };
    let line = sparkline(series, point.year, breaks);
    match &point.own {
        Outcome::Figure(figure) => {
            let (number, unit) = sentence::tile(figure.value, entry.unit, language);
            let unit = match entry.unit {
                Unit::PerHundred | Unit::PerThousand => sentence::unit_of(entry, language),
                _ => unit,
            };
            let age = entry
                .age_counted()
                .map(|age| format!(" ({})", age.label().get(language).to_lowercase()));
            let other_year = (point.year != selection.year).then(|| format!(", in {}", point.year));
            let provisional = point
                .provisional
                .then(|| format!(", {}", text::PROVISIONAL.get(language)));
            let (bold, plain) = sentence::tile_verdict(entry, series, language);
            let rest = sentence::verdict_words(entry, series, point.year, language);
            view! {
                <p class="value"><span class="number">{number}</span>" "<span class="unit">{unit}{age}{other_year}{provisional}</span></p>
                {line}
                <p class="verdict"><b>{bold}</b>{plain}" "{rest}</p>
            }
            .into_any()
        }
        Outcome::Hidden { within, secondary } => {
            let words = sentence::between(*within, entry.unit, language);
            let unit = (!sentence::is_open(*within, entry.unit))
                .then(|| sentence::unit_of(entry, language));
            view! {
                <p class="value value-word"><span class="number">{words}</span>" "<span class="unit">{unit}</span></p>
                {line}
                <p class="verdict"><b>{text::TOO_SMALL.get(language)}</b>" "{if *secondary { text::HIDDEN_FOR_ANOTHER } else { text::TOO_SMALL_WHY }.get(language)}</p>
            }
            .into_any()
        }
        Outcome::StructuralZero => view! {
            <p class="value value-word"><span class="number">{text::ALWAYS_ZERO.get(language)}</span></p>
            {line}
            <p class="verdict">{text::ALWAYS_ZERO_WHY.get(language)}</p>
        }
        .into_any(),
        Outcome::Missing(reason) => view! {
            <p class="value value-word">{text::NOT_COMPUTED.get(language)}</p>
            {line}
            <p class="verdict">{sentence::reason_words(*reason, language)}</p>
        }
        .into_any(),
    }
}
