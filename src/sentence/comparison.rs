//! Municipalities beside each other, as sentences. A difference is only said when its test supports it, given that all were tested.

use super::compare_forms::names;
use super::findings::{Place, capital, dutch_verb, outcome_words, selection_words};
use super::number::{self, Form};
use super::title::fitting;
use crate::indicator::{Compared, Comparison, Indicator, Outcome, Unit, last_comparable_year};
use crate::release::{AreaId, Region};
use crate::statistics::Verdict;
use crate::vocabulary::{Language, Member};

/// The finding, as a title: "In Delft is de uitval hoger dan in de rest van de regio, in 4 gemeenten lager". That it is more than chance,
/// and of whom, the remark tells.
pub fn comparison_headline(
    indicator: &Indicator,
    comparison: &Comparison,
    (region, year): (&Region, u16),
    members: &[Member],
    language: Language,
) -> String {
    let selection = selection_words(members, language)
        .map(|words| format!(" ({words})"))
        .unwrap_or_default();
    let subject = indicator.subject.phrase.get(language);
    let counts = (
        comparison.with(Verdict::Higher),
        comparison.with(Verdict::Lower),
    );
    if comparison.tested() == 0 {
        let name = capital(indicator.name.get(language));
        let only = selection_words(members, language)
            .map(|words| format!(", {words}"))
            .unwrap_or_default();
        return match language {
            Language::Nl => format!("{name}{only}, per gemeente in {year}"),
            Language::En => format!("{name}{only}, by municipality in {year}"),
        };
    }
    let name = capital(indicator.name.get(language));
    if counts == (0, 0) {
        // What was not tested may well differ.
        let tested = comparison.tested();
        let all = tested == comparison.municipalities.len();
        return match (language, all) {
            (Language::Nl, true) => {
                format!("{name}{selection}: geen gemeente verschilt aantoonbaar van de rest")
            }
            (Language::Nl, false) => format!(
                "{name}{selection}: van {tested} getoetste gemeenten verschilt er geen aantoonbaar"
            ),
            (Language::En, true) => {
                format!("{name}{selection}: no municipality demonstrably differs from the rest")
            }
            (Language::En, false) => format!(
                "{name}{selection}: of {tested} municipalities tested none demonstrably differs"
            ),
        };
    }
    let ([higher, lower], verb) = match language {
        Language::Nl => (["hoger", "lager"], dutch_verb(indicator, "is", "zijn")),
        Language::En if indicator.subject.plural.1 => (["higher", "lower"], "are"),
        Language::En => (["higher", "lower"], "is"),
    };
    // What is told first, and what else there is.
    let (first, second) = if counts.0 > 0 {
        ((Verdict::Higher, higher), (Verdict::Lower, lower))
    } else {
        ((Verdict::Lower, lower), (Verdict::Higher, higher))
    };
    let has_both = counts.0 > 0 && counts.1 > 0;
    let places = |verdict, most| places_with(comparison, (verdict, most), region, language);
    // "2 gemeenten hoger, 3 lager".
    let also = |most| {
        let place = places(second.0, most);
        let noun = match language {
            Language::Nl => "\u{a0}gemeenten",
            Language::En => "\u{a0}municipalities",
        };
        match place.strip_suffix(noun) {
            Some(number) if places(first.0, most).ends_with(noun) => number.to_owned(),
            _ => place,
        }
    };
    let whole = |most| {
        let (place, than) = (places(first.0, most), first.1);
        let head = match language {
            Language::Nl => {
                format!("In {place} {verb} {subject}{selection} {than} dan in de rest van de regio")
            }
            Language::En => format!(
                "In {place}, {subject}{selection} {verb} {than} than in the rest of the region"
            ),
        };
        let (place, than) = (also(most), second.1);
        let tail = match language {
            _ if !has_both => String::new(),
            Language::Nl => format!(", in {place} {than}"),
            Language::En => format!(", and {than} in {place}"),
        };
        head + &tail
    };
    let short = || {
        let rest = match language {
            Language::Nl => "dan de rest",
            Language::En => "than the rest",
        };
        let head = format!(
            "{name}{selection}: {} {} {rest}",
            places(first.0, 1),
            first.1
        );
        if has_both {
            format!("{head}, {} {}", also(1), second.1)
        } else {
            head
        }
    };
    fitting(vec![whole(NAMED), whole(1), short()])
}

/// Up to this many are named; of more the number is told.
const NAMED: usize = 3;

