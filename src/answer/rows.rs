//! The answer to a selection as rows: what the chart draws and the table lists, so that they cannot differ.

use super::response::Response;
use crate::cube::{CubeStore, Status};
use crate::indicator::{
    self, Cause, Compared, Comparison, CostSplit, Formula, Indicator, Outcome, Publication, Reason,
    Scope, Series, SplitWhole,
};
use crate::release::{AreaId, Region};
use crate::selection::{Selection, ShowAs, View};
use crate::sentence::{self, Place};
use crate::vocabulary::{Dimension, Language, Member};

/// One row of the table, one point or bar of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The year.
    pub year: u16,
    /// The member, when broken down.
    pub member: Option<Member>,
    /// The municipality, when all are compared.
    pub municipality: Option<Municipality>,
    /// The cause, when it is told why cost changed.
    pub cause: Option<Cause>,
    /// The area's figure.
    pub own: Outcome,
    /// That of the rest of the region.
    pub rest: Option<Outcome>,
    /// Whether the year is provisional.
    pub provisional: bool,
}

/// A municipality that is compared with the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Municipality {
    /// The municipality.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// How it stands to the others.
    pub compared: Compared,
}

/// The answer to a selection.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Rows, in order.
    Rows {
        /// The indicator as shown: itself, or the count in its numerator.
        shown: Box<Indicator>,
        /// The rows.
        rows: Vec<Row>,
        /// Over time: the series with its trend.
        series: Option<Series>,
        /// Of all municipalities: what was tested.
        comparison: Option<Box<Comparison>>,
        /// Why cost changed, when that is what is asked.
        split: Option<Box<CostSplit>>,
        /// Of how much care the answers are known that it tells of; in a comparison, in the whole region.
        response: Option<Box<Response>>,
    },
    /// No figures for any row, for one and the same reason.
    Refused(Reason),
}

/// Evaluates a selection.
pub fn answer(selection: &Selection, store: &CubeStore, region: &Region) -> Answer {
    let shown = shown(selection);
    if let Some(Formula::Split { whole }) = shown.formula()
        && selection.view != View::Compare
    {
        return causes(whole, &shown, selection, store, region);
    }
    let (rows, series, comparison) = if selection.view == View::Compare {
        let comparison =
            indicator::compare(&shown, store, region, selection.year, &selection.members);
        (
            municipalities(&comparison, selection, region),
            None,
            Some(Box::new(comparison)),
        )
    } else if let Some(dimension) = selection.breakdown {
        let rows = members(&shown, selection, dimension, store, region);
        (rows, None, None)
    } else {
        let series = indicator::series(&shown, store, region, selection.area, &selection.members);
        (years(&series), Some(series), None)
    };
    let refusals: Vec<Reason> = rows
        .iter()
        .filter_map(|row| match row.own {
            Outcome::Missing(reason) => Some(reason),
            _ => None,
        })
        .collect();
    match refusals.first() {
        Some(reason) if refusals.len() == rows.len() => Answer::Refused(*reason),
        _ => Answer::Rows {
            shown: Box::new(shown),
            rows,
            series,
            comparison,
            split: None,
            response: Response::of(selection, store, region).map(Box::new),
        },
    }
}

/// The indicator as it is shown: itself, or the count in its numerator.
pub(super) fn shown(selection: &Selection) -> Indicator {
    match selection.show_as {
        ShowAs::Figure => *selection.indicator,
        ShowAs::Count => selection.indicator.counted(),
    }
}

/// What a selection is about, as a title that claims nothing: also where there are no figures.
pub fn topic(selection: &Selection, region: &Region) -> String {
    let (language, year) = (selection.language, selection.year);
    let narrowed = sentence::selection_words(&selection.members, language)
        .map(|words| format!(" ({words})"))
        .unwrap_or_default();
    let name = sentence::capital(shown(selection).name.get(language));
    let place = Place::of(region, selection.area).name;
    let [each, by, yearly] = match language {
        Language::Nl => [", per gemeente", ", naar", ", per jaar"],
        Language::En => [", by municipality", ", by", ", by year"],
    };
    if selection.view == View::Compare {
        return format!("{name}{narrowed}{each} in {year}");
    }
    let how = match selection.breakdown {
        Some(dimension) => format!("{by} {}", dimension.title().get(language).to_lowercase()),
        None if selection.indicator.is_split() => format!(", {year}"),
        None => yearly.to_owned(),
    };
    let topic = sentence::topic_in(&shown(selection), place, &selection.members, language);
    format!("{topic}{how}")
}

