//! The facts of child protection and probation orders: which ran in which year, and who was in care meanwhile.

use std::collections::HashSet;

use super::calendar::{age_on, first_day, last_day};
use super::facts::{InCare, OrderRunning};
use super::spell::{later, merge, runs_in};
use crate::publish::input::Order;
use crate::vocabulary::Member;

/// Who is under an order in a year.
pub(super) fn persons(orders: &[Order], year: u16) -> HashSet<u32> {
    running(orders, year).map(|order| order.person).collect()
}

fn running(orders: &[Order], year: u16) -> impl Iterator<Item = &Order> {
    orders.iter().filter(move |order| runs_in(*order, year))
}

/// The facts of a year. `in_care` tells who had care in it, and where.
pub(super) fn facts(orders: &[Order], year: u16, in_care: &[InCare]) -> Vec<OrderRunning> {
    let last = last_day(year);
    // Only of those that matter: under an order are few.
    let ordered = persons(orders, year);
    let cared_for: HashSet<_> = in_care
        .iter()
        .filter(|fact| ordered.contains(&fact.person))
        .map(|fact| (fact.person, fact.municipality))
        .collect();
    running(orders, year)
        .filter_map(|order| {
            Some(OrderRunning {
                year,
                person: order.person,
                municipality: order.municipality,
                kind: order.kind,
                age: Member::of_age(age_on(order.born, last))?,
                begun: order.begin >= first_day(year),
                ended: order.end.is_some_and(|end| end <= last),
                in_care: cared_for.contains(&(order.person, order.municipality)),
            })
        })
        .collect()
}

/// Orders of one person and kind that share a day are one: first start, last end; the first says where.
pub(super) fn merge_overlapping(mut orders: Vec<Order>) -> Vec<Order> {
    orders.sort_unstable_by_key(|order| {
        (
            (order.person, order.kind, order.begin),
            (
                order.end.is_none(),
                order.end,
                order.municipality,
                order.born,
            ),
        )
    });
    merge(&mut orders, |last, next| {
        last.end = later(last.end, next.end);
    });
    orders
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::publish::derive::calendar::day;
    use crate::release::AreaId;

    fn order(code: &str, begin: &str, end: &str) -> Order {
        Order {
            person: 1,
            born: day("2010-06-01"),
            municipality: AreaId(0),
            kind: Member::of_order(code).unwrap(),
            begin: day(begin),
            end: (!end.is_empty()).then(|| day(end)),
        }
    }

    fn found(orders: Vec<Order>) -> Vec<(u16, &'static str, bool, bool)> {
        let orders = merge_overlapping(orders);
        [2019, 2020, 2021]
            .into_iter()
            .flat_map(|year| facts(&orders, year, &[]))
            .map(|fact| (fact.year, fact.kind.code(), fact.begun, fact.ended))
            .collect()
    }

    #[test]
    fn an_order_runs_in_every_year_that_it_touches() {
        // 2019:     |------     begins on the last day of the year
        // 2020:  ------------
        // 2021:  |              ends on the first
        assert_eq!(
            found(vec![order("11", "2019-12-31", "2021-01-01")]),
            [
                (2019, "ots", true, false),
                (2020, "ots", false, false),
                (2021, "ots", false, true)
            ]
        );
        assert!(found(vec![order("11", "2022-01-01", "")]).is_empty());
    }

    #[test]
    fn overlap_of_one_kind_is_one_order_and_a_change_of_kind_is_two() {
        // provisional:       |--|
        // supervision:          |------|          begins on the day on which the provisional one ends: another order
        // supervision:               |----------  prolonged before it ended: the same
        // guardianship 21, 22:         |----|--|  two codes, one kind; they share a day
        let orders = vec![
            order("12", "2019-01-01", "2019-03-31"),
            order("11", "2019-03-31", "2020-03-31"),
            order("11", "2020-03-01", ""),
            order("22", "2020-02-01", "2020-04-30"),
            order("21", "2020-04-30", "2020-12-31"),
        ];
        assert_eq!(
            found(orders),
            [
                (2019, "ots", true, false),
                (2019, "vots", true, true),
                (2020, "ots", false, false),
                (2020, "voogdij", true, true),
                (2021, "ots", false, false),
            ]
        );
    }

    #[test]
    fn whoever_is_in_care_elsewhere_is_not_counted_as_in_care_here() {
        let care = |municipality: u16| InCare {
            municipality: AreaId(municipality),
            ..InCare::of_anybody(2020, 1)
        };
        let of = |in_care: &[InCare]| -> Vec<bool> {
            facts(&[order("11", "2019-01-01", "")], 2020, in_care)
                .iter()
                .map(|fact| fact.in_care)
                .collect()
        };
        assert_eq!(of(&[care(0)]), [true]);
        assert_eq!(of(&[care(1)]), [false]);
        assert_eq!(of(&[]), [false]);
    }
}
