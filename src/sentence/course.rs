//! A series without a demonstrable trend in words: whether its last tested figure differs from its first, and how it went in between.

use super::findings::dutch_verb;
use super::title::fitting;
use crate::indicator::{Indicator, Series};
use crate::statistics::{Effect, Refusal, Verdict, differs};
use crate::vocabulary::Language;

/// The first and the last tested year, and how the last figure compares with the first.
struct Ends {
    first: u16,
    last: u16,
    is_higher: bool,
}

/// Of a series without a trend whose ends differ all the same; nothing when chance explains it.
fn ends(series: &Series) -> Option<Ends> {
    let (first, last) = series.tested?;
    let figure = |year| series.at(year)?.own.figure().map(|figure| figure.estimate);
    let is_higher = match differs(&figure(last)?, &figure(first)?) {
        Verdict::Higher => true,
        Verdict::Lower => false,
        Verdict::NoDemonstrableDifference => return None,
    };
    Some(Ends {
        first,
        last,
        is_higher,
    })
}

/// Whether the figures of the tested years both rise and fall.
fn wavers(series: &Series) -> bool {
    let Some((first, last)) = series.tested else {
        return false;
    };
    let values: Vec<f64> = (first..=last)
        .filter_map(|year| Some(series.at(year)?.own.figure()?.value))
        .collect();
    let has = |step: fn(f64, f64) -> bool| values.windows(2).any(|pair| step(pair[0], pair[1]));
    has(|before, after| after > before) && has(|before, after| after < before)
}

/// How it went between a first and a last figure that differ, without a trend: up and down is never told of what only goes one way.
fn between(series: &Series, language: Language) -> &'static str {
    let refusal = series.trend.effect().and_then(Effect::refusal);
    let is_uneven = refusal == Some(Refusal::NoStraightLine);
    match (wavers(series), language) {
        (true, Language::Nl) => "maar het ging op en neer",
        (true, Language::En) => "but it went up and down",
        (false, Language::Nl) if is_uneven => "maar het ging niet gelijkmatig",
        (false, Language::En) if is_uneven => "but it did not go evenly",
        (false, Language::Nl) => "maar een trend staat niet vast",
        (false, Language::En) => "but a trend is not certain",
    }
}

/// The title of a series without a trend: "In Delft was de uitval in 2023 hoger dan in 2015, maar het ging op
/// en neer". `topic` is what it is about where the sentence is too long.
pub(super) fn title(
    (indicator, series): (&Indicator, &Series),
    (name, selection): (&str, &str),
    topic: &str,
    language: Language,
) -> String {
    let subject = indicator.subject.phrase.get(language);
    let Some(Ends {
        first,
        last,
        is_higher,
    }) = ends(series)
    else {
        return fitting(match language {
            Language::Nl => vec![
                format!(
                    "In {name} is geen stijging of daling aan te tonen in {subject}{selection}"
                ),
                format!("{topic}: geen stijging of daling aan te tonen"),
            ],
            Language::En => vec![
                format!("In {name}, no rise or fall can be shown in {subject}{selection}"),
                format!("{topic}: no rise or fall can be shown"),
            ],
        });
    };
    let between = between(series, language);
    fitting(match language {
        Language::Nl => {
            let than = if is_higher { "hoger" } else { "lager" };
            let was = dutch_verb(indicator, "was", "waren");
            vec![
                format!(
                    "In {name} {was} {subject}{selection} in {last} {than} dan in {first}, {between}"
                ),
                format!("{topic}: {than} dan in {first}, {between}"),
            ]
        }
        Language::En => {
            let than = if is_higher { "higher" } else { "lower" };
            let was = if indicator.subject.plural.1 {
                "were"
            } else {
                "was"
            };
            vec![
                format!(
                    "In {name}, {subject}{selection} {was} {than} in {last} than in {first}, {between}"
                ),
                format!("{topic}: {than} than in {first}, {between}"),
            ]
        }
    })
}

