//! The median of numbers of which only the classes are known.

use std::cmp::Ordering;
use std::fmt;

use super::interval::Interval;

/// How many lie in one class.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Class {
    /// Where it begins.
    pub lower: f64,
    /// Where it ends, which is where the next one may begin; `None` when it has no end.
    pub upper: Option<f64>,
    /// How many lie in it.
    pub count: f64,
}

/// Why there is no median.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoMedian {
    /// It lies in the class without an end, so that all that can be said is that it is above this.
    Above(f64),
    /// All classes are empty.
    Empty,
    /// A class that begins before another one ends: its place in the list as given.
    Overlap(usize),
    /// A class that does not end above where it begins, or a number that is negative or not finite: its place in the list as given.
    Unusable(usize),
}

impl fmt::Display for NoMedian {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Above(lower) => write!(
                f,
                "the median is above {lower}, in the class without an upper end"
            ),
            Self::Empty => write!(f, "all classes are empty"),
            Self::Overlap(_) => write!(f, "two classes overlap"),
            Self::Unusable(_) => write!(f, "a class that is no class"),
        }
    }
}

/// The median, in the unit of the classes, when the numbers lie evenly inside each class.
///
/// L + (N / 2 − F) / f × w: with N the number in all classes, the first class up to which at least N / 2 lie begins at L, is w wide and
/// holds f; F lie below it (Yule & Kendall, An Introduction to the Theory of Statistics, 14th ed. 1950). Classes may
/// come in any order and need not join up; in whole years "0, 1 and 2" is the class from 0 to 3.
///
/// # Errors
/// [`NoMedian`].
pub fn grouped_median(classes: &[Class]) -> Result<f64, NoMedian> {
    let half = classes.iter().map(|class| class.count).sum::<f64>() / 2.0;
    quantile(classes, half)
}

/// The interval of [`grouped_median`] at `z` standard errors; its upper end is `None` when it lies in the class without an end.
///
/// Of N numbers about N / 2 ± z √N / 2 lie below the true median, by the binomial distribution; the values below which so many lie are
/// the limits (Woodruff, J. Am. Stat. Assoc. 47, 1952, 635-646). No distribution is assumed but that the numbers are a simple random
/// sample and lie evenly inside a class. Numbers that come in clusters make it too short, and so does rounding of the counts.
///
/// # Errors
/// [`NoMedian`]; [`NoMedian::Above`] when the lower end, too, lies in the class without an end.
pub fn grouped_median_interval(classes: &[Class], z: f64) -> Result<(f64, Option<f64>), NoMedian> {
    let total = classes.iter().map(|class| class.count).sum::<f64>();
    let arm = z.abs() * total.sqrt() / 2.0;
    let lower = quantile(classes, (total / 2.0 - arm).max(0.0))?;
    let upper = match quantile(classes, (total / 2.0 + arm).min(total)) {
        Ok(upper) => Some(upper),
        Err(NoMedian::Above(_)) => None,
        Err(reason) => return Err(reason),
    };
    Ok((lower, upper))
}

/// How many lie in one class, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassBetween {
    /// Where it begins.
    pub lower: f64,
    /// Where it ends, which is where the next one begins; `None` when it has no end.
    pub upper: Option<f64>,
    /// The fewest and the most that lie in it.
    pub count: Interval,
}

/// Between what [`grouped_median`] lies when of each class, and of `all` of them together, only bounds are known, and chance may shift the
/// middle by `arm` numbers: none for what it is, z √N / 2 for its interval, see [`grouped_median_interval`]. Classes come from low to high
/// and join up. The upper end is `None` when it may lie in the class without an end.
///
/// The median is lowest with as many below it and as few above it as can be, and highest the other way round: what lies below less what
/// lies above grows all the way with the place, so both ends are where it comes to twice the arm.
///
/// # Errors
/// [`NoMedian::Empty`] when nothing lies in any class, [`NoMedian::Above`] when the lower end, too, lies in the class without an end.
pub fn grouped_median_between(
    classes: &[ClassBetween],
    all: Interval,
    arm: f64,
) -> Result<(f64, Option<f64>), NoMedian> {
    if all.hi() <= 0.0 || classes.iter().all(|class| class.count.hi() <= 0.0) {
        return Err(NoMedian::Empty);
    }
    let arm = arm.abs();
    let lowest = balance(classes, all, 1.0, -2.0 * arm).ok_or(NoMedian::Empty)?;
    let lowest = lowest.map_err(NoMedian::Above)?;
    let highest = balance(classes, all, -1.0, 2.0 * arm).and_then(Result::ok);
    Ok((lowest, highest.map(|highest| highest.max(lowest))))
}

