//! One indicator: over time or broken down, with filters, its table and how it was calculated.

mod compare;
mod controls;
mod drawn;
mod inspector;
mod notices;
mod save;
mod table;

use leptos::prelude::*;

use super::chart::{Chart, ChartTexts};
use super::context::{File, choices, monitor, say};
use super::parts::{Fetched, MarkKey, Present, ToView, link_to};
use crate::answer::{self, Answer, answer};
use crate::indicator::{self, Publication};
use crate::selection::{ChapterKey, CompareAs, Selection, View};
use crate::sentence::{self, Place, text};
use crate::vocabulary::{Language, Member};
use compare::{FormMenu, FunnelFigure, GridView, MapFigure, YearHint};
use controls::Controls;
use drawn::{drawing, footnotes};
use inspector::Inspector;
use notices::Notices;
use save::Save;
pub(super) use save::{Given, SaveSheet};
use table::Table;

/// The chosen indicator.
#[component]
pub(super) fn ExploreView() -> impl IntoView {
    let choices = choices();
    let open = RwSignal::new(false);
    let is_published = Memo::new(move |_| {
        matches!(
            choices.get().indicator.publication,
            Publication::Published { .. }
        )
    });
    let form = compared_as();
    view! {
        <div class="explore" class:across=move || form.get() == Some(CompareAs::Grid)>
            <aside class="choices" class:open=open aria-label=say(text::CHOICES)>
                <button
                    type="button"
                    class="choices-toggle"
                    aria-expanded=move || open.get().to_string()
                    aria-controls="keuzes"
                    on:click=move |_| open.update(|open| *open = !*open)
                ><span>{say(text::CHOICES)}</span>" "<span class="chosen">{chosen_words}</span></button>
                <Controls />
            </aside>
            <div class="answer">
                {move || form.get().map(|_| view! { <FormMenu /> })}
                {move || if form.get() == Some(CompareAs::Grid) { view! { <GridView /> }.into_any() } else if is_published.get() { view! { <Published /> }.into_any() } else { view! { <NoFigures /> }.into_any() }}
            </div>
        </div>
    }
}

/// The form of the comparison; none for one indicator.
fn compared_as() -> Memo<Option<CompareAs>> {
    let choices = choices();
    Memo::new(move |_| choices.get().compared_as())
}

/// What is chosen, on one line, for the folded controls of a phone.
fn chosen_words() -> String {
    let (monitor, choices) = (monitor(), choices());
    let selection = choices.get();
    let release = monitor.release();
    let is_grid = selection.compared_as() == Some(CompareAs::Grid);
    let mut words = Vec::new();
    if !is_grid {
        words.push(selection.indicator.name.get(selection.language).to_owned());
    }
    words.push(Place::of(&release.region, selection.area).name.to_owned());
    words.extend(
        selection
            .breakdown
            .map(|dimension| sentence::by_dimension(dimension, selection.language)),
    );
    words.extend(sentence::selection_words(
        &selection.members,
        selection.language,
    ));
    words.join(", ")
}

/// The files a selection needs: its own margin, and each of the broken-down ones.
fn files_of(selection: &Selection) -> Vec<File> {
    let mut files = indicator::required_cubes(selection.indicator, &selection.members);
    if let Some(part) = selection
        .breakdown
        .and_then(|dimension| dimension.parts().next())
    {
        let mut members: Vec<Member> = selection.members.clone();
        members.push(part);
        files.extend(indicator::required_cubes(selection.indicator, &members));
    }
    files.retain(|(table, margin)| table.lattice().contains(margin));
    files.sort();
    files.dedup();
    files
}

