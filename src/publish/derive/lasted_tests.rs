//! What is known of how long care lasted, of trajectories that began in one year.

use super::*;
use crate::publish::derive::calendar::day;
use crate::publish::input::Outcomes;
use crate::release::AreaId;
use crate::vocabulary::Dimension;

fn care(born: &str, begin: &str, end: &str, reason: EndReason) -> Trajectory {
    Trajectory {
        person: 1,
        born: day(born),
        municipality: AreaId(0),
        provider: 1,
        form: Dimension::CareForm.member_by_cbs("02").unwrap(),
        referrer: Dimension::Referrer.member_by_cbs("02").unwrap(),
        begin: day(begin),
        end: (!end.is_empty()).then(|| day(end)),
        reason,
        days_allocated: None,
        outcomes: Outcomes::default(),
        cost: Vec::new(),
    }
}

/// The class and whether it ended, of care that began in 2020 and is known up to the end of 2023.
fn lasted(trajectory: Trajectory) -> Option<(&'static str, bool)> {
    let mut begun = Vec::new();
    add_begun(&[trajectory], 2020, day("2023-12-31"), &mut begun);
    let found = begun.first()?;
    Some((found.duration.code(), found.ended))
}

#[test]
fn care_is_followed_to_its_end_or_to_the_end_of_the_last_year() {
    use EndReason::{Administrative, OtherKnown, Unknown};
    let of = |begin, end, reason| lasted(care("2010-06-01", begin, end, reason));
    assert_eq!(
        of("2020-03-01", "2020-05-29", OtherKnown),
        Some(("tot-3-maanden", true))
    );
    assert_eq!(
        of("2020-03-01", "2020-05-30", Unknown),
        Some(("3-tot-6-maanden", true))
    );
    // Stopped on paper: it is not known how long it would have lasted.
    assert_eq!(
        of("2020-03-01", "2020-05-30", Administrative),
        Some(("3-tot-6-maanden", false))
    );
    assert_eq!(
        of("2020-01-01", "", OtherKnown),
        Some(("4-jaar-en-langer", false))
    );
    assert_eq!(
        of("2020-01-03", "", OtherKnown),
        Some(("3-tot-4-jaar", false))
    );
    // An end after the last year is not known yet.
    assert_eq!(
        of("2020-03-01", "2024-01-01", OtherKnown),
        Some(("3-tot-4-jaar", false))
    );
    assert_eq!(of("2019-12-31", "2020-05-30", OtherKnown), None);
    assert_eq!(of("2021-01-01", "2021-05-30", OtherKnown), None);
}

/// Figures are of youths up to 22: of who turns 23 in a year there are none from that year on.
#[test]
fn care_is_followed_no_further_than_there_are_figures_of_her_age() {
    use EndReason::OtherKnown;
    let of = |born, end| lasted(care(born, "2020-03-01", end, OtherKnown));
    assert_eq!(of("1999-06-01", "2021-09-01"), Some(("1-tot-2-jaar", true)));
    assert_eq!(
        of("1999-06-01", "2022-03-01"),
        Some(("1-tot-2-jaar", false))
    );
    assert_eq!(of("1997-06-01", "2020-05-01"), None);
}
