//! Overlapping trajectories of one person, provider and form are one trajectory: first start, last end.

use super::spell::merge;
use crate::publish::input::Trajectory;

/// Merges what overlaps (shares at least a day); the form, provider and person must be the same. The later end gives the
/// reason; the first start gives referrer and municipality; costs are added.
pub fn merge_overlapping(mut trajectories: Vec<Trajectory>) -> Vec<Trajectory> {
    trajectories.sort_by_key(|entry| {
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
            entry.born,
        )
    });
    merge(trajectories, absorb)
}

fn absorb(last: &mut Trajectory, next: Trajectory) {
    let ends_later = match (last.end, next.end) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(first), Some(second)) => second > first,
    };
    if ends_later {
        last.end = next.end;
        last.reason = next.reason;
    }
    for (year, cents) in next.cost {
        match last.cost.iter_mut().find(|(known, _)| *known == year) {
            Some((_, sum)) => *sum = sum.saturating_add(cents),
            None => last.cost.push((year, cents)),
        }
    }
}