#[component]
fn Published() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let files = Memo::new(move |_| files_of(&choices.get()));
    let found = Memo::new(move |_| {
        let selection = choices.get();
        monitor.with_store(|store, region| answer(&selection, store, region))
    });
    let form = compared_as();
    let refusal = Memo::new(move |_| {
        found.with(|found| match found {
            Answer::Refused(reason) => Some(*reason),
            Answer::Rows { .. } => None,
        })
    });
    view! {
        <Fetched files>
            {move || match refusal.get() {
                Some(reason) => {
                    let selection = choices.get();
                    view! {
                        <div class="trouble calm" role="status">
                            <h1 id="titel">{answer::topic(&selection, &monitor.release().region)}</h1>
                            <p>{sentence::reason_words(reason, selection.language)}</p>
                            <WayOut />
                        </div>
                        <Related />
                    }
                    .into_any()
                }
                None if form.get() == Some(CompareAs::Funnel) => view! { <FunnelFigure found /> }.into_any(),
                None => view! { <Figure found /> }.into_any(),
            }}
        </Fetched>
    }
}

/// Where there are figures when there are none here: the same in another year, without what narrows it, and of the whole region.
#[component]
fn WayOut() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let ways = move || {
        let selection = choices.get();
        let whole = monitor.release().region.whole();
        let is_narrowed = !selection.members.is_empty();
        let wide = Selection {
            members: Vec::new(),
            ..selection.clone()
        };
        let everywhere = Selection {
            area: whole,
            ..selection.clone()
        };
        let opening = Selection {
            year: selection.opening_year(&monitor.release().region),
            ..selection.clone()
        };
        let year = monitor
            .with_store(|store, region| {
                // What is followed for a while has figures nearer by of some areas, which cannot be compared.
                let opens = selection.indicator.years_followed() > 0
                    && answer::has_figures(&opening, store, region);
                let nearest = || answer::year_with_figures(&selection, store, region);
                opens.then_some(opening.year).or_else(nearest)
            })
            .filter(|_| selection.is_of_a_year());
        let mut ways: Vec<(String, Selection)> = Vec::new();
        if let Some(year) = year {
            let words = match selection.language {
                Language::Nl => format!("Bekijk {year}: van dat jaar zijn er wel cijfers"),
                Language::En => format!("See {year}: it has figures"),
            };
            let target = Selection {
                year,
                ..selection.clone()
            };
            ways.push((words, target));
        }
        if is_narrowed {
            let words = text::WITHOUT_NARROWING.get(selection.language);
            ways.push((words.to_owned(), wide));
        }
        // A comparison is of the whole region already, and of some years the region has none either.
        let is_open = selection.area != whole && selection.view != View::Compare;
        if is_open
            && monitor.with_store(|store, region| answer::has_figures(&everywhere, store, region))
        {
            let words = text::WHOLE_REGION.get(selection.language);
            ways.push((words.to_owned(), everywhere));
        }
        let compared = selection
            .clone()
            .in_view(View::Compare, &monitor.release().region);
        if is_open
            && monitor.with_store(|store, region| answer::has_figures(&compared, store, region))
        {
            let words = text::COMPARE_MUNICIPALITIES.get(selection.language);
            ways.push((words.to_owned(), compared));
        }
        ways.into_iter()
            .map(|(words, target)| {
                view! { <li>{link_to(target, "utrecht-link", false, words.into_any())}</li> }
            })
            .collect_view()
    };
    view! { <ul>{ways}</ul> }
}

