//! The choices beside the chart.

use leptos::prelude::*;

use crate::answer;
use crate::explore::context::{Monitor, choices, monitor, say};
use crate::explore::parts::{AreaSelect, YearSelect};
use crate::indicator::{self, CATALOGUE, Chapter, Indicator, Unit};
use crate::selection::{CompareAs, Selection, ShowAs, View};
use crate::sentence::{self, text};
use crate::vocabulary::{Dimension, Member};

#[component]
pub(super) fn Controls() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let form = move || choices.get().compared_as();
    // The grid shows every indicator as it is; only bars and lines draw how uncertain a figure is.
    let is_grid = Memo::new(move |_| form() == Some(CompareAs::Grid));
    let breakdowns = Memo::new(move |_| {
        if is_grid.get() {
            of_grid(&choices.get())
        } else {
            choices.get().indicator.breakdowns()
        }
    });
    // Some figures cannot be divided; of what has none there is nothing to choose.
    let has_figures =
        Memo::new(move |_| is_grid.get() || choices.get().indicator.formula().is_some());
    let can_be_divided = Memo::new(move |_| !breakdowns.get().is_empty());
    let has_breakdown = Memo::new(move |_| {
        let selection = choices.get();
        let is_split = selection.indicator.is_split();
        selection.view == View::Explore && !is_split && can_be_divided.get()
    });
    let without = Memo::new(move |_| {
        if is_grid.get() {
            Vec::new()
        } else {
            years_without(monitor, &choices.get())
        }
    });
    let has_intervals = Memo::new(move |_| form().is_none_or(|form| form == CompareAs::Bars));
    view! {
        <form id="keuzes" class="controls" on:submit=|event| event.prevent_default()>
            {move || (!is_grid.get()).then(|| view! { <IndicatorSelect /> })}
            <div class="field">
                <label class="utrecht-form-label" for="gebied">{say(text::AREA)}</label>
                <AreaSelect id="gebied" class="utrecht-select" />
            </div>
            {move || has_figures.get().then(|| view! {
                <div class="field">
                    <label class="utrecht-form-label" for="jaar">{move || if choices.get().is_of_a_year() { text::YEAR } else { text::YEAR_OF_CALCULATION }.get(choices.language())}</label>
                    <YearSelect id="jaar" class="utrecht-select" without=without />
                </div>
                {move || has_breakdown.get().then(|| view! { <Breakdown dimensions=breakdowns.get() /> })}
                {move || can_be_divided.get().then(|| view! {
                    <fieldset>
                        <legend class="utrecht-form-label">{say(text::FILTERS)}</legend>
                        {breakdowns.get().iter().map(|dimension| view! { <Filter dimension=*dimension /> }).collect_view()}
                    </fieldset>
                })}
                {move || (!is_grid.get()).then(|| view! { <ShowAsChoice /> })}
                {move || has_intervals.get().then(|| view! { <Uncertainty /> })}
            })}
        </form>
    }
}

/// The years of which the chosen topic has no figure; none while nothing of it has arrived.
fn years_without(monitor: Monitor, selection: &Selection) -> Vec<u16> {
    monitor.with_store(|store, region| {
        let with = answer::years_with_figures(selection, store, region);
        let is_without = |year: &u16| !with.is_empty() && !with.contains(year);
        region.years().filter(is_without).collect()
    })
}

/// What a grid can be narrowed by, whatever topic was chosen before: what its topics can be. Where it is narrowed by something else
/// already, all there is, so that it can be widened again.
fn of_grid(selection: &Selection) -> &'static [Dimension] {
    let shared = indicator::grid_indicators()
        .map(Indicator::breakdowns)
        .max_by_key(|dimensions| dimensions.len())
        .unwrap_or_default();
    let is_shared = |member: &Member| shared.contains(&member.dimension());
    if indicator::grid_members(&selection.members)
        .iter()
        .all(is_shared)
    {
        shared
    } else {
        &Dimension::ALL
    }
}

#[component]
fn IndicatorSelect() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let choose = move |id: String| {
        if let Some(entry) = indicator::by_id(&id) {
            let target = choices
                .get_untracked()
                .about(entry, &monitor.release().region);
            choices.go(&target, monitor);
        }
    };
    let groups = Chapter::ALL.map(|chapter| {
        let options = CATALOGUE
            .iter()
            .filter(|entry| entry.chapter == chapter)
            .map(|entry| view! { <option value=entry.id selected=move || choices.get().indicator.id == entry.id>{say(entry.name)}</option> })
            .collect_view();
        view! { <optgroup label=say(chapter.title())>{options}</optgroup> }
    });
    view! {
        <div class="field">
            <label class="utrecht-form-label" for="indicator">{say(text::INDICATOR)}</label>
            <select id="indicator" class="utrecht-select" prop:value=move || choices.get().indicator.id on:change=move |event| choose(event_target_value(&event))>
                {groups}
            </select>
        </div>
    }
}

