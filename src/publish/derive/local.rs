//! The facts of local teams: whom they helped in which year, and who was in specialist care meanwhile.

use std::collections::BTreeMap;

use super::calendar::{age_on, first_day, last_day};
use super::facts::{InCare, KnownLocally};
use super::spell::{later, merge, runs_in};
use crate::publish::input::LocalHelp;
use crate::release::AreaId;
use crate::vocabulary::Member;

/// The facts of a year, of the municipalities for which `supplies` says so: of the others there are none, not of care either. `in_care` tells
/// who had care in that year. Without any help at all, in any year, it was not delivered.
pub(super) fn known(
    helped: &[LocalHelp],
    year: u16,
    supplies: impl Fn(AreaId) -> bool,
    in_care: &[InCare],
) -> Vec<KnownLocally> {
    if helped.is_empty() {
        return Vec::new();
    }
    let (first, last) = (first_day(year), last_day(year));
    let mut facts: BTreeMap<(AreaId, u32), KnownLocally> = BTreeMap::new();
    let counts = |help: &&LocalHelp| supplies(help.municipality) && runs_in(*help, year);
    for help in helped.iter().filter(counts) {
        let Some(age) = Member::of_age(age_on(help.born, last)) else {
            continue;
        };
        let (town, person) = (help.municipality, help.person);
        let fact = facts
            .entry((town, person))
            .or_insert(KnownLocally::nothing(year, town, person, age));
        fact.helped = true;
        if let Some(end) = help.end.filter(|end| (first..=last).contains(end)) {
            let days = i64::from(end - help.begin) + 1;
            fact.ended += 1;
            fact.days += days;
            fact.days_squared += days * days;
        }
    }
    let specialist = in_care
        .iter()
        .filter(|care| !care.form.is_of_local_team() && supplies(care.municipality));
    for care in specialist {
        let (town, person) = (care.municipality, care.person);
        facts
            .entry((town, person))
            .or_insert(KnownLocally::nothing(year, town, person, care.age))
            .in_care = true;
    }
    facts.into_values().collect()
}

/// Help of one person in one municipality that shares a day is one: first start, last end.
pub(super) fn merge_overlapping(mut helped: Vec<LocalHelp>) -> Vec<LocalHelp> {
    helped.sort_unstable_by_key(|help| {
        (
            (help.person, help.municipality, help.begin),
            (help.end.is_none(), help.end, help.born),
        )
    });
    merge(&mut helped, |last, next| {
        last.end = later(last.end, next.end);
    });
    helped
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::publish::derive::calendar::day;
    use crate::vocabulary::Dimension;

    fn help(person: u32, town: u16, begin: &str, end: &str) -> LocalHelp {
        LocalHelp {
            person,
            born: day("2010-06-01"),
            municipality: AreaId(town),
            begin: day(begin),
            end: (!end.is_empty()).then(|| day(end)),
        }
    }

    fn care(person: u32, town: u16, year: u16, form: &str) -> InCare {
        InCare {
            municipality: AreaId(town),
            form: Dimension::CareForm.member_by_cbs(form).unwrap(),
            ..InCare::of_anybody(year, person)
        }
    }

    /// The facts of some years, one after the other, when those of town 0 and 1 supply.
    fn of_years(helped: Vec<LocalHelp>, years: &[u16], in_care: &[InCare]) -> Vec<KnownLocally> {
        let helped = merge_overlapping(helped);
        let of_year = |year: u16| {
            let in_care: Vec<InCare> = in_care
                .iter()
                .filter(|fact| fact.year == year)
                .cloned()
                .collect();
            known(&helped, year, |town| town.0 < 2, &in_care)
        };
        years.iter().copied().flat_map(of_year).collect()
    }

    /// Person, whether she was helped, whether she was in care, times ended, days.
    fn of(facts: &[KnownLocally], year: u16, town: u16) -> Vec<(u32, bool, bool, i64, i64)> {
        facts
            .iter()
            .filter(|fact| (fact.year, fact.municipality) == (year, AreaId(town)))
            .map(|fact| {
                (
                    fact.person,
                    fact.helped,
                    fact.in_care,
                    fact.ended,
                    fact.days,
                )
            })
            .collect()
    }

    #[test]
    fn who_is_known_where_is_worked_by_hand() {
        //            2019      2020      2021
        // 1, town 0     |------|  |-|            twice, and in specialist care there in 2020
        // 2, town 0               |-----|        and in care of a neighbourhood team only
        // 3, town 0     specialist care only
        // 1, town 1                 |---         moved: still running
        // 4, town 2     specialist care where nobody supplies help of local teams
        let helped = vec![
            help(1, 0, "2019-12-31", "2020-03-01"),
            help(1, 0, "2020-05-01", "2020-05-31"),
            help(2, 0, "2020-06-01", "2021-01-01"),
            help(1, 1, "2020-09-01", ""),
        ];
        let in_care = [
            care(1, 0, 2020, "02"),
            care(1, 0, 2020, "11"),
            care(2, 0, 2020, "01"),
            care(3, 0, 2020, "04"),
            care(3, 0, 2021, "04"),
            care(4, 2, 2020, "02"),
        ];
        let facts = of_years(helped, &[2019, 2020, 2021], &in_care);
        assert_eq!(of(&facts, 2019, 0), [(1, true, false, 0, 0)]);
        // 62 days up to 1 March, with the leap day, and 31.
        assert_eq!(
            of(&facts, 2020, 0),
            [
                (1, true, true, 2, 93),
                (2, true, false, 0, 0),
                (3, false, true, 0, 0)
            ]
        );
        assert_eq!(of(&facts, 2020, 1), [(1, true, false, 0, 0)]);
        assert_eq!(
            of(&facts, 2021, 0),
            [(2, true, false, 1, 215), (3, false, true, 0, 0)]
        );
        assert_eq!(of(&facts, 2020, 2), []);
        let squared = facts.iter().map(|fact| fact.days_squared).max();
        assert_eq!(squared, Some(215 * 215));
    }

    #[test]
    fn help_that_shares_a_day_is_one_help_in_one_municipality() {
        let helped = vec![
            help(1, 0, "2020-01-01", "2020-03-31"),
            help(1, 0, "2020-03-31", "2020-04-30"),
            help(1, 0, "2020-05-01", "2020-05-31"),
            help(1, 1, "2020-03-31", "2020-04-30"),
        ];
        let facts = of_years(helped, &[2020], &[]);
        assert_eq!(of(&facts, 2020, 0), [(1, true, false, 2, 121 + 31)]);
        assert_eq!(of(&facts, 2020, 1), [(1, true, false, 1, 31)]);
    }

    #[test]
    fn a_municipality_counts_when_it_supplies_and_who_is_too_old_does_not() {
        let old = LocalHelp {
            born: day("1990-01-01"),
            ..help(1, 0, "2020-01-01", "2021-03-31")
        };
        let long = help(3, 0, "2018-01-01", "2021-03-31");
        let helped = [old, long];
        let in_care = [care(2, 0, 2020, "02")];
        let found = |supplies: bool| known(&helped, 2020, |_| supplies, &in_care);
        assert_eq!(of(&found(false), 2020, 0), []);
        assert_eq!(
            of(&found(true), 2020, 0),
            [(2, false, true, 0, 0), (3, true, false, 0, 0)]
        );
        // Nothing delivered is not nobody helped.
        assert!(known(&[], 2020, |_| true, &in_care).is_empty());
    }
}