#[component]
fn Figure(found: Memo<Answer>) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let texts = Memo::new(move |_| {
        let selection = choices.get();
        found.with(|found| {
            ChartTexts::new(
                &found.title(&selection, &monitor.release().region),
                &found.description(&selection, &monitor.release().region),
            )
        })
    });
    let subtitle = move || {
        let (selection, release) = (choices.get(), monitor.release());
        found.with(|found| found.subtitle(&selection, &release.region))
    };
    let remark = move || {
        let selection = choices.get();
        let (lists, rest) =
            found.with(|found| found.remark_in_lists(&selection, &monitor.release().region));
        let lists: Vec<_> = lists
            .into_iter()
            .map(|(title, names)| {
                view! { <span class="verdict"><strong>{title}": "</strong>{names}". "</span> }
            })
            .collect();
        rest.map(|rest| view! { <p class="sub" id="toets">{lists}{rest}</p> })
    };
    let drawing = Memo::new(move |_| {
        let (selection, release) = (choices.get(), monitor.release());
        found.with(|found| drawing(found, &selection, &release.region))
    });
    let growth = move || {
        let (selection, release) = (choices.get(), monitor.release());
        found.with(|found| found.growth(&selection, &release.region))
    };
    let form = compared_as();
    let present = Memo::new(move |_| found.with(Present::of));
    let source = move || {
        let (language, release) = (choices.language(), monitor.release());
        let example = if release.synthetic {
            format!(
                " ({})",
                text::SYNTHETIC
                    .get(language)
                    .trim_end_matches('.')
                    .to_lowercase()
            )
        } else {
            String::new()
        };
        let notes = found.with(|found| {
            drawing.with(|drawing| footnotes(found, &choices.get(), drawing).join(" "))
        });
        match language {
            Language::Nl => format!(
                "Bron: publicatie {}{example}, berekend in uw browser. {notes}",
                release.id
            ),
            Language::En => format!(
                "Source: publication {}{example}, computed in your browser. {notes}",
                release.id
            ),
        }
    };
    view! {
        <figure class="figure">
            // Whoever made a choice, and does not see the page, hears what came of it.
            <h1 id="titel"><span role="status">{move || texts.with(|texts| texts.title().to_owned())}</span></h1>
            <p class="sub">{subtitle}</p>
            <Notices found />
            {remark}
            {move || growth().map(|words| view! { <p class="sub" id="groei">{words}</p> })}
            {move || form.get().map(|_| view! { <YearHint /> })}
            {move || if form.get() == Some(CompareAs::Map) { view! { <MapFigure found /> }.into_any() } else { view! { <Chart texts drawing /> }.into_any() }}
            <MarkKey present />
            <figcaption>{source}</figcaption>
        </figure>
        <Save found texts drawing />
        <Inspector found />
        <Table found />
        <Related />
    }
}

/// Other figures about the same.
#[component]
fn Related() -> impl IntoView {
    let choices = choices();
    let links = move || {
        let selection = choices.get();
        indicator::related(selection.indicator)
            .into_iter()
            .map(|entry| {
                let target = choices.about(entry);
                view! { <li><ToView target label=entry.name /></li> }
            })
            .collect_view()
    };
    view! {
        <nav class="related" aria-labelledby="zie-ook">
            <h2 id="zie-ook">{say(text::SEE_ALSO)}</h2>
            <ul>{links}</ul>
        </nav>
    }
}

/// An indicator without figures: what is missing, and the nearest figures that do exist.
#[component]
fn NoFigures() -> impl IntoView {
    let choices = choices();
    move || {
        let selection = choices.get();
        let language = selection.language;
        let Publication::NoFiguresYet {
            reason, nearest, ..
        } = &selection.indicator.publication
        else {
            return ().into_any();
        };
        let links = nearest
            .iter()
            .filter_map(|id| indicator::by_id(id))
            .map(|entry| {
                let (target, name) = (choices.about(entry), entry.name.get(language).into_any());
                view! { <li>{link_to(target, "utrecht-link", false, name)}</li> }
            })
            .collect_view();
        let about = ChapterKey::about(selection.indicator);
        let chapter = Selection {
            view: View::Chapters,
            chapter: Some(about),
            ..selection.clone()
        };
        let chapter_title = about.name().get(language);
        view! {
            <div class="none-yet">
                <h1 id="titel">{selection.indicator.name.get(language)}": "{text::NO_FIGURES.get(language).to_lowercase()}</h1>
                <p class="lead">{selection.indicator.definition.get(language)}</p>
                <p>{reason.get(language)}</p>
                <p><strong>{text::NEAREST.get(language)}</strong></p>
                <ul>{links}<li>{link_to(chapter, "utrecht-link", false, view! { {text::READ_CHAPTER.get(language)}": "{chapter_title} }.into_any())}</li></ul>
            </div>
        }
        .into_any()
    }
}
