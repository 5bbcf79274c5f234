//! Whether an area rises or falls faster than the rest of the region, as one sentence that says no more than its test.

use super::findings::Place;
use super::number;
use super::whole::shown_of;
use crate::indicator::{Growth, Indicator, Series, Unit};
use crate::statistics::Trend;
use crate::vocabulary::Language;

/// The sentence; nothing where there is no rest of the region.
pub fn growth_words(
    indicator: &Indicator,
    series: &Series,
    place: Place<'_>,
    language: Language,
) -> Option<String> {
    let growth = series.growth.as_deref()?;
    let name = place.name;
    let (effect, faster) = match growth.apart {
        Trend::Rising(effect) => (effect, true),
        Trend::Falling(effect) => (effect, false),
        Trend::NoDemonstrableTrend(_) => {
            let (first, last) = growth.years?;
            return Some(match language {
                Language::Nl => format!(
                    "De ontwikkeling van {first} tot en met {last} verschilt in {name} niet aantoonbaar van die in de rest van de regio."
                ),
                Language::En => format!(
                    "How it developed from {first} to {last} does not demonstrably differ in {name} from the rest of the region."
                ),
            });
        }
        Trend::NotTestable(_) => {
            return Some(match language {
                Language::Nl => format!(
                    "Of dit cijfer zich in {name} anders ontwikkelt dan in de rest van de regio, is niet te berekenen: er zijn te weinig jaren waarin beide een cijfer hebben en op dezelfde manier zijn geteld."
                ),
                Language::En => format!(
                    "Whether this figure develops differently in {name} than in the rest of the region cannot be calculated: there are too few years in which both have a figure and were counted in the same way."
                ),
            });
        }
    };
    let (first, last) = growth.years?;
    let by = if growth.is_relative {
        let percent = effect.per_year.abs().exp_m1() * 100.0;
        number::shown(percent, Unit::PercentMore, language)
    } else {
        shown_of(effect.per_year.abs(), indicator, language)
    };
    let moves = moves(series, growth);
    Some(match language {
        Language::Nl => {
            let told = match (moves, faster) {
                (Some(Moves::Up), true) => ["harder omhoog", "", " meer"],
                (Some(Moves::Up), false) => ["minder hard omhoog", "", " minder"],
                (Some(Moves::Down), true) => ["minder hard omlaag", " scheelt dat", ""],
                (Some(Moves::Down), false) => ["harder omlaag", " scheelt dat", ""],
                (None, true) => ["", "", " hoger uit"],
                (None, false) => ["", "", " lager uit"],
            };
            let [goes, before, after] = told;
            let head = if goes.is_empty() {
                format!("Vergeleken met de rest van de regio komt {name}")
            } else {
                format!("Dat gaat in {name} {goes} dan in de rest van de regio:")
            };
            format!(
                "{head} elk jaar{before} ongeveer {by}{after} ({first} tot en met {last}). Dat is meer dan toeval."
            )
        }
        Language::En => {
            let told = match (moves, faster) {
                (Some(Moves::Up), true) => ["rising faster", "by about ", " more a year"],
                (Some(Moves::Up), false) => ["rising less fast", "by about ", " less a year"],
                (Some(Moves::Down), true) => {
                    ["falling less fast", "a difference of about ", " a year"]
                }
                (Some(Moves::Down), false) => {
                    ["falling faster", "a difference of about ", " a year"]
                }
                (None, true) => ["", "about ", " higher each year"],
                (None, false) => ["", "about ", " lower each year"],
            };
            let [goes, before, after] = told;
            let head = if goes.is_empty() {
                format!("Compared with the rest of the region, {name} ends up")
            } else {
                format!("It is {goes} in {name} than in the rest of the region:")
            };
            format!("{head} {before}{by}{after} ({first} to {last}). That is more than chance.")
        }
    })
}

enum Moves {
    Up,
    Down,
}