/// Through what an amount changed in the chosen year, part by part.
fn causes(
    whole: SplitWhole,
    shown: &Indicator,
    selection: &Selection,
    store: &CubeStore,
    region: &Region,
) -> Answer {
    let (scope, year) = (Scope::Area(selection.area), selection.year);
    let split = match indicator::split(whole, store, region, scope, year, &selection.members) {
        Ok(split) => split,
        Err(reason) => return Answer::Refused(reason),
    };
    Answer::Rows {
        shown: Box::new(*shown),
        rows: split
            .rows()
            .map(|(cause, outcome)| Row {
                year,
                member: None,
                municipality: None,
                cause: Some(cause),
                own: outcome.clone(),
                rest: None,
                provisional: region.is_provisional(year),
            })
            .collect(),
        series: None,
        comparison: None,
        split: Some(Box::new(split)),
        response: None,
    }
}

fn years(series: &Series) -> Vec<Row> {
    let row = |point: &indicator::YearPoint| Row {
        year: point.year,
        member: None,
        municipality: None,
        cause: None,
        own: point.own.clone(),
        rest: point.rest.clone(),
        provisional: point.provisional,
    };
    // Some figures are younger than the others: they begin in their first year.
    let is_published = |outcome: &Outcome| *outcome != Outcome::Missing(Reason::NotPublished);
    let first = series.points.iter().position(|point| {
        is_published(&point.own) || point.rest.as_ref().is_some_and(is_published)
    });
    series.points[first.unwrap_or(0)..]
        .iter()
        .map(row)
        .collect()
}

/// What a selection is divided into. Counted, a whole has the same parts.
pub(super) fn parts(selection: &Selection, dimension: Dimension) -> Vec<Member> {
    match selection.indicator.composed_over() {
        Some((over, parts)) if over == dimension => parts,
        _ => dimension.parts().collect(),
    }
}

fn members(
    shown: &Indicator,
    selection: &Selection,
    dimension: Dimension,
    store: &CubeStore,
    region: &Region,
) -> Vec<Row> {
    let has_rest = shown.is_ratio() && region.has_rest(selection.area);
    parts(selection, dimension)
        .into_iter()
        .map(|member| {
            let mut members = selection.members.clone();
            members.push(member);
            let of =
                |scope| indicator::evaluate(shown, store, region, scope, selection.year, &members);
            Row {
                year: selection.year,
                member: Some(member),
                municipality: None,
                cause: None,
                own: of(Scope::Area(selection.area)),
                rest: has_rest.then(|| of(Scope::RestOf(selection.area))),
                provisional: region.is_provisional(selection.year),
            }
        })
        .collect()
}

fn municipalities(comparison: &Comparison, selection: &Selection, region: &Region) -> Vec<Row> {
    let row = |compared: &Compared| Row {
        year: selection.year,
        member: None,
        municipality: Some(Municipality {
            area: compared.area,
            name: Place::of(region, compared.area).name.to_owned(),
            compared: compared.clone(),
        }),
        cause: None,
        own: compared.own.clone(),
        rest: compared.rest.clone(),
        provisional: region.is_provisional(selection.year),
    };
    comparison.municipalities.iter().map(row).collect()
}

impl Row {
    /// What the row is about.
    pub fn label(&self, language: Language) -> String {
        if let Some(municipality) = &self.municipality {
            return municipality.name.clone();
        }
        if let Some(cause) = self.cause {
            return cause.label().get(language).to_owned();
        }
        match self.member {
            Some(member) => member.label().get(language).to_owned(),
            None => sentence::year_words(self.year, self.provisional, language),
        }
    }
}

