//! What a reader must know about a selection: breaks, provisional figures, and money that was not corrected.

use crate::release::{AreaId, AreaKind, Break, Region};
use crate::selection::{CompareAs, Selection, ShowAs};
use crate::sentence::{self, text};
use crate::vocabulary::{Bilingual, Language, MeasureUnit, Table};

/// The table that a selection is about, where municipalities supply it or do not, with what it is. A grid is of many indicators, and of none
/// that is not supplied somewhere.
fn supplied_table(selection: &Selection) -> Option<(Table, Bilingual)> {
    let is_grid = selection.compared_as() == Some(CompareAs::Grid);
    let formula = selection.indicator.formula().filter(|_| !is_grid)?;
    let table = formula.counted().measure.table();
    Some((table, table.supplied_by_municipality()?))
}

/// The municipalities that do not supply a table in one year or more in which others do; not the chosen one, of which that is said already.
fn not_supplied(table: Table, selection: &Selection, region: &Region) -> Vec<AreaId> {
    let years: Vec<u16> = region
        .years()
        .filter(|year| !selection.is_of_a_year() || *year == selection.year)
        .filter(|year| region.is_supplied(table, region.whole(), *year))
        .collect();
    let lacks = |area: AreaId| {
        years
            .iter()
            .any(|year| !region.is_supplied(table, area, *year))
    };
    region
        .areas_of(AreaKind::Gemeente)
        .map(|(area, _)| area)
        .filter(|area| *area != selection.area && lacks(*area))
        .collect()
}

/// Which municipalities are missing for not having supplied what a selection is about.
fn who_does_not_supply(selection: &Selection, region: &Region) -> Option<String> {
    let language = selection.language;
    let (table, what) = supplied_table(selection)?;
    let missing = not_supplied(table, selection, region);
    if missing.is_empty() {
        return None;
    }
    let (names, what) = (
        sentence::names(region, &missing, language),
        what.get(language),
    );
    let last = region.last_year();
    let never = !missing
        .iter()
        .any(|area| region.is_supplied(table, *area, last));
    Some(match (language, never) {
        (Language::Nl, true) => format!("Zonder {names}: daar is {what} niet aangeleverd."),
        (Language::Nl, false) => {
            format!("Zonder {names}: daar is {what} niet of niet elk jaar aangeleverd.")
        }
        (Language::En, true) => format!("Without {names}: {what} was not supplied there."),
        (Language::En, false) => {
            format!("Without {names}: {what} was not supplied there, or not every year.")
        }
    })
}

/// The notices of a selection, as sentences.
pub fn notices(selection: &Selection, region: &Region) -> Vec<String> {
    let language = selection.language;
    let mut words: Vec<String> = Vec::new();
    words.extend(who_does_not_supply(selection, region));
    let is_grid = selection.compared_as() == Some(CompareAs::Grid);
    if selection.indicator.is_of_answers() && !is_grid {
        words.push(text::OUTCOMES_IN_DEVELOPMENT.get(language).to_owned());
    }
    if selection.indicator.is_duration_of_local_help() && !is_grid {
        words.push(text::TEAMS_RECORD_APART.get(language).to_owned());
    }
    // What happened elsewhere matters only where the rest of the region is shown.
    let is_ratio = selection.show_as == ShowAs::Figure && selection.indicator.is_ratio();
    // Broken down, one year is on the screen; over time, all of them.
    let is_of_a_year = selection.is_of_a_year();
    let is_shown = |year: u16| !is_of_a_year || selection.year == year;
    let counts = |entry: &&Break| !is_of_a_year || entry.from <= selection.year;
    let broken_with = selection.indicator.broken_with(region, selection.area);
    let elsewhere = region.breaks_outside(broken_with).filter(|_| is_ratio);
    explain_breaks(
        region.breaks_in(broken_with).filter(counts),
        elsewhere.filter(counts),
        (selection, region),
        &mut words,
    );
    // Over the years money loses value; of one year there is nothing to correct, unless it is held against the one before.
    let is_share = selection.show_as == ShowAs::Figure && selection.indicator.is_part_of_amount();
    let is_cost = !is_share
        && selection
            .indicator
            .formula()
            .is_some_and(|formula| formula.counted().measure.unit() == MeasureUnit::Euro);
    if is_cost && (!is_of_a_year || selection.indicator.is_change()) {
        words.push(text::NOT_DEFLATED.get(language).to_owned());
    }
    if selection.indicator.has_limit_of_cost() && !is_of_a_year {
        words.push(text::LIMIT_STAYS.get(language).to_owned());
    }
    // What is followed for a while has no figure of the newest years.
    let followed = match selection.show_as {
        ShowAs::Figure => selection.indicator.years_followed(),
        ShowAs::Count => 0,
    };
    let is_known = |year: u16| year.saturating_add(followed) <= region.last_year();
    for year in region
        .years()
        .filter(|year| region.is_provisional(*year) && is_shown(*year) && is_known(*year))
    {
        let is_declared = is_cost && !selection.indicator.is_of_budgets();
        match (is_declared, region.expected_cost_revision(year)) {
            (true, Some(percent)) => words.push(format!(
                "{year} {}: {} {percent}{}%.",
                text::PROVISIONAL.get(language),
                text::LATE.get(language),
                match language {
                    Language::Nl => "\u{a0}",
                    Language::En => "",
                }
            )),
            _ if is_of_a_year => words.push(provisional_alone(year, language)),
            _ => words.push(provisional(year, language)),
        }
    }
    let over = selection.indicator.composed_over().map(|(over, _)| over);
    if over.is_some() && selection.breakdown == over {
        words.push(text::PARTS_ARE_ROUNDED.get(language).to_owned());
    }
    words
}

