//! The frame of every page: header, notices, the chosen view, footer; and what is shown while or instead of loading.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::appearance;
use super::context::{Choices, Monitor, choices, monitor, say};
use super::fetch;
use super::pages::Pages;
use super::parts::Goto;
use super::search_view::SearchField;
use crate::indicator::Indicator;
use crate::release::{Release, ReleaseError};
use crate::selection::{ChapterKey, Problem, ProblemKind, Selection, View};
use crate::sentence::{self, text};
use crate::vocabulary::{Bilingual, Language};

/// Fetches the release, then shows the monitor or says why not.
#[component]
pub(super) fn App(pages: Pages, taking_over: bool) -> impl IntoView {
    let attempt = RwSignal::new(0_u32);
    let release = LocalResource::new(move || {
        attempt.track();
        fetch::release()
    });
    move || match release.get() {
        None => view! { <Waiting /> }.into_any(),
        Some(Ok(release)) => view! { <Loaded release pages taking_over /> }.into_any(),
        Some(Err(error)) => view! { <Refused error attempt /> }.into_any(),
    }
}

#[component]
fn Waiting() -> impl IntoView {
    let text = text::LOADING.get(address_language());
    view! { <main class="page"><p class="waiting" role="status">{text}</p></main> }
}

#[component]
fn Refused(error: ReleaseError, attempt: RwSignal<u32>) -> impl IntoView {
    let language = address_language();
    view! {
        <main class="page" id="inhoud" lang=language.code()>
            <section class="trouble" role="alert">
                <h1>{text::SOMETHING_WRONG.get(language)}</h1>
                <p>{error.sentence(language)}</p>
                <button type="button" class="utrecht-button utrecht-button--primary-action" on:click=move |_| attempt.update(|count| *count += 1)>
                    {text::TRY_AGAIN.get(language)}
                </button>
            </section>
        </main>
    }
}

/// The language of the link, for when there is no release to read the rest of it with.
fn address_language() -> Language {
    let query = web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default();
    if query.contains("taal=en") {
        Language::En
    } else {
        Language::Nl
    }
}

#[component]
fn Loaded(release: Release, pages: Pages, taking_over: bool) -> impl IntoView {
    let synthetic = release.synthetic;
    let monitor = Monitor::provide(release);
    let choices = Choices::provide(monitor);
    (pages.provide)();
    appearance::follow(choices, monitor);
    let shown_view = Memo::new(move |_| choices.get().view);
    // The page's language and title follow the choices: an effect, for they stand outside the app.
    Effect::new(move |_| describe_page(&choices.get(), monitor));
    if taking_over {
        // When the page is about to be laid out: to focus is to lay out what is there.
        Effect::new(|_| request_animation_frame(stay_in_menu));
    }
    view! {
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">{say(text::SKIP)}</a>
        <Header />
        {synthetic.then(|| view! {
            <section class="notice" aria-label=say(text::SYNTHETIC)><p class="page"><strong>{say(text::SYNTHETIC)}</strong>" "{say(text::SYNTHETIC_MORE)}</p></section>
        })}
        <main class="page" id="inhoud" tabindex="-1">
            <Problems />
            {move || (pages.show)(shown_view.get())}
        </main>
        <Footer />
    }
}

/// Whoever was in the menu of the app that was here before is there still.
fn stay_in_menu() {
    let place: Option<HtmlElement> = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("nav [aria-current], #zoek").ok()?)
        .and_then(|found| found.dyn_into().ok());
    if let Some(place) = place {
        let _ = place.focus();
    }
}

fn describe_page(selection: &Selection, monitor: Monitor) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let language = selection.language;
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", language.code());
    }
    let release = monitor.release();
    let what = match selection.view {
        View::Overview => text::OVERVIEW.get(language),
        View::Explore | View::Compare => selection.indicator.name.get(language),
        View::Accountability => text::ACCOUNTABILITY.get(language),
        View::Definitions => text::DEFINITIONS.get(language),
        View::Chapters => selection
            .chapter
            .map_or(text::CHAPTERS, ChapterKey::name)
            .get(language),
        View::WaitingGuide => text::WAITING_GUIDE.get(language),
        View::Search => text::SEARCH.get(language),
    };
    let area = &release.region.area(selection.area).name;
    // Two pages about one topic have two titles.
    let page = match selection.view {
        View::Compare => format!("{}: ", text::COMPARE.get(language)),
        _ => String::new(),
    };
    document.set_title(&format!(
        "{page}{what}, {area} \u{2013} {}",
        text::SITE.get(language)
    ));
}

