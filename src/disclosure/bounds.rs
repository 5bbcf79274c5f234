//! What a reader can work out: bounds on every figure, narrowed relation by relation until nothing changes.

use std::collections::VecDeque;

use super::system::{Amounts, System};

/// Figures are whole numbers: a bound this near to one is that one.
const WHOLE: f64 = 1e-6;

/// A wide interval moves only by this share of itself: large amounts would otherwise creep by one euro at a time.
const CREEP: f64 = 1e-3;

/// How far what is worked out with squares may be off, as a share: their numbers are too large to be exact.
const INEXACT: f64 = 1e-9;

/// Lower and upper bound of every variable, and what to go back to when a thought is dropped. All variables are whole numbers.
///
/// This is bounds propagation: sound (the truth is never cut off) but not complete (a linear programme over all relations
/// at once can be tighter where relations go round in a circle).
#[derive(Clone, Debug)]
pub struct Knowledge {
    low: Vec<f64>,
    high: Vec<f64>,
    earlier: Vec<(usize, f64, f64)>,
    /// Relations to think through: first the linear ones are numbered, then the amounts.
    queue: VecDeque<usize>,
    queued: Vec<bool>,
}

/// Why reasoning stopped before it came to rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// This variable may not be narrowed as far as it was.
    TooFar(usize),
    /// It took more steps than allowed.
    TooLong,
}

/// The least or the most that a weighted sum can be; what is infinite is counted apart, so that one term can be left out.
#[derive(Clone, Copy, Default)]
struct Extreme {
    finite: f64,
    infinite: usize,
}

impl Extreme {
    fn add(&mut self, term: f64) {
        if term.is_finite() {
            self.finite += term;
        } else {
            self.infinite += 1;
        }
    }

    /// How far this least is below a limit; a term that is finite itself keeps nothing from an infinite one.
    fn room_below(self, limit: f64) -> f64 {
        if self.infinite == 0 {
            limit - self.finite
        } else {
            f64::INFINITY
        }
    }

    /// How far this most is above a limit.
    fn room_above(self, limit: f64) -> f64 {
        if self.infinite == 0 {
            self.finite - limit
        } else {
            f64::INFINITY
        }
    }

    /// Without one of its terms; `None` when that is infinite.
    fn without(self, term: f64) -> Option<f64> {
        match (self.infinite, term.is_finite()) {
            (0, _) => Some(self.finite - term),
            (1, false) => Some(self.finite),
            _ => None,
        }
    }
}

impl Knowledge {
    /// What is known before any reasoning: a lower and an upper bound for every variable, infinite where nothing is known.
    pub fn new(bounds: Vec<(f64, f64)>, system: &System) -> Self {
        let (low, high) = bounds.into_iter().unzip();
        Self {
            low,
            high,
            earlier: Vec::new(),
            queue: VecDeque::new(),
            queued: vec![false; system.len() + system.amounts().len()],
        }
    }

    /// The same, by whoever thinks of the linear relations alone.
    pub fn of_linear(bounds: Vec<(f64, f64)>, system: &System) -> Self {
        let mut knowledge = Self::new(bounds, system);
        knowledge.queued.truncate(system.len());
        knowledge
    }

    /// Lower and upper bound of a variable.
    pub fn bounds(&self, variable: usize) -> (f64, f64) {
        (self.low[variable], self.high[variable])
    }

    /// Thinks through all relations. `allowed` says whether a variable may have these bounds.
    ///
    /// # Errors
    /// [`Stopped`] when one may not, or after `steps` relations; then [`Knowledge::forget`] what was found.
    pub fn reason(
        &mut self,
        system: &System,
        steps: usize,
        allowed: impl Fn(usize, f64, f64) -> bool,
    ) -> Result<(), Stopped> {
        for relation in 0..self.queued.len() {
            self.wait(relation);
        }
        self.settle(system, steps, allowed)
    }

