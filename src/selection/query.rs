//! The query string: short Dutch keys, only what differs from the default. Keys stay for good, so that old links open.

use super::chapter::ChapterKey;
use super::state::{CompareAs, Problem, ProblemKind, Selection, ShowAs, Theme, View};
use crate::indicator;
use crate::release::{AreaId, Region};
use crate::vocabulary::{Dimension, Language, Measure};

const VIEW: &str = "weergave";
const INDICATOR: &str = "indicator";
const AREA: &str = "gebied";
const YEAR: &str = "jaar";
const BREAKDOWN: &str = "verdeling";
const SHOW_AS: &str = "toon";
const UNCERTAINTY: &str = "onzekerheid";
const LANGUAGE: &str = "taal";
const MEASURE: &str = "maat";
const CHAPTER: &str = "hoofdstuk";
const SEARCH: &str = "zoek";
const THEME: &str = "thema";
const HOUSE_STYLE: &str = "huisstijl";

/// More letters than these are not searched for.
const MOST_LETTERS: usize = 80;
const COMPARE_AS: &str = "vorm";

/// By its key or by its code: the latter is what those who write links by hand or by a program have.
fn area_named(name: &str, region: &Region) -> Option<AreaId> {
    region.by_key(name).or_else(|| region.by_code(name))
}

fn view_from_code(code: &str) -> Option<View> {
    match code {
        "overzicht" => Some(View::Overview),
        "verkennen" => Some(View::Explore),
        "vergelijken" => Some(View::Compare),
        "verantwoording" => Some(View::Accountability),
        "ambities" => Some(View::Chapters),
        "definities" => Some(View::Definitions),
        "wachttijdwijzer" => Some(View::WaitingGuide),
        _ => None,
    }
}

/// Reads a query string, with or without its question mark. What cannot be followed is reported and left at its default;
/// keys of others (a campaign tag, say) are passed over.
pub fn parse(query: &str, region: &Region) -> (Selection, Vec<Problem>) {
    let mut selection = Selection::default_for(region);
    let mut problems = Vec::new();
    let mut year = None;
    for (key, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
        let value = value.into_owned();
        let followed = match key.as_ref() {
            VIEW => view_from_code(&value)
                .map(|view| selection.view = view)
                .ok_or(VIEW),
            INDICATOR => indicator::by_id(&value)
                .map(|entry| selection.indicator = entry)
                .ok_or(INDICATOR),
            AREA => area_named(&value, region)
                .map(|area| selection.area = area)
                .ok_or(AREA),
            YEAR => value
                .parse()
                .ok()
                .filter(|chosen| region.years().any(|known| known == *chosen))
                .map(|chosen| year = Some(chosen))
                .ok_or(YEAR),
            BREAKDOWN => Dimension::from_code(&value)
                .map(|dimension| selection.breakdown = Some(dimension))
                .ok_or(BREAKDOWN),
            SHOW_AS => match value.as_str() {
                "cijfer" => Some(ShowAs::Figure),
                "aantal" => Some(ShowAs::Count),
                _ => None,
            }
            .map(|show_as| selection.show_as = show_as)
            .ok_or(SHOW_AS),
            UNCERTAINTY => match value.as_str() {
                "aan" => Some(true),
                "uit" => Some(false),
                _ => None,
            }
            .map(|on| selection.uncertainty = on)
            .ok_or(UNCERTAINTY),
            MEASURE => Measure::from_code(&value)
                // What is public is never hidden: there is nothing to work on.
                .filter(|measure| !measure.is_public())
                .map(|measure| selection.measure = measure)
                .ok_or(MEASURE),
            CHAPTER => ChapterKey::from_code(&value)
                .map(|chapter| selection.chapter = Some(chapter))
                .ok_or(CHAPTER),
            COMPARE_AS => CompareAs::from_code(&value)
                .map(|form| selection.compare_as = form)
                .ok_or(COMPARE_AS),
            LANGUAGE => Language::from_code(&value)
                .map(|language| selection.language = language)
                .ok_or(LANGUAGE),
            SEARCH => {
                selection.view = View::Search;
                selection.search = value.chars().take(MOST_LETTERS).collect();
                Ok(())
            }
            THEME => Theme::from_code(&value)
                .map(|theme| selection.theme = theme)
                .ok_or(THEME),
            HOUSE_STYLE => region
                .by_key(&value)
                .map(|area| selection.house_style = Some(area))
                .ok_or(HOUSE_STYLE),
            other => match Dimension::from_code(other) {
                Some(dimension) => match dimension.member(&value) {
                    Some(member) => {
                        selection
                            .members
                            .retain(|chosen| chosen.dimension() != dimension);
                        selection
                            .members
                            .extend((!member.is_total()).then_some(member));
                        Ok(())
                    }
                    None => Err(dimension.code()),
                },
                None => Ok(()),
            },
        };
        if let Err(key) = followed {
            problems.push(Problem {
                key,
                value,
                kind: ProblemKind::Unknown,
            });
        }
    }
    selection.members.sort();
    selection.year = year.unwrap_or_else(|| selection.opening_year(region));
    problems.extend(not_of_indicator(&selection));
    (fitted(selection), problems)
}