/// What a tile says of such a series, in bold, and what follows in plain type before the tested years.
pub(super) fn on_tile(series: &Series, language: Language) -> (String, String) {
    let Some(Ends {
        first, is_higher, ..
    }) = ends(series)
    else {
        let bold = match language {
            Language::Nl => "Geen stijging of daling aan te tonen",
            Language::En => "No rise or fall can be shown",
        };
        return (bold.to_owned(), String::new());
    };
    let bold = match (language, is_higher) {
        (Language::Nl, true) => format!("Hoger dan in {first}"),
        (Language::Nl, false) => format!("Lager dan in {first}"),
        (Language::En, true) => format!("Higher than in {first}"),
        (Language::En, false) => format!("Lower than in {first}"),
    };
    (bold, format!(", {}", between(series, language)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::cube::Status;
    use crate::indicator::{Figure, OperandValue, Outcome, YearPoint, by_id};
    use crate::statistics::{Effect, Estimate, Interval, Trend};
    use crate::vocabulary::Measure;

    /// Figures of 2015 and later, each with a standard error of 1, without a trend.
    fn series(values: &[f64]) -> Series {
        let point = |(year, value): (u16, &f64)| {
            let exact = Interval::exact(*value);
            let figure = Figure {
                value: *value,
                within: exact,
                confidence: exact,
                estimate: Estimate::new(*value, 1.0, exact).unwrap(),
                numerator: OperandValue::of_cell(
                    Measure::Youths,
                    year,
                    (*value, exact),
                    Status::Shown,
                ),
                denominator: None,
                multiplier: 1.0,
                also: Vec::new(),
            };
            YearPoint {
                year,
                own: Outcome::Figure(Box::new(figure)),
                rest: None,
                provisional: false,
            }
        };
        let points: Vec<YearPoint> = (2015..).zip(values).map(point).collect();
        Series {
            tested: Some((2015, points.last().unwrap().year)),
            points,
            trend: Trend::NoDemonstrableTrend(Effect {
                per_year: 1.0,
                interval: Interval::exact(1.0),
                level: 20.0,
                relative: None,
                p_value: 0.2,
                overdispersion: 1.0,
                keeps_direction: true,
                is_beyond_chance: false,
            }),
            incomparable_from: None,
            growth: None,
        }
    }

    fn told(values: &[f64], language: Language) -> String {
        let entry = by_id("uitval").unwrap();
        title(
            (entry, &series(values)),
            ("Delft", ""),
            "Uitval in Delft",
            language,
        )
    }

    #[test]
    fn up_and_down_is_only_said_of_what_went_up_and_down() {
        assert_eq!(
            told(&[10.0, 30.0, 12.0, 20.0], Language::Nl),
            "In Delft was de uitval in 2018 hoger dan in 2015, maar het ging op en neer"
        );
        assert_eq!(
            told(&[10.0, 10.0, 10.0, 30.0], Language::Nl),
            "Uitval in Delft: hoger dan in 2015, maar een trend staat niet vast"
        );
        assert_eq!(
            told(&[30.0, 10.0, 32.0, 20.0], Language::En),
            "In Delft, drop-out was lower in 2018 than in 2015, but it went up and down"
        );
        assert_eq!(
            on_tile(&series(&[10.0, 30.0, 12.0, 20.0]), Language::Nl),
            (
                "Hoger dan in 2015".to_owned(),
                ", maar het ging op en neer".to_owned()
            )
        );
    }

    /// What only rose, and cannot be chance, was no even rise.
    #[test]
    fn a_rise_that_slows_down_is_said_not_to_be_even() {
        let mut series = series(&[10.0, 30.0, 40.0, 44.0]);
        let Trend::NoDemonstrableTrend(effect) = &mut series.trend else {
            panic!("it has no trend");
        };
        effect.is_beyond_chance = true;
        let told = |language| on_tile(&series, language).1;
        assert_eq!(told(Language::Nl), ", maar het ging niet gelijkmatig");
        assert_eq!(told(Language::En), ", but it did not go evenly");
    }

    #[test]
    fn ends_that_chance_may_explain_are_no_rise_and_no_fall() {
        assert_eq!(
            told(&[10.0, 30.0, 12.0, 10.5], Language::Nl),
            "In Delft is geen stijging of daling aan te tonen in de uitval"
        );
        let (bold, plain) = on_tile(&series(&[10.0, 10.5]), Language::En);
        assert_eq!(
            (bold.as_str(), plain.as_str()),
            ("No rise or fall can be shown", "")
        );
    }
}
