//! Of how much care is known what a figure tells of: without it the figure says little.

use super::number::{self, Form};
use crate::indicator::{Figure, Indicator, Outcome, Unit};
use crate::vocabulary::Language;

/// Of how many of every hundred care periods of a year what `indicator` tells of is known, with both numbers, and of how many in the first year;
/// nothing where there is no figure.
pub fn response_words(
    indicator: &Indicator,
    known: (u16, &Outcome),
    first: Option<(u16, &Outcome)>,
    language: Language,
) -> Option<String> {
    if indicator.is_of_allocations() {
        allocation_words(known, first, language)
    } else {
        answer_words(known, first, language)
    }
}

fn allocation_words(
    (year, known): (u16, &Outcome),
    first: Option<(u16, &Outcome)>,
    language: Language,
) -> Option<String> {
    let figure = match (known, language) {
        (Outcome::Figure(figure), _) => figure,
        (Outcome::Hidden { .. }, Language::Nl) => {
            return Some(format!(
                "Van hoeveel trajecten die in {year} begonnen de dag van toewijzing bekend is, is verborgen."
            ));
        }
        (Outcome::Hidden { .. }, Language::En) => {
            return Some(format!(
                "Of how many care periods that began in {year} the day of allocation is known is hidden."
            ));
        }
        (Outcome::StructuralZero | Outcome::Missing(_), _) => return None,
    };
    let count = |value: f64| number::figure(value, Unit::Trajectories, Form::Bare, language);
    let share = share(figure, language);
    let (known, begun) = (
        count(figure.numerator.value),
        count(figure.denominator.as_ref()?.value),
    );
    let before = first
        .and_then(|(year, known)| Some((year, self::share(known.figure()?, language))))
        .filter(|(_, before)| *before != share);
    Some(match (language, before) {
        (Language::Nl, None) => format!(
            "De dag van toewijzing is bekend van {share} van elke 100 trajecten die in {year} begonnen: ongeveer {known} van {begun}. De andere tellen niet mee."
        ),
        (Language::Nl, Some((earlier, before))) => format!(
            "De dag van toewijzing is bekend van {share} van elke 100 trajecten die in {year} begonnen: ongeveer {known} van {begun}. De andere tellen niet mee. In {earlier} was de dag bekend van {before} van elke 100: vergelijk de jaren met voorzichtigheid."
        ),
        (Language::En, None) => format!(
            "The day of allocation is known of {share} of every 100 care periods that began in {year}: about {known} of {begun}. The others do not count."
        ),
        (Language::En, Some((earlier, before))) => format!(
            "The day of allocation is known of {share} of every 100 care periods that began in {year}: about {known} of {begun}. The others do not count. In {earlier} it was known of {before} of every 100: compare years with care."
        ),
    })
}

fn answer_words(
    (year, known): (u16, &Outcome),
    first: Option<(u16, &Outcome)>,
    language: Language,
) -> Option<String> {
    let words = match (known, language) {
        (Outcome::Figure(figure), _) => {
            let count =
                |value: f64| number::figure(value, Unit::Trajectories, Form::Bare, language);
            let share = share(figure, language);
            let answered = count(figure.numerator.value);
            let ended = count(figure.denominator.as_ref()?.value);
            let before = first
                .and_then(|(year, known)| Some((year, self::share(known.figure()?, language))))
                .filter(|(_, before)| *before != share);
            match (language, before) {
                (Language::Nl, None) => format!(
                    "Het antwoord is bekend van {share} van elke 100 trajecten die in {year} eindigden: ongeveer {answered} van {ended}. Wie niet is gevraagd of niet antwoordde, kan er anders over denken."
                ),
                (Language::Nl, Some((earlier, before))) => format!(
                    "Het antwoord is bekend van {share} van elke 100 trajecten die in {year} eindigden: ongeveer {answered} van {ended}. In {earlier} waren dat er {before} van elke 100. Het zijn dus niet steeds dezelfde aanbieders en gezinnen: vergelijk de jaren met voorzichtigheid."
                ),
                (Language::En, None) => format!(
                    "The answer is known of {share} of every 100 care periods that ended in {year}: about {answered} of {ended}. Whoever was not asked or did not answer may think otherwise."
                ),
                (Language::En, Some((earlier, before))) => format!(
                    "The answer is known of {share} of every 100 care periods that ended in {year}: about {answered} of {ended}. In {earlier} it was {before} of every 100. So it is not about the same providers and families every year: compare years with care."
                ),
            }
        }
        (Outcome::Hidden { .. }, Language::Nl) => format!(
            "Van hoeveel trajecten die in {year} eindigden het antwoord bekend is, is verborgen. Wie niet is gevraagd of niet antwoordde, kan er anders over denken."
        ),
        (Outcome::Hidden { .. }, Language::En) => format!(
            "Of how many care periods that ended in {year} the answer is known is hidden. Whoever was not asked or did not answer may think otherwise."
        ),
        (Outcome::StructuralZero | Outcome::Missing(_), _) => return None,
    };
    Some(words)
}

fn share(figure: &Figure, language: Language) -> String {
    number::figure(figure.value, Unit::PerHundred, Form::Bare, language)
}