/// One radio button; the group has the name of the key in the link.
#[component]
fn Radio(
    group: &'static str,
    value: &'static str,
    label: Signal<String>,
    checked: Signal<bool>,
    choose: Callback<()>,
) -> impl IntoView {
    let id = format!("{group}-{value}");
    let target = id.clone();
    view! {
        <div class="radio">
            <input id=id type="radio" name=group value=value prop:checked=checked on:change=move |_| choose.run(()) />
            <label for=target>{label}</label>
        </div>
    }
}

#[component]
fn Breakdown(dimensions: &'static [Dimension]) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    // Of a whole with its parts, the parts are shown until one of them is chosen.
    let is_offered = move |dimension: Option<Dimension>| {
        let selection = choices.get();
        match selection.indicator.composed_over() {
            Some((over, _)) => dimension == Some(over) || !selection.member(over).is_total(),
            None => true,
        }
    };
    // One choice alone is none.
    let has_choice = Memo::new(move |_| {
        let all = std::iter::once(None).chain(dimensions.iter().copied().map(Some));
        all.filter(|dimension| is_offered(*dimension)).count() > 1
    });
    let option = move |dimension: Option<Dimension>| {
        let title = dimension.map_or(text::NO_BREAKDOWN, Dimension::title);
        // Made anew only when it changes: a button that is replaced loses the focus.
        let offered = Memo::new(move |_| is_offered(dimension));
        move || {
            offered.get().then(|| view! {
            <Radio
                group="verdeling"
                value=dimension.map_or("geen", Dimension::code)
                label=Signal::derive(move || title.get(choices.language()).to_owned())
                checked=Signal::derive(move || choices.get().breakdown == dimension)
                choose=Callback::new(move |()| choices.go(&choices.get_untracked().broken_down(dimension), monitor))
            />
        })
        }
    };
    view! {
        <fieldset hidden=move || !has_choice.get()>
            <legend class="utrecht-form-label">{say(text::BREAKDOWN)}</legend>
            {option(None)}
            {dimensions.iter().map(|dimension| option(Some(*dimension))).collect_view()}
        </fieldset>
    }
}

#[component]
fn Filter(dimension: Dimension) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let choose = move |code: String| {
        if let Some(member) = dimension.member(&code) {
            choices.go(&choices.get_untracked().narrowed(member), monitor);
        }
    };
    // Compared, a whole is shown by one of its parts: all of it is always 100.
    let says_nothing = move |member: Member| {
        let selection = choices.get();
        let over = selection.indicator.composed_over().map(|(over, _)| over);
        member.is_total() && selection.view == View::Compare && over == Some(dimension)
    };
    let options = dimension
        .iter()
        .map(|member| {
            let indent = if member.parent().is_some_and(|parent| !parent.is_total()) {
                "\u{2003}"
            } else {
                ""
            };
            view! {
                <option
                    value=member.code()
                    selected=move || choices.get().member(dimension) == member
                    hidden=move || says_nothing(member)
                    disabled=move || says_nothing(member)
                >
                    {move || format!("{indent}{}", member.label().get(choices.language()))}
                </option>
            }
        })
        .collect_view();
    let id = format!("filter-{}", dimension.code());
    let target = id.clone();
    view! {
        <div class="field small">
            <label for=target>{say(dimension.title())}</label>
            <select id=id class="utrecht-select" prop:value=move || choices.get().member(dimension).code() on:change=move |event| choose(event_target_value(&event))>
                {options}
            </select>
        </div>
    }
}

#[component]
fn ShowAsChoice() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let has_count = Memo::new(move |_| choices.get().indicator.has_count());
    let option = move |show_as: ShowAs, value: &'static str| {
        let label = Signal::derive(move || {
            let selection = choices.get();
            match show_as {
                ShowAs::Count if selection.indicator.counted().unit == Unit::Euro => {
                    text::AS_AMOUNT.get(selection.language).to_owned()
                }
                ShowAs::Count => text::AS_COUNT.get(selection.language).to_owned(),
                ShowAs::Figure => {
                    sentence::capital(&sentence::unit_of(selection.indicator, selection.language))
                }
            }
        });
        view! {
            <Radio
                group="toon"
                value
                label
                checked=Signal::derive(move || choices.get().show_as == show_as)
                choose=Callback::new(move |()| choices.go(&Selection { show_as, ..choices.get_untracked() }, monitor))
            />
        }
    };
    move || {
        has_count.get().then(|| {
            view! {
                <fieldset>
                    <legend class="utrecht-form-label">{say(text::SHOW_AS)}</legend>
                    {option(ShowAs::Figure, "cijfer")}
                    {option(ShowAs::Count, "aantal")}
                </fieldset>
            }
        })
    }
}

#[component]
fn Uncertainty() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    view! {
        <div class="radio">
            <input
                id="onzekerheid"
                type="checkbox"
                prop:checked=move || choices.get().uncertainty
                on:change=move |event| choices.go(&Selection { uncertainty: event_target_checked(&event), ..choices.get_untracked() }, monitor)
            />
            <label for="onzekerheid">{say(text::UNCERTAINTY)}</label>
        </div>
    }
}
