//! What is written in a funnel: the names of municipalities and what the lines mean, so that nothing hides anything else.

use plotly::common::{Anchor, Font};
use plotly::layout::Annotation;

use super::{Sketch, plain};
use crate::explore::chart::drawing::FunnelMark;
use crate::indicator::Limits;
use crate::vocabulary::Language;

/// A letter of this type is at most nine pixels wide, a line eighteen high.
const LETTER: f64 = 9.0;
const LINE: f64 = 18.0;
/// How far a name may stand from its dot: close by, or further away with a thin line to it.
const REACH: [f64; 6] = [10.0, 26.0, 46.0, 70.0, 96.0, 124.0];

/// Across and down, in pixels of the plot.
type Spot = (f64, f64);
/// Left, right, top and bottom of what hides what lies below it, in pixels of the plot.
type Area = [f64; 4];

/// The plot in pixels, and what stands at its ends.
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) sizes: (f64, f64),
    pub(super) values: (f64, f64),
}

impl Frame {
    fn spot(&self, size: f64, value: f64) -> Spot {
        let ((first, last), (low, high)) = (self.sizes, self.values);
        let across = (size / first).log10() / (last / first).log10();
        (
            across * self.width,
            (high - value) / (high - low) * self.height,
        )
    }

    /// The size and the value of a place in the plot.
    pub(super) fn stands_for(&self, (across, down): Spot) -> (f64, f64) {
        let ((first, last), (low, high)) = (self.sizes, self.values);
        (
            first * (last / first).powf(across / self.width),
            high - down / self.height * (high - low),
        )
    }

    fn holds(&self, of: &Area) -> bool {
        of[0] >= 0.0 && of[1] <= self.width && of[2] >= 0.0 && of[3] <= self.height
    }
}

/// What is written in the plot, and the lines that lead from names to their dots.
#[derive(Default)]
pub(super) struct Written {
    pub(super) notes: Vec<Annotation>,
    pub(super) leads: Vec<[Spot; 2]>,
    taken: Vec<Area>,
}

impl Written {
    fn is_free(&self, of: &Area) -> bool {
        self.taken.iter().all(|other| is_apart(of, other))
    }
}

