//! How the figures are protected, and checking that oneself: hashes, rules and rounding of every file, and what all figures
//! together tell of a hidden one.

mod cell;
mod check;
mod legend;
mod published;
mod rules;
mod verification;
mod work;
mod worker;

use leptos::prelude::*;

use super::context::say;
use crate::sentence::text;
use cell::OneCell;
use check::CheckYourself;
use legend::Legend;
use rules::Protection;
pub(super) use verification::Verification;

/// The view that accounts for the figures.
#[component]
pub(super) fn Accountability() -> impl IntoView {
    view! {
        <div class="account">
            <h1 id="titel">{say(text::ACCOUNTABILITY)}</h1>
            <p class="lead">{say(text::ACCOUNTABILITY_LEAD)}</p>
            <Protection />
            <Legend />
            <CheckYourself />
            <OneCell />
        </div>
    }
}
