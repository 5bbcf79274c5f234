//! Whether counts demonstrably rise or fall by the same percentage each year.

use super::interval::Interval;
use super::normal::normal_upper_tail;

/// The events of a period among those who could have one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exposed {
    /// When: a year, or a part of one.
    pub period: f64,
    /// Events.
    pub events: f64,
    /// Population, or time at risk; one everywhere for counts alone.
    pub exposure: f64,
}

/// A log-linear trend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogLinear {
    /// By which factor the rate changes in a year: 1.02 is two percent more.
    pub per_year: f64,
    /// Logarithm of `per_year`.
    pub slope: f64,
    /// Standard error of `slope`.
    pub standard_error: f64,
    /// Probability of a slope at least this large, either way, when there is none.
    pub p_value: f64,
    /// Pearson's chi-square around the line over its degrees of freedom: well above one, the years vary more than chance allows, and
    /// error and probability are too small by its square root. `None` for two periods, which always fit.
    pub dispersion: Option<f64>,
}

impl LogLinear {
    /// The interval of `per_year` at `z` standard errors (Wald, on the scale of the logarithm), taking all variation for chance; `None`
    /// when it is too wide for a number.
    pub fn interval(&self, z: f64) -> Option<Interval> {
        let arm = z.abs() * self.standard_error;
        Interval::new((self.slope - arm).exp(), (self.slope + arm).exp())
            .filter(|interval| interval.hi().is_finite())
    }
}

/// More steps than Newton's method takes on any series that has an answer.
const MOST_STEPS: usize = 100;

/// Fits log(rate) = a + b × period to Poisson counts by maximum likelihood, with Newton's method (`McCullagh` & Nelder, Generalized
/// Linear Models, 2nd ed. 1989, section 6.2); as `glm(events ~ period, poisson, offset = log(exposure))` of R does.
///
/// A series of years is tested by [`trend`](super::trend()), which allows for more variation than chance; this is the textbook model
/// beside it. `None` for fewer than two periods, a negative count, an exposure that is not above zero, no events at all, or all events in
/// the first or the last period, when the slope has no end.
pub fn log_linear(points: &[Exposed]) -> Option<LogLinear> {
    let usable = |point: &Exposed| {
        point.events >= 0.0
            && point.events.is_finite()
            && point.exposure > 0.0
            && point.exposure.is_finite()
            && point.period.is_finite()
    };
    let periods = || points.iter().map(|point| point.period);
    let first = periods().fold(f64::INFINITY, f64::min);
    let last = periods().fold(f64::NEG_INFINITY, f64::max);
    let has_events = |inside: &dyn Fn(f64) -> bool| {
        points
            .iter()
            .any(|point| inside(point.period) && point.events > 0.0)
    };
    let has_end = has_events(&|period| period > first) && has_events(&|period| period < last);
    if !points.iter().all(usable) || !has_end {
        return None;
    }
    let total = |term: &dyn Fn(&Exposed) -> f64| points.iter().map(term).sum::<f64>();
    let centre = total(&|point| point.period) / points.len() as f64;
    let at = |point: &Exposed| point.period - centre;
    let mut level = (total(&|point| point.events) / total(&|point| point.exposure)).ln();
    let mut slope = 0.0;
    let expected = |point: &Exposed, level: f64, slope: f64| {
        point.exposure * (level + slope * at(point)).exp()
    };
    for _ in 0..MOST_STEPS {
        let mean = |point: &Exposed| expected(point, level, slope);
        let left = |point: &Exposed| point.events - mean(point);
        let (score, score_slope) = (total(&left), total(&|point| left(point) * at(point)));
        let information = total(&mean);
        let cross = total(&|point| mean(point) * at(point));
        let squares = total(&|point| mean(point) * at(point).powi(2));
        let determinant = information * squares - cross * cross;
        let step = (squares * score - cross * score_slope) / determinant;
        let step_slope = (information * score_slope - cross * score) / determinant;
        // Far from the answer a whole step may overshoot it.
        let shrink = 1.0_f64.min(
            1.0 / step
                .abs()
                .max(step_slope.abs() * (last - first))
                .max(1e-300),
        );
        level += shrink * step;
        slope += shrink * step_slope;
        if !(level.is_finite() && slope.is_finite()) {
            return None;
        }
        if step.abs() < 1e-12 && step_slope.abs() < 1e-12 {
            let variance = information / determinant;
            return answer(points, slope, variance, &|point| {
                expected(point, level, slope)
            });
        }
    }
    None
}

