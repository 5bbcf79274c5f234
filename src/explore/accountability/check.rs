//! The check that a reader does herself: one button, then every rule with its outcome, and how many figures there are.

use leptos::prelude::*;

use super::published::Totals;
use super::verification::{Findings, Progress, verification};
use crate::disclosure::{Breach, Rule, RuleResult};
use crate::explore::context::{choices, monitor, say};
use crate::explore::parts::Wide;
use crate::release::Region;
use crate::sentence::{self, Place, amount, text};
use crate::vocabulary::Language;

#[component]
pub(super) fn CheckYourself() -> impl IntoView {
    view! {
        <section class="theme" aria-labelledby="controle">
            <header>
                <h2 id="controle">{say(text::CHECK_YOURSELF)}</h2>
                <p>{say(text::CHECK_EXPLAINED)}</p>
            </header>
            <CheckButton id="controleer" />
            <State />
            <Results />
            <Totals />
        </section>
    }
}

/// Fetches and checks everything; says how much that is.
#[component]
pub(super) fn CheckButton(id: &'static str) -> impl IntoView {
    let (monitor, choices, verification) = (monitor(), choices(), verification());
    let label = move || {
        let language = choices.language();
        let bytes: u64 = monitor
            .release()
            .resources()
            .iter()
            .map(|resource| resource.bytes)
            .sum();
        let size = sentence::megabytes(bytes, language);
        let files = monitor.release().resources().len();
        match (verification.get(), language) {
            (Progress::Done(_), Language::Nl) => "Controleer nog eens".to_owned(),
            (Progress::Done(_), Language::En) => "Check once more".to_owned(),
            (_, Language::Nl) => format!("Haal {files} bestanden op ({size}) en controleer"),
            (_, Language::En) => format!("Fetch {files} files ({size}) and check"),
        }
    };
    view! {
        <button
            type="button"
            id=id
            class="utrecht-button utrecht-button--primary-action"
            aria-disabled=move || verification.is_busy().to_string()
            on:click=move |_| verification.start(monitor)
        >{label}</button>
    }
}

/// How far it is, and how it ended; read out when it changes.
#[component]
fn State() -> impl IntoView {
    let (choices, verification) = (choices(), verification());
    let words = move || {
        let language = choices.language();
        match (verification.get(), language) {
            (Progress::Idle, _) => String::new(),
            (Progress::Busy { done, of }, Language::Nl) => {
                format!("Bezig: {done} van de {of} bestanden.")
            }
            (Progress::Busy { done, of }, Language::En) => {
                format!("Working: {done} of {of} files.")
            }
            (Progress::Done(findings), _) => ending(&findings, language),
        }
    };
    let value = move || match verification.get() {
        Progress::Busy { done, of } => done as f64 / of.max(1) as f64,
        Progress::Idle => 0.0,
        Progress::Done(_) => 1.0,
    };
    let state = move || match verification.get() {
        Progress::Idle => "rust",
        Progress::Busy { .. } => "bezig",
        Progress::Done(findings) if findings.is_clean() => "in-orde",
        Progress::Done(findings) if findings.refused.is_empty() && findings.check.is_clean() => {
            "onvolledig"
        }
        Progress::Done(_) => "fout",
    };
    view! {
        <div class="check-state" id="controle-stand" data-staat=state>
            <progress max="1" prop:value=value aria-hidden="true"></progress>
            <p role="status">{words}</p>
        </div>
    }
}

fn ending(findings: &Findings, language: Language) -> String {
    let figures = amount(findings.check.totals.figures() as u64, language);
    let broken = findings
        .check
        .rules
        .iter()
        .filter(|result| result.broken > 0)
        .count()
        + usize::from(!findings.refused.is_empty());
    let absent = findings.absent.len();
    if absent > 0 && broken == 0 {
        let of = findings.files + absent;
        return match language {
            Language::Nl => format!(
                "Niet alles is nagekeken: {absent} van de {of} bestanden kwamen niet aan. Kijk of u internet hebt, en controleer nog eens."
            ),
            Language::En => format!(
                "Not everything was checked: {absent} of {of} files did not arrive. See whether you are online, and check once more."
            ),
        };
    }
    match (language, broken) {
        (Language::Nl, 0) => {
            format!("Alles is in orde: {} bestanden en {figures} cijfers nagekeken.", findings.files)
        }
        (Language::En, 0) => {
            format!("All is in order: {} files and {figures} figures checked.", findings.files)
        }
        (Language::Nl, 1) => "Er is iets fout: één regel klopt niet. Hieronder staat waar. Waarschuw de beheerder van deze site.".to_owned(),
        (Language::En, 1) => "Something is wrong: one rule is broken. Below you see where. Tell the owner of this site.".to_owned(),
        (Language::Nl, broken) => format!("Er is iets fout: {broken} regels kloppen niet. Hieronder staat waar. Waarschuw de beheerder van deze site."),
        (Language::En, broken) => format!("Something is wrong: {broken} rules are broken. Below you see where. Tell the owner of this site."),
    }
}

