//! The values a figure may have, and arithmetic that carries them through a formula.

use std::ops::{Add, Sub};

/// A closed range of numbers, `lo <= hi`, never NaN; `hi` may be infinite when nothing limits the figure from above, `lo` likewise.
///
/// Arithmetic treats its operands as unrelated, so the result holds every value the formula can take and is the smallest such
/// range only when each figure occurs in the formula once: write a share as part over whole, not part over part plus rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    lo: f64,
    hi: f64,
}

impl Interval {
    /// Nothing is known.
    pub const ANYTHING: Self = Self {
        lo: f64::NEG_INFINITY,
        hi: f64::INFINITY,
    };
    /// Nothing is known but the sign: counts, amounts, durations.
    pub const NON_NEGATIVE: Self = Self {
        lo: 0.0,
        hi: f64::INFINITY,
    };
    /// Shares.
    pub const UNIT: Self = Self { lo: 0.0, hi: 1.0 };

    /// The range from `lo` up to `hi`; `None` when they are out of order, NaN, or leave no finite number.
    pub fn new(lo: f64, hi: f64) -> Option<Self> {
        (lo <= hi && lo < f64::INFINITY && hi > f64::NEG_INFINITY).then_some(Self { lo, hi })
    }

    /// A figure that is known precisely. A number that is not finite says nothing, and gives [`Interval::ANYTHING`].
    pub fn exact(value: f64) -> Self {
        if value.is_finite() {
            Self {
                lo: value,
                hi: value,
            }
        } else {
            Self::ANYTHING
        }
    }

    /// The smallest value.
    pub fn lo(self) -> f64 {
        self.lo
    }

    /// The largest value.
    pub fn hi(self) -> f64 {
        self.hi
    }

    /// Whether `value` is possible.
    pub fn contains(self, value: f64) -> bool {
        self.lo <= value && value <= self.hi
    }

    /// Whether every value of `other` is possible.
    pub fn covers(self, other: Self) -> bool {
        self.lo <= other.lo && other.hi <= self.hi
    }

    /// Whether the figure is known precisely.
    pub fn is_point(self) -> bool {
        self.lo >= self.hi
    }

    /// How much is left open, in the unit of the figure; infinite when there is no limit.
    pub fn width(self) -> f64 {
        self.hi - self.lo
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            lo: self.lo.min(other.lo),
            hi: self.hi.max(other.hi),
        }
    }

    /// What remains when both hold, for limits a definition sets (a share is in [`Interval::UNIT`]); `None` when they contradict.
    pub fn within(self, limits: Self) -> Option<Self> {
        Self::new(self.lo.max(limits.lo), self.hi.min(limits.hi))
    }

    /// Every value times `factor`. A factor that is not finite gives [`Interval::ANYTHING`].
    #[must_use]
    pub fn scale(self, factor: f64) -> Self {
        if factor == 0.0 {
            return Self::exact(0.0);
        }
        let (a, b) = (self.lo * factor, self.hi * factor);
        if factor.is_finite() {
            Self::between(a.min(b), a.max(b))
        } else {
            Self::ANYTHING
        }
    }

    /// Quotients of two non-negative figures, `None` when either may be negative or the denominator can only be zero.
    ///
    /// A denominator that may be zero leaves the quotient without upper limit, unless the numerator can only be zero.
    pub fn divided_by(self, denominator: Self) -> Option<Self> {
        if self.lo < 0.0 || denominator.lo < 0.0 || denominator.hi <= 0.0 {
            return None;
        }
        let hi = if self.hi == 0.0 {
            0.0
        } else {
            self.hi / denominator.lo
        };
        Some(Self::between(self.lo / denominator.hi, hi))
    }

    /// Bounds that came out of arithmetic: overflow must not leave an empty range.
    fn between(lo: f64, hi: f64) -> Self {
        Self::new(lo.min(f64::MAX), hi.max(f64::MIN)).unwrap_or(Self::ANYTHING)
    }
}

impl Add for Interval {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::between(self.lo + other.lo, self.hi + other.hi)
    }
}

