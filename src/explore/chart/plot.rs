//! A drawing as a Plotly figure: direct labels instead of a legend, the break named where it happens, the provisional year
//! tinted, uncertainty soft, a hidden figure as a light box over what it may be.

use plotly::common::{
    Anchor, DashType, ErrorData, ErrorType, Fill, Font, HoverInfo, Line, Marker, Mode, Orientation,
};
use plotly::layout::{
    Annotation, Axis, AxisType, HAlign, HoverMode, Layout, Margin, Shape, ShapeLayer, ShapeLine,
    ShapeType,
};
use plotly::{Plot, Scatter};

use super::drawing::{Bar, Drawing, Marks, TimePoint};
use super::palette::Palette;
use crate::indicator::{Figure, Outcome, Unit};
use crate::sentence::{self, Form, text};

const FONT: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
/// Under this width labels go on two lines.
const NARROW: f64 = 560.0;

/// The figure for an element of some width in pixels.
pub(super) fn plot(drawing: &Drawing, palette: &Palette, width: f64) -> Plot {
    let sketch = Sketch {
        drawing,
        palette,
        narrow: width < NARROW,
    };
    match &drawing.marks {
        Marks::None => Plot::new(),
        Marks::Time {
            points,
            own_breaks,
            rest_breaks,
        } => sketch.time(points, own_breaks, rest_breaks),
        Marks::Bars(bars) => sketch.bars(bars),
    }
}

