//! What is written in a funnel: the names of municipalities and what the lines mean, so that nothing hides anything else.

use plotly::common::{Anchor, Font};
use plotly::layout::Annotation;

use super::{Sketch, plain};
use crate::explore::chart::drawing::FunnelMark;
use crate::indicator::Limits;
use crate::vocabulary::Language;

/// The height of a line of this type, and what is around a word, in pixels.
const LINE: f64 = 18.0;
const AROUND: f64 = 4.0;
/// Pixels beside a name in which a dot seems to be its own.
const BESIDE: f64 = 16.0;
/// Pixels that a name with a line to its dot keeps from the others.
const APART: f64 = 8.0;
/// How far a name may stand from its dot, in pixels: close by, or further away with a thin line to it.
const REACH: [u32; 7] = [10, 24, 36, 50, 70, 96, 124];
/// What a place of a name costs, beside how far it is: a thin line to the dot, a line of the drawing that it hides (for each three
/// places of it), something else so near that it may seem to be about that, a thin line through something else, and two words on one place.
const LEAD: u32 = 6;
const HIDES: u32 = 4;
const NEAR: u32 = 16;
const CROSSES: u32 = 1_000;
const COVERS: u32 = 100_000;
/// How often every name may look for a better place, and how often that is begun anew.
const ROUNDS: usize = 3;
const STARTS: usize = 4;

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
            && !self.leads.iter().any(|lead| passes(*lead, of))
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
        self.names(points, &drawn, frame, &mut written);
        self.name_lines(&drawn, frame, &mut written);
        written
    }

    /// What the lines mean, above them where that hides nothing: the outer one, the inner one, and that of the region.
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
            let long = long(words, self.size() - 2) + AROUND;
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
    /// room, with a line that leads to it and runs through nothing else.
    fn names(
        &self,
        points: &[FunnelMark],
        drawn: &[Vec<Spot>],
        frame: &Frame,
        written: &mut Written,
    ) {
        // The chosen one and those outside first: they are looked for.
        let rank = |point: &FunnelMark| match (point.stands_out, point.far) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        let order: Vec<&FunnelMark> = (0..3)
            .flat_map(|first| points.iter().filter(move |point| rank(point) == first))
            .collect();
        let places: Vec<Vec<Place>> = order
            .iter()
            .map(|point| self.places(point, drawn, frame, &written.taken))
            .collect();
        for (point, place) in order.iter().zip(settled(&places)) {
            let Some(place) = place else {
                continue;
            };
            let (x, y) = place.dot;
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
                    .x_shift(place.area[0] - x)
                    .y_shift(y - place.area[2]),
            );
            written.leads.extend(place.lead);
            written.taken.push(place.area);
        }
    }

    /// Where the name of a dot may stand: within the plot, and free of all dots.
    fn places(
        &self,
        point: &FunnelMark,
        drawn: &[Vec<Spot>],
        frame: &Frame,
        taken: &[Area],
    ) -> Vec<Place> {
        let (x, y) = frame.spot(point.size, point.value);
        let long = long(&point.name, self.size()) + AROUND;
        let within = |left: f64| left.min(frame.width - long).max(0.0);
        let mut places = Vec::new();
        for (step, reach) in REACH.into_iter().enumerate() {
            let far = f64::from(reach);
            let (right, left, middle) = (x + far, x - far - long, within(x - long / 2.0));
            let (above, below) = (y - far - LINE, y + far);
            let around = [
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
            ];
            for (left, top) in around {
                let area = [left, left + long, top, top + LINE];
                if !frame.holds(&area) || !taken.iter().all(|other| is_apart(&area, other)) {
                    continue;
                }
                let to = (x.clamp(area[0], area[1]), y.clamp(area[2], area[3]));
                let lead = (step > 0).then_some([(x, y), to]);
                // Not of its own dot, in which it begins.
                let others = || taken.iter().filter(|area| !holds(area, (x, y)));
                let counted = |is_so: &dyn Fn(&Area) -> bool| {
                    whole(others().filter(|other| is_so(other)).count())
                };
                let crossed = counted(&|other| lead.is_some_and(|lead| passes(lead, other)));
                let wide = [left - BESIDE, left + long + BESIDE, top, top + LINE];
                // A name close by seems to be about the nearest dot.
                let own = gap(&area, &[x, x, y, y]);
                let near = counted(&|other| {
                    !is_apart(&wide, other)
                        || gap(&area, other) < if lead.is_some() { APART } else { own }
                });
                let along = lead.map_or(0, |lead| runs_along(drawn, lead));
                places.push(Place {
                    dot: (x, y),
                    area,
                    lead,
                    cost: reach
                        + if lead.is_some() { LEAD } else { 0 }
                        + HIDES * whole(hides(drawn, &area)) / 3
                        + HIDES * whole(along)
                        + NEAR * near
                        + CROSSES * crossed,
                });
            }
        }
        places
    }
}

/// Where a name may stand.
#[derive(Clone, Copy)]
struct Place {
    dot: Spot,
    area: Area,
    lead: Option<[Spot; 2]>,
    /// Without the other names.
    cost: u32,
}