impl Answer {
    /// The finding, as a title.
    pub fn title(&self, selection: &Selection, region: &Region) -> String {
        let place = Place::of(region, selection.area);
        let language = selection.language;
        if let Some(title) = self.composition(selection, place) {
            return title;
        }
        match self {
            Self::Rows {
                shown,
                split: Some(split),
                ..
            } => sentence::split_headline(
                (shown, split),
                (place, selection.year, region.is_provisional(selection.year)),
                &selection.members,
                language,
            ),
            Self::Rows {
                shown,
                series: Some(series),
                ..
            } if selection.show_as == ShowAs::Figure => sentence::headline(
                shown,
                series,
                (place, Some(selection.year)),
                &selection.members,
                language,
            ),
            Self::Rows {
                shown,
                comparison: Some(comparison),
                ..
            } => sentence::comparison_headline(
                shown,
                comparison,
                (region, selection.year),
                &selection.members,
                language,
            ),
            Self::Rows { .. } => topic(selection, region),
            Self::Refused(reason) => {
                let words = sentence::reason_words(*reason, language);
                match &selection.indicator.publication {
                    Publication::NoFiguresYet { reason, .. } => {
                        format!("{words} {}", reason.get(language))
                    }
                    Publication::Published { .. } => words.to_owned(),
                }
            }
        }
    }

    /// The title of a whole with its parts, when one of them is the largest beyond chance.
    fn composition(&self, selection: &Selection, place: Place<'_>) -> Option<String> {
        let Self::Rows { shown, rows, .. } = self else {
            return None;
        };
        let (over, _) = shown.composed_over()?;
        if selection.breakdown != Some(over) || selection.view == View::Compare {
            return None;
        }
        let parts: Vec<(Member, &Outcome)> = rows
            .iter()
            .filter_map(|row| Some((row.member?, &row.own)))
            .collect();
        sentence::composition_headline(
            shown,
            &parts,
            (place, selection.year),
            &selection.members,
            selection.language,
        )
    }

    /// What must be known to read it: what was tested of municipalities, that a split is arithmetic, and of how much care is known what it tells of
    /// where that is nearly all.
    pub fn remark(&self, selection: &Selection, region: &Region) -> Option<String> {
        let language = selection.language;
        let remark = self.remark_on_figures(selection, region);
        let both: Vec<String> = remark.into_iter().chain(self.coverage(language)).collect();
        (!both.is_empty()).then(|| both.join(" "))
    }

