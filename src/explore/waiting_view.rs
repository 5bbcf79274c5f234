//! The guide to waiting times: for which care youths wait how long, in an area and at the end of a quarter.

use leptos::prelude::*;

use super::context::{Monitor, choices, monitor, say};
use super::explore_view::{Given, SaveSheet};
use super::overview::{Key, meant};
use super::parts::{
    AreaSelect, Breaks, Fetched, Goto, MarkKey, YearSelect, marked, present, sparkline,
};
use crate::answer::{
    WaitingFor, WaitingGuide, quarter_shown, quarters_asked, waiting_citation, waiting_file_name,
    waiting_finding, waiting_guide, waiting_guide_files, waiting_sheet, years_asked,
};
use crate::indicator::{Outcome, Unit, YearPoint};
use crate::release::Region;
use crate::selection::{Selection, View};
use crate::sentence::{self, text};
use crate::statistics::Trend;
use crate::vocabulary::{Bilingual, Dimension, Language};

#[component]
pub(super) fn WaitingGuideView() -> impl IntoView {
    let files = Memo::new(|_| waiting_guide_files());
    view! {
        <div class="guide">
            <h1 id="titel">{say(text::WAITING_QUESTION)}</h1>
            <Fetched files>
                <Ask />
                <Answer />
            </Fetched>
        </div>
    }
}

/// The sentence with the choices of area, quarter and year.
#[component]
fn Ask() -> impl IntoView {
    let choices = choices();
    view! {
        <p class="ask ask-small">
            <label for="kies-gebied">{say(text::I_VIEW)}{meant(text::AREA)}</label>" "
            <AreaSelect id="kies-gebied" class="inline-choice" />" "
            {move || quarter_choice(&choices.get())}
            <label for="kies-jaar">{say(text::OF)}{meant(text::YEAR)}</label>" "
            <YearSelect id="kies-jaar" class="inline-choice" />"."
        </p>
    }
}

/// A menu of the quarters that were asked; nothing in a year without any.
fn quarter_choice(selection: &Selection) -> AnyView {
    let (monitor, choices) = (monitor(), choices());
    let language = selection.language;
    let asked =
        monitor.with_store(|store, _| quarters_asked(store, selection.area, selection.year));
    let Some(shown) = quarter_shown(selection, &asked) else {
        return ().into_any();
    };
    let choose = move |code: String| {
        if let Some(member) = Dimension::Quarter.member(&code) {
            choices.go(&choices.get_untracked().narrowed(member), monitor);
        }
    };
    let options = asked
        .into_iter()
        .map(|quarter| view! { <option value=quarter.code() selected=quarter == shown>{quarter.label().get(language)}</option> })
        .collect_view();
    view! {
        <label for="kies-kwartaal">{text::AT_END_OF.get(language)}{meant(Dimension::Quarter.title())}</label>" "
        <select id="kies-kwartaal" class="inline-choice" prop:value=shown.code() on:change=move |event| choose(event_target_value(&event))>
            {options}
        </select>" "
    }
    .into_any()
}

#[component]
fn Answer() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    move || {
        let selection = choices.get();
        monitor.with_store(
            |store, region| match waiting_guide(&selection, store, region) {
                Some(guide) => {
                    view! { <Guide guide selection=selection.clone() region=region.clone() /> }
                        .into_any()
                }
                None => nothing_asked(&selection, years_asked(store)),
            },
        )
    }
}

/// What a reader sees of a year, or a release, without waiting lists.
fn nothing_asked(selection: &Selection, years: Option<(u16, u16)>) -> AnyView {
    let language = selection.language;
    let Some((first, last)) = years else {
        return view! { <p class="lead" role="status">{text::NO_WAITING_LISTS.get(language)}</p> }
            .into_any();
    };
    let year = selection.year;
    let words = match language {
        Language::Nl => format!(
            "Van {year} staan hier geen wachtlijsten. Zij zijn er van {first} tot en met {last}."
        ),
        Language::En => {
            format!("There are no waiting lists of {year} here, but of {first} to {last}.")
        }
    };
    let there = Selection {
        year: last,
        ..selection.clone()
    };
    view! {
        <p class="lead" role="status">{words}</p>
        <p><Goto to=move || there.clone()>{match language {
            Language::Nl => format!("Ga naar {last}"),
            Language::En => format!("Go to {last}"),
        }}</Goto></p>
    }
    .into_any()
}