/// Every rule, from the beginning, so that nothing moves when the outcome comes.
#[component]
fn Results() -> impl IntoView {
    let (monitor, choices, verification) = (monitor(), choices(), verification());
    let rows = move || {
        let (language, release) = (choices.language(), monitor.release());
        let findings = match verification.get() {
            Progress::Done(findings) => Some(findings),
            Progress::Idle | Progress::Busy { .. } => None,
        };
        let files = findings.as_ref().map(|findings| Outcome {
            whole: findings.absent.is_empty(),
            checked: findings.files,
            broken: findings.refused.len(),
            examples: findings
                .refused
                .iter()
                .chain(&findings.absent)
                .map(|error| error.sentence(language))
                .collect(),
        });
        let first = row(
            "bestanden",
            text::FILES_RULE.get(language).to_owned(),
            files,
            language,
        );
        let rules = Rule::ALL.into_iter().map(|rule| {
            let result = findings.as_ref().and_then(|findings| {
                findings
                    .check
                    .rules
                    .iter()
                    .find(|result| result.rule == rule)
            });
            let whole = findings
                .as_ref()
                .is_some_and(|findings| findings.absent.is_empty());
            let outcome =
                result.map(|result| Outcome::of(result, whole, &release.region, language));
            row(
                rule.id(),
                rule.sentence(release.region.policy(), language),
                outcome,
                language,
            )
        });
        std::iter::once(first).chain(rules).collect_view()
    };
    view! {
        <Wide>
            <table class="utrecht-table check-table" id="regels" aria-label=say(text::RULES)>
                <thead class="utrecht-table__header">
                    <tr>
                        <th scope="col">{say(text::RULE)}</th>
                        <th scope="col">{say(text::CHECKED)}</th>
                        <th scope="col">{say(text::OUTCOME)}</th>
                    </tr>
                </thead>
                <tbody class="utrecht-table__body">{rows}</tbody>
            </table>
        </Wide>
    }
}

/// What came of a rule, ready to be shown.
struct Outcome {
    /// Whether it was held against all that it is about.
    whole: bool,
    checked: usize,
    broken: usize,
    examples: Vec<String>,
}

impl Outcome {
    fn of(result: &RuleResult, whole: bool, region: &Region, language: Language) -> Self {
        Self {
            whole,
            checked: result.checked,
            broken: result.broken,
            examples: result
                .examples
                .iter()
                .map(|breach| breach_words(breach, region, language))
                .collect(),
        }
    }
}

fn row(id: &'static str, words: String, outcome: Option<Outcome>, language: Language) -> AnyView {
    let checked = outcome.as_ref().map_or_else(String::new, |outcome| {
        amount(outcome.checked as u64, language)
    });
    let (state, verdict) = match &outcome {
        None
        | Some(Outcome {
            whole: false,
            broken: 0,
            ..
        }) => ("open", text::NOT_CHECKED.get(language).to_owned()),
        Some(Outcome { broken: 0, .. }) => ("goed", text::IN_ORDER.get(language).to_owned()),
        Some(outcome) => (
            "fout",
            format!(
                "{}\u{a0}× {}",
                amount(outcome.broken as u64, language),
                text::BROKEN.get(language)
            ),
        ),
    };
    let examples = outcome
        .filter(|outcome| !outcome.examples.is_empty())
        .map(|outcome| {
            view! { <ul class="examples">{outcome.examples.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul> }
        });
    view! {
        <tr data-regel=id data-uitkomst=state>
            <th scope="row">{words}{examples}</th>
            <td>{checked}</td>
            <td><span class=format!("verdict-mark verdict-{state}")>{verdict}</span></td>
        </tr>
    }
    .into_any()
}

/// "eenzijdig, Delft, 2024, pleegzorg (afgesloten-zorgvorm.parquet, rij 12)".
fn breach_words(breach: &Breach, region: &Region, language: Language) -> String {
    let Breach { key, measure, row } = *breach;
    let members: Vec<_> = key.members().collect();
    let narrowed = sentence::selection_words(&members, language)
        .map(|words| format!(", {words}"))
        .unwrap_or_default();
    let file = measure.table().resource_name(key.margin());
    let row_word = match language {
        Language::Nl => "rij",
        Language::En => "row",
    };
    format!(
        "{}, {}, {}{narrowed} ({file}.parquet, {row_word} {})",
        measure.title().get(language),
        Place::of(region, key.area).name,
        key.year,
        row + 1
    )
}