/// The notices of the overview of an area in a year: what is counted differently by then, and whether the year is provisional.
pub fn overview_notices(selection: &Selection, region: &Region) -> Vec<String> {
    let (language, year) = (selection.language, selection.year);
    let mut words: Vec<String> = Vec::new();
    if region.is_provisional(year) {
        words.push(match (region.expected_cost_revision(year), language) {
            (Some(percent), Language::Nl) => format!(
                "De cijfers over {year} zijn voorlopig: er komen nog declaraties binnen. De kosten komen naar verwachting hoger uit, met ongeveer {percent}\u{a0}%. Een voorlopig jaar telt niet mee in de toets op een trend."
            ),
            (Some(percent), Language::En) => format!(
                "The figures for {year} are provisional: invoices are still coming in. Costs are expected to end up higher, by about {percent}%. A provisional year does not count in the test for a trend."
            ),
            (None, language) => provisional(year, language),
        });
    }
    let counts = |entry: &&Break| entry.from <= year;
    explain_breaks(
        region.breaks_in(selection.area).filter(counts),
        region.breaks_outside(selection.area).filter(counts),
        (selection, region),
        &mut words,
    );
    words
}

/// Adds what explains breaks, each explanation once; of those that are elsewhere, that the area itself is not meant.
fn explain_breaks<'a>(
    own: impl Iterator<Item = &'a Break>,
    elsewhere: impl Iterator<Item = &'a Break>,
    (selection, region): (&Selection, &Region),
    words: &mut Vec<String>,
) {
    let language = selection.language;
    let name = &region.area(selection.area).name;
    let mut told: Vec<&str> = Vec::new();
    let own = own.map(|entry| (entry, false));
    for (entry, is_elsewhere) in own.chain(elsewhere.map(|entry| (entry, true))) {
        let explanation = entry.explanation.get(language);
        if told.contains(&explanation) {
            continue;
        }
        told.push(explanation);
        words.push(match (is_elsewhere, language) {
            (false, _) => explanation.to_owned(),
            (true, Language::Nl) => {
                format!("{explanation} Dat geldt voor de rest van de regio, niet voor {name} zelf.")
            }
            (true, Language::En) => {
                format!("{explanation} That is so of the rest of the region, not of {name} itself.")
            }
        });
    }
}

/// That the figures of a year are provisional, where no trend is spoken of.
fn provisional_alone(year: u16, language: Language) -> String {
    match language {
        Language::Nl => format!("De cijfers over {year} zijn voorlopig: ze kunnen nog veranderen."),
        Language::En => format!("The figures for {year} are provisional: they may still change."),
    }
}

