//! From trajectories to facts: who was in care in which year, who came, who left, what ended. Definitions are those of
//! Statistics Netherlands unless said otherwise.

mod calendar;
mod facts;
mod merge;
mod order;
mod person;
mod spell;

pub use facts::{Ended, Facts, InCare, OrderRunning};
pub use merge::merge_overlapping;

use super::input::{Order, Trajectory};
use crate::release::Region;

/// Derives the facts of every year in `region` from all trajectories and orders. `reference_day` is the day up to which the delivery is
/// complete.
pub fn derive(
    trajectories: Vec<Trajectory>,
    orders: Vec<Order>,
    region: &Region,
    reference_day: i32,
) -> Facts {
    let mut trajectories = merge_overlapping(trajectories);
    trajectories.sort_by_key(|trajectory| {
        (
            trajectory.person,
            trajectory.begin,
            trajectory.end,
            trajectory.provider,
            trajectory.form,
        )
    });
    let years: Vec<u16> = region.years().collect();
    let mut facts = Facts::default();
    for of_person in trajectories.chunk_by(|a, b| a.person == b.person) {
        person::add_facts(of_person, &years, reference_day, &mut facts);
    }
    facts.orders = order::running(orders, &years, &facts.in_care);
    facts
}