/// The same with no more than the view and the indicator have.
fn fitted(mut selection: Selection) -> Selection {
    if selection.view == View::WaitingGuide {
        // It has all forms of care, at the end of one quarter.
        selection
            .members
            .retain(|member| member.dimension() == Dimension::Quarter);
        return selection;
    }
    if selection.view == View::Accountability {
        // There the members name a cell, whatever the indicator is broken down by.
        return selection;
    }
    // Broken down by a dimension and narrowed in it contradict each other: the breakdown wins, as on the screen.
    let (breakdown, indicator) = (breakdown_of(&selection), selection.indicator);
    selection.broken_down(breakdown).of(indicator)
}

/// What it is broken down by; a comparison is by nothing but the municipalities.
fn breakdown_of(selection: &Selection) -> Option<Dimension> {
    selection
        .breakdown
        .filter(|_| selection.view != View::Compare)
}

/// What was asked for and the indicator cannot be divided by, or narrowed to.
fn not_of_indicator(selection: &Selection) -> Vec<Problem> {
    if !matches!(selection.view, View::Explore | View::Compare) {
        return Vec::new();
    }
    let allowed = selection.indicator.breakdowns();
    let is_other = move |dimension: Dimension| !allowed.contains(&dimension);
    let divided = breakdown_of(selection).filter(|by| is_other(*by));
    let divided = divided.map(|by| Problem {
        key: BREAKDOWN,
        value: by.code().to_owned(),
        kind: ProblemKind::CannotBeDivided(by),
    });
    let narrowed = selection
        .members
        .iter()
        .filter(move |member| is_other(member.dimension()))
        .map(|member| Problem {
            key: member.dimension().code(),
            value: member.code().to_owned(),
            kind: ProblemKind::CannotBeNarrowed(*member),
        });
    divided.into_iter().chain(narrowed).collect()
}

/// Reads a link within a text: area and year are the reader's unless the link names its own, and the language is the reader's.
pub fn completed(link: &str, reader: &Selection, region: &Region) -> (Selection, Vec<Problem>) {
    let own = Selection {
        area: reader.area,
        year: reader.year,
        ..reader.home(region)
    };
    let (own, link) = (write(&own, region), link.trim_start_matches('?'));
    let (mut selection, problems) = parse(&format!("{own}&{link}"), region);
    selection.language = reader.language;
    (selection, problems)
}

