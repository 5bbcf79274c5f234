#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use crate::cube::Status;
use crate::indicator::{Compared, Comparison, Figure, OperandValue, Outcome, by_id, funnel};
use crate::statistics::{Estimate, Interval};
use crate::vocabulary::Measure;

/// A share of `events` among 300, of which the events may be `rounding` off.
fn share(events: f64, rounding: f64) -> Outcome {
    let operand = |measure, value: f64, rounding: f64| {
        OperandValue::of_cell(
            measure,
            2023,
            (
                value,
                Interval::new(value - rounding, value + rounding).unwrap(),
            ),
            Status::Shown,
        )
    };
    let top = operand(Measure::OneSided, events, rounding);
    let (value, within) = (events / 3.0, top.within.scale(1.0 / 3.0));
    Outcome::Figure(Box::new(Figure {
        value,
        within,
        confidence: within,
        estimate: Estimate::new(value, 1.0, within).unwrap(),
        numerator: top,
        denominator: Some(operand(Measure::ReasonKnown, 300.0, 0.0)),
        multiplier: 100.0,
        also: Vec::new(),
    }))
}

/// One town in a region of which a quarter has the event: at 300 units its limits are 17.36 to 32.79 (99.8 %) and 20.02 to 29.82
/// (95 %), by scipy: see `statistics/funnel.rs`. The words are those of its row and those of the remark.
fn told(events: f64, rounding: f64) -> (&'static str, String) {
    let region =
        Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap();
    let town = Compared {
        area: region.by_key("wassenaar").unwrap(),
        own: share(events, rounding),
        rest: None,
        verdict: None,
        alone: None,
        places: None,
    };
    let comparison = Comparison {
        region: share(75.0, 0.0),
        alike_until: None,
        municipalities: vec![town],
    };
    let funnel = funnel(by_id("uitval").unwrap(), &comparison, 2023).unwrap();
    (
        standing_words(&funnel.points[0], Language::Nl),
        funnel_remark(&funnel, &region, Language::Nl),
    )
}

#[test]
fn a_town_that_rounding_may_have_put_outside_is_not_called_chance() {
    assert_eq!(told(61.0, 2.0).0, "kan toeval zijn");
    let (row, remark) = told(60.0, 2.0);
    assert_eq!(row, "net buiten de binnenste lijn: kan afronding zijn");
    assert!(
        remark.starts_with(
            "Net buiten de binnenste lijn, maar dat kan ook door afronding komen: Wassenaar."
        ),
        "{remark}"
    );
    assert_eq!(told(60.0, 0.0).0, "onder de binnenste lijn");
}

#[test]
fn a_town_is_named_once_with_what_is_sure_and_what_is_not() {
    let (row, remark) = told(99.0, 2.0);
    assert_eq!(row, "net buiten de buitenste lijn: kan afronding zijn");
    assert_eq!(remark.matches("Wassenaar").count(), 1, "{remark}");
    assert!(
        remark.starts_with("Buiten de binnenste lijn, en net buiten de buitenste; dat laatste"),
        "{remark}"
    );
    assert_eq!(told(99.0, 0.0).0, "boven de buitenste lijn");
}

#[test]
fn a_topic_outside_the_grid_is_told_with_the_reason() {
    let told = |id| not_in_grid(by_id(id).unwrap(), Language::Nl);
    assert_eq!(told("gebruik"), None);
    assert!(told("jeugdigen").unwrap().contains("geen totalen"));
    assert!(
        told("kosten_per_traject")
            .unwrap()
            .contains("alleen cijfers uit het overzicht")
    );
}
