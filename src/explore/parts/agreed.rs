//! What the region agreed on that a figure is held against.

use leptos::prelude::*;

use super::plain_table;
use crate::explore::context::monitor;
use crate::indicator::Indicator;
use crate::sentence::{self, text};
use crate::vocabulary::Language;

/// The agreed durations, by form of care, under a heading; nothing for an indicator that is not held against them.
pub(in crate::explore) fn agreed_durations(
    indicator: &Indicator,
    language: Language,
) -> Option<AnyView> {
    if !indicator.is_of_ranges() {
        return None;
    }
    let release = monitor().release();
    let (ranges, synthetic) = (
        sentence::agreed_ranges(&release.region, language),
        release.synthetic,
    );
    let rows = ranges
        .into_iter()
        .map(|(form, words)| (form, vec![words]))
        .collect();
    let name = text::AGREED_DURATIONS.get(language);
    let header = vec![text::AGREED_DURATION.get(language).to_owned()];
    Some(
        view! {
            <h3>{name}</h3>
            {synthetic.then(|| view! { <p>{text::AGREED_EXAMPLES.get(language)}</p> })}
            {plain_table("afspraken", name, header, rows)}
            <p>{text::AGREED_MONTHS.get(language)}</p>
        }
        .into_any(),
    )
}
