//! How many figures there are, by how they were published: as counted here, and as the region's own audit says.

use leptos::prelude::*;

use super::verification::{Progress, verification};
use crate::cube::Status;
use crate::explore::context::{choices, monitor, say};
use crate::explore::parts::{Wide, sample};
use crate::release::Controle;
use crate::sentence::{self, amount, text};
use crate::vocabulary::Language;

#[component]
pub(super) fn Totals() -> impl IntoView {
    let (monitor, choices, verification) = (monitor(), choices(), verification());
    let audit = monitor.release().audit.clone();
    let has_audit = audit.is_some();
    let rows = {
        let audit = audit.clone();
        move || {
            let language = choices.language();
            let totals = match verification.get() {
                Progress::Done(findings) => Some(findings.check.totals),
                Progress::Idle | Progress::Busy { .. } => None,
            };
            let words = |number: Option<u64>| number.map(|number| amount(number, language));
            let row = |id: &'static str, label: AnyView, own: Option<usize>, said: Option<u64>| {
                view! {
                    <tr data-soort=id>
                        <th scope="row">{label}</th>
                        <td>{words(own.map(|own| own as u64))}</td>
                        {has_audit.then(|| view! { <td class="soft">{words(said)}</td> })}
                    </tr>
                }
                .into_any()
            };
            let by_status = Status::ALL.into_iter().map(|status| {
                let name = sentence::capital(sentence::mark(status).name.get(language));
                let label =
                    view! { <span class="total-label">{name}{sample(status, language)}</span> };
                row(
                    status.code(),
                    label.into_any(),
                    totals.map(|totals| totals.of(status)),
                    audit.as_ref().map(|audit| published(audit, status)),
                )
            });
            let all = row(
                "alles",
                text::ALL_FIGURES.get(language).into_any(),
                totals.map(crate::disclosure::Totals::figures),
                audit.as_ref().map(|audit| audit.cijfers),
            );
            by_status.chain([all]).collect_view()
        }
    };
    view! {
        <h3 class="table-title" id="hoeveel">{say(text::HOW_MANY)}</h3>
        <Wide>
            <table class="utrecht-table totals-table" id="totalen" aria-labelledby="hoeveel">
                <thead class="utrecht-table__header">
                    <tr>
                        <th scope="col">{say(text::KIND)}</th>
                        <th scope="col">{say(text::COUNTED_BY_YOU)}</th>
                        {has_audit.then(|| view! { <th scope="col">{say(text::ACCORDING_TO_REGION)}</th> })}
                    </tr>
                </thead>
                <tbody class="utrecht-table__body">{rows}</tbody>
            </table>
        </Wide>
        {move || audit.as_ref().map(|audit| own_check(audit, choices.language()))}
        {move || {
            let words = sentence::left_out_words(&monitor.release().region, choices.language());
            words.map(|words| view! { <p class="prose" id="weggelaten">{words}</p> })
        }}
    }
}

fn published(audit: &Controle, status: Status) -> u64 {
    match status {
        Status::Shown => audit.zichtbaar,
        Status::Hidden => audit.geheim,
        Status::SecondaryHidden => audit.secundair_geheim,
        Status::Unknown => audit.onbekend,
        Status::NotApplicable => audit.niet_van_toepassing,
        Status::StructuralZero => audit.altijd_nul,
    }
}

/// What the region's audit says of itself.
fn own_check(audit: &Controle, language: Language) -> AnyView {
    let (hidden, proved, relations) = (
        amount(audit.beschermd, language),
        amount(audit.bewezen, language),
        amount(audit.verbanden, language),
    );
    let tools = [&audit.programma, &audit.oplosser]
        .into_iter()
        .filter(|name| !name.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    let words = match (audit.bewezen == audit.beschermd, language) {
        (true, Language::Nl) => format!(
            "Voor de publicatie is van alle {hidden} beschermde cijfers bewezen dat niemand ze te nauw kan uitrekenen uit de andere cijfers van dezelfde soort en hetzelfde jaar ({tools}). Bewezen wil zeggen: er is een uitkomst gevonden waarin het cijfer laag is en een waarin het hoog is, en beide kloppen met die cijfers. De verbanden met andere soorten cijfers en andere jaren zijn daarvoor een voor een nagerekend, tot er niets meer uit volgde; er zijn {relations} verbanden. Daarna is elk beschermd cijfer nog eens gezocht met honderden cijfers eromheen tegelijk, van alle soorten en jaren. Een langere kring van verbanden is daarmee niet uitgesloten."
        ),
        (true, Language::En) => format!(
            "Before publication it was proved of all {hidden} protected figures that nobody can work them out too closely from the other figures of the same kind and year ({tools}). Proved means: an outcome was found in which the figure is low and one in which it is high, and both agree with those figures. The relations with other kinds of figures and other years were reasoned with one by one before that, until nothing followed any more; there are {relations} relations. After that every protected figure was attacked once more with hundreds of figures around it at once, of all kinds and years. A longer circle of relations is not excluded by that."
        ),
        (false, Language::Nl) => format!(
            "Voor de publicatie is van {hidden} beschermde cijfers nagegaan wat elk van {relations} verbanden met andere cijfers ervan verraadt ({tools}). Voor {proved} ervan is het bewezen met alle verbanden binnen een soort en jaar tegelijk: er is een uitkomst gevonden waarin het cijfer laag is en een waarin het hoog is, en beide kloppen met die cijfers."
        ),
        (false, Language::En) => format!(
            "Before publication it was checked of {hidden} protected figures what each of {relations} relations with other figures tells of them ({tools}). For {proved} of them it was proved with all relations within a kind and year at once: an outcome was found in which the figure is low and one in which it is high, and both agree with those figures."
        ),
    };
    let narrowest = audit.smalste.map(|width| {
        let width = sentence::figure(
            width,
            crate::indicator::Unit::Youths,
            sentence::Form::Bare,
            language,
        );
        match language {
            Language::Nl => {
                format!(" Bij elk verborgen aantal liggen de grenzen minstens {width} uit elkaar.")
            }
            Language::En => {
                format!(" For every hidden count the bounds are at least {width} apart.")
            }
        }
    });
    view! {
        <h3 class="table-title">{text::OWN_CHECK.get(language)}</h3>
        <p class="prose" id="eigen-controle">{words}{narrowest}</p>
    }
    .into_any()
}
