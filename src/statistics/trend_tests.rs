//! Tests of the trend test: worked by hand, by simulation, and on what cannot be tested.

use super::*;
use crate::statistics::chi_square_1_p;

fn series(values: &[f64], variance: f64) -> Vec<Point> {
    (2020..)
        .zip(values)
        .map(|(period, value)| Point {
            period,
            value: *value,
            variance,
        })
        .collect()
}

fn not_demonstrable(trend: Trend) -> Effect {
    match trend {
        Trend::NoDemonstrableTrend(effect) => effect,
        other => panic!("{other:?}"),
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9 * b.abs().max(1.0)
}

/// By hand, all variances 1, distances −2 −1 0 1 2 to 2022 and values 98 101 100 103 103 (mean 101):
/// slope (−2·98 − 101 + 103 + 2·103) / 10 = 12 / 10 = 1.2; chi-square for slope 1.2² · 10 = 14.4, p = 0.00015.
/// Line 98.6 99.8 101 102.2 103.4; distances −0.6 1.2 −1 0.8 −0.4; squares .36 + 1.44 + 1 + .64 + .16 = 3.6; lack of fit 3.6 / 3 = 1.2.
/// Standard error √(1.2 / 10) = 0.34641; t = 1.2 / 0.34641 = 2√3 with 3 degrees of freedom, for which
/// p = 1 − 2(2/5 + arctan 2)/π = 0.04054: a trend to the chi-square, not to the test that allows for overdispersion.
#[test]
fn worked_by_hand_without_trend() {
    let effect = not_demonstrable(trend(&series(&[98.0, 101.0, 100.0, 103.0, 103.0], 1.0)));
    assert!(close(effect.per_year, 1.2));
    assert!(close(effect.level, 101.0));
    assert!(close(effect.overdispersion, 1.2));
    assert!(close(
        effect.p_value,
        1.0 - 2.0 * (0.4 + 2.0_f64.atan()) / std::f64::consts::PI
    ));
    assert!(chi_square_1_p(14.4).unwrap() < LEVEL);
    let arm = 3.182_446_305_283_71 * 0.12_f64.sqrt();
    assert!(close(effect.interval.lo(), 1.2 - arm) && close(effect.interval.hi(), 1.2 + arm));
    let (relative, interval) = effect.relative.unwrap();
    assert!(close(relative, 1.2 / 101.0) && close(interval.hi(), (1.2 + arm) / 101.0));
}

/// By hand: distances −2 to 2, values 100 to 140 by tens, variances 4: slope 10, variance 4 / 10, no lack of fit, so the variance is
/// not made smaller; t = 10 / 0.63246 = 15.811 with 3 degrees of freedom, p = 0.00055.
#[test]
fn worked_by_hand_with_trend() {
    let values = [100.0, 110.0, 120.0, 130.0, 140.0];
    let Trend::Rising(effect) = trend(&series(&values, 4.0)) else {
        panic!("no rise")
    };
    assert!(close(effect.per_year, 10.0) && close(effect.overdispersion, 1.0));
    assert!(
        (effect.p_value - 0.000_550).abs() < 0.000_001,
        "{}",
        effect.p_value
    );
    assert!(effect.keeps_direction && effect.interval.lo() > 0.0);

    let mirrored: Vec<f64> = values.iter().rev().copied().collect();
    let Trend::Falling(fall) = trend(&series(&mirrored, 4.0)) else {
        panic!("no fall")
    };
    assert!(close(fall.per_year, -10.0) && close(fall.p_value, effect.p_value));

    let Trend::NoDemonstrableTrend(_) = trend(&series(&values, 40.0)) else {
        panic!("not by chance")
    };
}

/// By hand, weights 1 1 2 1 1 to 2020 2021 2022 2023 2025: centre (2020 + 2021 + 2·2022 + 2023 + 2025) / 6 = 2022 1/6, so distances
/// −13/6 −7/6 −1/6 5/6 17/6 and weighted squares (169 + 49 + 2·1 + 25 + 289) / 36 = 89/6; values 1 3 2 5 7 give
/// (−13·1 − 7·3 − 2·2 + 5·5 + 17·7) / 6 = 106 / 6; slope 106 / 89. Order must not matter.
#[test]
fn weights_and_gaps_count() {
    let point = |period, value, variance| Point {
        period,
        value,
        variance,
    };
    let mut points = vec![
        point(2025, 7.0, 1.0),
        point(2020, 1.0, 1.0),
        point(2022, 2.0, 0.5),
        point(2023, 5.0, 1.0),
        point(2021, 3.0, 1.0),
    ];
    let effect = not_demonstrable(trend(&points));
    assert!(close(effect.per_year, 106.0 / 89.0) && close(effect.level, 20.0 / 6.0));
    points.sort_by_key(|point| point.period);
    assert!(close(
        not_demonstrable(trend(&points)).p_value,
        effect.p_value
    ));
}

/// Figures that are flat but for a last one known far better than the others: without it nothing rises.
#[test]
fn one_period_is_no_trend() {
    let mut points = series(&[10.0, 9.9, 10.0, 9.9, 10.0, 9.9, 10.0, 9.9, 30.0], 9.0);
    points[8].variance = 0.01;
    let effect = not_demonstrable(trend(&points));
    assert!(
        effect.p_value < LEVEL && !effect.keeps_direction,
        "{effect:?}"
    );
}

/// The same rise is even, levels off, or is drowned in chance; and figures that go up and down rise by their last one only.
#[test]
fn why_a_change_is_no_trend_is_known() {
    let refusal =
        |values: &[f64], variance| trend(&series(values, variance)).effect().unwrap().refusal();
    let even = [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0];
    let levels_off = [10.0, 40.0, 70.0, 80.0, 84.0, 86.0, 88.0, 89.0, 90.0];
    assert_eq!(refusal(&even, 4.0), None);
    assert_eq!(refusal(&levels_off, 4.0), Some(Refusal::NoStraightLine));
    assert_eq!(refusal(&levels_off, 4_000.0), Some(Refusal::MayBeChance));
    let one_high = [10.0, 9.9, 10.0, 9.9, 10.0, 9.9, 10.0, 9.9, 10.4];
    assert_eq!(refusal(&one_high, 1.0), Some(Refusal::HangsOnOnePeriod));
}

#[test]
fn says_why_it_cannot_test() {
    let reason = |points: &[Point]| match trend(points) {
        Trend::NotTestable(reason) => reason,
        other => panic!("{other:?}"),
    };
    let good = series(&[1.0, 2.0, 3.0, 4.0, 5.0], 1.0);
    assert_eq!(reason(&[]), NotTestable::TooFewPeriods { have: 0, need: 5 });
    assert_eq!(reason(&good[..4]).to_string(), "4 periods, 5 needed");
    let changed = |change: &dyn Fn(&mut Point)| {
        let mut points = good.clone();
        change(&mut points[3]);
        reason(&points)
    };
    assert_eq!(
        changed(&|point| point.period = 2020),
        NotTestable::RepeatedPeriod { period: 2020 }
    );
    for variance in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(
            changed(&|point| point.variance = variance),
            NotTestable::UnusableFigure { period: 2023 }
        );
    }
    assert_eq!(
        changed(&|point| point.value = f64::NAN),
        NotTestable::UnusableFigure { period: 2023 }
    );
    assert_eq!(
        changed(&|point| point.value = f64::MAX),
        NotTestable::OutOfRange
    );
    assert_eq!(
        changed(&|point| point.variance = 5e-324),
        NotTestable::OutOfRange
    );
}

