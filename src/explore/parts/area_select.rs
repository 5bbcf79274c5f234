//! The choices of area and year.

use leptos::prelude::*;

use crate::explore::context::{choices, monitor};
use crate::release::AreaKind;
use crate::selection::Selection;
use crate::sentence::text;
use crate::vocabulary::{Bilingual, Language};

/// A menu of all areas, grouped by kind.
#[component]
pub(in crate::explore) fn AreaSelect(id: &'static str, class: &'static str) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let chosen = move || {
        monitor
            .release()
            .region
            .area(choices.get().area)
            .key
            .clone()
    };
    let choose = move |key: String| {
        if let Some(area) = monitor.release().region.by_key(&key) {
            let region = &monitor.release().region;
            choices.go(&choices.get_untracked().in_area(area, region), monitor);
        }
    };
    let groups: [(AreaKind, Bilingual); 3] = [
        (AreaKind::Gemeente, text::MUNICIPALITY_GROUP),
        (AreaKind::Deelregio, text::SUBREGION_GROUP),
        (AreaKind::Regio, text::REGION_GROUP),
    ];
    let options = move |kind: AreaKind| {
        let release = monitor.release();
        let mut areas: Vec<_> = release
            .region
            .areas_of(kind)
            .map(|(_, area)| (area.key.clone(), area.name.clone()))
            .collect();
        areas.sort_by(|a, b| a.1.cmp(&b.1));
        areas
            .into_iter()
            .map(|(key, name)| {
                let value = key.clone();
                view! { <option value=value selected=move || chosen() == key>{name}</option> }
            })
            .collect_view()
    };
    view! {
        <select id=id class=class prop:value=chosen on:change=move |event| choose(event_target_value(&event))>
            {groups.map(|(kind, label)| view! { <optgroup label=move || label.get(choices.language())>{options(kind)}</optgroup> })}
        </select>
    }
}

/// A menu of all years; those of `without` are said to have no figures.
#[component]
pub(in crate::explore) fn YearSelect(
    id: &'static str,
    class: &'static str,
    #[prop(optional)] without: Option<Memo<Vec<u16>>>,
) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let choose = move |value: String| {
        if let Ok(year) = value.parse() {
            choices.go(
                &Selection {
                    year,
                    ..choices.get_untracked()
                },
                monitor,
            );
        }
    };
    let years: Vec<u16> = monitor.release().region.years().rev().collect();
    view! {
        <select id=id class=class prop:value=move || choices.get().year.to_string() on:change=move |event| choose(event_target_value(&event))>
            {years
                .into_iter()
                .map(|year| view! { <option value=year.to_string() selected=move || choices.get().year == year>{move || named(year, without, choices.language())}</option> })
                .collect_view()}
        </select>
    }
}

/// "2015", or "2015 (geen cijfers)".
fn named(year: u16, without: Option<Memo<Vec<u16>>>, language: Language) -> String {
    if without.is_some_and(|without| without.with(|without| without.contains(&year))) {
        format!("{year} ({})", text::WITHOUT_FIGURE.get(language))
    } else {
        year.to_string()
    }
}
