//! What all figures of a year together tell of one hidden figure: worked out by the reader's own browser.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::legend::between;
use super::verification::pause;
use super::worker::Solving;
use crate::cube::CellKey;
use crate::disclosure::{FigureName, question, to_message};
use crate::explore::context::{Monitor, choices, monitor, say};
use crate::sentence::{self, amount, text};
use crate::vocabulary::{Language, Measure};

/// What came of a question.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Found {
    /// Between what the figure lies, by everything together.
    range: (f64, f64),
    /// The interval that has to be left; 0 for a figure that is hidden for another.
    required: f64,
    figures: usize,
    relations: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Busy,
    Done(Found),
    Failed,
}

/// The last question, and how far it is.
type Asked = Option<(FigureName, State)>;

/// The button, and below it the answer for the chosen figure.
#[component]
pub(super) fn WorkOut(figure: Memo<Option<(CellKey, Measure)>>) -> impl IntoView {
    let monitor = monitor();
    let solving = Solving::new();
    let asked: RwSignal<Asked> = RwSignal::new(None);
    let name = move || {
        figure
            .get()
            .map(|(key, measure)| FigureName { key, measure })
    };
    let state = Memo::new(move |_| {
        asked
            .get()
            .filter(|(asked, _)| Some(*asked) == name())
            .map(|(_, state)| state)
    });
    let is_busy = move || state.get() == Some(State::Busy);
    let press = move |_| {
        solving.stop();
        if is_busy() {
            asked.set(None);
        } else if let Some(name) = name() {
            asked.set(Some((name, State::Busy)));
            work_out(name, monitor, solving, asked);
        }
    };
    view! {
        <div class="worked-out" id="uitkomst" data-staat=move || code(state.get())>
            <button type="button" id="reken-na" class="utrecht-button utrecht-button--primary-action" on:click=press>
                {move || say(if is_busy() { text::STOP } else { text::WORK_OUT })()}
            </button>
            <div role="status">{move || state.get().map(|state| view! { <Told state figure /> })}</div>
        </div>
    }
}

fn code(state: Option<State>) -> &'static str {
    match state {
        None => "rust",
        Some(State::Busy) => "bezig",
        Some(State::Done(_)) => "klaar",
        Some(State::Failed) => "mislukt",
    }
}

fn work_out(name: FigureName, monitor: Monitor, solving: Solving, asked: RwSignal<Asked>) {
    spawn_local(async move {
        // Putting the question takes a moment itself: what is said about that has to be drawn first.
        pause().await;
        let question = monitor.with_store(|store, region| question(store, region, name));
        let state = match question {
            Err(_) => State::Failed,
            Ok(question) => {
                let message = to_message(&question.programme, question.variable);
                match solving.ask(&message).await {
                    Err(_) => State::Failed,
                    Ok(range) => State::Done(Found {
                        range,
                        required: question.required,
                        figures: question.figures,
                        relations: question.relations,
                    }),
                }
            }
        };
        // Another question may have been asked meanwhile, or the page left.
        asked.try_update(|asked| {
            if let Some((_, last)) = asked.as_mut().filter(|(last, _)| *last == name) {
                *last = state;
            }
        });
    });
}

#[component]
fn Told(state: State, figure: Memo<Option<(CellKey, Measure)>>) -> impl IntoView {
    let choices = choices();
    move || {
        let (language, Some((key, measure))) = (choices.language(), figure.get()) else {
            return ().into_any();
        };
        match state {
            State::Busy => view! { <p>{text::WORKING_OUT.get(language)}</p> }.into_any(),
            State::Failed => view! { <p>{text::NOT_WORKED_OUT.get(language)}</p> }.into_any(),
            State::Done(found) => {
                let (low, high) = ends(found.range, measure);
                view! {
                    <p class="formula" data-laag=low.to_string() data-hoog=high.to_string()>{conclusion(&found, key.year, measure, language)}</p>
                    <p>{verdict(&found, measure, language)}</p>
                    <p class="soft">{taken_into_account(&found, language)}</p>
                }
                .into_any()
            }
        }
    }
}

/// Youths and trajectories are whole: of 0.3 to 8.9 only 1 to 8 can be.
fn ends((low, high): (f64, f64), measure: Measure) -> (f64, f64) {
    const NEAR: f64 = 1e-6;
    if measure.is_count_of_youths() {
        ((low - NEAR).ceil().max(0.0), (high + NEAR).floor())
    } else {
        (low.max(0.0), high)
    }
}

fn conclusion(found: &Found, year: u16, measure: Measure, language: Language) -> String {
    let (low, high) = ends(found.range, measure);
    let range = between(low, high, measure, language);
    let figures = amount(found.figures as u64, language);
    match language {
        Language::Nl => {
            format!(
                "Uit alle {figures} gepubliceerde cijfers van {year} samen volgt alleen: {range}."
            )
        }
        Language::En => {
            format!(
                "From all {figures} published figures of {year} together follows only: {range}."
            )
        }
    }
}

/// Whether that is wide enough.
fn verdict(found: &Found, measure: Measure, language: Language) -> String {
    /// Solvers compute with rounded numbers.
    const TOLERANCE: f64 = 1e-3;
    let required = sentence::count(found.required, measure.unit(), language);
    let is_wide = found.range.1 - found.range.0 >= found.required - TOLERANCE;
    match (language, is_wide) {
        _ if found.required <= 0.0 => match language {
            Language::Nl => "Van dit cijfer zeggen we niet of het zelf klein is. Is het dat, dan is voor de publicatie bewezen dat er genoeg onzeker blijft. De meeste zijn alleen verborgen om een ander cijfer te beschermen, en daarvoor geldt geen grens.".to_owned(),
            Language::En => "Of this figure we do not say whether it is small itself. If it is, it was proved before publication that enough stays uncertain. Most are hidden only to protect another figure, and for those no limit holds.".to_owned(),
        },
        (Language::Nl, true) => format!("Dat is breed genoeg: tussen de grenzen zit minstens {required}."),
        (Language::En, true) => format!("That is wide enough: the bounds are at least {required} apart."),
        (Language::Nl, false) => format!("Dat is te precies: tussen de grenzen hoort minstens {required} te zitten. Waarschuw de beheerder van deze site."),
        (Language::En, false) => format!("That is too precise: the bounds should be at least {required} apart. Tell the owner of this site."),
    }
}

fn taken_into_account(found: &Found, language: Language) -> String {
    let relations = amount(found.relations as u64, language);
    match language {
        Language::Nl => format!(
            "Meegerekend zijn {relations} verbanden tussen die cijfers: delen die samen een geheel zijn, en aantallen die nooit groter zijn dan een ander aantal."
        ),
        Language::En => format!(
            "Taken into account are {relations} relations between those figures: parts that make a whole, and counts that are never larger than another."
        ),
    }
}