/// Where what lies below less what lies above, the most of it with `sign` 1 and the least with −1, comes to `wanted`; the begin of the class
/// without an end when it is there, and nothing when that is nowhere reached.
fn balance(
    classes: &[ClassBetween],
    all: Interval,
    sign: f64,
    wanted: f64,
) -> Option<Result<f64, f64>> {
    let reaches =
        |class: usize, part: f64| sign * most_apart(classes, all, sign, class, part) >= wanted;
    let class = (0..classes.len()).find(|class| reaches(*class, 1.0))?;
    let ClassBetween { lower, upper, .. } = classes[class];
    let Some(upper) = upper else {
        return Some(Err(lower));
    };
    if reaches(class, 0.0) {
        return Some(Ok(lower));
    }
    let (mut below, mut above) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(below, above);
        if reaches(class, middle) {
            above = middle;
        } else {
            below = middle;
        }
    }
    Some(Ok(lower + above * (upper - lower)))
}

/// After so many the place is known as closely as a number can be.
const HALVINGS: usize = 60;

/// The most that `sign` times what lies below less what lies above can be, at a part of a class: what lies in that one is below for that
/// part. Every count is as large or as small as helps, and then those that matter least give way until all of them come to what there is.
fn most_apart(classes: &[ClassBetween], all: Interval, sign: f64, class: usize, part: f64) -> f64 {
    let weight = |place: usize| match place.cmp(&class) {
        Ordering::Less => sign,
        Ordering::Equal => sign * (2.0 * part - 1.0),
        Ordering::Greater => -sign,
    };
    let (mut sum, mut apart) = (0.0, 0.0);
    for (place, of) in classes.iter().enumerate() {
        let count = if weight(place) > 0.0 {
            of.count.hi()
        } else {
            of.count.lo()
        };
        sum += count;
        apart += weight(place) * count;
    }
    // Too few: those that cost least grow first. Too many: those that bring least shrink first.
    let (lacking, excess) = (all.lo() - sum, sum - all.hi());
    let mut left = lacking.max(excess).max(0.0);
    let mut order: Vec<usize> = (0..classes.len())
        .filter(|place| (weight(*place) > 0.0) == (excess > 0.0))
        .collect();
    order.sort_by(|one, other| weight(*one).abs().total_cmp(&weight(*other).abs()));
    for place in order {
        let room = classes[place].count.hi() - classes[place].count.lo();
        let given = left.min(room);
        apart -= weight(place).abs() * given;
        left -= given;
    }
    apart
}

/// Below what `wanted` of the numbers lie.
fn quantile(classes: &[Class], wanted: f64) -> Result<f64, NoMedian> {
    let order = ordered(classes)?;
    let mut below = 0.0;
    for class in order.iter().map(|place| &classes[*place]) {
        if class.count > 0.0 && below + class.count >= wanted {
            return match class.upper {
                Some(upper) => {
                    Ok(class.lower + (wanted - below) / class.count * (upper - class.lower))
                }
                None => Err(NoMedian::Above(class.lower)),
            };
        }
        below += class.count;
    }
    Err(NoMedian::Empty)
}

