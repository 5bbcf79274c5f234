//! What a running text is filled in with: a figure within a sentence, and the sentence on a trend.

use super::findings::{Place, headline, not_testable};
use super::number::{self, Form};
use super::text;
use super::whole::{bounds_of, shown_of};
use crate::indicator::{Indicator, Outcome, Series, Unit};
use crate::statistics::Trend;
use crate::vocabulary::Language;

/// An outcome with its unit: "11,4 van elke 100 jeugdigen", "tussen 0 en 9 jeugdigen", "geen cijfer". Every one can stand after a colon.
pub fn told(outcome: &Outcome, indicator: &Indicator, language: Language) -> String {
    let unit = indicator.unit;
    match outcome {
        Outcome::Figure(figure) => shown_of(figure.value, indicator, language),
        Outcome::Hidden { within, .. } => match unit {
            Unit::Euro | Unit::EuroPerYouth => {
                let end = |value| number::figure(value, unit, Form::Tile, language);
                let (low, high) = (end(within.lo()), end(within.hi()));
                match language {
                    Language::Nl => format!("tussen {low} en {high}"),
                    Language::En => format!("between {low} and {high}"),
                }
            }
            _ => bounds_of(*within, indicator, language),
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
    let headline = headline(indicator, series, (place, None), &[], language);
    match (&series.trend, span(indicator, series, language)) {
        (Trend::NotTestable(reason), _) => {
            format!("{headline}: {}.", not_testable(reason, language))
        }
        (_, Some(span)) => format!("{headline}. {span}"),
        (_, None) => format!("{headline}."),
    }
}

/// From where to where, with the unit: in a text there is no axis to read it from.
fn span(indicator: &Indicator, series: &Series, language: Language) -> Option<String> {
    let (first, last) = series.tested?;
    let value = |year| Some(series.at(year)?.own.figure()?.value);
    let from = number::figure(value(first)?, indicator.unit, Form::Tile, language);
    let to = shown_of(value(last)?, indicator, language);
    Some(match language {
        Language::Nl => format!("Van {from} in {first} naar {to} in {last}."),
        Language::En => format!("From {from} in {first} to {to} in {last}."),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::cube::Status;
    use crate::indicator::{Figure, OperandValue, Reason, YearPoint, by_id};
    use crate::statistics::{Estimate, Interval, NotTestable, Point, trend};
    use crate::vocabulary::Measure;

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
                "jeugdigen",
                "tussen 0 en 9 jeugdigen",
                "between 0 and 9 youths",
            ),
            (
                hidden(9_000.0, 12_000.0),
                "kosten_per_jeugdige",
                "tussen €\u{a0}9.000 en €\u{a0}12.000",
                "between €9,000 and €12,000",
            ),
            (
                hidden(0.0, 100.0),
                "gebruik",
                "niet te zeggen",
                "cannot be told",
            ),
            (
                Outcome::Missing(Reason::NotKnownYet),
                "gebruik",
                "geen cijfer",
                "no figure",
            ),
            (
                Outcome::StructuralZero,
                "jeugdigen",
                "0, altijd",
                "0, always",
            ),
        ];
        for (outcome, id, dutch, english) in cases {
            let entry = by_id(id).unwrap();
            assert_eq!(told(&outcome, entry, Language::Nl), dutch);
            assert_eq!(told(&outcome, entry, Language::En), english);
        }
    }

    /// Days of care that grew by ten a year, from 370.
    fn growing() -> Series {
        let figure = |year: u16| {
            let value = f64::from(year - 2015) * 10.0 + 370.0;
            let exact = Interval::new(value, value).unwrap();
            let estimate = Estimate::new(value, 2.0, exact).unwrap();
            let numerator =
                OperandValue::of_cell(Measure::Days, year, (value, exact), Status::Shown);
            let figure = Figure {
                value,
                within: exact,
                confidence: exact,
                estimate,
                numerator,
                denominator: None,
                multiplier: 1.0,
                also: Vec::new(),
            };
            (Point::of(i32::from(year), &estimate), figure)
        };
        let years = 2015..=2023;
        let tested: Vec<Point> = years.clone().map(|year| figure(year).0).collect();
        let points = years.map(|year| YearPoint {
            year,
            own: Outcome::Figure(Box::new(figure(year).1)),
            rest: None,
            provisional: false,
        });
        Series {
            points: points.collect(),
            trend: trend(&tested),
            tested: Some((2015, 2023)),
            incomparable_from: None,
            growth: None,
        }
    }

    #[test]
    fn a_rise_is_told_from_where_to_where_with_its_unit() {
        let place = Place {
            name: "Delft",
            whole_region: false,
        };
        let told = |language| {
            finding(
                by_id("duur_gemiddeld").unwrap(),
                &growing(),
                place,
                language,
            )
        };
        assert_eq!(
            told(Language::Nl),
            "In Delft stijgt de gemiddelde duur van afgesloten hulp. Van 370 in 2015 naar 450\u{a0}dagen in 2023."
        );
        assert_eq!(
            told(Language::En),
            "In Delft, the mean duration of ended care is rising. From 370 in 2015 to 450\u{a0}days in 2023."
        );
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
            "Een trend in de uitval in Delft is niet te berekenen: er zijn geen 5 vergelijkbare jaren."
        );
    }
}
