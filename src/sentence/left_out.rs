//! What a release leaves out, in words.

use crate::release::Region;
use crate::vocabulary::Language;

/// Which years of which figures were taken out of a release, and why; nothing where none were.
pub fn left_out_words(region: &Region, language: Language) -> Option<String> {
    let each: Vec<String> = region
        .left_out()
        .map(|(table, year)| match language {
            Language::Nl => format!("{} van {year}", table.title().get(language)),
            Language::En => format!("{} of {year}", table.title().get(language)),
        })
        .collect();
    if each.is_empty() {
        return None;
    }
    let all = each.join("; ");
    Some(match language {
        Language::Nl => format!(
            "Weggelaten: {all}. Samen met de andere cijfers zou daaruit een klein aantal af te leiden zijn."
        ),
        Language::En => format!(
            "Left out: {all}. Together with the other figures they would give a small count away."
        ),
    })
}
