//! What is drawn, apart from how: points over time or bars side by side, with everything hidden or provisional marked.

use crate::indicator::{Outcome, Unit};
use crate::sentence::text;
use crate::vocabulary::Language;

/// A year of a chart over time.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::explore) struct TimePoint {
    /// Year.
    pub year: u16,
    /// The area.
    pub own: Outcome,
    /// The rest of the region.
    pub rest: Option<Outcome>,
    /// Whether the year is provisional.
    pub provisional: bool,
}

/// A member of a chart side by side.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::explore) struct Bar {
    /// Its label.
    pub label: String,
    /// The area.
    pub own: Outcome,
    /// The rest of the region.
    pub rest: Option<Outcome>,
    /// Whether it is about the chosen area.
    pub stands_out: bool,
}

/// What a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Marks {
    /// Nothing.
    None,
    /// Over time; with the years from which figures cannot be compared with those before, for the area and for the rest.
    Time {
        points: Vec<TimePoint>,
        own_breaks: Vec<(u16, String)>,
        rest_breaks: Vec<(u16, String)>,
    },
    /// Side by side, with the figure of them all together.
    Bars(Vec<Bar>, Option<f64>),
}

/// A chart, ready to be drawn by whatever draws.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::explore) struct Drawing {
    pub(super) language: Language,
    pub(super) area: String,
    pub(super) unit: Unit,
    pub(super) uncertainty: bool,
    pub(super) marks: Marks,
}

impl Drawing {
    /// A chart of nothing.
    pub(in crate::explore) fn empty(language: Language) -> Self {
        Self {
            language,
            area: String::new(),
            unit: Unit::Youths,
            uncertainty: true,
            marks: Marks::None,
        }
    }

    /// About an area, in a unit.
    pub(in crate::explore) fn of(self, area: &str, unit: Unit, uncertainty: bool) -> Self {
        Self {
            area: area.to_owned(),
            unit,
            uncertainty,
            ..self
        }
    }

    /// Over time.
    pub(in crate::explore) fn with_points(
        self,
        points: Vec<TimePoint>,
        own_breaks: Vec<(u16, String)>,
        rest_breaks: Vec<(u16, String)>,
    ) -> Self {
        Self {
            marks: Marks::Time {
                points,
                own_breaks,
                rest_breaks,
            },
            ..self
        }
    }

    /// Side by side.
    pub(in crate::explore) fn with_bars(self, bars: Vec<Bar>, together: Option<f64>) -> Self {
        Self {
            marks: Marks::Bars(bars, together),
            ..self
        }
    }

    /// The class that gives the element its height: bars need room each.
    pub(super) fn height_class(&self) -> &'static str {
        match &self.marks {
            Marks::Bars(bars, _) if bars.len() > 5 => "plot-tall",
            Marks::Bars(..) => "plot-low",
            Marks::Time { .. } | Marks::None => "plot-time",
        }
    }

    /// Its height in pixels where it is drawn on paper: in a picture, or when the page is printed.
    pub(super) fn height_on_paper(&self) -> usize {
        match &self.marks {
            Marks::Bars(bars, _) => 60 + 34 * bars.len(),
            Marks::Time { .. } | Marks::None => 380,
        }
    }

    /// The rest of the region, as a label.
    pub(super) fn rest_label(&self) -> &'static str {
        text::REST.get(self.language)
    }
}
