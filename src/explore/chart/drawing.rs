//! What is drawn, apart from how: points over time or bars side by side, with everything hidden or provisional marked.

use crate::indicator::{Figure, Funnel, Indicator, Limits, Outcome};
use crate::release::{AreaId, Region};
use crate::selection::Selection;
use crate::sentence::{self, Place, text};
use crate::vocabulary::Language;

/// How many times the furthest that is known the axis of bars goes at most.
const PAST_THE_KNOWN: f64 = 1.5;
/// The part of an axis above all there can be, so that a dot on its end is whole.
const EDGE: f64 = 0.03;
/// In how many steps a limit is drawn.
const FUNNEL_STEPS: u32 = 60;

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

impl TimePoint {
    fn is_hidden(&self) -> bool {
        matches!(self.own, Outcome::Hidden { .. })
    }
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

impl Bar {
    /// The figure of the rest of the region.
    pub(super) fn beside(&self) -> Option<&Figure> {
        self.rest.as_ref().and_then(Outcome::figure)
    }
}

/// A municipality in a funnel.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FunnelMark {
    /// Its name.
    pub name: String,
    /// How many units its figure is about.
    pub size: f64,
    /// Its figure.
    pub value: f64,
    /// Whether it is outside the outer limits.
    pub far: bool,
    /// Where it lies, in words.
    pub standing: &'static str,
    /// Whether it is the chosen one.
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
    /// By size, between the limits of chance.
    Funnel {
        points: Vec<FunnelMark>,
        lines: Vec<(f64, Limits)>,
        target: f64,
        size: String,
    },
    /// Side by side, with the figure of them all together.
    Bars(Vec<Bar>, Option<f64>),
}

/// A chart, ready to be drawn by whatever draws.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::explore) struct Drawing {
    pub(super) language: Language,
    pub(super) area: String,
    /// What its figures are of.
    pub(super) shown: Indicator,
    pub(super) uncertainty: bool,
    /// The year of bars, and whether it is provisional.
    pub(super) year: Option<(u16, bool)>,
    pub(super) marks: Marks,
}

impl Drawing {
    /// A chart of nothing.
    pub(in crate::explore) fn empty(selection: &Selection) -> Self {
        Self {
            language: selection.language,
            area: String::new(),
            shown: *selection.indicator,
            uncertainty: true,
            year: None,
            marks: Marks::None,
        }
    }

