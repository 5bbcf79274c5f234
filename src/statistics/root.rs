//! Bisection, the one solver behind every quantile.

/// The place where `below` turns from true into false between `lo` and `hi`, to the last bit that the format can hold.
///
/// Bisection rather than Newton: it cannot leave the bracket, so no start value or distribution makes it fail.
pub(super) fn bisect(mut lo: f64, mut hi: f64, below: impl Fn(f64) -> bool) -> f64 {
    loop {
        let middle = f64::midpoint(lo, hi);
        if !(lo < middle && middle < hi) {
            return middle;
        }
        if below(middle) {
            lo = middle;
        } else {
            hi = middle;
        }
    }
}

/// As [`bisect`], for a turning point with no known upper limit: doubles the distance from `lo` until it is passed.
/// `None` when it is not passed before numbers run out.
pub(super) fn bisect_upwards(lo: f64, below: impl Fn(f64) -> bool) -> Option<f64> {
    let mut step = 1.0;
    while below(lo + step) {
        step *= 2.0;
        if !step.is_finite() {
            return None;
        }
    }
    Some(bisect(lo, lo + step, below))
}

/// The same among whole numbers: the first above `below_it` for which `below` is false, when it is false for `hi`.
pub(super) fn bisect_whole(below_it: f64, hi: f64, below: impl Fn(f64) -> bool) -> f64 {
    let (mut lo, mut hi) = (below_it, hi);
    while hi - lo > 1.0 {
        let middle = f64::midpoint(lo, hi).floor();
        if below(middle) {
            lo = middle;
        } else {
            hi = middle;
        }
    }
    hi
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_root_to_the_last_bits() {
        let root = bisect(0.0, 2.0, |x| x * x < 2.0);
        assert!((root - std::f64::consts::SQRT_2).abs() < 1e-15);
        let far = bisect_upwards(0.0, |x| x < 12_345.678).unwrap_or(f64::NAN);
        assert!((far - 12_345.678).abs() < 1e-11);
    }

    #[test]
    fn ends_on_any_bracket() {
        assert_eq!(bisect_upwards(0.0, |_| true), None);
        assert!(bisect(3.0, 1.0, |_| true).is_finite());
        assert!(bisect(f64::NAN, 1.0, |_| true).is_nan());
    }
}