#[component]
fn Header() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let region = monitor.release().region.name().to_owned();
    let home = move || {
        let selection = choices.get();
        monitor.link(&selection.home(&monitor.release().region))
    };
    // The members of an indicator are not those of a cell to work on, nor the other way round.
    let to_view = move |view: View| {
        let selection = choices.get();
        let of_indicator = |view| matches!(view, View::Explore | View::Compare);
        let members =
            if selection.view == view || (of_indicator(selection.view) && of_indicator(view)) {
                selection.members.clone()
            } else {
                Vec::new()
            };
        Selection {
            members,
            // The menu leads to the list of chapters, also from one of them.
            chapter: None,
            ..selection.in_view(view, &monitor.release().region)
        }
    };
    let other_language = move || {
        let selection = choices.get();
        let language = if selection.language == Language::Nl {
            Language::En
        } else {
            Language::Nl
        };
        Selection {
            language,
            ..selection
        }
    };
    view! {
        <header class="bar">
            <div class="page">
                <a class="brand" href=home>{say(text::SITE)}<small>{region}</small></a>
                <nav aria-label=say(text::MENU)>
                    <ViewLink view=View::Overview label=text::OVERVIEW to_view />
                    <ViewLink view=View::Explore label=text::EXPLORE to_view />
                    <ViewLink view=View::Compare label=text::COMPARE to_view />
                    <ViewLink view=View::WaitingGuide label=text::WAITING_TIMES to_view />
                    <ViewLink view=View::Chapters label=text::CHAPTERS to_view />
                    <ViewLink view=View::Accountability label=text::ACCOUNTABILITY to_view />
                </nav>
                <SearchField />
                <a
                    class="utrecht-link language"
                    href=move || monitor.link(&other_language())
                    lang=move || other_language().language.code()
                    hreflang=move || other_language().language.code()
                    on:click=move |event| {
                        if super::parts::is_plain_click(&event) {
                            event.prevent_default();
                            choices.go(&other_language(), monitor);
                        }
                    }
                >{say(text::OTHER_LANGUAGE)}</a>
            </div>
        </header>
    }
}

#[component]
fn ViewLink(
    view: View,
    label: crate::vocabulary::Bilingual,
    to_view: impl Fn(View) -> Selection + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    view! {
        <a
            href=move || monitor.link(&to_view(view))
            aria-current=move || (choices.get().view == view).then_some("page")
            on:click=move |event| {
                if super::parts::is_plain_click(&event) {
                    event.prevent_default();
                    choices.go(&to_view(view), monitor);
                }
            }
        >{say(label)}</a>
    }
}

/// What in the link could not be followed.
#[component]
fn Problems() -> impl IntoView {
    let choices = choices();
    move || {
        let mut problems = choices.problems();
        problems.dedup();
        problems.truncate(5);
        (!problems.is_empty()).then(|| {
            let language = choices.language();
            view! {
                <div class="problems" role="alert">
                    <p><strong>{text::LINK_PROBLEM.get(language)}</strong></p>
                    <ul>{problems.into_iter().map(|problem| view! { <li>{problem_words(&problem, choices.get().indicator, language)}</li> }).collect_view()}</ul>
                    <p>{text::LINK_PROBLEM_MORE.get(language)}</p>
                </div>
            }
        })
    }
}

fn problem_words(problem: &Problem, indicator: &Indicator, language: Language) -> String {
    let Problem { key, value, kind } = problem;
    let name = indicator.name.get(language);
    let lower = |words: Bilingual| words.get(language).to_lowercase();
    match (*kind, language) {
        (ProblemKind::Unknown, _) => {}
        (ProblemKind::CannotBeDivided(by), Language::Nl) => {
            return format!("“{name}” is niet te verdelen naar {}.", lower(by.title()));
        }
        (ProblemKind::CannotBeDivided(by), Language::En) => {
            return format!("“{name}” cannot be divided by {}.", lower(by.title()));
        }
        (ProblemKind::CannotBeNarrowed(part), Language::Nl) => {
            return format!(
                "“{name}” is niet te zien voor alleen {}.",
                lower(part.label())
            );
        }
        (ProblemKind::CannotBeNarrowed(part), Language::En) => {
            return format!("“{name}” cannot be seen for {} only.", lower(part.label()));
        }
    }
    let value: String = value.chars().take(60).collect();
    // The screen has another word than the link.
    let key = match (*key, language) {
        ("indicator", Language::Nl) => "onderwerp",
        ("indicator", Language::En) => "topic",
        (key, _) => key,
    };
    match language {
        Language::Nl => format!("“{value}” bestaat niet als {key}."),
        Language::En => format!("“{value}” does not exist as {key}."),
    }
}

#[component]
fn Footer() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let source = move || {
        let (language, release) = (choices.language(), monitor.release());
        let date = sentence::date(&release.reference_date, language);
        match language {
            Language::Nl => format!("Bron: publicatie {}, gegevens tot {date}.", release.id),
            Language::En => format!("Source: publication {}, data up to {date}.", release.id),
        }
    };
    let definitions = move || Selection {
        view: View::Definitions,
        ..choices.get()
    };
    view! {
        <footer class="foot">
            <div class="page">
                <p>{source}" "<a class="utrecht-link" href="data/datapackage.json">{say(text::DATA)}</a>". "<Goto to=definitions>{say(text::DEFINITIONS_OF_ALL)}</Goto>"."</p>
                <p>{say(text::COMPUTED_HERE)}</p>
                <appearance::Themes />
            </div>
        </footer>
    }
}