/// Those with a verdict: "Delft en Rijswijk", or "4 gemeenten".
fn places_with(
    comparison: &Comparison,
    (verdict, most): (Verdict, usize),
    region: &Region,
    language: Language,
) -> String {
    let names: Vec<&str> = comparison
        .municipalities
        .iter()
        .filter(|compared| compared.verdict == Some(verdict))
        .map(|compared| Place::of(region, compared.area).name)
        .collect();
    match (names.as_slice(), language) {
        ([name], _) => (*name).to_owned(),
        (names, Language::Nl) if names.len() > most => format!("{}\u{a0}gemeenten", names.len()),
        (names, Language::En) if names.len() > most => {
            format!("{}\u{a0}municipalities", names.len())
        }
        ([first @ .., last], Language::Nl) => format!("{} en {last}", first.join(", ")),
        ([first @ .., last], Language::En) => format!("{} and {last}", first.join(", ")),
        ([], _) => String::new(),
    }
}

/// What must be known to read the comparison: how sure the differences are, or why there are none.
pub fn comparison_remark(
    indicator: &Indicator,
    comparison: &Comparison,
    (region, year): (&Region, u16),
    language: Language,
) -> String {
    let tested = comparison.tested();
    if comparison.municipalities.len() < 2 {
        return match language {
            Language::Nl => "De regio is één gemeente: er is geen rest van de regio om haar mee te vergelijken.".to_owned(),
            Language::En => "The region is one municipality, so there is no rest of the region to hold it against.".to_owned(),
        };
    }
    if let Some(until) = comparison
        .alike_until
        .filter(|until| indicator.is_ratio() && *until < year)
    {
        return match language {
            Language::Nl => format!(
                "In {year} tellen niet alle gemeenten op dezelfde manier. Daarom is niet te zeggen wie van de rest verschilt. Tot en met {until} kan dat wel: kies zo’n jaar."
            ),
            Language::En => format!(
                "In {year} not all municipalities are counted in the same way, so it cannot be said which differ from the rest. Up to {until} it can: choose such a year."
            ),
        };
    }
    let followed = last_comparable_year(indicator, region);
    if indicator.is_ratio() && tested == 0 && followed < year {
        return match language {
            Language::Nl => format!(
                "Hulp die in {year} begon, is niet overal lang genoeg te volgen, of loopt door in een jaar waarin anders is geteld. Daarom is niet te zeggen wie van de rest verschilt. Tot en met {followed} kan dat wel: kies zo’n jaar."
            ),
            Language::En => format!(
                "Care that began in {year} cannot be followed long enough everywhere, or goes on into a year that is counted differently, so it cannot be said which differ from the rest. Up to {followed} it can: choose such a year."
            ),
        };
    }
    match (language, indicator.is_ratio(), tested) {
        (Language::Nl, false, _) if indicator.is_split() => "Dit is het verschil met het jaar ervoor. Er is niets getoetst.".to_owned(),
        (Language::En, false, _) if indicator.is_split() => "This is the difference from the year before. Nothing was tested.".to_owned(),
        (Language::Nl, false, _) if indicator.unit == Unit::PerHundred => "In een grote gemeente werken meer aanbieders, en dat werkt door in dit aandeel. Het zegt niets over hoe het er gaat, en daarom is hier niets getoetst.".to_owned(),
        (Language::En, false, _) if indicator.unit == Unit::PerHundred => "In a large municipality more providers work, which has its effect on this share. It says nothing of how it does, so nothing was tested here.".to_owned(),
        (Language::Nl, false, _) => "Een grote gemeente heeft hogere aantallen. Dat zegt niets over hoe het er gaat, en daarom is hier niets getoetst.".to_owned(),
        (Language::En, false, _) => "A large municipality has larger numbers. That says nothing of how it does, so nothing was tested here.".to_owned(),
        (Language::Nl, true, 0) => "Van te weinig jeugdigen is een cijfer te tonen. Daarom is niet te zeggen welke gemeente van de rest verschilt.".to_owned(),
        (Language::En, true, 0) => "There are too few youths to show figures, so it cannot be said which municipality differs from the rest.".to_owned(),
        (language, true, _) => format!(
            "{}{}{}",
            verdict_lists(comparison, region, language)
                .iter()
                .map(verdict_sentence)
                .collect::<String>(),
            tested_words(comparison, (tested, region), language),
            rest_between_bounds(indicator, comparison, language)
        ),
    }
}

