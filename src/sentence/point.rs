//! One point or bar of a chart in words, for who walks through it by keyboard.

use super::findings::{capital, outcome_words};
use super::mark::mark;
use super::number;
use super::reason::reason_words;
use super::text;
use crate::indicator::{Outcome, Unit};
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

/// "Delft, 2023: 12,8 van elke 100, marge 12,1 tot 13,5." What is hidden is told as its bounds, with the name of its mark; what is
/// not there with the reason.
pub fn point_words(spot: Spot<'_>, outcome: &Outcome, unit: Unit, language: Language) -> String {
    let provisional = if spot.provisional {
        format!(", {}", text::PROVISIONAL.get(language))
    } else {
        String::new()
    };
    let told = match outcome {
        Outcome::Figure(figure) => {
            let value = number::shown(figure.value, unit, language);
            let margin = number::range(figure.confidence, unit, language);
            match language {
                Language::Nl => format!("{value}, marge {margin}."),
                Language::En => format!("{value}, margin {margin}."),
            }
        }
        Outcome::Hidden { .. } => {
            let name = outcome
                .status()
                .map(|status| mark(status).name.get(language))
                .unwrap_or_default();
            let words = outcome_words(outcome, unit, language);
            format!("{name}, {words} {}.", number::table_unit(unit, language))
        }
        Outcome::StructuralZero => format!("{}.", text::ALWAYS_ZERO.get(language)),
        Outcome::Missing(reason) => reason_words(*reason, language).to_owned(),
    };
    format!("{}, {}{provisional}: {told}", capital(spot.area), spot.what)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::Reason;
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
        let told = |outcome: &Outcome| point_words(spot, outcome, Unit::Youths, Language::Nl);
        assert_eq!(
            told(&hidden(false)),
            "Rest van de regio, 2024, voorlopig: geheim, tussen 0 en 9 jeugdigen."
        );
        assert!(told(&hidden(true)).contains("secundair geheim"));
        assert_eq!(
            told(&Outcome::StructuralZero),
            "Rest van de regio, 2024, voorlopig: 0, altijd."
        );
        assert!(told(&Outcome::Missing(Reason::NotKnownYet)).contains("Nog niet bekend"));
    }
}
