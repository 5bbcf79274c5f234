//! Side by side: a bar for each part, a dot for the rest of the region, a light box for what is hidden. On a narrow screen names and
//! figures stand above the bars, which then have the whole width.

use plotly::common::{
    Anchor, DashType, ErrorData, ErrorType, HoverInfo, Line, Marker, Mode, Orientation,
};
use plotly::layout::{
    Annotation, Axis, AxisType, HAlign, HoverMode, Margin, Shape, ShapeLine, ShapeType,
};
use plotly::{Plot, Scatter};

use super::{Sketch, ticks_between, wrapped};
use crate::explore::chart::drawing::Bar;
use crate::indicator::{Figure, Outcome};

/// A bar with its height on the axis.
type Placed<'a> = (f64, &'a Figure, &'a Bar);

/// Pixels beside the longest bar, on either side, that its figure needs.
struct Beside {
    left: usize,
    right: usize,
}

/// Pixels between a bar and its figure; those of a letter; and, roughly, those of the names beside the bars.
const GAP: f64 = 8.0;
const LETTER: f64 = 8.0;
const NAMES: f64 = 170.0;
/// Half of a dot, in pixels.
const DOT: f64 = 6.0;
/// Pixels beside a chart, and those of a letter on a narrow screen.
const EDGE: usize = 8;
const NARROW_LETTER: f64 = 6.8;
/// Pixels of the point of a box that goes on past the end of the axis.
const TIP: f64 = 9.0;
/// How thick the line of a margin is, and how far its ends go up and down, in pixels; and both with an edge around it.
const LINE: (f64, usize) = (1.5, 4);
const EDGED: (f64, usize) = (4.5, 5);
/// Pixels that are left for bars at least.
const BARS: f64 = 40.0;

