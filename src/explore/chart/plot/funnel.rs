//! By size: a dot for each municipality with its name, between the limits of chance.

use plotly::common::{Anchor, DashType, HoverInfo, Line, Marker, Mode, Title};
use plotly::layout::{Annotation, Axis, AxisType, HoverMode, Margin};
use plotly::{Plot, Scatter};

use super::{Sketch, plain, ticks_between};
use crate::explore::chart::drawing::FunnelMark;
use crate::indicator::{Limits, Unit};
use crate::sentence::{self, Form};

/// Pixels of the drawing beside and below the plot, and its height: those of `plot-funnel`.
const LEFT: usize = 44;
const RIGHT: usize = 12;
const TOP: usize = 12;
const BOTTOM: usize = 60;
const HEIGHT: f64 = 460.0;
/// A letter of this type is at most nine pixels wide, a line eighteen high.
const LETTER: f64 = 9.0;
const LINE: f64 = 18.0;

impl Sketch<'_> {
    /// By size.
    pub(super) fn funnel(
        &self,
        points: &[FunnelMark],
        lines: &[(f64, Limits)],
        target: f64,
        size: &str,
    ) -> Plot {
        let mut plot = Plot::new();
        let sizes: Vec<f64> = lines.iter().map(|(size, _)| *size).collect();
        let mut line = |of: &dyn Fn(&Limits) -> f64, colour: &str, width: f64, dash: DashType| {
            let values: Vec<f64> = lines.iter().map(|(_, limits)| of(limits)).collect();
            plot.add_trace(
                Scatter::new(sizes.clone(), values)
                    .mode(Mode::Lines)
                    .line(Line::new().color(colour.to_owned()).width(width).dash(dash))
                    .hover_info(HoverInfo::Skip),
            );
        };
        for of in [
            |limits: &Limits| limits.inner.lo(),
            |limits: &Limits| limits.inner.hi(),
        ] {
            line(&of, &self.palette.rest, 1.0, DashType::Solid);
        }
        for of in [
            |limits: &Limits| limits.outer.lo(),
            |limits: &Limits| limits.outer.hi(),
        ] {
            line(&of, &self.palette.ink, 1.5, DashType::Solid);
        }
        line(&|_| target, &self.palette.ink, 1.5, DashType::Dot);
        plot.add_trace(self.dots(points));
        let (low, high) = self.drawing.extent(0.0);
        let (first, last) = (
            sizes.first().copied().unwrap_or(1.0),
            sizes.last().copied().unwrap_or(10.0),
        );
        let room = (
            self.width - (LEFT + RIGHT) as f64,
            HEIGHT - (TOP + BOTTOM) as f64,
        );
        let at = |point: &FunnelMark| {
            let across = (point.size / first).log10() / (last / first).log10();
            (
                across * room.0,
                (high - point.value) / (high - low) * room.1,
            )
        };
        let line = (high - target) / (high - low) * room.1;
        let notes = self.names(points, &at, (room.0, room.1, line));
        let ticks: Vec<f64> = round_sizes(first, last, self.narrow);
        let texts = ticks
            .iter()
            .map(|value| sentence::figure(*value, Unit::Youths, Form::Bare, self.drawing.language))
            .collect();
        let x = Axis::new()
            .type_(AxisType::Log)
            .range(vec![first.log10(), last.log10()])
            .tick_values(ticks)
            .tick_text(texts)
            .title(Title::with_text(size).font(self.font(&self.palette.muted)))
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
            .grid_color(self.palette.line.clone());
        let margin = Margin::new()
            .left(LEFT)
            .right(RIGHT)
            .top(TOP)
            .bottom(BOTTOM);
        plot.set_layout(
            self.layout(x, y)
                .margin(margin)
                .annotations(notes)
                .hover_mode(HoverMode::Closest),
        );
        plot
    }

    /// Full outside the outer limits, open inside.
    fn dots(&self, points: &[FunnelMark]) -> Box<Scatter<f64, f64>> {
        let edge = |point: &FunnelMark| {
            if point.stands_out {
                &self.palette.accent
            } else {
                &self.palette.muted
            }
        };
        let fill = |point: &FunnelMark| {
            if point.far {
                edge(point).clone()
            } else {
                self.palette.paper.clone()
            }
        };
        let hover = points.iter().map(|point| {
            let size =
                sentence::figure(point.size, Unit::Youths, Form::Bare, self.drawing.language);
            format!(
                "{}<br>{} ({size})",
                plain(&point.name),
                self.words(point.value)
            )
        });
        Scatter::new(
            points.iter().map(|point| point.size).collect(),
            points.iter().map(|point| point.value).collect(),
        )
        .mode(Mode::Markers)
        .name("gemeenten")
        .marker(
            Marker::new()
                .size(10)
                .color_array(points.iter().map(fill).collect::<Vec<String>>())
                .line(Line::new().width(2.0).color(self.palette.muted.clone())),
        )
        .hover_info(HoverInfo::Text)
        .hover_text_array(hover.collect::<Vec<String>>())
    }

    /// A name beside its dot, where it hides no other dot or name: right, left, above or below. Where there is no room, the table has it.
    fn names(
        &self,
        points: &[FunnelMark],
        at: &dyn Fn(&FunnelMark) -> (f64, f64),
        (width, height, line): (f64, f64, f64),
    ) -> Vec<Annotation> {
        let mut taken: Vec<[f64; 4]> = points
            .iter()
            .map(|point| {
                let (x, y) = at(point);
                [x - 6.0, x + 6.0, y - 6.0, y + 6.0]
            })
            .collect();
        let mut order: Vec<&FunnelMark> = points.iter().collect();
        // The chosen one and those outside first: they are looked for.
        order.sort_by_key(|point| (!point.stands_out, !point.far));
        let mut notes = Vec::new();
        for point in order {
            let (x, y) = at(point);
            let long = point.name.chars().count() as f64 * LETTER;
            let within = |left: f64| left.min(width - long).max(0.0);
            let beside = [-LINE / 2.0, -LINE - 2.0, 2.0];
            let places = beside
                .into_iter()
                .flat_map(|down| [(x + 10.0, y + down), (x - 10.0 - long, y + down)])
                .chain([
                    (within(x - long / 2.0), y - 10.0 - LINE),
                    (within(x - long / 2.0), y + 10.0),
                ]);
            let boxes: Vec<[f64; 4]> = places
                .map(|(left, top)| [left, left + long, top, top + LINE])
                .filter(|of| {
                    let inside = of[0] >= 0.0 && of[1] <= width && of[2] >= 0.0 && of[3] <= height;
                    inside && taken.iter().all(|other| is_apart(of, other))
                })
                .collect();
            // Not on the line of the region, where there is another place.
            let off_line = |of: &&[f64; 4]| of[3] < line || line < of[2];
            let found = boxes.iter().find(off_line).or(boxes.first()).copied();
            if let Some(found) = found {
                let colour = if point.stands_out {
                    &self.palette.accent
                } else {
                    &self.palette.ink
                };
                notes.push(
                    self.note(&plain(&point.name), point.size.log10(), point.value, colour)
                        .background_color(self.palette.paper.clone())
                        .x_anchor(Anchor::Left)
                        .y_anchor(Anchor::Top)
                        .x_shift(found[0] - x)
                        .y_shift(y - found[2]),
                );
                taken.push(found);
            }
        }
        notes
    }
}

/// Whether two boxes (left, right, top, bottom) hide nothing of each other.
fn is_apart(one: &[f64; 4], other: &[f64; 4]) -> bool {
    one[1] < other[0] || other[1] < one[0] || one[3] < other[2] || other[3] < one[2]
}

/// Round sizes: 1, 2 and 5 times a power of ten, on a phone only the powers.
fn round_sizes(first: f64, last: f64, narrow: bool) -> Vec<f64> {
    let steps: &[f64] = if narrow { &[1.0] } else { &[1.0, 2.0, 5.0] };
    (0..9)
        .flat_map(|power| steps.iter().map(move |step| step * 10_f64.powi(power)))
        .filter(|size| (first..=last).contains(size))
        .collect()
}
