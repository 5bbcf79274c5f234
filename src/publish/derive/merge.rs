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
