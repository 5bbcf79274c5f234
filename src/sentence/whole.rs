//! Of what a share is: "van elke 100 jeugdigen met jeugdhulp". A hundred by itself says nothing.

use super::number::{self, Form};
use crate::indicator::{Formula, Indicator, Unit};
use crate::vocabulary::{Bilingual, Language, Measure, MeasureUnit};

/// What a hundred or a thousand of an indicator are; nothing where its figure is no share.
fn whole_of(indicator: &Indicator) -> Option<Bilingual> {
    let measure = match indicator.formula()? {
        Formula::Ratio { denominator, .. } => denominator.measure,
        Formula::Composition { operand, .. } => operand.measure,
        Formula::Total { .. } | Formula::Change { .. } | Formula::Split { .. } => return None,
    };
    Some(match measure {
        Measure::Inhabitants => Bilingual::new("jeugdigen", "youths"),
        Measure::Followed => Bilingual::new("jeugdigen die stopten", "youths who left"),
        Measure::ProvidersAsked => Measure::Providers.title(),
        Measure::Cost => Bilingual::new("euro", "euros"),
        measure => measure.title(),
    })
}

/// The unit of an indicator in words, with what a share is of. What is no part of the whole, such as care periods beside youths, is
/// counted for every thousand of it.
pub fn unit_of(indicator: &Indicator, language: Language) -> String {
    let words = number::unit_words(indicator.unit, language);
    let (Unit::PerHundred | Unit::PerThousand, Some(whole)) = (indicator.unit, whole_of(indicator))
    else {
        return words.to_owned();
    };
    let is_part = indicator.formula().is_none_or(|formula| {
        formula.columns().first().map(|part| part.unit()) != Some(MeasureUnit::Trajectories)
            || indicator.unit == Unit::PerHundred
    });
    let words = match language {
        _ if is_part => words.to_owned(),
        Language::Nl => words.replacen("van", "op", 1),
        Language::En => words.replacen("of", "for", 1),
    };
    format!("{words} {}", whole.get(language))
}

/// The unit above a table, with what a share is of; without the sign of money.
pub fn table_unit_of(indicator: &Indicator, language: Language) -> String {
    match indicator.unit {
        Unit::PerHundred | Unit::PerThousand => unit_of(indicator, language),
        unit => number::table_unit(unit, language).to_owned(),
    }
}

/// A figure of an indicator in a sentence: "12,8 van elke 100 jeugdigen".
pub fn shown_of(value: f64, indicator: &Indicator, language: Language) -> String {
    match indicator.unit {
        unit @ (Unit::PerHundred | Unit::PerThousand) => format!(
            "{}\u{a0}{}",
            number::figure(value, unit, Form::Tile, language),
            unit_of(indicator, language)
        ),
        unit => number::shown(value, unit, language),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::{CATALOGUE, by_id};

    #[test]
    fn every_share_says_of_what() {
        for entry in CATALOGUE.iter().filter(|entry| entry.formula().is_some()) {
            for language in [Language::Nl, Language::En] {
                let told = unit_of(entry, language);
                let bare = number::unit_words(entry.unit, language);
                let is_share = matches!(entry.unit, Unit::PerHundred | Unit::PerThousand);
                assert_eq!(is_share, told.len() > bare.len(), "{}: {told}", entry.id);
            }
        }
    }

    #[test]
    fn residents_youths_in_care_and_care_periods_are_told_apart() {
        let told = |id: &str, language| unit_of(by_id(id).unwrap(), language);
        for (id, nl, en) in [
            ("gebruik", "van elke 100 jeugdigen", "of every 100 youths"),
            (
                "uitstroom",
                "van elke 100 jeugdigen met jeugdhulp",
                "of every 100 youths receiving care",
            ),
            (
                "uitval",
                "van elke 100 afgesloten trajecten met bekende reden",
                "of every 100 care periods ended for a known reason",
            ),
            (
                "instroom",
                "van elke 1.000 jeugdigen",
                "of every 1,000 youths",
            ),
            (
                "instroom_trajecten",
                "op elke 1.000 jeugdigen",
                "for every 1,000 youths",
            ),
            ("concentratie", "van elke 100 euro", "of every 100 euros"),
            (
                "verwijzers",
                "van elke 100 begonnen trajecten",
                "of every 100 care periods begun",
            ),
        ] {
            assert_eq!(told(id, Language::Nl), nl);
            assert_eq!(told(id, Language::En), en);
        }
        let told = shown_of(12.84, by_id("gebruik").unwrap(), Language::Nl);
        assert_eq!(told, "12,8\u{a0}van elke 100 jeugdigen");
    }
}
