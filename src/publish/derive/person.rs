//! The facts of one person: her trajectories in the light of each other.

use std::collections::BTreeSet;

use super::calendar::{age_on, first_day, last_day, months_after, months_before};
use super::facts::{Ended, Facts, InCare};
use super::spell::runs_in;
use crate::publish::input::{EndReason, Trajectory};
use crate::vocabulary::Member;

/// Months without care that make somebody new.
const INFLOW_WINDOW: u32 = 12;
/// Months without care after the end that make somebody gone.
const OUTFLOW_WINDOW: u32 = 3;
/// Months of which care makes care that begins a repeated use.
const REPEAT_WINDOW: u32 = 60;
/// Months in which coming back counts as return.
const RETURN_WINDOW: u32 = 12;

/// Adds the facts of one person in a year. Her trajectories are sorted by begin; `is_under_order` tells of that year.
pub(super) fn add_facts(
    trajectories: &[Trajectory],
    year: u16,
    is_under_order: bool,
    reference_day: i32,
    facts: &mut Facts,
) {
    let care = Care {
        trajectories,
        reference_day,
    };
    let (Some(provider_count), Some(cost_class), Some(with_order)) = (
        care.provider_count(year),
        care.cost_class(year),
        Member::of_with_order(is_under_order),
    ) else {
        return;
    };
    let last = last_day(year);
    let out_of_residence = care.last_to_leave_residence(year);
    for trajectory in care.running(year) {
        let Some(age) = Member::of_age(age_on(trajectory.born, last)) else {
            continue;
        };
        let begun = trajectory.begin >= first_day(year);
        let end = trajectory.end.filter(|end| *end <= last);
        let leaves = end.is_some() && care.leaves_with(trajectory);
        facts.in_care.push(InCare {
            year,
            person: trajectory.person,
            provider: trajectory.provider,
            municipality: trajectory.municipality,
            form: trajectory.form,
            age,
            referrer: trajectory.referrer,
            provider_count,
            cost_class,
            with_order,
            begun,
            begun_again: begun && care.had_before(trajectory),
            inflow: begun && care.is_inflow(trajectory),
            outflow: leaves && care.is_gone_after(trajectory, OUTFLOW_WINDOW),
            allocation_wait: trajectory
                .days_allocated
                .and_then(|days| Member::of_allocation_wait(days.into())),
            euros: euros(trajectory, year),
        });
        let Some(end) = end.filter(|_| trajectory.reason != EndReason::Administrative) else {
            continue;
        };
        let days = i64::from(end - trajectory.begin) + 1;
        let Some(duration) = Member::of_duration(days) else {
            continue;
        };
        let followed = leaves && months_after(end, RETURN_WINDOW) <= reference_day;
        facts.ended.push(Ended {
            year,
            person: trajectory.person,
            municipality: trajectory.municipality,
            form: trajectory.form,
            age,
            referrer: trajectory.referrer,
            provider_count,
            reason_known: trajectory.reason != EndReason::Unknown,
            one_sided: matches!(
                trajectory.reason,
                EndReason::ByClient | EndReason::ByProvider
            ),
            premature: trajectory.reason.is_premature(),
            days,
            duration,
            followed,
            returned: followed && !care.is_gone_after(trajectory, RETURN_WINDOW),
            outcomes: trajectory.outcomes,
            leaving_age: out_of_residence
                .filter(|last| std::ptr::eq(*last, trajectory))
                .and_then(|_| Member::of_leaving_age(age_on(trajectory.born, end))),
        });
    }
}

/// Declared cost of a trajectory in a year, in whole euros.
fn euros(trajectory: &Trajectory, year: u16) -> i64 {
    let of_year = trajectory.cost.iter().find(|(of, _)| *of == year);
    let cents = of_year.map_or(0, |(_, cents)| *cents);
    cents.saturating_add(50).div_euclid(100)
}

struct Care<'a> {
    trajectories: &'a [Trajectory],
    reference_day: i32,
}

