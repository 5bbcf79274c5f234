//! From trajectories to facts: who was in care in which year, who came, who left, what ended. Definitions are those of
//! Statistics Netherlands unless said otherwise.

mod budget;
mod calendar;
mod facts;
mod lasted;
mod local;
mod merge;
mod order;
mod person;
mod spell;

pub use facts::{BudgetSpent, Ended, Facts, InCare, KnownLocally, Lasted, OrderRunning};

use std::mem;

use self::calendar::last_day;
use super::input::{Budget, Delivery, LocalHelp, Order, Trajectory};
use crate::release::Region;
use crate::vocabulary::Table;

/// Everything that persons had, from which the facts of a year are derived: by person, and what overlaps is one.
#[derive(Debug)]
pub struct Histories {
    trajectories: Vec<Trajectory>,
    orders: Vec<Order>,
    local_help: Vec<LocalHelp>,
    budgets: Vec<Budget>,
    /// The day up to which the delivery is complete.
    reference_day: i32,
}

impl Histories {
    /// Takes all trajectories, orders, help of local teams and budgets out of a delivery. `reference_day` is the day up to which it is complete.
    pub fn take_from(delivery: &mut Delivery, reference_day: i32) -> Self {
        Self {
            trajectories: merge::histories(mem::take(&mut delivery.trajectories)),
            orders: order::merge_overlapping(mem::take(&mut delivery.orders)),
            local_help: local::merge_overlapping(mem::take(&mut delivery.local_help)),
            budgets: mem::take(&mut delivery.budgets),
            reference_day,
        }
    }

    /// The last year of the region that is over on the day up to which the delivery is complete.
    pub fn last_whole_year(&self, region: &Region) -> u16 {
        let last = region.last_year();
        let is_over = last_day(last) <= self.reference_day;
        if is_over {
            last
        } else {
            last.saturating_sub(1)
        }
    }

    /// The facts of a year. Those of all years together would take several times the memory of the histories.
    pub fn facts_of(&self, year: u16, region: &Region) -> Facts {
        let mut facts = Facts::default();
        let last = last_day(self.last_whole_year(region));
        let under_order = order::persons(&self.orders, year);
        for of_person in self.trajectories.chunk_by(|a, b| a.person == b.person) {
            let is_under_order = of_person
                .first()
                .is_some_and(|of| under_order.contains(&of.person));
            person::add_facts(
                of_person,
                year,
                is_under_order,
                self.reference_day,
                &mut facts,
            );
            lasted::add_begun(of_person, year, last, &mut facts.begun);
        }
        facts.orders = order::facts(&self.orders, year, &facts.in_care);
        facts.known_locally = local::known(
            &self.local_help,
            year,
            |town| region.is_supplied(Table::Local, town, year),
            &facts.in_care,
        );
        facts.budgets = budget::spent(&self.budgets, year, |town| {
            region.is_supplied(Table::Budgets, town, year)
        });
        facts
    }
}
