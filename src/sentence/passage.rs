//! What a running text is filled in with: a figure within a sentence, and the sentence on a trend.

use super::findings::{Place, headline, not_testable, span_words};
use super::number::{self, Form};
use super::text;
use crate::indicator::{Indicator, Outcome, Series, Unit};
use crate::statistics::Trend;
use crate::vocabulary::Language;

/// An outcome with its unit: "11,4 van elke 100", "tussen 0 en 9 jeugdigen", "geen cijfer". Every one can stand after a colon.
pub fn told(outcome: &Outcome, unit: Unit, language: Language) -> String {
    match outcome {
        Outcome::Figure(figure) => number::shown(figure.value, unit, language),
        Outcome::Hidden { within, .. } => match unit {
            Unit::Euro | Unit::EuroPerYouth => {
                let end = |value| number::figure(value, unit, Form::Tile, language);
                let (low, high) = (end(within.lo()), end(within.hi()));
                match language {
                    Language::Nl => format!("tussen {low} en {high}"),
                    Language::En => format!("between {low} and {high}"),
                }
            }
            _ => format!(
                "{} {}",
                number::between(*within, unit, language),
                number::unit_words(unit, language)
            ),
        },
        Outcome::StructuralZero => text::ALWAYS_ZERO.get(language).to_owned(),
        Outcome::Missing(_) => text::NOT_COMPUTED.get(language).to_lowercase(),
    }
}

/// What a series shows, as whole sentences: the finding, and from where to where, or why it cannot be said.
pub fn finding(
    indicator: &Indicator,
    series: &Series,
    place: Place<'_>,
    language: Language,
) -> String {
    let headline = headline(indicator, series, place, &[], language);
    match (&series.trend, span_words(indicator, series, language)) {
        (Trend::NotTestable(reason), _) => {
            format!("{headline}: {}.", not_testable(reason, language))
        }
        (_, Some(span)) => format!("{headline}. {span}"),
        (_, None) => format!("{headline}."),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::{Reason, by_id};
    use crate::statistics::{Interval, NotTestable};

    fn hidden(low: f64, high: f64) -> Outcome {
        Outcome::Hidden {
            within: Interval::new(low, high).unwrap(),
            secondary: false,
        }
    }

    #[test]
    fn what_is_not_shown_can_stand_in_a_sentence_too() {
        let cases = [
            (
                hidden(0.0, 9.0),
                Unit::Youths,
                "tussen 0 en 9 jeugdigen",
                "between 0 and 9 youths",
            ),
            (
                hidden(9_000.0, 12_000.0),
                Unit::EuroPerYouth,
                "tussen €\u{a0}9.000 en €\u{a0}12.000",
                "between €9,000 and €12,000",
            ),
            (
                Outcome::Missing(Reason::NotKnownYet),
                Unit::PerHundred,
                "geen cijfer",
                "no figure",
            ),
            (
                Outcome::StructuralZero,
                Unit::Youths,
                "0, altijd",
                "0, always",
            ),
        ];
        for (outcome, unit, dutch, english) in cases {
            assert_eq!(told(&outcome, unit, Language::Nl), dutch);
            assert_eq!(told(&outcome, unit, Language::En), english);
        }
    }

    #[test]
    fn a_trend_that_cannot_be_tested_says_why() {
        let series = Series {
            points: Vec::new(),
            trend: Trend::NotTestable(NotTestable::TooFewPeriods { have: 2, need: 5 }),
            tested: None,
            incomparable_from: None,
            growth: None,
        };
        let place = Place {
            name: "Delft",
            whole_region: false,
        };
        assert_eq!(
            finding(by_id("uitval").unwrap(), &series, place, Language::Nl),
            "Of de uitval in Delft stijgt of daalt, is niet te berekenen: er zijn geen 5 vergelijkbare jaren."
        );
    }
}
