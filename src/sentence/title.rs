//! How long a title may be, as what does not fit in it is told in the sentence below; and how it names a topic of a place.

use super::findings::{capital, selection_words};
use crate::indicator::Indicator;
use crate::vocabulary::{Language, Member};

/// Letters that go on two lines beside the choices, and on three of a phone.
const MOST: usize = 78;

/// The first of some ways to say a title that fits; the last one where none does.
pub(super) fn fitting(ways: Vec<String>) -> String {
    let mut title = String::new();
    for way in ways {
        title = way;
        if title.chars().count() <= MOST {
            break;
        }
    }
    title
}

/// A topic and where: "Kosten per jeugdige (pleegzorg) in Delft". A name that says of something where it is, is followed by the place
/// in brackets: "Aanbieders die in alle gemeenten werken (Delft)".
pub fn topic_in(
    indicator: &Indicator,
    place: &str,
    members: &[Member],
    language: Language,
) -> String {
    let name = capital(indicator.name.get(language));
    let narrowed = selection_words(members, language);
    if name.contains(" in ") {
        let narrowed = narrowed.map(|words| format!(", {words}"));
        return format!("{name} ({place}{})", narrowed.unwrap_or_default());
    }
    let narrowed = narrowed.map(|words| format!(" ({words})"));
    format!("{name}{} in {place}", narrowed.unwrap_or_default())
}

/// What stands above a column with its figures: the name, and what it is narrowed to; of a whole that has parts, the part.
pub fn figure_title(indicator: &Indicator, members: &[Member], language: Language) -> String {
    if let Some((over, _)) = indicator.composed_over()
        && let [part] = members
        && part.dimension() == over
    {
        return part.label().get(language).to_owned();
    }
    let name = capital(indicator.name.get(language));
    match selection_words(members, language) {
        Some(words) => format!("{name} ({words})"),
        None => name,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::{CATALOGUE, by_id};
    use crate::vocabulary::Dimension;

    #[test]
    fn no_topic_is_in_two_places() {
        let told = |id: &str, members: &[Member]| {
            topic_in(by_id(id).unwrap(), "Wassenaar", members, Language::Nl)
        };
        let foster = Dimension::CareForm.member("pleegzorg").unwrap();
        assert_eq!(
            told("aanbieders_alle_gemeenten", &[]),
            "Aanbieders die in alle gemeenten werken (Wassenaar)"
        );
        assert_eq!(
            told("kosten", &[foster]),
            "Kosten in totaal (Wassenaar, pleegzorg)"
        );
        assert_eq!(
            told("kosten_per_jeugdige", &[foster]),
            "Kosten per jeugdige (pleegzorg) in Wassenaar"
        );
        for entry in CATALOGUE {
            for language in [Language::Nl, Language::En] {
                let told = topic_in(entry, "Wassenaar", &[], language);
                assert!(told.matches(" in ").count() <= 1, "{told}");
            }
        }
    }

    #[test]
    fn a_column_names_the_part_that_it_shows() {
        let title =
            |id: &str, members: &[Member]| figure_title(by_id(id).unwrap(), members, Language::Nl);
        let within = Dimension::Range.member("binnen").unwrap();
        let foster = Dimension::CareForm.member("pleegzorg").unwrap();
        assert_eq!(title("richtinggevend_kader", &[within]), "Binnen het kader");
        assert_eq!(title("kosten", &[foster]), "Kosten in totaal (pleegzorg)");
        assert_eq!(title("kosten", &[]), "Kosten in totaal");
    }

    #[test]
    fn the_first_way_that_fits_is_taken_and_else_the_last() {
        let of = |letters: usize| "a".repeat(letters);
        assert_eq!(fitting(vec![of(78), of(5)]).len(), 78);
        assert_eq!(fitting(vec![of(79), of(78), of(5)]).len(), 78);
        assert_eq!(fitting(vec![of(79), of(90)]).len(), 90);
    }
}
