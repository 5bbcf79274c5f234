//! Ten thousand made-up municipalities, of which the truth is known: the intervals hold it as often as they say, also after rounding
//! and hiding; and where nothing changes a trend is hardly ever claimed.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::statistics::{
    Estimate, FEW_FOR_A_MEAN, Interval, Pair, Point, Trend, Z_95, count_interval, count_widened,
    growth_apart, mean_widened, normal_cdf, normal_quantile, part_widened, trend, wilson,
    wilson_widened,
};

const MUNICIPALITIES: u32 = 10_000;

struct Chance(ChaCha8Rng);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    fn uniform(&mut self) -> f64 {
        (f64::from(self.0.next_u32()) + 0.5) / 4_294_967_296.0
    }

    /// As often small as large: between two bounds on a logarithmic scale.
    fn size(&mut self, low: f64, high: f64) -> f64 {
        (low * (high / low).powf(self.uniform())).round()
    }

    fn share_of(&mut self, n: f64, share: f64) -> f64 {
        let mut events = 0.0;
        let mut unit = 0.0;
        while unit < n {
            events += f64::from(u8::from(self.uniform() < share));
            unit += 1.0;
        }
        events
    }

    fn count(&mut self, mean: f64) -> f64 {
        let (mut events, mut time) = (-1.0, 0.0);
        while time < mean {
            time -= self.uniform().ln();
            events += 1.0;
        }
        events
    }

    fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (2.0 * std::f64::consts::PI * self.uniform()).cos()
    }
}

/// What a reader knows of a count: rounded to a multiple of five, or below ten.
fn published(count: f64) -> Interval {
    if count > 0.0 && count < 10.0 {
        return Interval::new(0.0, 9.0).unwrap();
    }
    let rounded = (count / 5.0).round() * 5.0;
    Interval::new((rounded - 2.0).max(0.0), rounded + 2.0).unwrap()
}

/// In how many of a hundred municipalities both intervals hold the truth: from the exact counts, and from what was published.
fn coverage(mut municipality: impl FnMut(&mut Chance) -> (bool, bool)) -> (f64, f64) {
    let mut chance = Chance::new(2026);
    let (mut exact, mut widened) = (0_u32, 0_u32);
    for _ in 0..MUNICIPALITIES {
        let (by_exact, by_widened) = municipality(&mut chance);
        exact += u32::from(by_exact);
        widened += u32::from(by_widened);
    }
    let percent = |held: u32| 100.0 * f64::from(held) / f64::from(MUNICIPALITIES);
    (percent(exact), percent(widened))
}

#[test]
fn the_interval_of_a_share_holds_the_true_share() {
    let (exact, widened) = coverage(|chance| {
        let n = chance.size(30.0, 3000.0);
        let share = 0.02 + 0.58 * chance.uniform();
        let events = chance.share_of(n, share);
        let by_exact = wilson(events, n, Z_95).unwrap();
        let by_widened = wilson_widened(published(events), published(n), Z_95).unwrap();
        assert!(by_widened.covers(by_exact));
        (by_exact.contains(share), by_widened.contains(share))
    });
    assert!((94.0..=96.0).contains(&exact), "{exact}");
    // More than it says: rounding and hiding are taken at their worst.
    assert!((95.0..=99.5).contains(&widened), "{widened}");
}

#[test]
fn the_interval_of_a_count_holds_the_true_mean() {
    let (exact, widened) = coverage(|chance| {
        let mean = chance.size(3.0, 600.0);
        let events = chance.count(mean);
        let by_exact = count_interval(events, Z_95).unwrap();
        let by_widened = count_widened(published(events), Z_95).unwrap();
        assert!(by_widened.covers(by_exact));
        (by_exact.contains(mean), by_widened.contains(mean))
    });
    // Exact below ten events, and so more than it says there.
    assert!((94.5..=98.0).contains(&exact), "{exact}");
    assert!((95.0..=99.9).contains(&widened), "{widened}");
}

/// Cost per youth, skewed as cost is: a youth in a hundred takes some twelve percent of it.
#[test]
fn the_interval_of_a_mean_holds_the_true_mean() {
    let sigma: f64 = 1.2;
    let mean = (sigma * sigma / 2.0).exp();
    let of = |low: f64, high: f64| {
        coverage(|chance| {
            let n = chance.size(low, high);
            let (mut sum, mut squares, mut unit) = (0.0, 0.0, 0.0);
            while unit < n {
                let cost = (sigma * chance.normal()).exp();
                sum += cost;
                squares += cost * cost;
                unit += 1.0;
            }
            let holds = |n: Interval| {
                let value = sum / n.lo().max(1.0);
                let value = value.min(sum / n.hi()).max(sum / n.hi());
                mean_widened(value, Interval::exact(sum), Interval::exact(squares), n)
                    .unwrap()
                    .confidence_interval(Z_95)
                    .contains(mean)
            };
            (holds(Interval::exact(n)), holds(published(n)))
        })
    };
    let (large, widened) = of(FEW_FOR_A_MEAN, 3000.0);
    assert!((93.0..=96.0).contains(&large), "{large}");
    assert!(widened >= 93.5, "{widened}");
    // Of a few dozen youths one expensive one decides, and the interval is too short: that is why it says so below `FEW_FOR_A_MEAN`.
    let (small, _) = of(30.0, 100.0);
    assert!((84.0..93.0).contains(&small), "{small}");
}

