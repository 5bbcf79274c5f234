//! A value with its standard error and what rounding or hiding leaves open.

use super::interval::Interval;

/// A figure that is uncertain in two ways: by chance, and because published counts were rounded or hidden.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    value: f64,
    standard_error: f64,
    widening: Interval,
}

impl Estimate {
    /// `value` with its `standard_error` by chance and the range it could have had before rounding and hiding, one unit for all.
    ///
    /// `None` when value or error is not finite, the error is negative, or the range does not hold the value.
    pub fn new(value: f64, standard_error: f64, widening: Interval) -> Option<Self> {
        (value.is_finite()
            && standard_error.is_finite()
            && standard_error >= 0.0
            && widening.contains(value))
        .then_some(Self {
            value,
            standard_error,
            widening,
        })
    }

    /// An estimate from a widened confidence interval `limits` at `z` standard errors, such as of
    /// [`wilson_widened`](super::wilson_widened); `widening` is the range of the value itself.
    ///
    /// The standard error is the longer arm, measured from the end of the range on that side. An arm of a score interval is never
    /// zero on both sides, so that 0 of 5 does not count as known for certain.
    /// `None` as for [`Estimate::new`], or when `limits` do not hold the range or `z` is not positive.
    pub fn from_limits(value: f64, widening: Interval, limits: Interval, z: f64) -> Option<Self> {
        if !(limits.covers(widening) && z > 0.0) {
            return None;
        }
        // An unlimited range has no arm on that side: infinity minus infinity, which `max` passes over.
        let arm = (widening.lo() - limits.lo()).max(limits.hi() - widening.hi());
        Self::new(value, arm / z, widening)
    }

    /// The same in another unit, of which there are `factor` in the old one; `None` when that is no positive number.
    pub fn scaled(&self, factor: f64) -> Option<Self> {
        let widening = (factor > 0.0).then(|| self.widening.scale(factor))?;
        // Multiplying may round the value past the ends of its range.
        let value = (self.value * factor).clamp(widening.lo(), widening.hi());
        Self::new(value, self.standard_error * factor, widening)
    }

    /// Its natural logarithm, the error by the delta method; `None` when the value may be zero or less.
    pub fn logarithm(&self) -> Option<Self> {
        let (low, high) = (self.widening.lo(), self.widening.hi());
        let widening = (low > 0.0).then(|| Interval::new(low.ln(), high.ln()))??;
        Self::new(self.value.ln(), self.standard_error / self.value, widening)
    }

    /// The value as published.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// Standard error by chance, in the unit of the value.
    pub fn standard_error(&self) -> f64 {
        self.standard_error
    }

    /// The values possible before rounding and hiding.
    pub fn widening(&self) -> Interval {
        self.widening
    }

    /// Confidence interval at `z` standard errors, for every value that rounding or hiding leaves possible.
    ///
    /// Normal, so it may pass below zero: cut it with [`Interval::within`] for a quantity that cannot.
    pub fn confidence_interval(&self, z: f64) -> Interval {
        let arm = z.abs() * self.standard_error;
        Interval::new(self.widening.lo() - arm, self.widening.hi() + arm)
            .unwrap_or(Interval::ANYTHING)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Z_95, wilson_widened};

    #[test]
    fn confidence_interval_is_widened_on_both_sides() {
        let estimate = Estimate::new(10.0, 2.0, Interval::new(9.0, 12.0).unwrap()).unwrap();
        assert_eq!(
            estimate.confidence_interval(1.5),
            Interval::new(6.0, 15.0).unwrap()
        );
        assert_eq!(estimate.confidence_interval(f64::NAN), Interval::ANYTHING);
    }

    #[test]
    fn from_limits_covers_the_limits() {
        for (lo, hi) in [(0.0, 0.0), (0.0, 4.0), (10.0, 14.0), (20.0, 20.0)] {
            let (events, n) = (Interval::new(lo, hi).unwrap(), Interval::exact(20.0));
            let share = events.divided_by(n).unwrap();
            let limits = wilson_widened(events, n, Z_95).unwrap();
            let estimate = Estimate::from_limits(share.lo(), share, limits, Z_95).unwrap();
            let interval = estimate.confidence_interval(Z_95);
            assert!(interval.lo() <= limits.lo() + 1e-12 && interval.hi() >= limits.hi() - 1e-12);
            assert!(estimate.standard_error() > 0.0);
        }
    }

    #[test]
    fn in_another_unit_everything_is_as_many_times_as_large() {
        let days = Estimate::new(70.0, 14.0, Interval::new(63.0, 77.0).unwrap()).unwrap();
        let weeks = days.scaled(1.0 / 7.0).unwrap();
        assert!((weeks.value() - 10.0).abs() < 1e-12);
        assert!((weeks.standard_error() - 2.0).abs() < 1e-12);
        assert!((weeks.widening().lo() - 9.0).abs() < 1e-12);
        assert!((weeks.widening().hi() - 11.0).abs() < 1e-12);
        assert_eq!((days.scaled(0.0), days.scaled(f64::NAN)), (None, None));
    }

    #[test]
    fn of_a_logarithm_the_error_is_relative() {
        let count = Estimate::new(200.0, 10.0, Interval::new(198.0, 202.0).unwrap()).unwrap();
        let log = count.logarithm().unwrap();
        assert!((log.value() - 200_f64.ln()).abs() < 1e-12);
        assert!((log.standard_error() - 0.05).abs() < 1e-12);
        assert!((log.widening().hi() - 202_f64.ln()).abs() < 1e-12);
        let nothing = Estimate::new(2.0, 1.0, Interval::new(0.0, 2.0).unwrap()).unwrap();
        assert_eq!(nothing.logarithm(), None);
    }

    #[test]
    fn refuses_what_does_not_fit_together() {
        let around = Interval::new(9.0, 12.0).unwrap();
        assert_eq!(Estimate::new(8.0, 1.0, around), None);
        assert_eq!(Estimate::new(10.0, -1.0, around), None);
        assert_eq!(Estimate::new(f64::NAN, 1.0, Interval::ANYTHING), None);
        assert_eq!(Estimate::new(10.0, f64::INFINITY, around), None);
        assert_eq!(
            Estimate::from_limits(10.0, around, Interval::exact(10.0), Z_95),
            None
        );
        assert_eq!(Estimate::from_limits(10.0, around, around, 0.0), None);
    }
}
