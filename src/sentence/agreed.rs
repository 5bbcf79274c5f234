//! The durations that the region agreed on, in words.

use crate::release::{AgreedRange, Region};
use crate::vocabulary::Language;

/// Each form of care with how long it should last, as a direction.
pub fn agreed_ranges(region: &Region, language: Language) -> Vec<(String, String)> {
    region
        .agreed_ranges()
        .iter()
        .map(|range| {
            let form = range.form.label().get(language).to_owned();
            (form, agreed_words(*range, language))
        })
        .collect()
}

fn agreed_words(range: AgreedRange, language: Language) -> String {
    let from = range.from_months;
    match (range.until_months, language) {
        (Some(until), Language::Nl) if from == 0 => format!("korter dan {until} maanden"),
        (Some(until), Language::En) if from == 0 => format!("under {until} months"),
        (Some(until), Language::Nl) => format!("{from} tot {until} maanden"),
        (Some(until), Language::En) => format!("{from} to {until} months"),
        (None, Language::Nl) if from == 0 => "elke duur".to_owned(),
        (None, Language::En) if from == 0 => "any duration".to_owned(),
        (None, Language::Nl) => format!("{from} maanden of langer"),
        (None, Language::En) => format!("{from} months or longer"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::vocabulary::Dimension;

    #[test]
    fn a_range_says_its_ends_and_no_others() {
        let words = |from_months: u16, until_months: Option<u16>| {
            let range = AgreedRange {
                form: Dimension::CareForm.member("daghulp").unwrap(),
                from_months,
                until_months,
            };
            [Language::Nl, Language::En].map(|language| agreed_words(range, language))
        };
        assert_eq!(
            words(0, Some(6)),
            ["korter dan 6 maanden", "under 6 months"]
        );
        assert_eq!(words(3, Some(12)), ["3 tot 12 maanden", "3 to 12 months"]);
        assert_eq!(
            words(12, None),
            ["12 maanden of langer", "12 months or longer"]
        );
        assert_eq!(words(0, None), ["elke duur", "any duration"]);
    }
}
