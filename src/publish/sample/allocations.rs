//! When care was allocated before it began: by some providers it begins sooner than by others.

use super::calendar::{Day, year_of};
use super::career::Trajectory;
use super::draw::{Draw, whole};
use super::profile::Profile;
use super::region::STREAM_ALLOCATIONS;

/// The day on which each trajectory was allocated, where the records tell it, in the order of the trajectories.
pub(super) fn days(profile: &Profile, trajectories: &[Trajectory], seed: u64) -> Vec<Option<Day>> {
    let allocating = &profile.allocations;
    let mut draw = Draw::new(seed, STREAM_ALLOCATIONS);
    let providers = trajectories
        .iter()
        .map(|trajectory| trajectory.provider + 1)
        .max();
    let (quick, slow) = allocating.providers;
    let paces: Vec<f64> = (0..providers.unwrap_or(0))
        .map(|_| quick + (slow - quick) * draw.unit())
        .collect();
    trajectories
        .iter()
        .map(|trajectory| {
            let year = year_of(trajectory.begin);
            let is_known = draw.chance(allocating.known.at(year));
            let days = draw.quantile(&allocating.days);
            // Care that began before it was allocated did not wait.
            let pace = if days < 0.0 {
                1.0
            } else {
                allocating.pace.at(year) * paces[trajectory.provider]
            };
            let allocated = trajectory.begin - whole(days * pace);
            // What is allocated later is not known yet.
            (is_known && allocated <= profile.last_day()).then_some(allocated)
        })
        .collect()
}
