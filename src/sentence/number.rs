//! The one number formatter: thousands and decimals by language, a fixed number of decimals per unit, and units that never
//! break from their number.

use super::text;
use crate::indicator::Unit;
use crate::statistics::Interval;
use crate::vocabulary::{Language, MeasureUnit};

const NBSP: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// Where a number stands, which decides how short it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Only the number: in tables and on axes.
    Bare,
    /// With its sign of money, without the unit in words: on tiles.
    Tile,
}

/// A figure in the unit of its indicator.
pub fn figure(value: f64, unit: Unit, form: Form, language: Language) -> String {
    let (decimals, value, suffix) = match unit {
        Unit::PerHundred | Unit::PerThousand | Unit::Weeks => (1, value, ""),
        Unit::PerYouth => (2, value, ""),
        Unit::PercentMore => match (form, language) {
            (Form::Tile, Language::Nl) => (1, value, "\u{a0}%"),
            (Form::Tile, Language::En) => (1, value, "%"),
            (Form::Bare, _) => (1, value, ""),
        },
        Unit::Youths | Unit::Trajectories | Unit::Days | Unit::Providers | Unit::Orders => {
            (0, value, "")
        }
        Unit::EuroPerYouth | Unit::EuroPerTrajectory => (0, (value / 10.0).round() * 10.0, ""),
        // Parts that must add up before the reader's eyes.
        Unit::EuroPerYouthMore => (0, value, ""),
        // A change may be small beside the whole.
        Unit::EuroMore if form == Form::Tile && value.abs() < 1e6 => {
            (0, (value / 1e3).round() * 1e3, "")
        }
        Unit::Euro | Unit::EuroMore => match (form, language) {
            (Form::Tile, Language::Nl) => (1, value / 1e6, "\u{a0}miljoen"),
            (Form::Tile, Language::En) => (1, value / 1e6, "\u{a0}million"),
            (Form::Bare, _) => (0, value, ""),
        },
    };
    let number = digits(value, decimals, language);
    match (unit, form) {
        (Unit::PercentMore, Form::Tile) => format!("{number}{suffix}"),
        (
            Unit::Euro
            | Unit::EuroPerYouth
            | Unit::EuroPerTrajectory
            | Unit::EuroMore
            | Unit::EuroPerYouthMore,
            Form::Tile,
        ) => {
            let (minus, number) = match number.strip_prefix(MINUS) {
                Some(rest) => ("\u{2212}", rest),
                None => ("", number.as_str()),
            };
            match language {
                Language::Nl => format!("{minus}€{NBSP}{number}{suffix}"),
                Language::En => format!("{minus}€{number}{suffix}"),
            }
        }
        _ => number,
    }
}

/// A formula as its lines may break: before a sign, never behind one.
pub fn formula(words: &str) -> String {
    let signs = ['÷', '×', '=', '+', MINUS];
    signs.into_iter().fold(words.to_owned(), |words, sign| {
        words.replace(&format!(" {sign} "), &format!(" {sign}{NBSP}"))
    })
}

/// The outcome of a formula: a share without what it is of, as the formula itself has its hundred or thousand.
pub fn result(value: f64, unit: Unit, language: Language) -> String {
    match unit {
        Unit::PerHundred | Unit::PerThousand => figure(value, unit, Form::Bare, language),
        _ => shown(value, unit, language),
    }
}

/// By what a ratio is multiplied, or divided once more: " × 100", " ÷ 7", on one line with what stands before it; nothing when it stays as
/// it is.
pub fn times(multiplier: f64, language: Language) -> String {
    let written = |value| figure(value, Unit::Youths, Form::Bare, language);
    if (multiplier - 1.0).abs() < f64::EPSILON {
        String::new()
    } else if multiplier > 1.0 {
        format!("{NBSP}×{NBSP}{}", written(multiplier))
    } else {
        format!("{NBSP}÷{NBSP}{}", written(1.0 / multiplier))
    }
}

