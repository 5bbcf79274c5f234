//! Student's t distribution.

use std::f64::consts::PI;

use super::root::bisect_upwards;

/// Probability that |t| with `df` degrees of freedom exceeds `t` in size, to 1e-12 for up to a
/// thousand degrees of freedom; `None` for no degrees of freedom or NaN.
///
/// The regularised incomplete beta function at df / (df + t²) (Abramowitz & Stegun 26.7.1).
pub fn student_p(t: f64, df: u32) -> Option<f64> {
    if df == 0 || t.is_nan() {
        return None;
    }
    let df = f64::from(df);
    let (below, above) = (df / (df + t * t), 1.0 / (1.0 + df / (t * t)));
    incomplete_beta(below, above, df / 2.0, 0.5)
}

/// The size that |t| with `df` degrees of freedom exceeds with probability `p`, to 1e-12 of its size; `None` outside 0 < p < 1.
pub fn student_critical(p: f64, df: u32) -> Option<f64> {
    if df == 0 || !(p > 0.0 && p < 1.0) {
        return None;
    }
    bisect_upwards(0.0, |t| student_p(t, df).is_some_and(|tail| tail > p))
}

/// Regularised incomplete beta function, with `y` = 1 − `x` given apart because subtraction would lose it near one.
///
/// Continued fraction of Abramowitz & Stegun 26.5.8, taken from the side where it converges fast.
fn incomplete_beta(x: f64, y: f64, a: f64, b: f64) -> Option<f64> {
    if x <= 0.0 || y <= 0.0 {
        return Some(if x <= 0.0 { 0.0 } else { 1.0 });
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * y.ln()).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        Some(front * beta_fraction(x, a, b)? / a)
    } else {
        Some(1.0 - front * beta_fraction(y, b, a)? / b)
    }
}

/// The fraction by Lentz's method as modified by Thompson & Barnett (J. Comput. Phys. 64, 1986, 490-509).
fn beta_fraction(x: f64, a: f64, b: f64) -> Option<f64> {
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut numerators = 1.0;
    let mut denominators = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = denominators;
    // Needs in the order of the square root of the larger parameter; the limit is for parameters nobody has.
    for m in (1..=100_000).map(f64::from) {
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for coefficient in [even, odd] {
            denominators = 1.0 / away_from_zero(1.0 + coefficient * denominators);
            numerators = away_from_zero(1.0 + coefficient / numerators);
            change = numerators * denominators;
            fraction *= change;
        }
        if (change - 1.0).abs() < 1e-15 {
            return Some(fraction);
        }
    }
    None
}

/// Logarithm of the gamma function for `x` > 0: Stirling's series (Abramowitz & Stegun 6.1.41) from fifteen up, the recurrence below.
fn ln_gamma(mut x: f64) -> f64 {
    let mut product = 1.0;
    while x < 15.0 {
        product *= x;
        x += 1.0;
    }
    let inverse_square = 1.0 / (x * x);
    let series = [
        1.0 / 1188.0,
        -1.0 / 1680.0,
        1.0 / 1260.0,
        -1.0 / 360.0,
        1.0 / 12.0,
    ]
    .into_iter()
    .fold(0.0, |sum, coefficient| sum * inverse_square + coefficient)
        / x;
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * PI).ln() + series - f64::ln(product)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Z_95, normal_upper_tail};

    // Abramowitz & Stegun table 26.10, with further digits from the incomplete beta function at 40 digits.
    #[test]
    fn agrees_with_tables() {
        for (df, expected) in [
            (1, 12.706_204_736_174_705),
            (3, 3.182_446_305_283_71),
            (7, 2.364_624_251_592_785),
        ] {
            assert!(
                (student_critical(0.05, df).unwrap() / expected - 1.0).abs() < 1e-12,
                "{df}"
            );
        }
        for (df, expected) in [(3, 10.214_531_852_407_39), (7, 4.785_289_628_638_334)] {
            assert!(
                (student_critical(0.002, df).unwrap() / expected - 1.0).abs() < 1e-9,
                "{df}"
            );
        }
    }

    #[test]
    fn agrees_with_closed_forms() {
        for i in 0..400 {
            let t = f64::from(i) / 10.0;
            let r = t / 3.0_f64.sqrt();
            let closed = [
                1.0 - 2.0 * t.atan() / PI,
                1.0 - t / (2.0 + t * t).sqrt(),
                1.0 - 2.0 * (r / (1.0 + r * r) + r.atan()) / PI,
            ];
            for (df, p) in (1..).zip(closed) {
                assert!(
                    (student_p(t, df).unwrap() - p).abs() < 1e-13,
                    "df {df} t {t}"
                );
            }
        }
    }

    #[test]
    fn nears_the_normal_distribution() {
        assert!((student_critical(0.05, 1_000_000).unwrap() - Z_95).abs() < 1e-5);
        assert!((student_p(2.0, 1_000_000).unwrap() - 2.0 * normal_upper_tail(2.0)).abs() < 1e-5);
    }

    #[test]
    fn log_gamma_of_whole_numbers_is_a_factorial() {
        let mut log_factorial = 0.0;
        for n in 1..60 {
            log_factorial += f64::from(n).ln();
            assert!(
                (ln_gamma(f64::from(n) + 1.0) - log_factorial).abs()
                    < 1e-12 * log_factorial.max(1.0)
            );
        }
        assert!((ln_gamma(0.5) - PI.sqrt().ln()).abs() < 1e-14);
    }

    #[test]
    fn answers_at_the_edges() {
        assert_eq!(student_p(1.0, 0), None);
        assert_eq!(student_p(f64::NAN, 3), None);
        assert_eq!(
            [0.0, 1.0, f64::NAN].map(|p| student_critical(p, 3)),
            [None; 3]
        );
        assert!((student_p(0.0, 3).unwrap() - 1.0).abs() < 1e-15);
        assert!(student_p(f64::INFINITY, 3).unwrap().abs() < 1e-15);
    }
}
