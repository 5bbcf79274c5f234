//! Child protection and probation orders: most beside care that came through a certified institution or the court.

use std::collections::BTreeMap;

use super::calendar::{Day, year_of, years_later};
use super::career::Trajectory;
use super::draw::{Draw, whole};
use super::profile::{OrderKind, Profile};
use super::region::STREAM_ORDERS;

/// Whoever is under an order and never in care. Above those who wait, at any scale.
const FIRST_PERSON: usize = 8_000_001;

/// An order; codes are those of the profile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Order {
    pub(super) begin: Day,
    pub(super) person: usize,
    pub(super) code: String,
    pub(super) birth: Day,
    pub(super) municipality: usize,
    /// Last day, also when that is still to come.
    pub(super) end: Day,
}

/// The orders to be written, in order of begin and then person.
pub(super) fn orders(profile: &Profile, trajectories: &[Trajectory], seed: u64) -> Vec<Order> {
    let mut draw = Draw::new(seed, STREAM_ORDERS);
    let mut running: BTreeMap<(usize, &str), Day> = BTreeMap::new();
    let mut orders = Vec::new();
    let mut others = FIRST_PERSON;
    for trajectory in trajectories {
        let came_through = profile
            .orders
            .referrers
            .contains(referrer(profile, trajectory));
        let would_have = draw.chance(profile.orders.shifted) && is_shifted(profile, trajectory);
        if !came_through && !would_have {
            continue;
        }
        for kind in &profile.orders.kinds {
            let drawn = draw.chance(kind.chance.at(year_of(trajectory.begin)));
            let lead = draw.between(0, profile.orders.lead_days);
            let days = whole(draw.quantile(&kind.days));
            let begin = (trajectory.begin - lead).max(trajectory.birth);
            let last = running.entry((trajectory.person, &kind.code)).or_insert(0);
            if !drawn || *last >= begin || !kind.suits(profile, trajectory, begin) {
                continue;
            }
            let limit = years_later(trajectory.birth, kind.until_age) - 1;
            let end = (begin + days.max(1) - 1).min(limit);
            *last = end;
            let order = Order {
                begin,
                person: trajectory.person,
                code: kind.code.clone(),
                birth: trajectory.birth,
                municipality: trajectory.municipality,
                end,
            };
            // A provisional order goes before some, and ends the day before.
            if let Some(first) = &kind.first {
                let drawn = draw.chance(first.share);
                let provisional = (begin - first.days).max(trajectory.birth);
                if drawn && provisional < begin {
                    orders.push(Order {
                        begin: provisional,
                        end: begin - 1,
                        code: first.code.clone(),
                        ..order.clone()
                    });
                }
            }
            if draw.chance(profile.orders.without_care) {
                orders.push(Order {
                    person: others,
                    ..order.clone()
                });
                others += 1;
            }
            orders.push(order);
        }
    }
    let kept = profile.period.kept_from.day();
    orders.retain(|order| order.end >= kept && order.begin <= profile.last_day());
    orders.sort();
    orders
}

fn referrer<'a>(profile: &'a Profile, trajectory: &Trajectory) -> &'a String {
    &profile.referrers.codes[trajectory.referrer]
}

/// Whether a municipality gives care this referrer in the place of others.
fn is_shifted(profile: &Profile, trajectory: &Trajectory) -> bool {
    let town = &profile.municipalities[trajectory.municipality].code;
    let shifts = &profile.referrers.shift;
    shifts
        .iter()
        .any(|shift| shift.municipality == *town && shift.to == *referrer(profile, trajectory))
}

impl OrderKind {
    /// Whether a youth can come under such an order on that day, with that care.
    fn suits(&self, profile: &Profile, trajectory: &Trajectory, begin: Day) -> bool {
        let care = &profile.cares[trajectory.care];
        begin >= years_later(trajectory.birth, self.from_age)
            && begin < years_later(trajectory.birth, 18)
            && (self.forms.is_empty() || self.forms.contains(&care.form))
    }
}
