//! Of how much care the answers are known that a figure tells of: without it the figure says little.

use super::number::{self, Form};
use crate::indicator::{Figure, Outcome, Unit};
use crate::vocabulary::Language;

/// Of how many of every hundred care periods that ended in a year the answer is known, with both numbers, and of how many in the first year;
/// nothing where there is no figure.
pub fn response_words(
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