    /// Which municipalities differ, in lists, and the remark without them: together they are [`Self::remark`].
    pub fn remark_in_lists(
        &self,
        selection: &Selection,
        region: &Region,
    ) -> (Vec<(&'static str, String)>, Option<String>) {
        let remark = self.remark(selection, region);
        let Self::Rows {
            comparison: Some(comparison),
            ..
        } = self
        else {
            return (Vec::new(), remark);
        };
        let lists = sentence::verdict_lists(comparison, region, selection.language);
        let sentences: String = lists.iter().map(sentence::verdict_sentence).collect();
        match remark.as_deref().and_then(|of| of.strip_prefix(&sentences)) {
            Some(rest) => (lists, Some(rest.to_owned())),
            // Where another reason is told nothing is listed.
            None => (Vec::new(), remark),
        }
    }

    fn remark_on_figures(&self, selection: &Selection, region: &Region) -> Option<String> {
        let language = selection.language;
        match self {
            Self::Rows {
                shown,
                comparison: Some(comparison),
                ..
            } => Some(sentence::comparison_remark(
                shown,
                comparison,
                (region, selection.year),
                language,
            )),
            Self::Rows { split: Some(_), .. } => Some(sentence::split_remark(language).to_owned()),
            Self::Rows { .. } | Self::Refused(_) => None,
        }
    }

    /// What, unit, area and period.
    pub fn subtitle(&self, selection: &Selection, region: &Region) -> String {
        let Self::Rows { shown, rows, .. } = self else {
            return String::new();
        };
        if let Self::Rows {
            comparison: Some(comparison),
            ..
        } = self
        {
            return standing(shown, comparison, selection, region);
        }
        let span = match self {
            Self::Rows {
                series: Some(series),
                ..
            } => sentence::span_words(shown, series, selection.language),
            _ => None,
        };
        let years = (
            rows.first().map_or(0, |row| row.year),
            rows.last().map_or(0, |row| row.year),
        );
        let what = sentence::subtitle(
            (shown, &selection.members),
            Place::of(region, selection.area),
            years,
            rows.iter().any(|row| row.rest.is_some()),
            selection.language,
        );
        let before = match self {
            Self::Rows {
                split: Some(split), ..
            } => Some(sentence::split_against(split.before, selection.language)),
            _ => None,
        };
        span.or(before)
            .map_or(what.clone(), |more| format!("{what} {more}"))
    }

    /// How the area stands to the rest of the region in the chosen year, and whether it rises or falls faster; nothing where that is not asked.
    pub fn growth(&self, selection: &Selection, region: &Region) -> Option<String> {
        match self {
            Self::Rows {
                shown,
                series: Some(series),
                ..
            } if selection.show_as == ShowAs::Figure => {
                let (place, language) = (Place::of(region, selection.area), selection.language);
                let standing =
                    sentence::beside_rest_words(shown, series, (place, selection.year), language);
                let growth = sentence::growth_words(shown, series, place, language);
                let both: Vec<String> = standing.into_iter().chain(growth).collect();
                (!both.is_empty()).then(|| both.join(" "))
            }
            _ => None,
        }
    }

    /// The chart in words: its title, then first and last figure.
    pub fn description(&self, selection: &Selection, region: &Region) -> String {
        let Self::Rows { shown, rows, .. } = self else {
            return self.title(selection, region);
        };
        let language = selection.language;
        let words = |row: &Row| {
            format!(
                "{}: {}",
                row.label(language),
                sentence::outcome_words(&row.own, shown.unit, language)
            )
        };
        let is_over_time = matches!(
            self,
            Self::Rows {
                series: Some(_),
                ..
            }
        );
        let figures: Vec<String> = if is_over_time {
            let ends = rows.first().into_iter().chain(rows.last());
            ends.map(words).collect()
        } else {
            rows.iter().map(words).collect()
        };
        format!(
            "{}. {} {}.",
            self.title(selection, region),
            self.subtitle(selection, region),
            figures.join("; ")
        )
    }

    /// As which of the six its figures were published, without doubles and in order.
    pub fn statuses(&self) -> Vec<Status> {
        let Self::Rows { rows, .. } = self else {
            return Vec::new();
        };
        let outcomes = || {
            rows.iter()
                .flat_map(|row| [Some(&row.own), row.rest.as_ref()])
        };
        Status::ALL
            .into_iter()
            .filter(|status| {
                outcomes()
                    .flatten()
                    .any(|outcome| outcome.status() == Some(*status))
            })
            .collect()
    }

    /// Why some of its figures are not known, without doubles.
    pub fn unknown_because(&self) -> Vec<Reason> {
        let Self::Rows { rows, .. } = self else {
            return Vec::new();
        };
        let outcomes = rows
            .iter()
            .flat_map(|row| [Some(&row.own), row.rest.as_ref()]);
        reasons_of_unknown(&outcomes.flatten().collect::<Vec<_>>())
    }

    /// That the chosen municipality has no figure among those compared, and what is known of it; nothing where it has one.
    pub fn no_standing(&self, selection: &Selection, region: &Region) -> Option<String> {
        let Self::Rows { shown, rows, .. } = self else {
            return None;
        };
        let is_chosen = |row: &&Row| {
            row.municipality
                .as_ref()
                .is_some_and(|of| of.area == selection.area)
        };
        let chosen = rows.iter().find(is_chosen)?;
        let place = Place::of(region, selection.area);
        sentence::no_standing(shown, (place, &chosen.own), selection.language)
    }
}

/// Why outcomes are not known, each reason once and in order.
pub fn reasons_of_unknown(outcomes: &[&Outcome]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for outcome in outcomes {
        if let Outcome::Missing(reason) = outcome
            && outcome.status() == Some(Status::Unknown)
            && !reasons.contains(reason)
        {
            reasons.push(*reason);
        }
    }
    reasons
}

/// What is compared, and how the chosen municipality stands.
fn standing(
    shown: &Indicator,
    comparison: &Comparison,
    selection: &Selection,
    region: &Region,
) -> String {
    let (language, year) = (selection.language, selection.year);
    let everywhere = Place::of(region, region.whole());
    let what = sentence::subtitle(
        (shown, &selection.members),
        everywhere,
        (year, year),
        false,
        language,
    );
    let chosen = comparison
        .municipalities
        .iter()
        .find(|compared| compared.area == selection.area)
        .and_then(|compared| {
            let place = Place::of(region, compared.area);
            sentence::standing(shown, comparison, (place, compared), language)
        });
    chosen.map_or(what.clone(), |chosen| format!("{what} {chosen}"))
}