/// A figure as a tile sets it: the number large, the unit small beside it; millions belong to the unit.
pub fn tile(value: f64, unit: Unit, language: Language) -> (String, String) {
    let number = figure(value, unit, Form::Tile, language);
    let words = unit_words(unit, language);
    match number.rsplit_once(NBSP) {
        Some((amount, million)) if million.starts_with("mil") => {
            (amount.to_owned(), format!("{million} {words}"))
        }
        _ => {
            let words = words_after(&number, unit, language);
            (number, words.to_owned())
        }
    }
}

/// A figure with its unit in words, as in a sentence.
pub fn shown(value: f64, unit: Unit, language: Language) -> String {
    let number = figure(value, unit, Form::Tile, language);
    match unit {
        Unit::Euro
        | Unit::EuroPerYouth
        | Unit::EuroPerTrajectory
        | Unit::EuroMore
        | Unit::EuroPerYouthMore
        | Unit::PercentMore => number,
        _ => format!("{number}{NBSP}{}", words_after(&number, unit, language)),
    }
}

/// The unit in words behind a number: one is one of them.
fn words_after(number: &str, unit: Unit, language: Language) -> &'static str {
    if number != "1" {
        return unit_words(unit, language);
    }
    match (unit, language) {
        (Unit::Youths, Language::Nl) => "jeugdige",
        (Unit::Youths, Language::En) => "youth",
        (Unit::Trajectories, Language::Nl) => "traject",
        (Unit::Trajectories, Language::En) => "care period",
        (Unit::Days, Language::Nl) => "dag",
        (Unit::Days, Language::En) => "day",
        (Unit::Providers, Language::Nl) => "aanbieder",
        (Unit::Providers, Language::En) => "provider",
        (Unit::Orders, Language::Nl) => "maatregel",
        (Unit::Orders, Language::En) => "order",
        _ => unit_words(unit, language),
    }
}

/// The unit in words; for money what the money is per.
pub const fn unit_words(unit: Unit, language: Language) -> &'static str {
    match (unit, language) {
        (Unit::Youths, Language::Nl) => "jeugdigen",
        (Unit::Youths, Language::En) => "youths",
        (Unit::Trajectories, Language::Nl) => "trajecten",
        (Unit::Trajectories, Language::En) => "care periods",
        (Unit::PerHundred, Language::Nl) => "van elke 100",
        (Unit::PerHundred, Language::En) => "of every 100",
        (Unit::PerThousand, Language::Nl) => "van elke 1.000",
        (Unit::PerThousand, Language::En) => "of every 1,000",
        (Unit::Euro, Language::Nl) => "in het jaar",
        (Unit::Euro, Language::En) => "in the year",
        (Unit::EuroPerYouth, Language::Nl) => "per jeugdige per jaar",
        (Unit::EuroPerYouth, Language::En) => "per youth per year",
        (Unit::EuroPerTrajectory, Language::Nl) => "per traject per jaar",
        (Unit::EuroPerTrajectory, Language::En) => "per care period per year",
        (Unit::EuroPerYouthMore, Language::Nl) => "per jeugdige meer of minder dan het jaar ervoor",
        (Unit::EuroPerYouthMore, Language::En) => "per youth more or less than the year before",
        (Unit::EuroMore | Unit::PercentMore, Language::Nl) => "meer of minder dan het jaar ervoor",
        (Unit::EuroMore | Unit::PercentMore, Language::En) => "more or less than the year before",
        (Unit::PerYouth, Language::Nl) => "per jeugdige",
        (Unit::PerYouth, Language::En) => "per youth",
        (Unit::Days, Language::Nl) => "dagen",
        (Unit::Days, Language::En) => "days",
        (Unit::Weeks, Language::Nl) => "weken",
        (Unit::Weeks, Language::En) => "weeks",
        (Unit::Providers, Language::Nl) => "aanbieders",
        (Unit::Providers, Language::En) => "providers",
        (Unit::Orders, Language::Nl) => "maatregelen",
        (Unit::Orders, Language::En) => "orders",
    }
}