    /// Adds the bounds within which a variable lies, and thinks through what follows.
    ///
    /// # Errors
    /// As [`Knowledge::reason`].
    pub fn learn(
        &mut self,
        (variable, (low, high)): (usize, (f64, f64)),
        system: &System,
        steps: usize,
        allowed: impl Fn(usize, f64, f64) -> bool,
    ) -> Result<(), Stopped> {
        self.narrow(variable, low, high, system, &allowed)?;
        self.settle(system, steps, allowed)
    }

    /// From here on there is no way back.
    pub fn keep(&mut self) {
        self.earlier.clear();
    }

    /// Goes back to what was known at the last [`Knowledge::keep`].
    pub fn forget(&mut self) {
        while let Some((variable, low, high)) = self.earlier.pop() {
            self.low[variable] = low;
            self.high[variable] = high;
        }
        for relation in self.queue.drain(..) {
            self.queued[relation] = false;
        }
    }

    fn wait(&mut self, relation: usize) {
        if let Some(queued) = self.queued.get_mut(relation)
            && !*queued
        {
            *queued = true;
            self.queue.push_back(relation);
        }
    }

    fn settle(
        &mut self,
        system: &System,
        steps: usize,
        allowed: impl Fn(usize, f64, f64) -> bool,
    ) -> Result<(), Stopped> {
        for _ in 0..steps {
            let Some(relation) = self.queue.pop_front() else {
                return Ok(());
            };
            self.queued[relation] = false;
            match relation.checked_sub(system.len()) {
                None => self.apply(relation, system, &allowed)?,
                Some(place) => self.apply_amounts(system.amounts()[place], system, &allowed)?,
            }
        }
        if self.queue.is_empty() {
            Ok(())
        } else {
            Err(Stopped::TooLong)
        }
    }

    fn apply(
        &mut self,
        relation: usize,
        system: &System,
        allowed: &impl Fn(usize, f64, f64) -> bool,
    ) -> Result<(), Stopped> {
        let (low, high) = system.limits(relation);
        let (mut least, mut most) = (Extreme::default(), Extreme::default());
        for (variable, coefficient) in system.terms(relation) {
            let (small, large) = self.term(*variable, *coefficient);
            least.add(small);
            most.add(large);
        }
        // How far one term may go with the others at their least or most: where its own bounds are no further apart nothing follows.
        let room = least.room_below(high).min(most.room_above(low));
        for (variable, coefficient) in system.terms(relation) {
            let (small, large) = self.term(*variable, *coefficient);
            let between = large - small;
            if between.is_finite() && between <= room {
                continue;
            }
            // What the others leave for this term.
            let at_most = least
                .without(small)
                .map_or(f64::INFINITY, |rest| high - rest);
            let at_least = most
                .without(large)
                .map_or(f64::NEG_INFINITY, |rest| low - rest);
            let (from, to) = if *coefficient > 0.0 {
                (at_least / coefficient, at_most / coefficient)
            } else {
                (at_most / coefficient, at_least / coefficient)
            };
            self.narrow(*variable, from, to, system, allowed)?;
        }
        Ok(())
    }

    /// What follows from a number of amounts, their sum and their squares, each from the other two.
    fn apply_amounts(
        &mut self,
        of: Amounts,
        system: &System,
        allowed: &impl Fn(usize, f64, f64) -> bool,
    ) -> Result<(), Stopped> {
        let (least_sum, _) = self.bounds(of.sum);
        let ((_, most), (_, most_squares)) = (self.bounds(of.count), self.bounds(of.squares));
        let least = |other: f64| {
            let least = least_sum * least_sum / other * (1.0 - INEXACT);
            // Of nothing nothing follows, and it takes a sum to tell that there is something.
            if other > 0.0 && least_sum > 0.0 {
                least
            } else {
                0.0
            }
        };
        let most_sum = (most * most_squares).sqrt() * (1.0 + INEXACT);
        self.narrow(
            of.count,
            least(most_squares),
            f64::INFINITY,
            system,
            allowed,
        )?;
        self.narrow(of.squares, least(most), f64::INFINITY, system, allowed)?;
        if most_sum.is_finite() {
            self.narrow(of.sum, 0.0, most_sum, system, allowed)?;
        }
        Ok(())
    }