struct Sketch<'a> {
    drawing: &'a Drawing,
    palette: &'a Palette,
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
        sentence::figure(value, self.drawing.unit, Form::Tile, self.drawing.language)
    }

    fn layout(&self, x: Axis, y: Axis) -> Layout {
        Layout::new()
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
            .auto_size(true)
            .separators(match self.drawing.language {
                crate::vocabulary::Language::Nl => ",.",
                crate::vocabulary::Language::En => ".,",
            })
    }

    fn time(
        &self,
        points: &[TimePoint],
        own_breaks: &[(u16, String)],
        rest_breaks: &[(u16, String)],
    ) -> Plot {
        let (first, last) = (
            points.first().map_or(0, |point| point.year),
            points.last().map_or(0, |point| point.year),
        );
        let (low, high) = self.extent(points);
        let mut plot = Plot::new();
        let own_from: Vec<u16> = own_breaks.iter().map(|(year, _)| *year).collect();
        // The rest of the region is broken by what happened outside the area.
        let rest_from: Vec<u16> = rest_breaks.iter().map(|(year, _)| *year).collect();
        let own = stretches(points, &own_from, |point| point.own.figure());
        let rest = stretches(points, &rest_from, |point| {
            point.rest.as_ref().and_then(Outcome::figure)
        });
        if self.drawing.uncertainty {
            for stretch in &own {
                plot.add_trace(self.band(stretch));
            }
        }
        for stretch in &rest {
            plot.add_trace(self.line(
                stretch,
                self.drawing.rest_label(),
                &self.palette.rest,
                2.5,
                5,
            ));
        }
        for stretch in &own {
            plot.add_trace(self.line(stretch, &self.drawing.area, &self.palette.accent, 3.5, 8));
        }
        let mut shapes = Vec::new();
        let mut notes = Vec::new();
        for point in points.iter().filter(|point| point.provisional) {
            let year = f64::from(point.year);
            shapes.push(
                Shape::new()
                    .shape_type(ShapeType::Rect)
                    .layer(ShapeLayer::Below)
                    .x_ref("x")
                    .y_ref("paper")
                    .x0(year - 0.5)
                    .x1(year + 0.35)
                    .y0(0.0)
                    .y1(1.0)
                    .fill_color(self.palette.hatch.clone())
                    .line(ShapeLine::new().width(0.0)),
            );
        }
        let mut named: Vec<u16> = Vec::new();
        for (year, words) in own_breaks.iter().chain(rest_breaks) {
            if *year <= first || named.contains(year) {
                continue;
            }
            named.push(*year);
            let x = f64::from(*year) - 0.5;
            shapes.push(
                Shape::new()
                    .shape_type(ShapeType::Line)
                    .x_ref("x")
                    .y_ref("paper")
                    .x0(x)
                    .x1(x)
                    .y0(0.0)
                    .y1(1.0)
                    .line(
                        ShapeLine::new()
                            .color(self.palette.ink.clone())
                            .width(1.5)
                            .dash(DashType::Dot),
                    ),
            );
            notes.push(
                self.note(
                    &wrapped(words, if self.narrow { 20 } else { 30 }),
                    x,
                    1.0,
                    &self.palette.ink,
                )
                .y_ref("paper")
                .x_anchor(Anchor::Right)
                .x_shift(-8.0)
                .align(HAlign::Right)
                .y_anchor(Anchor::Top),
            );
        }
        for point in points {
            if let Outcome::Hidden { within } = point.own {
                let year = f64::from(point.year);
                shapes.push(self.hidden_box(year - 0.22, year + 0.22, within.lo(), within.hi()));
            }
        }
        notes.extend(self.end_labels(&own, &rest, high - low));
        let years: Vec<f64> = points.iter().map(|point| f64::from(point.year)).collect();
        let step = if self.narrow { 3 } else { 1 };
        let ticks: Vec<f64> = years.iter().rev().step_by(step).rev().copied().collect();
        let provisional = |year: f64| {
            points
                .iter()
                .any(|point| point.provisional && f64::from(point.year).to_bits() == year.to_bits())
        };
        let texts = ticks
            .iter()
            .map(|year| {
                if provisional(*year) {
                    format!(
                        "{year:.0}<br>{}",
                        text::PROVISIONAL.get(self.drawing.language)
                    )
                } else {
                    format!("{year:.0}")
                }
            })
            .collect();
        let x = Axis::new()
            .type_(AxisType::Linear)
            .range(vec![f64::from(first) - 0.3, f64::from(last) + 0.35])
            .tick_values(ticks)
            .tick_text(texts)
            .show_grid(false);
        let values = ticks_between(low, high);
        let texts = values
            .iter()
            .map(|value| self.words_on_axis(*value))
            .collect();
        let y = Axis::new()
            .type_(AxisType::Linear)
            .range(vec![low, high])
            .tick_values(values)
            .tick_text(texts)
            .grid_color(self.palette.line.clone())
            .auto_margin(true);
        let margin = Margin::new()
            .left(8)
            .right(self.label_room(&own, &rest))
            .top(12)
            .bottom(44);
        plot.set_layout(
            self.layout(x, y)
                .margin(margin)
                .shapes(shapes)
                .annotations(notes)
                .hover_mode(HoverMode::Closest),
        );
        plot
    }

    /// The lowest and highest value on the axis: everything drawn, with some air; from zero when that is near.
    fn extent(&self, points: &[TimePoint]) -> (f64, f64) {
        let mut values = Vec::new();
        for point in points {
            match &point.own {
                Outcome::Figure(figure) => {
                    values.push(figure.value);
                    if self.drawing.uncertainty {
                        values.extend([figure.confidence.lo(), figure.confidence.hi()]);
                    }
                }
                Outcome::Hidden { within } => values.extend([within.lo(), within.hi()]),
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
        let (bottom, top) = (middle - span * 0.62, middle + span * 0.72);
        (if bottom < span * 0.5 { 0.0 } else { bottom }, top)
    }

    fn band(&self, stretch: &[(f64, &Figure)]) -> Box<Scatter<f64, f64>> {
        let there = stretch
            .iter()
            .map(|(year, figure)| (*year, figure.confidence.hi()));
        let back = stretch
            .iter()
            .rev()
            .map(|(year, figure)| (*year, figure.confidence.lo()));
        let (x, y): (Vec<f64>, Vec<f64>) = if let [(year, figure)] = stretch {
            // A single year has no line to follow: a narrow box.
            let (low, high) = (figure.confidence.lo(), figure.confidence.hi());
            (
                [year - 0.1, year + 0.1, year + 0.1, year - 0.1].to_vec(),
                [high, high, low, low].to_vec(),
            )
        } else {
            there.chain(back).unzip()
        };
        Scatter::new(x, y)
            .mode(Mode::Lines)
            .fill(Fill::ToSelf)
            .fill_color(self.palette.band.clone())
            .line(Line::new().width(0.0))
            .hover_info(HoverInfo::Skip)
    }

    fn line(
        &self,
        stretch: &[(f64, &Figure)],
        name: &str,
        colour: &str,
        width: f64,
        marker: usize,
    ) -> Box<Scatter<f64, f64>> {
        let (x, y): (Vec<f64>, Vec<f64>) = stretch
            .iter()
            .map(|(year, figure)| (*year, figure.value))
            .unzip();
        let hover = stretch
            .iter()
            .map(|(year, figure)| {
                let range =
                    sentence::range(figure.confidence, self.drawing.unit, self.drawing.language);
                format!(
                    "{name}, {year:.0}<br>{} ({range})",
                    sentence::shown(figure.value, self.drawing.unit, self.drawing.language)
                )
            })
            .collect();
        Scatter::new(x, y)
            .mode(Mode::LinesMarkers)
            .name(name)
            .line(Line::new().color(colour.to_owned()).width(width))
            .marker(
                Marker::new()
                    .size(marker)
                    .color(self.palette.paper.clone())
                    .line(Line::new().color(colour.to_owned()).width(2.5)),
            )
            .hover_info(HoverInfo::Text)
            .hover_text_array(hover)
    }

    fn end_labels(
        &self,
        own: &[Vec<(f64, &Figure)>],
        rest: &[Vec<(f64, &Figure)>],
        span: f64,
    ) -> Vec<Annotation> {
        let end = |stretches: &[Vec<(f64, &Figure)>]| {
            stretches
                .last()?
                .last()
                .map(|(year, figure)| (*year, figure.value))
        };
        let (own, rest) = (end(own), end(rest));
        // Labels that would overlap are moved apart by half a line each.
        let close =
            matches!((own, rest), (Some((_, a)), Some((_, b))) if (a - b).abs() < span * 0.11);
        let above = matches!((own, rest), (Some((_, a)), Some((_, b))) if a >= b);
        let lift = if close {
            if self.narrow { 20.0 } else { 11.0 }
        } else {
            0.0
        };
        let label = |(year, value): (f64, f64), name: &str, colour: &str, shift: f64| {
            let gap = if self.narrow { "<br>" } else { " " };
            self.note(
                &format!("{name}{gap}{}", self.words(value)),
                year,
                value,
                colour,
            )
            .x_anchor(Anchor::Left)
            .align(HAlign::Left)
            .x_shift(12.0)
            .y_shift(shift)
        };
        let area = self.drawing.area.clone();
        let own = own.map(|end| {
            label(
                end,
                &area,
                &self.palette.accent,
                if above { lift } else { -lift },
            )
        });
        let rest = rest.map(|end| {
            label(
                end,
                self.rest_name(),
                &self.palette.muted,
                if above { -lift } else { lift },
            )
        });
        own.into_iter().chain(rest).collect()
    }

    /// Pixels to the right of the line that its direct labels need.
    fn label_room(&self, own: &[Vec<(f64, &Figure)>], rest: &[Vec<(f64, &Figure)>]) -> usize {
        let of = |name: &str, stretches: &[Vec<(f64, &Figure)>]| {
            let value = stretches
                .last()
                .and_then(|stretch| stretch.last())
                .map(|(_, figure)| self.words(figure.value).chars().count())?;
            let name = name.chars().count();
            Some(if self.narrow {
                name.max(value)
            } else {
                name + 1 + value
            })
        };
        let letters = of(&self.drawing.area, own)
            .into_iter()
            .chain(of(self.rest_name(), rest))
            .max()
            .unwrap_or(0);
        // A letter of this type is some eight pixels wide.
        (20 + letters * 8).min(if self.narrow { 150 } else { 320 })
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

    fn hidden_box(&self, x0: f64, x1: f64, y0: f64, y1: f64) -> Shape {
        Shape::new()
            .shape_type(ShapeType::Rect)
            .x_ref("x")
            .y_ref("y")
            .x0(x0)
            .x1(x1)
            .y0(y0)
            .y1(y1)
            .fill_color(self.palette.band.clone())
            .line(
                ShapeLine::new()
                    .color(self.palette.accent.clone())
                    .width(1.0)
                    .dash(DashType::Dot),
            )
    }

    fn words_on_axis(&self, value: f64) -> String {
        match self.drawing.unit {
            Unit::PerHundred | Unit::PerThousand if value.fract().abs() < 1e-9 => {
                sentence::figure(value, Unit::Youths, Form::Bare, self.drawing.language)
            }
            Unit::Euro => {
                let millions = value / 1e6;
                let unit = if millions.fract().abs() < 1e-9 {
                    Unit::Youths
                } else {
                    Unit::PerHundred
                };
                match self.drawing.language {
                    crate::vocabulary::Language::Nl => format!(
                        "€\u{a0}{}\u{a0}mln",
                        sentence::figure(millions, unit, Form::Bare, self.drawing.language)
                    ),
                    crate::vocabulary::Language::En => format!(
                        "€{}\u{a0}m",
                        sentence::figure(millions, unit, Form::Bare, self.drawing.language)
                    ),
                }
            }
            unit => sentence::figure(value, unit, Form::Tile, self.drawing.language),
        }
    }

    fn bars(&self, bars: &[Bar]) -> Plot {
        let count = bars.len();
        // The first bar on top.
        let place = |index: usize| (count - 1 - index) as f64;
        let shown: Vec<(f64, &Figure, &Bar)> = bars
            .iter()
            .enumerate()
            .filter_map(|(index, bar)| Some((place(index), bar.own.figure()?, bar)))
            .collect();
        let hover = |figure: &Figure, label: &str, name: &str| {
            let range =
                sentence::range(figure.confidence, self.drawing.unit, self.drawing.language);
            format!(
                "{name}, {label}<br>{} ({range})",
                sentence::shown(figure.value, self.drawing.unit, self.drawing.language)
            )
        };
        let mut own = plotly::Bar::new(
            shown.iter().map(|(_, figure, _)| figure.value).collect(),
            shown.iter().map(|(place, ..)| *place).collect(),
        )
        .orientation(Orientation::Horizontal)
        .width(0.55)
        .marker(Marker::new().color(self.palette.accent.clone()))
        .hover_info(HoverInfo::Text)
        .hover_text_array(
            shown
                .iter()
                .map(|(_, figure, bar)| hover(figure, &bar.label, &self.drawing.area))
                .collect(),
        );
        if self.drawing.uncertainty {
            own = own.error_x(
                ErrorData::new(ErrorType::Data)
                    .array(
                        shown
                            .iter()
                            .map(|(_, figure, _)| (figure.confidence.hi() - figure.value).max(0.0))
                            .collect(),
                    )
                    .array_minus(
                        shown
                            .iter()
                            .map(|(_, figure, _)| (figure.value - figure.confidence.lo()).max(0.0))
                            .collect(),
                    )
                    .color(self.palette.ink.clone())
                    .thickness(1.5)
                    .width(4),
            );
        }
        let beside: Vec<(f64, &Figure, &Bar)> = bars
            .iter()
            .enumerate()
            .filter_map(|(index, bar)| Some((place(index), bar.rest.as_ref()?.figure()?, bar)))
            .collect();
        let rest = Scatter::new(
            beside.iter().map(|(_, figure, _)| figure.value).collect(),
            beside.iter().map(|(place, ..)| *place).collect(),
        )
        .mode(Mode::Markers)
        .marker(
            Marker::new()
                .size(11)
                .color(self.palette.paper.clone())
                .line(Line::new().color(self.palette.muted.clone()).width(2.5)),
        )
        .hover_info(HoverInfo::Text)
        .hover_text_array(
            beside
                .iter()
                .map(|(_, figure, bar)| hover(figure, &bar.label, self.drawing.rest_label()))
                .collect::<Vec<String>>(),
        );
        let mut most: f64 = 0.0;
        let mut shapes = Vec::new();
        let mut notes = Vec::new();
        for (index, bar) in bars.iter().enumerate() {
            match &bar.own {
                Outcome::Figure(figure) => {
                    let end = if self.drawing.uncertainty {
                        figure.confidence.hi()
                    } else {
                        figure.value
                    };
                    let rest = bar
                        .rest
                        .as_ref()
                        .and_then(Outcome::figure)
                        .map_or(0.0, |figure| figure.value);
                    most = most.max(end).max(rest);
                    notes.push(
                        self.note(
                            &self.words(figure.value),
                            end.max(rest),
                            place(index),
                            &self.palette.ink,
                        )
                        .x_anchor(Anchor::Left)
                        .x_shift(10.0),
                    );
                }
                Outcome::Hidden { within } => {
                    let rest = bar
                        .rest
                        .as_ref()
                        .and_then(Outcome::figure)
                        .map_or(0.0, |figure| figure.value);
                    most = most.max(rest);
                    shapes.push(self.hidden_box(
                        within.lo(),
                        within.hi(),
                        place(index) - 0.28,
                        place(index) + 0.28,
                    ));
                    if !self.narrow {
                        notes.push(
                            self.note(
                                text::HIDDEN_MARK.get(self.drawing.language),
                                within.hi().max(rest),
                                place(index),
                                &self.palette.muted,
                            )
                            .x_anchor(Anchor::Left)
                            .x_shift(10.0),
                        );
                    }
                    most = most.max(within.hi());
                }
                Outcome::Missing(reason) => {
                    notes.push(
                        self.note(
                            sentence::reason_words(*reason, self.drawing.language),
                            0.0,
                            place(index),
                            &self.palette.muted,
                        )
                        .x_anchor(Anchor::Left)
                        .x_shift(6.0),
                    );
                }
            }
        }
        let values: Vec<f64> = ticks_between(0.0, most)
            .into_iter()
            .filter(|value| *value <= most)
            .collect();
        let texts = values
            .iter()
            .map(|value| self.words_on_axis(*value))
            .collect();
        let x = Axis::new()
            .type_(AxisType::Linear)
            .range(vec![0.0, most.max(1e-9) * 1.02])
            .tick_values(if self.narrow {
                values.iter().step_by(2).copied().collect()
            } else {
                values.clone()
            })
            .tick_text(if self.narrow {
                values
                    .iter()
                    .step_by(2)
                    .map(|value| self.words_on_axis(*value))
                    .collect()
            } else {
                texts
            })
            .grid_color(self.palette.line.clone());
        let labels = bars
            .iter()
            .map(|bar| wrapped(&bar.label, if self.narrow { 16 } else { 26 }))
            .collect::<Vec<String>>();
        let y = Axis::new()
            .type_(AxisType::Linear)
            .range(vec![-0.6, count as f64 - 0.4])
            .tick_values((0..count).map(place).collect())
            .tick_text(labels)
            .show_grid(false)
            .auto_margin(true);
        let mut plot = Plot::new();
        plot.add_trace(own);
        plot.add_trace(rest);
        let longest = bars
            .iter()
            .filter_map(|bar| Some(self.words(bar.own.figure()?.value).chars().count()))
            .max()
            .unwrap_or(0);
        let longest = if self.narrow {
            longest
        } else {
            longest.max(text::HIDDEN_MARK.get(self.drawing.language).chars().count())
        };
        let margin = Margin::new()
            .left(8)
            .right(24 + longest * 8)
            .top(8)
            .bottom(36);
        plot.set_layout(
            self.layout(x, y)
                .margin(margin)
                .shapes(shapes)
                .annotations(notes)
                .hover_mode(HoverMode::Closest),
        );
        plot
    }
}

/// The figures between gaps and breaks.
fn stretches<'a>(
    points: &'a [TimePoint],
    breaks: &[u16],
    figure: impl Fn(&'a TimePoint) -> Option<&'a Figure>,
) -> Vec<Vec<(f64, &'a Figure)>> {
    let mut stretches: Vec<Vec<(f64, &Figure)>> = vec![Vec::new()];
    for point in points {
        if breaks.contains(&point.year) {
            stretches.push(Vec::new());
        }
        match (figure(point), stretches.last_mut()) {
            (Some(figure), Some(stretch)) => stretch.push((f64::from(point.year), figure)),
            _ => stretches.push(Vec::new()),
        }
    }
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
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
    lines.join("<br>")
}