/// The unit above a table, which leaves out the sign of money.
pub const fn table_unit(unit: Unit, language: Language) -> &'static str {
    match (unit, language) {
        (Unit::Euro, Language::Nl) => "euro per jaar",
        (Unit::Euro, Language::En) => "euros a year",
        (Unit::EuroPerYouth, Language::Nl) => "euro per jeugdige per jaar",
        (Unit::EuroPerYouth, Language::En) => "euros per youth per year",
        (Unit::EuroPerTrajectory, Language::Nl) => "euro per traject per jaar",
        (Unit::EuroPerTrajectory, Language::En) => "euros per care period per year",
        (Unit::EuroMore, Language::Nl) => "euro meer of minder dan het jaar ervoor",
        (Unit::EuroMore, Language::En) => "euros more or less than the year before",
        (Unit::EuroPerYouthMore, Language::Nl) => {
            "euro per jeugdige meer of minder dan het jaar ervoor"
        }
        (Unit::EuroPerYouthMore, Language::En) => {
            "euros per youth more or less than the year before"
        }
        (Unit::PercentMore, Language::Nl) => "procent meer of minder dan het jaar ervoor",
        (Unit::PercentMore, Language::En) => "percent more or less than the year before",
        _ => unit_words(unit, language),
    }
}

/// "36,2 tot 41,4".
pub fn range(interval: Interval, unit: Unit, language: Language) -> String {
    // An uncertain amount in single euros would look more certain than it is.
    let end = |value: f64| {
        let value = if matches!(unit, Unit::Euro | Unit::EuroMore) {
            (value / 1_000.0).round() * 1_000.0
        } else {
            value
        };
        figure(value, unit, Form::Bare, language)
    };
    match language {
        Language::Nl => format!("{} tot {}", end(interval.lo()), end(interval.hi())),
        Language::En => format!("{} to {}", end(interval.lo()), end(interval.hi())),
    }
}

/// Whether nothing is known of a share: it may be none and it may be all, as it reads.
pub fn is_open(interval: Interval, unit: Unit) -> bool {
    let all = match unit {
        Unit::PerHundred => 100.0,
        Unit::PerThousand => 1_000.0,
        _ => return false,
    };
    interval.lo() < 0.05 && interval.hi() >= all - 0.05
}

/// "tussen 0 en 9"; "ongeveer 0,1" when both ends read the same; "niet te zeggen" of a share that may be anything.
pub fn between(interval: Interval, unit: Unit, language: Language) -> String {
    if is_open(interval, unit) {
        return text::CANNOT_BE_TOLD.get(language).to_owned();
    }
    let end = |value| figure(value, unit, Form::Bare, language);
    // What is known of an amount is not known to the euro.
    let (least, most) = match unit {
        Unit::Euro => (
            (interval.lo() / 1e3).floor() * 1e3,
            (interval.hi() / 1e3).ceil() * 1e3,
        ),
        _ => (interval.lo(), interval.hi()),
    };
    let (low, high) = (end(least), end(most));
    match language {
        Language::Nl if low == high => format!("ongeveer {low}"),
        Language::En if low == high => format!("about {low}"),
        Language::Nl => format!("tussen {low} en {high}"),
        Language::En => format!("between {low} and {high}"),
    }
}

/// A day in words, "1 april 2025"; what is not an ISO 8601 date stays as it is.
pub fn date(iso: &str, language: Language) -> String {
    const MONTHS: [[&str; 2]; 12] = [
        ["januari", "January"],
        ["februari", "February"],
        ["maart", "March"],
        ["april", "April"],
        ["mei", "May"],
        ["juni", "June"],
        ["juli", "July"],
        ["augustus", "August"],
        ["september", "September"],
        ["oktober", "October"],
        ["november", "November"],
        ["december", "December"],
    ];
    let mut parts = iso.split('-').map(str::parse::<usize>);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month @ 1..=12)), Some(Ok(day))) => {
            format!("{day} {} {year}", MONTHS[month - 1][language as usize])
        }
        _ => iso.to_owned(),
    }
}

/// A published measure: whole, with a sign for euros.
pub fn count(value: f64, unit: MeasureUnit, language: Language) -> String {
    let number = digits(value, 0, language);
    match unit {
        MeasureUnit::Euro | MeasureUnit::EuroSquared => {
            let sign = match language {
                Language::Nl => format!("€{NBSP}"),
                Language::En => "€".to_owned(),
            };
            match number.strip_prefix(MINUS) {
                Some(number) => format!("{MINUS}{sign}{number}"),
                None => format!("{sign}{number}"),
            }
        }
        _ => number,
    }
}

