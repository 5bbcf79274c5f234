//! By size: a dot for each municipality with its name, between the limits of chance.

use plotly::common::{Anchor, DashType, HoverInfo, Line, Marker, Mode, Title};
use plotly::layout::{Annotation, Axis, AxisType, HoverMode, Margin};
use plotly::{Plot, Scatter};

use super::funnel_labels::Frame;
use super::{Sketch, plain, ticks_between, wrapped};
use crate::explore::chart::drawing::FunnelMark;
use crate::indicator::{Limits, Unit};
use crate::sentence::{self, Form};
use crate::vocabulary::Language;

/// Pixels of the drawing beside and below the plot, and its height on the screen: those of `plot-funnel`.
const LEFT: usize = 44;
const RIGHT: usize = 12;
const TOP: usize = 34;
const BOTTOM: usize = 60;
const HEIGHT: f64 = 460.0;
/// And of a letter beside an axis.
const LETTER: f64 = 7.5;

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
        let (low, high) = self.drawing.extent(0.0);
        let (first, last) = (
            sizes.first().copied().unwrap_or(1.0),
            sizes.last().copied().unwrap_or(10.0),
        );
        let frame = Frame {
            width: self.width - (LEFT + RIGHT) as f64,
            height: self.fixed.map_or(HEIGHT, |(_, height)| height as f64) - (TOP + BOTTOM) as f64,
            sizes: (first, last),
            values: (low, high),
        };
        let written = self.labels(points, lines, target, &frame);
        for lead in written.leads {
            let [one, other] = lead.map(|spot| frame.stands_for(spot));
            plot.add_trace(
                Scatter::new(vec![one.0, other.0], vec![one.1, other.1])
                    .mode(Mode::Lines)
                    .line(Line::new().color(self.palette.muted.clone()).width(1.0))
                    .hover_info(HoverInfo::Skip),
            );
        }
        let mut notes = written.notes;
        notes.push(self.what_is_upwards());
        plot.add_trace(self.dots(points, &sentence::capital(size)));
        let (x, y) = self.funnel_axes(&frame, size);
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

    /// Sizes in leaps, and figures.
    fn funnel_axes(&self, frame: &Frame, size: &str) -> (Axis, Axis) {
        let ((first, last), (low, high)) = (frame.sizes, frame.values);
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
            .title(
                Title::with_text(self.what_is_sideways(size)).font(self.font(&self.palette.muted)),
            )
            .show_grid(false);
        let values = ticks_between(low, high.min(self.drawing.most()));
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
        (x, y)
    }

    /// Full outside the outer limits, open inside.
    fn dots(&self, points: &[FunnelMark], size_words: &str) -> Box<Scatter<f64, f64>> {
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
            let standing = sentence::capital(point.standing);
            let more = format!("{size_words}: {size}. {standing}");
            self.touched(&point.name, point.value, &more)
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

    /// What the figures along the upright axis are.
    fn what_is_upwards(&self) -> Annotation {
        // Where it does not fit: the text above the chart says of what a hundred are.
        let fits = self.drawing.area.chars().count() as f64 * 7.0 < self.width - 16.0;
        let words = if fits {
            plain(&self.drawing.area)
        } else {
            sentence::unit_words(self.drawing.shown.unit, self.drawing.language).to_owned()
        };
        let words = format!("\u{2191} {words}");
        self.note(&words, 0.0, 1.0, &self.palette.muted)
            .x_ref("paper")
            .y_ref("paper")
            .x_anchor(Anchor::Left)
            .y_anchor(Anchor::Bottom)
            .x_shift(-(LEFT as f64) + 4.0)
            .y_shift(8.0)
    }

    /// What the sizes along the other one count.
    fn what_is_sideways(&self, size: &str) -> String {
        let words = match self.drawing.language {
            Language::Nl => format!("aantal {size} in de gemeente"),
            Language::En => format!("number of {size} in the municipality"),
        };
        let room = self.width - (LEFT + RIGHT) as f64;
        let fits = |most: &usize| *most as f64 * LETTER <= room;
        let most = (20..120).rfind(fits).unwrap_or(20);
        format!("{} \u{2192}", wrapped(&words, most))
    }
}

/// Round sizes: 1, 2 and 5 times a power of ten, on a phone only the powers.
fn round_sizes(first: f64, last: f64, narrow: bool) -> Vec<f64> {
    let steps: &[f64] = if narrow { &[1.0] } else { &[1.0, 2.0, 5.0] };
    (0..9)
        .flat_map(|power| steps.iter().map(move |step| step * 10_f64.powi(power)))
        .filter(|size| (first..=last).contains(size))
        .collect()
}