#[component]
fn Guide(guide: WaitingGuide, selection: Selection, region: Region) -> impl IntoView {
    let language = selection.language;
    let lead = waiting_finding(&guide, &selection, &monitor().release());
    let mean_of = guide.mean_of;
    let compared = {
        let (selection, region) = (selection.clone(), region.clone());
        move || {
            let compared = selection.clone().in_view(View::Compare, &region);
            compared.about(mean_of, &region)
        }
    };
    let notices = guide.notices(&selection, &region);
    let entries = std::iter::once(&guide.all).chain(&guide.forms);
    let outcomes: Vec<_> = entries
        .flat_map(|entry| [&entry.mean, &entry.long, &entry.number, &entry.providers])
        .collect();
    let present = present(&outcomes);
    let not_asked = (!guide.not_asked.is_empty()).then(|| {
        let names: Vec<String> = guide
            .not_asked
            .iter()
            .map(|form| form.label().get(language).to_lowercase())
            .collect();
        view! { <p class="guide-note">{text::NOT_ASKED.get(language)}" "{names.join(", ")}"."</p> }
    });
    let row = |entry: &WaitingFor| row(entry, &guide, &selection, &region);
    let (few, many): (Vec<&WaitingFor>, Vec<&WaitingFor>) =
        guide.forms.iter().partition(|entry| is_few(entry));
    let few = (!few.is_empty()).then(|| too_few(&few, language));
    view! {
        <p class="lead" id="bevinding" role="status">{lead}</p>
        <p class="guide-note">{text::WAITING_COUNTED.get(language)}" "<Goto to=compared>{text::COMPARE_MUNICIPALITIES.get(language)}</Goto></p>
        <ul class="notices" aria-label=text::TO_KNOW.get(language)>{notices.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
        <section class="theme" aria-labelledby="per-soort">
            <header>
                <h2 id="per-soort">{text::BY_FORM.get(language)}</h2>
                <p>{text::WAITING_READ.get(language)}</p>
            </header>
            <Key />
            <ul class="guide-rows">
                {row(&guide.all)}
                {many.into_iter().map(row).collect_view()}
            </ul>
            {few}
            {not_asked}
            <MarkKey present=Signal::stored(present) />
        </section>
        <SaveSheet given=GUIDE />
    }
}

/// What the guide gives to be saved.
const GUIDE: Given = Given {
    made: |monitor, selection, link| {
        let (guide, release) = (guide_of(monitor, selection)?, monitor.release());
        let sheet = waiting_sheet(&guide, selection, &release, link);
        Some((waiting_file_name(&guide, selection, &release), sheet))
    },
    cited: |monitor, selection, (link, today)| {
        let (guide, release) = (guide_of(monitor, selection)?, monitor.release());
        Some(waiting_citation(&guide, selection, &release, link, today))
    },
};

fn guide_of(monitor: Monitor, selection: &Selection) -> Option<WaitingGuide> {
    let release = monitor.release();
    monitor.with_store_untracked(|store| waiting_guide(selection, store, &release.region))
}

/// Whether so few wait that nothing else can be shown of them.
fn is_few(entry: &WaitingFor) -> bool {
    matches!(
        entry.number,
        Outcome::Hidden {
            secondary: false,
            ..
        }
    )
}

/// Forms of care for which so few wait that nothing else can be shown.
fn too_few(entries: &[&WaitingFor], language: Language) -> AnyView {
    let items = entries
        .iter()
        .map(|entry| {
            let words = sentence::outcome_words(&entry.number, Unit::Youths, language);
            view! { <li data-zorgvorm=entry.form.code()><span>{entry.form.label().get(language)}</span>" "{marked(entry.number.status(), words, language)}</li> }
        })
        .collect_view();
    view! {
        <h3 class="guide-few-title">{text::TOO_FEW_WAIT.get(language)}</h3>
        <ul class="guide-few">{items}</ul>
    }
    .into_any()
}

/// A form of care with its figures, and a link to them over time.
fn row(
    entry: &WaitingFor,
    guide: &WaitingGuide,
    selection: &Selection,
    region: &Region,
) -> AnyView {
    let language = selection.language;
    let name = if entry.form.is_total() {
        text::ALL_CARE.get(language)
    } else {
        entry.form.label().get(language)
    };
    let target = Selection {
        view: View::Explore,
        ..selection.clone()
    }
    .of(guide.mean_of)
    .narrowed(entry.form);
    let known = |point: &&YearPoint| point.own.within().is_some();
    // One point or two make no line.
    let line = (entry.over_time.points.iter().filter(known).count() > 2).then(|| {
        sparkline(
            &entry.over_time,
            guide.year,
            &Breaks::of(region, selection.area),
        )
    });
    let fact = |label: Bilingual, key: &'static str, outcome: &Outcome, unit: Unit| {
        let words = sentence::outcome_words(outcome, unit, language);
        let margin = outcome.figure().map(|figure| {
            let range = sentence::range(figure.confidence, unit, language);
            view! { " "<span class="margin">"("{range}")"</span> }
        });
        // Of what a hundred are, its label says.
        let unit = outcome
            .figure()
            .filter(|_| unit != Unit::PerHundred)
            .map(|_| format!("\u{a0}{}", sentence::unit_words(unit, language)));
        let value = outcome.figure().map(|figure| figure.value.to_string());
        view! {
            <div>
                <dt>{label.get(language)}</dt>
                <dd data-cijfer=key data-waarde=value>{marked(outcome.status(), words, language)}<span class="unit">{unit}</span>{margin}</dd>
            </div>
        }
    };
    let (bold, plain) = sentence::tile_verdict(guide.mean_of, &entry.over_time, language);
    // Why there is none is the same in every row: too few youths, or too few years.
    let plain = (!matches!(entry.over_time.trend, Trend::NotTestable(_))).then_some(plain);
    let verdict = view! { <p class="verdict"><b>{bold}</b>{plain}</p> };
    view! {
        <li data-zorgvorm=entry.form.code()>
            <h3><Goto to=move || target.clone()>{name}</Goto></h3>
            <dl>
                {fact(text::WAITED_MEAN, "wacht_gemiddeld", &entry.mean, Unit::Weeks)}
                {fact(text::WAITED_LONG, "wacht_jeugdigen", &entry.long, Unit::PerHundred)}
                {fact(text::WAITING_NUMBER, "wachtenden", &entry.number, Unit::Youths)}
                <div>
                    <dt>{text::WAITING_PROVIDERS.get(language)}</dt>
                    <dd data-cijfer="wacht_aanbieders" data-waarde=entry.providers.figure().map(|figure| figure.value.to_string())>
                        {marked(entry.providers.status(), sentence::providers_words(&entry.providers, language), language)}
                    </dd>
                </div>
                <div class="over-time">
                    <dt>{text::WAITING_OVER_TIME.get(language)}</dt>
                    <dd>{line}{verdict}</dd>
                </div>
            </dl>
        </li>
    }
    .into_any()
}
