//! A figure with its mark, and the key to the marks that are in view.

use leptos::prelude::*;

use crate::answer::{self, Answer};
use crate::cube::Status;
use crate::explore::context::{choices, monitor, say};
use crate::indicator::{Outcome, Reason};
use crate::selection::Selection;
use crate::sentence::{self, text};
use crate::vocabulary::Language;

/// Words in the form of the mark of an outcome; who points at what is not there reads why.
pub(in crate::explore) fn marked_outcome(
    outcome: &Outcome,
    words: String,
    language: Language,
) -> AnyView {
    match outcome {
        Outcome::Missing(reason) => in_form(
            outcome.status(),
            words,
            sentence::reason_words(*reason, language),
            language,
        ),
        _ => marked(outcome.status(), words, language),
    }
}

/// Words in the form of their mark; whoever hears the page hears the mark by its name.
pub(in crate::explore) fn marked(
    status: Option<Status>,
    words: String,
    language: Language,
) -> AnyView {
    let name = status.map_or("", |status| sentence::mark(status).name.get(language));
    in_form(status, words, name, language)
}

fn in_form(
    status: Option<Status>,
    words: String,
    title: &'static str,
    language: Language,
) -> AnyView {
    match status {
        None | Some(Status::Shown) => words.into_any(),
        Some(status) => {
            let mark = sentence::mark(status);
            // The words of the other marks say what they are.
            let name = status.is_hidden().then(
                || view! { <span class="visually-hidden">" ("{mark.name.get(language)}")"</span> },
            );
            view! { <span class=format!("mark {}", mark.class) title=title>{words}</span>{name} }
                .into_any()
        }
    }
}

/// Marks that are in view, each once and in order, and why what is not known is not.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::explore) struct Present {
    statuses: Vec<Status>,
    reasons: Vec<Reason>,
}

impl Present {
    /// Those of an answer.
    pub(in crate::explore) fn of(answer: &Answer) -> Self {
        Self {
            statuses: answer.statuses(),
            reasons: answer.unknown_because(),
        }
    }
}

/// The marks of what is not shown as it is.
pub(in crate::explore) fn present(outcomes: &[&Outcome]) -> Present {
    let is_there = |status: &Status| {
        *status != Status::Shown && outcomes.iter().any(|of| of.status() == Some(*status))
    };
    Present {
        statuses: Status::ALL.into_iter().filter(is_there).collect(),
        reasons: answer::reasons_of_unknown(outcomes),
    }
}

/// The marks that are in view, with what they mean.
#[component]
pub(in crate::explore) fn MarkKey(#[prop(into)] present: Signal<Present>) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    move || {
        let Selection {
            language,
            indicator,
            ..
        } = choices.get();
        let Present { statuses, reasons } = present.get();
        let items = statuses
            .into_iter()
            .map(|status| {
                // What a plain number looks like needs no example.
                let is_plain = status == Status::Shown;
                let release = monitor.release();
                let policy = release.region.policy();
                let meaning = sentence::mark_meaning_of((status, &reasons), indicator, policy, language);
                view! { <li class:plain=is_plain>{(!is_plain).then(|| sample(status, language))}<span>{meaning}</span></li> }
            })
            .collect_view();
        view! { <ul class="marks" aria-label=say(text::MARKS)>{items}</ul> }
    }
}

/// What a mark looks like, for a reader who sees it; the meaning beside it says it in words.
pub(in crate::explore) fn sample(status: Status, language: Language) -> AnyView {
    let class = format!("mark {}", sentence::mark(status).class);
    let words = match (status, language) {
        (Status::Shown, _) => "40",
        // Not numbers: those of the figure itself are others.
        (Status::Hidden | Status::SecondaryHidden, Language::Nl) => "tussen … en …",
        (Status::Hidden | Status::SecondaryHidden, Language::En) => "between … and …",
        (Status::StructuralZero, _) => text::ALWAYS_ZERO.get(language),
        (Status::Unknown | Status::NotApplicable, _) => sentence::mark(status).name.get(language),
    };
    view! { <span class="sample" aria-hidden="true"><span class=class>{words}</span></span> }
        .into_any()
}
