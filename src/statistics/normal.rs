//! The normal distribution and the chi-square with one degree of freedom.

use std::f64::consts::PI;

use super::root::bisect_upwards;

/// Two-sided 95 %: one in twenty intervals misses.
pub const Z_95: f64 = 1.959_963_984_540_054;
/// Two-sided 99.8 %, the control limit of public health profiles: one in five hundred misses.
pub const Z_998: f64 = 3.090_232_306_167_813;

/// Where the series hands over to the continued fraction: both reach full precision here.
const SERIES_UP_TO: f64 = 3.0;

/// Probability that a standard normal variable is above `x`, relative error below 1e-12 from the middle into the upper tail.
///
/// Series of Marsaglia (Evaluating the normal distribution, J. Stat. Softw. 11(4), 2004) near the middle, Laplace's continued
/// fraction for the Mills ratio (Abramowitz & Stegun 26.2.14) in the tail. NaN stays NaN.
pub fn normal_upper_tail(x: f64) -> f64 {
    if x < -SERIES_UP_TO {
        return 1.0 - normal_upper_tail(-x);
    }
    let density = (-0.5 * x * x).exp() / (2.0 * PI).sqrt();
    if x > SERIES_UP_TO {
        let mills = (1..=200).rev().fold(x, |below, k| x + f64::from(k) / below);
        return density / mills;
    }
    let (mut term, mut sum, mut odd) = (x, x, 1.0);
    while term.abs() > 1e-18 {
        odd += 2.0;
        term *= x * x / odd;
        sum += term;
    }
    0.5 - density * sum
}

/// Probability that a standard normal variable is at most `x`, to 1e-15.
pub fn normal_cdf(x: f64) -> f64 {
    normal_upper_tail(-x)
}

/// The `x` below which a standard normal variable falls with probability `p`, to 1e-12; `None` outside 0 < p < 1.
pub fn normal_quantile(p: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0) {
        return None;
    }
    // Solved in the smaller tail, where probabilities keep their relative precision.
    let tail = p.min(1.0 - p);
    let x = bisect_upwards(0.0, |x| normal_upper_tail(x) > tail)?;
    Some(if p < 0.5 { -x } else { x })
}

/// Probability that a chi-square variable with one degree of freedom exceeds `statistic`; `None` when that is negative or NaN.
pub fn chi_square_1_p(statistic: f64) -> Option<f64> {
    (statistic >= 0.0).then(|| 2.0 * normal_upper_tail(statistic.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Abramowitz & Stegun tables 26.1, 26.2 and 26.8, with further digits from the error function at 40 digits.
    #[test]
    fn agrees_with_tables() {
        assert!((normal_quantile(0.975).unwrap() - Z_95).abs() < 1e-12);
        assert!((normal_quantile(0.999).unwrap() - Z_998).abs() < 1e-12);
        assert!((normal_quantile(0.025).unwrap() + Z_95).abs() < 1e-12);
        assert!((normal_cdf(1.0) - 0.841_344_746_068_542_9).abs() < 1e-15);
        assert!((normal_upper_tail(5.0) / 2.866_515_718_791_939e-7 - 1.0).abs() < 1e-12);
        assert!((normal_upper_tail(10.0) / 7.619_853_024_160_526e-24 - 1.0).abs() < 1e-12);
        assert!((chi_square_1_p(3.841_458_820_694_124).unwrap() - 0.05).abs() < 1e-14);
    }

    #[test]
    fn series_and_continued_fraction_meet() {
        let (a, b) = (
            normal_upper_tail(SERIES_UP_TO),
            normal_upper_tail(SERIES_UP_TO + 1e-13),
        );
        assert!((a / b - 1.0).abs() < 1e-11);
        assert!((a / 1.349_898_031_630_094_6e-3 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn quantile_undoes_the_distribution() {
        for i in 1..200 {
            let p = f64::from(i) / 200.0;
            assert!((normal_cdf(normal_quantile(p).unwrap()) - p).abs() < 1e-14);
        }
    }

    #[test]
    fn answers_at_the_edges() {
        assert_eq!([0.0, 1.0, -1.0, f64::NAN].map(normal_quantile), [None; 4]);
        assert_eq!(chi_square_1_p(-1.0), None);
        assert!(normal_upper_tail(f64::INFINITY).abs() < 1e-300);
        assert!((normal_upper_tail(f64::NEG_INFINITY) - 1.0).abs() < 1e-15);
        assert!(normal_upper_tail(f64::NAN).is_nan());
        assert!(normal_quantile(1e-300).unwrap() < -37.0);
    }
}
