//! The forms in which municipalities are set side by side, beside the bars: funnel, map and grid.

mod funnel;
mod grid;
mod map;

use leptos::prelude::*;

pub(super) use funnel::FunnelFigure;
pub(super) use grid::GridView;
pub(super) use map::{MapFigure, map_drawing};

use crate::answer;
use crate::explore::context::{choices, monitor, say};
use crate::explore::parts::link_to;
use crate::selection::{CompareAs, Selection};
use crate::sentence::text;
use crate::statistics::Verdict;
use crate::vocabulary::{Bilingual, Language};

/// The menu of forms.
#[component]
pub(super) fn FormMenu() -> impl IntoView {
    let choices = choices();
    move || {
        let selection = choices.get();
        let items = CompareAs::ALL.map(|form| {
            let target = Selection {
                compare_as: form,
                ..selection.clone()
            };
            let name = name(form).get(selection.language);
            link_to(
                target,
                "form-link",
                selection.compare_as == form,
                name.into_any(),
            )
        });
        view! { <nav class="forms" aria-label=say(text::COMPARE_FORMS)>{items.into_iter().collect_view()}</nav> }
    }
}

const fn name(form: CompareAs) -> Bilingual {
    match form {
        CompareAs::Bars => text::AS_BARS,
        CompareAs::Funnel => text::AS_FUNNEL,
        CompareAs::Map => text::AS_MAP,
        CompareAs::Grid => text::AS_GRID,
    }
}

/// Why the page opens on the year that it does, with one step to the other one.
#[component]
pub(super) fn YearHint() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    move || {
        let (selection, release) = (choices.get(), monitor.release());
        let opening = selection.opening_year(&release.region);
        let in_year = |year| Selection {
            year,
            ..selection.clone()
        };
        let later = release
            .region
            .years()
            .rev()
            .take_while(|year| *year > opening);
        let newest = monitor.with_store(|store, region| {
            let has_figures = |year: &u16| answer::has_figures(&in_year(*year), store, region);
            later.into_iter().find(has_figures)
        });
        let other = match newest {
            Some(newest) if selection.year == opening => newest,
            _ if selection.year > opening => opening,
            _ => return ().into_any(),
        };
        let language = selection.language;
        let target = in_year(other);
        let is_followed = selection.indicator.years_followed() > 0;
        let why = match language {
            _ if selection.year != opening => String::new(),
            Language::Nl if is_followed => format!(
                "U ziet {opening}: het laatste jaar waarvan de hulp in alle gemeenten lang genoeg is gevolgd. "
            ),
            Language::En if is_followed => format!(
                "You see {opening}: the last year of which care was followed for long enough in all municipalities. "
            ),
            // Teams record in ways of their own in every year.
            Language::Nl if selection.indicator.is_duration_of_local_help() => format!(
                "U ziet {opening}: daarna veranderde in een deel van de regio wie er meetelt. "
            ),
            Language::En if selection.indicator.is_duration_of_local_help() => format!(
                "You see {opening}: after that it changed in a part of the region who counts. "
            ),
            Language::Nl => format!(
                "U ziet {opening}: het laatste jaar waarin alle gemeenten op dezelfde manier tellen. "
            ),
            Language::En => format!(
                "You see {opening}: the last year in which all municipalities are counted in the same way. "
            ),
        };
        let words = match language {
            Language::Nl => format!("Bekijk {other}"),
            Language::En => format!("See {other}"),
        };
        let link = link_to(target, "utrecht-link", false, words.into_any());
        view! { <p class="sub" id="vergelijkjaar">{why}{link}</p> }.into_any()
    }
}

/// The class and the arrow of a tested difference; nothing where none was shown.
fn arrow(verdict: Option<Verdict>) -> Option<(&'static str, &'static str)> {
    match verdict? {
        Verdict::Higher => Some(("higher", "▲")),
        Verdict::Lower => Some(("lower", "▼")),
        Verdict::NoDemonstrableDifference => None,
    }
}