impl Sketch<'_> {
    /// All that is written among the dots and lines.
    pub(super) fn labels(
        &self,
        points: &[FunnelMark],
        lines: &[(f64, Limits)],
        target: f64,
        frame: &Frame,
    ) -> Written {
        let traced = |of: &dyn Fn(&Limits) -> f64| -> Vec<Spot> {
            let spots = lines.iter().map(|(size, at)| frame.spot(*size, of(at)));
            spots.collect()
        };
        let drawn = [
            traced(&|limits| limits.outer.hi()),
            traced(&|limits| limits.inner.hi()),
            traced(&|_| target),
            traced(&|limits| limits.inner.lo()),
            traced(&|limits| limits.outer.lo()),
        ];
        let mut written = Written::default();
        written.taken.extend(points.iter().map(|point| {
            let (x, y) = frame.spot(point.size, point.value);
            [x - 6.0, x + 6.0, y - 6.0, y + 6.0]
        }));
        self.name_lines(&drawn, frame, &mut written);
        self.names(points, &drawn, frame, &mut written);
        written
    }

    /// What the lines mean, above them where nothing is hidden: the outer one, the inner one, and that of the region.
    fn name_lines(&self, drawn: &[Vec<Spot>], frame: &Frame, written: &mut Written) {
        let words = match (self.drawing.language, self.narrow) {
            (Language::Nl, false) => [
                "buiten deze lijn: bijna nooit toeval",
                "soms toeval",
                "hele regio",
            ],
            (Language::En, false) => [
                "outside this line: hardly ever chance",
                "sometimes chance",
                "whole region",
            ],
            (Language::Nl, true) => ["bijna nooit toeval", "soms toeval", "hele regio"],
            (Language::En, true) => ["hardly ever chance", "sometimes chance", "whole region"],
        };
        for (line, words) in drawn.iter().zip(words) {
            let long = words.chars().count() as f64 * LETTER * 0.85;
            // The lines fall to the right, so what stands above their left end hides nothing of them.
            let above = |spot: &Spot| [spot.0 + 2.0, spot.0 + long, spot.1 - LINE, spot.1 - 1.0];
            let is_free = |of: &Area| {
                of[1] <= frame.width
                    && of[2] >= -8.0
                    && written.is_free(of)
                    && hides(drawn, of) == 0
            };
            let Some(found) = line.iter().map(above).find(is_free) else {
                continue;
            };
            let (size, value) = frame.stands_for((found[0], found[3]));
            written.notes.push(
                self.note(words, size.log10(), value, &self.palette.muted)
                    .font(
                        Font::new()
                            .size(self.size() - 2)
                            .color(self.palette.muted.clone()),
                    )
                    .x_anchor(Anchor::Left)
                    .y_anchor(Anchor::Bottom),
            );
            written.taken.push(found);
        }
    }

    /// A name beside its dot, where it hides no other dot or name and as little as can be of the lines; further away where there is no
    /// room, with a line that leads to it.
    fn names(
        &self,
        points: &[FunnelMark],
        drawn: &[Vec<Spot>],
        frame: &Frame,
        written: &mut Written,
    ) {
        let mut order: Vec<&FunnelMark> = points.iter().collect();
        // The chosen one and those outside first: they are looked for.
        order.sort_by_key(|point| (!point.stands_out, !point.far));
        for point in order {
            let (x, y) = frame.spot(point.size, point.value);
            let long = point.name.chars().count() as f64 * if self.narrow { 8.0 } else { LETTER };
            let within = |left: f64| left.min(frame.width - long).max(0.0);
            let around = |far: f64| {
                let (right, left, middle) = (x + far, x - far - long, within(x - long / 2.0));
                let (above, below) = (y - far - LINE, y + far);
                [
                    (right, y - LINE / 2.0),
                    (left, y - LINE / 2.0),
                    (right, y - LINE - 2.0),
                    (left, y - LINE - 2.0),
                    (right, y + 2.0),
                    (left, y + 2.0),
                    (middle, above),
                    (middle, below),
                    (within(right), above),
                    (within(left), above),
                    (within(right), below),
                    (within(left), below),
                ]
                .map(|(left, top)| [left, left + long, top, top + LINE])
            };
            let hidden = |of: &Area| hides(drawn, of);
            let lead = |of: &Area| [(x, y), (x.clamp(of[0], of[1]), y.clamp(of[2], of[3]))];
            let crosses = |step: usize, of: &Area| {
                step > 0 && !along(lead(of)).iter().all(|of| written.is_free(of))
            };
            // Without a line through anything else, near before far, and in the same reach what hides least of the lines.
            let found = REACH
                .into_iter()
                .enumerate()
                .flat_map(|(step, far)| around(far).map(|of| (step, of)))
                .filter(|(_, of)| frame.holds(of) && written.is_free(of))
                .min_by_key(|(step, of)| {
                    (
                        crosses(*step, of),
                        *step > 1,
                        hidden(of) > 0,
                        *step,
                        hidden(of),
                    )
                });
            let Some((step, found)) = found else {
                continue;
            };
            let colour = if point.stands_out {
                &self.palette.accent
            } else {
                &self.palette.ink
            };
            written.notes.push(
                self.note(&plain(&point.name), point.size.log10(), point.value, colour)
                    .background_color(self.palette.paper.clone())
                    .x_anchor(Anchor::Left)
                    .y_anchor(Anchor::Top)
                    .x_shift(found[0] - x)
                    .y_shift(y - found[2]),
            );
            if step > 0 {
                let lead = lead(&found);
                written.taken.extend(along(lead));
                written.leads.push(lead);
            }
            written.taken.push(found);
        }
    }
}

/// What a line to a name takes, as small boxes, without what lies in its dot and at the name.
fn along([dot, name]: [Spot; 2]) -> Vec<Area> {
    const STEP: f64 = 4.0;
    const DOT: f64 = 11.0;
    let (across, down) = (name.0 - dot.0, name.1 - dot.1);
    let long = across.hypot(down);
    let mut boxes = Vec::new();
    let mut far = DOT;
    while far < long - 1.0 {
        let (x, y) = (dot.0 + across * far / long, dot.1 + down * far / long);
        boxes.push([x - 2.0, x + 2.0, y - 2.0, y + 2.0]);
        far += STEP;
    }
    boxes
}

/// How many of the places of the lines lie in a box.
fn hides(drawn: &[Vec<Spot>], of: &Area) -> usize {
    let in_it =
        |spot: &&Spot| of[0] <= spot.0 && spot.0 <= of[1] && of[2] <= spot.1 && spot.1 <= of[3];
    drawn.iter().flatten().filter(in_it).count()
}

/// Whether two boxes (left, right, top, bottom) hide nothing of each other.
fn is_apart(one: &[f64; 4], other: &[f64; 4]) -> bool {
    one[1] < other[0] || other[1] < one[0] || one[3] < other[2] || other[3] < one[2]
}