/// That the rest of the region is not known exactly, where that may make the difference between two municipalities that are as far off.
fn rest_between_bounds(
    indicator: &Indicator,
    comparison: &Comparison,
    language: Language,
) -> &'static str {
    let found = comparison.with(Verdict::Higher) + comparison.with(Verdict::Lower);
    let both = found > 0 && comparison.with(Verdict::NoDemonstrableDifference) > 0;
    match language {
        _ if !both || !indicator.has_rest_between_bounds() => "",
        Language::Nl => {
            " Hoe hoog het cijfer in de rest van de regio is, is hier niet precies te zeggen: wie in het jaar verhuisde, telt in twee gemeenten mee. Daardoor kan een kleine gemeente ver afwijken zonder dat het aantoonbaar is."
        }
        Language::En => {
            " How high the figure is in the rest of the region cannot be told exactly here: anyone who moved during the year counts in two municipalities. So a small municipality may stand far off without it being demonstrable."
        }
    }
}

/// Which municipalities differ from the rest and which do not, all by name: what is said of them, and who. Nothing where nothing was tested.
pub fn verdict_lists(
    comparison: &Comparison,
    region: &Region,
    language: Language,
) -> Vec<(&'static str, String)> {
    if comparison.tested() == 0 {
        return Vec::new();
    }
    let lists = [
        (
            Some(Verdict::Higher),
            "Hoger, meer dan toeval",
            "Higher, more than chance",
        ),
        (
            Some(Verdict::Lower),
            "Lager, meer dan toeval",
            "Lower, more than chance",
        ),
        (
            Some(Verdict::NoDemonstrableDifference),
            "Kan toeval zijn",
            "May be chance",
        ),
        (None, "Niet te vergelijken", "Cannot be compared"),
    ];
    // Where none differs the title has said of all of them that it may be chance.
    let found = comparison.with(Verdict::Higher) + comparison.with(Verdict::Lower);
    let is_told = |verdict: &Option<Verdict>| {
        found > 0 || *verdict != Some(Verdict::NoDemonstrableDifference)
    };
    let lists = lists.into_iter().filter(|(verdict, ..)| is_told(verdict));
    lists
        .filter_map(|(verdict, nl, en)| {
            let areas: Vec<_> = comparison
                .municipalities
                .iter()
                .filter(|of| of.verdict == verdict)
                .map(|of| of.area)
                .collect();
            let title = match language {
                Language::Nl => nl,
                Language::En => en,
            };
            (!areas.is_empty()).then(|| (title, names(region, &areas, language)))
        })
        .collect()
}

/// One of those lists, as the sentences that a remark on a comparison begins with.
pub fn verdict_sentence((title, names): &(&'static str, String)) -> String {
    format!("{title}: {names}. ")
}

fn tested_words(
    comparison: &Comparison,
    (tested, region): (usize, &Region),
    language: Language,
) -> String {
    let found = comparison.with(Verdict::Higher) + comparison.with(Verdict::Lower);
    let (allows, of_those) = match language {
        Language::Nl => (
            format!(
                "Wie {tested} gemeenten vergelijkt, vindt er door toeval soms een die afwijkt. Daar houdt de toets rekening mee"
            ),
            "van de verschillen die hier staan, is naar verwachting hoogstens 1 op de 20 toeval",
        ),
        Language::En => (
            format!(
                "If you compare {tested} municipalities, one will sometimes stand out by chance alone. The test allows for that"
            ),
            "of the differences told here, at most 1 in 20 is expected to be chance",
        ),
    };
    let alone: Vec<AreaId> = comparison.differing_alone().collect();
    let alone = (!alone.is_empty()).then(|| {
        let names = names(region, &alone, language);
        match language {
            Language::Nl => format!(
                " Wie alleen {names} bekijkt, zoals bij Verkennen, leest daar wel dat het verschil groter is dan toeval."
            ),
            Language::En => format!(
                " Whoever looks at {names} alone, as under Explore, does read there that the difference is larger than chance."
            ),
        }
    });
    let alone = alone.unwrap_or_default();
    if found == 0 {
        format!("{allows}.{alone}")
    } else {
        format!("{allows}: {of_those}.{alone}")
    }
}

/// How a municipality stands to the rest of the region.
pub fn compared_words(compared: &Compared, language: Language) -> &'static str {
    match (language, compared.verdict) {
        (Language::Nl, Some(Verdict::Higher)) => "hoger",
        (Language::Nl, Some(Verdict::Lower)) => "lager",
        (Language::Nl, Some(Verdict::NoDemonstrableDifference)) => "kan toeval zijn",
        (Language::Nl, None) => "niet te vergelijken",
        (Language::En, Some(Verdict::Higher)) => "higher",
        (Language::En, Some(Verdict::Lower)) => "lower",
        (Language::En, Some(Verdict::NoDemonstrableDifference)) => "may be chance",
        (Language::En, None) => "cannot be compared",
    }
}

