//! What people call things: words of daily speech, next to the catalogue. A word may be the start of a longer one.

/// Other words for an indicator, by its id; one that the catalogue does not have is passed over.
pub const SYNONYMS: &[(&str, &str)] = &[
    (
        "gebruik",
        "hulp zorg kinderen kind jongeren percentage deel bereik cliënten children clients use",
    ),
    (
        "jeugdigen",
        "hulp zorg kinderen kind jongeren hoeveel cliënten children clients how many",
    ),
    (
        "kosten_per_jeugdige",
        "geld euro uitgaven prijs duur bedrag gemiddeld betaalbaar money euros price spending expensive",
    ),
    (
        "kosten",
        "geld euro uitgaven budget begroting tekort miljoen bedrag betaalbaar money euros spending budget deficit",
    ),
    (
        "instroom",
        "nieuw aanmelding begin start toegang verwijzing aanvraag new start access intake",
    ),
    (
        "uitstroom",
        "klaar afronden einde stoppen uit zorg finished end leave",
    ),
    (
        "gewoon_opvoeden",
        "preventie opvoeden gezin buurt wijkteam lokaal normaliseren prevention family",
    ),
    (
        "duur_gemiddeld",
        "lang duur looptijd tijd dagen lengte length duration days",
    ),
    (
        "duur_korter_jaar",
        "kort duur looptijd tijd snel short duration",
    ),
    (
        "uitval",
        "afgebroken voortijdig mislukt stoppen breuk drop out dropout",
    ),
    (
        "terugkeer",
        "herhaald opnieuw terug terugval recidive herhaling again repeat relapse",
    ),
    (
        "wachttijd",
        "wachtlijst wachten wachttijden waiting list queue",
    ),
    (
        "onderwijs",
        "school scholen leerling thuiszitter passend thuiszitters pupils education",
    ),
];

/// Something that people look for and that is no figure of this release: what it is called, and what can be said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Ids of the catalogue that take its place once they are there.
    pub until: &'static [&'static str],
    /// What people type.
    pub words: &'static str,
    /// What it is called.
    pub title: crate::vocabulary::Bilingual,
    /// What can be said of it.
    pub line: crate::vocabulary::Bilingual,
}

/// What is looked for in vain, so that the reader is not left guessing.
pub const ABSENT: &[Absent] = &[
    Absent {
        until: &["wachttijd", "wachttijden"],
        words: "wachtlijst wachttijd wachttijden wachten waiting list queue",
        title: crate::vocabulary::Bilingual::new("Wachttijden", "Waiting times"),
        line: crate::vocabulary::Bilingual::new(
            "Hoelang jeugdigen op hulp wachten, staat niet in deze publicatie: dat wordt nog niet overal op dezelfde manier gemeten.",
            "How long youths wait for care is not in this publication: it is not measured in the same way everywhere yet.",
        ),
    },
    Absent {
        until: &["ggz"],
        words: "ggz jeugdggz psychiatrie psycholoog psychisch mentaal depressie adhd autisme mental health psychiatry",
        title: crate::vocabulary::Bilingual::new("Jeugd-ggz", "Youth mental health care"),
        line: crate::vocabulary::Bilingual::new(
            "Jeugd-ggz telt mee, maar niet apart: ze zit in de vorm waarin de hulp is gegeven. Hier ziet u alle vormen naast elkaar.",
            "Youth mental health care is included, but not separately: it is part of the form in which care was given. Here you see all forms side by side.",
        ),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::CATALOGUE;

    #[test]
    fn every_indicator_has_words_of_daily_speech() {
        for entry in CATALOGUE {
            assert!(
                SYNONYMS.iter().any(|(id, _)| *id == entry.id),
                "{} has no synonyms",
                entry.id
            );
        }
    }
}
