//! Random draws that are the same on every machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A portable generator; each stream of a seed is independent of the others.
pub(super) struct Draw(ChaCha8Rng);

impl Draw {
    /// Generator for one stream of a seed.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(stream);
        Self(generator)
    }

    /// Uniform in [0, 1).
    pub(super) fn unit(&mut self) -> f64 {
        // 53 bits fill the mantissa exactly.
        (self.0.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// True with the given probability.
    pub(super) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A whole number from `low` to `high`, both included; `low` when the range is empty.
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        let width = f64::from((high - low).max(0)) + 1.0;
        low + whole(self.unit() * width)
    }

    /// Position in `weights`, chosen in proportion; `None` when no weight is positive.
    pub(super) fn pick(&mut self, weights: &[f64]) -> Option<usize> {
        let total: f64 = weights.iter().sum();
        let mut rest = self.unit() * total;
        let mut chosen = None;
        for (position, weight) in weights
            .iter()
            .enumerate()
            .filter(|(_, weight)| **weight > 0.0)
        {
            chosen = Some(position);
            if rest < *weight {
                break;
            }
            rest -= weight;
        }
        chosen
    }

    /// A value from a quantile function given as equally spaced points, linear in between.
    pub(super) fn quantile(&mut self, points: &[f64]) -> f64 {
        let place = self.unit() * (points.len().saturating_sub(1)) as f64;
        let below = usize::try_from(whole(place)).unwrap_or(0);
        match (points.get(below), points.get(below + 1)) {
            (Some(low), Some(high)) => low + (high - low) * (place - below as f64),
            (Some(only), None) => *only,
            (None, _) => 1.0,
        }
    }

    /// Puts `items` in random order (Fisher-Yates).
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = whole(self.unit() * (last + 1) as f64);
            items.swap(last, usize::try_from(other).unwrap_or(last));
        }
    }
}

/// The whole part of a number; values here stay far inside 32 bits.
#[expect(
    clippy::cast_possible_truncation,
    reason = "dropping the fraction is the purpose, and the cast saturates"
)]
pub(super) fn whole(value: f64) -> i32 {
    value as i32
}
