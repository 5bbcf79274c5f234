//! The rules by which figures are hidden and rounded, with the numbers of this release.

use leptos::prelude::*;

use crate::explore::context::{choices, monitor, say};
use crate::release::Policy;
use crate::sentence::{amount, text};
use crate::vocabulary::Language;

#[component]
pub(super) fn Protection() -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let rules = move || {
        let language = choices.language();
        let entries = match language {
            Language::Nl => dutch(monitor.release().region.policy()),
            Language::En => english(monitor.release().region.policy()),
        };
        entries
            .into_iter()
            .map(|(number, words)| view! { <li><b class="big">{number}</b><span>{words}</span></li> })
            .collect_view()
    };
    view! {
        <section class="theme" aria-labelledby="bescherming">
            <header><h2 id="bescherming">{say(text::HOW_PROTECTED)}</h2></header>
            <ul class="rules">{rules}</ul>
        </section>
    }
}

fn dutch(policy: &Policy) -> Vec<(String, String)> {
    let Policy {
        drempel,
        breedte,
        afronding_aantal,
        groep_aandeel,
        grootste_aandeel,
        p_procent,
        breedte_bedrag,
        ..
    } = policy;
    let euro = amount(u64::from(policy.afronding_euro), Language::Nl);
    let days = amount(u64::from(policy.afronding_dagen), Language::Nl);
    vec![
        (
            format!("{drempel}"),
            format!(
                "Gaat een getal over minder dan {drempel} jeugdigen, dan is het verborgen: u leest dan alleen tussen welke twee grenzen het ligt. Ook het bedrag en de dagen van die jeugdigen zijn dan verborgen."
            ),
        ),
        (
            format!("{afronding_aantal}"),
            format!(
                "Aantallen zijn afgerond op een veelvoud van {afronding_aantal}, bedragen op {euro} euro en dagen op {days}."
            ),
        ),
        (
            format!("{groep_aandeel}\u{a0}%"),
            format!(
                "Komt iets voor bij meer dan {groep_aandeel} van elke 100 jeugdigen in een groep, dan is dat aantal ook verborgen. Anders weet u het van bijna iedereen."
            ),
        ),
        (
            format!("{grootste_aandeel}\u{a0}%"),
            format!(
                "Hoort meer dan {grootste_aandeel}\u{a0}% van een bedrag bij één jeugdige of één aanbieder, dan is het verborgen. En niemand mag het bedrag van een ander tot op {p_procent}\u{a0}% kunnen schatten."
            ),
        ),
        (
            format!("{breedte}"),
            format!(
                "Van een verborgen aantal kan niemand meer te weten komen dan twee grenzen, met minstens {breedte} ertussen. Bij een bedrag is dat minstens {breedte_bedrag}\u{a0}% van het bedrag. Waar nodig zijn daarvoor ook grotere getallen verborgen."
            ),
        ),
    ]
}

fn english(policy: &Policy) -> Vec<(String, String)> {
    let Policy {
        drempel,
        breedte,
        afronding_aantal,
        groep_aandeel,
        grootste_aandeel,
        p_procent,
        breedte_bedrag,
        ..
    } = policy;
    let euro = amount(u64::from(policy.afronding_euro), Language::En);
    let days = amount(u64::from(policy.afronding_dagen), Language::En);
    vec![
        (
            format!("{drempel}"),
            format!(
                "A number about fewer than {drempel} youths is hidden: you then only read between which two bounds it lies. So are the cost and the days of those youths."
            ),
        ),
        (
            format!("{afronding_aantal}"),
            format!(
                "Counts are rounded to a multiple of {afronding_aantal}, amounts to {euro} euros and days to {days}."
            ),
        ),
        (
            format!("{groep_aandeel}%"),
            format!(
                "If something holds for more than {groep_aandeel} of every 100 youths in a group, that count is hidden too. Otherwise you would know it of nearly everybody."
            ),
        ),
        (
            format!("{grootste_aandeel}%"),
            format!(
                "If over {grootste_aandeel}% of an amount belongs to one youth or one provider, it is hidden. And nobody may be able to estimate the amount of another to within {p_procent}%."
            ),
        ),
        (
            format!("{breedte}"),
            format!(
                "Nobody can learn more of a hidden count than two bounds, at least {breedte} apart. For an amount that is at least {breedte_bedrag}% of it. Where needed, larger numbers are hidden for that too."
            ),
        ),
    ]
}
