//! What each indicator means and how it is calculated, with an example worked by hand. All of it comes from the catalogue.

use leptos::prelude::*;

use super::context::{choices, monitor, say};
use super::parts::{ToView, agreed_durations, plain_table};
use crate::indicator::{self, CATALOGUE, Chapter, Indicator, Polarity, Publication};
use crate::search::TERMS;
use crate::selection::Selection;
use crate::sentence::{self, Worked, text};
use crate::vocabulary::{Bilingual, Dimension, Language};

/// The definitions: all names by chapter, and one of them in full.
#[component]
pub(super) fn Definitions() -> impl IntoView {
    let choices = choices();
    let chapters = move || {
        let selection = choices.get();
        Chapter::ALL.map(|chapter| {
            let items = CATALOGUE
                .iter()
                .filter(|entry| entry.chapter == chapter)
                .map(|entry| {
                    let is_shown = entry.id == selection.indicator.id;
                    let target = choices.about(entry);
                    view! { <li aria-current=is_shown.then_some("true")><ToView target label=entry.name /></li> }
                })
                .collect_view();
            view! {
                <section>
                    <h2>{chapter.title().get(selection.language)}</h2>
                    <ul>{items}</ul>
                </section>
            }
        })
    };
    view! {
        <div class="account definitions">
            <h1 id="titel">{say(text::DEFINITIONS)}</h1>
            <p class="lead">{say(text::DEFINITIONS_LEAD)}</p>
            {move || view! { <Definition selection=choices.get() /> }}
            <section class="theme" aria-labelledby="begrippen">
                <header><h2 id="begrippen">{say(text::TERMS)}</h2></header>
                <dl>{move || TERMS.iter().map(|term| fact(term.name, term.meaning.get(choices.language()).to_owned(), choices.language())).collect_view()}</dl>
            </section>
            <nav aria-label=say(text::DEFINITIONS)>{chapters}</nav>
        </div>
    }
}

#[component]
fn Definition(selection: Selection) -> impl IntoView {
    let entry = selection.indicator;
    let language = selection.language;
    let choices = choices();
    let target = choices.exploring(entry);
    let link = matches!(entry.publication, Publication::Published { .. })
        .then(|| view! { <p><ToView target label=text::SEE_FIGURES /></p> });
    view! {
        <section class="theme" id="definitie" data-indicator=entry.id aria-labelledby="definitie-titel">
            <header><h2 id="definitie-titel">{entry.name.get(language)}</h2></header>
            <p class="lead">{entry.definition.get(language)}</p>
            {link}
            <dl>{facts(entry, &selection)}</dl>
            {agreed_durations(entry, language)}
            {example(entry, language)}
        </section>
    }
}

/// Calculation, source, breakdowns, margin, breaks, polarity and status; or what is missing and what comes nearest.
fn facts(entry: &'static Indicator, selection: &Selection) -> AnyView {
    let language = selection.language;
    match entry.publication {
        Publication::NoFiguresYet {
            in_development,
            reason,
            nearest,
        } => {
            let status = if in_development {
                text::IN_DEVELOPMENT
            } else {
                text::NO_FIGURES
            };
            let nearest: Vec<&'static Indicator> = nearest
                .iter()
                .filter_map(|id| indicator::by_id(id))
                .collect();
            let links = nearest
                .into_iter()
                .map(|near| {
                    let target = selection.clone().of(near);
                    view! { <li><ToView target label=near.name /></li> }
                })
                .collect_view();
            view! {
                {fact(text::STATUS, status.get(language).to_lowercase(), language)}
                {fact(text::MISSING, reason.get(language).to_owned(), language)}
                <dt>{text::NEAREST.get(language).trim_end_matches(':')}</dt><dd><ul>{links}</ul></dd>
            }
            .into_any()
        }
        Publication::Published {
            formula,
            breakdowns,
            ..
        } => {
            let mut tables: Vec<&str> = formula
                .operands()
                .map(|operand| operand.measure.table().title().get(language))
                .collect();
            tables.sort_unstable();
            tables.dedup();
            let titles: Vec<String> = breakdowns
                .iter()
                .map(|dimension: &Dimension| dimension.title().get(language).to_lowercase())
                .collect();
            let better = match entry.polarity {
                Polarity::LowerIsBetter => text::LOWER_IS_BETTER,
                Polarity::HigherIsBetter => text::HIGHER_IS_BETTER,
                Polarity::NoJudgement => text::NO_JUDGEMENT,
            };
            let status = if entry.is_of_outcomes() {
                text::PUBLISHED_IN_DEVELOPMENT
            } else {
                text::PUBLISHED
            };
            let release = monitor().release();
            let breaks: Vec<String> = release
                .region
                .breaks_in(release.region.whole())
                .map(|entry| format!("{}: {}", entry.from, entry.short.get(language)))
                .collect();
            view! {
                {fact(text::FORMULA, sentence::formula_words(formula, language), language)}
                {fact(text::FROM, tables.join(", "), language)}
                {(!titles.is_empty()).then(|| fact(text::DIVIDED_BY, titles.join(", "), language))}
                {fact(text::MARGIN, sentence::margin_words(formula, language).to_owned(), language)}
                {(!breaks.is_empty()).then(|| fact(text::BREAKS, breaks.join("; "), language))}
                {fact(text::BETTER, better.get(language).to_owned(), language)}
                {fact(text::STATUS, status.get(language).to_owned(), language)}
            }
            .into_any()
        }
    }
}

fn fact(label: Bilingual, words: String, language: Language) -> impl IntoView {
    view! { <dt>{label.get(language)}</dt><dd>{words}</dd> }
}

fn example(entry: &'static Indicator, language: Language) -> Option<AnyView> {
    let Publication::Published {
        formula, example, ..
    } = entry.publication
    else {
        return None;
    };
    let Worked {
        header,
        rows,
        sums,
        arithmetic,
    } = sentence::worked(entry, formula, example, language);
    let sums = sums.map(|sums| (text::SUM.get(language).to_owned(), sums));
    let rows = rows.into_iter().chain(sums).collect();
    let title = text::EXAMPLE.get(language);
    Some(
        view! {
            <h3>{title}</h3>
            {plain_table("voorbeeld", title, header, rows)}
            <p class="formula">{arithmetic}</p>
        }
        .into_any(),
    )
}
