//! Over time: a line with its band, the rest of the region beside it, and what happened on the way.

use plotly::common::{Anchor, DashType, Fill, HoverInfo, Line, Marker, Mode};
use plotly::layout::{
    Annotation, Axis, AxisType, HAlign, HoverMode, Margin, Shape, ShapeLayer, ShapeLine, ShapeType,
};
use plotly::{Plot, Scatter};

use super::{Sketch, plain, ticks_between, wrapped};
use crate::cube::Status;
use crate::explore::chart::drawing::TimePoint;
use crate::indicator::{Figure, Outcome};
use crate::sentence::{self, text};

/// Pixels that the name of a year needs, and roughly those beside the years: names of amounts and of lines.
const YEAR: f64 = 44.0;
const BESIDE: f64 = 230.0;
/// And what a letter needs, with air between the words of two years.
const LETTER: f64 = 10.0;
/// Pixels of a chart over time on the screen, as `plot-time`, and those above and below the lines.
const HEIGHT: f64 = 380.0;
const NARROW_HEIGHT: f64 = 300.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 44.0;
/// Over how many years before it the name of a break stands.
const NAMED_OVER: u16 = 5;
/// How far the axis goes on beyond the last year, in years.
const BEYOND: f64 = 0.35;

impl Sketch<'_> {
    /// Over time.
    pub(super) fn time(
        &self,
        points: &[TimePoint],
        own_breaks: &[(u16, String)],
        rest_breaks: &[(u16, String)],
    ) -> Plot {
        // Above a hidden figure stand its bounds in words, and above those the name of a break.
        let has_words = points
            .iter()
            .any(|point| matches!(point.own, Outcome::Hidden { .. }));
        let (low, high) = self
            .drawing
            .extent(if has_words && !self.narrow { 1.0 } else { 0.72 });
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
        let (shapes, mut notes) = self.time_marks(points, own_breaks, rest_breaks, (low, high));
        notes.extend(self.end_labels(&own, &rest, points, (low, high)));
        let (x, y) = (self.year_axis(points), self.value_axis(low, high));
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

    /// Breaks, provisional years and hidden figures, with their names.
    fn time_marks(
        &self,
        points: &[TimePoint],
        own_breaks: &[(u16, String)],
        rest_breaks: &[(u16, String)],
        span: (f64, f64),
    ) -> (Vec<Shape>, Vec<Annotation>) {
        let first = points.first().map_or(0, |point| point.year);
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
            let words = wrapped(words, if self.narrow { 20 } else { 30 });
            let (y, anchor) = if self.stands_below(&words, (points, *year), span) {
                (0.0, Anchor::Bottom)
            } else {
                (1.0, Anchor::Top)
            };
            notes.push(
                self.note(&words, x, y, &self.palette.ink)
                    .y_ref("paper")
                    .background_color(self.palette.paper.clone())
                    .x_anchor(Anchor::Right)
                    .x_shift(-8.0)
                    .align(HAlign::Right)
                    .y_anchor(anchor),
            );
        }
        for point in points {
            if let Outcome::Hidden { within, secondary } = point.own {
                let year = f64::from(point.year);
                shapes.push(self.hidden_box(
                    secondary,
                    (year - 0.22, year + 0.22),
                    (within.lo(), within.hi()),
                ));
            }
            notes.extend(self.time_word(point, points.len()));
        }
        (shapes, notes)
    }

    /// Pixels between the foot and the top of the lines, roughly.
    fn height_of_lines(&self) -> f64 {
        let on_screen = if self.narrow { NARROW_HEIGHT } else { HEIGHT };
        self.fixed.map_or(on_screen, |(_, height)| height as f64) - TOP - BOTTOM
    }

    /// Whether the name of a break stands at the foot of the chart: where lines run along the top before it, and nothing stands below.
    fn stands_below(
        &self,
        words: &str,
        (points, year): (&[TimePoint], u16),
        (low, high): (f64, f64),
    ) -> bool {
        let height = self.height_of_lines();
        let unit = height / (high - low);
        let room = words.split("<br>").count() as f64 * (self.size() as f64 + 4.0) + 14.0;
        let mut is_on_top = false;
        for point in points {
            if !(year.saturating_sub(NAMED_OVER)..year).contains(&point.year) {
                continue;
            }
            for outcome in std::iter::once(&point.own).chain(&point.rest) {
                let Some(figure) = outcome.figure() else {
                    return false;
                };
                let within = figure.confidence;
                if (within.lo() - low) * unit < room {
                    return false;
                }
                is_on_top |= (high - within.hi()) * unit < room;
            }
        }
        is_on_top
    }

    /// In words what is hidden, unknown, always zero or without meaning; on a phone as a sign, for the years stand close, and so what is not
    /// known, which comes in many years in a row, where there is no room.
    fn time_word(&self, point: &TimePoint, years: usize) -> Option<Annotation> {
        let status = point
            .own
            .status()
            .filter(|status| *status != Status::Shown)?;
        let told = self.told(&point.own, 9);
        let longest = told.split("<br>").map(|line| line.chars().count()).max();
        let has_room =
            longest.unwrap_or(0) as f64 * LETTER <= (self.width - BESIDE) / years.max(1) as f64;
        let words = if self.narrow || (status == Status::Unknown && !has_room) {
            sentence::mark(status).sign.to_owned()
        } else {
            told
        };
        if words.is_empty() {
            return None;
        }
        let note = self.note(&words, f64::from(point.year), 0.0, &self.palette.muted);
        let note = match &point.own {
            Outcome::Hidden { within, .. } => note.y(within.hi()),
            Outcome::StructuralZero => note,
            _ => note.y_ref("paper"),
        };
        Some(note.y_anchor(Anchor::Bottom))
    }

    fn year_axis(&self, points: &[TimePoint]) -> Axis {
        let (first, last) = (
            points.first().map_or(0, |point| point.year),
            points.last().map_or(0, |point| point.year),
        );
        let years: Vec<f64> = points.iter().map(|point| f64::from(point.year)).collect();
        let step = self.years_between_ticks(years.len());
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
        Axis::new()
            .type_(AxisType::Linear)
            .range(vec![f64::from(first) - 0.3, f64::from(last) + BEYOND])
            .tick_values(ticks)
            .tick_text(texts)
            .show_grid(false)
    }

    /// So that the names of the years stay apart.
    fn years_between_ticks(&self, years: usize) -> usize {
        if self.narrow {
            return 3;
        }
        let room = (self.width - BESIDE).max(1.0);
        (1..=years)
            .find(|step| room / years as f64 * *step as f64 >= YEAR)
            .unwrap_or(1)
    }

    fn value_axis(&self, low: f64, high: f64) -> Axis {
        let values = ticks_between(low, high.min(self.drawing.most()));
        let texts = values
            .iter()
            .map(|value| self.words_on_axis(*value))
            .collect();
        Axis::new()
            .type_(AxisType::Linear)
            .range(vec![low, high])
            .tick_values(values)
            .tick_text(texts)
            .grid_color(self.palette.line.clone())
            .auto_margin(true)
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
            .map(|(year, figure)| self.hover(name, &format!("{year:.0}"), figure))
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

    /// Direct labels, in a column of their own beside the last year: there they hide no line, box or word. Each names the year of its
    /// figure: a line may end sooner, and the text above the chart ends with the last year that was tested.
    fn end_labels(
        &self,
        own: &[Vec<(f64, &Figure)>],
        rest: &[Vec<(f64, &Figure)>],
        points: &[TimePoint],
        (low, top): (f64, f64),
    ) -> Vec<Annotation> {
        let span = top - low;
        let column = last_year(points);
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
        // No label is cut off by the top of the chart.
        let half = self.size() as f64 * if self.narrow { 1.3 } else { 0.7 };
        let highest = own.into_iter().chain(rest).map(|(_, value)| value);
        let above_top = highest.fold(f64::NEG_INFINITY, f64::max) - top;
        let down = (above_top / span * self.height_of_lines() + half + lift - TOP).max(0.0);
        let label = |(year, value): (f64, f64), name: &str, colour: &str, shift: f64| {
            let gap = if self.narrow { "<br>" } else { " " };
            let words = format!("{}{gap}{} ({year:.0})", plain(name), self.words(value));
            self.note(&words, column + BEYOND, value, colour)
                .x_anchor(Anchor::Left)
                .align(HAlign::Left)
                .x_shift(8.0)
                .y_shift(shift - down)
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
            let (_, figure) = stretches.last()?.last()?;
            let value = self.words(figure.value).chars().count() + " (2024)".len();
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
}

fn last_year(points: &[TimePoint]) -> f64 {
    points.last().map_or(0.0, |point| f64::from(point.year))
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