#[test]
fn equal_figures_do_not_move() {
    let effect = not_demonstrable(trend(&series(&[0.0; 6], 1.0)));
    assert!(close(effect.p_value, 1.0) && effect.relative.is_none());
    let extreme: Vec<Point> = [i32::MIN, -1, 0, 1, i32::MAX]
        .map(|period| Point {
            period,
            value: 3.0,
            variance: 1.0,
        })
        .into();
    assert!(not_demonstrable(trend(&extreme)).per_year.abs() < 1e-9);
}

/// Whatever stood behind figures rounded to tens, a flat series must not be claimed to move.
#[test]
fn rounding_at_its_worst_is_no_trend() {
    for n in [5, 9, 14] {
        let points: Vec<Point> = (0..n)
            .map(|i| {
                let value = if 2 * i < n { 95.0 } else { 105.0 };
                let range = Interval::new(value - 5.0, value + 5.0).unwrap();
                Point::of(2010 + i, &Estimate::new(value, 0.01, range).unwrap())
            })
            .collect();
        let effect = not_demonstrable(trend(&points));
        assert!(
            effect.overdispersion < 1.01,
            "variance of rounding is counted: {effect:?}"
        );
    }
}

/// Knuth's multiplier for 64 bits; the upper 53 bits are the number.
struct Lcg(u64);

