//! From trajectories to facts: who was in care in which year, who came, who left, what ended. Definitions are those of
//! Statistics Netherlands unless said otherwise.

mod calendar;
mod facts;
mod local;
mod merge;
mod order;
mod person;
mod spell;

pub use facts::{Ended, Facts, InCare, KnownLocally, OrderRunning};
pub use merge::merge_overlapping;

use std::mem;

use super::input::Delivery;
use crate::release::Region;
use crate::vocabulary::Table;

/// Derives the facts of every year in `region` from all trajectories, orders and help of local teams, which it takes out of the delivery.
/// `reference_day` is the day up to which the delivery is complete.
pub fn derive(delivery: &mut Delivery, region: &Region, reference_day: i32) -> Facts {
    let mut trajectories = merge_overlapping(mem::take(&mut delivery.trajectories));
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
    facts.orders = order::running(mem::take(&mut delivery.orders), &years, &facts.in_care);
    facts.known_locally = local::known(
        mem::take(&mut delivery.local_help),
        &years,
        |town, year| region.is_supplied(Table::Local, town, year),
        &facts.in_care,
    );
    facts
}
