//! Of what a share is: "van elke 100 jeugdigen met jeugdhulp". A hundred by itself says nothing.

use super::findings::{capital, selection_words};
use super::number::{self, Form};
use crate::indicator::{Figure, Formula, Indicator, OperandValue, RatioMethod, SurvivalAsk, Unit};
use crate::statistics::Interval;
use crate::vocabulary::{Bilingual, Language, Measure, MeasureUnit, Member};

/// What a hundred or a thousand of an indicator are; nothing where its figure is no share.
fn whole_of(indicator: &Indicator) -> Option<Bilingual> {
    let measure = match indicator.formula()? {
        Formula::Ratio { denominator, .. } => denominator.measure,
        Formula::Composition { operand, .. } => operand.measure,
        Formula::Survival {
            ask: SurvivalAsk::StillRunning(_),
        } => Measure::Begun,
        Formula::Total { .. }
        | Formula::Median { .. }
        | Formula::Survival { .. }
        | Formula::Change { .. }
        | Formula::Split { .. } => return None,
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

/// What is known of a hidden figure of an indicator, in a sentence: "tussen 0,2 en 0,9 van elke 100 jeugdigen", or that it cannot be told.
pub fn bounds_of(within: Interval, indicator: &Indicator, language: Language) -> String {
    let words = number::between(within, indicator.unit, language);
    if number::is_open(within, indicator.unit) {
        return words;
    }
    format!("{words} {}", table_unit_of(indicator, language))
}

/// What stands between what is divided and by what: a share is so many of so many, a mean is divided. Nothing of a change, which is held
/// against the year before.
fn divided_by(indicator: &Indicator, language: Language) -> Option<&'static str> {
    let is_share = match indicator.formula()? {
        Formula::Composition { .. } => true,
        Formula::Ratio { method, .. } => matches!(
            method,
            RatioMethod::Proportion | RatioMethod::PartOfAmount { .. }
        ),
        Formula::Total { .. }
        | Formula::Median { .. }
        | Formula::Survival { .. }
        | Formula::Change { .. }
        | Formula::Split { .. } => return None,
    };
    Some(match (is_share, language) {
        (true, Language::Nl) => "van",
        (true, Language::En) => "of",
        (false, _) => "÷",
    })
}

/// What was divided in a figure: "105 van 1.200", "€ 20.540.000 ÷ 1.640".
pub fn divided_words(indicator: &Indicator, figure: &Figure, language: Language) -> Option<String> {
    let by = divided_by(indicator, language)?;
    let denominator = figure.denominator.as_ref()?;
    let count = |value: &OperandValue| number::count(value.value, value.measure.unit(), language);
    Some(format!(
        "{} {by} {}",
        count(&figure.numerator),
        count(denominator)
    ))
}

/// What both sides of that count: "Trajecten die één kant afbrak van afgesloten trajecten met bekende reden"; `members` is what the
/// first side is narrowed to.
pub fn divided_title(
    indicator: &Indicator,
    figure: &Figure,
    members: &[Member],
    language: Language,
) -> Option<String> {
    let by = divided_by(indicator, language)?;
    let whole = figure.denominator.as_ref()?.measure.title().get(language);
    let part = capital(figure.numerator.measure.title().get(language));
    let narrowed = selection_words(members, language).map(|words| format!(" ({words})"));
    let narrowed = narrowed.unwrap_or_default();
    if figure.denominator.as_ref()?.measure == figure.numerator.measure {
        // A part of a whole counts the same on both sides.
        return Some(match language {
            Language::Nl => format!("{part}{narrowed}, van alle"),
            Language::En => format!("{part}{narrowed}, of all"),
        });
    }
    Some(format!("{part}{narrowed} {by} {whole}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::cube::Status;
    use crate::indicator::{CATALOGUE, by_id};
    use crate::statistics::Estimate;

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
    fn a_share_is_so_many_of_so_many_and_a_mean_is_divided() {
        let operand = |measure: Measure, value: f64| {
            OperandValue::of_cell(
                measure,
                2023,
                (value, Interval::exact(value)),
                Status::Shown,
            )
        };
        let figure = |numerator, denominator| Figure {
            value: 1.0,
            within: Interval::exact(1.0),
            confidence: Interval::exact(1.0),
            estimate: Estimate::new(1.0, 1.0, Interval::exact(1.0)).unwrap(),
            numerator,
            denominator: Some(denominator),
            multiplier: 1.0,
            also: Vec::new(),
        };
        let providers = figure(
            operand(Measure::ProvidersEverywhere, 32.0),
            operand(Measure::Providers, 185.0),
        );
        let entry = by_id("aanbieders_alle_gemeenten").unwrap();
        assert_eq!(
            divided_words(entry, &providers, Language::Nl).as_deref(),
            Some("32 van 185")
        );
        assert_eq!(
            divided_title(entry, &providers, &[], Language::En).as_deref(),
            Some("Providers that work in all municipalities of providers")
        );
        let cost = figure(operand(Measure::Cost, 2e6), operand(Measure::Youths, 160.0));
        let entry = by_id("kosten_per_jeugdige").unwrap();
        assert_eq!(
            divided_words(entry, &cost, Language::En).as_deref(),
            Some("€2,000,000 ÷ 160")
        );
        let referrers = figure(
            operand(Measure::Begun, 360.0),
            operand(Measure::Begun, 1_395.0),
        );
        let entry = by_id("verwijzers").unwrap();
        assert_eq!(
            divided_title(entry, &referrers, &[], Language::Nl).as_deref(),
            Some("Begonnen trajecten, van alle")
        );
        let growth = by_id("kostengroei").unwrap();
        assert_eq!(divided_words(growth, &cost, Language::Nl), None);
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
