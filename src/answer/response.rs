//! Of how much care is known what an answer tells of: among the notices where a good part is not known, and else beside the figures.

use super::{Answer, notices};
use crate::cube::CubeStore;
use crate::indicator::{self, Outcome, Scope};
use crate::release::Region;
use crate::selection::{Selection, View};
use crate::sentence;
use crate::vocabulary::Language;

/// Of so many of every hundred it has to be known, or the figures may tell of others than the reader thinks.
const ENOUGH: f64 = 90.0;

/// Of how much care the answers are known that a figure tells of.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The chosen year, or the last where that has none.
    pub year: u16,
    /// In that year.
    pub known: Outcome,
    /// Over time: in the first year that has a figure.
    pub first: Option<(u16, Outcome)>,
    /// Whether a good part is not known in a year that is shown.
    pub is_low: bool,
}

impl Response {
    /// Of how much care is known what a selection tells of.
    pub(super) fn of(selection: &Selection, store: &CubeStore, region: &Region) -> Option<Self> {
        let indicator = selection.indicator.response()?;
        let area = match selection.view {
            View::Compare => region.whole(),
            _ => selection.area,
        };
        let (scope, members) = (Scope::Area(area), &selection.members);
        let known: Vec<(u16, Outcome)> = region
            .years()
            .map(|year| {
                let known = indicator::evaluate(&indicator, store, region, scope, year, members);
                (year, known)
            })
            .filter(|(_, known)| !matches!(known, Outcome::Missing(_)))
            .collect();
        let chosen = known.iter().find(|(year, _)| *year == selection.year);
        let (year, of_year) = chosen.or(known.last())?;
        let is_over_time = !selection.is_of_a_year();
        let first = known
            .first()
            .filter(|(first, _)| is_over_time && first != year);
        let mut shown = known
            .iter()
            .filter(|(of, _)| is_over_time || of == year)
            .map(|(_, known)| known);
        Some(Self {
            year: *year,
            known: of_year.clone(),
            first: first.cloned(),
            is_low: shown.any(is_low),
        })
    }
}

/// What is hidden may be low.
fn is_low(known: &Outcome) -> bool {
    match known {
        Outcome::Figure(figure) => figure.value < ENOUGH,
        Outcome::Hidden { within, .. } => within.lo() < ENOUGH,
        Outcome::StructuralZero => true,
        Outcome::Missing(_) => false,
    }
}

impl Answer {
    /// Of how much care is known what it tells of; nothing where it tells of all.
    pub fn response_words(&self, language: Language) -> Option<String> {
        let Self::Rows {
            shown,
            response: Some(response),
            ..
        } = self
        else {
            return None;
        };
        let first = response.first.as_ref();
        sentence::response_words(
            shown,
            (response.year, &response.known),
            first.map(|(year, known)| (*year, known)),
            language,
        )
    }

    fn is_known_of_few(&self) -> bool {
        matches!(self, Self::Rows { response: Some(response), .. } if response.is_low)
    }

    /// The same where it is no notice.
    pub fn coverage(&self, language: Language) -> Option<String> {
        self.response_words(language)
            .filter(|_| !self.is_known_of_few())
    }

    /// What a reader must know about it before the figures: first of how much care it tells where that is far from all, then what holds of the selection.
    pub fn notices(&self, selection: &Selection, region: &Region) -> Vec<String> {
        let response = self.response_words(selection.language);
        response
            .filter(|_| self.is_known_of_few())
            .into_iter()
            .chain(notices(selection, region))
            .collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::by_id;
    use crate::selection::parse;
    use crate::statistics::Interval;

    fn told(is_low: bool) -> (Vec<String>, Option<String>) {
        let region =
            Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap();
        let link = "?weergave=verkennen&indicator=toewijzing_tot_start";
        let hidden = Outcome::Hidden {
            within: Interval::new(0.0, 100.0).unwrap(),
            secondary: false,
        };
        let answer = Answer::Rows {
            shown: Box::new(*by_id("toewijzing_tot_start").unwrap()),
            rows: Vec::new(),
            series: None,
            comparison: None,
            split: None,
            response: Some(Box::new(Response {
                year: 2023,
                known: hidden,
                first: None,
                is_low,
            })),
        };
        let selection = parse(link, &region).0;
        (
            answer.notices(&selection, &region),
            answer.remark(&selection, &region),
        )
    }

    #[test]
    fn that_a_good_part_is_not_known_comes_first_and_is_told_once() {
        let is_coverage = |words: &String| words.contains("de dag van toewijzing bekend is");
        let (notices, remark) = told(true);
        assert!(is_coverage(&notices[0]), "{notices:?}");
        assert_eq!(remark, None);
        let (notices, remark) = told(false);
        assert!(!notices.iter().any(is_coverage), "{notices:?}");
        assert!(is_coverage(&remark.unwrap()));
    }

    #[test]
    fn what_is_hidden_may_be_low() {
        let hidden = |low, high| Outcome::Hidden {
            within: Interval::new(low, high).unwrap(),
            secondary: false,
        };
        assert!(is_low(&hidden(89.0, 95.0)));
        assert!(!is_low(&hidden(90.0, 95.0)));
    }
}
