//! One point or bar of a chart in words, for who walks through it by keyboard.

use super::findings::capital;
use super::mark::mark;
use super::number::{self, Form};
use super::reason::reason_words;
use super::text;
use super::whole::{bounds_of, shown_of};
use crate::indicator::{Indicator, Outcome, Unit};
use crate::vocabulary::Language;

/// Whose figure a point is, and of what: an area and a year or a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot<'a> {
    /// The area, or the rest of the region.
    pub area: &'a str,
    /// The year, or the member.
    pub what: &'a str,
    /// Whether the year is provisional.
    pub provisional: bool,
}

/// "Delft, 2023: 12,8 van elke 100 jeugdigen, marge 12,1 tot 13,5." What is hidden is told as its bounds, with the name of its mark; what is
/// not there with the reason.
pub fn point_words(
    spot: Spot<'_>,
    outcome: &Outcome,
    indicator: &Indicator,
    language: Language,
) -> String {
    let unit = indicator.unit;
    let provisional = if spot.provisional {
        format!(", {}", text::PROVISIONAL.get(language))
    } else {
        String::new()
    };
    let told = match outcome {
        Outcome::Figure(figure) => {
            let value = shown_of(figure.value, indicator, language);
            let margin = number::range(figure.confidence, unit, language);
            match language {
                Language::Nl => format!("{value}, marge {margin}."),
                Language::En => format!("{value}, margin {margin}."),
            }
        }
        Outcome::Hidden { within, .. } => {
            let name = outcome
                .status()
                .map(|status| mark(status).name.get(language))
                .unwrap_or_default();
            format!("{name}, {}.", bounds_of(*within, indicator, language))
        }
        Outcome::StructuralZero => format!("{}.", text::ALWAYS_ZERO.get(language)),
        Outcome::Missing(reason) => reason_words(*reason, language).to_owned(),
    };
    format!("{}, {}{provisional}: {told}", capital(spot.area), spot.what)
}

/// "Delft: 12,8 van elke 100 jeugdigen. Aantal jeugdigen: 21.500. Kan toeval zijn." `standing` is where it lies in the funnel.
pub fn funnel_words(
    (area, value, indicator): (&str, f64, &Indicator),
    (size, size_words): (f64, &str),
    standing: &str,
    language: Language,
) -> String {
    let value = shown_of(value, indicator, language);
    let size = number::figure(size, Unit::Youths, Form::Bare, language);
    let standing = capital(standing);
    format!("{area}: {value}. {size_words}: {size}. {standing}.")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::{Reason, by_id};
    use crate::statistics::Interval;

    #[test]
    fn a_point_tells_area_year_status_and_bounds() {
        let spot = Spot {
            area: "rest van de regio",
            what: "2024",
            provisional: true,
        };
        let hidden = |secondary| Outcome::Hidden {
            within: Interval::new(0.0, 9.0).unwrap(),
            secondary,
        };
        let told = |outcome: &Outcome| {
            point_words(spot, outcome, by_id("jeugdigen").unwrap(), Language::Nl)
        };
        assert_eq!(
            told(&hidden(false)),
            "Rest van de regio, 2024, voorlopig: verborgen, tussen 0 en 9 jeugdigen."
        );
        assert!(told(&hidden(true)).contains("verborgen om een ander cijfer"));
        assert_eq!(
            told(&Outcome::StructuralZero),
            "Rest van de regio, 2024, voorlopig: 0, altijd."
        );
        assert!(told(&Outcome::Missing(Reason::NotKnownYet)).contains("Nog niet bekend"));
        let share = by_id("gebruik").unwrap();
        let anything = Outcome::Hidden {
            within: Interval::new(0.0, 100.0).unwrap(),
            secondary: false,
        };
        assert!(
            point_words(spot, &anything, share, Language::Nl)
                .ends_with("verborgen, niet te zeggen.")
        );
        assert!(
            point_words(spot, &hidden(false), share, Language::En)
                .ends_with("of every 100 youths.")
        );
    }

    #[test]
    fn a_dot_of_a_funnel_tells_figure_size_and_where_it_lies() {
        assert_eq!(
            funnel_words(
                ("Delft", 12.84, by_id("gebruik").unwrap()),
                (21_500.0, "Aantal jeugdigen"),
                "kan toeval zijn",
                Language::Nl
            ),
            "Delft: 12,8\u{a0}van elke 100 jeugdigen. Aantal jeugdigen: 21.500. Kan toeval zijn."
        );
    }
}
