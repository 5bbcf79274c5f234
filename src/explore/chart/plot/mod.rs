//! A drawing as a Plotly figure: direct labels instead of a legend, the break named where it happens, the provisional year
//! tinted, uncertainty soft, a hidden figure as a light box over what it may be.

mod bars;
mod funnel;
mod funnel_labels;
mod time;

use plotly::Plot;
use plotly::common::{DashType, Font};
use plotly::layout::{Annotation, Axis, Layout, Shape, ShapeLine, ShapeType};

use super::drawing::{Drawing, Marks};
use super::palette::Palette;
use crate::indicator::{Figure, Outcome, Unit};
use crate::sentence::{self, Form, text};
use crate::vocabulary::Language;

const FONT: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
/// Letters on a line of what is said when a point is touched.
const MOST_TOUCHED: usize = 36;
/// Under this width labels go on two lines.
const NARROW: f64 = 560.0;

/// The figure for an element of some width in pixels.
pub(super) fn plot(drawing: &Drawing, palette: &Palette, width: f64) -> Plot {
    sketched(drawing, palette, width, None)
}

/// The same in a fixed size, for a picture or a printed page.
pub(super) fn on_paper(drawing: &Drawing, palette: &Palette, size: (usize, usize)) -> Plot {
    sketched(drawing, palette, size.0 as f64, Some(size))
}

/// The layout is made for its size at once: a copy of it, changed afterwards, costs as many bytes as a page.
fn sketched(
    drawing: &Drawing,
    palette: &Palette,
    width: f64,
    fixed: Option<(usize, usize)>,
) -> Plot {
    let sketch = Sketch {
        drawing,
        palette,
        width,
        fixed,
        narrow: width < NARROW,
    };
    match &drawing.marks {
        Marks::None => Plot::new(),
        Marks::Time {
            points,
            own_breaks,
            rest_breaks,
        } => sketch.time(points, own_breaks, rest_breaks),
        Marks::Bars(bars, together) => sketch.bars(bars, *together),
        Marks::Funnel {
            points,
            lines,
            target,
            size,
        } => sketch.funnel(points, lines, *target, size),
    }
}

struct Sketch<'a> {
    drawing: &'a Drawing,
    palette: &'a Palette,
    /// Of the whole drawing, in pixels.
    width: f64,
    /// Width and height of a drawing on paper, which follows no window.
    fixed: Option<(usize, usize)>,
    narrow: bool,
}