    /// About an area and an indicator.
    pub(in crate::explore) fn of(self, area: &str, shown: &Indicator, uncertainty: bool) -> Self {
        Self {
            area: area.to_owned(),
            shown: *shown,
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

    /// All of one year.
    pub(in crate::explore) fn in_year(self, year: u16, provisional: bool) -> Self {
        Self {
            year: Some((year, provisional)),
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

    /// By size: `area` stands out, and `size` says what the axis counts.
    pub(in crate::explore) fn with_funnel(
        self,
        funnel: &Funnel,
        region: &Region,
        area: AreaId,
        size: String,
    ) -> Self {
        let points: Vec<FunnelMark> = funnel
            .points
            .iter()
            .map(|point| FunnelMark {
                name: Place::of(region, point.area).name.to_owned(),
                size: point.size,
                value: point.value,
                far: point.standing.is_far(),
                standing: sentence::standing_words(point, self.language),
                stands_out: area != region.whole()
                    && region.with_groups(point.area).any(|group| group == area),
            })
            .collect();
        let ends = points
            .iter()
            .fold((f64::INFINITY, 1.0_f64), |(least, most), point| {
                (least.min(point.size), most.max(point.size))
            });
        let (first, last) = (ends.0 / 1.3, ends.1 * 1.3);
        let steps = f64::from(FUNNEL_STEPS);
        let lines = (0..=FUNNEL_STEPS)
            .map(|step| first * (last / first).powf(f64::from(step) / steps))
            .filter_map(|size| Some((size, funnel.limits(size)?)))
            .collect();
        Self {
            marks: Marks::Funnel {
                points,
                lines,
                target: funnel.target,
                size,
            },
            ..self
        }
    }

    /// Whether it is figure against size.
    pub(in crate::explore) fn is_funnel(&self) -> bool {
        matches!(self.marks, Marks::Funnel { .. })
    }

    /// The class that gives the element its height: bars need room each.
    pub(super) fn height_class(&self) -> &'static str {
        match &self.marks {
            Marks::Bars(bars, _) if bars.len() > 12 => "plot-long",
            Marks::Bars(bars, _) if bars.len() > 5 => "plot-tall",
            Marks::Funnel { .. } => "plot-funnel",
            Marks::Bars(..) => "plot-low",
            Marks::Time { .. } | Marks::None => "plot-time",
        }
    }

    /// Its height in pixels when the page is printed: it leaves room on the sheet for table and calculation.
    pub(super) fn height_printed(&self) -> usize {
        match &self.marks {
            Marks::Bars(bars, _) => 44 + 28 * bars.len(),
            Marks::Funnel { .. } => 380,
            Marks::Time { .. } | Marks::None => 240,
        }
    }

    /// Its height in pixels in a picture.
    pub(super) fn height_in_picture(&self) -> usize {
        match &self.marks {
            Marks::Bars(bars, _) => 60 + 34 * bars.len(),
            Marks::Funnel { .. } => 460,
            Marks::Time { .. } | Marks::None => 380,
        }
    }

    /// The rest of the region, as a label.
    pub(super) fn rest_label(&self) -> &'static str {
        text::REST.get(self.language)
    }

    /// The lowest and highest value on the axis of a chart over time or by size; `air` is that above what is drawn over time.
    pub(super) fn extent(&self, air: f64) -> (f64, f64) {
        let (low, high) = match &self.marks {
            Marks::Time { points, .. } => self.over_time(points, air),
            Marks::Funnel { points, lines, .. } => by_size(points, lines),
            Marks::Bars(..) | Marks::None => (0.0, 1.0),
        };
        let most = self.most();
        // Above a box stand its bounds in words: they need the room.
        let has_box = matches!(&self.marks, Marks::Time { points, .. } if points.iter().any(TimePoint::is_hidden));
        let top = if has_box {
            high
        } else {
            high.min(most + (most - low) * EDGE)
        };
        (low, top)
    }

    /// The most that a figure can be.
    pub(super) fn most(&self) -> f64 {
        if self.shown.is_part_of_whole() {
            100.0
        } else {
            f64::INFINITY
        }
    }

    /// How far the axis of bars goes. What is hidden may be far more than all that is known: its box then goes on past the end.
    pub(super) fn reach(&self, bars: &[Bar]) -> f64 {
        let dot = |bar: &Bar| bar.beside().map_or(0.0, |figure| figure.value);
        let known = |bar: &Bar| match &bar.own {
            Outcome::Hidden { within, .. } => within.lo(),
            _ => self.ends(bar).1,
        };
        let furthest = |of: &dyn Fn(&Bar) -> f64| {
            bars.iter()
                .map(|bar| of(bar).max(dot(bar)))
                .fold(0.0, f64::max)
        };
        let (all, known) = (furthest(&|bar| self.ends(bar).1), furthest(&known));
        let reach = if known > 0.0 {
            all.min(known * PAST_THE_KNOWN)
        } else {
            all
        };
        reach.min(self.most())
    }

    /// From where to where a bar, its uncertainty or its box reaches.
    pub(super) fn ends(&self, bar: &Bar) -> (f64, f64) {
        match &bar.own {
            Outcome::Figure(figure) if self.uncertainty => {
                (figure.confidence.lo(), figure.confidence.hi())
            }
            Outcome::Figure(figure) => (figure.value, figure.value),
            Outcome::Hidden { within, .. } => (within.lo(), within.hi()),
            Outcome::StructuralZero | Outcome::Missing(_) => (0.0, 0.0),
        }
    }

    /// Whether the box of what is hidden goes on past the end of the axis, which a reader must know.
    pub(in crate::explore) fn goes_past_the_axis(&self) -> bool {
        let Marks::Bars(bars, _) = &self.marks else {
            return false;
        };
        let most = self.reach(bars);
        let is_hidden = |bar: &&Bar| matches!(bar.own, Outcome::Hidden { .. });
        bars.iter()
            .filter(is_hidden)
            .any(|bar| self.ends(bar).1 > most)
    }

    /// Whether its axis begins above zero, which a reader must know.
    pub(in crate::explore) fn begins_above_zero(&self) -> bool {
        self.extent(0.0).0 > 0.0
    }

    /// Everything drawn, with some air; from zero when that is near.
    fn over_time(&self, points: &[TimePoint], air: f64) -> (f64, f64) {
        let mut values = Vec::new();
        for point in points {
            match &point.own {
                Outcome::Figure(figure) => {
                    values.push(figure.value);
                    if self.uncertainty {
                        values.extend([figure.confidence.lo(), figure.confidence.hi()]);
                    }
                }
                Outcome::Hidden { within, .. } => values.extend([within.lo(), within.hi()]),
                Outcome::StructuralZero => values.push(0.0),
                Outcome::Missing(_) => {}
            }
            values.extend(
                point
                    .rest
                    .as_ref()
                    .and_then(Outcome::figure)
                    .map(|figure| figure.value),
            );
        }
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if !low.is_finite() || !high.is_finite() {
            return (0.0, 1.0);
        }
        // Ordinary differences should not look like a landslide: the axis spans at least a quarter of the level.
        let span = (high - low).max(high.abs() * 0.25).max(1e-9);
        let middle = f64::midpoint(low, high);
        let (bottom, top) = (middle - span * 0.62, middle + span * air);
        // A change may be below zero.
        let from_zero = low >= 0.0 && bottom < span * 0.5;
        (if from_zero { 0.0 } else { bottom }, top)
    }
}

/// All dots, and the limits of the smallest municipality, with some air.
fn by_size(points: &[FunnelMark], lines: &[(f64, Limits)]) -> (f64, f64) {
    let smallest = points
        .iter()
        .map(|point| point.size)
        .fold(f64::INFINITY, f64::min);
    let drawn = lines
        .iter()
        .filter(|(size, _)| *size >= smallest)
        .take(1)
        .map(|(_, limits)| limits.outer);
    let values = points.iter().map(|point| point.value);
    let all: Vec<f64> = drawn
        .flat_map(|outer| [outer.lo(), outer.hi()])
        .chain(values)
        .collect();
    let low = all.iter().copied().fold(f64::INFINITY, f64::min);
    let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !low.is_finite() || low >= high {
        return (0.0, 1.0);
    }
    let air = (high - low) * 0.08;
    ((low - air).max(0.0), high + air)
}
