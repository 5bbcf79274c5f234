//! A question about many figures at once.
//!
//! Every figure of the bundle is pulled up or down, but no further than it takes to prove it: what one figure does not need
//! is left to the others. One answer so settles dozens of figures, where one question each would take as many programmes.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::{Attack, WHOLE};

/// What is asked, in the unit of the attack.
pub(super) struct Bundle {
    /// The sum that is to be as small as can be.
    pub(super) objective: Vec<(usize, f64)>,
    /// How far each figure is pulled at most.
    pub(super) held: Vec<(usize, (f64, f64))>,
}

/// Draws that are the same for every audit.
pub(super) struct Directions(ChaCha8Rng);

impl Default for Directions {
    fn default() -> Self {
        Self(ChaCha8Rng::seed_from_u64(0))
    }
}

impl Directions {
    fn up(&mut self) -> bool {
        self.0.next_u32() & 1 == 1
    }

    /// At most `size` of the figures `open`, drawn at random.
    pub(super) fn some_of(&mut self, open: &[usize], size: usize) -> Vec<usize> {
        let mut some = open.to_vec();
        if size < some.len() {
            for place in 0..size {
                let left = u32::try_from(some.len() - place).unwrap_or(u32::MAX);
                some.swap(place, place + (self.0.next_u32() % left) as usize);
            }
            some.truncate(size);
        }
        some
    }

    /// From 1 up to 2. Equal weights would leave the solver free to move every figure half-way.
    fn weight(&mut self) -> f64 {
        1.0 + f64::from(self.0.next_u32()) / f64::from(u32::MAX)
    }
}

impl Attack<'_> {
    /// The next question about the figures of `open`.
    ///
    /// Worlds that were seen keep what it holds on to: of a figure that is not proved all of them lie within what would prove it.
    pub(super) fn bundle(&self, open: &[usize], directions: &mut Directions) -> Bundle {
        let mut bundle = Bundle {
            objective: Vec::with_capacity(open.len()),
            held: Vec::with_capacity(open.len()),
        };
        for index in open.iter().copied() {
            let (low, high) = self.outer[index];
            let (least, most) = self.seen[index];
            let weight = directions.weight();
            if least > most {
                let up = directions.up();
                let width = if high.is_finite() {
                    (high - low).max(1.0)
                } else {
                    self.unit
                };
                let pull = if up { -weight } else { weight };
                bundle.objective.push((index, pull * self.unit / width));
                continue;
            }
            let (least_whole, most_whole) = self.reached(index);
            let enough_up = self.enough_above(index, least_whole);
            let enough_down = most_whole - self.required(index, most_whole);
            // Where either way would do, chance decides: all of them up at once would only stand in each other's way.
            let up = if enough_up <= high && enough_down >= low {
                directions.up()
            } else {
                high - most > least - low
            };
            let (missing, within) = if up {
                (enough_up - most, (f64::NEG_INFINITY, enough_up + WHOLE))
            } else {
                (least - enough_down, (enough_down - WHOLE, f64::INFINITY))
            };
            let weight = weight * self.unit / missing.max(1.0);
            bundle
                .objective
                .push((index, if up { -weight } else { weight }));
            bundle
                .held
                .push((index, (within.0 / self.unit, within.1 / self.unit)));
        }
        bundle
    }

    /// How large a figure has to be somewhere when it is `low` elsewhere.
    fn enough_above(&self, index: usize, low: f64) -> f64 {
        let variable = self.block.variables[index];
        self.figures.enough_above(variable, low).ceil()
    }
}