/// Places of the classes from low to high.
fn ordered(classes: &[Class]) -> Result<Vec<usize>, NoMedian> {
    let usable = |class: &Class| {
        class.lower.is_finite()
            && class.count >= 0.0
            && class.count.is_finite()
            && class
                .upper
                .is_none_or(|upper| upper.is_finite() && upper > class.lower)
    };
    if let Some(place) = classes.iter().position(|class| !usable(class)) {
        return Err(NoMedian::Unusable(place));
    }
    let mut order: Vec<usize> = (0..classes.len()).collect();
    order.sort_by(|a, b| classes[*a].lower.total_cmp(&classes[*b].lower));
    let end = |place: usize| classes[place].upper.unwrap_or(f64::INFINITY);
    match order
        .windows(2)
        .find(|pair| classes[pair[1]].lower < end(pair[0]))
    {
        Some(pair) => Err(NoMedian::Overlap(pair[1])),
        None => Ok(order),
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "simple fractions are exact")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn classes(rows: &[(f64, f64, f64)]) -> Vec<Class> {
        rows.iter()
            .map(|(lower, upper, count)| Class {
                lower: *lower,
                upper: upper.is_finite().then_some(*upper),
                count: *count,
            })
            .collect()
    }

    // statsmodels and R have no such function; the standard library of Python 3.11 has: statistics.median_grouped([52, 52, 53, 54]) is
    // 52.5 and median_grouped([1, 3, 3, 5, 7]) is 3.25, as its documentation says, with classes one wide around each number.
    #[test]
    fn agrees_with_another_package() {
        let first = classes(&[(51.5, 52.5, 2.0), (52.5, 53.5, 1.0), (53.5, 54.5, 1.0)]);
        assert_eq!(grouped_median(&first), Ok(52.5));
        let second = classes(&[
            (0.5, 1.5, 1.0),
            (2.5, 3.5, 2.0),
            (4.5, 5.5, 1.0),
            (6.5, 7.5, 1.0),
        ]);
        assert_eq!(grouped_median(&second), Ok(3.25));
    }

    /// By hand: durations in months, 140 in all; 50 end within 6 months, and 20 more of the 50 between 6 and 12 make the half, which
    /// are 2/5 of the class: 6 + 0.4 × 6 = 8.4. Order does not matter.
    #[test]
    fn worked_by_hand() {
        let mut duration = classes(&[
            (0.0, 3.0, 20.0),
            (3.0, 6.0, 30.0),
            (6.0, 12.0, 50.0),
            (12.0, 24.0, 30.0),
            (24.0, f64::INFINITY, 10.0),
        ]);
        assert!((grouped_median(&duration).unwrap() - 8.4).abs() < 1e-14);
        duration.reverse();
        assert!((grouped_median(&duration).unwrap() - 8.4).abs() < 1e-14);
    }

    /// By hand: 100 numbers evenly from 0 to 200; 50 ± 1.96 × 5 lie below, so 40.2 to 59.8 of them, at 80.4 and 119.6. With an open class
    /// above 110 the upper end is not known; with one above 60 there is nothing to say but that the median is above it.
    #[test]
    fn the_interval_is_worked_by_hand() {
        let even = classes(&[(0.0, 100.0, 50.0), (100.0, 200.0, 50.0)]);
        let (lower, upper) = grouped_median_interval(&even, 1.96).unwrap();
        assert!((lower - 80.4).abs() < 1e-9 && (upper.unwrap() - 119.6).abs() < 1e-9);
        let open = classes(&[(0.0, 110.0, 55.0), (110.0, f64::INFINITY, 45.0)]);
        let (lower, upper) = grouped_median_interval(&open, 1.96).unwrap();
        assert!((lower - 80.4).abs() < 1e-9 && upper.is_none());
        let short = classes(&[(0.0, 60.0, 30.0), (60.0, f64::INFINITY, 70.0)]);
        assert_eq!(
            grouped_median_interval(&short, 1.96),
            Err(NoMedian::Above(60.0))
        );
        assert_eq!(grouped_median_interval(&[], 1.96), Err(NoMedian::Empty));
    }

    /// By hand: 8 to 12 and 18 to 22 in two classes ten wide, 0 to 9 in one without an end. Lowest with 12 below 18: 18 + 0 on the one side
    /// is 6 more than 12, so 3 of the 18 are below it: 10 + 3 / 18 × 10. Highest with 8 below 18 and 9 above: 27 is 19 more than 8, so 9.5.
    #[test]
    fn what_counts_between_bounds_leave_open_is_worked_by_hand() {
        let class = |lower: f64, upper: Option<f64>, low: f64, high: f64| ClassBetween {
            lower,
            upper,
            count: Interval::new(low, high).unwrap(),
        };
        let three = [
            class(0.0, Some(10.0), 8.0, 12.0),
            class(10.0, Some(20.0), 18.0, 22.0),
            class(20.0, None, 0.0, 9.0),
        ];
        let any = Interval::new(0.0, 1e6).unwrap();
        let (lowest, highest) = grouped_median_between(&three, any, 0.0).unwrap();
        // 12 + n = 18 − n, and 8 + n = 18 − n + 9.
        assert!(
            (lowest - (10.0 + 3.0 / 18.0 * 10.0)).abs() < 1e-12,
            "{lowest}"
        );
        let highest = highest.unwrap();
        assert!(
            (highest - (10.0 + 9.5 / 18.0 * 10.0)).abs() < 1e-12,
            "{highest}"
        );
        // With ten more above, it may lie where no end is.
        let open = [three[0], three[1], class(20.0, None, 25.0, 40.0)];
        assert_eq!(grouped_median_between(&open, any, 0.0).unwrap().1, None);
        let above = [three[0], class(10.0, None, 18.0, 22.0)];
        assert_eq!(
            grouped_median_between(&above, any, 0.0),
            Err(NoMedian::Above(10.0))
        );
        let empty = [class(0.0, Some(1.0), 0.0, 0.0)];
        assert_eq!(
            grouped_median_between(&empty, any, 0.0),
            Err(NoMedian::Empty)
        );
        assert_eq!(grouped_median_between(&[], any, 1.0), Err(NoMedian::Empty));
    }

    /// By hand: 40 below 10, 0 to 100 in each of the next two, and 30 to 40 in one without an end; 100 in all. Without the total 40 could
    /// be most of 70, and the median below 10. With it 60 at least lie above 10: at the least place 40 + n = 60 − n with n = 10, of 20 to 30
    /// in the second class; most helps, 30: 10 + 10 / 30 × 10. At most 20 lie below the open class besides: 40 + n = 60 − n again, of 20 to 30 in the third.
    #[test]
    fn what_all_come_to_tells_where_the_median_lies() {
        let class = |lower: f64, upper: Option<f64>, low: f64, high: f64| ClassBetween {
            lower,
            upper,
            count: Interval::new(low, high).unwrap(),
        };
        let four = [
            class(0.0, Some(10.0), 40.0, 40.0),
            class(10.0, Some(20.0), 0.0, 100.0),
            class(20.0, Some(30.0), 0.0, 100.0),
            class(30.0, None, 30.0, 40.0),
        ];
        let all = Interval::new(100.0, 100.0).unwrap();
        let (lowest, highest) = grouped_median_between(&four, all, 0.0).unwrap();
        assert!(
            (lowest - (10.0 + 10.0 / 30.0 * 10.0)).abs() < 1e-9,
            "{lowest}"
        );
        // 20 in the third class, of which 10 below: half of it.
        assert!((highest.unwrap() - 25.0).abs() < 1e-9, "{highest:?}");
        let any = Interval::new(0.0, 1e6).unwrap();
        assert!(grouped_median_between(&four, any, 0.0).unwrap().0 < 10.0);
    }

    #[test]
    fn half_at_the_end_of_a_class_is_that_end() {
        let rows = [(0.0, 1.0, 5.0), (1.0, 2.0, 0.0), (2.0, 3.0, 5.0)];
        assert_eq!(grouped_median(&classes(&rows)), Ok(1.0));
    }

    #[test]
    fn says_why_there_is_none() {
        let reason = |rows: &[(f64, f64, f64)]| grouped_median(&classes(rows)).unwrap_err();
        let open = f64::INFINITY;
        assert_eq!(
            reason(&[(0.0, 4.0, 3.0), (4.0, open, 5.0)]),
            NoMedian::Above(4.0)
        );
        assert_eq!(reason(&[(0.0, 4.0, 0.0)]), NoMedian::Empty);
        assert_eq!(reason(&[]), NoMedian::Empty);
        assert_eq!(
            reason(&[(3.0, 6.0, 1.0), (0.0, 4.0, 1.0)]),
            NoMedian::Overlap(0)
        );
        assert_eq!(
            reason(&[(0.0, open, 1.0), (4.0, 5.0, 1.0)]),
            NoMedian::Overlap(1)
        );
        assert_eq!(
            reason(&[(0.0, 1.0, 1.0), (4.0, 4.0, 1.0)]),
            NoMedian::Unusable(1)
        );
        assert_eq!(reason(&[(0.0, 4.0, -1.0)]), NoMedian::Unusable(0));
        assert_eq!(reason(&[(f64::NAN, 4.0, 1.0)]), NoMedian::Unusable(0));
    }

    proptest! {
        /// The interval holds the true median about as often as it says: 0.5 of numbers drawn evenly from 0 to 1, in ten classes, at 95 %.
        #[test]
        fn the_interval_holds_the_median(seed in any::<u64>()) {
            let mut state = seed | 1;
            let mut draw = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 40) as f64 / f64::from(1_u32 << 24)
            };
            let held = (0..400)
                .filter(|_| {
                    let mut counts = [0.0; 10];
                    for _ in 0..200 {
                        let drawn = draw();
                        let place = (1..10_u32).filter(|class| drawn >= f64::from(*class) / 10.0).count();
                        counts[place] += 1.0;
                    }
                    let rows: Vec<_> = (0..10_u32)
                        .map(|class| (f64::from(class) / 10.0, f64::from(class + 1) / 10.0, counts[class as usize]))
                        .collect();
                    let (lower, upper) = grouped_median_interval(&classes(&rows), 1.96).unwrap();
                    lower <= 0.5 && upper.is_some_and(|upper| upper >= 0.5)
                })
                .count();
            // 380 are expected, give or take 4.4.
            prop_assert!(held >= 355, "{held}");
        }

        /// Whatever the true counts within the bounds are, their median lies between the ends, and so does its interval.
        #[test]
        fn the_median_of_any_counts_lies_between(rows in prop::collection::vec((0_u32..40, 0_u32..6, 0_u32..6, 1_u32..9), 1..8), z in 0.0..3.0_f64) {
            let mut begin = 0.0;
            let (mut exact, mut between) = (Vec::new(), Vec::new());
            for (count, less, more, width) in rows {
                let (count, width) = (f64::from(count), f64::from(width));
                exact.push((begin, begin + width, count));
                between.push(ClassBetween {
                    lower: begin,
                    upper: Some(begin + width),
                    count: Interval::new((count - f64::from(less)).max(0.0), count + f64::from(more)).unwrap(),
                });
                begin += width;
            }
            let exact = classes(&exact);
            let total: f64 = exact.iter().map(|class| class.count).sum();
            prop_assume!(total > 0.0);
            let median = grouped_median(&exact).unwrap();
            let any = Interval::new(0.0, 1e6).unwrap();
            let about = Interval::new((total - 2.0).max(0.0), total + 2.0).unwrap();
            let (wide, wide_end) = grouped_median_between(&between, any, 0.0).unwrap();
            let (lowest, highest) = grouped_median_between(&between, about, 0.0).unwrap();
            prop_assert!(wide <= lowest + 1e-9 && wide_end.is_none_or(|end| highest.is_some_and(|highest| highest <= end + 1e-9)));
            prop_assert!(lowest <= median + 1e-9, "{median} is not above {lowest}");
            prop_assert!(highest.is_none_or(|highest| median <= highest + 1e-9), "{median} is not below {highest:?}");
            let (low, high) = grouped_median_interval(&exact, z).unwrap();
            let most: f64 = between.iter().map(|class| class.count.hi()).sum();
            let (lowest, highest) = grouped_median_between(&between, about, z * most.sqrt() / 2.0).unwrap();
            prop_assert!(lowest <= low + 1e-9, "{low} is not above {lowest}");
            prop_assert!(highest.is_none_or(|highest| high.unwrap() <= highest + 1e-9), "{high:?} is not below {highest:?}");
        }

        /// Half lies on either side, whatever the classes.
        #[test]
        fn half_lies_below(counts in prop::collection::vec((0_u32..40, 1_u32..9), 1..9)) {
            let mut rows = Vec::new();
            let mut begin = 0.0;
            for (count, width) in counts {
                rows.push((begin, begin + f64::from(width), f64::from(count)));
                begin += f64::from(width);
            }
            let total: f64 = rows.iter().map(|row| row.2).sum();
            prop_assume!(total > 0.0);
            let median = grouped_median(&classes(&rows)).unwrap();
            let below: f64 = rows
                .iter()
                .map(|(lower, upper, count)| count * ((median - lower) / (upper - lower)).clamp(0.0, 1.0))
                .sum();
            prop_assert!((below - total / 2.0).abs() < 1e-9);
        }
    }
}
