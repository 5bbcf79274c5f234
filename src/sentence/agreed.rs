//! The durations that the region agreed on, in words.

use crate::release::{AgreedRange, Region};
use crate::vocabulary::{Language, Member};

/// Each form of care with how long it should last, as a direction. What holds for a group is said of the forms in it without a range of their own.
pub fn agreed_ranges(region: &Region, language: Language) -> Vec<(String, String)> {
    let ranges = region.agreed_ranges();
    let has_own = |form: Member| ranges.iter().any(|range| range.form == form);
    ranges
        .iter()
        .filter(|range| {
            let parts = || range.form.parts();
            parts().next().is_none() || !parts().all(has_own)
        })
        .map(|range| {
            let form = range.form.label().get(language);
            let is_rest = range.form.parts().any(has_own);
            let form = match language {
                Language::Nl if is_rest => format!("{form}: de andere soorten"),
                Language::En if is_rest => format!("{form}: the other types"),
                _ => form.to_owned(),
            };
            (form, agreed_words(*range, language))
        })
        .collect()
}

pub(super) fn agreed_words(range: AgreedRange, language: Language) -> String {
    let from = range.from_months;
    let months = |count: u16| months(count, language);
    match (range.until_months, language) {
        (Some(until), Language::Nl) if from == 0 => format!("hoogstens {}", months(until)),
        (Some(until), Language::En) if from == 0 => format!("up to {}", months(until)),
        (Some(until), Language::Nl) if from == until => format!("{} precies", months(until)),
        (Some(until), Language::En) if from == until => format!("{} exactly", months(until)),
        (Some(until), Language::Nl) => format!("{from} tot en met {}", months(until)),
        (Some(until), Language::En) => format!("{from} up to {}", months(until)),
        (None, Language::Nl) => format!("{} of langer", months(from)),
        (None, Language::En) => format!("{} or longer", months(from)),
    }
}

/// "12 maanden".
pub(super) fn months(count: u16, language: Language) -> String {
    match (count, language) {
        (1, Language::Nl) => "1 maand".to_owned(),
        (_, Language::Nl) => format!("{count} maanden"),
        (1, Language::En) => "1 month".to_owned(),
        (_, Language::En) => format!("{count} months"),
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
            let form = Dimension::CareForm.member("daghulp").unwrap();
            let range = AgreedRange::new(form, from_months, until_months);
            [Language::Nl, Language::En].map(|language| agreed_words(range, language))
        };
        assert_eq!(words(0, Some(6)), ["hoogstens 6 maanden", "up to 6 months"]);
        assert_eq!(
            words(3, Some(12)),
            ["3 tot en met 12 maanden", "3 up to 12 months"]
        );
        assert_eq!(
            words(12, None),
            ["12 maanden of langer", "12 months or longer"]
        );
        assert_eq!(words(1, None), ["1 maand of langer", "1 month or longer"]);
        assert_eq!(words(3, Some(3)), ["3 maanden precies", "3 months exactly"]);
    }
}