/// Between which places a municipality stands, short enough for a column: "3–7".
pub fn places_range((first, last): (usize, usize)) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}\u{2013}{last}")
    }
}

/// What stands in the place of the figure of the chosen municipality: "Van Delft is het cijfer verborgen: het ligt tussen 0,2 en 0,3."
/// Nothing where there is a figure.
pub fn no_standing(
    indicator: &Indicator,
    (place, own): (Place<'_>, &Outcome),
    language: Language,
) -> Option<String> {
    let name = place.name;
    let words = outcome_words(own, indicator.unit, language);
    Some(match (own, language) {
        (Outcome::Figure(_), _) => return None,
        (Outcome::Hidden { within, .. }, Language::Nl)
            if number::is_open(*within, indicator.unit) =>
        {
            format!("Van {name} is het cijfer verborgen. Hoe hoog het is, is {words}.")
        }
        (Outcome::Hidden { within, .. }, Language::En)
            if number::is_open(*within, indicator.unit) =>
        {
            format!("The figure of {name} is hidden. How high it is {words}.")
        }
        (Outcome::Hidden { .. }, Language::Nl) => {
            format!("Van {name} is het cijfer verborgen: het is {words}.")
        }
        (Outcome::Hidden { .. }, Language::En) => {
            format!("The figure of {name} is hidden: it is {words}.")
        }
        (Outcome::StructuralZero | Outcome::Missing(_), _) => format!("{name}: {words}."),
    })
}

/// How the chosen municipality stands: "Delft: 12,1. Het verschil met de rest van de regio kan toeval zijn."
pub fn standing(
    indicator: &Indicator,
    comparison: &Comparison,
    (place, compared): (Place<'_>, &Compared),
    language: Language,
) -> Option<String> {
    let Some(figure) = compared.own.figure() else {
        return no_standing(indicator, (place, &compared.own), language);
    };
    let value = number::figure(figure.value, indicator.unit, Form::Tile, language);
    let of = comparison
        .municipalities
        .iter()
        .filter(|other| other.places.is_some())
        .count();
    let name = place.name;
    let rank = compared.places.map(|places| {
        match language {
            Language::Nl if places == (1, of) => {
                " Welke plaats het van hoog naar laag heeft, is niet te zeggen.".to_owned()
            }
            Language::En if places == (1, of) => {
                " Which place it has from high to low cannot be said.".to_owned()
            }
            Language::Nl if places.0 == places.1 => {
                format!(" Van hoog naar laag is het plaats {} van de {of}.", places.0)
            }
            Language::Nl => format!(
                " Van hoog naar laag staat het ergens tussen plaats {} en plaats {} van de {of}; preciezer is niet te zeggen.",
                places.0, places.1
            ),
            Language::En if places.0 == places.1 => {
                format!(" From high to low that is place {} of {of}.", places.0)
            }
            Language::En => format!(
                " From high to low it stands somewhere between places {} and {} of {of}; more cannot be said.",
                places.0, places.1
            ),
        }
    });
    let verdict = compared.verdict.map(|verdict| match (language, verdict) {
        (Language::Nl, Verdict::Higher) => " Dat is hoger dan in de rest van de regio.",
        (Language::Nl, Verdict::Lower) => " Dat is lager dan in de rest van de regio.",
        (Language::Nl, Verdict::NoDemonstrableDifference) => {
            " Het verschil met de rest van de regio kan toeval zijn."
        }
        (Language::En, Verdict::Higher) => " That is higher than in the rest of the region.",
        (Language::En, Verdict::Lower) => " That is lower than in the rest of the region.",
        (Language::En, Verdict::NoDemonstrableDifference) => {
            " The difference with the rest of the region may be chance."
        }
    });
    Some(format!(
        "{name}: {value}.{}{}",
        verdict.unwrap_or_default(),
        rank.unwrap_or_default()
    ))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::{CATALOGUE, Reason, by_id};
    use crate::statistics::Interval;
    use crate::vocabulary::Dimension;

    const TOWNS: [&str; 5] = ["delft", "rijswijk", "westland", "den-haag", "wassenaar"];

    fn found(verdicts: &[Option<Verdict>], alike_until: Option<u16>) -> Comparison {
        let nothing = Outcome::Missing(Reason::NotPublished);
        Comparison {
            region: nothing.clone(),
            alike_until,
            municipalities: verdicts
                .iter()
                .zip(TOWNS)
                .map(|(verdict, town)| Compared {
                    area: region().by_key(town).unwrap(),
                    own: nothing.clone(),
                    rest: None,
                    verdict: *verdict,
                    alone: *verdict,
                    places: None,
                })
                .collect(),
        }
    }

    fn region() -> Region {
        Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap()
    }

    fn title(id: &str, comparison: &Comparison, language: Language) -> String {
        comparison_headline(
            by_id(id).unwrap(),
            comparison,
            (&region(), 2023),
            &[],
            language,
        )
    }

    #[test]
    fn a_title_counts_only_what_was_shown() {
        use Verdict::{Higher, Lower, NoDemonstrableDifference as Chance};
        let some = found(
            &[Some(Higher), Some(Lower), Some(Lower), Some(Chance)],
            None,
        );
        assert_eq!(
            title("uitval", &some, Language::Nl),
            "In Delft is de uitval hoger dan in de rest van de regio, in 2\u{a0}gemeenten lager"
        );
        assert_eq!(
            title(
                "kosten_per_jeugdige",
                &found(&[Some(Higher)], None),
                Language::Nl
            ),
            "In Delft zijn de kosten per jeugdige hoger dan in de rest van de regio"
        );
        assert_eq!(
            title("uitval", &found(&[Some(Lower); 3], None), Language::En),
            "In 3\u{a0}municipalities, drop-out is lower than in the rest of the region"
        );
        assert_eq!(
            title("uitval", &found(&[Some(Lower); 4], None), Language::Nl),
            "In 4\u{a0}gemeenten is de uitval lager dan in de rest van de regio"
        );
        assert_eq!(
            title("uitval", &found(&[Some(Chance); 2], None), Language::Nl),
            "Hulp die één kant afbreekt (uitval): geen gemeente verschilt aantoonbaar van de rest"
        );
        // Of what was not tested nothing is claimed.
        assert_eq!(
            title(
                "uitval",
                &found(&[Some(Chance), None, Some(Chance)], None),
                Language::Nl
            ),
            "Hulp die één kant afbreekt (uitval): van 2 getoetste gemeenten verschilt er geen aantoonbaar"
        );
    }

    #[test]
    fn a_title_of_any_topic_is_short() {
        use Verdict::{Higher, Lower, NoDemonstrableDifference as Chance};
        let far = [Some(Higher), Some(Higher), Some(Lower), Some(Lower)];
        let comparisons = [&far[..], &far[..2], &far[2..], &[Some(Chance)]];
        for comparison in comparisons.map(|verdicts| found(verdicts, None)) {
            for entry in CATALOGUE {
                for language in [Language::Nl, Language::En] {
                    let title = title(entry.id, &comparison, language);
                    assert!(title.chars().count() <= 100, "{title}");
                }
            }
        }
    }

    #[test]
    fn without_a_test_nothing_is_claimed_and_the_reason_is_told() {
        let nothing = found(&[None, None], Some(2023));
        let foster = Dimension::CareForm.member("pleegzorg").unwrap();
        let title = comparison_headline(
            by_id("uitval").unwrap(),
            &nothing,
            (&region(), 2024),
            &[foster],
            Language::Nl,
        );
        assert_eq!(
            title,
            "Hulp die één kant afbreekt (uitval), pleegzorg, per gemeente in 2024"
        );
        let remark = |id: &str, year| {
            comparison_remark(
                by_id(id).unwrap(),
                &nothing,
                (&region(), year),
                Language::Nl,
            )
        };
        assert!(remark("uitval", 2024).ends_with("Tot en met 2023 kan dat wel: kies zo’n jaar."));
        assert!(remark("uitval", 2023).starts_with("Van te weinig jeugdigen"));
        let alone = found(&[None], None);
        for (language, reason) in [
            (Language::Nl, "er is geen rest van de regio"),
            (Language::En, "there is no rest of the region"),
        ] {
            let told = comparison_remark(
                by_id("uitval").unwrap(),
                &alone,
                (&region(), 2023),
                language,
            );
            assert!(told.contains(reason), "{told}");
        }
        assert!(remark("jeugdigen", 2024).starts_with("Een grote gemeente"));
    }

    #[test]
    fn a_chosen_municipality_without_a_figure_is_named_with_what_is_known() {
        let told = |own: Outcome, language| {
            let mut comparison = found(&[None], None);
            comparison.municipalities[0].own = own;
            let (region, compared) = (region(), &comparison.municipalities[0]);
            let place = Place::of(&region, compared.area);
            let entry = by_id("uitval").unwrap();
            standing(entry, &comparison, (place, compared), language)
        };
        let hidden = Outcome::Hidden {
            within: Interval::new(0.2, 0.9).unwrap(),
            secondary: true,
        };
        assert_eq!(
            told(hidden.clone(), Language::Nl).as_deref(),
            Some("Van Delft is het cijfer verborgen: het is tussen 0,2 en 0,9.")
        );
        assert_eq!(
            told(hidden, Language::En).as_deref(),
            Some("The figure of Delft is hidden: it is between 0.2 and 0.9.")
        );
        let anything = Outcome::Hidden {
            within: Interval::new(0.0, 100.0).unwrap(),
            secondary: true,
        };
        assert_eq!(
            told(anything.clone(), Language::Nl).as_deref(),
            Some("Van Delft is het cijfer verborgen. Hoe hoog het is, is niet te zeggen.")
        );
        assert_eq!(
            told(anything, Language::En).as_deref(),
            Some("The figure of Delft is hidden. How high it is cannot be told.")
        );
        assert_eq!(
            told(Outcome::Missing(Reason::NotKnownYet), Language::Nl).as_deref(),
            Some("Delft: nog niet bekend.")
        );
    }

    /// Verkennen tests one municipality, and must not be contradicted without a word.
    #[test]
    fn who_would_differ_alone_is_named() {
        let may_be_chance = Verdict::NoDemonstrableDifference;
        let mut comparison = found(&[Some(may_be_chance); 5], None);
        comparison.municipalities[0].alone = Some(Verdict::Higher);
        comparison.municipalities[2].alone = Some(Verdict::Lower);
        let remark = comparison_remark(
            by_id("uitval").unwrap(),
            &comparison,
            (&region(), 2023),
            Language::Nl,
        );
        assert!(
            remark.ends_with("Wie alleen Delft en Westland bekijkt, zoals bij Verkennen, leest daar wel dat het verschil groter is dan toeval."),
            "{remark}"
        );
    }

    /// Two municipalities that are as far off may get different verdicts where the rest is not known exactly.
    #[test]
    fn that_the_rest_is_not_known_exactly_is_told_where_it_may_matter() {
        use Verdict::{Higher, NoDemonstrableDifference as Chance};
        let is_told = |id: &str, verdicts: &[Option<Verdict>]| {
            let remark = comparison_remark(
                by_id(id).unwrap(),
                &found(verdicts, None),
                (&region(), 2023),
                Language::Nl,
            );
            remark.contains("wie in het jaar verhuisde, telt in twee gemeenten mee")
        };
        let both = [Some(Higher), Some(Chance)];
        // Youths who move count twice; trajectories do not, and where all verdicts are alike there is nothing to explain.
        assert!(is_told("gebruik", &both));
        assert!(!is_told("uitval", &both));
        assert!(!is_told("gebruik", &[Some(Higher); 2]));
        assert!(!is_told("gebruik", &[Some(Chance); 2]));
    }

    #[test]
    fn how_many_differences_are_chance_is_told_only_where_there_are_some() {
        let remark = |verdict| {
            let comparison = found(&[Some(verdict); 5], None);
            comparison_remark(
                by_id("uitval").unwrap(),
                &comparison,
                (&region(), 2023),
                Language::Nl,
            )
        };
        assert!(remark(Verdict::Higher).ends_with("hoogstens 1 op de 20 toeval."));
        assert!(
            remark(Verdict::NoDemonstrableDifference).ends_with("houdt de toets rekening mee.")
        );
        assert!(remark(Verdict::Higher).starts_with(
            "Hoger, meer dan toeval: Delft, Rijswijk, Westland, Den Haag en Wassenaar. Wie 5 gemeenten"
        ));
    }
}