impl Care<'_> {
    /// Her care that ran in the year, wherever she lived.
    fn running(&self, year: u16) -> impl Iterator<Item = &Trajectory> {
        self.trajectories
            .iter()
            .filter(move |trajectory| runs_in(*trajectory, year))
    }

    /// How many providers gave the person care in the year, wherever she lived; none when there was no care.
    fn provider_count(&self, year: u16) -> Option<Member> {
        let providers: BTreeSet<u32> = self
            .running(year)
            .map(|trajectory| trajectory.provider)
            .collect();
        Member::of_provider_count(providers.len())
    }

    /// What all care that the person had in the year cost in it. A trajectory for which more was paid back than paid counts as nothing:
    /// so no part of what a youth costs, in one municipality say, is more than her class allows.
    fn cost_class(&self, year: u16) -> Option<Member> {
        let sum = self.running(year).fold(0, |sum: i64, trajectory| {
            sum.saturating_add(euros(trajectory, year).max(0))
        });
        Member::of_cost(sum)
    }

    /// Whether the person had no care at all in the twelve months before this trajectory began.
    fn is_inflow(&self, trajectory: &Trajectory) -> bool {
        let window = months_before(trajectory.begin, INFLOW_WINDOW);
        !self.trajectories.iter().any(|other| {
            other.begin < trajectory.begin && other.end.is_none_or(|end| end >= window)
        })
    }

    /// Whether other care of the person ended in the five years before this trajectory began, a day between them at least.
    fn had_before(&self, trajectory: &Trajectory) -> bool {
        let window = months_before(trajectory.begin, REPEAT_WINDOW);
        self.trajectories.iter().any(|other| {
            other.reason != EndReason::Administrative
                && other
                    .end
                    .is_some_and(|end| end >= window && end + 1 < trajectory.begin)
        })
    }

    /// Whether all care of the person stopped with this trajectory: nothing else ran on the day after.
    fn leaves_with(&self, trajectory: &Trajectory) -> bool {
        let Some(end) = trajectory.end else {
            return false;
        };
        trajectory.reason != EndReason::Administrative
            && !self
                .trajectories
                .iter()
                .any(|other| other.begin <= end + 1 && other.end.is_none_or(|other| other > end))
    }

    /// The trajectory with which her residential care ended in the year, of whomever and wherever, with no other in the three months after. When
    /// that happened twice, the last time counts.
    fn last_to_leave_residence(&self, year: u16) -> Option<&Trajectory> {
        let residence = || {
            let all = self.trajectories.iter();
            all.filter(|trajectory| trajectory.form.is_residential())
        };
        let leaves = |end: i32| {
            let until = months_after(end, OUTFLOW_WINDOW).min(self.reference_day);
            let goes_on = |other: &Trajectory| {
                if other.begin <= end {
                    other.end.is_none_or(|other| other > end)
                } else {
                    other.begin <= until
                }
            };
            !residence().any(goes_on)
        };
        residence()
            .filter(|trajectory| trajectory.reason != EndReason::Administrative)
            .filter_map(|trajectory| Some((trajectory.end?, trajectory)))
            .filter(|(end, _)| (first_day(year)..=last_day(year)).contains(end) && leaves(*end))
            .max_by_key(|(end, trajectory)| {
                (*end, trajectory.begin, trajectory.provider, trajectory.form)
            })
            .map(|(_, trajectory)| trajectory)
    }

    /// Whether no care began within `months` after the end of this trajectory, as far as the delivery shows.
    fn is_gone_after(&self, trajectory: &Trajectory, months: u32) -> bool {
        let Some(end) = trajectory.end else {
            return false;
        };
        let until = months_after(end, months).min(self.reference_day);
        !self
            .trajectories
            .iter()
            .any(|other| other.begin > end && other.begin <= until)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::publish::derive::Facts;
    use crate::publish::derive::calendar::day;
    use crate::publish::derive::merge::histories;
    use crate::publish::input::Outcomes;
    use crate::release::AreaId;
    use crate::vocabulary::Dimension;

    fn care(provider: u32, form: &str, begin: &str, end: &str, reason: EndReason) -> Trajectory {
        Trajectory {
            person: 1,
            born: day("2010-06-01"),
            municipality: AreaId(0),
            provider,
            form: Dimension::CareForm.member_by_cbs(form).unwrap(),
            referrer: Dimension::Referrer.member_by_cbs("02").unwrap(),
            begin: day(begin),
            end: (!end.is_empty()).then(|| day(end)),
            reason,
            days_allocated: None,
            outcomes: Outcomes::default(),
            cost: Vec::new(),
        }
    }

    fn facts(trajectories: Vec<Trajectory>) -> Facts {
        let history = histories(trajectories);
        let mut facts = Facts::default();
        for year in [2019, 2020, 2021] {
            add_facts(&history, year, year == 2020, day("2022-04-01"), &mut facts);
        }
        facts
    }

    #[test]
    fn new_after_twelve_months_without_care() {
        // 2019: |--------|                      ended 31 March 2019
        // 2020:            |-----|              10 March 2020: less than twelve months later, not new
        // 2021:                          |----  1 September 2021: new
        let facts = facts(vec![
            care(1, "02", "2019-01-01", "2019-03-31", EndReason::OtherKnown),
            care(1, "02", "2020-03-10", "2020-06-30", EndReason::OtherKnown),
            care(1, "02", "2021-09-01", "", EndReason::Unknown),
        ]);
        let inflow: Vec<_> = facts
            .in_care
            .iter()
            .map(|fact| (fact.year, fact.inflow))
            .collect();
        assert_eq!(inflow, [(2019, true), (2020, false), (2021, true)]);
    }

    #[test]
    fn gone_after_three_months_without_care_and_back_within_twelve() {
        // 2019: |----|    |----|      back after two months: not gone, yet care had stopped: a return
        // 2020:           (ends 30 June 2020)     |--- back on 1 May 2021, after ten months: gone, and a return
        let facts = facts(vec![
            care(1, "02", "2019-01-01", "2019-10-31", EndReason::OtherKnown),
            care(2, "02", "2020-01-01", "2020-06-30", EndReason::ByClient),
            care(3, "03", "2021-05-01", "", EndReason::Unknown),
        ]);
        let outflow: Vec<_> = facts
            .in_care
            .iter()
            .map(|fact| (fact.year, fact.outflow))
            .collect();
        assert_eq!(outflow, [(2019, false), (2020, true), (2021, false)]);
        let ended: Vec<_> = facts
            .ended
            .iter()
            .map(|fact| (fact.year, fact.one_sided, fact.followed, fact.returned))
            .collect();
        assert_eq!(ended, [(2019, false, true, true), (2020, true, true, true)]);
    }

    #[test]
    fn an_administrative_stop_is_no_end_of_care() {
        let facts = facts(vec![care(
            1,
            "02",
            "2019-01-01",
            "2020-12-31",
            EndReason::Administrative,
        )]);
        assert!(facts.ended.is_empty());
        assert!(facts.in_care.iter().all(|fact| !fact.outflow));
    }

    #[test]
    fn overlap_at_one_provider_is_one_trajectory_and_a_change_of_form_is_two() {
        // provider 1, form 02: |------|            5 January to 1 June
        // provider 1, form 02:      |-------|      1 May to 30 September  -> one trajectory of 270 days
        // provider 1, form 03:              |--|   another form: a trajectory of its own
        let facts = facts(vec![
            care(1, "02", "2019-01-05", "2019-06-01", EndReason::Unknown),
            care(1, "02", "2019-05-01", "2019-09-30", EndReason::ByProvider),
            care(1, "03", "2019-10-01", "2019-10-31", EndReason::OtherKnown),
        ]);
        let ended: Vec<_> = facts
            .ended
            .iter()
            .map(|fact| (fact.form.code(), fact.days, fact.one_sided))
            .collect();
        assert_eq!(ended, [("ambulant", 269, true), ("daghulp", 31, false)]);
    }

    #[test]
    fn providers_are_counted_by_year_each_once() {
        // provider 1, form 02: |-----------------|     2019 and 2020
        // provider 1, form 03:    |----|               another form of the same provider: still one
        // provider 2, form 02:              |----|     joins in 2020
        // provider 3, form 04:                |--|     and so does a third
        // provider 4, form 02:                    |--  from 2021 on, alone
        let facts = facts(vec![
            care(1, "02", "2019-01-05", "2020-12-31", EndReason::OtherKnown),
            care(1, "03", "2019-03-01", "2019-09-30", EndReason::OtherKnown),
            care(2, "02", "2020-02-01", "2020-12-31", EndReason::OtherKnown),
            care(3, "04", "2020-05-01", "2020-12-31", EndReason::OtherKnown),
            care(4, "02", "2021-01-01", "", EndReason::Unknown),
        ]);
        let of = |year: u16| -> BTreeSet<&str> {
            let of_year = facts.in_care.iter().filter(|fact| fact.year == year);
            of_year.map(|fact| fact.provider_count.code()).collect()
        };
        assert_eq!(
            [2019, 2020, 2021].map(of),
            [["1"], ["3-of-meer"], ["1"]].map(BTreeSet::from)
        );
        let ended = facts
            .ended
            .iter()
            .map(|fact| (fact.year, fact.provider_count.code()));
        assert_eq!(
            ended.collect::<Vec<_>>(),
            [
                (2019, "1"),
                (2020, "3-of-meer"),
                (2020, "3-of-meer"),
                (2020, "3-of-meer")
            ]
        );
    }

    #[test]
    fn a_youth_has_one_class_a_year_of_all_that_her_care_cost_in_it() {
        // provider 1: |---------------------|   60,000 in 2019, 10,000.50 in 2020 (10,001 whole euros), 9,999.50 in 2021 (10,000)
        // provider 2: |---------------------|   40,000 in 2019; in 2020 and 2021 more was paid back than paid, which takes nothing off
        let costing = |provider: u32, cents: [i64; 3]| Trajectory {
            cost: [2019, 2020, 2021].into_iter().zip(cents).collect(),
            ..care(
                provider,
                "02",
                "2019-01-05",
                "2021-12-31",
                EndReason::OtherKnown,
            )
        };
        let classes = |of_first: i64| -> Vec<(u16, &str)> {
            let facts = facts(vec![
                costing(1, [of_first, 1_000_050, 999_950]),
                costing(2, [4_000_000, -500_000, -100]),
            ]);
            let found: BTreeSet<_> = facts
                .in_care
                .iter()
                .map(|fact| (fact.year, fact.cost_class.code()))
                .collect();
            found.into_iter().collect()
        };
        let later = [(2020, "10000-tot-100000"), (2021, "tot-10000")];
        assert_eq!(
            classes(6_000_000),
            [&[(2019, "10000-tot-100000")], later.as_slice()].concat()
        );
        assert_eq!(
            classes(6_000_051),
            [&[(2019, "boven-100000")], later.as_slice()].concat()
        );
    }

    #[test]
    fn a_youth_is_under_an_order_or_not_in_each_year() {
        // Under one in 2020 only: all her care of that year is that of a youth under an order, and none of the others.
        let facts = facts(vec![
            care(1, "02", "2019-01-05", "2021-12-31", EndReason::OtherKnown),
            care(2, "03", "2020-02-01", "2020-03-31", EndReason::OtherKnown),
        ]);
        let found: Vec<_> = facts
            .in_care
            .iter()
            .map(|fact| (fact.year, fact.with_order.code()))
            .collect();
        assert_eq!(
            found,
            [
                (2019, "zonder-maatregel"),
                (2020, "met-maatregel"),
                (2020, "met-maatregel"),
                (2021, "zonder-maatregel")
            ]
        );
    }

    #[test]
    fn who_had_care_that_ended_in_the_five_years_before_begins_again_each_time() {
        // first:  |--|                            ended 31 December 2014, begun before the years that are counted
        // second:          |------|               10 January 2020: over five years later, so not again
        // third:             |------------|       1 March 2020, beside the second, which runs on: not again
        // fourth:                  |              the day after the second ended: no day between them, not again
        // fifth:                     |--|         3 July 2020: a day after the fourth, again
        // sixth:                       |----      1 September 2020: again, as each start is flagged
        let starts = [
            ("2014-01-01", "2014-12-31"),
            ("2020-01-10", "2020-06-30"),
            ("2020-03-01", "2021-02-28"),
            ("2020-07-01", "2020-07-01"),
            ("2020-07-03", "2020-09-30"),
            ("2020-09-01", ""),
        ];
        let cares = starts.into_iter().zip(1..).map(|((begin, end), provider)| {
            care(provider, "02", begin, end, EndReason::OtherKnown)
        });
        let again: Vec<bool> = facts(cares.collect())
            .in_care
            .iter()
            .filter(|fact| fact.year == 2020)
            .map(|fact| fact.begun_again)
            .collect();
        assert_eq!(again, [false, false, false, true, true]);
        // On the last day that counts, and one earlier.
        let again_after = |end: &str| {
            let facts = facts(vec![
                care(1, "02", "2014-01-01", end, EndReason::OtherKnown),
                care(2, "02", "2020-01-10", "", EndReason::Unknown),
            ]);
            facts.in_care.iter().any(|fact| fact.begun_again)
        };
        assert_eq!(["2015-01-10", "2015-01-09"].map(again_after), [true, false]);
        // An administrative stop is no end of care.
        let facts = facts(vec![
            care(
                1,
                "02",
                "2019-01-01",
                "2019-12-31",
                EndReason::Administrative,
            ),
            care(2, "02", "2020-02-01", "", EndReason::Unknown),
        ]);
        assert!(facts.in_care.iter().all(|fact| !fact.begun_again));
    }

    #[test]
    fn care_ends_early_by_one_side_by_agreement_or_by_circumstance() {
        let early = |code: &str| {
            let reason = EndReason::from_ijw(code).unwrap();
            let facts = facts(vec![care(1, "02", "2019-01-01", "2020-03-31", reason)]);
            let fact = facts.ended.first()?;
            Some((fact.reason_known, fact.one_sided, fact.premature))
        };
        for (code, expected) in [
            ("31", (true, false, false)),
            ("02", (true, false, false)),
            ("32", (true, true, true)),
            ("33", (true, true, true)),
            ("34", (true, false, true)),
            ("35", (true, false, true)),
            ("", (false, false, false)),
        ] {
            assert_eq!(early(code), Some(expected), "{code}");
        }
        assert_eq!(early("36"), None);
    }

    #[test]
    fn follow_up_must_be_complete() {
        // Ended on 2 April 2021: twelve months later is after the reference day of 1 April 2022.
        let facts = facts(vec![care(
            1,
            "02",
            "2021-01-01",
            "2021-04-02",
            EndReason::OtherKnown,
        )]);
        assert!(!facts.ended[0].followed);
    }

    #[test]
    fn age_is_taken_on_the_last_day_of_the_year() {
        // Born 1 June 2010: 8 years when care began in 2019, 9 on 31 December 2019.
        let mut young = care(1, "02", "2019-01-01", "2021-12-31", EndReason::OtherKnown);
        young.born = day("2016-01-01");
        let ages: Vec<_> = facts(vec![young])
            .in_care
            .iter()
            .map(|fact| fact.age.code())
            .collect();
        assert_eq!(ages, ["0-3", "4-11", "4-11"]);
    }
}
