//! What the guide to waiting times says.

use super::number::{self, Form};
use crate::indicator::{Outcome, Unit};
use crate::vocabulary::{Language, Member};

/// The last day of a quarter: "31 december 2024".
pub fn quarter_end(year: u16, quarter: Member, language: Language) -> String {
    let day = match quarter.index() {
        1 => "03-31",
        2 => "06-30",
        3 => "09-30",
        _ => "12-31",
    };
    number::date(&format!("{year}-{day}"), language)
}

/// How many youths waited on a day, for how long, and how many of them long. Of a hidden number it says between which ones it lies;
/// other hidden figures are left out.
pub fn waiting_lead(
    name: &str,
    day: &str,
    (waiting, mean, long): (&Outcome, &Outcome, &Outcome),
    language: Language,
) -> String {
    let is_nl = language == Language::Nl;
    let count = match (waiting, is_nl) {
        (Outcome::Figure(figure), _) => {
            let count = number::figure(figure.value, Unit::Youths, Form::Bare, language);
            format!("{} {count}", if is_nl { "ongeveer" } else { "about" })
        }
        (Outcome::Hidden { within, .. }, _) => number::between(*within, Unit::Youths, language),
        (Outcome::StructuralZero, true) => "geen".to_owned(),
        (Outcome::StructuralZero, false) => "no".to_owned(),
        (Outcome::Missing(_), true) => "een onbekend aantal".to_owned(),
        (Outcome::Missing(_), false) => "an unknown number of".to_owned(),
    };
    let first = if is_nl {
        format!("In {name} wachtten op {day} {count} jeugdigen op hulp")
    } else {
        format!("In {name}, {count} youths waited for care on {day}")
    };
    let second = mean.figure().map(|mean| {
        let weeks = number::shown(mean.value, Unit::Weeks, language);
        if is_nl {
            format!(". Gemiddeld wachtten zij toen al {weeks}")
        } else {
            format!(". By then they had waited {weeks} on average")
        }
    });
    let third = long.figure().map(|long| {
        let share = number::figure(long.value, Unit::Youths, Form::Bare, language);
        if is_nl {
            format!(". Van elke 100 wachtten er {share} drie maanden of langer")
        } else {
            format!(". Of every 100, {share} had waited three months or more")
        }
    });
    let sentences: Vec<String> = [Some(first), second, third].into_iter().flatten().collect();
    sentences.concat() + "."
}

/// At how many of the providers somebody waits long: "ongeveer 25 van 152". What is rounded to none may be a few.
pub fn providers_words(outcome: &Outcome, language: Language) -> String {
    let Some(figure) = outcome.figure() else {
        return super::findings::outcome_words(outcome, Unit::PerHundred, language);
    };
    let count = |value: f64| number::figure(value, Unit::Providers, Form::Bare, language);
    let asked = figure.denominator.as_ref().map_or(0.0, |asked| asked.value);
    let (few, most) = (
        count(figure.numerator.within.lo()),
        count(figure.numerator.within.hi().min(asked)),
    );
    let (about, asked) = (count(figure.numerator.value), count(asked));
    match (figure.numerator.value > 0.0, language) {
        (true, Language::Nl) => format!("ongeveer {about} van\u{a0}{asked}"),
        (true, Language::En) => format!("about {about} of\u{a0}{asked}"),
        (false, Language::Nl) => format!("{few} tot {most} van\u{a0}{asked}"),
        (false, Language::En) => format!("{few} to {most} of\u{a0}{asked}"),
    }
}