/// The query string of a selection, with its question mark; empty when nothing differs from the default.
pub fn write(selection: &Selection, region: &Region) -> String {
    let default = Selection::default_for(region);
    let mut parts: Vec<(&str, &str)> = Vec::new();
    let year = selection.year.to_string();
    let search: String = form_urlencoded::byte_serialize(selection.search.as_bytes()).collect();
    match selection.view {
        View::Overview => {}
        View::Explore => {
            parts.push((VIEW, "verkennen"));
            parts.push((INDICATOR, selection.indicator.id));
        }
        View::Compare => {
            parts.push((VIEW, "vergelijken"));
            parts.push((INDICATOR, selection.indicator.id));
        }
        View::Accountability => parts.push((VIEW, "verantwoording")),
        View::Definitions => {
            parts.push((VIEW, "definities"));
            parts.push((INDICATOR, selection.indicator.id));
        }
        View::Chapters => {
            parts.push((VIEW, "ambities"));
            parts.extend(selection.chapter.map(|chapter| (CHAPTER, chapter.code())));
        }
        View::WaitingGuide => parts.push((VIEW, "wachttijdwijzer")),
        View::Search => parts.push((SEARCH, &search)),
    }
    if selection.area != default.area {
        parts.push((AREA, &region.area(selection.area).key));
    }
    if selection.year != selection.opening_year(region) {
        parts.push((YEAR, &year));
    }
    if matches!(selection.view, View::Explore | View::Compare) {
        if let Some(dimension) = selection
            .breakdown
            .filter(|_| selection.view == View::Explore)
        {
            parts.push((BREAKDOWN, dimension.code()));
        }
        for member in &selection.members {
            parts.push((member.dimension().code(), member.code()));
        }
        if selection.show_as == ShowAs::Count {
            parts.push((SHOW_AS, "aantal"));
        }
        if !selection.uncertainty {
            parts.push((UNCERTAINTY, "uit"));
        }
        if selection.view == View::Compare && selection.compare_as != default.compare_as {
            parts.push((COMPARE_AS, selection.compare_as.code()));
        }
    }
    if selection.view == View::WaitingGuide {
        for member in &selection.members {
            parts.push((member.dimension().code(), member.code()));
        }
    }
    if selection.view == View::Accountability {
        if selection.measure != default.measure {
            parts.push((MEASURE, selection.measure.code()));
        }
        for member in &selection.members {
            parts.push((member.dimension().code(), member.code()));
        }
    }
    if selection.language != default.language {
        parts.push((LANGUAGE, selection.language.code()));
    }
    if selection.theme != default.theme {
        parts.push((THEME, selection.theme.code()));
    }
    if let Some(area) = selection.house_style {
        parts.push((HOUSE_STYLE, &region.area(area).key));
    }
    if parts.is_empty() {
        return String::new();
    }
    let joined: Vec<String> = parts
        .into_iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    format!("?{}", joined.join("&"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::release::Region;

    fn region() -> Region {
        Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap()
    }

    #[test]
    fn every_selection_survives_its_own_link() {
        let region = region();
        let links = [
            "",
            "?gebied=delft",
            "?gebied=delft&jaar=2019&taal=en",
            "?weergave=verkennen&indicator=uitval",
            "?weergave=verkennen&indicator=gebruik&gebied=h4&verdeling=leeftijd&zorgvorm=pleegzorg&toon=aantal&onzekerheid=uit",
            "?weergave=vergelijken&indicator=uitval&gebied=delft&jaar=2019&zorgvorm=pleegzorg&toon=aantal",
            "?zoek=wat+kost+jeugdzorg%3F+%26+meer&taal=en",
            "?zoek=",
            "?gebied=delft&thema=donker",
            "?weergave=vergelijken&indicator=uitval&taal=en&thema=contrast&huisstijl=den-haag",
            "?weergave=vergelijken&indicator=gebruik&jaar=2024&vorm=trechter",
            "?weergave=vergelijken&indicator=gebruik&gebied=delft&vorm=raster&taal=en",
            "?weergave=vergelijken&indicator=gebruik&vorm=kaart",
            "?weergave=verantwoording",
            "?weergave=definities&indicator=verwijzers&gebied=delft",
            "?weergave=verkennen&indicator=verwijzers&verdeling=verwijzer",
            "?weergave=verkennen&indicator=verwijzers&verwijzer=huisarts",
            "?weergave=vergelijken&indicator=verblijf&zorgvorm=zonder-verblijf",
            "?weergave=verkennen&indicator=kostenontleding&gebied=delft&jaar=2022",
            "?weergave=ambities",
            "?weergave=wachttijdwijzer",
            "?weergave=wachttijdwijzer&gebied=delft&jaar=2021&kwartaal=2&taal=en",
            "?weergave=verkennen&indicator=wacht_gemiddeld&verdeling=kwartaal&zorgvorm=daghulp",
            "?weergave=verantwoording&maat=wachtenden&zorgvorm=gesloten&kwartaal=1",
            "?weergave=ambities&hoofdstuk=jongeren-en-ouders&gebied=delft&jaar=2019&taal=en",
            "?weergave=verantwoording&gebied=delft&jaar=2019&maat=eenzijdig&zorgvorm=pleegzorg&leeftijd=4-11&taal=en",
        ];
        for link in links {
            let (selection, problems) = parse(link, &region);
            assert_eq!(
                (write(&selection, &region).as_str(), problems.len()),
                (link, 0)
            );
        }
    }

    #[test]
    fn the_code_of_a_municipality_is_as_good_as_its_name() {
        let region = region();
        let (selection, problems) = parse("?gebied=GM0503&jaar=2019", &region);
        assert_eq!(problems, []);
        assert_eq!(write(&selection, &region), "?gebied=delft&jaar=2019");
    }

    #[test]
    fn what_a_topic_does_not_have_is_reported_and_left_out() {
        let region = region();
        let age = Dimension::AgeGroup;
        let median = "?weergave=verkennen&indicator=duur_mediaan";
        let of = |more: &str| {
            let (selection, problems) = parse(&format!("{median}{more}"), &region);
            let kinds: Vec<ProblemKind> = problems.into_iter().map(|of| of.kind).collect();
            (write(&selection, &region), kinds)
        };
        assert_eq!(
            of("&verdeling=leeftijd"),
            (median.to_owned(), vec![ProblemKind::CannotBeDivided(age)])
        );
        let young = age.member("4-11").unwrap();
        assert_eq!(
            of("&zorgvorm=pleegzorg&leeftijd=4-11"),
            (
                format!("{median}&zorgvorm=pleegzorg"),
                vec![ProblemKind::CannotBeNarrowed(young)]
            )
        );
        assert_eq!(of("&verdeling=zorgvorm").1, []);
        // A comparison is of one part, and never divided.
        let compared = "?weergave=vergelijken&indicator=duur_mediaan&verdeling=leeftijd";
        assert_eq!(parse(compared, &region).1, []);
    }

    #[test]
    fn what_cannot_be_followed_is_reported_and_the_rest_is() {
        let region = region();
        let (selection, problems) = parse(
            "?weergave=verkennen&indicator=geluk&gebied=atlantis&jaar=1999&leeftijd=4-11&leeftijd=99&utm=x",
            &region,
        );
        let keys: Vec<_> = problems.iter().map(|problem| problem.key).collect();
        assert_eq!(keys, ["indicator", "gebied", "jaar", "leeftijd"]);
        assert_eq!(selection.area, region.whole());
        assert_eq!(selection.member(Dimension::AgeGroup).code(), "4-11");
    }

    /// The release ends in 2024, and whoever began in 2022 is not followed for two years everywhere: since 2024 Den Haag is counted in another
    /// way.
    #[test]
    fn what_is_followed_for_a_while_opens_on_the_last_year_of_which_all_was() {
        let region = region();
        for (indicator, year) in [
            ("loopt_na_half_jaar", 2022),
            ("duur_overleving", 2022),
            ("loopt_na_twee_jaar", 2021),
        ] {
            let entry = crate::indicator::by_id(indicator).unwrap();
            for view in ["verkennen", "vergelijken"] {
                let link = format!("?weergave={view}&indicator={indicator}");
                let opened = parse(&link, &region).0;
                assert_eq!((opened.year, write(&opened, &region)), (year, link));
                // Coming from another indicator it is the same, unless a year was chosen.
                let other = parse(&format!("?weergave={view}&indicator=uitval"), &region).0;
                assert_eq!(other.clone().about(entry, &region), opened);
                let chosen = Selection {
                    year: 2020,
                    ..other
                };
                assert_eq!(chosen.about(entry, &region).year, 2020);
            }
            // Delft has no break.
            let delft = region.by_key("delft").unwrap();
            let link = format!("?weergave=verkennen&indicator={indicator}");
            let moved = parse(&link, &region).0.in_area(delft, &region);
            assert_eq!(moved.year, year + 1, "{indicator}");
            assert_eq!(moved.in_area(region.whole(), &region).year, year);
        }
    }

    /// Since 2024 Den Haag is counted in another way.
    #[test]
    fn comparing_opens_on_the_last_year_that_can_be_compared() {
        let region = region();
        let compare = parse("?weergave=vergelijken&indicator=uitval", &region).0;
        assert_eq!(compare.year, 2023);
        let explore = compare.clone().in_view(View::Explore, &region);
        assert_eq!((explore.year, explore.view), (2024, View::Explore));
        assert_eq!(explore.in_view(View::Compare, &region).year, 2023);
        let chosen = parse("?weergave=verkennen&indicator=uitval&jaar=2021", &region).0;
        assert_eq!(chosen.in_view(View::Compare, &region).year, 2021);
        let (unknown, problems) = parse("?weergave=vergelijken&vorm=taart", &region);
        assert_eq!(
            (problems[0].key, unknown.compare_as),
            ("vorm", CompareAs::Bars)
        );
    }

    #[test]
    fn a_whole_is_compared_by_the_part_that_is_asked_for() {
        let region = region();
        let part = |link: &str| {
            let link = format!("?weergave=vergelijken&{link}");
            let members = parse(&link, &region).0.members;
            members.iter().map(|of| of.code()).collect::<Vec<_>>()
        };
        assert_eq!(part("indicator=richtinggevend_kader"), ["binnen"]);
        assert_eq!(
            part("indicator=richtinggevend_kader&kader=langer"),
            ["langer"]
        );
        assert_eq!(part("indicator=duur_klassen"), ["tot-3-maanden"]);
    }

    #[test]
    fn an_unknown_chapter_leads_to_the_list_of_them() {
        let (selection, problems) = parse("?weergave=ambities&hoofdstuk=ambitie-6", &region());
        assert_eq!((selection.view, selection.chapter), (View::Chapters, None));
        assert_eq!(
            (problems[0].key, problems[0].value.as_str()),
            ("hoofdstuk", "ambitie-6")
        );
    }

    #[test]
    fn a_link_in_a_text_is_completed_with_what_the_reader_chose() {
        let region = region();
        let reader = parse(
            "?weergave=ambities&hoofdstuk=kosten&gebied=delft&jaar=2019&taal=en",
            &region,
        )
        .0;
        let completed = |link: &str| {
            let (selection, problems) = completed(link, &reader, &region);
            (write(&selection, &region), problems.len())
        };
        let own = "?weergave=verkennen&indicator=uitval";
        assert_eq!(
            completed(own),
            (format!("{own}&gebied=delft&jaar=2019&taal=en"), 0)
        );
        let other = "?weergave=ambities&hoofdstuk=wachttijden&gebied=h4&jaar=2024&taal=nl";
        assert_eq!(
            completed(other),
            (
                "?weergave=ambities&hoofdstuk=wachttijden&gebied=h4&taal=en".to_owned(),
                0
            )
        );
        assert_eq!(completed("?weergave=verkennen&indicator=geluk").1, 1);
    }

    #[test]
    fn a_house_style_is_that_of_an_area_of_the_region_and_of_nobody_else() {
        let region = region();
        let (selection, problems) = parse("?huisstijl=//elders.nl/x&thema=roze", &region);
        assert_eq!(
            (selection.house_style, selection.theme),
            (None, Theme::System)
        );
        let keys: Vec<_> = problems.iter().map(|problem| problem.key).collect();
        assert_eq!(keys, ["huisstijl", "thema"]);
    }

    #[test]
    fn the_cell_to_work_on_is_read_from_the_link() {
        let region = region();
        let (selection, _) = parse(
            "?weergave=verantwoording&gebied=delft&maat=teruggekeerd&verwijzer=gi",
            &region,
        );
        let cell = selection.cell().unwrap();
        assert_eq!(cell.member(Dimension::Referrer).code(), "gi");
        assert_eq!(selection.clone().with_cell(cell), selection);
        // Three dimensions at once are not published, so there is no such cell.
        let finer = "?weergave=verantwoording&zorgvorm=pleegzorg&leeftijd=4-11&verwijzer=gi";
        assert_eq!(parse(finer, &region).0.cell(), None);
        for unknown in ["maat=schoenmaat", "maat=inwoners"] {
            let (_, problems) = parse(&format!("?weergave=verantwoording&{unknown}"), &region);
            assert_eq!(problems[0].key, "maat");
        }
    }

    #[test]
    fn escapes_are_read_and_nonsense_does_no_harm() {
        let region = region();
        assert_eq!(
            parse("?gebied=den%2Dhaag", &region).0.area,
            region.by_key("den-haag").unwrap()
        );
        for nonsense in [
            "?%",
            "?=&&=",
            "?gebied=%ff%fe",
            "?jaar=-1",
            "??",
            "?verdeling=leeftijd&leeftijd=0-3",
            "?thema=&huisstijl=..%2F..%2Felders",
            "?zoek=%00%ff",
        ] {
            let (selection, _) = parse(nonsense, &region);
            let again = write(&selection, &region);
            assert_eq!(write(&parse(&again, &region).0, &region), again);
        }
    }
}
