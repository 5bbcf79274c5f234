//! The middle of amounts of which only the classes are known: how long half of what ended had lasted.

use super::evaluate::{Outcome, Reason, hidden_by, of_classes};
use super::operand::OperandValue;
use crate::cube::Status;
use crate::statistics::{
    Class, ClassBetween, Interval, NoMedian, Z_95, grouped_median, grouped_median_between,
};
use crate::vocabulary::{Dimension, Member};

/// The median over the classes of `over`. `read` gives what lies in a class, and in all of them together.
///
/// A class that is hidden takes part with what it can be: as long as the median cannot lie in one, it is told, with all that the hidden
/// leave open.
pub(super) fn median(
    over: Dimension,
    read: &dyn Fn(Option<Member>) -> Result<OperandValue, Reason>,
) -> Result<Outcome, Reason> {
    let all = read(None)?;
    if all.status == Status::StructuralZero || all.within.hi() <= 0.0 {
        return Err(Reason::NotApplicable);
    }
    let mut counts = Vec::new();
    let (mut classes, mut between) = (Vec::new(), Vec::new());
    for class in over.parts() {
        let (least, most) = class.limits_in_days().ok_or(Reason::NotPublished)?;
        let (lower, upper) = (least as f64, most.map(|most| (most + 1) as f64));
        let count = read(Some(class))?;
        classes.push(Class {
            lower,
            upper,
            count: count.value,
        });
        between.push(ClassBetween {
            lower,
            upper,
            count: count.within,
        });
        counts.push(count);
    }
    let ends = |arm: f64| match grouped_median_between(&between, all.within, arm) {
        Ok((lowest, highest)) => Ok((lowest, highest)),
        Err(NoMedian::Above(lower)) => Ok((lower, None)),
        Err(_) => Err(Reason::NothingToDivideBy),
    };
    let (lowest, highest) = ends(0.0)?;
    let highest = highest.ok_or(Reason::InOpenClass)?;
    let within = Interval::new(lowest, highest).ok_or(Reason::NothingToDivideBy)?;
    let may_hold_it =
        |class: &Class| class.lower < highest && class.upper.is_none_or(|upper| upper > lowest);
    let may_hold_it = classes
        .iter()
        .zip(&counts)
        .filter(|(class, _)| may_hold_it(class))
        .map(|(_, count)| count.status);
    if let Some(hidden) = hidden_by(may_hold_it.chain([all.status]), within) {
        return Ok(hidden);
    }
    let (low, high) = ends(Z_95 * all.within.hi().sqrt() / 2.0)?;
    let high = high.ok_or(Reason::InOpenClass)?;
    let confidence = Interval::new(low, high).ok_or(Reason::NothingToDivideBy)?;
    let value = grouped_median(&classes)
        .map_err(|_| Reason::InOpenClass)?
        .clamp(lowest, highest);
    of_classes(value, (within, confidence), all, counts)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::vocabulary::Measure;

    fn counted(value: f64, room: f64, status: Status) -> OperandValue {
        OperandValue::of_cell(
            Measure::EndedOfDuration,
            2022,
            (
                value,
                Interval::new((value - room).max(0.0), value + room).unwrap(),
            ),
            status,
        )
    }

    /// The median of these counts by class; a negative one is five, hidden with 0 to 9 left.
    fn of(counts: [f64; 7]) -> Result<Outcome, Reason> {
        let class = |count: f64| {
            if count < 0.0 {
                counted(4.5, 4.5, Status::Hidden)
            } else {
                counted(count, 2.0, Status::Shown)
            }
        };
        let sum = counts
            .iter()
            .map(|count| if *count < 0.0 { 5.0 } else { *count })
            .sum();
        median(Dimension::Duration, &|member| {
            Ok(member.map_or(counted(sum, 2.0, Status::Shown), |member| {
                class(counts[usize::from(member.index()) - 1])
            }))
        })
    }

    #[test]
    fn a_hidden_class_takes_part_and_hides_nothing_but_a_median_that_it_may_hold() {
        let Ok(Outcome::Figure(all)) = of([100.0, 100.0, 200.0, 60.0, 30.0, 10.0, 5.0]) else {
            panic!("all are shown");
        };
        let Ok(Outcome::Figure(some)) = of([100.0, 100.0, 200.0, 60.0, 30.0, 10.0, -1.0]) else {
            panic!("the longest class cannot hold it");
        };
        for figure in [&all, &some] {
            assert!(
                figure.within.contains(figure.value) && figure.confidence.contains(figure.value)
            );
            assert!(figure.confidence.lo() <= figure.within.lo());
            assert!(figure.confidence.hi() >= figure.within.hi());
            assert_eq!(figure.also.len(), 7);
        }
        let width = |within: Interval| within.hi() - within.lo();
        // What all come to tells how many the hidden class holds.
        assert!(width(some.within) >= width(all.within));
        // Half lies about where a hidden class begins: it may be in there.
        let hidden = of([100.0, 100.0, -1.0, 100.0, 100.0, 0.0, 0.0]);
        assert!(
            matches!(
                hidden,
                Ok(Outcome::Hidden {
                    secondary: false,
                    ..
                })
            ),
            "{hidden:?}"
        );
    }

    #[test]
    fn a_median_that_may_lie_where_no_end_is_is_not_told() {
        let long = of([10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 70.0]);
        assert_eq!(long, Err(Reason::InOpenClass));
        // By chance alone, too.
        let nearly = of([10.0, 10.0, 10.0, 10.0, 10.0, 60.0, 90.0]);
        assert_eq!(nearly, Err(Reason::InOpenClass));
        let nobody = median(Dimension::Duration, &|_| {
            Ok(counted(0.0, 0.0, Status::Shown))
        });
        assert_eq!(nobody, Err(Reason::NotApplicable));
        let missing = median(Dimension::Duration, &|_| Err(Reason::NotPublished));
        assert_eq!(missing, Err(Reason::NotPublished));
    }
}
