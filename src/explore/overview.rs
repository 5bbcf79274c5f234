//! The overview: a sentence with the choices, a sentence that answers, and the small set of figures per chapter.

use leptos::prelude::*;

use super::context::{File, choices, monitor, say};
use super::parts::{AreaSelect, Fetched, Goto, Tile, YearSelect};
use crate::answer::overview_notices;
use crate::indicator::{self, CATALOGUE, Chapter, Indicator, Publication};
use crate::release::AreaKind;
use crate::selection::{ChapterKey, Selection, View};
use crate::sentence::{self, Place, text};
use crate::vocabulary::Bilingual;

/// The files that it needs.
pub(super) fn files() -> Vec<File> {
    let mut files: Vec<File> = CATALOGUE
        .iter()
        .filter(|entry| entry.in_overview)
        .flat_map(|entry| indicator::required_cubes(entry, &[]))
        .collect();
    files.sort();
    files.dedup();
    files
}

/// The overview of the chosen area.
#[component]
pub(super) fn Overview() -> impl IntoView {
    let files = Memo::new(|_| files());
    view! {
        <h1 class="visually-hidden">{say(text::OVERVIEW)}</h1>
        <Ask />
        <Fetched files partial=true>
            <Lead />
            <Notices />
            <Key />
            {Chapter::ALL.into_iter().map(|chapter| view! { <Section chapter /> }).collect_view()}
        </Fetched>
    }
}

/// The sentence with the choices of area and year.
#[component]
pub(super) fn Ask() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let is_region =
        move || monitor.release().region.area(choices.get().area).kind == AreaKind::Regio;
    view! {
        <p class="ask">
            <label for="kies-gebied">{say(text::I_VIEW)}{meant(text::AREA)}</label>" "
            <AreaSelect id="kies-gebied" class="inline-choice" />" "
            <label for="kies-jaar">{say(text::IN)}{meant(text::YEAR)}</label>" "
            <YearSelect id="kies-jaar" class="inline-choice" />
            {move || (!is_region()).then(|| view! { <span>", "{say(text::BESIDE_REST)}</span> })}"."
        </p>
    }
}

/// What a menu within a sentence is for: whoever hears its name without the sentence would hear "in".
pub(super) fn meant(what: Bilingual) -> AnyView {
    view! { <span class="visually-hidden">" ("{say(what)}")"</span> }.into_any()
}

/// The opening paragraph.
#[component]
fn Lead() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let words = move || {
        let selection = choices.get();
        monitor.with_store(|store, region| {
            let of = |id: &str| {
                indicator::by_id(id)
                    .map(|entry| indicator::series(entry, store, region, selection.area, &[]))
            };
            let (usage, cost) = (of("gebruik")?, of("kosten_per_jeugdige")?);
            Some(sentence::lead(
                Place::of(region, selection.area),
                selection.year,
                &usage,
                &cost,
                selection.language,
            ))
        })
    };
    view! { <p class="lead" id="bevinding" role="status">{words}</p> }
}

/// What a reader must know before the figures: whether the year is provisional, and what makes figures incomparable.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    move || {
        let words = overview_notices(&choices.get(), &monitor.release().region);
        view! { <ul class="notices" aria-label=text::TO_KNOW.get(choices.language())>{words.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul> }
    }
}

/// What the small lines on the tiles mean.
#[component]
pub(super) fn Key() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    move || {
        let (selection, release) = (choices.get(), monitor.release());
        let place = Place::of(&release.region, selection.area);
        let name = place.name.to_owned();
        let rest = (!place.whole_region)
            .then(|| view! { <li class="key-rest">{text::REST.get(selection.language)}</li> });
        view! {
            <ul class="key" aria-hidden="true">
                <li class="key-own">{name}</li>
                {rest}
                <li class="key-break">{text::COUNTED_DIFFERENTLY.get(selection.language)}</li>
            </ul>
        }
    }
}

/// The few indicators of a chapter that the overview shows.
fn small_set(chapter: Chapter) -> impl Iterator<Item = &'static Indicator> {
    CATALOGUE
        .iter()
        .filter(move |entry| entry.in_overview && entry.chapter == chapter)
}

#[component]
fn Section(chapter: Chapter) -> impl IntoView {
    let entries: Vec<&'static Indicator> = small_set(chapter).collect();
    let others = CATALOGUE
        .iter()
        .filter(move |entry| entry.chapter == chapter && !entry.in_overview);
    let has_tiles = !entries.is_empty();
    let (with, without): (Vec<_>, Vec<_>) =
        others.partition(|entry| matches!(entry.publication, Publication::Published { .. }));
    let label = if has_tiles {
        text::MORE_ABOUT
    } else {
        text::ALL_ABOUT
    };
    let choices = choices();
    let reading = move || Selection {
        view: View::Chapters,
        chapter: Some(ChapterKey::of(chapter)),
        ..choices.get()
    };
    view! {
        <section class="theme">
            <header>
                <h2>{say(chapter.title())}</h2>
                <p class="to-chapter">
                    <Goto to=reading>{say(text::READ_CHAPTER)}<span class="visually-hidden">": "{say(chapter.title())}</span></Goto>
                </p>
                <p>{say(chapter.question())}</p>
            </header>
            {has_tiles.then(|| view! { <div class="tiles">{entries.into_iter().map(|entry| view! { <Tile entry /> }).collect_view()}</div> })}
            <Others label entries=with />
            <Others label=text::WITHOUT_FIGURES entries=without />
        </section>
    }
}

/// Links to indicators without a tile; nothing when there are none.
#[component]
fn Others(label: Bilingual, entries: Vec<&'static Indicator>) -> impl IntoView {
    let choices = choices();
    let link = move |entry: &'static Indicator| {
        let to = move || choices.exploring(entry);
        view! { <li><Goto to indicator=entry.id>{say(entry.name)}</Goto></li> }
    };
    (!entries.is_empty()).then(|| {
        view! { <div class="others"><p>{say(label)}</p><ul>{entries.into_iter().map(link).collect_view()}</ul></div> }
    })
}
