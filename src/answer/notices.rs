//! What a reader must know about a selection: breaks and provisional figures.

use crate::release::Region;
use crate::selection::{Selection, ShowAs};
use crate::sentence::text;
use crate::vocabulary::{Language, MeasureUnit};

/// The notices of a selection, as sentences.
pub fn notices(selection: &Selection, region: &Region) -> Vec<String> {
    let language = selection.language;
    let mut words: Vec<String> = Vec::new();
    // What happened elsewhere matters only where the rest of the region is shown.
    let is_ratio = selection.show_as == ShowAs::Figure && selection.indicator.is_ratio();
    // Broken down, one year is on the screen; over time, all of them.
    let is_of_a_year = selection.is_of_a_year();
    let is_shown = |year: u16| !is_of_a_year || selection.year == year;
    let breaks = region
        .breaks_in(selection.area)
        .chain(region.breaks_outside(selection.area).filter(|_| is_ratio));
    for entry in breaks.filter(|entry| !is_of_a_year || entry.from <= selection.year) {
        let explanation = entry.explanation.get(language).to_owned();
        if !words.contains(&explanation) {
            words.push(explanation);
        }
    }
    let is_cost = selection
        .indicator
        .formula()
        .is_some_and(|formula| formula.counted().measure.unit() == MeasureUnit::Euro);
    for year in region
        .years()
        .filter(|year| region.is_provisional(*year) && is_shown(*year))
    {
        match (is_cost, region.expected_cost_revision(year)) {
            (true, Some(percent)) => words.push(format!("{year} {}: {} {percent}\u{a0}%.", text::PROVISIONAL.get(language), text::LATE.get(language))),
            _ => words.push(match language {
                Language::Nl => format!("De cijfers over {year} zijn voorlopig. Ze tellen niet mee in de toets op een trend."),
                Language::En => format!("The figures for {year} are provisional. They do not count in the test for a trend."),
            }),
        }
    }
    words
}