impl Place {
    /// What it costs that another name stands where it stands.
    fn beside(&self, other: &Self) -> u32 {
        let through = |lead: Option<[Spot; 2]>, area| lead.is_some_and(|lead| passes(lead, area));
        let crossed = [
            through(self.lead, &other.area),
            through(other.lead, &self.area),
            matches!((self.lead, other.lead), (Some(one), Some(two)) if cross(one, two)),
        ];
        let covered = if is_apart(&self.area, &other.area) {
            0
        } else {
            COVERS
        };
        covered + CROSSES * whole(crossed.into_iter().filter(|is_crossed| *is_crossed).count())
    }
}

/// The place of each name, of those it may have: one after another takes the best, and looks again once the others have theirs. Who is
/// first decides much, so each quarter of them may begin, and what costs least in all is taken. A name for which there is no room has none.
fn settled(places: &[Vec<Place>]) -> Vec<Option<Place>> {
    let names = places.len();
    let with_others = |place: &Place, chosen: &[Option<Place>], but: usize| -> u32 {
        let others = chosen.iter().enumerate().filter(|(name, _)| *name != but);
        let costs = others.filter_map(|(_, other)| Some(place.beside(other.as_ref()?)));
        place.cost + costs.sum::<u32>()
    };
    let cost = |chosen: &[Option<Place>], name: usize| {
        chosen[name].map_or(COVERS, |place| with_others(&place, chosen, name))
    };
    let begun = |start: usize| {
        let mut chosen: Vec<Option<Place>> = vec![None; names];
        for turn in 0..ROUNDS * names {
            let name = (turn + start * names / STARTS) % names;
            let all = places[name].iter();
            chosen[name] = all
                .min_by_key(|place| with_others(place, &chosen, name))
                .copied();
        }
        chosen
    };
    let mut chosen = (0..STARTS)
        .map(begun)
        .min_by_key(|chosen| (0..names).map(|name| cost(chosen, name)).sum::<u32>())
        .unwrap_or_default();
    // Who is looked for least gives way.
    for name in (0..names).rev() {
        if cost(&chosen, name) >= COVERS {
            chosen[name] = None;
        }
    }
    chosen
}

/// Pixels that a word needs in type of some size. Of the wide letters of common type: in most it is less.
fn long(word: &str, size: usize) -> f64 {
    let hundredths: usize = word
        .chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 'f' | 't' | 'r' | '-' | ' ' | '\'' | '.' => 38,
            'm' | 'w' | 'M' | 'W' => 95,
            letter if letter.is_uppercase() => 73,
            _ => 63,
        })
        .sum();
    (hundredths * size) as f64 / 100.0
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX / COVERS)
}

fn holds(area: &Area, (x, y): Spot) -> bool {
    area[0] <= x && x <= area[1] && area[2] <= y && y <= area[3]
}

/// Whether a line runs through a box or touches it.
fn passes([from, to]: [Spot; 2], area: &Area) -> bool {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (start, way, low, high) in [
        (from.0, to.0 - from.0, area[0], area[1]),
        (from.1, to.1 - from.1, area[2], area[3]),
    ] {
        let (low, high) = (low - 2.0 - start, high + 2.0 - start);
        if way.abs() < 1e-9 {
            if low > 0.0 || high < 0.0 {
                return false;
            }
            continue;
        }
        let (one, other) = (low / way, high / way);
        enters = enters.max(one.min(other));
        leaves = leaves.min(one.max(other));
    }
    enters <= leaves
}

/// Whether two lines cross.
fn cross(one: [Spot; 2], other: [Spot; 2]) -> bool {
    let side = |[from, to]: [Spot; 2], at: Spot| {
        (to.0 - from.0) * (at.1 - from.1) - (to.1 - from.1) * (at.0 - from.0)
    };
    let parts = |line: [Spot; 2], of: [Spot; 2]| side(line, of[0]) * side(line, of[1]) < 0.0;
    parts(one, other) && parts(other, one)
}

/// How many of the places of the lines lie in a box.
fn hides(drawn: &[Vec<Spot>], of: &Area) -> usize {
    let in_it = |spot: &&Spot| holds(of, **spot);
    drawn.iter().flatten().filter(in_it).count()
}

/// How many of the places of the lines lie on a line to a name.
fn runs_along(drawn: &[Vec<Spot>], lead: [Spot; 2]) -> usize {
    let on_it = |spot: &&Spot| passes(lead, &[spot.0, spot.0, spot.1, spot.1]);
    drawn.iter().flatten().filter(on_it).count()
}

/// Pixels between two boxes.
fn gap(one: &Area, other: &Area) -> f64 {
    let across = (other[0] - one[1]).max(one[0] - other[1]).max(0.0);
    let down = (other[2] - one[3]).max(one[2] - other[3]).max(0.0);
    across.hypot(down)
}

/// Whether two boxes (left, right, top, bottom) hide nothing of each other.
fn is_apart(one: &[f64; 4], other: &[f64; 4]) -> bool {
    one[1] < other[0] || other[1] < one[0] || one[3] < other[2] || other[3] < one[2]
}
