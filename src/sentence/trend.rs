//! How a rise or fall was tested, with the numbers of the test, in words.

use super::findings::percent;
use super::number::{self, Form};
use super::whole::shown_of;
use crate::indicator::{Indicator, Series, Unit};
use crate::statistics::{Effect, Refusal, Trend};
use crate::vocabulary::Language;

/// Years between the first and the last, below which a line has to fit nearly exactly to be called a trend.
const SHORT: u16 = 6;

/// The line through the tested figures and what it takes to call it a trend; nothing for a series that was not tested.
pub fn trend_words(indicator: &Indicator, series: &Series, language: Language) -> Option<String> {
    let effect = series.trend.effect()?;
    let (first, last) = series.tested?;
    let rises = effect.per_year > 0.0;
    let slope = change_of(effect.per_year.abs(), indicator, language);
    let is_flat = slope == change_of(0.0, indicator, language);
    let relative = effect.relative.map(|(share, _)| {
        let (share, level) = (
            percent(share, language),
            shown_of(effect.level, indicator, language),
        );
        match language {
            Language::Nl => format!(
                ", dat is {share} van het gemiddelde van die jaren ({level}; ook in dat gemiddelde tellen zekere cijfers zwaarder)"
            ),
            Language::En => format!(
                ", which is {share} of the average of those years ({level}; in that average too, more certain figures count for more)"
            ),
        }
    });
    let relative = relative.unwrap_or_default();
    let line = match language {
        Language::Nl if is_flat => format!(
            "Trend: door de cijfers van {first} tot en met {last} is een rechte lijn getrokken, waarin zekere cijfers zwaarder tellen. Die lijn loopt vrijwel vlak."
        ),
        Language::En if is_flat => format!(
            "Trend: a straight line was drawn through the figures of {first} to {last}, in which more certain figures count for more. That line is nearly level."
        ),
        Language::Nl => format!(
            "Trend: door de cijfers van {first} tot en met {last} is een rechte lijn getrokken, waarin zekere cijfers zwaarder tellen. Die lijn {} per jaar {slope}{relative}. Eén laag of hoog jaar aan het begin of eind telt zo niet te zwaar.",
            if rises { "stijgt" } else { "daalt" }
        ),
        Language::En => format!(
            "Trend: a straight line was drawn through the figures of {first} to {last}, in which more certain figures count for more. That line {} by {slope} a year{relative}. That way, one low or high year at the start or end does not count for too much.",
            if rises { "rises" } else { "falls" }
        ),
    };
    if is_flat && matches!(series.trend, Trend::NoDemonstrableTrend(_)) {
        return Some(line);
    }
    let is_short = last.abs_diff(first) < SHORT;
    Some(format!("{line} {}", verdict(effect, is_short, language)))
}

/// Whether the line is a trend, and if not, what stands in the way.
fn verdict(effect: &Effect, is_short: bool, language: Language) -> &'static str {
    match (effect.refusal(), language) {
        (None, Language::Nl) => {
            "Zo’n lijn ontstaat in minder dan 2 van de 1.000 gevallen door toeval, en hangt niet aan één jaar. Daarom noemen we het een trend."
        }
        (None, Language::En) => {
            "Chance gives such a line in fewer than 2 of 1,000 cases, and it does not depend on one year. That is why we call it a trend."
        }
        (Some(Refusal::HangsOnOnePeriod), Language::Nl) => {
            "Zonder één van die jaren wijst de lijn de andere kant op. Daarom noemen we het geen trend."
        }
        (Some(Refusal::HangsOnOnePeriod), Language::En) => {
            "Without one of those years the line points the other way. That is why we do not call it a trend."
        }
        (Some(Refusal::NoStraightLine), Language::Nl) => {
            "De cijfers liggen verder van die rechte lijn dan toeval alleen verklaart: het ging niet elk jaar ongeveer evenveel omhoog of omlaag. Daarom noemen we het geen trend."
        }
        (Some(Refusal::NoStraightLine), Language::En) => {
            "The figures lie further from that straight line than chance alone explains: they did not go up or down by about as much every year. That is why we do not call it a trend."
        }
        (Some(Refusal::MayBeChance), Language::Nl) if is_short => {
            "Met zo weinig jaren kan zo’n lijn ook door toeval ontstaan, tenzij de cijfers er bijna precies op liggen. Daarom noemen we het nog geen trend."
        }
        (Some(Refusal::MayBeChance), Language::En) if is_short => {
            "With so few years chance may give such a line too, unless the figures lie on it almost exactly. That is why we do not call it a trend yet."
        }
        (Some(Refusal::MayBeChance), Language::Nl) => {
            "Zo’n lijn kan ook door toeval ontstaan. Daarom noemen we het geen trend."
        }
        (Some(Refusal::MayBeChance), Language::En) => {
            "Chance may give such a line too. That is why we do not call it a trend."
        }
    }
}

/// A change in a year: of days with a decimal where it is small, for figures of some twenty days change by less than one.
fn change_of(size: f64, indicator: &Indicator, language: Language) -> String {
    if indicator.unit != Unit::Days || size >= 10.0 {
        return shown_of(size, indicator, language);
    }
    let number = number::figure(size, Unit::Weeks, Form::Bare, language);
    match language {
        Language::Nl => format!("{number}\u{a0}dagen"),
        Language::En => format!("{number}\u{a0}days"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::by_id;
    use crate::statistics::{Point, trend};

    /// What is told of figures of 2015 and later, each with a standard error of a half.
    fn told(values: &[f64]) -> String {
        let points: Vec<Point> = (2015..)
            .zip(values)
            .map(|(period, value)| Point {
                period,
                value: *value,
                variance: 0.25,
            })
            .collect();
        let series = Series {
            points: Vec::new(),
            trend: trend(&points),
            tested: Some((2015, 2014 + u16::try_from(values.len()).unwrap())),
            incomparable_from: None,
            growth: None,
        };
        trend_words(by_id("uitval").unwrap(), &series, Language::Nl).unwrap()
    }

    #[test]
    fn each_refusal_has_its_own_words() {
        let evenly = [70.0, 73.0, 76.0, 79.0, 82.0, 85.0, 88.0, 91.0, 94.0];
        // Fast at first and slow afterwards: a rise beyond doubt, and no straight line.
        let levels_off = [72.3, 86.6, 92.2, 92.9, 93.2, 93.5, 94.7, 95.4, 96.2];
        let by_chance = [70.0, 71.0, 70.2, 71.2, 70.5, 71.4, 70.6, 71.5, 71.2];
        let briefly = [70.0, 70.9, 72.2, 73.1, 73.9];
        let by_one = [70.0, 69.9, 70.0, 69.9, 70.0, 69.9, 70.0, 69.9, 80.0];
        for (values, reason) in [
            (&evenly[..], "minder dan 2 van de 1.000"),
            (&levels_off, "verder van die rechte lijn"),
            (&by_chance, "Zo’n lijn kan ook door toeval ontstaan"),
            (&briefly, "Met zo weinig jaren"),
            (&by_one, "Zonder één van die jaren"),
        ] {
            let words = told(values);
            assert!(words.contains(reason), "{values:?}: {words}");
            assert_eq!(words.matches("noemen we het").count(), 1, "{words}");
        }
    }

    #[test]
    fn the_mean_that_a_change_is_a_part_of_is_said_to_be_weighted() {
        let words = told(&[70.0, 73.0, 76.0, 79.0, 82.0, 85.0]);
        assert!(
            words.contains("in dat gemiddelde tellen zekere cijfers zwaarder"),
            "{words}"
        );
    }
}