/// Where both go, when the area demonstrably goes there and the rest does not go the other way. Only of the years in which the area was
/// tested: of others its own trend says nothing.
fn moves(series: &Series, growth: &Growth) -> Option<Moves> {
    let (_, rest) = growth.each.filter(|_| growth.years == series.tested)?;
    match series.trend {
        Trend::Rising(_) if rest > 0.0 => Some(Moves::Up),
        Trend::Falling(_) if rest < 0.0 => Some(Moves::Down),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::by_id;
    use crate::statistics::{Effect, Interval, NotTestable};

    fn effect(per_year: f64) -> Effect {
        Effect {
            per_year,
            interval: Interval::exact(per_year),
            level: 10.0,
            relative: None,
            p_value: 0.001,
            overdispersion: 1.0,
            keeps_direction: true,
            is_beyond_chance: false,
        }
    }

    fn told(trend: Trend, apart: Trend, each: (f64, f64), language: Language) -> String {
        told_of((2015, 2023), trend, apart, each, language)
    }

    /// The same where area and rest were held against each other in other years than the area alone.
    fn told_of(
        years: (u16, u16),
        trend: Trend,
        apart: Trend,
        each: (f64, f64),
        language: Language,
    ) -> String {
        let series = Series {
            points: Vec::new(),
            trend,
            tested: Some((2015, 2023)),
            incomparable_from: None,
            growth: Some(Box::new(Growth {
                apart,
                years: Some(years),
                each: Some(each),
                is_relative: false,
            })),
        };
        let place = Place {
            name: "Delft",
            whole_region: false,
        };
        growth_words(by_id("gebruik").unwrap(), &series, place, language)
            .unwrap()
            .replace('\u{a0}', " ")
    }

    #[test]
    fn a_faster_rise_is_only_said_of_what_rises() {
        let (rising, none) = (
            Trend::Rising(effect(0.4)),
            Trend::NoDemonstrableTrend(effect(0.1)),
        );
        let apart = Trend::Rising(effect(0.2));
        assert!(told(rising, apart, (0.4, 0.2), Language::Nl).starts_with("Dat gaat in Delft harder omhoog dan in de rest van de regio: elk jaar ongeveer 0,2 van elke 100 jeugdigen meer (2015 tot en met 2023)."));
        for (trend, each) in [(none, (0.1, -0.1)), (rising, (0.1, -0.1))] {
            assert!(
                told(trend, apart, each, Language::Nl)
                    .starts_with("Vergeleken met de rest van de regio komt Delft elk jaar")
            );
        }
        // A trend over other years is not said of these.
        let other = told_of((2019, 2023), rising, apart, (0.4, 0.2), Language::Nl);
        assert!(
            other.starts_with("Vergeleken met de rest van de regio komt Delft")
                && other.contains("2019 tot en met 2023"),
            "{other}"
        );
        let slower = told(
            Trend::Falling(effect(-0.2)),
            apart,
            (-0.2, -0.4),
            Language::En,
        );
        assert!(
            slower.starts_with("It is falling less fast in Delft"),
            "{slower}"
        );
    }

    #[test]
    fn a_total_grows_by_a_share_of_itself() {
        let series = Series {
            points: Vec::new(),
            trend: Trend::Rising(effect(40.0)),
            tested: Some((2015, 2023)),
            incomparable_from: None,
            growth: Some(Box::new(Growth {
                apart: Trend::Rising(effect(1.02_f64.ln())),
                years: Some((2015, 2023)),
                each: Some((0.03, 0.01)),
                is_relative: true,
            })),
        };
        let place = Place {
            name: "Delft",
            whole_region: false,
        };
        let entry = by_id("jeugdigen").unwrap();
        let words = growth_words(entry, &series, place, Language::Nl).unwrap();
        assert!(
            words
                .replace('\u{a0}', " ")
                .contains("elk jaar ongeveer 2,0 % meer"),
            "{words}"
        );
    }

    #[test]
    fn without_proof_nothing_is_claimed() {
        let rising = Trend::Rising(effect(0.4));
        let chance = told(
            rising,
            Trend::NoDemonstrableTrend(effect(0.3)),
            (0.4, 0.1),
            Language::Nl,
        );
        assert!(
            chance.contains("niet aantoonbaar van die in de rest van de regio"),
            "{chance}"
        );
        let short = Trend::NotTestable(NotTestable::TooFewPeriods { have: 3, need: 5 });
        assert!(told(rising, short, (0.4, 0.1), Language::En).contains("cannot be calculated"));
    }
}
