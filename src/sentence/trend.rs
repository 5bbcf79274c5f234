//! How a rise or fall was tested, with the numbers of the test, in words.

use super::findings::percent;
use super::number::{self, Form};
use super::whole::shown_of;
use crate::indicator::{Indicator, Series, Unit};
use crate::statistics::Trend;
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
            Language::Nl => format!(", dat is {share} van het gemiddelde van die jaren ({level})"),
            Language::En => format!(", which is {share} of the average of those years ({level})"),
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
    let verdict = match (series.trend, language) {
        (Trend::Rising(_) | Trend::Falling(_), Language::Nl) => {
            "Zo’n lijn ontstaat in minder dan 2 van de 1.000 gevallen door toeval, en hangt niet aan één jaar. Daarom noemen we het een trend."
        }
        (Trend::Rising(_) | Trend::Falling(_), Language::En) => {
            "Chance gives such a line in fewer than 2 of 1,000 cases, and it does not depend on one year. That is why we call it a trend."
        }
        (Trend::NoDemonstrableTrend(effect), Language::Nl)
            if effect.keeps_direction && is_short =>
        {
            "Met zo weinig jaren kan zo’n lijn ook door toeval ontstaan, tenzij de cijfers er bijna precies op liggen. Daarom noemen we het nog geen trend."
        }
        (Trend::NoDemonstrableTrend(effect), Language::En)
            if effect.keeps_direction && is_short =>
        {
            "With so few years chance may give such a line too, unless the figures lie on it almost exactly. That is why we do not call it a trend yet."
        }
        (Trend::NoDemonstrableTrend(effect), Language::Nl) if effect.keeps_direction => {
            "Zo’n lijn kan ook door toeval ontstaan. Daarom noemen we het geen trend."
        }
        (Trend::NoDemonstrableTrend(effect), Language::En) if effect.keeps_direction => {
            "Chance may give such a line too. That is why we do not call it a trend."
        }
        (Trend::NoDemonstrableTrend(_), Language::Nl) => {
            "Zonder één van die jaren wijst de lijn de andere kant op. Daarom noemen we het geen trend."
        }
        (Trend::NoDemonstrableTrend(_), Language::En) => {
            "Without one of those years the line points the other way. That is why we do not call it a trend."
        }
        (Trend::NotTestable(_), _) => return None,
    };
    Some(format!("{line} {verdict}"))
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