/// May go below zero, as a balance does; cut the result with [`Interval::within`] when a part is taken from its whole.
impl Sub for Interval {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::between(self.lo - other.hi, self.hi - other.lo)
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "bounds are compared as written")]
mod tests {
    use super::*;

    fn of(lo: f64, hi: f64) -> Interval {
        Interval::new(lo, hi).unwrap()
    }

    #[test]
    fn refuses_what_is_no_range() {
        for (lo, hi) in [
            (2.0, 1.0),
            (f64::NAN, 1.0),
            (1.0, f64::NAN),
            (f64::INFINITY, f64::INFINITY),
        ] {
            assert_eq!(Interval::new(lo, hi), None);
        }
        assert_eq!(Interval::exact(f64::NAN), Interval::ANYTHING);
        assert_eq!(Interval::exact(f64::INFINITY), Interval::ANYTHING);
    }

    #[test]
    fn arithmetic_holds_every_possible_outcome_and_reaches_its_bounds() {
        let ranges = [
            of(0.0, 0.0),
            of(0.0, 4.0),
            of(3.0, 3.0),
            of(2.5, 7.5),
            of(1.0, 9.0),
        ];
        for a in ranges {
            for b in ranges {
                for i in 0..=8 {
                    for j in 0..=8 {
                        let x = a.lo() + a.width() * f64::from(i) / 8.0;
                        let y = b.lo() + b.width() * f64::from(j) / 8.0;
                        assert!((a + b).contains(x + y));
                        assert!((a - b).contains(x - y));
                        assert!(a.scale(-2.5).contains(x * -2.5));
                        assert!(a.hull(b).contains(x) && a.hull(b).contains(y));
                        if y > 0.0 {
                            assert!(a.divided_by(b).unwrap().contains(x / y), "{a:?} / {b:?}");
                        }
                    }
                }
            }
        }
        assert_eq!(of(2.0, 4.0) + of(1.0, 2.0), of(3.0, 6.0));
        assert_eq!(of(2.0, 4.0) - of(1.0, 2.0), of(0.0, 3.0));
        assert_eq!(of(2.0, 4.0).divided_by(of(1.0, 2.0)), Some(of(1.0, 4.0)));
        assert_eq!(of(2.0, 4.0).scale(-1.0), of(-4.0, -2.0));
    }

    #[test]
    fn division_knows_its_limits() {
        assert_eq!(of(1.0, 2.0).divided_by(Interval::exact(0.0)), None);
        assert_eq!(of(-1.0, 2.0).divided_by(of(1.0, 2.0)), None);
        assert_eq!(of(1.0, 2.0).divided_by(of(-1.0, 2.0)), None);
        assert_eq!(
            of(1.0, 2.0).divided_by(of(0.0, 2.0)),
            Some(of(0.5, f64::INFINITY))
        );
        assert_eq!(
            Interval::exact(0.0).divided_by(of(0.0, 2.0)),
            Some(Interval::exact(0.0))
        );
    }

    #[test]
    fn limits_of_a_definition_cut_the_range() {
        assert_eq!(of(0.5, 1.5).within(Interval::UNIT), Some(of(0.5, 1.0)));
        assert_eq!(of(1.5, 2.5).within(Interval::UNIT), None);
        assert!(of(0.0, 2.0).covers(of(1.0, 2.0)) && !of(0.0, 2.0).covers(of(1.0, 3.0)));
        assert!(Interval::exact(3.0).is_point() && !of(3.0, 4.0).is_point());
    }

    #[test]
    fn overflow_and_infinity_leave_a_range() {
        let big = of(f64::MAX, f64::MAX);
        assert!((big + big).lo() <= (big + big).hi());
        let all = Interval::NON_NEGATIVE;
        assert_eq!(all - all, Interval::ANYTHING);
        assert_eq!(all.scale(0.0), Interval::exact(0.0));
        assert_eq!(all.scale(f64::NAN), Interval::ANYTHING);
        assert_eq!(all.divided_by(all), Some(all));
    }
}
