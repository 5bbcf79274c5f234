#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use crate::statistics::{Estimate, Interval, difference_p, differs};
use crate::vocabulary::Dimension;

/// Pairs of which the first is `errors` standard errors above the second.
fn pairs(errors: &[f64]) -> Vec<Option<(Estimate, Estimate)>> {
    let estimate = |value: f64| Estimate::new(value, 1.0, Interval::exact(value)).unwrap();
    errors
        .iter()
        .map(|apart| Some((estimate(10.0 + apart * 2.0_f64.sqrt()), estimate(10.0))))
        .collect()
}

/// A difference that is told among ten is not told among eighty: the more is tested, the more is found by chance.
#[test]
fn the_whole_grid_is_one_family() {
    let one_in = |all: usize| {
        let mut errors = vec![0.0; all];
        errors[0] = 3.0;
        verdicts(&pairs(&errors))[0]
    };
    assert_eq!(one_in(10), Some(Verdict::Higher));
    assert_eq!(one_in(80), Some(Verdict::NoDemonstrableDifference));
    let (own, rest) = pairs(&[3.0])[0].unwrap();
    assert_eq!(differs(&own, &rest), Verdict::Higher);
    assert!((difference_p(&own, &rest) * 80.0) > FALSE_SHARE);
}

#[test]
fn what_has_no_pair_has_no_verdict_and_does_not_count() {
    let mut some = pairs(&[3.0, 0.0]);
    some.extend([None; 78]);
    let found = verdicts(&some);
    assert_eq!(found[0], Some(Verdict::Higher));
    assert_eq!(found.iter().flatten().count(), 2);
}

/// Of twenty that differ one is expected to be chance; of eighty tested on their own, four would be where nothing differs.
#[test]
fn false_alarms_are_counted_over_all_cells() {
    let cell = |verdict| GridCell {
        own: Outcome::StructuralZero,
        verdict,
    };
    let mut cells = vec![cell(Some(Verdict::Higher)); 20];
    cells.extend(vec![cell(Some(Verdict::NoDemonstrableDifference)); 60]);
    cells.extend(vec![cell(None); 7]);
    let found = Grid {
        indicators: Vec::new(),
        rows: vec![GridRow {
            area: AreaId(3),
            cells,
        }],
        alike_until: None,
    };
    assert_eq!((found.tested(), found.found()), (80, 20));
    assert!((found.false_alarms() - 1.0).abs() < 1e-12);
    assert!((found.alarms_without_correction() - 4.0).abs() < 1e-12);
}

#[test]
fn a_grid_is_narrowed_by_what_its_topics_can_be() {
    let member = |dimension: Dimension, code: &str| dimension.member(code).unwrap();
    let (form, length) = (
        member(Dimension::CareForm, "pleegzorg"),
        member(Dimension::Duration, "tot-3-maanden"),
    );
    assert_eq!(grid_members(&[length, form]), [form]);
}