/// The share of the cost that goes to the one youth in a hundred who costs most: some 13 percent of it.
#[test]
fn the_interval_of_a_part_of_the_cost_holds_the_true_part() {
    let (sigma, limit): (f64, f64) = (1.2, normal_quantile(0.99).unwrap());
    let truth = normal_cdf(sigma - limit);
    let (held, _) = coverage(|chance| {
        // Fewer are not shown: they would be under ten youths.
        let n = chance.size(1000.0, 3000.0);
        let (mut part, mut whole) = ([0.0; 2], [0.0; 2]);
        let mut unit = 0.0;
        while unit < n {
            let drawn = chance.normal();
            let cost = (sigma * drawn).exp();
            let add = |sums: &mut [f64; 2]| {
                sums[0] += cost;
                sums[1] += cost * cost;
            };
            add(&mut whole);
            if drawn > limit {
                add(&mut part);
            }
            unit += 1.0;
        }
        let exactly = |sums: [f64; 2]| (Interval::exact(sums[0]), Interval::exact(sums[1]));
        let holds = part_widened(part[0] / whole[0], exactly(part), exactly(whole))
            .unwrap()
            .confidence_interval(Z_95)
            .contains(truth);
        (holds, holds)
    });
    assert!((92.0..=96.0).contains(&held), "{held}");
}

/// Eight years in which nothing changes, of which some figures are rounded and some are not shown at all.
#[test]
fn a_trend_is_hardly_ever_claimed_where_nothing_changes() {
    for is_published in [false, true] {
        let mut chance = Chance::new(8);
        let mut claimed = 0_u32;
        for _ in 0..MUNICIPALITIES {
            let n = chance.size(60.0, 3000.0);
            let share = 0.03 + 0.3 * chance.uniform();
            let points: Vec<Point> = (2016..2024)
                .filter_map(|year| {
                    let events = chance.share_of(n, share);
                    let (events, n) = if is_published {
                        (published(events), published(n))
                    } else {
                        (Interval::exact(events), Interval::exact(n))
                    };
                    // A hidden figure is no point of the series.
                    if is_published && events.hi() < 10.0 {
                        return None;
                    }
                    let within = events.divided_by(n)?;
                    let value = f64::midpoint(within.lo(), within.hi());
                    let limits = wilson_widened(events, n, Z_95)?;
                    let estimate = Estimate::from_limits(value, within, limits, Z_95)?;
                    Some(Point::of(year, &estimate))
                })
                .collect();
            claimed += u32::from(matches!(
                trend(&points),
                Trend::Rising(_) | Trend::Falling(_)
            ));
        }
        let share = f64::from(claimed) / f64::from(MUNICIPALITIES);
        assert!(share <= 0.004, "published {is_published}: {share}");
    }
}

/// Nine years in which a municipality and the rest of the region rise alike, with shocks that both have: the one is hardly ever said to
/// rise faster. Where it does rise faster by half as much again every year, that is mostly seen.
#[test]
fn a_faster_rise_is_hardly_ever_claimed_where_both_rise_alike() {
    let claimed = |extra: f64, is_published: bool| {
        let mut chance = Chance::new(20);
        let mut claimed = 0_u32;
        for _ in 0..MUNICIPALITIES / 4 {
            let (n, others) = (chance.size(600.0, 3000.0), 6000.0);
            let start = 0.05 + 0.1 * chance.uniform();
            let pairs: Vec<Pair> = (0..9)
                .filter_map(|year| {
                    let level = start + 0.004 * f64::from(year) + 0.006 * chance.normal();
                    let mut of = |n: f64, share: f64| {
                        let events = chance.share_of(n, share);
                        let (events, n) = if is_published {
                            (published(events), published(n))
                        } else {
                            (Interval::exact(events), Interval::exact(n))
                        };
                        let within = events.divided_by(n)?;
                        let value = f64::midpoint(within.lo(), within.hi());
                        Estimate::from_limits(value, within, wilson_widened(events, n, Z_95)?, Z_95)
                    };
                    Some(Pair {
                        period: 2015 + year,
                        own: of(n, (level + extra * f64::from(year)).clamp(0.01, 0.99))?,
                        rest: of(others, level.clamp(0.01, 0.99))?,
                    })
                })
                .collect();
            claimed += u32::from(matches!(
                growth_apart(&pairs),
                Trend::Rising(_) | Trend::Falling(_)
            ));
        }
        f64::from(claimed) / f64::from(MUNICIPALITIES / 4)
    };
    for is_published in [false, true] {
        let share = claimed(0.0, is_published);
        assert!(share <= 0.004, "published {is_published}: {share}");
    }
    let seen = claimed(0.02, false);
    assert!(seen > 0.8, "{seen}");
}