impl Sketch<'_> {
    fn size(&self) -> usize {
        if self.narrow { 13 } else { 14 }
    }

    fn font(&self, colour: &str) -> Font {
        Font::new()
            .family(FONT)
            .size(self.size())
            .color(colour.to_owned())
    }

    fn words(&self, value: f64) -> String {
        sentence::figure(
            value,
            self.drawing.shown.unit,
            Form::Tile,
            self.drawing.language,
        )
    }

    fn layout(&self, x: Axis, y: Axis) -> Layout {
        let layout = Layout::new().auto_size(self.fixed.is_none());
        let layout = match self.fixed {
            Some((width, height)) => layout.width(width).height(height),
            None => layout,
        };
        layout
            .x_axis(
                x.fixed_range(true)
                    .zero_line(false)
                    .tick_angle(0.0)
                    .tick_font(self.font(&self.palette.muted))
                    .color(self.palette.muted.clone()),
            )
            .y_axis(
                y.fixed_range(true)
                    .zero_line(false)
                    .tick_font(self.font(&self.palette.muted))
                    .color(self.palette.muted.clone()),
            )
            .font(self.font(&self.palette.ink))
            .paper_background_color("rgba(0,0,0,0)")
            .plot_background_color("rgba(0,0,0,0)")
            .show_legend(false)
            .separators(match self.drawing.language {
                Language::Nl => ",.",
                Language::En => ".,",
            })
    }

    fn rest_name(&self) -> &'static str {
        if self.narrow {
            "Rest"
        } else {
            self.drawing.rest_label()
        }
    }

    fn note(&self, words: &str, x: f64, y: f64, colour: &str) -> Annotation {
        Annotation::new()
            .text(words)
            .x(x)
            .y(y)
            .show_arrow(false)
            .font(self.font(colour))
    }

    /// What is hidden for its own sake is filled and dotted, what is hidden for another is empty with a plain edge: as in the table.
    fn hidden_box(&self, secondary: bool, (x0, x1): (f64, f64), (y0, y1): (f64, f64)) -> Shape {
        let (fill, colour, dash) = if secondary {
            ("rgba(0,0,0,0)", &self.palette.muted, DashType::Solid)
        } else {
            (
                self.palette.band.as_str(),
                &self.palette.accent,
                DashType::Dot,
            )
        };
        Shape::new()
            .shape_type(ShapeType::Rect)
            .x_ref("x")
            .y_ref("y")
            .x0(x0)
            .x1(x1)
            .y0(y0)
            .y1(y1)
            .fill_color(fill.to_owned())
            .line(ShapeLine::new().color(colour.clone()).width(1.5).dash(dash))
    }

    /// What is written where there is no figure to draw, on lines of at most `most` letters.
    fn told(&self, outcome: &Outcome, most: usize) -> String {
        wrapped(
            &sentence::outcome_words(outcome, self.drawing.shown.unit, self.drawing.language),
            most,
        )
    }

    fn words_on_axis(&self, value: f64) -> String {
        match self.drawing.shown.unit {
            Unit::PercentMore if value.fract().abs() < 1e-9 => {
                let number =
                    sentence::figure(value, Unit::Youths, Form::Bare, self.drawing.language);
                match self.drawing.language {
                    Language::Nl => format!("{number}\u{a0}%"),
                    Language::En => format!("{number}%"),
                }
            }
            Unit::PerHundred | Unit::PerThousand if value.fract().abs() < 1e-9 => {
                sentence::figure(value, Unit::Youths, Form::Bare, self.drawing.language)
            }
            Unit::Euro | Unit::EuroMore => {
                let millions = value / 1e6;
                let unit = if millions.fract().abs() < 1e-9 {
                    Unit::Youths
                } else {
                    Unit::PerHundred
                };
                match self.drawing.language {
                    Language::Nl => format!(
                        "€\u{a0}{}\u{a0}mln",
                        sentence::figure(millions, unit, Form::Bare, self.drawing.language)
                    ),
                    Language::En => format!(
                        "€{}\u{a0}m",
                        sentence::figure(millions, unit, Form::Bare, self.drawing.language)
                    ),
                }
            }
            unit => sentence::figure(value, unit, Form::Tile, self.drawing.language),
        }
    }

    /// What is said when a point or bar is touched: whose it is, its figure and of what, and what it may have been.
    fn hover(&self, name: &str, what: &str, figure: &Figure) -> String {
        let (shown, language) = (&self.drawing.shown, self.drawing.language);
        let range = sentence::range(figure.confidence, shown.unit, language);
        let margin = if shown.is_split() {
            text::ROUNDING_COLUMN
        } else {
            text::UNCERTAINTY_COLUMN
        };
        let range = format!("{} {range}", margin.get(language));
        self.touched(&format!("{name}, {what}"), figure.value, &range)
    }

    /// A figure under its name, with one line more. What it is of may be long: a label that is wider than the chart is cut off.
    fn touched(&self, name: &str, value: f64, more: &str) -> String {
        let value = sentence::shown_of(value, &self.drawing.shown, self.drawing.language);
        [name, &value, more]
            .map(|words| wrapped(words, MOST_TOUCHED))
            .join("<br>")
    }
}

/// Round values between two ends: 1, 2 or 5 times a power of ten apart, four to eight of them.
fn ticks_between(low: f64, high: f64) -> Vec<f64> {
    let rough = (high - low) / 5.0;
    if !rough.is_finite() || rough <= 0.0 {
        return vec![low];
    }
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough)
        .unwrap_or(power * 10.0);
    let first = (low / step).ceil();
    (0..12)
        .map(|index| (first + f64::from(index)) * step)
        .take_while(|value| *value <= high + step * 1e-9)
        .collect()
}

/// Words as Plotly shows them: it takes `<` for the beginning of its own markup.
fn plain(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

/// Words on lines of at most `most` letters.
fn wrapped(words: &str, most: usize) -> String {
    let mut lines: Vec<String> = vec![String::new()];
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let lines: Vec<String> = lines.iter().map(|line| plain(line)).collect();
    lines.join("<br>")
}