impl Sketch<'_> {
    /// Side by side.
    pub(super) fn bars(&self, bars: &[Bar], together: Option<f64>) -> Plot {
        let mut plot = Plot::new();
        let own = placed(bars, |bar| bar.own.figure());
        plot.add_trace(self.own_bars(&own));
        if self.drawing.uncertainty {
            plot.add_trace(self.margin_lines(&own));
        }
        plot.add_trace(self.rest_dots(&placed(bars, Bar::beside)));
        let most = self.drawing.reach(bars);
        let least = self.fall(bars);
        let (mut shapes, notes) = self.bar_marks(bars, together, (least, most));
        shapes.extend((least < 0.0).then(|| self.zero_line(bars.len())));
        shapes.extend(together.map(|value| self.together_line(value, bars.len())));
        let margin = Margin::new()
            .left(EDGE)
            .right(if self.narrow {
                EDGE
            } else {
                self.beside(bars).right
            })
            .top(8)
            .bottom(36);
        plot.set_layout(
            self.layout(self.amount_axis(bars, (least, most)), self.part_axis(bars))
                .margin(margin)
                .shapes(shapes)
                .annotations(notes)
                .hover_mode(HoverMode::Closest),
        );
        plot
    }

    fn own_bars(&self, shown: &[Placed<'_>]) -> Box<plotly::Bar<f64, f64>> {
        let hover = shown
            .iter()
            .map(|(_, figure, bar)| self.hover(&self.drawing.area, &bar.label, figure))
            .collect();
        let colours = shown
            .iter()
            .map(|(_, _, bar)| {
                let colour = if bar.stands_out {
                    &self.palette.accent
                } else {
                    &self.palette.rest
                };
                colour.clone()
            })
            .collect::<Vec<String>>();
        let own = plotly::Bar::new(values(shown), heights(shown))
            .orientation(Orientation::Horizontal)
            .width(if self.narrow { 0.3 } else { 0.55 })
            .marker(Marker::new().color_array(colours))
            .hover_info(HoverInfo::Text)
            .hover_text_array(hover);
        if self.drawing.uncertainty {
            own.error_x(margins(shown, &self.palette.paper, EDGED))
        } else {
            own
        }
    }

    /// The lines of the margins. Those of the bars themselves are wider, in the colour of the paper: the edge by which a line can be seen
    /// on any bar.
    fn margin_lines(&self, shown: &[Placed<'_>]) -> Box<Scatter<f64, f64>> {
        Scatter::new(values(shown), heights(shown))
            .mode(Mode::None)
            .hover_info(HoverInfo::Skip)
            .error_x(margins(shown, &self.palette.ink, LINE))
    }

    /// Across all bars: the figure of them together.
    fn together_line(&self, value: f64, bars: usize) -> Shape {
        let line = ShapeLine::new()
            .color(self.palette.ink.clone())
            .width(1.5)
            .dash(DashType::Dot);
        Shape::new()
            .shape_type(ShapeType::Line)
            .x_ref("x")
            .y_ref("y")
            .x0(value)
            .x1(value)
            .y0(-0.5)
            .y1(bars as f64 - 0.5)
            .line(line)
    }

    /// Where bars go both ways: where they begin.
    fn zero_line(&self, bars: usize) -> Shape {
        Shape::new()
            .shape_type(ShapeType::Line)
            .x_ref("x")
            .y_ref("y")
            .x0(0.0)
            .x1(0.0)
            .y0(-0.5)
            .y1(bars as f64 - 0.5)
            .line(ShapeLine::new().color(self.palette.ink.clone()).width(1.0))
    }

    fn rest_dots(&self, beside: &[Placed<'_>]) -> Box<Scatter<f64, f64>> {
        let hover = beside
            .iter()
            .map(|(_, figure, bar)| self.hover(self.drawing.rest_label(), &bar.label, figure));
        let ring = Line::new().color(self.palette.muted.clone()).width(2.5);
        Scatter::new(values(beside), heights(beside))
            .mode(Mode::Markers)
            .marker(
                Marker::new()
                    .size(11)
                    .color(self.palette.paper.clone())
                    .line(ring),
            )
            .hover_info(HoverInfo::Text)
            .hover_text_array(hover.collect::<Vec<String>>())
    }

    /// How far the axis goes below zero: only what changed can.
    fn fall(&self, bars: &[Bar]) -> f64 {
        let rest = |bar: &Bar| bar.beside().map_or(0.0, |figure| figure.value);
        bars.iter()
            .map(|bar| self.drawing.ends(bar).0.min(rest(bar)))
            .fold(0.0, f64::min)
    }

    /// Where the figure of a bar stands: right behind it, or behind the dot, or the line of all together, when that would be in the way.
    /// Of a bar to the left of zero that is to the left of it. `unit` is how much of the axis a pixel is.
    fn place_of_figure(&self, bar: &Bar, together: Option<f64>, unit: f64) -> f64 {
        let free = (GAP + self.letters(bar) as f64 * LETTER + GAP) * unit;
        let dot = bar.beside().map(|dot| dot.value).or(together);
        if self.goes_left(bar) {
            let end = self.drawing.ends(bar).0;
            return match dot {
                Some(dot) if dot < end + GAP * unit && dot > end - free => dot - DOT * unit,
                _ => end,
            };
        }
        let end = self.drawing.ends(bar).1;
        match dot {
            Some(dot) if dot > end - GAP * unit && dot < end + free => dot + DOT * unit,
            _ => end,
        }
    }

    /// How much of the axis a pixel is.
    fn unit(&self, bars: &[Bar], (least, most): (f64, f64)) -> f64 {
        if self.narrow {
            return (most - least) / (self.width - 2.0 * EDGE as f64).max(BARS);
        }
        let Beside { left, right } = self.beside(bars);
        (most - least) / (self.width - NAMES - (left + right) as f64).max(BARS)
    }

    /// The figure behind each bar, and a box for what is hidden.
    fn bar_marks(
        &self,
        bars: &[Bar],
        together: Option<f64>,
        (least, most): (f64, f64),
    ) -> (Vec<Shape>, Vec<Annotation>) {
        let mut shapes = Vec::new();
        let mut notes = Vec::new();
        let unit = self.unit(bars, (least, most));
        for (index, bar) in bars.iter().enumerate() {
            let height = height(index, bars.len());
            let colour = match &bar.own {
                // In the colour of its bar: it may stand behind the dot of the rest.
                Outcome::Figure(_) if bar.rest.is_some() => &self.palette.accent,
                Outcome::Figure(_) => &self.palette.ink,
                _ => &self.palette.muted,
            };
            if let Outcome::Hidden { within, secondary } = &bar.own {
                let half = if self.narrow { 0.15 } else { 0.28 };
                let (low, high) = (height - half, height + half);
                let shape = self.hidden_box(*secondary, (within.lo(), within.hi()), (low, high));
                shapes.push(if within.hi() > most {
                    pointed(shape, (within.lo(), most), (low, high), TIP * unit)
                } else {
                    shape
                });
            }
            if self.narrow {
                notes.extend(self.above(bar, height, colour));
                continue;
            }
            let place = self.place_of_figure(bar, together, unit);
            let words = self.bar_words(bar);
            let note = if self.goes_left(bar) {
                self.note(&words, place, height, colour)
                    .x_anchor(Anchor::Right)
                    .align(HAlign::Right)
                    .x_shift(-GAP)
            } else {
                self.note(&words, place.min(most).max(0.0), height, colour)
                    .x_anchor(Anchor::Left)
                    .align(HAlign::Left)
                    .x_shift(GAP)
            };
            notes.push(note.background_color(self.palette.paper.clone()));
        }
        (shapes, notes)
    }

    /// The name of a bar and its figure, above it at both ends. A name that leaves too little room goes on two lines.
    fn above(&self, bar: &Bar, height: f64, colour: &str) -> [Annotation; 2] {
        let words = self.bar_words(bar);
        let beside = 2.0 * EDGE as f64 + (self.letters(bar) + 2) as f64 * NARROW_LETTER;
        let fits = |most: usize| most as f64 * NARROW_LETTER <= self.width - beside;
        let most = (8..60).rfind(|most| fits(*most)).unwrap_or(8);
        let at = |words: &str, (x, anchor): (f64, Anchor), colour: &str| {
            self.note(words, x, height + 0.15, colour)
                .x_ref("paper")
                .x_anchor(anchor)
                .y_anchor(Anchor::Bottom)
                .align(HAlign::Left)
                .background_color(self.palette.paper.clone())
        };
        let name = wrapped(&bar.label, most);
        [
            at(&name, (0.0, Anchor::Left), &self.palette.ink),
            at(&words, (1.0, Anchor::Right), colour),
        ]
    }

    /// What stands behind a bar, or instead of it.
    fn bar_words(&self, bar: &Bar) -> String {
        match &bar.own {
            Outcome::Figure(figure) => self.words(figure.value),
            outcome => self.told(outcome, 40),
        }
    }

    fn amount_axis(&self, bars: &[Bar], (least, most): (f64, f64)) -> Axis {
        let before = self.beside(bars).left as f64 * self.unit(bars, (least, most));
        let mut ticks = ticks_between(least, most);
        ticks.retain(|value| *value <= most);
        if self.narrow && ticks.len() > 4 {
            ticks = ticks.into_iter().step_by(2).collect();
        }
        let texts = ticks
            .iter()
            .map(|value| self.words_on_axis(*value))
            .collect();
        Axis::new()
            .type_(AxisType::Linear)
            .range(vec![
                least * 1.05 - if least < 0.0 { most * 0.02 } else { 0.0 } - before,
                most.max(1e-9) * 1.02,
            ])
            .tick_values(ticks)
            .tick_text(texts)
            .grid_color(self.palette.line.clone())
    }

    fn part_axis(&self, bars: &[Bar]) -> Axis {
        let last = bars.len() as f64;
        let axis = Axis::new().type_(AxisType::Linear).show_grid(false);
        if self.narrow {
            return axis
                .range(vec![-0.35, last - 0.2])
                .show_tick_labels(false)
                .tick_values(Vec::new());
        }
        axis.range(vec![-0.6, last - 0.4])
            .tick_values(
                (0..bars.len())
                    .map(|index| height(index, bars.len()))
                    .collect(),
            )
            .tick_text(
                bars.iter()
                    // Each line of a name stays off the bar.
                    .map(|bar| wrapped(&bar.label, 26).replace("<br>", "\u{a0}<br>") + "\u{a0}")
                    .collect(),
            )
            .auto_margin(true)
    }

    /// Whether the figure of a bar stands to the left of it, as the bar goes to the left of zero. On a narrow screen all stand above.
    fn goes_left(&self, bar: &Bar) -> bool {
        !self.narrow && bar.own.figure().is_some_and(|figure| figure.value < 0.0)
    }

    /// Letters of the longest line that stands behind a bar.
    fn letters(&self, bar: &Bar) -> usize {
        let words = self.bar_words(bar);
        let lines = words.split("<br>").map(|line| line.chars().count());
        lines.max().unwrap_or(0)
    }

    /// What figures need beside the bars. To the left none may stand.
    fn beside(&self, bars: &[Bar]) -> Beside {
        let of = |is_left: bool| {
            let of_side = bars.iter().filter(|bar| self.goes_left(bar) == is_left);
            of_side.map(|bar| self.letters(bar)).max()
        };
        let pixels = |letters: usize| 24 + letters * 8;
        Beside {
            left: of(true).map_or(0, pixels),
            right: pixels(of(false).unwrap_or(0)),
        }
    }
}

/// A box that goes on past the end of the axis, which it points at.
fn pointed(shape: Shape, (from, to): (f64, f64), (low, high): (f64, f64), tip: f64) -> Shape {
    let neck = (to - tip).max(from);
    let middle = f64::midpoint(low, high);
    shape.shape_type(ShapeType::Path).path(format!(
        "M{from},{low}L{neck},{low}L{to},{middle}L{neck},{high}L{from},{high}Z"
    ))
}

/// From where to where the margins of bars go.
fn margins(shown: &[Placed<'_>], colour: &str, (thickness, ends): (f64, usize)) -> ErrorData {
    let above = shown
        .iter()
        .map(|(_, figure, _)| (figure.confidence.hi() - figure.value).max(0.0));
    let below = shown
        .iter()
        .map(|(_, figure, _)| (figure.value - figure.confidence.lo()).max(0.0));
    ErrorData::new(ErrorType::Data)
        .array(above.collect())
        .array_minus(below.collect())
        .color(colour.to_owned())
        .thickness(thickness)
        .width(ends)
}

/// The first bar on top.
fn height(index: usize, count: usize) -> f64 {
    (count - 1 - index) as f64
}

fn placed<'a>(bars: &'a [Bar], figure: impl Fn(&'a Bar) -> Option<&'a Figure>) -> Vec<Placed<'a>> {
    bars.iter()
        .enumerate()
        .filter_map(|(index, bar)| Some((height(index, bars.len()), figure(bar)?, bar)))
        .collect()
}

fn values(placed: &[Placed<'_>]) -> Vec<f64> {
    placed.iter().map(|(_, figure, _)| figure.value).collect()
}

fn heights(placed: &[Placed<'_>]) -> Vec<f64> {
    placed.iter().map(|(height, ..)| *height).collect()
}