/// A whole number with separators: how many files, figures or relations there are.
pub fn amount(value: u64, language: Language) -> String {
    digits(value as f64, 0, language)
}

/// The size of files, "1,3 MB".
pub fn megabytes(bytes: u64, language: Language) -> String {
    format!("{}{NBSP}MB", digits(bytes as f64 / 1e6, 1, language))
}

/// Digits with separators; minus zero is zero.
fn digits(value: f64, decimals: usize, language: Language) -> String {
    let (thousands, decimal) = match language {
        Language::Nl => ('.', ','),
        Language::En => (',', '.'),
    };
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push(decimal);
        grouped.push_str(fraction);
    }
    let is_zero = plain.chars().all(|digit| matches!(digit, '0' | '.'));
    if value < 0.0 && !is_zero {
        format!("{MINUS}{grouped}")
    } else {
        grouped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_of_them() {
        let said = |value, unit| shown(value, unit, Language::Nl).replace(NBSP, " ");
        assert_eq!(said(1.0, Unit::Orders), "1 maatregel");
        assert_eq!(said(0.6, Unit::Providers), "1 aanbieder");
        assert_eq!(said(2.0, Unit::Orders), "2 maatregelen");
        assert_eq!(said(1.0, Unit::PerHundred), "1,0 van elke 100");
        assert_eq!(
            tile(1.0, Unit::Days, Language::En),
            ("1".to_owned(), "day".to_owned())
        );
    }

    #[test]
    fn a_share_that_may_be_anything_is_not_told_as_two_numbers() {
        let told = |low, high, unit, language| {
            let within = Interval::new(low, high).ok_or("no interval");
            within.map(|within| between(within, unit, language))
        };
        let (nl, en) = (Language::Nl, Language::En);
        for (low, high, unit, language, words) in [
            (0.0, 100.0, Unit::PerHundred, nl, "niet te zeggen"),
            (0.04, 99.96, Unit::PerHundred, en, "cannot be told"),
            (0.0, 1_000.0, Unit::PerThousand, nl, "niet te zeggen"),
            (0.0, 99.9, Unit::PerHundred, nl, "tussen 0,0 en 99,9"),
            (0.1, 100.0, Unit::PerHundred, en, "between 0.1 and 100.0"),
            (0.0, 100.0, Unit::PerThousand, nl, "tussen 0,0 en 100,0"),
            (0.0, 100.0, Unit::Youths, nl, "tussen 0 en 100"),
        ] {
            assert_eq!(told(low, high, unit, language).as_deref(), Ok(words));
        }
    }

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(
            figure(12_345.6, Unit::Youths, Form::Bare, Language::Nl),
            "12.346"
        );
        assert_eq!(
            figure(12_345.6, Unit::Youths, Form::Bare, Language::En),
            "12,346"
        );
        assert_eq!(
            figure(11.44, Unit::PerHundred, Form::Tile, Language::Nl),
            "11,4"
        );
        assert_eq!(
            figure(12_344.0, Unit::EuroPerYouth, Form::Tile, Language::Nl),
            "€\u{a0}12.340"
        );
        assert_eq!(
            figure(-0.04, Unit::PerHundred, Form::Bare, Language::Nl),
            "0,0"
        );
        assert_eq!(
            figure(-1.25, Unit::PerHundred, Form::Bare, Language::En),
            "\u{2212}1.2"
        );
        assert_eq!(
            figure(163_400_000.0, Unit::Euro, Form::Tile, Language::Nl),
            "€\u{a0}163,4\u{a0}miljoen"
        );
        assert_eq!(
            figure(-1_240_000.0, Unit::EuroMore, Form::Tile, Language::Nl),
            "\u{2212}€\u{a0}1,2\u{a0}miljoen"
        );
        assert_eq!(
            figure(239_600.0, Unit::EuroMore, Form::Tile, Language::En),
            "€240,000"
        );
        assert_eq!(
            figure(5.14, Unit::PercentMore, Form::Tile, Language::Nl),
            "5,1\u{a0}%"
        );
        assert_eq!(
            figure(1.416, Unit::PerYouth, Form::Bare, Language::Nl),
            "1,42"
        );
    }
}