    /// The least and the most that a term can be.
    pub(super) fn term(&self, variable: usize, coefficient: f64) -> (f64, f64) {
        let (low, high) = self.bounds(variable);
        if coefficient > 0.0 {
            (coefficient * low, coefficient * high)
        } else {
            (coefficient * high, coefficient * low)
        }
    }

    fn narrow(
        &mut self,
        variable: usize,
        low: f64,
        high: f64,
        system: &System,
        allowed: &impl Fn(usize, f64, f64) -> bool,
    ) -> Result<(), Stopped> {
        let (known_low, known_high) = self.bounds(variable);
        let (low, high) = ((low - WHOLE).ceil(), (high + WHOLE).floor());
        let step = if known_high.is_finite() {
            (CREEP * (known_high - known_low)).max(0.5)
        } else {
            0.5
        };
        let (rises, falls) = (
            low >= known_low + step,
            high < known_high && high <= known_high - step,
        );
        if !rises && !falls {
            return Ok(());
        }
        let (low, high) = (known_low.max(low), known_high.min(high));
        if !allowed(variable, low, high) {
            return Err(Stopped::TooFar(variable));
        }
        self.earlier.push((variable, known_low, known_high));
        self.low[variable] = low;
        self.high[variable] = high;
        for relation in system.touching(variable) {
            self.wait(*relation);
        }
        for place in system.in_amounts(variable) {
            self.wait(system.len() + place);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::system::Row;
    use super::*;

    fn settled(bounds: &[(f64, f64)], relations: Vec<Row>) -> Vec<(f64, f64)> {
        let system = System::new(bounds.len(), relations);
        let mut knowledge = Knowledge::new(bounds.to_vec(), &system);
        assert_eq!(knowledge.reason(&system, 1000, |_, _, _| true), Ok(()));
        (0..bounds.len())
            .map(|variable| knowledge.bounds(variable))
            .collect()
    }

    const fn exactly(value: f64) -> (f64, f64) {
        (value, value)
    }

    #[test]
    fn a_total_minus_its_siblings_gives_a_lone_hidden_cell_away() {
        let bounds = settled(
            &[exactly(30.0), exactly(10.0), exactly(15.0), (0.0, 9.0)],
            vec![Row::sum(0, [1, 2, 3])],
        );
        assert_eq!(bounds[3], exactly(5.0));
    }

    #[test]
    fn persons_in_several_parts_leave_room() {
        let relation = || Row::union(0, &[1, 2, 3]).collect();
        // 30 youths, 20 and 15 of them in two forms: the third form holds 0 to 9, for youths may have two forms.
        let bounds = settled(
            &[exactly(30.0), exactly(20.0), exactly(15.0), (0.0, 9.0)],
            relation(),
        );
        assert_eq!(bounds[3], (0.0, 9.0));
        // 40 youths cannot come from 35: then the third form holds at least 5.
        let bounds = settled(
            &[exactly(40.0), exactly(20.0), exactly(15.0), (0.0, 9.0)],
            relation(),
        );
        assert_eq!(bounds[3], (5.0, 9.0));
    }

    #[test]
    fn two_tables_that_are_each_safe_can_disclose_together() {
        // k + l + m = 26 in one table, k + n = 12 in the other: with l = 12 and m = 11, k is 3 and so n is 9.
        let (k, l, m, n, first, second) = (0, 1, 2, 3, 4, 5);
        let bounds = settled(
            &[
                (0.0, 9.0),
                exactly(12.0),
                exactly(11.0),
                (0.0, 9.0),
                exactly(26.0),
                exactly(12.0),
            ],
            vec![Row::sum(first, [k, l, m]), Row::sum(second, [k, n])],
        );
        assert_eq!((bounds[k], bounds[n]), (exactly(3.0), exactly(9.0)));
    }

    #[test]
    fn a_number_its_sum_and_its_squares_tell_of_each_other() {
        let all = Amounts {
            count: 0,
            sum: 1,
            squares: 2,
        };
        let settled = |bounds: [(f64, f64); 3]| {
            let system = System::new(3, []).with_amounts(vec![all]);
            let mut knowledge = Knowledge::new(bounds.to_vec(), &system);
            assert_eq!(knowledge.reason(&system, 1000, |_, _, _| true), Ok(()));
            [0, 1, 2].map(|variable| knowledge.bounds(variable))
        };
        let any = (0.0, f64::INFINITY);
        // 500,000 euros at least with squares of 40 billion at most: seven youths at least, for six with 83,333 each make 41.7 billion.
        assert_eq!(
            settled([(0.0, 9.0), (500_000.0, 540_000.0), (0.0, 4e10)])[0],
            (7.0, 9.0)
        );
        // Nine youths with squares of 36 together have 18 at most; with a sum of 18 at least they have squares of 36 at least.
        assert_eq!(settled([(0.0, 9.0), any, (0.0, 36.0)])[1], (0.0, 18.0));
        assert_eq!(
            settled([(0.0, 9.0), (18.0, 90.0), any])[2],
            (36.0, f64::INFINITY)
        );
        // Nothing follows from what is not known, and nothing from a sum that may be nothing.
        assert_eq!(settled([any; 3]), [any; 3]);
        let free = [(0.0, 9.0), (0.0, 10.0), any];
        assert_eq!(settled(free), free);
    }

    /// Amounts that are all alike keep the relation exactly: rounding of large numbers may not cut them off.
    #[test]
    fn what_is_true_of_squares_is_never_cut_off() {
        let mut number = 12_345_u64;
        for _ in 0..2_000 {
            number = number
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let (count, each) = ((number >> 40) % 5_000 + 1, (number >> 20) % 200_000 + 1);
            let truth = [count, count * each, count * each * each].map(|value| value as f64);
            let system = System::new(3, []).with_amounts(vec![Amounts {
                count: 0,
                sum: 1,
                squares: 2,
            }]);
            let mut knowledge = Knowledge::new(truth.map(exactly).to_vec(), &system);
            let told = knowledge.reason(&system, 100, |_, low, high| low <= high);
            assert_eq!(told, Ok(()), "{truth:?}");
        }
    }

    #[test]
    fn what_goes_too_far_is_forgotten_without_a_trace() {
        // 24 to 26 = a + b + c. Learning a leaves b and c room; learning b as well would tell c.
        let system = System::new(4, vec![Row::sum(0, [1, 2, 3])]);
        let mut knowledge = Knowledge::new(
            vec![(24.0, 26.0), (10.0, 30.0), (0.0, 30.0), (0.0, 9.0)],
            &system,
        );
        let wide = |variable: usize, low: f64, high: f64| variable != 3 || high - low >= 5.0;
        assert_eq!(knowledge.reason(&system, 100, wide), Ok(()));
        assert_eq!(
            knowledge.learn((1, (10.0, 12.0)), &system, 100, wide),
            Ok(())
        );
        knowledge.keep();
        let before: Vec<_> = (0..4).map(|variable| knowledge.bounds(variable)).collect();
        assert_eq!(
            knowledge.learn((2, (10.0, 10.0)), &system, 100, wide),
            Err(Stopped::TooFar(3))
        );
        knowledge.forget();
        assert_eq!(
            before,
            (0..4)
                .map(|variable| knowledge.bounds(variable))
                .collect::<Vec<_>>()
        );
        assert_eq!(
            knowledge.learn((2, (5.0, 30.0)), &system, 100, wide),
            Ok(())
        );
        assert_eq!(
            knowledge.learn((2, (5.0, 6.0)), &system, 0, wide),
            Err(Stopped::TooLong)
        );
    }
}
