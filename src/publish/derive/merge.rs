//! Overlapping trajectories of one person, provider and form are one trajectory: first start, last end.

use std::mem;

use super::spell::merge;
use crate::publish::input::Trajectory;

/// Trajectories by person and begin, of which those that overlap (share at least a day) are one; the form, provider and person must be the
/// same. The later end gives the reason; the first start gives referrer, municipality and day of allocation; costs are added. What was asked
/// counts when it was asked at the later end, of which ends on one day tell together.
pub(super) fn histories(mut trajectories: Vec<Trajectory>) -> Vec<Trajectory> {
    // What is equal in all of this differs in cost at most, which is added.
    trajectories.sort_unstable_by_key(|entry| {
        (
            entry.person,
            entry.provider,
            entry.form,
            entry.begin,
            entry.end.is_none(),
            entry.end,
            entry.referrer,
            entry.municipality,
            entry.reason,
            (entry.born, entry.days_allocated, entry.outcomes),
        )
    });
    merge(&mut trajectories, absorb);
    trajectories.sort_unstable_by_key(|trajectory| {
        (
            trajectory.person,
            trajectory.begin,
            trajectory.end,
            trajectory.provider,
            trajectory.form,
        )
    });
    trajectories
}

fn absorb(last: &mut Trajectory, next: &mut Trajectory) {
    if last.begin == next.begin {
        // Of what begins on one day the first allocation counts, and one that is known before one that is not.
        last.days_allocated = last.days_allocated.max(next.days_allocated);
    }
    let ends_later = match (last.end, next.end) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(first), Some(second)) => second > first,
    };
    if ends_later {
        last.end = next.end;
        last.reason = next.reason;
        last.outcomes = next.outcomes;
    } else if last.end == next.end {
        last.outcomes.add_all(next.outcomes);
    }
    for (year, cents) in mem::take(&mut next.cost) {
        last.add_cost(year, cents);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::publish::derive::calendar::day;
    use crate::publish::input::{EndReason, Outcomes};
    use crate::release::AreaId;
    use crate::vocabulary::Dimension;

    fn care(begin: &str, days_allocated: Option<u16>) -> Trajectory {
        Trajectory {
            person: 1,
            born: day("2010-06-01"),
            municipality: AreaId(0),
            provider: 1,
            form: Dimension::CareForm.member_by_cbs("02").unwrap(),
            referrer: Dimension::Referrer.member_by_cbs("02").unwrap(),
            begin: day(begin),
            end: Some(day("2020-12-31")),
            days_allocated,
            reason: EndReason::OtherKnown,
            outcomes: Outcomes::default(),
            cost: Vec::new(),
        }
    }

    #[test]
    fn of_what_begins_on_one_day_the_first_known_allocation_counts_and_of_what_follows_none() {
        let waited = |of: &[(&str, Option<u16>)]| {
            let of = of.iter().map(|(begin, days)| care(begin, *days));
            let merged = histories(of.collect());
            assert_eq!(merged.len(), 1);
            merged[0].days_allocated
        };
        let (first, later) = ("2020-02-01", "2020-03-01");
        assert_eq!(waited(&[(first, None), (first, Some(10))]), Some(10));
        assert_eq!(waited(&[(first, Some(30)), (first, Some(10))]), Some(30));
        // The allocation of what joined later says nothing of when care began.
        assert_eq!(waited(&[(later, Some(90)), (first, Some(10))]), Some(10));
        assert_eq!(waited(&[(later, Some(90)), (first, None)]), None);
    }
}