impl Lcg {
    fn uniform(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
    }

    /// Box & Muller.
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * self.uniform().ln()).sqrt();
        radius * (2.0 * std::f64::consts::PI * self.uniform()).cos()
    }

    fn poisson(&mut self, mean: f64) -> f64 {
        let (mut left, mut count, mut probability) = (self.uniform(), 0.0, (-mean).exp());
        while left > probability && count < 10_000.0 {
            left -= probability;
            count += 1.0;
            probability *= mean / count;
        }
        count
    }
}

const SERIES: u32 = 20_000;

/// Shares of simulated series for which a trend is claimed: by this test, and by the chi-square alone.
fn claims(seed: u64, n: i32, mut figure: impl FnMut(&mut Lcg, i32) -> (f64, f64)) -> (f64, f64) {
    let mut random = Lcg(seed);
    let (mut claimed, mut by_chi_square) = (0_u32, 0_u32);
    for _ in 0..SERIES {
        let points: Vec<Point> = (0..n)
            .map(|year| {
                let (value, variance) = figure(&mut random, year);
                Point {
                    period: 2010 + year,
                    value,
                    variance,
                }
            })
            .collect();
        let line = Line::through(&points, None);
        by_chi_square +=
            u32::from(chi_square_1_p(line.slope.powi(2) * line.period_squares).unwrap() < LEVEL);
        claimed += u32::from(matches!(
            trend(&points),
            Trend::Rising(_) | Trend::Falling(_)
        ));
    }
    (
        f64::from(claimed) / f64::from(SERIES),
        f64::from(by_chi_square) / f64::from(SERIES),
    )
}

#[test]
fn false_alarms_stay_rare_whatever_the_overdispersion() {
    for n in [5, 9] {
        for overdispersion in [1.0_f64, 2.0, 5.0, 20.0] {
            let (claimed, by_chi_square) = claims(7, n, |random, _| {
                (
                    100.0 + 10.0 * overdispersion.sqrt() * random.normal(),
                    100.0,
                )
            });
            assert!(
                claimed <= 0.004,
                "n {n} overdispersion {overdispersion}: {claimed}"
            );
            if overdispersion >= 2.0 {
                assert!(
                    by_chi_square > 0.02,
                    "the simulation must be one that needs protection: {by_chi_square}"
                );
            }
        }
    }
}

/// Counts around a level that itself moves by a fifth from year to year, variances estimated from the counts themselves.
#[test]
fn false_alarms_stay_rare_for_counts() {
    for (n, spread) in [(5, 0.2), (9, 0.2), (9, 0.0)] {
        let (claimed, _) = claims(11, n, |random, _| {
            let mean = 60.0 * (spread * random.normal()).exp();
            let count = random.poisson(mean);
            (count, count.max(1.0))
        });
        assert!(claimed <= 0.004, "n {n}: {claimed}");
    }
}

/// Nine years of about a hundred youths, growing by ten a year: four in five such series must be found.
#[test]
fn a_real_trend_is_found() {
    let (claimed, _) = claims(13, 9, |random, year| {
        let count = random.poisson(60.0 + 10.0 * f64::from(year));
        (count, count.max(1.0))
    });
    assert!(claimed > 0.8, "{claimed}");
}