fn answer(
    points: &[Exposed],
    slope: f64,
    variance: f64,
    mean: &dyn Fn(&Exposed) -> f64,
) -> Option<LogLinear> {
    let error = (variance > 0.0).then(|| variance.sqrt())?;
    let freedom = points.len() - 2;
    let chi_square: f64 = points
        .iter()
        .map(|point| (point.events - mean(point)).powi(2) / mean(point))
        .sum();
    Some(LogLinear {
        per_year: slope.exp(),
        slope,
        standard_error: error,
        p_value: (2.0 * normal_upper_tail(slope.abs() / error)).min(1.0),
        dispersion: (freedom > 0).then(|| chi_square / freedom as f64),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn series(first: i32, events: &[f64], exposure: impl Fn(usize) -> f64) -> Vec<Exposed> {
        let periods = (first..).zip(events).enumerate();
        periods
            .map(|(at, (period, events))| Exposed {
                period: f64::from(period),
                events: *events,
                exposure: exposure(at),
            })
            .collect()
    }

    fn near(value: f64, expected: f64, relative: f64) {
        assert!(
            (value - expected).abs() <= relative * expected.abs(),
            "{value} is not {expected}"
        );
    }

    /// Deaths from AIDS in Australia by quarter, 1983 to 1986 (Dobson, An Introduction to Generalized Linear Models, 2nd ed. 2002, p. 43),
    /// with statsmodels 0.15.0: `GLM(y, add_constant(t), family=Poisson()).fit()` gives slope, error, p and Pearson's chi-square / 12.
    #[test]
    fn agrees_with_another_package() {
        let deaths = [
            0.0, 1.0, 2.0, 3.0, 1.0, 4.0, 9.0, 18.0, 23.0, 31.0, 20.0, 25.0, 37.0, 45.0,
        ];
        let found = log_linear(&series(1, &deaths, |_| 1.0)).unwrap();
        near(found.slope, 0.256_523_593_717_915, 1e-10);
        near(found.standard_error, 0.022_039_113_258_498_2, 1e-8);
        near(found.p_value, 2.596_244_371e-31, 1e-5);
        near(found.dispersion.unwrap(), 2.403_942_082_896_8, 1e-9);
    }

    /// The same with `offset=log(exposure)`: made-up inflow of nine years in a growing population.
    #[test]
    fn agrees_with_another_package_on_rates() {
        let events = [
            812.0, 845.0, 901.0, 930.0, 955.0, 931.0, 960.0, 990.0, 1_004.0,
        ];
        let people = [
            22_305.0, 22_388.0, 22_472.0, 22_555.0, 22_638.0, 22_721.0, 22_805.0, 22_888.0,
            22_971.0,
        ];
        let found = log_linear(&series(2015, &events, |at| people[at])).unwrap();
        near(found.slope, 0.020_152_220_483_551_6, 1e-9);
        near(found.standard_error, 0.004_249_016_965_018_8, 1e-8);
        near(found.p_value, 2.107_885_535_3e-6, 1e-6);
        near(found.dispersion.unwrap(), 0.575_715_814_236_7, 1e-8);
    }

    /// By hand: 10 and 20 of as many are a factor of two in a year; the variance of the logarithm is 1/10 + 1/20.
    #[test]
    fn two_periods_are_their_ratio() {
        let found = log_linear(&series(2020, &[10.0, 20.0], |_| 1_000.0)).unwrap();
        near(found.per_year, 2.0, 1e-10);
        near(found.standard_error, 0.15_f64.sqrt(), 1e-9);
        assert_eq!(found.dispersion, None);
        let interval = found.interval(1.96).unwrap();
        near(interval.lo(), 2.0 / (1.96 * 0.15_f64.sqrt()).exp(), 1e-9);
        near(interval.hi(), 2.0 * (1.96 * 0.15_f64.sqrt()).exp(), 1e-9);
    }

    /// In quarters written as parts of a year the factor is that of a year all the same: four times as steep as by number of quarter.
    #[test]
    fn parts_of_a_year_count_as_such() {
        let events = [40.0, 44.0, 43.0, 50.0, 49.0, 57.0];
        let by_quarter = log_linear(&series(1, &events, |_| 1.0)).unwrap();
        let by_year: Vec<Exposed> = series(1, &events, |_| 1.0)
            .into_iter()
            .map(|point| Exposed {
                period: 2020.0 + point.period / 4.0,
                ..point
            })
            .collect();
        near(
            log_linear(&by_year).unwrap().slope,
            4.0 * by_quarter.slope,
            1e-9,
        );
    }

    #[test]
    fn says_nothing_without_an_end() {
        let flat = |events: &[f64]| log_linear(&series(2015, events, |_| 1.0));
        assert_eq!(flat(&[]), None);
        assert_eq!(flat(&[4.0]), None);
        assert_eq!(flat(&[0.0, 0.0, 0.0]), None);
        assert_eq!(flat(&[0.0, 0.0, 7.0]), None);
        assert_eq!(flat(&[7.0, 0.0, 0.0]), None);
        assert_eq!(flat(&[1.0, -2.0, 4.0]), None);
        assert_eq!(log_linear(&series(2015, &[1.0, 2.0], |_| 0.0)), None);
        assert!(flat(&[0.0, 3.0, 0.0]).is_some());
    }

    proptest! {
        /// Among twice as many people there are twice as many events: the trend is the same. And it fits: what is left has no slope.
        #[test]
        fn the_trend_is_of_the_rate(
            events in prop::collection::vec(0_u32..400, 3..10), times in 0.1_f64..50.0
        ) {
            let events: Vec<f64> = events.into_iter().map(f64::from).collect();
            let one = log_linear(&series(2015, &events, |_| 100.0));
            let other = log_linear(&series(2015, &events, |_| 100.0 * times));
            prop_assert_eq!(one.is_some(), other.is_some());
            if let (Some(one), Some(other)) = (one, other) {
                prop_assert!((one.slope - other.slope).abs() < 1e-8);
                prop_assert!(one.interval(1.96).unwrap().contains(one.per_year));
            }
        }
    }
}
