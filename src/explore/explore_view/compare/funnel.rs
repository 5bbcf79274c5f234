//! Figure against size, with the limits of chance, and the same as a table.

use leptos::prelude::*;

use super::super::{Notices, Save};
use super::YearHint;
use crate::answer::Answer;
use crate::explore::chart::{Chart, ChartTexts, Drawing};
use crate::explore::context::{choices, monitor, say};
use crate::explore::parts::{Wide, link_to};
use crate::indicator::{Comparison, Funnel, FunnelPoint, Indicator, NoFunnel, funnel};
use crate::selection::{CompareAs, Selection};
use crate::sentence::{self, Place, text};

/// What was compared, as a funnel.
fn computed(found: &Answer, year: u16) -> Option<(Indicator, Result<Funnel, NoFunnel>, String)> {
    let Answer::Rows {
        shown,
        comparison: Some(comparison),
        ..
    } = found
    else {
        return None;
    };
    let answer = funnel(shown, comparison, year);
    Some((**shown, answer, size_title(comparison)))
}

/// What the size of a municipality counts.
fn size_title(comparison: &Comparison) -> String {
    let language = choices().language();
    let figure = comparison
        .municipalities
        .iter()
        .find_map(|of| of.own.figure());
    figure
        .and_then(|figure| figure.denominator.as_ref())
        .map_or(text::SIZE.get(language).to_owned(), |size| {
            sentence::counted_words(size, language)
        })
}

/// The funnel, or why there is none.
#[component]
pub(in crate::explore::explore_view) fn FunnelFigure(found: Memo<Answer>) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let state = Memo::new(move |_| {
        let year = choices.get().year;
        found.with(|found| computed(found, year))
    });
    let texts = Memo::new(move |_| {
        let selection = choices.get();
        let (title, remark) = state.with(|state| match state {
            Some((shown, Ok(funnel), _)) => (
                sentence::funnel_headline(
                    shown,
                    funnel,
                    selection.year,
                    &selection.members,
                    selection.language,
                ),
                sentence::funnel_remark(funnel, &monitor.release().region, selection.language),
            ),
            _ => Default::default(),
        });
        ChartTexts::new(&title, &format!("{title}. {remark}"))
    });
    let drawing = Memo::new(move |_| {
        let selection = choices.get();
        state.with(|state| match state {
            Some((shown, Ok(funnel), size)) => {
                let release = monitor.release();
                Drawing::empty(&selection)
                    .of(&sentence::unit_of(shown, selection.language), shown, true)
                    .with_funnel(funnel, &release.region, selection.area, size.clone())
            }
            _ => Drawing::empty(&selection),
        })
    });
    let refusal = Memo::new(move |_| {
        state.with(|state| match state {
            Some((_, Err(reason), _)) => Some(*reason),
            _ => None,
        })
    });
    move || {
        if let Some(reason) = refusal.get() {
            view! { <NoFunnelHere reason /> }.into_any()
        } else {
            let remark = move || {
                let language = choices.language();
                let remark = state.with(|state| match state {
                    Some((_, Ok(funnel), _)) => {
                        sentence::funnel_remark(funnel, &monitor.release().region, language)
                    }
                    _ => String::new(),
                });
                match found.with(|found| found.coverage(language)) {
                    Some(coverage) => format!("{remark} {coverage}"),
                    None => remark,
                }
            };
            let axes = move || {
                let language = choices.language();
                state.with(|state| match state {
                    Some((shown, Ok(_), size)) => sentence::funnel_axes(shown, size, language),
                    _ => String::new(),
                })
            };
            let own = move || {
                let selection = choices.get();
                found
                    .with(|found| found.no_standing(&selection, &monitor.release().region))
                    .unwrap_or_default()
            };
            view! {
                <figure class="figure">
                    <h1 id="titel"><span role="status">{move || texts.with(|texts| texts.title().to_owned())}</span></h1>
                    <Notices found />
                    <p class="sub">{own}" "{axes}</p>
                    <p class="sub" id="toets">{remark}</p>
                    <YearHint />
                    <Chart texts drawing />
                    <figcaption>{say(text::FUNNEL_NOTE)}{move || drawing.with(Drawing::begins_above_zero).then(|| format!(" {}", text::NOT_FROM_ZERO.get(choices.language())))}</figcaption>
                </figure>
                <Save found texts drawing />
                {move || state.with(|state| match state {
                    Some((shown, Ok(funnel), size)) => table(shown, funnel, size),
                    _ => ().into_any(),
                })}
            }
            .into_any()
        }
    }
}

#[component]
fn NoFunnelHere(reason: NoFunnel) -> impl IntoView {
    let choices = choices();
    move || {
        let selection = choices.get();
        let language = selection.language;
        let name = sentence::capital(selection.indicator.name.get(language));
        let to_bars = Selection {
            compare_as: CompareAs::Bars,
            ..selection
        };
        let link = link_to(
            to_bars,
            "utrecht-link",
            false,
            text::AS_BARS.get(language).into_any(),
        );
        view! {
            <section class="figure">
                <h1 id="titel">{name}</h1>
                <div class="trouble calm"><p id="toets">{sentence::no_funnel(reason, language)}</p><p>{link}</p></div>
                <YearHint />
            </section>
        }
    }
}

fn table(shown: &Indicator, funnel: &Funnel, size: &str) -> AnyView {
    let (release, selection) = (monitor().release(), choices().get());
    let (language, members) = (selection.language, selection.members);
    let unit = shown.unit;
    let row = |point: &FunnelPoint| {
        let name = Place::of(&release.region, point.area).name.to_owned();
        let shown_size = sentence::figure(
            point.size,
            crate::indicator::Unit::Youths,
            sentence::Form::Bare,
            language,
        );
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td data-kolom="eigen" data-waarde=point.value.to_string()>{sentence::figure(point.value, unit, sentence::Form::Bare, language)}</td>
                <td data-kolom="grootte" data-waarde=point.size.to_string()>{shown_size}</td>
                <td class="soft range">{sentence::range(point.limits.inner, unit, language)}</td>
                <td class="soft range">{sentence::range(point.limits.outer, unit, language)}</td>
                <td>{sentence::standing_words(point, language)}</td>
            </tr>
        }
        .into_any()
    };
    let body: Vec<AnyView> = funnel.points.iter().map(row).collect();
    let (name, size) = (
        sentence::figure_title(shown, &members, language),
        sentence::capital(size),
    );
    let caption = format!(
        "{} ({})",
        text::SAME_FIGURES.get(language),
        sentence::table_unit_of(shown, language)
    );
    view! {
        <h2 class="table-title" id="tabel-titel">{caption}</h2>
        <p class="cue">{say(text::MORE_TO_THE_RIGHT)}</p>
        <Wide>
            <table class="utrecht-table" id="tabel" aria-labelledby="tabel-titel">
                <thead class="utrecht-table__header">
                    <tr>
                        <th scope="col">{text::MUNICIPALITY_GROUP.get(language)}</th>
                        <th scope="col">{name}</th>
                        <th scope="col">{size}</th>
                        <th scope="col">{text::INNER_LIMITS.get(language)}</th>
                        <th scope="col">{text::OUTER_LIMITS.get(language)}</th>
                        <th scope="col">{text::IN_FUNNEL.get(language)}</th>
                    </tr>
                </thead>
                <tbody class="utrecht-table__body">{body}</tbody>
            </table>
        </Wide>
    }
    .into_any()
}