/// That the figures of a year are provisional, and what that means.
fn provisional(year: u16, language: Language) -> String {
    match language {
        Language::Nl => format!(
            "De cijfers over {year} zijn voorlopig. Ze tellen niet mee in de toets op een trend."
        ),
        Language::En => format!(
            "The figures for {year} are provisional. They do not count in the test for a trend."
        ),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::selection::parse;

    fn region() -> Region {
        Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap()
    }

    #[test]
    fn the_overview_says_once_that_its_year_is_provisional() {
        let region = region();
        let provisional = |link: &str| {
            let selection = parse(link, &region).0;
            overview_notices(&selection, &region)
                .iter()
                .filter(|words| words.contains("voorlopig"))
                .count()
        };
        assert_eq!(provisional("?jaar=2023"), 0);
        assert_eq!(provisional(&format!("?jaar={}", region.last_year())), 1);
    }

    #[test]
    fn who_does_not_supply_help_of_local_teams_is_named_where_it_matters() {
        let region = region();
        let told = |link: &str| {
            let selection = parse(&format!("?weergave=verkennen&{link}"), &region).0;
            let words = notices(&selection, &region);
            words.into_iter().find(|words| words.starts_with("Zonder"))
        };
        let names = "Zonder Midden-Delfland, Voorschoten en Wassenaar: daar is hulp van het lokale team niet aangeleverd.";
        assert_eq!(told("indicator=bekend_in_beide").as_deref(), Some(names));
        // The chosen one has been told so itself.
        let chosen = told("indicator=bekend_in_beide&gebied=wassenaar").unwrap();
        assert!(
            chosen.starts_with("Zonder Midden-Delfland en Voorschoten:"),
            "{chosen}"
        );
        assert_eq!(told("indicator=gebruik"), None);
        let compared = |form: &str| {
            let link = format!("?weergave=vergelijken&indicator=duur_lokaal_team&vorm={form}");
            notices(&parse(&link, &region).0, &region)
        };
        let is_told =
            |form: &str, start: &str| compared(form).iter().any(|words| words.starts_with(start));
        assert!(is_told("balken", "Zonder") && is_told("balken", "Lokale teams leggen"));
        assert!(!is_told("raster", "Zonder") && !is_told("raster", "Lokale teams leggen"));
    }

    #[test]
    fn budgets_are_not_declared_so_that_no_late_declarations_are_expected() {
        let region = region();
        let told = |link: &str| {
            let selection = parse(&format!("?weergave=verkennen&{link}"), &region).0;
            notices(&selection, &region).join(" ")
        };
        assert!(told("indicator=kosten").contains("declaraties"));
        let of_budgets = told("indicator=pgb_uitgaven");
        assert!(!of_budgets.contains("declaraties"), "{of_budgets}");
        assert!(of_budgets.contains("voorlopig"), "{of_budgets}");
        let who = "Zonder Voorschoten en Wassenaar: daar is het gebruik van persoonsgebonden budgetten niet aangeleverd.";
        assert!(of_budgets.contains(who), "{of_budgets}");
    }

    #[test]
    fn of_parts_that_are_rounded_it_is_said_that_they_need_not_add_up() {
        let region = region();
        let told = |link: &str| {
            let selection = parse(&format!("?weergave=verkennen&{link}"), &region).0;
            let words = notices(&selection, &region);
            words.iter().any(|words| words.contains("tellen de delen"))
        };
        assert!(told("indicator=duur_klassen"));
        assert!(!told("indicator=uitval&verdeling=zorgvorm"));
    }

    #[test]
    fn money_over_the_years_is_said_not_to_be_corrected_once() {
        let region = region();
        let told = |link: &str| {
            let selection = parse(&format!("?weergave=verkennen&{link}"), &region).0;
            let words = notices(&selection, &region);
            words
                .iter()
                .filter(|words| words.contains("prijsstijging"))
                .count()
        };
        assert_eq!(told("indicator=kosten"), 1);
        assert_eq!(told("indicator=kosten_per_jeugdige&toon=aantal"), 1);
        assert_eq!(told("indicator=kosten&verdeling=zorgvorm"), 0);
        // A share of an amount is of the same year, above and below.
        assert_eq!(told("indicator=concentratie"), 0);
        assert_eq!(told("indicator=concentratie&toon=aantal"), 1);
        assert_eq!(told("indicator=gebruik"), 0);
    }
}
